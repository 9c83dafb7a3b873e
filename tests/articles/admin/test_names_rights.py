"""A translator of English changes the English words of names, and nothing else about them."""

import pytest

from articles.models import Alias, Author, Office, Source, Speaker, Topic
from tests.builders import a_category, a_source, a_speaker, a_topic, an_author


@pytest.fixture
def desk(client, taras):
    taras.roles.filter(language="pl").delete()
    client.force_login(taras)
    return client


def forms(prefix, initial, *rows):
    """Return a formset as a browser sends it; the first `initial` rows are kept ones."""
    count = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    return count | {
        f"{prefix}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()
    }


def send(client, row, **typed):
    parts = forms("offices", 0) | forms("aliases", 0) | forms("identities", 0)
    return client.post(f"/admin/articles/{row._meta.model_name}/{row.pk}/change/", parts | typed)


@pytest.mark.parametrize("make", [a_topic, a_source, a_speaker, an_author])
def test_a_translator_renames_in_their_own_language_alone(desk, make):
    row = make("Міст", "The bridge", "Most")
    typed = {f"{field}_{code}": "forged" for field in ("name", "slug") for code in ("uk", "en", "pl")}
    assert send(desk, row, **typed).status_code == 302
    kept = type(row).objects.get()
    assert (kept.name_uk, kept.name_en, kept.name_pl) == ("Міст", "forged", "Most")
    assert [kept.slug_in(code) for code in ("uk", "en", "pl")] == [row.slug_in(code) for code in ("uk", "en", "pl")]


def test_a_translator_leaves_what_all_languages_share(desk, taras):
    speaker, source, author = a_speaker(wikidata="Q1"), a_source(url="https://port.example/"), an_author()
    send(desk, speaker, wikidata="Q2")
    send(desk, source, url="https://forged.example/")
    send(desk, author, person=taras.pk, biography_en="Writes about bridges.", biography_uk="forged")
    assert Speaker.objects.get().wikidata == "Q1"
    assert Source.objects.get().url == "https://port.example/"
    author = Author.objects.get()
    assert (author.person, author.biography_en, author.biography_uk) == (None, "Writes about bridges.", None)


def test_a_translator_words_an_office_and_neither_dates_nor_adds_nor_removes_one(desk):
    speaker = a_speaker(office={"title_uk": "Голова", "since": "2024-12-01"})
    office = {"id": speaker.offices.get().pk, "speaker": speaker.pk, "title_uk": "forged", "title_en": "Head"}
    office |= {"since": "2020-01-01", "DELETE": "on"}
    send(desk, speaker, **forms("offices", 1, office, {"speaker": speaker.pk, "title_en": "forged"}))
    kept = Office.objects.get()
    assert (kept.title_uk, kept.title_en, str(kept.since)) == ("Голова", "Head", "2024-12-01")


def test_a_translator_leaves_the_aliases(desk):
    speaker = a_speaker()
    alias = speaker.aliases.create(text="Лозова А.")
    sent = {"id": alias.pk, "speaker": speaker.pk, "text": "forged", "DELETE": "on"}
    aliases = forms("aliases", 1, sent, {"speaker": speaker.pk, "text": "forged too"})
    assert send(desk, speaker, **aliases).status_code == 302
    assert [each.text for each in Alias.objects.all()] == ["Лозова А."]


def test_a_translator_leaves_where_else_somebody_is_known(desk):
    speaker = a_speaker()
    identity = speaker.identities.create(url="https://viaf.org/viaf/1")
    sent = {"id": identity.pk, "speaker": speaker.pk, "url": "https://forged.example/", "DELETE": "on"}
    identities = forms("identities", 1, sent, {"speaker": speaker.pk, "url": "https://forged.example/too"})
    assert send(desk, speaker, **identities).status_code == 302
    assert speaker.same_as == ["https://viaf.org/viaf/1"]


@pytest.mark.parametrize("make", [a_topic, a_source, a_speaker, an_author, a_category])
def test_a_translator_neither_adds_nor_deletes(desk, make):
    row = make()
    model = f"/admin/articles/{row._meta.model_name}"
    assert desk.post(f"{model}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(f"{model}/add/", {"name_uk": "Нове"}).status_code == 403
    assert type(row).objects.count() == 1


def test_who_writes_in_one_language_changes_and_deletes_all(client, olha):
    client.force_login(olha)
    topic = a_topic("Міст", "The bridge")
    send(client, topic, name_uk="Мости", name_en="Bridges", slug_uk="mosty", slug_en="bridges")
    topic.refresh_from_db()
    assert (topic.name_uk, topic.name_en, topic.slug_uk) == ("Мости", "Bridges", "mosty")
    client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})
    assert not Topic.objects.exists()


def test_who_neither_writes_nor_translates_only_looks(client, taras):
    taras.roles.update(name="photo")
    client.force_login(taras)
    topic = a_topic()
    assert client.get(f"/admin/articles/topic/{topic.pk}/change/").status_code == 200
    assert send(client, topic, name_en="forged").status_code == 403
