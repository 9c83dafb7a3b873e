"""The desk's own admin site: its name, its menu, its one filled button."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import update_wrapper

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .lists import FlatLists
from .way_back import is_ours, page_of_the_form

# The queue of background tasks has an admin of its own, which speaks to programmers.
MACHINERY = {"django_tasks_database"}
KEPT = "kept"  # what the address of the sign-in page says of a form whose text is not lost


@dataclass(frozen=True)
class Entry:
    """A word of the menu: a link, or a menu of its own when it has `entries`."""

    title: str
    url: str = ""
    current: bool = False
    entries: list["Entry"] = field(default_factory=list)


class Desk(AdminSite):
    """The admin as editors see it. The content says by `open_on` what the desk is about."""

    site_header = site_title = "Newsroom"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self._main_model: type[Model] | None = None
        self._new_label = ""
        self._start: Callable[[HttpRequest], dict] = lambda request: {}
        self.empty_value_display = ""
        # What can be done about a person: words and the name of an address that takes their number.
        self.person_pages: list[tuple[str, str]] = [(gettext_lazy("Invite…"), f"{name}:invite")]
        # Rows are deleted one by one, on a page that says what hangs on them.
        self.disable_action("delete_selected")

    def register(
        self,
        model_or_iterable: type[Model] | Iterable[type[Model]],
        admin_class: type[ModelAdmin] | None = None,
        **options: object,
    ) -> None:
        """Register as Django does, with lists that stay flat."""
        desk = admin_class or ModelAdmin
        flat = type(desk)(desk.__name__, (FlatLists, desk), {"__module__": desk.__module__})
        super().register(model_or_iterable, flat, **options)

    def open_on(self, model: type[Model], new_label: str, template: str, start: Callable[[HttpRequest], dict]) -> None:
        """Give `model` the filled button, and the first page a template with what `start` returns for a request."""
        self._main_model, self._new_label = model, new_label
        self.index_template, self._start = template, start

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return super().index(request, self._start(request) | (extra_context or {}))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        """Return nothing before sign-in, when nobody is asked yet what they may, and never the machinery."""
        apps = super().get_app_list(request, app_label) if self.has_permission(request) else []
        return [app for app in apps if app["app_label"] not in MACHINERY]

    def each_context(self, request: HttpRequest) -> dict:
        context = super().each_context(request)
        models = [model for app in context["available_apps"] for model in app["models"]]
        return context | {"desk_menu": self._menu(request, models), "desk_primary": self._primary(request, models)}

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Callable[..., HttpResponse]:
        """Let somebody whose sign-in ended under a form sign in and come back to that form, not to where it went."""
        inner = super().admin_view(view, cacheable)

        def met(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            leaves = request.path == reverse(f"{self.name}:logout")
            if request.method != "POST" or self.has_permission(request) or leaves:
                return inner(request, *args, **kwargs)
            return self._refuse(request)

        return update_wrapper(met, inner)

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        """Lead from a form to the sign-in. A form that has a key of its own keeps by a script what is typed."""
        refused = KEPT if "key" in request.POST else "1"
        return redirect_to_login(page_of_the_form(request), f"{reverse(f'{self.name}:login')}?refused={refused}")

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Ask who comes, unless they are in by now; say what became of the form they were sent here from."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
        if request.method == "GET" and self.has_permission(request) and is_ours(request, wanted):
            return redirect(wanted)
        refused = request.GET.get("refused")
        more = {"sends_letters": settings.SENDS_LETTERS, "is_refused": bool(refused), "is_kept": refused == KEPT}
        return super().login(request, more | (extra_context or {}))

    def _menu(self, request: HttpRequest, models: list[dict]) -> list[Entry]:
        start = reverse(f"{self.name}:index")
        first = [Entry(_("My work"), start, current=request.path == start)]
        main = [_entry(request, model) for model in models if model["model"] is self._main_model]
        others = sorted(
            (_entry(request, model) for model in models if model["model"] is not self._main_model),
            key=lambda entry: entry.title,
        )
        library = Entry(_("Library"), current=any(entry.current for entry in others), entries=others)
        return [*first, *main, *([library] if others else [])]

    def _primary(self, request: HttpRequest, models: list[dict]) -> Entry | None:
        adds = [model["add_url"] for model in models if model["model"] is self._main_model and model["add_url"]]
        return Entry(self._new_label, adds[0]) if adds else None


def _entry(request: HttpRequest, model: dict) -> Entry:
    url = model["admin_url"] or ""
    return Entry(capfirst(model["name"]), url, current=bool(url) and request.path.startswith(url))
