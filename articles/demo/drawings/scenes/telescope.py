"""The telescope: an observatory under turning stars."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import arc, curve, ridge
from ..solids import person


def telescope() -> Image.Image:
    plate = Plate("telescope", 8)
    plate.fade(plate.whole, tone(62), (700, 860), (900, 60), 1)
    _trails(plate, (1080, 250))
    far = ridge(plate.dice, (-10, 760), (1610, 700), 90)
    plate.polygon([*far, (1610, 1000), (-10, 1000)], tone(36))
    plate.fade([*far, (1610, 1000), (-10, 1000)], tone(64), (800, 900), (800, 720), 0.7)
    hill = curve([(-20, 930), (240, 880), (560, 806), (860, 760), (1150, 772), (1400, 850), (1640, 900)])
    _dome(plate, (930, 770))
    outline = [*hill, (1640, 1000), (-20, 1000)]
    plate.polygon(outline, tone(10))
    plate.spray(outline, tone(50), (860, 740), (800, 860), 0.6)
    _path(plate)
    for x, foot, height in (
        (60, 1010, 420),
        (170, 1020, 330),
        (-20, 1010, 520),
        (290, 1020, 220),
        (1560, 1010, 300),
        (1470, 1020, 210),
        (1630, 1010, 400),
    ):
        _pine(plate, (x, foot), height)
    return plate.printed(0.4)


def _trails(plate: Plate, pole: Point) -> None:
    """A long exposure: every star draws an arc around the pole."""
    for _ in range(330):
        radius = 20 + 1250 * plate.dice.random() ** 0.7
        start, light = plate.dice.uniform(0, 2), plate.dice.choice((44, 54, 64, 78, 96))
        plate.line(
            arc(*pole, radius, radius, start, start + plate.dice.uniform(0.12, 0.2), 26),
            plate.dice.choice((1, 1, 1.5, 2)),
            tone(light, 80),
        )
    plate.glow(*pole, 60, tone(100), 0.5)
    plate.disc(*pole, 4, tone(100))
    plate.fade([(0, 560), (1600, 560), (1600, 900), (0, 900)], tone(64), (800, 860), (800, 580), 0.8)


def _dome(plate: Plate, at: Point) -> None:
    x, y = at
    plate.glow(x, y - 100, 420, tone(80), 0.5)
    wall = [(x - 190, y - 130), (x + 190, y - 130), (x + 190, y + 20), (x - 190, y + 20)]
    plate.polygon(wall, tone(60))
    plate.spray(wall, tone(4), (x + 210, y), (x - 120, y - 30), 0.95)
    plate.polygon([(x - 206, y - 150), (x + 206, y - 150), (x + 206, y - 124), (x - 206, y - 124)], tone(20))
    shell = arc(x, y - 148, 200, 205, 1, 2, 60)
    plate.polygon(shell, tone(82))
    plate.spray(shell, tone(2), (x + 230, y - 150), (x - 130, y - 250), 0.95)
    for rib in (-0.72, -0.4, 0.44, 0.74):
        plate.line(arc(x, y - 148, 200 * rib, 203, 1.5, 2 if rib else 1, 24), 2, tone(30, 60))
    slit = [*arc(x + 24, y - 148, 46, 206, 1.5, 2, 20), *reversed(arc(x - 40, y - 148, 12, 206, 1.5, 2, 20))]
    plate.polygon(slit, tone(2))
    plate.fade(slit, tone(100), (x, y - 148), (x, y - 300), 0.9)
    tube = [(x - 8, y - 196), (x + 36, y - 214), (x + 116, y - 392), (x + 66, y - 412)]
    plate.polygon(tube, tone(6))
    plate.spray(tube, tone(90), (x + 30, y - 330), (x + 90, y - 300), 0.8)
    plate.line([tube[2], tube[3]], 6, tone(78))
    _doorway(plate, (x - 96, y + 14))


def _doorway(plate: Plate, at: Point) -> None:
    x, y = at
    plate.glow(x, y - 40, 130, tone(100), 0.8)
    plate.polygon([(x - 26, y), (x - 26, y - 90), (x + 26, y - 90), (x + 26, y)], tone(100))
    person(plate, (x + 6, y), 76, tone(2), 0.06)
    plate.fade(
        [(x - 26, y), (x + 26, y), (x - 10, y + 110), (x - 130, y + 110)], tone(100), (x, y), (x - 60, y + 110), 0.8
    )


def _path(plate: Plate) -> None:
    left = curve([(812, 786), (760, 830), (690, 880), (700, 940), (620, 1010)])
    right = curve([(852, 786), (806, 834), (756, 884), (800, 946), (760, 1010)])
    way = [*left, *reversed(right)]
    plate.polygon(way, tone(24))
    plate.fade(way, tone(88), (830, 780), (740, 930), 0.9)


def _pine(plate: Plate, foot: Point, height: float) -> None:
    x, ground = foot
    plate.line([(x, ground), (x, ground - height)], height * 0.02, tone(0))
    for tier in range(13):
        part = tier / 13
        y, half = ground - height * (0.08 + 0.92 * part), height * 0.2 * (1 - part) + 5
        jag = plate.dice.uniform(0.8, 1.15)
        branch = [
            (x, y - height * 0.14),
            (x + half * jag, y + height * 0.02),
            (x + half * 0.3, y - 4),
            (x - half * 0.4, y - 2),
            (x - half / jag, y + height * 0.03),
        ]
        plate.polygon(branch, tone(2))
        plate.spray(branch, tone(54), (x + half, y - height * 0.1), (x + half * 0.2, y), 0.35)
