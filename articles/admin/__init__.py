"""The desk of the newspaper in the admin; importing a module registers what it is about."""

from . import addresses, article, finished_pages, people, pictures, readers, start, taxonomy

__all__ = ["addresses", "article", "finished_pages", "people", "pictures", "readers", "start", "taxonomy"]
