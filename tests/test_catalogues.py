"""Every sentence of the interface is translated, and what was compiled is what the translators wrote."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

ROOT = Path(settings.BASE_DIR)
FILES = sorted(file for folder in ("articles", "newsroom") for file in (ROOT / folder).rglob("*.po"))
TRANSLATED = [to_locale(code) for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
OWN_LANGUAGE = "name your own language instead of English"

each_catalogue = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))


def files_in(language):
    return [file for file in FILES if file.parts[-3] == language]


def catalogue_in(file):
    with file.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def messages_in(file):
    return [message for message in catalogue_in(file) if message.id]


def forms(text):
    """One sentence, or all its plural forms."""
    return (text,) if isinstance(text, str) else tuple(text)


def sentences_in(compiled):
    return {(message.context, forms(message.id)): message.string for message in read_mo(compiled) if message.id}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_has_every_catalogue(language):
    found = {(file.parents[2], file.name) for file in files_in(language)}
    assert found
    assert found == {(file.parents[2], file.name) for file in FILES}


@each_catalogue
def test_every_sentence_is_translated(file):
    messages = messages_in(file)
    assert messages
    assert [message.id for message in messages if not all(map(str.strip, forms(message.string)))] == []


@each_catalogue
def test_no_translation_is_a_guess(file):
    catalogue = catalogue_in(file)
    assert not catalogue.fuzzy
    assert [message.id for message in catalogue if message.fuzzy] == []


@each_catalogue
def test_what_is_filled_in_is_the_same_in_every_language(file):
    def gaps(text):
        return sorted(PLACEHOLDER.findall(text))

    for message in messages_in(file):
        for text in forms(message.string):
            assert gaps(text) == gaps(forms(message.id)[-1]), text


@each_catalogue
def test_a_translation_brings_no_markup_of_its_own(file):
    for message in messages_in(file):
        allowed = {tag for text in forms(message.id) for tag in TAG.findall(text)}
        assert allowed.issuperset(tag for text in forms(message.string) for tag in TAG.findall(text)), message.string


@each_catalogue
def test_what_was_compiled_is_what_was_written(file):
    written = BytesIO()
    write_mo(written, catalogue_in(file))
    written.seek(0)
    with file.with_suffix(".mo").open("rb") as compiled:
        assert sentences_in(compiled) == sentences_in(written)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_is_translated_alike_in_every_catalogue(language):
    # Django puts all catalogues of a language into one: of two translations one would be lost.
    known = {}
    for file in files_in(language):
        for message in messages_in(file):
            said = forms(message.string)
            assert known.setdefault((file.name, message.context, forms(message.id)), said) == said, file


def test_every_language_offers_itself_by_its_own_name():
    offers = {}
    for language in TRANSLATED:
        for message in (each for file in files_in(language) for each in messages_in(file)):
            if message.context == OWN_LANGUAGE:
                offers.setdefault(message.id, {})[language] = message.string
    assert offers
    for english, said in offers.items():
        assert len({english, *said.values()}) == 1 + len(TRANSLATED), english
