"""The policy that readers answer: a number that rises when there is something new to ask."""

from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..purposes import PURPOSES, Purpose

HIGHEST_NUMBER = 9999  # the cookie holds four digits
Fact = dict[str, object]  # as RegistryEntry.fact


class PolicyManager(models.Manager):
    def current(self) -> "Policy":
        return self.order_by("-number").first() or self.create(number=1)

    def follow(self, facts: Iterable[Fact]) -> "Policy":
        """Let the policy ask for these facts of the registry, and for no others.

        It gets a new number when readers may have answered already without some of them; then all are asked again.
        What goes, or is kept for a shorter time, raises no number.
        """
        facts = list(facts)
        with transaction.atomic():
            policy = self.select_for_update().order_by("-number").first()
            if policy is None or (policy.answered and policy.lacking(facts)):
                return self.create(number=policy.number + 1 if policy else 1, registered=facts)
            policy.registered = facts
            policy.save(update_fields=["registered"])
            return policy


class Policy(models.Model):
    """What readers are asked for under one number; `registered` is a list of RegistryEntry.fact."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    since = models.DateTimeField(_("since"), default=timezone.now)
    registered = models.JSONField(default=list)
    # Before the first answer the registry may still change under this number: nobody agreed to anything yet.
    answered = models.BooleanField(_("answered by readers"), default=False)

    objects = PolicyManager()

    class Meta:
        verbose_name = _("policy on cookies")
        verbose_name_plural = _("policies on cookies")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=HIGHEST_NUMBER), name="policy_number_fits_the_cookie"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def purposes(self) -> list[Purpose]:
        """Return what readers are asked for, in the order in which they are asked."""
        categories = {fact["category"] for fact in self.registered}
        return [purpose for purpose in PURPOSES if purpose.name in categories]

    def lacking(self, facts: Iterable[Fact]) -> list[Fact]:
        """Return those facts that this policy did not tell readers of."""
        return [fact for fact in facts if not any(_covers(known, fact) for known in self.registered)]

    def take_answers(self) -> None:
        """Remember that readers answer under this number, from now on what is asked under it stands."""
        if not self.answered:
            type(self).objects.filter(pk=self.pk).update(answered=True)


def _covers(known: Fact, fact: Fact) -> bool:
    """Tell whether a fact is as readers knew it, or is kept for a shorter time."""
    same = all(known[key] == fact[key] for key in ("category", "name", "provider", "recipients"))
    return same and (fact["lifetime"] or 0) <= (known["lifetime"] or 0)
