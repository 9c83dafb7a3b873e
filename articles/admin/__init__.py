"""The desk of the newspaper in the admin; importing a module registers what it is about."""

from . import addresses, article, caches, finished_pages, people, pictures, readers, start, taxonomy

__all__ = ["addresses", "article", "caches", "finished_pages", "people", "pictures", "readers", "start", "taxonomy"]
