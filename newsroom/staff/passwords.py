"""A forgotten password: a letter with a link, for whoever works here; nobody else learns who does."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from .letters import send_reset
from .models import Person

PAUSE = timedelta(minutes=15)  # between two letters to one person


class ForgottenForm(forms.Form):
    email = forms.EmailField(label=_("Email address"), widget=forms.EmailInput({"autocomplete": "email"}))

    def save(self, **options: object) -> None:
        """Have a letter sent to whoever has this address, unless one went a moment ago."""
        lately = Q(reset_sent__gt=timezone.now() - PAUSE)
        people = Person.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True, is_staff=True)
        for person in people.exclude(lately):
            person.reset_sent = timezone.now()
            person.save(update_fields=["reset_sent"])
            send_reset.enqueue(person.pk)


class Forgotten(views.PasswordResetView):
    form_class = ForgottenForm
    success_url = reverse_lazy("password_reset_done")

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.SENDS_LETTERS:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Choose(LoginRequiredMixin, FormView):
    """Somebody who came in by an invitation chooses a password, or does without."""

    template_name = "registration/password_choose.html"
    form_class = SetPasswordForm
    success_url = reverse_lazy("admin:index")

    def get_form_kwargs(self) -> dict[str, object]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Whoever has a password changes it where the old one is asked for."""
        if request.user.is_authenticated and request.user.has_usable_password():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        form.save()
        views.update_session_auth_hash(self.request, form.user)
        return super().form_valid(form)


urlpatterns = [
    # Django’s sign-in page looks for this name.
    path("forgotten/", Forgotten.as_view(), name="admin_password_reset"),
    path("forgotten/sent/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "forgotten/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(success_url=reverse_lazy("password_reset_complete")),
        name="password_reset_confirm",
    ),
    path("forgotten/done/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("choose-password/", Choose.as_view(), name="choose-password"),
]
