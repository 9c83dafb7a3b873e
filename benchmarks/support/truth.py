"""What was true of a newspaper at which moment, and how old something is that a reader saw.

All moments are Unix times of one machine.
"""

from typing import NamedTuple

ALWAYS = float("-inf")
FOR_EVER = float("inf")


class Span(NamedTuple):
    """A value, the first moment at which somebody could see it, and the last."""

    value: object
    since: float
    until: float


class Fact:
    """The values of one thing over time."""

    def __init__(self, value: object) -> None:
        self.spans = [Span(value, ALWAYS, FOR_EVER)]

    def becomes(self, value: object, begun: float, committed: float) -> None:
        """Write down a change: until its commit the old value holds, from its beginning the new one may be seen."""
        last = self.spans[-1]
        self.spans[-1] = last._replace(until=committed)
        self.spans.append(Span(value, begun, FOR_EVER))

    def age(self, value: object, asked: float, had: float) -> float | None:
        """Return for how long a value was over when a reader asked who then had it; None if it was still to come."""
        spans = [span for span in self.spans if span.value == value]
        if any(span.since <= had and span.until >= asked for span in spans):
            return 0.0
        over = [asked - span.until for span in spans if span.until < asked]
        return min(over, default=None)
