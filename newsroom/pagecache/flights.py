"""One rendering of a page at a time, however many ask for it."""

from collections.abc import Callable, Hashable
from threading import Event, Lock
from typing import Generic, TypeVar

PATIENCE = 10  # seconds; whoever waited longer takes over
Result = TypeVar("Result")


class Flight(Generic[Result]):
    """A rendering under way, and what came of it: nothing if it failed."""

    def __init__(self) -> None:
        self.over = Event()
        self.result: Result | None = None


class Flights(Generic[Result]):
    """Renderings under way, by the key of the page. Every method may be called by any thread."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, Flight[Result]] = {}
        self._lock = Lock()

    def share(self, key: Hashable, make: Callable[[], Result], meanwhile: Callable[[], Result | None]) -> Result:
        """Return what `make` makes, made once for all who ask at the same time.

        Whoever comes while it is being made gets what `meanwhile` has, or waits for it; if the making fails, the
        next in line makes it. What `make` raises reaches the one who called it.
        """
        while True:
            with self._lock:
                flight = self._flights.get(key)
                leads = flight is None
                if leads:
                    flight = self._flights[key] = Flight()
            if leads:
                return self._lead(key, flight, make)
            result = meanwhile()
            if result is not None:
                return result
            if not flight.over.wait(PATIENCE):
                return make()
            if flight.result is not None:
                return flight.result

    def _lead(self, key: Hashable, flight: Flight[Result], make: Callable[[], Result]) -> Result:
        try:
            flight.result = make()
            return flight.result
        finally:
            with self._lock:
                del self._flights[key]
            flight.over.set()
