"""What a publication holds: the words of one language and the ids of everything else."""

import pytest

from tests.builders import a_citation, a_point, a_quote, a_source, a_text, a_topic, an_article, an_author, an_edition

pytestmark = pytest.mark.django_db


def test_people_and_things_are_held_by_their_ids_so_that_a_name_can_be_mended_everywhere():
    source, topic, first, second = a_source(), a_topic(), an_author(), an_author()
    quote = a_quote()
    content = an_edition(quote, a_citation(source), topics=[topic], authors=[second, first]).live.content
    assert content["topics"] == [topic.pk]
    assert content["authors"] == [second.pk, first.pk]
    assert content["citations"] == [{"source": source.pk, "title": "", "url": ""}]
    assert content["blocks"][0]["speaker"] == quote.speaker_id


def test_points_and_blocks_stand_in_their_order():
    parts = [a_point(uk="раз"), a_point(uk="два"), a_text(uk="<p>три</p>"), a_text(uk="<p>чотири</p>")]
    content = an_edition(*parts).live.content
    assert [point["text"] for point in content["points"]] == ["раз", "два"]
    assert [block["text"] for block in content["blocks"]] == ["<p>три</p>", "<p>чотири</p>"]


def test_a_link_to_another_story_is_held_with_the_id_of_the_story():
    other = an_article()
    unknown = "3f1a8a3e-0000-4000-8000-000000000000"
    text = a_text(uk=f'<p><a href="news:{other.uid}">раніше</a> <a href="news:{unknown}">ніколи</a></p>')
    assert an_edition(text).live.content["links"] == {str(other.uid): other.pk}


def test_the_words_of_a_quote_are_held_bare_for_the_quote_bank():
    content = an_edition(a_quote(uk="<p>Міст <em>стоятиме</em>.</p><p>Завжди.</p>")).live.content
    assert content["blocks"][0]["words"] == "Міст стоятиме. Завжди."
