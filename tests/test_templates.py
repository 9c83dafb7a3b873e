"""Pages carry no inline script or style: the content security policy would refuse them."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
FOLDERS = ("templates", "newsroom", "articles")
INLINE = re.compile(
    r"<style\b"
    r"|<script\b(?![^>]*\ssrc=)"
    r"|<[a-z][^>]*\s(?:style|on[a-z]+)\s*="
    r"|(?:href|src|action)\s*=\s*[\"']?\s*javascript:",
    re.IGNORECASE,
)


def templates():
    return sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.html"))


def inline_code(html):
    # A tag's condition may hold a “>”; the markup around it is what we read.
    return INLINE.findall(re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "…", html))


def test_no_template_has_inline_code():
    assert templates()
    for file in templates():
        assert not inline_code(file.read_text()), file.relative_to(ROOT)


@pytest.mark.parametrize(
    "html",
    [
        "<style>p {}</style>",
        "<p style='color: red'>",
        '<p class="a" STYLE="color: red">',
        "<body\n  onload='go()'>",
        "<a {% if a > b %}class='x'{% endif %} onclick='go()'>",
        "<script>go()</script>",
        "<script type='module'>go()</script>",
        "<a href='javascript:go()'>",
    ],
)
def test_inline_code_is_seen(html):
    assert inline_code(html)


@pytest.mark.parametrize(
    "html",
    [
        "<script type='module' src='/static/js/a.js'></script>",
        "<link rel='stylesheet' href='a.css'>",
        "<p data-style='a' data-once='b'>",
        "<p>The style = the man</p>",
    ],
)
def test_outside_files_are_let_through(html):
    assert not inline_code(html)
