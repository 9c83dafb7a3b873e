"""The school: an empty classroom in the morning."""

from PIL import Image

from ..canvas import Plate, tone
from ..geometry import Eye, arc, curve
from ..solids import Body, block


def school() -> Image.Image:
    plate = Plate("school", 66)
    eye = Eye(980, 400, 1000, 1.75)
    plate.polygon(eye.level(-4.2, 4, 1.6, 10.5), tone(46))
    plate.polygon(eye.level(-4.2, 4, 1.6, 10.5, 3.6), tone(76))
    plate.polygon(eye.side(4, 0, 3.6, 1.6, 10.5), tone(44))
    plate.polygon(eye.front(-4.2, 4, 0, 3.6, 10.5), tone(60))
    _blackboard(plate, eye)
    _tall_windows(plate, eye)
    _sunlight(plate, eye)
    for z in (8, 6.4, 4.9, 3.5):
        for x in (-2.9, -0.75, 1.4):
            _school_desk(plate, eye, x, z)
    plate.fade(plate.whole, tone(98), (0, 0), (1000, 620), 0.34)
    plate.fade(plate.whole, tone(0), (1660, 900), (760, 420), 0.75)
    return plate.printed()


def _blackboard(plate: Plate, eye: Eye) -> None:
    plate.polygon(eye.front(-2.3, 2.5, 0.95, 2.5, 10.45), tone(70))
    plate.polygon(eye.front(-2.2, 2.4, 1.02, 2.44, 10.44), tone(12))
    plate.spray(
        eye.front(-2.2, 2.4, 1.02, 2.44, 10.44), tone(60), eye.see(-2.4, 2.4, 10.44), eye.see(0.6, 1.4, 10.44), 0.6
    )
    slope = [eye.see(-1.8 + step * 0.12, 1.3 + 0.007 * step**2, 10.4) for step in range(12)]
    plate.line([eye.see(-1.9, 2.3, 10.4), eye.see(-1.9, 1.25, 10.4), eye.see(-0.2, 1.25, 10.4)], 2, tone(96))
    plate.line(slope, 3, tone(96))
    for row in range(4):
        for word in range(3):
            left = 0.4 + word * 0.6
            chalk = [
                eye.see(left + step * 0.05, 2.2 - row * 0.27 + plate.dice.uniform(0, 0.07), 10.4) for step in range(9)
            ]
            plate.line(chalk, 2, tone(90, 85))
    block(plate, eye, Body(1.7, 3.1, 0, 0.8, 9, 9.8), tone(22), tone(66), tone(14))
    x, y = eye.see(2.7, 1.2, 9.3)
    plate.line([(x, y + 30), (x, y + 46)], 8, tone(4))
    plate.disc(x, y, 33, tone(30))
    plate.spray(arc(x, y, 33, 33, 0, 2), tone(90), (x - 36, y - 30), (x + 12, y + 10))
    plate.line(arc(x, y, 40, 40, 0.7, 1.6), 4, tone(4))


def _tall_windows(plate: Plate, eye: Eye) -> None:
    plate.polygon(eye.side(-4.2, 0, 3.6, 1.6, 10.5), tone(36))
    for near in (1.7, 3.6, 5.6, 7.8):
        far = near + 1.6
        plate.polygon(eye.side(-4.2, 0.9, 3.3, near, far), tone(100))
        tree = eye.side(-4.2, 0.9, 1.5, near, far)
        plate.spray(tree, tone(50), tree[0], tree[1], 0.9)
        plate.polygon(eye.side(-4.18, 0.9, 3.3, near + 0.76, near + 0.84), tone(30))
        plate.polygon(eye.side(-4.18, 2.5, 2.56, near, far), tone(30))
        plate.polygon(eye.level(-4.2, -3.95, near - 0.1, far + 0.1, 0.88), tone(90))
    x, sill = eye.see(-4, 0.9, 6)
    for _ in range(18):
        plate.line(
            curve(
                [
                    (x, sill - 20),
                    (x + plate.dice.uniform(-24, 24), sill - 70),
                    (x + plate.dice.gauss(0, 44), sill - plate.dice.uniform(30, 100)),
                ]
            ),
            5,
            tone(8),
        )
    plate.polygon([(x - 26, sill - 34), (x + 26, sill - 34), (x + 18, sill), (x - 18, sill)], tone(20))


def _school_desk(plate: Plate, eye: Eye, x: float, z: float) -> None:
    plate.fade(eye.level(x + 0.1, x + 1.9, z - 0.4, z + 0.5), tone(0), eye.see(x, 0, z), eye.see(x + 2.2, 0, z), 0.55)
    for leg in (x + 0.06, x + 1.24):
        plate.line([eye.see(leg, 0, z + 0.5), eye.see(leg, 0.72, z + 0.5)], 44 / z, tone(18))
        plate.line([eye.see(leg, 0, z), eye.see(leg, 0.72, z)], 50 / z, tone(6))
    block(plate, eye, Body(x, x + 1.3, 0.7, 0.76, z, z + 0.6), tone(30), tone(74), tone(20))
    top = eye.level(x, x + 1.3, z, z + 0.6, 0.76)
    plate.spray(top, tone(20), top[1], eye.see(x + 0.3, 0.76, z + 0.3), 0.6)
    if plate.dice.random() < 0.5:
        plate.polygon(eye.level(x + 0.2, x + 0.55, z + 0.12, z + 0.42, 0.77), tone(100))
    _chair(plate, eye, x + plate.dice.uniform(0.1, 0.75), z - plate.dice.uniform(0.2, 0.5))


def _chair(plate: Plate, eye: Eye, x: float, z: float) -> None:
    for leg in (x, x + 0.42):
        plate.line([eye.see(leg, 0, z), eye.see(leg + 0.01, 0.95, z)], 34 / z, tone(4))
        plate.line([eye.see(leg, 0, z + 0.4), eye.see(leg, 0.45, z + 0.4)], 28 / z, tone(10))
    block(plate, eye, Body(x - 0.02, x + 0.44, 0.43, 0.47, z, z + 0.42), tone(8), tone(40), tone(12))
    back = eye.front(x - 0.02, x + 0.44, 0.7, 0.96, z)
    plate.polygon(back, tone(12))
    plate.fade(back, tone(86), back[1], back[3], 0.8)


def _sunlight(plate: Plate, eye: Eye) -> None:
    for near in (1.9, 3.7, 5.6, 7.8):
        far = near + 1.2
        pool = [eye.see(-3.2, 0, near), eye.see(-3.2, 0, far), eye.see(0.6, 0, far - 0.6), eye.see(0.6, 0, near - 0.6)]
        plate.fade(pool, tone(100), pool[0], eye.see(2.6, 0, far), 0.95)
