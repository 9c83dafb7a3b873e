"""What the first page of the desk shows: what waits for somebody, and how the paper stands."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import admin
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from newsroom.editorial.stages import Stage
from newsroom.staff.amounts import Amount, grouped
from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ..models import Article, Authorship, Edition, Task
from ..models.edition import IS_OPEN
from ..models.naming import CODES
from .filters import NEWEST, live, newest_originals, scheduled
from .first_steps import first_steps
from .flash import languages_of
from .states import State, moment, pieces_missing, planned, state_of, unpublished_changes
from .told import told
from .writing.columns import writes

ROWS = 6
READ_AHEAD = ROWS * len(CODES)  # editions that ROWS stories can have


@dataclass(frozen=True)
class Row:
    """A story on the first page: `when` begins its line, `states` say how its languages stand, `note` ends it."""

    headline: str
    url: str
    when: str = ""
    states: list[tuple[str, State]] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Waiting:
    """How many stories one language lacks and in how many it is behind."""

    language: str
    url: str
    words: str


def start_page(request: HttpRequest) -> dict:
    """Return what templates/admin/start.html shows to the person who asks."""
    person = request.user
    waiting = waiting_for(person)
    number = Amount.of(Article.objects.filter(pk__in=waiting.values("article")))
    return {
        "title": greeting(timezone.localtime()),
        "today": capfirst(date_format(timezone.localtime(), pgettext("date", "l, j E"))),
        "told": told(person),
        "waiting_number": number,
        "waiting_words": _things_waiting(number),
        "waiting": _with_states(waiting),
        "may_flash": bool(languages_of(person)),
        "flashes": flashes_with_tasks(person),
        "my_work": _with_states(work_of(person)),
        "recent": _with_languages(Edition.objects.filter(live()).newest_first()),
        "attention": _with_trouble(needs_attention()),
        "coming": _with_languages(Edition.objects.filter(scheduled()).order_by("publish_at", "article_id")),
        **translations_waiting(),
        "first_steps": first_steps(person),
    }


def greeting(now: datetime) -> str:
    if now.hour < 5 or now.hour >= 18:
        return _("Good evening")
    return _("Good morning") if now.hour < 12 else _("Good afternoon")


def _things_waiting(number: Amount) -> str:
    if not number:
        return ""
    words = ngettext("%(number)s thing waits for you", "%(number)s things wait for you", number.countable)
    return words % {"number": number}


def waiting_for(person: Person) -> QuerySet:
    """Return what somebody can move on: unpublished changes, reviews to publish, texts to translate."""
    publishes, translates = person.languages_for(Right.PUBLISH), person.languages_for(Right.TRANSLATE)
    return Edition.objects.filter(
        IS_OPEN,
        (live() & Q(unpublished__gt=0) & (Q(article__changed_by=person) | Q(language__in=publishes)))
        | Q(stage=Stage.REVIEW, language__in=publishes)
        | (live() & Q(behind__gt=0, language__in=translates)),
    )


def work_of(person: Person) -> QuerySet:
    """Return the drafts assigned to somebody, and those of nobody that they wrote or changed last."""
    signed = Exists(Authorship.objects.filter(article=OuterRef("article"), author__person=person))
    drafts = Edition.objects.filter(IS_OPEN, stage=Stage.DRAFT, language=F("article__original_language"))
    assigned = Q(article__assigned_to=person)
    others = Q(article__assigned_to=None) | assigned
    return drafts.filter(assigned | (others & (Q(article__changed_by=person) | signed)))


def needs_attention() -> QuerySet:
    """Return what will go wrong by itself: a story coming without a picture or with words nobody published."""
    return Edition.objects.filter(scheduled()).exclude(picture__isnull=False, unpublished=0)


def flashes_with_tasks(person: Person) -> list[Row]:
    """Return the newest flashes that still lack something, of the languages somebody writes in."""
    codes = [code for code in CODES if writes(person, code)]
    tasks = Task.objects.filter(done=None, article__original_language__in=codes)
    stories: dict[Article, list[str]] = {}
    for task in tasks.select_related("article").order_by("-article", "pk")[: ROWS * len(Task.Kind)]:
        stories.setdefault(task.article, []).append(task.get_kind_display())
    return [
        Row(headline=str(article), url=reverse("admin:flash-filed", args=[article.pk]), note=" · ".join(lacks))
        for article, lacks in list(stories.items())[:ROWS]
    ]


def _with_states(editions: QuerySet) -> list[Row]:
    stories = _by_story(editions.order_by("-article__changed", "article_id", "language"))
    return [_row(each, states=[(edition.language, state_of(edition)) for edition in each]) for each in stories]


def _with_trouble(editions: QuerySet) -> list[Row]:
    return [_row(each, note=_trouble(each[0])) for each in _by_story(editions.order_by("publish_at", "article_id"))]


def _with_languages(editions: QuerySet) -> list[Row]:
    return [
        _row(each, when=moment(each[0].publish_at), note=" ".join(edition.language for edition in each))
        for each in _by_story(editions)
    ]


def _trouble(edition: Edition) -> str:
    if edition.unpublished:
        return f"{planned(edition)} · {unpublished_changes(edition.unpublished)}"
    return _("scheduled for %(when)s without a picture") % {"when": moment(edition.publish_at, with_time=True)}


def translations_waiting() -> dict:
    """Return how many of the newest stories each language lacks or is behind in; one up to date is left out."""
    originals = newest_originals().values("article")
    stories = originals.count()
    standing = Edition.objects.filter(article__in=originals).values_list("language").order_by("language")
    counted = standing.annotate(number=Count("pk"), late=Count("pk", filter=Q(behind__gt=0)))
    numbers = {language: (late, stories - number) for language, number, late in counted}
    found = {code: numbers.get(code, (0, stories)) for code in CODES}
    waiting = [_waiting(code, late, missing) for code, (late, missing) in found.items() if late or missing]
    return {"translations": waiting, "translations_note": _of_the_newest() if waiting and stories == NEWEST else ""}


def _of_the_newest() -> str:
    words = ngettext("of the newest %(number)s story", "of the newest %(number)s stories", NEWEST)
    return words % {"number": grouped(NEWEST)}


def _waiting(code: str, late: int, missing: int) -> Waiting:
    words = [_("%(number)d behind") % {"number": late}] if late else []
    words += [pieces_missing(missing)] if missing else []
    return Waiting(
        language=get_language_info(code)["name_local"].capitalize(),
        url=f"{reverse('admin:articles_article_changelist')}?translation={code}",
        words=" · ".join(words),
    )


def _by_story(editions: QuerySet) -> list[list[Edition]]:
    """Return the first ROWS stories as lists of their editions, in the order of the query."""
    stories: dict[int, list[Edition]] = {}
    for edition in editions.select_related("article")[:READ_AHEAD]:
        stories.setdefault(edition.article_id, []).append(edition)
    return [sorted(each, key=lambda edition: CODES.index(edition.language)) for each in list(stories.values())[:ROWS]]


def _row(editions: list[Edition], **more: object) -> Row:
    article = editions[0].article
    return Row(headline=str(article), url=reverse("admin:articles_article_change", args=[article.pk]), **more)


admin.site.open_on(Article, gettext_lazy("New article"), "admin/start.html", start_page)
