"""Run a command of the newspaper in a process of its own, as an administrator would."""

import os
import subprocess
import sys

from django.conf import settings


def manage(*arguments, folder, **environment):
    """Return the finished process; `folder` takes the data, `environment` overrides what is set."""
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SITE_URL", "DEBUG")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=clean | {"NEWSROOM_DATA": str(folder)} | environment,
        capture_output=True,
        text=True,
    )
