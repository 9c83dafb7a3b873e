"""The desk of the newspaper in the admin; importing a module registers what it is about."""

from . import addresses, article, people, pictures, readers, start, taxonomy

__all__ = ["addresses", "article", "people", "pictures", "readers", "start", "taxonomy"]
