"""The bridge: arches over a river in mist."""

from itertools import pairwise

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import Eye, arc, curve, ridge
from ..solids import boat, person


def bridge() -> Image.Image:
    plate = Plate("bridge", 86)
    eye = Eye(1180, 660, 1000, 2.2)
    plate.fade(plate.whole, tone(52), (500, -40), (1000, 560))
    plate.glow(1250, 560, 640, tone(100), 0.9, 0.6)
    _skyline(plate, 640)
    plate.box(0, 650, 1600, 1000, tone(76))
    plate.fade([(0, 650), (1600, 650), (1600, 1000), (0, 1000)], tone(26), (700, 1000), (900, 640))
    _arcade(plate, eye, under=True)
    plate.ripple(662, 34)
    _arcade(plate, eye, under=False)
    _walkers(plate, eye)
    boat(plate, (1235, 800), 1.0)
    _gulls(plate)
    return plate.printed()


def _skyline(plate: Plate, ground: float) -> None:
    far = ridge(plate.dice, (0, ground - 30), (1600, ground - 66), 34)
    plate.polygon([*far, (1600, ground + 20), (0, ground + 20)], tone(74))
    for x, height in ((1330, 96), (1392, 130), (1466, 84), (1540, 108)):
        plate.box(x, ground - height, x + 34, ground, tone(66))
    plate.polygon([(1400, ground - 130), (1409, ground - 190), (1418, ground - 130)], tone(66))
    near = ridge(plate.dice, (900, ground + 4), (1600, ground - 26), 16)
    plate.polygon([*near, (1600, ground + 20), (900, ground + 20)], tone(56))


def _arcade(plate: Plate, eye: Eye, under: bool) -> None:
    sign = -1 if under else 1
    for span in reversed(range(9)):
        near = 8.2 + span * 9
        air = min(span * 7, 46)
        _span(plate, eye, near, sign, (30 + air * 0.7, 12 + air) if not under else (30 + air * 0.5, 20 + air * 0.8))


def _span(plate: Plate, eye: Eye, near: float, sign: int, lights: tuple[float, float]) -> None:
    """One arch: the vault's inside first, then the face that looks at the river, then the pier."""
    far, pier = near + 9, near + 1.6
    vault = [(z, y) for z, y in arc((pier + far) / 2, 3.0, (far - pier) / 2, 4.4, 1, 2, 18)]
    face, inside = (tone(light) for light in lights)
    for (z, rise), (deep, fall) in pairwise(vault):
        heights = (6 - rise) * sign, (6 - fall) * sign
        plate.polygon(
            [
                eye.see(-8, heights[0], z),
                eye.see(-14, heights[0], z),
                eye.see(-14, heights[1], deep),
                eye.see(-8, heights[1], deep),
            ],
            inside,
        )
    opening = [eye.see(-8, (6 - y) * sign, z) for z, y in vault]
    wall = [
        *opening,
        eye.see(-8, 9 * sign, far),
        eye.see(-8, 9 * sign, near),
        eye.see(-8, 0, near),
        eye.see(-8, 0, pier),
    ]
    plate.polygon(wall, face)
    plate.polygon(eye.front(-14, -8, 0, 9 * sign, near), inside)
    if sign > 0:
        _masonry(plate, eye, near, wall)


def _masonry(plate: Plate, eye: Eye, near: float, wall: list[Point]) -> None:
    plate.spray(wall, tone(90), eye.see(-8, 8, near + 5), eye.see(-8, 2, near), 0.35)
    for course in range(13, 18):
        height = course / 2
        plate.line([eye.see(-8, height, near), eye.see(-8, height, near + 9)], 1, tone(8, 40))
    plate.polygon(eye.side(-7.8, 8.6, 9.0, near, near + 9), tone(58))
    plate.polygon(eye.side(-7.6, 0, 0.5, near - 0.2, near + 1.8), tone(14))
    for post in range(9):
        plate.polygon(eye.side(-7.9, 9.0, 9.8, near + post, near + post + 0.18), tone(20))
    plate.line([eye.see(-7.9, 9.8, near), eye.see(-7.9, 9.8, near + 9)], max(1, eye.size(0.14, near)), tone(16))


def _walkers(plate: Plate, eye: Eye) -> None:
    for z, height in ((30, 1.8), (33, 1.7), (52, 1.8)):
        person(plate, eye.see(-8.2, 9, z), eye.size(height * 1.5, z), tone(8))


def _gulls(plate: Plate) -> None:
    for x, y, wing in ((1170, 250, 26), (1246, 306, 18), (1380, 210, 22), (1460, 330, 13)):
        bird = curve(
            [
                (x - wing, y - wing * 0.2),
                (x - wing * 0.5, y - wing * 0.45),
                (x, y),
                (x + wing * 0.5, y - wing * 0.5),
                (x + wing, y - wing * 0.3),
            ]
        )
        plate.line(bird, 3, tone(20))
