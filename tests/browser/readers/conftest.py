"""A newspaper whose readers are asked about films and statistics, and one story of it in three languages."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles.models import Speaker
from tests.builders import a_category, a_picture, a_quote, a_speaker, a_text, an_article, an_embed, published
from tests.conftest import READER
from tests.readers import register, register_players

FILM = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
LANGUAGES = ("uk", "en", "pl")


@pytest.fixture(autouse=True)
def asked_for(transactional_db):
    """What readers are asked about; a test may register more."""
    register("analytics")
    register_players()


@pytest.fixture
def article(transactional_db):
    return an_article(
        a_text("<p>Рух відкрили зранку.</p>", "<p>Traffic began.</p>", "<p>Ruch ruszył.</p>"),
        a_quote("<p>Міст стоятиме.</p>", "<p>It will stand.</p>", "<p>Będzie stał.</p>", speaker=a_speaker()),
        an_embed(FILM, "Фільм", "A film", "Film"),
        category=a_category(),
        languages=LANGUAGES,
        picture=a_picture(),
    )


@pytest.fixture
def addresses(article):
    """The kinds of pages there are, in Ukrainian: readers here have English browsers and are offered English."""
    editions = {code: published(article, code) for code in LANGUAGES}
    with override("uk"):
        speaker = Speaker.objects.get().get_absolute_url()
        quote = editions["uk"].quotes.get().get_absolute_url()
        category = article.category.get_absolute_url()
    return {
        "front": "/uk/",
        "category": category,
        "story": editions["uk"].get_absolute_url(),
        "speaker": speaker,
        "bank": "/uk/quotes/",
        "quote": quote,
        "search": "/uk/search/?q=міст",
        "nothing found": "/uk/search/?q=шістнадцятковий",
        "quotes found": "/uk/quotes/?q=міст",
        "archive": f"/uk/archive/{timezone.localtime():%Y/%m/%d}/",
        "cookies": "/uk/privacy/",
        "nothing": "/uk/nothing-here/",
    }


@pytest.fixture
def reader_from(chromium, live_server):
    """Open the browser of a reader whose language is given, as in reader_from("pl-PL"); it returns a page."""
    contexts = []

    def open_page(locale, **options):
        contexts.append(chromium.new_context(base_url=live_server.url, **(READER | {"locale": locale} | options)))
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
