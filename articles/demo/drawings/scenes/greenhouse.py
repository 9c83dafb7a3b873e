"""The greenhouse: rows of tomatoes under glass."""

from PIL import Image

from ..canvas import Colour, Plate, Point, tone
from ..geometry import Eye, arc, between, curve
from ..solids import person


def greenhouse() -> Image.Image:
    plate = Plate("greenhouse", 96)
    eye = Eye(760, 520, 950, 1.7)
    plate.fade(plate.whole, tone(66), (200, 0), (760, 500), 0.9)
    plate.polygon(eye.level(-4.2, 4.2, 1.4, 32), tone(38))
    plate.polygon(eye.level(-0.75, 0.75, 1.4, 32), tone(82))
    plate.fade(eye.level(-0.75, 0.75, 1.4, 32), tone(30), (760, 1000), (760, 600), 0.8)
    _glass(plate, eye)
    plate.glow(760, 470, 420, tone(100), 0.9)
    for step in reversed(range(15)):
        _row(plate, eye, 2.2 * 1.19**step)
        if step == 9:
            person(plate, eye.see(0.15, 0, 10.5), eye.size(1.7, 10.5), tone(16), 0.06, 0.5)
    plate.fade(plate.whole, tone(100), (200, -100), (1000, 760), 0.4)
    _leaves_near(plate)
    return plate.printed(0.4)


def _glass(plate: Plate, eye: Eye) -> None:
    for step in reversed(range(14)):
        z = 2 * 1.24**step
        air = min(step * 6, 60)
        hoop = [eye.see(x, 1.6 - y, z) for x, y in arc(0, 0, 4.2, 3.2, 1, 2, 40)]
        plate.line([eye.see(-4.2, 0, z), *hoop, eye.see(4.2, 0, z)], max(1, 60 / z), tone(20 + air))
        plate.line([hoop[8], hoop[32]], max(1, 26 / z), tone(26 + air))
    for step in range(0, 41, 4):
        x, y = arc(0, 0, 4.2, 3.2, 1, 2, 40)[step]
        plate.line([eye.see(x, 1.6 - y, 1.2), eye.see(x, 1.6 - y, 40)], 3, tone(40))
    for side in (-1, 1):
        pane = eye.side(4.2 * side, 0, 1.6, 1.2, 40)
        plate.fade(pane, tone(34), pane[0], pane[2], 0.5)


def _row(plate: Plate, eye: Eye, z: float) -> None:
    """Tomatoes tied up on both sides of the path, lit from the far end."""
    air = min(z * 3.2, 60)
    for x in (-3.4, 3.4, -2.4, 2.4, -1.4, 1.4):
        plate.line([eye.see(x, 0, z), eye.see(x, 2.9, z)], max(1, 10 / z), tone(16 + air))
        for tier in range(13 if z < 9 else 7):
            _tier(plate, eye, (x, 2.25 - tier * (0.17 if z < 9 else 0.3), z), air)
        _truss(plate, eye, (x + plate.dice.uniform(-0.2, 0.2), plate.dice.uniform(0.7, 1.3), z), air)


def _tier(plate: Plate, eye: Eye, at: tuple[float, float, float], air: float) -> None:
    """The leaves that leave a stem at one height, hanging to both sides."""
    x, up, z = at
    reach = 0.5 - 0.17 * max(0, up - 1)
    for side in (-1, -0.5, 0.45, 1):
        tip = eye.see(x + side * reach * plate.dice.uniform(0.7, 1.1), max(0, up - plate.dice.uniform(0.05, 0.3)), z)
        light = plate.dice.choice((2, 6, 12, 20, 34)) + air * 0.9
        _blade(plate, eye.see(x, up, z), tip, 0.24, tone(light))


def _truss(plate: Plate, eye: Eye, at: tuple[float, float, float], air: float) -> None:
    x, up, z = at
    for fruit in range(5):
        left, top = eye.see(x + (fruit % 2 - 0.5) * 0.1, up - fruit * 0.07, z)
        radius = eye.size(0.06, z)
        plate.disc(left, top, radius, tone(44 + air * 0.7))
        plate.disc(left - radius * 0.3, top - radius * 0.3, radius * 0.45, tone(92))


def _blade(plate: Plate, root: Point, tip: Point, wide: float, colour: Colour) -> list[Point]:
    """A leaf from root to tip, bent by its weight; wide is half its width to its length."""
    across, down = tip[0] - root[0], tip[1] - root[1]
    length = (across * across + down * down) ** 0.5
    middle = [
        (root[0] + across * t, root[1] + down * t - length * 0.5 * t * (1 - t)) for t in (0, 0.2, 0.45, 0.7, 0.9, 1)
    ]
    spans = [wide * part for part in (0.05, 0.6, 1, 0.8, 0.35, 0)]
    one = [(x - down * span, y + across * span) for (x, y), span in zip(middle, spans, strict=True)]
    other = [(x + down * span, y - across * span) for (x, y), span in zip(middle, spans, strict=True)]
    outline = curve(one + other[::-1], steps=4)
    plate.polygon(outline, colour)
    return outline


NEAR = (
    ((-60, 1060), (330, 640)),
    ((-40, 1080), (470, 900)),
    ((-90, 900), (190, 470)),
    ((-60, 760), (120, 300)),
    ((1660, 1060), (1250, 690)),
    ((1640, 1080), (1110, 930)),
    ((1690, 900), (1440, 480)),
)


def _leaves_near(plate: Plate) -> None:
    for root, tip in NEAR:
        outline = _blade(plate, root, tip, 0.17, tone(4))
        plate.spray(
            outline,
            tone(60),
            (tip[0], tip[1] - 60),
            (between(tip[0], root[0], 0.8), between(tip[1], root[1], 0.8)),
            0.55,
        )
        bend = (root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 70
        plate.line(curve([root, bend, tip]), 4, tone(56))
