"""The kinds of entries in the order of a record, and the fields in which any of them tells its day, its people, its
place and its name. A kind is one more class in `model.entries.AnyEntry`; nothing here is changed for it."""

from collections.abc import Iterator, Mapping
from typing import get_args

from onrecord.model.entries import AnyEntry, Entry

KINDS: Mapping[str, type[Entry]] = {str(shape.__struct_config__.tag): shape for shape in get_args(AnyEntry)}

DAYS = ("on", "as_of", "period", "made", "due", "published", "window")
NAMES = ("measure", "name", "doc", "speaker", "agreement", "form", "what", "change")
TELLERS = ("per", "speaker")
DOERS = ("by", "speaker", "holder", "between", "owner", "parties")
PLACES = ("place",)


def day_of(entry: Entry) -> str | None:
    """The day or range that the entry tells, as an ISO date: when it happened, else when it is due or was published."""
    return next((day for field in DAYS if (day := getattr(entry, field, None))), None)


def happened(entry: Entry) -> str | None:
    """When what the entry tells happened, as an ISO date or range; for one that tells of no day, such as an actor or a
    place, when it was reported."""
    if has(type(entry), DAYS):
        return day_of(entry)
    return f"{entry.first_reported}/{entry.last_reported}" if entry.first_reported else None


def name_of(entry: Entry) -> str | None:
    """What the entry is sorted by among those of one day."""
    name = next((name for field in NAMES if (name := getattr(entry, field, None))), None)
    return ", ".join(name) if isinstance(name, tuple) else name


def several(value: str | tuple[str, ...]) -> str:
    """A value of which reports may give several, in words: "planned, held"."""
    return value if isinstance(value, str) else ", ".join(value)


def numbers(value: float | tuple[float, ...] | None) -> tuple[float, ...]:
    """The numbers that reports give, none, one or several."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def has(kind: type[Entry], fields: tuple[str, ...]) -> bool:
    """Whether entries of the kind have one of the fields."""
    return not set(fields).isdisjoint(kind.__struct_fields__)


def named_in(entry: Entry, fields: tuple[str, ...]) -> Iterator[str]:
    """The names that stand in those of the fields that the entry has."""
    for field in fields:
        yield from _each(getattr(entry, field, None))


def ids_in(entry: Entry, fields: tuple[str, ...]) -> Iterator[str]:
    """The ids of the entries of those whom the fields name."""
    for field in fields:
        yield from _each(getattr(entry, f"{field}_ids", None) or getattr(entry, f"{field}_id", None))


def _each(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
