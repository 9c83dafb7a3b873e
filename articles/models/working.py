"""What is typed and not saved, and who is at it. None of it is part of a story's history."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class WorkingCopy(models.Model):
    """What somebody typed into the form of a story and has not saved; of a story never saved, one for each form.

    `data` is the form as a browser sends it, `base` the number of the version that it was opened at, `key` tells one
    open form from another.
    """

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="working_copies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="working_copies")
    key = models.UUIDField()
    base = models.PositiveIntegerField(default=0)
    data = models.TextField()
    kept = models.DateTimeField(_("kept"), default=timezone.now)

    class Meta:
        verbose_name = _("working copy")
        verbose_name_plural = _("working copies")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person"], condition=Q(article__isnull=False), name="one_working_copy_each"
            ),
            models.UniqueConstraint(
                fields=["person", "key"], condition=Q(article=None), name="one_working_copy_of_a_new_story"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.article or _('New article')}"


class Presence(models.Model):
    """Somebody who has a story open: one row for each of their open forms; `place` is a field in words, if any."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences")
    key = models.UUIDField()
    place = models.CharField(max_length=120, blank=True)
    seen = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["article", "person", "key"], name="one_presence_for_a_form")]

    def __str__(self) -> str:
        return f"{self.person} · {self.place}"


class Notice(models.Model):
    """Something a person must be told of a story, kept until they have seen it."""

    class Kind(models.TextChoices):
        TAKEN_OVER = "taken-over", _("taken over")
        HANDED_OVER = "handed-over", _("handed over")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    article = models.ForeignKey(Article, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    when = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-when"]
        indexes = [models.Index(fields=["person", "-when"], name="notices_to_see", condition=Q(seen=None))]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()}"


class Task(models.Model):
    """Something a flash still lacks, done by whoever comes to it, or by a save or a publication."""

    class Kind(models.TextChoices):
        REVIEW = "review", _("Somebody else reads it")
        PICTURE = "picture", _("A picture")
        SEARCH = "search", _("A description for search engines")

    article = models.ForeignKey(Article, models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=8, choices=Kind)
    done = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["article", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "kind"], name="one_task_of_a_kind")]
        indexes = [models.Index(fields=["-article"], name="tasks_to_do", condition=Q(done=None))]

    def __str__(self) -> str:
        return self.get_kind_display()
