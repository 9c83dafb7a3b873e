"""Two people save one story: what each changed is kept, and of what both changed nothing is overwritten unseen."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from articles.models import Article, Block
from tests.articles.admin.sent import Fields, Form, after
from tests.builders import a_category, a_citation, a_point, a_quote, a_source, a_text, a_topic, an_article, an_author
from tests.people import hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def desks(maria, olha):
    """Two browsers: Maria's, and that of an editor of all languages."""
    petro = hire("petro", "Petro", "en", ("editor", ""))
    browsers = [Client(), Client()]
    for browser, person in zip(browsers, (maria, petro), strict=True):
        browser.force_login(person)
    return browsers


def opened_twice(desks, article, langs="uk,en"):
    return [Form(desk, article, langs) for desk in desks]


def fresh(row):
    row.refresh_from_db()
    return row


def sent_again(form, answer, **choices):
    """Send the form that came back, with what was chosen in it."""
    form.html = answer.text
    form.values = Fields(answer.text).values
    return form.fill(**choices).save()


def test_different_fields_and_languages_are_both_kept(desks):
    article = an_article(headline_uk="Міст", headline_en="A bridge", lead_uk="Лід")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито").save()
    assert second.fill(headline_en="The bridge", lead_uk="Інший лід").save().status_code == 302
    fresh(article)
    assert (article.headline_uk, article.headline_en, article.lead_uk) == ("Міст відкрито", "The bridge", "Інший лід")


def test_different_blocks_are_both_kept(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Раз і ще раз.</p>"}).save()
    second.fill(**{"texts-1-text_uk": "<p>Два і три.</p>"}).save()
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Раз і ще раз.</p>", "<p>Два і три.</p>"]


def test_a_block_in_two_languages_is_kept_in_both(desks):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Перший.</p>"}).save()
    second.fill(**{"texts-0-text_en": "<p>The first.</p>"}).save()
    block = article.blocks.get()
    assert (block.text_uk, block.text_en) == ("<p>Перший.</p>", "<p>The first.</p>")


def test_the_same_piece_is_shown_twice_and_nothing_is_saved_until_one_is_chosen(desks):
    article = an_article(headline_uk="Міст")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито").save()
    answer = second.fill(headline_uk="Міст закрито").save()
    assert answer.status_code == 200
    assert "Міст відкрито" in answer.text and "Міст закрито" in answer.text and "Maria" in answer.text
    assert fresh(article).headline_uk == "Міст відкрито"
    assert 'name="choice-headline_uk"' in answer.text


@pytest.mark.parametrize(("choice", "headline"), [("mine", "Міст закрито"), ("theirs", "Міст відкрито")])
def test_what_is_chosen_is_saved_with_all_the_rest(desks, choice, headline):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито").save()
    answer = second.fill(headline_uk="Міст закрито", lead_uk="Інший лід").save()
    assert sent_again(second, answer, **{"choice-headline_uk": choice}).status_code == 302
    assert (fresh(article).headline_uk, article.lead_uk) == (headline, "Інший лід")


def test_who_saves_again_without_choosing_is_asked_again(desks):
    article = an_article(headline_uk="Міст")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито").save()
    answer = second.fill(headline_uk="Міст закрито").save()
    again = sent_again(second, answer)
    assert again.status_code == 200 and 'name="choice-headline_uk"' in again.text
    assert fresh(article).headline_uk == "Міст відкрито"


def test_who_saves_without_choosing_is_asked_again_when_blocks_moved_up_meanwhile(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-1-text_uk": "<p>Другий.</p>"}).save()
    answer = second.fill(**{"texts-1-text_uk": "<p>Двоє.</p>"}).save()
    Form(desks[0], article).fill(**{"texts-0-DELETE": "on"}).save()
    assert sent_again(second, answer).status_code == 200
    assert article.blocks.get().text_uk == "<p>Другий.</p>"


def test_a_block_can_be_chosen_too(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Перший.</p>"}).save()
    answer = second.fill(**{"texts-0-text_uk": "<p>Єдиний.</p>"}).save()
    assert "Перший." in answer.text and "Єдиний." in answer.text
    sent_again(second, answer, **{"choice-texts-0-text_uk": "theirs"})
    assert article.blocks.get().text_uk == "<p>Перший.</p>"


def test_of_the_same_words_with_other_marks_it_is_said_that_the_marks_differ(desks):
    article = an_article(a_text(uk="<p>Раз і два.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Раз <strong>і</strong> два.</p>"}).save()
    answer = second.fill(**{"texts-0-text_uk": "<p>Раз і <em>два</em>.</p>"}).save()
    assert answer.status_code == 200
    assert "The words are the same; emphasis, links or marks differ." in answer.text


def test_the_same_change_by_both_is_no_conflict(desks):
    article = an_article(headline_uk="Міст")
    for form in opened_twice(desks, article):
        assert form.fill(headline_uk="Міст відкрито").save().status_code == 302


def test_what_only_looks_different_is_no_conflict(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"), headline_uk="Міст")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито", **{"texts-0-text_uk": "<p>Один.</p>"}).save()
    answer = second.fill(headline_uk="  Міст ", lead_uk="Лід", **{"texts-0-text_uk": "<p onclick=''>Раз.</p>"}).save()
    assert answer.status_code == 302
    assert (fresh(article).headline_uk, article.blocks.get().text_uk) == ("Міст відкрито", "<p>Один.</p>")


def test_blocks_added_by_both_are_all_there(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    first, second = opened_twice(desks, article)
    first.add("texts", text_uk="<p>Від Марії.</p>").save()
    second.add("texts", text_uk="<p>Від Петра.</p>").save()
    assert {block.text_uk for block in article.blocks.all()} == {
        "<p>Раз.</p>", "<p>Від Марії.</p>", "<p>Від Петра.</p>"
    }  # fmt: skip


def test_a_block_that_they_removed_and_nobody_touched_stays_removed(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-DELETE": "on"}).save()
    assert second.fill(headline_uk="Міст").save().status_code == 302
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Два.</p>"]


def test_a_block_that_they_removed_and_i_changed_is_shown_and_kept_when_i_save_again(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    uid = article.blocks.get().uid
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-DELETE": "on"}).save()
    answer = second.fill(**{"texts-0-text_uk": "<p>Раз і ще раз.</p>"}).save()
    assert answer.status_code == 200 and "Changed or removed meanwhile: Maria" in answer.text
    assert sent_again(second, answer).status_code == 302
    block = article.blocks.get()
    assert (block.text_uk, block.uid) == ("<p>Раз і ще раз.</p>", uid)


def test_a_block_that_comes_back_has_the_words_of_languages_that_were_not_open(desks):
    article = an_article(a_quote(uk="<p>Раз.</p>", en="<p>One.</p>", pl="<p>Raz.</p>"), languages=("uk", "en", "pl"))
    speaker = article.blocks.get().speaker
    first, second = opened_twice(desks, article, "uk")
    first.fill(**{"quotes-0-DELETE": "on"}).save()
    answer = second.fill(**{"quotes-0-text_uk": "<p>Раз і ще раз.</p>"}).save()
    sent_again(second, answer)
    block = article.blocks.get()
    assert (block.text_uk, block.text_en, block.text_pl) == ("<p>Раз і ще раз.</p>", "<p>One.</p>", "<p>Raz.</p>")
    assert block.speaker == speaker


@pytest.fixture
def translator_meets_removal(desks, taras):
    """Return a translator's form, sent once, and the answer: the text they wrote in was removed meanwhile."""
    parts = (a_text(uk="<p>Раз.</p>", en="<p>One.</p>", pl="<p>Raz.</p>"), a_text(uk="<p>Два.</p>", en="<p>Two.</p>"))
    article = an_article(*parts, languages=("uk", "en"))
    browser = Client()
    browser.force_login(taras)
    form = Form(browser, article).fill(**{"texts-0-text_en": "<p>One, and much more.</p>"})
    Form(desks[0], article, "uk").fill(**{"texts-0-DELETE": "on"}).save()
    return form, form.save()


def test_a_block_that_they_removed_while_its_translator_wrote_comes_back_whole(translator_meets_removal):
    form, answer = translator_meets_removal
    assert 'class="meeting"' in answer.text and "Раз." in answer.text
    assert sent_again(form, answer).status_code == 302
    back, other = Block.objects.all()
    assert (back.text_uk, back.text_en, back.text_pl) == ("<p>Раз.</p>", "<p>One, and much more.</p>", "<p>Raz.</p>")
    assert (back.ordering, other.text_en) == (0, "<p>Two.</p>")


def test_its_translator_may_leave_it_removed(translator_meets_removal):
    form, answer = translator_meets_removal
    [name] = re.findall('name="(texts-[^"]+-DELETE)"', answer.text)
    assert sent_again(form, answer, **{name: "on"}).status_code == 302
    assert Block.objects.get().text_en == "<p>Two.</p>"


def test_a_translator_brings_back_nothing_but_what_was_removed(translator_meets_removal):
    form, answer = translator_meets_removal
    form.values = Fields(answer.text).values
    form.add("texts", text_en="<p>Smuggled.</p>", stood_in="1", uid=uuid4())
    form.add("points", text_en="Smuggled").save()
    assert {block.text_en for block in Block.objects.all()} == {"<p>One, and much more.</p>", "<p>Two.</p>"}
    assert not Article.objects.get().points.exists()


def test_a_point_that_comes_back_keeps_its_place(desks):
    article = an_article(a_point(uk="Раз"), a_point(uk="Два"), a_point(uk="Три"))
    first, second = opened_twice(desks, article)
    first.fill(**{"points-1-DELETE": "on"}).save()
    sent_again(second, second.fill(**{"points-1-text_uk": "Два і більше"}).save())
    assert [point.text_uk for point in article.points.all()] == ["Раз", "Два і більше", "Три"]


def test_a_block_that_they_changed_and_i_removed_is_shown_first(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Раз і ще раз.</p>"}).save()
    answer = second.fill(**{"texts-0-DELETE": "on"}).save()
    assert answer.status_code == 200
    assert article.blocks.get().text_uk == "<p>Раз і ще раз.</p>"
    sent_again(second, answer, **{"texts-0-DELETE": "on"})
    assert not article.blocks.exists()


def test_a_block_that_they_changed_comes_back_with_their_words_when_i_save_again(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-text_uk": "<p>Раз і ще раз.</p>"}).save()
    answer = second.fill(**{"texts-0-DELETE": "on"}).save()
    assert sent_again(second, answer).status_code == 302
    assert article.blocks.get().text_uk == "<p>Раз і ще раз.</p>"


def test_a_source_of_a_version_without_uids_is_removed_without_a_question(desks):
    article = an_article(a_citation(title="Звіт"))
    content = article.versions.get().content
    del content["citations"][0]["uid"]
    article.versions.update(content=content)
    assert Form(desks[0], article).fill(**{"citations-0-DELETE": "on"}).save().status_code == 302
    assert not article.citations.exists()


def test_a_block_that_both_removed_is_gone_without_a_question(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    for form in opened_twice(desks, article):
        assert form.fill(**{"texts-0-DELETE": "on"}).save().status_code == 302
    assert not article.blocks.exists()


def test_moves_and_words_meet(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-ordering": "30"}).save()
    assert second.fill(**{"texts-0-text_uk": "<p>Перший.</p>"}).save().status_code == 302
    assert [block.text_uk for block in article.blocks.all()] == ["<p>Два.</p>", "<p>Перший.</p>"]


def test_points_sources_speakers_and_picks_meet(desks):
    article = an_article(a_quote(), a_point(uk="Пункт"), a_citation(title="Звіт"))
    category, topic, author, source = a_category(uk="Місто"), a_topic(), an_author(), a_source()
    first, second = opened_twice(desks, article)
    first.fill(category=str(category.pk), topics=[str(topic.pk)], **{"points-0-text_uk": "Інший пункт"}).save()
    answer = second.fill(
        authors=[str(author.pk)], **{"citations-0-title": "Новий звіт", "quotes-0-source": str(source.pk)}
    ).save()
    assert answer.status_code == 302
    fresh(article)
    assert (article.category, [*article.topics.all()], [*article.authors.all()]) == (category, [topic], [author])
    assert (article.points.get().text_uk, article.citations.get().title) == ("Інший пункт", "Новий звіт")
    assert article.blocks.get().source == source


def test_a_pick_of_both_is_shown_by_its_names(desks):
    article = an_article()
    one, other = a_category(uk="Місто", en="City"), a_category(uk="Світ", en="World")
    first, second = opened_twice(desks, article)
    first.fill(category=str(one.pk)).save()
    answer = second.fill(category=str(other.pk)).save()
    assert 'name="choice-category"' in answer.text and "City" in answer.text and "World" in answer.text
    sent_again(second, answer, **{"choice-category": "theirs"})
    assert fresh(article).category == one


def test_a_language_that_is_not_open_is_nobodys_conflict(desks):
    article = an_article(headline_uk="Міст", headline_pl="Most")
    first, second = Form(desks[0], article, "pl"), Form(desks[1], article, "uk")
    first.fill(headline_pl="Most otwarty").save()
    assert second.fill(headline_uk="Міст відкрито").save().status_code == 302
    assert (fresh(article).headline_pl, article.headline_uk) == ("Most otwarty", "Міст відкрито")


def test_a_language_left_out_by_one_stays_left_out(desks):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    first, second = opened_twice(desks, article)
    first.fill(**{"texts-0-left_out": ["en"]}).save()
    second.fill(**{"texts-0-text_uk": "<p>Перший.</p>"}).save()
    block = article.blocks.get()
    assert (block.left_out, block.text_uk) == (["en"], "<p>Перший.</p>")


def test_two_tabs_of_one_person_are_two_people(desks):
    article = an_article(headline_uk="Міст")
    first, second = opened_twice([desks[0], desks[0]], article)
    first.fill(headline_uk="Міст відкрито").save()
    answer = second.fill(headline_uk="Міст закрито").save()
    assert answer.status_code == 200 and 'name="choice-headline_uk"' in answer.text


def test_publishing_waits_until_the_publisher_has_seen_what_others_saved(desks):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), headline_uk="Міст", headline_en="A bridge")
    second, first = opened_twice(desks, article)
    first.fill(headline_en="The bridge is open", **{"texts-0-text_en": "<p>The first.</p>"}).save()
    page = after(desks[0], second.fill(lead_en="A lead.").publish("en"))
    assert "Saved, but not published. Petro" in page and "Headline · English, Text 1 · English" in page
    assert (fresh(article).headline_en, article.lead_en) == ("The bridge is open", "A lead.")
    assert not article.editions.exclude(live=None).exists()
    Form(desks[0], article).publish("en")
    assert article.editions.get(language="en").live.content["headline"] == "The bridge is open"


def test_what_others_saved_in_other_languages_keeps_nothing_from_readers(desks):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), headline_uk="Міст", headline_en="A bridge")
    second, first = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито").save()
    page = after(desks[0], second.publish("en"))
    assert "Petro saved meanwhile: Headline · Українська. It is in the story now." in page
    assert article.editions.get(language="en").live


def test_a_picture_that_others_chose_is_seen_before_it_is_public(desks):
    article = an_article(a_text(uk="<p>Раз.</p>", en="<p>One.</p>"), headline_en="A bridge")
    second, first = opened_twice(desks, article)
    first.fill(category=str(a_category(uk="Світ", en="World").pk)).save()
    assert "Saved, but not published" in after(desks[0], second.publish("en"))


def test_what_came_along_is_said_beside_a_choice_too(desks):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    first, second = opened_twice(desks, article)
    first.fill(headline_uk="Міст відкрито", lead_uk="Інший лід").save()
    answer = second.fill(headline_uk="Міст закрито").save()
    said = (
        "Headline · Українська, Lead · Українська. What you changed too is to be chosen here; the rest is in the form."
    )
    assert said in answer.text


def test_a_script_is_told_where_the_saved_story_is_and_whether_others_words_came_along(desks):
    article = an_article(headline_uk="Міст", lead_uk="Лід")
    first, second = opened_twice(desks, article)
    answers = [
        first.fill(headline_uk="Міст відкрито").press("_continue", accept="application/json").json(),
        second.fill(lead_uk="Інший лід").press("_continue", accept="application/json").json(),
    ]
    assert [answer["brought"] for answer in answers] == [False, True]
    assert answers[0]["address"] == f"/admin/articles/article/{article.pk}/change/?langs=uk,en"


def test_publishing_waits_for_the_choice(desks, maria):
    article = an_article(headline_uk="Міст")
    first, second = opened_twice([desks[1], desks[0]], article)
    first.fill(headline_uk="Міст відкрито").save()
    answer = second.fill(headline_uk="Міст закрито").publish("uk")
    assert answer.status_code == 200
    assert not article.editions.exclude(live=None).exists()


def test_a_form_from_nowhere_overwrites_nothing_unseen(desks):
    article = an_article(headline_uk="Міст")
    form = Form(desks[0], article).fill(base="", key="", headline_uk="Інша назва")
    answer = form.save()
    assert answer.status_code == 200 and 'name="choice-headline_uk"' in answer.text
    assert Article.objects.get().headline_uk == "Міст"


def test_a_row_of_another_story_is_not_written_over(desks):
    other = an_article(a_text(uk="<p>Чуже.</p>"))
    article = an_article(a_text(uk="<p>Раз.</p>"))
    form = Form(desks[0], article).fill(**{"texts-0-id": str(other.blocks.get().pk), "texts-0-text_uk": "<p>Моє.</p>"})
    form.save()
    assert Block.objects.get(parent=other).text_uk == "<p>Чуже.</p>"
