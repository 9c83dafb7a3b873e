"""The body of a story: one ordered table of blocks, each kind a proxy with its own form."""

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from newsroom.pictures.models import Picture

from ..markup import bare, clean, plain, words_of
from .article import Article
from .people import Source, Speaker
from .translated import clean_translations

# What the editor offers; the sanitiser (markup.py) decides what stays.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel", "news"]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "History": True,
}


class BlockKind(models.TextChoices):
    """What a block is."""

    TEXT = "text", _("text")
    HEADING = "heading", _("heading")
    QUOTE = "quote", _("quote")
    PICTURE = "picture", _("picture")
    EMBED = "embed", _("embed")
    LIST = "list", _("list")
    TABLE = "table", _("table")


def no_languages() -> list[str]:
    return []


class BlockQuerySet(models.QuerySet):
    def create(self, **fields: object) -> "Block":
        return super().create(**{"kind": self.model.KIND} | fields if self.model.KIND else fields)


class BlockManager(models.Manager.from_queryset(BlockQuerySet)):
    """The blocks of the proxy's own kind; of all kinds on Block itself."""

    def get_queryset(self) -> BlockQuerySet:
        blocks = super().get_queryset()
        return blocks.filter(kind=self.model.KIND) if self.model.KIND else blocks


class Block(models.Model):
    """A piece of the body. Drafts may be half-written; publication asks for the rest."""

    KIND: BlockKind | None = None
    TRANSLATED = ("text", "attribution")
    CLEANER = staticmethod(clean)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parent = models.ForeignKey(Article, models.CASCADE, related_name="blocks")
    region = models.CharField(max_length=20, default="main")
    ordering = models.IntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=BlockKind, editable=False)
    left_out = models.JSONField(
        _("left out of"), default=no_languages, blank=True, help_text=_("The languages that do without this block.")
    )
    # Left as it is here: save() cleans it as its kind asks, and two different cleaners in a row lose words.
    text = ProseEditorField(_("text"), blank=True, extensions=EXTENSIONS, sanitize=str)
    attribution = models.CharField(
        _("attribution"), max_length=200, blank=True, help_text=_("For words of somebody without a page of their own.")
    )
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="blocks", verbose_name=_("speaker")
    )
    said_on = models.DateField(
        _("said on"),
        null=True,
        blank=True,
        help_text=_("Decides which office is shown. Empty: the day of publication."),
    )
    original_words = models.TextField(
        _("original wording"), blank=True, help_text=_("As it was said, when that is none of these translations.")
    )
    original_language = models.CharField(_("language in which it was said"), max_length=12, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="blocks", verbose_name=_("said to")
    )
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="blocks", verbose_name=_("picture")
    )
    url = models.URLField(_("address"), blank=True, max_length=500)

    objects = BlockManager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["ordering", "id"]
        base_manager_name = "objects"
        indexes = [models.Index(fields=["parent", "ordering"], name="blocks_of_an_article")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind_is_known"),
            models.CheckConstraint(condition=Q(kind="quote") | Q(speaker=None), name="only_quotes_have_a_speaker"),
            models.CheckConstraint(condition=Q(kind="quote") | Q(source=None), name="only_quotes_have_a_source"),
            models.CheckConstraint(condition=Q(kind="picture") | Q(picture=None), name="only_picture_blocks_show_one"),
        ]

    def __str__(self) -> str:
        words = self.text or ""
        return Truncator(words if self._cleaner is bare else words_of(words)).words(8, truncate=" …")

    def save(self, *args: object, **kwargs: object) -> None:
        """Clean every language's text on the way in, whoever saves."""
        self.kind = self.KIND or self.kind
        clean_translations(self, ["text"], self._cleaner)
        clean_translations(self, ["attribution"], plain)
        self.left_out = [code for code, _name in settings.LANGUAGES if code in self.left_out]
        super().save(*args, **kwargs)

    @property
    def _cleaner(self) -> Callable[[str], str]:
        kind = self.KIND or self.kind
        return KINDS[kind].CLEANER if kind in KINDS else clean

    @classmethod
    def get_queryset(cls) -> BlockQuerySet:
        """Tell content-editor which rows are this plugin's."""
        return cls.objects.all()

    def text_in(self, language: str) -> str:
        return getattr(self, f"text_{language}") or ""

    def attribution_in(self, language: str) -> str:
        return getattr(self, f"attribution_{language}") or ""

    def stands_in(self, language: str) -> bool:
        return language not in self.left_out


class TextBlock(Block):
    KIND = BlockKind.TEXT

    class Meta:
        proxy = True
        verbose_name = _("text")
        verbose_name_plural = _("texts")


class HeadingBlock(Block):
    KIND = BlockKind.HEADING
    CLEANER = staticmethod(bare)

    class Meta:
        proxy = True
        verbose_name = _("heading")
        verbose_name_plural = _("headings")


class QuoteBlock(Block):
    KIND = BlockKind.QUOTE

    class Meta:
        proxy = True
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")


class PictureBlock(Block):
    KIND = BlockKind.PICTURE
    CLEANER = staticmethod(bare)

    class Meta:
        proxy = True
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class EmbedBlock(Block):
    KIND = BlockKind.EMBED
    CLEANER = staticmethod(bare)

    class Meta:
        proxy = True
        verbose_name = _("film or post of another site")
        verbose_name_plural = _("films and posts of other sites")


def listed(html: str) -> str:
    """Make an item of every paragraph and line; what is a list already stays as it is."""
    html = clean(html)
    if re.search("<[uo]l[ >]", html):
        return html
    lines = re.split(r"</?p\b[^>]*>|<br\b[^>]*>", html)
    items = "".join(f"<li>{line.strip()}</li>" for line in lines if words_of(line))
    return clean(f"<ul>{items}</ul>") if items else html


class ListBlock(Block):
    KIND = BlockKind.LIST
    CLEANER = staticmethod(listed)

    class Meta:
        proxy = True
        verbose_name = _("list")
        verbose_name_plural = _("lists")


class TableBlock(Block):
    KIND = BlockKind.TABLE

    class Meta:
        proxy = True
        verbose_name = _("table")
        verbose_name_plural = _("tables")


KINDS = {
    model.KIND: model
    for model in (TextBlock, HeadingBlock, QuoteBlock, PictureBlock, EmbedBlock, ListBlock, TableBlock)
}
