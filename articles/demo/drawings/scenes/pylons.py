"""The power line: pylons over hills, towards a low sun."""

from itertools import pairwise

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import curve, hanging, ridge


def pylons() -> Image.Image:
    plate = Plate("pylons", 78)
    plate.fade(plate.whole, tone(40), (300, -100), (1000, 560))
    plate.glow(1150, 480, 700, tone(88), 0.8, 0.8)
    plate.disc(1150, 420, 84, tone(100))
    feet = [(250, 950, 1.0), (690, 740, 0.5), (940, 660, 0.3), (1096, 606, 0.19), (1204, 574, 0.125)]
    _slopes(plate)
    for nearer, farther in reversed(list(pairwise(feet))):
        _wires(plate, nearer, farther)
    for step, foot in reversed(list(enumerate(feet))):
        _pylon(plate, foot, 4 + step * 12)
    _wires(plate, (-700, 1120, 2.0), feet[0])
    _grass(plate)
    return plate.printed()


def _slopes(plate: Plate) -> None:
    for left, right, rough, light in (
        (560, 520, 36, 78),
        (600, 566, 40, 66),
        (700, 600, 40, 50),
        (800, 690, 46, 34),
        (930, 800, 40, 14),
    ):
        hills = ridge(plate.dice, (-10, left), (1610, right), rough)
        outline = [*hills, (1610, 1000), (-10, 1000)]
        plate.polygon(outline, tone(light))
        plate.fade(outline, tone(min(96, light + 34)), (800, max(left, right) + 90), (800, min(left, right) + 10), 0.6)


ARMS = ((560, 190), (660, 240), (760, 170))


def _pylon(plate: Plate, foot: tuple[float, float, float], light: float) -> None:
    x, ground, size = foot

    def bar(width: float, *points: Point) -> None:
        plate.line([(x + a * size, ground - b * size) for a, b in points], width * size, tone(light))

    widths = [(0, 110), (150, 84), (290, 62), (410, 46), (510, 34), (600, 30), (700, 26), (800, 20)]
    for side in (-1, 1):
        bar(8, *((side * half, up) for up, half in widths), (0, 880))
    for (low, wide), (high, slim) in pairwise(widths):
        bar(4, (-wide, low), (slim, high), (-slim, high), (wide, low))
    for up, reach in ARMS:
        bar(6, (-reach, up), (reach, up), (0, up + 46), (-reach, up))
        bar(3, (-reach * 0.5, up), (-reach * 0.5, up + 24), (0, up), (reach * 0.5, up + 24), (reach * 0.5, up))
        for side in (-1, 1):
            bar(9, (side * reach, up), (side * reach, up - 44))


def _wires(plate: Plate, near: tuple[float, float, float], far: tuple[float, float, float]) -> None:
    for up, reach in ARMS:
        for side in (-1, 1):
            ends = [(x + side * reach * size, ground - (up - 44) * size) for x, ground, size in (near, far)]
            plate.line(hanging(ends[0], ends[1], 120 * near[2]), max(0.5, 2.2 * near[2]), tone(10, 85))


def _grass(plate: Plate) -> None:
    for _ in range(520):
        x, height = plate.dice.uniform(-20, 1620), plate.dice.uniform(20, 110)
        foot = 1010 - plate.dice.uniform(0, 40)
        tip = x + plate.dice.uniform(-10, 44), foot - height
        plate.line(
            curve([(x, foot), (x + 4, foot - height * 0.6), tip], steps=4), 1.5, tone(plate.dice.choice((0, 3, 8, 22)))
        )
        if plate.dice.random() < 0.2:
            plate.disc(*tip, 5, tone(4), 1.8)
