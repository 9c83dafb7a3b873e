"""What every piece of a translation was made from, and so what is behind. State is computed, never set."""

from dataclasses import dataclass

from ..models import Article, Edition, Origin
from .pieces import Piece, hash_of, normal, pieces_of


@dataclass(frozen=True)
class Progress:
    """How a translation stands to its original: the pieces whose original changed since, and those it lacks."""

    changed: tuple[Piece, ...] = ()
    missing: tuple[Piece, ...] = ()

    @property
    def behind(self) -> int:
        return len(self.changed) + len(self.missing)


def record(article: Article, edition: Edition, before: dict[str, Piece]) -> None:
    """Remember for every piece just written in a translation which original text it now stands for.

    A piece that has no origin yet counts as made from the original of this moment.
    """
    known = {origin.piece: origin for origin in edition.origins.all()}
    pieces = pieces_of(article)
    fresh = [piece for piece in pieces if _is_fresh(piece, edition.language, before, known)]
    Origin.objects.bulk_create(
        [_origin(edition, piece, article.original_language) for piece in fresh],
        update_conflicts=True,
        unique_fields=["edition", "piece"],
        update_fields=["source_language", "source_hash", "source_text", "confirmed"],
    )
    standing = {piece.key for piece in pieces if piece.text(edition.language)}
    edition.origins.exclude(piece__in=standing).delete()


def _is_fresh(piece: Piece, language: str, before: dict[str, Piece], known: dict[str, Origin]) -> bool:
    if not piece.text(language):
        return False
    earlier = before[piece.key].text(language) if piece.key in before else ""
    return piece.key not in known or normal(earlier) != normal(piece.text(language))


def _origin(edition: Edition, piece: Piece, source_language: str) -> Origin:
    source = piece.text(source_language)
    return Origin(
        edition=edition,
        piece=piece.key,
        source_language=source_language,
        source_hash=hash_of(source),
        source_text=source,
    )


def progress(article: Article, edition: Edition) -> Progress:
    """Compare an edition with the original; a piece of a block left out there is not missing."""
    if edition.language == article.original_language:
        return Progress()
    made_from = {origin.piece: origin.source_hash for origin in edition.origins.all()}
    left_out = {f"block:{block.uid}" for block in article.blocks.all() if not block.stands_in(edition.language)}
    original = article.original_language
    pieces = [piece for piece in pieces_of(article) if piece.text(original)]
    here = [piece for piece in pieces if piece.text(edition.language)]
    return Progress(
        changed=tuple(piece for piece in here if made_from.get(piece.key) != hash_of(piece.text(original))),
        missing=tuple(piece for piece in pieces if piece not in here and _part(piece) not in left_out),
    )


def _part(piece: Piece) -> str:
    """Return the key of the block or point that a piece belongs to."""
    return ":".join(piece.key.split(":")[:2])
