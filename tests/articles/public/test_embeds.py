"""Which films, posts and recordings may open inside our pages."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import translation

from articles.public.embeds import embed_of
from articles.public.providers import PROVIDERS

FILM = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
PLUGINS = "https://www.facebook.com/plugins"
OPENS = [
    ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "YouTube", "film", FILM),
    ("https://youtube.com/watch?v=aqz-KE-bpKQ&t=12s", "YouTube", "film", FILM),
    ("https://m.youtube.com/watch?app=m&v=aqz-KE-bpKQ", "YouTube", "film", FILM),
    ("https://youtu.be/aqz-KE-bpKQ?si=abc", "YouTube", "film", FILM),
    ("https://www.youtube.com/live/aqz-KE-bpKQ?feature=share", "YouTube", "film", FILM),
    ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "YouTube", "clip", FILM),
    ("https://vimeo.com/1084537", "Vimeo", "film", "https://player.vimeo.com/video/1084537?dnt=1"),
    (
        "https://x.com/ZelenskyyUa/status/1496787304811315202?s=20",
        "X",
        "post",
        "https://platform.twitter.com/embed/Tweet.html?id=1496787304811315202&dnt=true",
    ),
    (
        "https://mobile.twitter.com/i/web/status/1496787304811315202",
        "X",
        "post",
        "https://platform.twitter.com/embed/Tweet.html?id=1496787304811315202&dnt=true",
    ),
    (
        "https://twitter.com/jack/status/20/photo/1",
        "X",
        "post",
        "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true",
    ),
    ("https://t.me/V_Zelenskiy_official/9012", "Telegram", "post", "https://t.me/V_Zelenskiy_official/9012?embed=1"),
    ("https://t.me/s/durov/227?single", "Telegram", "post", "https://t.me/durov/227?embed=1"),
    (
        "https://www.facebook.com/zelenskyy.official/posts/pfbid02dQXm7xJ?locale=uk_UA",
        "Facebook",
        "post",
        f"{PLUGINS}/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fzelenskyy.official%2Fposts%2Fpfbid02dQXm7xJ",
    ),
    (
        "https://m.facebook.com/GeneralStaff.ua/posts/a-title/1015867/",
        "Facebook",
        "post",
        f"{PLUGINS}/post.php?href=https%3A%2F%2Fwww.facebook.com%2FGeneralStaff.ua%2Fposts%2F1015867",
    ),
    (
        "https://www.facebook.com/permalink.php?story_fbid=pfbid0abc&id=100064575",
        "Facebook",
        "post",
        f"{PLUGINS}/post.php?href="
        "https%3A%2F%2Fwww.facebook.com%2Fpermalink.php%3Fstory_fbid%3Dpfbid0abc%26id%3D100064575",
    ),
    (
        "https://www.facebook.com/nasa/videos/1155606/",
        "Facebook",
        "film",
        f"{PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fnasa%2Fvideos%2F1155606",
    ),
    (
        "https://www.facebook.com/watch/?ref=saved&v=1155606",
        "Facebook",
        "film",
        f"{PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D1155606",
    ),
    (
        "https://www.facebook.com/reel/1155606",
        "Facebook",
        "clip",
        f"{PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2Freel%2F1155606",
    ),
    (
        "https://www.instagram.com/p/CaXzT-qM_3v/?utm_source=ig_web_copy_link",
        "Instagram",
        "post",
        "https://www.instagram.com/p/CaXzT-qM_3v/embed/",
    ),
    ("https://instagram.com/nasa/reel/CaXzTqM", "Instagram", "post", "https://www.instagram.com/p/CaXzTqM/embed/"),
    (
        "https://www.tiktok.com/@scout2015/video/6718335390845095173?lang=en",
        "TikTok",
        "clip",
        "https://www.tiktok.com/player/v1/6718335390845095173",
    ),
    (
        "https://open.spotify.com/episode/7makk4oTQel546B0PZlDM5?si=1",
        "Spotify",
        "sound",
        "https://open.spotify.com/embed/episode/7makk4oTQel546B0PZlDM5",
    ),
    (
        "https://open.spotify.com/intl-pl/track/4uLU6hMCjMI75M1A2tKUQC",
        "Spotify",
        "sound",
        "https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC",
    ),
    (
        "https://datawrapper.dwcdn.net/aB3dE/12/",
        "Datawrapper",
        "chart",
        "https://datawrapper.dwcdn.net/aB3dE/12/",
    ),
    ("https://datawrapper.dwcdn.net/aB3dE/", "Datawrapper", "chart", "https://datawrapper.dwcdn.net/aB3dE/"),
    ("https://www.datawrapper.de/_/aB3dE/?v=2", "Datawrapper", "chart", "https://datawrapper.dwcdn.net/aB3dE/"),
    (
        "https://public.flourish.studio/visualisation/1234567/?utm_source=showcase",
        "Flourish",
        "chart",
        "https://flo.uri.sh/visualisation/1234567/embed",
    ),
    ("https://flo.uri.sh/story/98765/embed", "Flourish", "chart", "https://flo.uri.sh/story/98765/embed"),
]
LINKS = [
    "https://www.youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
    "https://evilyoutube.com/watch?v=aqz-KE-bpKQ",
    "https://youtube.com@evil.example/watch?v=aqz-KE-bpKQ",
    "https://www.youtube.com:pass@evil.example/watch?v=aqz-KE-bpKQ",
    "https://evil.example/https://youtu.be/aqz-KE-bpKQ",
    "https://evil.example/?https://youtu.be/aqz-KE-bpKQ",
    "https://yоutube.com/watch?v=aqz-KE-bpKQ",  # a Cyrillic о
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ"><script>',
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=aqz-KE-bpK٣",  # a digit, but not one of theirs
    "https://www.youtube.com/@channel",
    "https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ",
    "http://www.youtube.com/watch?v=aqz-KE-bpKQ",
    "https://vimeo.com/1084537/../../evil",
    "https://vimeo.com.evil.example/1084537",
    "https://vimeo.com/١٠٨٤٥٣٧",
    "https://x.com.evil.example/jack/status/20",
    "https://netflix.com/jack/status/20",
    "https://x.com/jack/status/20/../../evil",
    "https://x.com/jack",
    "https://t.me/c/1234567/20",  # for members only
    "https://t.me/+AbCdEf12345",
    "https://t.me.evil.example/durov/227",
    "https://faket.me/durov/227",
    "https://t.me/durov/227/../../evil",
    "https://www.facebook.com.evil.example/nasa/posts/1155606",
    "https://www.facebook.com/../posts/1155606",
    "https://www.facebook.com/nasa&href=evil/posts/1155606",
    "https://www.facebook.com/plugins/post.php?href=https://evil.example",
    "https://l.facebook.com/l.php?u=https://evil.example",
    "https://www.instagram.com.evil.example/p/CaXzTqM/",
    "https://www.instagram.com/nasa/",
    "https://www.tiktok.com.evil.example/@scout2015/video/6718335390845095173",
    "https://www.tiktok.com/@scout2015/video/67183353908450951x",
    "https://vm.tiktok.com/ZMexample/",
    "https://open.spotify.com.evil.example/track/4uLU6hMCjMI75M1A2tKUQC",
    "https://open.spotify.com/user/4uLU6hMCjMI75M1A2tKUQC",
    "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQ-",
    "https://datawrapper.dwcdn.net.evil.example/aB3dE/1/",
    "https://datawrapper.dwcdn.net/aB3dE/../evil",
    "https://datawrapper.dwcdn.net/aB3dE/1/embed.js",
    "http://datawrapper.dwcdn.net/aB3dE/1/",
    "https://app.datawrapper.de/chart/aB3dE/publish",  # for those who make it
    "https://public.flourish.studio.evil.example/visualisation/1234567/",
    "https://flo.uri.sh/visualisation/1234567/../../evil",
    "https://app.flourish.studio/visualisation/1234567/edit",
    "https://example.org/film",
]


@pytest.mark.parametrize(("url", "provider", "medium", "frame"), OPENS)
def test_what_stands_on_a_known_site_opens_in_a_frame_of_that_site(url, provider, medium, frame):
    embed = embed_of(url)
    assert (embed.url, embed.provider, embed.medium.name, embed.frame) == (url, provider, medium, frame)


@pytest.mark.parametrize("url", LINKS)
def test_whatever_is_anywhere_else_is_a_link(url):
    embed = embed_of(url)
    assert (embed.url, embed.frame, embed.medium, embed.privacy) == (url, "", None, "")


@pytest.mark.parametrize("url", [url for url in LINKS if "evil.example/" in url.partition("?")[0]])
def test_a_link_names_the_site_that_it_really_leads_to(url):
    assert embed_of(url).provider.endswith("evil.example")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)//https://youtu.be/aqz-KE-bpKQ",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "ftp://youtu.be/aqz-KE-bpKQ",
        "//youtu.be/aqz-KE-bpKQ",
        "youtu.be/aqz-KE-bpKQ",
        "https://evil.example\\@youtu.be/aqz-KE-bpKQ",
        "https://youtu.be/aqz-KE-bpKQ\n",
        "https://evil.example/ https://youtu.be/aqz-KE-bpKQ",
        "https://",
        "https://[::1",
        "",
    ],
)
def test_what_is_no_web_address_is_not_even_a_link(url):
    assert embed_of(url) is None


def test_the_security_policy_lets_in_the_frames_of_our_providers_and_no_others():
    frames = [urlsplit(player.frame) for provider in PROVIDERS for player in provider.players]
    assert {f"{frame.scheme}://{frame.netloc}" for frame in frames} == set(settings.EMBED_HOSTS)
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"] == settings.EMBED_HOSTS


def test_every_form_of_an_address_is_tried_here():
    for player in (player for provider in PROVIDERS for player in provider.players):
        assert any(player.pattern.fullmatch(url) for url, *_rest in OPENS), player.pattern


def test_every_provider_says_over_https_what_it_does_with_what_it_learns():
    assert all(urlsplit(provider.privacy).scheme == "https" for provider in PROVIDERS)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://youtu.be/aqz-KE-bpKQ", "Load this film"),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "Load this film"),
        ("https://t.me/durov/227", "Load this post"),
        ("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", "Load this recording"),
        ("https://public.flourish.studio/visualisation/1234567/", "Load this chart"),
    ],
)
def test_the_button_says_what_it_loads(url, words):
    with translation.override("en"):
        assert str(embed_of(url).medium.load) == words
