"""The hospital: a long corridor and an empty chair on wheels."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import Eye, arc
from ..solids import person, shadow


def hospital() -> Image.Image:
    plate = Plate("hospital", 80)
    eye = Eye(900, 420, 1000, 1.6)
    plate.polygon(eye.level(-2, 2, 1, 26), tone(66))
    plate.polygon(eye.level(-2, 2, 1, 26, 3), tone(70))
    for x, light in ((-2, 56), (2, 72)):
        plate.polygon(eye.side(x, 0, 3, 1, 26), tone(light))
        plate.polygon(eye.side(x * 0.998, 0, 1.15, 1, 26), tone(light - 24))
        plate.polygon(eye.side(x * 0.97, 0.95, 1.07, 1, 26), tone(26))
    plate.polygon(eye.front(-2, 2, 0, 3, 26), tone(100))
    _ceiling(plate, eye)
    for z in (14, 9.6, 6.4, 4.2):
        _ward_door(plate, eye, z)
    plate.glow(900, 420, 460, tone(100), 0.95)
    _nurse(plate, eye)
    _wheelchair(plate, (520, 880))
    plate.spray([(0, 0), (700, 0), (500, 1000), (0, 1000)], tone(0), (-60, 800), (520, 500), 0.6)
    return plate.printed(0.4)


def _ceiling(plate: Plate, eye: Eye) -> None:
    for step in reversed(range(9)):
        z = 2.4 * 1.34**step
        plate.polygon(eye.level(-0.55, 0.55, z, z * 1.16, 2.99), tone(100))
        plate.fade(eye.level(-0.7, 0.7, z, z * 1.22), tone(100), eye.see(0, 0, z * 1.22), eye.see(0, 0, z * 0.98), 0.8)
    for tile in range(20):
        z = 1.2 * 1.18**tile
        plate.line([eye.see(-2, 0, z), eye.see(2, 0, z)], 1, tone(34, 45))
    for tile in (-1, 0, 1):
        plate.line([eye.see(tile, 0, 1), eye.see(tile, 0, 26)], 1, tone(34, 45))


def _ward_door(plate: Plate, eye: Eye, z: float) -> None:
    for x in (-2, 2):
        plate.polygon(eye.side(x * 0.995, 0, 2.3, z, z * 1.26), tone(22 + z))
        plate.polygon(eye.side(x * 0.99, 0, 2.24, z * 1.02, z * 1.24), tone(48 + z if x < 0 else 56 + z))
        plate.polygon(eye.side(x * 0.985, 1.3, 2, z * 1.08, z * 1.18), tone(98 if x > 0 else 30))
        plate.polygon(eye.side(x * 0.98, 1.0, 1.05, z * 1.035, z * 1.08), tone(6))
    light = eye.level(0.4, 2, z, z * 1.26)
    plate.fade(light, tone(100), eye.see(2, 0, z * 1.1), eye.see(0.2, 0, z), 0.6)


def _nurse(plate: Plate, eye: Eye) -> None:
    for x, z, light in ((0.5, 11, 26), (0.05, 12, 30)):
        foot = eye.see(x, 0, z)
        shadow(plate, foot, (foot[0] - 10, foot[1] + 160), 34, 0.6)
        person(plate, foot, eye.size(1.7, z), tone(light), 0.09, 0.56)


def _wheelchair(plate: Plate, at: Point) -> None:
    """An empty chair left by the wall, three-quarters from behind."""
    x, ground = at
    plate.fade(
        [(x - 120, ground - 16), (x + 160, ground - 10), (x + 90, ground + 110), (x - 330, ground + 100)],
        tone(0),
        (x, ground),
        (x - 160, ground + 120),
        0.9,
    )
    for left, size, width in ((x - 70, 128, 9), (x + 84, 112, 7)):
        middle = ground - size * 1.08
        plate.line(arc(left, middle, size * 0.62, size * 1.06, 0, 2, 48), width, tone(2))
        plate.line(arc(left - 7, middle, size * 0.54, size * 0.95, 0, 2, 48), 3, tone(66))
        for spoke in range(12):
            rim = arc(left, middle, size * 0.58, size * 1.0, spoke / 6, spoke / 6 + 0.01, 1)[0]
            plate.line([(left, middle), rim], 1, tone(8))
    seat = [(x - 60, ground - 186), (x + 84, ground - 190), (x + 190, ground - 158), (x + 40, ground - 146)]
    plate.polygon(seat, tone(16))
    back = [(x - 72, ground - 410), (x + 76, ground - 396), (x + 84, ground - 186), (x - 60, ground - 180)]
    plate.polygon(back, tone(12))
    plate.spray(back, tone(84), (x + 100, ground - 420), (x - 20, ground - 280), 0.85)
    for side, tip in ((x - 74, x - 118), (x + 78, x + 40)):
        plate.line([(side, ground - 170), (side, ground - 424), (tip, ground - 440)], 8, tone(2))
    plate.line([(x + 80, ground - 262), (x + 200, ground - 238), (x + 208, ground - 150)], 9, tone(3))
    plate.line([(x + 196, ground - 160), (x + 232, ground - 40), (x + 276, ground - 30)], 7, tone(3))
    plate.line(arc(x + 206, ground - 26, 20, 32, 0, 2), 7, tone(3))
