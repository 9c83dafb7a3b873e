"""A story as the pieces that are translated one by one."""

import hashlib
import unicodedata
from dataclasses import dataclass

from django.conf import settings

from ..models import Article, Block, Point

CODES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Piece:
    """A text of a story in every language it has one; `key` never changes while the piece lives."""

    key: str
    texts: dict[str, str]

    def text(self, language: str) -> str:
        return self.texts.get(language, "")


def normal(text: str) -> str:
    """Return a text without what is no change: composed letters, runs of space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def hash_of(text: str) -> str:
    return hashlib.sha256(normal(text).encode()).hexdigest()


def pieces_of(article: Article) -> list[Piece]:
    """Return the pieces of a story in reading order."""
    pieces = [Piece(field, _texts(article, field)) for field in ("headline", "lead", "caption")]
    pieces += [_point(point) for point in article.points.all()]
    for block in article.blocks.all():
        pieces += _block(block)
    return [piece for piece in pieces if piece.texts]


def _texts(row: Article | Point | Block, field: str, without: list[str] | None = None) -> dict[str, str]:
    texts = {code: getattr(row, f"{field}_{code}") for code in CODES if code not in (without or [])}
    return {code: text for code, text in texts.items() if text}


def _point(point: Point) -> Piece:
    return Piece(f"point:{point.uid}", _texts(point, "text"))


def _block(block: Block) -> list[Piece]:
    return [
        Piece(f"block:{block.uid}", _texts(block, "text", block.left_out)),
        Piece(f"block:{block.uid}:attribution", _texts(block, "attribution", block.left_out)),
    ]
