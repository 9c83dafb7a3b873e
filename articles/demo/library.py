"""The pictures of the example, drawn when they are first needed."""

from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile

from newsroom.pictures.models import Picture

from .drawings import draw
from .files import Report, by_language

CREDITS = {"uk": "Малюнок: «{name}»", "en": "Illustration: {name}", "pl": "Rysunek: „{name}”"}


def title_of(key: str) -> str:
    """Return the title by which a picture of the example is found in the library."""
    return f"Example newspaper: {key}"


def pictures(tables: list[dict], report: Report) -> dict[str, Picture]:
    """Find or draw the pictures, each by its key."""
    titles = [title_of(table["key"]) for table in tables]
    kept = {picture.title: picture for picture in Picture.objects.filter(title__in=titles)}
    found = {}
    for number, table in enumerate(tables, start=1):
        found[table["key"]] = kept.get(title_of(table["key"])) or _drawn(table)
        report("Pictures", number, len(tables))
    return found


def _drawn(table: dict) -> Picture:
    data = BytesIO()
    draw(table["key"]).save(data, "JPEG", quality=90)
    names = settings.NEWSPAPER_NAMES
    credits = {code: credit.format(name=names[code]) for code, credit in CREDITS.items() if code in names}
    return Picture.objects.create(
        original=ContentFile(data.getvalue(), f"{table['key']}.jpg"),
        title=title_of(table["key"]),
        **by_language("alt", table["alt"]),
        **by_language("credit", credits),
    )
