"""Bodies in perspective and people: what several scenes are furnished with."""

from typing import NamedTuple

from .canvas import Colour, Plate, Point, tone
from .geometry import Eye, curve, hanging


class Body(NamedTuple):
    """An upright block: its sides in the units of the eye."""

    left: float
    right: float
    low: float
    high: float
    near: float
    far: float


def block(plate: Plate, eye: Eye, body: Body, front: Colour, top: Colour, side: Colour) -> None:
    """Draw the faces of a block that the eye can see."""
    left, right, low, high, near, far = body
    if low > eye.height:
        plate.polygon(eye.level(left, right, near, far, low), top)
    if high < eye.height:
        plate.polygon(eye.level(left, right, near, far, high), top)
    if left > 0:
        plate.polygon(eye.side(left, low, high, near, far), side)
    if right < 0:
        plate.polygon(eye.side(right, low, high, near, far), side)
    plate.polygon(eye.front(left, right, low, high, near), front)


def person(plate: Plate, foot: Point, height: float, colour: Colour, stride: float = 0.1, coat: float = 0.62) -> None:
    """A silhouette on its feet: stride is the step, coat the part of the body it covers, both of the height."""

    def place(across: float, up: float) -> Point:
        return foot[0] + across * height, foot[1] - up * height

    for step in (-stride, stride):
        plate.line([place(step * 0.2, 0.5), place(step * 0.5, 0.28), place(step, 0.02)], 0.075 * height, colour)
        plate.disc(*place(step + 0.025, 0.015), 0.05 * height, colour, 0.4)
    for side in (-1, 1):
        plate.line(
            curve([place(side * 0.085, 0.79), place(side * 0.13, 0.62), place(side * 0.12, 0.44)]),
            0.058 * height,
            colour,
        )
    plate.polygon(curve([place(*point) for point in _coat(coat)], closed=True), colour)
    plate.disc(*place(0, 0.925), 0.058 * height, colour, 1.25)


def _coat(covered: float) -> list[Point]:
    hem = 0.87 - covered
    right = [
        (0.022, 0.89),
        (0.034, 0.855),
        (0.095, 0.825),
        (0.105, 0.7),
        (0.085, 0.56),
        (0.115, hem + 0.02),
        (0.09, hem),
    ]
    return right + [(-across, up) for across, up in reversed(right)]


def shadow(plate: Plate, foot: Point, reach: Point, width: float, strength: float = 0.6) -> None:
    """The shadow a standing thing throws from its foot to a point."""
    x, y = foot
    outline = [(x - width / 2, y), (x + width / 2, y), (reach[0] + width, reach[1]), (reach[0] - width, reach[1])]
    plate.fade(outline, tone(0), foot, reach, strength)


def boat(plate: Plate, at: Point, size: float) -> None:
    """Somebody who fishes from a boat; at the natural size it is 220 pixels long."""
    x, y = at
    plate.glow(x, y + 26, 130 * size, tone(4), 0.6, 0.16)
    hull = curve([(x - 110 * size, y - 26 * size), (x - 20 * size, y - 12 * size), (x + 110 * size, y - 30 * size)])
    plate.polygon([*hull, (x + 80 * size, y + 14 * size), (x - 78 * size, y + 14 * size)], tone(6))
    person(plate, (x + 16 * size, y), 104 * size, tone(6), 0.08, 0.5)
    plate.line([(x + 24 * size, y - 60 * size), (x - 128 * size, y - 150 * size)], 2, tone(8))
    plate.line(hanging((x - 128 * size, y - 150 * size), (x - 196 * size, y + 20 * size), -14), 1, tone(20))
