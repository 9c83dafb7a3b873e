"""The harbour: a freighter at the quay in the evening, one container in the air."""

from PIL import Image

from ..canvas import CRIMSON, Plate, Point, tone
from ..geometry import arc, between, curve, hanging, path, ridge


def harbour() -> Image.Image:
    plate = Plate("harbour", 84)
    _evening(plate, 660)
    for x, size in ((1180, 0.34), (1360, 0.4), (250, 0.36)):
        _crane(plate, (x, 660), size, 66)
    _freighter(plate)
    _crane(plate, (420, 700), 1.0, 12)
    _load(plate)
    plate.polygon([(180, 690), (566, 690), (560, 722), (0, 722), (0, 700)], tone(8))
    plate.mirror(718)
    plate.ripple(720, 26)
    plate.fade([(0, 700), (1600, 700), (1600, 1000), (0, 1000)], tone(8), (800, 1000), (800, 640), 0.7)
    _glitter(plate, 440, 735)
    _quay(plate)
    return plate.printed()


def _evening(plate: Plate, horizon: float) -> None:
    plate.fade(plate.whole, tone(42), (800, -60), (800, horizon))
    plate.glow(420, horizon - 70, 760, tone(100), 1, 0.7)
    plate.disc(424, horizon - 118, 64, tone(100))
    for _ in range(14):
        x, y = plate.dice.uniform(0, 1600), plate.dice.uniform(60, horizon - 160)
        plate.glow(x, y, plate.dice.uniform(160, 420), tone(58), 0.5, 0.07)
    shore = ridge(plate.dice, (0, horizon - 26), (1600, horizon - 14), 18)
    plate.polygon([*shore, (1600, horizon + 50), (0, horizon + 50)], tone(60))


def _crane(plate: Plate, foot: Point, size: float, light: float) -> None:
    def place(x: float, y: float) -> Point:
        return foot[0] + x * size, foot[1] - y * size

    def beam(*points: Point, width: float = 9) -> None:
        plate.line([place(*point) for point in points], width * size, tone(light))

    for leg in (-90, 90):
        beam((leg, 0), (leg, 420), width=17)
    beam((-90, 90), (90, 90), width=13)
    beam((-90, 90), (90, 300), width=7)
    beam((-90, 300), (90, 90), width=7)
    beam((-240, 420), (560, 420), width=20)
    beam((-240, 446), (560, 446), width=5)
    beam((-40, 430), (20, 590), (70, 430), width=11)
    beam((-230, 430), (20, 590), (330, 430), width=5)
    beam((20, 590), (550, 430), width=5)
    for step in range(-230, 520, 34):
        beam((step, 424), (step + 17, 446), (step + 34, 424), width=3)
    plate.polygon([place(-220, 452), place(-120, 452), place(-120, 500), place(-220, 500)], tone(light))
    plate.polygon([place(70, 412), place(120, 412), place(112, 366), place(78, 366)], tone(light))


def _freighter(plate: Plate) -> None:
    _cargo(plate)
    hull = curve([(520, 566), (900, 590), (1300, 588), (1640, 566)])
    outline = [*hull, (1640, 720), (606, 720), (566, 660)]
    plate.polygon(outline, tone(20))
    plate.spray(outline, tone(0), (560, 720), (900, 560), 0.9)
    plate.line([(x, y + 14) for x, y in hull], 3, tone(56))
    plate.box(1420, 330, 1560, 575, tone(72))
    plate.spray([(1420, 330), (1560, 330), (1560, 575), (1420, 575)], tone(24), (1590, 450), (1430, 450))
    for row in range(5):
        plate.box(1430, 352 + row * 44, 1550, 364 + row * 44, tone(22))
    plate.box(1400, 318, 1580, 334, tone(30))
    plate.line([(1490, 318), (1490, 240)], 5, tone(26))


def _cargo(plate: Plate) -> None:
    for column in range(10):
        for row in range(plate.dice.choice((3, 4, 4, 5)) if column else 2):
            left, top = 640 + column * 76, 546 - row * 37
            light = plate.dice.choice((24, 34, 44, 54, 62))
            outline = [(left, top), (left + 73, top), (left + 73, top + 50), (left, top + 50)]
            plate.polygon(outline, tone(light))
            for rib in range(6, 73, 8):
                plate.line([(left + rib, top + 2), (left + rib, top + 36)], 1, tone(light - 12))
            plate.spray(outline, tone(6), (left, top), (left + 73, top + 10), 0.7)


def _load(plate: Plate) -> None:
    for x in (706, 866):
        plate.line([(x + (786 - x) * 0.5, 284), (x, 372)], 2, tone(6))
    plate.box(738, 268, 834, 288, tone(8))
    plate.box(692, 368, 880, 380, tone(6))
    outline = [(694, 380), (878, 380), (878, 462), (694, 462)]
    plate.polygon(outline, CRIMSON)
    for rib in range(704, 876, 13):
        plate.box(rib, 386, rib + 4, 456, tone(0, 26))
    plate.spray(outline, tone(0), (690, 480), (840, 370), 0.75)


def _glitter(plate: Plate, x: float, top: float) -> None:
    for _ in range(150):
        near = plate.dice.random() ** 1.6
        y, spread = between(top, 990, near), between(40, 260, near)
        left, length = x + plate.dice.gauss(0, 0.45) * spread, between(10, 60, near) * plate.dice.random()
        plate.line([(left, y), (left + length, y)], between(1, 3, near), tone(94, 70))


def _quay(plate: Plate) -> None:
    deck = [(0, 838), (520, 884), (700, 1000), (0, 1000)]
    plate.polygon(deck, tone(22))
    plate.spray(deck, tone(64), (640, 900), (180, 960), 0.55)
    plate.polygon([(0, 838), (520, 884), (512, 902), (0, 858)], tone(48))
    plate.line(hanging((352, 872), (590, 640), 74), 5, tone(4))
    shadowed = curve(path("318,934 312,900 326,872 300,858 306,836 352,828 398,836 404,858 378,872 392,900 388,934"))
    plate.polygon(shadowed, tone(5))
    plate.spray(shadowed, tone(78), (410, 830), (352, 880), 0.8)
    for turn in range(3):
        plate.line(arc(352, 880 + turn * 9, 38, 9, 0, 1), 6, tone(36 - turn * 6))
