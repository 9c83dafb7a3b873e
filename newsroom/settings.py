"""Settings of the newspaper, all from the environment.

A value that makes no sense stops the start with a sentence that names the variable (docs/settings.md).
`SITE_URL` decides how strict we are: with https everything that production needs is on.
"""

import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import dj_database_url
import dj_email_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
SWITCH = {"error_messages": {"invalid": "Write true or false."}}


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        empty = ", or leave it empty" if "" in allowed else ""
        choice = ", ".join(filter(None, allowed))
        raise ImproperlyConfigured(f"{name}={value!r} is not known. Choose one of: {choice}{empty}.")
    return value


def site_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"SITE_URL={value!r} is not the address of a site. Write it like https://example.org, without a path."
        )
    return value.rstrip("/")


def time_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError) as problem:  # nothing there, no name at all, a folder of zones
        raise ImproperlyConfigured(
            f"TIME_ZONE={name!r} is not a time zone we know. Write a continent and a city, like Europe/Kyiv."
        ) from problem


def mail_server(value: str) -> dict:
    """Return what Django must know of a mail server."""
    try:
        if not re.fullmatch(r"console:|(smtp|submission)://([^\s@]+@)?[^\s/:@?]+(:\d+)?/?(\?(ssl|tls)=true)?", value):
            raise ValueError
        return dj_email_url.parse(value)
    except ValueError as problem:  # not so written, or a port that can't be
        # Never the value, which may hold a password.
        raise ImproperlyConfigured(
            "EMAIL_URL is not the address of a mail server. Write it like submission://user:password@mail.example, "
            "or console: to have letters printed."
        ) from problem


def addresses(name: str, values: list[str]) -> list[str]:
    for number, value in enumerate(values, 1):
        if not re.fullmatch(r"https?://[^\s/:?#@]+(:\d{1,5})?([/?]\S*)?", value):
            # Never the value, which may hold a password.
            raise ImproperlyConfigured(
                f"{name} can't be read: number {number} is no address. Write it like http://10.0.0.2:6081."
            )
    return values


def needed(kind: str, **values: object) -> None:
    """Refuse a kind of shared cache that can't be told anything."""
    missing = [name for name, value in values.items() if not value]
    if missing:
        raise ImproperlyConfigured(f"SHARED_CACHE={kind} needs {' and '.join(missing)} too; see docs/caches.md.")


def names_by_language(text: str, codes: list[str]) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in text.split(";") if pair.strip()]
    names = {code.strip(): name.strip() for code, _sep, name in pairs}
    missing = [code for code in codes if not names.get(code)]
    if missing:
        raise ImproperlyConfigured(
            f"NEWSPAPER_NAMES={text!r} has no name for: {', '.join(missing)}. Write it like uk=Тире;en=The Dash."
        )
    return names


def with_language(label: str, code: str) -> str:
    """Name a translated field and its language as its speakers do: "Name · Українська"."""
    return f"{label} · {get_language_info(code)['name_local'].capitalize()}"


def secret_key(folder: Path, production: bool) -> str:
    """Return SECRET_KEY; on a developer's machine make one and keep it, in production insist on it."""
    given = env.str("SECRET_KEY", "")
    if given:
        return given
    if production:
        raise ImproperlyConfigured("SECRET_KEY is not set. Every site with an https SITE_URL needs one of its own.")
    kept = folder / "secret-key"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


# Where it runs ------------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", False, **SWITCH)
DATA_DIR = Path(env.str("NEWSROOM_DATA", str(BASE_DIR / "var"))).resolve()
SITE_URL = site_address(env.str("SITE_URL", "http://localhost:8000"))
SITE_HOST = urlsplit(SITE_URL).hostname
HTTPS = SITE_URL.startswith("https://")
if HTTPS and DEBUG:
    raise ImproperlyConfigured("DEBUG=true shows the site's insides to readers; it is refused with an https SITE_URL.")

SECRET_KEY = secret_key(DATA_DIR, production=HTTPS)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", [SITE_HOST])
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
CSRF_FAILURE_VIEW = "newsroom.staff.dead_ends.not_from_here"
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

# Languages ----------------------------------------------------------------------------------------

LANGUAGES = [("uk", _("Ukrainian")), ("en", _("English")), ("pl", _("Polish"))]
LANGUAGE_CODE = "uk"
USE_I18N = True
USE_TZ = True
# The words of templates/ are kept with those of the content; each part of the platform keeps its own.
LOCALE_PATHS = [
    BASE_DIR / "articles" / "locale",
    # What libraries lack in our languages, or say in a wrong case; no source of ours has it, so it's kept by hand.
    BASE_DIR / "newsroom" / "editorial" / "borrowed",
]
FORMAT_MODULE_PATH = "newsroom.staff.formats"
TIME_ZONE = time_zone(env.str("TIME_ZONE", "Europe/Kyiv"))
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
# A text that is missing in a language stays missing; a name is borrowed, and the page says from which language.
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ()}
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = with_language
NEWSPAPER_NAMES = names_by_language(
    env.str("NEWSPAPER_NAMES", "uk=Тире;en=The Dash;pl=Myślnik"), [code for code, _name in LANGUAGES]
)

# Parts --------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",
    "newsroom.staff",  # before the admin, whose templates it restyles
    "newsroom.staff.desk.DeskConfig",  # django.contrib.admin with our site in it
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "js_asset",
    "content_editor",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "newsroom.security",
    "newsroom.readers",
    "newsroom.pagecache",
    "newsroom.pictures",
    "newsroom.editorial",
    "newsroom.search",
    "articles",
]
MIDDLEWARE = [
    # First, so that redirects and static files carry the headers too.
    "csp.middleware.CSPMiddleware",
    "newsroom.security.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.readers.middleware.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.staff.middleware.DeskLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.readers.middleware.ConsentMiddleware",
    "newsroom.readers.middleware.LanguagePromptMiddleware",
    "newsroom.pagecache.middleware.MarkMiddleware",
    "newsroom.pagecache.middleware.SlotsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.readers.context.newspaper",
                "articles.public.context.sections",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie more
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Database -----------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # IMMEDIATE, because a read that turns into a write fails at once under WAL, whatever the timeout.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL, because NORMAL loses acknowledged saves when the power goes.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000; "
        "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY"
    ),
}
# Whoever waits for a connection holds one of the few threads that serve readers. And when the database is back it is
# found at once: by itself the pool would try again only after up to two minutes.
POSTGRESQL_OPTIONS = {"pool": {"min_size": 2, "max_size": 8, "timeout": 5, "reconnect_timeout": 5}}
DATABASE_URL = env.str("DATABASE_URL", "") or f"sqlite:///{DATA_DIR / 'newspaper.sqlite3'}"


def database(address: str) -> dict:
    """Return the Django settings of a database address: sqlite:///path or postgres://user@host/name."""
    # Never the whole value, which may hold a password.
    kind = address.partition(":")[0]
    if kind not in ("sqlite", "postgres", "postgresql"):
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with {kind!r}, which is no database we know. "
            "Write it like postgres://user:password@host/name or sqlite:////folder/file.sqlite3."
        )
    try:
        settings = dj_database_url.parse(address, conn_max_age=0, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL can't be read: {str(error).rstrip('.')}.") from error
    if settings["ENGINE"].endswith("sqlite3"):
        Path(settings["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        # To open the file again for every page takes a tenth of the page's time.
        return settings | {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": 60}
    return settings | {"OPTIONS": settings.get("OPTIONS", {}) | POSTGRESQL_OPTIONS}


DATABASES = {"default": database(DATABASE_URL)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Files --------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "static-root")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {  # uploads as they came, with their metadata: never served
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "originals", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PICTURE_LARGEST_FILE = 20 * 1024 * 1024
PICTURE_MOST_PIXELS = 50_000_000
# Sixty blocks in three languages are about a thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# A form sends a Cyrillic letter as six bytes (%D0%B0): sixty blocks of 2,000 words of nine letters in three languages
# are 19 MiB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024

# Letters -------------------------------------------------------------------------------------------

SENDS_LETTERS = bool(env.str("EMAIL_URL", ""))  # without a server the desk shows links to pass on instead
if SENDS_LETTERS:
    vars().update(mail_server(env.str("EMAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("EMAIL_FROM", f"newsroom@{SITE_HOST}")
EMAIL_TIMEOUT = 10  # seconds; somebody waits for the page

# People -------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "staff.Person"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Readers ------------------------------------------------------------------------------------------

# off, notice or consent; empty: as the registry requires. While something needs consent, readers are always asked.
CONSENT_MODE = one_of("CONSENT_MODE", env.str("CONSENT_MODE", ""), ("off", "notice", "consent", ""))
# Lets first-party measurement do without consent where the law does (CNIL); readers can still refuse it.
CONSENT_ANALYTICS_EXEMPT = env.bool("CONSENT_ANALYTICS_EXEMPT", False, **SWITCH)
# A reader is offered another language when it is this much dearer to them, in thousandths of q (RFC 9110).
PROMPT_GAP = 100
# Offer nothing to those who accept the page's own language at all.
PROMPT_STRICT = env.bool("PROMPT_STRICT", False, **SWITCH)

# Finished pages ------------------------------------------------------------------------------------

PAGECACHE_ROOM = env.int("PAGECACHE_MEGABYTES", 64) * 1024 * 1024  # bytes for each process
PAGECACHE_COUNTER = DATA_DIR / "pagecache-counter"  # all processes of a machine share it
PAGECACHE_MARK = "__Host-desk" if HTTPS else "desk"  # the cookie of an editor's browser
# Who tells kinds of readers apart, and who knows what becomes due.
PAGECACHE_READERS = "newsroom.readers.kinds.Kinds"
PAGECACHE_DUE = "articles.staleness.due.due"
# What a page leaves open, and who fills it in: for each reader, or alike for all (newsroom/pagecache/shared.py).
SLOTS = {
    "consent": "newsroom.readers.asking.consent_bar",
    "prompt": "newsroom.readers.asking.language_prompt",
    "breaking": "articles.public.strips.breaking",
    "latest": "articles.public.strips.latest",
    "most_read": "articles.public.strips.most_read",
}

# Search -------------------------------------------------------------------------------------------

# Files made of the dictionaries of the languages; they may be deleted at any time and are made again.
SEARCH_DICTIONARIES = DATA_DIR / "dictionaries"
# Who knows the forms of Ukrainian words. After a change: manage.py reindex
SEARCH_MORPHOLOGY = one_of("SEARCH_MORPHOLOGY", env.str("SEARCH_MORPHOLOGY", "simplemma"), ("simplemma", "pymorphy3"))
# An index outside our database, for archives past one machine. After a change: manage.py reindex --all
TYPESENSE_URL = env.str("TYPESENSE_URL", "")
TYPESENSE_KEY = env.str("TYPESENSE_KEY", "")
TYPESENSE_COLLECTION = env.str("TYPESENSE_COLLECTION", "newsroom")
if TYPESENSE_URL and not TYPESENSE_KEY:
    raise ImproperlyConfigured("TYPESENSE_KEY is not set. TYPESENSE_URL needs the key of that server.")

# In front of it: varnish, cloudflare, urls, or nothing that keeps pages (docs/caches.md).
SHARED_CACHE = one_of("SHARED_CACHE", env.str("SHARED_CACHE", ""), ("varnish", "cloudflare", "urls", ""))
SHARED_CACHE_ADDRESSES = addresses(
    "SHARED_CACHE_ADDRESSES", [each.strip() for each in env.list("SHARED_CACHE_ADDRESSES", []) if each.strip()]
)
SHARED_CACHE_METHOD = one_of("SHARED_CACHE_METHOD", env.str("SHARED_CACHE_METHOD", "PURGE"), ("PURGE", "POST"))
SHARED_CACHE_ZONE = env.str("SHARED_CACHE_ZONE", "")
SHARED_CACHE_TOKEN = env.str("SHARED_CACHE_TOKEN", "")
if SHARED_CACHE in ("varnish", "urls"):
    needed(SHARED_CACHE, SHARED_CACHE_ADDRESSES=SHARED_CACHE_ADDRESSES)
if SHARED_CACHE == "cloudflare":
    needed(SHARED_CACHE, SHARED_CACHE_ZONE=SHARED_CACHE_ZONE, SHARED_CACHE_TOKEN=SHARED_CACHE_TOKEN)
if SHARED_CACHE == "urls" and len(SHARED_CACHE_ADDRESSES) > 1:
    raise ImproperlyConfigured("SHARED_CACHE=urls tells one cache only. Write one address in SHARED_CACHE_ADDRESSES.")
# A shared cache tells nobody apart by User-Agent: with one, a crawler gets what a reader would.
KNOWS_CRAWLERS = not SHARED_CACHE

# Security -----------------------------------------------------------------------------------------

# Whose frames may stand in our pages; they are made when a reader asks for them (articles/public/providers.py).
EMBED_HOSTS = [
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://platform.twitter.com",
    "https://t.me",
    "https://www.facebook.com",
    "https://www.instagram.com",
    "https://www.tiktok.com",
    "https://open.spotify.com",
    "https://datawrapper.dwcdn.net",
    "https://flo.uri.sh",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": EMBED_HOSTS,
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": HTTPS,
    }
}
# The admin's import map needs a nonce, and pasting from Google Docs reads style attributes.
DESK_SECURITY_POLICY = {"script-src": [SELF, NONCE], "style-src-attr": ["'unsafe-inline'"]}
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "camera", "microphone", "geolocation", "payment", "usb", "browsing-topics", "interest-cohort",
    )
)  # fmt: skip
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False, **SWITCH) else None
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 7 * 24 * 3600
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True

# Logs ---------------------------------------------------------------------------------------------

LOG_LEVEL = one_of(
    "LOG_LEVEL", env.str("LOG_LEVEL", "WARNING").upper(), ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # The handler has the level too, because the task worker turns its own logger up.
    "handlers": {"console": {"class": "logging.StreamHandler", "level": LOG_LEVEL}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
