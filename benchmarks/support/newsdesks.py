"""The processes of newsdesk.py, from the side of those who tell them what to do."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import PIPE


class Newsdesk:
    """Somebody at the desk of a newspaper, who makes one change at a time."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    def do(self, verb: str, **told: object) -> dict:
        """Make a change; return what came of it, and when it began and was committed (Unix time)."""
        self.begin(verb, **told)
        return self.finish()

    def begin(self, verb: str, **told: object) -> None:
        self.process.stdin.write(f"{json.dumps([verb, told])}\n")
        self.process.stdin.flush()

    def finish(self) -> dict:
        """Wait for what was begun."""
        line = self.process.stdout.readline()
        return json.loads(line) if line else sys.exit("A newsdesk ended by itself; its last words are above.")


@contextmanager
def newsdesk(environment: dict[str, str]) -> Iterator[Newsdesk]:
    command = [sys.executable, "-m", "benchmarks.support.newsdesk"]
    # Leaving the block closes its input, which ends it.
    with subprocess.Popen(command, env=environment, stdin=PIPE, stdout=PIPE, text=True) as process:
        yield Newsdesk(process)
