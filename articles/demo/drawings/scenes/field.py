"""The field: bales, furrows and a stork."""

from PIL import Image

from ..canvas import Plate, Point, tone
from ..geometry import Eye, arc, curve, ridge


def field() -> Image.Image:
    plate = Plate("field", 88)
    plate.fade(plate.whole, tone(36), (500, -60), (900, 480))
    for x, y, size in ((1180, 320, 1.25), (420, 236, 0.9), (760, 410, 0.6), (130, 410, 0.5)):
        _cloud(plate, (x, y), size)
    _woods(plate, 520)
    _stubble(plate, Eye(1010, 500, 1000, 2))
    for x, y, size in ((980, 566, 0.16), (1190, 580, 0.2), (760, 600, 0.25), (1440, 640, 0.4), (420, 800, 1)):
        _bale(plate, (x, y), size)
    _stork(plate, (420, 588))
    return plate.printed()


def _cloud(plate: Plate, at: Point, size: float) -> None:
    """Heaps of cumulus on a flat foot, lit from the left."""
    heap = [(plate.dice.triangular(-290, 290, 20), abs(plate.dice.triangular(-1.7, 1.7))) for _ in range(56)]
    for x, up in sorted(heap, key=lambda puff: -puff[1]):
        radius = plate.dice.uniform(28, 62) * size * max(0.35, 1 - abs(x) / 360)
        left, top = at[0] + x * size, at[1] - up * 62 * size * max(0.1, 1 - abs(x) / 300) - radius * 0.4
        puff = arc(left, top, radius, radius, 0, 2, 20)
        plate.polygon(puff, tone(98))
        plate.spray(puff, tone(52), (left + radius * 0.5, top + radius), (left - radius * 0.2, top - radius * 0.3), 0.5)
    plate.glow(at[0], at[1] + 8 * size, 300 * size, tone(72), 0.7, 0.1)


def _woods(plate: Plate, ground: float) -> None:
    for rough, light, lift in ((34, 62, 44), (20, 44, 22)):
        line = ridge(plate.dice, (-10, ground - lift), (1610, ground - lift + 14), rough)
        plate.polygon([*line, (1610, ground + 10), (-10, ground + 10)], tone(light))
    for _ in range(110):
        x = plate.dice.uniform(0, 1600)
        plate.disc(x, ground - 14, plate.dice.uniform(6, 20), tone(plate.dice.choice((26, 30, 36))), 1.2)


def _stubble(plate: Plate, eye: Eye) -> None:
    plate.polygon([(0, 520), (1600, 520), (1600, 1000), (0, 1000)], tone(70))
    for row in range(-60, 50):
        left = row * 0.9 + plate.dice.uniform(-0.06, 0.06)
        plate.polygon(eye.level(left, left + 0.42, 3.5, 130), tone(plate.dice.choice((30, 36, 42))))
    plate.fade([(0, 518), (1600, 518), (1600, 1000), (0, 1000)], tone(78), (800, 512), (800, 660), 0.85)
    plate.spray([(0, 520), (1600, 520), (1600, 1000), (0, 1000)], tone(6), (1500, 1060), (900, 600), 0.9)
    for _ in range(700):
        x, z = plate.dice.uniform(-6, 5), plate.dice.uniform(3.6, 12)
        foot = eye.see(x, 0, z)
        tip = eye.see(x + plate.dice.uniform(-0.04, 0.08), plate.dice.uniform(0.06, 0.2), z)
        plate.line([foot, tip], 1.5, tone(plate.dice.choice((4, 12, 84))))


def _bale(plate: Plate, at: Point, size: float) -> None:
    """A round bale: its foot at a point, lit from the left, its shadow long to the right."""
    x, foot = at
    across, up, deep = 190 * size, 200 * size, 150 * size
    middle = foot - up
    plate.fade(
        [
            (x - across * 0.4, foot + 4),
            (x + deep, foot + 6),
            (x + deep + 620 * size, foot + 90 * size),
            (x + 300 * size, foot + 110 * size),
        ],
        tone(0),
        (x, foot),
        (x + 760 * size, foot + 100 * size),
        0.9,
    )
    body = [(x, middle - up), *arc(x + deep, middle, across * 0.9, up, 1.5, 2.5, 24), (x, foot)]
    plate.polygon(body, tone(34))
    plate.spray(body, tone(76), (x + deep * 0.6, middle - up * 1.05), (x + deep, middle - up * 0.3), 0.9)
    plate.spray(body, tone(0), (x + deep, foot), (x + deep, middle - up * 0.2), 0.9)
    plate.disc(x, middle, across, tone(72), up / across)
    plate.spray(
        arc(x, middle, across, up, 0, 2), tone(16), (x + across, foot), (x - across * 0.6, middle - up * 0.6), 0.85
    )
    _wound(plate, (x, middle), size)


def _wound(plate: Plate, at: Point, size: float) -> None:
    for turn in range(round(34 * size) + 4):
        radius = plate.dice.uniform(0.08, 0.96)
        start = plate.dice.uniform(0, 2)
        stalk = arc(*at, 190 * size * radius, 200 * size * radius, start, start + plate.dice.uniform(0.2, 0.8), 14)
        plate.line(stalk, max(0.5, 2 * size), tone(22 if turn % 3 else 92, 75))


def _stork(plate: Plate, at: Point) -> None:
    """Made from the top of the bale upwards, looking to the right."""
    x, ground = at[0] + 40, at[1] - 178
    for leg, knee in ((-4, -2), (10, 16)):
        plate.line([(x + leg, ground - 66), (x + knee, ground - 32), (x + leg, ground)], 3, tone(4))
    body = curve(
        [(x - 62, ground - 60), (x - 20, ground - 94), (x + 24, ground - 100), (x + 34, ground - 78), (x, ground - 58)],
        closed=True,
    )
    plate.polygon(body, tone(100))
    plate.polygon(
        curve([(x - 74, ground - 52), (x - 26, ground - 84), (x + 4, ground - 72), (x - 22, ground - 58)], closed=True),
        tone(3),
    )
    plate.line(
        curve([(x + 24, ground - 90), (x + 42, ground - 116), (x + 34, ground - 146), (x + 46, ground - 158)]),
        10,
        tone(100),
    )
    plate.disc(x + 46, ground - 158, 10, tone(100))
    plate.polygon([(x + 52, ground - 164), (x + 102, ground - 146), (x + 51, ground - 153)], tone(14))
    plate.disc(x + 49, ground - 160, 2, tone(0))
