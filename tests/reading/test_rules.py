"""The rule table: unknown rules never hold, verbatim is verbatim."""

import pytest

from onrecord.reading.rules import holds, verbatim


@pytest.mark.parametrize(
    "value, words, true",
    [
        ("eight soldiers", ("eight soldiers",), True),
        ("eight soldiers", ("eight\n soldiers",), True),
        ("eight soldiers", ("eight", "soldiers"), True),
        ("nine soldiers", ("eight soldiers",), False),
        ("eight", ("eight soldiers",), False),
    ],
)
def test_verbatim(value: str, words: tuple[str, ...], true: bool) -> None:
    assert verbatim(value, words) is true


def test_unknown_rule_never_holds() -> None:
    assert not holds({}, "no such rule", "x", ("x",))
