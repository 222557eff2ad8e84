"""Control as the report shows it: what each claimant says of each place, one beside the other, without a verdict."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.model.entries import ControlEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep import rows
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.maker import Maker, told
from onrecord.publishing.sitrep.report import Section
from onrecord.publishing.sitrep.rows import Cells, sides
from onrecord.publishing.sitrep.words import fold

OF_PLACE = 6
TABLE = rows.Table(
    heading="Control of places",
    note="as each side or source claims it; nothing here is settled",
    columns=("Place", "Change", "Side", "From", "Day", "Per"),
    words=("claim", "claims"),
    rest="onrecord show RECORD control",
    most=24,
    grouped=True,
)


def section(claims: Iterable[ControlEntry], maker: Maker) -> Section | None:
    """The table of claims: disputed places first, then those of the newest claims, and of each the newest in the order
    of their days."""
    places: dict[str, list[ControlEntry]] = {}
    for claim in sorted((each for each in claims if each.place), key=_day):
        places.setdefault(_place(claim), []).append(claim)
    newest = [group[-OF_PLACE:] for group in places.values()]
    ordered = sorted(newest, key=lambda group: (bool(maker.differing(*group)), _day(group[-1])), reverse=True)

    def cells(claim: ControlEntry) -> Cells:
        where: list[Claim] = maker.place(claim) if claim.place_id else [Words(claim.place or "")] if claim.place else []
        side, other = sides(claim.holder, claim.holder_ids, maker), sides(claim.from_, claim.from_ids, maker)
        change, per = [Fixed(claim.change), *maker.differing(claim)], [*maker.teller(claim), *maker.told(claim)]
        return where, change, side, other, maker.day(claim), per

    made = rows.section(TABLE, [claim for group in ordered for claim in group], cells, maker)
    left_out = sum(len(group) for group in places.values()) - sum(map(len, newest))
    return replace(made, more=made.more + left_out) if made else None


def _place(claim: ControlEntry) -> str:
    return fold(claim.place or "")


def _day(claim: ControlEntry) -> tuple[dt.date, str]:
    covered = days(told(claim))
    return covered[1] if covered else dt.date.min, claim.id
