"""What part of a record somebody wants to see."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from onrecord.model.facets import prefix_of


class Filter(Struct, frozen=True, kw_only=True):
    """Nothing is left out where nothing is asked.

    `keys` are facets (see `model.facets`): an entry must be found under one of those of each prefix. `since` and
    `until` are ISO days, both inclusive: an entry whose day or range overlaps them stays, one of no known day does not.
    `words` are phrases, each of which its words must hold, whatever their case, accents and punctuation.
    """

    keys: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: tuple[str, ...] = ()

    @property
    def alternatives(self) -> Sequence[Sequence[str]]:
        """The keys in groups, of each of which an entry needs one."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in dict.fromkeys(self.keys):
            groups[prefix_of(key)].append(key)
        return list(groups.values())

    @property
    def period(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day asked for, an open end being that of the calendar; None where no day is asked for.
        Raises ValueError where one is no ISO day."""
        if self.since is None and self.until is None:
            return None
        return _day(self.since, dt.date.min), _day(self.until, dt.date.max)

    def holds(self, keys: Collection[str] | Mapping[str, str], span: tuple[dt.date, dt.date] | None) -> bool:
        """Whether an entry of these facets and days stays, as far as no words are asked for."""
        period = self.period
        if period is not None and (span is None or span[1] < period[0] or span[0] > period[1]):
            return False
        return all(any(key in keys for key in group) for group in self.alternatives)


def _day(iso: str | None, otherwise: dt.date) -> dt.date:
    return otherwise if iso is None else dt.date.fromisoformat(iso)
