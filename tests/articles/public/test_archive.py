"""A day of the newspaper, from midnight to midnight where the newspaper is."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.builders import an_article, an_edition, published

pytestmark = pytest.mark.django_db


def kyiv(*when):
    return timezone.make_aware(datetime(*when))


def test_a_day_begins_and_ends_at_midnight_in_the_papers_zone(nina):
    an_edition(at=kyiv(2026, 5, 1, 23, 59))
    first, last = an_edition(at=kyiv(2026, 5, 2, 0, 0)), an_edition(at=kyiv(2026, 5, 2, 23, 59))
    an_edition(at=kyiv(2026, 5, 3, 0, 0))
    context = nina.get("/uk/archive/2026/05/02/").context
    assert (context["date"], context["stories"]) == (date(2026, 5, 2), [last, first])


def test_a_day_leads_to_the_nearest_days_that_have_stories(nina):
    for day in (1, 4, 9):
        an_edition(at=kyiv(2026, 5, day, 12))
    days = {day: nina.get(f"/uk/archive/2026/05/0{day}/").context for day in (1, 4, 9)}
    assert (days[4]["previous_day"], days[4]["next_day"]) == (date(2026, 5, 1), date(2026, 5, 9))
    assert (days[1]["previous_day"], days[1]["next_day"]) == (None, date(2026, 5, 4))
    assert (days[9]["previous_day"], days[9]["next_day"]) == (date(2026, 5, 4), None)


@pytest.mark.parametrize("day", ["2026/05/02", "2026/05/05"])
def test_a_day_without_stories_after_the_first_is_an_empty_page(nina, day):
    for number in (1, 4):
        an_edition(at=kyiv(2026, 5, number, 12))
    response = nina.get(f"/uk/archive/{day}/")
    assert (response.status_code, response.context["stories"]) == (200, [])


def test_today_is_a_page_before_anything_is_published(nina):
    assert nina.get(f"/uk/archive/{timezone.localdate():%Y/%m/%d}/").status_code == 200


@pytest.mark.parametrize("day", ["2026/04/30", "1999/01/01"])
def test_a_day_before_the_first_story_is_not_found(nina, day):
    an_edition(at=kyiv(2026, 5, 1, 12))
    assert nina.get(f"/uk/archive/{day}/").status_code == 404


def test_a_day_to_come_is_not_found_though_a_story_is_planned_for_it(nina):
    an_edition(at=kyiv(2026, 5, 1, 12))
    moment = timezone.now() + timedelta(days=2)
    published(an_article(), at=moment)
    assert nina.get(f"/uk/archive/{timezone.localdate(moment):%Y/%m/%d}/").status_code == 404


@pytest.mark.parametrize(
    "day",
    [
        "2026/02/30",
        "2026/13/01",
        "2026/00/10",
        "0000/01/01",
        "0001/01/01",
        "0001/01/02",
        "9999/12/31",
        "2026/5/1",
        "26/05/01",
    ],
)
def test_what_is_no_day_is_not_found(nina, day):
    an_edition(at=kyiv(2026, 5, 1, 12))
    assert nina.get(f"/uk/archive/{day}/").status_code == 404
