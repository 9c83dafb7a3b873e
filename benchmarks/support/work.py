"""What an editor has to do in a newspaper that make_archive filled, and the pages where they see it."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from articles.models import Article, Author, Edition
from newsroom.editorial.stages import Stage
from newsroom.staff.models import Person

from .pages import BIG, MIDDLE, RARE, category_at

LIST = "/admin/articles/article/"
OPEN = 40  # editions of each kind of work
COMMON, NOWHERE = "мосту", "zzz"


def editor() -> Person:
    """Return somebody who publishes and translates, and who signed and changed some of the newest stories."""
    person, _new = Person.objects.get_or_create(username="editor", defaults={"is_staff": True, "language": "en"})
    for role in ("publisher", "translator"):
        person.roles.get_or_create(name=role)
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True)[:200]
    Article.objects.filter(pk__in=list(newest)).update(changed_by=person)
    return person


def open_work() -> None:
    """Leave drafts, reviews and the like among the newest stories, as a newsroom has them on any day."""
    kinds = [
        {"stage": Stage.DRAFT},
        {"stage": Stage.REVIEW},
        {"stage": Stage.WITHDRAWN},
        {"unpublished": 1},
        {"behind": 2, "missing": 1},
        {"publish_at": timezone.now() + timedelta(days=1)},
    ]
    newest = list(Edition.objects.order_by("-pk").values_list("pk", flat=True)[: OPEN * len(kinds)])
    for place, fields in enumerate(kinds):
        Edition.objects.filter(pk__in=newest[place :: len(kinds)]).update(**fields)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def addresses() -> dict[str, str]:
    """Return the addresses of the pages by their names."""
    big, middle, rare = (category_at(place).pk for place in (BIG, MIDDLE, RARE))
    return {
        "first page": "/admin/",
        "list": LIST,
        "last page of the list": f"{LIST}?p=200",
        "oldest change first": f"{LIST}?o=8",
        "mine": f"{LIST}?view=mine",
        "in review": f"{LIST}?view=review",
        "live": f"{LIST}?state=live",
        "waiting for Polish": f"{LIST}?translation=pl",
        "big category": f"{LIST}?category__id__exact={big}",
        "middle category": f"{LIST}?category__id__exact={middle}",
        "rare category": f"{LIST}?category__id__exact={rare}",
        "one author": f"{LIST}?author={Author.objects.earliest('pk').pk}",
        "search: found": f"{LIST}?q={COMMON}",
        "search: not found": f"{LIST}?q={NOWHERE}",
        "a story’s form": f"{LIST}{Article.objects.latest('pk').pk}/change/",
        "picker of topics": "/admin/autocomplete/?app_label=articles&model_name=article&field_name=topics&term=м",
    }
