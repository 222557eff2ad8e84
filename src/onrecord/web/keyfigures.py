"""The key figures of a filter: the newest of each, its series as a small drawing, and who says otherwise.

Which figures are key, and which stand in front, is what the situation report decides as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.entries import ActorEntry, AnyEntry, DisputeEntry, FigureEntry, PlaceEntry
from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.publishing.sitrep.figures import DONE_TO, KEY_MEASURES, PEOPLE, TOTALS, by_source, key_groups, vague
from onrecord.web.charts import Chart, chart
from onrecord.web.saying import amount
from onrecord.web.sight import Sight

AT_ONCE = 60  # of the newest figures of a family of measures
DISPUTES = 20
ALSO = 2  # other values on a card
LONG, INITIALS = 24, 8  # letters of a long name, and of what may stand for it
FAMILIES = (
    PEOPLE,
    tuple(measure for measure in DONE_TO if measure not in PEOPLE),
    tuple(measure for measure in KEY_MEASURES if measure not in (*PEOPLE, *DONE_TO)),
)
MEASURE = "measure"
RIVAL = "rival figures"


class Card(Struct, frozen=True):
    """A key figure: `drawing` of it among values that compare, the `rivals` that differ from it, `also` what others
    count of the same, there or with no place told."""

    figure: FigureEntry
    drawing: Chart | None
    rivals: tuple[FigureEntry, ...]
    also: tuple[FigureEntry, ...]


def cards(sight: Sight, wanted: Filter, country: str | None, most: int) -> list[Card]:
    """The key figures among the newest that the filter lets through, one of each measure in turn; figures of people
    hurt in another country than the one that most is of are left out."""
    figures = list(_newest(sight, wanted))
    told = [by_source(group) for group in islice(key_groups(figures, _abroad(sight, country, figures)), most)]
    rivals = _rivals(sight, [values[0][0] for values in told])
    return [_card(values, rivals) for values in told]


def initials(sight: Sight, figures: Iterable[FigureEntry]) -> dict[str, str]:
    """The initials that tellers with long names go by in the reports, by the name."""
    ids = [id_ for figure in figures for name, id_ in zip(figure.per, figure.per_ids, strict=False) if len(name) > LONG]
    found = {}
    for actor in sight.entries_at(ids):
        short = [] if not isinstance(actor, ActorEntry) else [name for name in actor.aliases if _is_short(name)]
        if short and isinstance(actor, ActorEntry):
            found[actor.name] = min(short, key=lambda name: (len(name), name))
    return found


def _is_short(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) <= INITIALS


def _newest(sight: Sight, wanted: Filter) -> Iterator[FigureEntry]:
    """The newest figures of each family of measures, or of those that the filter names."""
    is_named = any(prefix_of(key) == MEASURE for key in wanted.keys)
    for family in [()] if is_named else FAMILIES:
        narrowed = replace(wanted, keys=(*wanted.keys, *(f"{MEASURE}:{measure}" for measure in family)))
        found = sight.browse(["figure"], narrowed, limit=AT_ONCE)
        yield from (entry for entry in found if isinstance(entry, FigureEntry) and entry.review != "rejected")


def _rivals(sight: Sight, figures: Sequence[FigureEntry]) -> dict[str, list[FigureEntry]]:
    """The figures that a dispute sets against each of these, by id."""
    own = sight.reader.members(figure.id for figure in figures)
    keys = tuple(f"to:{id_}" for figure in figures for id_ in (figure.id, *own.get(figure.id, ())))
    disputes = sight.browse(["dispute"], Filter(keys=keys), limit=DISPUTES) if keys else []
    over = [each.over_ids for each in disputes if isinstance(each, DisputeEntry) and each.type == RIVAL]
    known = {entry.id: entry for entry in sight.entries_at(id_ for ids in over for id_ in ids)}
    found: dict[str, list[FigureEntry]] = defaultdict(list)
    for figure in figures:
        others = dict.fromkeys(id_ for ids in over if figure.id in ids for id_ in ids if id_ != figure.id)
        found[figure.id] = [each for id_ in others if isinstance(each := known.get(id_), FigureEntry)]
    return found


def _abroad(sight: Sight, main: str | None, figures: Sequence[FigureEntry]) -> Callable[[FigureEntry], bool]:
    """Tells the figures of another country than the main one, where there is one."""
    if main is None:
        return lambda _: False
    places: Iterable[AnyEntry] = sight.entries_at(figure.place_id for figure in figures if figure.place_id)
    countries = {place.id: place.country for place in places if isinstance(place, PlaceEntry)}
    return lambda figure: countries.get(figure.place_id or "") not in (None, main)


def main_country(sight: Sight, wanted: Filter) -> str | None:
    """The country that most entries of the filter with any are of."""
    offers = sight.reader.common("country", wanted, limit=8)
    if not offers or 2 * offers[0].number < sum(offer.number for offer in offers):
        return None
    return offers[0].name


def _card(told: Sequence[Sequence[FigureEntry]], rivals: dict[str, list[FigureEntry]]) -> Card:
    lead = told[0][0]
    group = [figure for values in told for figure in values]
    against = [each for each in rivals.get(lead.id, ()) if amount(each) != amount(lead)]
    shown = {lead.id, *(each.id for each in against)}
    beside = [
        values[0]
        for values in told[1:]
        if values[0].id not in shown
        and not vague(values[0])
        and amount(values[0]) != amount(lead)
        and _alike(values[0], lead)
    ]
    return Card(
        figure=lead,
        drawing=chart([*_comparable(lead, group), *against[:2]], small=True),
        rivals=tuple(against[:2]),
        also=tuple(beside[:ALSO]) if not against else (),
    )


def _alike(figure: FigureEntry, lead: FigureEntry) -> bool:
    """Whether it is counted as the other is, or as a total where nothing is said of how that is, of its place if of
    any."""
    of_a_kind = figure.count == lead.count or (lead.count in (None, *TOTALS) and figure.count in TOTALS)
    return of_a_kind and figure.place_id in (None, lead.place_id)


def _comparable(lead: FigureEntry, group: Iterable[FigureEntry]) -> Iterator[FigureEntry]:
    """The figure and the values of the same series; of what is in none, the totals of the same place."""
    for figure in group:
        if figure is lead or (figure.series is not None and figure.series == lead.series):
            yield figure
        elif lead.series is None and lead.place_id is not None and figure.count in TOTALS:
            yield from [figure] if (figure.count, figure.place_id) == (lead.count, lead.place_id) else []
