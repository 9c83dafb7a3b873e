"""A process that searches one newspaper: for every line it gets it asks each question once, and prints the answers.

Wall clock, because a reader waits for PostgreSQL too.
"""

import json
import sys
import time

import django

# Words of articles/archive/words: in nearly every story, in some of a hundred, in a handful.
QUESTIONS = {
    "common word": "порахувала",
    "middle word": "словник",
    "rare word": "сосношлях",
    "two common": "порахувала вівторок",
    "common, middle": "порахувала словник",
    "without": "порахувала -словник",
    "phrase": '"порахувала дерева"',
    "one section": "порахувала",
    "one speaker": "порахувала",
    "no word": "шістнадцятковий",
}
MARKS = {"one section": ["category:1"], "one speaker": ["speaker:7"]}


def main() -> None:
    django.setup()
    from newsroom.search.backends.pages import Order  # the models can't be imported before Django is set up

    for _line in sys.stdin:
        print(json.dumps({order: {name: asked(name, order) for name in QUESTIONS} for order in Order}), flush=True)


def asked(name: str, order: str) -> tuple[float, int]:
    """Return how long the first page took, in milliseconds, and how many documents it was chosen from."""
    from newsroom.search.engine import backend
    from newsroom.search.queries import read

    begin = time.perf_counter()
    query = read(QUESTIONS[name], "uk").among("story", [MARKS[name]] if name in MARKS else [])
    answer = backend().search(query, order, slice(20))
    return (time.perf_counter() - begin) * 1000, answer.total


if __name__ == "__main__":
    main()
