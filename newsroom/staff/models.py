from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .roles import RoleName

ALL_LANGUAGES = ""


class Person(AbstractUser):
    """Somebody who works here. What they may do comes from their roles alone."""

    language = models.CharField(
        _("language of the desk"),
        max_length=12,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("The language in which this person sees the desk. Empty: the one their browser asks for."),
    )

    invited = models.DateTimeField(_("invited"), null=True, editable=False)
    reset_sent = models.DateTimeField(_("letter with a new way in"), null=True, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def _roles(self) -> list["Role"]:
        return list(self.roles.all()) if self.pk else []

    def may(self, right: str, language: str | None = None) -> bool:
        """Tell whether this person has a right, in `language` or, without one, in any language."""
        if not self.is_active:
            return False
        if self.is_superuser:
            return True
        return any(right in role.rights and role.covers(language) for role in self._roles)

    def languages_for(self, right: str) -> list[str]:
        """Return the codes of the languages in which this person has a right, in the site's order."""
        return [code for code, _name in settings.LANGUAGES if self.may(right, code)]


class Role(models.Model):
    """A post that a person holds, for one language or for all."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles", verbose_name=_("person"))
    name = models.CharField(_("role"), max_length=12, choices=RoleName)
    language = models.CharField(
        _("language"),
        max_length=12,
        choices=[(ALL_LANGUAGES, _("all languages")), *settings.LANGUAGES],
        default=ALL_LANGUAGES,
        blank=True,
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name", "language"],
                name="one_role_once",
                violation_error_message=_("This person already has this role in this language."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()} · {self.get_language_display()}"

    @property
    def rights(self) -> frozenset[str]:
        return RoleName(self.name).rights

    def covers(self, language: str | None) -> bool:
        return language is None or self.language in (ALL_LANGUAGES, language)
