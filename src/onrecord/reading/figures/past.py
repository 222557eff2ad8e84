"""Whether a figure is of an earlier time that the report only looks back on: another year or war, what is over."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.figures.abroad import is_of_another_people
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import auxiliaries, is_present, says, verb_of
from onrecord.reading.figures.dates import YEARS, tells_which
from onrecord.reading.figures.setting import Setting, main_dates, sentence_before
from onrecord.reading.found import DateMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.figures import forms_of, words

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|[-–]\d{2,4})?")
REMOVED = re.compile(
    r"\b(?:decades|years|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|few|many) "
    r"(?P<unit>hour|day|week|month|year|decade)s?) (?:after|before|ago|earlier|later|since|prior)\b",
    re.IGNORECASE,
)
NEWS_UNITS = frozenset({"day", "week", "weekend"})
LONG_AGO = 20  # years
CHRONICLED = frozenset({"killed", "wounded", "casualties"})
SUM_OF_A_WAR = 1000
ENDED = frozenset({"before", "until"})


def is_history(setting: Setting, paragraph: Paragraph, each: Chosen) -> bool:
    """Whether a figure without a date, which is no news, is told of another year or another country's past."""
    doc = paragraph.doc
    sentence = doc[each.number.start].sent
    verb = verb_of(doc, each.clause)
    if verb is not None and is_present(verb):
        return False
    return (
        is_of_another_war(sentence)
        or is_of_another_people(setting, doc, each)
        or _is_of_years(setting.found, paragraph.index, sentence, each)
        or _is_of_years_before(setting, paragraph, sentence)
        or (is_elsewhen(sentence) and _names_year_before(setting, paragraph, sentence))
    )


def is_long_ago(setting: Setting, paragraph: Paragraph, days: Said[When] | None) -> bool:
    """Whether the figure is of a year so long before the report's that it is of another time than its crisis."""
    if days is None or days.value.bound != "on":
        return False
    when, written = days.value, setting.years.get(paragraph.part)
    if when.year is None:
        return when.unit == "year" and (when.offset or 0) <= -LONG_AGO
    return written is not None and written - when.year >= LONG_AGO


def is_of_past(setting: Setting, paragraph: Paragraph, days: Said[When] | None) -> bool:
    """Whether the figure has no date, or one of another year than the report's."""
    return days is None or (days.value.year is not None and days.value.year != setting.years.get(paragraph.part))


def is_summed_up(doc: Doc, each: Chosen) -> bool:
    """Whether the simple past sums up what is over: a toll before something ended ("60,000 died before the truce"), or
    one greater than that of a day."""
    whole = each.whole or each
    verb = verb_of(doc, whole.clause)
    if whole.told.measure not in CHRONICLED or verb is None or is_present(verb):
        return False
    large = (whole.number.amount.low or whole.number.amount.high or 0) >= SUM_OF_A_WAR
    ended = any(child.dep_ == "mark" and child.lower_ in ENDED for clause in verb.children for child in clause.children)
    return large or ended


def is_told_of_past(
    found: Found, paragraph: int, sentence: Span, each: Chosen, statement: StatementMention | None
) -> bool:
    """Whether the sentence speaks of another time than the report's: beside the day on which somebody spoke."""
    if REMOVED.search(sentence.text) or any(token.lower_ in words().past for token in sentence):
        return True
    if _has_year(sentence, each):
        return True
    spoken: Sequence[object] = statement.finding.on.words if statement is not None and statement.finding.on else ()
    return any(
        date.when.value.unit not in NEWS_UNITS
        or (date.when.words != spoken and not (date.head >= 0 and says(sentence.doc[date.head])))
        for date in _dates(found, paragraph, sentence, each)
    )


def is_elsewhen(sentence: Span) -> bool:
    """Whether the sentence reckons from another day than the report's: "that day", "shortly afterwards"."""
    text = f" {sentence.text.lower()} "
    return any(phrase in text for phrase in words().elsewhen)


def is_of_another_war(sentence: Span) -> bool:
    text = sentence.text.lower()
    return any(phrase in text for phrase in words().bygone)


def is_of_whole_war(verb: Token) -> bool:
    """Whether the simple past sums up a war, which so is over: "During the war in Tigray, 600,000 people died"."""
    occasions = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("in", "during"))
    told = verb.tag_ == "VBD" or auxiliaries(verb) & {"was", "were"}
    return bool(told) and any(
        noun.dep_ == "pobj" and noun.lower_ in forms_of("wars") for prep in occasions for noun in prep.children
    )


def opens_in_the_past(setting: Setting, paragraph: Paragraph, sentence: Span, verb: Token | None) -> bool:
    """Whether the sentence before is set in a year or month, and this one goes on from it."""
    if is_present(sentence.root) or is_present(verb):
        return False
    before = sentence_before(setting, paragraph, sentence)
    return before is not None and (
        any(
            date.when.value.year is not None or date.when.value.unit not in NEWS_UNITS
            for date in main_dates(setting, *before)
        )
        or _happened_in_another_year(setting, *before)
    )


def _is_of_years(found: Found, paragraph: int, sentence: Span, each: Chosen) -> bool:
    """Whether the sentence names a year, or counts years back."""
    removed = REMOVED.search(sentence.text)
    if _has_year(sentence, each) or (removed and (removed["unit"] or "year").lower() in YEARS):
        return True
    dates = _dates(found, paragraph, sentence, each)
    return any(date.when.value.unit in YEARS and date.when.value.offset != 0 for date in dates)


def _is_of_years_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    before = sentence_before(setting, paragraph, sentence)
    written = setting.years.get(paragraph.part)
    dates = main_dates(setting, *before) if before is not None else []
    return any(date.when.value.year not in (None, written) for date in dates)


def _names_year_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    """Whether the sentence before names another year than that of the report."""
    before = sentence_before(setting, paragraph, sentence)
    written = setting.years.get(paragraph.part)
    return before is not None and any(YEAR.fullmatch(token.text) and token.text != str(written) for token in before[1])


def _has_year(sentence: Span, each: Chosen) -> bool:
    number = each.number
    return any(
        YEAR.fullmatch(token.text) and not _below_which(token, each)
        for token in sentence
        if not number.start <= token.i < number.end
    )


def _dates(found: Found, paragraph: int, sentence: Span, each: Chosen) -> list[DateMention]:
    """The dates of the sentence, beside those that only tell which thing is meant."""
    dates = found.dates.within(At(paragraph, sentence.start, sentence.end))
    return [date for date in dates if not _below_which(sentence.doc[date.at.start], each)]


def _below_which(token: Token, each: Chosen) -> bool:
    above = (token, *token.ancestors)
    return any(tells_which(word, each) or _is_since(word, each.number.start) for word in above)


def _is_since(word: Token, number: int) -> bool:
    """Whether it leads in a time up to now, beside the number: "the deadliest attack since the war began in 2014"."""
    since = word.lower_ == "since" or any(child.lower_ == "since" and child.dep_ == "mark" for child in word.children)
    return since and not word.left_edge.i <= number <= word.right_edge.i


def _happened_in_another_year(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    """Whether the last thing a sentence tells is a deed of a year that is not the report's: "a compound that warplanes
    bombed in 1986"."""
    written = setting.years.get(paragraph.part)
    dates = setting.found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    return written is not None and any(
        date.when.value.year not in (None, written) and date.head >= 0 and _is_deed(paragraph.doc[date.head])
        for date in dates
    )


def _is_deed(verb: Token) -> bool:
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "relcl")
