"""The addresses readers have; they stand behind a language, as in /uk/."""

from django.urls import path, register_converter

from .dates import FourDigits, TwoDigits
from .views.archive import archive
from .views.article import article
from .views.author import author, author_feed
from .views.category import category
from .views.front import front
from .views.quotes import quote, quotes, quotes_feed
from .views.search import search
from .views.source import source, source_feed
from .views.speaker import speaker, speaker_feed
from .views.suggestions import suggestions
from .views.topic import topic, topic_feed

register_converter(FourDigits, "yyyy")
register_converter(TwoDigits, "dd")

urlpatterns = [
    path("", front, name="front"),
    path("speakers/<slug:slug>/", speaker, name="speaker"),
    path("speakers/<slug:slug>/feed/", speaker_feed, name="speaker-feed"),
    path("quotes/", quotes, name="quotes"),
    path("quotes/feed/", quotes_feed, name="quotes-feed"),
    path("quotes/<uuid:uid>/", quote, name="quote"),
    path("sources/<slug:slug>/", source, name="source"),
    path("sources/<slug:slug>/feed/", source_feed, name="source-feed"),
    path("authors/<slug:slug>/", author, name="author"),
    path("authors/<slug:slug>/feed/", author_feed, name="author-feed"),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("topics/<slug:slug>/feed/", topic_feed, name="topic-feed"),
    path("search/", search, name="search"),
    path("search/suggestions/", suggestions, name="suggestions"),
    path("archive/<yyyy:year>/<dd:month>/<dd:day>/", archive, name="archive"),
    path("<slug:category>/", category, name="category"),
    path("<slug:category>/<slug:slug>/", article, name="article"),
]
