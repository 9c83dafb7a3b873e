"""However many readers come at once, each worker renders a page once."""

import threading

import pytest

from tests.servers.conftest import WORKERS
from tests.servers.reader import Reader

READERS = 40


@pytest.fixture
def cold(served):
    """The id and address of a story that nobody has read."""
    found = served.desk.do("stories", number=50)["stories"]
    read = set(served.renderings())
    return next((story, address) for story, address in reversed(found) if address not in read)


def at_once(served, path):
    """Let readers of all servers ask for a page at the same time; return what they got."""
    answers, start = [], threading.Barrier(READERS)

    def read(port):
        reader = Reader(port)
        start.wait()
        answers.append(reader.get(path))
        reader.close()

    ports = [served.servers[number % len(served.servers)].port for number in range(READERS)]
    threads = [threading.Thread(target=read, args=[port]) for port in ports]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_herd_costs_one_rendering_in_each_worker(served, cold):
    story, address = cold
    workers = WORKERS * len(served.servers)
    for _time in range(2):
        begin = served.renderings().count(address)
        answers = at_once(served, address)
        assert [answer.status for answer in answers] == [200] * READERS
        assert 1 <= served.renderings().count(address) - begin <= workers
        served.desk.do("rewrite", story=story, headline_uk="Натовп прийшов")
