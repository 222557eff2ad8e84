"""Makes lines from entries, and keeps what was refused."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from onrecord.model.entries import (
    ActorEntry,
    AgreementEntry,
    AnyEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    PlaceEntry,
    StatementEntry,
    ToldEntry,
)
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Claim, Day, Fixed, Name
from onrecord.publishing.sitrep.lines import Line, UnsupportedLine, passages
from onrecord.vocabulary.countries import country_named

Dated = FigureEntry | StatementEntry | ToldEntry
D = TypeVar("D", bound=Dated)
UNATTRIBUTED = "unattributed"

FORCES = ("forces", "troops", "soldiers", "army", "military")
INITIALS, LONG_NAME = 8, 24
WHOLE_DAY = len("2020-02-03")


class Maker:
    """Makes lines over `texts`, the stored text of each document by its name, with the forms that `entries` name.

    A line that is refused is None, and its reason stands in `refused`, once.
    """

    def __init__(self, entries: Iterable[AnyEntry], texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.refused: dict[str, str] = {}
        self._forms: dict[str, set[str]] = {}
        self._inferred: set[str] = set()
        self._types: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._points: set[str] = set()
        of_countries: Counter[str] = Counter()
        for entry in entries:
            if isinstance(entry, DocumentEntry) and entry.basis == "inferred":
                self._inferred.add(entry.doc)
            if isinstance(entry, ActorEntry):
                self._types[entry.name] = entry.type
                self._sides[entry.name] = entry.country or ""
            if isinstance(entry, (ActorEntry, PlaceEntry)):
                for key in (entry.id, entry.name):
                    self._forms.setdefault(key, set()).update((entry.name, *entry.aliases))
            if isinstance(entry, PlaceEntry) and entry.precision in ("exact", "near"):
                self._points.add(entry.id)
            if isinstance(entry, PlaceEntry) and entry.country:
                self._countries[entry.id] = entry.country
                of_countries[entry.country] += entry.origins.reports if entry.origins else 1
        self._main = next((name for name, most in of_countries.most_common(1) if 2 * most > of_countries.total()), None)

    def line(self, entry: Entry, claims: Sequence[Claim], *others: Entry) -> Line | None:
        """The line that makes `claims` on the cites of `entry` and of `others`; None where it is refused."""
        try:
            cites = dict.fromkeys(cite for each in (entry, *others) for cite in each.cites)
            return Line(tuple(claims), passages(tuple(cites), self.texts))
        except UnsupportedLine as refusal:
            self.refused.setdefault(entry.id, str(refusal))
            return None

    def abroad(self, figure: FigureEntry) -> bool:
        """Whether a figure is of another country than most places of the record lie in."""
        country = self._countries.get(figure.place_id or "")
        return country is not None and self._main is not None and country != self._main

    def point(self, place_id: str | None) -> bool:
        """Whether it is a town or another place of one point, which one side holds; a province may be held in part."""
        return place_id in self._points

    def one_side(self, one: str, other: str) -> bool:
        """Whether they are the same, or a person and the country that the person acts for."""
        states = {name for name in (one, other) if self._types.get(name) == "state"}
        return one == other or (len(states) == 1 and self._side(one) == self._side(other) != "")

    def _side(self, name: str) -> str:
        return self._sides.get(name) or (name if self._types.get(name) == "state" else "")

    def short(self, name: str) -> str:
        """The initials that a long name goes by, or the name."""
        initials = [form for form in self._forms.get(name, ()) if form.isupper() and len(form) <= INITIALS]
        return min(initials) if initials and len(name) > LONG_NAME else name

    def many(self, name: str) -> bool:
        """Whether `name` is that of people, as a plural common noun is ("rebels", "U.S. officials (unnamed)")."""
        last = name.removesuffix(" (unnamed)").split()[-1:]
        plural = any(word.islower() and word.endswith("s") and not word.endswith("ss") for word in last)
        return plural or self._types.get(name) == "population group"

    def name(self, name: str, key: str | None = None) -> Name:
        """A claim to `name`, with the forms of the entry `key` if it is so named, or else those known for the name.

        A person whom the record knows may also go by the family name alone, a country that acts by its adjective.
        """
        named = self._forms.get(key or "", set())
        forms = named if name in named else self._forms.get(name, set())
        if self._types.get(name) == "person":
            forms = forms | set(name.split()[-1:])
        if self._types.get(name) == "state" and (country := country_named(name)):
            forms = forms | set(country.demonyms)
        if name.islower() and name.endswith("s"):
            forms = forms | {name.removesuffix("s")}  # "rebel-held"
        if self._types.get(name) == "armed force":
            forms = forms | {f"{name.split()[0]} {noun}" for noun in FORCES}
        return Name(name, tuple(sorted(forms - {name})))

    def names(self, names: Sequence[str], keys: Sequence[str]) -> list[Claim]:
        """Claims to one or several names, joined by "and"."""
        claims: list[Claim] = []
        for at, name in enumerate(names):
            claims.extend([Fixed("and")] if at else [])
            claims.append(self.name(name, keys[at] if len(keys) == len(names) else None))
        return claims

    def accord(self, agreement: AgreementEntry) -> Name:
        """A claim to an agreement by its name or another that reports give it."""
        return Name(agreement.name, agreement.aliases)

    def teller(self, entry: FigureEntry | ToldEntry) -> list[Claim]:
        """Who says it; "the report itself" where nobody is named for it."""
        named = [name for name in entry.per if name != UNATTRIBUTED]
        return self.names(named, entry.per_ids) if named else [Fixed("the report itself")]

    def place(self, entry: ToldEntry) -> list[Claim]:
        """Where; nothing where that is not known."""
        return [self.name(entry.place, entry.place_id)] if entry.place else []

    def day(self, entry: Dated, own: str = "") -> list[Claim]:
        """When: its own date after the word `own`, its period, or "reported" and the day of the first report of it."""
        date, basis = dated(entry)
        if date and days(date) and not as_reported(entry):
            return [*([Fixed(own)] if own else []), Day(date, basis)]
        if isinstance(entry, FigureEntry) and entry.period and days(entry.period):
            joint = "counted over" if "/" in entry.period else "on" if len(entry.period) >= WHOLE_DAY else "in"
            return [Fixed(joint), Day(entry.period)]
        if entry.first_reported and days(entry.first_reported):
            inferred = all(cite.doc in self._inferred for cite in entry.cites)
            return [Fixed("reported"), Day(entry.first_reported, "inferred" if inferred else None)]
        return [Fixed("no date")]


def dated(entry: Dated) -> tuple[str | None, str | None]:
    """Its own date and how that is known."""
    return (entry.as_of, entry.as_of_basis) if isinstance(entry, FigureEntry) else (entry.on, entry.on_basis)


def told(entry: Dated) -> str | None:
    """The date by which an entry is ordered: its own, or that of the first report of it."""
    own = entry.as_of or entry.period if isinstance(entry, FigureEntry) else entry.on
    return own if days(own) and not as_reported(entry) else entry.first_reported if days(entry.first_reported) else None


def as_reported(entry: Dated) -> bool:
    """Whether its date was inferred from that of its report, and says no more than when it was reported."""
    date, basis = dated(entry)
    own, reported = days(date), days(entry.first_reported)
    return basis == "inferred" and own is not None and reported is not None and own[1] == reported[1]


def newest(entries: Iterable[D]) -> list[D]:
    """The entries from the newest to the oldest, undated last, and in a day as `order_in_day` has it."""

    def key(entry: D) -> tuple[int, tuple[int, bool, int, str, str]]:
        covered = days(told(entry))
        return -(covered[1] if covered else dt.date.min).toordinal(), order_in_day(entry)

    return sorted(entries, key=key)


def order_in_day(entry: Dated) -> tuple[int, bool, int, str, str]:
    """What more reports tell comes first, figures before statements, and what stands nearer to its report's start."""
    first = entry.cites[0] if entry.cites else None
    doc, start = (first.doc, first.start) if first else ("", 0)
    return -(entry.origins.reports if entry.origins else 1), isinstance(entry, StatementEntry), start, doc, entry.id
