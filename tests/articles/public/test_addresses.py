"""What an address of a story answers: here, moved, gone, not here, elsewhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing import withdraw
from tests.builders import a_category, an_article, an_edition, changed, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_story_stands_under_its_category(nina):
    story = an_edition(category=a_category(uk="Місто"), headline_uk="Міст")
    assert story.get_absolute_url() == "/uk/misto/mist/"
    assert nina.get("/uk/misto/mist/").status_code == 200


def test_under_another_category_it_moves_to_its_own(nina):
    an_edition(category=a_category(uk="Місто"), headline_uk="Міст")
    a_category(uk="Світ")
    for wrong in ("svit", "nowhere"):
        response = nina.get(f"/uk/{wrong}/mist/")
        assert (response.status_code, response.headers["Location"]) == (301, "/uk/misto/mist/")


def test_every_former_slug_leads_to_the_story_in_one_hop(nina):
    article = an_article(category=a_category(uk="Місто"), slug_uk="one")
    published(article)
    for slug in ("two", "three"):
        changed(article, slug_uk=slug)
        published(article)
    for former in ("/uk/misto/one/", "/uk/misto/two/", "/uk/svit/one/"):
        response = nina.get(former)
        assert (response.status_code, response.headers["Location"]) == (301, "/uk/misto/three/")


def test_a_withdrawn_story_is_gone_and_so_are_its_former_addresses(nina):
    article = an_article(category=a_category(uk="Місто"), slug_uk="one")
    published(article)
    changed(article, slug_uk="two")
    withdraw(published(article), None)
    for slug in ("one", "two"):
        response = nina.get(f"/uk/misto/{slug}/")
        assert response.status_code == 410
        assert "menu" in response.context
        assert 'lang="uk"' in response.content.decode()


def test_a_withdrawn_story_leads_to_where_it_still_is(nina):
    article = an_article(languages=("uk", "en"))
    gone, here = published(article), published(article, "en")
    withdraw(gone, None)
    response = nina.get(gone.get_absolute_url())
    assert (response.status_code, response.context["elsewhere"]) == (410, {"en": here.get_absolute_url()})
    assert 'href="/pl/"' not in response.text


def test_a_story_that_was_to_be_here_for_a_time_is_not_said_to_be_taken_back(nina, monkeypatch):
    end = timezone.now() + HOUR
    story = published(an_article(), until=end)
    monkeypatch.setattr(timezone, "now", lambda: end)
    response = nina.get(story.get_absolute_url())
    assert response.status_code == 410
    assert "Ця історія була тут певний час" in response.text
    assert "забрали" not in response.text


def test_a_scheduled_story_is_not_here_until_its_moment(nina, monkeypatch):
    moment = timezone.now() + HOUR
    story = published(an_article(), at=moment)
    assert nina.get(story.get_absolute_url()).status_code == 404
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert nina.get(story.get_absolute_url()).status_code == 200


def test_a_draft_is_not_here(nina):
    an_article(category=a_category(uk="Місто"), slug_uk="mist")
    assert nina.get("/uk/misto/mist/").status_code == 404


def test_a_story_is_not_here_in_a_language_it_is_not_published_in_and_the_page_says_where_it_is(nina):
    article = an_article(category=a_category(uk="Місто", en="City"), languages=("uk", "en"), slug_uk="mist")
    published(article, "uk")
    response = nina.get("/en/city/mist/")
    assert response.status_code == 404
    assert response.context["elsewhere"] == {"uk": "/uk/misto/mist/"}
    assert 'lang="en"' in response.content.decode()
    assert "Міст відкрито" not in response.content.decode()


def test_while_a_translation_is_scheduled_readers_are_sent_to_the_languages_that_are_out(nina):
    article = an_article(category=a_category(uk="Місто", en="City"), languages=("uk", "en"))
    original = published(article, "uk")
    planned = published(article, "en", at=timezone.now() + HOUR)
    response = nina.get(planned.get_absolute_url())
    assert response.context["elsewhere"] == {"uk": original.get_absolute_url()}


def test_a_story_out_nowhere_is_offered_nowhere(nina):
    planned = published(an_article(), at=timezone.now() + HOUR)
    assert nina.get(planned.get_absolute_url()).context["elsewhere"] == {}


@pytest.mark.parametrize("path", ["/uk/nowhere/", "/uk/nowhere/at-all/", "/uk/a/b/c/", "/uk/speakers/nobody/"])
def test_what_was_never_here_is_not_found_in_the_language_of_the_address(nina, path):
    for code in ("uk", "en", "pl"):
        response = nina.get(path.replace("/uk/", f"/{code}/"))
        assert response.status_code == 404
        assert response.headers["Content-Language"] == code
        assert f'<html lang="{code}"' in response.content.decode()
        assert response.context["elsewhere"] == {}


def test_where_nothing_is_the_front_pages_of_every_language_are_offered_and_none_as_an_alternate(nina):
    withdrawn = an_edition()
    withdraw(withdrawn, None)
    for path in ("/uk/nowhere/", withdrawn.get_absolute_url()):
        html = nina.get(path).content.decode()
        assert all(f'href="/{code}/"' in html for code in ("uk", "en", "pl"))
        assert 'rel="alternate"' not in html


@pytest.mark.parametrize(
    ("cookie", "header", "language"), [("", "pl,en;q=0.8", "pl"), ("", "", "uk"), ("en", "pl", "en")]
)
def test_an_address_without_a_language_is_not_found_in_the_readers(nina, cookie, header, language):
    nina.cookies["lang"] = cookie
    response = nina.get("/nope", headers={"accept-language": header})
    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.content.decode()
    assert response.headers["Content-Language"] == language
    assert {"Accept-Language", "Cookie"} <= set(response.headers["Vary"].split(", "))


def test_a_language_that_the_site_does_not_speak_is_not_found(nina):
    assert nina.get("/xx/").status_code == 404
