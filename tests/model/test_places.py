"""How an entry calls a spot that is only near a place."""

import pytest

from onrecord.model.places import near, plain_name, where


@pytest.mark.parametrize("name", ["Goma", "Nearchos", "Idlib province"])
def test_a_spot_near_a_place_is_told_from_the_place(name: str) -> None:
    assert plain_name(name) == (name, False)
    assert plain_name(near(name)) == (name, True)
    assert (where(name), where(near(name))) == (f"in {name}", f"near {name}")
