"""What files the library takes, and what it says of the others."""

import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from newsroom.pictures.models import Picture
from newsroom.pictures.uploads import inspect


def bytes_of(width: int, height: int, form: str = "PNG", **options) -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#557766").save(data, form, **options)
    data.seek(0)
    return data


def refused(data: io.BytesIO, size: int = 100) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        inspect(data, size)
    return caught.value


def test_a_picture_is_measured_as_a_reader_will_see_it():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    measures = inspect(bytes_of(300, 200, "JPEG", exif=exif), 100)
    assert (measures.format, measures.width, measures.height) == ("JPEG", 200, 300)


def test_a_text_file_is_no_picture_whatever_its_name():
    error = refused(io.BytesIO(b"<html>"))
    assert error.code == "unreadable"
    assert "JPEG" in error.message


def test_a_drawing_that_can_run_scripts_is_refused():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    assert refused(io.BytesIO(svg)).code == "unreadable"


def test_a_picture_cut_off_in_the_middle_is_refused():
    whole = bytes_of(400, 400).getvalue()
    assert refused(io.BytesIO(whole[: len(whole) // 2])).code == "unreadable"


def test_too_many_megabytes_are_refused_with_the_limit(settings):
    assert "20" in refused(bytes_of(10, 10), settings.PICTURE_LARGEST_FILE + 1).message


def test_too_many_pixels_are_counted_before_anything_is_decoded(settings):
    settings.PICTURE_MOST_PIXELS = 1_000_000
    assert refused(bytes_of(1001, 1000)).code == "too_many_pixels"


@pytest.mark.django_db
def test_a_broken_picture_saved_past_the_form_is_refused_too():
    with pytest.raises(ValidationError):
        Picture.objects.create(title="Broken", credit="—", original=ContentFile(b"no picture", name="x.jpg"))
    assert not Picture.objects.exists()


def test_every_broken_real_file_is_either_measured_or_refused_with_a_sentence(testdata: Path):
    files = sorted((testdata / "pictures" / "broken").iterdir())
    assert files
    for path in files:
        with path.open("rb") as file:
            try:
                assert inspect(file, path.stat().st_size).width > 0
            except ValidationError as error:
                assert error.message.endswith((".", "!")), path.name
