"""Editors keep the registry of cookies and the words to readers; the proof they can only take away."""

import json
import re

import pytest
from django.urls import reverse

from newsroom.readers.models import Place, Policy, PolicyText, RegistryEntry, Wording
from tests.readers import answer, register, registered

pytestmark = pytest.mark.django_db
FACTS = {
    "name": "visits",
    "keeping": "cookie",
    "category": "analytics",
    "provider": "",
    "recipients": "",
    "lifetime": 30,
}
PURPOSES = {"purpose_uk": "Рахує.", "purpose_en": "Counts.", "purpose_pl": "Liczy."}


@pytest.fixture
def administrator(client, maria):
    maria.roles.create(name="admin")
    client.force_login(maria)
    return client


def send(client, row, **fields):
    kind = row._meta.model_name
    address = reverse(f"admin:readers_{kind}_change", args=[row.pk])
    return client.post(address, fields, follow=True)


def wording(place):
    return Wording.objects.get(place=place)


def test_an_administrator_registers_a_cookie_in_every_language(administrator):
    administrator.post(reverse("admin:readers_registryentry_add"), FACTS | PURPOSES)
    entry = RegistryEntry.objects.get(name="visits")
    assert (entry.purpose_uk, entry.purpose_pl) == ("Рахує.", "Liczy.")
    assert [purpose.name for purpose in Policy.objects.current().purposes] == ["analytics"]


def test_whoever_makes_all_readers_be_asked_again_is_told_so(administrator, client):
    entry = registered("analytics")
    number = Policy.objects.current().number
    page = send(administrator, entry, **(FACTS | PURPOSES | {"name": entry.name, "lifetime": 400}))
    assert "all of them are asked again" in page.text
    assert Policy.objects.current().number == number + 1
    page = send(administrator, entry, **(FACTS | PURPOSES | {"name": entry.name, "purpose_en": "Counts."}))
    assert "all of them are asked again" not in page.text


def test_a_mistake_is_named_at_its_field_and_nothing_typed_is_lost(administrator):
    sent = FACTS | PURPOSES | {"name": "a name", "keeping": "frame", "category": "necessary"}
    page = administrator.post(reverse("admin:readers_registryentry_add"), sent)
    assert page.status_code == 200
    assert "Letters, digits and signs of ASCII" in page.text
    assert 'value="a name"' in page.text
    assert "Рахує." in page.text


def test_what_our_own_code_keeps_can_be_worded_better_but_neither_changed_nor_deleted(administrator):
    entry = RegistryEntry.objects.get(name="lang")
    send(administrator, entry, **(FACTS | PURPOSES))
    entry.refresh_from_db()
    assert (entry.name, entry.category, entry.lifetime) == ("lang", "necessary", 180)
    assert entry.purpose_en == "Counts."
    address = reverse("admin:readers_registryentry_delete", args=[entry.pk])
    assert administrator.post(address, {"post": "yes"}).status_code == 403
    assert RegistryEntry.objects.filter(name="lang").exists()


def test_new_words_reach_readers_and_are_kept_as_proof(administrator, client):
    register("embeds")
    versions = PolicyText.objects.filter(language="en").count()
    send(administrator, wording(Place.ACCEPT), text_en="Yes to all")
    assert "Yes to all" in client.get("/en/").text
    assert PolicyText.objects.filter(language="en").count() == versions + 1


def test_shipped_words_stand_in_an_empty_field_as_a_hint(administrator):
    page = administrator.get(reverse("admin:readers_wording_change", args=[wording(Place.REJECT).pk]))
    assert re.search(r'<textarea[^>]*placeholder="Reject all"', page.text)
    assert re.search(r'<textarea[^>]*placeholder="Відхилити все"', page.text)


def test_a_notice_that_calls_staying_consent_can_be_had_with_a_warning(administrator, client, settings):
    settings.CONSENT_MODE = "notice"
    notice = wording(Place.NOTICE)
    page = administrator.get(reverse("admin:readers_wording_change", args=[notice.pk]))
    sentence = re.search(r'<p lang="en">(By staying online[^<]+)</p>', page.text)[1]
    assert "C-673/17" in page.text
    assert "By staying" not in client.get("/en/").text
    page = send(administrator, notice, text_en=sentence)
    assert "messagelist" in page.text
    assert "By staying online" in client.get("/en/").text


def test_an_honest_notice_is_taken_without_a_warning(administrator):
    page = send(administrator, wording(Place.NOTICE), text_en="We keep one cookie, for the language you choose.")
    assert "C-673/17" not in page.text


def test_the_proof_of_a_policy_can_be_taken_away(administrator, client):
    register("embeds")
    answer(client, choice="reject", next="/en/")
    policy = Policy.objects.current()
    page = administrator.get(reverse("admin:readers_policy_changelist"))
    address = reverse("admin:readers_policy_proof", args=[policy.pk])
    assert f'href="{address}"' in page.text
    proof = administrator.get(address)
    assert f"consent-policy-{policy.number}.json" in proof["Content-Disposition"]
    assert json.loads(proof.content)["answers"][0]["choice"] == "reject"


def test_nobody_changes_or_deletes_a_policy(administrator):
    policy = Policy.objects.current()
    assert administrator.get(reverse("admin:readers_policy_add")).status_code == 403
    assert administrator.post(reverse("admin:readers_policy_delete", args=[policy.pk])).status_code == 403
    assert (
        administrator.post(reverse("admin:readers_policy_change", args=[policy.pk]), {"number": 7}).status_code == 403
    )


def test_a_translator_words_their_own_language_and_nothing_else(client, taras):
    client.force_login(taras)
    mine, theirs = ("en", "uk") if taras.may("translate", "en") else ("pl", "uk")
    send(client, wording(Place.ACCEPT), **{f"text_{mine}": "Mine", f"text_{theirs}": "Theirs"})
    words = wording(Place.ACCEPT)
    assert getattr(words, f"text_{mine}") == "Mine"
    assert not getattr(words, f"text_{theirs}")
    entry = registered("analytics")
    send(client, entry, **(FACTS | {f"purpose_{mine}": "Mine", "lifetime": 9}))
    entry.refresh_from_db()
    assert getattr(entry, f"purpose_{mine}") == "Mine"
    assert entry.lifetime == 365


def test_an_author_keeps_out_of_all_three(client, olha):
    client.force_login(olha)
    for kind in ("registryentry", "wording", "policy"):
        assert client.get(reverse(f"admin:readers_{kind}_changelist")).status_code == 403
    assert client.get(reverse("admin:readers_policy_proof", args=[Policy.objects.current().pk])).status_code == 403
