"""Statements: one entry for each saying, from all reports that tell of it.

Two observations are one saying where the same speaker is told to have said it on one day in the same words, abridged or
reprinted, or, in two reports, in words of which enough are shared: a quotation that a machine reworded, or the gist of
one. A day that is only that of the report keeps no quotation apart from the same words printed days before. Words that
deny, and numbers that differ, make two sayings. Who is known by his trade alone ("an official", "state television")
says many like things: of him, only the same words are one saying.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.actors import Actor
from onrecord.model.entries import StatementEntry
from onrecord.model.findings import Observation, StatementFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.model.iso import days
from onrecord.reconciling.blocks import Block, Reconciled, week
from onrecord.reconciling.disputes import denials
from onrecord.reconciling.disputes.denials import ACCUSING, DENIAL
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import apart_by, same_days
from onrecord.reconciling.joining.sayings import (
    FEW,
    QUARTER,
    content,
    denies,
    in_particular,
    is_gist,
    names_truce,
    same_numbers,
    same_words,
)
from onrecord.reconciling.joining.seen import Seen, as_first_told, grouped
from onrecord.reconciling.joining.wording import FEWEST, SAME_WORDS, share, sketch
from onrecord.reconciling.merging import cites
from onrecord.reconciling.merging.fields import ON, Finest, Policy, length, merged
from onrecord.reconciling.merging.told import ids, names, plain, told, when
from onrecord.reconciling.sides.offices import side
from onrecord.reconciling.sides.parties import one_by_name, sounds

GAP = " … "
WEEK = 7  # days
NEWS = 7  # days before its report in which a saying that has no day is looked for
NEXT = dt.timedelta(days=1)
LEAST = 0.9  # of the words of the shorter, where one report tells it twice
FORMS = ("direct", "mixed", "indirect")
PLAIN = frozenset({"assert", "inform"})
DENYING = frozenset({"deny", "reject"})
ASKING = frozenset({"demand", "appeal", "propose", "warn"})


def _shortness(speakers: tuple[str, ...]) -> int:
    return -sum(map(len, speakers))


def _telling(acts: Sequence[str]) -> str:
    """The first act that tells more than that something was said."""
    return next((act for act in acts if act not in PLAIN), acts[0])


POLICY = Policy(
    words=frozenset({"role", "to"}),
    finest=(ON, Finest("speaker", ("speaker_ids",), _shortness), Finest("form", ("says",), FORMS.index)),
    choose={"act": _telling},
)


def block(observation: Observation, date: PartDate) -> str:
    """What people of one name said in one week; what others accuse a side of, with what it denies."""
    finding = observation.finding
    assert isinstance(finding, StatementFinding)
    said = week(when(finding.on, date, recent=finding.recent).iso or date.published)
    accused = _accused(finding)
    return f"statement:{f'of {accused}' if accused else _speakers(finding)}:{said}"


def named(finding: StatementFinding) -> tuple[str, ...]:
    """The ids of the observations that a denial answers."""
    return finding.answers


def entries(block: Block) -> list[Reconciled]:
    """The sayings that the observations of the block tell of, and the disputes of those that deny another."""
    alike = grouped(block, _entry, compare, keys)
    sayings = [(merged(as_first_told(members), POLICY, reasons), members) for members, reasons in alike]
    answered = {made.entry.id: [_entry(block, each) for each in _answered(block, members)] for made, members in sayings}
    return [*(made for made, _ in sayings), *denials.disputes(sayings, answered)]


def _answered(block: Block, members: Iterable[Seen]) -> Iterator[Noted]:
    """What these deny, as far as the record holds it."""
    ids = dict.fromkeys(id_ for each in members for id_ in named(each.finding))
    return (block.beside[id_] for id_ in ids if id_ in block.beside)


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: a word, and a day where they have one; on whatever days, the
    word that is drawn from the same words."""
    span, words = _span(seen), content(seen.entry.says)
    by = _speakers(seen.finding) if _accused(seen.finding) else ""
    for word in words:
        for day in range(span[0].toordinal(), span[1].toordinal() + 1)[-NEWS - 1 :] if span else ("",):
            yield f"{word} {day}{by}"
    yield from (f"{word}{by}" for word in sketch(words, 1))


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of statements stand to one another."""
    mine, yours = content(one.entry.says), content(other.entry.says)
    announced = _announce_one_truce(one, other, mine, yours)
    if mine != yours and len(mine & yours) < FEW and not announced:
        return APART
    day = same_days(one.entry.on, other.entry.on)
    if not _same_people(one, other) or not _same_sense(one, other):
        return APART
    like = share(mine, yours)
    if one.document == other.document:
        words = like >= SAME_WORDS or len(mine & yours) >= LEAST * min(len(mine), len(yours)) >= LEAST * FEWEST
    else:
        words = same_words(mine, yours)
    if day is not True and not _may_be_of_one_day(one, other, day) and not (words and _is_printed_again(one, other)):
        return APART
    reworded = _may_be_reworded(one, other, day) and (announced or is_gist(mine, yours))
    if not (words or reworded):
        return OPEN if like >= QUARTER else APART
    reasons = {
        "same speaker": True,
        "same day": day,
        "words in common": True,
        "same words": words,
        "same truce": announced,
        "same act": one.entry.act == other.entry.act,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _announce_one_truce(one: Seen, other: Seen, mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether both give few words, all of them among the other's, for a truce: "announced a unilateral ceasefire"."""
    few = mine & yours in (mine, yours) and max(len(mine), len(yours)) < FEWEST
    return few and one.entry.act == other.entry.act and names_truce(mine & yours)


def _accused(finding: StatementFinding) -> str | None:
    """Which side is accused in a saying, or denies; None in any other."""
    if finding.act.value == DENIAL:
        return side(finding.speaker[0].value, plain(finding.role))
    return side(finding.target[0].value) if finding.act.value == ACCUSING and finding.target else None


def _speakers(finding: StatementFinding) -> str:
    return "+".join(sorted(_called(said.value) for said in finding.speaker))


def _called(actor: Actor) -> str:
    """A person by the last of his names, which reports give with others or alone, and spell in many ways; anybody else
    by the key."""
    heard = sounds(actor.name) if actor.type == "person" and in_particular(actor) else ()
    return f"person:{heard[-1]}" if heard else actor.key


def _same_people(one: Seen, other: Seen) -> bool:
    """Whether each speaker of the one is one of the other, under the same name or under more or fewer of his names."""
    mine, yours = ([said.value for said in seen.finding.speaker] for seen in (one, other))
    return all(any(_same_person(each, theirs) for theirs in yours) for each in mine)


def _same_person(one: Actor, other: Actor) -> bool:
    ours, theirs = (set(actor.key.partition(":")[2].split()) for actor in (one, other))
    persons = one.type == other.type == "person"
    return one_by_name(one, other) or (persons and (ours <= theirs or theirs <= ours))


def _same_sense(one: Seen, other: Seen) -> bool:
    """Whether both deny or neither does, by the act or in their words, and their numbers agree."""
    denied = [seen.entry.act in DENYING or denies(seen.entry.says) for seen in (one, other)]
    return denied[0] == denied[1] and same_numbers(one.entry.says, other.entry.says)


def _may_be_of_one_day(one: Seen, other: Seen, day: bool | None) -> bool:
    """Whether what has no day was reported within few days of the other."""
    first, second = _span(one), _span(other)
    if day is False or first is None or second is None:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _is_printed_again(one: Seen, other: Seen) -> bool:
    """Whether the same words, of two reports, are a quotation that one of them dates by its own day alone, a few days
    after the other, or more words than are said twice, in reports that nothing dates."""
    if one.document == other.document or not _in_particular(one, other):
        return False
    fewest = min(len(content(seen.entry.says)) for seen in (one, other))
    undated = _span(one) is None and _span(other) is None
    quoted = all(seen.entry.form == "direct" for seen in (one, other))
    return (quoted and fewest >= FEW and one.reprints(other)) or (undated and fewest >= FEWEST)


def _span(seen: Seen) -> tuple[dt.date, dt.date] | None:
    """The days of which it was said on one, as far as known: those it gives, else the last before its report."""
    told, reported = days(seen.entry.on), days(seen.entry.first_reported)
    return told or (reported and (reported[1] - dt.timedelta(NEWS), reported[1]))


def _may_be_reworded(one: Seen, other: Seen, day: bool | None) -> bool:
    """Whether two reports give, within a week, what somebody in particular said, by acts that may be one; what has no
    day, where the reports are of one day or the next."""
    if day:
        near = all(length(seen.entry.on) <= WEEK for seen in (one, other))
    else:
        apart = apart_by(one.entry.first_reported, other.entry.first_reported)
        near = day is None and apart is not None and apart <= NEXT
    acts = {one.entry.act, other.entry.act}
    alike = len(acts) == 1 or bool(acts & PLAIN) or acts <= ASKING
    return near and alike and one.document != other.document and _in_particular(one, other)


def _in_particular(one: Seen, other: Seen) -> bool:
    return all(in_particular(said.value) for said in (*one.finding.speaker, *other.finding.speaker))


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, StatementFinding)
    on = when(finding.on, block.date(noted), recent=finding.recent)
    words = cites.words_of(noted.quotes)
    return told(
        block,
        noted,
        StatementEntry,
        finding.speaker,
        {"on": on},
        speaker=names(finding.speaker),
        speaker_ids=ids(finding.speaker),
        role=plain(finding.role),
        act=finding.act.value,
        form=finding.form,
        to=plain(finding.to),
        on=on.iso,
        on_is="within" if on.iso and "/" in on.iso else None,
        on_basis=on.basis,
        via=names(finding.via),
        target=names(finding.target),
        target_ids=ids(finding.target),
        says=GAP.join(words[span] for span in finding.says),
    )
