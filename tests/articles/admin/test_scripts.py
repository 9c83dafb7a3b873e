"""The scripts of the writing form are started once each."""

import re

from django.conf import settings

from articles.admin.writing.page import MODULES

SCRIPTS = settings.BASE_DIR / "static" / "desk" / "js"


def test_a_script_that_the_page_starts_is_started_by_no_other_script():
    texts = [file.read_text() for file in SCRIPTS.glob("*.js")]
    imported = {name for text in texts for name in re.findall(r'^import .*"\./([\w-]+)\.js"', text, re.MULTILINE)}
    assert imported and not imported & set(MODULES)
