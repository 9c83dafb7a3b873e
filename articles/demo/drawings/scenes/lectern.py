"""The lectern: a room that waits for a press conference, as the speaker sees it."""

from PIL import Image

from ..canvas import CRIMSON, Plate, Point, tone
from ..geometry import Eye, arc, between, curve
from ..solids import person


def lectern() -> Image.Image:
    plate = Plate("lectern", 50)
    eye = Eye(700, 330, 1000, 2.3)
    _press_room(plate, eye)
    for row in reversed(range(6)):
        _chairs(plate, eye, 4.6 + row * 1.5)
    plate.fade(plate.whole, tone(0), (500, 1000), (760, 420), 0.7)
    plate.soften(1.6)
    _desk_top(plate)
    for foot, head, radius in (
        ((620, 940), (470, 560), 40),
        ((760, 950), (700, 470), 46),
        ((1000, 940), (1130, 540), 42),
        ((1080, 960), (1300, 640), 38),
    ):
        _microphone(plate, foot, head, radius)
    _microphone(plate, (880, 950), (905, 590), 62, red=True)
    return plate.printed(0.4)


def _press_room(plate: Plate, eye: Eye) -> None:
    plate.polygon(eye.level(-7, 7, 2, 16), tone(44))
    plate.polygon(eye.level(-7, 7, 2, 16, 5), tone(24))
    plate.polygon(eye.front(-7, 7, 0, 5, 16), tone(54))
    for x in (-7, 7):
        wall = eye.side(x, 0, 5, 2, 16)
        plate.polygon(wall, tone(38))
        for fold in range(26):
            z = 3 * 1.066**fold
            plate.polygon(eye.side(x * 0.995, 0.1, 5, z, z * 1.03), tone(52))
        plate.spray(wall, tone(0), eye.see(x, 2, 3.5), eye.see(x, 2, 14), 0.8)
    door = eye.front(3.2, 5.2, 0, 3, 15.9)
    plate.polygon(door, tone(100))
    plate.glow(door[0][0] + 60, door[1][1] + 100, 260, tone(100), 0.8)
    plate.fade([door[0], door[3], eye.see(3.6, 0, 6), eye.see(0.2, 0, 6)], tone(100), door[0], eye.see(1, 0, 7), 0.8)
    person(plate, eye.see(4.4, 0, 15.5), eye.size(1.75, 15.5), tone(6), 0.08)
    for x in (-4.5, -2.6, -0.6, 1.3):
        _camera(plate, eye, x, 14.6)
    for step in range(5):
        x, z = -4 + step * 2, 11
        plate.polygon(eye.level(x, x + 1, z, z + 2, 4.98), tone(100))


def _camera(plate: Plate, eye: Eye, x: float, z: float) -> None:
    head = eye.see(x, 1.55, z)
    for leg in (-0.4, 0.05, 0.45):
        plate.line([head, eye.see(x + leg, 0, z)], 5, tone(4))
    plate.box(head[0] - 22, head[1] - 26, head[0] + 22, head[1] + 4, tone(4))
    plate.disc(head[0], head[1] - 10, 12, tone(40))
    plate.disc(head[0] - 3, head[1] - 13, 4, tone(96))


def _chairs(plate: Plate, eye: Eye, z: float) -> None:
    air = (z - 4) * 4
    for place in range(-7, 8):
        if place == 0:
            continue
        x = place * 0.78
        low, high = eye.see(x, 0.5, z), eye.see(x, 1.02, z)
        wide = eye.size(0.27, z)
        for leg in (-0.8, 0.8):
            plate.line(
                [(low[0] + leg * wide, low[1]), (low[0] + leg * wide, eye.see(0, 0, z)[1])], 22 / z, tone(2 + air)
            )
        plate.polygon(eye.level(x - 0.25, x + 0.25, z - 0.45, z, 0.5), tone(12 + air))
        back = [
            (low[0] - wide, low[1]),
            *arc(high[0], high[1] + wide * 0.3, wide, wide * 0.3, 1, 2, 10),
            (low[0] + wide, low[1]),
        ]
        plate.polygon(back, tone(20 + air))
        plate.fade(back, tone(84), (high[0] + wide, high[1]), (low[0] - wide * 0.6, low[1]), 0.8)


def _desk_top(plate: Plate) -> None:
    top = [(330, 862), (1290, 862), (1520, 1000), (110, 1000)]
    plate.polygon(top, tone(10))
    plate.spray(top, tone(66), (900, 840), (700, 990), 0.7)
    plate.polygon([(330, 856), (1290, 856), (1296, 868), (324, 868)], tone(60))
    plate.polygon([(1000, 884), (1230, 880), (1290, 980), (1020, 986)], tone(92))
    plate.polygon([(1014, 878), (1216, 874), (1268, 972), (1030, 978)], tone(100))
    for line in range(6):
        plate.line([(1046 + line, 894 + line * 13), (1196 + line * 7 - line % 3 * 30, 891 + line * 13)], 3, tone(46))
    glass = [(396, 800), (470, 800), (462, 926), (404, 926)]
    plate.polygon(glass, tone(80, 40))
    plate.polygon([(400, 850), (467, 850), (462, 926), (404, 926)], tone(96, 55))
    plate.disc(433, 800, 37, tone(96, 60), 0.2)
    plate.line([(458, 812), (450, 916)], 4, tone(100))


def _microphone(plate: Plate, foot: Point, head: Point, radius: float, red: bool = False) -> None:
    bend = (between(foot[0], head[0], 0.2), between(foot[1], head[1], 0.55))
    neck = curve([foot, bend, head])
    plate.line(neck, 15, tone(2))
    plate.line([(x + 4, y) for x, y in neck], 3, tone(64))
    across, up = (head[0] - bend[0]) * 0.3, (head[1] - bend[1]) * 0.3
    plate.line([(head[0] - across * 0.6, head[1] - up * 0.6), head], radius * 0.9, tone(4))
    tip = head[0] + across * 0.3, head[1] + up * 0.3
    foam = arc(*tip, radius, radius * 1.22, 0, 2, 40)
    plate.polygon(foam, CRIMSON if red else tone(10))
    plate.spray(
        foam, tone(0), (tip[0] - radius, tip[1] + radius * 1.3), (tip[0] + radius * 0.4, tip[1] - radius * 0.5), 0.85
    )
    plate.glow(tip[0] + radius * 0.4, tip[1] - radius * 0.5, radius * 0.7, tone(100), 0.45 if red else 0.7)
