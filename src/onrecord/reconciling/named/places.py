"""Places: one entry for each place, from all the reports that name it."""

from onrecord.model.entries import PlaceEntry
from onrecord.model.findings import Observation, PlaceFinding
from onrecord.model.frames import PartDate
from onrecord.model.places import PRECISIONS, Place
from onrecord.reconciling.blocks import Block, Reconciled, key_of
from onrecord.reconciling.named.entries import leading, named_entry


def block(observation: Observation, _: PartDate) -> str:
    """All that name the place."""
    finding = observation.finding
    assert isinstance(finding, PlaceFinding)
    return key_of(finding.place.value)


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one place that the block's observations name."""
    noted = leading(block.noted)
    findings = [finding for each in noted if isinstance(finding := each.observation.finding, PlaceFinding)]
    if not findings:
        return []
    places = [finding.place.value for finding in findings]
    place = most_precise([each for each in places if key_of(each) == block.key] or places)
    entry = named_entry(
        block,
        PlaceEntry,
        noted,
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
