"""Where an edition stands, in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from articles.admin.states import moment, state_of
from articles.models import Edition
from newsroom.editorial.stages import Stage

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)  # 12:00 in Kyiv
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    with translation.override("en"):
        yield


def published(minutes, **fields):
    return Edition(stage=Stage.PUBLISHED, publish_at=NOON + timedelta(minutes=minutes), **fields)


@pytest.mark.parametrize(
    ("edition", "shape", "words", "short"),
    [
        (None, "missing", "not written yet", "missing"),
        (Edition(), "draft", "draft", "draft"),
        (Edition(behind=3), "draft", "draft · 3 pieces behind", "draft · 3 behind"),
        (Edition(stage=Stage.REVIEW), "review", "in review", "in review"),
        (published(-90), "live", "live since 10:30", "live"),
        (published(90), "scheduled", "scheduled for 13:30", "scheduled"),
        (published(-90, behind=1), "behind", "live since 10:30 · 1 piece behind", "live · 1 behind"),
        (published(-90, behind=1, missing=1), "behind", "live since 10:30 · 1 missing", "live · 1 missing"),
        (Edition(behind=3, missing=2), "draft", "draft · 1 piece behind · 2 missing", "draft · 1 behind · 2 missing"),
        (published(-90, unpublished=3), "changed", "live since 10:30 · 3 unpublished changes", "live · 3 changes"),
        (
            published(-90, unpublished=1, behind=2),
            "changed",
            "live since 10:30 · 1 unpublished change · 2 pieces behind",
            "live · 1 change · 2 behind",
        ),
        (Edition(stage=Stage.WITHDRAWN, behind=2, unpublished=1), "withdrawn", "withdrawn", "withdrawn"),
        (published(-90, withdraw_at=NOON + 6 * HOUR), "live", "live until 18:00", "live until 18:00"),
        (
            published(-90, withdraw_at=NOON + 30 * HOUR, unpublished=1),
            "changed",
            "live until 23 November, 18:00 · 1 unpublished change",
            "live until 23 November · 1 change",
        ),
        (
            published(90, withdraw_at=NOON + 6 * HOUR),
            "scheduled",
            "scheduled for 13:30, until 18:00",
            "scheduled",
        ),
        (published(-90, withdraw_at=NOON, behind=2, unpublished=1), "withdrawn", "withdrawn", "withdrawn"),
    ],
)
def test_a_state_is_a_shape_and_words(edition, shape, words, short):
    state = state_of(edition)
    assert (state.shape, state.words, state.short) == (shape, words, short)


@pytest.mark.parametrize(
    ("language", "live", "planned", "over"),
    [
        ("uk", "на сайті до 23 листопада, 18:00", "заплановано на 13:30, до 18:00", "знято з сайту"),
        ("en", "live until 23 November, 18:00", "scheduled for 13:30, until 18:00", "withdrawn"),
        ("pl", "na stronie do 23 listopada, 18:00", "zaplanowano na 13:30, do 18:00", "wycofano"),
    ],
)
def test_the_moment_at_which_a_story_comes_off_is_said_in_every_language(language, live, planned, over):
    with translation.override(language):
        assert state_of(published(-90, withdraw_at=NOON + 30 * HOUR)).words == live
        assert state_of(published(90, withdraw_at=NOON + 6 * HOUR)).words == planned
        assert state_of(published(-90, withdraw_at=NOON)).words == over


def test_a_story_is_live_until_the_very_moment_at_which_it_comes_off():
    assert state_of(published(-90, withdraw_at=NOON + timedelta(seconds=1))).shape == "live"
    assert state_of(published(-90, withdraw_at=NOON - timedelta(seconds=1))).shape == "withdrawn"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (NOON - timedelta(minutes=5), "11:55"),
        (datetime(2026, 11, 21, 22, 30, tzinfo=UTC), "00:30"),  # today in Kyiv, yesterday in UTC
        (datetime(2026, 11, 21, 10, 0, tzinfo=UTC), "21 November"),
        (datetime(2025, 11, 21, 10, 0, tzinfo=UTC), "21 November 2025"),
    ],
)
def test_a_moment_is_as_short_as_it_can_be_understood(when, words):
    assert moment(when) == words


def test_another_day_keeps_its_time_when_asked():
    assert moment(NOON + timedelta(days=1), with_time=True) == "23 November, 12:00"


def test_a_state_is_a_word_beside_its_shape_and_not_a_colour_alone():
    assert state_of(published(-90)).as_html() == '<span class="state state-live">live since 10:30</span>'
