"""Does a page cost the same in an archive of a hundred thousand stories as in one of a thousand?

python -m benchmarks.growth [--sizes 1000 100000] [--rounds 15]
"""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from benchmarks.support.newspapers import Newspaper, newspapers
from benchmarks.support.readers import ask, reader_of

SIZES = [1000, 100_000]
ROUNDS = 15
LINE = "{:<12}{:<17}{:>9}{:>9}{:>12}{:>9}{:>7}"
HEAD = LINE.format("database", "page", "stories", "CPU ms", "of it in db", "queries", "ratio")
# Of each page what each reading cost: CPU of the reader, CPU of PostgreSQL, queries.
Costs = dict[str, list[list[float]]]


def main() -> None:
    parser = ArgumentParser(description="Measures what pages cost as the archive grows.")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="stories of each archive, the first to compare with"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with newspapers(options.sizes) as made:
        measured = measure(made, options.rounds)
    print(f"Medians of {options.rounds} interleaved rounds; CPU is the reader’s and PostgreSQL’s together.")
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
                        costs[page] += cost.values()
        for reader in readers:
            reader.stdin.close()
    return found


def table(made: list[Newspaper], measured: list[Costs]) -> str:
    """Return a line for each database, page and size, with the ratio to the first size."""
    lines = [HEAD]
    databases = dict.fromkeys(newspaper.database for newspaper in made)
    for database in databases:
        here = [pair for pair in zip(made, measured, strict=True) if pair[0].database == database]
        for page in measured[0]:
            lines += lines_of(page, here)
    return "\n".join(lines)


def lines_of(page: str, measured: list[tuple[Newspaper, Costs]]) -> Iterator[str]:
    first = None
    for newspaper, costs in measured:
        whole = median(here + there for here, there, _queries in costs[page])
        _here, there, queries = map(median, zip(*costs[page], strict=True))
        first = first or whole
        inside = f"{there:.2f}" if newspaper.database == "PostgreSQL" else "–"
        numbers = f"{whole:.1f}", inside, f"{queries:.0f}", f"{whole / first:.2f}"
        yield LINE.format(newspaper.database, page, newspaper.size, *numbers)


if __name__ == "__main__":
    main()
