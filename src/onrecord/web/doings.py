"""What is told of one actor or place: by day, in numbers, and under which names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.entries import ActorEntry, AnyEntry, PlaceEntry
from onrecord.model.filters import Filter
from onrecord.model.findings import ActorFinding, PlaceFinding
from onrecord.model.iso import days
from onrecord.model.kinds import happened
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.web.asked import Asked
from onrecord.web.sight import Sight

SAME = "same occurrence"
RANK = {"statement": 1, "event": 2}  # kinds that another tells better: the deadline that a threat sets
NAMED = 100  # reports in which names and offices are sought
LISTS = {
    "statement": "statements",
    "event": "events",
    "commitment": "commitments",
    "contact": "contacts",
    "control": "control",
    "figure": "figures",
    "compliance": "agreements",
    "site": "sites",
    "dispute": "disputes",
    "document": "reports",
}  # kinds and the pages that list them
COUNTED = {
    "commitment": ("deadline", "deadlines"),
    "document": ("report", "reports"),
    "compliance": ("position on an agreement", "positions on agreements"),
    "control": ("claim of control", "claims of control"),
}


class OfDay(Struct, frozen=True):
    """What is told of one day or range of days; of no known day where `day` is None."""

    day: str | None
    entries: tuple[AnyEntry, ...]


class Number(Struct, frozen=True):
    """How many entries of a kind there are, the page that lists them, and what it is asked for."""

    number: int
    word: str
    page: str
    asked: Asked


class Name(Struct, frozen=True, kw_only=True):
    """A name or an office, with the first report that gives it, the day of that, and where its words stand."""

    name: str
    report: str
    doc: str
    published: str | None
    cite: Span | None


def narrowed(asked: Asked, key: str) -> Filter:
    """What is asked for, of one actor or place alone; `key` is the facet."""
    return of_key(asked, key).filter


def of_key(asked: Asked, key: str) -> Asked:
    """The same as asked, with this facet in the place of others of its prefix."""
    prefix = key.partition(":")[0] + ":"
    kept = tuple(each for each in asked.keys if not each.startswith(prefix))
    return replace(asked, keys=(*kept, key), number=1, order=None)


def by_day(entries: Iterable[AnyEntry]) -> list[OfDay]:
    """The entries by the day of what they tell, the newest first, those of no known day last; what is one occurrence
    told as several kinds stands there once."""
    groups: dict[str | None, list[AnyEntry]] = {}
    for entry in sorted(_once(entries), key=_newest):
        groups.setdefault(happened(entry), []).append(entry)
    return [OfDay(day, tuple(held)) for day, held in groups.items()]


def numbers(sight: Sight, asked: Asked, key: str) -> list[Number]:
    """How many entries of each kind the facet finds, under what is asked."""
    wanted = of_key(asked, key)
    counts = sight.reader.tally(wanted.filter)
    return [
        Number(counts[kind], _word(kind, counts[kind]), page, wanted)
        for kind, page in LISTS.items()
        if counts.get(kind)
    ]


def _word(kind: str, number: int) -> str:
    one, several = COUNTED.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else several


def names(sight: Sight, entry: ActorEntry | PlaceEntry) -> list[Name]:
    """The other names, each with the report that first gives it."""
    return _first(sight, entry, "aliases", entry.aliases)


def offices(sight: Sight, entry: ActorEntry) -> list[Name]:
    """The offices, each with the report that first gives it."""
    return _first(sight, entry, "roles", entry.roles)


def _once(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """One entry of each occurrence, that of the kind that tells most of it."""
    told = {entry.id: entry for entry in sorted(entries, key=lambda each: (RANK.get(each.kind, 0), each.id))}
    same: dict[str, set[str]] = defaultdict(set)
    for entry in told.values():
        for link in entry.links:
            if link.as_ == SAME:
                same[entry.id].add(link.to)
                same[link.to].add(entry.id)
    kept: dict[str, AnyEntry] = {}
    for id_, entry in told.items():
        if same[id_].isdisjoint(kept):
            kept[id_] = entry
    return list(kept.values())


def _first(sight: Sight, entry: ActorEntry | PlaceEntry, field: str, wanted: Sequence[str]) -> list[Name]:
    if not wanted:
        return []
    ids = sight.reader.first_told(entry.id, NAMED)
    noted = {each.observation.id: each.observation for each in sight.reader.noted_of(ids)}
    frames = {frame.id: frame for frame in sight.reader.frames({each.document for each in noted.values()})}
    found: dict[str, Name] = {}
    for id_ in ids:
        seen, frame = noted[id_], frames[noted[id_].document]
        if not isinstance(seen.finding, (ActorFinding, PlaceFinding)):
            continue
        published = frame.dates[seen.part].published if seen.part < len(frame.dates) else None
        said: tuple[Said[str], ...] = getattr(seen.finding, field, ())
        for each in said:
            name = Name(
                name=each.value,
                report=frame.id,
                doc=frame.label,
                published=published,
                cite=each.words[0] if each.words else None,
            )
            found.setdefault(each.value, name)
    return [found[each] for each in wanted if each in found]


def _newest(entry: AnyEntry) -> tuple[bool, int, int, str, str]:
    covered = days(happened(entry))
    if covered is None:
        return True, 0, 0, entry.kind, entry.id
    return False, -covered[1].toordinal(), -covered[0].toordinal(), entry.kind, entry.id
