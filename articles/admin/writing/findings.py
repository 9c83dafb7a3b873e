"""What the form says of a story beside its texts: what keeps it from readers, what fell behind, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...desk.completeness import Problem, problems_of
from ...desk.origins import progress
from ...desk.pieces import CODES
from ...models import Article, Edition


@dataclass(frozen=True)
class Findings:
    """`refused` are the problems of languages just asked to be published; places are (piece, language)."""

    checks: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    behind: frozenset[tuple[str, str]] = frozenset()
    missing: frozenset[tuple[str, str]] = frozenset()

    def problems_at(self, piece: str, language: str) -> list[str]:
        return [problem.message for problem in self.refused if (problem.piece, problem.language) == (piece, language)]

    def of(self, language: str) -> tuple[int, int]:
        """Return how many pieces of a language are behind and how many are missing."""
        return tuple(sum(place[1] == language for place in places) for places in (self.behind, self.missing))


NOTHING_FOUND = Findings()


def findings_of(article: Article, editions: dict[str, Edition], refused: Iterable[str]) -> Findings:
    """Look through a story fetched with its parts; takes two queries per language, none per piece."""
    problems = [problem for code in CODES if code in editions for problem in problems_of(article, code)]
    behind, missing = set(), set()
    for code, edition in editions.items():
        found = progress(article, edition)
        behind |= {(piece.key, code) for piece in found.changed}
        missing |= {(piece.key, code) for piece in found.missing}
    return Findings(
        checks=tuple(problems),
        refused=tuple(problem for code in refused for problem in problems_of(article, code)),
        behind=frozenset(behind),
        missing=frozenset(missing),
    )
