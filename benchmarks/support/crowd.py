"""Readers who ask two servers for pages without a pause, each over connections that stay open."""

import gzip
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from random import Random
from threading import Event, Thread
from typing import NamedTuple

from tools.run import HOST

# What marks a version in a text: the thing, and how often it has changed.
TOKEN = re.compile(r"\b([a-z]\d+)v(\d+)\b")
CONSENTS = ["", "consent=1.1..1790000000", "_ga=GA1.1.1187340021.1761043921"]
PATIENCE = 60  # seconds


class Seen(NamedTuple):
    """What a page showed: its status, and the version of each thing in it; of a thing in two versions both."""

    status: int
    versions: frozenset[tuple[str, int]]

    @property
    def things(self) -> set[str]:
        return {thing for thing, _version in self.versions}


class Reading(NamedTuple):
    """One page as one reader got it, and when they asked and had it (Unix time)."""

    server: int
    path: str
    seen: Seen
    asked: float
    had: float


@dataclass
class Reader:
    """One reader: what they accept, and the copies that their browser has."""

    ports: list[int]
    dice: Random
    readings: list[Reading] = field(default_factory=list)
    copies: dict[tuple[int, str], tuple[str, Seen]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connections = [HTTPConnection(HOST, port, timeout=PATIENCE) for port in self.ports]
        self.headers = {
            "Host": "localhost",
            "Cookie": self.dice.choice(CONSENTS),
            "Accept-Language": self.dice.choice(["uk", "en,uk;q=0.5", "pl"]),
            "Accept-Encoding": self.dice.choice(["identity", "gzip"]),
        }

    def read(self, path: str) -> None:
        server = self.dice.randrange(len(self.ports))
        etag, copy = self.copies.get((server, path), ("", None))
        known = {"If-None-Match": etag} if etag and self.dice.random() < 0.5 else {}
        connection = self.connections[server]
        asked = time.time()
        connection.request("GET", path, headers=self.headers | known)
        response = connection.getresponse()
        body = response.read()
        had = time.time()
        if response.status != 304:
            packed = response.headers["Content-Encoding"] == "gzip"
            copy = seen_in(response.status, gzip.decompress(body) if packed else body)
            self.copies[server, path] = response.headers["ETag"] or "", copy
        self.readings.append(Reading(server, path, copy, asked, had))


def seen_in(status: int, body: bytes) -> Seen:
    versions = frozenset((thing, int(version)) for thing, version in TOKEN.findall(body.decode()))
    return Seen(status, versions)


class Crowd:
    """So many readers; within the block they read what `choose` gives them."""

    def __init__(self, number: int, ports: list[int], choose: Callable[[Random], str]) -> None:
        self.readers = [Reader(ports, Random(place)) for place in range(number)]
        self.choose = choose
        self.over = Event()
        self.failures: list[Exception] = []
        self.threads = [Thread(target=self.follow, args=[reader]) for reader in self.readers]

    def __enter__(self) -> "Crowd":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def follow(self, reader: Reader) -> None:
        while not self.over.is_set():
            try:
                reader.read(self.choose(reader.dice))
            except Exception as problem:  # whatever it is, the run must say that a page could not be read
                self.failures.append(problem)
                return

    @property
    def readings(self) -> list[Reading]:
        return [reading for reader in self.readers for reading in reader.readings]
