"""The form under which a dictionary has a word. Dictionaries are made into files once, because as such they take a
twentieth of the memory."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import simplemma
from django.conf import settings
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import TrieDictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES


def lemmas(word: str, language: str) -> tuple[str, ...]:
    """Return every form that a dictionary may have a word under; a name is looked up as such, too."""
    return MORPHOLOGIES[settings.SEARCH_MORPHOLOGY](word, language)


def by_simplemma(word: str, language: str) -> tuple[str, ...]:
    if language not in SUPPORTED_LANGUAGES:
        return ()
    lemmatizer = _lemmatizer(language)
    forms = dict.fromkeys((word.lower(), word))
    return tuple(lemmatizer.lemmatize(form, lang=language) for form in forms)


def by_pymorphy(word: str, language: str) -> tuple[str, ...]:
    """Guess names that no dictionary has, in Ukrainian; other languages have no such analyser."""
    if language != "uk":
        return by_simplemma(word, language)
    return tuple(dict.fromkeys(parse.normal_form for parse in _analyser().parse(word.lower())))


MORPHOLOGIES: dict[str, Callable[[str, str], tuple[str, ...]]] = {"simplemma": by_simplemma, "pymorphy3": by_pymorphy}


@lru_cache
def _lemmatizer(language: str) -> Lemmatizer:
    factory = TrieDictionaryFactory(disk_cache_dir=str(dictionary_of(language).parent))
    return Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(dictionary_factory=factory))


def dictionary_of(language: str) -> Path:
    """Return the file of a language's dictionary. It is made at the first call: ten seconds and 750 MB for Polish."""
    file = settings.SEARCH_DICTIONARIES / simplemma.__version__ / f"{language}.dic"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        # Elsewhere first: a process that starts meanwhile would read half a file.
        with TemporaryDirectory(dir=file.parent) as folder:
            TrieDictionaryFactory(disk_cache_dir=folder).get_dictionary(language)
            os.replace(Path(folder) / file.name, file)
    return file


@lru_cache
def _analyser() -> object:
    from pymorphy3 import MorphAnalyzer  # not in requirements.txt: its Ukrainian words are under the GPL

    return MorphAnalyzer(lang="uk")
