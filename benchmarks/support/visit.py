"""One request as a reader's browser sends it."""

from email.message import Message
from http.client import HTTPConnection
from typing import NamedTuple

from tools.run import HOST

# A reader who has been here before, answered nothing yet, and is measured by somebody.
BROWSER = {
    "Host": "localhost:8000",
    "User-Agent": (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/140.0.0.0 Safari/537.36"
    ),
    "Accept-Language": "uk,en;q=0.8",
    "Cookie": "_ga=GA1.1.1187340021.1761043921; _ga_5WJ0PX2KQV=GS2.1.s1764115200.3.1.1764115860.0.0.0; text-size=large",
}
IDENTITY = BROWSER | {"Accept-Encoding": "identity"}
PACKED = BROWSER | {"Accept-Encoding": "gzip, deflate, br"}


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Message
    body: bytes


def visit(port: int, path: str, headers: dict[str, str]) -> Answer:
    site = HTTPConnection(HOST, port, timeout=60)
    site.request("GET", path, headers=headers)
    response = site.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    site.close()
    return answer
