"""What an editor changes while a newspaper is being read."""

from datetime import UTC, datetime

from django.apps import apps
from django.utils.translation import override

from articles.desk.saving import for_desk, pieces_before, settle
from articles.models import Article, Change, Edition, TextBlock
from articles.publishing import publish, withdraw
from newsroom.readers.models import Keeping, RegistryEntry, Wording

LANGUAGE = "uk"


def stories(number: int) -> dict:
    """Return of the newest stories the id and the address."""
    newest = Edition.objects.visible().filter(language=LANGUAGE).newest_first()[:number]
    return {"stories": [[edition.article_id, edition.get_absolute_url()] for edition in newest]}


def named(kind: str, number: int) -> dict:
    """Return ids and addresses of the first speakers or categories that stories name."""
    with override(LANGUAGE):
        named = apps.get_model("articles", kind).objects.filter(listings__language=LANGUAGE).distinct()
        rows = named.order_by("pk")[:number]
        return {"rows": [[row.pk, row.get_absolute_url()] for row in rows]}


def rewrite(story: int, **texts: str) -> None:
    """Write new texts of a story and publish them as a small fix: headline_uk="…"."""
    article = for_desk(story)
    before = pieces_before(article)
    for field, text in texts.items():
        setattr(article, field, text)
    article.save()
    settle(article, before, None)
    publish(article.editions.get(language=LANGUAGE), None, change=Change.MINOR)


def bring(headline: str, category: int, at: float | None = None, until: float | None = None) -> dict:
    """Publish a new story, now or at a moment to come (Unix time)."""
    article = Article.objects.create(original_language=LANGUAGE, headline_uk=headline, category_id=category)
    TextBlock.objects.create(parent=article, ordering=0, text_uk="<p>Рух відкрили зранку.</p>")
    settle(article, {}, None)
    publish(article.editions.get(language=LANGUAGE), None, at=moment(at), until=moment(until))
    edition = Edition.objects.select_related("category").get(article=article)
    publish_at = edition.publish_at.timestamp()
    return {"edition": edition.pk, "address": edition.get_absolute_url(), "publish_at": publish_at}


def take_back(edition: int, at: float | None = None) -> None:
    withdraw(Edition.objects.get(pk=edition), None, at=moment(at))


def rename(kind: str, pk: int, name: str) -> None:
    row = apps.get_model("articles", kind).objects.get(pk=pk)
    row.name_uk = name
    row.save()


def ask_readers(question: str) -> None:
    """Ask readers in these words, for the films of a site that is registered if it is not yet."""
    films = {"category": "embeds", "name": "player.example", "keeping": Keeping.FRAME, "provider": "Film House"}
    if not RegistryEntry.objects.filter(**films).exists():
        RegistryEntry.objects.create(**films, purpose_uk="Фільми.", purpose_en="Films.", purpose_pl="Filmy.")
    wording, _new = Wording.objects.get_or_create(place="ask")
    wording.text_uk = question
    wording.save()


def moment(at: float | None) -> datetime | None:
    return datetime.fromtimestamp(at, UTC) if at else None


VERBS = {verb.__name__: verb for verb in (stories, named, rewrite, bring, take_back, rename, ask_readers)}
