"""The form of the story itself: its head, what belongs to all languages, and what to publish of it."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from newsroom.staff.colleagues import colleagues

from ...desk.merging import Conflict
from ...models import Article, Author, Authorship, Change, Edition
from ..states import moment
from .columns import own_name
from .forms import ColumnForm
from .plan import begins, comes_off
from .widgets import Growing, Moment, OneLine, PickerOfMany

ON_THE_SHEET = ("headline", "lead", "caption")
FOR_SEARCH_ENGINES = ("slug", "seo_title", "seo_description")
SHARED = ("original_language", "kind", "category", "topics", "authors", "picture", "assigned_to")
A_DAY = timedelta(days=1)


class StoryForm(ColumnForm):
    """The form of a story; `base` is the number of the version it was opened at, `key` tells it from every other.

    It is not saved while something in it is left to be chosen between two people (meeting.py).
    """

    IN_COLUMNS = ON_THE_SHEET

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    authors = forms.ModelMultipleChoiceField(
        Author.objects.all(),
        required=False,
        label=gettext_lazy("Authors, in order"),
        widget=PickerOfMany(Article._meta.get_field("authors"), admin.site),
    )
    publish = forms.MultipleChoiceField(
        choices=settings.LANGUAGES, required=False, label=gettext_lazy("Languages to publish")
    )
    change = forms.ChoiceField(
        choices=[choice for choice in Change.choices if choice[0] != Change.FIRST],
        initial=Change.MINOR,
        required=False,
        label=gettext_lazy("To readers this is"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Only a significant change gives a live story a new date."),
    )
    goes_live = forms.DateTimeField(
        required=False,
        label=gettext_lazy("Goes live"),
        widget=Moment,
        help_text=gettext_lazy("Empty: now; what is scheduled already keeps its time."),
    )
    at_once = forms.BooleanField(required=False, label=gettext_lazy("Now, instead of at the scheduled time"))
    embargo = forms.DateTimeField(
        required=False,
        show_hidden_initial=True,  # so that a form opened before an embargo was set doesn't lift it
        label=gettext_lazy("Embargo until"),
        widget=Moment,
        help_text=gettext_lazy("Never public before this moment, whatever is planned."),
    )
    comes_off = forms.DateTimeField(
        required=False,
        label=gettext_lazy("Comes off the site"),
        widget=Moment,
        help_text=gettext_lazy(
            "Readers have it until this moment; then its address says that it was withdrawn. "
            "Empty: it stays, or keeps the time already set."
        ),
    )
    stays = forms.BooleanField(required=False, label=gettext_lazy("Stays on the site, instead of coming off"))

    originals: tuple[str, ...] = ()
    newest = 0  # the number of the newest version
    saved_keys: Collection[UUID] = ()  # of the last forms that this person saved
    conflicts: tuple[Conflict, ...] = ()
    unsaved: QueryDict | None = None  # what was typed before and is gone on with

    class Meta:
        model = Article
        exclude = ()
        widgets = {"headline": OneLine, "lead": Growing, "caption": OneLine, "seo_description": OneLine}

    def __init__(self, *args: object, **kwargs: object) -> None:
        if self.unsaved is not None:
            kwargs["data"] = self.unsaved
        super().__init__(*args, **kwargs)
        self.fields["base"].initial = self.newest
        for name in ("base", "key", "publish", "change", "goes_live", "at_once", "embargo", "comes_off", "stays"):
            self.fields[name].disabled = False
        self._introduce_authors()
        self._offer_people()
        self._offer_originals()

    def _introduce_authors(self) -> None:
        bylines = self.instance.authorships.select_related("author") if self.instance.pk else []
        authors = [byline.author for byline in bylines]
        self.fields["authors"].widget.known = authors
        self.initial["authors"] = [author.pk for author in authors]

    def _offer_people(self) -> None:
        field = self.fields["assigned_to"]
        field.queryset = colleagues()
        field.empty_label = gettext("Nobody yet")

    def _offer_originals(self) -> None:
        field = self.fields["original_language"]
        known = {*self.originals, self.instance.original_language if self.instance.pk else ""}
        field.choices = [choice for choice in field.choices if choice[0] in known]
        if not self.instance.pk:
            self.initial.setdefault("original_language", next(iter(self.originals), None))

    @property
    def for_search_engines(self) -> list[tuple[str, list]]:
        """Return each column's language with its slug and what search engines show."""
        return [
            (own_name(code), [self[f"{name}_{code}"] for name in FOR_SEARCH_ENGINES]) for code in self.columns.shown
        ]

    def begin_at_headline(self) -> None:
        """Put the caret into the first headline; for a page with nothing to read before."""
        self.fields[f"headline_{self.columns.shown[0]}"].widget.attrs["autofocus"] = True

    def show_addresses(self, editions: Iterable[Edition]) -> None:
        """Show in a slug field left empty the slug that the edition has."""
        for edition in editions:
            field = self.fields.get(f"slug_{edition.language}")
            if field and edition.slug:
                field.widget.attrs["placeholder"] = edition.slug

    def clean_authors(self) -> list[Author]:
        """Return the authors in the order in which they were picked."""
        chosen = {str(author.pk): author for author in self.cleaned_data["authors"]}
        name = self.add_prefix("authors")
        order = self.initial["authors"] if self.fields["authors"].disabled else self.data.getlist(name)
        return [chosen[key] for key in map(str, order) if key in chosen]

    def clean_goes_live(self) -> datetime | None:
        """Refuse a date long gone for what no reader has had yet: it is a slip of the hand."""
        goes_live = self.cleaned_data["goes_live"]
        if goes_live and goes_live < timezone.now() - A_DAY and self._publishes_something_new():
            raise ValidationError(gettext("This moment is in the past. Leave it empty to publish now."))
        self._refuse_to_hold_back(goes_live)
        return goes_live

    def clean_embargo(self) -> datetime | None:
        """Refuse a new embargo on what readers have; one that the form was opened with is another language's."""
        embargo = self.cleaned_data["embargo"]
        editions = Edition.objects.filter(article=self.instance.pk, embargo_until__isnull=False)
        known = [each.replace(second=0, microsecond=0) for each in editions.values_list("embargo_until", flat=True)]
        if embargo not in known:
            self._refuse_to_hold_back(embargo)
        return embargo

    def _refuse_to_hold_back(self, until: datetime | None) -> None:
        """Refuse a moment to come for what is live: its changes would go out at once."""
        if not until or until <= timezone.now():
            return
        live = Edition.objects.visible().filter(article=self.instance.pk, language__in=self.languages_to_publish)
        if languages := [own_name(edition.language) for edition in live.order_by("pk")]:
            raise ValidationError(gettext(
                "Readers have this story already: %(languages)s. Leave this empty to publish the changes now, "
                "or save and publish them later."
            ) % {"languages": ", ".join(languages)})  # fmt: skip

    @property
    def languages_to_publish(self) -> list[str]:
        """Return the languages ticked; the original if the form was sent without the menu that has the ticks."""
        if "_publish" not in self.data:
            return []
        without_menu = [] if "publishes" in self.data else [self.cleaned_data.get("original_language")]
        return self.cleaned_data.get("publish") or without_menu

    def _publishes_something_new(self) -> bool:
        were_public = Edition.objects.filter(article=self.instance.pk, first_published__lte=timezone.now())
        return not set(self.languages_to_publish) <= set(were_public.values_list("language", flat=True))

    def clean_comes_off(self) -> datetime | None:
        comes_off = self.cleaned_data["comes_off"]
        if comes_off and comes_off <= timezone.now() and self.languages_to_publish:
            raise ValidationError(gettext(
                "This moment is in the past. Give one to come; “Withdraw…” in the menu “⋯” takes a live story off now."
            ))  # fmt: skip
        return comes_off

    def clean(self) -> dict:
        if self.conflicts:
            raise ValidationError(gettext("The same was changed meanwhile. Choose, then save again."))
        self.cleaned_data["new_embargo"] = "embargo" in self.changed_data
        if self.cleaned_data.get("comes_off") and self.cleaned_data.get("stays"):
            self.add_error("comes_off", gettext("Give a moment or let the story stay, not both."))
        if not {"goes_live", "embargo", "comes_off"} & self.errors.keys():
            self._refuse_to_come_off_first()
        return super().clean()

    def _refuse_to_come_off_first(self) -> None:
        """Refuse a plan by which readers would never have a language."""
        standing = {each.language: each for each in Edition.objects.filter(article=self.instance.pk)}
        for code in self.languages_to_publish:
            edition = standing.get(code) or Edition(language=code)
            starts, end = begins(edition, self.cleaned_data), comes_off(edition, self.cleaned_data)
            if end and end <= starts:
                self.add_error("comes_off", self._never_on_the_site(code, starts, end))

    def _never_on_the_site(self, code: str, starts: datetime, end: datetime) -> str:
        return gettext(
            "%(language)s would come off the site (%(end)s) before it goes live (%(start)s). Give a later moment, or "
            "let it stay."
        ) % {
            "language": own_name(code),
            "start": moment(starts, with_time=True),
            "end": moment(end, with_time=True),
        }

    def _save_m2m(self) -> None:
        super()._save_m2m()
        for place, author in enumerate(self.cleaned_data["authors"]):
            Authorship.objects.filter(article=self.instance, author=author).update(ordering=place)
