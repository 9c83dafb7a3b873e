from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.pagecache.querysets import PurgingQuerySet

from .people import Speaker

INSECURE = _("Give an address that begins with https://.")


class Identity(models.Model):
    """An address elsewhere that is about one speaker and nobody else: a catalogue of names, a site, a profile."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="identities", verbose_name=_("speaker"))
    url = models.URLField(
        _("address"),
        max_length=300,
        unique=True,
        # With a code of its own, because a form has words for any other that is "invalid".
        validators=[URLValidator(schemes=["https"], message=INSECURE, code="insecure")],
        error_messages={"unique": _("Another speaker has this address. If both are one person, merge them.")},
        help_text=_("The speaker’s page at VIAF, ISNI or ORCID, their own site, a profile. It begins with https://."),
    )

    objects = PurgingQuerySet.as_manager()

    class Meta:
        verbose_name = _("address elsewhere")
        verbose_name_plural = _("addresses elsewhere")
        ordering = ["url"]

    def __str__(self) -> str:
        return self.url

    def save(self, *args: object, **kwargs: object) -> None:
        """Refuse what is no secure address, whoever saves: machines and readers will be sent there."""
        self._meta.get_field("url").run_validators(self.url)
        super().save(*args, **kwargs)
