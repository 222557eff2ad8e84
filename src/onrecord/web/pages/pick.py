"""What can be added to the filter: places, people, outlets, kinds and days, each with how many entries it has."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.errors import AddressError
from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.model.iso import days, in_words
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.pages.lists import LISTS
from onrecord.web.pages.timeline import HAPPENED
from onrecord.web.saying import plain_type
from onrecord.web.sight import Sight
from onrecord.web.strips import HEADINGS

OFFERS = 36
MONTHS = 24
LAST = (7, 30, 90)
PERIOD = "period"
BACK = ("overview", "timeline", "map", *LISTS)
NAMES = {"yes": "accounts differ", "day": "no day known", "place": "no place known"}


class Pick(NamedTuple):
    """Its heading, and the facets that it offers, each with a heading of its own."""

    heading: str
    prefixes: Mapping[str, str]
    is_typed: bool = True


class Offered(NamedTuple):
    """A facet to add: in which words, how many entries it has, what is asked with it, whether it is in the filter."""

    key: str
    name: str
    number: int
    then: Asked
    is_in: bool


PICKS: dict[str, Pick] = {
    PERIOD: Pick("Days", {}, is_typed=False),
    "place": Pick("Place", {"place": "Places", "country": "Countries"}),
    "actor": Pick("Who is named", {"actor": "People and organisations"}),
    "says": Pick("Who says it", {"says": "Speakers and tellers"}),
    "outlet": Pick("Outlet", {"outlet": "Publishers of reports"}),
    "kind": Pick("Kind", {"kind": "Kinds of entries"}, is_typed=False),
    "type": Pick("Type", {"measure": "Figures of", "act": "Statements that", "type": "Events, deadlines and the rest"}),
    "review": Pick("State", {"review": "Review", "differs": "Accounts", "lacks": "Not known"}, is_typed=False),
}


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """What the picker offers under the present filter. Raises AddressError where there is no such picker."""
    if id_ not in PICKS:
        raise AddressError("There is no such part of the filter.")
    pick = PICKS[id_]
    plain = replace(asked, typed=None, back=None, number=1)
    groups = {
        heading: offers
        for prefix, heading in pick.prefixes.items()
        if (offers := list(_offers(sight, plain, prefix, asked.typed or "")))
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


def _offers(sight: Sight, asked: Asked, prefix: str, typed: str) -> Iterator[Offered]:
    """The facets with most entries; what is in the filter under the same prefix does not narrow them, as any of them
    will do."""
    others = tuple(key for key in asked.keys if prefix_of(key) != prefix)
    wanted = Filter(keys=others, since=asked.since, until=asked.until, words=asked.words)
    for offer in sight.reader.common(prefix, wanted, typed, OFFERS):
        is_in = offer.key in asked.keys
        then = asked.without_key(offer.key) if is_in else asked.with_key(offer.key)
        name = (
            HEADINGS.get(offer.name, offer.name)
            if prefix == "kind"
            else NAMES.get(offer.name, plain_type(offer.name) if prefix == "type" else offer.name)
        )
        yield Offered(offer.key, name, offer.number, then, is_in)


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
