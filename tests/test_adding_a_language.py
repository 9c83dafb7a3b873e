"""Another language is a setting and a migration, one that is read from the right included."""

import pytest

from tests.platform.commands import manage

SETTINGS = """
from newsroom.settings import *
LANGUAGES = [*LANGUAGES, ("ar", "Arabic")]
NEWSPAPER_NAMES = NEWSPAPER_NAMES | {"ar": "الشرطة"}
MIGRATION_MODULES = {"articles": None, "pictures": None, "staff": None, "readers": None}
ALLOWED_HOSTS = ["testserver"]
"""
A_STORY = """
from django.test import Client
from tests.builders import a_category, an_article, published
category = a_category(uk="Місто", en="City", pl="Miasto", name_ar="المدينة")
article = an_article(category=category, languages=("uk",), headline_ar="الجسر مفتوح")
published(article, "ar")
front = Client().get("/ar/")
print(front.status_code, front.content.decode())
print(Client().get(article.editions.get(language="ar").get_absolute_url()).status_code)
"""


@pytest.fixture
def with_arabic(tmp_path):
    (tmp_path / "with_arabic.py").write_text(SETTINGS)

    def run(*arguments):
        path = {"PYTHONPATH": str(tmp_path), "DJANGO_SETTINGS_MODULE": "with_arabic", "DEBUG": "true"}
        return manage(*arguments, folder=tmp_path / "var", **path)

    return run


def test_the_migration_adds_its_columns_and_takes_none_away(tmp_path, with_arabic):
    (tmp_path / "with_arabic.py").write_text(SETTINGS.replace("MIGRATION_MODULES", "UNUSED"))
    plan = with_arabic("makemigrations", "--dry-run").stdout
    assert "+ Add field headline_ar to article" in plan
    assert "+ Add field text_ar to block" in plan
    assert "- Remove field" not in plan


def test_a_story_in_it_stands_at_its_own_address_from_right_to_left(with_arabic):
    done = with_arabic("migrate", "--run-syncdb")
    assert done.returncode == 0, done.stderr
    done = with_arabic("shell", "--no-imports", "--command", A_STORY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("200 ")
    assert '<html lang="ar" dir="rtl">' in done.stdout
    assert "الجسر مفتوح" in done.stdout
    assert done.stdout.rstrip().endswith("200")
