"""Sites as the report shows them: posts, bases, crossings, camps, hospitals, and in what state they are said to be."""

from collections.abc import Sequence

from onrecord.model.entries import SiteEntry
from onrecord.model.kinds import numbers
from onrecord.model.terms import SITES
from onrecord.publishing.sitrep import rows
from onrecord.publishing.sitrep.claims import Claim, Fixed, Number, Words
from onrecord.publishing.sitrep.maker import Maker, newest
from onrecord.publishing.sitrep.report import Section
from onrecord.publishing.sitrep.rows import Cells

LONG = 100
TABLE = rows.Table(
    heading="Posts, bases, crossings, camps, hospitals",
    note="as reports describe them",
    columns=("Site", "Of", "Place", "State", "Day", "Per"),
    words=("site", "sites"),
    rest="onrecord show RECORD sites",
    most=12,
)


def section(sites: list[SiteEntry], maker: Maker) -> Section | None:
    """The table of the sites, the newest first; a site of which neither a state nor a number is told is left out."""

    def cells(site: SiteEntry) -> Cells:
        per = [*maker.teller(site), *maker.told(site)]
        return _what(site), maker.sides(site, "owner"), maker.place(site), _state(site), maker.day(site), per

    known = [site for site in sites if site.state or site.count is not None]
    return rows.section(TABLE, newest(known), cells, maker)


def _what(site: SiteEntry) -> list[Claim]:
    counts = numbers(site.count)
    counted: list[Claim] = [] if counts == (1,) else _either(counts)
    return [*counted, Words(site.what, loose=True)]


def _either(counts: Sequence[float]) -> list[Claim]:
    """The numbers that tellers give, joined by "or"."""
    claims: list[Claim] = []
    for at, count in enumerate(counts):
        claims += [*([Fixed("or")] if at else []), Number(value=count, unit="items")]
    return claims


def _state(site: SiteEntry) -> list[Claim]:
    """The word of the vocabulary, and the report's own where they are others and few."""
    named = [state for state in site.state if state in SITES]
    said = [state for state in site.state if state not in SITES and len(state) <= LONG]
    claims: list[Claim] = [Fixed(", ".join(named))] if named else []
    return [*claims, *([Fixed(":")] if named and said else []), *map(Words, said)]
