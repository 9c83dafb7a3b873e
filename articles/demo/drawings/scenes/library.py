"""The library: a reading room, one book left open."""

from PIL import Image

from ..canvas import CRIMSON, Plate, tone
from ..geometry import Eye, arc, between, curve
from ..solids import Body, block


def library() -> Image.Image:
    plate = Plate("library", 40)
    eye = Eye(860, 400, 1050, 2.1)
    plate.polygon(eye.level(-5, 5, 2, 26, 8), tone(30))
    plate.polygon(eye.level(-5, 5, 2, 26), tone(46))
    _great_window(plate, eye)
    for x in (-5, 5):
        _shelves(plate, eye, x)
    plate.fade(plate.whole, tone(96), (1010, 160), (500, 760), 0.35)
    _beams(plate)
    for z in (17, 13, 9.4, 6.2, 2.3):
        _desk(plate, eye, z)
    plate.fade(plate.whole, tone(0), (800, 1060), (840, 620), 0.6)
    plate.fade(plate.whole, tone(0), (-60, 300), (460, 360), 0.6)
    _open_book(plate)
    return plate.printed()


def _great_window(plate: Plate, eye: Eye) -> None:
    z = 26
    plate.polygon(eye.front(-5, 5, 0, 8, z), tone(54))
    for middle in (-3, 0, 3):
        x, spring = eye.see(middle, 5.6, z)
        wide = eye.size(1.15, z)
        sill = eye.see(0, 1.6, z)[1]
        plate.polygon([*arc(x, spring, wide, wide, 1, 2), (x + wide, sill), (x - wide, sill)], tone(100))
        for bar in (-0.5, 0, 0.5):
            plate.line([(x + wide * bar, sill), (x + wide * bar, spring - wide * 0.86)], 2, tone(40))
        for up in range(6):
            plate.line([(x - wide, sill - up * 24), (x + wide, sill - up * 24)], 2, tone(40))
    plate.glow(860, 300, 380, tone(100), 0.7, 0.8)


def _shelves(plate: Plate, eye: Eye, x: float) -> None:
    plate.polygon(eye.side(x, 0, 8, 2, 26), tone(22))
    for shelf in range(11):
        low = 0.3 + shelf * 0.62
        z = 2.3
        while z < 25:
            thick = plate.dice.uniform(0.1, 0.24) * (1 + z / 14)
            light = plate.dice.choice((8, 16, 26, 36, 48, 60)) + z * 1.1
            plate.polygon(eye.side(x, low, low + plate.dice.uniform(0.36, 0.52), z, z + thick * 0.9), tone(light))
            z += thick
        plate.polygon(eye.side(x, low - 0.07, low, 2, 26), tone(56))
    for pier in (3.2, 6.4, 9.8, 13.4, 17.4, 21.6):
        plate.polygon(eye.side(x * 0.97, 0, 8, pier, pier + 0.34), tone(30 + pier))
        plate.polygon(eye.side(x * 0.965, 0, 8, pier + 0.24, pier + 0.34), tone(70))
    wall = eye.side(x, 0, 8, 2, 26)
    plate.spray(wall, tone(0), eye.see(x, 3, 2.6), eye.see(x, 3, 13), 0.85)
    gallery = eye.side(x * 0.9, 4.1, 4.3, 2, 26)
    plate.polygon(gallery, tone(18))
    for post in range(34):
        z = 2.4 * 1.073**post
        plate.line([eye.see(x * 0.9, 4.3, z), eye.see(x * 0.9, 5, z)], max(1, 14 / z), tone(10 + z))
    plate.polygon(eye.side(x * 0.9, 5, 5.1, 2, 26), tone(26))


def _beams(plate: Plate) -> None:
    for start, end in ((760, 150), (870, 480), (980, 820)):
        beam = [(start - 24, 190), (start + 34, 190), (end + 240, 900), (end - 60, 900)]
        plate.fade(beam, tone(100), (start, 190), (end, 900), 0.32)


def _desk(plate: Plate, eye: Eye, z: float) -> None:
    for left, right in ((-3.7, -0.55), (0.55, 3.7)):
        far, air = z + 1.5, z * 1.6
        for leg in (left + 0.1, right - 0.1):
            plate.polygon(eye.front(leg - 0.06, leg + 0.06, 0, 0.76, z), tone(4 + air))
        plate.fade(eye.level(left, right, z, far), tone(0), eye.see(0, 0, z), eye.see(0, 0, far), 0.6)
        block(plate, eye, Body(left, right, 0.74, 0.82, z, far), tone(16 + air), tone(44 + air), tone(24 + air))
        plate.fade(eye.level(left, right, z, far, 0.82), tone(96), eye.see(0, 0.8, far), eye.see(0, 0.8, z), 0.7)
        for lamp in (between(left, right, 0.27), between(left, right, 0.73)):
            _lamp(plate, eye, lamp, z + 0.75, air)
        reader = between(left, right, plate.dice.choice((0.3, 0.55, 0.8)))
        if 4 < z < 14:
            _reader(plate, eye, reader, far, air)


def _lamp(plate: Plate, eye: Eye, x: float, z: float, air: float) -> None:
    foot, head = eye.see(x, 0.82, z), eye.see(x, 1.3, z)
    wide = eye.size(0.24, z)
    plate.glow(foot[0], foot[1] - wide * 0.1, wide * 2.6, tone(100), 0.8, 0.34)
    plate.disc(*foot, wide * 0.4, tone(2 + air), 0.3)
    plate.line([foot, head], max(1, wide * 0.12), tone(2 + air))
    x, y = head
    plate.polygon(
        [(x - wide, y + wide * 0.4), *arc(x, y, wide * 0.66, wide * 0.5, 1, 2, 12), (x + wide, y + wide * 0.4)],
        tone(8 + air),
    )
    plate.line([(x - wide, y + wide * 0.4), (x + wide, y + wide * 0.4)], max(1, wide * 0.1), tone(100))


def _reader(plate: Plate, eye: Eye, x: float, z: float, air: float) -> None:
    left, desk = eye.see(x, 0.82, z)
    size = eye.size(0.3, z)
    plate.polygon(
        curve(
            [
                (left - size, desk),
                (left - size * 0.8, desk - size * 1.1),
                (left, desk - size * 1.5),
                (left + size * 0.8, desk - size * 1.1),
                (left + size, desk),
            ]
        ),
        tone(6 + air),
    )
    plate.disc(left - size * 0.06, desk - size * 1.75, size * 0.36, tone(6 + air), 1.25)


def _open_book(plate: Plate) -> None:
    """The one red thing, left lying on the nearest table."""
    plate.fade([(1150, 960), (1480, 960), (1650, 1020), (1210, 1020)], tone(0), (1300, 960), (1390, 1020), 0.7)
    plate.polygon([(1116, 898), (1310, 866), (1504, 898), (1550, 964), (1320, 938), (1090, 964)], CRIMSON)
    left = curve([(1132, 888), (1220, 852), (1310, 872)]) + curve([(1318, 930), (1210, 914), (1110, 946)])
    right = curve([(1310, 872), (1400, 852), (1488, 888)]) + curve([(1528, 946), (1428, 914), (1318, 930)])
    plate.polygon(left, tone(100))
    plate.polygon(right, tone(92))
    plate.spray(right, tone(30), (1310, 900), (1420, 896), 0.8)
    plate.spray(left, tone(50), (1320, 910), (1250, 890), 0.5)
    for line in range(6):
        y = 876 + line * 9
        plate.line(curve([(1146 - line * 3, y + 14), (1220 - line, y - 8), (1298, y + 8)]), 1.5, tone(50))
        plate.line(curve([(1326, y + 8), (1404 + line, y - 8), (1476 + line * 4, y + 14)]), 1.5, tone(44))
