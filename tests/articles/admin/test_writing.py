"""Saving keeps the desk and shows readers nothing; publishing is a deed of its own."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Edition
from articles.publishing import withdraw
from newsroom.editorial.stages import Stage
from tests.articles.admin.sent import Form, after, story_of
from tests.builders import a_category, a_point, a_quote, a_speaker, a_text, an_article, an_author, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client, maria):
    client.force_login(maria)
    return client


def stage(article, language):
    return Edition.objects.get(article=article, language=language).stage


def test_a_new_story_is_saved_as_a_draft(at_desk):
    form = Form(at_desk).fill(headline_uk="Міст відкрито", category=a_category().pk)
    form.add("texts", text_uk="<p>Рух відкрили.</p>", text_en="<p>It is open.</p>")
    article = Article.objects.get(pk=story_of(form.save()))
    assert (article.headline_uk, article.blocks.get().text_en) == ("Міст відкрито", "<p>It is open.</p>")
    assert (stage(article, "uk"), stage(article, "en")) == (Stage.DRAFT, Stage.DRAFT)


def test_only_the_chosen_language_is_published(at_desk, nina):
    speaker = a_speaker()
    form = Form(at_desk).fill(headline_uk="Міст", headline_en="Bridge", category=a_category().pk)
    form.add("quotes", text_uk="<p>Так.</p>", text_en="<p>Yes.</p>", speaker=speaker.pk)
    article = Article.objects.get(pk=story_of(form.publish("uk")))
    edition = Edition.objects.get(article=article, language="uk")
    assert edition.live.content["blocks"][0]["speaker"] == speaker.pk
    assert stage(article, "en") == Stage.DRAFT


def test_saving_a_live_story_changes_nothing_for_readers(at_desk):
    article = an_article(a_text(), headline_uk="Стара назва")
    edition = published(article)
    Form(at_desk, article).fill(headline_uk="Нова назва").save()
    edition.refresh_from_db()
    assert (edition.headline, edition.live.content["headline"], edition.unpublished) == ("Стара назва",) * 2 + (1,)


def test_publishing_brings_the_change_and_links_to_it(at_desk):
    article = an_article(a_text())
    edition = published(article)
    answer = Form(at_desk, article).fill(headline_uk="Нова назва", change="minor").publish("uk")
    edition.refresh_from_db()
    assert (edition.headline, edition.unpublished, edition.live.change) == ("Нова назва", 0, "minor")
    assert edition.get_absolute_url() in after(at_desk, answer)


def test_without_a_tick_all_is_saved_and_nothing_published(at_desk):
    article = an_article(a_text(en="<p>Open.</p>"), languages=("uk", "en"))
    page = after(at_desk, Form(at_desk, article).fill(headline_uk="Нова назва").publish())
    assert "Choose at least one language to publish." in page and "Нова назва" in page
    assert (stage(article, "uk"), stage(article, "en")) == (Stage.DRAFT, Stage.DRAFT)


def test_a_change_to_a_live_story_is_a_small_fix_unless_said_otherwise(at_desk):
    article = an_article(a_text())
    edition = published(article)
    form = Form(at_desk, article).fill(headline_uk="Нова назва")
    assert form.values["change"] == ["minor"]
    form.values.pop("change")
    form.publish("uk")
    edition.refresh_from_db()
    assert (edition.live.change, edition.last_significant_change) == ("minor", None)


def test_an_empty_slug_shows_the_one_readers_have(at_desk):
    edition = published(an_article(a_text()))
    assert f'placeholder="{edition.slug}"' in Form(at_desk, edition.article).html


def test_what_readers_have_already_is_not_published_again(at_desk):
    article = an_article(a_text())
    edition = published(article)
    assert "Readers have all of this already" in after(at_desk, Form(at_desk, article).publish("uk"))
    assert edition.publications.count() == 1


def test_a_language_that_is_not_open_stays_untouched(at_desk):
    article = an_article(a_text(pl="<p>Ruch.</p>"), headline_pl="Most")
    Form(at_desk, article, langs="uk,en").fill(headline_uk="Інша", headline_pl="przemycone").save()
    article.refresh_from_db()
    assert (article.headline_uk, article.headline_pl, article.blocks.get().text_pl) == ("Інша", "Most", "<p>Ruch.</p>")


def test_a_story_is_scheduled_and_keeps_its_time_when_changed(at_desk):
    article = an_article(a_text())
    Form(at_desk, article).fill(goes_live="2099-05-01T18:00").publish("uk")
    Form(at_desk, article).fill(headline_uk="Інша назва").publish("uk")
    edition = Edition.objects.get(article=article, language="uk")
    assert (edition.is_scheduled, edition.headline) == (True, "Інша назва")
    assert timezone.localtime(edition.publish_at).hour == 18
    Form(at_desk, article).fill(at_once=["on"]).publish("uk")
    edition.refresh_from_db()
    assert edition.is_visible


def test_an_embargo_holds_whatever_is_planned(at_desk):
    article = an_article(a_text())
    Form(at_desk, article).fill(embargo="2099-05-01T18:00").publish("uk")
    edition = Edition.objects.get(article=article, language="uk")
    assert edition.publish_at == edition.embargo_until and edition.is_scheduled


def test_an_edition_is_withdrawn_after_a_question(at_desk):
    edition = published(an_article(a_text()))
    address = f"/admin/articles/article/{edition.article_id}/withdraw/uk/"
    assert edition.headline in at_desk.get(address).content.decode()
    edition.refresh_from_db()
    assert edition.stage == Stage.PUBLISHED
    at_desk.post(address)
    edition.refresh_from_db()
    assert edition.stage == Stage.WITHDRAWN


def test_authors_keep_the_order_in_which_they_were_picked(at_desk):
    first, second = an_author(), an_author("Марек")
    article = an_article(a_text(), authors=[first, second])
    Form(at_desk, article).fill(authors=[second.pk, first.pk]).save()
    assert [byline.author for byline in article.authorships.all()] == [second, first]


def test_points_are_added_at_the_end_and_removed(at_desk):
    article = an_article(a_point("Перша."), a_point("Друга."))
    form = Form(at_desk, article).add("points", text_uk="Третя.", text_en="Third.")
    form.fill(**{"points-0-DELETE": "on"}).save()
    assert [point.text_uk for point in article.points.all()] == ["Друга.", "Третя."]


def test_a_block_is_left_out_of_a_language(at_desk):
    article = an_article(a_text())
    Form(at_desk, article).fill(**{"texts-0-left_out": ["en"]}).save()
    assert article.blocks.get().left_out == ["en"]


@pytest.mark.parametrize("text", ["Температура < 5 градусів", "a<b", "R&D"])
def test_a_heading_keeps_every_sign_however_often_it_is_saved(at_desk, text):
    article = an_article()
    Form(at_desk, article).add("headings", text_uk=text).save()
    Form(at_desk, article).save()
    assert article.blocks.get().text_uk == text


def test_every_saving_keeps_a_version_of_the_person_who_saved(at_desk, maria):
    article = an_article(a_quote())
    Form(at_desk, article).fill(headline_uk="Інша").save()
    assert article.versions.first().by == maria
    article.refresh_from_db()
    assert article.changed_by == maria


def test_the_filled_button_promises_nothing_when_readers_have_it_all(at_desk):
    article = an_article(a_text())
    assert 'class="publish"' in Form(at_desk, article).html
    published(article)
    form = Form(at_desk, article)
    assert 'class="publish nothing-new"' in form.html and "Nothing new to publish" in form.html
    form.fill(headline_uk="Нова назва").save()
    assert 'class="publish"' in Form(at_desk, article).html


def test_what_was_typed_and_refused_may_still_be_published(at_desk):
    article = an_article(a_text())
    published(article)
    refused = Form(at_desk, article).fill(headline_uk="x" * 201).publish("uk")
    assert 'class="publish"' in refused.text


def test_head_and_tab_give_one_number_of_missing_pieces(at_desk):
    article = an_article(caption_uk="Міст уранці.", languages=("uk", "en"))
    page = Form(at_desk, article).html
    assert '<span class="state state-draft">draft · 1 missing</span>' in page
    assert '<span class="language-words needs-work">1 missing</span>' in page


def test_when_it_was_saved_is_said_with_its_day_unless_that_is_today(at_desk):
    article = an_article()
    Article.objects.update(changed=datetime(2025, 11, 24, 21, 53, tzinfo=UTC))
    assert "Saved 24 November 2025, 23:53" in Form(at_desk, article).html
    now = timezone.now()
    Article.objects.update(changed=now)
    assert f">Saved {timezone.localtime(now):%H:%M}<" in Form(at_desk, article).html


def test_the_bar_names_the_original_when_a_translation_alone_is_open(at_desk):
    article = an_article(a_text(en="<p>One.</p>"), headline_en="A bridge", languages=("uk", "en"))
    html = Form(at_desk, article, "en").html
    words = dict(re.findall(r'data-code="(\w+)".*?language-words[^>]*>([^<]*)<', html, re.DOTALL))
    assert (words["uk"], words["en"]) == ("original", "translated")


def test_a_form_opened_before_an_embargo_was_set_does_not_lift_it(at_desk, maria):
    article = an_article(a_text(), category=a_category())
    old = Form(at_desk, article)
    Form(at_desk, article).fill(embargo="2099-05-01T18:00").publish("uk")
    withdraw(Edition.objects.get(article=article), maria)
    old.fill(headline_uk="Міст закрито").publish("uk")
    edition = Edition.objects.get(article=article)
    assert edition.embargo_until and not edition.is_visible


def test_an_embargo_that_a_form_was_opened_with_is_lifted_in_it(at_desk):
    article = an_article(a_text(), category=a_category())
    Form(at_desk, article).fill(embargo="2099-05-01T18:00").publish("uk")
    Form(at_desk, article).fill(embargo="", at_once=["on"]).publish("uk")
    edition = Edition.objects.get(article=article)
    assert edition.embargo_until is None and edition.is_visible


def test_an_embargo_that_is_only_saved_is_said_not_to_be_set(at_desk):
    article = an_article(a_text())
    assert "no moment was set" in after(at_desk, Form(at_desk, article).fill(embargo="2099-05-01T18:00").save())
    assert "no moment was set" not in after(at_desk, Form(at_desk, article).fill(headline_uk="Міст").save())


def test_unpublished_changes_have_the_name_of_who_made_them_in_that_language(at_desk, olha, taras):
    article = published(an_article(a_text(en="<p>One.</p>"), languages=("uk", "en"), category=a_category())).article
    for person, headline in ((olha, {"headline_uk": "Міст закрито"}), (taras, {"headline_en": "The bridge"})):
        browser = Client()
        browser.force_login(person)
        Form(browser, article).fill(**headline).save()
    standing = re.search(r'class="standing".*?</span></span>', Form(at_desk, article, "uk").html, re.DOTALL)[0]
    assert "Ольга" in standing and "Тарас" not in standing
