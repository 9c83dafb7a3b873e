"""Filing a flash: a new story goes out at once, and what it still lacks is noted."""

from uuid import UUID

from django.db import transaction

from newsroom.staff.models import Person

from ..models import Article
from ..publishing import announce, publish
from .saving import settle
from .tasks import note_tasks


def save_new(article: Article, by: Person, key: UUID) -> None:
    """Save a new story at the desk; `key` is that of the form it was written in."""
    with transaction.atomic():
        article.changed_by = by
        article.save()
        settle(article, {}, by, key=key)


def file_flash(article: Article, by: Person, key: UUID, *, is_breaking: bool) -> None:
    """Save a new story and give readers its original language, as breaking news if it is; raises NotReady."""
    with transaction.atomic():
        save_new(article, by, key)
        edition = article.editions.get(language=article.original_language)
        publish(edition, by)
        if is_breaking:
            announce(edition)
        note_tasks(article)
