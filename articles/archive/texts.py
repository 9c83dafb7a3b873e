"""Texts of an archive: sentences from a short list of words, the same sentence in every language."""

import tomllib
from pathlib import Path
from random import Random

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text())
Texts = dict[str, str]  # by language


def headline(dice: Random) -> Texts:
    return _joined([dice.choice(WORDS[part]) for part in ("who", "did", "where")], " ")


def sentence(dice: Random) -> Texts:
    words = _joined([dice.choice(WORDS[part]) for part in ("who", "did", "where", "when")], " ")
    return {code: f"{text}." for code, text in words.items()}


def paragraph(dice: Random, sentences: int) -> Texts:
    """Return an HTML paragraph of so many sentences."""
    text = _joined([sentence(dice) for _each in range(sentences)], " ")
    return {code: f"<p>{words}</p>" for code, words in text.items()}


def people() -> list[Texts]:
    """Return the name of every speaker: each given name with each family name."""
    return [_joined([given, family], " ") for given in WORDS["given"] for family in WORDS["family"]]


def _joined(parts: list[Texts], by: str) -> Texts:
    return {code: by.join(part[code] for part in parts) for code in parts[0]}
