"""A process at the desk of one newspaper: for every line it gets it makes one change, and says when it was committed.

A line is JSON: a verb of changes.py, and what it is told. `linger` keeps the transaction open for so many seconds.
"""

import json
import sys
import time
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction


def main() -> None:
    get_wsgi_application()
    from .changes import VERBS  # the models can’t be imported before Django is set up

    for line in sys.stdin:
        verb, told = json.loads(line)
        print(json.dumps(done(VERBS[verb], **told)), flush=True)
        close_old_connections()


def done(verb: Callable, linger: float = 0, **told: object) -> dict:
    """Make a change in one transaction; return what it gives, and when (Unix time) it began and was committed."""
    moments = {"begun": time.time()}
    with transaction.atomic():
        # Before those of the change itself, so that it runs first after the commit.
        transaction.on_commit(lambda: moments.update(committed=time.time()))
        found = verb(**told) or {}
        time.sleep(linger)
    return moments | found


if __name__ == "__main__":
    main()
