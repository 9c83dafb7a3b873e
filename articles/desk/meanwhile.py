"""What others saved since a form was opened, so that nothing goes out that its publisher has not seen."""

from collections.abc import Collection
from dataclasses import dataclass

from newsroom.editorial.stages import Stage
from newsroom.staff.models import Person

from ..models import Article, Reason, Version
from .bases import Base
from .comparing import Difference, compare
from .saving import for_desk
from .standing import desk_in

AT_THE_DESK_ALONE = ("assigned_to",)


@dataclass(frozen=True)
class Meanwhile:
    """What differs from the version that a form was opened at, and who made the newer ones.

    `names` are those of others; without any it was the same person, in another window. `withdrawn` are the languages
    that have come off the site, if they were taken off since.
    """

    since: int
    names: list[str]
    differences: list[Difference]
    withdrawn: list[str]

    def for_readers(self, languages: Collection[str]) -> list[Difference]:
        """Return what would go out with editions of these languages."""
        return [
            each
            for each in self.differences
            if each.language in ("", *languages) and each.piece not in AT_THE_DESK_ALONE
        ]


def saved_since(article: Article, base: Base | None, person: Person) -> Meanwhile | None:
    """Return what a person's form has not seen; None if nothing of the story changed, or nobody knows its base."""
    versions = article.versions.of_the_desk().select_related("by").without_texts()
    newer = list(versions.filter(number__gt=base.number)) if base else []
    differences = compare(desk_in(base.content), for_desk(article.pk)) if newer else []
    withdrawn = _withdrawn(article, newer)
    if not (differences or withdrawn):
        return None
    names = dict.fromkeys(str(version.by or "") for version in reversed(newer) if version.by_id != person.pk)
    return Meanwhile(base.number, list(names), differences, withdrawn)


def _withdrawn(article: Article, newer: Collection[Version]) -> list[str]:
    if not any(version.reason == Reason.WITHDRAWAL for version in newer):
        return []
    return list(article.editions.filter(stage=Stage.WITHDRAWN).values_list("language", flat=True))
