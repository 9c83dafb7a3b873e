"""Does a page cost the same in an archive of a hundred thousand stories as in one of a thousand?

python -m benchmarks.growth [--sizes 1000 100000] [--rounds 15]
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections import defaultdict
from contextlib import ExitStack
from statistics import median
from subprocess import PIPE

from benchmarks.support.newspapers import Newspaper, newspapers

SIZES = [1000, 100_000]
ROUNDS = 15
LINE = "{:<12}{:<18}{:>10}{:>10}{:>8}{:>14}{:>10}{:>8}"
HEAD = LINE.format("database", "page", "stories", "CPU ms", "ratio", "database ms", "queries", "ratio")
Costs = dict[str, list[list[float]]]  # of each page: CPU, database, queries, once for each reading


def main() -> None:
    parser = ArgumentParser(description="Measures what pages cost as the archive grows.")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="stories of each archive, the first to compare with"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with newspapers(options.sizes) as made:
        measured = measure(made, options.rounds)
    print(f"Medians of {options.rounds} interleaved rounds; a ratio is to {options.sizes[0]} stories.", flush=True)
    print(table(made, measured))


def measure(made: list[Newspaper], rounds: int) -> list[Costs]:
    """Read all newspapers in turn, so that what else this machine does falls on all alike."""
    found: list[Costs] = [defaultdict(list) for _newspaper in made]
    with ExitStack() as stack:
        readers = [stack.enter_context(reader_of(newspaper)) for newspaper in made]
        for number in range(rounds + 1):
            for reader, costs in zip(readers, found, strict=True):
                page_costs = ask(reader)
                if number:  # the first round loads templates
                    for page, cost in page_costs.items():
                        costs[page] += cost
        for reader in readers:
            reader.stdin.close()
    return found


def reader_of(newspaper: Newspaper) -> subprocess.Popen:
    command = [sys.executable, "-m", "benchmarks.support.reader"]
    return subprocess.Popen(command, env=newspaper.environment, stdin=PIPE, stdout=PIPE, text=True)


def ask(reader: subprocess.Popen) -> Costs:
    reader.stdin.write("again\n")
    reader.stdin.flush()
    line = reader.stdout.readline()
    return json.loads(line) if line else sys.exit("A reader ended by itself; its last words are above.")


def table(made: list[Newspaper], measured: list[Costs]) -> str:
    lines, first = [HEAD], {}
    medians = [
        (page, newspaper, [median(column) for column in zip(*costs[page], strict=True)])
        for newspaper, costs in zip(made, measured, strict=True)
        for page in costs
    ]
    # Stable: by database and page, the sizes as they were asked for.
    order = list(measured[0])
    for page, newspaper, (cpu, database, queries) in sorted(
        medians, key=lambda row: (row[1].database != made[0].database, order.index(row[0]))
    ):
        base = first.setdefault((page, newspaper.database), (cpu, database))
        numbers = f"{cpu:.1f}", f"{cpu / base[0]:.2f}", f"{database:.1f}", f"{queries:.0f}", f"{database / base[1]:.2f}"
        lines.append(LINE.format(newspaper.database, page, newspaper.size, *numbers))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
