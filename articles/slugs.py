"""The words of an address: how a headline or a name becomes a slug."""

import re

from anyascii import anyascii
from django.utils.text import slugify

LONGEST = 90

# Romanisation of Ukrainian, Cabinet of Ministers resolution 55 of 27 January 2010. Some letters sound
# otherwise at the beginning of a word; "зг" is written apart from "ж"; soft sign and apostrophe are dropped.
UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia".split(" "),
        strict=True,
    )
)
UKRAINIAN_AT_THE_BEGINNING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
APOSTROPHES = re.compile("['’ʼ`]")

RESERVED_CATEGORY_SLUGS = frozenset(
    "about admin api archive authors corrections feed privacy quotes search sources speakers static topics".split()
)
RESERVED_ARTICLE_SLUGS = frozenset({"feed", "feed.json"})


def romanise_ukrainian(text: str) -> str:
    """Write Ukrainian in Latin letters: «Згурський, Юрій» becomes "zghurskyi, yurii"."""
    text = APOSTROPHES.sub("", text.lower()).replace("зг", "zgh")
    initial = re.sub(r"\b[єїйюя]", lambda found: UKRAINIAN_AT_THE_BEGINNING[found[0]], text)
    return "".join(UKRAINIAN.get(letter, letter) for letter in initial)


def slug_for(text: str, language: str) -> str:
    """Return the slug of a text, at most 90 characters, cut at a word; empty when nothing of it can be written."""
    text = romanise_ukrainian(text) if language == "uk" else APOSTROPHES.sub("", text)
    slug = slugify(anyascii(text))
    if len(slug) <= LONGEST:
        return slug
    return slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
