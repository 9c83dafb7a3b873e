"""The least a view of this newspaper can do: it greets, behind the same middleware. A few bytes, not a page."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.support.hello.settings"
application = get_wsgi_application()
