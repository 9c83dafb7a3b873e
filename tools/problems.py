"""What stops the newspaper, in one sentence: for `make run` and for every command of manage.py."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from environs import EnvError

# A folder that is taken by a file or may not be written to; other errors of files are a command's own.
SETTING = (ImproperlyConfigured, EnvError, PermissionError, FileExistsError, NotADirectoryError)


@contextmanager
def said_in_a_sentence() -> Iterator[None]:
    """End with the sentence alone when a setting makes no sense."""
    try:
        yield
    except SETTING as problem:
        raise SystemExit(in_words(problem)) from None


def in_words(problem: Exception) -> str:
    """Say what is wrong and how to mend it."""
    if isinstance(problem, OSError) and problem.filename:
        return (
            f"{problem.filename} can’t be used: {problem.strerror.lower()}. "
            "Point NEWSROOM_DATA, STATIC_ROOT or DATABASE_URL to a folder you may write to."
        )
    return str(problem)
