"""When something happened, as readers see it: on the newspaper's clock, in the language of the page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from articles.templatetags.articles import clock, day, moment, moment_within, recent

NOON = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_kyiv(settings):
    settings.TIME_ZONE = "Europe/Kyiv"
    with translation.override("en"):
        yield


def test_a_moment_is_written_on_the_newspapers_clock_and_keeps_its_offset():
    shown = moment(NOON)
    assert 'datetime="2026-07-01T12:00:00+03:00"' in shown
    assert ">1 July 2026, 12:00</time>" in shown


def test_a_moment_names_its_zone():
    assert 'title="1 July 2026, 12:00 Kyiv time"' in moment(NOON)


def test_a_zone_without_a_name_of_its_own_is_named_by_its_letters(settings):
    settings.TIME_ZONE = "Europe/Warsaw"
    assert "11:00 CEST" in moment(NOON)


def test_today_is_called_today():
    assert ">Today, " in moment(timezone.now())
    assert "Today" not in moment(timezone.now() - timedelta(days=1))


@pytest.mark.parametrize(("code", "today"), [("uk", "сьогодні"), ("en", "today"), ("pl", "dzisiaj")])
def test_today_has_a_small_letter_within_a_sentence(code, today):
    with translation.override(code):
        assert f">{today}, " in moment_within(timezone.now())
        assert f">{today.capitalize()}, " in moment(timezone.now())


def test_a_list_shows_the_hour_of_today_and_the_day_of_earlier():
    now = timezone.now()
    assert recent(now) == clock(now)
    assert ">1 July</time>" in recent(NOON)


def test_a_day_is_written_in_the_language_of_the_page():
    with translation.override("uk"):
        assert day(date(2026, 7, 1)) == '<time datetime="2026-07-01">1 липня 2026</time>'
