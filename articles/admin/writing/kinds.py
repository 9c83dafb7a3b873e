"""Each kind of block in the form, in the order of the menu."""

from django.utils.translation import gettext_lazy as _

from ...models.body import KINDS, BlockKind
from .blocks import BlockInline, QuoteForm
from .widgets import Growing, OneLine


class TextInline(BlockInline):
    icon = "notes"
    text_help = _("Text")


class HeadingInline(BlockInline):
    icon = "title"
    text_widget = OneLine
    text_help = _("Heading")


class QuoteInline(BlockInline):
    form = QuoteForm
    icon = "format_quote"
    text_help = _("Their words, without quotation marks")
    pick_help = {"speaker": _("Who said it?")}
    translated_fields = ("text", "attribution")
    shared_fields = ("speaker", *QuoteForm.MORE)
    autocomplete_fields = ("speaker", "source")
    related = ("speaker__offices", "speaker__portrait__renditions")
    body = "admin/articles/article/writing/quote.html"


class PictureInline(BlockInline):
    icon = "image"
    text_widget = OneLine
    text_help = _("Caption")
    shared_fields = ("picture",)
    autocomplete_fields = ("picture",)
    related = ("picture__renditions",)
    above = "admin/articles/article/writing/picture.html"


class EmbedInline(BlockInline):
    icon = "smart_display"
    text_widget = OneLine
    text_help = _("What the film or post shows")
    shared_fields = ("url",)
    above = "admin/articles/article/writing/embed.html"


class ListInline(BlockInline):
    icon = "format_list_bulleted"
    text_help = _("List")


class TableInline(BlockInline):
    icon = "table_chart"
    text_widget = Growing
    text_help = _("A table in HTML: table, caption, thead, tbody, tr, th, td")


INLINES = {
    BlockKind.TEXT: TextInline,
    BlockKind.HEADING: HeadingInline,
    BlockKind.QUOTE: QuoteInline,
    BlockKind.PICTURE: PictureInline,
    BlockKind.EMBED: EmbedInline,
    BlockKind.LIST: ListInline,
    BlockKind.TABLE: TableInline,
}
BLOCK_INLINES = [INLINES[kind].create(model, prefix=f"{kind}s") for kind, model in KINDS.items()]
