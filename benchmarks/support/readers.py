"""The processes of reader.py, from the side of those who ask them."""

import json
import subprocess
import sys
from subprocess import PIPE

from .newspapers import Newspaper

# Of each page what reading each of its addresses cost: CPU of the reader, CPU of PostgreSQL, queries.
Read = dict[str, dict[str, tuple[float, float, int]]]


def reader_of(newspaper: Newspaper) -> subprocess.Popen:
    command = [sys.executable, "-m", "benchmarks.support.reader"]
    return subprocess.Popen(command, env=newspaper.environment, stdin=PIPE, stdout=PIPE, text=True)


def ask(reader: subprocess.Popen) -> Read:
    """Let a reader read every page once."""
    reader.stdin.write("again\n")
    reader.stdin.flush()
    line = reader.stdout.readline()
    return json.loads(line) if line else sys.exit("A reader ended by itself; its last words are above.")
