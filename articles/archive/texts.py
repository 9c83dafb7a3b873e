"""Texts of an archive: the same sentence in every language, of words some of which are frequent and many are rare."""

import tomllib
from itertools import accumulate, cycle, islice
from math import lcm
from pathlib import Path
from random import Random

FILES = sorted((Path(__file__).parent / "words").glob("*.toml"))
WORDS = {name: words for file in FILES for name, words in tomllib.loads(file.read_text()).items()}
Texts = dict[str, str]  # by language


def headline(dice: Random) -> Texts:
    return _drawn(dice, "who", "did", "where")


def sentence(dice: Random, where: str = "where") -> Texts:
    """Return a sentence; its `where` is drawn from that part of PARTS."""
    return {code: f"{text}." for code, text in _drawn(dice, "who", "did", where, "when").items()}


def paragraph(dice: Random, sentences: int) -> Texts:
    """Return an HTML paragraph of so many sentences, the last of which names a place by its name."""
    told = [sentence(dice) for _each in range(sentences - 1)]
    text = _joined([*told, sentence(dice, where="place")], " ")
    return {code: f"<p>{words}</p>" for code, words in text.items()}


def people() -> list[Texts]:
    """Return the name of every speaker: each given name with each family name."""
    return [_joined([given, family], " ") for given in WORDS["given"] for family in WORDS["family"]]


def places() -> list[Texts]:
    """Return every place by its name, each beginning with each end, neighbours unlike one another."""
    beginnings, ends = WORDS["beginnings"], WORDS["ends"]
    pairs = islice(zip(cycle(beginnings), cycle(ends), strict=False), lcm(len(beginnings), len(ends)))
    names = [_joined(list(pair), "") for pair in pairs]
    return [_joined([kind, name], " ") for kind, name in zip(cycle(WORDS["kinds"]), names, strict=False)]


def _drawn(dice: Random, *parts: str) -> Texts:
    return _joined([dice.choices(PARTS[part], cum_weights=SHARES[part])[0] for part in parts], " ")


def _joined(parts: list[Texts], by: str) -> Texts:
    return {code: by.join(part[code] for part in parts) for code in parts[0]}


def _falling(length: int) -> list[float]:
    """Return cumulative weights: the second word is half as frequent as the first, the third a third."""
    return list(accumulate(1 / rank for rank in range(1, length + 1)))


# What sentences are drawn from, the most frequent first.
PARTS = {name: WORDS[name] for name in ("who", "did", "where", "when")} | {"place": places()}
SHARES = {name: _falling(len(words)) for name, words in PARTS.items()}
