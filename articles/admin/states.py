"""Where an edition stands, said in words: the same words on the list, the start page and the writing form."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.editorial.stages import Stage

from ..models import Edition


@dataclass(frozen=True)
class State:
    """`shape` is a class of static/desk/states.css, `words` a full sentence, `short` fits a column of a list."""

    shape: str
    words: str
    short: str

    def as_html(self) -> SafeString:
        return format_html('<span class="state state-{}">{}</span>', self.shape, self.words)

    def as_short_html(self) -> SafeString:
        return format_html('<span class="state state-{}">{}</span>', self.shape, self.short)


def state_of(edition: Edition | None) -> State:
    """Say where one language of a story stands; None is a language nobody has written in."""
    if edition is None:
        return State("missing", _("not written yet"), _("missing"))
    if edition.is_withdrawn:
        return State("withdrawn", _("withdrawn"), _("withdrawn"))
    state = _of_the_stage(edition)
    shape, words, short = _open_work(edition)
    return State(shape or state.shape, " · ".join([state.words, *words]), " · ".join([state.short, *short]))


def _of_the_stage(edition: Edition) -> State:
    if edition.is_visible and edition.withdraw_at:
        until = _("live until %(when)s")
        words, short = (until % {"when": moment(edition.withdraw_at, with_time=each)} for each in (True, False))
        return State("live", words, short)
    if edition.is_visible:
        return State("live", _("live since %(when)s") % {"when": moment(edition.publish_at)}, _("live"))
    if edition.is_scheduled:
        return State("scheduled", planned(edition), _("scheduled"))
    if edition.stage == Stage.REVIEW:
        return State("review", _("in review"), _("in review"))
    return State("draft", _("draft"), _("draft"))


def planned(edition: Edition) -> str:
    """Say when a scheduled edition goes live, and when it comes off the site again if that is set."""
    when = moment(edition.publish_at, with_time=True)
    if not edition.withdraw_at:
        return _("scheduled for %(when)s") % {"when": when}
    end = moment(edition.withdraw_at, with_time=True)
    return _("scheduled for %(when)s, until %(end)s") % {"when": when, "end": end}


def _open_work(edition: Edition) -> tuple[str, list[str], list[str]]:
    """Return the shape that open work gives an edition, its words and the same in short."""
    shape, words, short = "", [], []
    if edition.behind:
        shape = "" if edition.stage in (Stage.DRAFT, Stage.REVIEW) else "behind"
        work = _to_translate(edition.behind - edition.missing, edition.missing)
        words, short = [each for each, _short in work], [each for _words, each in work]
    if edition.unpublished:
        shape = "changed"
        words.insert(0, unpublished_changes(edition.unpublished))
        short.insert(0, _changes(edition.unpublished))
    return shape, words, short


def _to_translate(changed: int, missing: int) -> list[tuple[str, str]]:
    """Say how many pieces have another original now and how many there are none of, in full and in short."""
    found = [(_pieces_behind(changed), _("%(number)d behind") % {"number": changed})] if changed else []
    return found + ([(pieces_missing(missing), pieces_missing(missing))] if missing else [])


def _pieces_behind(number: int) -> str:
    return ngettext("%(number)d piece behind", "%(number)d pieces behind", number) % {"number": number}


def pieces_missing(number: int) -> str:
    return ngettext("%(number)d missing", "%(number)d missing", number) % {"number": number}


def unpublished_changes(number: int) -> str:
    text = ngettext("%(number)d unpublished change", "%(number)d unpublished changes", number)
    return text % {"number": number}


def _changes(number: int) -> str:
    return ngettext("%(number)d change", "%(number)d changes", number) % {"number": number}


def moment(when: datetime, *, with_time: bool = False) -> str:
    """Write a moment as short as it can be understood: the time today, else the day, in another year the year."""
    local, now = timezone.localtime(when), timezone.localtime()
    if local.date() == now.date():
        return date_format(local, "H:i")
    day = date_format(local, "j E" if local.year == now.year else "j E Y")
    return f"{day}, {date_format(local, 'H:i')}" if with_time else day
