"""Makes lines from entries, and keeps what was refused."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from onrecord.model.entries import (
    ActorEntry,
    AgreementEntry,
    AnyEntry,
    DisputeEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    PlaceEntry,
    StatementEntry,
    ToldEntry,
)
from onrecord.model.iso import days
from onrecord.model.places import plain_name
from onrecord.model.rulings import RULED
from onrecord.model.settable import attribute
from onrecord.publishing.sitrep import accounts
from onrecord.publishing.sitrep.claims import UNSTATED, Claim, Day, Fixed, Name, Told
from onrecord.publishing.sitrep.lines import Line, UnsupportedLine, passages
from onrecord.vocabulary.countries import country_named

Dated = FigureEntry | StatementEntry | ToldEntry
D = TypeVar("D", bound=Dated)
UNATTRIBUTED = "unattributed"

FORCES = ("forces", "troops", "soldiers", "army", "military")
INITIALS, LONG_NAME = 8, 24
MANY = 2  # reports
BY_HAND = Fixed("edited by a reviewer", tag=True)
WHOLE_DAY = len("2020-02-03")


class Maker:
    """Makes lines over `texts`, the stored text of each document by its name, with the forms that `entries` name.

    A line that is refused is None, and its reason stands in `refused`, once.
    """

    def __init__(self, entries: Iterable[AnyEntry], texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.refused: dict[str, str] = {}
        self._forms: dict[str, set[str]] = {}
        self._bases: dict[str, str | None] = {}
        self._types: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._published: dict[str, str] = {}
        self._disputed: set[str] = set()
        self._accords: dict[str | None, Name] = {}
        of_countries: Counter[str] = Counter()
        for entry in entries:
            if isinstance(entry, DocumentEntry):
                self._published[entry.doc] = entry.published or ""
                self._bases[entry.doc] = entry.basis if entry.basis in UNSTATED else None
            if isinstance(entry, AgreementEntry):
                self._accords[entry.id] = self.accord(entry)
            if isinstance(entry, DisputeEntry):
                self._disputed |= set(entry.over_ids)
            if isinstance(entry, ActorEntry):
                self._types[entry.name] = entry.type
            if isinstance(entry, (ActorEntry, PlaceEntry)):
                for key in (entry.id, entry.name):
                    self._forms.setdefault(key, set()).update((entry.name, *entry.aliases))
            if isinstance(entry, PlaceEntry) and entry.country:
                self._countries[entry.id] = entry.country
                of_countries[entry.country] += entry.origins.reports if entry.origins else 1
        self._main = next((name for name, most in of_countries.most_common(1) if 2 * most > of_countries.total()), None)

    def line(self, entry: Entry, claims: Sequence[Claim], *others: Entry) -> Line | None:
        """The line that makes `claims` on the cites of `entry` and of `others`; None where it is refused."""
        try:
            cites = dict.fromkeys(cite for each in (entry, *others) for cite in each.cites)
            ruled = tuple(words for each in (entry, *others) for words in set_by_hand(each))
            told = (*claims, BY_HAND) if ruled else tuple(claims)
            return Line(told, passages(tuple(cites), self.texts), ruled)
        except UnsupportedLine as refusal:
            self.refused.setdefault(entry.id, str(refusal))
            return None

    def abroad(self, figure: FigureEntry) -> bool:
        """Whether a figure is of another country than most places of the record lie in."""
        country = self._countries.get(figure.place_id or "")
        return country is not None and self._main is not None and country != self._main

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

    def named(self, id_: str | None, name: str) -> Name:
        """A claim to the agreement of that id by its name, or another that reports give it."""
        return self._accords[id_] if id_ in self._accords else Name(name)

    def sides(self, entry: Entry, field: str) -> list[Claim]:
        """The names that a field of the entry holds, joined by "and"; by "or" where its tellers name others."""
        told = [self.names(value, ()) for value in accounts.values(entry, field)]
        return _joined(told, "or") if told else self.names(getattr(entry, field), getattr(entry, f"{field}_ids"))

    def teller(self, entry: FigureEntry | ToldEntry) -> list[Claim]:
        """Who says it; "the report itself" where nobody is named for it.

        Where they differ on how it stands, who says what: "residents; denied by the army".
        """
        claims: list[Claim] = []
        for stage, told in accounts.by_standing(entry).items():
            who = [self._named(entry, account.per) for account in told]
            claims += [*accounts.joint(stage, first=not claims), *_joined(who, "and")]
        return claims or self._named(entry, ", ".join(entry.per))

    def _named(self, entry: FigureEntry | ToldEntry, per: str) -> list[Claim]:
        """Those tellers of the entry whom `per` names; the report where it names nobody."""
        known = [name for name in entry.per if f", {name}, " in f", {per}, "]
        named = [name for name in known if name != UNATTRIBUTED]
        if not named:
            return [Fixed("the report itself" if len(_docs(entry)) < MANY else "the reports themselves")]
        claims = self.names(named, entry.per_ids if len(known) == len(entry.per) else ())
        return claims if UNATTRIBUTED not in known else [*claims, Fixed("and a report itself")]

    def told(self, entry: Entry) -> list[Claim]:
        """In how many reports and tellings it stands, where those are several."""
        docs = _docs(entry)
        return [Told(docs, entry.origins.tellings if entry.origins else 0)] if len(docs) >= MANY else []

    def differing(self, *entries: Entry) -> list[Claim]:
        """That accounts differ, where a dispute is over one of the entries."""
        return [accounts.DIFFER] if any(entry.id in self._disputed for entry in entries) else []

    def place(self, entry: FigureEntry | ToldEntry) -> list[Claim]:
        """Where; nothing where that is not known; where its tellers name several places, each."""
        if not entry.place:
            return []
        country = self._countries.get(entry.place_id or "")
        others = [place for place in accounts.values(entry, "place") if place not in (entry.place, country)]
        return _joined([self._at(entry.place, entry.place_id), *(self._at(place) for place in others)], "or")

    def _at(self, spot: str, key: str | None = None) -> list[Claim]:
        """The place, or that it is near it: the words say how they put it beside ("20 km east of Goma")."""
        name, is_near = plain_name(spot)
        return [*([Fixed("near")] if is_near else []), self.name(name, key)]

    def published(self, doc: str) -> list[Claim]:
        """That it was reported, and on the day of that report, if it has one."""
        day = self._published.get(doc)
        return [Fixed("reported"), Day(day, self._bases.get(doc))] if day else []

    def day(self, entry: Dated, own: str = "") -> list[Claim]:
        """When: its own date after the word `own`, its period, or "reported" and the day of the first report of it.

        Where its tellers give several, each.
        """
        date, basis = dated(entry)
        if date and days(date) and not as_reported(entry):
            field = "as_of" if isinstance(entry, FigureEntry) else "on"
            return [*([Fixed(own)] if own else []), Day(date, basis), *accounts.other_days(entry, field, date)]
        if isinstance(entry, FigureEntry) and entry.period and days(entry.period):
            joint = "counted over" if "/" in entry.period else "on" if len(entry.period) >= WHOLE_DAY else "in"
            return [Fixed(joint), Day(entry.period), *accounts.other_days(entry, "period", entry.period)]
        if entry.first_reported and days(entry.first_reported):
            return [Fixed("reported"), Day(entry.first_reported, self._first_basis(entry))]
        return [Fixed("no date")]

    def _first_basis(self, entry: Entry) -> str | None:
        """How the day is known on which it was first reported, where no report states it."""
        docs = _docs(entry)
        first = [doc for doc in docs if self._published.get(doc) == entry.first_reported] or docs
        bases = [self._bases.get(doc) for doc in first]
        return bases[0] if all(bases) else None


def set_by_hand(entry: Entry) -> Iterator[str]:
    """The words of the fields that a person set."""
    for field, rule in entry.derived.items():
        value = getattr(entry, attribute(field), None) if rule == RULED else None
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                yield f"{each:,.10g}" if isinstance(each, float) else str(each)


def _docs(entry: Entry) -> tuple[str, ...]:
    """The reports that it stands in."""
    return tuple(sorted({cite.doc for cite in entry.cites}))


def _joined(told: Iterable[Sequence[Claim]], joint: str) -> list[Claim]:
    """The claims, each said once, joined by the word."""
    alike = dict.fromkeys(map(tuple, told))
    return [claim for at, claims in enumerate(alike) for claim in (*([Fixed(joint)] if at else []), *claims)]


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
