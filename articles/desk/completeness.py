"""What an edition still lacks before it may be published. Drafts may lack anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from newsroom.pictures.models import Picture

from ..models import Article, Block, Edition, FormerSlug
from ..models.body import BlockKind
from ..slugs import RESERVED_ARTICLE_SLUGS


@dataclass(frozen=True)
class Problem:
    """One thing to mend: `piece` as in pieces.py, the language, a sentence for the editor.

    `picture` is the one to mend in the library, where mending the story won't help.
    """

    piece: str
    language: str
    message: str
    picture: Picture | None = None

    def __str__(self) -> str:
        name = _(dict(settings.LANGUAGES)[self.language])
        return f"{name}: {self.message}"


class NotReady(Exception):
    """Raised when something keeps an edition from being published; `problems` says what and where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def problems_of(article: Article, language: str) -> list[Problem]:
    """Return all that keeps a language of a story from being published."""
    found = [*_of_the_head(article, language), *_of_the_slug(article, language)]
    pictures = [("picture", article.picture)]
    for number, block in enumerate(article.blocks.all(), start=1):
        if block.stands_in(language):
            found += [(f"block:{block.uid}", message) for message in _of_a_block(block, language, number)]
            pictures.append((f"block:{block.uid}", block.picture))
    problems = [Problem(piece, language, message) for piece, message in found]
    return [*problems, *_of_the_pictures(pictures, language)]


def _of_the_head(article: Article, language: str) -> Iterator[tuple[str, str]]:
    if not article.text("headline", language):
        yield "headline", _("the headline is missing. Write one, then publish.")
    if not article.category_id:
        yield "category", _("the story has no category. Choose one, then publish.")


def _of_the_slug(article: Article, language: str) -> Iterator[tuple[str, str]]:
    slug = article.text("slug", language)
    if slug in RESERVED_ARTICLE_SLUGS:
        yield "slug", _("“%(slug)s” is an address of the site itself. Choose another slug.") % {"slug": slug}
    if slug and (owner := _owner(article, language, slug)):
        story = {"slug": slug, "story": owner.headline or owner.article}
        yield "slug", _("the slug “%(slug)s” belongs to “%(story)s”. Choose another one.") % story


def _owner(article: Article, language: str, slug: str) -> Edition | None:
    """Return the edition of another story that stands at a slug, or to which the slug still leads."""
    others = Edition.objects.filter(language=language).exclude(article=article)
    former = FormerSlug.objects.filter(kind=FormerSlug.Kind.ARTICLE, language=language, slug=slug)
    return others.filter(Q(slug=slug) | Q(pk__in=former.values("object_id"))).first()


def _of_a_block(block: Block, language: str, number: int) -> Iterator[str]:
    if _lacks_a_speaker(block, language):
        yield _("the quote in block %(number)d has no speaker. Choose one or write who said it.") % {"number": number}
    if block.kind == BlockKind.PICTURE and not block.picture:
        yield _("block %(number)d has no picture. Choose one or remove the block.") % {"number": number}
    if block.kind == BlockKind.EMBED and not block.url:
        yield _("block %(number)d has no address of the film or post.") % {"number": number}


def _lacks_a_speaker(block: Block, language: str) -> bool:
    if block.kind != BlockKind.QUOTE or not block.text_in(language):
        return False
    return not block.speaker_id and not block.attribution_in(language)


def _of_the_pictures(pictures: list[tuple[str, Picture | None]], language: str) -> Iterator[Problem]:
    for piece, picture in pictures:
        if picture and not _describes(picture, language):
            yield Problem(piece, language, _without_alt(picture), picture)


def _describes(picture: Picture, language: str) -> bool:
    return picture.decorative or bool(getattr(picture, f"alt_{language}"))


def _without_alt(picture: Picture) -> str:
    return _("the picture “%(title)s” has no alternative text. Describe it in the library or mark it decorative.") % {
        "title": picture.title
    }
