"""Outlines: curves, ridges, hanging wires, and what an eye sees in perspective."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin
from random import Random
from typing import NamedTuple

from .canvas import Point


def between(start: float, end: float, part: float) -> float:
    """The number that lies a part of the way from start to end."""
    return start + (end - start) * part


def path(text: str) -> list[Point]:
    """Points written the way an SVG writes them: "10,20 30,40"."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def curve(points: Sequence[Point], closed: bool = False, steps: int = 10) -> list[Point]:
    """A smooth line through points."""
    ends = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    spans = zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    smooth = [_spline(span, step / steps) for span in spans for step in range(steps)]
    return smooth if closed else [*smooth, points[-1]]


def _spline(span: tuple[Point, Point, Point, Point], part: float) -> Point:
    before, start, end, after = span
    square, cube = part * part, part * part * part
    x, y = (
        (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * square + (3 * b - a - 3 * c + d) * cube) / 2
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return x, y


def arc(x: float, y: float, across: float, down: float, start: float, end: float, steps: int = 32) -> list[Point]:
    """Part of an oval around (x, y); angles in half turns, from the right, clockwise."""
    angles = [pi * between(start, end, step / steps) for step in range(steps + 1)]
    return [(x + across * cos(angle), y + down * sin(angle)) for angle in angles]


def ridge(dice: Random, start: Point, end: Point, rough: float, halvings: int = 7) -> list[Point]:
    """A broken line between two points, as of hills: rough is the first displacement, in pixels."""
    points = [start, end]
    for _ in range(halvings):
        middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + dice.uniform(-rough, rough)) for a, b in pairwise(points)]
        points = [point for pair in zip(points, middles, strict=False) for point in pair] + [points[-1]]
        rough *= 0.5
    return points


def hanging(start: Point, end: Point, drop: float, steps: int = 24) -> list[Point]:
    """A wire between two points, hanging by drop pixels in its middle."""
    parts = [step / steps for step in range(steps + 1)]
    return [(between(start[0], end[0], t), between(start[1], end[1], t) + 4 * drop * t * (1 - t)) for t in parts]


class Eye(NamedTuple):
    """Where a scene is seen from: its vanishing point in pixels, its focal length, its height above the ground."""

    x: float
    horizon: float
    focal: float
    height: float

    def see(self, x: float, y: float, z: float) -> Point:
        """Where a place appears: x to the right, y up from the ground, z away from the eye."""
        return self.x + self.focal * x / z, self.horizon - self.focal * (y - self.height) / z

    def size(self, length: float, z: float) -> float:
        """How long a length appears at a distance."""
        return self.focal * length / z

    def level(self, left: float, right: float, near: float, far: float, y: float = 0) -> list[Point]:
        """A lying rectangle: a floor, a ceiling, a table."""
        return [self.see(left, y, near), self.see(right, y, near), self.see(right, y, far), self.see(left, y, far)]

    def side(self, x: float, low: float, high: float, near: float, far: float) -> list[Point]:
        """A standing rectangle seen along: a wall of a street."""
        return [self.see(x, low, near), self.see(x, high, near), self.see(x, high, far), self.see(x, low, far)]

    def front(self, left: float, right: float, low: float, high: float, z: float) -> list[Point]:
        """A standing rectangle that faces the eye."""
        return [self.see(left, low, z), self.see(left, high, z), self.see(right, high, z), self.see(right, low, z)]
