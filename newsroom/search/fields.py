"""A column of terms and the one lookup on it, on SQLite (FTS5) and PostgreSQL (tsvector).

A term holds letters, digits, colons and hyphens only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

Groups = tuple[frozenset[str], ...]
Sql = tuple[str, list]


@dataclass(frozen=True)
class Wanted:
    """What a document must hold: of each group in `all` one term, of those in `none` no term."""

    all: Groups
    none: Groups = ()

    def in_fts5(self) -> str:
        """Write it for MATCH; terms stand in quotation marks, so that none is an operator."""
        asked = " AND ".join(_either(group, " OR ", '"') for group in self.all)
        return " NOT ".join([asked, *(_either(group, " OR ", '"') for group in self.none)])

    def in_tsquery(self) -> str:
        asked = [_either(group, " | ", "'") for group in self.all]
        return " & ".join([*asked, *(f"!{_either(group, ' | ', chr(39))}" for group in self.none)])


def _either(terms: Iterable[str], operator: str, quote: str) -> str:
    return f"({operator.join(f'{quote}{term}{quote}' for term in sorted(terms))})"


def fts_table(model: type[models.Model]) -> str:
    """Return the name of the FTS5 table that indexes a model's terms."""
    return f"{model._meta.db_table}_terms"


class TermsField(models.TextField):
    """Terms with a space between each two; to be written and searched, never read back on PostgreSQL."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value: object, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> str:
        # Without the parser of PostgreSQL, which has rules of its own about what a word is.
        return "array_to_tsvector(string_to_array(%s, ' '))" if connection.vendor == "postgresql" else "%s"


@TermsField.register_lookup
class Matches(models.Lookup):
    """`terms__matches=Wanted(...)`."""

    lookup_name = "matches"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Wanted, connection: BaseDatabaseWrapper) -> tuple[str, list[Wanted]]:
        return "%s", [value]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*params, self.rhs.in_tsquery()]

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        field = self.lhs.target
        index = connection.ops.quote_name(fts_table(field.model))
        key = f"{connection.ops.quote_name(self.lhs.alias)}.{connection.ops.quote_name(field.model._meta.pk.column)}"
        return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)", [self.rhs.in_fts5()]
