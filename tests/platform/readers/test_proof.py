"""What proves that readers were asked, and says nothing about any of them."""

import json
from datetime import date
from hashlib import sha256

import pytest
from django.db import IntegrityError, OperationalError, models, transaction
from django.utils import timezone

from newsroom.readers import answering
from newsroom.readers.middleware import ConsentMiddleware
from newsroom.readers.models import Place, Policy, PolicyText, RegistryEntry, Tally, Wording
from newsroom.readers.proof import keep_text, proof_of
from newsroom.readers.views import consent
from tests.readers import OURS, answer, letters, registered

pytestmark = pytest.mark.usefixtures("embeds_and_statistics")
BOTS = 10_000


def tallies():
    return {(tally.text.language, tally.choice, tally.grants): tally.count for tally in Tally.objects.all()}


def kept_in(language):
    return keep_text(Policy.objects.current(), language)


def say(text):
    wording = Wording.objects.get(place=Place.ACCEPT)
    wording.text_en = text
    wording.save()


def test_answers_are_counted_by_day_language_choice_and_grants(client):
    answer(client, choice="accept", next="/en/story/")
    answer(client, choice="accept", next="/en/story/")
    answer(client, choice="reject", next="/pl/opowiesc/")
    answer(client, choice="save", c="e", next="/nowhere/")
    assert tallies() == {("en", "accept", "ae"): 2, ("pl", "reject", ""): 1, ("uk", "save", "e"): 1}
    assert set(Tally.objects.values_list("day", flat=True)) == {timezone.localdate()}


@pytest.mark.once
def test_ten_thousand_answers_add_a_bounded_number_of_rows(rf):
    pages = ["/uk/istoriia/", "/en/story/", "/pl/opowiesc/"]
    texts = PolicyText.objects.count()
    for number in range(BOTS):
        fields = {"choice": ("accept", "reject")[number % 2], "next": pages[number % 3]}
        address = f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
        request = rf.post("/privacy/consent", fields, headers=OURS, REMOTE_ADDR=address)
        ConsentMiddleware(consent)(request)  # the rest of the middleware would only take time
    assert Tally.objects.count() == 6
    assert sum(tallies().values()) == BOTS
    assert PolicyText.objects.count() == texts


def test_one_client_is_counted_only_so_often_but_every_answer_is_kept(client):
    responses = [answer(client, choice="reject") for _again in range(50)]
    assert all(response.cookies["consent"] for response in responses)
    assert 10 <= sum(tallies().values()) < 50


def test_the_words_of_a_day_can_be_shown_word_for_word(client):
    answer(client, choice="accept", next="/en/story/")
    text = Tally.objects.get().text
    assert text.content["words"]["accept"] == "Accept all"
    assert {"player.example", "visits_*", "consent"} <= {entry["name"] for entry in text.content["registry"]}
    assert text.content["asked_for"] == ["analytics", "embeds"]
    assert len(text.sha256) == 64


def test_a_change_of_words_is_a_new_version_and_the_old_one_stays():
    before = kept_in("en")
    assert kept_in("en") == before
    say("Yes to all")
    after = kept_in("en")
    assert (after.version, after.policy) == (before.version + 1, before.policy)
    assert before.content["words"]["accept"] == "Accept all"
    assert after.content["words"]["accept"] == "Yes to all"
    assert after.sha256 != before.sha256


def test_going_back_to_earlier_words_is_a_version_of_its_own():
    first = kept_in("en")
    say("Yes to all")
    say("")
    again = kept_in("en")
    assert (again.version, again.sha256) == (first.version + 2, first.sha256)


def test_what_was_shown_can_be_neither_changed_nor_deleted():
    text = kept_in("en")
    with pytest.raises(TypeError):
        text.save()
    with pytest.raises(TypeError):
        text.delete()
    with pytest.raises(TypeError):
        PolicyText.objects.all().delete()
    with pytest.raises(TypeError):
        PolicyText.objects.update(content={})
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyText(pk=text.pk, policy=text.policy, language="en", version=9, content={}).save()
    assert PolicyText.objects.get(pk=text.pk).content == text.content


def test_the_proof_of_a_policy_holds_its_texts_and_its_answers(client):
    answer(client, choice="accept", next="/en/story/")
    before = Policy.objects.current()
    registered("marketing")
    answer(client, choice="reject", next="/en/story/")
    first, second = (proof_of(policy) for policy in (before, Policy.objects.current()))
    assert [each["choice"] for each in first["answers"]] == ["accept"]
    assert [each["choice"] for each in second["answers"]] == ["reject"]
    assert second["texts"][0]["content"]["asked_for"] == ["analytics", "embeds", "marketing"]
    assert {text["language"] for text in first["texts"]} >= {"en"}
    assert json.loads(json.dumps(first)) == first


def test_whoever_has_the_proof_can_check_its_hashes(client):
    for text in proof_of(Policy.objects.current())["texts"]:
        canonical = json.dumps(text["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert sha256(canonical.encode()).hexdigest() == text["sha256"]


def test_a_refusal_is_kept_though_it_cannot_be_counted(client, monkeypatch):
    def fail(*args):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(answering, "count", fail)
    assert letters(answer(client, choice="reject")) == ""


def test_answers_of_crawlers_are_kept_but_not_counted(client):
    answer(client, OURS | {"user-agent": "Googlebot/2.1 (+http://www.google.com/bot.html)"}, choice="accept")
    assert not tallies()


@pytest.mark.parametrize(("behind", "counted"), [(True, 60), (False, 20)])
def test_clients_are_told_apart_by_what_our_own_proxy_says(client, settings, behind, counted):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if behind else None
    for number in range(60):
        forwarded = {"x-forwarded-for": f"198.51.100.1, 203.0.113.{number % 3}"}
        answer(client, OURS | forwarded, choice="reject")
    assert sum(tallies().values()) == counted


def test_a_network_of_ipv6_is_one_client(client):
    for number in range(60):
        client.post("/privacy/consent", {"choice": "reject"}, headers=OURS, REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
    assert sum(tallies().values()) == 20


def test_no_column_can_hold_who_answered():
    allowed = (models.BigAutoField, models.ForeignKey, models.DateField, models.CharField, models.PositiveIntegerField)
    fields = Tally._meta.get_fields()
    assert {field.name for field in fields} == {"id", "day", "text", "choice", "grants", "count"}
    assert all(isinstance(field, allowed) for field in fields)
    assert not isinstance(Tally._meta.get_field("day"), models.DateTimeField)
    assert max(Tally._meta.get_field(name).max_length for name in ("choice", "grants")) < len("1.2.3.4")


def test_a_day_is_a_day_of_the_newspaper_s_clock(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 3, 1))
    answer(client, choice="accept")
    assert Tally.objects.get().day == date(2026, 3, 1)


def test_what_the_site_itself_keeps_is_registered():
    own = RegistryEntry.objects.filter(own=True)
    assert {entry.category for entry in own} == {"necessary"}
    assert {"consent", "notice", "lang", "lang-prompt", "session", "csrf"} <= {entry.name for entry in own}
    assert all(entry.purpose_shown[0] and entry.kept_for for entry in own)
