"""The railway station: somebody waits with a suitcase."""

from PIL import Image

from ..canvas import CRIMSON, Plate, tone
from ..geometry import Eye, arc, curve
from ..solids import person, shadow


def station() -> Image.Image:
    plate = Plate("station", 82)
    eye = Eye(900, 540, 1000, 1.65)
    plate.fade(plate.whole, tone(30), (1300, -60), (700, 520))
    plate.glow(860, 520, 520, tone(100), 1, 0.7)
    _tracks(plate, eye)
    _train(plate, eye)
    _canopy(plate, eye)
    _clock(plate, eye)
    for x, z in ((2.6, 17), (3.3, 21), (1.6, 26), (2.1, 27)):
        person(plate, eye.see(x, 0, z), eye.size(1.72, z), tone(24))
    _traveller(plate, eye)
    return plate.printed()


def _tracks(plate: Plate, eye: Eye) -> None:
    plate.polygon([(0, 540), (1600, 540), (1600, 1000), (0, 1000)], tone(30))
    deck = eye.level(-1.2, 30, 3, 90)
    plate.polygon(deck, tone(62))
    plate.spray(deck, tone(10), (1500, 1000), (900, 600), 0.85)
    plate.fade(deck, tone(98), (860, 545), (980, 760), 0.8)
    plate.polygon(eye.level(-1.2, -0.75, 3, 90), tone(94))
    plate.polygon(eye.level(-0.6, -0.5, 3, 90), tone(16))
    for row in range(24):
        z = 3.2 * 1.14**row
        plate.line([eye.see(-0.5, 0, z), eye.see(14, 0, z)], max(0.5, 5 / z), tone(20, 60))


def _train(plate: Plate, eye: Eye) -> None:
    wall = eye.side(-1.5, -0.3, 3.4, 1.4, 70)
    plate.polygon(wall, tone(26))
    plate.fade(wall, tone(84), (880, 540), (500, 500), 0.7)
    plate.spray(wall, tone(2), (100, 1000), (500, 480), 0.8)
    plate.polygon(eye.side(-1.49, 0.95, 1.1, 1.4, 70), tone(72))
    plate.polygon(eye.side(-1.49, 3.2, 3.5, 1.4, 70), tone(12))
    for pane in range(26):
        z = 1.72 * 1.14**pane
        window = eye.side(-1.48, 1.45, 2.5, z, z * 1.09)
        plate.polygon(window, tone(98 if pane % 5 != 2 else 18))
        plate.spray(window, tone(40), window[0], window[2], 0.6)
    for pane in (1, 4, 8, 9):
        z = 1.72 * 1.14**pane * 1.05
        x, sill = eye.see(-1.47, 1.44, z)
        plate.disc(x, sill - eye.size(0.38, z), eye.size(0.07, z), tone(8), 1.5)
        plate.polygon(arc(x, sill, eye.size(0.11, z), eye.size(0.28, z), 1, 2), tone(8))


def _canopy(plate: Plate, eye: Eye) -> None:
    plate.polygon(
        [eye.see(-0.9, 5.0, 2.5), eye.see(14, 6.4, 2.5), eye.see(14, 6.4, 80), eye.see(-0.9, 5.0, 80)], tone(12)
    )
    for step in reversed(range(11)):
        z = 4.6 * 1.28**step
        air = min(step * 5, 46)
        plate.line([eye.see(-0.9, 5.0, z), eye.see(14, 6.4, z)], max(1, 90 / z), tone(28 + air * 0.7))
        plate.line([eye.see(4.2, 0, z), eye.see(4.2, 5.5, z)], max(2, 200 / z), tone(6 + air))
        for side in (-1, 1):
            plate.line(
                curve([eye.see(4.2, 3.6, z), eye.see(4.2 + side * 0.5, 4.6, z), eye.see(4.2 + side * 1.9, 5.4, z)]),
                max(1, 90 / z),
                tone(6 + air),
            )
        foot = eye.see(4.2, 0, z)
        shadow(plate, foot, (foot[0] + eye.size(1.5, z), foot[1] + eye.size(0.9, z)), eye.size(0.25, z), 0.7)
    plate.polygon(
        [eye.see(-0.9, 5.0, 2.5), eye.see(-0.9, 4.6, 2.5), eye.see(-0.9, 4.6, 80), eye.see(-0.9, 5.0, 80)], tone(44)
    )


def _clock(plate: Plate, eye: Eye) -> None:
    x, y = eye.see(0.75, 3.8, 8)
    plate.line([(x, y), (x, eye.see(0.75, 5.1, 8)[1])], 8, tone(4))
    plate.disc(x, y, 66, tone(4))
    plate.disc(x, y, 57, tone(98))
    for hour in range(12):
        (start, end) = (arc(x, y, radius, radius, hour / 6, hour / 6 + 0.01, 1)[0] for radius in (44, 52))
        plate.line([start, end], 4, tone(8))
    plate.line([(x, y), (x - 22, y - 20)], 7, tone(2))
    plate.line([(x, y), (x + 8, y + 42)], 5, tone(2))


def _traveller(plate: Plate, eye: Eye) -> None:
    z = 6.2
    foot = eye.see(1.25, 0, z)
    shadow(plate, foot, (foot[0] + 240, foot[1] + 190), 70, 0.8)
    person(plate, foot, eye.size(1.78, z), tone(3), 0.05, 0.66)
    x, y = eye.see(1.72, 0, z)
    shadow(plate, (x + 20, y), (x + 230, y + 150), 80, 0.7)
    case = [(x - 38, y - 132), (x + 44, y - 132), (x + 44, y), (x - 38, y)]
    plate.line([(x - 22, y - 130), (x - 22, y - 184), (x + 22, y - 184), (x + 22, y - 130)], 5, tone(4))
    plate.polygon(case, CRIMSON)
    plate.spray(case, tone(0), (x + 60, y + 20), (x - 20, y - 100), 0.8)
    for rib in (-16, 4, 24):
        plate.line([(x + rib, y - 124), (x + rib, y - 10)], 2, tone(0, 40))
