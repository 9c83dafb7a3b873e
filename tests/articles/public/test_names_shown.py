"""A name that is borrowed from another language says which, so that it is read aloud rightly (WCAG 3.1.2)."""

from types import SimpleNamespace

from django.utils import translation

from articles.templatetags.articles import name_of


def named(text, language):
    return SimpleNamespace(name_shown=(text, language))


def test_a_name_in_the_language_of_the_page_stands_bare():
    with translation.override("uk"):
        assert name_of(named("Ада Лозова", "uk")) == "Ада Лозова"


def test_a_borrowed_name_says_its_language():
    with translation.override("pl"):
        assert name_of(named("Ада Лозова", "uk")) == '<span lang="uk" dir="auto">Ада Лозова</span>'


def test_a_name_is_text_even_when_it_looks_like_markup():
    with translation.override("pl"):
        assert "<b>" not in name_of(named("<b>Ada</b>", "uk"))
