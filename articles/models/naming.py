"""The trait of everything that has a name and a page: people, sources, categories, topics."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

from newsroom.pagecache.querysets import PurgingQuerySet

from ..alphabets import folded, sort_key
from ..markup import plain
from ..shown import shows
from ..slugs import slug_for
from .addresses import FormerSlug
from .translated import borrowed

CODES = [code for code, _name in settings.LANGUAGES]
NAMING_FIELDS = ("name", "slug", "folded", "sort_key")
LONGEST = 200  # letters of a name; its folded form and sort key are cut there, because "…" alone becomes three


def one_slug_per_language(label: str) -> list[models.UniqueConstraint]:
    """Return a constraint for each language; unique=True would also guard the stale base column."""
    return [
        models.UniqueConstraint(fields=[in_language("slug", code)], name=f"one_{label}_per_slug_{code}")
        for code in CODES
    ]


class Named(models.Model):
    """A thing with a name, a slug and a place in the alphabet in every language.

    The concrete class is registered for translation with NAMING_FIELDS and says its KIND of former address.
    A slug that nobody gave is made from the name of its language, else from the first name there is.
    """

    KIND: FormerSlug.Kind
    RESERVED: frozenset[str] = frozenset()

    name = models.CharField(_("name"), max_length=LONGEST)
    slug = models.SlugField(
        _("slug"), max_length=120, null=True, blank=True, db_index=False, help_text=_("Made from the name when empty.")
    )
    folded = models.CharField(max_length=LONGEST, editable=False, default="")
    sort_key = models.CharField(max_length=LONGEST, editable=False, default="")

    objects = PurgingQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_shown[0]

    def save(self, *args: object, update_fields: Iterable[str] | None = None, **kwargs: object) -> None:
        """Complete slugs and sort keys, then keep the thing and every address it leaves."""
        before = self._stored()
        made = [language for language in CODES if not self.slug_in(language)]
        for language in CODES:
            self.complete(language)
        self._check_slugs(before)
        with transaction.atomic():
            self._keep(made, *args, **kwargs)
            if before:
                self._follow(before)

    def name_in(self, language: str) -> str:
        shows(self, "named", language)
        return getattr(self, in_language("name", language)) or ""

    def slug_in(self, language: str) -> str:
        shows(self, "slug", language)
        return getattr(self, in_language("slug", language)) or ""

    @property
    def name_shown(self) -> tuple[str, str]:
        """Return the name and the language it is in, which may be another than the active one."""
        shows(self, "name", get_language() or settings.LANGUAGE_CODE)
        return borrowed(self, "name")

    def clean(self) -> None:
        self._check_slugs(self._stored())

    def complete(self, language: str) -> None:
        """Derive from the name what a language needs: its folded form, its sort key, a slug if there is none."""
        name = plain(self.name_in(language))
        setattr(self, in_language("name", language), name or None)
        setattr(self, in_language("folded", language), folded(name)[:LONGEST])
        setattr(self, in_language("sort_key", language), sort_key(name, language)[:LONGEST])
        if not self.slug_in(language):
            setattr(self, in_language("slug", language), self._free_slug(language))

    def _stored(self) -> Self | None:
        return type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None

    def _check_slugs(self, before: Self | None) -> None:
        """Refuse every slug that is new and can't be an address of this thing; one that stands isn't asked again."""
        problems = {}
        for language in CODES:
            slug = self.slug_in(language)
            if slug and not (before and before.slug_in(language) == slug):
                try:
                    self._check_slug(slug, language)
                except ValidationError as error:
                    problems[in_language("slug", language)] = error
        if problems:
            raise ValidationError(problems)

    def _check_slug(self, slug: str, language: str) -> None:
        self._meta.get_field(in_language("slug", language)).run_validators(slug)
        if slug in self.RESERVED:
            message = gettext("“%(slug)s” is an address of the site itself. Choose another slug.")
            raise ValidationError(message % {"slug": slug})
        if owner := self._others().filter(pk__in=self._left_by_others(slug, language).values("object_id")).first():
            message = gettext("“%(slug)s” was the address of “%(name)s” and still leads there. Choose another slug.")
            raise ValidationError(message % {"slug": slug, "name": owner})

    def _keep(self, made: Iterable[str], *args: object, **kwargs: object) -> None:
        """Save; a slug made here that somebody took meanwhile gives way to the next free one."""
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except IntegrityError:
            if not self._step_aside(made):
                raise
            self._keep(made, *args, **kwargs)

    def _step_aside(self, made: Iterable[str]) -> bool:
        """Make these slugs anew; tell whether any had to change."""
        taken = [language for language in made if self._taken(self.slug_in(language), language)]
        for language in taken:
            setattr(self, in_language("slug", language), self._free_slug(language))
        return bool(taken)

    def _follow(self, before: Self) -> None:
        """Leave a redirect at every address that this thing no longer has."""
        for language in CODES:
            FormerSlug.leave(self.KIND, self.pk, language, before.slug_in(language), self.slug_in(language))

    def _free_slug(self, language: str) -> str:
        name, written_in = next(
            ((self.name_in(code), code) for code in (language, *CODES) if self.name_in(code)), ("", "")
        )
        wanted = slug_for(name, written_in) or str(self.KIND)
        wanted = f"{wanted}-1" if wanted in self.RESERVED else wanted
        slug, number = wanted, 1
        while self._taken(slug, language):
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def _taken(self, slug: str, language: str) -> bool:
        here = self._others().filter(**{in_language("slug", language): slug})
        return here.exists() or self._left_by_others(slug, language).exists()

    def _others(self) -> models.QuerySet:
        return type(self)._default_manager.exclude(pk=self.pk)

    def _left_by_others(self, slug: str, language: str) -> models.QuerySet:
        return FormerSlug.objects.filter(kind=self.KIND, language=language, slug=slug).exclude(object_id=self.pk or 0)

    @classmethod
    def at(cls, language: str, slug: str) -> Self | None:
        """Return what stands, or once stood, at a slug of a language."""
        here = cls._default_manager.filter(**{in_language("slug", language): slug}).first()
        if here:
            return here
        former = FormerSlug.objects.filter(kind=cls.KIND, language=language, slug=slug).first()
        return cls._default_manager.filter(pk=former.object_id).first() if former else None
