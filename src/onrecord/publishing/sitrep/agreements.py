"""Agreements as the report shows them: what was agreed, and beneath it who says that whom kept or broke it."""

from collections.abc import Sequence

from onrecord.model.entries import AgreementEntry, ComplianceEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.accounts import DIFFER, other_days
from onrecord.publishing.sitrep.claims import Claim, Day, Fixed, Name, Words
from onrecord.publishing.sitrep.lines import Line, joined
from onrecord.publishing.sitrep.maker import Maker, newest
from onrecord.publishing.sitrep.report import Block, Group, Section
from onrecord.publishing.sitrep.rows import sides
from onrecord.publishing.sitrep.words import harmless

MOST, SIDES, LINES, PASSAGE, TRIES = 10, 6, 5, 300, 4
STANCES = {
    "kept": "kept it",
    "violated": "broke it",
    "denies violating": "broke it",
    "suspends": "suspends it",
    "disregards": "disregards it",
}
OF_ITSELF = {"kept": "says it kept it", "violated": "says it broke it", "denies violating": "denies breaking it"}
OF_ITSELF |= {"suspends": "suspends it", "disregards": "says it is not bound by it"}
OF_NOBODY = {
    "kept": "says it was kept",
    "violated": "says it was broken",
    "denies violating": "denies that it was broken",
}
OF_NOBODY |= {
    "suspends": "suspends it",
    "disregards": "speaks of disregarding it",
    "will enforce": "vows to enforce it",
}


def section(
    agreements: Sequence[AgreementEntry],
    claims: Sequence[ComplianceEntry],
    maker: Maker,
    shown: frozenset[str] = frozenset(),
) -> Section | None:
    """A block for each agreement, those with most claims first, then those that most reports name.

    Claims whose ids are `shown` stand among the accounts that differ, and only make the agreement's line say so.
    """
    known = {agreement.id: agreement for agreement in agreements}
    said: dict[str, list[ComplianceEntry]] = {id_: [] for id_ in known}
    disputed = {claim.agreement_id for claim in claims if claim.id in shown}
    for claim in (claim for claim in claims if claim.id not in shown):
        said.setdefault(claim.agreement_id if claim.agreement_id in known else claim.agreement, []).append(claim)

    def key(id_: str) -> tuple[int, int, str]:
        origins = known[id_].origins if id_ in known else None
        return -len(said[id_]), -(origins.reports if origins else 1), id_

    ordered = sorted(said, key=key)
    tried = ordered[: TRIES * MOST]
    made = [block for id_ in tried if (block := _block(known.get(id_), said[id_], maker, id_ in disputed))]
    blocks = [*(block for block in made if block.sides), *_once([block.head for block in made if not block.sides])]
    if not blocks:
        return None
    return Section(
        heading="Agreements",
        note="who says that whom kept or broke them; nothing here is settled",
        blocks=tuple(blocks[:MOST]),
        more=len(ordered) - len(tried) + max(0, len(blocks) - MOST),
        words=("agreement", "agreements"),
        rest="onrecord show RECORD agreements",
    )


def _once(heads: list[Line]) -> list[Block]:
    """The agreements of which no claim is told: each that reads the same once, if its parties or its day are known."""
    return [Block(head) for head in joined(heads) if any(isinstance(claim, Name | Day) for claim in head.claims[1:])]


def _block(
    agreement: AgreementEntry | None, claims: list[ComplianceEntry], maker: Maker, disputed: bool
) -> Block | None:
    differ = [DIFFER] if disputed else []
    head = maker.line(agreement, [*_head(agreement, maker), *differ]) if agreement else None
    if head is None and claims:
        head = maker.line(claims[0], [Words(claims[0].agreement)])
    if head is None:
        return None
    groups: dict[tuple[str, ...], list[ComplianceEntry]] = {}
    for claim in claims:
        groups.setdefault(claim.by, []).append(claim)
    ordered = sorted(groups, key=lambda by: (-len(groups[by]), by))
    return Block(head, tuple(side for by in ordered[:SIDES] if (side := _side(by, groups[by], maker))))


def _head(agreement: AgreementEntry, maker: Maker) -> list[Claim]:
    """Its name, how it stands, its parties, when it was made and since when it is in force."""
    claims: list[Claim] = [maker.accord(agreement)]
    claims += [Fixed(agreement.state, tag=True)] if agreement.state else []
    claims += [Fixed("· between"), *maker.sides(agreement, "parties")] if agreement.parties else []
    claims += (
        [Fixed("· guaranteed by"), *maker.names(agreement.guarantors, agreement.guarantors_ids)]
        if agreement.guarantors
        else []
    )
    for word, field, day in (("made", "made", agreement.made), ("in force", "in_force", agreement.in_force)):
        if day and days(day):
            claims += [Fixed(f"· {word}"), Day(day), *other_days(agreement, field, day)]
    return [*claims, *maker.told(agreement)]


def _side(by: tuple[str, ...], claims: list[ComplianceEntry], maker: Maker) -> Group | None:
    """What one side says, the newest first."""
    tried = newest(claims)[: TRIES * LINES]
    lines = joined([line for claim in tried if (line := claimed(claim, maker))])
    more = len(claims) - len(tried) + max(0, len(lines) - LINES)
    return Group(harmless(" and ".join(by), 120), lines[:LINES], more) if lines else None


def claimed(claim: ComplianceEntry, maker: Maker) -> Line | None:
    """That somebody says that somebody kept or broke it, how, where and when."""
    told = [*sides(claim.by, claim.by_ids, maker), *_stance(claim, maker), *_how(claim)]
    where = [Fixed("·"), *maker.place(claim)] if claim.place else []
    return maker.line(claim, [*told, *where, Fixed("·"), *maker.day(claim), *maker.told(claim)])


def _stance(claim: ComplianceEntry, maker: Maker) -> list[Claim]:
    """That it says that whom kept or broke it."""
    others = [name for name in claim.against if name not in claim.by]
    if not others:
        return [
            Fixed(_plural((OF_ITSELF if claim.against else OF_NOBODY).get(claim.stance, claim.stance), claim, maker))
        ]
    verb = _plural("denies that" if claim.stance == "denies violating" else "says that", claim, maker)
    ids = claim.against_ids if others == list(claim.against) else ()
    return [Fixed(verb), *maker.names(others, ids), Fixed(STANCES.get(claim.stance, claim.stance))]


def _plural(verb: str, claim: ComplianceEntry, maker: Maker) -> str:
    """The verb as it is of those who say so: "says it", or "say it" of two or of people."""
    if len(claim.by) < 2 and not maker.many(claim.by[0] if claim.by else ""):
        return verb
    return (
        verb.replace("says", "say", 1)
        .replace("denies", "deny", 1)
        .replace("suspends", "suspend", 1)
        .replace("speaks", "speak", 1)
    )


def _how(claim: ComplianceEntry) -> list[Claim]:
    """How, in the report's words; where it does not say how in particular, the words that tell it."""
    passage = next((cite.quote for cite in claim.cites if not cite.supports), "")
    words = claim.what or (passage if len(passage) <= PASSAGE else "")
    return [Fixed(":"), Words(words)] if words else []
