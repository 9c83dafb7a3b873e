"""What pages show of people, things, offices and pictures: the value of each part of a row, by its tag."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import Model
from django.utils.translation import override

from newsroom.pictures.models import Picture
from newsroom.pictures.templatetags.pictures import text_of

from ..models import Author, Category, Identity, Office, Source, Speaker, Topic
from ..models.naming import Named
from ..models.translated import borrowed
from ..shown import named, tag_of

CODES = [code for code, _name in settings.LANGUAGES]
Parts = dict[str, object]


def in_each_language(row: Model, part: str, value: Callable[[str], object]) -> Parts:
    """Return the value of a part in each language, asked for while that language is active."""
    found = {}
    for code in CODES:
        with override(code):
            found[tag_of(row, part, code)] = value(code)
    return found


def of_named(row: Named) -> Parts:
    return (
        in_each_language(row, "name", lambda code: borrowed(row, "name"))
        | in_each_language(row, "named", lambda code: bool(row.name_in(code)))
        | in_each_language(row, "slug", row.slug_in)
    )


def of_category(row: Category) -> Parts:
    places = {tag_of(row, "place"): row.position, tag_of(row, "parent"): row.parent_id}
    return of_named(row) | places | in_each_language(row, "about", lambda code: row.description)


def of_author(row: Author) -> Parts:
    return of_named(row) | in_each_language(row, "about", lambda code: row.biography)


def of_source(row: Source) -> Parts:
    return of_named(row) | in_each_language(row, "about", lambda code: row.url)


def of_speaker(row: Speaker) -> Parts:
    return of_named(row) | {tag_of(row, "portrait"): row.portrait_id, tag_of(row, "wikidata"): row.wikidata}


def of_identity(row: Identity) -> Parts:
    return {named("speaker", row.speaker_id, "identity"): (row.pk, row.url)}


def of_office(row: Office) -> Parts:
    held = {named("speaker", row.speaker_id, "offices"): (row.pk, row.since, row.until)}
    return held | in_each_language(row, "title", lambda code: borrowed(row, "title"))


def of_picture(row: Picture) -> Parts:
    return (
        {tag_of(row, "image"): (str(row.original), row.width)}
        | in_each_language(row, "alt", lambda code: ("", "") if row.decorative else text_of(row, "alt"))
        | in_each_language(row, "credit", lambda code: text_of(row, "credit"))
    )


PARTS_OF: dict[type[Model], Callable[[Model], Parts]] = {
    Category: of_category,
    Topic: of_named,
    Author: of_author,
    Source: of_source,
    Speaker: of_speaker,
    Office: of_office,
    Identity: of_identity,
    Picture: of_picture,
}
