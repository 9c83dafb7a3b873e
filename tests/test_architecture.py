"""Imports go one way, articles -> newsroom.* -> Django, and what readers get touches no desk model."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PLATFORM = sorted(folder for folder in (ROOT / "newsroom").iterdir() if (folder / "__init__.py").exists())
DESK_FILES = [ROOT / "articles" / "models" / f"{name}.py" for name in ("article", "body", "origin", "version")]
PUBLIC = [ROOT / "articles" / name for name in ("public", "feeds", "api", "templatetags")]
TEMPLATES = ROOT / "templates" / "articles"


def modules(folder):
    return sorted(folder.rglob("*.py"))


def imports(tree, package):
    """Return the dotted names a module imports; relative ones are completed with the module's own package."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            start = ".".join([*above, *filter(None, [node.module])])
            names |= {f"{start}.{alias.name}" for alias in node.names}
    return names


def strings(tree):
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def within(name, package):
    return f"{name}.".startswith(f"{package}.")


def platform_breaches(source, package, home):
    """Return what a module of the platform package `home` may not hold; `package` is the one it lies in."""
    tree = ast.parse(source)
    ours = [name for name in imports(tree, package) if within(name, "newsroom") or within(name, "articles")]
    return [name for name in ours if not within(name, home)] + [
        text for text in strings(tree) if text == "articles" or text.startswith(("articles.", "articles/", "articles:"))
    ]


def desk_models():
    trees = [ast.parse(file.read_text()) for file in DESK_FILES]
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}


def public_breaches(source, desk):
    """Return the desk models, and the ways to them, that code for readers names."""
    tree = ast.parse(source)
    names = {name for path in imports(tree, "articles.public") for name in path.split(".")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        if isinstance(node, ast.Attribute):
            names |= {node.attr, f".{node.attr}"}
    keywords = {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    lookups = {text for text in keywords | set(strings(tree)) if text.lstrip("-").startswith("article__")}
    return sorted(lookups | {name for name in names if name in desk | {".article"} or name.endswith("_set")})


def template_breaches(source):
    code = re.findall(r"{[{%].*?[%}]}", source)
    return [part for part in code if re.search(r"\.article\b|_set\b", part)]


@pytest.mark.parametrize("folder", PLATFORM, ids=lambda folder: folder.name)
def test_a_platform_package_knows_neither_articles_nor_another_package(folder):
    home = f"newsroom.{folder.name}"
    for file in modules(folder):
        package = ".".join(file.parent.relative_to(ROOT).parts)
        assert not platform_breaches(file.read_text(), package, home), file
    for file in folder.rglob("*.html"):
        assert "articles" not in file.read_text(), file


def test_the_root_of_newsroom_holds_settings_addresses_and_the_server_and_nothing_else():
    files = {path.name for path in (ROOT / "newsroom").iterdir() if path.is_file()}
    assert files == {"__init__.py", "settings.py", "urls.py", "wsgi.py"}
    assert (ROOT / "newsroom" / "__init__.py").read_text() == ""


def test_nobody_imports_the_settings_or_the_addresses():
    for file in [*modules(ROOT / "newsroom"), *modules(ROOT / "articles")]:
        names = imports(ast.parse(file.read_text()), ".".join(file.parent.relative_to(ROOT).parts))
        assert not [name for name in names if within(name, "newsroom.settings") or within(name, "newsroom.urls")], file


def test_what_readers_get_touches_no_desk_model():
    desk = desk_models()
    assert desk >= {"Article", "Block", "Point", "Origin", "Version"}
    files = [file for folder in PUBLIC for file in modules(folder)]
    assert files
    for file in files:
        assert not public_breaches(file.read_text(), desk), file
    for file in TEMPLATES.rglob("*.html"):
        assert not template_breaches(file.read_text()), file


@pytest.mark.parametrize(
    "source",
    [
        "import articles",
        "import articles.models as m",
        "from articles.models import Article",
        "from articles import publishing",
        "from newsroom.pictures.models import Picture",
        "from newsroom import pictures",
        "from ..pictures import models",
        "from .. import pictures",
        "from newsroom.settings import LANGUAGES",
        "def later():\n    from articles import models",
        "import_string('articles.models.Article')",
        "template = 'articles/front.html'",
        "apps.get_app_config('articles')",
    ],
)
def test_a_breach_of_the_platform_is_seen(source):
    assert platform_breaches(source, "newsroom.readers", "newsroom.readers")


@pytest.mark.parametrize(
    "source",
    [
        "from django.conf import settings",
        "from . import consent",
        "from .consent import read",
        "from newsroom.readers.consent import read",
        "'articles of the law'",
        "import newsroom.readers",
    ],
)
def test_what_the_platform_may_do_is_let_through(source):
    assert not platform_breaches(source, "newsroom.readers", "newsroom.readers")


@pytest.mark.parametrize(
    "source",
    [
        "from articles.models import Article",
        "from articles.models.body import Quotation",
        "from ..models import Article",
        "from articles import models\nmodels.Article.objects.all()",
        "edition.article.headline",
        "picture.block_set.all()",
        "Edition.objects.filter(article__category=3)",
        "Edition.objects.order_by('-article__created')",
        "import articles.models\narticles.models.Block",
    ],
)
def test_a_way_to_the_desk_is_seen(source):
    assert public_breaches(source, {"Article", "Block", "Quotation"})


@pytest.mark.parametrize(
    "source",
    ["from articles.models import Edition", "edition.article_id", "Edition.objects.filter(article=3)", "'article'"],
)
def test_the_public_side_is_let_through(source):
    assert not public_breaches(source, {"Article", "Block"})


@pytest.mark.parametrize("source", ["{{ edition.article }}", "{% if a.article|x %}", "{% for b in a.block_set.all %}"])
def test_a_template_s_way_to_the_desk_is_seen(source):
    assert template_breaches(source)


def test_a_template_of_the_public_side_is_let_through():
    assert not template_breaches("<article class='a.article'>{% if a %}{{ page.articles }}{% endif %}</article>")
