"""A name that is borrowed from another language says which, so that it is read aloud rightly (WCAG 3.1.2)."""

import re
from types import SimpleNamespace

import pytest
from django.utils import translation

from articles.templatetags.articles import name_of
from tests.builders import a_picture, a_picture_block, a_quote, a_speaker, an_edition


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


@pytest.fixture
def story(db):
    """A story in Polish whose speaker, office and pictures have names in Ukrainian only."""
    speaker = a_speaker(uk="Ада Лозова", office={"title_uk": "міська голова"})
    picture = a_picture(credit_en="", credit_pl="")
    parts = [a_quote(pl="<p>Most stoi.</p>", speaker=speaker), a_picture_block(pl="Most.", picture=picture)]
    return an_edition(*parts, language="pl", picture=picture)


def without_data(html):
    """Return a page without what it tells machines: schema.org knows no languages of names."""
    return re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)


@pytest.mark.parametrize("path", ["/pl/", "/pl/quotes/", "/pl/speakers/ada-lozova/", ""])
def test_a_borrowed_office_says_its_language_wherever_it_is_shown(nina, story, path):
    page = without_data(nina.get(path or story.get_absolute_url()).text)
    assert page.count("міська голова") == page.count('<span lang="uk" dir="auto">міська голова</span>') >= 1


@pytest.mark.parametrize(("path", "times"), [("/pl/", 1), ("", 2)])
def test_a_credit_that_a_language_lacks_is_borrowed_and_says_its_language(nina, story, path, times):
    page = nina.get(path or story.get_absolute_url()).text
    assert page.count('<cite lang="uk" dir="auto">Фото: Анна Бондар</cite>') == times


def test_a_credit_in_the_language_of_the_page_stands_bare(nina, db):
    page = nina.get(an_edition(picture=a_picture()).get_absolute_url()).text
    assert "<cite>Фото: Анна Бондар</cite>" in page
