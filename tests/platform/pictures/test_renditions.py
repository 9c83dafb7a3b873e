"""The sizes of a picture that readers get."""

import io
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from newsroom.pictures.models import Picture, make_other_renditions

pytestmark = pytest.mark.django_db


def kept(width: int, height: int, **options) -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#557766").save(data, "JPEG", **options)
    return Picture.objects.create(
        title="Bridge", credit="Photo", original=ContentFile(data.getvalue(), name="bridge.jpg")
    )


def test_a_picture_can_be_shown_as_soon_as_it_is_saved():
    picture = kept(2000, 1000)
    assert [(each.width, each.height) for each in picture.renditions.all()] == [(960, 480)]


def test_the_worker_makes_the_other_widths_once():
    picture = kept(2000, 1000)
    for _twice in range(2):
        make_other_renditions.func(picture.pk)
    assert [each.width for each in picture.renditions.all()] == [320, 640, 960, 1280, 1600]


def test_nothing_is_scaled_up():
    picture = kept(500, 400)
    make_other_renditions.func(picture.pk)
    assert [each.width for each in picture.renditions.all()] == [320, 500]


def test_a_picture_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    rendition = kept(400, 200, exif=exif).renditions.get()
    assert (rendition.width, rendition.height) == (200, 400)


def test_a_real_photograph_tells_readers_nothing_of_the_place(testdata: Path):
    path = next((testdata / "pictures" / "gps").glob("*.jpg"))
    assert Image.open(path).getexif().get_ifd(0x8825), "the upload itself knows where it was taken"
    picture = Picture.objects.create(
        title="Somewhere", credit="Photo", original=ContentFile(path.read_bytes(), name=path.name)
    )
    with picture.renditions.get().file.open("rb") as file:
        served = Image.open(file)
        assert not served.getexif()
        assert "exif" not in served.info


def test_a_rendition_is_served_for_ever_and_runs_nothing(client):
    answer = client.get(kept(400, 200).renditions.get().file.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/webp"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_the_upload_itself_has_no_address(client, settings):
    picture = kept(400, 200)
    assert client.get(f"/media/pictures/{picture.original.name}").status_code == 404
    assert client.get(f"/media/pictures/..%2foriginals%2f{picture.original.name}").status_code == 404
