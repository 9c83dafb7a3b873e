"""The addresses of the pages to read in a newspaper that make_archive filled."""

from urllib.parse import urlencode

from articles.archive.texts import WORDS
from articles.models import Category, CategoryListing, Edition, Speaker
from articles.public.keyset import Place

BIG, MIDDLE, RARE = 0, 4, -1  # places in subjects.toml: half of the stories, five of a hundred, one of ten thousand
DEEP = 0.3
STORIES = 5


def addresses() -> dict[str, list[str]]:
    """Return the addresses of each page; there are several stories, because they differ in length."""
    big, middle, rare = (category_at(place) for place in (BIG, MIDDLE, RARE))
    return {
        "front page": ["/uk/"],
        "big category": [f"/uk/{big.slug_uk}/"],
        "middle category": [f"/uk/{middle.slug_uk}/"],
        "rare category": [f"/uk/{rare.slug_uk}/"],
        "deep page": [deep_page(big)],
        "speaker": [f"/uk/speakers/{Speaker.objects.earliest('pk').slug_uk}/"],
        "story": stories(),
    }


def category_at(place: int) -> Category:
    return Category.objects.get(name_uk=WORDS["categories"][place]["name"]["uk"])


def deep_page(category: Category) -> str:
    rows = CategoryListing.objects.filter(subject=category, language="uk").newest_first()
    row = rows[int(rows.count() * DEEP)]
    return f"/uk/{category.slug_uk}/?{urlencode({'before': Place(row.publish_at, row.edition_id)})}"


def stories() -> list[str]:
    """Return stories of all times. Polish ones, because what is in Polish is in every language."""
    found = Edition.objects.visible().filter(language="pl").newest_first()
    step = found.count() // STORIES
    return [found[place * step].get_absolute_url() for place in range(STORIES)]
