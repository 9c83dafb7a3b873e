"""publish(until=), withdraw(at=) and let_stay(): an edition comes off the site by itself, or doesn't after all."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.listing import LISTINGS
from articles.models import CategoryListing, Edition, Quote, Version
from articles.publishing import SEEN_BY_ALL, NeverOnTheSite, let_stay, publish, withdraw
from newsroom.editorial.stages import Stage
from tests.builders import (
    a_category,
    a_citation,
    a_picture,
    a_picture_block,
    a_quote,
    a_topic,
    an_article,
    an_author,
    an_edition,
    changed,
    published,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
END = timezone.now() + 6 * HOUR


@pytest.fixture
def clock(monkeypatch):
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def fresh(edition):
    return Edition.objects.get(pk=edition.pk)


def listed_until(edition):
    """Return the moments that all rows which list an edition copy of it."""
    return {
        row.withdraw_at for listing in (*LISTINGS, Quote) for row in listing.objects.filter(edition=edition.pk).all()
    }


def a_story_listed_everywhere(**options):
    parts = a_quote(), a_citation(), a_picture_block(picture=a_picture())
    edition = published(an_article(*parts, topics=[a_topic()], authors=[an_author()]), **options)
    assert all(listing.objects.filter(edition=edition).exists() for listing in (*LISTINGS, Quote))
    return edition


@pytest.mark.parametrize(("after", "is_there"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_readers_have_it_until_the_very_moment(clock, after, is_there):
    edition = a_story_listed_everywhere(until=END)
    clock(END + after)
    assert Edition.objects.visible().exists() == is_there
    assert all(listing.objects.visible().exists() == is_there for listing in (*LISTINGS, Quote))
    assert (edition.is_visible, edition.is_withdrawn) == (is_there, not is_there)
    assert (edition.is_published, edition.is_scheduled) == (is_there, False)


def test_every_row_that_lists_it_knows_the_moment_however_it_was_set():
    edition = a_story_listed_everywhere(until=END)
    assert listed_until(edition) == {END}
    withdraw(edition, None, at=END + HOUR)
    assert (fresh(edition).withdraw_at, listed_until(edition)) == (END + HOUR, {END + HOUR})
    let_stay(edition)
    assert (fresh(edition).withdraw_at, listed_until(edition)) == (None, {None})


def test_a_moment_that_is_set_stays_when_changes_are_published():
    edition = a_story_listed_everywhere(until=END)
    published(changed(edition.article, headline_uk="Нова назва"))
    assert (fresh(edition).withdraw_at, listed_until(edition)) == (END, {END})
    published(edition.article, until=END + HOUR)
    assert (fresh(edition).withdraw_at, listed_until(edition)) == (END + HOUR, {END + HOUR})


def test_each_language_has_a_moment_of_its_own(clock):
    article = an_article(languages=("uk", "en"))
    published(article, "uk", until=END)
    published(article, "en", until=END + HOUR)
    clock(END)
    assert [each.language for each in Edition.objects.visible()] == ["en"]


def test_a_planned_story_is_scheduled_then_live_then_withdrawn(clock):
    edition = published(an_article(), at=END - HOUR, until=END)
    found = []
    for moment in (END - HOUR - SECOND, END - HOUR, END - SECOND, END):
        clock(moment)
        found.append((edition.is_scheduled, edition.is_visible, edition.is_withdrawn))
    assert found == [(True, False, False), (False, True, False), (False, True, False), (False, False, True)]


@pytest.mark.parametrize("end", [END - HOUR, END])
def test_what_readers_would_never_have_is_refused_and_nothing_is_published(end):
    article = an_article()
    with pytest.raises(NeverOnTheSite):
        published(article, at=END, until=end)
    assert article.editions.get().stage == Stage.DRAFT
    assert not CategoryListing.objects.exists()


def test_an_embargo_may_not_outlast_the_story():
    article = an_article()
    article.editions.update(embargo_until=END)
    with pytest.raises(NeverOnTheSite):
        published(article, until=END)
    assert published(article, until=END + SECOND).publish_at == END


def test_an_end_that_is_past_already_is_refused():
    with pytest.raises(NeverOnTheSite):
        published(an_article(), at=END - 99 * HOUR, until=timezone.now() - SECOND)


def test_a_planned_story_is_not_moved_behind_its_end():
    edition = published(an_article(), at=END - HOUR, until=END)
    with pytest.raises(NeverOnTheSite):
        publish(edition, None, at=END)
    with pytest.raises(NeverOnTheSite):
        withdraw(edition, None, at=END - HOUR)
    assert (fresh(edition).publish_at, fresh(edition).withdraw_at) == (END - HOUR, END)
    publish(edition, None, at=END, until=END + HOUR)
    assert (fresh(edition).publish_at, listed_until(edition)) == (END, {END + HOUR})


def test_a_withdrawal_at_once_forgets_the_moment():
    edition = published(an_article(), until=END)
    withdraw(edition, None)
    assert (fresh(edition).stage, fresh(edition).withdraw_at) == (Stage.WITHDRAWN, None)
    planned = published(an_article(), at=END - HOUR, until=END)
    withdraw(planned, None)
    assert (fresh(planned).stage, fresh(planned).publish_at, fresh(planned).withdraw_at) == (Stage.DRAFT, None, None)


def test_a_story_that_comes_back_stays_and_keeps_its_date_and_address(clock):
    before = a_story_listed_everywhere(until=END)
    clock(END + HOUR)
    publish(before, None)
    after = fresh(before)
    assert (after.is_visible, after.withdraw_at, listed_until(after)) == (True, None, {None})
    assert (after.slug, after.publish_at, after.first_published) == (
        before.slug,
        before.publish_at,
        before.first_published,
    )


def test_a_story_that_comes_back_may_come_off_again(clock):
    edition = published(an_article(), until=END)
    clock(END + HOUR)
    publish(edition, None, until=END + 2 * HOUR)
    assert Edition.objects.visible().exists()
    clock(END + 2 * HOUR)
    assert not Edition.objects.visible().exists()


@pytest.mark.parametrize("verb", [lambda edition: withdraw(edition, None, at=END + 9 * HOUR), let_stay])
def test_only_publishing_brings_back_what_has_come_off(clock, verb):
    edition = published(an_article(), until=END)
    clock(END)
    verb(edition)
    assert fresh(edition).is_withdrawn
    assert not Edition.objects.visible().exists()


def test_setting_the_moment_keeps_a_version_with_the_name_of_who_did_it(maria):
    edition = an_edition()
    withdraw(edition, maria, at=END)
    version = Version.objects.first()
    assert (version.reason, version.by) == ("withdrawal", maria)


@pytest.mark.parametrize("verb", [publish, withdraw])
def test_a_later_verb_writes_down_what_came_off_and_lists_it_no_more(clock, verb):
    over, stays = a_story_listed_everywhere(until=END), a_story_listed_everywhere(until=END + HOUR)
    other = published(an_article(category=a_category()))
    clock(END + SEEN_BY_ALL)
    assert (fresh(over).stage, listed_until(over)) == (Stage.PUBLISHED, {END})
    verb(other, None)
    assert (fresh(over).stage, listed_until(over), fresh(over).is_withdrawn) == (Stage.WITHDRAWN, set(), True)
    assert (fresh(stays).stage, listed_until(stays)) == (Stage.PUBLISHED, {END + HOUR})
    assert not Edition.objects.run_out(END + SEEN_BY_ALL).exists()


def test_what_has_just_come_off_is_left_until_every_process_has_seen_it(clock):
    over = published(an_article(), until=END)
    clock(END + SEEN_BY_ALL - timedelta(microseconds=1))
    publish(an_article().editions.get(), None)
    assert fresh(over).stage == Stage.PUBLISHED


def test_one_verb_writes_down_no_more_than_it_has_time_for(clock, monkeypatch):
    monkeypatch.setattr("articles.publishing.SETTLED_AT_ONCE", 2)
    for _story in range(3):
        published(an_article(), until=END)
    clock(END + SEEN_BY_ALL)
    publish(an_article().editions.get(), None)
    assert Edition.objects.run_out(END).count() == 1
    assert Edition.objects.visible().count() == 1


def test_what_came_off_and_was_not_written_down_yet_comes_back_and_is_withdrawn_like_any_other(clock, monkeypatch):
    monkeypatch.setattr("articles.publishing.SETTLED_AT_ONCE", 0)
    edition = a_story_listed_everywhere(until=END)
    clock(END)
    withdraw(edition, None)
    assert fresh(edition).is_withdrawn
    publish(edition, None)
    assert (fresh(edition).is_visible, fresh(edition).withdraw_at, listed_until(edition)) == (True, None, {None})
