"""The picture library in the admin: upload, describe, find, keep while used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.pictures.models import Picture
from tests.builders import a_picture, a_picture_block, a_speaker, an_article, an_upload

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


def test_the_photo_desk_keeps_the_library_and_a_translator_looks_at_it(client, taras):
    picture = a_picture()
    client.force_login(taras)
    assert client.get(f"/admin/pictures/picture/{picture.pk}/change/").status_code == 200
    assert client.get("/admin/pictures/picture/add/").status_code == 403
    taras.roles.create(name="photo")
    assert client.get("/admin/pictures/picture/add/").status_code == 200
