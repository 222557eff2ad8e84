"""Deadlines as the report shows them: what is due when, judged by the newest report of the record, not by a clock."""

import datetime as dt
from collections.abc import Iterable

from onrecord.model.entries import CommitmentEntry, ContactEntry, OutcomeEntry
from onrecord.model.iso import days, in_words
from onrecord.model.kinds import several
from onrecord.model.outlook import OPEN, PASSED
from onrecord.publishing.sitrep import rows
from onrecord.publishing.sitrep.claims import Claim, Day, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, apart
from onrecord.publishing.sitrep.maker import UNATTRIBUTED, Maker, told
from onrecord.publishing.sitrep.report import Section
from onrecord.publishing.sitrep.rows import Cells, sides

MONTH = 31
TOLD = {PASSED: "day passed, no outcome in the record"}
UNJUDGED = "no report has a date to judge them by"
TABLE = rows.Table(
    heading="Deadlines",
    note=UNJUDGED,
    columns=("Due", "By whom, to whom", "What", "Type", "Per"),
    words=("deadline", "deadlines"),
    rest="onrecord show RECORD commitments",
    most=20,
)


def deadlines(commitments: Iterable[CommitmentEntry], contacts: Iterable[ContactEntry]) -> list[CommitmentEntry]:
    """The ultimatums, and what else has a day: those due last first, those without a day at the end.

    A plan to meet is told by its contact.
    """

    def key(commitment: CommitmentEntry) -> tuple[int, str]:
        return -(days(commitment.due) or (dt.date.min,))[-1].toordinal(), commitment.id

    due = [each for each in commitments if _near(each) or each.type == "ultimatum"]
    plans = [each for each in due if each.type == "plan"]
    meetings = {each.id for each in plans} - {each.id for each in apart(plans, contacts)}
    return sorted((each for each in due if each.id not in meetings), key=key)


def section(due: list[CommitmentEntry], latest: dt.date | None, maker: Maker, *, as_of: bool = False) -> Section | None:
    """The table of the deadlines `due`, as they stand on the day `latest`: that of the newest report, or the one that
    the whole report is as of."""

    def cells(commitment: CommitmentEntry) -> Cells:
        by = sides(commitment.by, commitment.by_ids, maker)
        to = sides(commitment.to, commitment.to_ids, maker, "to")
        when = maker.day(commitment) if told(commitment) else []
        per = [*maker.teller(commitment), *([Fixed(","), *when] if when else []), *maker.told(commitment)]
        what = [*_what(commitment), *_came(commitment.outcomes, maker)]
        return (_due(commitment, latest), [*by, *to], what, [Fixed(several(commitment.type))], per)

    which = "as known then" if as_of else "the day of the newest report"
    judged = f"open or past on {in_words(latest.isoformat())}, {which}" if latest else UNJUDGED
    return rows.section(TABLE._replace(note=judged), due, cells, maker)


def highlight(due: list[CommitmentEntry], latest: dt.date | None, maker: Maker) -> Line | None:
    """The open deadline that comes first, in one line; None where none is open."""
    coming = [each for each in reversed(due) if _state(each, latest) == OPEN and each.type != "plan"]
    made = (maker.line(each, _told(each, maker)) for each in coming)
    return next((line for line in made if line), None)


def _near(commitment: CommitmentEntry) -> bool:
    """Whether it is due on a day, or within few weeks: "this year" is no deadline."""
    covered = days(commitment.due)
    return covered is not None and (covered[1] - covered[0]).days <= MONTH


def _state(commitment: CommitmentEntry, latest: dt.date | None) -> str:
    """How it stands; nothing where neither an outcome nor a day tells it, or no report is dated."""
    judged = days(commitment.due) is not None and latest is not None
    return commitment.status or "" if judged or commitment.outcomes else ""


def _due(commitment: CommitmentEntry, latest: dt.date | None) -> list[Claim]:
    now = _state(commitment, latest)
    dated: Claim = Day(commitment.due) if commitment.due and days(commitment.due) else Fixed("no day given")
    return [dated, *([Fixed(TOLD.get(now, now), tag=True)] if now else [])]


def _what(commitment: CommitmentEntry) -> list[Claim]:
    """What is promised or demanded, and on what condition where that is not said in it."""
    claims: list[Claim] = [Words(commitment.what)]
    if commitment.condition and commitment.condition not in commitment.what:
        claims += [Fixed("· condition:"), Words(commitment.condition)]
    return claims


def _came(outcomes: Iterable[OutcomeEntry], maker: Maker) -> list[Claim]:
    """What came of it, in the words of each report, by whose word where one is named."""
    claims: list[Claim] = []
    for outcome in outcomes:
        named = [name for name in outcome.per if name != UNATTRIBUTED]
        claims += [Fixed("· outcome:"), Words(outcome.says)]
        claims += [Fixed(", per"), *maker.names(named, ())] if named else []
    return claims


def _told(commitment: CommitmentEntry, maker: Maker) -> list[Claim]:
    by = sides(commitment.by, commitment.by_ids, maker)
    to = sides(commitment.to, commitment.to_ids, maker, "to")
    led: list[Claim] = [*by, *([Fixed("·")] if by else []), Fixed(several(commitment.type)), *to]
    return [*led, Fixed(", due"), Day(commitment.due or ""), Fixed(":"), *_what(commitment)]
