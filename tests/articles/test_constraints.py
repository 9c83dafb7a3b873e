"""What the database itself refuses, whoever writes to it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Block, Edition, Office, Quote
from newsroom.editorial.stages import Stage
from tests.builders import a_category, a_picture, a_quote, a_speaker, a_text, an_article, an_edition, published

pytestmark = pytest.mark.django_db


def refused(write, *args, **kwargs):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(*args, **kwargs)


def test_a_published_edition_without_a_text():
    article = an_article()
    refused(article.editions.update, stage=Stage.PUBLISHED, publish_at=timezone.now())


def test_an_edition_public_before_its_embargo_ends():
    live = an_edition()
    refused(Edition.objects.filter(pk=live.pk).update, embargo_until=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("hours", [0, 1])
def test_an_edition_that_comes_off_the_site_before_it_goes_live(hours):
    live = an_edition()
    moment = live.publish_at - timedelta(hours=hours)
    refused(Edition.objects.filter(pk=live.pk).update, withdraw_at=moment)


def test_a_language_the_paper_does_not_have():
    refused(Edition.objects.create, article=an_article(), language="xx")


def test_two_editions_of_a_story_in_one_language():
    refused(Edition.objects.create, article=an_article(), language="uk")


def test_two_editions_with_one_slug_in_one_language():
    first, second = an_edition(), an_edition()
    refused(Edition.objects.filter(pk=second.pk).update, slug=first.slug)


def test_one_slug_in_two_languages_is_fine():
    article = an_article(languages=("uk", "en"), slug_uk="kyiv", slug_en="kyiv")
    assert published(article, "uk").slug == published(article, "en").slug == "kyiv"


def test_a_text_with_a_speaker_or_a_picture():
    text = a_text()
    an_article(text)
    refused(Block.objects.filter(pk=text.pk).update, speaker=a_speaker())
    refused(Block.objects.filter(pk=text.pk).update, picture=a_picture())


def test_a_block_of_a_kind_nobody_knows():
    text = a_text()
    an_article(text)
    refused(Block.objects.filter(pk=text.pk).update, kind="poll")


def test_published_words_that_nobody_said():
    an_edition(a_quote())
    refused(Quote.objects.update, speaker=None)


def test_an_office_that_ends_before_it_begins():
    days = {"since": date(2026, 2, 1), "until": date(2026, 1, 1)}
    refused(Office.objects.create, speaker=a_speaker(), title_uk="голова", **days)


def test_a_category_within_itself():
    category = a_category()
    refused(type(category).objects.filter(pk=category.pk).update, parent=category)
