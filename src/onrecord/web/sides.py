"""Accounts beside one another: each with who gives it, in the same width and order, and no verdict."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from onrecord.model.entries import Account, AgreementEntry, AnyEntry, Cite, CommitmentEntry, DisputeEntry
from onrecord.reconciling.joining.wording import alike, stems
from onrecord.web.fields import OF_TELLERS, label, plain
from onrecord.web.saying import UNATTRIBUTED, matter

CITES = 2  # passages under one account
THEMSELVES = "the reports themselves"


class Side(Struct, frozen=True, kw_only=True):
    """What one side says: in words (`says`), or field by field; the passages that hold it, each text once, and how many
    more carry those. `note` is a word on it."""

    by: tuple[str, ...]
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()
    cites: tuple[Cite, ...] = ()
    copies: int = 0
    note: str = ""


class Beside(Struct, frozen=True, kw_only=True):
    """Sides of one question; `id` is that of the dispute, if another entry is it. `differs`: they are known to."""

    sides: tuple[Side, ...]
    heading: str = ""
    id: str = ""
    differs: bool = True


def beside(entry: AnyEntry, disputes: Iterable[DisputeEntry] = ()) -> list[Beside]:
    """What the entry lays side by side itself, what its tellers tell differently, the disputes over it."""
    return [*_own(entry), *_accounts(entry), *(_dispute(each, matter(each.about), each.id) for each in disputes)]


def spoken(entry: AnyEntry) -> dict[int, tuple[str, ...]]:
    """Who says what stands in a cite, by its number, where the entry lays sides side by side."""
    parts = (*getattr(entry, "sides", ()), *getattr(entry, "positions", ()))
    return {each.cite: each.by for each in parts}


def _own(entry: AnyEntry) -> Iterator[Beside]:
    if isinstance(entry, DisputeEntry):
        yield _dispute(entry)
    if isinstance(entry, AgreementEntry) and entry.positions:
        said = [Side(by=each.by, says=each.says, cites=_cites(entry, each.cite)) for each in entry.positions]
        yield Beside(heading="what each side says of it", sides=tuple(said), differs=False)
    if isinstance(entry, CommitmentEntry) and entry.outcomes:
        came = [
            Side(
                by=_tellers(each.per),
                says=each.says,
                cites=_cites(entry, each.cite),
                note=f"{each.of} {each.came or ''}",
            )
            for each in entry.outcomes
        ]
        yield Beside(heading="what is told of its outcome", sides=tuple(came), differs=False)


def _accounts(entry: AnyEntry) -> Iterator[Beside]:
    """Each teller with what he says of the fields on which they differ, in the same order."""
    told: dict[str, list[Account]] = {}
    for each in entry.accounts:
        if each.field not in OF_TELLERS:
            told.setdefault(each.per, []).append(each)
    if len(told) > 1:
        yield Beside(sides=tuple(_account(per, held) for per, held in told.items()))


def _account(per: str, held: Sequence[Account]) -> Side:
    values: dict[str, list[str]] = {}
    for each in held:
        values.setdefault(label(each.field), []).append(plain(each.value))
    texts = {stems(cite.quote): cite for each in reversed(held) for cite in reversed(each.cites)}
    first = [texts[group[0]] for group in alike(reversed(texts))]
    return Side(
        by=_tellers((per,)),
        values=tuple((name, ", ".join(dict.fromkeys(said))) for name, said in sorted(values.items())),
        cites=tuple(first)[:CITES],
        copies=len({(cite.doc, cite.start) for each in held for cite in each.cites}) - len(first),
    )


def _dispute(entry: DisputeEntry, heading: str = "", id_: str = "") -> Beside:
    sides = [Side(by=_tellers(each.by), says=each.says, cites=_cites(entry, each.cite)) for each in entry.sides]
    return Beside(heading=heading, sides=tuple(sides), id=id_)


def _tellers(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(THEMSELVES if name == UNATTRIBUTED else name for name in names)


def _cites(entry: AnyEntry, number: int) -> tuple[Cite, ...]:
    return entry.cites[number : number + 1]
