"""Several people publish at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import monotonic, sleep

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.desk.saving import for_desk, settle
from articles.models import Edition
from articles.publishing import publish
from newsroom.editorial.stages import Stage
from tests.builders import an_article, an_edition

pytestmark = pytest.mark.django_db(transaction=True)


PATIENCE = 20  # seconds


def and_hang_up(deed, *args):
    try:
        deed(*args)
    finally:
        connection.close()


def at_once(editions):
    with ThreadPoolExecutor(len(editions)) as desk:
        list(desk.map(lambda edition: and_hang_up(publish, edition, None), editions))


def waits_in_line(deed):
    """Tell whether a deed of another connection waits for a lock before it is done; look until it does either."""
    until = monotonic() + PATIENCE
    while not deed.done() and monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))", [backend()])
            if cursor.fetchone()[0]:
                return True
        sleep(0.02)
    return False


def backend():
    """Return the number by which PostgreSQL knows this connection."""
    return connection.connection.info.backend_pid


@pytest.fixture
def other_desk():
    """Somebody else's connection, to whom a deed can be given; the database has to tell who waits for whom."""
    if connection.vendor != "postgresql":
        pytest.skip(
            "NO POSTGRESQL: SQLite lets one transaction write at a time, so no lock of ours can be seen to hold."
        )
    with ThreadPoolExecutor(1) as desk:
        yield lambda deed, *args: desk.submit(and_hang_up, deed, *args)


def test_stories_with_one_headline_get_addresses_of_their_own():
    at_once([an_article(headline_uk="Київ сьогодні").editions.get() for _story in range(4)])
    slugs = Edition.objects.visible().values_list("slug", flat=True)
    assert sorted(slugs) == ["kyiv-sohodni", "kyiv-sohodni-2", "kyiv-sohodni-3", "kyiv-sohodni-4"]


def test_the_languages_of_a_story_are_published_one_after_the_other():
    article = an_article(languages=("uk", "en", "pl"))
    at_once(list(article.editions.all()))
    assert Edition.objects.visible().count() == 3
    numbers = sorted(article.versions.values_list("number", flat=True))
    assert numbers == [1, 2, 3, 4], "a version for the save and one for each publication"


def test_a_save_waits_for_the_one_that_holds_the_story(other_desk):
    article = an_article()
    with transaction.atomic():
        for_desk(article.pk)
        save = other_desk(settle, article, {}, None)
        assert waits_in_line(save), "the story was not locked"
    save.result(PATIENCE)
    assert article.versions.count() == 2


def test_a_publishing_waits_for_that_of_another_story(other_desk):
    first, second = (an_article(headline_uk="Київ сьогодні").editions.get() for _story in range(2))
    with transaction.atomic():
        publish(first, None)
        later = other_desk(publish, second, None)
        assert waits_in_line(later), "nobody queued up"
    later.result(PATIENCE)
    slugs = Edition.objects.visible().values_list("slug", flat=True)
    assert sorted(slugs) == ["kyiv-sohodni", "kyiv-sohodni-2"]


def test_a_publishing_waits_for_nobody_who_saves_what_came_off_the_site(other_desk):
    over, other = an_edition(), an_article().editions.get()
    long_ago = timezone.now() - timedelta(hours=1)
    Edition.objects.filter(pk=over.pk).update(publish_at=long_ago, withdraw_at=long_ago + timedelta(seconds=1))
    with transaction.atomic():
        Edition.objects.filter(pk=over.pk).update(behind=1)
        other_desk(publish, other, None).result(PATIENCE)
    over.refresh_from_db()
    assert over.stage == Stage.PUBLISHED, "it is written down as withdrawn by the next"
    publish(other, None)
    over.refresh_from_db()
    assert over.stage == Stage.WITHDRAWN
