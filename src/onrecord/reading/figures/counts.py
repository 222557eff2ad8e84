"""Whether a number is one incident's toll, new in its period, a total since a start, or a level on a day."""

import re

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When
from onrecord.reading.figures.clause import HAVE, Clause, auxiliaries, is_absolute, verb_of
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.dates import PERIODS
from onrecord.reading.figures.frames import Told, is_level
from onrecord.reading.figures.levels import is_held
from onrecord.reading.figures.occasions import (
    cause_of,
    is_of_one_event,
    is_spread,
    names_no_attack,
    verb_over,
)
from onrecord.reading.figures.relations import SUBJECTS
from onrecord.reading.figures.times import Times
from onrecord.reading.figures.totals import is_total
from onrecord.reading.found import PlaceMention
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import measures

SMALLEST_OF_DAY = 10  # fewer may be one attack's, though none is named
PAST_DAY = re.compile(r"\b(?:past|last) (?:day|night)\b", re.IGNORECASE)
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "amod", "acl", "conj"})
TO_COME = frozenset({"planned", "projected"})
PUT = frozenset({"put", "puts"})
LEADING = ("the total", "total of")
SMALLEST_TOTAL = 100  # of those who "have fled"


def count_of(
    doc: Doc, number: Counted, told: Told, clause: Clause, times: Times, alone: bool, place: PlaceMention | None
) -> str | None:
    """The kind of count; None where that is not told.

    "Another 20 wounded" is new only where it stands `alone`: beside the dead of the same attack it sets apart.
    """
    if told.measure in ("distance", "area"):
        return None
    period = times.period.value if times.period is not None else None
    verb = verb_of(doc, clause)
    level = is_level(doc, told) or (is_held(doc, told, verb, times.summed) and not _is_fresh(doc, number))
    helping = _helping(verb)
    lasting = verb is not None and (verb.lower_ in ("is", "are") or helping & {"is", "are"}) and not helping & HAVE
    one = number.amount.value == 1
    if alone and not (level or lasting or one) and _is_fresh(doc, number):
        return "new in period"
    past = verb is not None and verb.tag_ in ("VBD", "VBN", "VBG") and not helping & (HAVE | {"is", "are"})
    cause = cause_of(verb) if verb is not None and told.measure not in kinds().equipment and not level else None
    of_one_event = cause == "event" and past and told.measure in kinds().harm
    if of_one_event and period is not None and period.offset == 0:
        return "incident"
    if of_one_event and period is None and doc[number.start - 1].lower_ == "of" and _is_total_of(doc, number):
        return "incident"  # "among a total of seven killed in the strike"
    if is_total(doc, number, told):
        return _of_total(doc, told)
    if (not one and _is_summed_up(doc, number, period)) or (times.summed and not level):
        several = past and verb is not None and verb.dep_ == "relcl"  # "strikes that killed a total of 24"
        return "running total" if clause.standing not in TO_COME and not several else None
    many = (number.amount.low or number.amount.high or 0) >= SMALLEST_TOTAL
    if (cause == "war" and not _is_of_a_time(period)) or (cause == "wartime" and many and period is None):
        return "running total"
    if of_one_event:
        return "incident"
    if period and _is_stretch(period) and not level and not one:
        return "new in period"
    if helping & HAVE and many and told.measure in kinds().leaving:
        return "running total"
    if level:
        return "level on a day"
    wartime = cause == "wartime" or (many and (period is None or period.unit != "day"))
    return _of_past(doc, number, told, verb, period, wartime, place) if past else None


def _of_total(doc: Doc, told: Told) -> str | None:
    """The kind of count of a toll: that of one event, else a total so far, if it is not only put at a number."""
    if doc[told.clause].lower_ in PUT and told.measure in kinds().harm:
        return None
    return "incident" if is_of_one_event(doc, told) else "running total"


def _is_tallied(doc: Doc, number: Counted, verb: Token | None) -> bool:
    """Whether somebody only counts deaths, of whatever cause: "the ministry recorded 14 deaths"."""
    named = number.noun is not None and doc[number.noun].lower_ in forms_of("tolled")
    return named and verb is not None and verb.lower_ in forms_of("tallying")


def _of_past(
    doc: Doc,
    number: Counted,
    told: Told,
    verb: Token | None,
    period: When | None,
    wartime: bool,
    place: PlaceMention | None,
) -> str | None:
    """The kind of count of what the simple past tells, by a day and by whether it happened in one place; none where it
    is so many, or of a war, that it is not one attack's toll."""
    if period is not None and period.unit == "day" and told.measure in kinds().leaving:
        return "new in period"
    if (
        told.measure not in kinds().harm
        or wartime
        or _is_regretted(doc, told, verb)
        or _is_received(doc, number, told, verb)
        or _is_tallied(doc, number, verb)
    ):
        return None
    in_a_day = period is not None or _is_overnight(doc[number.start].sent)
    if number.amount.value != 1 and is_spread(doc, number, told, verb, place):
        return "new in period" if in_a_day else None
    if verb is not None and _goes_on(verb):
        return None
    if number.amount.value != 1 and in_a_day and verb is not None and names_no_attack(verb):
        size = number.amount.low or number.amount.high or 0
        return "new in period" if size >= SMALLEST_OF_DAY else None
    return "incident"


def _is_total_of(doc: Doc, number: Counted) -> bool:
    return number.start > 2 and [token.lower_ for token in doc[number.start - 3 : number.start]] == ["a", "total", "of"]


def _is_overnight(sentence: Span) -> bool:
    return any(token.lower_ in words().overnight for token in sentence) or bool(PAST_DAY.search(sentence.text))


def _goes_on(verb: Token) -> bool:
    """Whether it came of what goes on for a time: "have been shelling the city, killing 27 people"."""
    above = verb.head
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and above.tag_ == "VBG"
        and bool(auxiliaries(above) & {"been", "are", "were"})
    )


def _is_received(doc: Doc, number: Counted, told: Told, verb: Token | None) -> bool:
    """Whether the verb tells where they came to, not what befell them: "the clinic received 30 wounded"."""
    deed, bearer = doc[told.words[0]], doc[number.bearer]
    if bearer.dep_ == "dobj" and bearer.head.lower_ in forms_of("receiving"):
        return True
    if deed.dep_ in NOMINAL:  # "30 wounded arrived"
        verb = verb_over(deed)
    return verb is not None and verb.i not in told.words and verb.lower_ in forms_of("receiving")


def _is_of_a_time(period: When | None) -> bool:
    """Whether it is some days, weeks or months of a war, not since it began."""
    if period is None or period.bound == "since":
        return False
    return period.bound == "during" or period.unit in ("day", "week", "month")


def _is_stretch(period: When) -> bool:
    """Whether it is a time over which things are counted; "six weeks ago" is a day that is not told."""
    ago = period.offset is not None and period.offset < -1
    return (period.unit in PERIODS and not ago) or period.span is not None or period.until is not None


def _is_regretted(doc: Doc, told: Told, verb: Token | None) -> bool:
    """Whether a noun tells the deed, and the verb only what somebody says or feels: "deep regret at the deaths of
    hundreds", "condemned the deaths"."""
    deed = doc[told.words[0]]
    felt = deed.dep_ == "pobj" and deed.head.head.pos_ == "NOUN"
    return (
        verb is not None
        and deed.pos_ == "NOUN"
        and (felt or verb.lower_ in reporting.verbs() or verb.lower_ in reporting.idioms())
    )


def _helping(verb: Token | None) -> set[str]:
    """The helping verbs of a verb, also those it shares: "has lasted ten years and killed 70,000"."""
    helping = auxiliaries(verb)
    if verb is not None and is_absolute(verb):
        return auxiliaries(verb.head.head if verb.dep_ == "pcomp" else verb.head) & HAVE
    if verb is None or helping or verb.dep_ != "conj":
        return helping
    if verb.tag_ != "VBN" and any(child.dep_ in SUBJECTS for child in verb.children):  # "have died and 30 fled"
        return helping
    return auxiliaries(verb.head) & HAVE


def _is_fresh(doc: Doc, number: Counted) -> bool:
    before = doc[number.start - 1].lower_ if number.start else ""
    opening = doc[number.start].lower_ if number.single else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    return not {before, after, opening}.isdisjoint(measures().fresh)


def _is_summed_up(doc: Doc, number: Counted, period: When | None) -> bool:
    sentence = doc[number.start].sent
    of_day = (period is not None and period.unit == "day" and period.span is None) or _is_overnight(sentence)
    summed = not of_day and any(_is_said_of(phrase, number, sentence) for phrase in measures().total)
    if summed or _is_since(sentence):
        return True
    this_year = period is not None and period.unit in PERIODS - {"week"} and period.offset == 0
    this_year = this_year and not any(f"{part} this" in sentence.text.lower() for part in ("earlier", "later"))
    return this_year or (period is not None and period.bound == "since")


def _is_said_of(phrase: str, number: Counted, sentence: Span) -> bool:
    """Whether a phrase of totals stands in the sentence; one of "total" only before the number that is it."""
    at = sentence.text.lower().find(phrase)
    leads = at < sentence.doc[number.start].idx - sentence.start_char
    return at >= 0 and (leads or not phrase.endswith(LEADING))


def _is_since(sentence: Span) -> bool:
    """Whether the sentence counts from a beginning that it does not date: "have been killed since the unrest began"."""
    begun = (token for token in sentence if token.lower_ in forms_of("beginning"))
    return any(
        token.dep_ == "advcl"
        and any(child.lower_ == "since" for child in token.children)
        and bool((auxiliaries(token.head) | auxiliaries(token.head.head)) & {"has", "have"})
        for token in begun
    )
