"""What a form that is sent had in front of it: the story as it was opened, with what it saved itself since.

Changes of others come along with a save. A form whose page did not learn of them, since its answer was lost or
somebody wrote on in it, is sent again with the words of before: they are not what its writer wants.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Version
from .merged_since import in_version
from .standing import PARTS


@dataclass(frozen=True)
class Base:
    """`content` as versions keep it; `number` is that of the newest version whose words the form had before it."""

    content: dict
    number: int
    versions: tuple[Version, ...]

    def version_with(self, part: str, row: int) -> int | None:
        """Return the number of the newest of its versions that has a block, point or source."""
        numbers = (each.number for each in self.versions if any(kept["id"] == row for kept in each.content[part]))
        return max(numbers, default=None)


def base_between(opened_at: Version | None, saved: Version | None) -> Base | None:
    """Return the base of a form that was opened at one version and made another since; None if nobody knows either."""
    versions = tuple(filter(None, (opened_at, saved)))
    if not versions:
        return None
    if saved and saved.in_form and (opened_at is None or opened_at.number < saved.number):
        return Base(in_version(saved.in_form), opened_at.number if opened_at else saved.number, versions)
    newest = max(versions, key=lambda version: version.number)
    return Base(in_version(newest.content), newest.number, versions)


@dataclass(frozen=True)
class CameAlong:
    """What others saved between the base of a form and its save; `stood` is the story right before that."""

    base: dict
    stood: dict

    def left_out_of(self, saved: dict) -> dict:
        """Return a story that was saved as the form has it: what stood otherwise before and was kept came along."""
        base, stood = self.base, self.stood
        seen = saved | {"article": _columns(base["article"], stood["article"], saved["article"])}
        if base["topics"] != stood["topics"] == saved["topics"]:
            seen["topics"] = base["topics"]
        rows = {part: _rows(*map(_by_id, (base[part], stood[part], saved[part]))) for part in PARTS}
        return seen | rows


def _by_id(rows: Iterable[dict]) -> dict[int, dict]:
    return {row["id"]: row for row in rows}


def _columns(base: dict, stood: dict, saved: dict) -> dict:
    came = {name for name in base if name in stood and base[name] != stood[name] and saved.get(name) == stood[name]}
    return saved | {name: base[name] for name in came}


def _rows(base: dict[int, dict], stood: dict[int, dict], saved: dict[int, dict]) -> list[dict]:
    kept = [
        _columns(base[pk], stood[pk], row) if pk in base and pk in stood else row
        for pk, row in saved.items()
        if pk in base or pk not in stood
    ]
    return kept + [row for pk, row in base.items() if pk not in stood and pk not in saved]
