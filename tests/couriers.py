"""Couriers in tests: awaited, so that none still writes when the database of the test is gone."""

import time

from newsroom.pagecache.models import Errand
from newsroom.pagecache.outbound import courier


def wait_until(holds, seconds=10):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def arrived():
    """Wait until every purge has arrived for good."""
    wait_until(lambda: not Errand.objects.exists())
    wait_until(lambda: not any(each._waiting for each in courier._couriers.values()))


def send_home():
    """Wait until no courier is about to write, and forget what was not delivered."""
    for each in courier._couriers.values():
        wait_until(lambda each=each: not each.is_owing())
        with each._news:
            each._waiting.clear()
    courier._couriers.clear()


def call_back(server):
    """Forget the addresses a server gave out, and wait until it follows the log for them no more."""
    given_out = getattr(server.edge.sharing, "given_out", None)
    if given_out and given_out._thread:
        given_out._held = {}
        given_out._thread.join()
