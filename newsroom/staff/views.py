from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .entrance import is_invitation, let_in, may_enter
from .way_back import way_back


@never_cache
def enter(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Let somebody in by a one-time link; only the button uses it up, so a mail scanner's visit doesn't."""
    is_invited = request.method == "POST" and is_invitation(may_enter(uid, token), token)
    if request.method == "POST" and let_in(request, uid, token):
        chooses = is_invited and not request.user.has_usable_password()
        return redirect("choose-password" if chooses else "admin:index")
    person = may_enter(uid, token)
    return render(request, "staff/enter.html", {"person": person}, status=200 if person else 410)


@require_POST
@login_required
def desk_language(request: HttpRequest) -> HttpResponse:
    """Give a person the desk in another language and take them back to where they were."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest("There is no such language here.")
    request.user.language = language
    request.user.save(update_fields=["language"])
    return way_back(request)
