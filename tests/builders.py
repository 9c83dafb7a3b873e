"""Builders for tests: each makes one ordinary thing; a test names only what it is about.

Texts are given by language: a_text(uk="<p>Так.</p>", en="<p>Yes.</p>").
"""

from datetime import timedelta
from io import BytesIO
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from articles.desk.saving import for_desk, pieces_before, settle
from articles.models import (
    Article,
    Author,
    Category,
    Citation,
    Edition,
    EmbedBlock,
    HeadingBlock,
    ListBlock,
    PictureBlock,
    Point,
    QuoteBlock,
    Source,
    Speaker,
    TableBlock,
    TextBlock,
    Topic,
)
from articles.publishing import publish
from newsroom.pictures.models import Picture

HEADLINES = {"uk": "Міст відкрито", "en": "The bridge is open", "pl": "Most otwarty"}
colours = count()


def by_language(field, uk, en, pl):
    return {f"{field}_{code}": text for code, text in (("uk", uk), ("en", en), ("pl", pl)) if text}


def a_category(uk="", en="", pl="", **fields):
    """A category with the names the test gives, else with one in every language."""
    names = by_language("name", uk, en, pl) or by_language("name", "Політика", "Politics", "Polityka")
    return Category.objects.create(**names, **fields)


def a_topic(uk="", en="", pl="", **fields):
    names = by_language("name", uk, en, pl) or by_language("name", "Річка", "The river", "Rzeka")
    return Topic.objects.create(**names, **fields)


def a_source(uk="", en="", pl="", **fields):
    names = by_language("name", uk, en, pl) or by_language("name", "Портовий реєстр", "Port Register", "Rejestr portu")
    return Source.objects.create(**names, **fields)


def an_author(uk="", en="", pl="", **fields):
    names = by_language("name", uk, en, pl) or by_language("name", "Ольга Коваль", "Olha Koval", "Olha Kowal")
    return Author.objects.create(**names, **fields)


def a_speaker(uk="", en="", pl="", office=None, **fields):
    """A speaker; `office` holds the fields of the office held, such as title_uk and since."""
    names = by_language("name", uk, en, pl) or by_language("name", "Ада Лозова", "Ada Lozova", "Ada Łozowa")
    speaker = Speaker.objects.create(**names, **fields)
    if office:
        speaker.offices.create(**office)
    return speaker


def an_upload(width=64, height=40, name="bridge.jpg"):
    """A small JPEG as a browser sends it, of another colour each time."""
    data = BytesIO()
    Image.new("RGB", (width, height), (next(colours) % 256, 80, 120)).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/jpeg")


def a_picture(**fields):
    """A picture of the library, described in every language."""
    alts = by_language("alt", "Вантовий міст.", "A bridge on cables.", "Most wantowy.")
    credits = by_language("credit", "Фото: Анна Бондар", "Photo: Anna Bondar", "Fot. Anna Bondar")
    return Picture.objects.create(**({"original": an_upload(), "title": "Міст"} | alts | credits | fields))


def a_text(uk="<p>Рух відкрили зранку.</p>", en="", pl="", **fields):
    return TextBlock(**by_language("text", uk, en, pl), **fields)


def a_heading(uk="Що далі", en="", pl="", **fields):
    return HeadingBlock(**by_language("text", uk, en, pl), **fields)


def a_quote(uk="<p>Міст стоятиме.</p>", en="", pl="", **fields):
    """A quote of a speaker of its own, unless the test names one (or None) or writes who said it."""
    if not any(field.startswith(("speaker", "attribution")) for field in fields):
        fields["speaker"] = a_speaker()
    return QuoteBlock(**by_language("text", uk, en, pl), **fields)


def a_picture_block(uk="Міст уранці.", en="", pl="", **fields):
    return PictureBlock(**by_language("text", uk, en, pl), **fields)


def an_embed(url, uk="Фільм про міст", en="", pl="", **fields):
    return EmbedBlock(url=url, **by_language("text", uk, en, pl), **fields)


def a_list(uk="<ul><li>перший прогін</li></ul>", en="", pl="", **fields):
    return ListBlock(**by_language("text", uk, en, pl), **fields)


def a_table(uk="<table><tbody><tr><td>96</td></tr></tbody></table>", en="", pl="", **fields):
    return TableBlock(**by_language("text", uk, en, pl), **fields)


def a_point(uk="Рух відновлено.", en="", pl=""):
    return Point(**by_language("text", uk, en, pl))


def a_citation(source=None, **fields):
    return Citation(source=source or a_source(), **fields)


def an_article(*parts, languages=("uk",), topics=(), authors=(), by=None, **fields):
    """A draft as the form leaves it, with a headline in each of `languages`.

    `parts` are blocks, points and citations, in order; `fields` are the article's own, such as headline_uk.
    """
    headlines = {f"headline_{code}": HEADLINES[code] for code in languages}
    fields = {"original_language": languages[0]} | headlines | fields
    article = Article.objects.create(**({"category": fields.get("category") or a_category()} | fields))
    article.topics.set(topics)
    for place, author in enumerate(authors):
        article.authorships.create(author=author, ordering=place)
    for place, part in enumerate(parts):
        setattr(part, "article" if isinstance(part, Point | Citation) else "parent", article)
        part.ordering = place
        part.save()
    settle(article, {}, by)
    return article


def changed(article, by=None, **texts):
    """Write new texts of a story on the desk: changed(story, headline_uk="…")."""
    article = for_desk(article.pk)
    before = pieces_before(article)
    for field, text in texts.items():
        setattr(article, field, text)
    article.save()
    settle(article, before, by)
    return article


def published(article, language="uk", *, by=None, at=None, **options):
    """Publish one language of a story, by default as of a minute ago, and return its edition."""
    publish(article.editions.get(language=language), by, at=at or timezone.now() - timedelta(minutes=1), **options)
    return Edition.objects.get(article=article, language=language)


def an_edition(*parts, language="uk", at=None, **fields):
    """A published story in one language."""
    return published(an_article(*parts, **({"languages": (language,)} | fields)), language, at=at)
