"""The stadium: a match under floodlights, from the upper seats."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import Eye, arc, between
from ..solids import person, shadow


def stadium() -> Image.Image:
    plate = Plate("stadium", 8)
    eye = Eye(820, 350, 1250, 24)
    plate.fade(plate.whole, tone(40), (800, 420), (800, -100), 0.9)
    _far_stands(plate, eye)
    _pitch(plate, eye)
    for x, top in ((170, 40), (560, 120), (1090, 116), (1470, 34)):
        _floodlight(plate, (x, top), 1.3 if top < 60 else 0.7)
    _players(plate, eye)
    for row in range(3):
        _near_seats(plate, row)
    return plate.printed(0.4)


def _far_stands(plate: Plate, eye: Eye) -> None:
    for side in (-1, 1):
        bank = [
            eye.see(side * 50, 0, 44),
            eye.see(side * 92, 22, 44),
            eye.see(side * 92, 22, 150),
            eye.see(side * 50, 0, 128),
        ]
        plate.polygon(bank, tone(26))
        _crowd(plate, bank, 1500)
    bank = [eye.see(-50, 0, 128), eye.see(50, 0, 128), eye.see(92, 22, 150), eye.see(-92, 22, 150)]
    plate.polygon(bank, tone(34))
    _crowd(plate, bank, 1700)
    roof = [eye.see(-96, 30, 150), eye.see(96, 30, 150), eye.see(80, 24, 132), eye.see(-80, 24, 132)]
    plate.polygon(roof, tone(4))
    plate.line([roof[2], roof[3]], 4, tone(86))
    for post in range(-7, 8):
        plate.line([eye.see(post * 12, 16, 146), eye.see(post * 12, 29, 146)], 3, tone(6))


def _crowd(plate: Plate, bank: list[Point], heads: int) -> None:
    (a, b), (c, d), (e, f), (g, h) = bank
    for _ in range(heads):
        along, up = plate.dice.random(), plate.dice.random()
        x = between(between(a, c, along), between(g, e, along), up)
        y = between(between(b, d, along), between(h, f, along), up)
        if plate.dice.random() < 0.93:
            plate.disc(x, y, 2.6, tone(plate.dice.choice((8, 20, 44, 58, 72))), 1.2)


def _pitch(plate: Plate, eye: Eye) -> None:
    plate.polygon(eye.level(-46, 46, 34, 126), tone(40))
    for stripe in range(12):
        near, far = between(42, 120, stripe / 12), between(42, 120, (stripe + 1) / 12)
        plate.polygon(eye.level(-38, 38, near, far), tone(70 if stripe % 2 else 82))
    plate.glow(820, 640, 620, tone(100), 0.6, 0.35)
    white = tone(100)
    for left, right, near, far in (
        (-36, 36, 44, 118),
        (-18, 18, 44, 58),
        (-18, 18, 104, 118),
        (-8, 8, 44, 49),
        (-8, 8, 113, 118),
    ):
        corners = eye.level(left, right, near, far)
        plate.line([*corners, corners[0]], 2.5, white)
    plate.line([eye.see(-36, 0, 81), eye.see(36, 0, 81)], 2.5, white)
    plate.line([eye.see(x, 0, 81 + z) for x, z in arc(0, 0, 9, 9, 0, 2, 48)], 2.5, white)
    goal = [eye.see(-3.6, 0, 118), eye.see(-3.6, 2.6, 118), eye.see(3.6, 2.6, 118), eye.see(3.6, 0, 118)]
    plate.line(goal, 3, white)


def _floodlight(plate: Plate, at: Point, size: float) -> None:
    x, y = at
    plate.line([(x, y), (x, 330)], 9 * size, tone(4))
    for step in range(8):
        plate.line([(x - 9 * size, y + 40 + step * 36), (x + 9 * size, y + 76 + step * 36)], 2 * size, tone(16))
    plate.glow(x, y, 330 * size, tone(100), 0.75)
    plate.box(x - 52 * size, y - 26 * size, x + 52 * size, y + 26 * size, tone(2))
    for lamp in range(15):
        plate.disc(x + (lamp % 5 - 2) * 20 * size, y + (lamp // 5 - 1) * 16 * size, 7 * size, tone(100))


def _players(plate: Plate, eye: Eye) -> None:
    for _ in range(20):
        z = plate.dice.uniform(48, 112)
        foot = eye.see(plate.dice.uniform(-30, 30), 0, z)
        for reach in (-1, 1):
            shadow(plate, foot, (foot[0] + reach * 26, foot[1] + 7), 5, 0.7)
        person(plate, foot, eye.size(2.3, z), tone(plate.dice.choice((0, 34))), 0.16, 0.4)


def _near_seats(plate: Plate, row: int) -> None:
    """The backs of the rows before us, and two people who came early."""
    size, y = 38 + row * 20, 815 + row * 56 + row * row * 6
    light = 26 - row * 7
    plate.box(0, y + 10, 1600, 1000, tone(light - 12))
    for seat in range(-2, 32):
        x = 800 + (seat - 13) * size * 2.2 + row * 30
        if (row, seat) in ((1, 17), (1, 18), (2, 9)):
            plate.polygon(arc(x, y + 10, size * 0.9, size * 1.1, 1, 2), tone(2))
            head = arc(x, y - size * 1.2, size * 0.45, size * 0.56, 0, 2)
            plate.polygon(head, tone(3))
            plate.spray(head, tone(90), (x + 10, y - size * 2), (x, y - size * 1.1), 0.7)
        back = [
            (x - size, 1010),
            (x - size, y + 8),
            (x - size * 0.86, y),
            (x + size * 0.86, y),
            (x + size, y + 8),
            (x + size, 1010),
        ]
        plate.polygon(back, tone(light))
        plate.fade(back, tone(80), (x, y - 4), (x, y + size * 0.7), 0.6)
        plate.polygon(arc(x, y + size * 0.42, size * 0.2, size * 0.13, 0, 2, 14), tone(light + 50))
