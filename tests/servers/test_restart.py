"""A server that was away shows what happened meanwhile, and what happens from then on."""

from benchmarks.support.servers import granian
from tests.servers.conftest import APPLICATION, SECOND, last_old_copy
from tests.servers.reader import Reader


def test_a_server_that_is_started_again_is_as_true_as_before(served):
    story, address = served.desk.do("stories", number=2)["stories"][1]
    for before, after in (("Уперше", "Удруге"), ("Утретє", "Учетверте")):
        served.desk.do("rewrite", story=story, headline_uk=before)
        with granian(APPLICATION, served.machines[-1]) as server:
            reader = Reader(server.port)
            assert before in reader.get(address).text
            committed = served.desk.do("rewrite", story=story, headline_uk=after)["committed"]
            assert last_old_copy(reader, address, after, committed) < SECOND
            reader.close()
