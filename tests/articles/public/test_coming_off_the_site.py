"""A story that comes off the site at a set moment is there until that very moment, and nowhere from then on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Change
from articles.publishing import publish, withdraw
from tests.builders import (
    a_category,
    a_citation,
    a_quote,
    a_source,
    a_speaker,
    a_text,
    a_topic,
    an_article,
    an_author,
    changed,
    published,
)

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
LIVE = timezone.make_aware(timezone.datetime(2020, 5, 1, 12))
END = timezone.make_aware(timezone.datetime(2020, 5, 1, 18))
AROUND = pytest.mark.parametrize(("after", "is_there"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])


@pytest.fixture
def clock(monkeypatch):
    """Set the clock to a moment; at first it shows an hour before the end."""

    def show(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    show(END - timedelta(hours=1))
    return show


@pytest.fixture
def things():
    category = a_category(uk="Місто", en="City", pl="Miasto")
    return {"category": category, "topics": [a_topic()], "authors": [an_author()]}


@pytest.fixture
def ending(clock, things):
    """A story that comes off the site, and one that stays and links to it."""
    speaker, source = a_speaker(), a_source()
    story = an_article(
        a_quote("<p>Примара стоїть.</p>", speaker=speaker), a_citation(source), headline_uk="Примара", **things
    )
    link = a_text(f'<p><a href="news:{story.uid}">там</a></p>')
    other = an_article(link, a_quote(speaker=speaker), a_citation(source), headline_uk="Порт", **things)
    published(other, at=LIVE - SECOND)
    return published(story, at=LIVE, until=END)


PAGES = {
    "front": "/uk/",
    "category": "/uk/misto/",
    "topic": "/uk/topics/richka/",
    "speaker": "/uk/speakers/ada-lozova/",
    "source": "/uk/sources/portovyi-reiestr/",
    "author": "/uk/authors/olha-koval/",
    "day": "/uk/archive/2020/05/01/",
    "bank": "/uk/quotes/",
    "feed": "/uk/quotes/feed/",
    "feed of a speaker": "/uk/speakers/ada-lozova/feed/",
    "link": "/uk/misto/port/",
}


@AROUND
def test_its_address_says_from_the_moment_on_that_it_was_withdrawn(nina, clock, ending, after, is_there):
    clock(END + after)
    assert nina.get(ending.get_absolute_url()).status_code == (200 if is_there else 410)


@AROUND
@pytest.mark.parametrize("page", PAGES)
def test_it_is_on_every_page_until_the_moment_and_on_none_from_then_on(nina, clock, ending, page, after, is_there):
    clock(END + after)
    response = nina.get(PAGES[page])
    sign = ending.get_absolute_url() if page == "link" else "Примара"
    assert (response.status_code, sign in response.text) == (200, is_there)


@AROUND
def test_a_page_that_only_it_leads_to_is_there_until_the_moment(nina, clock, things, after, is_there):
    article = an_article(a_quote(), a_citation(), **things)
    published(article, at=LIVE, until=END)
    clock(END + after)
    for page in ("topic", "speaker", "source", "author"):
        assert nina.get(PAGES[page]).status_code == (200 if is_there else 404), page


@AROUND
def test_the_menu_names_its_category_until_the_moment(nina, clock, after, is_there):
    published(an_article(category=a_category(uk="Місто")), at=LIVE, until=END)
    clock(END + after)
    assert ("Місто" in nina.get("/uk/").text) == is_there


@AROUND
def test_other_languages_offer_it_until_the_moment(nina, clock, things, after, is_there):
    article = an_article(languages=("uk", "en"), **things)
    original = published(article, "uk", at=LIVE, until=END)
    translation = published(article, "en", at=LIVE)
    pages = {
        "/en/": "/uk/",
        translation.get_absolute_url(): original.get_absolute_url(),
        "/en/city/": "/uk/misto/",
        "/en/topics/the-river/": "/uk/topics/richka/",
        "/en/authors/olha-koval/": "/uk/authors/olha-koval/",
        "/en/archive/2020/05/01/": "/uk/archive/2020/05/01/",
    }
    clock(END + after)
    for page, elsewhere in pages.items():
        response = nina.get(page)
        assert response.status_code == 200
        assert (response.wsgi_request.alternates.get("uk") == elsewhere) == is_there, page


@AROUND
def test_it_is_older_than_another_language_only_while_it_is_there(nina, clock, after, is_there):
    article = an_article(languages=("uk", "en"))
    published(article, "en", at=LIVE, until=END)
    original = published(article, "uk", at=LIVE)
    clock(END - SECOND)
    published(changed(article, lead_uk="Нове."), "uk", change=Change.SIGNIFICANT)
    clock(END + after)
    older = nina.get(original.get_absolute_url()).wsgi_request.older_alternates
    assert older == ({"en"} if is_there else set())


@AROUND
def test_readers_who_came_to_another_language_are_sent_to_it_until_the_moment(nina, clock, ending, after, is_there):
    clock(END + after)
    response = nina.get("/en/city/prymara/")
    assert response.status_code == 404
    assert response.context["elsewhere"] == ({"uk": ending.get_absolute_url()} if is_there else {})


@AROUND
def test_days_lead_to_its_day_until_the_moment(nina, clock, after, is_there):
    for day in (1, 9):
        published(an_article(), at=LIVE - timedelta(days=10 - day))
    published(an_article(), at=LIVE - timedelta(days=5), until=END)
    clock(END + after)
    context = nina.get("/uk/archive/2020/04/22/").context
    assert (context["next_day"].day == 26) == is_there
    context = nina.get("/uk/archive/2020/04/30/").context
    assert (context["previous_day"].day == 26) == is_there


def test_a_planned_story_comes_and_goes_by_itself(nina, clock, things):
    edition = published(an_article(**things), at=END - 2 * SECOND, until=END)
    answers = []
    for seconds in (3, 2, 1, 0):
        clock(END - seconds * SECOND)
        answers.append(nina.get(edition.get_absolute_url()).status_code)
    assert answers == [404, 200, 200, 410]


def test_a_story_that_comes_back_is_on_every_page_again(nina, clock, ending):
    clock(END)
    publish(ending, None)
    for page in PAGES:
        assert ("Примара" if page != "link" else ending.get_absolute_url()) in nina.get(PAGES[page]).text, page
    assert nina.get(ending.get_absolute_url()).status_code == 200


def test_pages_of_a_list_stay_full_and_lose_no_story(nina, clock, things):
    stay = [published(an_article(**things), at=LIVE - n * timedelta(minutes=2)) for n in range(22)]
    for n in range(22):
        withdraw(published(an_article(**things), at=LIVE - timedelta(minutes=2 * n + 1)), None, at=END)
    clock(END)
    first = nina.get("/uk/misto/").context
    second = nina.get(first["older_url"]).context
    assert first["stories"] + second["stories"] == stay
    assert len(first["stories"]) == 20
