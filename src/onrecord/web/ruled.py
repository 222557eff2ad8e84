"""What a person can rule of an entry, and what was ruled of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from onrecord.errors import RulingError
from onrecord.model.entries import AnyEntry, Entry
from onrecord.model.facets import covered
from onrecord.model.filters import Filter
from onrecord.model.kinds import name_of
from onrecord.model.rulings import CONFIRM, EDIT, MERGE, REJECT, SPLIT, Named, Ruling, Standing, state_of
from onrecord.model.settable import CHOICE, FLAG, NAMES, NUMBER, Shape, attribute, may_be_unknown, settable
from onrecord.standing import rulings
from onrecord.store import ruling
from onrecord.web.sight import Sight

TELLINGS, NEAR = 40, 10
BETWEEN = ";"
YES = {"yes": True, "no": False}
DONE = {CONFIRM: "confirmed", REJECT: "rejected", EDIT: "edited", MERGE: "merged", SPLIT: "split"}


class Field(Struct, frozen=True):
    """A field that can be set: its name in the export, what it takes, what it holds now in words, and whether it may be
    left unknown."""

    name: str
    shape: Shape
    value: str
    may_be_unknown: bool


class Part(Struct, frozen=True):
    """One observation in the entry, by which it can be split."""

    id: str
    words: str


class Rulings(Struct, frozen=True):
    """What the review of an entry shows. `seen` is a hash of how the entry reads now: a ruling on it says what the
    person saw."""

    past: tuple[Standing, ...]
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]
    near: tuple[AnyEntry, ...]
    seen: str


def can_be_ruled(entry: Entry) -> bool:
    """Whether people rule on entries of its kind."""
    return bool(settable(entry.kind))


def about(sight: Sight, entry: AnyEntry) -> Rulings | None:
    """The rulings on the entry and what may be ruled; None where its kind is not ruled on."""
    if not can_be_ruled(entry):
        return None
    kept = ruling.stored(sight.reader, entry.id)
    return Rulings(
        past=tuple(rulings(sight.reader, entry.id)),
        fields=tuple(
            Field(name, shape, in_words(getattr(entry, attribute(name))), may_be_unknown(entry.kind, name))
            for name, shape in settable(entry.kind).items()
        ),
        parts=tuple(_parts(sight, entry)),
        near=tuple(_near(sight, entry)),
        seen=state_of(kept[0]) if kept else "",
    )


def in_words(value: Any) -> str:
    """A field's value as it is typed: names with a semicolon between, yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return f"{BETWEEN} ".join(in_words(each) for each in value)
    if isinstance(value, Named):
        return value.name
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def typed(kind: str, field: str, words: str) -> Any:
    """What a person typed for a field, as a ruling takes it; None where nothing was typed: not known. Raises
    RulingError where it cannot be read as what the field takes."""
    shape = settable(kind).get(field)
    plain = " ".join(words.split())
    if shape is None or not plain:
        return None
    if shape.form == NUMBER:
        try:
            return float(plain.replace(",", ""))
        except ValueError as error:
            raise RulingError(f"{plain[:40]!r} is no number: expected digits, such as 1200 or 1,200") from error
    if shape.form == FLAG:
        return YES.get(plain.lower(), plain)
    if shape.form == NAMES:
        return [name.strip() for name in plain.split(BETWEEN) if name.strip()]
    return plain


def told(made: Ruling) -> str:
    """What was ruled, in words."""
    if made.what == EDIT:
        return (
            f"set {made.field} to “{in_words(made.value)}”" if made.value is not None else f"set {made.field} unknown"
        )
    if made.what == SPLIT:
        return f"split: {len(made.apart)} of {len(made.apart) + len(made.anchors)} tellings are another thing"
    return "merged with another" if made.what == MERGE else DONE[made.what]


def is_choice(field: Field) -> bool:
    """Whether it is picked from a list."""
    return field.shape.form in (CHOICE, FLAG)


def choices(field: Field) -> tuple[str, ...]:
    """What it is picked from."""
    return tuple(YES) if field.shape.form == FLAG else field.shape.choices


def _parts(sight: Sight, entry: AnyEntry) -> Iterable[Part]:
    ids = sight.reader.members([entry.id]).get(entry.id, [])
    if len(ids) < 2 or len(ids) > TELLINGS:
        return
    noted = sorted(sight.reader.noted_of(ids), key=lambda each: (each.observation.document, each.observation.trigger))
    for each in noted:
        if each.observation.kind == entry.kind:
            yield Part(each.observation.id, next((quote.words for quote in each.quotes), ""))


def _near(sight: Sight, entry: AnyEntry) -> list[AnyEntry]:
    """Others of its kind of the same days, or of a like name: what it may be one with."""
    span = covered(entry)
    if entry.kind in ("actor", "place", "agreement"):
        words = (name_of(entry) or "").split()
        wanted = Filter(words=tuple(words[-1:]))
    elif span is not None:
        wanted = Filter(since=span[0].isoformat(), until=span[1].isoformat())
    else:
        return []
    found = sight.browse([entry.kind], wanted, order="most reports", limit=NEAR + 1)
    return [each for each in found if each.id != entry.id][:NEAR]
