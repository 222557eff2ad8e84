"""Where accounts differ: the sides of one question next to one another, each in its own words, and no verdict.

Each kind says in its own file when its entries dispute something; this one makes the entry.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.entries import AnyEntry, Cite, DisputeEntry, Origins, Side
from onrecord.model.ids import digest
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.wording import tellings
from onrecord.reconciling.merging.cites import Cited, ordered


class Voice(NamedTuple):
    """One side: who speaks, what is said in its words, and the cites that hold it, the first of which says it."""

    by: tuple[str, ...]
    says: str
    cites: tuple[Cited, ...]


def dispute(about: str, kind: str, voices: Sequence[Voice], over: Sequence[AnyEntry]) -> Reconciled:
    """The entry of one dispute of that `kind` (one of `dispute.type` in the record's vocabulary) between at least two
    voices; `over` are the entries that differ, or the one whose accounts do, the least first."""
    days = sorted(day for entry in over for day in (entry.first_reported, entry.last_reported) if day)
    cited = ordered(each for voice in voices for each in voice.cites)
    cites = tuple(each.cite for each in cited)
    entry = DisputeEntry(
        id=digest("dispute", kind, *(entry.id for entry in over)),
        cites=cites,
        origins=Origins(
            len({name for voice in voices for name in voice.by}),
            tellings(cite.quote for cite in cites),
            len({each.document for each in cited}),
        ),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        about=about,
        type=kind,
        sides=tuple(Side(by=voice.by, says=voice.says, cite=cites.index(voice.cites[0].cite)) for voice in voices),
        over_ids=tuple(entry.id for entry in over),
    )
    return Reconciled(entry, (), tuple(each.document for each in cited))


def disputed(disputes: Iterable[Reconciled]) -> frozenset[str]:
    """The ids of what these disputes are over."""
    entries = (each.entry for each in disputes)
    return frozenset(id_ for entry in entries if isinstance(entry, DisputeEntry) for id_ in entry.over_ids)


def evidence(told: Reconciled) -> tuple[Cited, ...]:
    """The cites of an entry that carry the whole of it."""
    pairs: Iterable[tuple[str, Cite]] = zip(told.cited, told.entry.cites, strict=True)
    return tuple(Cited(document, cite) for document, cite in pairs if not cite.supports)
