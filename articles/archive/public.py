"""The public side of the stories of an archive, in bulk: what publish() writes, and from the same functions."""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import Model, OuterRef, Subquery

from articles.desk.compose import compose
from articles.desk.saving import PARTS
from articles.finding.index import index
from articles.listing import rows_of
from articles.models import Article, Change, Edition, Publication, Speaker
from articles.publishing import copy_card
from articles.slugs import slug_for
from newsroom.editorial.stages import Stage

from .desk import save_all
from .plan import Planned


def publish(stories: Sequence[Article], plans: Sequence[Planned], speakers: Mapping[int, Speaker]) -> None:
    """Publish stories that the desk has, each in its languages, as of its moment."""
    stored = Article.objects.select_related("category").prefetch_related(*PARTS).in_bulk([each.pk for each in stories])
    pairs = zip(stories, plans, strict=True)
    written = [each for story, planned in pairs for each in _written(stored[story.pk], planned)]
    Edition.objects.bulk_create(edition for edition, _content in written)
    Publication.objects.bulk_create(_publication(*each) for each in written)
    _show([edition.pk for edition, _content in written])
    save_all(row for each in written for row in _listed(*each, speakers))
    index([edition.pk for edition, _content in written])


def _written(story: Article, planned: Planned) -> Iterator[tuple[Edition, dict]]:
    for language in planned.languages:
        content = compose(story, language)
        moment = planned.moment_in(language)
        edition = Edition(article=story, language=language, publish_at=moment, first_published=moment)
        edition.slug = f"{slug_for(content['headline'], language)}-{story.pk}"
        copy_card(story, edition, content)
        yield edition, content


def _publication(edition: Edition, content: dict) -> Publication:
    return Publication(edition=edition, number=1, when=edition.publish_at, change=Change.FIRST, content=content)


def _show(ids: Sequence[int]) -> None:
    """Set what each edition shows; a published one must have it, so that it comes after both are written."""
    publication = Publication.objects.filter(edition=OuterRef("pk")).values("pk")[:1]
    Edition.objects.filter(pk__in=ids).update(stage=Stage.PUBLISHED, live=Subquery(publication))


def _listed(edition: Edition, content: dict, speakers: Mapping[int, Speaker]) -> Iterator[Model]:
    for rows in rows_of(edition, content, speakers).values():
        yield from rows
