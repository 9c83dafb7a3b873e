"""The example newspaper's pictures, all of them drawn by code: nothing here was photographed or copied."""

from collections.abc import Callable

from PIL.Image import Image

from . import portraits
from .scenes import (
    archive,
    ballot,
    bridge,
    cinema,
    field,
    greenhouse,
    harbour,
    hospital,
    lectern,
    library,
    market,
    pylons,
    river,
    school,
    stadium,
    station,
    substation,
    telescope,
    theatre,
    tram,
)

SCENES: dict[str, Callable[[], Image]] = {
    "lectern": lectern.lectern,
    "harbour": harbour.harbour,
    "bridge": bridge.bridge,
    "pylons": pylons.pylons,
    "archive": archive.archive,
    "substation": substation.substation,
    "tram": tram.tram,
    "school": school.school,
    "field": field.field,
    "theatre": theatre.theatre,
    "library": library.library,
    "river": river.river,
    "market": market.market,
    "stadium": stadium.stadium,
    "telescope": telescope.telescope,
    "greenhouse": greenhouse.greenhouse,
    "station": station.station,
    "ballot": ballot.ballot,
    "hospital": hospital.hospital,
    "cinema": cinema.cinema,
}
PORTRAITS: dict[str, Callable[[], Image]] = {
    "portrait-1": portraits.bob,
    "portrait-2": portraits.tie,
    "portrait-3": portraits.bun,
    "portrait-4": portraits.headscarf,
    "portrait-5": portraits.beard,
    "portrait-6": portraits.moustache,
    "portrait-7": portraits.curls,
    "portrait-8": portraits.scarf,
}


def draw(key: str) -> Image:
    """Draw a picture by its key: a scene of 1600 by 1000 pixels or a portrait of 800 by 800. Raises KeyError."""
    return (SCENES | PORTRAITS)[key]()
