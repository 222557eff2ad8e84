"""What is on record, field by field in plain words, and how each value was understood: its words and its rule."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from onrecord.explaining import Telling, Value
from onrecord.model.entries import AnyEntry, FigureEntry
from onrecord.model.iso import days, in_words
from onrecord.model.rulings import RULED
from onrecord.reconciling.merging.dates import REPORT_DATE
from onrecord.web import codes
from onrecord.web.rulewords import by_rule
from onrecord.web.saying import PRECISION, UNATTRIBUTED, amount, matter

WAYS = 3  # in which a value was understood that are shown at once
LABELS = {
    "measure": "What is counted",
    "value": "How many",
    "of": "Of whom or what",
    "did": "What became of it",
    "of_side": "Whose",
    "of_status": "Civilian or not",
    "of_group": "Group",
    "part_of": "As part of",
    "count": "How it is counted",
    "as_of": "As of",
    "period": "Over",
    "standing": "Standing",
    "per": "Who says so",
    "via": "Through whom",
    "speaker": "Who said it",
    "role": "As what",
    "act": "Kind of statement",
    "form": "Form",
    "to": "To whom",
    "on": "When",
    "target": "About whom",
    "says": "What was said",
    "wording": "Wording",
    "what": "What",
    "plover": "Type of event (PLOVER)",
    "mode": "Way (PLOVER)",
    "context": "Context (PLOVER)",
    "sub_event": "Type of event (ACLED)",
    "by": "By whom",
    "mutual": "Each to the other",
    "object": "What was hit or taken",
    "status": "State",
    "background": "Told as background",
    "between": "Between",
    "type": "Kind",
    "condition": "On what condition",
    "due": "Due",
    "holder": "Who",
    "change": "What changed",
    "from": "From whom",
    "agreement": "Agreement",
    "against": "Of whom",
    "stance": "Kept or broken",
    "owner": "Whose",
    "state": "State",
    "name": "Name",
    "aliases": "Other names",
    "parties": "Parties",
    "guarantors": "Guarantors",
    "made": "Made",
    "in_force": "In force since",
    "about": "About",
    "iso3": "Country code",
    "admin1": "Province",
    "roles": "Offices",
    "side_of": "Side of",
    "precision": "What is known as its place",
    "doc": "Name in cites",
    "basis": "How its date is known",
    "why": "Why that date",
    "window": "Published between",
    "quality": "Remarks",
    "sha256": "SHA-256 of the text",
    "docs": "Reports",
    "share": "Of the words",
    "over_ids": "Over",
}
PLACES = ("place",)
NAMES_OF = {"from_": "from"}  # fields that the export calls otherwise
OURS = frozenset(
    {"id", "cites", "derived", "origins", "first_reported", "last_reported", "review", "links", "accounts", "parts"}
)
PARTS = frozenset({"sides", "readouts", "positions", "outcomes", "figures", "series", "over_ids"})  # shown elsewhere
BESIDE = ("_id", "_ids", "_basis", "_is")  # what goes with another field
CODED = frozenset({"plover", "mode", "context", "sub_event", "iso3", "sha256"})  # for programs and data sets
OF_TELLERS = frozenset({"per", "speaker", "via"})
WORDED: Mapping[str, Callable[[str], str]] = {
    "about": matter,
    "act": codes.every_act,
    "basis": lambda basis: "set by a person" if basis == RULED else basis,
    "count": codes.count,
    "plover": str.capitalize,
    "precision": lambda precision: PRECISION.get(precision, precision),
    "language": lambda code: "English" if code == "en" else code,
}  # values that are said in other words than they are kept in
STATES = {"due date passed without report": "due, with no outcome told"}
OF_A_VALUE = frozenset({"low", "high", "qualifier", "unit"})


class Shown(Struct, frozen=True):
    """A value in words; `page` and `id` of the page about it, where it has one; `exact` words are a report's own."""

    text: str
    page: str = ""
    id: str = ""


class Way(Struct, frozen=True):
    """From which words a value was understood and by which rule, in how many tellings; `value` where it says another
    thing than the field as a whole and the words themselves."""

    value: str
    words: tuple[str, ...]
    rule: str
    tellings: int = 1


class Field(Struct, frozen=True, kw_only=True):
    """One field: `name` is that of the export. `inferred`: not told, but inferred. `within`: some time in a range.
    `coded`: a code, which says to data sets what other fields say in words."""

    name: str
    label: str
    values: tuple[Shown, ...]
    ways: tuple[Way, ...] = ()
    more: int = 0
    inferred: bool = False
    within: bool = False
    ruled: bool = False
    coded: bool = False


def fields(entry: AnyEntry, tellings: Iterable[Telling] = ()) -> list[Field]:
    """What the entry tells, in the order of its fields, with how the tellings were understood."""
    ways = _ways(tellings)
    return list(_fields(entry, ways))


def label(field: str) -> str:
    """A field in plain words."""
    return LABELS.get(field, field.replace("_", " ").capitalize())


def plain(value: Any) -> str:
    """A value of an entry in words: days as days, numbers with their thousands apart, several in a row."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:,.10g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(each) for each in value)
    text = STATES.get(str(value), str(value))
    return in_words(text) if days(text) else text


def _fields(entry: AnyEntry, ways: dict[str, Counter[tuple[str, tuple[str, ...], str]]]) -> Iterator[Field]:
    for attribute in entry.__struct_fields__:
        name = NAMES_OF.get(attribute, attribute)
        value = getattr(entry, attribute)
        if name in OURS | PARTS or name.endswith(BESIDE) or value is None or value in ((), ""):
            continue
        if name == "standing" and value == "reported":
            continue
        if name in OF_A_VALUE and isinstance(entry, FigureEntry):
            continue
        understood = _understood(ways.get(name, Counter()), values := tuple(_shown(entry, attribute, value)))
        ruled = "ruling" in entry.derived.get(name, "")
        yield Field(
            name=name,
            label=label("value" if name == "count" and not isinstance(value, str) else name),
            values=values,
            ways=tuple(understood[:WAYS]),
            more=max(0, len(understood) - WAYS),
            inferred=getattr(entry, f"{attribute}_basis", None) == "inferred",
            within=getattr(entry, f"{attribute}_is", None) == "within",
            ruled=ruled,
            coded=name in CODED,
        )


def _understood(told: Counter[tuple[str, tuple[str, ...], str]], values: Sequence[Shown]) -> list[Way]:
    """In which ways a field was understood, the most common first: of one word and rule those values together that are
    not the field's own."""
    known = {each.text for each in values}
    groups: dict[tuple[tuple[str, ...], str], list[tuple[str, int]]] = {}
    for (value, words, rule), number in told.most_common():
        groups.setdefault((words, rule), []).append((value, number))
    return [
        Way(", ".join(value for value, _ in held if value not in known and value not in words), words, rule, held[0][1])
        for (words, rule), held in groups.items()
    ]


def _shown(entry: AnyEntry, attribute: str, value: Any) -> Iterator[Shown]:
    if attribute == "value" and isinstance(entry, FigureEntry):
        yield Shown(amount(entry) + ("" if entry.unit in ("persons", "items") else f" {entry.unit}"))
        return
    if attribute in WORDED and isinstance(value, str):
        yield Shown(WORDED[attribute](value))
        return
    each = value if isinstance(value, tuple) else (value,)
    held = getattr(entry, f"{attribute.rstrip('_')}_ids", None) or getattr(entry, f"{attribute}_id", None) or ()
    ids = (held,) if isinstance(held, str) else held
    page = "place" if attribute in PLACES else "entry" if attribute == "agreement" else "actor"
    for number, one in enumerate(each):
        if one == UNATTRIBUTED:
            yield Shown("the reports themselves")
        elif len(ids) == len(each):
            yield Shown(plain(one), page, ids[number])
        else:
            yield Shown(plain(one))


def _ways(tellings: Iterable[Telling]) -> dict[str, Counter[tuple[str, tuple[str, ...], str]]]:
    """How each field was understood, and how many tellings it was understood so from."""
    found: dict[str, Counter[tuple[str, tuple[str, ...], str]]] = {}
    for telling in tellings:
        for way in dict.fromkeys(map(_way, telling.values)):
            found.setdefault(way[0], Counter())[way[1:]] += 1
    return found


def _way(value: Value) -> tuple[str, str, tuple[str, ...], str]:
    worded: Callable[[str], str] = WORDED.get(value.field, plain if days(value.value) else str)
    said = "" if value.rule == REPORT_DATE else worded(value.value)
    words = () if value.rule == REPORT_DATE else value.words  # its day is not told there
    return value.field, said, words, by_rule(value.rule)
