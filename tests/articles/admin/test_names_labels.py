"""The fields of a speaker that no visible label belongs to say what they are."""

import re

import pytest

from tests.builders import a_speaker


@pytest.fixture
def form(client, maria):
    client.force_login(maria)
    speaker = a_speaker()
    speaker.aliases.create(text="Лозова А.")
    return client.get(f"/admin/articles/speaker/{speaker.pk}/change/").text


def control(page, name):
    return re.search(rf'<\w+[^>]* name="{name}"[^>]*>', page)[0]


@pytest.mark.parametrize("row", ["0", "__prefix__"])
def test_an_alias_says_what_it_is_in_a_kept_row_and_in_a_new_one(form, row):
    assert 'aria-label="Also written"' in control(form, f"aliases-{row}-text")


def test_the_box_that_deletes_an_alias_says_so(form):
    assert 'aria-label="Delete"' in control(form, "aliases-0-DELETE")


def test_the_picker_of_a_portrait_passes_its_name_on(form):
    assert 'title="Portrait"' in control(form, "portrait")
