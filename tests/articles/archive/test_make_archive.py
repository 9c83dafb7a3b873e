"""An archive to measure with: what it holds is what publishing would have written, and readers can open it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.archive.texts import WORDS
from articles.desk.compose import compose
from articles.desk.saving import for_desk, pieces_before, settle
from articles.listing import LISTINGS, enlist
from articles.models import Article, Category, CategoryListing, Edition, Quote, Speaker
from articles.public.keyset import Place
from articles.publishing import publish
from tests.builders import an_article

pytestmark = pytest.mark.django_db
MOST = 14


def make_archive(number):
    said = StringIO()
    call_command("make_archive", articles=number, stdout=said)
    return said.getvalue()


def category_at(place):
    return Category.objects.get(name_uk=WORDS["categories"][place]["name"]["uk"])


def listed_as():
    rows = {
        listing: set(listing.objects.values_list("edition", "subject", "language", "publish_at"))
        for listing in LISTINGS
    }
    quotes = Quote.objects.values_list("edition", "block_uid", "words", "speaker", "office", "said_on", "publish_at")
    return rows | {Quote: set(quotes)}


def pages():
    big = category_at(0)
    place = CategoryListing.objects.filter(subject=big, language="uk").newest_first()[30]
    story = Edition.objects.filter(language="pl").newest_first().first()
    day = timezone.localdate(Edition.objects.filter(language="uk").newest_first()[100].publish_at)
    return {
        "front": "/uk/",
        "category": f"/uk/{big.slug_uk}/",
        "rare": f"/uk/{category_at(-1).slug_uk}/",
        "deep": f"/uk/{big.slug_uk}/?before={Place(place.publish_at, place.edition_id)}",
        "story": story.get_absolute_url(),
        "speaker": f"/uk/speakers/{Speaker.objects.first().slug_uk}/",
        "archive": f"/uk/archive/{day:%Y/%m/%d}/",
    }


def queries(reader, path):
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(path).status_code == 200, path
    return len(captured)


def test_every_page_opens_and_takes_as_many_queries_after_more_stories(nina):
    make_archive(300)
    few = {name: queries(nina, path) for name, path in pages().items()}
    make_archive(300)
    assert {name: queries(nina, path) for name, path in pages().items()} == few
    assert max(few.values()) <= MOST


def test_languages_and_categories_have_their_shares(nina):
    assert make_archive(300).splitlines() == ["Stories: 300 of 300", "The archive is ready. Stories added: 300."]
    by_language = {code: Edition.objects.visible().filter(language=code).count() for code in ("uk", "en", "pl")}
    assert by_language == {"uk": 300, "en": 180, "pl": 60}
    big, rare = (CategoryListing.objects.filter(subject=category_at(place)).count() for place in (0, -1))
    assert big > 5 * rare
    assert (timezone.now() - Edition.objects.newest_first().last().publish_at).days > 365 * 19


def test_an_archive_is_what_publishing_would_have_written():
    make_archive(30)
    for edition in Edition.objects.select_related("live"):
        story = for_desk(edition.article_id)
        assert edition.live.content == compose(story, edition.language)
        assert (edition.headline, edition.teaser) == (
            story.text("headline", edition.language),
            edition.live.content["lead"],
        )
    written = listed_as()
    for edition in Edition.objects.select_related("category", "live"):
        enlist(edition, edition.live.content)
    assert listed_as() == written


def test_a_story_of_an_archive_can_be_saved_and_published_anew():
    make_archive(30)
    edition = Edition.objects.filter(language="pl").first()
    story = for_desk(edition.article_id)
    before = pieces_before(story)
    story.headline_pl = "Nowy zegar"
    story.save()
    settle(story, before, None)
    assert Edition.objects.get(pk=edition.pk).behind == 0
    publish(edition, None)
    edition.refresh_from_db()
    assert (edition.headline, edition.live.number, edition.publish_at) == ("Nowy zegar", 2, edition.first_published)


def test_archives_made_alike_are_alike():
    with transaction.atomic():
        make_archive(30)
        first = set(Article.objects.values_list("uid", "headline_uk", "lead_pl"))
        words = set(Quote.objects.values_list("words", flat=True))
        transaction.set_rollback(True)
    make_archive(30)
    assert set(Article.objects.values_list("uid", "headline_uk", "lead_pl")) == first
    assert set(Quote.objects.values_list("words", flat=True)) == words


def test_a_newspaper_with_stories_of_its_own_is_left_alone():
    an_article()
    with pytest.raises(CommandError, match="stories of its own"):
        make_archive(30)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("number", ["0", "-5", "many", "1.5"])
def test_a_number_that_is_none_is_refused_with_an_example(number):
    with pytest.raises(CommandError, match="like 1000"):
        call_command("make_archive", f"--articles={number}")
