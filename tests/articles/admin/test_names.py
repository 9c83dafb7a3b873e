"""Speakers, sources, topics and categories in the admin: found, sorted, mended, kept while used."""

import pytest
from django.utils import translation

from articles.models import Category, Speaker, Topic
from tests.builders import a_category, a_quote, a_source, a_speaker, a_topic, an_article, published
from tests.people import hire

NO_PARTS = {
    f"{prefix}-{name}_FORMS": "0"
    for prefix in ("offices", "aliases", "identities")
    for name in ("TOTAL", "INITIAL", "MIN_NUM")
}


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


@pytest.fixture
def office(client, db):
    client.force_login(hire("iryna", "Ірина", "en", ("admin", "")))
    return client


def found(client, query, model="speaker"):
    """Return the names a list shows, in the language of the desk."""
    response = client.get(f"/admin/articles/{model}/", {"q": query})
    with translation.override(response["Content-Language"]):
        return [str(row) for row in response.context["cl"].result_list]


@pytest.mark.parametrize("query", ["ґонта", "ҐОНТА", "Ґонта іван", "honta"])
def test_a_name_is_found_in_any_case_of_any_alphabet(desk, query):
    a_speaker("Ґонта Іван", "Ivan Honta")
    a_speaker("Лозова Ада", "Ada Lozova")
    assert found(desk, query) == ["Ivan Honta"]


def test_a_speaker_is_found_by_an_alias_once(desk):
    speaker = a_speaker("Кая Каллас", "Kaja Kallas")
    speaker.aliases.create(text="Каллас, Кая")
    speaker.aliases.create(text="Каллас К.")
    assert found(desk, "КАЛЛАС") == ["Kaja Kallas"]


def test_a_picker_finds_names_like_the_list_does(desk):
    a_source("Ґрунт", "Soil")
    request = {"term": "ҐРУ", "app_label": "articles", "model_name": "citation", "field_name": "source"}
    results = desk.get("/admin/autocomplete/", request).json()["results"]
    assert [each["text"] for each in results] == ["Soil"]


@pytest.mark.parametrize(("language", "order"), [("uk", ["Ганна", "Ґонта", "Яр"]), ("en", ["Adam", "Hanna", "Zed"])])
def test_a_list_is_in_the_order_of_the_desk_s_alphabet(desk, maria, language, order):
    for uk, en in (("Яр", "Adam"), ("Ганна", "Zed"), ("Ґонта", "Hanna")):
        a_topic(uk, en)
    maria.language = language
    maria.save()
    assert found(desk, "", "topic") == order


def test_a_name_without_the_desk_s_language_stands_by_the_name_it_has(desk):
    for uk, en in (("Ґонта", ""), ("Бондар", ""), ("Анна", "")):
        a_topic(uk, en, "")
    assert found(desk, "", "topic") == ["Анна", "Бондар", "Ґонта"]


def test_an_error_names_its_field_and_its_language_and_nothing_typed_is_lost(desk):
    typed = {"name_uk": "", "name_en": "Kaja Kallas", "slug_pl": "ця-адреса", "wikidata": "Q1234567"}
    response = desk.post("/admin/articles/speaker/add/", typed | NO_PARTS)
    assert response.status_code == 200
    page = response.text
    assert "Full name · Українська" in page
    assert "Slug · Polski" in page
    assert set(response.context["adminform"].form.errors) == {"name_uk", "slug_pl"}
    assert all(f'value="{text}"' in page for text in typed.values() if text)


def test_the_fields_of_a_name_stand_side_by_side(desk):
    response = desk.get("/admin/articles/speaker/add/")
    row = next(iter(response.context["adminform"])).fields[0]
    assert row == ("name_uk", "name_en", "name_pl")


def test_a_slug_nobody_gave_is_made_from_the_name(desk):
    assert desk.post("/admin/articles/speaker/add/", {"name_uk": "Ґонта Іван"} | NO_PARTS).status_code == 302
    assert Speaker.objects.get().slug_uk == "gonta-ivan"


def test_a_slug_somebody_has_is_refused_at_its_field(desk):
    a_speaker("Ґонта Іван")
    data = {"name_uk": "Інший", "slug_uk": "gonta-ivan"} | NO_PARTS
    response = desk.post("/admin/articles/speaker/add/", data)
    assert set(response.context["adminform"].form.errors) == {"slug_uk"}


def test_a_slug_that_still_leads_to_another_is_refused_at_its_field_and_nothing_typed_is_lost(desk):
    speaker = a_speaker("Ґонта Іван", "Ivan Honta")
    speaker.slug_uk = "honta"
    speaker.save()
    data = {"name_uk": "Інший", "slug_uk": "gonta-ivan"} | NO_PARTS
    response = desk.post("/admin/articles/speaker/add/", data)
    assert response.context["adminform"].form.errors == {
        "slug_uk": ["“gonta-ivan” was the address of “Ivan Honta” and still leads there. Choose another slug."]
    }
    assert 'value="gonta-ivan"' in response.text


def test_a_category_named_search_is_refused_at_the_field_of_its_language(office):
    response = office.post("/admin/articles/category/add/", {"name_uk": "Пошук", "slug_en": "search", "position": "1"})
    assert set(response.context["adminform"].form.errors) == {"slug_en"}
    assert "“search” is an address of the site itself" in response.text
    assert not Category.objects.exists()


def test_a_category_called_search_gets_another_address(office):
    office.post("/admin/articles/category/add/", {"name_uk": "Пошук", "name_en": "Search", "position": "1"})
    assert Category.objects.get().slug_en == "search-1"


def test_an_office_that_ends_before_it_begins_is_refused(desk):
    parts = NO_PARTS | {"offices-TOTAL_FORMS": "1", "offices-0-title_uk": "Голова"}
    parts |= {"offices-0-since": "2024-12-01", "offices-0-until": "2023-12-01", "name_uk": "Ґонта"}
    response = desk.post("/admin/articles/speaker/add/", parts)
    assert "This office ends before it begins" in response.text
    assert not Speaker.objects.exists()


def test_a_speaker_in_use_stays_and_the_refusal_names_the_story(desk):
    speaker = a_speaker()
    published(an_article(a_quote(speaker=speaker), headline_uk="Міст стоятиме"))
    address = f"/admin/articles/speaker/{speaker.pk}/"
    response = desk.post(f"{address}delete/", {"post": "yes"}, follow=True)
    assert response.redirect_chain == [(f"{address}change/", 302)]
    assert [str(message) for message in response.context["messages"]] == [
        "“Ada Lozova” can’t be deleted, because it is used in: “Міст стоятиме”"
    ]
    assert Speaker.objects.filter(pk=speaker.pk).exists()


def test_a_speaker_nobody_quotes_can_go(desk):
    speaker = a_speaker()
    assert desk.post(f"/admin/articles/speaker/{speaker.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Speaker.objects.exists()


def test_a_category_with_stories_or_sections_of_its_own_stays(office):
    category = a_category()
    a_category("Вибори", "Elections", parent=category)
    an_article(category=category, headline_uk="Міст стоятиме")
    response = office.post(f"/admin/articles/category/{category.pk}/delete/", {"post": "yes"}, follow=True)
    refusal = str(next(iter(response.context["messages"])))
    assert "Elections" in refusal
    assert "Міст стоятиме" in refusal


def test_a_topic_of_a_draft_stays_and_its_form_names_the_story(desk):
    topic = a_topic()
    an_article(topics=[topic], headline_uk="Міст стоятиме")
    address = f"/admin/articles/topic/{topic.pk}/"
    response = desk.post(f"{address}delete/", {"post": "yes"}, follow=True)
    assert "it is used in: “Міст стоятиме”" in str(next(iter(response.context["messages"])))
    assert "Міст стоятиме</a>" in desk.get(f"{address}change/").text
    assert Topic.objects.exists()


def test_a_topic_taken_from_a_story_stays_while_readers_see_it_there(desk):
    topic = a_topic()
    article = an_article(topics=[topic], headline_uk="Міст стоятиме")
    published(article)
    article.topics.clear()
    response = desk.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"}, follow=True)
    assert "it is used in: “Міст стоятиме”" in str(next(iter(response.context["messages"])))
    assert Topic.objects.exists()


def test_a_topic_no_story_has_can_go(desk):
    topic = a_topic()
    desk.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})
    assert not Topic.objects.exists()


def test_a_form_says_where_a_thing_is_used(desk):
    source = a_source()
    article = an_article(a_quote(source=source), headline_uk="Міст стоятиме")
    page = desk.get(f"/admin/articles/source/{source.pk}/change/").text
    assert f'<a href="/admin/articles/article/{article.pk}/change/">Міст стоятиме</a>' in page


def test_editors_look_at_categories_and_administrators_change_them(desk):
    category = a_category()
    assert desk.get(f"/admin/articles/category/{category.pk}/change/").status_code == 200
    assert desk.post(f"/admin/articles/category/{category.pk}/change/", {"name_uk": "Інша"}).status_code == 403
    assert desk.get("/admin/articles/category/add/").status_code == 403


def test_former_addresses_are_only_looked_at(office):
    speaker = a_speaker("Ґонта")
    speaker.slug_uk = "honta"
    speaker.save()
    response = office.get("/admin/articles/formerslug/")
    assert [row.slug for row in response.context["cl"].result_list] == ["gonta"]
    assert office.get("/admin/articles/formerslug/add/").status_code == 403
