"""One request to a shared cache, and what came of it."""

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

TIMEOUT = 5  # seconds
LONGEST = 200  # letters of an answer that somebody will read


class NotPurged(Exception):
    """A cache did not do as it was told; without a status it did not even answer."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(f"{status or 'no answer'}: {reason}")
        self.reason = reason
        self.status = status


def send(method: str, address: str, headers: dict[str, str], body: bytes = b"") -> None:
    """Send a request; raise NotPurged unless it is answered with a success."""
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=TIMEOUT)
    try:
        connection.request(method, f"{parts.path or '/'}{parts.query and '?'}{parts.query}", body, headers)
        answer = connection.getresponse()
        said = answer.read(LONGEST * 4).decode(errors="replace").strip()
    except (OSError, HTTPException) as problem:
        raise NotPurged(str(problem) or type(problem).__name__) from problem
    finally:
        connection.close()
    if not 200 <= answer.status < 300:
        raise NotPurged(said[:LONGEST] or answer.reason, answer.status)
