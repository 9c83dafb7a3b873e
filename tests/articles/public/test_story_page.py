"""A story as readers get it: one publication and the rows that it names."""

import re
from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles.models import Change, Edition, Publication
from articles.public.mentions import Mention
from articles.public.page import page_of
from articles.publishing import withdraw
from tests.builders import (
    a_category,
    a_citation,
    a_heading,
    a_list,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_source,
    a_speaker,
    a_table,
    a_text,
    a_topic,
    an_article,
    an_author,
    an_edition,
    an_embed,
    changed,
    published,
)
from tests.readers import register, register_players

pytestmark = pytest.mark.django_db


def page(reader, edition):
    response = reader.get(edition.get_absolute_url())
    assert response.status_code == 200
    return response.context["page"]


def html(reader, edition):
    return reader.get(edition.get_absolute_url()).content.decode()


def test_the_head_of_a_story_is_what_was_published(nina):
    category, picture = a_category(uk="Місто"), a_picture()
    story = an_edition(
        a_point("Рух відновлено."),
        category=category,
        headline_uk="Міст відкрито",
        lead_uk="Після трьох тижнів.",
        caption_uk="Міст уранці.",
        picture=picture,
        kind="analysis",
    )
    shown = page(nina, story)
    assert (shown.headline, shown.lead, shown.caption) == ("Міст відкрито", "Після трьох тижнів.", "Міст уранці.")
    assert (shown.category, shown.picture, shown.kind, shown.points) == (
        category,
        picture,
        "analysis",
        ["Рух відновлено."],
    )
    assert (shown.title, shown.description) == ("Міст відкрито", "Після трьох тижнів.")


def test_search_engines_are_told_what_was_written_for_them(nina):
    shown = page(nina, an_edition(seo_title_uk="Міст: рух", seo_description_uk="Коли їхати."))
    assert (shown.title, shown.description) == ("Міст: рух", "Коли їхати.")


def mentions(*things):
    with override("uk"):
        return [Mention(thing.pk, (thing.name_uk, "uk"), thing.get_absolute_url()) for thing in things]


def test_authors_stand_in_the_order_of_the_byline(nina):
    second, first = an_author(uk="Богдан Орлик"), an_author(uk="Ольга Коваль")
    assert page(nina, an_edition(authors=[first, second])).authors == mentions(first, second)


def test_a_story_names_its_sources_with_the_piece_cited_and_its_topics(nina):
    source, topic = a_source(), a_topic()
    story = an_edition(a_citation(source, url="https://example.org/a", title="Звіт"), topics=[topic])
    shown = page(nina, story)
    assert [(each.source, each.url, each.title) for each in shown.citations] == [
        (*mentions(source), "https://example.org/a", "Звіт")
    ]
    assert shown.topics == mentions(topic)


def test_a_mended_name_is_right_on_every_page_at_once(nina):
    speaker = a_speaker(uk="Ада Лозва")
    story = an_edition(a_quote(speaker=speaker))
    speaker.name_uk = "Ада Лозова"
    speaker.save()
    assert "Ада Лозова" in html(nina, story)


def test_every_kind_of_block_is_shown_in_its_place(nina):
    picture = a_picture()
    story = an_edition(
        a_text("<p>Абзац.</p>"),
        a_heading("Що <далі>"),
        a_quote("<p>Слова.</p>"),
        a_picture_block("Підпис.", picture=picture),
        an_embed("https://youtu.be/aqz-KE-bpKQ", "Фільм"),
        a_list("<ul><li>один</li></ul>"),
        a_table("<table><tbody><tr><td>96</td></tr></tbody></table>"),
    )
    text, heading, quote, image, embed, items, table = page(nina, story).blocks
    assert text["text"] == "<p>Абзац.</p>"
    assert heading["text"] == "Що <далі>"
    assert quote["text"] == "<p>Слова.</p>"
    assert (image["picture"], image["caption"]) == (picture, "Підпис.")
    assert embed["embed"].frame == "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
    assert "один" in items["text"]
    assert "96" in table["text"]
    assert "Що &lt;далі&gt;" in html(nina, story)


def test_a_quote_shows_who_said_it_in_which_office_when_and_to_whom(nina):
    office = {"title_uk": "міська голова", "since": date(2020, 1, 1)}
    speaker, source = a_speaker(portrait=a_picture(), office=office), a_source()
    story = an_edition(a_quote(speaker=speaker, source=source, said_on=date(2026, 5, 1)))
    (quote,) = page(nina, story).blocks
    assert (quote["speaker"].pk, quote["source"].pk, quote["said_on"]) == (speaker.pk, source.pk, date(2026, 5, 1))
    assert quote["office"].title_uk == "міська голова"
    assert f'id="quote-{quote["uid"]}"' in html(nina, story)


def test_words_of_another_day_say_which(nina):
    late = timezone.make_aware(timezone.datetime(2026, 5, 2, 0, 30))
    story = an_edition(a_quote(said_on=date(2026, 5, 1)), a_quote(said_on=date(2026, 5, 2)), at=late)
    assert [block["other_day"] for block in page(nina, story).blocks] == [date(2026, 5, 1), None]
    assert '<time datetime="2026-05-01">1 травня 2026</time>' in html(nina, story)
    assert '<time datetime="2026-05-02">' not in html(nina, story)


@pytest.mark.parametrize(("code", "language"), [("en", ' lang="en"'), ("sr-Latn", ' lang="sr-Latn"'), ("english", "")])
def test_translated_words_are_followed_by_the_original_in_its_language(nina, code, language):
    shown = html(nina, an_edition(a_quote(original_words="It <will> stand.", original_language=code)))
    assert f'<p class="original"{language} dir="auto">It &lt;will&gt; stand.</p>' in shown


def test_words_without_an_original_have_no_place_for_one(nina):
    assert 'class="original"' not in html(nina, an_edition(a_quote(original_language="en")))


def test_a_speaker_is_introduced_once(nina):
    ada, petro = a_speaker(), a_speaker(uk="Петро")
    quotes = [a_quote(speaker=each) for each in (ada, ada, petro)] + [a_quote(attribution_uk="перехожа")]
    blocks = page(nina, an_edition(*quotes)).blocks
    assert [block["first_of_speaker"] for block in blocks] == [True, False, True, True]


def test_a_speaker_is_introduced_again_in_another_office(nina):
    ada = a_speaker(office={"title_uk": "заступниця", "until": date(2025, 12, 31)})
    ada.offices.create(title_uk="голова", since=date(2026, 1, 1))
    days = (date(2026, 5, 1), date(2026, 5, 2), date(2025, 5, 1))
    blocks = page(nina, an_edition(*(a_quote(speaker=ada, said_on=day) for day in days))).blocks
    assert [block["first_of_speaker"] for block in blocks] == [True, False, True]


def test_somebody_without_a_page_is_named_by_the_words_of_the_language(nina):
    (quote,) = page(nina, an_edition(a_quote(attribution_uk="перехожа на мосту"))).blocks
    assert (quote["speaker"], quote["attribution"]) == (None, "перехожа на мосту")


def test_what_is_saved_but_not_published_is_not_on_the_page(nina):
    article = an_article(a_text("<p>Було.</p>"))
    story = published(article)
    article.blocks.update(text_uk="<p>Стало.</p>")
    changed(article, headline_uk="Інший заголовок")
    assert "Було." in html(nina, story)
    assert "Стало." not in html(nina, story)
    assert "Інший заголовок" not in html(nina, story)


def test_readers_see_when_a_story_changed_significantly(nina):
    article = an_article()
    assert page(nina, published(article)).changed_at is None
    changed(article, headline_uk="Нові обставини")
    story = published(article, change=Change.SIGNIFICANT)
    assert page(nina, story).changed_at == Edition.objects.get().last_significant_change
    assert re.search(r"Оновлено: <time [^>]*>сьогодні, ", html(nina, story))


def test_html_is_cleaned_once_more_whatever_was_stored(nina):
    story = an_edition(a_text("<p>Абзац.</p>"))
    content = story.live.content
    content["blocks"][0]["text"] = '<p onclick="steal()">Абзац.<script>steal()</script></p>'
    Publication.objects.filter(pk=story.live_id).update(content=content)
    assert "steal" not in html(nina, story)


def test_a_film_of_a_site_that_readers_are_not_told_of_is_a_link(nina):
    register("embeds")
    shown = html(nina, an_edition(an_embed("https://youtu.be/aqz-KE-bpKQ", "Фільм <1>")))
    assert 'href="https://youtu.be/aqz-KE-bpKQ">Фільм &lt;1&gt;</a>' in shown
    assert "data-embed" not in shown


def test_a_film_elsewhere_is_links_and_buttons_that_wait_for_a_script(nina):
    register_players()
    shown = html(nina, an_edition(an_embed("https://youtu.be/aqz-KE-bpKQ", "Фільм <1>")))
    assert 'href="https://youtu.be/aqz-KE-bpKQ">Фільм &lt;1&gt;</a>' in shown
    assert 'href="https://policies.google.com/privacy"' in shown
    assert "data-embed-choices hidden" in shown
    assert "<iframe" not in shown


def test_a_film_on_an_unknown_site_has_nothing_to_press(nina):
    shown = html(nina, an_edition(an_embed("https://youtube.com.evil.example/film", "Фільм")))
    assert 'href="https://youtube.com.evil.example/film">Фільм</a>' in shown
    assert "data-embed" not in shown


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "not an address"])
def test_what_is_no_web_address_is_never_linked_to(nina, address):
    story = an_edition(an_embed(address), a_citation(url=address))
    shown = page(nina, story)
    assert shown.blocks == []
    assert shown.citations[0].url == ""
    assert address not in html(nina, story)


def test_the_time_of_a_story_is_written_with_its_zone(nina):
    moment = timezone.datetime(2026, 5, 1, 22, 30, tzinfo=timezone.get_fixed_timezone(0))
    assert 'datetime="2026-05-02T01:30:00+03:00"' in html(nina, an_edition(at=moment))


def test_a_page_being_read_while_its_story_is_withdrawn_is_whole_but_for_its_quotes():
    edition = an_edition(a_quote())
    withdraw(edition, None)
    assert page_of(Edition.objects.select_related("live", "category").get(pk=edition.pk)).blocks == []
