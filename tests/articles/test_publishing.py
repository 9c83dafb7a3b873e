"""publish() and withdraw(): the only ways the public side changes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles.desk.completeness import NotReady
from articles.models import (
    AuthorListing,
    Category,
    CategoryListing,
    Change,
    Edition,
    FormerSlug,
    Office,
    Publication,
    Quote,
    SpeakerListing,
    Version,
)
from articles.publishing import publish, withdraw
from newsroom.editorial.stages import Stage
from tests.builders import a_category, a_picture, a_quote, a_speaker, a_text, an_article, changed, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def edition(article, language="uk"):
    return article.editions.get(language=language)


def problems_when_published(article, language="uk"):
    with pytest.raises(NotReady) as caught:
        publish(edition(article, language), None)
    return caught.value.problems


def test_readers_see_a_story_only_once_it_is_published():
    article = an_article(headline_uk="Міст відкрито")
    assert not Edition.objects.visible().exists()
    published(article)
    assert Edition.objects.visible().get().headline == "Міст відкрито"


def test_each_language_is_published_by_itself():
    article = an_article(languages=("uk", "en"))
    published(article, "uk")
    assert [each.language for each in Edition.objects.visible()] == ["uk"]
    assert edition(article, "en").stage == Stage.DRAFT


def test_a_saved_change_stays_with_the_desk_until_it_is_published():
    article = an_article(headline_uk="Міст")
    published(article)
    changed(article, headline_uk="Міст закрито")
    live = edition(article)
    assert (live.headline, live.live.content["headline"], live.unpublished) == ("Міст", "Міст", 1)
    published(article)
    live = edition(article)
    assert (live.headline, live.live.content["headline"], live.unpublished) == ("Міст закрито", "Міст закрито", 0)


def test_every_publication_is_kept_word_for_word():
    article = an_article(headline_uk="Один")
    published(article)
    changed(article, headline_uk="Два")
    published(article)
    kept = Publication.objects.order_by("number")
    assert [(each.number, each.change, each.content["headline"]) for each in kept] == [
        (1, Change.FIRST, "Один"),
        (2, Change.SIGNIFICANT, "Два"),
    ]


def test_a_publication_is_never_changed():
    published(an_article())
    publication = Publication.objects.get()
    publication.content = {}
    with pytest.raises(TypeError):
        publication.save()


def test_publishing_keeps_a_version_with_the_name_of_who_did_it(maria):
    article = an_article()
    published(article, by=maria)
    version = Version.objects.first()
    assert (version.reason, version.by) == ("publication", maria)


def test_a_story_planned_for_later_appears_by_itself(monkeypatch):
    article = an_article()
    moment = timezone.now() + HOUR
    published(article, at=moment)
    assert edition(article).is_scheduled
    assert not Edition.objects.visible().exists()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert Edition.objects.visible().exists()


def test_an_embargo_is_kept_whatever_was_planned():
    article = an_article()
    until = timezone.now() + 2 * HOUR
    Edition.objects.update(embargo_until=until)
    published(article, at=timezone.now())
    assert edition(article).publish_at == until
    assert not Edition.objects.visible().exists()


def test_the_date_readers_see_moves_by_a_significant_change_only():
    article = an_article()
    first = published(article).first_published
    changed(article, headline_uk="Виправлена одрука")
    published(article, change=Change.MINOR)
    assert edition(article).last_significant_change is None
    changed(article, headline_uk="Нові обставини")
    published(article, change=Change.SIGNIFICANT)
    assert edition(article).last_significant_change > first
    assert edition(article).first_published == edition(article).publish_at == first


def test_a_withdrawn_story_is_listed_nowhere():
    speaker = a_speaker()
    live = published(an_article(a_quote(speaker=speaker)))
    assert Quote.objects.exists() and CategoryListing.objects.exists() and SpeakerListing.objects.exists()
    withdraw(live, None)
    assert not any(rows.objects.exists() for rows in (Quote, CategoryListing, SpeakerListing))
    assert not Edition.objects.visible().exists()


def test_a_story_that_comes_back_keeps_its_date_and_address():
    article = an_article()
    before = published(article, at=timezone.now() - 9 * HOUR)
    withdraw(before, None)
    publish(before, None)
    after = edition(article)
    assert (after.slug, after.first_published, after.publish_at) == (
        before.slug,
        before.first_published,
        before.publish_at,
    )


def test_a_headline_is_asked_for_in_the_language_that_lacks_it():
    article = an_article(lead_en="A lead without a headline")
    (problem,) = problems_when_published(article, "en")
    assert (problem.piece, problem.language) == ("headline", "en")


def test_a_quote_without_a_speaker_is_not_published_and_nothing_is_lost():
    quote = a_quote(uk="<p>Хтось це сказав.</p>", speaker=None)
    article = an_article(quote)
    (problem,) = problems_when_published(article)
    assert problem.piece == f"block:{quote.uid}"
    quote.refresh_from_db()
    assert quote.text_uk == "<p>Хтось це сказав.</p>"
    assert not Publication.objects.exists()


def test_an_attribution_is_enough_in_the_language_it_is_written_in():
    article = an_article(a_quote(en="<p>The city needs it.</p>", attribution_uk="перехожа"), languages=("uk", "en"))
    published(article, "uk")
    (problem,) = problems_when_published(article, "en")
    assert problem.language == "en"


def test_a_block_left_out_of_a_language_is_not_asked_for_there():
    quote = a_quote(en="<p>Somebody.</p>", attribution_uk="перехожа", left_out=["en"])
    article = an_article(quote, languages=("uk", "en"))
    assert published(article, "en").live.content["blocks"] == []


def test_a_picture_is_described_before_it_is_published():
    article = an_article(picture=a_picture(alt_uk=""))
    (problem,) = problems_when_published(article)
    assert problem.piece == "picture"


def test_a_decorative_picture_needs_no_description():
    article = an_article(picture=a_picture(alt_uk="", decorative=True))
    assert published(article).picture


def test_a_text_that_a_translation_lacks_is_never_filled_from_another_language():
    article = an_article(a_text(uk="<p>Український абзац.</p>"), languages=("uk", "en"), lead_uk="Український лід")
    content = published(article, "en").live.content
    assert (content["lead"], content["blocks"]) == ("", [])


def test_a_quote_shows_the_office_held_on_the_day_it_was_said():
    speaker = a_speaker()
    deputy = Office.objects.create(speaker=speaker, title_uk="заступниця", until=date(2026, 3, 31))
    Office.objects.create(speaker=speaker, title_uk="голова", since=date(2026, 4, 1))
    published(an_article(a_quote(speaker=speaker, said_on=date(2026, 3, 31))))
    quote = Quote.objects.get()
    assert (quote.office, quote.said_on, quote.words) == (deputy, date(2026, 3, 31), "Міст стоятиме.")


def test_words_said_on_no_named_day_were_said_on_the_day_of_publication_in_the_papers_own_zone():
    published(an_article(a_quote()), at=timezone.datetime(2026, 5, 1, 22, 30, tzinfo=timezone.get_fixed_timezone(0)))
    assert Quote.objects.get().said_on == date(2026, 5, 2), "half past ten in London is past midnight in Kyiv"


def test_a_story_is_listed_under_its_category_and_under_what_holds_it():
    world = a_category(uk="Світ", en="World")
    europe = a_category(uk="Європа", en="Europe", parent=world)
    published(an_article(category=europe))
    assert {each.subject for each in CategoryListing.objects.all()} == {world, europe}


def test_a_name_left_out_of_a_new_publication_is_listed_no_more():
    quote = a_quote()
    article = an_article(quote)
    published(article)
    quote.delete()
    published(article)
    assert not SpeakerListing.objects.exists()
    assert not AuthorListing.objects.exists()


def test_two_stories_with_one_headline_get_two_addresses():
    slugs = [published(an_article(headline_uk="Київ сьогодні")).slug for _story in range(3)]
    assert slugs == ["kyiv-sohodni", "kyiv-sohodni-2", "kyiv-sohodni-3"]


def test_a_slug_that_another_story_has_is_refused_by_name():
    published(an_article(headline_uk="Перша", slug_uk="mist"))
    (problem,) = problems_when_published(an_article(headline_uk="Друга", slug_uk="mist"))
    assert problem.piece == "slug"
    assert "Перша" in problem.message


@pytest.mark.parametrize("slug", ["Не слаг/…", "a/b", "x" * 121])
def test_a_slug_that_can_be_no_address_is_refused_whoever_saves(slug):
    with pytest.raises(ValidationError) as caught:
        an_article(slug_en=slug)
    assert set(caught.value.error_dict) == {"slug_en"}


def test_the_address_of_a_feed_is_no_slug_of_a_story():
    (problem,) = problems_when_published(an_article(slug_uk="feed"))
    assert problem.piece == "slug"


def test_a_headline_that_no_latin_letter_can_write_still_gets_an_address():
    article = an_article(headline_uk="«…»")
    assert published(article).slug == f"story-{article.pk}"


def test_a_new_slug_leaves_the_old_ones_leading_to_it_in_one_hop():
    article = an_article(slug_uk="one")
    live = published(article)
    for slug in ("two", "three"):
        changed(article, slug_uk=slug)
        published(article)
    former = FormerSlug.objects.filter(kind="article", language="uk")
    assert {each.slug for each in former} == {"one", "two"}
    assert {each.object_id for each in former} == {live.pk}


def test_a_slug_taken_up_again_is_no_redirect_any_more():
    article = an_article(slug_uk="one")
    published(article)
    for slug in ("two", "one"):
        changed(article, slug_uk=slug)
        published(article)
    assert [each.slug for each in FormerSlug.objects.all()] == ["two"]


def test_a_headline_never_takes_over_an_address_that_leads_to_another_story():
    article = an_article(slug_uk="kyiv-sohodni")
    published(article)
    changed(article, slug_uk="inshe")
    published(article)
    assert published(an_article(headline_uk="Київ сьогодні")).slug == "kyiv-sohodni-2"


def test_the_database_itself_refuses_a_published_edition_without_a_text():
    article = an_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(article=article).update(stage=Stage.PUBLISHED, publish_at=timezone.now())


def test_a_category_with_stories_is_not_deleted():
    published(an_article())
    with pytest.raises(ProtectedError):
        Category.objects.get().delete()


def test_a_slug_that_still_leads_to_another_story_is_refused_too():
    article = an_article(headline_uk="Перша", slug_uk="mist")
    published(article)
    changed(article, slug_uk="inshyi-mist")
    published(article)
    (problem,) = problems_when_published(an_article(slug_uk="mist"))
    assert "Перша" in problem.message


def test_a_new_slug_alone_is_an_unpublished_change():
    article = an_article(slug_uk="one")
    published(article)
    changed(article, slug_uk="two")
    assert (edition(article).slug, edition(article).unpublished) == ("one", 1)
    published(article)
    assert (edition(article).slug, edition(article).unpublished) == ("two", 0)


def test_a_planned_story_taken_back_was_never_public_and_has_no_date():
    article = an_article()
    withdraw(published(article, at=timezone.now() + HOUR), None)
    taken_back = edition(article)
    assert (taken_back.stage, taken_back.publish_at, taken_back.first_published) == (Stage.DRAFT, None, None)
