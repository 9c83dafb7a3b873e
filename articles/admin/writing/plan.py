"""What the form plans for a language: when it goes live and when it comes off the site.

`plan` holds goes_live, at_once, embargo, new_embargo, comes_off, stays, as the form cleaned them.
"""

from datetime import datetime

from django.utils import timezone

from ...models import Edition


def goes_live(edition: Edition, plan: dict) -> datetime | None:
    """Return the moment planned; None is now. What is scheduled keeps its time unless another is given."""
    if edition.is_scheduled and not plan["at_once"]:
        return plan["goes_live"] or edition.publish_at
    return plan["goes_live"]


def comes_off(edition: Edition, plan: dict) -> datetime | None:
    """Return the moment planned; None is never. A time that is set stays unless another is given or it is lifted."""
    if plan["comes_off"] or plan["stays"] or not edition.is_published:
        return plan["comes_off"]
    return edition.withdraw_at


def embargo(edition: Edition, plan: dict) -> datetime | None:
    """Return the moment before which readers get nothing. One that is set stays unless this form was given another."""
    if plan["new_embargo"] or not edition.embargo_until:
        return plan["embargo"]
    return edition.embargo_until


def begins(edition: Edition, plan: dict) -> datetime:
    """Return since when readers would have an edition, now at the earliest."""
    now = timezone.now()
    planned = [] if edition.is_visible else [goes_live(edition, plan), embargo(edition, plan)]
    return max([now, *filter(None, planned)])
