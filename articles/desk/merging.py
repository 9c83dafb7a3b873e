"""Two people save one story: what each of them changed is kept, and what both changed is left to whoever saves last.

The text of a form is compared with two states of the desk, as versions.py keeps them: the one that the form was
opened at, and the one that is saved by now.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model
from django.http import QueryDict

from .sent import (
    LEFT_OUT,
    MODELS,
    ORDER,
    PARTS,
    UNWRITTEN,
    as_sent,
    by_id,
    meaning,
    name_of,
    picks,
    prefix_of,
    told,
    value_of,
)

UNKNOWN = object()  # what stood where, when nobody kept it
CHOICE, UNDECIDED = "choice-", "undecided"
THEIRS = "theirs"
SEVERAL = ("topics", "authors")
WAS_AT = "was at"  # which place a row had in the form that was sent; no field is called so


@dataclass(frozen=True)
class Conflict:
    """A field that two people changed, each in their own way: `name` in the form, `theirs` is what is saved by now.

    A block or point that they removed, or changed before it was removed here, has `is_removal`.
    """

    name: str
    theirs: object
    is_removal: bool = False


@dataclass
class Merge:
    """The form as it is to be saved, what is left to be chosen, and whether it has anything that is not saved yet.

    `returning` are parts that were removed and come back, by their uid, as they stood last.
    """

    data: QueryDict
    conflicts: list[Conflict] = field(default_factory=list)
    has_news: bool = False
    returning: dict[str, Model] = field(default_factory=dict)


def merge(sent: QueryDict, base: dict | None, now: dict) -> Merge:
    """Bring a form up to what was saved since it was opened; `base` and `now` are contents of versions."""
    merging = Merging(sent, base or {}, now)
    merging.choose()
    merging.head()
    for prefix, part in PARTS.items():
        merging.part(prefix, part)
    return merging.done


class Merging:
    def __init__(self, sent: QueryDict, base: dict, now: dict) -> None:
        self.base, self.now = base, now
        self.done = Merge(sent.copy())
        self.data = self.done.data
        self.undecided = {name for name in self.data.getlist(UNDECIDED) if CHOICE + name not in self.data}

    def choose(self) -> None:
        """Take theirs where that was chosen when the form was shown with both."""
        self._choose("", self.now["article"])
        for name in SEVERAL:
            if self.data.get(CHOICE + name) == THEIRS:
                self.data.setlist(name, picks(self.now, name))
        for prefix, part in PARTS.items():
            standing = by_id(self.now[part])
            for index in self._indexes(prefix):
                self._choose(f"{prefix}-{index}-", standing.get(self.data.get(f"{prefix}-{index}-id", ""), {}))

    def _choose(self, start: str, row: dict) -> None:
        for column, value in row.items():
            name = start + name_of(column)
            if self.data.get(CHOICE + name) == THEIRS:
                self._take(name, value)

    def head(self) -> None:
        self._fields("", self.base.get("article"), self.now["article"])
        for name in SEVERAL:
            self._several(name)

    def part(self, prefix: str, part: str) -> None:
        """Merge the rows of one formset."""
        if f"{prefix}-TOTAL_FORMS" not in self.data:
            return
        self._settle_rows(prefix, by_id(self.base.get(part, ())), self.now[part])
        before, standing = by_id(self.base.get(part, ())), by_id(self.now[part])
        for index in self._indexes(prefix):
            start = f"{prefix}-{index}-"
            row = standing.get(self.data.get(f"{start}id", ""))
            if row is None:
                self.done.has_news |= self._is_written(start)
            elif f"{start}DELETE" in self.data:
                self._removal(start, before.get(str(row["id"])), row)
            else:
                self._fields(start, before.get(str(row["id"])), row)

    def _indexes(self, prefix: str) -> range:
        total = self.data.get(f"{prefix}-TOTAL_FORMS", "")
        return range(int(total)) if total.isdecimal() and len(total) < 5 else range(0)

    def _is_written(self, start: str) -> bool:
        fields = ((name.removeprefix(start), value) for name, value in self.data.items() if name.startswith(start))
        return any(value for column, value in fields if column not in UNWRITTEN)

    # Rows: those that were added here may be saved already, and those that are here may be gone there -------------

    def _settle_rows(self, prefix: str, before: dict[str, dict], now: list[dict]) -> None:
        saved = {str(row["uid"]): str(row["id"]) for row in now if "uid" in row}
        gone_since = {str(row["uid"]): number for number, row in before.items() if "uid" in row}
        standing = {str(row["id"]) for row in now}
        kept, added, gone = [], [], []
        for index, row in enumerate(self._rows(prefix)):
            row |= {WAS_AT: [str(index)]} if row else {}
            uid = row.get("uid", [""])[0]
            number = row.get("id", [""])[0] or saved.get(uid, "") or gone_since.get(uid, "")
            if number in standing:
                kept.append(row | {"id": [number]})
            elif "DELETE" in row or not row:  # gone as it was to go, or taken from the page with the save before
                continue
            elif not number:
                added.append(row)
            elif number not in before or self._changed_here(prefix, row, before[number]):
                was = before.get(number, {})
                gone.append((len(added), was))
                added.append(row | {"id": [""], "uid": [str(was.get("uid", ""))]})
        self._write_rows(prefix, kept, added)
        self.done.conflicts += [
            Conflict(f"{prefix}-{len(kept) + place}-id", row, is_removal=True) for place, row in gone
        ]

    def _rows(self, prefix: str) -> list[dict[str, list[str]]]:
        rows: list[dict[str, list[str]]] = [{} for _index in self._indexes(prefix)]
        for name in self.data:
            start, _dash, rest = name.partition("-")
            index, _dash, column = rest.partition("-")
            if start == prefix and column and index.isdecimal() and int(index) < len(rows):
                rows[int(index)][column] = self.data.getlist(name)
        return rows

    def _changed_here(self, prefix: str, row: dict[str, list[str]], before: dict) -> bool:
        columns = {name_of(column): value for column, value in told(prefix, before)}
        same = self._same(f"{prefix}-0-")
        return any(
            name in columns and not same(name, value_of(name, values), columns[name]) for name, values in row.items()
        )

    def _write_rows(self, prefix: str, kept: list[dict], added: list[dict]) -> None:
        for name in [name for name in self.data if name.startswith(f"{prefix}-") and name[len(prefix) + 1].isdecimal()]:
            del self.data[name]
        moved = {}
        for index, row in enumerate([*kept, *added]):
            moved[f"{prefix}-{row.pop(WAS_AT)[0]}-"] = f"{prefix}-{index}-"
            for column, values in row.items():
                self.data.setlist(f"{prefix}-{index}-{column}", values)
        self.undecided = {moved_to(name, moved) for name in self.undecided}
        self.data[f"{prefix}-TOTAL_FORMS"] = str(len(kept) + len(added))
        self.data[f"{prefix}-INITIAL_FORMS"] = str(len(kept))

    def _removal(self, start: str, before: dict | None, now: dict) -> None:
        """Bring a row back that was changed before it was removed here, with what was written there."""
        self.done.has_news = True
        same = self._same(start)
        if before and any(not same(column, before.get(column), value) for column, value in told(prefix_of(start), now)):
            del self.data[f"{start}DELETE"]
            for column, theirs in told(prefix_of(start), now):
                self._take(start + name_of(column), theirs)
            self.done.conflicts.append(Conflict(f"{start}DELETE", now, True))

    # Fields ------------------------------------------------------------------------------------------------------

    def _fields(self, start: str, before: dict | None, now: dict) -> None:
        same = self._same(start)
        for column, theirs in now.items():
            name = start + name_of(column)
            if self._was_sent(name, column, start) and column != "id":
                was = before.get(column, UNKNOWN) if before else UNKNOWN
                self._field(name, column, was, theirs, same)

    def _was_sent(self, name: str, column: str, start: str) -> bool:
        """Tell whether the form has a field; boxes of which none is ticked are not sent."""
        return name in self.data or (column == LEFT_OUT and f"{start}{ORDER}" in self.data)

    def _field(self, name: str, column: str, was: object, theirs: object, same: Callable) -> None:
        mine = value_of(column, self.data.getlist(name))
        if same(column, mine, theirs):
            return
        if was is not UNKNOWN and same(column, mine, was) and name not in self.undecided:
            self._take(name, theirs)
            return
        self.done.has_news = True
        is_alone = was is not UNKNOWN and same(column, was, theirs) and name not in self.undecided
        if not is_alone and column != ORDER:  # of two orders the last one holds: nothing is lost by it
            self.done.conflicts.append(Conflict(name, theirs))

    def _take(self, name: str, theirs: object) -> None:
        if isinstance(theirs, list):
            self.data.setlist(name, theirs)
        else:
            self.data[name] = as_sent(theirs)

    def _several(self, name: str) -> None:
        """Merge the picks of a field that holds several, as one value."""
        if "category" not in self.data:  # then it was not this person's to change
            return
        was, theirs, mine = picks(self.base, name), picks(self.now, name), self.data.getlist(name)
        if mine == was and theirs != was:
            self.data.setlist(name, theirs)
        elif mine != theirs:
            self.done.has_news = True
            if was != theirs:
                self.done.conflicts.append(Conflict(name, theirs))

    def _same(self, start: str) -> Callable[[str, object, object], bool]:
        model = MODELS[prefix_of(start)]
        return lambda column, one, other: one == other or meaning(model, column, one) == meaning(model, column, other)


def moved_to(name: str, moved: dict[str, str]) -> str:
    """Return what a field is called once its row stands at another place."""
    start = next((each for each in moved if name.startswith(each)), "")
    return moved.get(start, "") + name.removeprefix(start)
