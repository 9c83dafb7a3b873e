"""What HTML a text may hold, whoever saves it (OWASP ASVS 1.3.1)."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.markup import ATTRIBUTES, TABLE_TAGS, TAGS, bare, clean, plain, words_of

SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "news:", "/", "#")


class Inspector(HTMLParser):
    """Collects whatever a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden = []

    def handle_starttag(self, tag, attrs):
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | {"rel"}
        if tag not in TAGS | TABLE_TAGS:
            self.forbidden.append(tag)
        self.forbidden += [name for name, _value in attrs if name not in allowed]
        for name, value in attrs:
            scheme = (value or "").strip().lower()
            if name == "href" and ":" in scheme.split("/")[0] and not scheme.startswith(SAFE_SCHEMES):
                self.forbidden.append(value)


def forbidden_in(html):
    inspector = Inspector()
    inspector.feed(html)
    return inspector.forbidden


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>x</p>",
        "<img src=x onerror=alert(1)>",
        '<a href="JaVaScRiPt:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href="java\nscript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="//evil.example">x</a>',
        "<iframe src=https://evil.example></iframe>",
        '<svg><a xlink:href="javascript:1">x</a></svg>',
        "<math><mtext><style>x</style></mtext></math>",
        "<p style=position:fixed>x</p>",
        "<form action=/privacy/consent><button formaction=javascript:1>x</button></form>",
        '<div id="consent" class="consent">x</div>',
        '<blockquote cite="javascript:alert(1)">x</blockquote>',
        '<a name="body">x</a>',
    ],
)
def test_nothing_that_acts_survives(attack):
    assert forbidden_in(clean(attack)) == []
    assert "alert" not in clean(attack)
    assert "evil.example" not in clean(attack)


def test_what_editors_write_survives():
    link = '<a href="https://example.org">a link</a>'
    text = f'<p lang="en">A <strong>word</strong>, <em>and</em> {link}: 1 &lt; 2 &amp; 3</p>'
    assert words_of(clean(text)) == words_of(text) == "A word, and a link: 1 < 2 & 3"
    assert 'lang="en"' in clean(text)


def test_a_link_to_our_own_story_survives():
    assert 'href="news:3f1a"' in clean('<a href="news:3f1a">earlier</a>')


def test_signs_that_turn_text_around_are_taken_out():
    assert plain("Kyiv\u202e vokhrakh\u2066\x00") == "Kyiv vokhrakh"


def test_words_of_neighbouring_paragraphs_stay_apart():
    assert words_of("<p>one</p><p>two<br>three</p><ul><li>four</li><li>five</li></ul>") == "one two three four five"


@given(st.text(alphabet=st.sampled_from("<>/=\"'& apscrifonlketv:;!-\n\u202e"), max_size=120))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert forbidden_in(once) == []


def test_strings_that_break_programs_leave_nothing_that_acts(testdata):
    for text in json.loads((testdata / "strings" / "blns.json").read_text()):
        assert forbidden_in(clean(text)) == [], text


def test_a_no_break_space_stays_where_its_author_put_it():
    assert words_of("<p>у\u00a0місті</p>\n") == plain(" у\u00a0місті ") == "у\u00a0місті"


@pytest.mark.parametrize(
    "text",
    [
        "Температура < 5 градусів",
        "a<b",
        "a<b and c>d",
        "x <3 y",
        "AT&T, &lt; & &amp;",
        "<",
        "5 > 3 < 4",
        "List<String>",
    ],
)
def test_a_text_without_markup_keeps_every_sign(text):
    assert bare(text) == text


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Що</h2> <b class='x'>далі</b>",
        "<p>Що</p><p>далі</p>",
        "Що<br/>далі",
        'Що <img src=x onerror="alert(1)">далі<script>alert(1)</script>',
        "<!-- Word -->Що <<b>b>далі",
        '<a href="/?a>b" title="x<y">Що</a> далі',
    ],
)
def test_markup_pasted_into_a_text_without_it_leaves_its_words(html):
    assert bare(html) == "Що далі"


@given(
    st.lists(
        st.sampled_from(["<", ">", "/", "b", "p", "br", "script", " ", "=", '"', "&lt;", "\u202e", "!--", "--", "я"])
    )
)
def test_taking_markup_out_twice_changes_nothing(signs):
    once = bare("".join(signs))
    assert bare(once) == once
