"""One entry from the entries of several observations that tell one thing; where they differ, each account beside it.

Nobody wins: a field on which the tellings differ holds all their values, and `accounts` says who gives which. A value
that only says more exactly what another says (a day of that week, a town of that country) differs from nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from msgspec.structs import replace

from onrecord.model.entries import Account, AnyEntry, Cite, Link, Origins
from onrecord.model.iso import days
from onrecord.model.kinds import TELLERS, named_in
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.groups import Join
from onrecord.reconciling.joining.wording import tellings
from onrecord.reconciling.merging.cites import Cited, ordered

LONG = 1_000_000  # days
OWN = frozenset(
    {"id", "cites", "derived", "origins", "first_reported", "last_reported", "review", "links", "accounts", "outcomes"}
)


class Finest(NamedTuple):
    """A field of which the most precise value stands, with the fields that go with it; `width` says how much a value
    leaves open."""

    field: str
    beside: tuple[str, ...]
    width: Callable[[Any], int]


class Policy(NamedTuple):
    """How the fields of a kind are merged, beside those that are united (tuples) or alike.

    `words`: what stands in the words of the first report that tells it. `finest`: dates and places. `choose`: fields
    with a function from their values to the one that stands. `compared`: fields in which a difference is an account.
    """

    words: frozenset[str] = frozenset()
    finest: tuple[Finest, ...] = ()
    choose: Mapping[str, Callable[[Sequence[Any]], Any]] = {}
    compared: tuple[str, ...] = ()


def length(iso: str) -> int:
    """The days that an ISO date covers, beside the first."""
    covered = days(iso)
    return (covered[1] - covered[0]).days if covered else LONG


def width(place_id: str) -> int:
    """How wide the place of that key is: a town, a place that no list holds, a division, a region, a country."""
    _, _, key = place_id.partition(":")
    kinds = ("geonames:", "text:", "iso:", "region:")
    kind = next((number for number, start in enumerate(kinds) if key.startswith(start)), 0)
    return len(kinds) if kind == kinds.index("iso:") and "-" not in key else kind


ON = Finest("on", ("on_is", "on_basis"), length)
PLACE = Finest("place_id", ("place",), width)


def merged(told: Sequence[Reconciled], policy: Policy, reasons: Iterable[Join] = ()) -> Reconciled:
    """The one entry of these, the least observation first; each of them holds one observation."""
    if len(told) == 1:
        return told[0]
    cited = ordered(each for one in told for each in cites_of(one))
    numbers = {place_of(each): number for number, each in enumerate(cited)}
    entries = [_renumbered(each, numbers) for each in told]
    first = entries[0]
    known = {name for name in first.__struct_fields__ if name not in OWN}
    reported = sorted(day for entry in entries for day in (entry.first_reported, entry.last_reported) if day)
    fields, unlike = _fields(entries, known, policy)
    entry = replace(
        first,
        **fields,
        cites=tuple(each.cite for each in cited),
        derived=_derived(entries),
        origins=_origins(told),
        first_reported=reported[0] if reported else None,
        last_reported=reported[-1] if reported else None,
        links=_links(entries),
        accounts=tuple(account for name in (*policy.compared, *unlike) for account in _of_field(entries, name)),
    )
    members = tuple(member for each in told for member in each.members)
    joins = tuple(sorted(Join(*reason) for reason in reasons))
    return Reconciled(entry, members, tuple(each.document for each in cited), joins)


def cites_of(made: Reconciled) -> tuple[Cited, ...]:
    """The cites of an entry with their documents."""
    return tuple(map(Cited, made.cited, made.entry.cites))


def place_of(each: Cited) -> tuple[str, str, int, int, bool]:
    """What tells a cite from every other of an entry."""
    return each.document, each.cite.doc, each.cite.start, each.cite.end, bool(each.cite.supports)


def _renumbered(made: Reconciled, numbers: Mapping[tuple[str, str, int, int, bool], int]) -> AnyEntry:
    """The entry, its parts that name a cite by its number naming it by that among all cites."""
    own, changes = cites_of(made), {}
    for name in made.entry.__struct_fields__:
        parts = getattr(made.entry, name)
        if isinstance(parts, tuple) and parts and hasattr(parts[0], "cite"):
            changes[name] = tuple(replace(part, cite=numbers[place_of(own[part.cite])]) for part in parts)
    return replace(made.entry, **changes) if changes else made.entry


def _fields(
    entries: Sequence[AnyEntry], names: Iterable[str], policy: Policy
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What stands in each field of the merged entry; and the fields in which only those can differ whom people ruled to
    be one, for they hold one value: the first."""
    unlike = []
    found = {field: value for each in policy.finest for field, value in _most_precise(entries, each).items()}
    settled = {field for each in policy.finest for field in (each.field, *each.beside)}
    for name in names:
        values = [value for entry in entries if (value := getattr(entry, name)) not in (None, ())]
        if name in settled or not values:
            continue
        if name in policy.choose:
            found[name] = policy.choose[name](values)
        elif isinstance(values[0], tuple):
            found[name] = _each_once(each for value in values for each in value)
        elif name in policy.words:
            found[name] = values[0]
        elif name in _plural(type(entries[0])) or len(set(values)) == 1:
            found[name] = _all(values)
        else:
            found[name] = values[0]
            unlike.append(name)
    return found, tuple(sorted(set(unlike) - set(policy.compared)))


@cache
def _plural(kind: type[AnyEntry]) -> frozenset[str]:
    """The fields that hold one value or several."""
    shapes = get_type_hints(kind)
    return frozenset(
        name for name, shape in shapes.items() if any(get_origin(each) is tuple for each in get_args(shape))
    )


def _each_once(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values in their order, those that differ in capital letters alone as the first has them."""
    kept: dict[Any, Any] = {}
    for value in values:
        kept.setdefault(value.casefold() if isinstance(value, str) else value, value)
    return tuple(kept.values())


def _all(values: Sequence[Any]) -> Any:
    """The value, or all of them where they differ."""
    each = tuple(dict.fromkeys(values))
    return each[0] if len(each) == 1 else each


def _most_precise(entries: Sequence[AnyEntry], finest: Finest) -> dict[str, Any]:
    """The value that leaves least open, the first of equals, with what goes with it."""
    known = [entry for entry in entries if getattr(entry, finest.field) is not None]
    if not known:
        return {}
    best = min(known, key=lambda entry: finest.width(getattr(entry, finest.field)))
    return {field: getattr(best, field) for field in (finest.field, *finest.beside)}


def _derived(entries: Sequence[AnyEntry]) -> dict[str, str]:
    rules: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for field, used in entry.derived.items():
            rules[field].update(used.split(", "))
    return {field: ", ".join(sorted(used)) for field, used in sorted(rules.items())}


def _origins(told: Sequence[Reconciled]) -> Origins:
    """Who says it in the end, in how many wordings, in how many reports."""
    speakers = {name for each in told for name in tellers(each.entry)}
    passages = [cite.quote for each in told for cite in each.entry.cites if not cite.supports]
    return Origins(len(speakers) or 1, tellings(passages), len({document for each in told for document in each.cited}))


def tellers(entry: AnyEntry) -> tuple[str, ...]:
    """Those whose word the entry is."""
    return tuple(named_in(entry, TELLERS))


def _links(entries: Sequence[AnyEntry]) -> tuple[Link, ...]:
    return tuple(sorted({link for entry in entries for link in entry.links}, key=lambda link: (link.as_, link.to)))


def _of_field(entries: Sequence[AnyEntry], field: str) -> Iterable[Account]:
    told: dict[tuple[str, Hashable], list[AnyEntry]] = defaultdict(list)
    for entry in entries:
        value = getattr(entry, field)
        if value not in (None, ()):
            told[", ".join(tellers(entry)), value].append(entry)
    values = {value for _, value in told}
    if all(agree(one, other) for one in values for other in values):
        return
    for (per, value), each in sorted(told.items(), key=lambda kept: (kept[0][0], str(kept[0][1]))):
        cites = {cite for entry in each for cite in entry.cites if not cite.supports}
        yield Account(per, field, value, tuple(sorted(cites, key=_place)))


def agree(one: Any, other: Any) -> bool:
    """Whether two values of a field can both be so: alike, one among the others, one day within a period."""
    if one == other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) <= set(other) or set(other) <= set(one)
    if isinstance(one, str) and isinstance(other, str) and (first := days(one)) and (second := days(other)):
        return first[0] <= second[1] and second[0] <= first[1]
    return False


def _place(cite: Cite) -> tuple[str, int, int]:
    return cite.doc, cite.start, cite.end
