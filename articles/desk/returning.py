"""Parts that somebody removed while another wrote in them come back as they stood, with what was written since."""

from django.db.models import Model
from django.http import QueryDict

from ..models import Article, Version
from .bases import Base
from .merging import Conflict
from .restoring import forget_the_deleted
from .sent import PARTS, prefix_of
from .standing import desk_in
from .versions import number_in

STOOD_IN = "stood_in"  # what a form calls the number of the version that a removed part stood in last


def remember(conflicts: list[Conflict], sent: QueryDict, base: Base | None) -> None:
    """Note in a form where its removed parts stood last: when it is sent again it counts as opened after that."""
    for conflict in conflicts if base else ():
        if conflict.is_removal and conflict.name.endswith("-id") and conflict.theirs:
            number = base.version_with(PARTS[prefix_of(conflict.name)], conflict.theirs["id"])
            sent[conflict.name.removesuffix("id") + STOOD_IN] = str(number or base.number)


def removed_parts(article: Article, sent: QueryDict) -> dict[str, Model]:
    """Return by their uid the parts that a form brings back."""
    numbers = {number_in(value) for name, value in sent.items() if name.endswith(f"-{STOOD_IN}")} - {0}
    versions = article.versions.of_the_desk().filter(number__in=numbers).order_by("number") if numbers else ()
    return {uid: row for version in versions for uid, row in _parts_in(version).items()}


def _parts_in(version: Version) -> dict[str, Model]:
    then = desk_in(version.content)
    forget_the_deleted(then)
    return {str(row.uid): row for part in set(PARTS.values()) for row in getattr(then, part).all()}
