"""What is alike on all pages of a language is made once for them, and they change when it does."""

import pytest
from django.template import Context, Template
from django.test.signals import template_rendered
from django.utils.translation import get_language, override

from newsroom.pagecache.alike import remembering_by
from newsroom.pagecache.tags import show
from tests.edge import ask
from tests.platform.pagecache import site
from tests.platform.pagecache.test_many_at_once import at_once

pytestmark = pytest.mark.django_db
PAGE, OTHER = "/en/with-menu/", "/en/with-menu/?part=second"


class Menu:
    """Makes the menu of the pages; remembers in which languages it was made."""

    def __init__(self):
        self.text = "first"
        self.made = []
        self.meanwhile = lambda: None

    def __call__(self, *about):
        self.made.append(get_language())
        show("menu:1")
        text = "".join([self.text, *about])
        self.meanwhile()
        return text


@pytest.fixture
def menu(monkeypatch):
    menu = Menu()
    monkeypatch.setitem(site.MENU, "make", menu)
    return menu


def test_it_is_made_once_for_all_pages_of_a_language(server, menu):
    for address in (PAGE, OTHER, "/pl/with-menu/"):
        assert server.get(address).text == "first"
    assert menu.made == ["en", "pl"]
    assert len(server.renderings) == 3


def test_it_is_made_for_each_thing_that_it_is_about(server, menu):
    for about in ("1", "2", "1"):
        for address in (PAGE, OTHER):
            assert server.get(f"{address}{'&' if '?' in address else '?'}about={about}").text == f"first{about}"
    assert menu.made == ["en", "en"]


def test_of_too_many_those_made_first_go(server, menu, monkeypatch):
    monkeypatch.setattr("newsroom.pagecache.store.STRIPS", 2)
    for about in ("1", "2", "3"):
        server.get(f"{PAGE}?about={about}")
    server.get(f"{PAGE}?about=3&part=second")
    assert len(menu.made) == 3
    server.get(f"{PAGE}?about=1&part=second")
    assert len(menu.made) == 4


def test_all_pages_that_have_it_change_with_it(server, menu, say):
    for address in (PAGE, OTHER):
        server.get(address)
    menu.text = "second"
    say("menu:1")
    for address in (PAGE, OTHER):
        assert server.get(address).text == "second"
    assert menu.made == ["en", "en"]


def test_a_page_that_changes_has_the_one_that_was_made(server, menu, say):
    server.get(PAGE)
    say("story:1")
    server.get(PAGE)
    assert menu.made == ["en"]
    assert len(server.renderings) == 2


def test_pages_are_not_put_together_anew_for_it(server, menu, say):
    server.get(PAGE)
    generation = server.edge.store.generation
    say("menu:1")
    server.get(PAGE)
    assert server.edge.store.generation == generation


def test_it_does_not_age(server, menu, monkeypatch):
    monkeypatch.setattr("newsroom.pagecache.strips.AGE", 0)
    for address in (PAGE, OTHER):
        server.get(address)
        server.edge.feed._look_at = 0
    assert menu.made == ["en"]


def test_at_midnight_it_is_over(server, menu):
    server.edge.strips.midnight = lambda: 0
    for address in (PAGE, OTHER):
        server.get(address)
        server.edge.feed._look_at = 0
    assert menu.made == ["en", "en"]


def test_a_change_while_it_is_made_is_in_the_page(server, menu, say):
    def change():
        if len(menu.made) == 1:
            menu.text = "second"
            say("menu:1")

    menu.meanwhile = change
    assert server.get(PAGE).text == "second"
    assert server.get(OTHER).text == "second"


@pytest.mark.django_db(transaction=True)
def test_forty_readers_make_it_once(server, menu):
    addresses = iter([f"{PAGE}?part={number}" for number in range(40)])
    assert at_once(40, lambda: server.get(next(addresses)).status) == [200] * 40
    assert menu.made == ["en"]


def test_django_alone_makes_it_for_every_page(server, menu):
    assert ask(server.django, PAGE).text == "first"
    menu.text = "second"
    assert ask(server.django, PAGE).text == "second"


@pytest.fixture
def rendered():
    """The names of the templates that were rendered."""
    names = []

    def note(sender, template, context, **_signal):
        names.append(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def foot(server, language, newspaper):
    server.edge.feed.follow()  # a process that begins knows of no page yet
    page = Template('{% load slots %}{% alike "_foot.html" newspaper=newspaper language=language %}')
    with override(language), remembering_by(server.edge.strips.within):
        return page.render(Context({"newspaper": newspaper, "language": language, "reader": "Nina"}))


def test_a_template_is_rendered_once_for_the_same_values_in_a_language(server, rendered):
    feet = [foot(server, *about) for about in [("en", "Dash"), ("en", "Dash"), ("pl", "Dash"), ("en", "Dot")]]
    assert rendered.count("_foot.html") == 3
    assert feet[0] == feet[1]
    assert "Dash" in feet[2] and "Dot" in feet[3]


def test_what_stood_until_midnight_is_not_given_after_it(server, rendered):
    server.edge.strips.midnight = lambda: 0
    for _day in range(2):
        foot(server, "en", "Dash")
    assert rendered.count("_foot.html") == 2
