"""What happened after the stories came out, so that the desk has something to show."""

from articles.desk.saving import for_desk, pieces_before, settle
from articles.models import Article, Edition
from articles.publishing import publish

from .staff import Newsroom

NEWS_OF_THE_TRAM = {
    "uk": "Перші два тижні нові зупинки безкоштовні.",
    "pl": "Przez pierwsze dwa tygodnie nowe przystanki są bezpłatne.",
}
BETTER_HEADLINE = "A rabbit anyone may show opens the cinema in the ropeworks yard"


def fall_behind(article: Article, staff: Newsroom) -> None:
    """Publish news in Ukrainian and Polish alone, so that the English page is one piece behind."""
    article = for_desk(article.pk)
    before = pieces_before(article)
    point = article.points.last()
    for code, text in NEWS_OF_THE_TRAM.items():
        setattr(point, f"text_{code}", text)
    point.save()
    settle(article, before, staff.olha)
    for edition in Edition.objects.filter(article=article, language__in=NEWS_OF_THE_TRAM):
        publish(edition, staff.maria)


def leave_unpublished(article: Article, staff: Newsroom) -> None:
    """Write a better English headline on the desk, and let nobody publish it yet."""
    article = for_desk(article.pk)
    before = pieces_before(article)
    article.headline_en = BETTER_HEADLINE
    article.save()
    settle(article, before, staff.taras)


# By the key of the story it happened to.
AFTERWARDS = {"tram-nine": fall_behind, "open-air-cinema": leave_unpublished}
