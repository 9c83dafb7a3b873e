"""The cinema: rows of seats and a film about the open air."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import arc, curve


def cinema() -> Image.Image:
    plate = Plate("cinema", 6)
    _screen(plate)
    plate.fade([(0, 640), (1600, 640), (1600, 1000), (0, 1000)], tone(70), (800, 640), (800, 900), 0.8)
    for side in (0, 1600):
        wall = [(side, 0), (abs(side - 250), 130), (abs(side - 250), 640), (side, 900)]
        plate.polygon(wall, tone(16))
        plate.fade(wall, tone(64), (abs(side - 250), 400), (side, 420), 0.8)
        for lamp in range(3):
            x = abs(side - 60 - lamp * 74)
            plate.box(x - 6, 330 + lamp * 26, x + 6, 420 + lamp * 12, tone(4))
    for row in range(5):
        _seats(plate, row)
    return plate.printed(0.5)


def _screen(plate: Plate) -> None:
    """On the screen: a lone rider of a bicycle on a long road, under a low sun."""
    plate.box(250, 120, 1350, 660, tone(0))
    plate.box(290, 150, 1310, 630, tone(96))
    sky = [(290, 150), (1310, 150), (1310, 500), (290, 500)]
    plate.fade(sky, tone(50), (1200, 100), (700, 460))
    plate.disc(620, 410, 100, tone(100))
    hills = curve([(290, 470), (480, 440), (700, 478), (960, 430), (1140, 456), (1310, 420)])
    plate.polygon([*hills, (1310, 630), (290, 630)], tone(54))
    road = curve([(290, 560), (560, 540), (860, 556), (1310, 520)])
    plate.polygon([*road, (1310, 630), (290, 630)], tone(26))
    plate.line(road, 4, tone(92))
    _cyclist(plate, (880, 548))


def _cyclist(plate: Plate, at: Point) -> None:
    x, ground = at
    for wheel in (-42, 42):
        plate.line(arc(x + wheel, ground - 28, 28, 28, 0, 2), 4, tone(2))
    plate.line(
        [
            (x - 42, ground - 28),
            (x - 12, ground - 70),
            (x + 30, ground - 70),
            (x - 2, ground - 28),
            (x - 42, ground - 28),
        ],
        4,
        tone(2),
    )
    plate.line([(x + 42, ground - 28), (x + 26, ground - 88), (x + 38, ground - 94)], 4, tone(2))
    plate.line([(x - 12, ground - 78), (x + 16, ground - 52), (x + 2, ground - 18)], 12, tone(2))
    plate.line(curve([(x - 16, ground - 80), (x - 6, ground - 120), (x + 8, ground - 138)]), 22, tone(2))
    plate.line([(x + 6, ground - 128), (x + 20, ground - 100), (x + 36, ground - 94)], 8, tone(2))
    plate.disc(x + 20, ground - 150, 13, tone(2))


TAKEN = {0: (5, 6, 11), 1: (3, 9), 2: (6, 10, 11), 3: (2,), 4: (4, 5)}


def _seats(plate: Plate, row: int) -> None:
    size = 46 + row * 17
    y, light = 690 + row * 62 + row * row * 4, 30 - row * 7
    for seat in range(-2, 36):
        x = 800 + (seat - 7.5) * size * 2.3 + row % 2 * size
        if seat in TAKEN[row]:
            _viewer(plate, (x, y), size, light)
        back = [(x - size, 1010), *arc(x, y + size * 0.5, size, size * 0.5, 1, 2, 16), (x + size, 1010)]
        plate.polygon(back, tone(light))
        plate.spray(back, tone(76), (x, y - size * 0.1), (x, y + size * 0.6), 0.55)


def _viewer(plate: Plate, at: Point, size: float, light: float) -> None:
    x, y = at
    plate.polygon(arc(x, y + size * 0.3, size * 0.95, size * 0.8, 1, 2, 20), tone(light - 6))
    head = arc(x + plate.dice.uniform(-4, 4), y - size * 0.7, size * 0.44, size * 0.56, 0, 2, 24)
    plate.polygon(head, tone(light - 6))
    plate.spray(head, tone(84), (x, y - size * 1.35), (x, y - size * 0.7), 0.5)
