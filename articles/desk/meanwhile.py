"""What others saved since a form was opened, so that nothing goes out that its publisher has not seen."""

from collections.abc import Collection
from dataclasses import dataclass

from ..models import Article, Version
from .comparing import Difference, compare
from .saving import for_desk
from .standing import desk_in

AT_THE_DESK_ALONE = ("assigned_to",)


@dataclass(frozen=True)
class Meanwhile:
    """What differs from the version that a form was opened at, and whose names the newer versions have."""

    since: int
    names: list[str]
    differences: list[Difference]

    def for_readers(self, languages: Collection[str]) -> list[Difference]:
        """Return what would go out with editions of these languages."""
        return [
            each
            for each in self.differences
            if each.language in ("", *languages) and each.piece not in AT_THE_DESK_ALONE
        ]


def saved_since(article: Article, base: Version | None) -> Meanwhile | None:
    """Return what was saved after a version; None if nothing of the story changed, or nobody knows the version."""
    newer = list(article.versions.of_the_desk().filter(number__gt=base.number).select_related("by")) if base else []
    differences = compare(desk_in(base.content), for_desk(article.pk)) if newer else []
    if not differences:
        return None
    names = dict.fromkeys(str(version.by) for version in reversed(newer) if version.by)
    return Meanwhile(base.number, list(names), differences)
