"""What pages tell machines: whose words they are, and who that is."""

import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.builders import a_picture, a_quote, a_source, a_speaker, an_edition

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def told(reader, path):
    (block,) = BLOCK.findall(reader.get(path).text)
    return json.loads(block)


@pytest.fixture
def ada():
    """Somebody who has another office today than in May."""
    speaker = a_speaker(uk="Ада", wikidata="Q7259", portrait=a_picture())
    speaker.identities.create(url="https://viaf.org/viaf/75121530")
    speaker.offices.create(title_uk="заступниця", until=date(2026, 5, 31))
    speaker.offices.create(title_uk="голова", since=date(2026, 6, 1))
    return speaker


def test_a_quote_tells_whose_words_it_is_and_where_they_stand(nina, ada):
    quote = a_quote("<p>Стоїть.</p>", speaker=ada, said_on=date(2026, 5, 1), source=a_source(uk="Реєстр"))
    story = an_edition(quote, headline_uk="Міст")
    data = told(nina, f"/uk/quotes/{quote.uid}/")
    assert data["@context"] == "https://schema.org"
    assert {name: data[name] for name in ("@type", "text", "inLanguage", "dateCreated", "citation")} == {
        "@type": "Quotation",
        "text": "Стоїть.",
        "inLanguage": "uk",
        "dateCreated": "2026-05-01",
        "citation": "Реєстр",
    }
    assert data["url"] == f"{SITE}/uk/quotes/{quote.uid}/"
    assert (data["isPartOf"]["@type"], data["isPartOf"]["headline"]) == ("NewsArticle", "Міст")
    assert data["isPartOf"]["url"] == SITE + story.get_absolute_url()
    person = data["spokenByCharacter"]
    assert person == data["creator"]
    assert (person["@type"], person["name"], person["jobTitle"]) == ("Person", "Ада", "заступниця")
    assert person["url"] == f"{SITE}/uk/speakers/ada/"
    assert person["sameAs"] == ["https://www.wikidata.org/wiki/Q7259", "https://viaf.org/viaf/75121530"]
    assert "translationOfWork" not in data


def test_translated_words_tell_the_original_and_its_language(nina):
    quote = a_quote(original_words="It stands.", original_language="en")
    an_edition(quote)
    original = {"@type": "Quotation", "text": "It stands.", "inLanguage": "en"}
    assert told(nina, f"/uk/quotes/{quote.uid}/")["translationOfWork"] == original


def test_words_whose_original_is_not_at_hand_tell_its_language(nina):
    quote = a_quote(original_language="en")
    an_edition(quote)
    original = {"@type": "Quotation", "inLanguage": "en"}
    assert told(nina, f"/uk/quotes/{quote.uid}/")["translationOfWork"] == original


def test_words_in_the_language_they_were_said_in_are_no_translation(nina):
    quote = a_quote(original_language="uk")
    an_edition(quote)
    assert "translationOfWork" not in told(nina, f"/uk/quotes/{quote.uid}/")


def test_somebody_without_a_page_is_credited_and_no_person_is_made_of_them(nina):
    quote = a_quote(speaker=None, attribution_uk="заява порту")
    an_edition(quote)
    data = told(nina, f"/uk/quotes/{quote.uid}/")
    assert data["creditText"] == "заява порту"
    assert "creator" not in data


def test_a_speaker_is_a_person_in_the_office_of_today(nina, ada):
    an_edition(a_quote(speaker=ada), at=timezone.now() - timedelta(days=1))
    ada.aliases.create(text="Адочка")
    person = told(nina, "/uk/speakers/ada/")
    image = person.pop("image")
    assert person == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Ада",
        "url": f"{SITE}/uk/speakers/ada/",
        "jobTitle": "голова",
        "sameAs": ["https://www.wikidata.org/wiki/Q7259", "https://viaf.org/viaf/75121530"],
    }
    assert image.startswith(f"{SITE}/media/pictures/")


@pytest.mark.parametrize("number", ["", "7259", "Q0", "Q1/../evil", "q7259"])
def test_what_is_no_number_of_wikidata_leads_nowhere(nina, number):
    an_edition(a_quote(speaker=a_speaker(uk="Ада", wikidata=number)))
    assert "sameAs" not in told(nina, "/uk/speakers/ada/")
    assert "wikidata.org" not in nina.get("/uk/speakers/ada/").text


def test_no_words_can_end_the_block_or_begin_markup(nina):
    quote = a_quote("<p>&lt;/script&gt;&lt;b&gt; &amp; <!-- --></p>")
    an_edition(quote)
    html = nina.get(f"/uk/quotes/{quote.uid}/").text
    (block,) = BLOCK.findall(html)
    assert not set("<>&") & set(block)
    assert json.loads(block)["text"] == "</script><b> &"
