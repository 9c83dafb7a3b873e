from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest) -> HttpResponseRedirect:
    """Take somebody back to the page of ours that their form names in `next`, else to where the desk begins."""
    back = request.POST.get("next", "")
    return HttpResponseRedirect(back if is_ours(request, back) else reverse("admin:index"), status=303)


def is_ours(request: HttpRequest, address: str) -> bool:
    return url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())


def page_of_the_form(request: HttpRequest) -> str:
    """Return the page from which a form was sent; the address that took it may have nothing to show."""
    page = request.headers.get("Referer", "")
    return urlsplit(page)._replace(scheme="", netloc="").geturl() if is_ours(request, page) else request.get_full_path()
