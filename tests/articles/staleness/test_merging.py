"""When two rows become one, the pages that are made anew are those whose bytes change by it, and no others."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.merging import pages
from articles.merging.merge import merge
from articles.publishing import withdraw
from newsroom.pagecache.models import Purge
from newsroom.pagecache.tags import EVERYTHING
from tests.articles.staleness.paper import LANGUAGES, TEXT, Oracle, Paper
from tests.articles.staleness.test_exactly_what_changes import verdict
from tests.builders import a_citation, a_quote, a_source, a_speaker, a_text, a_topic, an_article, an_author, published

pytestmark = pytest.mark.django_db


class PaperWithTwins(Paper):
    """The small newspaper, in which everybody and everything is there a second time, with stories of their own."""

    def __init__(self):
        office = {"title_uk": "мерка", "title_en": "mayor", "title_pl": "burmistrz", "since": date(2026, 1, 1)}
        self.twins = {
            "topic": a_topic("Ріка", "Stream"),
            "author": an_author("Оля Коваль", "Olia Koval"),
            "source": a_source("Реєстр порту", "The Port’s Register"),
            "speaker": a_speaker("А. Лозова", "A. Lozova", office=office),
        }
        super().__init__()

    def many(self):
        super().many()
        twins = self.twins
        parts = a_quote(speaker=twins["speaker"], source=twins["source"]), a_citation(twins["source"])
        about = {"topics": [twins["topic"]], "authors": [twins["author"]], "category": self.world}
        for hours, languages in ((7, ("uk", "en")), (8, ("uk",))):
            headlines = {f"headline_{code}": f"Twin {hours} {code}" for code in languages}
            text = a_text(**{code: TEXT[code] for code in languages})
            self.twin_story = an_article(text, languages=languages, **headlines, **about)
            if hours == 7:
                for place, part in enumerate(parts):
                    setattr(part, "article" if place else "parent", self.twin_story)
                    part.ordering = place + 1
                    part.save()
            for code in languages:
                self.live(self.twin_story, code, hours=hours)

    def pages(self):
        yield from super().pages()
        for edition in self.twin_story.editions.all():
            yield edition.get_absolute_url()


@pytest.fixture
def paper():
    return PaperWithTwins()


@pytest.fixture
def oracle(edge, paper, django_capture_on_commit_callbacks):
    return Oracle(paper, edge, django_capture_on_commit_callbacks)


def test_two_become_one(oracle, paper):
    changes = {
        name: lambda name=name, twin=twin: merge(getattr(paper, name), twin, None) for name, twin in paper.twins.items()
    }
    assert not verdict(oracle, changes)


def test_a_page_that_opens_in_a_language_by_a_merger_is_offered_there(oracle, paper):
    into = a_topic("Третя", "Third", "Trzecia")
    story = an_article(a_text(), topics=[into], category=paper.world, headline_uk="Третя")
    twin = a_topic("Третій", "The third")
    others = [an_article(a_text(**TEXT), languages=LANGUAGES, topics=[twin], category=paper.world) for _ in range(2)]
    long_ago = timezone.now() - timedelta(days=3)
    published(story, "uk", at=long_ago)
    for other in others:
        published(other, "en", at=long_ago)
    paper.addresses = sorted({*paper.addresses, "/uk/topics/tretia/", "/en/topics/third/"})
    oracle.fill()
    oracle.before = paper.as_it_is()
    assert not verdict(oracle, {"merger": lambda: merge(into, twin, None)})


def test_what_was_merged_leaves_the_page_of_the_one_that_stays(oracle, paper):
    with oracle.commit(execute=True):
        merge(paper.topic, paper.twins["topic"], None)
    oracle.fill()
    oracle.before = paper.as_it_is()
    edition = paper.edition(paper.twin_story, "uk")
    assert not verdict(oracle, {"withdrawal": lambda: withdraw(edition, None)})


def test_of_very_many_stories_every_page_is_made_anew(monkeypatch, paper):
    monkeypatch.setattr(pages, "EXACT", 1)
    Purge.objects.all().delete()
    merge(paper.topic, paper.twins["topic"], None)
    assert Purge.objects.filter(tag=EVERYTHING).exists()
