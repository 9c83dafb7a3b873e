"""The desk of the newspaper in the admin; importing a module registers what it is about."""

from . import addresses, article, caches, people, pictures, readers, start, taxonomy

__all__ = ["addresses", "article", "caches", "people", "pictures", "readers", "start", "taxonomy"]
