"""The ballot: a clear box in front of the booths."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import Eye, between
from ..solids import Body, block, person, shadow


def ballot() -> Image.Image:
    plate = Plate("ballot", 74)
    eye = Eye(620, 380, 1000, 1.75)
    plate.fade(plate.whole, tone(42), (1700, 0), (500, 300))
    plate.polygon([(0, 620), (1600, 620), (1600, 1000), (0, 1000)], tone(52))
    plate.fade([(0, 620), (1600, 620), (1600, 1000), (0, 1000)], tone(82), (200, 640), (900, 900), 0.8)
    _window_light(plate)
    for step, x in enumerate((-4.9, -2.7, -0.5, 1.7, 3.9)):
        _booth(plate, eye, x, occupied=step in (1, 3))
    plate.soften(1.2)
    _urn(plate)
    return plate.printed(0.4)


def _window_light(plate: Plate) -> None:
    for left in (60, 330):
        pane = [(left, 40), (left + 200, 0), (left + 320, 330), (left + 120, 380)]
        plate.fade(pane, tone(100), (left, 0), (left + 260, 420), 0.8)


def _booth(plate: Plate, eye: Eye, x: float, occupied: bool) -> None:
    """A booth with a curtain; somebody's feet show under it."""
    z = 6.4
    floor = eye.level(x, x + 1.9, z, z + 1.2)
    plate.polygon(floor, tone(72))
    block(plate, eye, Body(x, x + 1.9, 2.15, 2.3, z, z + 1.2), tone(70), tone(50), tone(40))
    plate.polygon(eye.front(x + 0.05, x + 1.85, 0, 2.15, z + 1.2), tone(30))
    if occupied:
        person(plate, eye.see(x + 0.95, 0, z + 0.5), eye.size(1.7, z + 0.5), tone(2), 0.05, 0.5)
    for post in (x, x + 1.84):
        plate.polygon(eye.front(post, post + 0.06, 0, 2.2, z), tone(12))
    ends = (x + 0.06, x + 1.84) if occupied else (x + 0.06, x + 0.8)
    folds = 12 if occupied else 6
    for fold in range(folds):
        left, right = between(*ends, fold / folds), between(*ends, (fold + 1) / folds)
        cloth = eye.front(left, right, 0.5, 2.12, z)
        plate.polygon(cloth, tone(66))
        plate.fade(cloth, tone(10), cloth[3], cloth[0], 0.85)
    foot = eye.see(x + 1.4, 0, z)
    shadow(plate, foot, (foot[0] + 170, foot[1] + 120), 220, 0.6)


def _urn(plate: Plate) -> None:
    """A clear box on a table, full of folded papers, one just going in."""
    plate.polygon([(0, 900), (1600, 870), (1600, 1000), (0, 1000)], tone(10))
    plate.polygon([(0, 896), (1600, 866), (1600, 884), (0, 914)], tone(64))
    plate.fade([(880, 900), (1460, 890), (1640, 960), (1000, 980)], tone(0), (1000, 900), (1640, 960), 0.9)
    front = [(860, 420), (1290, 420), (1270, 905), (880, 912)]
    side = [(1290, 420), (1450, 380), (1424, 872), (1270, 905)]
    plate.polygon(side, tone(60, 60))
    plate.polygon(front, tone(84, 55))
    _papers(plate)
    plate.fade(front, tone(100), (860, 420), (1150, 700), 0.6)
    plate.spray(side, tone(0), (1470, 900), (1280, 500), 0.8)
    _lid(plate)
    for edge in ([(860, 420), (880, 912), (1270, 905), (1290, 420)], [(1270, 905), (1424, 872), (1450, 380)]):
        plate.line(edge, 5, tone(98))
    plate.polygon([(930, 480), (962, 480), (976, 800), (948, 800)], tone(100, 40))


def _papers(plate: Plate) -> None:
    for sheet in range(64):
        x, y = plate.dice.uniform(930, 1220), 880 - abs(plate.dice.gauss(0, 90)) * (1 - sheet / 200)
        _sheet(plate, (x, max(y, 640)), plate.dice.uniform(-0.5, 0.5), plate.dice.choice((62, 74, 86, 96)))
    plate.fade([(880, 780), (1270, 780), (1270, 905), (880, 912)], tone(4), (1000, 930), (1060, 760), 0.8)


def _sheet(plate: Plate, at: Point, lean: float, light: float) -> None:
    x, y = at
    wide, tall = plate.dice.uniform(30, 46), plate.dice.uniform(12, 24)
    outline = [
        (x - wide, y - lean * wide),
        (x + wide, y + lean * wide),
        (x + wide - lean * 20, y + lean * wide + tall),
        (x - wide - lean * 20, y - lean * wide + tall),
    ]
    plate.polygon([(a + 4, b + 7) for a, b in outline], tone(14, 70))
    plate.polygon(outline, tone(light))
    plate.line([outline[0], outline[1]], 1.5, tone(100))


def _lid(plate: Plate) -> None:
    lid = [(846, 420), (1010, 372), (1466, 372), (1302, 424)]
    plate.polygon(lid, tone(30))
    plate.fade(lid, tone(90), (846, 380), (1300, 420), 0.7)
    plate.polygon([(846, 420), (1302, 424), (1302, 446), (846, 442)], tone(56))
    plate.polygon([(1302, 424), (1466, 372), (1466, 394), (1302, 446)], tone(14))
    plate.polygon([(1030, 404), (1280, 404), (1292, 392), (1044, 392)], tone(0))
    paper = [(1052, 398), (1018, 190), (1226, 158), (1264, 398)]
    plate.polygon([(x + 26, y + 4) for x, y in paper[:1]] + paper[2:], tone(20, 30))
    plate.polygon(paper, tone(100))
    plate.spray(paper, tone(30), (1280, 400), (1110, 240), 0.6)
    for row in range(5):
        y = 220 + row * 36
        plate.line([(1048 + row * 5, y), (1060 + row * 5, y - 2)], 11, tone(24))
        plate.line([(1076 + row * 5, y - 4), (1190 + row * 6 - row % 2 * 30, y - 20)], 5, tone(44))
    plate.line([(1044, 284), (1058, 296), (1092, 250)], 7, tone(4))
