"""What can be added to the filter: places, people, outlets, kinds and days, each with how many entries it has."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.errors import AddressError
from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.model.iso import days, in_words
from onrecord.store.browsing import Offer
from onrecord.web.asked import Asked
from onrecord.web.codes import DEEDS, KINDS, every_act
from onrecord.web.page import Page
from onrecord.web.pages.lists import LISTS
from onrecord.web.pages.timeline import HAPPENED
from onrecord.web.sight import Sight

OFFERS = 36
MONTHS = 24
LAST = (7, 30, 90)
PERIOD = "period"
BACK = ("overview", "timeline", "map", *LISTS)
NAMES = {"yes": "accounts differ", "day": "no day known", "place": "no place known"}
NAMED: Mapping[str, Callable[[str], str]] = {
    "kind": lambda name: KINDS.get(name, name),
    "type": lambda name: DEEDS.get(name, name),
    "act": every_act,
}  # how facets of a prefix are called


class Offers(NamedTuple):
    """The facets of a prefix under one heading; where they are those of a kind, its entries alone are counted."""

    heading: str
    prefix: str
    kind: str = ""


class Pick(NamedTuple):
    """Its heading, and what it offers."""

    heading: str
    offers: tuple[Offers, ...] = ()
    is_typed: bool = True


class Offered(NamedTuple):
    """A facet to add: in which words, how many entries it has, what is asked with it, whether it is in the filter."""

    key: str
    name: str
    number: int
    then: Asked
    is_in: bool


TYPES = (
    Offers("Figures of", "measure", "figure"),
    Offers("Statements", "act", "statement"),
    Offers("Events", "type", "event"),
    Offers("Deadlines", "type", "commitment"),
    Offers("Agreements", "type", "agreement"),
    Offers("Positions on agreements", "type", "compliance"),
    Offers("Control of places", "type", "control"),
    Offers("Contacts", "type", "contact"),
    Offers("Sites", "type", "site"),
    Offers("Disputes", "type", "dispute"),
    Offers("Copies", "type", "copy"),
    Offers("Actors", "type", "actor"),
)
PICKS: dict[str, Pick] = {
    PERIOD: Pick("Days", is_typed=False),
    "place": Pick("Place", (Offers("Places", "place"), Offers("Countries", "country"))),
    "actor": Pick("Who is named", (Offers("People and organisations", "actor"),)),
    "says": Pick("Who says it", (Offers("Speakers and tellers", "says"),)),
    "outlet": Pick("Outlet", (Offers("Publishers of reports", "outlet"),)),
    "kind": Pick("Kind", (Offers("Kinds of entries", "kind"),), is_typed=False),
    "type": Pick("Type", TYPES, is_typed=False),
    "review": Pick(
        "Review",
        (Offers("What a person said of it", "review"), Offers("Accounts", "differs"), Offers("Not known", "lacks")),
        is_typed=False,
    ),
}


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """What the picker offers under the present filter. Raises AddressError where there is no such picker."""
    if id_ not in PICKS:
        raise AddressError("There is no such part of the filter.")
    pick = PICKS[id_]
    plain = replace(asked, typed=None, back=None, number=1)
    kinds = LISTS[asked.back].kinds if asked.back in LISTS else ()
    offers = _Offering(sight, plain, asked.typed or "")
    groups = {
        each.heading: found
        for each in pick.offers
        if not (kinds and each.kind and each.kind not in kinds) and (found := list(offers.of(each)))
    }
    months = list(_months(sight, plain)) if id_ == PERIOD else []
    return Page(
        title=f"Filter: {pick.heading.lower()}",
        template="pick.html",
        shown={
            "picker": id_,
            "pick": pick,
            "picks": {name: each.heading for name, each in PICKS.items()},
            "groups": groups,
            "months": months,
            "spans": _spans(sight, plain) if id_ == PERIOD else [],
            "back": asked.back if asked.back in BACK else "timeline" if id_ == "kind" else "overview",
            "plain": plain,
            "most": OFFERS,
        },
        rows=lambda: _rows(groups, months),
    )


class _Offering:
    """What can be added to what is asked, of which a name holds what was typed."""

    def __init__(self, sight: Sight, asked: Asked, typed: str) -> None:
        self._sight, self._asked, self._typed = sight, asked, typed
        self._by_kind: dict[str, dict[str, list[Offer]]] = {}

    def of(self, offers: Offers) -> Iterator[Offered]:
        """The facets with most entries."""
        for offer in self._of_a_kind(offers) if offers.kind else self._found(offers.prefix):
            is_in = offer.key in self._asked.keys
            then = self._asked.without_key(offer.key) if is_in else self._asked.with_key(offer.key)
            yield Offered(offer.key, NAMED.get(offers.prefix, _itself)(offer.name), offer.number, then, is_in)

    def _found(self, prefix: str) -> list[Offer]:
        return self._sight.reader.common(prefix, self._beside(prefix), self._typed, OFFERS)

    def _of_a_kind(self, offers: Offers) -> list[Offer]:
        if offers.prefix not in self._by_kind:
            wanted = self._beside(offers.prefix, "kind")
            self._by_kind[offers.prefix] = self._sight.reader.common_by_kind(offers.prefix, wanted, OFFERS)
        return self._by_kind[offers.prefix][offers.kind]

    def _beside(self, *prefixes: str) -> Filter:
        """The filter without what it has of these prefixes: any one of them will do."""
        keys = tuple(key for key in self._asked.keys if prefix_of(key) not in prefixes)
        return replace(self._asked.filter, keys=keys)


def _itself(name: str) -> str:
    return NAMES.get(name, name)


def _months(sight: Sight, asked: Asked) -> Iterator[Offered]:
    """The newest months in which anything of the filter happened."""
    anyday = Filter(keys=asked.keys, words=asked.words)
    strip = sight.reader.days(HAPPENED, anyday)
    counted = Counter[str]()
    for bar in strip.bars:
        counted[bar.since[: 4 if strip.unit == "year" else 7]] += bar.number
    for period in sorted(counted, reverse=True)[:MONTHS]:
        covered = days(period)
        if covered:
            then = replace(asked, since=covered[0].isoformat(), until=covered[1].isoformat())
            is_in = (then.since, then.until) == (asked.since, asked.until)
            yield Offered(period, in_words(period), counted[period], then, is_in)


def _spans(sight: Sight, asked: Asked) -> list[tuple[str, Asked]]:
    """The last days of the record, up to its newest report."""
    if sight.day is None:
        return []
    spans = ((length, dt.date.fromordinal(max(1, sight.day.toordinal() - length + 1))) for length in LAST)
    return [
        (f"the last {length} days", replace(asked, since=first.isoformat(), until=sight.day.isoformat()))
        for length, first in spans
    ]


def _rows(groups: Mapping[str, list[Offered]], months: list[Offered]) -> Iterator[dict[str, Any]]:
    for offer in (*(offer for offers in groups.values() for offer in offers), *months):
        yield {"key": offer.key, "name": offer.name, "number": offer.number, "in_filter": offer.is_in}
