#!/usr/bin/env python
"""Run a command of the newspaper."""

import os
import sys

from django.core.management import execute_from_command_line

from tools.problems import said_in_a_sentence

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    with said_in_a_sentence():
        execute_from_command_line(sys.argv)
