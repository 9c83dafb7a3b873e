"""What portraits are put together from: shoulders, necks, collars, glasses and the plain of a face."""

from .canvas import Plate, Point, tone
from .geometry import arc, curve

SHADOWED, LIT = (570, 430), (350, 330)


def shoulders(plate: Plate, half: float, light: float) -> None:
    """A torso that leaves the picture at its foot."""
    right = [(470, 548), (400 + half * 0.72, 600), (400 + half * 0.96, 668), (400 + half * 1.06, 830)]
    left = [(800 - x, y) for x, y in reversed(right)]
    outline = curve(left + right)
    plate.polygon(outline, tone(light))
    plate.spray(outline, tone(light + 34), (140, 560), (400, 700), 0.7)
    plate.spray(outline, tone(0), (700, 800), (380, 640), 0.8)


def neck(plate: Plate, light: float, half: float = 54) -> None:
    """A neck in the shadow of its chin."""
    outline = [
        (400 - half, 430),
        (400 + half, 430),
        (400 + half, 540),
        (400 + half * 1.5, 580),
        (400, 640),
        (400 - half * 1.5, 580),
        (400 - half, 540),
    ]
    plate.polygon(outline, tone(light))
    plate.fade(outline, tone(0), (430, 470), (380, 610), 0.75)
    plate.spray(outline, tone(6), (480, 540), (370, 540), 0.7)


def face(plate: Plate, light: float, jaw: float = 1, fringe: float = 0.5) -> None:
    """A head without features, its right half in shadow; jaw is how broad it is below, fringe the shade of its hair."""
    for side in (-1, 1):
        plate.disc(400 + side * 112, 350, 19, tone(light - 14 if side < 0 else light - 40), 1.9)
    outline = _head(jaw)
    plate.polygon(outline, tone(light))
    plate.spray(outline, tone(light + 20), (280, 240), (400, 340), 0.8)
    plate.fade(outline, tone(light - 44), (540, 400), (400, 350), 0.8)
    plate.spray(outline, tone(4), SHADOWED, LIT, 0.75)
    plate.fade(outline, tone(0), (400, 170), (400, 290), fringe)


def _head(jaw: float) -> list[Point]:
    right = [(62, 178), (104, 240), (110, 320), (104 * jaw**0.5, 390), (78 * jaw, 452), (36 * jaw, 490)]
    half = [(400 + across, y) for across, y in right]
    mirrored = [(800 - x, y) for x, y in reversed(half)]
    return curve([(400, 164), *half, (400, 500), *mirrored], closed=True)


def collar(plate: Plate, light: float) -> None:
    """The two wings of a shirt's collar, over the shirt's front."""
    front = [(326, 548), (400, 640), (474, 548), (416, 826), (384, 826)]
    plate.polygon(front, tone(light - 6))
    plate.spray(front, tone(20), (500, 760), (370, 640), 0.6)
    for side in (-1, 1):
        wing = [(400 + side * 66, 530), (400 + side * 88, 580), (400 + side * 52, 652), (400, 604)]
        plate.polygon([(x + 4, y + 9) for x, y in wing], tone(20, 55))
        plate.polygon(wing, tone(light if side < 0 else light - 20))


def lapels(plate: Plate, light: float) -> None:
    """The open front of a jacket."""
    for side in (-1, 1):
        flap = [
            (400 + side * 80, 548),
            (400 + side * 136, 606),
            (400 + side * 118, 652),
            (400 + side * 146, 664),
            (400 + side * 14, 826),
        ]
        plate.polygon(flap, tone(light + (14 if side < 0 else 2)))
        plate.line([flap[0], flap[1], flap[2], flap[3], flap[4]], 2, tone(max(0, light - 16)))


def glasses(plate: Plate, y: float, square: bool = True) -> None:
    """Spectacles, with the wall's light on their left glass."""
    for x in (350, 450):
        rim = (
            [(x - 40, y - 24), (x + 40, y - 24), (x + 37, y + 28), (x - 37, y + 28)]
            if square
            else arc(x, y, 34, 34, 0, 2, 40)
        )
        plate.polygon(rim, tone(96, 30))
        plate.fade(rim, tone(100), (x - 36, y - 30), (x + 14, y + 20), 0.8)
        plate.line([*rim, rim[0], rim[1]], 6, tone(2))
    plate.line(curve([(386, y - 6), (400, y - 14), (414, y - 6)]), 6, tone(2))
    for start, end in ((318, 288), (482, 512)):
        plate.line([(start, y - 10), (end, y - 2)], 6, tone(2))
