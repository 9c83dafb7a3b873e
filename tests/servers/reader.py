"""A reader with a connection that stays open, and who of a server's processes holds the other end of it."""

import os
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from benchmarks.support.cpu import family
from tools.run import HOST

PATIENCE = 30  # seconds


class Answer(NamedTuple):
    """What a reader got, and when they asked and had it (Unix time)."""

    status: int
    text: str
    asked: float
    had: float


class Reader:
    """Reads over one connection, so always from the same process of a server."""

    def __init__(self, port):
        self.connection = HTTPConnection(HOST, port, timeout=PATIENCE)

    def get(self, path):
        asked = time.time()
        self.connection.request("GET", path, headers={"Host": "localhost"})
        response = self.connection.getresponse()
        text = response.read().decode()
        return Answer(response.status, text, asked, time.time())

    def close(self):
        self.connection.close()

    @property
    def worker(self):
        """The process that holds the other end: who in the kernel's table has a socket to our port."""
        port, server = (end[1] for end in (self.connection.sock.getsockname(), self.connection.sock.getpeername()))
        return inode_of(server, port)


def inode_of(port, remote):
    """Return the inode of the socket that stands at a port of this machine, connected to another."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _number, here, there, *_rest = fields = line.split()
        if (port_in(here), port_in(there)) == (port, remote):
            return fields[9]
    raise LookupError(f"no connection from {remote} to {port}")


def port_in(address):
    return int(address.rpartition(":")[2], 16)


def holder_of(inode, server):
    """Return which process of a server has a socket open."""
    for pid in family(server.pid):
        for file in Path(f"/proc/{pid}/fd").iterdir():
            if os.path.lexists(file) and os.readlink(file) == f"socket:[{inode}]":
                return pid
    raise LookupError(f"none of the processes of {server} holds {inode}")


def reader_of_each_worker(server, workers):
    """Return a reader of each of so many workers."""
    found = {}
    while len(found) < workers:
        reader = Reader(server.port)
        reader.get("/robots.txt")
        pid = holder_of(reader.worker, server)
        if pid in found:
            reader.close()
        else:
            found[pid] = reader
    return list(found.values())
