"""Words by which two sayings tell the reverse of one another; the file `rivals` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import forms


class Rivals(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `rivals`."""

    began: tuple[str, ...]
    fired: tuple[str, ...]
    fights: tuple[str, ...]
    strikes: tuple[str, ...]
    dead: tuple[str, ...]
    harm: tuple[str, ...]
    spared: tuple[str, ...]
    struck: tuple[str, ...]
    falls: tuple[str, ...]


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the words of a list."""
    listed: tuple[str, ...] = getattr(load("rivals", Rivals), name)
    return frozenset(form for word in listed for form in forms(word))
