"""The theatre: the house as an actor sees it."""

from itertools import pairwise

from PIL import Image

from ..canvas import CRIMSON, Plate, tone
from ..geometry import Eye, arc, curve
from ..solids import person, shadow


def theatre() -> Image.Image:
    plate = Plate("theatre", 10)
    eye = Eye(940, 560, 1000, 1.7)
    _auditorium(plate, eye)
    _boards(plate, eye)
    beam = [(1250, 40), (1284, 40), (1120, 850), (720, 850)]
    plate.fade(beam, tone(100), (1266, 40), (960, 1000), 0.75)
    plate.glow(1266, 42, 120, tone(100), 1)
    plate.disc(920, 838, 230, tone(96), 0.17)
    plate.glow(920, 838, 330, tone(100), 0.8, 0.24)
    shadow(plate, (920, 838), (700, 960), 70, 0.9)
    person(plate, (920, 842), 330, tone(3), 0.07, 0.72)
    _curtain(plate)
    return plate.printed(0.4)


def _auditorium(plate: Plate, eye: Eye) -> None:
    """Three balconies that bend around the pit, as an actor sees them."""
    plate.glow(1000, 420, 800, tone(44), 0.8, 0.7)
    for tier in range(4):
        y, reach = 520 - tier * 118, 700 + tier * 40
        rail = arc(980, y - 60, reach, 84 - tier * 6, 0.06, 0.94, 60)
        shade = [*rail, *arc(980, y - 132, reach, 80, 0.94, 0.06, 60)]
        plate.polygon(shade, tone(8))
        for x, height in rail[1:-1]:
            for _ in range(2):
                left, top = x + plate.dice.uniform(-12, 12), height - plate.dice.uniform(6, 44)
                plate.disc(left, top, plate.dice.uniform(5, 8), tone(plate.dice.choice((22, 30, 40, 54))), 1.2)
        front = [*rail, *[(x, height + 34) for x, height in reversed(rail)]]
        plate.polygon(front, tone(50))
        plate.spray(front, tone(4), (300, y), (900, y), 0.9)
        plate.line(rail, 5, tone(84))
        for x, height in rail[4:-3:6]:
            plate.glow(x, height + 17, 40, tone(100), 0.9)
            plate.disc(x, height + 17, 6, tone(100))
    for row in range(7):
        for seat in range(30):
            x, y = 300 + seat * 48 + row % 2 * 24, 560 + row * 15
            plate.disc(x + plate.dice.uniform(-6, 6), y, 11 + row, tone(34 - row * 4), 1.2)


def _boards(plate: Plate, eye: Eye) -> None:
    stage = [(0, 668), (1600, 668), (1600, 1000), (0, 1000)]
    plate.polygon(stage, tone(30))
    for board in range(-34, 40):
        plate.line([(940 + board * 36, 668), (940 + board * 130, 1000)], 2, tone(8))
    plate.spray(stage, tone(0), (1700, 1000), (900, 780), 0.9)
    plate.box(0, 656, 1600, 672, tone(6))
    for lamp in range(14):
        x = 260 + lamp * 100
        plate.glow(x, 662, 60, tone(100), 0.8, 0.7)
        plate.polygon(arc(x, 676, 22, 26, 1, 2, 14), tone(4))


def _curtain(plate: Plate) -> None:
    """The edge of the curtain, from the wings: heavy folds, drawn aside."""
    edge = curve([(470, -10), (440, 200), (392, 420), (376, 640), (420, 900), (436, 1010)])
    cloth = [(0, 0), *edge, (0, 1000)]
    plate.polygon([(x + 26, y) for x, y in cloth], tone(0, 60))
    plate.polygon(cloth, CRIMSON)
    for fold in range(7):
        for (x, y), (below, foot) in pairwise(edge):
            inner, outer = x * fold / 7, x * (fold + 0.7) / 7
            piece = [(inner, y), (outer, y), (below * (fold + 0.7) / 7, foot), (below * fold / 7, foot)]
            plate.spray(piece, tone(0), (inner, y), (outer, y), 0.95)
    plate.spray(cloth, tone(0), (-40, 1000), (330, 500), 0.9)
    plate.spray(cloth, tone(0), (200, -60), (220, 300), 0.8)
