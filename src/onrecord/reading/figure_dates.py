"""When a figure holds: the dates that hang on its clause, and whether it is told as the report's own news."""

import re
from collections.abc import Iterator

from msgspec import structs
from spacy.tokens import Doc, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.counted import Counted
from onrecord.reading.figure_clause import Clause, auxiliaries, same_clause, says, verb_of
from onrecord.reading.found import DateMention, Found, StatementMention
from onrecord.reading.measures import Told
from onrecord.reading.relations import SUBJECTS
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.figures import forms_of, kinds, words

SINCE = "since a dated event"
PERIODS = frozenset({"week", "month", "season", "quarter", "year", "decade"})
YEARS = frozenset({"year", "decade"})
FAR_STEPS = 5
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|[-–]\d{2,4})?")
PRESENT = frozenset({"VBZ", "VBP"})
REMOVED = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|few|many) "
    r"(?:hour|day|week|month|year|decade)s? (?:after|before|ago|earlier|later|since|prior)\b",
    re.IGNORECASE,
)


def dates_of(doc: Doc, found: Found, paragraph: int, clause: Clause, number: Counted) -> list[DateMention]:
    """The dates that hang on the figure's clause, nearest first."""
    sentence = doc[number.start].sent
    near = []
    path = {at for at in clause.path if at != clause.vouched or len(clause.path) == 1}
    above = {token.i: only_years for token, only_years in _above(doc[clause.path[-1]])}
    for date in found.dates.within(At(paragraph, sentence.start, sentence.end)):
        head = date.head if date.head >= 0 else doc[date.at.start].head.i
        if _names_another(doc, date, head, path):
            continue
        token, steps = doc[head], 0
        while token.i not in path | above.keys() and token.head.i != token.i and steps < FAR_STEPS:
            if not same_clause(token):
                break
            token, steps = token.head, steps + 1
        if token.i in path:
            near.append((steps, abs(date.at.start - number.end), date))
        elif token.i in above and (not above[token.i] or date.when.value.unit in YEARS):
            near.append((steps + FAR_STEPS, abs(date.at.start - number.end), date))
    return [date for _, _, date in sorted(near, key=lambda entry: entry[:2])]


def _above(top: Token) -> Iterator[tuple[Token, bool]]:
    """What a clause of "when" or a relative clause hangs on, with whether only its year is also that of the clause:
    "It began on Thursday when 14 died", "struck on Friday, killing six", "a war in 1994 that killed 30,000"."""
    when = any(child.lower_ == "when" and child.i < top.i for child in top.children)
    shared = top.tag_ == "VBG" and not any(child.dep_ in SUBJECTS for child in top.children)
    if top.dep_ == "advcl" and (when or shared) and not says(top.head):
        yield top.head, False
    elif top.dep_ == "relcl":
        yield top.head, not when
        if top.head.dep_ in ("dobj", "nsubj", "nsubjpass") and not says(top.head.head):
            yield top.head.head, True


def _names_another(doc: Doc, date: DateMention, head: int, path: set[int]) -> bool:
    """Whether a year only tells which agreement or body is meant: "under a 2018 deal"."""
    noun = doc[head]
    named = noun.pos_ in ("NOUN", "PROPN") and date.at.start < head and noun.i not in path
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i in path
    return named and not subject and noun.lower_ not in forms_of("happened") | forms_of("wars")


def when_of(
    paragraph: Paragraph, told: Told, number: Counted, dates: list[DateMention], said_on: Said[When] | None
) -> tuple[Said[When] | None, Said[When] | None]:
    """`as_of` and `period`: what a total was counted over, or the day on which a level stood or a thing was seen.

    `said_on`: when somebody told the number.
    """
    if not dates:
        return said_on, None
    when = _since_then(paragraph, dates[0], number) or dates[0].when
    whole = when.value
    if whole.bound in ("since", "during", "until", "by") or whole.span is not None or whole.unit in PERIODS:
        return said_on, when
    return (when, None) if told.measure in kinds().levels | kinds().equipment else (None, when)


def _since_then(paragraph: Paragraph, date: DateMention, number: Counted) -> Said[When] | None:
    """The start that a clause of "since" gives by the date in it: "since the war began in 2014". A number inside that
    clause is of that day itself: "the worst since a bomb killed 150 on 31 May"."""
    if date.head < 0 or date.when.value.bound != "on":
        return None
    for token in (paragraph.doc[date.head], *list(paragraph.doc[date.head].ancestors)[:2]):
        since = next((child.i for child in token.children if child.dep_ == "mark" and child.lower_ == "since"), None)
        if since is not None and token.dep_ == "advcl" and not since < number.start <= token.right_edge.i:
            span = (paragraph.span(since, since + 1), *date.when.words)
            return Said(structs.replace(date.when.value, bound="since"), SINCE, span)
    return None


def is_recent(
    paragraph: Paragraph,
    found: Found,
    clause: Clause,
    number: Counted,
    statement: StatementMention | None,
    period: Said[When] | None,
) -> bool:
    """Whether the wording is of the report's own day: no day is given, and nothing sets the figure in an earlier time.

    What is told in the present, or as done by now ("has killed"), stands; of the simple past only what no other date,
    year or lapse of time stands beside; what "had" happened is news only in somebody's report of it.
    """
    if period is not None and period.value.bound != "since" and period.value.span is None:
        return False
    doc = paragraph.doc
    verb = verb_of(doc, clause)
    helping = auxiliaries(verb)
    if verb is None or verb.tag_ in PRESENT or helping & {"is", "are", "has", "have"} or period is not None:
        return not _opens_in_the_past(doc, found, paragraph.index, number)
    if "had" in helping and statement is None:
        return False
    return not (
        _is_past(doc, found, paragraph.index, number, statement)
        or _opens_in_the_past(doc, found, paragraph.index, number)
    )


def _is_past(doc: Doc, found: Found, paragraph: int, number: Counted, statement: StatementMention | None) -> bool:
    """Whether the sentence speaks of another time than the report's: beside the day on which somebody spoke."""
    sentence = doc[number.start].sent
    if REMOVED.search(sentence.text) or any(token.lower_ in words().past for token in sentence):
        return True
    if any(YEAR.fullmatch(token.text) for token in sentence if not number.start <= token.i < number.end):
        return True
    spoken = statement.finding.on.words if statement is not None and statement.finding.on else ()
    dates = found.dates.within(At(paragraph, sentence.start, sentence.end))
    return any(date.when.words != spoken and not (date.head >= 0 and says(doc[date.head])) for date in dates)


def _opens_in_the_past(doc: Doc, found: Found, paragraph: int, number: Counted) -> bool:
    """Whether the sentence before, in the same paragraph, is set in a year, and this one goes on from it."""
    sentence = doc[number.start].sent
    if sentence.start == 0 or any(token.tag_ in PRESENT for token in sentence):
        return False
    before = doc[sentence.start - 1].sent
    dates = found.dates.within(At(paragraph, before.start, before.end))
    return any(
        date.when.value.year is not None and date.when.value.bound == "on" and in_main_clause(doc, date)
        for date in dates
    )


def in_main_clause(doc: Doc, date: DateMention) -> bool:
    """Whether a date dates the main clause of its sentence."""
    token = doc[date.head if date.head >= 0 else date.at.start]
    while token.head.i != token.i and same_clause(token):
        token = token.head
    return token.head.i == token.i
