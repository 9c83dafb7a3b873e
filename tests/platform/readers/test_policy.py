"""The number of the policy rises when there is something new to ask, and only then; readers are told what."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.readers.models import Keeping, Policy, RegistryEntry
from tests.readers import answer, register, registered


@pytest.fixture
def statistics(client):
    """A reader has accepted statistics, the only thing there is to ask."""
    register("analytics")
    answer(client, choice="accept")
    return RegistryEntry.objects.get(category="analytics")


@pytest.fixture
def risen(statistics):
    """By how much the number has risen since that answer."""
    before = Policy.objects.current().number
    return lambda: Policy.objects.current().number - before


def test_a_new_category_raises_it(risen):
    register("marketing")
    assert risen() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"provider": "Counting Ltd"},
        {"recipients": "Counting Daughters Ltd"},
        {"category": "marketing"},
        {"keeping": Keeping.LOCAL},
        {"name": "visitors_*"},
    ],
)
def test_whatever_readers_were_told_otherwise_raises_it(statistics, risen, change):
    for field, value in change.items():
        setattr(statistics, field, value)
    statistics.save()
    assert risen() == 1


@pytest.mark.parametrize(
    ("keeping", "before", "after", "rise"),
    [
        ("cookie", 365, 364, 0),
        ("cookie", 365, 366, 1),
        ("cookie", None, 1, 1),
        ("cookie", 1, None, 0),
        ("local", 30, None, 1),
        ("local", None, 365, 0),
        ("session", None, None, 0),
    ],
)
def test_only_a_longer_time_raises_it(keeping, before, after, rise):
    entry = registered("analytics", keeping=keeping, lifetime=before)
    number = Policy.objects.current().number
    entry.lifetime = after
    entry.save()
    assert Policy.objects.current().number - number == rise


def test_better_words_do_not_raise_it(statistics, risen):
    statistics.purpose_en = "We count readers, and nothing else."
    statistics.save()
    assert risen() == 0


def test_the_necessary_does_not_raise_it(risen):
    RegistryEntry.objects.create(name="balance", category="necessary")
    assert risen() == 0


def test_what_goes_does_not_raise_it_but_coming_back_does(risen):
    embedded = registered("embeds")
    assert risen() == 1
    embedded.delete()
    assert risen() == 1
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ["analytics"]
    registered("embeds")
    assert risen() == 2


def test_what_came_and_went_again_asks_nobody(statistics, client):
    mistake = registered("marketing")
    assert "data-consent-question" in client.get("/en/story/").text
    mistake.delete()
    assert "data-consent-question" not in client.get("/en/story/").text
    assert 'name="c-a" value="yes" checked' in client.get("/en/privacy/").text


def test_the_cookies_page_too_tells_what_is_new(statistics, client):
    registered("marketing")
    html = client.get("/en/privacy/").text
    assert html.count("this is new since you answered") == 2
    assert "You have not chosen yet" not in html


def test_a_page_of_another_site_is_known_by_its_host_alone():
    entry = RegistryEntry(name="https://a.example/x", keeping=Keeping.FRAME, category="embeds", provider="A")
    with pytest.raises(ValidationError) as refused:
        entry.full_clean()
    assert "name" in refused.value.error_dict


def test_readers_asked_again_are_told_what_is_new_and_nobody_else(statistics, client):
    registered("marketing", provider="Adverts Ltd")
    registered("embeds", name="a.example", provider="Film House")
    registered("embeds", name="b.example", provider="Film House")
    html = client.get("/en/story/").text
    assert "this is new since you answered" in html
    assert html.count("Film House (films and posts from other sites)") == 1
    assert "Adverts Ltd (advertising)" in html
    client.cookies.clear()
    assert "this is new since you answered" not in client.get("/en/story/").text


def test_an_answer_to_a_policy_nobody_knows_any_more_is_asked_about_everything(statistics, client):
    Policy.objects.filter(number=Policy.objects.current().number).update(number=9)
    assert "visit statistics)" in client.get("/en/story/").text


def test_pages_of_another_site_are_never_necessary():
    entry = RegistryEntry(name="player.example", keeping=Keeping.FRAME, category="necessary")
    with pytest.raises(ValidationError) as refused:
        entry.full_clean()
    assert {"category", "provider"} <= {*refused.value.error_dict}


def test_a_name_that_stands_for_our_own_cookies_is_too_broad():
    for name in ("*", "con*", "lang"):
        with pytest.raises(ValidationError) as refused:
            RegistryEntry(name=name, category="marketing", provider="Adverts Ltd", purpose_en="Adverts.").full_clean()
        assert "name" in refused.value.error_dict


def test_readers_have_to_be_told_a_purpose():
    with pytest.raises(ValidationError) as refused:
        RegistryEntry(name="adverts", category="marketing").full_clean()
    assert "purpose_uk" in refused.value.error_dict
