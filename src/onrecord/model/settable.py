"""Which fields of an entry a person may set, and to what.

Dates are ISO days, months or years, or a range of two (`a/b`); names stand with the key of their entry; a coded field
takes a word of the record's vocabulary. What may be unknown may be set to None.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.errors import RulingError
from onrecord.model import actors, places, terms
from onrecord.model.iso import days
from onrecord.model.kinds import KINDS
from onrecord.model.rulings import APART, DISPUTE, EDIT, KEYED, SPLIT, Named, Ruling, at_odds, other_of

LONGEST = 500  # characters of a text
MANY = 50  # names in one field
LARGEST = 1e15
DAY, ONE_DAY, NUMBER, CHOICE, TEXT, NAME, NAMES, PLACE, FLAG = (
    "date",
    "day",
    "number",
    "choice",
    "text",
    "name",
    "names",
    "place",
    "yes or no",
)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?", re.ASCII)


class Shape(Struct, frozen=True):
    """What a field takes: its `form`, the words that are allowed for a choice, the bounds of a number."""

    form: str
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = LARGEST


def _choice(*words: str) -> Shape:
    return Shape(CHOICE, words)


TOLD = {"on": Shape(DAY), "place": Shape(PLACE), "per": Shape(NAMES), "via": Shape(NAMES)}
FIELDS: Mapping[str, Mapping[str, Shape]] = {
    "document": {"published": Shape(ONE_DAY)},
    "figure": {
        "measure": _choice(*terms.MEASURES),
        "did": _choice(*terms.DEEDS),
        "value": Shape(NUMBER),
        "low": Shape(NUMBER),
        "high": Shape(NUMBER),
        "qualifier": _choice(*terms.QUALIFIERS),
        "unit": Shape(TEXT),
        "of": Shape(TEXT),
        "of_side": Shape(NAME),
        "of_status": _choice(*terms.PEOPLE),
        "of_group": Shape(TEXT),
        "part_of": Shape(TEXT),
        "count": _choice(*terms.COUNTS),
        "place": Shape(PLACE),
        "as_of": Shape(DAY),
        "period": Shape(DAY),
        "standing": _choice(*terms.STANDINGS),
        "per": Shape(NAMES),
        "via": Shape(NAMES),
    },
    "statement": {
        "speaker": Shape(NAMES),
        "role": Shape(TEXT),
        "act": _choice(*terms.ACTS),
        "form": _choice(*terms.FORMS),
        "to": Shape(TEXT),
        "on": Shape(DAY),
        "via": Shape(NAMES),
        "target": Shape(NAMES),
    },
    "event": {
        **TOLD,
        "what": Shape(TEXT),
        "plover": _choice(*terms.PLOVER),
        "mode": Shape(TEXT),
        "context": Shape(TEXT),
        "sub_event": Shape(TEXT),
        "by": Shape(NAMES),
        "to": Shape(NAMES),
        "mutual": Shape(FLAG),
        "object": Shape(TEXT),
        "status": _choice(*terms.EVENT_STATUS),
        "background": Shape(FLAG),
    },
    "contact": {
        **TOLD,
        "form": _choice(*terms.CONTACTS),
        "between": Shape(NAMES),
        "status": _choice(*terms.CONTACT_STATUS),
    },
    "commitment": {
        **TOLD,
        "by": Shape(NAMES),
        "type": _choice(*terms.COMMITMENTS),
        "what": Shape(TEXT),
        "condition": Shape(TEXT),
        "due": Shape(DAY),
        "to": Shape(NAMES),
    },
    "control": {**TOLD, "holder": Shape(NAMES), "change": _choice(*terms.CHANGES), "from": Shape(NAMES)},
    "agreement": {
        "name": Shape(TEXT),
        "parties": Shape(NAMES),
        "guarantors": Shape(NAMES),
        "made": Shape(DAY),
        "in_force": Shape(DAY),
        "state": _choice(*terms.AGREEMENTS),
        "about": Shape(TEXT),
    },
    "compliance": {
        **TOLD,
        "by": Shape(NAMES),
        "against": Shape(NAMES),
        "stance": _choice(*terms.STANCES),
        "what": Shape(TEXT),
        "count": Shape(NUMBER),
    },
    "site": {
        **TOLD,
        "what": Shape(TEXT),
        "count": Shape(NUMBER),
        "owner": Shape(NAMES),
        "state": _choice(*terms.SITES),
    },
    "actor": {
        "name": Shape(TEXT),
        "type": _choice(*actors.TYPES),
        "country": Shape(TEXT),
        "side_of": Shape(TEXT),
    },
    "place": {
        "name": Shape(TEXT),
        "lat": Shape(NUMBER, least=-90.0, most=90.0),
        "lon": Shape(NUMBER, least=-180.0, most=180.0),
        "country": Shape(TEXT),
        "admin1": Shape(TEXT),
        "precision": _choice(*places.PRECISIONS),
    },
}


def settable(kind: str) -> Mapping[str, Shape]:
    """The fields of entries of the kind that can be set, under the names of the export, with what they take."""
    return FIELDS.get(kind, {})


def a(kind: str) -> str:
    """The kind with its article, for messages."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def attribute(field: str) -> str:
    """What the field is called in `model.entries`: `from` is a word of the language."""
    return "from_" if field == "from" else field


@cache
def may_be_unknown(kind: str, field: str) -> bool:
    """Whether entries of the kind may lack the field; what nobody is named for, the report says itself."""
    if field == "per":
        return True
    known = {each.name: each for each in msgspec.structs.fields(KINDS[kind])}
    return known[attribute(field)].default in (None, ())


def checked(kind: str, field: str, value: Any) -> Any:
    """The value in the shape in which a ruling keeps it: names as `Named`, else plain. Raises RulingError where the
    field cannot be set, or not to that."""
    shape = settable(kind).get(field)
    if shape is None:
        some = ", ".join(settable(kind)) or "none"
        raise RulingError(f"{field!r} of {a(kind)} cannot be set; what can be: {some}")
    if value is None or value == []:
        if not may_be_unknown(kind, field):
            raise RulingError(f"{field} of {a(kind)} cannot be left unknown: expected {_expected(shape)}")
        return None
    found = CHECKS[shape.form](value, shape)
    if found is None:
        raise RulingError(f"{str(value)[:80]!r} is no {field} of {a(kind)}: expected {_expected(shape)}")
    return found


def refuse_value(made: Ruling) -> None:
    """Raises RulingError where the value of the ruling is none of its kind."""
    if made.what == EDIT:
        checked(made.kind, made.field or "", made.value)
    elif made.what == SPLIT and made.kind in KEYED:
        other = other_of(made.value)
        if other is None or not other.key.startswith(f"{made.kind}:") or APART not in other.key:
            raise RulingError(f"a split of {a(made.kind)} must say by which new key the other goes")
        if other.name is not None:
            checked(made.kind, "name", other.name)
    elif made.kind == DISPUTE and at_odds(made.value) is None:
        raise RulingError("a ruling on a dispute must say of which type it is and who stands on its sides")


def _day(value: Any, _: Shape) -> str | None:
    if not isinstance(value, str) or not ISO.fullmatch(value):
        return None
    covered = days(value)
    return value if covered is not None and covered[0] <= covered[1] else None


def _one_day(value: Any, _: Shape) -> str | None:
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        return None
    covered = days(value)  # of a year that has neighbours: days are reckoned from it
    return value if covered is not None and dt.MINYEAR < covered[0].year < dt.MAXYEAR else None


def _number(value: Any, shape: Shape) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if math.isfinite(value) and shape.least <= value <= shape.most else None


def _word(value: Any, shape: Shape) -> str | None:
    return value if isinstance(value, str) and value in shape.choices else None


def _text(value: Any, _: Shape) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    plain = " ".join(value.split())
    return plain if plain and plain.isprintable() else None


def _name(value: Any, shape: Shape) -> Named | None:
    try:
        named = msgspec.convert({"name": value} if isinstance(value, str) else value, Named, from_attributes=True)
    except msgspec.ValidationError:
        return None
    plain = _text(named.name, shape)
    if plain is None or (named.key is not None and (not named.key.isprintable() or len(named.key) > LONGEST)):
        return None
    return Named(name=plain, key=named.key)


def _names(value: Any, shape: Shape) -> list[Named] | None:
    if not isinstance(value, (list, tuple)) or len(value) > MANY:
        return None
    found = [_name(each, shape) for each in value]
    return [each for each in found if each is not None] if None not in found else None


def _flag(value: Any, _: Shape) -> bool | None:
    return value if isinstance(value, bool) else None


CHECKS = {
    DAY: _day,
    ONE_DAY: _one_day,
    NUMBER: _number,
    CHOICE: _word,
    TEXT: _text,
    NAME: _name,
    NAMES: _names,
    PLACE: _name,
    FLAG: _flag,
}


def _expected(shape: Shape) -> str:
    """In words, what a field takes."""
    if shape.form == CHOICE:
        return f"one of {', '.join(shape.choices)}"
    return {
        DAY: "an ISO date such as 2023-04-15, 2023-04 or 2023-04-15/2023-04-17",
        ONE_DAY: "an ISO day such as 2023-04-15",
        NUMBER: f"a number from {shape.least:.15g} to {shape.most:.15g}",
        TEXT: f"1 to {LONGEST} characters on one line",
        NAME: "a name",
        NAMES: f"a list of 1 to {MANY} names",
        PLACE: "the name or key of a place",
        FLAG: "true or false",
    }[shape.form]
