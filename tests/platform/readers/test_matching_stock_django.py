"""What Django's own negotiation does, and why it is not used. When one of these fails, look whether it may be."""

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import path
from django.utils.translation.trans_real import get_language_from_request

from newsroom.readers.languages import preferred

WORLD = ("uk", "en", "pt-br", "he", "zh-hant", "zh-hans")


def page(request):
    return HttpResponse("a")


class AllPrefixed:
    urlpatterns = i18n_patterns(path("a/", page))


class DefaultBare:
    urlpatterns = i18n_patterns(path("a/", page), prefix_default_language=False)


@pytest.fixture(autouse=True)
def stock_django(settings):
    settings.LANGUAGES = [(code, code) for code in WORLD]
    settings.LANGUAGE_CODE = "uk"
    settings.MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware", "django.middleware.common.CommonMiddleware"]
    settings.ROOT_URLCONF = AllPrefixed


@pytest.mark.parametrize(
    ("header", "django", "ours"),
    [
        ("en;q=0", "en", None),  # which refuses English
        ("zh", "zh-hant", "zh-hans"),  # the first Chinese in LANGUAGES
        ("pt-PT", "pt-br", "pt-br"),  # here we agree
        ("iw", "uk", "he"),  # the site's own, as for no header at all
        ("en;q=0,*;q=0.5", "uk", None),
    ],
)
def test_stock_django_reads_a_header_in_its_own_way(rf, header, django, ours):
    request = rf.get("/", headers={"accept-language": header})
    assert get_language_from_request(request) == django
    assert preferred(header, WORLD) == ours


def test_stock_django_does_not_know_an_address_in_capitals(client):
    assert client.get("/EN/a/").status_code == 404


def test_stock_django_splits_the_caches_of_pages_without_a_language_in_the_address(client, settings):
    settings.ROOT_URLCONF = DefaultBare
    assert client.get("/a/").headers["Vary"] == "Accept-Language"


def test_stock_django_leaves_the_caches_of_prefixed_pages_whole(client):
    assert "Vary" not in client.get("/en/a/").headers


def test_stock_django_leads_an_address_without_a_language_by_header_and_cookie(client):
    response = client.get("/a/", headers={"accept-language": "en"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/a/")
    assert response.headers["Vary"] == "Accept-Language, Cookie"
