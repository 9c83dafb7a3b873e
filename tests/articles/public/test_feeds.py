"""Whoever follows somebody, or everybody, gets what they say."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone

from articles.publishing import withdraw
from tests.builders import a_quote, a_speaker, an_edition

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
FEEDS = pytest.mark.parametrize("path", ["/uk/quotes/feed/", "/uk/speakers/ada/feed/"])


@pytest.fixture
def ada():
    return a_speaker(uk="Ада", office={"title_uk": "голова"})


def feed(reader, path):
    response = reader.get(path)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return fromstring(response.content).find("channel")


def entries(reader, path):
    return [{part.tag: part.text for part in entry} for entry in feed(reader, path).iter("item")]


@FEEDS
def test_an_entry_says_who_said_what_and_leads_to_the_quote(nina, ada, path):
    story = an_edition(a_quote("<p>Міст & <em>порт</em>.</p>", speaker=ada), headline_uk="Міст")
    (quote,) = story.quotes.all()
    (entry,) = entries(nina, path)
    assert entry["title"] == "Ада, голова"
    assert entry["guid"] == entry["link"] == SITE + quote.get_absolute_url()
    assert "Міст &amp; порт." in entry["description"]
    assert f'href="{SITE}{quote.place_in_story}"' in entry["description"]
    assert parsedate_to_datetime(entry["pubDate"]) == story.publish_at.replace(microsecond=0)


@FEEDS
def test_a_feed_says_its_language_and_where_it_and_its_page_stand(nina, ada, path):
    an_edition(a_quote(speaker=ada))
    about = feed(nina, path)
    assert about.findtext("language") == "uk"
    assert about.findtext("link") == SITE + path.removesuffix("feed/")
    assert about.find("{http://www.w3.org/2005/Atom}link").attrib == {"rel": "self", "href": SITE + path}


@FEEDS
def test_its_page_leads_to_a_feed(nina, ada, path):
    an_edition(a_quote(speaker=ada))
    html = nina.get(path.removesuffix("feed/")).text
    assert '<link rel="alternate" type="application/rss+xml"' in html
    assert html.count(f'href="{path}"') == 2  # for machines and for people


@FEEDS
def test_a_feed_holds_the_fifty_newest(nina, ada, path):
    for hours in (1, 2):
        quotes = [a_quote(f"<p>{hours}, {n}.</p>", speaker=ada) for n in range(30)]
        an_edition(*quotes, at=timezone.now() - timedelta(hours=hours))
    found = entries(nina, path)
    assert len(found) == 50
    assert "1, 0." in found[0]["description"]
    assert "2, 19." in found[-1]["description"]


def test_a_feed_of_a_speaker_has_no_words_of_others(nina, ada):
    an_edition(a_quote("<p>Моє.</p>", speaker=ada), a_quote("<p>Чуже.</p>"))
    assert len(entries(nina, "/uk/speakers/ada/feed/")) == 1


def test_signs_that_no_xml_may_hold_are_left_out(nina, ada):
    ada.name_uk = "А\x0bда"
    ada.save()
    an_edition(a_quote("<p>Сто\x08їть.</p>", speaker=ada))
    (entry,) = entries(nina, "/uk/quotes/feed/")
    assert "Стоїть." in entry["description"]


def test_somebody_who_is_heard_no_more_has_no_feed(nina, ada):
    withdraw(an_edition(a_quote(speaker=ada)), None)
    assert nina.get("/uk/speakers/ada/feed/").status_code == 404
    assert entries(nina, "/uk/quotes/feed/") == []


def test_a_feed_of_a_speaker_who_moved_leads_to_the_new_address(nina, ada):
    an_edition(a_quote(speaker=ada))
    ada.slug_uk = "ada-lozova"
    ada.save()
    moved = nina.get("/uk/speakers/ada/feed/")
    assert (moved.status_code, moved["Location"]) == (301, "/uk/speakers/ada-lozova/feed/")
