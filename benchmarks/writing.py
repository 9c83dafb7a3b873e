"""What does the writing form cost with three languages side by side, beside the same form with one?

python -m benchmarks.writing [--blocks 30] [--rounds 7]
"""

import json
import subprocess
import sys
from argparse import ArgumentParser

from benchmarks.support.machine import machine
from benchmarks.support.newspapers import Newspaper, newspapers
from benchmarks.support.writer import KEEP, Cost

ROUNDS, BLOCKS, STORIES = 7, 30, 1000
MOST_MILLISECONDS = 100  # of the server for keeping what is typed
LINE = "{:<12}{:<20}{:>11}{:>9}{:>9}{:>9}"
HEAD = LINE.format("database", "with the form", "languages", "CPU ms", "queries", "ratio")
Costs = dict[str, dict[str, Cost]]  # by the languages that are open, by what is done


def main() -> None:
    parser = ArgumentParser(description="Measures what opening, saving and keeping the writing form cost.")
    parser.add_argument("--blocks", type=int, default=BLOCKS, help="texts and quotes of the story")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    place = machine()
    with newspapers([STORIES]) as made:
        measured = [(each, measure(each, options.blocks, options.rounds)) for each in made]
    print(
        f"{options.blocks} blocks; medians of {options.rounds} readings; CPU is the desk’s and PostgreSQL’s together."
    )
    print(f"{place}\n\n{HEAD}")
    for newspaper, costs in measured:
        print("\n".join(lines_of(newspaper.database, costs)))
    print("\n".join(verdict(newspaper.database, costs) for newspaper, costs in measured))


def measure(newspaper: Newspaper, blocks: int, rounds: int) -> Costs:
    command = [sys.executable, "-m", "benchmarks.support.writer", str(blocks), str(rounds)]
    done = subprocess.run(command, env=newspaper.environment, stdout=subprocess.PIPE, check=True)
    return {
        langs: {what: Cost(*cost) for what, cost in done.items()} for langs, done in json.loads(done.stdout).items()
    }


def lines_of(database: str, costs: Costs) -> list[str]:
    one = next(iter(costs.values()))
    return [
        LINE.format(database, what, langs, f"{cost.cpu:.0f}", cost.queries, f"{cost.cpu / one[what].cpu:.2f}")
        for what in one
        for langs, cost in ((langs, done[what]) for langs, done in costs.items())
    ]


def verdict(database: str, costs: Costs) -> str:
    worst = max(done[KEEP].cpu for done in costs.values())
    word = "pass        " if worst < MOST_MILLISECONDS else "FALLS SHORT "
    return (
        f"{word} {database}: what is typed is kept in {worst:.0f} ms of the server, promised under {MOST_MILLISECONDS}"
    )


if __name__ == "__main__":
    main()
