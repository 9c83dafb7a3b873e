"""Does search take the same in an archive of a million stories as in one of ten thousand?

python -m benchmarks.search [--sizes 10000 1000000] [--rounds 30]
"""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.support.machine import machine
from benchmarks.support.newspapers import Newspaper, manage, on_postgresql, on_sqlite
from tools.postgres import find_binaries, own_server

SIZES = [10_000, 1_000_000]
ROUNDS = 30
FLAT, FAST, PACE = 3, 100, 400  # times, milliseconds, documents a second
LINE = "{:<12}{:<16}{:>10}{:>9}{:>12}{:>12}{:>12}{:>8}"
HEAD = LINE.format("database", "question", "stories", "found", "newest, ms", "best, ms", "p99, ms", "ratio")
Times = dict[str, list[float]]


class Filled(NamedTuple):
    """A newspaper with an index, and the documents a second that were indexed."""

    newspaper: Newspaper
    pace: int


class Found(NamedTuple):
    """Milliseconds of every round by question: newest first, and best first; and how many were found."""

    newest: Times
    best: Times
    totals: dict[str, int]


def main() -> int:
    parser = ArgumentParser(description="Measures what search takes as the archive grows.")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="documents of each index, the first to compare with"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    place = machine()
    with indexes(options.sizes) as filled:
        found = measure([each.newspaper for each in filled], options.rounds)
    print(f"\n{place}\nMedians of {options.rounds} interleaved rounds; p99 and ratio as the columns say.\n\n{HEAD}")
    pairs = list(zip(filled, found, strict=True))
    for (newspaper, _pace), each in pairs:
        print("\n".join(lines_of(newspaper, each, first_of(newspaper, pairs))))
    verdicts = [
        verdict for database in dict.fromkeys(n.database for n, _p in filled) for verdict in judged(database, pairs)
    ]
    print("\n" + "\n".join(verdicts))
    return int(any(verdict.startswith("FALLS") for verdict in verdicts))


@contextmanager
def indexes(sizes: list[int]) -> Iterator[list[Filled]]:
    """Yield an index of each size, on SQLite and, where its server is installed, on PostgreSQL."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-bench-"))
        made = [on_sqlite(folder, size) for size in sizes]
        if binaries := find_binaries():
            server = stack.enter_context(own_server(binaries))
            made += [on_postgresql(folder, server, size) for size in sizes]
        else:
            print("NOT MEASURED on PostgreSQL: there are no server binaries. apt install postgresql", flush=True)
        yield [Filled(newspaper, fill(newspaper)) for newspaper in made]


def fill(newspaper: Newspaper) -> int:
    print(f"An index of {newspaper.size} on {newspaper.database}", flush=True)
    manage(newspaper, "migrate", "-v0")
    command = [sys.executable, "-m", "benchmarks.support.documents", str(newspaper.size)]
    done = subprocess.run(command, env=newspaper.environment, stdout=subprocess.PIPE, text=True, check=True)
    return int(done.stdout)


def measure(made: list[Newspaper], rounds: int) -> list[Found]:
    """Ask all newspapers in turn, so that what else this machine does falls on all alike."""
    found = [Found({}, {}, {}) for _newspaper in made]
    searchers = [searcher_of(newspaper) for newspaper in made]
    for number in range(rounds + 1):
        for searcher, each in zip(searchers, found, strict=True):
            answers = ask(searcher)
            if number:  # the first round opens the dictionaries and warms what a day's readers would have
                keep(each, answers)
    for searcher in searchers:
        searcher.stdin.close()
        searcher.wait()
    return found


def searcher_of(newspaper: Newspaper) -> subprocess.Popen:
    command = [sys.executable, "-m", "benchmarks.support.searcher"]
    return subprocess.Popen(
        command, env=newspaper.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def ask(searcher: subprocess.Popen) -> dict:
    searcher.stdin.write("again\n")
    searcher.stdin.flush()
    line = searcher.stdout.readline()
    return json.loads(line) if line else sys.exit("A searcher ended by itself; its last words are above.")


def keep(found: Found, answers: dict) -> None:
    for times, order in ((found.newest, "newest"), (found.best, "best")):
        for question, (milliseconds, total) in answers[order].items():
            times.setdefault(question, []).append(milliseconds)
            found.totals[question] = total


def first_of(newspaper: Newspaper, pairs: list[tuple[Filled, Found]]) -> Found:
    return next(found for (other, _pace), found in pairs if other.database == newspaper.database)


def lines_of(newspaper: Newspaper, found: Found, first: Found) -> Iterator[str]:
    for question, times in found.newest.items():
        ratio = median(times) / median(first.newest[question])
        numbers = median(times), median(found.best[question]), p99(found.best[question])
        shown = [f"{number:.1f}" for number in numbers]
        yield LINE.format(newspaper.database, question, newspaper.size, found.totals[question], *shown, f"{ratio:.2f}")


def p99(times: list[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[-1]


def judged(database: str, pairs: list[tuple[Filled, Found]]) -> Iterator[str]:
    here = [(filled, found) for filled, found in pairs if filled.newspaper.database == database]
    (first_filled, first), (last_filled, last) = here[0], here[-1]
    growth = median(last.newest["common word"]) / median(first.newest["common word"])
    slowest = max(p99(times) for times in last.best.values())
    size = last_filled.newspaper.size
    yield passed(growth <= FLAT, f"{database}: a common word at {size}, newest first: {growth:.2f} times", f"{FLAT}")
    yield passed(slowest < FAST, f"{database}: the slowest question’s p99, best first: {slowest:.0f} ms", f"{FAST} ms")
    if database == "SQLite":
        pace = first_filled.pace
        yield passed(pace >= PACE, f"{database}: indexed {pace} documents a second", f"at least {PACE}")


def passed(holds: bool, text: str, promised: str) -> str:
    return f"{'pass        ' if holds else 'FALLS SHORT '} {text}, promised {promised}"


if __name__ == "__main__":
    sys.exit(main())
