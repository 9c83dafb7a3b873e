"""The head of the form: where each language stands, which columns are open, what may be published."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.staff.roles import Right

from ...desk.pieces import CODES
from ...models import Article, Edition
from ..states import State, pieces_missing, state_of
from .columns import MOST, Columns, own_name
from .findings import Findings

Editions = dict[str, Edition]


@dataclass(frozen=True)
class Toggle:
    """A language of the bar: a link that opens or closes its column."""

    code: str
    name: str
    is_open: bool
    langs: str
    words: str
    needs_work: bool


@dataclass(frozen=True)
class Choice:
    """A language that may be published from here."""

    code: str
    name: str
    state: State
    is_chosen: bool
    has_news: bool
    can_withdraw: bool
    is_offered: bool


def toggles(article: Article | None, editions: Editions, columns: Columns, found: Findings) -> list[Toggle]:
    """Return the languages of the bar, the original first."""
    original = _original_of(article, columns)
    return [
        Toggle(
            code=code,
            name=own_name(code),
            is_open=code in columns.shown,
            langs=",".join(_after_toggling(code, columns.shown)),
            words=_("original") if code == original else _work_left(code, editions, found, article),
            needs_work=any(found.of(code)),
        )
        for code in sorted(CODES, key=lambda code: code != original)
    ]


def _original_of(article: Article | None, columns: Columns) -> str:
    return article.original_language if article else columns.shown[0]


def _after_toggling(code: str, shown: tuple[str, ...]) -> tuple[str, ...]:
    if code not in shown:
        return (*shown[: MOST - 1], code)
    return tuple(each for each in shown if each != code) or shown


def _work_left(code: str, editions: Editions, found: Findings, article: Article | None) -> str:
    """Say what a translation still needs; of a language nobody writes in there is nothing to say."""
    if code not in editions or article is None:
        return ""
    changed, missing = found.of(code)
    words = [ngettext("%(number)d changed", "%(number)d changed", changed) % {"number": changed}] if changed else []
    if missing:
        words.append(pieces_missing(missing))
    return " · ".join(words) or _("translated")


def choices(request: HttpRequest, article: Article | None, editions: Editions, columns: Columns) -> list[Choice]:
    """Return the languages this person publishes; ticked is what was ticked, else the first that has news."""
    codes = [code for code in CODES if request.user.may(Right.PUBLISH, code)]
    was_sent = "publishes" in request.POST
    ticked = request.POST.getlist("publish") if was_sent else _first_with_news(article, codes, editions, columns)
    return [
        Choice(
            code=code,
            name=own_name(code),
            state=state_of(editions.get(code)),
            is_chosen=code in ticked,
            has_news=_has_news(editions.get(code)),
            can_withdraw=code in editions and editions[code].is_published,
            is_offered=code in columns.shown or _waits(editions.get(code)),
        )
        for code in codes
    ]


def _has_news(edition: Edition | None) -> bool:
    return edition is None or _waits(edition)


def nothing_new(offered: list[Choice]) -> bool:
    """Tell whether readers have all that is saved of the languages ticked; what is typed now is not known yet."""
    chosen = [choice for choice in offered if choice.is_chosen]
    return bool(chosen) and not any(choice.has_news for choice in chosen)


def _waits(edition: Edition | None) -> bool:
    return edition is not None and (not edition.is_published or edition.unpublished > 0)


def _first_with_news(article: Article | None, codes: list[str], editions: Editions, columns: Columns) -> list[str]:
    original = _original_of(article, columns)
    if original in codes and (original in columns.shown or _waits(editions.get(original))):
        return [original]
    return [code for code in codes if code in columns.shown or _waits(editions.get(code))][:1]


def state_line(article: Article, editions: Editions, columns: Columns) -> SafeString:
    """Say where each open language stands, and who changed the story last when readers don't have it yet."""
    standings = {code: _standing(article, editions[code]) for code in columns.shown if code in editions}
    return format_html_join(
        "", '<span class="standing" title="{}"><abbr title="{}">{}</abbr> {}</span>',
        ((state.words, own_name(code), code, state.as_html()) for code, state in standings.items()),
    )  # fmt: skip


def _standing(article: Article, edition: Edition) -> State:
    state = state_of(edition)
    by = edition.changed_by or article.changed_by
    if not (edition.unpublished and by):
        return state
    return State(state.shape, f"{state.words} · {by}", state.short)
