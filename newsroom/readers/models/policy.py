"""The policy that readers answer: a number that rises when there is something new to ask."""

from collections.abc import Callable, Iterable

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..purposes import PURPOSES, Purpose

HIGHEST_NUMBER = 9999  # the cookie holds four digits
FOR_EVER = float("inf")
Fact = dict[str, object]  # as RegistryEntry.fact


class PolicyManager(models.Manager):
    def current(self) -> "Policy":
        """Return the policy of today; before the first migration is over, one that asks for nothing."""
        return self.order_by("-number").first() or Policy(number=1)

    def follow(self, facts_of_today: Callable[[], Iterable[Fact]]) -> "Policy":
        """Let the policy ask for the facts of the registry, under a new number if any of them is new.

        What goes, or is kept for a shorter time, raises no number: readers agreed to more than that.
        """
        with transaction.atomic():
            # One after the other: whoever waited reads the registry with what the others wrote.
            self.select_for_update().order_by("number").first()
            policy, facts = self.current(), list(facts_of_today())
            if policy.lacking(facts):
                return self.create(number=policy.number + 1, registered=facts)
            policy.registered = facts
            policy.save()
            return policy


class Policy(models.Model):
    """What readers are asked for under one number; `registered` is a list of RegistryEntry.fact."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    since = models.DateTimeField(_("since"), default=timezone.now)
    registered = models.JSONField(default=list)

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
        return gettext("Policy %(number)d") % {"number": self.number}

    @property
    def purposes(self) -> list[Purpose]:
        """Return what readers are asked for, in the order in which they are asked."""
        categories = {fact["category"] for fact in self.registered}
        return [purpose for purpose in PURPOSES if purpose.name in categories]

    def lacking(self, facts: Iterable[Fact]) -> list[Fact]:
        """Return those facts that this policy did not tell readers of."""
        return [fact for fact in facts if not any(_covers(known, fact) for known in self.registered)]


def _covers(known: Fact, fact: Fact) -> bool:
    """Tell whether a fact is as readers knew it, or is kept for a shorter time."""
    same = all(known[key] == fact[key] for key in fact if key != "lifetime")
    return same and _days(fact) <= _days(known)


def _days(fact: Fact) -> float:
    """Return how long something stays: without a time of its own a cookie goes with the browser, a database never."""
    if fact["lifetime"] is None:
        return 0 if fact["keeping"] in ("cookie", "session") else FOR_EVER
    return fact["lifetime"]
