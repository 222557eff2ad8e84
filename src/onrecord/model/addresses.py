"""What an entry points at, and how that comes to the ids of today's entries.

Inside the record an entry names an actor or place by its key and an entry by any observation in it: neither changes
when other reports come in. Who reads the record sees the ids of the entries that hold them now.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

from msgspec.structs import replace

from onrecord.model.entries import Entry, Link

E = TypeVar("E", bound=Entry)
FIELDS = ("figures",)
OVER = ("over_ids", "agreement_id")


def addresses(entry: Entry) -> Iterator[str]:
    """Every key and observation that the entry points at."""
    for field in _pointing(type(entry)):
        value = getattr(entry, field)
        yield from (value,) if isinstance(value, str) else value or ()
    yield from (link.to for link in entry.links)


def pointed(entry: Entry) -> Iterator[str]:
    """The observations that the entry points at: what it is linked with, its figures, the accord it is under, what a
    dispute is over."""
    for field in (*FIELDS, *OVER):
        value = getattr(entry, field, None)
        yield from (value,) if isinstance(value, str) else value or ()
    yield from (link.to for link in entry.links)


def resolved(entry: E, known: Mapping[str, str]) -> E:
    """The entry with the ids of the entries that hold what it points at, each once; what none holds is left out, and so
    is what it holds itself."""
    changes: dict[str, object] = {}
    for field in _pointing(type(entry)):
        value = getattr(entry, field)
        if isinstance(value, str):
            changes[field] = known.get(value)
        elif value:
            changes[field] = tuple(dict.fromkeys(known[each] for each in value if each in known))
    if entry.links:
        found = dict.fromkeys(Link(known[link.to], link.as_) for link in entry.links if link.to in known)
        changes["links"] = tuple(link for link in found if link.to != entry.id)
    return replace(entry, **changes) if changes else entry


@cache
def _pointing(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name.endswith(("_id", "_ids")) or name in FIELDS)
