"""What wrk prints is read in its own units, and a burst with failures is no measurement."""

import pytest

from benchmarks.support.load import parsed

SAID = """Running 2s test @ http://127.0.0.1:8000/
  2 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.03ms    1.61ms  24.91ms   93.10%
    Req/Sec     9.41k     1.40k   12.50k    70.00%
  Latency Distribution
     50%  690.00us
     75%    1.04ms
     90%    1.71ms
     99%    8.63ms
  37516 requests in 2.01s, 345.67MB read
Requests/sec:  18673.90
Transfer/sec:    172.06MB
"""


def test_a_burst_is_read():
    burst = parsed(SAID)
    assert (burst.requests, burst.rate, burst.p99) == (37516, 18673.9, 8.63)
    assert burst.bytes == pytest.approx(345.67 * 1024 * 1024 / 37516)


@pytest.mark.parametrize(("said", "milliseconds"), [("690.00us", 0.69), ("1.52s", 1520), ("1.10m", 66_000)])
def test_the_slowest_are_told_in_milliseconds(said, milliseconds):
    assert parsed(SAID.replace("8.63ms", said)).p99 == pytest.approx(milliseconds)


@pytest.mark.parametrize(("said", "size"), [("512.00B", 512), ("1.50KB", 1536), ("1.00GB", 1024**3)])
def test_what_was_sent_is_told_in_bytes(said, size):
    assert parsed(SAID.replace("345.67MB", said)).bytes == pytest.approx(size / 37516)


@pytest.mark.parametrize(
    "failure",
    ["  Non-2xx or 3xx responses: 12\n", "  Socket errors: connect 0, read 3, write 0, timeout 0\n"],
)
def test_a_burst_with_failures_is_refused_with_what_was_said(failure):
    with pytest.raises(SystemExit, match=failure.strip()):
        parsed(SAID.replace("Requests/sec", f"{failure}Requests/sec"))


def test_a_burst_without_an_answer_is_refused():
    with pytest.raises(SystemExit, match="measures nothing"):
        parsed(SAID.replace("37516 requests", "0 requests"))
