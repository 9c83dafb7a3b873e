"""A story of sixty long blocks in three languages fits into one save."""

from urllib.parse import urlencode

from django.test import RequestFactory

WORDS = "<p>" + "державний " * 2000 + "</p>"


def test_sixty_blocks_of_two_thousand_words_in_three_languages_can_be_sent():
    texts = {f"texts-{block}-text_{code}": WORDS for block in range(60) for code in ("uk", "en", "pl")}
    body = urlencode(texts).encode()
    request = RequestFactory().post("/", body, content_type="application/x-www-form-urlencoded")
    assert request.POST["texts-59-text_pl"] == WORDS
