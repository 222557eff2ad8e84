"""The day of a commitment: when it was made, whether it is the report's news, and by when it must be done."""

from spacy.tokens import Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.commitments.said import Made
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.settings import words as setting_words

THEN = frozenset({"then", "later", "once", "earlier"})
HAVE = frozenset({"has", "have"})
LEADING = 3  # paragraphs at the head of a report, its title among them


def is_history(on: Said[When] | None) -> bool:
    """ "In 2008 Russia promised to withdraw": no news of the report's."""
    return on is not None and on.value.unit in ("year", "decade", "season")


def is_lead(report: Report, made: Made) -> bool:
    """Whether the report opens with it, so that "has vowed" is its news: not "has repeatedly", nor "has long"."""
    cue, index = cue_of(report, made), made.statement.at.paragraph
    opens = index < LEADING and report.paragraphs[index].role == "body" and cue.sent.start == 0
    within = cue.dep_ == "ccomp" and cue.head.i > cue.i  # not "said on Thursday it has", which is of that day
    if not opens or not (cue.dep_ == "ROOT" or within):
        return False
    told = {child.lower_ for child in cue.children if child.i < cue.i}
    return not told.isdisjoint(HAVE) and told.isdisjoint(setting_words().perfecting)


def cue_of(report: Report, made: Made) -> Token:
    """The verb by which the statement is told."""
    at = made.statement.at
    return report.paragraphs[at.paragraph].doc[at.start : at.end].root


def gone_by(paragraph: Paragraph, found: Found, verb: Token) -> Said[When] | None:
    """The time gone by that stands with the verb, or with what it was done at: "a week ago, ECOWAS gave the junta an
    ultimatum", "at a meeting last week they set a deadline"."""
    sentence = At(paragraph.index, verb.sent.start, verb.sent.end)
    occasions = (child for child in verb.children if child.lower_ in ("at", "in", "during"))
    over = {verb.i, *(noun.i for prep in occasions for noun in prep.children)}
    told = (date.when for date in found.dates.within(sentence) if date.head in over)
    return next((when for when in told if when.value.bound == "on" and (when.value.offset or 0) < 0), None)


def of_deadline(
    paragraph: Paragraph, cue: Token, type_: str, on: Said[When] | None, due: Said[When] | None
) -> Said[When] | None:
    """The day of a deadline, unless it would be counted from the report's own day though the words are no news of it:
    "he then gave them 24 hours", in a piece that looks back, and no day told."""
    if due is None or on is not None or due.value.month is not None or due.value.year is not None:
        return due
    looks_back = cue.tag_ == "VBD" or any(child.lower_ == "had" for child in cue.children)
    then = any(child.lower_ in THEN for child in cue.children)
    told = type_ == "ultimatum" and looks_back and (then or paragraph.index >= LEADING)
    return None if told else due
