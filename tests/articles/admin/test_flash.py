"""A flash is filed from one short form; what it lacks stays on a list until it is done."""

from uuid import uuid4

import pytest

from articles.models import Article, Edition, Task
from tests.articles.admin.sent import Form
from tests.builders import a_category, a_picture

pytestmark = pytest.mark.django_db
FLASH = "/admin/articles/article/flash/"
WORDS = {"headline": "Вибух у порту", "text": "О 14:20 пролунав вибух. Двоє поранених.", "language": "uk"}


@pytest.fixture
def category():
    return a_category()


@pytest.fixture
def desk(client, maria):
    client.force_login(maria)
    return client


def file(desk, section, **more):
    return desk.post(FLASH, {"key": uuid4(), "category": section.pk, "_publish": "1"} | WORDS | more)


def test_a_flash_is_live_at_once_in_its_language_alone(desk, category, nina):
    answer = file(desk, category)
    edition = Edition.objects.visible().get()
    assert (edition.language, edition.headline, edition.teaser) == ("uk", WORDS["headline"], WORDS["text"])
    assert answer.headers["Location"] == f"/admin/articles/article/{edition.article_id}/flash/"
    assert not edition.is_breaking
    assert WORDS["text"] in nina.get(edition.get_absolute_url()).text


def test_breaking_puts_it_above_every_page(desk, category, nina):
    file(desk, category, breaking="on")
    assert Edition.objects.get().is_breaking
    assert 'class="breaking"' in nina.get("/uk/").text


def test_a_flash_sent_twice_is_filed_once(desk, category):
    first, second = file(desk, category, key=(key := uuid4())), file(desk, category, key=key)
    assert Article.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_what_is_missing_is_said_and_what_was_typed_stays(desk, category):
    answer = file(desk, category, headline="", category="")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert WORDS["text"] in page
    assert page.count('class="errorlist"') == 2
    assert not Article.objects.exists()


def test_saved_only_it_is_nobodys_news(desk, category):
    page = desk.get(desk.post(FLASH, {"key": uuid4(), "category": category.pk, "_save": "1"} | WORDS)["Location"])
    assert Article.objects.count() == 1
    assert not Edition.objects.visible().exists()
    assert "Readers don’t have it yet" in page.content.decode()


def test_a_preview_shows_the_page_and_files_nothing(desk, category):
    answer = desk.post(FLASH, {"key": uuid4(), "category": category.pk, "_preview": "1"} | WORDS)
    assert '<html lang="uk"' in answer.text
    assert all(words in answer.text for words in (WORDS["headline"], WORDS["text"], str(category)))
    assert not Article.objects.exists()


def test_a_preview_of_too_little_says_what_is_missing(desk, category):
    answer = desk.post(FLASH, {"key": uuid4(), "category": category.pk, "_preview": "1"} | WORDS | {"headline": ""})
    assert answer.text.count('class="errorlist"') == 1


def test_who_may_not_publish_files_no_flash(client, olha, category):
    client.force_login(olha)
    assert client.get(FLASH).status_code == 403
    assert file(client, category).status_code == 403
    assert "File a flash" not in client.get("/admin/", headers={"accept-language": "en"}).content.decode()
    assert not Article.objects.exists()


def test_a_language_one_does_not_publish_in_is_refused(client, olha, category):
    olha.roles.create(name="publisher", language="en")
    client.force_login(olha)
    assert file(client, category, language="uk").status_code == 200
    assert not Article.objects.exists()


def kinds():
    return set(Task.objects.filter(done=None).values_list("kind", flat=True))


def test_what_it_lacks_is_on_the_first_page_and_at_the_story(desk, category):
    file(desk, category)
    story = Article.objects.get()
    for address in ("/admin/", f"/admin/articles/article/{story.pk}/change/", Form(desk, story).address):
        assert "Somebody else reads it" in desk.get(address).content.decode()
    assert kinds() == {"review", "picture", "search"}


def test_a_picture_and_a_description_are_ticked_off_by_themselves(desk, category):
    file(desk, category)
    form = Form(desk, Article.objects.get(), langs="uk")
    form.fill(picture=str(a_picture().pk), seo_description_uk="Про вибух у порту.").press("_continue")
    assert kinds() == {"review"}


def test_another_person_who_publishes_it_has_read_it(desk, category, client, django_user_model):
    file(desk, category)
    colleague = django_user_model.objects.create_superuser("petro", password="-")
    desk.force_login(colleague)
    Form(desk, Article.objects.get(), langs="uk").fill(headline_uk="Вибух у порту Одеси").press("_publish")
    assert kinds() == {"picture", "search"}


def test_a_task_is_done_when_somebody_says_so(desk, category, maria):
    file(desk, category)
    story = Article.objects.get()
    desk.post(f"/admin/articles/article/{story.pk}/flash/picture/")
    assert kinds() == {"review", "search"}
    assert Task.objects.get(kind="picture").by == maria


def test_the_first_page_forgets_a_flash_that_lacks_nothing(desk, category):
    file(desk, category)
    Task.objects.update(done=Article.objects.get().created)
    assert "After a flash" not in desk.get("/admin/").content.decode()


def test_breaking_news_is_ended_and_begun_on_a_page_that_asks(desk, category):
    file(desk, category, breaking="on")
    address = f"/admin/articles/article/{Article.objects.get().pk}/breaking/uk/"
    assert "End it now" in desk.get(address).content.decode()
    desk.post(address)
    assert not Edition.objects.get().is_breaking
    desk.post(address, {"announce": "1"})
    assert Edition.objects.get().is_breaking


def test_a_headline_that_nobody_can_read_is_refused(desk, category):
    answer = file(desk, category, headline="\u202a")
    assert answer.status_code == 200 and "Nothing is written here yet" in answer.text
    assert not Article.objects.exists()
