import pytest
from django.core.management import call_command
from django.db import transaction
from PIL import Image

from articles.demo import library


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker, settings_for_tests):
    """The example, built once for all tests of a file; its drawings are blank."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "draw", lambda key: Image.new("RGB", (32, 20), (13, 27, 24)))
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)
