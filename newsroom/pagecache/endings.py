"""What a process has to do before it ends."""

import atexit
from collections.abc import Callable
from multiprocessing.util import Finalize


def at_the_end(work: Callable[[], None]) -> Callable[[], None]:
    """Do something when this process ends. One that multiprocessing forked, as of granian, forgets what atexit has."""
    atexit.register(work)
    Finalize(None, work, exitpriority=0)
    return work
