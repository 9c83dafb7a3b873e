"""What readers are told when they are asked, in the words of an editor or in those that are shipped."""

import pytest

from newsroom.readers.models import Place, Wording
from newsroom.readers.words import claiming_notice, claims_consent, shipped, words_in

pytestmark = pytest.mark.usefixtures("embeds")
HOSTILE = '"><script>x</script>{{7*7}}%(x)s'


def reword(place, **texts):
    Wording.objects.filter(place=place).update(**texts)


@pytest.mark.parametrize("place", Place.values)
def test_every_place_has_words_of_its_own_in_every_language(place):
    words = {words_in(language)[place] for language in ("uk", "en", "pl")}
    assert all(words)
    assert len(words) == (1 if place == Place.NOTICE_SEEN else 3)


def test_an_editor_s_words_are_shown_in_their_language_and_in_no_other(client):
    reword(Place.ACCEPT, text_pl="Zgadzam się na wszystko")
    assert "Zgadzam się na wszystko" in client.get("/pl/opowiesc/").text
    assert "Accept all" in client.get("/en/story/").text
    assert "Zgadzam" not in client.get("/en/story/").text


def test_the_prompt_too_takes_an_editor_s_words_in_the_language_it_offers(client):
    reword(Place.SWITCH, text_pl="Czytaj po naszemu")
    assert "Czytaj po naszemu" in client.get("/en/story/", headers={"accept-language": "pl"}).text


@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_a_notice_that_calls_staying_consent_is_told_from_an_honest_one(language):
    assert claims_consent(claiming_notice(language))
    assert not claims_consent(shipped(Place.NOTICE, language))


def test_an_editor_s_words_are_text_and_never_markup(client):
    Wording.objects.update(text_en=HOSTILE, text_uk=HOSTILE, text_pl=HOSTILE)
    for path in ("/en/story/", "/uk/istoriia/", "/pl/opowiesc/", "/en/privacy/"):
        html = client.get(path, headers={"accept-language": "pl"}).text
        assert "<script>x" not in html
        assert "49" not in html


def test_a_question_asked_fairly_is_asked_by_two_equal_buttons_whatever_their_words(client):
    reword(Place.REJECT, text_en="No, thank you")
    html = client.get("/en/story/").text
    assert '<button class="consent-choice" name="choice" value="reject">No, thank you</button>' in html
