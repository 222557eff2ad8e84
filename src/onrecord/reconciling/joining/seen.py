"""An observation as it is compared with others of its block, and the entries that a block of them comes to."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.frames import Noted
from onrecord.model.places import Place
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.joining.groups import Join, Verdict, groups
from onrecord.reconciling.joining.likeness import apart_by, same_days
from onrecord.reconciling.joining.wording import content, stems
from onrecord.reconciling.merging.dates import DAY
from onrecord.reconciling.merging.fields import Policy, merged

EXACT = 2  # what a date to the day is worth, in fields
REPRINTED = dt.timedelta(days=3)


@dataclass(frozen=True)
class Seen:
    """One observation: the entry it makes by itself, and the observations beside it that it names."""

    noted: Noted
    made: Reconciled
    beside: tuple[Noted, ...] = ()

    @property
    def id(self) -> str:
        return self.noted.observation.id

    @property
    def document(self) -> str:
        return self.noted.observation.document

    @property
    def finding(self) -> Any:
        return self.noted.observation.finding

    @property
    def entry(self) -> Any:
        return self.made.entry

    @property
    def place(self) -> Place | None:
        """Where it says that it was."""
        return self.finding.place.value if self.finding.place else None

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its evidence."""
        return content([cite.quote for cite in self.made.entry.cites if not cite.supports])

    @cached_property
    def trigger(self) -> frozenset[str]:
        """The stem of the word that it hangs on."""
        at = self.noted.observation.trigger
        held = (quote for quote in self.noted.quotes if quote.start <= at.start and at.end <= quote.end)
        return next((stems(each.words[at.start - each.start : at.end - each.start]) for each in held), frozenset())

    @cached_property
    def sides(self) -> tuple[Actor, ...]:
        """Those whom it puts in touch."""
        return tuple(said.value for said in getattr(self.finding, "between", ()))

    @cached_property
    def weight(self) -> int:
        """How much it tells: the fields that it gives, a date to the day counted more."""
        given = [name for name in self.finding.__struct_fields__ if getattr(self.finding, name)]
        return len(given) + (EXACT if len(getattr(self.entry, "on", None) or "") == DAY else 0)

    def shares_passage(self, other: "Seen") -> bool:
        """Whether both stand in one passage of one report, which mostly tells them as two."""
        mine, theirs = self.noted.observation, other.noted.observation
        beside = ((one, each) for one in mine.evidence for each in theirs.evidence)
        return mine.document == theirs.document and any(
            one.start < each.end and each.start < one.end for one, each in beside
        )

    def reprints(self, other: "Seen") -> bool:
        """Whether the days of both may differ only since the same words, of which a day is inferred, were printed on
        both."""
        mine, theirs = self.entry, other.entry
        apart = apart_by(mine.first_reported, theirs.first_reported)
        return "inferred" in (mine.on_basis, theirs.on_basis) and apart is not None and apart <= REPRINTED


def as_first_told(members: Sequence[Seen]) -> list[Reconciled]:
    """The entries of observations of one thing, without inferred days that cannot be that of an earlier report."""
    told: list[Reconciled] = []
    for each in members:
        known = [getattr(other.entry, "on", None) for other in told]
        if each.entry.on_basis == "inferred" and any(same_days(on, each.entry.on) is False for on in known):
            without = replace(each.entry, on=None, on_is=None, on_basis=None)
            told.append(each.made._replace(entry=without))
        else:
            told.append(each.made)
    return told


def entries_of(
    block: Block,
    make: Callable[[Block, Noted], Reconciled],
    compare: Callable[[Seen, Seen], Verdict],
    keys: Callable[[Seen], Iterable[Hashable]],
    policy: Policy,
) -> list[Reconciled]:
    """The entries of the block, in the order of their first observations: `make` gives one, `compare` says which
    that share one of their `keys` are one thing, and `policy` how their entries become one."""
    alike = grouped(block, make, compare, keys)
    return [merged([each.made for each in members], policy, reasons) for members, reasons in alike]


def grouped(
    block: Block,
    make: Callable[[Block, Noted], Reconciled],
    compare: Callable[[Seen, Seen], Verdict],
    keys: Callable[[Seen], Iterable[Hashable]],
) -> list[tuple[tuple[Seen, ...], tuple[Join, ...]]]:
    """The observations of the block, those of one thing together with the reasons: groups and their members in the
    order of the block."""
    seen = [Seen(noted, make(block, noted), tuple(_beside(block, noted))) for noted in block.noted]
    order = {each.id: number for number, each in enumerate(seen)}
    alike = [
        (tuple(sorted(group.items, key=lambda each: order[each.id])), group.reasons)
        for group in groups(seen, compare, keys, block.bound)
    ]
    return sorted(alike, key=lambda group: order[group[0][0].id])


def _beside(block: Block, noted: Noted) -> Iterable[Noted]:
    named = getattr(noted.observation.finding, "figures", ())
    return (block.beside[id_] for id_ in named if id_ in block.beside)
