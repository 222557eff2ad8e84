"""Statements as the report shows them: who said what, grouped by speaker."""

from collections.abc import Iterable

from onrecord.model.entries import StatementEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, joined
from onrecord.publishing.sitrep.maker import Maker, newest, told
from onrecord.publishing.sitrep.report import Group
from onrecord.publishing.sitrep.words import fold, harmless

SPEAKERS, LINES = 14, 8
VERBS = {
    "assert": "says",
    "deny": "denies",
    "accuse": "accuses",
    "threaten": "threatens",
    "warn": "warns",
    "promise": "promises",
    "demand": "demands",
    "propose": "proposes",
    "reject": "rejects",
    "agree": "agrees",
    "appeal": "appeals",
    "express concern": "expresses concern",
    "praise": "praises",
    "inform": "says",
}
PLURALS = {"denies": "deny", "expresses concern": "express concern"}
MEDIA = {"tv", "television", "radio", "twitter", "tweet", "post", "statement", "letter", "video", "interview", "speech"}
MEDIA |= {"telegram", "facebook", "channel", "broadcast", "newspaper", "website", "conference", "briefing", "address"}
TELLING = ("assert", "inform")


def by_speaker(statements: Iterable[StatementEntry], maker: Maker) -> tuple[tuple[Group, ...], int]:
    """A group for each speaker, those with most statements first, and how many statements further speakers made."""
    groups: dict[str, list[StatementEntry]] = {}
    for statement in statements:
        groups.setdefault(" and ".join(statement.speaker), []).append(statement)
    ordered = sorted(groups, key=lambda name: (-len(groups[name]), name))
    shown = [group for name in ordered[:SPEAKERS] if (group := _group(name, groups[name], maker))]
    return tuple(shown), sum(len(groups[name]) for name in ordered[SPEAKERS:])


def line(statement: StatementEntry, maker: Maker, *, day: str = "last") -> Line | None:
    """Speaker, act, whom it concerns, to whom, and the words; None where the words do not carry it.

    `day` says where the date stands: first, last, or none.
    """
    when = maker.day(statement)
    claims = maker.names(statement.speaker, statement.speaker_ids)
    claims += [*when, Fixed("·")] if day == "first" else []
    verb = VERBS.get(statement.act, "says")
    claims.append(Fixed(PLURALS.get(verb, verb.removesuffix("s")) if _several(statement, maker) else verb))
    if statement.target and statement.act not in TELLING:
        claims += maker.names(statement.target, statement.target_ids)
    claims += _audience(statement.to) if statement.to and "to" not in statement.derived else []
    claims += [Fixed("·"), *when] if day == "last" else []
    return maker.line(statement, [*claims, Fixed(":"), _says(statement)])


def plain(statement: StatementEntry) -> bool:
    """Whether it only passes on what happened, in the report's own words."""
    return statement.act in TELLING and statement.form == "indirect"


def _group(name: str, statements: list[StatementEntry], maker: Maker) -> Group | None:
    chosen = sorted(newest(statements)[:LINES], key=lambda statement: days(told(statement)) or ())
    lines = joined([made for statement in chosen if (made := line(statement, maker, day="first"))])
    return Group(harmless(name, 120), lines, max(0, len(statements) - LINES)) if lines else None


def _several(statement: StatementEntry, maker: Maker) -> bool:
    """Whether the verb takes its plural: two speakers, or people spoken of as many."""
    return len(statement.speaker) > 1 or maker.many(statement.speaker[0])


def _audience(to: str) -> list[Claim]:
    """To whom, or through which medium."""
    through = MEDIA & {word.removesuffix("s") for word in fold(to).split()}
    return [Fixed("· through" if through else "· to"), Words(to, loose=True)]


def _says(statement: StatementEntry) -> Claim:
    """The words said: in quotation marks where they are the speaker's own and no machine reworded them."""
    altered = statement.wording == "altered"
    return Words(statement.says, quoted=statement.form == "direct" and not altered, altered=altered)
