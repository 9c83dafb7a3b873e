"""A page of the newspaper is the same bytes for every reader outside its two slots."""

import random
import re

import pytest

from tests.builders import a_quote, a_speaker, a_text, an_article, published
from tests.readers import answered, register

pytestmark = pytest.mark.django_db
# The two slots stand side by side, first in the body, and nothing else does.
SLOTS = re.compile(r'(?<=<body>\n).*?(?=<header class="masthead")', re.DOTALL)
LANGUAGES = ["", "uk", "en", "pl", "de,en;q=0.5", "pl-PL,pl;q=0.9,en;q=0.8", "*", "junk;;;", "en;q=0", "x" * 8192]
COMBINATIONS = 200
CHOICES = {
    "accept-language": LANGUAGES,
    "user-agent": [
        "",
        "Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0",
        "Googlebot/2.1 (+http://www.google.com/bot.html)",
    ],
    "sec-gpc": ["", "1", "0"],
    "x-forwarded-for": ["", "203.0.113.9"],
    "referer": ["", "https://search.example/?q=x"],
    "accept-encoding": ["", "gzip, br"],
}
COOKIES = {
    "consent": ["", "junk", "1.1..1", "x" * 4096],
    "lang": ["", "en", "pl", "xx"],
    "lang-prompt": ["", "0", "1"],
    "_ga": ["", "GA1.2.3"],
}


def requests(seed):
    """Yield headers and cookies of many readers, the same ones at every run."""
    dice = random.Random(seed)
    consents = [*COOKIES["consent"], answered(), answered("embeds")]
    for _reader in range(COMBINATIONS):
        headers = {name: dice.choice(values) for name, values in CHOICES.items()}
        cookies = {name: dice.choice(values) for name, values in COOKIES.items()} | {"consent": dice.choice(consents)}
        yield {name: value for name, value in headers.items() if value}, cookies


@pytest.fixture
def paths():
    """A story in two languages, and the pages that lead to it."""
    register("embeds", "marketing")
    quote = a_quote(uk="<p>Стоїть.</p>", en="<p>It stands.</p>", speaker=a_speaker())
    article = an_article(a_text(en="<p>Traffic began.</p>"), quote, languages=("uk", "en"))
    published(article, "uk")
    story = published(article, "en").get_absolute_url()
    category = story.rsplit("/", 2)[0] + "/"
    return {
        "front": "/en/",
        "category": category,
        "story": story,
        "speaker": "/en/speakers/ada-lozova/",
        "missing": f"{category}nothing/",
    }


@pytest.mark.parametrize("kind", ["front", "category", "story", "speaker", "missing"])
def test_two_hundred_readers_get_the_same_bytes_outside_the_slots(client, paths, kind):
    pages, bars, prompts = set(), 0, 0
    for headers, cookies in requests(kind):
        client.cookies.clear()
        client.cookies.load(cookies)
        html = client.get(paths[kind], headers=headers).text
        bars += "data-consent-question" in html
        prompts += "data-prompt-question" in html
        pages.add(SLOTS.sub("", html))
    assert len(pages) == 1
    assert 0 < bars < COMBINATIONS
    assert prompts > 0 or kind == "missing"


def test_no_shared_cache_may_keep_what_was_said_to_one_reader(client, paths):
    for path in paths.values():
        response = client.get(path, headers={"accept-language": "pl"})
        assert response["Cache-Control"] == "private, no-cache"
        assert "Accept-Language" not in response.get("Vary", "")
