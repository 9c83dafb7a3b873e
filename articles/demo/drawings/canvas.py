"""The plate every drawing is made on: a greenish-black duotone, drawn at twice its size and printed with grain."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, ...]
Box = tuple[int, int, int, int]

SCALE = 2
RIM = 180  # what Image.radial_gradient says half a side away from its middle
STOPS = ((0, (13, 27, 24)), (30, (56, 70, 65)), (60, (137, 148, 143)), (100, (221, 227, 222)))
CRIMSON = (176, 9, 64, 255)


def tone(light: float, alpha: float = 100) -> Colour:
    """A colour of the duotone: light from 0 (ink) to 100 (paper), alpha in per cent."""
    light = min(max(light, 0), 100)
    (low, dark), (high, bright) = next(pair for pair in pairwise(STOPS) if light <= pair[1][0])
    part = (light - low) / (high - low)
    return *(round(a + (b - a) * part) for a, b in zip(dark, bright, strict=True)), round(alpha * 2.55)


def crimson(alpha: float) -> Colour:
    """The accent, let through in per cent."""
    return *CRIMSON[:3], round(alpha * 2.55)


class Plate:
    """A picture in the making. Coordinates are those of the finished picture, in pixels."""

    def __init__(self, key: str, ground: float = 60, width: int = 1600, height: int = 1000) -> None:
        self.dice = Random(key)
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), tone(ground)[:3])
        self._pen = ImageDraw.Draw(self.image, "RGBA")
        speckle = Image.frombytes("L", (width, height), Random(f"{key} grain").randbytes(width * height))
        self._speckle = speckle
        self._stipple = speckle.resize(self.image.size, Image.Resampling.NEAREST)

    @property
    def whole(self) -> list[Point]:
        """The outline of the whole picture."""
        return [(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)]

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill an outline."""
        self._pen.polygon(enlarged(points), fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill an upright rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour, squash: float = 1) -> None:
        """Fill a circle, or an oval whose height is squash times its width."""
        ends = enlarged([(x - radius, y - radius * squash), (x + radius, y + radius * squash)])
        self._pen.ellipse(ends, fill=colour)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a line through points."""
        self._pen.line(enlarged(points), fill=colour, width=max(1, round(width * SCALE)), joint="curve")

    def spray(self, outline: Sequence[Point], colour: Colour, start: Point, end: Point, strength: float = 1) -> None:
        """Dust an outline with specks: dense at the start point, none from the end point on."""
        box = self._bounds(outline)
        if box is None:
            return
        dust = ImageChops.add(ramp(box, start, end, strength), self._stipple.crop(box), 1, -255)
        self._lay(box, outline, colour, dust.point(lambda value: 255 if value else 0))

    def fade(self, outline: Sequence[Point], colour: Colour, start: Point, end: Point, strength: float = 1) -> None:
        """Tint an outline smoothly: strongest at the start point, nothing from the end point on."""
        box = self._bounds(outline)
        if box is not None:
            self._lay(box, outline, colour, ramp(box, start, end, strength))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1, squash: float = 1) -> None:
        """Spread light, or darkness, around a point."""
        left, top = round((x - radius) * SCALE), round((y - radius * squash) * SCALE)
        size = max(1, round(2 * radius * SCALE)), max(1, round(2 * radius * squash * SCALE))
        falloff = Image.radial_gradient("L").point(lambda away: round(255 * strength * max(0, 1 - away / RIM) ** 1.4))
        cover = falloff.resize(size, Image.Resampling.BILINEAR)
        self.image.paste(colour[:3], (left, top, left + size[0], top + size[1]), cover)

    def soften(self, radius: float) -> None:
        """Put everything drawn so far out of focus."""
        small = self.image.reduce(4).filter(ImageFilter.GaussianBlur(radius * SCALE / 4))
        self.image.paste(small.resize(self.image.size, Image.Resampling.BICUBIC))

    def mirror(self, waterline: float, squeeze: float = 1) -> None:
        """Reflect what stands above the waterline in what lies under it."""
        level, depth = round(waterline * SCALE), round((self.height - waterline) * SCALE)
        above = self.image.crop((0, level - round(depth / squeeze), self.image.width, level))
        upside = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        self.image.paste(upside.resize((self.image.width, depth)), (0, level))

    def ripple(self, top: float, reach: float, bottom: float | None = None) -> None:
        """Shake the water from a line down, in strips that grow towards the eye; reach in pixels at the bottom."""
        y, end = top * SCALE, (bottom or self.height) * SCALE
        while y < end:
            near = (y - top * SCALE) / (end - top * SCALE)
            height = round(2 + 10 * near * self.dice.random()) + 1
            shift = round(self.dice.gauss(0, 0.4) * reach * SCALE * (0.15 + near))
            strip = self.image.crop((0, round(y), self.image.width, min(round(y) + height, round(end))))
            self.image.paste(strip, (shift, round(y)))
            y += height

    def printed(self, vignette: float = 0.3) -> Image.Image:
        """The finished picture."""
        corner = Image.radial_gradient("L").point(lambda away: round(max(0, away - 110) * vignette))
        self.image.paste(tone(0)[:3], None, corner.resize(self.image.size, Image.Resampling.BILINEAR))
        grain = self._speckle.filter(ImageFilter.GaussianBlur(0.6)).point(
            lambda value: round(128 + (value - 128) * 0.22)
        )
        return ImageChops.add(self.image.reduce(SCALE), Image.merge("RGB", [grain] * 3), 1, -128)

    def _bounds(self, outline: Sequence[Point]) -> Box | None:
        across, down = zip(*enlarged(outline), strict=True)
        left, top = max(0, int(min(across))), max(0, int(min(down)))
        right, bottom = min(self.image.width, int(max(across)) + 1), min(self.image.height, int(max(down)) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _lay(self, box: Box, outline: Sequence[Point], colour: Colour, cover: Image.Image) -> None:
        stencil = Image.new("L", cover.size)
        shifted = [(x - box[0], y - box[1]) for x, y in enlarged(outline)]
        ImageDraw.Draw(stencil).polygon(shifted, fill=colour[3])
        self.image.paste(colour[:3], box, ImageChops.multiply(stencil, cover))


def enlarged(points: Sequence[Point]) -> list[Point]:
    """Points of the finished picture, on the plate."""
    return [(x * SCALE, y * SCALE) for x, y in points]


def ramp(box: Box, start: Point, end: Point, strength: float) -> Image.Image:
    """A mask the size of a box of the plate, falling evenly from the start point to the end point."""
    left, top, right, bottom = box
    columns, rows = (right - left) // 16 + 2, (bottom - top) // 16 + 2
    value = slope(start, end, strength)
    across = [(left + (column + 0.5) * (right - left) / columns) / SCALE for column in range(columns)]
    down = [(top + (row + 0.5) * (bottom - top) / rows) / SCALE for row in range(rows)]
    coarse = Image.frombytes("L", (columns, rows), bytes(value(x, y) for y in down for x in across))
    return coarse.resize((right - left, bottom - top), Image.Resampling.BILINEAR)


def slope(start: Point, end: Point, strength: float) -> Callable[[float, float], int]:
    """How much of 255 is left at a place between the start point and the end point."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    peak = 255 * strength

    def value(x: float, y: float) -> int:
        gone = ((x - start[0]) * across + (y - start[1]) * down) / length
        return round(peak * (1 - min(max(gone, 0), 1)))

    return value
