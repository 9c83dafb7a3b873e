"""The index of a column of terms, as a migration."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Model

from .fields import fts_table

# Terms are matched as they are written: they are folded before, and beyond ASCII every character belongs to one.
# Neither positions nor lengths, because phrases and ranks are no business of the index: it is half as large.
FTS5 = """
    CREATE VIRTUAL TABLE {index} USING fts5(
        {column}, content='{table}', content_rowid='{key}', detail='none', columnsize=0,
        tokenize="ascii tokenchars ':-'"
    )
"""
ADD = "INSERT INTO {index}(rowid, {column}) VALUES (new.{key}, new.{column});"
TAKE_OUT = "INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.{key}, old.{column});"
TRIGGERS = {
    "insert": f"AFTER INSERT ON {{table}} BEGIN {ADD} END",
    "delete": f"AFTER DELETE ON {{table}} BEGIN {TAKE_OUT} END",
    "update": f"AFTER UPDATE OF {{column}} ON {{table}} BEGIN {TAKE_OUT} {ADD} END",
}
HAS_LZ4 = "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"


class AddTermsIndex(Operation):
    """Index a TermsField: GIN on PostgreSQL; on SQLite an FTS5 table that triggers keep.

    SQLite makes a table anew when one of its columns changes, and forgets the triggers: such a migration ends with
    this operation again.
    """

    reversible = True

    def __init__(self, model_name: str, field_name: str) -> None:
        self.model_name, self.field_name = model_name, field_name

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._run(
            schema_editor, to_state.apps.get_model(app_label, self.model_name), _add_in_postgresql, _add_in_sqlite
        )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = from_state.apps.get_model(app_label, self.model_name)
        self._run(schema_editor, model, _drop_in_postgresql, _drop_in_sqlite)

    def _run(self, editor: BaseDatabaseSchemaEditor, model: type[Model], *ways: object) -> None:
        on_postgresql, on_sqlite = ways
        if not self.allow_migrate_model(editor.connection.alias, model):
            return
        names = {
            "table": model._meta.db_table,
            "key": model._meta.pk.column,
            "column": model._meta.get_field(self.field_name).column,
            "index": fts_table(model),
        }
        (on_postgresql if editor.connection.vendor == "postgresql" else on_sqlite)(editor, names)

    def describe(self) -> str:
        return f"Index the terms of {self.model_name}"

    @property
    def migration_name_fragment(self) -> str:
        return f"index_{self.model_name.lower()}_{self.field_name}"


def _add_in_postgresql(editor: BaseDatabaseSchemaEditor, names: dict[str, str]) -> None:
    column = "ALTER TABLE {table} ALTER COLUMN {column} ".format(**names)
    # What is common is known exactly then, and the way to walk is chosen by it (backends/walking.py).
    editor.execute(column + "SET STATISTICS 1000")
    with editor.connection.cursor() as cursor:
        cursor.execute(HAS_LZ4)
        if cursor.fetchone()[0]:
            # A walk from the newest unpacks what it passes; this way it does so two to five times faster.
            editor.execute(column + "SET COMPRESSION lz4")
    editor.execute("CREATE INDEX {index} ON {table} USING gin ({column}) WITH (fastupdate = off)".format(**names))


def _drop_in_postgresql(editor: BaseDatabaseSchemaEditor, names: dict[str, str]) -> None:
    editor.execute("DROP INDEX {index}".format(**names))


def _add_in_sqlite(editor: BaseDatabaseSchemaEditor, names: dict[str, str]) -> None:
    _drop_in_sqlite(editor, names)
    editor.execute(FTS5.format(**names))
    for name, trigger in TRIGGERS.items():
        editor.execute(f"CREATE TRIGGER {{index}}_{name} {trigger}".format(**names))
    editor.execute("INSERT INTO {index}({index}) VALUES ('rebuild')".format(**names))


def _drop_in_sqlite(editor: BaseDatabaseSchemaEditor, names: dict[str, str]) -> None:
    for name in TRIGGERS:
        editor.execute(f"DROP TRIGGER IF EXISTS {names['index']}_{name}")
    editor.execute("DROP TABLE IF EXISTS {index}".format(**names))
