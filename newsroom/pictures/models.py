import uuid
from hashlib import file_digest, sha256
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from .querysets import PictureQuerySet
from .renditions import FIRST_WIDTH, upright, webp, widths_for
from .signals import renditions_made
from .uploads import FORMATS, inspect


def originals() -> Storage:
    return storages["originals"]


def original_name(picture: "Picture", filename: str) -> str:
    """Name an upload at random, so that nothing can be guessed or overwritten."""
    return f"{uuid.uuid4().hex}{PurePosixPath(filename).suffix.lower()[:5]}"


class Picture(models.Model):
    """A picture of the library: the untouched upload, who made it, what it shows."""

    original = models.ImageField(_("file"), storage=originals, upload_to=original_name, max_length=200)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    format = models.CharField(max_length=8, editable=False, choices=[(name, name) for name in FORMATS])
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    focal_x = models.FloatField(
        _("focus, from the left"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    focal_y = models.FloatField(
        _("focus, from the top"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    title = models.CharField(_("title in the library"), max_length=200, help_text=_("So that colleagues find it."))
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What a reader who can’t see the picture should know. Not the caption, not the credit."),
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It says nothing that the text doesn’t: no alternative text.")
    )
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("As it is printed under the picture, e.g. “Photo: Anna Bondar”.")
    )
    source_url = models.URLField(_("where it comes from"), blank=True)
    created = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)), name="picture_focus_inside"
            ),
            models.CheckConstraint(condition=models.Q(width__gt=0, height__gt=0), name="picture_has_a_size"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the picture; of a new file make the first rendition now and order the rest."""
        new_file = bool(self.original) and not self.original._committed
        if new_file:
            self._measure()
        with transaction.atomic():
            super().save(*args, **kwargs)
            if new_file:
                self.renditions.all().delete()
                self.make_renditions([min(FIRST_WIDTH, self.width)])
                transaction.on_commit(lambda: make_other_renditions.enqueue(self.pk))

    def clean(self) -> None:
        if not self.original or self.original._committed:
            return
        try:
            inspect(self.original.file, self.original.size)
        except ValidationError as error:
            raise ValidationError({"original": error}) from error

    def _measure(self) -> None:
        measures = inspect(self.original.file, self.original.size)
        self.format, self.width, self.height = measures.format, measures.width, measures.height
        self.sha256 = file_digest(self.original.file, "sha256").hexdigest()
        self.original.file.seek(0)

    def make_renditions(self, widths: list[int]) -> None:
        """Make the renditions of these widths, in pixels; one that exists already stays."""
        with self.original.open("rb") as file:
            picture = upright(file)
        for width in widths:
            data, height = webp(picture, width)
            rendition = Rendition(picture=self, width=width, height=height)
            rendition.file.save(f"pictures/{sha256(data).hexdigest()[:16]}-{width}.webp", ContentFile(data), save=False)
            Rendition.objects.bulk_create([rendition], ignore_conflicts=True)
        renditions_made.send(Picture, picture=self)

    def missing_widths(self) -> list[int]:
        made = set(self.renditions.values_list("width", flat=True))
        return [width for width in widths_for(self.width) if width not in made]


class Rendition(models.Model):
    """One size of a picture as readers get it: WebP, turned upright, without metadata."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(max_length=200)

    class Meta:
        ordering = ["width"]
        constraints = [models.UniqueConstraint(fields=["picture", "width"], name="one_rendition_per_width")]

    def __str__(self) -> str:
        return f"{self.picture_id} · {self.width} px"


@task()
def make_other_renditions(picture_id: int) -> None:
    """Make the renditions that a picture still lacks."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture:  # nobody deleted it before its turn came
        picture.make_renditions(picture.missing_widths())
