"""What an address asks for: the filter, the order, which part of a long list, as known on which day.

Every query parameter has one name and a plain value, so that an address can be read, written by hand and kept:
`/figures?measure=killed&country=Sudan&since=2023-04-15&page=2`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import OnrecordError
from onrecord.model.filters import Filter

FACETS = (
    *("place", "country", "actor", "says", "outlet", "kind", "measure", "act", "type", "review", "differs", "lacks"),
    *("report",),
)  # query parameters that are prefixes of facet keys
ORDERS = ("newest", "oldest", "most reports", "name")
LONGEST = 300  # characters of a value
MOST = 40  # values
PAGES = 200

Query = list[tuple[str, str]]


class AskedError(OnrecordError):
    """An address asks for what there cannot be."""


class Asked(Struct, frozen=True, kw_only=True):
    """`keys` are facets; `since` and `until` ISO days, inclusive; `words` phrases that an entry must hold; `as_of` the
    day as known on which the record is shown; `number` which part of a long list, from 1; `new` the day since which
    reports count as new; `typed` the letters that what is offered must hold, `back` the page for which it is offered.
    `visited` is when the reader last looked (ISO, UTC), which the server knows and no address says."""

    keys: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: tuple[str, ...] = ()
    as_of: str | None = None
    order: str | None = None
    number: int = 1
    new: str | None = None
    typed: str | None = None
    back: str | None = None
    visited: str | None = None

    @property
    def filter(self) -> Filter:
        return Filter(keys=self.keys, since=self.since, until=self.until, words=self.words)

    @property
    def is_filtered(self) -> bool:
        return bool(self.keys or self.since or self.until or self.words)

    def with_key(self, key: str) -> "Asked":
        """The same with one facet more, from the first part."""
        return replace(self, keys=tuple(dict.fromkeys((*self.keys, key))), number=1)

    def without_key(self, key: str) -> "Asked":
        return replace(self, keys=tuple(each for each in self.keys if each != key), number=1)

    def query(self) -> Query:
        """The parameters from which `asked` makes the same again; defaults are left out."""
        return list(self._query())

    def _query(self) -> Iterator[tuple[str, str]]:
        for key in self.keys:
            prefix, _, value = key.partition(":")
            yield prefix, value
        yield from (("q", phrase) for phrase in self.words)
        plain = {"since": self.since, "until": self.until, "as_of": self.as_of, "order": self.order, "new": self.new}
        plain |= {"typed": self.typed, "back": self.back}
        yield from ((name, value) for name, value in plain.items() if value)
        if self.number != 1:
            yield "page", str(self.number)


def asked(query: Iterable[tuple[str, str]]) -> Asked:
    """What the query parameters ask for. Unknown ones are passed over; raises AskedError for values that cannot be."""
    given: dict[str, list[str]] = {}
    for name, value in query:
        text = " ".join(value.split())
        if len(text) > LONGEST:
            raise AskedError(f"The value of {name} is {len(text)} characters long: expected at most {LONGEST}.")
        if text:
            given.setdefault(name, []).append(text)
    if sum(map(len, given.values())) > MOST:
        raise AskedError(f"The address asks for more than {MOST} things at once: take some away.")
    return Asked(
        keys=tuple(dict.fromkeys(f"{facet}:{value}" for facet in FACETS for value in given.get(facet, ()))),
        since=_day("since", given),
        until=_day("until", given),
        words=tuple(dict.fromkeys(given.get("q", ()))),
        as_of=_day("as_of", given),
        order=_one_of("order", given.get("order"), ORDERS),
        number=_number(given.get("page")),
        new=_day("new", given),
        typed=given.get("typed", [None])[-1],
        back=given.get("back", [None])[-1],
    )


def _day(name: str, given: dict[str, list[str]]) -> str | None:
    values = given.get(name)
    if not values:
        return None
    try:
        return dt.date.fromisoformat(values[-1]).isoformat()
    except ValueError as error:
        raise AskedError(f"{values[-1]!r} is no day: expected one such as 2023-04-15 for {name}.") from error


def _one_of(name: str, values: Sequence[str] | None, among: Sequence[str]) -> str | None:
    if not values:
        return None
    if values[-1] not in among:
        raise AskedError(f"{values[-1]!r} is no {name}: expected one of {', '.join(among)}.")
    return values[-1]


def _number(values: Sequence[str] | None) -> int:
    if not values:
        return 1
    if not values[-1].isascii() or not values[-1].isdigit() or not 1 <= int(values[-1]) <= PAGES:
        raise AskedError(f"{values[-1]!r} is no page of a list: expected a number from 1 to {PAGES}.")
    return int(values[-1])
