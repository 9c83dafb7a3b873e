"""Two rows that are one person or thing become one: nothing is lost, and every address leads to the one page."""

from datetime import date
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import override

from articles.desk.compose import compose, differences
from articles.desk.restoring import restore
from articles.desk.saving import for_desk
from articles.merging.merge import MERGEABLE, CannotMerge, merge
from articles.merging.present import with_present_ids
from articles.merging.relations import keys_to, rows_at
from articles.models import (
    Alias,
    Article,
    AuthorListing,
    Authorship,
    Block,
    Citation,
    FormerSlug,
    Identity,
    Merger,
    Office,
    Quote,
    SourceListing,
    Speaker,
    SpeakerListing,
    TopicListing,
)
from articles.publishing import publish, withdraw
from newsroom.search.models import Document
from tests.builders import (
    a_citation,
    a_picture,
    a_quote,
    a_source,
    a_speaker,
    a_text,
    a_topic,
    an_article,
    an_author,
    changed,
    published,
)

pytestmark = pytest.mark.django_db
BUILDERS = {"speaker": a_speaker, "source": a_source, "topic": a_topic, "author": an_author}
each_kind = pytest.mark.parametrize("make", BUILDERS.values(), ids=BUILDERS)


def two(make):
    return make("Кая Каллас", "Kaja Kallas"), make("Кайя Каллас", "Kaia Kallas", "Kaja Kallas")


def told_by(speaker, source=None):
    story = an_article(a_quote(speaker=speaker, source=source))
    return story, published(story)


def page(reader, address):
    response = reader.get(address)
    assert response.status_code == 200
    return response.text


# A row for each way to point to something: a foreign key of tomorrow is a line that is missing here.
def pointing(duplicate):
    story, edition = told_by(a_speaker(uk="Хтось"))
    listed = {"edition": edition, "language": "uk", "publish_at": edition.publish_at}
    somebody = {"speaker": duplicate} if isinstance(duplicate, Speaker) else {"attribution": "Перехожа"}
    return {
        Block.speaker.field: lambda: a_block(story, speaker=duplicate),
        Block.source.field: lambda: a_block(story, source=duplicate),
        Quote.speaker.field: lambda: a_row_of_the_bank(listed, speaker=duplicate),
        Quote.source.field: lambda: a_row_of_the_bank(listed, source=duplicate, **somebody),
        SpeakerListing.subject.field: lambda: SpeakerListing.objects.create(subject=duplicate, **listed),
        SourceListing.subject.field: lambda: SourceListing.objects.create(subject=duplicate, **listed),
        TopicListing.subject.field: lambda: TopicListing.objects.create(subject=duplicate, **listed),
        AuthorListing.subject.field: lambda: AuthorListing.objects.create(subject=duplicate, **listed),
        Office.speaker.field: lambda: duplicate.offices.create(title_uk="голова"),
        Alias.speaker.field: lambda: duplicate.aliases.create(text="К. Каллас"),
        Identity.speaker.field: lambda: duplicate.identities.create(url="https://orcid.org/0000-0002-1825-0097"),
        Citation.source.field: lambda: Citation.objects.create(article=story, source=duplicate),
        Authorship.author.field: lambda: Authorship.objects.create(article=story, author=duplicate),
        Article.topics.through.topic.field: lambda: story.topics.add(duplicate),
    }


def a_block(story, **fields):
    block = a_quote(**{"speaker": None} | fields)
    block.parent = story
    block.save()


def a_row_of_the_bank(listed, **fields):
    Quote.objects.create(**listed, block_uid=uuid4(), position=9, words="Так.", said_on=date(2026, 5, 1), **fields)


@each_kind
def test_whatever_points_to_the_duplicate_points_to_the_one_that_stays(make):
    into, duplicate = two(make)
    rows = pointing(duplicate)
    for key in keys_to(type(into)):
        rows[key]()
    merge(into, duplicate, None)
    assert not type(into).objects.filter(pk=duplicate.pk).exists()
    assert [key for key in keys_to(type(into)) if not rows_at(key, into).exists()] == []


def test_the_kinds_that_can_be_merged_are_all_that_a_story_shares_but_sections():
    assert {kind._meta.model_name for kind in MERGEABLE} == set(BUILDERS)


# Addresses ---------------------------------------------------------------------------------------


@each_kind
def test_every_address_of_the_duplicate_leads_there_in_one_hop(make, client):
    into, duplicate = two(make)
    name = into._meta.model_name
    story = an_article(a_text(), headline_uk="Міст")
    story_with(story, into)
    published(story)
    duplicate.slug_uk = "inshyi"
    duplicate.save()
    left = [slug for code in ("uk", "en", "pl") if (slug := duplicate.slug_in(code))]
    merge(into, duplicate, None)
    former = ["kaiia-kallas", *left]
    for slug in former:
        found = [code for code in ("uk", "en", "pl") if type(into).at(code, slug) == into]
        assert found, slug
    response = client.get(f"/uk/{name}s/inshyi/")
    with override("uk"):
        assert (response.status_code, response["Location"]) == (301, into.get_absolute_url())
    assert client.get(response["Location"]).status_code == 200
    assert client.get(f"/uk/{name}s/{former[0]}/")["Location"] == response["Location"]


def story_with(story, row):
    name = row._meta.model_name
    if name == "topic":
        story.topics.add(row)
    elif name == "author":
        story.authorships.create(author=row)
    elif name == "source":
        story.citations.create(source=row)
    else:
        a_block(story, speaker=row)


def test_an_address_leads_in_one_hop_also_after_the_one_that_stayed_was_merged_itself(client):
    first, second, third = a_speaker("Перша"), a_speaker("Друга"), a_speaker("Третя")
    told_by(third)
    merge(second, first, None)
    merge(third, second, None)
    for slug in ("persha", "druha"):
        assert client.get(f"/uk/speakers/{slug}/")["Location"] == "/uk/speakers/tretia/"


# What readers and editors have of it -------------------------------------------------------------


def test_a_story_published_before_names_the_one_that_stays(client):
    speakers, sources, authors, topics = two(a_speaker), two(a_source), two(an_author), two(a_topic)
    for (into, duplicate), name in zip((speakers, sources, authors, topics), "оджт", strict=True):
        into.name_uk, duplicate.name_uk = f"Одна-{name}", f"Двійник-{name}"
        into.save()
        duplicate.save()
    quote = a_quote(speaker=speakers[1], source=sources[1])
    story = an_article(quote, a_citation(sources[1], title="Звіт"), topics=[topics[1]], authors=[authors[1]])
    edition = published(story)
    for into, duplicate in (speakers, sources, authors, topics):
        merge(into, duplicate, None)
    text = page(client, edition.get_absolute_url())
    assert "Двійник" not in text
    assert all(f"Одна-{name}" in text for name in "оджт")
    assert "Звіт" in text


def test_of_two_that_became_one_a_story_shows_one():
    into, duplicate = two(an_author)
    other = an_author("Третя")
    story = an_article(a_text(), authors=[duplicate, other, into], topics=two(a_topic))
    edition = published(story)
    topics = list(story.topics.order_by("pk"))
    merge(into, duplicate, None)
    merge(topics[0], topics[1], None)
    assert list(for_desk(story.pk).authorships.values_list("author", flat=True)) == [into.pk, other.pk]
    content = with_present_ids(edition.live.content)
    assert content["authors"] == [into.pk, other.pk]
    assert content["topics"] == [topics[0].pk]
    assert AuthorListing.objects.filter(subject=into, edition=edition).count() == 1


def test_nothing_is_left_to_publish_by_a_merger_alone():
    into, duplicate = two(a_speaker)
    story, edition = told_by(duplicate)
    merge(into, duplicate, None)
    assert differences(compose(for_desk(story.pk), "uk"), with_present_ids(edition.live.content)) == 0
    changed(story)
    edition.refresh_from_db()
    assert edition.unpublished == 0


def test_a_change_that_a_merger_undoes_is_counted_no_more():
    into, duplicate = two(a_source)
    story = an_article(a_text(), a_citation(duplicate))
    edition = published(story)
    story.citations.update(source=into)
    changed(story)
    edition.refresh_from_db()
    assert edition.unpublished == 1
    merge(into, duplicate, None)
    edition.refresh_from_db()
    assert edition.unpublished == 0


def test_a_story_lists_and_leaves_the_page_of_the_one_that_stays():
    into, duplicate = two(a_speaker)
    _story, edition = told_by(duplicate)
    merge(into, duplicate, None)
    publish(edition, None)
    assert [row.subject for row in SpeakerListing.objects.all()] == [into]
    withdraw(edition, None)
    assert not SpeakerListing.objects.exists()


def test_a_version_that_names_the_duplicate_brings_back_the_one_that_stays(maria):
    (speaker, double), (author, other), (topic, twin) = two(a_speaker), two(an_author), two(a_topic)
    story = an_article(a_quote(speaker=double), a_citation(a_source()), authors=[other, author], topics=[twin])
    version = story.versions.get()
    story.blocks.all().delete()
    story.topics.clear()
    story.authorships.all().delete()
    for into, duplicate in ((speaker, double), (author, other), (topic, twin)):
        merge(into, duplicate, maria)
    assert restore(story, version, maria) == 0
    assert story.blocks.get().speaker == speaker
    assert [each.author for each in story.authorships.all()] == [author]
    assert list(story.topics.all()) == [topic]


# Of people ---------------------------------------------------------------------------------------


def test_names_of_the_duplicate_become_aliases_unless_they_are_names_already():
    into, duplicate = a_speaker("Кая Каллас", "Kaja Kallas"), a_speaker("Каллас Кая", "Kaja Kallas", "Kaja Kallasowa")
    duplicate.aliases.create(text="К. Каллас")
    into.aliases.create(text="К. Каллас")
    merge(into, duplicate, None)
    into.refresh_from_db()
    assert into.name_pl == "Kaja Kallasowa"
    assert sorted(into.aliases.values_list("text", flat=True)) == ["К. Каллас", "Каллас Кая"]


def test_facts_fill_what_is_empty_and_overwrite_nothing():
    portrait = a_picture()
    into = a_speaker("Кая Каллас", wikidata="Q1")
    duplicate = a_speaker("Кая Калас", en="Kaja Kallas", wikidata="Q2", portrait=portrait)
    merge(into, duplicate, None)
    into.refresh_from_db()
    assert (into.name_uk, into.name_en, into.wikidata, into.portrait) == ("Кая Каллас", "Kaja Kallas", "Q1", portrait)
    assert into.folded_en == "kaja kallas"


def test_an_office_both_had_is_there_once_and_words_said_in_it_keep_it():
    held = {"title_uk": "голова", "since": date(2020, 1, 1)}
    into, duplicate = a_speaker("Кая", office=held), a_speaker("Кайя", office=held)
    duplicate.offices.create(title_uk="радниця", until=date(2019, 12, 31))
    _story, edition = told_by(duplicate)
    merge(into, duplicate, None)
    assert sorted(office.title_uk for office in into.offices.all()) == ["голова", "радниця"]
    assert edition.quotes.get().office == into.offices.get(title_uk="голова")


def test_words_in_nobody_s_office_get_the_one_that_is_known_now():
    into, duplicate = a_speaker("Кая", office={"title_uk": "голова"}), a_speaker("Кайя")
    _story, edition = told_by(duplicate)
    merge(into, duplicate, None)
    assert edition.quotes.get().office == into.offices.get()


@pytest.mark.parametrize("most", [0, 100])
def test_stories_are_found_under_the_one_that_stays(django_capture_on_commit_callbacks, monkeypatch, most):
    monkeypatch.setattr("articles.merging.pages.EXACT", most)
    into, duplicate = two(a_speaker)
    told_by(duplicate)
    with django_capture_on_commit_callbacks(execute=True):
        merge(into, duplicate, None)
    marks = " ".join(str(each) for each in Document.objects.values_list("marks", flat=True))
    assert f"speaker:{into.pk}" in marks.replace("_", ":")
    assert f"speaker:{duplicate.pk}" not in marks.replace("_", ":")


def test_stories_of_the_one_that_stays_are_found_by_the_names_of_the_other(client, django_capture_on_commit_callbacks):
    into, duplicate = a_speaker("Кая"), a_speaker("Леся")
    duplicate.aliases.create(text="Мавка")
    told_by(into)
    with django_capture_on_commit_callbacks(execute=True):
        merge(into, duplicate, None)
    for name in ("Леся", "Мавка"):
        assert "Міст відкрито" in page(client, f"/uk/search/?q={name}")


# Refused, and written down -----------------------------------------------------------------------


def test_nobody_is_merged_with_themselves_nor_with_another_kind():
    speaker = a_speaker()
    for other in (Speaker.objects.get(), a_source()):
        with pytest.raises(CannotMerge):
            merge(speaker, other, None)
    assert Speaker.objects.count() == 1


def test_two_authors_who_both_work_here_stay_two(maria, olha):
    into, duplicate = an_author("Марія", person=maria), an_author("Ольга", person=olha)
    with override("en"), pytest.raises(CannotMerge, match="Both authors work here"):
        merge(into, duplicate, None)


def test_the_account_of_an_author_stays_with_their_name(olha):
    into, duplicate = an_author("Ольга"), an_author("Оля", person=olha)
    merge(into, duplicate, None)
    into.refresh_from_db()
    assert into.person == olha


def test_what_is_gone_by_now_is_merged_no_second_time():
    into, duplicate = two(a_topic)
    again = type(duplicate).objects.get(pk=duplicate.pk)
    merge(into, duplicate, None)
    with override("en"), pytest.raises(CannotMerge, match="gone"):
        merge(into, again, None)
    assert Merger.objects.count() == 1


def test_the_history_of_the_one_that_stays_says_so(maria):
    into, duplicate = two(a_topic)
    with override("en"):
        merge(into, duplicate, maria)
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (maria, str(into.pk))
    assert "Kaia Kallas" in entry.get_change_message()


def test_a_merger_that_fails_leaves_everything_as_it_was(monkeypatch):
    into, duplicate = two(a_speaker)
    _story, edition = told_by(duplicate)

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("articles.merging.merge.index", fail)
    with pytest.raises(RuntimeError):
        merge(into, duplicate, None)
    assert edition.quotes.get().speaker_id == Speaker.objects.exclude(pk=into.pk).get().pk
    assert not FormerSlug.objects.exists() and not Merger.objects.exists()
