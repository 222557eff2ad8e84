"""When something must be done by: a limit ("by the end of February", "until Sunday"), a day to come, or a time given
("within 48 hours"), which is counted from the day of the saying."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec
from spacy.tokens import Doc, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.dates.grammar import derive
from onrecord.reading.deeds.grammar import VERBS
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import At, Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.commitments import hours, matters, owing, words
from onrecord.vocabulary.numbers import numbers

LIMITS = frozenset({"by", "until", "before"})
COUNTED = "time given"
SET = "day of a deadline"
DAY = 24  # hours
LONGEST = 366  # days
WITHIN = frozenset({"within", "in", "over"})
PAST_IT = frozenset({"beyond", "past", "after", "despite"})
Way = Callable[[Paragraph, DateMention], Said[When] | None]


def due(
    paragraph: Paragraph, found: Found, limits: Sequence[At], bound: frozenset[int], owed: Token | None = None
) -> Said[When] | None:
    """The day by which it must be done, told within the first of the `limits` that tells one; in the last of them, the
    sentence around, only by words that hang on the tokens `bound`, the deed and what governs it. `owed`: the word that
    tells that it lies ahead ("is due to")."""
    for at in limits:
        dates = found.dates.within(at)
        if at == limits[-1]:
            dates = [date for date in dates if date.head in bound]
        ways: tuple[Way, ...] = (_limit, _set, _coming, *((partial(_owed, owed),) if owed is not None else ()))
        for way in ways:
            held = next(filter(None, (way(paragraph, date) for date in dates)), None)
            if held is not None:
                return held
        given = next(_times(paragraph, at, bound if at == limits[-1] else None), None)
        if given is not None:
            return given
    return None


def _limit(_: Paragraph, date: DateMention) -> Said[When] | None:
    return date.when if date.when.value.bound in LIMITS else None


def _set(paragraph: Paragraph, date: DateMention) -> Said[When] | None:
    """ "a deadline of Friday": the day to come, though the words alone would mean the one before."""
    if date.head < 0 or paragraph.doc[date.head].lower_ not in words("deadlines"):
        return None
    return _ahead(paragraph, date, date.head)


def _owed(owed: Token, paragraph: Paragraph, date: DateMention) -> Said[When] | None:
    """ "Is due to withdraw on Friday"."""
    behind_it = date.at.start > owed.i and date.head > owed.i and paragraph.doc[date.head].pos_ in VERBS
    return _ahead(paragraph, date, owed.i) if behind_it else None


def _ahead(paragraph: Paragraph, date: DateMention, sign: int) -> Said[When] | None:
    """The day to come, where the words alone would mean the one before, by the word at `sign`."""
    if date.when.value.side != "back":
        return None
    value = msgspec.structs.replace(date.when.value, side="forward")
    return Said(value, SET, (paragraph.span(date.at.start, date.at.end), paragraph.span(sign, sign + 1)))


def _coming(paragraph: Paragraph, date: DateMention) -> Said[When] | None:
    """A day or period that lies ahead by its words; not one that tells which thing is meant ("the 17 May attack")."""
    when = date.when.value
    if paragraph.doc[date.at.start].lower_ == "earlier":
        return None
    if date.head >= 0 and paragraph.doc[date.head].pos_ in ("NOUN", "PROPN"):
        head = paragraph.doc[date.head]
        if date.head >= date.at.end or not _is_told(head):
            return None
    ahead = (when.offset or 0) > 0 or (when.span or 0) > 0
    if when.bound != "on" or (when.offset or 0) < 0 or (when.span or 0) < 0:
        return None
    return date.when if ahead or when.side in ("forward", "after") or when.part == "later" else None


def _is_told(noun: Token) -> bool:
    """Whether the noun is one for what is to be done, not for what else lies ahead ("wait for the visit in May")."""
    if noun.dep_ not in ("pobj", "poss") or noun.head.lower_ in LIMITS:
        return True
    return noun.lower_ in matters() or noun.lower_ in words("deadlines")


def _times(paragraph: Paragraph, at: At, bound: frozenset[int] | None) -> Iterator[Said[When]]:
    """The times given in the words: "within 48 hours", "72 hours to leave", "a 24-hour ultimatum"."""
    doc = paragraph.doc
    for unit in doc[at.start : at.end]:
        start = _counted(doc, unit) if unit.lower_ in hours() else None
        value = _when([doc[start].text, unit.text]) if start is not None else None
        if bound is not None and not _hangs(unit, bound):
            continue
        if value is not None and start is not None and _is_given(doc, start, unit):
            yield Said(value, COUNTED, (paragraph.span(start, start + 1), paragraph.span(unit.i, unit.i + 1)))


def _hangs(unit: Token, bound: frozenset[int]) -> bool:
    """Whether the time hangs on one of the tokens, over a preposition or the noun for a deadline."""
    if unit.lower_ in words("deadlines") or unit.i in bound:
        return True
    above = unit.head if unit.head.i in bound or unit.dep_ in ("dobj", "nsubjpass") else unit.head.head
    return above.i in bound or unit.head.i in bound


def _counted(doc: Doc, unit: Token) -> int | None:
    """Where the number before a unit stands."""
    before = unit.i - 1
    if before > 0 and doc[before].text in ("-", "–"):
        before -= 1
    return before if before >= 0 and _number(doc[before].text) is not None else None


def _is_given(doc: Doc, start: int, unit: Token) -> bool:
    """Whether the time is one in which it must be done, not how long it lasts."""
    if start and doc[start - 1].lower_ in WITHIN:
        return True
    head = unit.head
    if unit.dep_ in ("dobj", "nsubjpass", "npadvmod") and head.lower_ in words("giving") | {"have", "has", "had"}:
        return True
    noun = next((each for each in (head, *unit.rights, *doc[unit.i + 1 : unit.i + 2]) if _is_limit(each)), None)
    return noun is not None and noun.head.lower_ not in PAST_IT


def _is_limit(noun: Token) -> bool:
    return noun.lower_ in words("deadlines")


def _number(word: str) -> int | None:
    low = word.lower()
    if low.isdecimal() and len(low) <= 3:
        return int(low)
    return 1 if low in ("a", "an") else numbers().words.get(low)


def _when(cited: Sequence[str]) -> When | None:
    number, length = _number(cited[0]), hours().get(cited[1].lower())
    days = -(-number * length // DAY) if number is not None and length is not None else 0
    whole = number is not None and length is not None and number * length >= DAY
    return When(unit="day", offset=days, bound="by") if whole and days <= LONGEST else None


def _is_counted(value: object, cited: Sequence[str]) -> bool:
    return len(cited) == 2 and value is not None and value == _when(cited)


def _is_set(value: object, cited: Sequence[str]) -> bool:
    told = len(cited) == 2 and (cited[1].lower() in words("deadlines") or cited[1].lower() in owing())
    derived = derive(cited[0]) if told else None
    return derived is not None and value == msgspec.structs.replace(derived.when, side="forward")


RULES: dict[str, Rule] = {COUNTED: _is_counted, SET: _is_set}
