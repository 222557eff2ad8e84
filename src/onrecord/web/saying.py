"""Small words around what a record holds: numbers, days, how many, who. Nothing here is worded beyond the entry."""

from collections.abc import Iterable

from onrecord.model.entries import AnyEntry, Cite, Entry, FigureEntry
from onrecord.model.iso import in_words
from onrecord.model.kinds import TELLERS, named_in
from onrecord.publishing.sitrep.claims import Number
from onrecord.publishing.sitrep.words import harmless

UNATTRIBUTED = "unattributed"
NAMED = ("actor", "place")  # kinds that nobody tells: reports name them
MANY = 10_000


def amount(figure: FigureEntry) -> str:
    """ "more than 586,000", "up to 17", "dozens"."""
    number = Number(value=figure.value, low=figure.low, high=figure.high, qualifier=figure.qualifier, unit=figure.unit)
    return number.shown()


def many(number: int, one: str, several: str | None = None) -> str:
    """ "1 report", "12 reports"."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def at_most(number: int) -> str:
    """A count that stops at MANY."""
    return f"{number:,}" if number < MANY else f"{MANY:,}+"


def day(iso: str | None) -> str:
    """ "7 Feb 2020", "3 to 5 Feb 2020"; "no date" where there is none."""
    return in_words(iso) if iso else "no date"


def origins(entry: Entry) -> str:
    """ "3 speakers, 2 tellings, 4 reports"."""
    counted = entry.origins
    if counted is None:
        return ""
    if entry.kind in NAMED:
        return many(counted.reports, "report")
    told = [many(counted.tellings, "telling"), many(counted.reports, "report")]
    return " · ".join([many(counted.speakers, "speaker"), *told] if counted.speakers else told)


def tellers(entry: Entry) -> tuple[str, ...]:
    """Those whose word it is; nobody where the reports assert it themselves."""
    return tuple(name for name in named_in(entry, TELLERS) if name != UNATTRIBUTED)


def evidence(entry: AnyEntry) -> list[Cite]:
    """The cites that carry the whole entry; all of them where none does."""
    return [cite for cite in entry.cites if not cite.supports] or list(entry.cites)


def in_a_row(names: Iterable[str]) -> str:
    """ "A, B and C"."""
    kept = [harmless(name, 120) for name in names]
    return " and ".join(filter(None, (", ".join(kept[:-1]), kept[-1]))) if kept else ""
