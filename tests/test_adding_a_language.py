"""Another language is a setting and a migration, one that is read from the right included."""

import shutil

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Topic
from tests.builders import a_topic
from tests.platform.commands import manage

MIGRATED = {
    "articles": "articles",
    "pictures": "newsroom/pictures",
    "staff": "newsroom/staff",
    "readers": "newsroom/readers",
}
BEFORE = f"""
from newsroom.settings import *
MIGRATION_MODULES = {{name: f"migrations_of_{{name}}" for name in {list(MIGRATED)}}}
ALLOWED_HOSTS = ["testserver"]
"""
WITH_ARABIC = f"""{BEFORE}
LANGUAGES = [*LANGUAGES, ("ar", "Arabic")]
NEWSPAPER_NAMES = NEWSPAPER_NAMES | {{"ar": "الشرطة"}}
"""
A_STORY_IN_UKRAINIAN = """
from tests.builders import *
category, source, author, topic = a_category(uk="Місто"), a_source("Річка"), an_author("Ада"), a_topic("Міст")
speaker = a_speaker("Ада Лозова", office={"title_uk": "голова"})
parts = [a_quote(speaker=speaker), a_citation(source)]
published(an_article(*parts, category=category, authors=[author], topics=[topic], picture=a_picture()))
"""
THE_STORY_IN_ARABIC = """
from django.test import Client
from articles.models import *
from tests.builders import changed, published
article = Article.objects.get()
article.picture.alt_ar = "جسر"
article.picture.save()
changed(article, headline_ar="الجسر مفتوح")
block = article.blocks.get()
block.text_ar = "<p>الجسر باق</p>"
block.save()
published(article, "ar")
story = article.editions.get(language="ar").get_absolute_url()
paths = ["/ar/", story, "/ar/misto/", "/ar/sources/richka/", "/ar/authors/ada/", "/ar/topics/mist/",
         "/ar/speakers/ada-lozova/"]
print([path for path in paths if Client().get(path).status_code != 200])
print(*[kind.objects.get().name_ar for kind in (Category, Source, Author, Topic, Speaker)])
print(Client().get(story).text)
"""


@pytest.fixture
def newspaper(tmp_path):
    """Run commands of a newspaper whose migrations are a copy, so that a language can be added to it."""
    for name, folder in MIGRATED.items():
        kept = tmp_path / f"migrations_of_{name}"
        shutil.copytree(settings.BASE_DIR / folder / "migrations", kept, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "before.py").write_text(BEFORE)
    (tmp_path / "with_arabic.py").write_text(WITH_ARABIC)

    def run(settings_module, *arguments):
        path = {
            "PYTHONPATH": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": settings_module,
            "DEBUG": "true",
            "CONSENT_MODE": "notice",
        }
        done = manage(*arguments, folder=tmp_path / "var", **path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_the_migration_adds_its_columns_and_takes_none_away(newspaper):
    plan = newspaper("with_arabic", "makemigrations", "--dry-run")
    assert "+ Add field headline_ar to article" in plan
    assert "+ Add field text_ar to block" in plan
    assert "- Remove field" not in plan


@pytest.mark.once
def test_a_story_that_stood_before_is_published_in_it_from_right_to_left(newspaper):
    newspaper("before", "migrate")
    newspaper("before", "shell", "--no-imports", "--command", A_STORY_IN_UKRAINIAN)
    newspaper("with_arabic", "makemigrations")
    newspaper("with_arabic", "migrate")
    shown = newspaper("with_arabic", "shell", "--no-imports", "--command", THE_STORY_IN_ARABIC)
    not_shown, names, page = shown.split("\n", 2)
    assert not_shown == "[]"
    assert names == "None None None None None", "an Ukrainian name is no Arabic one"
    assert '<html lang="ar" dir="rtl">' in page
    assert "الجسر مفتوح" in page
    assert '<span lang="uk" dir="auto">Ада Лозова</span>' in page


@pytest.mark.once
def test_a_language_whose_migration_is_still_to_be_made_stops_no_other(newspaper):
    newspaper("before", "migrate")
    newspaper("with_arabic", "migrate")


@pytest.mark.django_db
def test_namesakes_get_addresses_of_their_own_in_the_new_language():
    topics = [a_topic(uk="Міст") for _namesake in range(2)]
    Topic.objects.update(slug_pl=None, folded_pl=None, sort_key_pl=None)
    call_command("migrate", verbosity=0)
    for topic in topics:
        topic.refresh_from_db()
    assert [(topic.slug_pl, topic.name_pl, topic.sort_key_pl) for topic in topics] == [
        ("mist", None, ""),
        ("mist-2", None, ""),
    ]


@pytest.mark.django_db
def test_a_migration_changes_no_address_that_stands():
    topic = a_topic(uk="Міст", slug_en="bridges")
    with CaptureQueriesContext(connection) as captured:
        call_command("migrate", verbosity=0)
    assert not [query for query in captured.captured_queries if query["sql"].startswith('UPDATE "articles_')]
    topic.refresh_from_db()
    assert (topic.slug_en, topic.slug_pl) == ("bridges", "mist")
