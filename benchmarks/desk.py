"""Does a list of the desk cost the same in an archive of a hundred thousand stories as in one of a thousand?

python -m benchmarks.desk [--sizes 1000 100000] [--rounds 7]
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator

from benchmarks.support.newspapers import Newspaper, newspapers

SIZES = [1000, 100_000]
ROUNDS = 7
LINE = "{:<12}{:<22}{:>9}{:>9}{:>9}{:>9}"
HEAD = LINE.format("database", "page of the desk", "stories", "CPU ms", "queries", "ratio")
# Of each page the median milliseconds of CPU and the number of queries.
Costs = dict[str, tuple[float, int]]


def main() -> None:
    parser = ArgumentParser(description="Measures what the desk's pages cost as the archive grows.")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="stories of each archive, the first to compare with"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with newspapers(options.sizes) as made:
        measured = [(newspaper, measure(newspaper, options.rounds)) for newspaper in made]
    print(f"Medians of {options.rounds} readings; CPU is the desk’s and PostgreSQL’s together.")
    print(table(measured))


def measure(newspaper: Newspaper, rounds: int) -> Costs:
    command = [sys.executable, "-m", "benchmarks.support.editor", str(rounds)]
    done = subprocess.run(command, env=newspaper.environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def table(measured: list[tuple[Newspaper, Costs]]) -> str:
    """Return a line for each database, page and size, with the ratio to the first size."""
    return "\n".join([HEAD, *lines_of(measured)])


def lines_of(measured: list[tuple[Newspaper, Costs]]) -> Iterator[str]:
    for database in dict.fromkeys(newspaper.database for newspaper, _costs in measured):
        here = [(newspaper.size, costs) for newspaper, costs in measured if newspaper.database == database]
        _size, first = here[0]
        for page in first:
            for size, costs in here:
                spent, queries = costs[page]
                yield LINE.format(database, page, size, f"{spent:.0f}", queries, f"{spent / first[page][0]:.2f}")


if __name__ == "__main__":
    main()
