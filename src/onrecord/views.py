"""What can be asked of a record: typed entries, reports, words, what it was on a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain, islice
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict, TypeVar, Unpack, cast, overload

from msgspec.structs import replace

from onrecord import selecting, standing
from onrecord.model import outlook
from onrecord.model.entries import (
    ActorEntry,
    AnyEntry,
    CommitmentEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    PlaceEntry,
    StatementEntry,
)
from onrecord.model.kinds import KINDS
from onrecord.model.rulings import REJECTED, Standing
from onrecord.selecting import Wanted
from onrecord.store import Matches, Reader, Store

if TYPE_CHECKING:  # these load much, where they are asked for alone
    from onrecord.asof import Excerpt
    from onrecord.comparing import Changes
    from onrecord.explaining import Why

PathName = str | PathLike[str]
Day = str | dt.date
E = TypeVar("E", bound=Entry)
AT_ONCE = 500  # entries that are held at once


class Asked(TypedDict, total=False):
    """What to pick among entries; nothing is left out where nothing is asked.

    `measure`: figures of that measure ("killed"). `per`: what that source or speaker says; `by`: what that side does,
    says or holds; `place`: what is of that place: part of the name, in any case, or another name of the same. `since`,
    `until`: what happened then, both inclusive, as ISO dates or dates; an actor or place counts by when it is reported.
    `rejected`: whether entries that a person rejected come as well.
    """

    measure: str | None
    per: str | None
    by: str | None
    place: str | None
    since: Day | None
    until: Day | None
    rejected: bool


class View:
    """A record to be read. It must be closed, or used as a context manager. `day` is the one that it is a record of,
    where that is another than the day of its newest report."""

    day: dt.date | None = None

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent state of the record, to be asked many things."""
        with self._store.reading() as view:
            yield view

    def close(self) -> None:
        """Lets go of the file; the record cannot be used afterwards."""
        self._store.close()

    @overload
    def entries(self, kind: type[E], **asked: Unpack[Asked]) -> Iterator[E]: ...
    @overload
    def entries(self, kind: str | None = None, **asked: Unpack[Asked]) -> Iterator[AnyEntry]: ...
    def entries(self, kind: "type[Entry] | str | None" = None, **asked: Unpack[Asked]) -> Iterator[Any]:
        """The entries of a kind, by their days: `entries("event")`, or typed, `entries(EventEntry)`; all of them, kind
        by kind, where none is named. `asked` picks among them, as `Asked` says.

        Raises ValueError where there is no such kind, or where a day is no ISO date.
        """
        name = str(kind.__struct_config__.tag) if isinstance(kind, type) else kind
        if name is not None and name not in KINDS:
            raise ValueError(f"there are no entries of the kind {name!r}; the kinds are: {', '.join(KINDS)}")
        wanted = Wanted(
            measure=asked.get("measure"),
            per=asked.get("per"),
            by=asked.get("by"),
            place=asked.get("place"),
            since=_day(asked.get("since")),
            until=_day(asked.get("until")),
        )
        return self._selected(name, wanted, rejected=asked.get("rejected", False))

    def documents(self, **asked: Unpack[Asked]) -> Iterator[DocumentEntry]:
        """The reports, by their date of publication."""
        return self.entries(DocumentEntry, **asked)

    def figures(self, **asked: Unpack[Asked]) -> Iterator[FigureEntry]:
        """The figures, by the day they stand for."""
        return self.entries(FigureEntry, **asked)

    def statements(self, **asked: Unpack[Asked]) -> Iterator[StatementEntry]:
        """The statements, by the day they were made."""
        return self.entries(StatementEntry, **asked)

    def actors(self, **asked: Unpack[Asked]) -> Iterator[ActorEntry]:
        """The people and bodies who are named, by name."""
        return self.entries(ActorEntry, **asked)

    def places(self, **asked: Unpack[Asked]) -> Iterator[PlaceEntry]:
        """The places that are named, by name."""
        return self.entries(PlaceEntry, **asked)

    def entry(self, address: str) -> AnyEntry | None:
        """The entry of that id, or the one that the observation of that id went into; None where there is none."""
        with self._store.reading() as view:
            entry = view.entry(address)
            return None if entry is None else next(self._judged(view, [entry]))

    def why(self, address: str) -> "Why":
        """What speaks for an entry: its tellings with the rule and words behind each value, the reasons for which they
        were joined, and the entries linked with it.

        `address` as for `entry`, or the first 6 or more characters of an id. Raises AddressError where there is no such
        entry, or more than one.
        """
        from onrecord import explaining

        with self._store.reading() as view:
            found = explaining.why(view, address)
            return replace(found, entry=next(self._judged(view, [found.entry])))

    def search(self, *phrases: str, limit: int | None = None) -> Matches:
        """The reports whose text holds each of the phrases, whatever their case, accents and punctuation: how many, and
        the best of them with the passages around the words, best first, at most `limit`."""
        with self._store.reading() as view:
            return view.matching(phrases, limit)

    def texts(self) -> dict[str, str]:
        """The stored text of every report, by the name that cites give it."""
        with self._store.reading() as view:
            return view.texts()

    def published(self, names: Iterable[str] | None = None) -> dict[str, str | None]:
        """When the reports were published, as ISO dates, by the names that cites give them: of these, or of all."""
        with self._store.reading() as view:
            return view.published(names)

    def rulings(self, address: str | None = None) -> list[Standing]:
        """What people ruled, in the order in which they did, withdrawn rulings too: all of it, or what touches the
        entry at the address. Raises AddressError where there is no such entry."""
        with self._store.reading() as view:
            return standing.rulings(view, address)

    def state_of(self, address: str) -> str:
        """A hash of what the entry at the address tells: given as `seen` to `Record.rule`, a confirmation covers this
        and not what came to it meanwhile. Raises AddressError where there is no such entry."""
        with self._store.reading() as view:
            return standing.state(view, address)

    def names_of_reports(self) -> dict[str, str]:
        """The names that cites give the reports, by the ids under which rulings name them."""
        with self._store.reading() as view:
            return {frame.id: frame.label for frame in view.frames()}

    def unattached(self) -> list[Standing]:
        """The rulings that were not withdrawn and take hold of nothing: the passages that they name are read otherwise
        now, or are not in the record."""
        return [each for each in self.rulings() if each.ruling.withdrawn is None and not each.holds]

    def _selected(self, kind: str | None, wanted: Wanted, *, rejected: bool = False) -> Iterator[Any]:
        with self._store.reading() as view:
            known = {
                name: selecting.ids_of(name, cast("Iterator[Any]", chain(view.entries("actor"), view.entries("place"))))
                for name in wanted.names.values()
            }
            found = view.entries(kind)
            if not rejected:
                found = standing.without(found, standing.rejected(view))
            yield from selecting.selected(self._judged(view, found), wanted, known)

    def _judged(self, view: Reader, entries: Iterable[AnyEntry]) -> Iterator[AnyEntry]:
        """The entries, commitments as they stand on the day of the newest report, or on that of the record."""
        rest = iter(entries)
        day = self.day
        while kept := list(islice(rest, AT_ONCE)):
            ids = [entry.id for entry in kept if isinstance(entry, CommitmentEntry)]
            day = day or (view.newest() if ids else None)
            yield from outlook.judged(kept, day, view.corrected(ids) if ids else ())

    def as_of(self, day: Day) -> "AsOf":
        """The record of the reports that were published by the day, inclusive, and of no others.

            with record.as_of("2023-05-01") as then:
                print(len(list(then.figures())), "figures;", len(then.undated), "reports without a date are left out")

        It is made anew from what was read in those reports, in a temporary folder, and goes with `close`. Raises
        ValueError where the day is no ISO date.
        """
        from onrecord import asof

        with self._store.reading() as view:
            return AsOf(asof.published_by(view, _known_day(day)), _known_day(day))

    def changes(self, *, since: Day | None = None, added_since: str | dt.datetime | None = None) -> "Changes":
        """What the reports brought that were published on the day `since` or later, or were added at the time
        `added_since` or later: entries that are new, that read otherwise, that were contradicted.

        Reports of which nobody knows when they were published count as known all along. A time that names no zone is
        this machine's. Raises ValueError where a day or time is none in ISO form, or unless one of the two is given.
        """
        if (since is None) == (added_since is None):
            raise ValueError("expected one of since (a day) and added_since (a time)")
        from onrecord import asof, comparing

        with self._store.reading() as now:
            if since is not None:
                fresh, again = asof.published_since(now, _known_day(since)), set[str]()
            else:
                began = _in_utc(added_since or "")
                fresh, again = now.logged("added", began), now.logged("read again", began)
            reports = tuple(each for each in now.entries_at(fresh) if isinstance(each, DocumentEntry))
            changes = []
            if fresh:
                with closing(asof.without(now, fresh)) as excerpt, excerpt.store.reading() as then:
                    changes = comparing.compared(then, now, self.day)
            undated = (
                sum(1 for frame in now.frames() if not all(date.published for date in frame.dates)) if since else 0
            )
        changes = [change for change in changes if change.entry.review != REJECTED]
        return comparing.Changes(reports=reports, changes=tuple(changes), undated=undated, reread=len(again - fresh))


class AsOf(View):
    """A record as it was known on a day. `undated` are the ids of the reports that are left out because it is not known
    when they were published."""

    def __init__(self, excerpt: "Excerpt", day: dt.date) -> None:
        super().__init__(excerpt.store)
        self._excerpt = excerpt
        self.day = day
        self.undated = excerpt.undated

    def close(self) -> None:
        """Takes the temporary record away."""
        self._excerpt.close()


def _day(day: Day | None) -> dt.date | None:
    """Raises ValueError where a text is no ISO date."""
    return dt.date.fromisoformat(day) if isinstance(day, str) else day


def _in_utc(time: str | dt.datetime) -> str:
    moment = dt.datetime.fromisoformat(time) if isinstance(time, str) else time
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _known_day(day: Day) -> dt.date:
    return dt.date.fromisoformat(day) if isinstance(day, str) else day
