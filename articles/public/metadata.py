"""What pages tell machines, in the words of schema.org."""

from urllib.parse import urljoin

from django.conf import settings

from articles.models import Office, Quote, Speaker
from newsroom.pictures.signals import shown

Data = dict[str, object]


def absolute(address: str) -> str:
    """Return an address with the site's own in front, if it has none."""
    return urljoin(settings.SITE_URL, address)


def of_speaker(speaker: Speaker, office: Office | None) -> Data:
    """Return a Person in an office, for a page of its own."""
    return _document(_person(speaker, office))


def of_quote(quote: Quote) -> Data:
    """Return a Quotation: the words, whose they are, where they stand and what they are a translation of."""
    address = absolute(quote.get_absolute_url())
    return _document(
        {
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "text": quote.words,
            "inLanguage": quote.language,
            "dateCreated": quote.said_on.isoformat(),
            "datePublished": quote.publish_at.isoformat(),
            "isPartOf": _story(quote),
        }
        | _somebody(quote)
        | _original(quote)
        | ({"citation": str(quote.source)} if quote.source else {})
    )


def _document(data: Data) -> Data:
    return {"@context": "https://schema.org"} | data


def _person(speaker: Speaker, office: Office | None) -> Data:
    found = {
        "@type": "Person",
        "name": str(speaker),
        "url": absolute(speaker.get_absolute_url()),
        "jobTitle": str(office) if office else "",
        "sameAs": speaker.same_as,
        "image": _portrait(speaker),
    }
    return {name: value for name, value in found.items() if value}


def _portrait(speaker: Speaker) -> str:
    if not (picture := speaker.face):
        return ""
    shown.send(type(picture), picture=picture, parts=["image"])
    renditions = list(picture.renditions.all())
    return absolute(renditions[-1].file.url) if renditions else ""


def _story(quote: Quote) -> Data:
    address = absolute(quote.edition.get_absolute_url())
    return {"@type": "NewsArticle", "@id": address, "url": address, "headline": quote.edition.headline}


def _somebody(quote: Quote) -> Data:
    """Return whose words they are: a person, or the credit that the paper gives somebody without a page."""
    if quote.speaker is None:
        return {"creditText": quote.attribution}
    person = _person(quote.speaker, quote.office)
    return {"creator": person, "spokenByCharacter": person}


def _original(quote: Quote) -> Data:
    known = {"text": quote.original_words, "inLanguage": quote.translated_from}
    original = {name: value for name, value in known.items() if value}
    return {"translationOfWork": {"@type": "Quotation"} | original} if original else {}
