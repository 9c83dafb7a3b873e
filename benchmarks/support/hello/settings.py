"""The settings of the newspaper, with one address more."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.support.hello.urls"
