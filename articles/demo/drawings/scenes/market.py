"""The market: awnings and people from above."""

from PIL import Image

from ..canvas import CRIMSON, Colour, Plate, tone
from ..geometry import Eye, arc, hanging
from ..solids import Body, block, person, shadow


def market() -> Image.Image:
    plate = Plate("market", 90)
    eye = Eye(700, 250, 1050, 5)
    plate.fade(plate.whole, tone(50), (200, -160), (800, 280))
    _hall(plate)
    plate.polygon([(0, 330), (1600, 330), (1600, 1000), (0, 1000)], tone(64))
    plate.fade([(0, 330), (1600, 330), (1600, 1000), (0, 1000)], tone(30), (900, 1000), (700, 340), 0.8)
    for row in reversed(range(10)):
        z = 2.2 + row * 3
        _shoppers(plate, eye, z + 1.5)
        for side in (-1, 1):
            _stall(plate, eye, z, side, red=(row, side) == (3, 1))
    plate.glow(700, 300, 520, tone(96), 0.7, 0.4)
    _bulbs(plate)
    return plate.printed()


def _hall(plate: Plate) -> None:
    left, right, ground = 330, 1070, 340
    plate.box(left, 190, right, ground, tone(70))
    plate.polygon([(left - 20, 190), (700, 80), (right + 20, 190)], tone(60))
    plate.polygon(arc(700, 200, 120, 96, 1, 2), tone(88))
    for step in range(10):
        x = left + 36 + step * 74
        plate.polygon([*arc(x, 250, 20, 24, 1, 2, 12), (x + 20, ground), (x - 20, ground)], tone(54))
    plate.box(684, 44, 716, 110, tone(60))
    plate.polygon([(678, 46), (700, -10), (722, 46)], tone(54))
    for x, top in ((20, 90), (170, 140), (1100, 120), (1250, 60), (1410, 130)):
        plate.box(x, top, x + 150, ground, tone(66))
        plate.polygon([(x - 8, top), (x + 75, top - 60), (x + 158, top)], tone(56))
        for window in range(8):
            left, up = x + 22 + window % 4 * 32, top + 26 + window // 4 * 60
            plate.box(left, up, left + 14, up + 30, tone(46))


def _stall(plate: Plate, eye: Eye, z: float, side: int, red: bool) -> None:
    """A counter along the aisle under an awning that slopes towards it."""
    edge, back, far, air = 1.75 * side, 5.4 * side, z + 2.6, z * 1.4
    left, right = sorted((1.35 * side, back))
    block(plate, eye, Body(left, right, 0, 0.9, z, far), tone(10 + air), tone(44 + air), tone(22 + air))
    _goods(plate, eye, side, z, air)
    plate.polygon(eye.front(min(edge, back), max(edge, back), 0.9, 2.3, far), tone(6 + air))
    plate.line([eye.see(edge, 0, z), eye.see(edge, 2.2, z)], 40 / z, tone(4 + air))
    gable = [eye.see(edge, 2.2, z), eye.see(back, 3.3, z), eye.see(back, 2.2, z)]
    plate.polygon(gable, tone(12 + air))
    slope = [eye.see(edge, 2.2, z), eye.see(back, 3.3, z), eye.see(back, 3.3, far), eye.see(edge, 2.2, far)]
    plate.polygon(slope, CRIMSON if red else tone(34 + air))
    _stripes(plate, eye, side, z, tone(0, 26) if red else tone(72 + air * 0.6))
    plate.spray(slope, tone(0), slope[1] if side < 0 else slope[0], slope[3] if side < 0 else slope[2], 0.5)


def _stripes(plate: Plate, eye: Eye, side: int, z: float, colour: Colour) -> None:
    for step in range(6):
        near, far = z + 2.6 * step / 6, z + 2.6 * (step + 0.5) / 6
        (edge, low), (back, high) = (1.75 * side, 2.2), (5.4 * side, 3.3)
        plate.polygon(
            [eye.see(edge, low, near), eye.see(back, high, near), eye.see(back, high, far), eye.see(edge, low, far)],
            colour,
        )
    for step in range(9):
        middle = z + 2.6 * (step + 0.5) / 9
        x, y = eye.see(1.75 * side, 2.2, middle)
        plate.disc(x, y, eye.size(0.12, middle), colour if step % 2 else tone(16 + z))


def _goods(plate: Plate, eye: Eye, side: int, z: float, air: float) -> None:
    for pile in range(4):
        light = plate.dice.choice((24, 40, 60, 84)) + air * 0.4
        for _ in range(24):
            deep = z + 0.3 + pile * 0.62 + plate.dice.uniform(0, 0.4)
            x, y = eye.see((1.45 + plate.dice.random() * 0.5) * side, 0.95 + plate.dice.random() * 0.12, deep)
            radius = eye.size(0.07, deep)
            plate.disc(x, y, radius, tone(light - 22))
            plate.disc(x - radius * 0.2, y - radius * 0.2, radius * 0.7, tone(light))


def _shoppers(plate: Plate, eye: Eye, z: float) -> None:
    for _ in range(4):
        deep = z + plate.dice.uniform(-1.2, 1.2)
        foot = eye.see(plate.dice.uniform(-1.05, 1.05), 0, deep)
        shadow(plate, foot, (foot[0] - eye.size(0.7, deep), foot[1] + eye.size(0.5, deep)), eye.size(0.3, deep))
        height = eye.size(plate.dice.uniform(1.5, 1.8), deep)
        person(plate, foot, height, tone(plate.dice.choice((2, 8, 18)) + z), coat=plate.dice.choice((0.45, 0.6, 0.7)))


def _bulbs(plate: Plate) -> None:
    for start, end, drop in (((-20, 260), (1620, 120), 190), ((160, 300), (1330, 250), 80)):
        wire = hanging(start, end, drop, 20)
        plate.line(wire, 2, tone(4))
        for x, y in wire[1:-1]:
            plate.glow(x, y + 12, drop * 0.3, tone(100), 0.7)
            plate.disc(x, y + 11, drop * 0.055, tone(100))
