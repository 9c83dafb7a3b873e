"""Whoever works here may look; whoever has one of the rights may change."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from newsroom.editorial.rights import ByRights


class Shelf(ByRights):
    rights = ("write", "translate")


def asked(user):
    request = SimpleNamespace(user=user)
    shelf = Shelf()
    return (
        shelf.has_module_permission(request),
        shelf.has_view_permission(request),
        shelf.has_add_permission(request),
        shelf.has_change_permission(request),
        shelf.has_delete_permission(request),
    )


@pytest.mark.parametrize("who", ["olha", "taras", "maria"])
def test_one_of_the_rights_is_enough(who, request):
    assert asked(request.getfixturevalue(who)) == (True,) * 5


def test_who_has_none_of_them_may_only_look(olha):
    olha.roles.update(name="photo")
    assert asked(olha) == (True, True, False, False, False)


def test_who_does_not_work_here_sees_nothing():
    assert asked(AnonymousUser()) == (False,) * 5


def test_who_was_shut_out_sees_nothing(olha):
    olha.is_active = False
    assert asked(olha) == (False,) * 5
