"""Does the page cache of a process keep to its room, whatever it is asked for?

python -m benchmarks.memory [--addresses 100000] [--megabytes 64]
"""

import json
import subprocess
import sys
from argparse import ArgumentParser

from benchmarks.support.machine import machine
from benchmarks.support.newspapers import Newspaper, newspaper_on_sqlite

ADDRESSES, MEGABYTES, STORIES = 100_000, 64, 3000
MIB = 1024 * 1024
LINE = "{:<28}{:>10}{:>8}{:>8}{:>14}{:>16}"
HEAD = LINE.format("after", "addresses", "pages", "tags", "believed MiB", "more than idle")
STEPS = {"rendered": "pages really rendered", "junk": "what no browser sends", "copied": "copies of them"}


def main() -> int:
    parser = ArgumentParser(description="Measures the memory of a process that is asked for very many pages.")
    parser.add_argument("--addresses", type=int, default=ADDRESSES)
    parser.add_argument("--megabytes", type=int, default=MEGABYTES)
    options = parser.parse_args()
    place = machine()
    with newspaper_on_sqlite(STORIES) as newspaper:
        found = measured(newspaper, options.addresses, options.megabytes)
    print(f"\n{place}\n\n{table(found)}\n\n{counts(found)}\n")
    most = max(found[step]["resident"] for step in STEPS) - found["idle"]
    kept = most <= found["room"]
    print(f"{'pass         ' if kept else 'FALLS SHORT  '} {most / MIB:.0f} MiB of {options.megabytes}")
    return 0 if kept else 1


def measured(newspaper: Newspaper, addresses: int, megabytes: int) -> dict:
    """Return what a fresh process found; see hoard.py."""
    command = [sys.executable, "-m", "benchmarks.support.hoard", str(addresses)]
    environment = newspaper.environment | {"PAGECACHE_MEGABYTES": str(megabytes)}
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def table(found: dict) -> str:
    lines = [HEAD]
    for step, name in STEPS.items():
        state = found[step]
        room = f"{state['believed'] / MIB:.1f}", f"{(state['resident'] - found['idle']) / MIB:.1f}"
        lines.append(LINE.format(name, state["addresses"], state["pages"], state["tags"], *room))
    return "\n".join(lines)


def counts(found: dict) -> str:
    """Say what Python needs besides the bytes, and how near the store's guess is to it."""
    ratio = found["believed"] / found["counted"]
    return (
        f"Besides bytes: {found['of a page']:.0f} of a page, {found['of a tag']:.0f} of each of its "
        f"{found['tags of a page']:.0f} tags, {found['of a variant']:.0f} of a variant.\n"
        f"The store believes {ratio:.2f} times what Python counts; an idle process has {found['idle'] / MIB:.0f} MiB."
    )


if __name__ == "__main__":
    sys.exit(main())
