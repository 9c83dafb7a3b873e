"""Two states of a story: what differs is told piece by piece, language by language, in words."""

import pytest
from django.utils.translation import override

from articles.desk.comparing import compare
from articles.desk.saving import for_desk
from articles.desk.standing import desk_in
from articles.desk.versions import snapshot
from articles.desk.word_changes import GONE, NEW, SAME
from articles.models import Speaker, TextBlock
from tests.builders import (
    a_category,
    a_citation,
    a_point,
    a_quote,
    a_speaker,
    a_text,
    a_topic,
    an_article,
    an_author,
    changed,
)

pytestmark = pytest.mark.django_db


def differences(before, article):
    with override("en"):
        return {(each.place, each.language): each for each in compare(desk_in(before), for_desk(article.pk))}


def words(difference, kind):
    return "".join(part.text for part in difference.parts if part.kind == kind).strip()


def test_a_story_that_did_not_change_differs_in_nothing(django_assert_max_num_queries):
    article = an_article(a_text(), a_quote(), a_point(), a_citation(), languages=("uk", "en"))
    assert differences(snapshot(for_desk(article.pk)), article) == {}


def test_each_language_of_a_piece_is_told_apart():
    article = an_article(headline_uk="Міст відкрито", headline_en="The bridge is open")
    before = snapshot(for_desk(article.pk))
    changed(article, headline_en="The bridge is closed")
    [(place, difference)] = differences(before, article).items()
    assert place == ("Headline", "en")
    assert (words(difference, GONE), words(difference, NEW)) == ("open", "closed")


def test_blocks_that_changed_came_and_went():
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    before = snapshot(for_desk(article.pk))
    first, second = article.blocks.all()
    first.text_uk = "<p>Раз і ще раз.</p>"
    first.save()
    second.delete()
    TextBlock.objects.create(parent=article, ordering=9, text_uk="<p>Три.</p>")
    found = differences(before, article)
    assert words(found["Text 1", "uk"], NEW) == "і ще раз"
    told = [(words(each, GONE), words(each, NEW)) for each in compare(desk_in(before), for_desk(article.pk))]
    assert ("", "Три.") in told and ("Два.", "") in told


def test_marks_alone_are_told_as_such():
    article = an_article(a_text(uk="<p>Раз.</p>"))
    before = snapshot(for_desk(article.pk))
    block = article.blocks.get()
    block.text_uk = "<p><strong>Раз.</strong></p>"
    block.save()
    [difference] = differences(before, article).values()
    assert difference.is_formatting
    assert [part.kind for part in difference.parts] == [SAME]


def test_what_languages_share_is_told_by_its_names():
    article = an_article(a_quote(), category=a_category(uk="Місто"))
    before = snapshot(for_desk(article.pk))
    article.category = a_category(uk="Світ")
    article.save()
    article.topics.add(a_topic(uk="Річка"))
    article.authorships.create(author=an_author(uk="Ольга Коваль"))
    article.blocks.update(speaker=a_speaker(uk="Марко Вир"))
    found = differences(before, article)
    assert (words(found["Category", ""], GONE), words(found["Category", ""], NEW)) == ("Місто", "Світ")
    assert words(found["Topics", ""], NEW) == "Річка"
    assert words(found["Authors, in order", ""], NEW) == "Ольга Коваль"
    assert words(found["Quote 1 · Speaker", ""], NEW) == "Марко Вир"


def test_who_was_deleted_since_is_told_as_such():
    article = an_article(a_quote())
    before = snapshot(for_desk(article.pk))
    article.blocks.update(speaker=None)
    Speaker.objects.all().delete()
    [difference] = differences(before, article).values()
    assert words(difference, GONE) == "deleted since"


def test_another_order_is_told_once():
    article = an_article(a_text(uk="<p>Раз.</p>"), a_text(uk="<p>Два.</p>"))
    before = snapshot(for_desk(article.pk))
    article.blocks.filter(text_uk__contains="Раз").update(ordering=9)
    [difference] = differences(before, article).values()
    assert (words(difference, GONE), words(difference, NEW)) == ("Раз.\nДва.", "Два.\nРаз.")


def test_thirty_blocks_are_compared_by_as_many_queries_as_three(django_assert_max_num_queries):
    article = an_article(*[a_quote() for _quote in range(30)])
    content = snapshot(for_desk(article.pk))
    article.blocks.update(speaker=None)
    old, new = desk_in(content), for_desk(article.pk)
    with django_assert_max_num_queries(4):
        assert len(compare(old, new)) == 30
