"""Takes the example newspaper away again; what editors made, and what their stories use, stays."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Model, ProtectedError

from articles.finding.index import leave_out
from articles.models import Article, Author, Category, Edition, FormerSlug, Source, Speaker, Topic
from articles.models.naming import Named
from newsroom.editorial.stages import Stage
from newsroom.pictures.models import Picture
from newsroom.staff.models import Person, Role

from . import files
from .files import uid_of
from .library import title_of
from .registry import strike
from .staff import USERNAMES
from .things import names_of

# In this order, because a category may be asked for by a story, and a picture by a speaker.
NAMED = {"categories": Category, "topics": Topic, "sources": Source, "authors": Author, "speakers": Speaker}


def remove() -> tuple[int, list[str], list[str]]:
    """Remove the example; return how many stories went, and the names of the things and the people that stay."""
    paper = files.newspaper()
    with transaction.atomic():
        gone = remove_stories()
        stay = [*remove_named(paper), *remove_pictures(paper)]
        strike(paper["registry"])
        people = remove_people()
    return gone, [str(each) for each in stay], [person.username for person in people]


def remove_stories() -> int:
    stories = Article.objects.filter(uid__in=[uid_of(story["key"]) for story in files.stories()])
    number = stories.count()
    editions = Edition.objects.filter(article__in=stories)
    forget_addresses("article", editions)
    forget_addresses("quote", editions)
    # An edition and its live publication each hold on to the other.
    leave_out(editions.values_list("pk", flat=True))
    editions.update(stage=Stage.DRAFT, live=None)
    editions.delete()
    stories.delete()
    return number


def remove_named(paper: dict) -> Iterator[Named]:
    """Remove what newspaper.toml names and yield what stays."""
    for section, model in NAMED.items():
        for table in paper[section]:
            found = model._default_manager.filter(**names_of(table))
            if model is Topic:
                # A topic protects no story from losing it, so we look.
                yield from found.exclude(articles=None)
                found = found.filter(articles=None)
            yield from delete_unused(found)


def remove_pictures(paper: dict) -> Iterator[Picture]:
    pictures = Picture.objects.filter(title__in=[title_of(table["key"]) for table in paper["pictures"]])
    for picture in pictures.prefetch_related("renditions"):
        stored = [picture.original, *(rendition.file for rendition in picture.renditions.all())]
        stays = delete_unused([picture])
        if not stays:
            transaction.on_commit(lambda stored=stored: [file.storage.delete(file.name) for file in stored])
        yield from stays


def remove_people() -> list[Person]:
    """Remove the people of the example and return those who stay."""
    people = Person.objects.filter(username__in=USERNAMES)
    if not Person.objects.exclude(username__in=USERNAMES).exists():
        # With nobody in it the paper would look new, and the next start would build the example again.
        return [*people]
    stay = [person for person in people if works_here(person)]
    people.exclude(pk__in=[person.pk for person in stay]).delete()
    return stay


def works_here(person: Person) -> bool:
    """Tell whether somebody took the account over, or anything but its roles names it."""
    relations = [
        each for each in Person._meta.get_fields(include_hidden=True) if each.auto_created and each.is_relation
    ]
    return person.has_usable_password() or any(
        each.related_model._base_manager.filter(**{each.field.name: person}).exists()
        for each in relations
        if each.related_model is not Role
    )


def delete_unused(rows: Iterable[Model]) -> list[Model]:
    """Delete rows with the addresses they left, and return those that something else needs."""
    stay = []
    for row in rows:
        try:
            with transaction.atomic():
                forget_addresses(getattr(row, "KIND", ""), [row])
                row.delete()
        except ProtectedError:
            stay.append(row)
    return stay


def forget_addresses(kind: str, rows: Iterable[Model]) -> None:
    FormerSlug.objects.filter(kind=kind, object_id__in=[row.pk for row in rows]).delete()
