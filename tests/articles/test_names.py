"""Everything with a page has a name and an address in every language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.models import Category, FormerSlug, Source, Speaker, Topic
from tests.builders import a_category, a_speaker, a_topic

pytestmark = pytest.mark.django_db


def test_an_address_is_made_from_the_name_of_its_language():
    category = a_category(uk="Політика", en="Politics", pl="Polityka")
    assert (category.slug_uk, category.slug_en, category.slug_pl) == ("polityka", "politics", "polityka")


def test_a_name_that_a_language_lacks_still_has_an_address_there():
    source = Source.objects.create(name_en="The Guardian")
    assert (source.slug_uk, source.slug_pl) == ("the-guardian", "the-guardian")


def test_namesakes_get_addresses_of_their_own():
    assert [a_speaker(en="Ada Lozova").slug_en for _namesake in range(2)] == ["ada-lozova", "ada-lozova-2"]


def test_a_borrowed_name_says_which_language_it_is_in():
    source = Source.objects.create(name_en="The Guardian")
    with translation.override("pl"):
        assert source.name_shown == ("The Guardian", "en")


@pytest.mark.parametrize("name", ["Search", "Privacy", "Feed", "Api"])
def test_a_category_can_not_stand_where_the_site_itself_stands(name):
    category = Category(name_en=name, slug_en=name.lower())
    with pytest.raises(ValidationError) as caught:
        category.full_clean()
    assert "slug_en" in caught.value.error_dict
    with pytest.raises(ValidationError):
        category.save()


def test_a_category_called_search_steps_aside_when_nobody_asked_for_the_slug():
    assert Category.objects.create(name_en="Search").slug_en == "search-1"


def test_a_category_is_not_part_of_itself():
    world = a_category(uk="Світ")
    europe = a_category(uk="Європа", parent=world)
    world.parent = europe
    with pytest.raises(ValidationError) as caught:
        world.full_clean()
    assert "parent" in caught.value.error_dict


def test_every_address_ever_left_leads_to_the_newest_in_one_hop():
    topic = Topic.objects.create(name_uk="Міст")
    for slug in ("bridges", "all-bridges"):
        topic.slug_en = slug
        topic.save()
    assert {Topic.at("en", slug) for slug in ("mist", "bridges", "all-bridges")} == {topic}
    assert FormerSlug.objects.filter(kind="topic", language="en").count() == 2


def test_the_former_address_of_another_is_not_taken_over():
    bridge = a_topic(uk="Міст", en="Bridge")
    bridge.slug_en = "bridges"
    bridge.save()
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        a_topic(uk="Гра в карти", slug_en="bridge")
    assert caught.value.message_dict == {
        "slug_en": ["“bridge” was the address of “Bridge” and still leads there. Choose another slug."]
    }
    assert Topic.at("en", "bridge") == bridge
    assert a_topic(uk="Гра в карти", slug_uk="bridge").slug_uk == "bridge", "it was left in another language"
    assert a_speaker(uk="Ада Бридж", slug_en="bridge").slug_en == "bridge", "it was left by another kind of thing"


def test_a_thing_may_return_to_an_address_it_left():
    topic = a_topic(uk="Міст", en="Bridge")
    for slug in ("bridges", "bridge"):
        topic.slug_en = slug
        topic.save()
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["bridges"]


def test_an_address_left_by_something_that_is_gone_is_free_and_leads_to_its_last_owner():
    gone = a_topic(uk="Міст", en="Bridge")
    gone.slug_en = "bridges"
    gone.save()
    gone.delete()
    topic = a_topic(uk="Гра в карти", slug_en="bridge")
    topic.slug_en = "card-game"
    topic.save()
    assert Topic.at("en", "bridge") == topic


@pytest.mark.parametrize("slug", ["Не слаг/…", "two words", "a/b", "x" * 121])
def test_a_slug_that_can_be_no_address_is_refused_whoever_saves(slug):
    with pytest.raises(ValidationError) as caught:
        a_topic(slug_pl=slug)
    assert set(caught.value.error_dict) == {"slug_pl"}
    assert not Topic.objects.exists()


def test_every_language_with_a_bad_slug_is_named_at_once():
    with pytest.raises(ValidationError) as caught:
        a_topic(slug_uk="два слова", slug_en="a/b")
    assert set(caught.value.error_dict) == {"slug_uk", "slug_en"}


def test_a_slug_that_stands_is_not_asked_again():
    topic = a_topic(uk="Міст")
    Topic.objects.filter(pk=topic.pk).update(slug_uk="два слова")
    topic = Topic.objects.get()
    topic.name_uk = "Мости"
    topic.clean()
    topic.save()
    assert Topic.objects.get().name_uk == "Мости"


def test_an_unknown_address_leads_nowhere():
    assert Topic.at("en", "nowhere") is None


def test_names_are_ordered_by_the_alphabet_of_their_language():
    for name in ("Ярош", "Ґонта", "Їжак", "Голуб"):
        Speaker.objects.create(name_uk=name)
    in_order = Speaker.objects.order_by("sort_key_uk").values_list("name_uk", flat=True)
    assert list(in_order) == ["Голуб", "Ґонта", "Їжак", "Ярош"]


def test_names_are_found_whatever_the_case_of_their_letters():
    Speaker.objects.create(name_uk="Ґонта")
    assert Speaker.objects.filter(folded_uk__contains="ґонт").exists()


@pytest.mark.parametrize("letter", ["…", "ß", "ﷺ"])
def test_a_name_of_letters_that_grow_when_they_are_folded_is_kept_whole(letter):
    speaker = Speaker.objects.create(name_uk=letter * 200)
    speaker.aliases.create(text=letter * 200)
    assert Speaker.objects.get().name_uk == letter * 200


def test_a_source_leads_readers_to_the_web_and_nowhere_else():
    with pytest.raises(ValidationError):
        Source.objects.create(name_en="Trap", url="javascript:alert(1)")
    assert not Source.objects.exists()
