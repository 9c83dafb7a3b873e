"""Order and comparison of names, because SQLite neither folds nor sorts letters beyond ASCII."""

import unicodedata

ALPHABETS = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
}
FIRST_PLACE = 0x100  # places of an alphabet lie above ASCII, so that spaces and digits come first


def folded(text: str) -> str:
    """Return a text as it is compared: «Ґонта » and «ґонта» are one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def sort_key(text: str, language: str) -> str:
    """Return a string that sorts by code point as `text` sorts in the alphabet of its language.

    A letter of another alphabet stands where it would without its marks: English puts Ångström among A.
    """
    places = {letter: chr(FIRST_PLACE + place) for place, letter in enumerate(ALPHABETS.get(language, ""))}
    return "".join(places.get(letter) or _without_marks(letter, places) for letter in folded(text))


def _without_marks(letter: str, places: dict[str, str]) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return places.get(base, letter)
