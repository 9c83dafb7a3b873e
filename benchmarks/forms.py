"""Do the forms of a word find each other, and nothing else?

python -m benchmarks.forms [--missed]
"""

import os
import sys
import tomllib
from argparse import ArgumentParser
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import django

GOLD = Path(__file__).parent / "gold"
PROMISED = {"uk": 95, "pl": 96, "en": 80}  # per cent of the pairs
LINE = "{:<4}{:>8}{:>8}{:>10}{:>12}{:>10}{:>8}"


class Found(NamedTuple):
    """Pairs of forms: of one word, and those of them that don't meet; of two words that do."""

    forms: int
    pairs: int
    missed: list[tuple[str, str]]
    strangers: list[tuple[str, str]]

    @property
    def recall(self) -> float:
        return 100 * (1 - len(self.missed) / self.pairs)


def main() -> int:
    parser = ArgumentParser(description="Measures how well the forms of words find each other.")
    parser.add_argument("--missed", action="store_true", help="name the pairs, too")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    found = {language: judged(language) for language in PROMISED}
    print(LINE.format("", "words", "forms", "pairs", "recall, %", "promised", "false"))
    for language, each in found.items():
        words = len(gold(language))
        recall = f"{each.recall:.1f}"
        print(LINE.format(language, words, each.forms, each.pairs, recall, PROMISED[language], len(each.strangers)))
        for title, pairs in (("missed", each.missed), ("false", each.strangers)) if options.missed else ():
            print(f"  {title}: {', '.join(f'{one}/{other}' for one, other in pairs)}")
    return int(any(each.recall < PROMISED[language] for language, each in found.items()))


def gold(language: str) -> dict[str, list[str]]:
    return tomllib.loads((GOLD / f"{language}.toml").read_text())["forms"]


def judged(language: str) -> Found:
    """Ask of each two forms whether a query for one finds the other."""
    from newsroom.search.terms import terms

    keys = {form: set(terms(form, language)) for forms in gold(language).values() for form in forms}
    word_of = {form: word for word, forms in gold(language).items() for form in forms}
    together = list(combinations(keys, 2))
    same = [pair for pair in together if word_of[pair[0]] == word_of[pair[1]]]
    missed = [(one, other) for one, other in same if keys[one].isdisjoint(keys[other])]
    others = ((one, other) for one, other in together if word_of[one] != word_of[other])
    strangers = [(one, other) for one, other in others if not keys[one].isdisjoint(keys[other])]
    return Found(len(keys), len(same), missed, strangers)


if __name__ == "__main__":
    sys.exit(main())
