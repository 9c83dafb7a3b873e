"""Crawlers are known by their names and asked nothing; readers are never taken for one.

The library brings the very list that the test data were taken from, an edition apart, so that it knows them says
little. What counts is that it takes no browser for a crawler, and what it costs.
"""

import json
import time

import pytest

from newsroom.readers import bots
from newsroom.readers.bots import is_bot

GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"
WEBVIEW = "Mozilla/5.0 (Linux; Android 12; {}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0"
# Browsers inside other programs, and names that look like a crawler's; written here after the manner of real ones.
READERS = [
    "",
    f"{PHONE} [FBAN/FBIOS;FBAV/520.0.0.38.101;FBDV/iPhone14,5;FBSV/18.5;FBLC/uk_UA]",
    f"{PHONE} Instagram 390.0.0.28.85 (iPhone14,5; iOS 18_5; uk_UA; uk; scale=3.00; 1170x2532)",
    f"{PHONE} Twitter for iPhone/11.2",
    f"{PHONE} [LinkedInApp]/9.31.1",
    f"{PHONE} DuckDuckGo/7 Safari/605.1.15",
    f"{PHONE} GSA/372.0.764788253 Safari/604.1",
    WEBVIEW.format("CUBOT NOTE 20 Build/SP1A.210812.016"),
    WEBVIEW.format("SM-S911B Build/UP1A") + " Mobile Safari/537.36 Telegram-Android/11.9.2 (Samsung SM-S911B)",
    "Opera/9.80 (Android; Opera Mini/88.0/191.352; U; uk) Presto/2.12.423 Version/12.16",
    "Lynx/2.9.0 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0",
]


@pytest.fixture
def crawlers(testdata):
    rows = json.loads((testdata / "http/crawler-user-agents.json").read_text())
    return [name for row in rows for name in row["instances"]]


@pytest.fixture
def browsers(testdata):
    rows = json.loads((testdata / "http/browser-headers.json").read_text())
    return [row["headers"].get("user-agent") or row["headers"]["User-Agent"] for row in rows]


@pytest.fixture
def nothing_remembered():
    bots.known.cache_clear()


def cost(names):
    """Return the seconds of computing that a name takes, on average."""
    start = time.thread_time()
    for name in names:
        is_bot(name)
    return (time.thread_time() - start) / len(names)


def test_known_crawlers_are_recognised(crawlers):
    share = sum(map(is_bot, crawlers)) / len(crawlers)
    print(f"\ncrawlers recognised: {share:.2%} of {len(crawlers)} names")
    assert len(crawlers) > 2000
    assert share > 0.99


def test_no_browser_is_taken_for_a_crawler(browsers):
    assert len(browsers) == 144
    assert not [name for name in browsers if is_bot(name)]


@pytest.mark.parametrize("name", READERS)
def test_no_reader_is_taken_for_a_crawler(name):
    assert not is_bot(name)


@pytest.mark.parametrize("longest", ["a" * 8192, "A" * 8192, "Spider" * 1365, "Mozilla/5.0 (" * 630, "\udcff" * 8192])
def test_a_hostile_name_costs_no_more_than_others(nothing_remembered, longest):
    is_bot("warm")
    assert cost([longest]) < 0.01


def test_a_browser_s_name_costs_less_than_a_millisecond_and_is_looked_at_once(nothing_remembered, browsers):
    names = list(dict.fromkeys(browsers))
    is_bot("warm")
    first, again = cost(names), cost(names)
    print(f"\na browser's name costs {first * 1e6:.0f} µs, and {again * 1e6:.1f} µs from then on")
    assert first < 0.001
    assert again < first / 5


def test_a_crawler_that_sends_a_language_is_not_asked(client):
    polish = {"accept-language": "pl"}
    assert "<aside" in client.get("/en/story/", headers=polish | {"user-agent": PHONE}).text
    assert "<aside" not in client.get("/en/story/", headers=polish | {"user-agent": GOOGLE}).text
