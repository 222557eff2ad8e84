"""Accounts beside one another: each with who gives it, in the same width and order, and no verdict."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from onrecord.model.entries import (
    AgreementEntry,
    AnyEntry,
    Cite,
    CommitmentEntry,
    DisputeEntry,
)
from onrecord.web.fields import label, plain

CITES = 2  # passages under one account


class Side(Struct, frozen=True, kw_only=True):
    """What one side says, in words, with the passages that hold it; `note` is a word on it."""

    by: tuple[str, ...]
    says: str
    cites: tuple[Cite, ...] = ()
    note: str = ""


class Beside(Struct, frozen=True, kw_only=True):
    """Sides of one question; `id` is that of the dispute, if it is one. `differs`: they are known to."""

    heading: str
    sides: tuple[Side, ...]
    id: str = ""
    differs: bool = True


def accounts(entry: AnyEntry) -> list[Beside]:
    """What the tellers say of the fields on which they differ, field by field; those who say the same are one side."""
    by_field: dict[str, dict[str, list[Any]]] = {}
    for each in entry.accounts:
        by_field.setdefault(each.field, {}).setdefault(plain(each.value), []).append(each)
    return [
        Beside(heading=label(field), sides=tuple(_account(said, held) for said, held in told.items()))
        for field, told in by_field.items()
    ]


def laid_out(entry: AnyEntry, disputes: Iterable[DisputeEntry]) -> list[Beside]:
    """What the entry lays side by side itself: a dispute's sides, positions on an agreement, outcomes; then the
    disputes over it."""
    found = []
    if isinstance(entry, DisputeEntry):
        found.append(_dispute(entry))
    if isinstance(entry, AgreementEntry) and entry.positions:
        sides = [Side(by=each.by, says=each.says, cites=_cites(entry, each.cite)) for each in entry.positions]
        found.append(Beside(heading="What each side says of it", sides=tuple(sides), differs=False))
    if isinstance(entry, CommitmentEntry) and entry.outcomes:
        came = [
            Side(
                by=each.per, says=each.says, cites=_cites(entry, each.cite), note=f"{each.of} {each.came or ''}".strip()
            )
            for each in entry.outcomes
        ]
        found.append(Beside(heading="What is told of its outcome", sides=tuple(came), differs=False))
    return found + [_dispute(each) for each in disputes]


def _dispute(entry: DisputeEntry) -> Beside:
    sides = [Side(by=each.by, says=each.says, cites=_cites(entry, each.cite)) for each in entry.sides]
    return Beside(heading=f"{entry.type}: {entry.about}", sides=tuple(sides), id=entry.id)


def _account(said: str, held: Sequence[Any]) -> Side:
    by = tuple(dict.fromkeys(each.per for each in held))
    cites = dict.fromkeys(cite for each in held for cite in each.cites)
    return Side(by=by, says=said, cites=tuple(cites)[:CITES])


def _cites(entry: AnyEntry, number: int) -> tuple[Cite, ...]:
    return entry.cites[number : number + 1]
