"""Collect and compress the static files, when one of them or anything that is installed has changed."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> None:
    """Run collectstatic, unless all that it wrote is there and would come out the same."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    # Before it runs: what changes meanwhile is collected at the next start.
    found = list(sources())
    reads = [*(f"{name} {described(file)}" for name, file in found), *code()]
    if stamp.exists() and stamp.read_text() == digest(reads, stamp):
        return
    for name, _file in found:
        # collectstatic would keep a copy that is not older by a whole second.
        (stamp.parent / name).unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest(reads, stamp))


def digest(reads: list[str], stamp: Path) -> str:
    written = [described(file) for file in stamp.parent.rglob("*") if file.is_file() and file != stamp]
    return hashlib.sha256("\n".join(sorted([*reads, *written])).encode()).hexdigest()


def sources() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for name, storage in finder.list(None):
            yield name, Path(storage.path(name))


def code() -> Iterator[str]:
    yield f"{settings.STORAGES['staticfiles']} {settings.STATIC_URL}"
    yield from (f"{package.name} {package.version}" for package in distributions())


def described(file: Path) -> str:
    kept = file.stat()
    return f"{file} {kept.st_size} {kept.st_mtime_ns}"
