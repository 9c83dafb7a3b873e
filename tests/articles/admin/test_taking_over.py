"""A colleague's story is taken over with what they typed, and they are told."""

from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client

from articles.models import Article, Block, Notice, Reason, WorkingCopy
from newsroom.staff.models import Person
from tests.articles.admin.sent import Form, after
from tests.builders import a_citation, a_point, a_quote, a_text, a_topic, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def typed_by(person, article, *, added=(), **values):
    """Let somebody type in a form and close the browser."""
    browser = Client()
    browser.force_login(person)
    form = Form(browser, article, "uk").fill(**values)
    for kind, fields in added:
        form.add(kind, **fields)
    assert form.keep().status_code == 200


def take_over(desk, article, colleague):
    return desk.post(f"/admin/articles/article/{article.pk}/take-over/{colleague.pk}/")


def test_what_was_typed_becomes_a_version_under_its_writer_s_name(desk, olha):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    typed_by(olha, article, headline_uk="Міст відкрито", **{"texts-0-text_uk": "<p>Раз і два.</p>"})
    take_over(desk, article, olha)
    version = article.versions.get(reason=Reason.UNSAVED)
    assert version.by == olha
    assert version.content["article"]["headline_uk"] == "Міст відкрито"
    assert [block["text_uk"] for block in version.content["blocks"]] == ["<p>Раз і два.</p>"]


def test_the_desk_stays_as_it_was_saved(desk, olha):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    typed_by(olha, article, added=[("texts", {"text_uk": "<p>Два.</p>"})], headline_uk="Міст відкрито")
    take_over(desk, article, olha)
    assert Article.objects.get().headline_uk == "Міст"
    assert [block.text_uk for block in Block.objects.all()] == ["<p>Раз.</p>"]


def test_added_and_removed_parts_and_picks_are_in_the_version(desk, olha):
    article = an_article(a_quote(), a_text(uk="<p>Геть.</p>"), a_point(uk="Пункт"), a_citation())
    topic, author = a_topic(), an_author()
    typed_by(
        olha,
        article,
        added=[
            ("headings", {"text_uk": "Новий заголовок"}),
            ("points", {"text_uk": "Новий пункт"}),
            ("citations", {"title": "Звіт"}),
        ],
        topics=[str(topic.pk)],
        authors=[str(author.pk)],
        **{"texts-0-DELETE": "on"},
    )
    take_over(desk, article, olha)
    content = article.versions.get(reason=Reason.UNSAVED).content
    assert [block["kind"] for block in content["blocks"]] == ["quote", "heading"]
    assert [point["text_uk"] for point in content["points"]] == ["Пункт", "Новий пункт"]
    assert (content["topics"], content["authorships"][0]["author_id"]) == ([topic.pk], author.pk)
    assert len(content["citations"]) == 1
    assert not article.topics.exists()


def test_what_the_form_would_refuse_stays_as_it_was(desk, olha):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    typed_by(olha, article, headline_uk="х" * 201, lead_uk="Інший лід")
    take_over(desk, article, olha)
    kept = article.versions.get(reason=Reason.UNSAVED).content["article"]
    assert (kept["headline_uk"], kept["lead_uk"]) == ("Міст", "Інший лід")


def test_what_could_not_be_in_the_version_stays_with_its_writer(desk, olha):
    article = an_article(headline_uk="Міст")
    typed_by(olha, article, headline_uk="х" * 201)
    take_over(desk, article, olha)
    assert "х" * 201 in QueryDict(WorkingCopy.objects.get(person=olha).data)["headline_uk"]


def test_the_page_shows_what_can_not_be_in_the_version(desk, olha):
    article = an_article(a_quote(), headline_uk="Міст", lead_uk="Лід")
    long, point = {"text_uk": "я" * 301, "uid": uuid4()}, {"text_uk": "Новий пункт", "uid": uuid4()}
    source = {"title": "Звіт без джерела", "uid": uuid4()}
    added = [("points", long), ("points", point), ("citations", source)]
    typed_by(olha, article, added=added, headline_uk="х" * 201, lead_uk="Інший лід", **{"quotes-0-said_on": "вчора"})
    page = desk.get(f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/").text
    refused = page[page.index("Not in that version") :]
    for place in ("Headline · Українська", "Point of attention · Українська", "Cited source · Title of the piece"):
        assert place in refused
    for words in ("х" * 201, "я" * 301, "Звіт без джерела", "вчора"):
        assert words in refused
    assert "Інший лід" not in refused and "Новий пункт" not in refused
    assert "Not in the version, and still with Ольга: Headline · Українська" in after(
        desk, take_over(desk, article, olha)
    )


@pytest.mark.parametrize("post", [(), ("translator", "en")])
def test_what_somebody_typed_who_has_another_post_since_stays_with_them(desk, olha, post):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    words = {"headline_uk": "Міст відкрито", "texts-0-text_uk": "<p>Раз і два.</p>"}
    typed_by(olha, article, added=[("texts", {"text_uk": "<p>Новий.</p>", "uid": uuid4()})], **words)
    olha.roles.all().delete()
    if post:
        olha.roles.create(name=post[0], language=post[1])
    page = desk.get(f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/").text
    refused = page[page.index("Not in that version") :]
    assert all(words in refused for words in ("Міст відкрито", "Раз і два.", "Новий."))
    take_over(desk, article, olha)
    assert WorkingCopy.objects.filter(person=olha).exists()


def test_what_is_all_in_the_version_stays_with_nobody(desk, olha):
    article = an_article(a_quote(), a_citation(title="Звіт"), headline_uk="Міст")
    added = [("embeds", {"url": "https://example.org/a", "text_uk": "Фільм"}), ("points", {"text_uk": "Пункт"})]
    typed_by(olha, article, added=[(kind, fields | {"uid": uuid4()}) for kind, fields in added], lead_uk=" Лід ")
    Form(desk, article).fill(**{"quotes-0-DELETE": "on"}).save()
    assert "Not in that version" not in desk.get(f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/").text
    take_over(desk, article, olha)
    assert not WorkingCopy.objects.exists()


def test_a_translator_s_words_in_a_block_that_was_removed_are_in_the_version(desk, taras):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), languages=("uk", "en"))
    browser = Client()
    browser.force_login(taras)
    Form(browser, article).fill(**{"texts-0-text_en": "<p>One, and much more.</p>"}).keep()
    Form(desk, article).fill(**{"texts-0-DELETE": "on"}).save()
    take_over(desk, article, taras)
    [kept] = article.versions.get(reason=Reason.UNSAVED).content["blocks"]
    assert (kept["text_uk"], kept["text_en"]) == ("<p>Раз.</p>", "<p>One, and much more.</p>")
    assert not WorkingCopy.objects.exists()


def test_what_somebody_typed_who_was_shut_out_since_is_in_the_version(desk, olha):
    article = an_article(headline_uk="Міст")
    typed_by(olha, article, headline_uk="Міст відкрито")
    Person.objects.filter(pk=olha.pk).update(is_active=False)
    take_over(desk, article, olha)
    assert article.versions.get(reason=Reason.UNSAVED).content["article"]["headline_uk"] == "Міст відкрито"


def test_a_block_that_became_another_has_the_words_of_languages_that_were_not_open(desk, olha):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), languages=("uk", "en"))
    block = article.blocks.get()
    quote = {"text_uk": "<p>Раз.</p>", "uid": uuid4(), "came_from": block.uid, "attribution_uk": "Хтось"}
    browser = Client()
    browser.force_login(olha)
    Form(browser, article, "uk").fill(**{"texts-0-DELETE": "on"}).add("quotes", **quote).keep()
    take_over(desk, article, olha)
    [kept] = article.versions.get(reason=Reason.UNSAVED).content["blocks"]
    assert (kept["kind"], kept["text_uk"], kept["text_en"]) == ("quote", "<p>Раз.</p>", "<p>One.</p>")


def test_the_one_who_had_it_in_hand_is_told_as_well(desk, olha, taras):
    article = an_article(assigned_to=taras)
    typed_by(olha, article, headline_uk="Міст відкрито")
    page = after(desk, take_over(desk, article, olha))
    assert {notice.person for notice in Notice.objects.all()} == {olha, taras}
    assert "Told: Ольга, Тарас." in page


def test_nothing_is_taken_over_from_somebody_who_has_not_got_it(desk, olha):
    article = an_article()
    assert take_over(desk, article, olha).status_code == 404
    assert not Notice.objects.exists()


def test_a_story_taken_over_can_be_given_back(desk, olha):
    article = an_article(assigned_to=olha)
    take_over(desk, article, olha)
    Form(desk, article).fill(assigned_to=str(olha.pk)).save()
    article.refresh_from_db()
    assert article.assigned_to == olha
    assert article.versions.first().reason == Reason.HAND_OVER


def test_the_story_is_assigned_and_the_colleague_is_told(desk, olha, maria):
    article = an_article()
    typed_by(olha, article, headline_uk="Міст відкрито")
    take_over(desk, article, olha)
    article.refresh_from_db()
    assert article.assigned_to == maria
    notice = Notice.objects.get()
    assert (notice.person, notice.article, notice.kind, notice.by) == (olha, article, "taken-over", maria)
    assert not WorkingCopy.objects.exists()


def test_who_takes_over_can_save_at_once(desk, olha):
    article = an_article(headline_uk="Міст")
    typed_by(olha, article, headline_uk="Міст відкрито")
    take_over(desk, article, olha)
    assert Form(desk, article).fill(headline_uk="Міст стоїть").save().status_code == 302


def test_the_form_offers_it_where_a_colleague_has_typed(desk, olha):
    article = an_article()
    assert "Take over… (Ольга)" not in Form(desk, article).html
    typed_by(olha, article, headline_uk="Міст відкрито")
    assert "Take over… (Ольга)" in Form(desk, article).html
    page = desk.get(f"/admin/articles/article/{article.pk}/take-over/{olha.pk}/").text
    assert "Text typed and not saved is kept since" in page


def test_a_story_without_unsaved_text_is_taken_over_as_well(desk, olha, maria):
    article = an_article(assigned_to=olha)
    page = after(desk, take_over(desk, article, olha))
    assert "The story is yours. Told: Ольга." in page
    assert not article.versions.filter(reason=Reason.UNSAVED).exists()
    assert article.versions.first().reason == Reason.HAND_OVER


def test_only_who_writes_there_takes_over(client, taras, olha):
    article = an_article(assigned_to=olha)
    client.force_login(taras)
    assert take_over(client, article, olha).status_code == 403
    assert not Notice.objects.exists()
