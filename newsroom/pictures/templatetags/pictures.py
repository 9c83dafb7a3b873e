"""{% picture %}: a picture of the library in the size a page needs. {% credit %}: who made it."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname as in_language

from ..models import Picture, Rendition
from ..signals import shown

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
    shown.send(Picture, picture=picture, parts=["image"] if beside_name else ["image", "alt"])
    renditions = list(picture.renditions.all())
    alt, alt_language = ("", "") if picture.decorative or beside_name else text_of(picture, "alt")
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


@register.simple_tag
def credit(picture: Picture) -> SafeString:
    """Render the credit of a picture; one that is borrowed from another language says which."""
    shown.send(Picture, picture=picture, parts=["credit"])
    text, language = text_of(picture, "credit")
    if language == get_language():
        return format_html("<cite>{}</cite>", text)
    return format_html('<cite lang="{}" dir="auto">{}</cite>', language, text)


def text_of(picture: Picture, field: str) -> tuple[str, str]:
    """Return a text of a picture and its language: the page's, else the first there is (WCAG 3.1.2)."""
    languages = (get_language() or settings.LANGUAGE_CODE, *CODES)
    found = ((getattr(picture, in_language(field, language)), language) for language in languages)
    return next(((text, language) for text, language in found if text), ("", languages[0]))


def middle(renditions: list[Rendition]) -> Rendition | None:
    """Return the rendition for browsers that know no srcset."""
    return renditions[len(renditions) // 2] if renditions else None
