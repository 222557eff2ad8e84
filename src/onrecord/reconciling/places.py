"""Places: one entry for each place, from all the reports that name it."""

from onrecord.model.entries import Origins, PlaceEntry
from onrecord.model.findings import PlaceFinding
from onrecord.model.places import PRECISIONS, Place
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one place that the block's observations name."""
    findings = [noted.observation.finding for noted in block.noted]
    known = [finding for finding in findings if isinstance(finding, PlaceFinding)]
    if not known:
        return []
    place = most_precise([finding.place.value for finding in known])
    forms = {said.value for finding in known for said in finding.aliases}
    forms |= {finding.place.value.name for finding in known}
    cited = cites.ordered(
        each
        for noted in block.noted
        for each in cites.evidence(noted, block.frame(noted)) + cites.support(noted, block.frame(noted))
    )
    reports = len({noted.observation.document for noted in block.noted})
    first, last = block.reported()
    entry = PlaceEntry(
        id=block.noted[0].observation.id,
        cites=tuple(each.cite for each in cited),
        derived=cites.derived(pair for finding in known for pair in saids(finding)),
        origins=Origins(speakers=1, tellings=reports, reports=reports),
        first_reported=first,
        last_reported=last,
        name=place.name,
        precision=place.precision,
        aliases=tuple(sorted(forms - {place.name})),
        country=place.country,
        iso3=place.iso3,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
    )
    members = tuple(noted.observation.id for noted in block.noted)
    return [Reconciled(entry, members, tuple(each.document for each in cited))]


def most_precise(places: list[Place]) -> Place:
    """The reading of the place that is surest of where it is, the name deciding among equals."""

    def rank(place: Place) -> tuple[int, str, str]:
        known = PRECISIONS.index(place.precision) if place.precision in PRECISIONS else len(PRECISIONS)
        return known, place.name, repr(place)

    return min(places, key=rank)
