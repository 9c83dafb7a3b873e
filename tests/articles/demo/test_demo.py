"""The example newspaper: whole, true to its files, built once and taken away without a trace."""

import re
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db.models import F
from PIL import Image

from articles.demo import files, library
from articles.models import (
    Article,
    Author,
    Category,
    Edition,
    FormerSlug,
    Publication,
    Quote,
    Source,
    Speaker,
    Topic,
    Version,
)
from newsroom.editorial.stages import Stage
from newsroom.pictures.models import Picture
from newsroom.readers.models import RegistryEntry
from newsroom.staff.models import Person
from tests.builders import an_article, an_edition, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
NAMED = (Category, Topic, Source, Speaker, Author)


def demo(*options):
    said = StringIO()
    call_command("demo", *options, stdout=said)
    return said.getvalue()


def editions(key):
    return {each.language: each for each in Edition.objects.filter(article__uid=files.uid_of(key))}


def everything():
    models = (Article, Edition, Publication, Version, Quote, Picture, Person, FormerSlug, RegistryEntry, *NAMED)
    rows = {model: set(model.objects.values_list("pk", flat=True)) for model in models}
    # What our own code keeps on readers' devices stays registered, with the example or without.
    return rows | {RegistryEntry: set(RegistryEntry.objects.filter(own=False).values_list("pk", flat=True))}


def test_every_story_stands_where_its_file_says():
    stories = files.stories()
    assert len(stories) >= 25
    for story in stories:
        found = editions(story["key"])
        assert set(found) == set(story["languages"]), story["key"]
        for edition in found.values():
            stage = {"draft": Stage.DRAFT, "withdrawn": Stage.WITHDRAWN}.get(story["state"], Stage.PUBLISHED)
            assert (edition.stage, edition.is_scheduled) == (stage, story["state"] == "scheduled"), story["key"]


def test_one_story_at_least_is_in_every_state():
    assert {story["state"] for story in files.stories()} == {"published", "scheduled", "draft", "withdrawn"}


def test_only_the_english_tram_is_behind():
    behind = Edition.objects.exclude(stage=Stage.DRAFT).filter(behind__gt=0)
    assert list(behind) == [editions("tram-nine")["en"]]


def test_only_the_english_cinema_has_unpublished_changes():
    assert list(Edition.objects.filter(unpublished__gt=0)) == [editions("open-air-cinema")["en"]]


def test_every_visible_story_has_a_page_and_every_link_of_it_leads_somewhere(nina):
    for edition in Edition.objects.visible():
        response = nina.get(edition.get_absolute_url())
        assert response.status_code == 200, edition
        assert not re.search(r"news:|story:", response.content.decode()), edition


def test_a_story_links_to_another_in_its_own_language(nina):
    for code, tram in editions("tram-nine").items():
        council = editions("council-minutes")[code].get_absolute_url()
        assert f'<a href="{council}">' in nina.get(tram.get_absolute_url()).content.decode()


def test_everything_that_readers_can_go_to_has_a_page(nina):
    for code in ("uk", "en", "pl"):
        front = nina.get(f"/{code}/")
        assert front.context["lead"].picture
        assert len(front.context["said"]) == 3
        assert len(front.context["sections"]) >= 5
        html = front.content.decode()
        for path in set(re.findall(rf'href="(/{code}/[^"#]*)"', html)):
            assert nina.get(path).status_code == 200, path


def test_the_story_of_the_seed_says_all_it_said(nina):
    for code, edition in editions("kallas-ceasefire").items():
        page = nina.get(edition.get_absolute_url()).context["page"]
        quotes = [block for block in page.blocks if block["kind"] == "quote"]
        assert page.picture and page.lead and len(page.points) == 2, code
        assert [each.source.pk for each in page.citations] == [Source.objects.get(name_en="The Guardian").pk]
        assert {quote["speaker"].pk for quote in quotes} == {Speaker.objects.get(name_en="Kaja Kallas").pk}
        assert all(quote["office"] for quote in quotes)
        assert len([block for block in page.blocks if block["kind"] == "heading"]) >= 2


def test_a_drawing_is_credited_as_a_drawing_in_every_language():
    credits = set(Picture.objects.values_list("credit_uk", "credit_en", "credit_pl"))
    assert credits == {("Малюнок: «Тире»", "Illustration: The Dash", "Rysunek: „Myślnik”")}


def test_every_picture_is_described_in_every_language():
    assert not Picture.objects.filter(alt_uk=F("alt_en")).exists()
    for code in ("uk", "en", "pl"):
        assert not Picture.objects.filter(**{f"alt_{code}": ""}).exists()


def test_nobody_of_the_example_can_sign_in_with_a_password():
    people = Person.objects.all()
    assert {person.first_name for person in people} == {"Ольга", "Тарас", "Марія"}
    assert not any(person.has_usable_password() for person in people)


def test_the_work_is_signed_by_who_does_it():
    assert {each.by.first_name for each in Publication.objects.all()} == {"Марія"}
    translated = Edition.objects.exclude(language=F("article__original_language"))
    assert {each.translator.first_name for each in translated} == {"Тарас"}


def test_built_again_nothing_changes_and_it_says_so():
    before = everything()
    assert "nothing was changed" in demo()
    assert everything() == before


def test_a_story_that_went_missing_is_written_again_beside_the_others():
    before = everything()
    article = Article.objects.get(uid=files.uid_of("stadium-lease"))
    article.editions.all().delete()
    article.delete()
    assert "Stories written: 1." in demo()
    after = everything()
    assert len(after[Article]) == len(before[Article])
    assert {model: after[model] for model in (Picture, Person, *NAMED)} == {
        model: before[model] for model in (Picture, Person, *NAMED)
    }


def test_a_newspaper_with_stories_of_its_own_is_left_alone_when_asked():
    Article.objects.filter(uid=files.uid_of("stadium-lease")).update(uid="00000000-0000-4000-8000-000000000000")
    before = everything()
    assert "Kept as it is" in demo("--if-empty")
    assert everything() == before


def test_removed_it_leaves_an_empty_newspaper_and_nobody_but_who_works_there(
    maria, nina, django_capture_on_commit_callbacks
):
    files_of_pictures = [
        rendition.file.name for picture in Picture.objects.all() for rendition in picture.renditions.all()
    ]
    with django_capture_on_commit_callbacks(execute=True):
        assert f"Stories removed: {len(files.stories())}" in demo("--remove")
    left = everything()
    assert {model for model in left if left[model]} == {Person}
    assert list(Person.objects.all()) == [maria]
    assert not any(default_storage.exists(name) for name in files_of_pictures)
    assert nina.get("/uk/").context["lead"] is None


def test_removed_it_leaves_its_people_where_nobody_else_works_and_names_them():
    said = demo("--remove")
    assert all(person.username in said for person in Person.objects.all())
    assert Person.objects.count() == 3


def test_removed_it_leaves_and_names_the_people_whom_the_newspaper_names_or_who_have_a_password(maria):
    published(an_article(), by=Person.objects.get(username="maria.hai"))
    taken_over = Person.objects.get(username="olha.koval")
    taken_over.set_password("kept under the type case")
    taken_over.save()
    said = demo("--remove")
    assert {person.username for person in Person.objects.all()} == {"maria", "maria.hai", "olha.koval"}
    assert "maria.hai" in said and "olha.koval" in said
    assert "taras.verba" not in said


def test_a_newspaper_that_somebody_emptied_stays_empty_at_the_next_start():
    demo("--remove")
    assert "Kept as it is" in demo("--if-empty")
    assert not Article.objects.exists()


def test_removed_it_leaves_what_the_newspapers_own_stories_use():
    category, topic, picture = Category.objects.first(), Topic.objects.first(), Picture.objects.first()
    own = published(an_article(category=category, topics=[topic], picture=picture))
    said = demo("--remove")
    assert [*Edition.objects.all()] == [own]
    assert ([*Category.objects.all()], [*Topic.objects.all()], [*Picture.objects.all()]) == (
        [category],
        [topic],
        [picture],
    )
    assert category.name_uk in said


def test_it_can_be_built_again_after_it_was_removed(monkeypatch):
    number = Article.objects.count()
    demo("--remove")
    own = an_edition()
    monkeypatch.setattr(library, "draw", lambda key: Image.new("RGB", (32, 20)))
    demo()
    assert Article.objects.count() == number + 1
    assert Edition.objects.filter(pk=own.pk).exists()
