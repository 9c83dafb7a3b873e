"""What the scripts of the writing form and of a flash say, by the key or the English words they ask with."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "bold": _("Bold"),
    "italic": _("Italic"),
    "insert link": _("Link"),
    "remove link": _("Remove the link"),
    "unordered list": _("List"),
    "ordered list": _("Numbered list"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "paragraph": _("Paragraph"),
    "stories": _("Stories found: {count}"),
    "no stories": _("No story has these words in its headline."),
    "no search": _("Stories can’t be looked for now: no connection, or you are signed out."),
    "choose a story": _("Choose a story from the list, or write an address that begins with https://."),
    "add": _("Add text, a quote, a picture…"),
    "fold": _("{block}: fold or unfold"),
    "counts": _("Words: {words} · reads in {minutes} min"),
    "moved": _("{block}, now {place} of {count}"),
    "publish": _("Publish"),
    "publish changes": _("Publish changes"),
    "kept": _("Not saved yet; kept {when}"),
    "keeping": _("Not saved yet…"),
    "saving": _("Saving…"),
    "press again": _(
        "“Publish” was pressed while this was being saved, and nothing was published. "
        "Read the page, then press it again."
    ),
    "kept here": _("No connection: what you type is kept in this browser."),
    "fault": _("The desk has a fault: what you type is kept in this browser and sent again."),
    "signed out": _("You are signed out. What you type is kept in this browser; sign in again in another tab."),
    "kept nowhere": _("No connection, and this browser has no room for the text: copy it before you leave."),
    "go on": _("This browser kept what you typed at {when} and could not send."),
    "go on with it": _("Go on with it"),
    "discard": _("Discard"),
    "too many paragraphs": _(
        "Too much for one paste: at most 100 paragraphs at a time. Nothing was pasted; copy it in parts."
    ),
    "too much text": _("Too much for one paste: at most 2 million characters. Nothing was pasted; copy it in parts."),
    "too large": _(
        "Too much for one save: nothing was sent. All you typed is still here; move a part of it to another story."
    ),
    "to text": _("Make it a text"),
    "to quote": _("Make it a quote"),
    "to heading": _("Make it a heading"),
    "to list": _("Make it a list"),
    "converted": _("{block}: the old one is removed when you save."),
    "caption": _("Title of the table"),
    "cell": _("Row {row}, column {column}"),
    "add row": _("Add a row"),
    "remove row": _("Remove the row"),
    "add column": _("Add a column"),
    "remove column": _("Remove the column"),
    "header row": _("The first row is the header"),
}

FLASH_WORDS = {
    "sending": _("Sending…"),
    "no line": _(
        "No connection. What you typed is kept in this browser. Press “{button}” again when the line is back; it is "
        "filed once."
    ),
    "fault": _(
        "The desk has a fault. What you typed is kept in this browser. Press “{button}” again in a minute; it is "
        "filed once."
    ),
    "signed out": _("You are signed out. What you typed is kept in this browser and is here again after you sign in."),
    "no room": _("But this browser has no room for the text: copy it before you leave."),
}


def words_for_scripts() -> dict[str, str]:
    """Return them in the language of the person at the form."""
    return _as_text(WORDS)


def words_for_flash() -> dict[str, str]:
    return _as_text(FLASH_WORDS)


def _as_text(words: dict[str, object]) -> dict[str, str]:
    return {key: str(each) for key, each in words.items()}
