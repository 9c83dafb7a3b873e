from django import template
from django.utils.safestring import SafeString

from ..slots import marker

register = template.Library()


@register.simple_tag
def slot(name: str) -> SafeString:
    """Leave a place in the page for what settings.SLOTS has under this name."""
    return marker(name)
