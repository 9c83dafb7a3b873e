"""What a browser would send: the writing form as the server rendered it, filled in here and there."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.utils.http import urlencode


class Fields(HTMLParser):
    """Collects the successful controls of a page's writing form, as a browser does."""

    def __init__(self, html):
        super().__init__()
        self.values, self.select, self.area = {}, None, None
        self.feed(html[html.index('id="article_form"') - 100 : html.index("data-announcer")])

    def handle_starttag(self, tag, attrs):
        attrs = {name: value or "" for name, value in attrs}
        name = attrs.get("name", "")
        if "disabled" in attrs or "__prefix__" in name:
            return
        if tag == "input" and attrs.get("type") not in ("submit", "checkbox", "radio") and name:
            self.values[name] = attrs.get("value", "")
        if tag == "input" and attrs.get("type") in ("checkbox", "radio") and "checked" in attrs:
            self.values.setdefault(name, []).append(attrs["value"])
        if tag == "select":
            self.select = name
        if tag == "option" and "selected" in attrs and self.select:
            self.values.setdefault(self.select, []).append(attrs["value"])
        if tag == "textarea":
            self.area, self.values[name] = name, ""

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.values[self.area] = self.values[self.area].removeprefix("\n")
            self.area = None
        if tag == "select":
            self.select = None


class Form:
    """The writing form in the hands of a person: change `values`, add blocks, press a button."""

    def __init__(self, client, article=None, langs="uk,en"):
        self.client = client
        page = f"{article.pk}/change" if article else "add"
        self.address = f"/admin/articles/article/{page}/?langs={langs}"
        self.html = client.get(self.address).content.decode()
        self.values = Fields(self.html).values

    def fill(self, **values):
        self.values |= values
        return self

    def add(self, kind, **fields):
        """Add a block, a point or a source at the end; `kind` is the prefix of its formset."""
        number = int(self.values[f"{kind}-TOTAL_FORMS"])
        self.values[f"{kind}-TOTAL_FORMS"] = number + 1
        blocks = [name for name in self.values if name.endswith("-ordering")]
        shared = {} if kind in ("points", "citations") else {"region": "main", "ordering": 10 * (len(blocks) + 1)}
        for name, value in (shared | fields).items():
            self.values[f"{kind}-{number}-{name}"] = value
        return self

    def press(self, button, accept="text/html"):
        return self.client.post(self.address, self.values | {button: "1"}, headers={"accept": accept})

    def keep(self):
        """Send what is typed as the script does that keeps it."""
        return self.type_to(re.search('data-autosave="([^"]+)"', self.html)[1].replace("&amp;", "&"))

    def type_to(self, address):
        """Send the form to another address, as a browser encodes it."""
        data = urlencode(self.values, doseq=True)
        return self.client.post(address, data, content_type="application/x-www-form-urlencoded")

    def save(self):
        return self.press("_continue")

    def publish(self, *languages):
        return self.fill(publish=list(languages)).press("_publish")


def story_of(response):
    """Return the number of the story whose form an answer leads to."""
    return int(re.search(r"/article/(\d+)/change/", urlsplit(response.headers["Location"]).path)[1])


def after(client, response):
    """Return the page that an answer leads to."""
    return client.get(response.headers["Location"]).content.decode()
