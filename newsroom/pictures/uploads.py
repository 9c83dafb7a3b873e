"""What file we accept as a picture, and what we say of one that we don't."""

from dataclasses import dataclass
from math import ceil
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Measures:
    """What the header of a picture file says, sides in pixels as a reader will see them."""

    format: str
    width: int
    height: int


def inspect(file: BinaryIO, size: int) -> Measures:
    """Measure an uploaded picture and decode it once, so that a broken one is refused now.

    The pixels are counted from the header before anything is decoded (ASVS 5.2.6).
    Raises ValidationError with a sentence for the editor.
    """
    if size > settings.PICTURE_LARGEST_FILE:
        limit = settings.PICTURE_LARGEST_FILE // MEBIBYTE
        raise ValidationError(
            _("This file is %(size)d MB; the most we take is %(limit)d MB. Make it smaller and upload it again.")
            % {"size": ceil(size / MEBIBYTE), "limit": limit},
            code="too_large",
        )
    try:
        return _decode(file)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(
            _("This file is not a picture we can open. Save it again as JPEG, PNG, WebP, AVIF or GIF."),
            code="unreadable",
        ) from error
    finally:
        file.seek(0)


def _decode(file: BinaryIO) -> Measures:
    file.seek(0)
    with Image.open(file, formats=FORMATS) as picture:
        width, height = picture.size
        if width * height > settings.PICTURE_MOST_PIXELS:
            raise ValidationError(
                _("This picture has %(pixels)d megapixels; the most we take is %(limit)d. Scale it down first.")
                % {"pixels": width * height // 1_000_000, "limit": settings.PICTURE_MOST_PIXELS // 1_000_000},
                code="too_many_pixels",
            )
        picture.load()
        if picture.getexif().get(0x0112, 1) >= 5:  # EXIF orientations that lie on their side
            width, height = height, width
        return Measures(picture.format, width, height)
