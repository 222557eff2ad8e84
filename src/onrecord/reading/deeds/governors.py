"""How one word's status passes to the deed that depends on it: "denied planning an attack" denies the attack."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.vocabulary import deeds

UNREAL = frozenset({"planned", "hypothetical"})
REAL = frozenset({"happened", "ongoing"})
PARTICLES = frozenset({"prt", "prep", "advmod", "advcl", "dobj"})


class Told(NamedTuple):
    """A status and the tokens that tell it, the deed itself apart."""

    status: str
    signs: tuple[int, ...] = ()


Up = Callable[[Token], Told | None]


def governed(governor: Token, frame: str, up: Up, link: str = "") -> Told | None:
    """The status of a deed that depends on `governor` in the grammar `frame`; None where the word says nothing of it.

    `link` is the preposition between them, if one stands there. A particle of the governor's own ("called off") is
    looked for beside it.
    """
    effect, signs = effect_of(governor, frame, link)
    return passed(effect, signs, up(governor)) if effect else None


def effect_of(governor: Token, frame: str, link: str = "") -> tuple[str | None, tuple[int, ...]]:
    """What the governor makes of a deed in the grammar `frame`, and the tokens that say so."""
    form = governor.lower_
    if link:
        known = deeds.effect(form, frame, link)
        if known is None and governor.pos_ in ("NOUN", "PROPN"):
            known = deeds.effect(form, frame)
        return known, (governor.i,)
    for child in governor.children:
        if child.dep_ in PARTICLES and (child.i > governor.i):
            held = next((each.lower_ for each in child.children if each.dep_ == "pobj"), "")
            known = deeds.effect(form, frame, f"{child.lower_} {held}") if held else None
            if known:  # "put on hold"
                return known, (governor.i, child.i)
            known = deeds.effect(form, frame, child.lower_)
            if known and not (child.dep_ == "prep" and any(True for _ in child.children)):
                return known, (governor.i, child.i)
    return deeds.effect(form, frame), (governor.i,)


def passed(effect: str, signs: tuple[int, ...], outer: Told | None) -> Told | None:
    """The status of a deed on which its governor has `effect`, the governor itself being `outer`."""
    if effect == "happened":
        return Told("happened", signs)
    if effect == "ended":
        return Told("happened") if outer is not None and outer.status in REAL else Told("ongoing", signs)
    if effect in ("carried", "continued"):
        if effect == "continued" and outer is not None and outer.status != "denied":
            return Told("ongoing", signs)
        return outer if effect == "carried" else None
    if effect == "witnessed":
        return Told("happened", signs) if outer is not None and outer.status in REAL else None
    if outer is None or outer.status in REAL:
        return Told(effect, signs)
    return _joined(effect, signs, outer)


def _joined(effect: str, signs: tuple[int, ...], outer: Told) -> Told | None:
    """The status of what is planned, tried, denied or called off by a deed that itself is no fact."""
    if outer.status == "denied":
        if effect in ("planned", "attempted"):
            return outer
        return Told(effect, signs) if effect == "hypothetical" else None
    if effect == "denied":
        return None
    if effect == "called off":
        return Told("called off", signs) if outer.status == "called off" else Told("hypothetical", outer.signs)
    if outer.status == "called off" and effect == "planned":
        return outer
    if effect == "planned" and outer.status == "planned":
        return Told("planned", signs)
    return Told("hypothetical", outer.signs if outer.status == "hypothetical" else signs)
