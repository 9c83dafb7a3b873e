"""The platform without the newspaper: the settings of the site less `articles`, with addresses of its own."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import BASE_DIR, INSTALLED_APPS, SLOTS, TEMPLATES

INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "articles"]
OPTIONS = TEMPLATES[0]["OPTIONS"]
PROCESSORS = [name for name in OPTIONS["context_processors"] if not name.startswith("articles.")]
TEMPLATES = [
    TEMPLATES[0]
    | {
        "DIRS": [BASE_DIR / "tests/platform/templates", BASE_DIR / "templates"],
        "OPTIONS": OPTIONS | {"context_processors": PROCESSORS},
    }
]
SLOTS = {name: path for name, path in SLOTS.items() if not path.startswith("articles.")}
ROOT_URLCONF = "tests.platform.urls"
PAGECACHE_DUE = ""  # nothing is due where nothing is published
