"""Everything with a page has a name and an address in every language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.models import Category, FormerSlug, Source, Speaker, Topic
from tests.builders import a_category, a_speaker

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


def test_a_source_leads_readers_to_the_web_and_nowhere_else():
    with pytest.raises(ValidationError):
        Source.objects.create(name_en="Trap", url="javascript:alert(1)")
    assert not Source.objects.exists()
