"""The dates of a figure: those that hang on its clause, and what they say of its day or period."""

from collections.abc import Iterator

from msgspec import structs
from spacy.tokens import Doc, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.deeds.grammar import same_clause
from onrecord.reading.deeds.when import is_converted, is_record
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import PRESENT, Clause, auxiliaries, says, verb_of
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import is_level
from onrecord.reading.figures.levels import is_held
from onrecord.reading.figures.not_there import tells_of_part
from onrecord.reading.figures.relations import SUBJECTS
from onrecord.reading.figures.totals import is_total
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.figures import forms_of, kinds
from onrecord.vocabulary.measures import forms

SINCE = "since a dated event"
PERIODS = frozenset({"week", "month", "season", "quarter", "year", "decade"})
YEARS = frozenset({"year", "decade"})
LONG = frozenset({"month", "quarter", "year"})  # over which somebody counts: "has documented 900 killings this year"
STRETCHES = frozenset({"week", "weekend"})  # somewhere in which what counts "since last week" began
FAR_STEPS = 5
DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
FOLLOWED = frozenset({"after", "following", "before", "despite"})
DATED = frozenset({"report", "statement", "bulletin", "update", "findings", "release"})  # beside records
AGAINST = frozenset({"from", "with", "to", "as", "than"})
COMPARED = frozenset({"up", "down", "compared", "many", "much", "more", "fewer", "less"})
OPENING = 6  # tokens
TO_PART = 6  # tokens from "most of them" to their date
MEANWHILE = frozenset({"when", "as", "while"})


def is_spoken_of(doc: Doc, each: Chosen) -> bool:
    """Whether the figure's deed is only what something else is about: "an inquiry into the killing of two men"."""
    return any(_is_subject_matter(doc[at]) for at in each.clause.path)


def _is_subject_matter(noun: Token) -> bool:
    if noun.dep_ != "pobj":
        return False
    over = noun.head.head
    things = (child for child in over.children if child.dep_ == "dobj" and child.i < noun.head.i)
    return any(word.lower_ in forms_of("inquiries") for word in (over, *things))


def dates_of(found: Found, paragraph: Paragraph, each: Chosen) -> list[DateMention]:
    """The dates that hang on the figure's clause, nearest first."""
    doc, number, clause = paragraph.doc, each.number, each.clause
    sentence = doc[number.start].sent
    own = _own_path(doc, clause)
    path = {at for at in own if at != clause.vouched or len(clause.path) == 1}
    path |= {at for at in each.told.words if doc[at].dep_ == "acl"}  # "2,900 bodies collected by 7 February"
    above = {token.i: only_years for token, only_years in _above(doc[own[-1]])}
    within = found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    near = [
        (steps, abs(date.at.start - number.end), date)
        for date in within
        if (steps := _steps_to(doc, date, each, path, above)) is not None
    ]
    if _is_said_again(each):
        near = [entry for entry in near if entry[2].at.start > number.start] or near
    if near:
        return [date for _, _, date in sorted(near, key=lambda entry: entry[:2])]
    opening = _opening(found, paragraph, each) if not is_spoken_of(doc, each) else None
    return [opening] if opening is not None else []


def _steps_to(doc: Doc, date: DateMention, each: Chosen, path: set[int], above: dict[int, bool]) -> int | None:
    """How far a date is from the figure's path, or from what its clause hangs on; None where it is another's."""
    head = date.head if date.head >= 0 else doc[date.at.start].head.i
    unit = date.when.value.unit
    if any(date.at.start <= at < date.at.end for at in above):  # "in August, when 400 people were killed"
        return FAR_STEPS if date.when.value.bound == "on" else None  # not "since the 1990s, when 30,000 were killed"
    if _names_another(doc, date, head, path) or _is_of_telling(doc, date, each):
        return None
    if _is_of_part(doc, date, each.number) or _is_half(doc, date) or is_converted(doc, date):
        return None
    if (
        _is_of_document(doc, date)
        or _is_compared(doc, date)
        or (date.when.value.bound == "since" and is_record(date, doc))
    ):
        return None
    token, steps = doc[head], 0
    while token.i not in path | above.keys() and token.head.i != token.i and steps < FAR_STEPS:
        joined = same_clause(token) or _is_meanwhile(token) or _is_listed(token)
        if not joined or tells_which(token, each) or _is_followed(token, date) or _is_ground(token):
            break
        token, steps = token.head, steps + 1
    if token.i in path or (token.i == each.clause.vouched and unit in LONG):  # "has verified 900 killings this year"
        return None if _is_before_now(doc, date, token, each) else steps
    hung = token.i in above and (not above[token.i] or unit in YEARS or _is_of_event(doc, head))
    return steps + FAR_STEPS if hung else None


def _own_path(doc: Doc, clause: Clause) -> tuple[int, ...]:
    """The path up to the noun that something else is about, whose day is not the figure's."""
    stop = next((place for place, at in enumerate(clause.path) if _is_subject_matter(doc[at])), len(clause.path))
    return clause.path[: stop + 1]


def _is_of_part(doc: Doc, date: DateMention, number: Counted) -> bool:
    """Whether the date is only of some of those counted: "1.2 million are displaced, most of them since September"."""
    return tells_of_part(doc[max(number.last, date.at.start - TO_PART) : date.at.start])


def _is_compared(doc: Doc, date: DateMention) -> bool:
    """Whether it is the day of a number that the figure is compared with: "up from 640 in 2023"."""
    return any(above.lower_ in AGAINST and above.head.lower_ in COMPARED for above in doc[date.at.start].ancestors)


def _is_of_document(doc: Doc, date: DateMention) -> bool:
    """Whether it is the day of what tells the number: "the ombudsman's report on 18 January speaks of 60 deaths"."""
    before = date.at.start - 1
    while before > 0 and doc[before].pos_ in ("ADP", "DET"):
        before -= 1
    return doc[before].lower_ in DATED | forms_of("records")


def _is_half(doc: Doc, date: DateMention) -> bool:
    """Whether the date is but one end of a stretch: "between September 22, when it began, and October 17"."""
    if date.when.value.until is not None or date.when.value.unit != "day" or not date.at.start:
        return False
    before = doc[date.at.start - 1].lower_
    opened = any(
        token.lower_ == "between" and token.nbor().pos_ == "PROPN"
        for token in doc[doc[date.at.start].sent.start : date.at.start]
    )
    return before == "between" or (before == "and" and opened)


def _is_said_again(each: Chosen) -> bool:
    """Whether the verb of the number before is not said again: "12 died in X on Monday and nine in Y on Tuesday"."""
    return each.before is not None and each.before.told.words == each.told.words and each.number.noun is None


def _opening(found: Found, paragraph: Paragraph, each: Chosen) -> DateMention | None:
    """The day that opens the sentence, which holds for all that is told in it as done then: "On 6 September bombs went
    off, leaving 17 persons injured". Not for a relative clause, nor for what is so by now."""
    doc = paragraph.doc
    sentence = doc[each.number.start].sent
    start = At(paragraph.index, sentence.start, min(sentence.start + OPENING, sentence.end))
    date = next(iter(found.dates.touching(start)), None)
    if date is None or date.when.value.bound != "on" or date.at.start > sentence.start + 1:
        return None
    if date.at.end < sentence.end and doc[date.at.end].tag_ == "POS":  # "Friday's attack came after"
        return None
    if _is_of_telling(doc, date, each) or _names_another(
        doc, date, date.head if date.head >= 0 else date.at.start, set()
    ):
        return None
    by_the_way = any(doc[at].dep_ == "relcl" for at in each.clause.path)
    return None if by_the_way or auxiliaries(verb_of(doc, each.clause)) & {"has", "have"} else date


def told_on(found: Found, paragraph: Paragraph, each: Chosen) -> Said[When] | None:
    """The day of the one verb of saying in the sentence that has one: "..., she told the council on Monday"."""
    sentence = paragraph.doc[each.number.start].sent
    dates = found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    telling = [
        date.when
        for date in dates
        if _is_of_telling(paragraph.doc, date, each)
        and paragraph.doc[date.head].dep_ != "acl"  # "the truce announced on Friday"
        and (date.when.value.unit, date.when.value.bound) == ("day", "on")
    ]
    return telling[0] if len(telling) == 1 else None


def _is_of_telling(doc: Doc, date: DateMention, each: Chosen) -> bool:
    """Whether the date is the day on which somebody spoke, beside the deed that the figure counts."""
    verb = verb_of(doc, each.clause)
    other = verb is None or verb.i != date.head or verb.lower_ in forms("say")
    return date.head >= 0 and says(doc[date.head]) and other and not _is_reported(doc[date.head])


def _is_reported(verb: Token) -> bool:
    """Whether the verb says of somebody what he is reported to have come to: "40 people were reported killed"."""
    completed = any(child.dep_ in ("xcomp", "oprd") for child in verb.children)
    return completed and any(child.dep_ == "nsubjpass" for child in verb.children)


def _is_meanwhile(token: Token) -> bool:
    """Whether the word heads a clause of the same time: "were killed when police cleared the square on Wednesday"."""
    return token.dep_ == "advcl" and any(child.lower_ in MEANWHILE and child.i < token.i for child in token.children)


def tells_which(token: Token, each: Chosen) -> bool:
    """Whether a participle with its date only tells where a level stands: "12 posts in a zone agreed in 2018"."""
    return token.dep_ == "acl" and token.head.pos_ == "NOUN" and each.told.measure in kinds().levels


def _is_followed(token: Token, date: DateMention) -> bool:
    """Whether the date is of the time before or after: "two died after last year's war"."""
    return token.lower_ in FOLLOWED and date.when.value.unit in PERIODS


def _is_ground(token: Token) -> bool:
    """Whether it is what something was done for, of another day: "arrested three men over the killing of a priest"."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "over"
        and token.lower_ in forms_of("tolled") | forms_of("happened")
    )


def _is_listed(token: Token) -> bool:
    """Whether the word tells of the next number in a list: "two dead and 23 wounded on Thursday"."""
    return token.dep_ == "acl" and token.head.dep_ == "conj" and token.head.pos_ == "NUM"


def _is_of_event(doc: Doc, head: int) -> bool:
    """Whether a date is that of an event a relative clause tells of: "the attack on 11 April in which one died"."""
    return doc[head].pos_ == "NOUN" and doc[head].lower_ in forms_of("happened") | forms_of("episodes")


def _is_before_now(doc: Doc, date: DateMention, token: Token, each: Chosen) -> bool:
    """Whether the date is a day of another verb, and the figure's own tells what is so by now: "fighting resumed on
    Tuesday and 24 people have died"."""
    verb = verb_of(doc, each.clause)
    if verb is None or token.i == verb.i or token.pos_ not in ("VERB", "AUX") or date.when.value.bound != "on":
        return False
    return verb.tag_ in PRESENT or bool(auxiliaries(verb) & {"has", "have"})


def _above(top: Token) -> Iterator[tuple[Token, bool]]:
    """What a clause of "when" or a relative clause hangs on, with whether only its year or an event's day is also
    that of the clause: "It began on Thursday when 14 died", "struck on Friday, killing six", "a war in 1994 that killed
    30,000"."""
    when = any(child.lower_ == "when" and child.i < top.i for child in top.children)
    shared = top.tag_ == "VBG" and not any(child.dep_ in SUBJECTS for child in top.children)
    if top.dep_ == "advcl" and (shared or _is_meanwhile(top)) and not says(top.head):
        yield top.head, False
    elif top.dep_ == "relcl":
        yield top.head, not when
        yield from ((noun, True) for noun in _phrase_above(top.head))
        if top.head.dep_ in ("dobj", "nsubj", "nsubjpass") and not says(top.head.head):
            yield top.head.head, True


def _names_another(doc: Doc, date: DateMention, head: int, path: set[int]) -> bool:
    """Whether a year only tells which agreement or body is meant: "under a 2018 deal"."""
    noun = doc[head]
    if noun.lower_ in DIRECTIONS:  # "crashed Wednesday southwest of Goma"
        return False
    named = noun.pos_ in ("NOUN", "PROPN") and date.at.start < head and noun.i not in path
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i in path
    return named and not subject and noun.lower_ not in forms_of("happened") | forms_of("wars") | forms_of("episodes")


def _phrase_above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun stands in a phrase with: of "the attack on a convoy in the north", from the last."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        yield noun


def when_of(
    paragraph: Paragraph, each: Chosen, dates: list[DateMention], said_on: Said[When] | None
) -> tuple[Said[When] | None, Said[When] | None, bool]:
    """`as_of` and `period`: the day on which a total or level stood or a thing was seen, or what was counted over; and
    whether the words are that it was counted up to that day.

    `said_on`: when somebody told the number.
    """
    if not dates:
        return said_on, None, False
    when = _since_then(paragraph, dates[0], each) or dates[0].when
    whole = when.value
    if whole.bound == "by" or _is_as_of(paragraph.doc, dates[0]):
        return when, None, True
    if whole.year is not None and ":" in (whole.time or ""):  # when the text was written: "updated: 1 May 2011 19:01"
        return when, None, False
    if whole.bound == "since" and whole.unit in STRETCHES and whole.offset is not None:
        return said_on, None, True
    held = is_held(paragraph.doc, each.told, verb_of(paragraph.doc, each.clause), False)
    if whole.until is not None or (whole.unit in PERIODS and whole.offset == 0):
        return said_on, when, False
    if (held or is_level(paragraph.doc, each.told)) and whole.bound == "on" and whole.span is None:
        return when, None, False
    if is_total(paragraph.doc, each.number, each.told) and whole.bound == "on" and _is_day_of(paragraph.doc, dates[0]):
        return when, None, False
    if whole.bound in ("since", "during", "until") or whole.span is not None or whole.unit in PERIODS:
        return said_on, when, False
    return (when, None, False) if each.told.measure in kinds().equipment else (None, when, False)


def _is_day_of(doc: Doc, date: DateMention) -> bool:
    """Whether it is the day of a verb, not of what a noun names: "the toll stood at 43 on Monday"."""
    return date.when.value.unit == "day" and date.head >= 0 and doc[date.head].pos_ in ("VERB", "AUX")


def _is_as_of(doc: Doc, date: DateMention) -> bool:
    start = date.at.start
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "as"


def _since_then(paragraph: Paragraph, date: DateMention, each: Chosen) -> Said[When] | None:
    """The start that a clause of "since" gives by the date in it: "since the war began in 2014". A number inside that
    clause is of that day itself: "the worst since a bomb killed 150 on 31 May"."""
    if date.head < 0 or date.when.value.bound != "on":
        return None
    number = (each.whole or each).number  # a part was counted over the time of the whole
    for token in (paragraph.doc[date.head], *list(paragraph.doc[date.head].ancestors)[:2]):
        since = next((child.i for child in token.children if child.dep_ == "mark" and child.lower_ == "since"), None)
        if token.dep_ == "pcomp" and token.head.lower_ == "since":  # "since taking command on March 23"
            since = token.head.i
        clause = token.dep_ in ("advcl", "pcomp")
        if since is not None and clause and not since < number.start <= token.right_edge.i:
            span = (paragraph.span(since, since + 1), *date.when.words)
            return Said(structs.replace(date.when.value, bound="since"), SINCE, span)
    return None
