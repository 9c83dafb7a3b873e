"""The river: a bend between poplars at sunrise."""

from PIL import Image

from ..canvas import Plate, tone
from ..geometry import arc, between, curve, ridge
from ..solids import boat


def river() -> Image.Image:
    plate = Plate("river", 90)
    plate.fade(plate.whole, tone(34), (1200, -120), (700, 400))
    plate.glow(470, 300, 560, tone(96), 0.9, 0.6)
    plate.disc(470, 268, 46, tone(100))
    _hills(plate)
    _meadow(plate)
    plate.glow(800, 446, 1100, tone(90), 0.8, 0.06)
    _stream(plate)
    _bushes(plate)
    for poplar in POPLARS:
        _poplar(plate, *poplar)
    boat(plate, (900, 800), 0.62)
    _reeds(plate)
    return plate.printed()


def _hills(plate: Plate) -> None:
    for step, (height, rough) in enumerate(((300, 60), (345, 70), (380, 46), (412, 30))):
        hills = ridge(plate.dice, (-10, height + 20), (1610, height - 30), rough)
        outline = [*hills, (1610, 470), (-10, 470)]
        plate.polygon(outline, tone(78 - step * 12))
        plate.fade(outline, tone(92), (800, 470), (800, height - 20), 0.75)


def _meadow(plate: Plate) -> None:
    plate.polygon([(0, 440), (1600, 432), (1600, 1000), (0, 1000)], tone(50))
    plate.fade([(0, 430), (1600, 430), (1600, 1000), (0, 1000)], tone(14), (900, 1000), (800, 440), 1)
    for _ in range(90):
        near = plate.dice.random() ** 2
        y = between(446, 960, near)
        plate.glow(
            plate.dice.uniform(0, 1600), y, between(40, 240, near), tone(plate.dice.choice((20, 66))), 0.35, 0.09
        )


def _stream(plate: Plate) -> None:
    course = curve([(690, 442), (860, 462), (1040, 492), (820, 540), (560, 610), (760, 720), (1130, 850), (1240, 1040)])
    widths = [between(8, 330, ((y - 436) / 600) ** 1.25) for _, y in course]
    left = [(x - width, y) for (x, y), width in zip(course, widths, strict=True)]
    right = [(x + width, y) for (x, y), width in zip(course, widths, strict=True)]
    water = left + right[::-1]
    plate.polygon([(x - 6, y + 5) for x, y in left] + [(x + 6, y + 5) for x, y in right[::-1]], tone(20))
    plate.polygon(water, tone(93))
    plate.fade(water, tone(36), (1200, 1040), (800, 560), 0.9)
    plate.spray(water, tone(22), (1500, 900), (1000, 860), 0.8)
    for _ in range(120):
        near = plate.dice.random()
        x, y = plate.dice.uniform(560, 1420), between(640, 990, near)
        plate.line(
            [(x, y), (x + between(10, 70, near), y)], between(0.5, 2, near), tone(plate.dice.choice((30, 98)), 30)
        )


def _bushes(plate: Plate) -> None:
    """Willows along the outer bank, their dark reflection, and a far copse."""
    plate.fade(
        curve([(1010, 500), (930, 540), (700, 600), (780, 560), (1000, 512)], closed=True),
        tone(10),
        (1000, 500),
        (700, 600),
        0.6,
    )
    places = [
        (between(880, 1560, t), between(690, 640, t), between(26, 70, t))
        for t in (plate.dice.random() for _ in range(70))
    ]
    for x, y, size in sorted(places, key=lambda place: place[2]):
        y -= plate.dice.uniform(0, size)
        leaves = arc(x, y, size, size * 0.8, 0, 2, 14)
        plate.polygon(leaves, tone(plate.dice.choice((10, 15, 20))))
        plate.spray(leaves, tone(70), (x - size * 0.8, y - size * 0.8), (x, y - size * 0.1), 0.75)
    for _ in range(60):
        plate.disc(
            plate.dice.gauss(1350, 120),
            474 - abs(plate.dice.gauss(0, 9)),
            plate.dice.uniform(5, 13),
            tone(plate.dice.choice((34, 40, 46))),
        )


POPLARS = (
    (600, 452, 60, 52),
    (626, 454, 74, 50),
    (1180, 476, 96, 40),
    (1216, 480, 130, 36),
    (440, 560, 190, 26),
    (376, 572, 260, 20),
    (300, 590, 330, 14),
    (206, 612, 420, 10),
    (92, 640, 520, 6),
)


def _poplar(plate: Plate, x: float, foot: float, height: float, light: float) -> None:
    shape = ((0.03, 0.1), (0.07, 0.3), (0.09, 0.5), (0.075, 0.72), (0.035, 0.9), (0.008, 1))
    left = [(x - across * height * plate.dice.uniform(0.8, 1.15), foot - up * height) for across, up in shape]
    right = [
        (x + across * height * plate.dice.uniform(0.8, 1.15), foot - up * height) for across, up in reversed(shape)
    ]
    crown = curve(left + right, closed=True)
    plate.fade(
        [
            (x - height * 0.05, foot),
            (x + height * 0.05, foot),
            (x - height * 0.5, foot + height * 0.3),
            (x - height * 0.7, foot + height * 0.3),
        ],
        tone(2),
        (x, foot),
        (x - height * 0.6, foot + height * 0.3),
        0.7,
    )
    plate.line([(x, foot), (x, foot - height * 0.3)], height * 0.025, tone(light))
    plate.polygon(crown, tone(light))
    plate.spray(
        crown, tone(light + 52), (x + height * 0.12, foot - height), (x - height * 0.03, foot - height * 0.6), 0.75
    )


def _reeds(plate: Plate) -> None:
    for _ in range(150):
        x = plate.dice.triangular(-60, 640, 60)
        height = plate.dice.uniform(90, 300) * (1 - x / 1000)
        lean = plate.dice.uniform(-20, 60)
        stalk = curve([(x, 1010), (x + lean * 0.3, 1010 - height * 0.6), (x + lean, 1010 - height)])
        plate.line(stalk, plate.dice.uniform(1.5, 4), tone(plate.dice.choice((2, 5, 9, 16))))
        if plate.dice.random() < 0.3:
            plate.line([stalk[-4], stalk[-1]], 9, tone(6))
