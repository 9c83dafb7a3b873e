"""{% picture %}: a picture of the library in the size a page needs."""

from django import template
from django.conf import settings
from django.utils.translation import get_language

from ..models import Picture, Rendition

register = template.Library()
CODES = [code for code, _name in settings.LANGUAGES]


@register.inclusion_tag("pictures/_picture.html")
def picture(
    picture: Picture, sizes: str = "100vw", ratio: str = "", eager: bool = False, beside_name: bool = False
) -> dict:
    """Show a picture; `sizes` as in HTML, `ratio` like "16:9" crops by style sheet.

    `eager` is for the one picture a page opens with. `beside_name` empties the alternative text, because the
    name stands next to it (WCAG H2).
    """
    renditions = list(picture.renditions.all())
    alt, alt_language = ("", "") if picture.decorative or beside_name else described(picture)
    return {
        "largest": renditions[-1] if renditions else None,
        "srcset": ", ".join(f"{rendition.file.url} {rendition.width}w" for rendition in renditions),
        "fallback": middle(renditions),
        "sizes": sizes,
        "shape": f"ratio-{ratio.replace(':', '-')}" if ratio else "",
        "alt": alt,
        "alt_language": alt_language if alt_language != get_language() else "",
        "eager": eager,
    }


def described(picture: Picture) -> tuple[str, str]:
    """Return the alternative text and its language: the page's, else the first there is (WCAG 3.1.2)."""
    for language in (get_language() or settings.LANGUAGE_CODE, *CODES):
        if alt := getattr(picture, f"alt_{language}"):
            return alt, language
    return "", ""


def middle(renditions: list[Rendition]) -> Rendition | None:
    """Return the rendition for browsers that know no srcset."""
    return renditions[len(renditions) // 2] if renditions else None
