"""Control as the report shows it: what each claimant says of each place, one beside the other, without a verdict."""

import datetime as dt
from collections.abc import Iterable
from itertools import combinations

from onrecord.model.entries import ControlEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep import rows
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.maker import Maker, told
from onrecord.publishing.sitrep.report import Section
from onrecord.publishing.sitrep.rows import Cells, sides
from onrecord.publishing.sitrep.words import fold

OF_PLACE = 12
TABLE = rows.Table(
    heading="Control of places",
    note="as each side or source claims it; nothing here is settled",
    columns=("Place", "Change", "Side", "From", "Day", "Per"),
    words=("claim", "claims"),
    rest="onrecord show RECORD control",
    most=40,
    grouped=True,
)
HAS, HAS_NOT = ("took", "regained", "holds"), ("lost", "withdrew from")
NEAR = dt.timedelta(days=2)


def section(claims: Iterable[ControlEntry], maker: Maker) -> Section | None:
    """The table of claims: the places of the newest first, and of each place the claims in the order of their days."""
    places: dict[str, list[ControlEntry]] = {}
    for claim in sorted(claims, key=_day):
        places.setdefault(_place(claim), []).append(claim)
    newest = [group[-OF_PLACE:] for group in places.values()]
    ordered = sorted(newest, key=lambda group: _day(group[-1]), reverse=True)
    towns = (group for group in ordered if maker.point(group[0].place_id))
    pairs = (pair for group in towns for pair in combinations(group, 2))
    differing = {claim.id for pair in pairs if differ(*pair) for claim in pair}

    def cells(claim: ControlEntry) -> Cells:
        where: list[Claim] = maker.place(claim) if claim.place_id else [Words(claim.place or "")] if claim.place else []
        tag = [Fixed("claims differ", tag=True)] if claim.id in differing else []
        side, other = sides(claim.holder, claim.holder_ids, maker), sides(claim.from_, claim.from_ids, maker)
        return where, [Fixed(claim.change), *tag], side, other, maker.day(claim), maker.teller(claim)

    return rows.section(TABLE, [claim for group in ordered for claim in group if claim.place], cells, maker)


def differ(one: ControlEntry, other: ControlEntry) -> bool:
    """Whether two claims of the same days cannot both be: two sides hold the place, or one side has and has lost it.

    Of "rebels" and "opposition fighters" nobody knows whether they are two sides.
    """
    first, second = days(told(one)), days(told(other))
    if not first or not second or first[0] > second[1] + NEAR or second[0] > first[1] + NEAR or one.per == other.per:
        return False
    if not one.holder or not other.holder:
        return False
    same = not set(one.holder).isdisjoint(other.holder)
    if one.change in HAS and other.change in HAS:
        return not same and any(name != name.lower() for name in (*one.holder, *other.holder))
    return same and any(a.change in HAS and b.change in HAS_NOT for a, b in ((one, other), (other, one)))


def _place(claim: ControlEntry) -> str:
    return fold(claim.place or "")


def _day(claim: ControlEntry) -> tuple[dt.date, str]:
    covered = days(told(claim))
    return covered[1] if covered else dt.date.min, claim.id
