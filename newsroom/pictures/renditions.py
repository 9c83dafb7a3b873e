"""How a picture becomes what readers get: upright, scaled, WebP, without metadata."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageOps

WIDTHS = (320, 640, 960, 1280, 1600)
FIRST_WIDTH = 960  # enough to show the picture anywhere until the others are made
QUALITY = 75


def widths_for(width: int) -> list[int]:
    """Return the widths worth making of a picture this wide; nothing is scaled up."""
    return sorted({min(each, width) for each in WIDTHS})


def upright(file: BinaryIO) -> Image.Image:
    """Open a picture the way the camera was held, in colours WebP can keep."""
    with Image.open(file) as opened:
        turned = ImageOps.exif_transpose(opened)
        return turned.convert("RGBA" if turned.has_transparency_data else "RGB")


def webp(picture: Image.Image, width: int) -> tuple[bytes, int]:
    """Return the bytes of a picture scaled to `width` pixels, and its height in pixels."""
    height = max(1, round(width * picture.height / picture.width))
    data = BytesIO()
    scaled = picture.resize((width, height), Image.Resampling.LANCZOS)
    # No EXIF and no profile: a reader's copy says nothing of the camera or the place.
    scaled.save(data, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=None)
    return data.getvalue(), height
