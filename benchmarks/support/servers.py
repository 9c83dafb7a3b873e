"""Servers to measure, each on a free port of this machine and ended with what measured it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template
from typing import NamedTuple

from tools import run

SECONDS_TO_START = 60
CONFIGURATION = Path(__file__).with_name("nginx.conf")


class Server(NamedTuple):
    """A server that answers; its first process is the parent of all others."""

    port: int
    pid: int


@contextmanager
def granian(application: str, environment: dict[str, str], workers: int = 1) -> Iterator[Server]:
    """Yield an application on the server of the newspaper, started as `make run` starts it."""
    port = free_port()
    with started(run.granian(port, application, workers), port, environment) as server:
        yield server


@contextmanager
def nginx(folder: Path) -> Iterator[Server]:
    """Yield an nginx of our own that gives the files of a folder, and keeps there what it needs itself."""
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(Template(CONFIGURATION.read_text()).substitute(address=f"{run.HOST}:{port}"))
    # Started by root, its worker would be somebody who may not enter a temporary folder.
    own = ["-g", "user root;"] if os.geteuid() == 0 else []
    with started(["nginx", "-p", folder, "-e", "stderr", "-c", configuration, *own], port, {**os.environ}) as server:
        yield server


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((run.HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def started(command: list[str | Path], port: int, environment: dict[str, str]) -> Iterator[Server]:
    # A session of its own, so that Ctrl+C reaches us alone.
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        wait_for(process, port)
        yield Server(port, process.pid)
    finally:
        run.end([process])


def wait_for(process: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not run.answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"This does not serve; its last words are above: {' '.join(map(str, process.args))}")
        time.sleep(0.1)
