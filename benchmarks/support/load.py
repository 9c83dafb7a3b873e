"""One burst of requests: wrk keeps a few connections busy for some seconds and says what it got."""

import re
import subprocess
import sys
from typing import NamedTuple

CONNECTIONS, THREADS = 16, 2
PATIENCE = 60  # seconds for one answer, on a machine that does something else as well
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4, "B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}


class Burst(NamedTuple):
    """What a burst got: answers, how many in a second, bytes of each with its headers, the slowest of a hundred."""

    requests: int
    rate: float
    bytes: float
    p99: float  # milliseconds


def burst(address: str, headers: dict[str, str], seconds: int) -> Burst:
    """Ask for one address as often as it is answered, with these headers."""
    sizes = ["-c", str(CONNECTIONS), "-t", str(THREADS), "-d", f"{seconds}s", "--timeout", f"{PATIENCE}s", "--latency"]
    fields = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    done = subprocess.run(["wrk", *sizes, *fields, address], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"wrk could not measure {address}: {done.stderr or done.stdout}")
    return parsed(done.stdout)


def parsed(text: str) -> Burst:
    """Read what wrk printed; a burst with failures measures something else, so it ends the run."""
    failures = re.search(r"^ *(Socket errors|Non-2xx or 3xx responses): .*", text, re.MULTILINE)
    whole = re.search(r"(\d+) requests in .+, ([\d.]+)([KMG]?B) read", text)
    if failures or not whole or whole[1] == "0":
        sys.exit(f"A burst with failures measures nothing. wrk said:\n{text}")
    requests = int(whole[1])
    rate = re.search(r"Requests/sec: +([\d.]+)", text)
    p99 = re.search(r"99% +([\d.]+)(us|ms|s|m)\b", text)
    sent = float(whole[2]) * UNITS[whole[3]] / requests
    return Burst(requests, float(rate[1]), sent, float(p99[1]) * UNITS[p99[2]])
