"""The archive: an aisle between boxes, light at its end."""

from PIL import Image

from ..canvas import Plate, tone
from ..geometry import Eye, between
from ..solids import Body, block, person, shadow

TROLLEY = (-0.95, -0.15, 2.75, 3.4)  # left, right, near, far


def archive() -> Image.Image:
    plate = Plate("archive", 14)
    eye = Eye(960, 440, 1000, 1.7)
    plate.polygon(eye.front(-1.3, 1.6, 0, 4.4, 19), tone(88))
    plate.glow(970, 430, 240, tone(100), 0.9)
    plate.polygon(eye.level(-1.3, 1.6, 2, 19), tone(48))
    plate.polygon(eye.level(-1.3, 1.6, 2, 19, 4.4), tone(12))
    for x in (-1.3, 1.6):
        _stack(plate, eye, x)
    for z in (15, 10.5, 7, 4.6):
        _pendant(plate, eye, z)
    person(plate, eye.see(0.5, 0, 11.5), eye.size(1.7, 11.5), tone(10), 0.06)
    shadow(plate, eye.see(0.5, 0, 11.5), eye.see(0.45, 0, 6.5), 26, 0.7)
    _ladder(plate, eye)
    _trolley(plate, eye)
    _open_box(plate, eye)
    return plate.printed(0.5)


def _stack(plate: Plate, eye: Eye, x: float) -> None:
    """A wall of shelves with boxes; some boxes pulled out, some places empty."""
    plate.polygon(eye.side(x, 0, 4.2, 1.2, 19), tone(8))
    for shelf in range(9):
        low = 0.12 + shelf * 0.46
        z = 1.3
        while z < 18.6:
            deep = plate.dice.choice((0.2, 0.24, 0.3)) * (1 + z / 24)
            if plate.dice.random() > 0.09:
                _box_file(plate, eye, x, low, z, deep)
            z += deep + 0.02
        plate.polygon(eye.side(x * 0.99, low - 0.05, low, 1.2, 19), tone(58))
    for post in (1.6, 2.5, 3.6, 5, 6.8, 9, 11.8, 15.2):
        plate.polygon(eye.side(x * 0.985, 0, 4.2, post, post * 1.02), tone(34 + post))
    wall = eye.side(x, 0, 4.2, 1.2, 19)
    plate.spray(wall, tone(0), eye.see(x, 2, 1.9), eye.see(x, 2, 7), 0.7)
    plate.spray(wall, tone(0), eye.see(x, 4.2, 4), eye.see(x, 2.2, 4), 0.6)


def _box_file(plate: Plate, eye: Eye, x: float, low: float, z: float, deep: float) -> None:
    light = plate.dice.choice((26, 36, 46, 56, 64)) + z * 0.9
    high = low + plate.dice.choice((0.3, 0.34, 0.36))
    plate.polygon(eye.side(x, low, high, z, z + deep), tone(light))
    plate.polygon(eye.side(x, low, high, z, z + 0.02 * z), tone(light - 18))
    if z < 10:
        plate.polygon(eye.side(x, low + 0.17, low + 0.26, z + deep * 0.28, z + deep * 0.78), tone(94))
        x_mid, y_mid = eye.see(x, low + 0.08, z + deep * 0.5)
        plate.disc(x_mid, y_mid, eye.size(0.018, z), tone(6))


def _pendant(plate: Plate, eye: Eye, z: float) -> None:
    x, y = eye.see(0.15, 3.5, z)
    wide = eye.size(0.24, z)
    plate.line([(x, y - wide), eye.see(0.15, 4.4, z)], max(1, 12 / z), tone(2))
    left, right = eye.see(-0.85, 0, z), eye.see(1.15, 0, z)
    plate.fade([(x - wide, y), (x + wide, y), right, left], tone(100), (x, y), (x, left[1]), 0.34)
    plate.glow(x, left[1], wide * 3.4, tone(100), 0.5, 0.22)
    plate.polygon(
        [(x - wide, y), (x - wide * 0.3, y - wide * 0.8), (x + wide * 0.3, y - wide * 0.8), (x + wide, y)], tone(6)
    )
    plate.disc(x, y, wide, tone(100), 0.16)
    plate.glow(x, y, wide * 2, tone(100), 0.7)


def _ladder(plate: Plate, eye: Eye) -> None:
    for z in (3.9, 4.5):
        plate.line([eye.see(0.86, 0, z), eye.see(1.55, 3.7, z)], 9, tone(2))
        plate.line([eye.see(0.85, 0, z), eye.see(1.54, 3.7, z)], 3, tone(70))
    for rung in range(1, 12):
        x, y = between(0.86, 1.55, rung / 12), 3.7 * rung / 12
        plate.line([eye.see(x, y, 3.9), eye.see(x, y, 4.5)], 8, tone(6))
    shadow(plate, eye.see(0.9, 0, 3.9), eye.see(0.3, 0, 3), 16, 0.5)


def _trolley(plate: Plate, eye: Eye) -> None:
    left, right, near, far = TROLLEY
    ground = eye.level(left - 0.1, right + 0.2, near - 0.2, far)
    plate.fade(ground, tone(0), eye.see(left, 0, near), eye.see(right + 0.3, 0, near), 0.9)
    for shelf in (0.18, 0.72):
        block(plate, eye, Body(left, right, shelf, shelf + 0.05, near, far), tone(30), tone(62), tone(20))
    for x in (left, right):
        plate.polygon(eye.front(x - 0.02, x + 0.02, 0.08, 1.0, near), tone(56))
        plate.disc(*eye.see(x, 0.06, near), 18, tone(2))
    block(plate, eye, Body(left + 0.08, left + 0.5, 0.23, 0.55, near, far), tone(40), tone(60), tone(24))


def _open_box(plate: Plate, eye: Eye) -> None:
    """On the trolley: a box with its sheets drawn up, and one sheet beside it."""
    left, right, near, far = TROLLEY
    block(plate, eye, Body(left + 0.1, right - 0.22, 0.77, 1.1, near + 0.1, far), tone(54), tone(4), tone(26))
    for sheet in range(7):
        x, top = left + 0.14 + sheet * 0.055, 1.16 + plate.dice.uniform(0, 0.1)
        plate.polygon(eye.front(x, x + 0.16, 0.9, top, far - 0.1 - sheet * 0.05), tone(98 - sheet * 5))
    front = eye.front(left + 0.1, right - 0.22, 0.77, 1.08, near + 0.1)
    plate.polygon(front, tone(58))
    plate.spray(front, tone(0), front[0], front[2], 0.6)
    plate.polygon(eye.front(left + 0.2, left + 0.42, 0.88, 1.0, near + 0.1), tone(98))
    plate.polygon(eye.level(right - 0.2, right + 0.01, near + 0.05, far, 0.77), tone(100))
