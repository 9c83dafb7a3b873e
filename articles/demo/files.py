"""The files the example newspaper is built from."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID, uuid5

from articles.models.naming import CODES

HERE = Path(__file__).parent
# Any fixed UUID does: with it the stories can be recognised at the next build.
EXAMPLE = UUID("5f0c2a51-6d0e-4f0a-9b1e-2f6f2d6f7a10")
Report = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def newspaper() -> dict:
    """Return the categories, topics, speakers, sources, authors and pictures, each a list of tables."""
    return tomllib.loads((HERE / "newspaper.toml").read_text())


def stories() -> list[dict]:
    return [tomllib.loads(file.read_text()) for file in sorted((HERE / "stories").glob("*.toml"))]


def uid_of(key: str) -> UUID:
    """Return the uid that a story of the example has in every newspaper."""
    return uuid5(EXAMPLE, key)


def by_language(field: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a translated field, for the languages this newspaper has."""
    return {f"{field}_{code}": texts[code] for code in CODES if code in texts}
