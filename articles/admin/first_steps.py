"""Three things to try, for somebody who has just got the keys."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from newsroom.staff.models import Person
from newsroom.staff.roles import Right

from ..models import Article, Edition, Publication
from ..models.naming import CODES
from .filters import live, newest_originals
from .states import moment

STAYS = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """A thing to try and where; `note` says what came of it, where something can. Pages of the site leave the desk."""

    words: str
    url: str
    note: str = ""
    leaves_the_desk: bool = False


def first_steps(person: Person) -> list[Step]:
    """Return the three steps, until a day after somebody's first publication; none without a story to try them on."""
    mine = Publication.objects.filter(by=person)
    if not person.may(Right.PUBLISH) or mine.filter(when__lt=timezone.now() - STAYS).exists():
        return []
    story = story_to_try()
    # The first of a story is no change of a word; on a new example newspaper its people have those already.
    changed = mine.filter(number__gt=1).order_by("when").first()
    return _steps(story, changed) if story else []


def story_to_try() -> Article | None:
    """Return the newest story written in the site's language that readers have in every language."""
    whole = Edition.objects.filter(pk__in=newest_originals(language=settings.LANGUAGE_CODE).values("pk"))
    for code in CODES:
        whole = whole.filter(Exists(Edition.objects.filter(live(), language=code, article=OuterRef("article"))))
    first = whole.newest_first().select_related("article").first()
    return first.article if first else None


def _steps(story: Article, changed: Publication | None) -> list[Step]:
    edition = story.editions.select_related("category").get(language=settings.LANGUAGE_CODE)
    language = {"language": _(get_language_info(settings.LANGUAGE_CODE)["name"])}
    return [
        Step(
            _("Change a word in %(language)s and publish it") % language,
            reverse("admin:articles_article_change", args=[story.pk]),
            _("published: %(when)s") % {"when": moment(changed.when, with_time=True)} if changed else "",
        ),
        Step(_("See it on the site"), edition.get_absolute_url(), leaves_the_desk=True),
        Step(
            _("See how its other languages stand"),
            f"{reverse('admin:articles_article_changelist')}?id={story.pk}",
        ),
    ]
