"""Every address of the desk, asked for by every role: nobody gets further than their role leads."""

import logging
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from articles.desk.tasks import note_tasks
from articles.models import FormerSlug, WorkingCopy
from articles.preview.links import make_link
from newsroom.pagecache.models import Errand
from newsroom.readers.models import Policy, RegistryEntry, Wording
from tests.builders import a_category, a_picture, a_source, a_speaker, a_text, a_topic, an_article, an_author, published
from tests.people import hire

pytestmark = pytest.mark.django_db
OURS = ("articles.", "newsroom.")
KEY = UUID("8f14e45f-ceea-467f-a9d6-0c5a1b2c3d4e")
# In the order of the columns below; the translator's language is English, the author's Ukrainian.
ROLES = {
    "nobody here": None,
    "no role": (),
    "photo desk": (("photo", ""),),
    "translator": (("translator", "en"),),
    "author": (("author", "uk"),),
    "editor": (("editor", ""),),
    "publisher": (("publisher", ""),),
    "administrator": (("admin", ""),),
}
# o: the page (200) · r: done, or led on (302, 303) · l: to sign in first (302) · -: not allowed (403)
# n: nothing there (404) · m: not by this method (405) · b: makes no sense (400)
SIGNS = {200: "o", 302: "r", 303: "r", 400: "b", 403: "-", 404: "n", 405: "m", 410: "g", 204: "d"}
# Of the staff, beside the admin site.
PLATFORM = {
    "enter", "desk-language", "choose-password", "admin_password_reset",
    "password_reset_done", "password_reset_confirm", "password_reset_complete",
}  # fmt: skip
TABLE = """
enter                                              gggggggg gggggggg
desk-language                                      mmmmmmmm lbbbbbbb
admin_password_reset                               nnnnnnnn nnnnnnnn
password_reset_done                                oooooooo mmmmmmmm
password_reset_confirm                             oooooooo oooooooo
password_reset_complete                            oooooooo mmmmmmmm
choose-password                                    lnnnnnnn lnnnnnnn
index                                              looooooo looooooo
login                                              orrrrrrr oooooooo
logout                                             rmmmmmmm rooooooo
password_change                                    looooooo looooooo
password_change_done                               looooooo lmmmmmmm
autocomplete                                       l------- lmmmmmmm
jsi18n                                             looooooo lmmmmmmm
view_on_site                                       lrrrrrrr lrrrrrrr
auth_user_password_change                          l------o l------o
invite                                             l------o l------o
staff_person_changelist                            l------o l------o
staff_person_add                                   l------o l------o
staff_person_history                               l------o l------o
staff_person_delete                                l------o l------o
staff_person_change                                l------o l------o
django_tasks_database_dbtaskresult_changelist      l------- l-------
django_tasks_database_dbtaskresult_add             l------- l-------
django_tasks_database_dbtaskresult_history         lrrrrrrr lrrrrrrr
django_tasks_database_dbtaskresult_delete          l------- l-------
django_tasks_database_dbtaskresult_change          l------- l-------
articles_formerslug_changelist                     looooooo looooooo
articles_formerslug_add                            l------- l-------
articles_formerslug_history                        l------- l-------
articles_formerslug_delete                         l------- l-------
articles_formerslug_change                         l------- l-------
autosave-new                                       lmmmmmmm l---oooo
autosave                                           lmmmmmmm l--ooooo
presence                                           lmmmmmmm l--bbbbb
take-over                                          l---oooo l---rrrr
seen                                               lmmmmmmm lrrrrrrr
articles_article_history                           l--ooooo l--ooooo
compare-chosen                                     l--rrrrr l--rrrrr
compare                                            l--ooooo l--ooooo
restore                                            lmmmmmmm l--rrrrr
preview-keep-new                                   lmmmmmmm l---rrrr
preview-keep                                       lmmmmmmm l--rrrrr
preview                                            l--ooooo l--ooooo
preview-page                                       l--ooooo l--ooooo
preview-new                                        l---nnnn l---nnnn
preview-page-new                                   l---nnnn l---nnnn
preview-link                                       lmmmmmmm l--nnnnn
preview-revoke                                     lmmmmmmm l---rrrr
discard-new                                        lmmmmmmm l---rrrr
discard                                            lmmmmmmm l--rrrrr
story-links                                        l--ooooo l--ooooo
flash                                              l-----oo l-----oo
leaver                                             l------o l------r
flash-filed                                        l---oooo l---oooo
flash-task                                         lmmmmmmm l---rrrr
breaking                                           l-----oo l-----rr
withdraw                                           l-----oo l-----rr
articles_article_changelist                        l--ooooo l--ooooo
articles_article_add                               l---oooo l---oooo
articles_article_delete                            l------- l-------
articles_article_change                            l--ooooo l--ooooo
pagecache_errand_changelist                        l------o l------o
pagecache_errand_add                               l------- l-------
pagecache_errand_history                           l------o l------o
pagecache_errand_delete                            l------o l------o
pagecache_errand_change                            l------o l-------
pagecache_finishedpages_changelist                 l-----oo l-----oo
pagecache_finishedpages_forget                     lmmmmmmm l-----rr
articles_speaker_merge                             l---oooo l---rrrr
articles_speaker_changelist                        looooooo looooooo
articles_speaker_add                               l---oooo l---oooo
articles_speaker_history                           looooooo looooooo
articles_speaker_delete                            l---oooo l---oooo
articles_speaker_change                            looooooo l--ooooo
articles_author_merge                              l---oooo l---rrrr
articles_author_changelist                         looooooo looooooo
articles_author_add                                l---oooo l---oooo
articles_author_history                            looooooo looooooo
articles_author_delete                             l---oooo l---oooo
articles_author_change                             looooooo l--roooo
articles_source_merge                              l---oooo l---rrrr
articles_source_changelist                         looooooo looooooo
articles_source_add                                l---oooo l---oooo
articles_source_history                            looooooo looooooo
articles_source_delete                             l---oooo l---oooo
articles_source_change                             looooooo l--roooo
pictures_picture_changelist                        looooooo looooooo
pictures_picture_add                               l-o-oooo l-o-oooo
pictures_picture_history                           looooooo looooooo
pictures_picture_delete                            l-o-oooo l-o-oooo
pictures_picture_change                            looooooo l-oroooo
readers_registryentry_changelist                   l--o-ooo l--o-ooo
readers_registryentry_add                          l------o l------o
readers_registryentry_history                      l--o-ooo l--o-ooo
readers_registryentry_delete                       l------- l-------
readers_registryentry_change                       l--o-ooo l--r-rrr
readers_wording_changelist                         l--o-ooo l--o-ooo
readers_wording_add                                l------- l-------
readers_wording_history                            l--o-ooo l--o-ooo
readers_wording_delete                             l------- l-------
readers_wording_change                             l--o-ooo l--r-rrr
readers_policy_proof                               l------o l------o
readers_policy_changelist                          l------o l------o
readers_policy_add                                 l------- l-------
readers_policy_history                             l------o l------o
readers_policy_delete                              l------- l-------
readers_policy_change                              l------o l-------
articles_category_changelist                       looooooo looooooo
articles_category_add                              l------o l------o
articles_category_history                          looooooo looooooo
articles_category_delete                           l------r l------r
articles_category_change                           looooooo l------o
articles_topic_merge                               l---oooo l---rrrr
articles_topic_changelist                          looooooo looooooo
articles_topic_add                                 l---oooo l---oooo
articles_topic_history                             looooooo looooooo
articles_topic_delete                              l---oooo l---oooo
articles_topic_change                              looooooo l--roooo
app_list                                           looooooo looooooo
"""


def addresses():
    """Return every named address of the desk with the names of what it captures."""
    [desk, staff] = [part for part in get_resolver().url_patterns if str(part.pattern) == "admin/"][::-1]
    return {name: captured for part in (staff, desk) for name, captured in named_in(part)}


def named_in(resolver, captured=()):
    for part in resolver.url_patterns:
        here = (*captured, *part.pattern.converters, *part.pattern.regex.groupindex)
        if isinstance(part, URLResolver):
            yield from named_in(part, here)
        elif part.name:
            yield part.name, tuple(dict.fromkeys(here))


@pytest.fixture
def things(maria, olha):
    """One of everything that has an address, by what the address captures."""
    article = an_article(a_text(), category=a_category(), languages=("uk", "en"))
    published(article)
    WorkingCopy.objects.create(article=article, person=olha, key=KEY, data="headline_uk=x")
    note_tasks(article)
    link = make_link(article.versions.first(), "uk", maria, 24)
    rows = {
        "article": article, "speaker": a_speaker(), "author": an_author(), "source": a_source(), "topic": a_topic(),
        "category": article.category, "picture": a_picture(), "person": olha, "policy": Policy.objects.current(),
        "formerslug": FormerSlug.objects.create(kind="topic", object_id=1, language="uk", slug="davnij"),
        "errand": Errand.objects.create(cache="varnish", names="all"),
        "registryentry": RegistryEntry.objects.first(), "wording": Wording.objects.first(),
    }  # fmt: skip
    return {
        "article_id": article.pk, "person_id": olha.pk, "old": 1, "new": 0, "number": 1, "language": "uk", "key": KEY,
        "link_id": link.pk, "kind": "review", "uid": "x", "uidb64": "x", "token": "x", "app_label": "articles",
        "content_type_id": ContentType.objects.get_for_model(article.category).pk, "rows": rows,
    }  # fmt: skip


def address_of(name, captured, things):
    rows, known = things["rows"], dict(things)
    model = name.split("_")[1] if "_" in name else ""
    row = rows.get(model) or rows["category" if name == "view_on_site" else "person"]
    known |= {"object_id": row.pk, "id": row.pk, "pk": row.pk}
    prefix = "" if name in PLATFORM else "admin:"
    return reverse(f"{prefix}{name}", kwargs={each: known[each] for each in captured})


@pytest.fixture
def browsers(settings):
    """A browser of each role."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    found = {role: Client() for role in ROLES}
    for role, posts in ROLES.items():
        if posts is not None:
            found[role].force_login(hire(role.replace(" ", "-"), role, "en", *posts))
    return found


def asked(client, address, method):
    query = f"?key={KEY}&base=1" if "autosave" in address or "discard" in address or "preview" in address else ""
    response = getattr(client, method)(address + query, data={} if method == "post" else None)
    if response.status_code == 302 and response.headers["Location"].startswith("/admin/login/"):
        return "l"
    return SIGNS[response.status_code]


def expected():
    """Return the table as a dict: the signs for GET and POST by the name of an address."""
    return {name: (get, post) for name, get, post in (line.split() for line in TABLE.strip().splitlines())}


def test_every_address_of_the_desk_is_in_the_table():
    assert set(addresses()) == set(expected())


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_gets_further_than_their_role_leads(things, browsers, method, caplog):
    caplog.set_level(logging.CRITICAL)  # of what is refused there is much
    place = ("get", "post").index(method)
    wrong = {}
    for name, captured in addresses().items():
        address = address_of(name, captured, things)
        signs = "".join(apart(browser, address, method) for browser in browsers.values())
        if signs != expected()[name][place]:
            wrong[name] = signs, expected()[name][place]
    assert not wrong, "as it is, and as it should be"


def fields_that_point():
    """Return a field for each kind of thing that something of ours points to."""
    fields = [field for model in apps.get_models() if model.__module__.startswith(OURS) for field in pointing(model)]
    return {field.related_model: field for field in fields}.values()


def pointing(model):
    return [field for field in model._meta.get_fields() if field.concrete and field.related_model]


def who_sees(model):
    """Return the signs of the roles that may see the list of these things; without a search there is nothing."""
    if not admin.site.is_registered(model):
        return "l-------"
    if not admin.site.get_model_admin(model).search_fields:
        return "lnnnnnnn"
    return expected()[f"{model._meta.app_label}_{model._meta.model_name}_changelist"][0]


def test_names_to_pick_are_told_to_whoever_may_see_their_list(things, browsers, caplog):
    caplog.set_level(logging.CRITICAL)
    told = {}
    for field in fields_that_point():
        names = (field.model._meta.app_label, field.model._meta.model_name, field.name)
        query = "app_label={}&model_name={}&field_name={}&term=".format(*names)
        told[field.related_model] = "".join(
            asked(browser, f"/admin/autocomplete/?{query}", "get") for browser in browsers.values()
        )
    assert len(told) > 10
    assert told == {model: who_sees(model) for model in told}


def apart(browser, address, method):
    """Ask, and take back whatever that changed: the next role finds what this one found."""
    cookies = browser.cookies.copy()
    with transaction.atomic():
        sign = asked(browser, address, method)
        transaction.set_rollback(True)
    browser.cookies = cookies
    return sign
