"""Links that show one version in one language to people without an account (ASVS 14.2.1).

A link is signed, so that nobody can make up another; that it may be taken back, is a row's business.
"""

from datetime import timedelta

from django.core import signing
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from newsroom.staff.models import Person

from ..models import Article, Edition, PreviewLink, Version

SALT = "articles.preview"
HOURS = (1, 24, 72)


class Dead(Exception):
    """Raised for a link that shows nothing any more: `reason` is expired, revoked or published."""

    def __init__(self, reason: str, link: PreviewLink) -> None:
        super().__init__(reason)
        self.reason, self.link = reason, link


def make_link(version: Version, language: str, by: Person, hours: int) -> PreviewLink:
    expires = timezone.now() + timedelta(hours=hours)
    return PreviewLink.objects.create(version=version, language=language, by=by, expires=expires)


def path_to(link: PreviewLink) -> str:
    return reverse("preview", args=[signing.dumps([link.pk, link.version_id, link.language], salt=SALT)])


def link_of(token: str) -> PreviewLink | None:
    """Return the link a token stands for, None for a made-up one. Raises Dead."""
    try:
        pk, version, language = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    links = PreviewLink.objects.select_related("version__article")
    link = links.filter(pk=pk, version=version, language=language).first()
    if link and (reason := reason_of_death(link)):
        raise Dead(reason, link)
    return link


def reason_of_death(link: PreviewLink) -> str:
    """Return why a link shows nothing any more; "" while it lives."""
    if link.revoked:
        return "revoked"
    if published_since(link):
        return "published"
    return "expired" if link.expires <= timezone.now() else ""


def published_since(link: PreviewLink) -> bool:
    """Tell whether readers got a text of this language after the link was made, even if it was withdrawn since."""
    now = timezone.now()
    went_live = Q(publications__when__gte=link.made) | Q(publish_at__gte=link.made)
    # One that was withdrawn may have been planned anew.
    began = Q(first_published__gte=link.made, first_published__lte=now)
    editions = Edition.objects.filter(article=link.version.article_id, language=link.language)
    return editions.filter(Q(went_live, publish_at__lte=now) | began).exists()


def living_links(article: Article) -> list[PreviewLink]:
    """Return the links of a story that still show something, the newest first."""
    standing = PreviewLink.objects.standing().filter(version__article=article)
    return [link for link in standing.select_related("version", "by") if not published_since(link)]


def revoke(link: PreviewLink) -> None:
    link.revoked = timezone.now()
    link.save(update_fields=["revoked"])
