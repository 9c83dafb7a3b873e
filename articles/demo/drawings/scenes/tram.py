"""The tram: a wet street in the evening."""

from PIL import Image

from ..canvas import CRIMSON, Plate, Point, crimson, tone
from ..geometry import Eye, arc, curve, hanging
from ..solids import Body, block, person


def tram() -> Image.Image:
    plate = Plate("tram", 88)
    eye = Eye(660, 520, 1050, 1.7)
    plate.fade(plate.whole, tone(54), (300, -80), (760, 420))
    _street(plate, eye)
    for z in (34, 24, 16, 10):
        _houses(plate, eye, z, min(60, 8 + z * 1.3))
    plate.glow(660, 500, 420, tone(96), 0.85, 0.9)
    _overhead(plate, eye)
    _carriage(plate, eye)
    for x, z, height in ((-3.4, 15, 1.7), (-3.0, 16, 1.6), (5.4, 13, 1.75)):
        person(plate, eye.see(x, 0, z), eye.size(height, z), tone(14))
    _umbrella(plate, (180, 1120))
    return plate.printed()


def _street(plate: Plate, eye: Eye) -> None:
    plate.polygon([(0, 520), (1600, 520), (1600, 1000), (0, 1000)], tone(52))
    plate.fade([(0, 520), (1600, 520), (1600, 1000), (0, 1000)], tone(10), (900, 1010), (700, 540), 0.9)
    plate.polygon(
        [eye.see(-0.6, 0, 3.6), eye.see(2.6, 0, 3.6), eye.see(2.6, 0, 60), eye.see(-0.6, 0, 60)], tone(26, 55)
    )
    for row in range(60):
        z = 3.6 * 1.05**row
        for _ in range(9):
            x = plate.dice.uniform(-6, 8)
            plate.line(
                [eye.see(x, 0, z), eye.see(x + 0.5, 0, z)], max(0.5, 5 / z), tone(plate.dice.choice((8, 70, 86)), 40)
            )
    for rail in (0.25, 1.75, -3.2, -1.7):
        plate.polygon(eye.level(rail, rail + 0.07, 3.4, 60), tone(92))
        plate.polygon(eye.level(rail + 0.07, rail + 0.13, 3.4, 60), tone(4))


def _houses(plate: Plate, eye: Eye, near: float, light: float) -> None:
    """A house on each side of the street."""
    deep = near * 0.46
    for x, edge in ((-6, -40), (8, 60)):
        height = plate.dice.uniform(10.5, 13)
        wall = eye.side(x, 0, height, near, near + deep)
        plate.polygon(wall, tone(light + 22 if x < 0 else light))
        plate.polygon(eye.front(min(x, edge), max(x, edge), 0, height, near), tone(light + 8))
        plate.polygon(eye.side(x * 0.97, height, height + 0.5, near, near + deep), tone(light + 30))
        plate.spray(wall, tone(0), eye.see(x, 0, near), eye.see(x, height * 0.7, near + deep), 0.6)
        for floor in range(4):
            _windows(plate, eye, x, 1 + floor * 2.7, near, deep, light)


def _windows(plate: Plate, eye: Eye, x: float, low: float, near: float, deep: float, light: float) -> None:
    for window in range(4):
        z = near + deep * (window + 0.25) / 4
        lit = plate.dice.random() < 0.3
        plate.polygon(eye.side(x, low, low + 1.7, z, z + deep * 0.13), tone(96 if lit else light * 0.6))
        plate.polygon(eye.side(x * 0.985, low - 0.2, low, z - 0.1, z + deep * 0.15), tone(light + 36))


def _overhead(plate: Plate, eye: Eye) -> None:
    for x in (1, -2.4):
        plate.line([eye.see(x, 6, 3.2), eye.see(x, 6, 60)], 2, tone(6))
    for z in (9, 14, 22, 32):
        plate.line(hanging(eye.see(-6, 7.6, z), eye.see(8, 7.6, z), eye.size(1.3, z)), max(0.5, 14 / z), tone(8))
        foot, head = eye.see(-5, 0, z), eye.see(-5, 5, z)
        plate.line([foot, head], max(1, 60 / z), tone(min(44, z)))
        plate.disc(*head, eye.size(0.22, z), tone(100))
        plate.glow(*head, eye.size(1.6, z), tone(100), 0.8)


def _carriage(plate: Plate, eye: Eye) -> None:
    body = Body(-0.25, 2.25, 0.35, 3.5, 7.2, 17)
    floor = eye.level(-0.2, 2.2, 4, 7.3)
    plate.fade(floor, crimson(80), eye.see(1, 0, 7.3), eye.see(1, 0, 4.6), 0.8)
    plate.polygon(eye.level(-0.2, 2.2, 6.9, 17), tone(2))
    block(plate, eye, body, CRIMSON, CRIMSON, CRIMSON)
    plate.polygon(eye.side(-0.25, 0.35, 3.5, 7.2, 17), CRIMSON)
    plate.fade(eye.side(-0.25, 0.35, 3.5, 7.2, 17), tone(0), (560, 520), (760, 520), 0.55)
    for pane in range(6):
        z = 7.6 + pane * 1.5
        plate.polygon(eye.side(-0.26, 1.6, 2.9, z, z + 1.2), tone(14))
    plate.polygon(eye.front(-0.25, 2.25, 3.3, 3.62, 7.15), tone(8))
    _cab(plate, eye)
    pantograph = [eye.see(1, 3.6, 9), eye.see(0.3, 4.7, 9), eye.see(1, 6, 9), eye.see(1.7, 4.7, 9), eye.see(1, 3.6, 9)]
    plate.line(pantograph, 3, tone(4))


def _cab(plate: Plate, eye: Eye) -> None:
    z = 7.2
    face = eye.front(-0.25, 2.25, 0.35, 3.5, z)
    plate.spray(face, tone(0), eye.see(2.6, 0, z), eye.see(0.2, 2.4, z), 0.8)
    glass = eye.front(-0.08, 2.08, 1.55, 2.75, z)
    plate.polygon(glass, tone(10))
    plate.fade(glass, tone(90), eye.see(-0.1, 2.8, z), eye.see(1.3, 1.7, z), 0.8)
    plate.polygon(eye.front(0.96, 1.04, 1.55, 2.75, z), tone(6))
    plate.polygon(eye.front(0.3, 1.7, 2.88, 3.2, z), tone(94))
    plate.line([eye.see(0.5, 3.04, z), eye.see(1.5, 3.04, z)], 4, tone(20))
    driver = eye.see(1.5, 2.3, z)
    plate.disc(*driver, 22, tone(3), 1.2)
    plate.polygon(arc(driver[0], eye.see(0, 1.55, z)[1], 52, 84, 1, 2), tone(3))
    plate.polygon(eye.front(-0.25, 2.25, 0.35, 0.75, z), tone(6))
    plate.polygon(eye.front(-0.1, 2.1, 1.2, 1.26, z), tone(96))
    for x in (0.15, 1.85):
        lamp = eye.see(x, 0.98, z)
        plate.glow(*lamp, 130, tone(100), 0.8)
        plate.disc(*lamp, 15, tone(100))


def _umbrella(plate: Plate, foot: Point) -> None:
    """Somebody who crosses in front of us, seen from behind."""
    person(plate, foot, 560, tone(2), 0.08, 0.6)
    x, y = foot[0] + 44, foot[1] - 430
    plate.line([(x, y + 90), (x + 4, y - 190)], 6, tone(2))
    top = [
        *arc(x, y - 100, 240, 150, 1, 2),
        *(point for step in range(4) for point in arc(x + 180 - step * 120, y - 96, 60, 22, 2, 1, 8)),
    ]
    plate.polygon(top, tone(5))
    plate.spray(top, tone(74), (x + 220, y - 300), (x + 30, y - 130), 0.8)
    for rib in (-110, 0, 110):
        plate.line(curve([(x, y - 250), (x + rib * 0.7, y - 200), (x + rib, y - 110)]), 2, tone(0))
