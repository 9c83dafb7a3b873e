"""Other sites whose films, posts and recordings may open inside our pages.

Each of their addresses becomes the address of a frame; no script of theirs ever runs in a page of ours. The hosts of
the frames stand in EMBED_HOSTS too, for the content security policy.
"""

import re
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Medium(NamedTuple):
    """What a frame shows: `name` gives it its room (static/css/embed.css), `load` is said on its button."""

    name: str
    load: Promise


class Player(NamedTuple):
    """A form of a provider's addresses and the address of a frame, filled from what the form found."""

    medium: Medium
    pattern: re.Pattern[str]
    frame: str


class Provider(NamedTuple):
    """A site, where it says what it does with what it learns of readers, and its players."""

    name: str
    privacy: str
    players: list[Player]


FILM = Medium("film", _("Load this film"))
CLIP = Medium("clip", _("Load this film"))  # upright, from a telephone
POST = Medium("post", _("Load this post"))
SOUND = Medium("sound", _("Load this recording"))
CHART = Medium("chart", _("Load this chart"))


def address(pattern: str) -> re.Pattern[str]:
    """Compile the form of an address; what follows the last part, such as ?utm_source=…, is of no interest."""
    return re.compile(rf"https://{pattern}/?(?:[?&#]\S*)?", re.ASCII)


FACEBOOK = r"(?:www\.|m\.)?facebook\.com"
FACEBOOK_PAGE = r"(?P<page>\w[\w.-]{0,79})"
FACEBOOK_POST = r"(?P<id>pfbid\w{1,80}|[0-9]{5,20})"
# A word of the address itself, which Facebook puts before the number of a post or a film.
FACEBOOK_TITLE = r"(?:[\w%.-]{1,200}/)?"
FACEBOOK_PLUGINS = "https://www.facebook.com/plugins"

PROVIDERS = [
    Provider(
        "YouTube",
        "https://policies.google.com/privacy",
        [
            Player(
                FILM,
                address(
                    r"(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[\w.=%-]+&)*v=|live/)|youtu\.be/)(?P<id>[\w-]{11})"
                ),
                "https://www.youtube-nocookie.com/embed/{id}",
            ),
            Player(
                CLIP,
                address(r"(?:www\.|m\.)?youtube\.com/shorts/(?P<id>[\w-]{11})"),
                "https://www.youtube-nocookie.com/embed/{id}",
            ),
        ],
    ),
    Provider(
        "Vimeo",
        "https://vimeo.com/privacy",
        [
            Player(
                FILM, address(r"(?:www\.)?vimeo\.com/(?P<id>[0-9]{5,12})"), "https://player.vimeo.com/video/{id}?dnt=1"
            )
        ],
    ),
    Provider(
        "X",
        "https://x.com/privacy",
        [
            Player(
                POST,
                address(
                    r"(?:www\.|mobile\.)?(?:x|twitter)\.com/(?:\w{1,15}|i/web)/status/(?P<id>[0-9]{1,20})"
                    r"(?:/(?:photo|video)/[0-9])?"
                ),
                "https://platform.twitter.com/embed/Tweet.html?id={id}&dnt=true",
            )
        ],
    ),
    Provider(
        "Telegram",
        "https://telegram.org/privacy",
        [
            Player(
                POST,
                address(r"t\.me/(?:s/)?(?P<channel>[A-Za-z]\w{3,31})/(?P<id>[0-9]{1,10})"),
                "https://t.me/{channel}/{id}?embed=1",
            )
        ],
    ),
    Provider(
        "Facebook",
        "https://www.facebook.com/privacy/policy/",
        [
            Player(
                POST,
                address(rf"{FACEBOOK}/{FACEBOOK_PAGE}/posts/{FACEBOOK_TITLE}{FACEBOOK_POST}"),
                f"{FACEBOOK_PLUGINS}/post.php?href=https%3A%2F%2Fwww.facebook.com%2F{{page}}%2Fposts%2F{{id}}",
            ),
            Player(
                POST,
                address(rf"{FACEBOOK}/permalink\.php\?story_fbid={FACEBOOK_POST}&id=(?P<page>[0-9]{{5,20}})"),
                f"{FACEBOOK_PLUGINS}/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fpermalink.php"
                "%3Fstory_fbid%3D{id}%26id%3D{page}",
            ),
            Player(
                FILM,
                address(rf"{FACEBOOK}/{FACEBOOK_PAGE}/videos/{FACEBOOK_TITLE}(?P<id>[0-9]{{5,20}})"),
                f"{FACEBOOK_PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2F{{page}}%2Fvideos%2F{{id}}",
            ),
            Player(
                FILM,
                address(rf"{FACEBOOK}/watch/?\?(?:[\w.=%-]+&)*v=(?P<id>[0-9]{{5,20}})"),
                f"{FACEBOOK_PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D{{id}}",
            ),
            Player(
                CLIP,
                address(rf"{FACEBOOK}/reel/(?P<id>[0-9]{{5,20}})"),
                f"{FACEBOOK_PLUGINS}/video.php?href=https%3A%2F%2Fwww.facebook.com%2Freel%2F{{id}}",
            ),
        ],
    ),
    Provider(
        "Instagram",
        "https://privacycenter.instagram.com/policy",
        [
            Player(
                POST,
                address(r"(?:www\.)?instagram\.com/(?:[\w.]{1,30}/)?(?:p|reels?|tv)/(?P<id>[\w-]{5,40})"),
                "https://www.instagram.com/p/{id}/embed/",
            )
        ],
    ),
    Provider(
        "TikTok",
        "https://www.tiktok.com/legal/privacy-policy",
        [
            Player(
                CLIP,
                address(r"(?:www\.|m\.)?tiktok\.com/@[\w.-]{1,40}/video/(?P<id>[0-9]{8,24})"),
                "https://www.tiktok.com/player/v1/{id}",
            )
        ],
    ),
    Provider(
        "Spotify",
        "https://www.spotify.com/legal/privacy-policy/",
        [
            Player(
                SOUND,
                address(
                    r"open\.spotify\.com/(?:intl-[a-z]{2,5}/)?(?P<what>track|album|artist|playlist|episode|show)"
                    r"/(?P<id>[0-9A-Za-z]{22})"
                ),
                "https://open.spotify.com/embed/{what}/{id}",
            )
        ],
    ),
    Provider(
        "Datawrapper",
        "https://www.datawrapper.de/privacy",
        [
            Player(
                CHART,
                address(r"datawrapper\.dwcdn\.net/(?P<id>[0-9A-Za-z]{5})/(?P<version>[0-9]{1,5})"),
                "https://datawrapper.dwcdn.net/{id}/{version}/",
            ),
            Player(
                CHART,
                address(r"(?:datawrapper\.dwcdn\.net|(?:www\.)?datawrapper\.de/_)/(?P<id>[0-9A-Za-z]{5})"),
                "https://datawrapper.dwcdn.net/{id}/",
            ),
        ],
    ),
    Provider(
        "Flourish",
        "https://flourish.studio/privacy/",
        [
            Player(
                CHART,
                address(
                    r"(?:public\.flourish\.studio|flo\.uri\.sh)/(?P<what>visualisation|story)/(?P<id>[0-9]{3,12})"
                    r"(?:/embed)?"
                ),
                "https://flo.uri.sh/{what}/{id}/embed",
            )
        ],
    ),
]
