"""The WSGI application that the server runs: Django behind its page cache."""

import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django_application = get_wsgi_application()

# By name, because the page cache has a table and can't be imported before Django is set up.
application = import_string("newsroom.pagecache.process.serve")(django_application)
