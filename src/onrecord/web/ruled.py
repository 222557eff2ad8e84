"""What a person can rule of an entry, and what was ruled of it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from onrecord.errors import RulingError
from onrecord.model.entries import AnyEntry
from onrecord.model.facets import covered
from onrecord.model.filters import Filter
from onrecord.model.frames import Frame, Noted
from onrecord.model.kinds import name_of
from onrecord.model.rulings import (
    CONFIRM,
    COPY,
    DISPUTE,
    DOCUMENT,
    EDIT,
    KEYED,
    MERGE,
    NAMED,
    REJECT,
    SPLIT,
    Named,
    Ruling,
    Standing,
    other_of,
    state_of,
    verbs,
)
from onrecord.model.settable import CHOICE, FLAG, NAMES, NUMBER, Shape, attribute, may_be_unknown, settable
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import date_of
from onrecord.reconciling.merging.cites import words_of
from onrecord.standing import rulings
from onrecord.store import ruling
from onrecord.web.saying import many
from onrecord.web.sight import Sight

TELLINGS, NEAR = 40, 10
BESIDE = 90  # characters beside a name
BETWEEN = ";"
YES = {"yes": True, "no": False}
OTHERWISE = {
    (DISPUTE, CONFIRM): "confirmed that they differ",
    (DISPUTE, REJECT): "rejected: they do not differ",
    (COPY, CONFIRM): "confirmed as a copy",
    (COPY, REJECT): "rejected: it is no copy",
}
DONE = {CONFIRM: "confirmed", REJECT: "rejected", EDIT: "edited", MERGE: "merged", SPLIT: "split"}


class Field(Struct, frozen=True):
    """A field that can be set: its name in the export, what it takes, what it holds now in words, and whether it may be
    left unknown."""

    name: str
    shape: Shape
    value: str
    may_be_unknown: bool


class Part(Struct, frozen=True):
    """One observation in the entry, by which it can be split: its words, of a name with those beside it, the report
    that tells it and when that was published."""

    id: str
    words: str
    before: str
    after: str
    report: str
    published: str | None


class Rulings(Struct, frozen=True, kw_only=True):
    """What the review of an entry shows. `verbs` is what can be ruled of it, `more` how many reports name it beside
    those of its `parts`. `seen` is a hash of how the entry reads now: a ruling on it says what the person saw."""

    past: tuple[Standing, ...]
    verbs: tuple[str, ...]
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]
    more: int
    near: tuple[AnyEntry, ...]
    seen: str


def about(sight: Sight, entry: AnyEntry) -> Rulings:
    """The rulings on the entry and what may be ruled."""
    kept = ruling.stored(sight.reader, entry.id)
    known = verbs(entry.kind)
    parts = _parts(sight, entry, kept[1] if kept else "") if SPLIT in known else []
    reports = entry.origins.reports if entry.origins and entry.kind in NAMED else 0
    return Rulings(
        past=tuple(rulings(sight.reader, entry.id)),
        verbs=known,
        fields=tuple(
            Field(name, shape, in_words(getattr(entry, attribute(name))), may_be_unknown(entry.kind, name))
            for name, shape in settable(entry.kind).items()
        ),
        parts=tuple(parts),
        more=max(0, reports - len(parts)) if parts else 0,
        near=tuple(_near(sight, entry)) if MERGE in known else (),
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
    if made.what == SPLIT and made.kind in KEYED:
        other = other_of(made.value)
        called = f", “{other.name}”" if other and other.name else ""
        return f"split: {many(len(made.apart), 'report')} {'means' if len(made.apart) == 1 else 'mean'} another{called}"
    if made.what == SPLIT:
        return f"split: {len(made.apart)} of {len(made.apart) + len(made.anchors)} tellings are another thing"
    if made.what == MERGE:
        return "merged with another"
    return OTHERWISE.get((made.kind, made.what), DONE[made.what])


class Verdicts(NamedTuple):
    """What the buttons for an entry say, and what follows."""

    confirm: str = "Confirm"
    reject: str = "Reject"
    what_then: str = ""


VERDICTS = {
    DOCUMENT: Verdicts(reject="Reject the report", what_then="Nothing on record rests on a report that is rejected."),
    DISPUTE: Verdicts("They differ", "They do not differ"),
    COPY: Verdicts("It is a copy", "It is no copy"),
}


def verdicts(kind: str) -> Verdicts:
    """What the buttons for entries of the kind say."""
    return VERDICTS.get(kind, Verdicts())


def is_choice(field: Field) -> bool:
    """Whether it is picked from a list."""
    return field.shape.form in (CHOICE, FLAG)


def choices(field: Field) -> tuple[str, ...]:
    """What it is picked from."""
    return tuple(YES) if field.shape.form == FLAG else field.shape.choices


def _parts(sight: Sight, entry: AnyEntry, key: str) -> list[Part]:
    """The tellings of the entry, none where it has more than can be gone through; of somebody whom many reports name
    those that it cites, and others, up to so many. None where there is one alone."""
    ids = sight.reader.first_told(entry.id, TELLINGS + 1)
    if entry.kind in KEYED:
        ids = list(dict.fromkeys((*ids, *sight.reader.filed_under(key, entry.kind, TELLINGS))))[:TELLINGS]
    if not 1 < len(ids) <= TELLINGS:
        return []
    noted = {each.observation.id: each for each in sight.reader.noted_of(ids)}
    reports = {each.observation.document for each in noted.values()}
    frames = {frame.id: frame for frame in sight.reader.frames(reports)}
    pages = {page.id: page.text for page in sight.reader.documents(reports if entry.kind in NAMED else ())}
    own = [noted[id_] for id_ in ids if noted[id_].observation.kind == entry.kind]
    return [_part(each, frames[each.observation.document], pages.get(each.observation.document)) for each in own]


def _part(noted: Noted, frame: Frame, text: str | None) -> Part:
    seen = noted.observation
    passage = next((span for span in seen.evidence if span.holds(seen.trigger)), seen.evidence[0])
    words = words_of(noted.quotes)[passage]
    before, after = _beside(text, passage) if text is not None else ("", "")
    part = frame.parts[seen.part] if seen.part < len(frame.parts) else None
    publisher = part.publisher.value if part is not None and part.publisher is not None else frame.label
    return Part(seen.id, words, before, after, publisher, date_of(seen, frame).published)


def _beside(text: str, name: Span) -> tuple[str, str]:
    """The words before and after a name, which tell whose it is."""
    before, after = text[max(0, name.start - BESIDE) : name.start], text[name.end : name.end + BESIDE]
    if name.start > BESIDE:
        before = f"… {before.partition(' ')[2]}"
    if name.end + BESIDE < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _near(sight: Sight, entry: AnyEntry) -> list[AnyEntry]:
    """Others of its kind of the same days, or of a like name: what it may be one with."""
    span = covered(entry)
    if entry.kind in KEYED:
        words = (name_of(entry) or "").split()
        wanted = Filter(words=tuple(words[-1:]))
    elif span is not None:
        wanted = Filter(since=span[0].isoformat(), until=span[1].isoformat())
    else:
        return []
    found = sight.browse([entry.kind], wanted, order="most reports", limit=NEAR + 1)
    return [each for each in found if each.id != entry.id][:NEAR]
