"""An administrator sees what a shared cache was not told, and why, and tries again."""

import pytest
from django.urls import reverse

from newsroom.pagecache.models import Errand
from tests.serving import Listener, running

pytestmark = pytest.mark.django_db
LIST = "admin:pagecache_errand_changelist"


@pytest.fixture
def listener(settings):
    with running(Listener()) as server:
        settings.SHARED_CACHE, settings.SHARED_CACHE_ADDRESSES = "varnish", [server.url]
        yield server


@pytest.fixture
def administrator(client, maria):
    maria.roles.create(name="admin")
    client.force_login(maria)
    return client


@pytest.fixture
def errand(listener):
    names = "all:story all:story:1 edition:7:text:uk menu:uk story:1"
    return Errand.objects.create(
        cache=f"Varnish {listener.url}", names=names, tries=5, reason="[Errno 111] Connection refused"
    )


def try_again(client, *errands):
    chosen = {"action": "try_again", "_selected_action": [errand.pk for errand in errands]}
    return client.post(reverse(LIST), chosen, follow=True).text


def test_what_was_not_told_is_listed_with_the_reason(administrator, errand):
    page = administrator.get(reverse(LIST)).text
    assert errand.cache in page
    assert "all:story all:story:1 edition:7:text:uk menu:uk …" in page
    assert "No answer: [Errno 111] Connection refused" in page


def test_what_was_told_now_is_gone(administrator, errand, listener):
    assert "was told now" in try_again(administrator, errand)
    assert not Errand.objects.exists()
    assert listener.requests[0].headers["xkey"] == errand.names


def test_what_fails_again_says_why_and_stays(administrator, errand, listener):
    listener.answer = 405, b"Purging is for the newsroom"
    assert "It answered 405: Purging is for the newsroom" in try_again(administrator, errand)
    errand.refresh_from_db()
    assert (errand.tries, errand.status) == (6, 405)


def test_a_cache_that_is_no_more_is_named(administrator, errand, settings):
    settings.SHARED_CACHE_ADDRESSES = ["http://127.0.0.1:9"]
    assert f"{errand.cache} is no cache of this site any more" in try_again(administrator, errand)
    administrator.post(reverse("admin:pagecache_errand_delete", args=[errand.pk]), {"post": "yes"})
    assert not Errand.objects.exists()


def test_what_is_on_its_way_says_so_and_nobody_writes_it_by_hand(administrator, errand):
    Errand.objects.update(tries=0)
    assert "on its way" in administrator.get(reverse(LIST)).text
    assert administrator.get(reverse("admin:pagecache_errand_add")).status_code == 403
    page = administrator.get(reverse("admin:pagecache_errand_change", args=[errand.pk]))
    assert 'name="_save"' not in page.text


def test_editors_are_not_bothered_with_it(client, olha, errand):
    client.force_login(olha)
    assert client.get(reverse(LIST)).status_code == 403
    assert reverse(LIST) not in client.get(reverse("admin:index")).text


def test_a_newspaper_without_a_shared_cache_does_not_speak_of_it(administrator, errand, settings):
    assert reverse(LIST) in administrator.get(reverse("admin:index")).text
    settings.SHARED_CACHE = ""
    assert reverse(LIST) not in administrator.get(reverse("admin:index")).text
