"""Links from story to story. A text names the story; its address is looked up when the page is shown."""

import re
from collections.abc import Mapping

from articles.markup import clean
from articles.models import Edition
from articles.shown import there
from newsroom.pagecache.tags import show

from . import columns

# As the sanitiser writes a link: attributes in double quotes, no link within a link.
LINK = re.compile(r'<a(?=\s)(?:[^">]|"[^"]*")*?\shref="news:(?P<uid>[^"]*)"(?:[^">]|"[^"]*")*>(?P<words>.*?)</a>', re.S)

LINKED = Edition.objects.select_related("category").only(
    "article", "stage", "publish_at", "withdraw_at", *columns.address()
)


def addresses(links: Mapping[str, int], language: str) -> dict[str, str]:
    """Return where the linked stories stand, by uid; those that readers of this language can't see are absent.

    `links` are the ids of the stories by their uids, as a publication holds them.
    """
    if not links:
        return {}
    show(*(there(story, language) for story in links.values()))
    # Asked here whether they are visible: in the query, SQLite would read the whole archive for it.
    editions = LINKED.filter(language=language, article_id__in=links.values())
    found = {edition.article_id: edition.get_absolute_url() for edition in editions if edition.is_visible}
    return {uid: found[story] for uid, story in links.items() if story in found}


def linked(html: str, addresses: Mapping[str, str]) -> str:
    """Return clean HTML whose links lead to stories; of a link that leads nowhere the words stay."""
    return LINK.sub(lambda link: _link(link, addresses), clean(html))


def _link(link: re.Match, addresses: Mapping[str, str]) -> str:
    address = addresses.get(link["uid"].lower())
    return f'<a href="{address}">{link["words"]}</a>' if address else link["words"]
