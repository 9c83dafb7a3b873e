"""The picture library in the admin: upload, describe, find, keep while used."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError

from articles.desk.saving import settle
from articles.models import PictureListing
from articles.publishing import withdraw
from newsroom.pictures.models import Picture
from tests.builders import a_picture, a_picture_block, a_speaker, an_article, an_edition, an_upload, published

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "Міст уранці",
    "alt_uk": "Вантовий міст.",
    "credit_uk": "Фото: Анна Бондар",
    "focal_x": "0.5",
    "focal_y": "0.5",
}


@pytest.fixture
def library(client, olha):
    client.force_login(olha)
    return client


def upload(client, file, **typed):
    return client.post("/admin/pictures/picture/add/", TYPED | typed | {"original": file})


def test_an_upload_becomes_a_picture(library):
    assert upload(library, an_upload()).status_code == 302
    picture = Picture.objects.get()
    assert (picture.title, picture.width, picture.credit_uk) == ("Міст уранці", 64, "Фото: Анна Бондар")


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.jpg", b"no picture at all", content_type="image/jpeg"),
        SimpleUploadedFile("a.jpg", an_upload().read()[:200], content_type="image/jpeg"),
        SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"),
        SimpleUploadedFile("a.jpg", b"", content_type="image/jpeg"),
    ],
    ids=["words", "cut off", "svg", "empty"],
)
def test_a_broken_picture_is_refused_at_its_field_and_what_was_typed_stays(library, file):
    file.seek(0)
    response = upload(library, file)
    assert response.status_code == 200
    assert set(response.context["adminform"].form.errors) == {"original"}
    assert 'value="Міст уранці"' in response.text
    assert 'value="Фото: Анна Бондар"' in response.text
    assert not Picture.objects.exists()


def test_too_large_a_picture_is_refused_at_its_field(library, settings):
    settings.PICTURE_MOST_PIXELS = 100
    response = upload(library, an_upload())
    assert set(response.context["adminform"].form.errors) == {"original"}


def test_a_picture_can_be_described_again_without_uploading_it_again(library):
    picture = a_picture()
    response = library.post(f"/admin/pictures/picture/{picture.pk}/change/", TYPED | {"alt_uk": "Міст і туман."})
    assert response.status_code == 302
    picture.refresh_from_db()
    assert picture.alt_uk == "Міст і туман."


def test_the_form_shows_the_picture_as_readers_get_it_and_never_the_original(library):
    picture = a_picture()
    page = library.get(f"/admin/pictures/picture/{picture.pk}/change/").text
    assert picture.renditions.first().file.url in page
    assert picture.original.name not in page


@pytest.mark.parametrize("query", ["міст", "МІСТ", "бондар", "BONDAR"])
def test_a_picture_is_found_by_title_and_credit_in_any_case(library, query):
    a_picture()
    a_picture(title="Порт", credit_uk="Фото: Іван", credit_en="Photo: Ivan", credit_pl="")
    rows = library.get("/admin/pictures/picture/", {"q": query}).context["cl"].result_list
    assert [row.title for row in rows] == ["Міст"]


def test_a_picture_in_use_stays_and_the_refusal_names_its_users(library):
    picture = a_picture()
    an_article(a_picture_block(picture=picture), headline_uk="Міст стоятиме")
    a_speaker("Ада Лозова", portrait=picture)
    response = library.post(f"/admin/pictures/picture/{picture.pk}/delete/", {"post": "yes"}, follow=True)
    refusal = str(next(iter(response.context["messages"])))
    assert "Міст стоятиме" in refusal
    assert "Ада Лозова" in refusal
    assert Picture.objects.filter(pk=picture.pk).exists()


def taken_off_the_desk(edition):
    """Remove the picture blocks of a story that readers see with them."""
    edition.article.blocks.all().delete()
    settle(edition.article, {}, None)


def test_a_picture_that_only_readers_still_see_stays_and_is_known_by_its_story(library):
    picture = a_picture()
    taken_off_the_desk(an_edition(a_picture_block(picture=picture), headline_uk="Міст стоятиме"))
    assert "Міст стоятиме" in library.get(f"/admin/pictures/picture/{picture.pk}/change/").text
    response = library.post(f"/admin/pictures/picture/{picture.pk}/delete/", {"post": "yes"}, follow=True)
    assert "Міст стоятиме" in str(next(iter(response.context["messages"])))
    with pytest.raises(ProtectedError):
        picture.delete()


def test_a_lead_picture_that_only_readers_still_see_stays(library):
    picture = a_picture()
    edition = an_edition(picture=picture, headline_uk="Міст стоятиме")
    edition.article.picture = None
    edition.article.save()
    response = library.post(f"/admin/pictures/picture/{picture.pk}/delete/", {"post": "yes"}, follow=True)
    assert "Міст стоятиме" in str(next(iter(response.context["messages"])))
    assert Picture.objects.filter(pk=picture.pk).exists()


@pytest.mark.parametrize("farewell", [withdraw, lambda edition, by: published(edition.article)])
def test_a_picture_that_readers_see_no_more_can_be_deleted(library, farewell):
    picture = a_picture()
    edition = an_edition(a_picture_block(picture=picture))
    taken_off_the_desk(edition)
    farewell(edition, None)
    library.post(f"/admin/pictures/picture/{picture.pk}/delete/", {"post": "yes"})
    assert not Picture.objects.exists()


def test_pictures_that_were_live_before_listings_knew_them_are_listed():
    picture, lost = a_picture(), a_picture()
    edition = an_edition(a_picture_block(picture=picture), a_picture_block(picture=lost))
    PictureListing.objects.all().delete()
    edition.article.blocks.filter(picture=lost).delete()
    lost.delete()
    import_module("articles.migrations.0003_list_pictures_in_live_texts").enlist(apps, None)
    assert [(each.subject, each.edition) for each in PictureListing.objects.all()] == [(picture, edition)]


def test_a_translator_describes_a_picture_in_their_languages_and_no_other(client, taras):
    picture = a_picture()
    address = f"/admin/pictures/picture/{picture.pk}/change/"
    client.force_login(taras)
    page = client.get(address).text
    assert 'name="alt_en"' in page and 'name="credit_pl"' in page and picture.renditions.first().file.url in page
    assert not [name for name in ('name="alt_uk"', 'name="original"', picture.original.name) if name in page]
    forged = {
        "title": "Чуже",
        "alt_uk": "Чуже",
        "credit_uk": "Чуже",
        "decorative": "on",
        "focal_x": "0",
        "original": an_upload(),
    }
    typed = {
        "alt_en": "A bridge in the fog.",
        "credit_en": "Photo: A. Bondar",
        "alt_pl": "Most.",
        "credit_pl": "Fot. A.",
    }
    assert client.post(address, typed | forged).status_code == 302
    after = Picture.objects.get()
    assert {name: getattr(after, name) for name in typed} == typed
    kept = {"title", "alt_uk", "credit_uk", "decorative", "focal_x", "original", "sha256"}
    assert {name: getattr(after, name) for name in kept} == {name: getattr(picture, name) for name in kept}


def test_a_translator_neither_uploads_nor_deletes(client, taras):
    picture = a_picture()
    client.force_login(taras)
    assert client.get("/admin/pictures/picture/add/").status_code == 403
    assert client.post(f"/admin/pictures/picture/{picture.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_photo_desk_keeps_the_library_and_a_translator_looks_at_it(client, taras):
    picture = a_picture()
    client.force_login(taras)
    assert client.get(f"/admin/pictures/picture/{picture.pk}/change/").status_code == 200
    assert client.get("/admin/pictures/picture/add/").status_code == 403
    taras.roles.create(name="photo")
    assert client.get("/admin/pictures/picture/add/").status_code == 200
