"""The drawings of the example newspaper."""

import tomllib
from pathlib import Path

from PIL import Image

from articles import demo
from articles.demo.drawings import PORTRAITS, SCENES, draw
from articles.demo.drawings.canvas import Plate, tone

HERE = Path(demo.__path__[0])


def drawings_named_by_the_newspaper():
    """Every drawing a story shows, and every portrait."""
    for path in sorted(HERE.glob("stories/*.toml")):
        story = tomllib.loads(path.read_text())
        yield from (place["picture"] for place in (story, *story.get("blocks", ())) if place.get("picture"))
    speakers = tomllib.loads((HERE / "newspaper.toml").read_text())["speakers"]
    yield from (speaker["portrait"] for speaker in speakers if speaker.get("portrait"))


def test_every_drawing_the_newspaper_names_can_be_drawn():
    assert set(drawings_named_by_the_newspaper()) <= SCENES.keys() | PORTRAITS.keys()


def test_no_key_means_both_a_scene_and_a_portrait():
    assert not SCENES.keys() & PORTRAITS.keys()
    assert len(SCENES) == 20
    assert len(PORTRAITS) == 8


def test_a_scene_is_wide_and_a_portrait_square():
    assert draw("hospital").size == (1600, 1000)
    assert draw("portrait-3").size == (800, 800)


def test_a_scene_drawn_twice_is_the_same_to_the_byte():
    assert draw("cinema").tobytes() == draw("cinema").tobytes()


def test_a_box_covers_its_own_place_and_no_more():
    plate = Plate("test", 90, 40, 40)
    plate.box(0, 30, 40, 40, tone(0))
    picture = plate.image.resize((40, 40), Image.Resampling.NEAREST)
    assert picture.getpixel((20, 10)) == tone(90)[:3]
    assert picture.getpixel((20, 35)) == tone(0)[:3]
