"""The content of the newspaper, desk first, then the public side (docs/architecture.md)."""

from .addresses import FormerSlug
from .article import Article, Authorship, Citation, Kind, Point
from .body import (
    Block,
    EmbedBlock,
    HeadingBlock,
    ListBlock,
    PictureBlock,
    QuoteBlock,
    TableBlock,
    TextBlock,
)
from .edition import Edition
from .identities import Identity
from .listings import AuthorListing, CategoryListing, PictureListing, SourceListing, SpeakerListing, TopicListing
from .mergers import Merger
from .origin import Origin
from .people import Alias, Author, Office, Source, Speaker
from .preview import PreviewLink
from .publication import Change, Publication
from .quotes import Quote
from .taxonomy import Category, Topic
from .version import Reason, Version
from .working import Notice, Presence, Task, WorkingCopy

__all__ = [
    "Alias",
    "Article",
    "Author",
    "AuthorListing",
    "Authorship",
    "Block",
    "Category",
    "CategoryListing",
    "Change",
    "Citation",
    "Edition",
    "EmbedBlock",
    "FormerSlug",
    "HeadingBlock",
    "Identity",
    "Kind",
    "ListBlock",
    "Merger",
    "Notice",
    "Office",
    "Origin",
    "PictureBlock",
    "PictureListing",
    "Point",
    "Presence",
    "PreviewLink",
    "Publication",
    "Quote",
    "QuoteBlock",
    "Reason",
    "Source",
    "SourceListing",
    "Speaker",
    "SpeakerListing",
    "TableBlock",
    "Task",
    "TextBlock",
    "Topic",
    "TopicListing",
    "Version",
    "WorkingCopy",
]
