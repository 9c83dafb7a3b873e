"""The oracle: the pages rendered anew after a change are those whose bytes change by it, no fewer and no more."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import Change
from articles.publishing import publish, withdraw
from newsroom.readers.models import Wording
from tests.articles.staleness.paper import LANGUAGES, TEXT, Oracle, Paper
from tests.builders import a_picture, a_quote, a_speaker, a_text, an_article, changed, published
from tests.readers import register

pytestmark = pytest.mark.django_db
EACH_LANGUAGE = [LANGUAGES[0], *(pytest.param(code, marks=pytest.mark.once) for code in LANGUAGES[1:])]


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def oracle(edge, paper, django_capture_on_commit_callbacks):
    return Oracle(paper, edge, django_capture_on_commit_callbacks)


def write(row, **fields):
    def change():
        for field, value in fields.items():
            setattr(row, field, value)
        row.save()

    return change


def published_anew(story, language, change=Change.MINOR, **texts):
    return lambda: publish(changed(story, **texts).editions.get(language=language), None, change=change)


def verdict(oracle, changes, silent=()):
    """Return what is wrong after each of the changes: pages that stay stale, and pages rendered for nothing."""
    wrong = {}
    for name, change in changes.items():
        different, rendered, still_there = oracle.after(change)
        found = {"stale": different - rendered, "for nothing": rendered - different, "still there": still_there}
        if not different and name not in silent:
            found["nothing changed"] = True
        wrong |= {f"{name}: {what}": pages for what, pages in found.items() if pages}
    return wrong


# At its old address a page that moved is no page any more, and these are linked from no other.
SEEN_IN_NO_PAGE = {
    "world slug pl",
    "world name pl",
    "other speaker name pl",
    "other speaker slug pl",
    "district slug uk",
}


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_names_and_addresses_of_everything_with_a_page(oracle, paper, code):
    named = {
        "topic": paper.topic,
        "author": paper.author,
        "source": paper.source,
        "speaker": paper.speaker,
        "other speaker": paper.other_speaker,
        "world": paper.world,
        "city": paper.city,
        "district": paper.district,
    }
    changes = {
        f"{name} {field} {code}": write(row, **{f"{field}_{code}": value})
        for name, row in named.items()
        for field, value in (("name", f"Renamed {name}"), ("slug", f"moved-{name.replace(' ', '-')}"))
    }
    assert not verdict(oracle, changes, silent=SEEN_IN_NO_PAGE)


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_what_else_is_said_of_people_and_things(oracle, paper, code):
    office = paper.speaker.offices.get()
    changes = {
        "description": write(paper.city, **{f"description_{code}": "About the city."}),
        "biography": write(paper.author, **{f"biography_{code}": "Writes."}),
        "title of the office": write(office, **{f"title_{code}": "Chair"}),
        "alt of the lead picture": write(paper.picture, **{f"alt_{code}": "A bridge at night."}),
        "credit of the lead picture": write(paper.picture, **{f"credit_{code}": "Photo: Lev Hai"}),
        "alt of a picture in the text": write(paper.inner_picture, **{f"alt_{code}": "Cables."}),
        "credit of a picture in the text": write(paper.inner_picture, **{f"credit_{code}": "Photo: Ada"}),
    }
    assert not verdict(oracle, changes)


def test_what_is_alike_in_all_languages(oracle, paper):
    office = paper.speaker.offices.get()
    portrait = paper.speaker.portrait
    changes = {
        "address of a source": write(paper.source, url="https://harbour.example"),
        "portrait": write(paper.speaker, portrait=a_picture()),
        "no portrait": write(paper.speaker, portrait=None),
        "a portrait nobody has": write(portrait, alt_uk="Обличчя"),
        "decorative": write(paper.inner_picture, decorative=True),
        "the end of an office": write(office, until=date(2020, 1, 1)),
        "a new office": lambda: paper.speaker.offices.create(title_uk="радниця"),
        "no office": lambda: paper.speaker.offices.all().delete(),
        "place in the menu": write(paper.city, position=5),
        "a part of another section": write(paper.world, parent=paper.city),
        "wikidata": write(paper.speaker, wikidata="Q42"),
        "an address elsewhere": lambda: paper.speaker.identities.create(url="https://viaf.org/viaf/1"),
        "another address elsewhere": lambda: write(paper.speaker.identities.get(), url="https://viaf.org/viaf/2")(),
        "no address elsewhere": lambda: paper.speaker.identities.all().delete(),
        "a person who is new": lambda: a_speaker(uk="Нова Особа"),
    }
    silent = {"a portrait nobody has", "a person who is new"}
    assert not verdict(oracle, changes, silent)


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_every_text_of_a_story(oracle, paper, code):
    story = paper.bridge
    point, quote = story.points.get(), story.blocks.get(kind="quote")
    text, picture = story.blocks.get(kind="text"), story.blocks.get(kind="picture")

    def piece(row, **texts):
        return lambda: (
            write(row, **texts)(),
            publish(changed(story).editions.get(language=code), None, change=Change.MINOR),
        )

    changes = {
        "headline": published_anew(story, code, **{f"headline_{code}": "A bridge"}),
        "lead": published_anew(story, code, **{f"lead_{code}": "Another lead."}),
        "caption": published_anew(story, code, **{f"caption_{code}": "At night."}),
        "title for search engines": published_anew(story, code, **{f"seo_title_{code}": "Bridge, news"}),
        "description for search engines": published_anew(story, code, **{f"seo_description_{code}": "All of it."}),
        "point": piece(point, **{f"text_{code}": "It is safe."}),
        "text": piece(text, **{f"text_{code}": "<p>Traffic goes on.</p>"}),
        "quote": piece(quote, **{f"text_{code}": "<p>It will stand.</p>"}),
        "day it was said": piece(quote, said_on=date(2026, 5, 1)),
        "original wording": piece(quote, original_words="It stands, I say."),
        "language of the original": piece(quote, original_language="en"),
        "nobody it was said to": piece(quote, source=None),
        "somebody else said it": piece(quote, speaker=paper.other_speaker),
        "nobody with a page said it": piece(quote, speaker=None, **{f"attribution_{code}": "Somebody"}),
        "left out": piece(quote, left_out=[code]),
        "back in": piece(quote, left_out=[]),
        "caption in the text": piece(picture, **{f"text_{code}": "From below."}),
        "nothing": published_anew(story, code),
        "significant": published_anew(story, code, Change.SIGNIFICANT, **{f"lead_{code}": "A third lead."}),
        "kind": published_anew(story, code, kind="analysis"),
        "slug": published_anew(story, code, **{f"slug_{code}": "new-bridge"}),
    }
    assert not verdict(oracle, changes, silent={"nothing"})


def test_a_text_that_is_older_in_another_language(oracle, paper):
    story = paper.bridge
    changes = {
        "uk is newer": published_anew(story, "uk", Change.SIGNIFICANT, lead_uk="Новий"),
        "en follows": published_anew(story, "en", Change.SIGNIFICANT, lead_en="New"),
        "pl follows": published_anew(story, "pl", Change.SIGNIFICANT, lead_pl="Nowy"),
        "a small fix of uk": published_anew(story, "uk", lead_uk="Новіший"),
    }
    assert not verdict(oracle, changes)


@pytest.mark.parametrize("code", EACH_LANGUAGE)
def test_what_a_story_belongs_to(oracle, paper, code):
    story = paper.bridge

    def belongs(**rows):
        def change():
            article = changed(story)
            for field, row in rows.items():
                if field == "topics":
                    article.topics.set(row)
                elif field == "authors":
                    article.authorships.all().delete()
                elif field == "citations":
                    article.citations.all().delete()
                else:
                    setattr(article, field, row)
            article.save()
            publish(article.editions.get(language=code), None, change=Change.MINOR)

        return change

    changes = {
        "picture": belongs(picture=a_picture()),
        "no topic": belongs(topics=[]),
        "no author": belongs(authors=None),
        "no source": belongs(citations=None),
        "another section": belongs(category=paper.world),
        "back again": belongs(category=paper.district),
    }
    assert not verdict(oracle, changes)


def test_stories_that_come_and_go(oracle, paper):
    texts = {"headline_uk": "Новина", "headline_en": "News", "headline_pl": "Nowina"}
    fresh = an_article(a_text(**TEXT), languages=LANGUAGES, category=paper.city, topics=[paper.topic], **texts)
    quoted = an_article(a_quote(speaker=paper.other_speaker), category=paper.world, headline_uk="Слова")
    old = an_article(a_text(), category=paper.world, headline_uk="Давня")
    long_ago = timezone.now() - timedelta(days=3)
    planned = an_article(a_text(), category=paper.world, headline_uk="Завтра")
    changes = {
        "a draft": lambda: changed(fresh, lead_uk="Чернетка"),
        "first in uk": lambda: published(fresh, "uk"),
        "then in pl": lambda: published(fresh, "pl"),
        "then in en": lambda: published(fresh, "en"),
        "one that quotes": lambda: published(quoted),
        "an old one": lambda: published(old, at=long_ago),
        "one that is planned": lambda: published(planned, at=timezone.now() + timedelta(hours=9)),
        "the plan is dropped": lambda: withdraw(paper.edition(planned, "uk"), None),
        "without uk": lambda: withdraw(paper.edition(fresh, "uk"), None),
        "without pl": lambda: withdraw(paper.edition(fresh, "pl"), None),
        "without the old one": lambda: withdraw(paper.edition(old, "uk"), None),
        "without the linked one": lambda: withdraw(paper.edition(paper.bridge, "en"), None),
        "without the one that links": lambda: withdraw(paper.edition(paper.ferry, "uk"), None),
        "the linked one is back": lambda: published(paper.bridge, "en"),
    }
    assert not verdict(oracle, changes, silent={"a draft", "one that is planned", "the plan is dropped"})


def test_words_to_readers_change_no_page_itself(oracle, paper):
    """What fills the slots is made anew, the page around it is not."""
    changes = {
        "something to ask": lambda: register("analytics"),
        "a word of the bar": lambda: Wording.objects.filter(place="ask").first().save(),
    }
    assert not verdict(oracle, changes, silent=set(changes))
