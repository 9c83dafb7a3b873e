from collections.abc import Hashable

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ..alike import alike
from ..slots import marker

register = template.Library()


@register.simple_tag
def slot(name: str) -> SafeString:
    """Leave a place in the page for what settings.SLOTS has under this name."""
    return marker(name)


@register.simple_tag(name="alike")
def show_alike(template_name: str, **values: Hashable) -> SafeString:
    """Show a template that is alike on many pages, rendered once for the same values: they are all it knows."""
    return alike(rendered, template_name, tuple(values.items()))


def rendered(template_name: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template_name, dict(values))
