"""Statements as the report shows them: who said what, grouped by speaker."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model.entries import StatementEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Claim, Fixed, Passage, Words
from onrecord.publishing.sitrep.lines import Line, joined, unrepeated
from onrecord.publishing.sitrep.maker import Maker, newest, told
from onrecord.publishing.sitrep.report import Group
from onrecord.publishing.sitrep.words import fold, harmless

SPEAKERS, LINES, PASSAGE = 14, 6, 420
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
    """A group for each speaker under the name that most of the statements give, those with most statements first, and
    how many statements further speakers made."""
    groups: dict[tuple[str, ...], list[StatementEntry]] = defaultdict(list)
    for statement in statements:
        groups[statement.speaker_ids or statement.speaker].append(statement)
    ordered = sorted(((_heading(each), each) for each in groups.values()), key=lambda told: (-len(told[1]), told[0]))
    shown = [group for name, each in ordered[:SPEAKERS] if (group := _group(name, each, maker))]
    return tuple(shown), sum(len(each) for _, each in ordered[SPEAKERS:])


def _heading(statements: Sequence[StatementEntry]) -> str:
    """The name, or names, of the speaker that most of the statements give, the alphabet deciding among equals."""
    given = Counter(" and ".join(statement.speaker) for statement in statements)
    return min(given, key=lambda name: (-given[name], name))


def line(statement: StatementEntry, maker: Maker, *, day: str = "last", named: bool = True) -> Line | None:
    """Who says it, and the report's own words for it: a quotation, or the passage that tells it.

    None where the words do not carry it. `day` says where the date stands: first, last, or none. Where a passage names
    the speaker itself, the name is left out before it unless `named`.
    """
    when, passage = maker.day(statement), told_in(statement)
    names = maker.names(statement.speaker, statement.speaker_ids)
    led = [] if passage and not named and _named_in(names, statement) else names
    verb = [] if passage else _verb(statement, maker)
    parts = {"first": [[*led, *when], verb], "last": [[*led, *verb], when], "none": [[*led, *verb]]}[day]
    claims = [claim for part in parts if part for claim in (Fixed("·"), *part)][1:]
    said = [*([Fixed(":")] if claims else []), passage or _says(statement)]
    return maker.line(statement, [*claims, *said, *maker.told(statement)])


def told_in(statement: StatementEntry) -> Words | None:
    """The words of the passage that tells a statement in the report's words; None where it is a quotation, or long."""
    passage = next((cite.quote for cite in statement.cites if not cite.supports), "")
    if statement.form == "direct" or not 0 < len(passage) <= PASSAGE:
        return None
    return Words(passage, altered=statement.wording == "altered")


def shown(statement: StatementEntry) -> str:
    """The words of the report that its line shows."""
    passage = told_in(statement)
    return passage.text if passage else statement.says


def _named_in(names: list[Claim], statement: StatementEntry) -> bool:
    """Whether the passage names every speaker."""
    passage = next(cite for cite in statement.cites if not cite.supports)
    there = (Passage(passage.doc, passage.start, passage.end, passage.quote),)
    return all(claim.marks(there) is not None for claim in names)


def _verb(statement: StatementEntry, maker: Maker) -> list[Claim]:
    """Says, warns, denies; to whom it is directed and through which medium."""
    verb = VERBS.get(statement.act, "says")
    claims: list[Claim] = [Fixed(PLURALS.get(verb, verb.removesuffix("s")) if _several(statement, maker) else verb)]
    if statement.target and statement.act not in TELLING:
        claims += maker.names(statement.target, statement.target_ids)
    return claims + (_audience(statement.to) if statement.to and "to" not in statement.derived else [])


def plain(statement: StatementEntry) -> bool:
    """Whether it only passes on what happened, in the report's own words."""
    return statement.act in TELLING and statement.form == "indirect"


def _group(name: str, statements: list[StatementEntry], maker: Maker) -> Group | None:
    """The newest weighty statements of a speaker, then the newest others, in the order of their days."""
    ordered = newest(statements)
    chosen = sorted(ordered, key=lambda statement: statement.act in TELLING)[: 2 * LINES]
    chosen.sort(key=lambda statement: days(told(statement)) or ())
    lines = unrepeated(joined([made for statement in chosen if (made := line(statement, maker, day="first"))]))
    more = len(statements) - len(chosen) + max(0, len(lines) - LINES)
    if not lines:
        return None
    return Group(harmless(name, 120), lines[-LINES:], more)


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
