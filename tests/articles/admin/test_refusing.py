"""What a field can't take is refused in words for editors, with all of it still there."""

from uuid import uuid4

import pytest

from articles.models import Article
from tests.articles.admin.sent import Form
from tests.builders import a_category, a_citation, a_quote, a_source, a_text, an_article, an_embed

pytestmark = pytest.mark.django_db
FLASH = "/admin/articles/article/flash/"
OF_DJANGO = (
    "Ensure this", "This field", "Enter a", "Select a valid", "Null characters", "ManagementForm", "is not one of",
    "is not a valid",
)  # fmt: skip


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


@pytest.fixture
def refused(desk):
    """A function that saves a story with something wrong in it and returns the page that says so."""

    def save(**wrong):
        quote, embed = a_quote(), an_embed("https://example.org/film")
        article = an_article(a_text(), quote, embed, a_citation(source=a_source()))
        page = Form(desk, article).fill(**wrong).save().content.decode()
        assert "Nothing was saved yet. What you typed is still here." in page
        assert not any(words in page for words in OF_DJANGO)
        assert Article.objects.get().headline_uk == "Міст відкрито"
        return page

    return save


@pytest.mark.parametrize(
    ("name", "most", "place"),
    [
        ("headline_uk", 200, "Headline · Українська"),
        ("caption_uk", 300, "Caption of the picture · Українська"),
        ("slug_uk", 120, "Slug · Українська"),
        ("seo_title_uk", 70, "Title for search engines · Українська"),
        ("seo_description_en", 170, "Description for search engines · English"),
        ("quotes-0-attribution_uk", 200, "Quote 1 · Attribution · Українська"),
        ("citations-0-title", 300, "Cited source 1 · Title of the piece"),
    ],
)
def test_what_is_too_long_is_not_cut_and_says_how_long_it_is_and_may_be(refused, name, most, place):
    page = refused(**{name: "x" * (most + 14)})
    sentence = f"Too long: it has {most + 14} characters and may have {most} at most. Shorten it."
    assert f'<a href="#id_{name}">{place}</a>: {sentence}' in page
    assert "x" * (most + 14) in page


def test_no_text_of_the_form_is_cut_while_it_is_typed(desk):
    article = an_article(a_text(), a_quote(), an_embed("https://example.org/film"), a_citation())
    assert "maxlength" not in Form(desk, article).html
    assert "maxlength" not in desk.get(FLASH).text


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("headline_uk", "Міст\x00", "An invisible character came along with what was pasted"),
        ("texts-0-text_uk", "<p>Міст\x00</p>", "An invisible character came along with what was pasted"),
        ("slug_uk", "міст відкрито", "An address is made of Latin letters, digits and hyphens"),
        ("embeds-0-url", "не адреса", "This is no address of a page."),
        ("citations-0-url", "не адреса", "This is no address of a page."),
        ("citations-0-source", "", "Nothing is chosen here yet. Choose one."),
        ("quotes-0-said_on", "вчора", "This is no date. Choose one, or write it like 2026-11-26."),
        ("goes_live", "завтра", "This is no moment. Choose one, or write it like 2026-11-26 18:00."),
        ("category", "12345", "What was chosen here is not there any more. Choose again."),
        ("topics", ["12345"], "What was chosen here is not there any more. Choose again."),
        ("kind", "poem", "What was chosen here is not there any more. Choose again."),
        ("kind", "", "Nothing is chosen here yet. Choose one."),
        ("key", "no key", "The page was sent damaged. Load it anew; what you typed is kept."),
    ],
)
def test_what_is_wrong_is_said_in_words_of_the_newsroom(refused, name, value, sentence):
    assert sentence in refused(**{name: value})


def test_a_page_sent_without_its_count_of_blocks_is_refused_in_words(desk):
    page = Form(desk).fill(headline_uk="Міст", **{"texts-TOTAL_FORMS": ""}).save().content.decode()
    assert "<li>Texts: The page was sent damaged. Load it anew; what you typed is kept.</li>" in page
    assert "Missing fields" not in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"headline": "x" * 214}, "Too long: it has 214 characters and may have 200 at most. Shorten it."),
        ({"headline": ""}, "Nothing is written here yet. Fill it in."),
        ({"text": "Вибух\x00"}, "An invisible character came along with what was pasted"),
        ({"category": ""}, "Nothing is chosen here yet. Choose one."),
        ({"language": "xx"}, "What was chosen here is not there any more. Choose again."),
        ({"key": "no key"}, "The page was sent damaged. Load it anew; what you typed is kept."),
    ],
)
def test_a_flash_is_refused_in_the_same_words(desk, wrong, sentence):
    sent = {"key": uuid4(), "headline": "Вибух", "text": "О 14:20.", "category": a_category().pk, "language": "uk"}
    page = desk.post(FLASH, sent | {"_publish": "1"} | wrong).content.decode()
    assert sentence in page
    assert not any(words in page for words in OF_DJANGO)
    assert not Article.objects.exists()
