"""The newspaper behind its page cache, with a line in a file for each page that Django renders."""

import os
from pathlib import Path

from django.conf import settings

from newsroom.wsgi import django_application

FILE = "renderings"


def counted(environ, start_response):
    with Path(settings.DATA_DIR, FILE).open("a") as file:
        file.write(f"{environ['PATH_INFO'].encode('latin-1').decode()} {os.getpid()}\n")
    return django_application(environ, start_response)


# By name, because the page cache has a table and can't be imported before Django is set up.
from newsroom.pagecache.process import edge_around  # noqa: E402

application = edge_around(counted)
