"""What the template of the writing form needs beside the form."""

from collections.abc import Collection, Iterable

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from newsroom.staff.models import Person

from ...desk.pieces import CODES
from ...desk.saving import PARTS
from ...desk.tasks import open_tasks
from ...models import Article, Edition
from ..states import moment
from ..told import told
from .columns import Columns
from .complaints import complaints_of, refusal_of
from .findings import NOTHING_FOUND, Findings, findings_of
from .head import Choice, choices, nothing_new, state_line, toggles
from .meanwhile import came_along
from .meeting import choices_of, still_unsaved
from .script_words import words_for_scripts
from .story import StoryForm
from .taking_over import colleagues_at
from .typing import offered, place_of, unsaved_of

# Scripts of static/desk/js, each a behaviour of its own; prose.js comes with the widget. blocks.js is the last,
# because it says when the blocks are ready, and the others listen. None is imported by another one: it would be started
# twice, under its own name and under the one that has a hash.
MODULES = (
    "growing", "insert", "reading-order", "publish", "languages", "unsaved", "uids", "saving", "come-back",
    "company", "head-height", "docking", "details", "picks", "table", "convert", "fold", "counts", "keys", "too-much",
    "blocks",
)  # fmt: skip

MOST_OFFERED = 10  # unsaved new stories


def page_of(request: HttpRequest, context: dict) -> dict:
    """Return the context of the form, for a story that is saved or new, sent or not."""
    form = context["adminform"].form
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    columns = form.columns
    article = _with_parts(form.instance.pk)
    editions = _editions_of(article)
    found = findings_of(article, editions, _refused(request)) if article else NOTHING_FOUND
    _tell([form, *(part for formset in formsets for part in formset.forms)], found)
    form.show_addresses(editions.values())
    _show_embargo(form, editions.values())
    unsaved = unsaved_texts(request, form, article)
    if not (article or form.is_bound or unsaved["unsaved"]):
        form.begin_at_headline()
    return {
        "story": article,
        "columns": columns,
        "formsets": {each.formset.prefix: each for each in context["inline_admin_formsets"]},
        "toggles": toggles(article, editions, columns, found),
        "saved": _saved(form, article),
        "state_line": state_line(article, editions, columns) if article else "",
        "complaints": complaints_of(form, formsets),
        "meetings": choices_of(form.conflicts, form, formsets),
        "meanwhile": _came_along(request, form, article),
        "words_for_scripts": words_for_scripts(),
        **unsaved,
        **to_publish(form, choices(request, article, editions, columns), editions.values()),
        **moments_of(editions.values()),
        **still_to_do(article, found),
        **people_around(article, request.user),
    }


def _came_along(request: HttpRequest, form: StoryForm, article: Article | None) -> str:
    if not (request.meanwhile and request.meanwhile.differences):
        return ""
    return came_along(request.meanwhile, article, is_to_be_chosen=bool(form.conflicts))


def to_publish(form: StoryForm, offered: list[Choice], editions: Iterable[Edition]) -> dict:
    """Return what this person may publish, and put above every page."""
    return {
        "choices": offered,
        "announced": announced(editions, offered),
        "publishes_changes": any(choice.is_chosen and choice.can_withdraw for choice in offered),
        "nothing_new": not form.is_bound and nothing_new(offered),
    }


def _editions_of(article: Article | None) -> dict[str, Edition]:
    if article is None:
        return {}
    return {each.language: each for each in article.editions.select_related("category", "changed_by")}


def _saved(form: StoryForm, article: Article | None) -> str:
    """Say when what stands in the form was saved; a form that was refused, or goes on with a text, holds more."""
    if form.is_bound:
        return _("Not saved yet…")
    return _("Saved %(when)s") % {"when": moment(article.changed, with_time=True)} if article else ""


def still_to_do(article: Article | None, found: Findings) -> dict:
    """Return what keeps a story from readers, and what it lacks since it went out as a flash."""
    return {
        "refusals": [refusal_of(problem) for problem in found.refused],
        "checks": [refusal_of(problem) for problem in found.checks],
        "tasks": list(open_tasks(article)) if article else [],
    }


def announced(editions: Iterable[Edition], offered: Iterable[Choice]) -> list[Edition]:
    """Return what readers have and this person may put above every page, or take from there."""
    publishable = {choice.code for choice in offered}
    return [edition for edition in editions if edition.is_visible and edition.language in publishable]


def people_around(article: Article | None, person: Person) -> dict:
    """Return what somebody is told of a story, and from whom they may take it over."""
    if article is None:
        return {}
    return {"told": told(person, article), "colleagues": colleagues_at(article, person)}


def unsaved_texts(request: HttpRequest, form: StoryForm, article: Article | None) -> dict:
    """Return what is typed and not saved, and where what is typed now is kept."""
    key, base = str(form["key"].value()), form["base"].value() or 0
    kept = [offered(copy) for copy in still_unsaved(unsaved_of(request.user, article)[:MOST_OFFERED])]
    return {
        "saved_keys": form.saved_keys,
        "goes_on": form.unsaved is not None,
        "most_bytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "unsaved": [] if form.is_bound else kept,
        "discards": kept,
        **{
            verb.replace("-", "_"): place_of(verb, article and article.pk, key, base)
            for verb in ("autosave", "preview-keep", *(("presence",) if article else ()))
        },
    }


def moments_of(editions: Collection[Edition]) -> dict:
    """Return what readers have of a story, and will."""
    return {
        "is_live": any(edition.live_id for edition in editions),
        "live": [edition for edition in editions if edition.is_visible],
        "has_scheduled": any(edition.is_scheduled for edition in editions),
        "has_an_end": any(edition.is_published and edition.withdraw_at for edition in editions),
    }


def _show_embargo(form: StoryForm, editions: Iterable[Edition]) -> None:
    """Open the form with the last embargo of its languages."""
    if not form.is_bound:
        form.initial["embargo"] = max(filter(None, (each.embargo_until for each in editions)), default=None)


def _with_parts(pk: int | None) -> Article | None:
    stories = Article.objects.select_related("picture", "category", "changed_by").prefetch_related(*PARTS)
    return stories.filter(pk=pk).first() if pk else None


def _refused(request: HttpRequest) -> list[str]:
    asked = request.GET.get("refused", "").split(",") if request.method == "GET" else []
    return [code for code in CODES if code in asked]


def _tell(forms: list, found: Findings) -> None:
    for form in forms:
        form.findings = found


def blocks_context(context: dict, columns: Columns) -> dict:
    """Return content-editor's settings with words of ours; only who arranges the story drags blocks."""
    words = {"createNew": _("Add a block"), "empty": _("No text yet."), "forDeletion": ""}
    return context | {
        "allowChange": context["allowChange"] and columns.arranges,
        "messages": context["messages"] | words,
    }
