"""What a phrase of control tells: the change, the tokens that tell it, the sides and the ground."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.control.grounds import Ground

WORD, FALLS, DRIVEN, UNDER, HYPHENED, HANDS, SIEGE, BASTION = (
    "control word",
    "control falls",
    "control driven out",
    "control under",
    "control hyphened",
    "control changes hands",
    "control under siege",
    "control of a last stronghold",
)
FROM, TO, OF, BY, IN = (frozenset({each}) for each in ("from", "to", "of", "by", "in"))
Heads = Sequence[Token]


class Reading(NamedTuple):
    """A change that the words tell, by the rule of that name. `deed` is the token whose status and setting count."""

    change: str
    rule: str
    deed: Token
    phrase: tuple[int, ...]
    holders: Heads
    others: Heads
    grounds: tuple[Ground, ...]
