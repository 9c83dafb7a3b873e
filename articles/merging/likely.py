"""Speakers and things that are likely to be there twice: called alike in any language, or known alike elsewhere."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from modeltranslation.utils import build_localized_fieldname as in_language

from ..models import Alias, Speaker
from ..models.naming import CODES, Named

FOLDED = [in_language("folded", code) for code in CODES]
MOST = 500  # that a list of the desk proposes


def like(row: Named) -> QuerySet[Named]:
    """Return the others of a kind that may be the same."""
    names = {getattr(row, column) for column in FOLDED}
    is_speaker = isinstance(row, Speaker)
    if is_speaker:
        names.update(row.aliases.values_list("folded", flat=True))
    names.discard("")
    alike = Q(pk__in=[])
    for column in FOLDED:
        alike |= Q(**{f"{column}__in": names})
    if is_speaker:
        alike |= Q(pk__in=Alias.objects.filter(folded__in=names).values("speaker"))
        alike |= Q(wikidata=row.wikidata) if row.wikidata else Q()
    return type(row)._default_manager.filter(alike).exclude(pk=row.pk)


def doubled(kind: type[Named]) -> list[int]:
    """Return the ids of what may be there twice, at most MOST."""
    bearers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for what, name, pk in _known_by(kind):
        bearers[what, name].add(pk)
    found = {pk for alike in bearers.values() if len(alike) > 1 for pk in alike}
    return sorted(found)[:MOST]


def _known_by(kind: type[Named]) -> Iterator[tuple[str, str, int]]:
    """Give every name and number of every row: what it is, itself, and whose."""
    rows = kind._default_manager.order_by()
    for column in FOLDED:
        yield from (("name", name, pk) for name, pk in rows.exclude(**{column: ""}).values_list(column, "pk"))
    if kind is Speaker:
        aliases = Alias.objects.exclude(folded="").values_list("folded", "speaker")
        yield from (("name", name, pk) for name, pk in aliases)
        numbers = rows.exclude(wikidata="").values_list("wikidata", "pk")
        yield from (("wikidata", number, pk) for number, pk in numbers)
