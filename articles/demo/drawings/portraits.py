"""Eight people who do not exist: busts without faces, lit from the left."""

from PIL import Image

from .canvas import Plate, Point, tone
from .geometry import arc, curve, path
from .wardrobe import collar, face, glasses, lapels, neck, shoulders


def _sitter(number: int, light: float) -> Plate:
    """A plate with a plain wall behind whoever sits."""
    plate = Plate(f"portrait-{number}", light, 800, 800)
    plate.fade(plate.whole, tone(light - 34), (860, 860), (180, 60), 0.9)
    plate.glow(250, 240, 420, tone(100), 0.5)
    return plate


def _hair(plate: Plate, points: list[Point], light: float, shine: float = 34) -> None:
    outline = curve(points, closed=True)
    plate.polygon(outline, tone(light))
    plate.spray(outline, tone(light + shine), (230, 130), (430, 330), 0.75)


def bob() -> Image.Image:
    plate = _sitter(1, 84)
    _hair(
        plate,
        path("400,128 520,168 556,300 560,470 520,520 400,500 280,520 242,470 250,300 290,164"),
        22,
    )
    shoulders(plate, 268, 12)
    neck(plate, 76)
    collar(plate, 92)
    lapels(plate, 20)
    face(plate, 84)
    _hair(
        plate,
        path("372,138 470,150 520,236 514,330 488,300 440,250 372,214 318,262 288,360 276,300 296,196"),
        28,
    )
    return plate.printed(0.2)


def tie() -> Image.Image:
    plate = _sitter(2, 72)
    shoulders(plate, 310, 16)
    neck(plate, 66, 62)
    collar(plate, 96)
    plate.polygon([(400, 572), (428, 600), (414, 634), (446, 800), (356, 800), (386, 634), (372, 600)], tone(30))
    for stripe in range(7):
        plate.line([(364, 640 + stripe * 30), (446, 612 + stripe * 30)], 5, tone(70))
    lapels(plate, 8)
    face(plate, 76, jaw=1.12)
    _hair(
        plate,
        path("330,172 420,136 500,176 522,270 516,330 496,268 470,226 380,222 312,236 296,280 284,336 278,262 294,200"),
        52,
        44,
    )
    glasses(plate, 316)
    return plate.printed(0.2)


def bun() -> Image.Image:
    plate = _sitter(3, 66)
    _hair(plate, arc(470, 128, 82, 74, 0, 2, 16), 8)
    neck(plate, 50, 48)
    shoulders(plate, 244, 66)
    roll = [*curve([(344, 498), (400, 514), (456, 498)]), *curve([(476, 580), (400, 606), (324, 580)])]
    plate.polygon(roll, tone(74))
    plate.spray(roll, tone(10), (500, 560), (370, 530), 0.85)
    plate.line(curve([(328, 548), (400, 572), (472, 548)]), 3, tone(36))
    face(plate, 56, jaw=0.94)
    _hair(
        plate,
        path("400,146 490,176 516,280 508,330 480,250 420,206 350,220 304,280 290,330 286,260 320,180"),
        6,
        40,
    )
    for x in (288, 510):
        plate.line([(x, 396), (x, 410)], 2, tone(96))
        plate.disc(x, 424, 13, tone(92))
    return plate.printed(0.2)


def headscarf() -> Image.Image:
    plate = _sitter(4, 86)
    shoulders(plate, 290, 22)
    cloth = curve(
        path("400,122 510,158 562,280 556,430 600,560 650,700 560,800 240,800 170,700 214,560 246,430 240,280 292,156"),
        closed=True,
    )
    plate.polygon(cloth, tone(58))
    plate.spray(cloth, tone(90), (210, 140), (420, 400), 0.8)
    plate.spray(cloth, tone(2), (640, 620), (400, 400), 0.95)
    face(plate, 80, jaw=0.92)
    frame = [*arc(400, 330, 118, 174, 0, 2, 48)]
    plate.line([*frame, frame[1]], 44, tone(52))
    plate.line(arc(400, 330, 100, 156, 0.55, 1.45, 32), 3, tone(88))
    for start, bend, end in (
        ((296, 486), (400, 570), (566, 520)),
        ((262, 530), (390, 660), (604, 580)),
        ((232, 590), (370, 742), (636, 660)),
    ):
        fold = [*curve([start, bend, end]), (bend[0] + 20, bend[1] + 56)]
        plate.spray(fold, tone(0), (bend[0], bend[1] - 30), (bend[0] - 10, bend[1] + 60), 0.7)
        plate.line(curve([start, bend, end]), 3, tone(86, 60))
    return plate.printed(0.2)


def beard() -> Image.Image:
    plate = _sitter(5, 62)
    shoulders(plate, 318, 40)
    neck(plate, 60, 66)
    ring = curve([(310, 572), (400, 626), (490, 572), (506, 600), (400, 664), (294, 600)], closed=True)
    plate.polygon(ring, tone(26))
    for rib in range(28):
        x = 150 + rib * 19
        plate.line(
            curve([(x, 640 + abs(400 - x) * 0.1), (x + (x - 400) * 0.04, 720), (x + (x - 400) * 0.1, 810)]),
            2,
            tone(10, 70),
        )
    face(plate, 68, jaw=1.1)
    _hair(
        plate,
        path("286,350 300,420 340,424 400,408 460,424 500,420 516,350 514,450 476,530 400,560 324,530 288,450"),
        10,
        26,
    )
    plate.line(curve([(360, 446), (400, 438), (440, 446)]), 5, tone(60))
    _hair(
        plate,
        path("310,170 400,112 510,150 530,260 518,352 498,290 470,216 370,204 310,250 288,352 272,270"),
        10,
    )
    return plate.printed(0.2)


def moustache() -> Image.Image:
    plate = _sitter(6, 78)
    shoulders(plate, 282, 54)
    neck(plate, 70, 58)
    collar(plate, 98)
    plate.line([(400, 640), (400, 800)], 6, tone(20))
    for button in (690, 760):
        plate.disc(420, button, 9, tone(8))
    lapels(plate, 44)
    for x in (284, 516):
        _hair(plate, arc(x, 312, 24, 66, 0, 2, 24), 84, 12)
    face(plate, 82, jaw=1.04, fringe=0)
    whiskers = curve(
        [(400, 408), (452, 414), (486, 446), (440, 444), (400, 436), (360, 444), (314, 446), (348, 414)], closed=True
    )
    plate.polygon(whiskers, tone(97))
    plate.spray(whiskers, tone(40), (490, 450), (380, 410), 0.8)
    glasses(plate, 322, square=False)
    return plate.printed(0.2)


def curls() -> Image.Image:
    plate = _sitter(7, 90)
    _locks(plate, 8, (150, 138), 90)
    shoulders(plate, 276, 72)
    hood = curve(
        [(250, 560), (330, 520), (400, 606), (470, 520), (550, 560), (570, 640), (400, 700), (230, 640)], closed=True
    )
    plate.polygon(hood, tone(56))
    plate.spray(hood, tone(4), (560, 640), (360, 560), 0.9)
    neck(plate, 40, 54)
    for x, end in ((356, 770), (446, 750)):
        plate.line(curve([(x, 636), (x - 5, 700), (x + 4, end)]), 6, tone(96))
    face(plate, 48, jaw=1.0)
    _locks(plate, 12, (128, 70), 70)
    return plate.printed(0.2)


def _locks(plate: Plate, light: float, reach: Point, count: int) -> None:
    """A cloud of curls around the crown."""
    for _ in range(count):
        ring = arc(
            400, 238, reach[0] * plate.dice.uniform(0.5, 1), reach[1] * plate.dice.uniform(0.6, 1), 0.94, 2.06, 40
        )
        x, y = plate.dice.choice(ring)
        lock = arc(x, y - 20, *(plate.dice.uniform(22, 36),) * 2, 0, 2, 16)
        plate.polygon(lock, tone(light))
        plate.spray(lock, tone(light + 50), (x - 34, y - 50), (x + 4, y - 12), 0.7)


def scarf() -> Image.Image:
    plate = _sitter(8, 70)
    _puffs(plate, 60, 1.6)
    shoulders(plate, 270, 30)
    neck(plate, 74, 50)
    wrap = curve(
        [(300, 520), (400, 556), (500, 520), (540, 600), (450, 680), (400, 690), (300, 670), (262, 600)], closed=True
    )
    plate.polygon(wrap, tone(84))
    tail = [(420, 650), (500, 640), (530, 800), (430, 800)]
    plate.polygon(tail, tone(76))
    for outline in (wrap, tail):
        plate.spray(outline, tone(4), (560, 660), (380, 580), 0.85)
    for fold in range(4):
        plate.line(curve([(286, 566 + fold * 26), (400, 606 + fold * 24), (520, 566 + fold * 24)]), 4, tone(40, 80))
    face(plate, 80, jaw=0.98)
    _puffs(plate, 38, 1)
    glasses(plate, 326)
    return plate.printed(0.2)


def _puffs(plate: Plate, count: int, spread: float) -> None:
    """Short white hair, set in waves."""
    for step in range(count):
        x, y = arc(400, 262, 112 * spread**0.3, 104 * spread**0.3, 0.96, 2.04, count - 1)[step]
        puff = arc(x + plate.dice.gauss(0, 8), y + plate.dice.gauss(0, 9), 34, 30, 0, 2, 18)
        plate.polygon(puff, tone(94))
        plate.spray(puff, tone(34), (x + 44, y + 40), (x - 16, y - 12), 0.8)
