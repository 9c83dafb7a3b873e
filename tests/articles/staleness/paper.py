"""A small newspaper in which everything is shown somewhere, and the oracle: what a change does to its pages."""

from datetime import timedelta

from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone
from django.utils.translation import override

from articles.models import Edition
from articles.public.keyset import PlaceInStory
from newsroom.pagecache.neutral import render
from newsroom.pagecache.store import Key
from tests.builders import (
    a_category,
    a_citation,
    a_picture,
    a_picture_block,
    a_point,
    a_quote,
    a_source,
    a_speaker,
    a_text,
    a_topic,
    an_article,
    an_author,
    an_edition,
    published,
)
from tests.edge import environ_of

LANGUAGES = ("uk", "en", "pl")
SITE = "http://testserver"
TEXT = {"uk": "<p>Рух відкрили.</p>", "en": "<p>Traffic began.</p>", "pl": "<p>Ruch otwarto.</p>"}
SAID = {"uk": "<p>Стоїть.</p>", "en": "<p>It stands.</p>", "pl": "<p>Stoi.</p>"}


class Paper:
    """The rows by name, and the addresses of all their pages in every language, which never change."""

    def __init__(self):
        self.django = WSGIHandler()
        self.now = timezone.now()
        self.city, self.world = a_category(uk="Місто", en="City", pl="Miasto"), a_category(uk="Світ", en="World")
        self.district = a_category(uk="Район", en="District", pl="Dzielnica", parent=self.city)
        self.topic, self.author, self.source = a_topic(), an_author(), a_source(url="https://port.example")
        office = {"title_uk": "голова", "title_en": "head", "title_pl": "szef"}
        self.speaker = a_speaker(portrait=a_picture(), office=office)
        self.other_speaker = a_speaker(uk="Лев Гай", en="Lev Hai", pl="Lew Haj")
        self.picture, self.inner_picture = a_picture(), a_picture()
        self.bridge = self.story_of_the_bridge()
        self.ferry = self.story_that_links_to(self.bridge)
        self.flood = an_article(a_text(), category=self.world, languages=("uk",), headline_uk="Повінь")
        self.live(self.flood, "uk", days=2)
        self.many()
        self.addresses = sorted(set(self.pages()))

    def story_of_the_bridge(self):
        quote = a_quote(**SAID, speaker=self.speaker, source=self.source)
        parts = [a_point(en="It is open.", pl="Jest otwarty."), a_text(**TEXT), quote, a_citation(self.source)]
        picture = a_picture_block(en="The bridge.", pl="Most.", picture=self.inner_picture)
        about = {"topics": [self.topic], "authors": [self.author], "picture": self.picture}
        leads = {f"lead_{code}": f"Lead {code}" for code in LANGUAGES}
        story = an_article(*parts, picture, languages=LANGUAGES, category=self.district, **about, **leads)
        for hours, code in enumerate(LANGUAGES):
            self.live(story, code, hours=1 + hours)
        return story

    def story_that_links_to(self, story):
        link = f'<p><a href="news:{story.uid}">Bridge</a></p>'
        quote = a_quote(**SAID, speaker=self.other_speaker)
        ferry = an_article(
            a_text(link, en=link), quote, languages=("uk", "en"), category=self.world, slug_uk="porom", slug_en="ferry"
        )
        self.live(ferry, "uk", hours=5)
        self.live(ferry, "en", hours=5)
        return ferry

    def many(self):
        """More stories of one section than a page holds, so that there is a second page; old enough for no front."""
        for number in range(24):
            moment = self.now - timedelta(days=4, minutes=number)
            an_edition(category=self.city, headline_uk=f"Подія {number}", slug_uk=f"podiia-{number}", at=moment)

    def live(self, story, code, **ago):
        return published(story, code, at=self.now - timedelta(**ago))

    def edition(self, story, code):
        return Edition.objects.get(article=story, language=code)

    def pages(self):
        named = (self.city, self.district, self.world, self.topic, self.author, self.source)
        days = {timezone.localdate(self.now - timedelta(days=ago)) for ago in (0, 2, 3, 4)}
        for code in LANGUAGES:
            with override(code):
                yield f"/{code}/"
                yield f"/{code}/quotes/"
                yield f"/{code}/quotes/feed/"
                for person in (self.speaker, self.other_speaker):
                    yield f"{person.get_absolute_url()}feed/"
                for row in (*named, self.speaker, self.other_speaker):
                    yield row.get_absolute_url()
                for day in days:
                    yield f"/{code}/archive/{day:%Y/%m/%d}/"
        for edition in Edition.objects.visible().filter(article__in=(self.bridge, self.ferry, self.flood)):
            yield edition.get_absolute_url()
            for quote in edition.quotes.all():
                yield quote.get_absolute_url()
        place = Edition.objects.filter(slug="podiia-18").get().publish_at
        yield f"/uk/misto/?before={place:%Y-%m-%dT%H:%M:%S.%f}Z_1"
        yield f"/uk/quotes/?before={PlaceInStory(self.now - timedelta(hours=4), 1, 0)}"

    def as_it_is(self):
        """Return every page as Django alone makes it, with what its slots will be told; None where there is none."""
        return {address: self.rendered(address) for address in self.addresses}

    def rendered(self, address):
        path, _mark, query = address.partition("?")
        rendering = render(self.django, environ_of(address, "GET", {}), Key(SITE, path, query))
        return (rendering.body, rendering.about) if rendering.status == "200 OK" else None


class Oracle:
    """Compares what a change does to the pages with what the page cache renders anew because of it."""

    def __init__(self, paper, server, commit):
        self.paper, self.server, self.commit = paper, server, commit
        self.fill()
        assert not self.fill(), "a page can't be kept"
        self.before = paper.as_it_is()

    def fill(self):
        """Ask for every page; return the addresses that had to be rendered."""
        found = set()
        for address in self.paper.addresses:
            self.server.renderings.clear()
            answer = self.server.get(address)
            if self.server.renderings and answer.status == 200:
                found.add(address)
        return found

    def after(self, change):
        """Make a change; return the addresses whose page is another now, and those that were rendered anew."""
        with self.commit(execute=True):
            change()
        now = self.paper.as_it_is()
        different = {address for address in now if now[address] != self.before[address] and now[address]}
        gone = {address for address in now if self.before[address] and not now[address]}
        self.before = now
        rendered_anew = self.fill()
        still_there = {address for address in gone if self.server.get(address).status == 200}
        return different, rendered_anew, still_there
