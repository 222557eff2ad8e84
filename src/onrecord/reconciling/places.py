"""Places: one entry for each place, from all the reports that name it."""

from onrecord.model.entries import PlaceEntry
from onrecord.model.findings import PlaceFinding
from onrecord.model.places import PRECISIONS, Place
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.named import named_entry


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one place that the block's observations name."""
    made = (noted.observation.finding for noted in block.noted)
    findings = [finding for finding in made if isinstance(finding, PlaceFinding)]
    if not findings:
        return []
    places = [finding.place.value for finding in findings]
    place = most_precise(places)
    entry = named_entry(
        block,
        PlaceEntry,
        findings,
        [*(said.value for finding in findings for said in finding.aliases), *(each.name for each in places)],
        name=place.name,
        precision=place.precision,
        country=place.country,
        iso3=place.iso3,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
    )
    return [entry]


def most_precise(places: list[Place]) -> Place:
    """The reading of the place that is surest of where it is, the name deciding among equals."""

    def rank(place: Place) -> tuple[int, str, str]:
        known = PRECISIONS.index(place.precision) if place.precision in PRECISIONS else len(PRECISIONS)
        return known, place.name, repr(place)

    return min(places, key=rank)
