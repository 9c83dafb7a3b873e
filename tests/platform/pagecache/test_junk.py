"""What nobody's browser sends is not remembered."""

import pytest

from newsroom.pagecache.edge import site_of
from newsroom.pagecache.mark import mark_in
from newsroom.pagecache.pages import params_of
from newsroom.pagecache.remembering import LONGEST, remembering
from newsroom.pagecache.variants import encoding_for
from tests.edge import traced

LONG = "x" * 100_000


def test_a_short_text_is_looked_up_once_and_a_long_one_each_time():
    asked = []
    find = remembering(10)(lambda text: asked.append(text) or len(text))
    for text in ("short", "x" * LONGEST, "y" * (LONGEST + 1)):
        assert find(text) == find(text) == len(text)
    assert [asked.count(text) for text in dict.fromkeys(asked)] == [1, 1, 2]


@pytest.mark.parametrize("find", [lambda text: site_of(text, "https"), mark_in, params_of, encoding_for])
def test_long_texts_do_not_fill_the_memory(find):
    with traced() as kept:
        for number in range(20):
            find(f"/{LONG}{number}")
        assert kept() < 5 * len(LONG)
