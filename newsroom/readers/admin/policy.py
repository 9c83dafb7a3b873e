from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Policy, PolicyText
from ..proof import proof_of


class ProofStays:
    """A mixin before whatever grants rights: what readers were asked is neither changed nor deleted by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Policy | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Policy | None = None) -> bool:
        return False


class PolicyAdmin(admin.ModelAdmin):
    """What was asked when, how often it was answered how, and the proof to take away."""

    list_display = ["number", "since", "asks_for", "answers", "proof"]
    fields = ["number", "since", "asks_for", "answers", "texts", "proof"]
    readonly_fields = fields

    @admin.display(description=_("asks for"))
    def asks_for(self, policy: Policy) -> str:
        return ", ".join(str(purpose.title) for purpose in policy.purposes) or gettext("nothing")

    @admin.display(description=_("answers"))
    def answers(self, policy: Policy) -> int:
        return policy.texts.aggregate(sum=Sum("tallies__count"))["sum"] or 0

    @admin.display(description=_("texts shown"))
    def texts(self, policy: Policy) -> SafeString:
        rows = policy.texts.defer("content")
        return format_html_join("", "<p>{} · {} · {} · <code>{}</code></p>", (text_row(text) for text in rows))

    @admin.display(description=_("proof"))
    def proof(self, policy: Policy) -> SafeString:
        address = reverse(f"{self.admin_site.name}:readers_policy_proof", args=[policy.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Download as JSON"))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.download)
        return [path("<int:pk>/proof/", view, name="readers_policy_proof"), *super().get_urls()]

    def download(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        policy = get_object_or_404(Policy, pk=pk)
        disposition = {"Content-Disposition": f'attachment; filename="consent-policy-{policy.number}.json"'}
        return JsonResponse(
            proof_of(policy), headers=disposition, json_dumps_params={"ensure_ascii": False, "indent": 2}
        )


def text_row(text: PolicyText) -> tuple[object, ...]:
    return text.get_language_display(), text.version, date_format(localtime(text.since), "DATETIME_FORMAT"), text.sha256
