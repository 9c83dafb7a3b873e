"""Real servers: on SQLite one machine with two workers, on PostgreSQL two machines that share nothing but it."""

import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest

from benchmarks.support.newsdesks import Newsdesk, newsdesk
from benchmarks.support.newspapers import fill, on_postgresql, on_sqlite
from benchmarks.support.servers import Server, granian
from tests.servers.counted import FILE
from tests.servers.reader import Reader, reader_of_each_worker
from tools.postgres import find_binaries, own_server

SECOND = 1.0  # what an edit may take to reach a reader
STORIES = 60
WORKERS = 2
APPLICATION = "tests.servers.counted:application"
AS_SERVERS_RUN_IT = {"DJANGO_SETTINGS_MODULE": "tests.servers.settings", "SECRET_KEY": "of all machines" * 4}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.servers)


class Site(NamedTuple):
    """A newspaper that is being served: its desk, its servers, and the environment of each of its machines."""

    desk: Newsdesk
    servers: list[Server]
    machines: list[dict[str, str]]

    def readers(self) -> list[Reader]:
        """Return a reader of every worker of every server."""
        return [reader for server in self.servers for reader in reader_of_each_worker(server, WORKERS)]

    def renderings(self) -> list[str]:
        """Return the paths that Django was asked for so far."""
        files = {Path(machine["NEWSROOM_DATA"], FILE) for machine in self.machines}
        return [line.split()[0] for file in files if file.exists() for line in file.read_text().splitlines()]


def last_old_copy(reader, path, new, committed):
    """Read until the new text is there; return how old the last copy without it was when it was asked for."""
    oldest = 0.0
    while new not in (answer := reader.get(path)).text:
        assert answer.status == 200
        oldest = max(oldest, answer.asked - committed)
        assert oldest < SECOND
    return oldest


@contextmanager
def site(*machines):
    """Serve a newspaper with one server of two workers on each of its machines; the first has the desk."""
    with ExitStack() as stack:
        servers = [stack.enter_context(granian(APPLICATION, machine, WORKERS)) for machine in machines]
        yield Site(stack.enter_context(newsdesk(machines[0])), servers, list(machines))


@pytest.fixture(scope="session")
def folder():
    with tempfile.TemporaryDirectory(prefix="newsroom-servers-") as folder:
        yield folder


def machines(folder, newspaper, number):
    """Return the environments of machines that share the database of a newspaper and nothing else."""
    return [
        newspaper.environment | AS_SERVERS_RUN_IT | {"NEWSROOM_DATA": f"{folder}/{newspaper.database}-{machine}"}
        for machine in range(number)
    ]


@pytest.fixture(scope="session")
def one_machine(folder):
    """SQLite: two workers that share a database and a counter."""
    newspaper = on_sqlite(folder, STORIES)
    fill(newspaper)
    with site(*machines(folder, newspaper, 1)) as served:
        yield served


@pytest.fixture(scope="session")
def postgresql():
    """The address of a PostgreSQL server of our own, which a test may stop."""
    binaries = find_binaries()
    if not binaries:
        pytest.skip("NO POSTGRESQL: there are no server binaries. apt install postgresql")
    with own_server(binaries) as address:
        yield address


@pytest.fixture(scope="session")
def two_machines(folder, postgresql):
    """PostgreSQL: two servers without a counter in common, so that one of them can only look into the log."""
    newspaper = on_postgresql(folder, postgresql, STORIES)
    fill(newspaper)
    with site(*machines(folder, newspaper, 2)) as served:
        yield served


@pytest.fixture(params=["one_machine", "two_machines"])
def served(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def readers(served):
    """A reader of every worker of every server."""
    readers = served.readers()
    yield readers
    for reader in readers:
        reader.close()


@pytest.fixture
def cluster(postgresql):
    """The folder of the PostgreSQL server."""
    return unquote(urlsplit(postgresql).netloc.rpartition("@")[2])
