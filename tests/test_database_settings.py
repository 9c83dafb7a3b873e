"""What the newspaper asks of its database before it trusts it with a story."""

import json

from tests.platform.commands import manage

PRAGMAS = """
import json
from django.db import connection
names = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "mmap_size")
ask = lambda name: connection.cursor().execute(f"PRAGMA {name}").fetchone()[0]
print(json.dumps({name: ask(name) for name in names}))
"""
POOL = """
import json
from django.conf import settings
database = settings.DATABASES["default"]
print(json.dumps([database["OPTIONS"]["pool"], database["CONN_MAX_AGE"]]))
"""
FULL = 2  # as SQLite numbers it: NORMAL is 1 and loses acknowledged saves when the power goes


def told(folder, question, **environment):
    done = manage("shell", "--no-imports", "--command", question, folder=folder, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_sqlite_writes_every_acknowledged_save_to_the_disk(tmp_path):
    answers = told(tmp_path, PRAGMAS)
    assert (answers["journal_mode"], answers["synchronous"], answers["foreign_keys"]) == ("wal", FULL, 1)
    assert answers["mmap_size"] > 0


def test_a_write_takes_its_lock_at_the_beginning_so_that_two_writers_queue_up(tmp_path):
    question = "import json; from django.conf import settings; print(json.dumps(settings.SQLITE_OPTIONS))"
    assert told(tmp_path, question)["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_reached_through_a_pool_of_bounded_size(tmp_path):
    pool, age = told(tmp_path, POOL, DATABASE_URL="postgres://newsroom@127.0.0.1/news")
    assert pool["max_size"] == 8
    assert age == 0, "Django refuses lasting connections beside a pool"
