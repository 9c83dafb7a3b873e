"""How many queries a page takes: few, and no more for much than for little."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from articles.models import Change
from articles.public.strips import latest, most_read
from articles.shown import counted_as
from newsroom.pagecache.readings import add_to_hours, hour_of
from tests.builders import (
    a_category,
    a_citation,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_source,
    a_speaker,
    a_text,
    a_topic,
    an_article,
    an_author,
    an_edition,
    an_embed,
    changed,
    published,
)
from tests.readers import register, registered

pytestmark = pytest.mark.django_db
MOST = 14
NAMES = 2  # of speakers and sources; behind the page cache they are looked up once for all stories that name them
STRIPS = 3  # at the foot of a page; behind the page cache they are made once for all pages


def queries(reader, path, **headers):
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(path, headers=headers).status_code == 200
    return len(captured)


def a_full_story(size, **fields):
    """A story with so many of everything that takes a query to look up; its pictures are two."""
    picture, portrait = a_picture(), a_picture()
    office = {"title_uk": "голова"}
    parts = []
    for n in range(size):
        speaker = a_speaker(portrait=portrait, office=office)
        parts += [a_text(f"<p>Абзац {n}.</p>"), a_quote(speaker=speaker, source=a_source())]
        parts += [a_picture_block(picture=picture), a_citation(), a_point()]
    authors, topics = [an_author() for _n in range(size)], [a_topic() for _n in range(size)]
    return an_edition(*parts, authors=authors, topics=topics, picture=picture, **fields)


def test_a_story_takes_as_many_queries_for_thirty_blocks_as_for_three(nina):
    short, long = a_full_story(1), a_full_story(10)
    assert queries(nina, short.get_absolute_url()) == queries(nina, long.get_absolute_url()) <= MOST


def test_a_reader_who_is_asked_everything_costs_no_more_than_the_rest_allows(nina):
    register("embeds", "analytics")
    registered("analytics", name="visits", keeping="local")
    other = an_edition(language="uk")
    link = f'<p><a href="news:{other.article.uid}">Міст</a></p>'
    parts = [a_text(link, en="<p>Yes.</p>"), an_embed("https://youtu.be/aqz-KE-bpKQ"), a_quote(source=a_source())]
    story = an_article(*parts, languages=("uk", "en"), picture=a_picture(), topics=[a_topic()], authors=[an_author()])
    published(story, "en")
    published(story, "uk")
    story = published(changed(story, headline_uk="Міст знову відкрито"), "uk", change=Change.SIGNIFICANT)
    asked = {"accept-language": "en", "user-agent": "Mozilla/5.0"}
    assert "data-consent-question" in nina.get(story.get_absolute_url(), headers=asked).text
    assert "data-prompt-question" in nina.get(story.get_absolute_url(), headers=asked).text
    assert queries(nina, story.get_absolute_url(), **asked) <= MOST + NAMES + STRIPS


@pytest.mark.parametrize("strip", [latest, most_read])
def test_a_strip_takes_as_many_queries_for_five_stories_as_for_three(strip):
    def cost(number):
        add_to_hours({(hour_of(timezone.now()), counted_as(a_full_story(1))): 1 for _story in range(number)})
        with CaptureQueriesContext(connection) as captured:
            assert len(strip().rows) >= number
        return len(captured)

    with override("uk"):
        assert cost(3) == cost(2) <= STRIPS - 1


def a_newspaper(categories, stories):
    speaker, picture = a_speaker(portrait=a_picture()), a_picture()
    for n in range(categories):
        category = a_category(uk=f"Розділ {n}")
        for hours in range(stories):
            moment = timezone.now() - timedelta(hours=hours + 1)
            an_edition(a_point(), a_quote(speaker=speaker), category=category, picture=picture, at=moment)


def test_the_front_page_takes_as_many_queries_for_many_categories_and_stories_as_for_few(nina):
    a_newspaper(categories=2, stories=6)
    few = queries(nina, "/uk/")
    a_newspaper(categories=4, stories=6)
    assert queries(nina, "/uk/") == few <= MOST


@pytest.mark.parametrize("kind", ["category", "topics", "sources", "authors", "speakers", "archive", "quotes"])
def test_a_list_takes_as_many_queries_for_twenty_stories_as_for_two(nina, kind):
    category, topic, source, author, speaker = a_category(), a_topic(), a_source(), an_author(), a_speaker()
    day = timezone.now() - timedelta(days=2)
    path = {
        "category": category.get_absolute_url(),
        "topics": topic.get_absolute_url(),
        "sources": source.get_absolute_url(),
        "authors": author.get_absolute_url(),
        "speakers": speaker.get_absolute_url(),
        "quotes": "/uk/quotes/",
        "archive": f"/uk/archive/{timezone.localdate(day):%Y/%m/%d}/",
    }[kind]

    def publish(number):
        for _story in range(number):
            an_edition(
                a_quote(speaker=speaker),
                a_citation(source),
                authors=[author],
                topics=[topic],
                category=category,
                picture=a_picture(),
                at=day,
            )

    publish(2)
    few = queries(nina, path)
    publish(18)
    assert queries(nina, path) == few <= MOST


def test_a_speaker_takes_as_many_queries_with_five_offices_as_with_one(nina):
    speaker = a_speaker(portrait=a_picture(), office={"title_uk": "голова"})
    an_edition(a_quote(speaker=speaker))
    few = queries(nina, speaker.get_absolute_url())
    for _office in range(4):
        speaker.offices.create(title_uk="радниця")
    assert queries(nina, speaker.get_absolute_url()) == few <= MOST


def test_the_page_of_a_quote_takes_few_queries(nina):
    quote = a_quote(speaker=a_speaker(portrait=a_picture(), office={"title_uk": "голова"}), source=a_source())
    an_edition(quote)
    assert queries(nina, f"/uk/quotes/{quote.uid}/") <= MOST // 2


@pytest.mark.parametrize("path", ["/uk/quotes/feed/", "/uk/speakers/ada-lozova/feed/"])
def test_a_feed_takes_as_many_queries_for_fifty_quotes_as_for_two(nina, path):
    ada = a_speaker(portrait=a_picture(), office={"title_uk": "голова"})
    an_edition(*(a_quote(speaker=ada, source=a_source()) for _n in range(2)))
    few = queries(nina, path)
    an_edition(*(a_quote(speaker=ada, source=a_source()) for _n in range(48)))
    assert queries(nina, path) == few <= MOST // 2
