"""Which films may play inside our pages."""

import pytest
from django.conf import settings

from articles.public.embeds import embed_of


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://youtube.com/watch?v=aqz-KE-bpKQ&t=12s", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://m.youtube.com/watch?app=m&v=aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://youtu.be/aqz-KE-bpKQ?si=abc", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://vimeo.com/1084537", "https://player.vimeo.com/video/1084537?dnt=1"),
    ],
)
def test_a_film_of_a_known_site_plays_in_its_player_that_sets_no_cookies(url, player):
    assert embed_of(url).player == player


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
        "https://evilyoutube.com/watch?v=aqz-KE-bpKQ",
        "https://youtube.com@evil.example/watch?v=aqz-KE-bpKQ",
        "https://evil.example/https://youtu.be/aqz-KE-bpKQ",
        "https://yоutube.com/watch?v=aqz-KE-bpKQ",  # a Cyrillic о
        'https://www.youtube.com/watch?v=aqz-KE-bpKQ"><script>',
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ",
        "http://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "https://vimeo.com/1084537/../../evil",
        "https://vimeo.com.evil.example/1084537",
        "https://example.org/film",
    ],
)
def test_whatever_is_anywhere_else_is_a_link(url):
    embed = embed_of(url)
    assert (embed.url, embed.player) == (url, "")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)//https://youtu.be/aqz-KE-bpKQ",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//youtu.be/aqz-KE-bpKQ",
        "youtu.be/aqz-KE-bpKQ",
        "https://",
        "https://[::1",
        "",
    ],
)
def test_what_is_no_web_address_is_not_even_a_link(url):
    assert embed_of(url) is None


@pytest.mark.parametrize("url", ["https://youtu.be/aqz-KE-bpKQ", "https://vimeo.com/1084537"])
def test_every_player_is_one_that_the_security_policy_lets_in(url):
    assert embed_of(url).player.startswith(tuple(f"{host}/" for host in settings.EMBED_HOSTS))
