"""Rows changed in bulk, past save(): readers see it at once all the same."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles.models import Category, Edition, Office, Speaker, Topic
from articles.publishing import publish
from newsroom.pagecache.models import Purge
from newsroom.pagecache.tags import EVERYTHING
from newsroom.pictures.models import Picture
from tests.builders import a_category, a_picture, a_quote, a_speaker, a_topic, an_article, an_edition, changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    speaker = a_speaker(office={"title_uk": "голова"})
    return an_edition(
        a_quote(speaker=speaker), picture=a_picture(), topics=[a_topic()], category=a_category(uk="Місто")
    )


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return run


@pytest.fixture
def page(edge, story):
    """Return what readers get of the story; once asked for, it is kept."""

    def read():
        return edge.get(story.get_absolute_url()).text

    read()
    return read


def is_everything_purged(change):
    Purge.objects.all().delete()
    change()
    return Purge.objects.filter(tag=EVERYTHING).exists()


def bulk_updated(model, **fields):
    rows = list(model.objects.all())
    for row in rows:
        for field, value in fields.items():
            setattr(row, field, value)
    return lambda: model.objects.bulk_update(rows, list(fields))


def test_an_update_is_seen(page, commit):
    commit(lambda: Speaker.objects.update(name_uk="Ада Нова"))
    assert "Ада Нова" in page()


def test_an_update_through_a_relation_is_seen(page, commit):
    commit(lambda: Speaker.objects.get().offices.filter(title_uk="голова").update(title_uk="міністерка"))
    assert "міністерка" in page()


def test_a_bulk_update_is_seen(page, commit):
    commit(bulk_updated(Topic, name_uk="Море"))
    assert "Море" in page()


def test_rows_made_in_bulk_purge_everything(page, commit):
    titles = [Office(speaker=Speaker.objects.get(), title_uk="віце-голова", title="віце-голова")]
    commit(lambda: Office.objects.bulk_create(titles))
    assert Purge.objects.filter(tag=EVERYTHING).exists()


def test_rows_deleted_in_bulk_are_purged_as_exactly_as_one_by_one(page, commit):
    assert "голова" in page()
    Purge.objects.all().delete()
    commit(lambda: Office.objects.all().delete())
    assert "голова" not in page()
    assert not Purge.objects.filter(tag=EVERYTHING).exists()


def test_pictures_changed_in_bulk_are_seen(page, commit):
    commit(lambda: Picture.objects.update(credit_uk="Фото: Лев Гай"))
    assert "Фото: Лев Гай" in page()


@pytest.mark.parametrize("model", [Category, Topic, Speaker, Office, Picture, Edition])
def test_every_bulk_change_of_what_pages_show_purges_everything(story, model):
    field = {Office: "since", Picture: "source_url", Edition: "headline", Speaker: "wikidata"}.get(model, "name_uk")
    value = None if model is Office else "x"
    assert is_everything_purged(lambda: model.objects.update(**{field: value}))
    assert is_everything_purged(bulk_updated(model, **{field: value}))
    assert not is_everything_purged(lambda: model.objects.none().update(**{field: value}))
    assert not is_everything_purged(lambda: model.objects.bulk_create([]))


def test_pictures_made_in_bulk_purge_everything():
    rows = [Picture(original="a.jpg", width=1, height=1, title="a", credit="a")]
    assert is_everything_purged(lambda: Picture.objects.bulk_create(rows))


def test_who_purges_by_themselves_says_so(story):
    assert not is_everything_purged(lambda: Edition.objects.without_purging().filter(pk=story.pk).update(headline="x"))
    rows = list(Topic.objects.all())
    assert not is_everything_purged(lambda: Topic.objects.without_purging().bulk_update(rows, ["name_uk"]))
    new = [Topic(name_uk="Море", slug_uk="more")]
    assert not is_everything_purged(lambda: Topic.objects.without_purging().bulk_create(new))


def test_publishing_and_saving_purge_no_more_than_what_changed(story):
    def work():
        article = changed(story.article, headline_en="Bridge")
        publish(article.editions.get(language="uk"), None)
        an_article(languages=("uk", "en"))

    assert not is_everything_purged(work)


def test_what_a_story_belongs_to_on_the_desk_is_nobody_s_business_until_it_is_published(page, story, commit):
    Purge.objects.all().delete()
    commit(lambda: story.article.topics.set([a_topic(uk="Море")]))
    assert not Purge.objects.filter(tag=EVERYTHING).exists()
    commit(lambda: publish(story, None))
    assert "Море" in page()


def test_a_bulk_change_that_was_rolled_back_never_happened(edge, page):
    def fail():
        with transaction.atomic():
            Speaker.objects.update(name_uk="Ада Нова")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    edge.renderings.clear()
    assert "Ада Нова" not in page()
    assert edge.renderings == []


def test_what_sql_changed_is_seen_after_the_command(page, commit):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_speaker SET name_uk = %s", ["Ада Нова"])
    assert "Ада Нова" not in page()
    commit(lambda: call_command("purge", verbosity=0))
    assert "Ада Нова" in page()
