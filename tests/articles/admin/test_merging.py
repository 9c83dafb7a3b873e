"""Editors merge what is in the library twice, on a page that says what moves."""

import re

import pytest

from articles.models import Identity, Speaker, Topic
from tests.articles.admin.sent import Form, after
from tests.articles.admin.test_names import NO_PARTS, found
from tests.builders import a_quote, a_speaker, a_text, a_topic, an_article, an_author, published
from tests.people import hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def at(row, query=""):
    return f"/admin/articles/{row._meta.model_name}/{row.pk}/merge/{query}"


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_a_form_leads_to_the_page_on_which_it_is_merged(desk):
    topic = a_topic()
    assert at(topic) in desk.get(f"/admin/articles/topic/{topic.pk}/change/").text


def test_a_translator_is_not_led_there(client, taras):
    client.force_login(taras)
    topic = a_topic()
    assert at(topic) not in client.get(f"/admin/articles/topic/{topic.pk}/change/").text
    assert client.post(at(topic), {"with": a_topic("Інша").pk}).status_code == 403
    assert Topic.objects.count() == 2


def test_the_other_one_is_found_by_any_name_or_alias(desk):
    speaker, other = a_speaker("Кая Каллас"), a_speaker("Ґонта Іван", "Ivan Honta")
    other.aliases.create(text="Отаман")
    for query in ("ґонта", "honta", "отаман"):
        assert f"?with={other.pk}" in desk.get(at(speaker), {"q": query}).text
    assert f"?with={speaker.pk}" not in desk.get(at(speaker), {"q": "каллас"}).text


def test_who_is_called_alike_is_proposed_there_and_in_the_form(desk):
    speaker, alias, name, number, other = (a_speaker(uk) for uk in ("Кая Каллас", "Інша", "КАЯ КАЛЛАС", "Ще", "Лев"))
    alias.aliases.create(text="Кая Каллас")
    Speaker.objects.filter(pk__in=(speaker.pk, number.pk)).update(wikidata="Q20530392")
    for address in (at(speaker), f"/admin/articles/speaker/{speaker.pk}/change/"):
        page = desk.get(address).text
        proposed = {int(pk) for pk in re.findall(r"\?with=(\d+)", page)}
        assert proposed == {alias.pk, name.pk, number.pk}
    assert "Perhaps the same" not in desk.get(f"/admin/articles/speaker/{other.pk}/change/").text


def test_the_list_shows_possible_duplicates_alone(desk):
    first, alike, _other = a_speaker("Кая Каллас"), a_speaker("Кая Каллас"), a_speaker("Лев Гай")
    response = desk.get("/admin/articles/speaker/?likely=twice")
    assert {row.pk for row in response.context["cl"].result_list} == {first.pk, alike.pk}
    assert len(found(desk, "")) == 3


def test_both_are_shown_with_what_moves(desk):
    speaker, other = a_speaker("Кая", wikidata="Q1"), a_speaker("Кайя", wikidata="Q2")
    published(an_article(a_quote(speaker=other)))
    response = desk.get(at(speaker, f"?with={other.pk}"))
    lines = {str(line.label): line.values for line in response.context["lines"]}
    assert lines["Wikidata"] == ("Q1", "Q2")
    assert lines["Published quotes"] == lines["Quotes on the desk"] == (0, 1)
    assert lines["Addresses"] == (3, 3)
    assert response.context["stays"] == other
    assert "There is no way back." in response.text


@pytest.mark.parametrize("which", [0, 1])
def test_one_press_merges_and_opens_the_one_that_stays(desk, which):
    both = a_topic("Річка", "River"), a_topic("Ріка", "Stream")
    response = desk.post(at(both[0]), {"with": both[1].pk, "stays": both[which].pk}, follow=True)
    assert list(Topic.objects.all()) == [both[which]]
    assert response.redirect_chain[-1][0] == f"/admin/articles/topic/{both[which].pk}/change/"
    names = ["River", "Stream"]
    told = f"“{names[1 - which]}” is one with “{names[which]}” now: all of it has moved here."
    assert messages(response) == [told]


def test_what_cannot_be_merged_is_answered_in_words(desk, maria):
    ada, lev = an_author("Ада", person=maria), an_author("Лев", person=hire("lev", "Лев", "uk", ("author", "")))
    for data, words in (
        ({"with": ada.pk}, "merged with itself"),
        ({"with": lev.pk}, "Both authors work here"),
        ({"with": "x"}, "Choose with whom"),
        ({}, "Choose with whom"),
    ):
        response = desk.post(at(ada), data, follow=True)
        assert words in messages(response)[0]
    assert "Both authors work here" in messages(desk.get(at(ada, f"?with={lev.pk}"), follow=True))[0]


def test_a_second_press_and_old_pages_lead_to_the_one_that_stayed(desk):
    topic, other = a_topic("Річка"), a_topic("Ріка")
    data = {"with": other.pk, "stays": topic.pk}
    desk.post(at(topic), data)
    form = f"/admin/articles/topic/{topic.pk}/change/"
    for response in (
        desk.post(at(topic), data, follow=True),
        desk.post(at(other), {"with": topic.pk, "stays": topic.pk}, follow=True),
        desk.get(at(other), follow=True),
        desk.get(form.replace(str(topic.pk), str(other.pk)), follow=True),
    ):
        assert response.redirect_chain[-1][0] == form
        assert "This was merged already" in messages(response)[-1]


def test_what_never_was_is_not_found(desk):
    assert desk.get(at(a_topic()).replace("/merge/", "77/merge/")).status_code == 404


def test_a_form_that_was_open_meanwhile_saves_with_the_one_that_stays(desk):
    into, duplicate = a_speaker("Кая"), a_speaker("Кайя")
    topic, twin = a_topic("Річка"), a_topic("Ріка")
    story = an_article(a_quote(speaker=duplicate), a_text(), topics=[twin])
    form = Form(desk, story, langs="uk").fill(headline_uk="Інший")
    desk.post(at(into), {"with": duplicate.pk, "stays": into.pk})
    desk.post(at(topic), {"with": twin.pk, "stays": topic.pk})
    after(desk, form.save())
    story.refresh_from_db()
    assert story.headline_uk == "Інший"
    assert story.blocks.get(kind="quote").speaker == into
    assert list(story.topics.all()) == [topic]


def test_a_form_in_which_the_duplicate_was_only_just_chosen_saves_too(desk):
    into, duplicate = a_speaker("Кая"), a_speaker("Кайя")
    story = an_article(a_quote(speaker=a_speaker("Хтось")))
    form = Form(desk, story, langs="uk").fill(**{"quotes-0-speaker": str(duplicate.pk)})
    desk.post(at(into), {"with": duplicate.pk, "stays": into.pk})
    after(desk, form.save())
    assert story.blocks.get().speaker == into


# Where else somebody is known --------------------------------------------------------------------


def one_address(url):
    return NO_PARTS | {"identities-TOTAL_FORMS": "1", "identities-0-url": url, "name_uk": "Ада"}


def test_a_speaker_is_known_elsewhere_by_addresses_of_their_own(desk):
    data = one_address("https://viaf.org/viaf/75121530") | {"wikidata": "Q42"}
    desk.post("/admin/articles/speaker/add/", data)
    assert Speaker.objects.get().same_as == ["https://www.wikidata.org/wiki/Q42", "https://viaf.org/viaf/75121530"]


def test_an_address_that_is_not_secure_or_somebody_else_s_is_refused_in_words(desk):
    Identity.objects.create(speaker=a_speaker(), url="https://viaf.org/viaf/75121530")
    for url, words in (
        ("http://viaf.org/viaf/1", "Give an address that begins with https://."),
        ("https://viaf.org/viaf/75121530", "Another speaker has this address."),
    ):
        assert words in desk.post("/admin/articles/speaker/add/", one_address(url)).text
    assert Speaker.objects.count() == 1


@pytest.mark.parametrize("number", ["Q0", "42", "q42", "Q42x", "https://wikidata"])
def test_a_number_of_wikidata_is_q_and_digits(desk, number):
    data = NO_PARTS | {"name_uk": "Ада", "wikidata": number}
    assert "Q and digits" in desk.post("/admin/articles/speaker/add/", data).text
    assert not Speaker.objects.exists()
