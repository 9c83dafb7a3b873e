"""A real Varnish before a test's own server, with docs/varnish.vcl in it."""

import http.client
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.edge import BROWSER, Answer

VCL = Path(settings.BASE_DIR) / "docs" / "varnish.vcl"
SECONDS_TO_START = 30


class Varnish:
    def __init__(self, port):
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def get(self, address, method="GET", body=None, **headers):
        """Ask for a path as a browser does; headers as keywords, accept_language="uk"."""
        named = {name.replace("_", "-"): value for name, value in (BROWSER | {"host": "testserver"} | headers).items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, address, body, named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.headers), answer.read())
        finally:
            connection.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def vcl_for(port):
    text = VCL.read_text()
    assert text.count('.port = "8000";') == 1
    return text.replace('.port = "8000";', f'.port = "{port}";')


@contextmanager
def varnish_before(port, folder):
    """Run a Varnish before the server on this port; its files are in the folder."""
    if not shutil.which("varnishd"):
        pytest.skip("NO VARNISH: there is no varnishd. apt install varnish varnish-modules")
    file, own_port = folder / "newspaper.vcl", free_port()
    file.write_text(vcl_for(port))
    command = ["varnishd", "-F", "-j", "none", "-n", folder / "run", "-f", file, "-s", "malloc,64m"]
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen([*command, "-a", f"127.0.0.1:{own_port}"], stdout=log, stderr=log)
        try:
            wait_for(process, own_port, folder / "log")
            yield Varnish(own_port)
        finally:
            process.terminate()
            process.wait(10)


def wait_for(process, port, log):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text())
