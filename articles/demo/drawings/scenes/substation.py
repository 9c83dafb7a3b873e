"""The substation: a transformer behind stones and wire."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import between, hanging


def substation() -> Image.Image:
    plate = Plate("substation", 86)
    plate.fade(plate.whole, tone(30), (200, -60), (900, 640))
    plate.glow(1240, 520, 620, tone(100), 0.9, 0.7)
    _portal(plate, 1010, 620, 0.62, 54)
    _portal(plate, 560, 690, 1, 34)
    _ground(plate)
    _transformer(plate)
    _gabions(plate)
    _fence(plate)
    return plate.printed()


def _portal(plate: Plate, x: float, ground: float, size: float, light: float) -> None:
    """A gantry of lattice on two legs, from which the bars hang."""
    top, half = ground - 560 * size, 480 * size
    for leg in (-half, half):
        for edge in (-16, 16):
            plate.line([(x + leg + edge * size, ground), (x + leg + edge * size * 0.5, top)], 6 * size, tone(light))
        for step in range(14):
            y = between(ground, top, step / 14)
            plate.line([(x + leg - 14 * size, y), (x + leg + 14 * size, y - 40 * size)], 3 * size, tone(light))
    for edge in (0, 44 * size):
        plate.line([(x - half, top + edge), (x + half, top + edge)], 6 * size, tone(light))
    for step in range(24):
        left = x - half + step * 40 * size
        plate.line([(left, top), (left + 20 * size, top + 44 * size), (left + 40 * size, top)], 3 * size, tone(light))
    for side in (-0.62, 0, 0.62):
        _insulator(plate, (x + side * half, top + 44 * size), (x + side * half, top + 170 * size), 15 * size, light - 8)


def _insulator(plate: Plate, top: Point, foot: Point, radius: float, light: float) -> None:
    plate.line([top, foot], radius * 0.6, tone(light))
    for step in range(1, 11):
        x, y = between(top[0], foot[0], step / 11), between(top[1], foot[1], step / 11)
        plate.disc(x, y, radius, tone(light), 0.28)
        plate.line(
            [(x - radius * 0.7, y - radius * 0.1), (x - radius * 0.1, y - radius * 0.2)],
            radius * 0.16,
            tone(light + 44),
        )


def _ground(plate: Plate) -> None:
    plate.polygon([(0, 690), (1600, 660), (1600, 1000), (0, 1000)], tone(66))
    plate.spray([(0, 690), (1600, 660), (1600, 1000), (0, 1000)], tone(16), (200, 1040), (900, 640), 0.9)


def _transformer(plate: Plate) -> None:
    for x, lean in ((450, -30), (580, 0), (710, 30)):
        _insulator(plate, (x + lean * 1.6, 300), (x, 460), 24, 16)
        plate.line(hanging((x + lean * 1.6, 300), (560 + (x - 580) * 2.29, 300), 24), 3, tone(8))
    plate.fade([(300, 760), (900, 760), (1300, 850), (760, 860)], tone(0), (600, 760), (1200, 860), 0.9)
    tank = [(330, 452), (850, 452), (850, 770), (330, 770)]
    plate.polygon(tank, tone(40))
    plate.spray(tank, tone(4), (330, 780), (860, 460), 0.9)
    plate.polygon([(310, 440), (870, 440), (870, 462), (310, 462)], tone(60))
    for rib in range(356, 840, 44):
        plate.box(rib, 478, rib + 26, 740, tone(24))
        plate.box(rib + 20, 478, rib + 26, 740, tone(66))
    plate.line([(770, 440), (770, 380), (860, 380)], 10, tone(20))
    drum = [(800, 330), (1000, 330), (1000, 404), (800, 404)]
    plate.polygon(drum, tone(50))
    plate.spray(drum, tone(4), (900, 410), (900, 336), 0.95)
    plate.disc(1000, 367, 16, tone(72), 2.3)
    plate.box(300, 766, 890, 800, tone(22))


def _gabions(plate: Plate) -> None:
    """Baskets of stones that shelter the machine."""
    for column in range(5):
        for row in range(4 if column > 1 else 3):
            left, top = 960 + column * 142, 820 - row * 96
            plate.box(left, top, left + 138, top + 94, tone(30))
            for _ in range(64):
                x, y = left + plate.dice.uniform(8, 130), top + plate.dice.uniform(8, 86)
                radius, light = plate.dice.uniform(7, 15), plate.dice.choice((50, 62, 74, 86))
                plate.disc(x + 3, y + 4, radius, tone(6), 0.8)
                plate.disc(x, y, radius, tone(light - column * 4), 0.8)
            for wire in range(0, 139, 23):
                plate.line([(left + wire, top), (left + wire, top + 94)], 1, tone(4, 80))
            plate.line([(left, top + 94), (left, top), (left + 138, top)], 2, tone(4))
    steps = [(960, 628), (1244, 628), (1244, 532), (1600, 532), (1600, 914), (960, 914)]
    plate.spray(steps, tone(0), (1640, 960), (1000, 640), 0.6)


def _fence(plate: Plate) -> None:
    for step in range(-40, 90):
        x = step * 26
        plate.line([(x, 1000), (x + 300, 700)], 1.5, tone(2, 75))
        plate.line([(x, 1000), (x - 300, 700)], 1.5, tone(2, 75))
    plate.line([(0, 700), (1600, 700)], 5, tone(3))
    for post in (120, 720, 1320):
        plate.box(post, 640, post + 22, 1000, tone(4))
        plate.box(post, 640, post + 5, 1000, tone(40))
        plate.line([(post + 11, 644), (post - 34, 590)], 10, tone(4))
    for up in (0, 24, 46):
        plate.line([(0, 640 - up), *((x, 640 - up + (x // 40 % 2) * 5) for x in range(0, 1601, 20))], 2, tone(4))
