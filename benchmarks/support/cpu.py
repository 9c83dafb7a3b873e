"""The CPU that a server takes: its own process and all that it started. Linux only."""

import sys
import time
from pathlib import Path

LOOK_EVERY = 0.1
AT_REST = 0.002  # seconds of CPU between two looks
LOOKS = 300


def seconds_of(pid: int) -> float:
    """Return the seconds of CPU that a process and its descendants have taken so far, whoever runs beside them."""
    return sum(time.clock_gettime(clock_of(each)) for each in family(pid))


def family(pid: int) -> list[int]:
    """Return a process and its descendants, whichever thread started them."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for file in lists for child in file.read_text().split()]
    return [pid, *(each for child in children for each in family(child))]


def clock_of(pid: int) -> int:
    # What clock_getcpuclockid(3) answers, which Python lacks. /proc/<pid>/stat counts in hundredths of a second, and
    # schedstat forgets the threads that have ended.
    return (~pid << 3) | 2


def wait_for_rest(pid: int) -> None:
    """Return when a server has done with the requests that a burst left behind."""
    spent = seconds_of(pid)
    for _look in range(LOOKS):
        time.sleep(LOOK_EVERY)
        before, spent = spent, seconds_of(pid)
        if spent - before < AT_REST:
            return
    sys.exit(f"The server with process id {pid} is still at work {LOOKS * LOOK_EVERY:.0f} seconds after the burst.")
