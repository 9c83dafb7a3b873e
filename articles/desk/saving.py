"""What follows every save of a story's desk, whoever saves: the form, an importer, the demo."""

from uuid import UUID

from django.db import transaction

from newsroom.editorial.stages import Stage
from newsroom.staff.models import Person

from ..merging.present import with_present_ids
from ..models import Article, Edition, Reason
from .bases import CameAlong
from .compose import compose, differences
from .origins import progress, record
from .pieces import CODES, Piece, pieces_of
from .versions import keep

PARTS = ("points", "blocks__picture", "blocks__speaker", "authorships", "citations", "topics")


def pieces_before(article: Article) -> dict[str, Piece]:
    """Return the pieces as they stand before a save; hand them to `settle` after it."""
    return {piece.key: piece for piece in pieces_of(article)} if article.pk else {}


def settle(
    article: Article,
    before: dict[str, Piece],
    by: Person | None,
    reason: str = Reason.SAVE,
    key: UUID | None = None,
    came_along: CameAlong | None = None,
) -> None:
    """Bring everything derived from the desk up to date and keep a version, in one transaction.

    Readers see nothing of it: only publish() changes the public side.
    """
    with transaction.atomic():
        article = for_desk(article.pk)
        _open_editions(article)
        changed = languages_changed(before, article)
        for edition in article.editions.select_related("live"):
            if edition.language != article.original_language:
                record(article, edition, before)
            recount(article, edition, by, has_other_words=edition.language in changed)
        keep(article, by, reason, key, came_along)


def for_desk(article_id: int) -> Article:
    """Fetch a story with all its parts in a constant number of queries.

    Within a transaction the story is locked until its end, so that savings and publishings queue up.
    """
    stories = Article.objects.select_related("picture", "category").prefetch_related(*PARTS)
    if transaction.get_connection().in_atomic_block:
        stories = stories.select_for_update(of=("self",))
    return stories.get(pk=article_id)


def _open_editions(article: Article) -> None:
    """Give every language that has a text an edition; a language nobody wrote in has none."""
    written = {code for piece in pieces_of(article) for code in piece.texts} | {article.original_language}
    standing = set(article.editions.values_list("language", flat=True))
    # No reader sees a draft.
    Edition.objects.without_purging().bulk_create(
        Edition(article=article, language=code, stage=Stage.DRAFT) for code in CODES if code in written - standing
    )


def languages_changed(before: dict[str, Piece], article: Article) -> set[str]:
    """Return the languages in which a piece of a story reads differently than before."""
    after = {piece.key: piece for piece in pieces_of(article)}
    nothing = Piece("", {})
    pairs = [(before.get(key, nothing), after.get(key, nothing)) for key in before.keys() | after.keys()]
    return {code for code in CODES if any(old.text(code) != new.text(code) for old, new in pairs)}


def recount(article: Article, edition: Edition, by: Person | None = None, *, has_other_words: bool = False) -> None:
    """Derive how many pieces of an edition are behind the original or missing, how many changes are unpublished.

    `by` is who changed it, if it has other words than before or another number of changes.
    """
    found = progress(article, edition)
    edition.behind, edition.missing = found.behind, len(found.missing)
    live = with_present_ids(edition.live.content) if edition.live else None
    unpublished = differences(compose(article, edition.language), live) if live else 0
    if by and (has_other_words or unpublished != edition.unpublished):
        edition.changed_by = by
    edition.unpublished = unpublished
    edition.save(update_fields=["behind", "missing", "unpublished", "changed_by"])
