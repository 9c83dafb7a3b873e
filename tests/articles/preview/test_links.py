"""A preview link shows one version in one language, for a while, to whoever has it; and then says why it doesn't."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from articles.models import PreviewLink, Publication
from articles.preview.links import SALT, make_link, path_to, revoke
from articles.publishing import withdraw
from tests.builders import a_category, a_quote, a_text, an_article, changed, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(maria):
    article = an_article(a_text(uk="<p>Раз.</p>"), a_quote(uk="<p>Так.</p>"), headline_uk="Міст")
    return make_link(article.versions.first(), "uk", maria, 24)


def test_somebody_without_an_account_sees_the_version(nina, link):
    page = nina.get(path_to(link))
    assert page.status_code == 200
    assert "Міст" in page.text and "Раз." in page.text and "Так." in page.text


def test_it_stays_the_version_it_was_made_for(nina, link):
    article = link.version.article
    article.blocks.all().delete()
    changed(article, headline_uk="Інше")
    page = nina.get(path_to(link)).text
    assert "Міст" in page and "Раз." in page and "Інше" not in page


def test_it_is_kept_nowhere_found_nowhere_and_told_to_nobody(nina, link):
    page = nina.get(path_to(link))
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert nina.get("/uk/").headers["Referrer-Policy"] != "no-referrer"
    assert "data-consent" not in page.text


def test_the_page_cache_does_not_keep_it(edge, link):
    path = path_to(link)
    edge.get(path), edge.get(path)
    assert edge.renderings == [path] * 2


def test_when_its_time_is_over_it_says_so(nina, link):
    PreviewLink.objects.update(expires=timezone.now() - timedelta(seconds=1))
    answer = nina.get(path_to(link))
    assert answer.status_code == 404
    assert "Час цього посилання минув" in answer.text and "Раз." not in answer.text


def test_a_link_taken_back_says_so(nina, link):
    revoke(link)
    answer = nina.get(path_to(link))
    assert answer.status_code == 404 and "відкликала це посилання" in answer.text


def test_it_ends_with_the_publication_and_leads_there(nina, link):
    edition = published(link.version.article)
    answer = nina.get(path_to(link))
    assert answer.status_code == 404
    assert edition.get_absolute_url() in answer.text and "уже опубліковано" in answer.text


def test_a_publication_that_is_only_planned_ends_nothing_yet(nina, link):
    published(link.version.article, at=timezone.now() + timedelta(hours=1))
    assert nina.get(path_to(link)).status_code == 200


def test_a_withdrawal_brings_no_link_back_to_life(nina, link, maria):
    withdraw(published(link.version.article), maria)
    answer = nina.get(path_to(link))
    assert answer.status_code == 404 and "Раз." not in answer.text


def test_nor_does_a_new_moment_to_go_live_after_a_withdrawal(nina, link, maria):
    article = link.version.article
    withdraw(published(article, at=timezone.now()), maria)
    published(article, at=timezone.now() + timedelta(hours=1))
    assert nina.get(path_to(link)).status_code == 404


def test_a_plan_that_was_given_up_ends_nothing(nina, link, maria):
    withdraw(published(link.version.article, at=timezone.now() + timedelta(hours=1)), maria)
    assert nina.get(path_to(link)).status_code == 200


def test_a_link_to_changes_of_what_is_live_ends_with_their_publication(nina, link):
    edition = published(link.version.article)
    PreviewLink.objects.update(made=timezone.now())
    assert nina.get(path_to(link)).status_code == 200
    published(edition.article)
    assert nina.get(path_to(link)).status_code == 404


def test_a_link_made_while_the_story_was_planned_ends_when_it_goes_live(nina, link):
    edition = published(link.version.article, at=timezone.now() + timedelta(hours=1))
    assert nina.get(path_to(link)).status_code == 200
    hour_ago = timezone.now() - timedelta(hours=1)
    type(edition).objects.update(publish_at=hour_ago)
    PreviewLink.objects.update(made=hour_ago - timedelta(minutes=5))
    Publication.objects.update(when=hour_ago - timedelta(minutes=10))
    assert nina.get(path_to(link)).status_code == 404


def test_what_was_deleted_since_is_left_out_of_the_page(nina, link):
    article, old = link.version.article, link.version.article.category
    changed(article, category=a_category("Інша", "Other", "Inna"))
    old.delete()
    assert nina.get(path_to(link)).status_code == 200


def test_the_publication_of_another_language_ends_nothing(nina, link):
    article = link.version.article
    changed(article, headline_en="The bridge")
    article.blocks.all().delete()
    published(article, "en")
    assert nina.get(path_to(link)).status_code == 200


@pytest.mark.parametrize(
    "token",
    [
        "x", "x:y:z", signing.dumps([1, 1, "uk"], salt="another"), signing.dumps({"pk": 1}, salt=SALT),
        signing.dumps([10**9, 1, "uk"], salt=SALT), signing.dumps("text", salt=SALT), "%00",
    ],
    ids=["short", "three", "salt", "shape", "nobody", "text", "nul"],
)  # fmt: skip
def test_what_was_made_up_is_nothing(nina, link, token):
    assert nina.get(f"/preview/{token}/").status_code == 404


def test_a_token_of_one_language_opens_no_other(nina, link):
    token = signing.dumps([link.pk, link.version_id, "en"], salt=SALT)
    assert nina.get(f"/preview/{token}/").status_code == 404


def test_links_are_made_listed_and_taken_back_at_the_desk(client, maria, nina):
    article = an_article(a_text(uk="<p>Раз.</p>"))
    client.force_login(maria)
    preview = f"/admin/articles/article/{article.pk}/preview/"
    client.post(f"{preview}link/", {"language": "uk", "hours": "1"})
    link = PreviewLink.objects.get()
    assert timezone.now() + timedelta(minutes=59) < link.expires < timezone.now() + timedelta(minutes=61)
    shown = re.search(r"http://testserver(/preview/[^/]+/)", client.get(preview).text)[1]
    assert nina.get(shown).status_code == 200
    client.post(f"{preview}link/{link.pk}/revoke/")
    assert "http://testserver/preview/" not in client.get(preview).text
    assert nina.get(shown).status_code == 404


@pytest.mark.parametrize("sent", [{"language": "xx", "hours": "1"}, {"language": "uk", "hours": "1000"}, {}])
def test_a_link_for_longer_or_for_no_language_is_not_made(client, maria, sent):
    client.force_login(maria)
    answer = client.post(f"/admin/articles/article/{an_article().pk}/preview/link/", sent)
    assert (answer.status_code, PreviewLink.objects.count()) == (404, 0)


def test_a_translator_makes_links_of_their_language_alone(client, taras):
    article = an_article(languages=("uk", "en"))
    client.force_login(taras)
    address = f"/admin/articles/article/{article.pk}/preview/link/"
    assert client.post(address, {"language": "uk", "hours": "1"}).status_code == 403
    assert client.post(address, {"language": "en", "hours": "1"}).status_code == 302
