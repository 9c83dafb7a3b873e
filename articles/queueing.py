"""What must not happen twice at one moment waits for its turn here."""

from .models import Category


def queue_up() -> None:
    """Wait until nobody else publishes, and let others wait until this transaction ends.

    Two at once would choose one slug for two stories, or one place in the index.
    """
    Category.objects.select_for_update(no_key=True).order_by("pk").first()
