"""The number of the policy rises when there is something new to ask, and only then; readers are told what."""

import pytest
from django.utils.translation import override

from newsroom.readers.models import Keeping, Policy, RegistryEntry
from tests.readers import answer, register, registered


@pytest.fixture
def answered(client):
    """A policy about statistics that readers have answered."""
    register("analytics")
    answer(client, choice="accept")
    return RegistryEntry.objects.get(category="analytics")


def number():
    return Policy.objects.current().number


def test_before_the_first_answer_the_question_may_still_grow():
    register("analytics", "embeds", "marketing")
    assert number() == 1
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ["analytics", "embeds", "marketing"]


def test_a_new_category_raises_it(answered):
    register("marketing")
    assert number() == 2


def test_another_provider_or_recipient_raises_it(answered):
    answered.provider = "Counting Ltd"
    answered.save()
    answered.recipients = "Counting Daughters Ltd"
    answered.save()
    assert number() == 2  # one new number for both: nobody answered in between


@pytest.mark.parametrize(("days", "expected"), [(364, 1), (365, 1), (366, 2)])
def test_only_a_longer_time_raises_it(answered, days, expected):
    answered.lifetime = days
    answered.save()
    assert number() == expected


def test_better_words_do_not_raise_it(answered):
    answered.purpose_en = "We count readers, and nothing else."
    answered.save()
    assert number() == 1


def test_the_necessary_does_not_raise_it(answered):
    RegistryEntry.objects.create(name="balance", category="necessary")
    assert number() == 1


def test_what_goes_does_not_raise_it_but_coming_back_does(answered):
    embedded = registered("embeds")
    assert number() == 2
    embedded.delete()
    assert number() == 2
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ["analytics"]


def test_what_went_after_an_answer_and_comes_back_is_asked_for_again(answered, client):
    answered.delete()
    register("analytics")
    assert number() == 2


def test_readers_asked_again_are_told_what_is_new_and_nobody_else(answered, client):
    registered("marketing", provider="Adverts Ltd")
    registered("embeds", name="a.example", provider="Film House")
    registered("embeds", name="b.example", provider="Film House")
    html = client.get("/en/story/").text
    assert "this is new since you answered" in html
    assert html.count("Film House (films and posts from other sites)") == 1
    assert "Adverts Ltd (advertising)" in html
    client.cookies.clear()
    assert "this is new since you answered" not in client.get("/en/story/").text


def test_an_answer_to_a_policy_nobody_knows_any_more_is_asked_about_everything(answered, client):
    Policy.objects.filter(number=1).update(number=2)
    assert "visit statistics)" in client.get("/en/story/").text


def test_pages_of_another_site_are_never_necessary():
    entry = RegistryEntry(name="player.example", keeping=Keeping.FRAME, category="necessary")
    with override("en"), pytest.raises(Exception, match="never necessary"):
        entry.full_clean()
