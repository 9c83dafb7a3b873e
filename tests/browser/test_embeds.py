"""A film or post of another house: links, until the reader asks for it."""

import re
import time

import pytest

from newsroom.readers.consent import parse
from tests.builders import a_text, an_edition, an_embed
from tests.readers import answered, register, register_players
from tests.visits import LOCAL_SCHEMES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILM = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
PLAYER = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
FOCUSED = "document.activeElement.title"
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(autouse=True)
def purposes(transactional_db):
    register("analytics")
    register_players()


@pytest.fixture
def address():
    """A story with a film, a post, and a film of a site that we know nothing of."""
    return an_edition(
        an_embed(FILM, en="A rabbit"),
        an_embed("https://t.me/durov/227", en="A post"),
        an_embed("https://example.org/film", en="Elsewhere"),
        a_text(en="<p>The screen was sewn from retired curtains.</p>"),
        language="en",
    ).get_absolute_url()


@pytest.fixture
def asked(context, live_server):
    """The addresses on other houses that the reader's browser asked for; they answer here, as tests stay at home."""
    addresses = []

    def answer(route):
        addresses.append(route.request.url)
        route.fulfill(body="<p>A film", content_type="text/html")

    elsewhere = re.compile(rf"^(?!{re.escape(live_server.url)}/|{'|'.join(LOCAL_SCHEMES)})")
    context.route(elsewhere, answer)
    return addresses


@pytest.fixture
def reader(context, asked):
    return context.new_page()


def film(page):
    return page.locator("iframe[title='A rabbit']")


def button(page, name):
    return page.get_by_role("button", name=name)


def granted(page):
    cookies = [cookie for cookie in page.context.cookies() if cookie["name"].endswith("consent")]
    return parse(cookies[0]["value"], time.time()).letters if cookies else None


def remember(page, live_server, value):
    home = live_server.url.replace("http:", "https:")  # the prefix of the name wants it
    page.context.add_cookies([{"name": "__Host-consent", "value": value, "url": home, "secure": True}])


def test_without_scripts_there_are_links_and_nothing_to_press(plain_page, address):
    plain_page.goto(address)
    for name, url in (("A rabbit", FILM), ("Elsewhere", "https://example.org/film")):
        assert plain_page.get_by_role("link", name=name).get_attribute("href") == url
    link = plain_page.get_by_role("link", name="Privacy policy of YouTube")
    assert link.get_attribute("href") == "https://policies.google.com/privacy"
    assert plain_page.locator(".embed").get_by_role("button").count() == 0
    assert plain_page.locator("iframe").count() == 0


def test_until_the_reader_asks_nothing_is_fetched_and_nothing_kept(reader, asked, address):
    reader.goto(address, wait_until="networkidle")
    assert button(reader, "Load this film").is_visible()
    assert button(reader, "Load this post").is_visible()
    assert asked == []
    assert reader.context.cookies() == []
    assert reader.locator(".embed", has_text="Elsewhere").get_by_role("button").count() == 0


def test_one_film_is_loaded_on_request_and_has_the_focus(reader, asked, address):
    reader.goto(address)
    button(reader, "Load this film").click()
    reader.frame_locator("iframe").get_by_text("A film").wait_for()
    assert reader.evaluate(FOCUSED) == "A rabbit"
    assert asked == [PLAYER]
    assert reader.context.cookies() == []
    assert film(reader).get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert film(reader).get_attribute("loading") == "lazy"
    assert "allow-top-navigation" not in film(reader).get_attribute("sandbox")
    assert not button(reader, "Load this film").is_visible()
    assert button(reader, "Load this post").is_visible()


def test_the_link_to_the_original_stays_under_the_film(reader, address):
    reader.goto(address)
    button(reader, "Load this film").click()
    film(reader).wait_for()
    assert reader.get_by_role("link", name="A rabbit").get_attribute("href") == FILM


def test_the_keyboard_alone_loads_a_film(reader, asked, address):
    reader.goto(address)
    reader.get_by_role("link", name="Privacy policy of YouTube").focus()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    film(reader).wait_for()
    assert reader.evaluate(FOCUSED) == "A rabbit"


def test_always_is_a_consent_to_films_and_posts_alone_and_answers_the_question(reader, asked, address):
    reader.goto(address)
    button(reader, "Always load YouTube").press("Enter")
    film(reader).wait_for()
    assert reader.evaluate(FOCUSED) == "A rabbit"
    assert reader.locator("iframe[title='A post']").count() == 1
    assert granted(reader) == "e"
    assert reader.locator("[data-consent]").count() == 0
    reader.reload()
    film(reader).wait_for()


def test_always_keeps_what_was_granted_before_and_tells_the_page(reader, live_server, address):
    remember(reader, live_server, answered("analytics"))
    reader.goto(address)
    reader.evaluate("document.addEventListener('consentchange', (event) => { window.heard = event.detail.grants; })")
    button(reader, "Always load YouTube").press("Enter")
    film(reader).wait_for()
    assert granted(reader) == "ae"
    assert reader.evaluate("window.heard") == ["analytics", "embeds"]


def test_always_is_no_answer_to_a_question_that_the_reader_has_not_seen(reader, asked, live_server, address):
    remember(reader, live_server, answered("analytics"))
    reader.goto(address)
    register("marketing")
    with reader.expect_navigation():
        button(reader, "Always load YouTube").press("Enter")
    assert "advertising" in reader.locator("[data-consent-question]").inner_text()
    assert granted(reader) == "a"
    assert asked == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("consent", "1.1.e.{now}"),  # of another scheme, and not the one that the server reads
        ("x__Host-consent", "1.1.e.{now}"),
        ("another", "consent=1.1.e.{now}"),
    ],
)
def test_whoever_refused_is_shown_nothing_because_of_another_cookie(reader, asked, live_server, address, name, value):
    reader.context.add_cookies([{"name": name, "value": value.format(now=int(time.time())), "url": live_server.url}])
    remember(reader, live_server, answered())
    reader.goto(address, wait_until="networkidle")
    assert reader.locator("[data-consent-question]").count() == 0
    assert reader.locator("iframe").count() == 0
    assert asked == []


@pytest.mark.parametrize("failure", ["abort", "refuse", "forget"])
def test_a_choice_that_could_not_be_saved_says_so_and_loads_nothing(reader, asked, address, failure):
    answers = {
        "abort": lambda route: route.abort(),
        "refuse": lambda route: route.fulfill(status=403),
        "forget": lambda route: route.fulfill(status=204),  # no cookie was set
    }
    reader.route("**/privacy/consent", answers[failure])
    reader.goto(address)
    button(reader, "Always load YouTube").press("Enter")
    reader.get_by_role("status").get_by_text("Your choice could not be saved").wait_for()
    assert reader.evaluate("document.activeElement.textContent") == "Always load YouTube"
    assert film(reader).count() == 0
    assert asked == []


def test_everything_is_loaded_as_soon_as_the_reader_accepts_in_the_bar(reader, address):
    reader.goto(address)
    button(reader, "Accept all").click()
    film(reader).wait_for()
    assert reader.locator("iframe").count() == 2


def test_whoever_takes_consent_back_sees_links_and_buttons_again(reader, address):
    reader.goto(address)
    button(reader, "Load this film").click()
    film(reader).wait_for()
    button(reader, "Reject all").press("Enter")
    button(reader, "Load this film").wait_for()
    assert reader.locator("iframe").count() == 0
    button(reader, "Hide").press("Enter")
    reader.reload()
    button(reader, "Load this film").wait_for()
    assert reader.locator("iframe").count() == 0


def test_an_answer_to_an_older_question_loads_nothing_and_is_not_carried_over(reader, asked, live_server, address):
    remember(reader, live_server, answered("embeds", "analytics"))
    register("marketing")
    reader.goto(address, wait_until="networkidle")
    assert reader.locator("[data-consent-question]").is_visible()
    assert asked == []
    button(reader, "Always load YouTube").press("Enter")
    film(reader).wait_for()
    assert granted(reader) == "e"


@pytest.mark.parametrize("granted", [["embeds"], []])
def test_nothing_moves_while_the_page_of_a_returning_reader_loads(reader, live_server, address, granted):
    remember(reader, live_server, answered(*granted))
    # Late, so that the page is drawn before the script runs.
    reader.route("**/js/embeds.js", lambda route: (time.sleep(0.5), route.continue_()))
    reader.add_init_script(SHIFTS)
    reader.goto(address, wait_until="networkidle")
    assert film(reader).count() == len(granted)
    assert reader.evaluate("window.shift") == 0


def test_on_the_narrowest_screen_everything_fits_and_can_be_pressed(reader, address):
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto(address)
    button(reader, "Load this film").wait_for()
    for target in reader.locator(".embed :is(a, button)").filter(visible=True).all():
        assert target.bounding_box()["height"] >= 44
    button(reader, "Load this film").press("Enter")
    film(reader).wait_for()
    assert reader.evaluate("document.documentElement.scrollWidth") == 320
