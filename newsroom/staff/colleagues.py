from django.db.models import QuerySet

from .models import Person


def colleagues() -> QuerySet[Person]:
    """Return everybody who works here now, by name."""
    return Person.objects.filter(is_active=True, is_staff=True).order_by("first_name", "last_name", "pk")
