"""What rows cost in rounds that were measured together, how they compare, and what was promised of that."""

from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """What the requests of one burst cost the server, and what came of them."""

    cpu: float  # microseconds of each
    rate: float
    p99: float
    bytes: float


class Promise(NamedTuple):
    """How many times as dear as another row a row may be, and what would be better still."""

    name: str
    base: str
    limit: float
    better: float | None = None


Costs = dict[str, list[Cost]]  # of each row in each round


def ratio(costs: Costs, name: str, base: str) -> float | None:
    """Return the median of the ratios of each round, so that a slow round misleads nobody."""
    if name not in costs or base not in costs:
        return None
    return median(one.cpu / other.cpu for one, other in zip(costs[name], costs[base], strict=True))


def shown(number: float | None) -> str:
    return "–" if number is None else f"{number:.2f}"


def verdict(promise: Promise, found: float | None) -> str:
    better = f", better {promise.better}" if promise.better else ""
    text = f"{promise.name}: {shown(found)} × {promise.base}, promised at most {promise.limit}{better}"
    if found is None:
        return f"not measured  {text}"
    return f"pass          {text}" if found <= promise.limit else f"FALLS SHORT   {text}"
