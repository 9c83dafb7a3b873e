"""A browser whose person is signed in at the desk."""

from django.conf import settings
from django.test import Client


def sign_in(context, person, home):
    """Give a Playwright context the session of somebody, at the address of a site."""
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": home}])
