"""Days in addresses and in the archive. A day begins and ends in the newspaper's own zone."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone


class FourDigits:
    """A year in an address: 2026."""

    regex = "[0-9]{4}"
    width = 4

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return str(value).zfill(self.width)


class TwoDigits(FourDigits):
    """A month or a day in an address: 07. One spelling, so that a day has one address."""

    regex = "[0-9]{2}"
    width = 2


def bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first moment of a day and the first moment after it; raises OverflowError where time ends."""
    return _midnight(day), _midnight(day + timedelta(days=1))


def _midnight(day: date) -> datetime:
    # In UTC, as databases keep it: east of Greenwich the first day of all begins before there is time.
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)
