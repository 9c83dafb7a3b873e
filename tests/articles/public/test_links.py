"""Links from story to story lead where the story stands when the page is shown."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from articles.public.links import addresses, linked
from articles.publishing import withdraw
from tests.builders import a_category, a_text, an_article, an_edition, changed, published

UID = "7b33f27b-b9df-4c21-93eb-54d18829d502"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f'<p>Див. <a href="news:{UID}">міст</a>.</p>', '<p>Див. <a href="/uk/misto/mist/">міст</a>.</p>'),
        (f'<p><a href="news:{UID.upper()}">міст</a></p>', '<p><a href="/uk/misto/mist/">міст</a></p>'),
        (
            f'<a title="a > b" href="news:{UID}"><em>міст</em></a> <a href="news:{uuid4()}">і <em>інше</em></a>',
            '<a href="/uk/misto/mist/"><em>міст</em></a> і <em>інше</em>',
        ),
        ('<a href="news:anything">слова</a>', "слова"),
        ('<a href="news:">слова</a>', "слова"),
        ("<p>news: це не посилання</p>", "<p>news: це не посилання</p>"),
        (
            '<a href="https://example.org/?a=news:1">там</a>',
            '<a href="https://example.org/?a=news:1" rel="noopener">там</a>',
        ),
        (f'<a href="javascript:x" title="news:{UID}">слова</a>', f'<a title="news:{UID}" rel="noopener">слова</a>'),
    ],
)
def test_a_link_becomes_the_address_of_its_story_or_only_its_words(html, shown):
    assert linked(html, {UID: "/uk/misto/mist/"}) == shown


@pytest.mark.django_db
def test_only_what_readers_of_the_language_can_see_has_an_address():
    seen = published(an_article(languages=("uk", "en")))
    planned = published(an_article(), at=timezone.now() + timedelta(hours=1))
    withdrawn = an_edition()
    withdraw(withdrawn, None)
    links = {name: each.article_id for name, each in (("a", seen), ("b", planned), ("c", withdrawn))}
    links["d"] = an_article().pk
    assert addresses(links, "uk") == {"a": seen.get_absolute_url()}
    assert addresses(links, "en") == {}


@pytest.mark.django_db
def test_links_take_one_query_and_none_without_any(django_assert_num_queries):
    links = {str(uuid4()): an_edition().article_id for _story in range(3)}
    with django_assert_num_queries(1):
        assert len(addresses(links, "uk")) == 3
    with django_assert_num_queries(0):
        assert addresses({}, "uk") == {}


@pytest.mark.django_db
def test_a_link_follows_its_story_to_a_new_address(nina):
    bridge = an_article(category=a_category(uk="Місто"), slug_uk="mist")
    published(bridge)
    story = an_edition(a_text(f'<p><a href="news:{bridge.uid}">міст</a></p>'))
    assert '<a href="/uk/misto/mist/">міст</a>' in nina.get(story.get_absolute_url()).content.decode()
    changed(bridge, slug_uk="velykyi-mist")
    published(bridge)
    assert '<a href="/uk/misto/velykyi-mist/">міст</a>' in nina.get(story.get_absolute_url()).content.decode()
