"""What does a reader's request cost the server?

python -m benchmarks.delivery [--rounds 5] [--seconds 2]
"""

import shutil
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.support.costs import Cost, Costs, Promise, ratio, shown, verdict
from benchmarks.support.cpu import seconds_of, wait_for_rest
from benchmarks.support.load import CONNECTIONS, burst
from benchmarks.support.machine import machine
from benchmarks.support.newspapers import Newspaper, newspaper_on_sqlite
from benchmarks.support.readers import ask, reader_of
from benchmarks.support.servers import Server, granian, nginx
from benchmarks.support.visit import IDENTITY, PACKED, visit
from tools.run import HOST, end_like_ctrl_c

STORIES = 3000
ROUNDS, SECONDS = 5, 2
NGINX, BARE, HELLO = "nginx, a static file", "bare WSGI callable", "Django hello world"
HIT, HIT_PACKED, UNCHANGED = "Edge hit, identity", "Edge hit, br", "Edge hit, 304"
FRONT, CATEGORY, STORY = "uncached front page", "uncached category", "uncached article"
PAGES = {FRONT: "front page", CATEGORY: "big category", STORY: "story"}  # as pages.py names them
BASES = [NGINX, BARE, HELLO]
LINE = "{:<21}{:>9}{:>9}{:>8}{:>8}{:>10}{:>9}{:>8}{:>9}"
HEAD = LINE.format("", "CPU µs", "÷ nginx", "÷ bare", "÷ hello", "a second", "p99 ms", "bytes", "queries")


class Row(NamedTuple):
    """A request to measure; or what it lacks to be measured."""

    name: str
    server: Server | None
    path: str
    headers: dict[str, str] = IDENTITY
    queries: int | None = None
    lacks: str = ""


PROMISES = [
    Promise(HIT, BARE, 1.6),
    Promise(HIT, HELLO, 0.4),
    Promise(UNCHANGED, HIT, 1),
    Promise(STORY, HELLO, 30, better=20),
]


def main() -> None:
    parser = ArgumentParser(description="Measures what a reader’s request costs the server.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long each row is measured in a round")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        print("NOT MEASURED what a request costs: there is no wrk. apt install wrk", flush=True)
        return
    end_like_ctrl_c()
    place = machine()  # before our own work is in its load
    with newspaper_on_sqlite(STORIES) as newspaper, ExitStack() as stack:
        rows = rows_of(newspaper, stack)
        costs = measure(rows, options.rounds, options.seconds)
    print(f"\n{head(options.rounds, options.seconds)}\n{place}\n\n{table(rows, costs)}\n\n{promises(costs)}")


def rows_of(newspaper: Newspaper, stack: ExitStack) -> list[Row]:
    """Start all servers; they live as long as the stack."""

    def serve(application: str, **more: str) -> Server:
        return stack.enter_context(granian(application, newspaper.environment | more))

    read = pages_of(newspaper)
    story, _queries = read[STORY]
    edge = serve("newsroom.wsgi:application")
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="newsroom-bench-")))
    (folder / "page").write_bytes(visit(edge.port, story, IDENTITY).body)
    uncached = serve("benchmarks.support.uncached:application")
    return [
        nginx_row(folder, stack),
        Row(BARE, serve("benchmarks.support.bare:application", SAVED_PAGE=f"{folder / 'page'}"), "/"),
        Row(HELLO, serve("benchmarks.support.hello.wsgi:application"), "/hello/"),
        *edge_rows(edge, story),
        *(Row(name, uncached, address, IDENTITY, queries) for name, (address, queries) in read.items()),
    ]


def pages_of(newspaper: Newspaper) -> dict[str, tuple[str, int]]:
    """Return of each page that is rendered an address, and its queries once templates are loaded."""
    with reader_of(newspaper) as reader:
        ask(reader)
        read = ask(reader)
        reader.stdin.close()
    first = {name: next(iter(read[page].items())) for name, page in PAGES.items()}
    return {name: (address, queries) for name, (address, (_here, _there, queries)) in first.items()}


def nginx_row(folder: Path, stack: ExitStack) -> Row:
    """Serve the saved page, if there is a server for it."""
    if shutil.which("nginx"):
        return Row(NGINX, stack.enter_context(nginx(folder)), "/page")
    print("NOT MEASURED against nginx: it is not there. apt install nginx", flush=True)
    return Row(NGINX, None, "/page", lacks="apt install nginx")


def edge_rows(edge: Server, story: str) -> list[Row]:
    packed = visit(edge.port, story, PACKED).headers
    lacks_br = "" if packed["Content-Encoding"] == "br" else "no br"
    lacks_etag = "" if packed["ETag"] else "no ETag"
    return [
        Row(HIT, edge, story),
        Row(HIT_PACKED, edge, story, PACKED, lacks=lacks_br),
        Row(UNCHANGED, edge, story, PACKED | {"If-None-Match": packed["ETag"] or ""}, lacks=lacks_etag),
    ]


def measure(rows: list[Row], rounds: int, seconds: int) -> Costs:
    """Measure all rows in turn, so that what else this machine does falls on all alike."""
    measurable = [row for row in rows if not row.lacks]
    for row in measurable:
        verify(row)
    costs: Costs = {row.name: [] for row in measurable}
    for number in range(rounds + 1):
        print(f"Round {number} of {rounds}" if number else "A round to warm up", flush=True)
        for row in measurable:
            cost = cost_of(row, seconds)
            if number:
                costs[row.name].append(cost)
    return costs


def verify(row: Row) -> None:
    """End the run if a row would measure a redirect or a page of errors."""
    status, expected = visit(row.server.port, row.path, row.headers).status, 304 if row.name == UNCHANGED else 200
    if status != expected:
        sys.exit(f"“{row.name}” can’t be measured: {row.path} answers {status} and not {expected}.")


def cost_of(row: Row, seconds: int) -> Cost:
    """Return what each request of a burst cost, with those that each connection leaves behind at its end.

    They are served for nobody, and waited for, so that they burden no other row.
    """
    begin = seconds_of(row.server.pid)
    got = burst(f"http://{HOST}:{row.server.port}{row.path}", row.headers, seconds)
    wait_for_rest(row.server.pid)
    spent = seconds_of(row.server.pid) - begin
    return Cost(spent / (got.requests + CONNECTIONS) * 1_000_000, got.rate, got.p99, got.bytes)


def head(rounds: int, seconds: int) -> str:
    return (
        f"Medians of {rounds} interleaved rounds, {seconds} s each; {CONNECTIONS} connections. CPU is that of all\n"
        "processes of the server for one request. On a busy machine trust it before requests a second\n"
        "and p99; and its ratios, which are medians of those of each round, before itself."
    )


def table(rows: list[Row], costs: Costs) -> str:
    return "\n".join([HEAD, *(line_of(row, costs) for row in rows)])


def line_of(row: Row, costs: Costs) -> str:
    if row.lacks:
        return f"{row.name:<21} not measured: {row.lacks}"
    cpu, rate, p99, sent = map(median, zip(*costs[row.name], strict=True))
    ratios = (shown(ratio(costs, row.name, base)) for base in BASES)
    queries = "" if row.queries is None else row.queries
    return LINE.format(row.name, f"{cpu:.1f}", *ratios, f"{rate:.0f}", f"{p99:.1f}", f"{sent:.0f}", queries)


def promises(costs: Costs) -> str:
    return "\n".join(verdict(promise, ratio(costs, promise.name, promise.base)) for promise in PROMISES)


if __name__ == "__main__":
    main()
