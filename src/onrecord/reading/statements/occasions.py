"""Occasions of a saying: on which day it was said, and whether that is the report's news."""

import datetime as dt
import re
from collections.abc import Set

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When, resolve
from onrecord.model.said import Said
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.told_once import lowers_of
from onrecord.vocabulary import reporting

BOUNDS = frozenset(("on", "during", "about"))
SEVERAL = frozenset(("one", "another", "separate", "similar"))
LASTING = frozenset(("during", "throughout", "since"))
THINGS = frozenset(("object", "topic", "charge", "idiom", "predicate"))  # frames that report no clause
YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 7  # steps up from a date to the cue it dates
LEADING = 5  # words before "… years ago" where it opens a sentence
STALE = 3  # days between a whole date and the report for which the report is older news
REMEMBERED = 6  # sentences over which a story set in an earlier year goes on
PASSING = frozenset(("when", "before", "until", "since"))
EARLIER = PASSING | {"after"}
HAVING = frozenset(("has", "have", "had", "'s", "’s", "'ve", "having"))
SPANS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "night", "morning"))
AWAY = frozenset(("after", "before", "later", "earlier", "afterwards"))
OTHER = frozenset(("next", "following", "previous", "same"))


def date(paragraph: Paragraph, found: Found, saying: Attribution) -> Said[When] | None:
    """The day given for the saying: a date beside the cue and outside what is said."""
    for mention in found.dates.of_paragraph(paragraph.index):
        if mention.when.value.bound in BOUNDS and _outside(mention, saying) and _dates(paragraph.doc, mention, saying):
            return None if lasting(paragraph, mention) else mention.when
    return None


def lasting(paragraph: Paragraph, mention: DateMention) -> bool:
    """Whether a time is the length of what is spoken of: "condemned the raids during the past week"."""
    words = paragraph.doc[max(mention.at.start - 1, 0) : mention.at.start + 1]
    return any(word.lower_ in LASTING for word in words)


def tomorrow(report: Report, paragraph: Paragraph, when: Said[When] | None) -> bool:
    """Whether a weekday alone is that after the report's own day: a page that was added to after midnight, or that
    tells of a place where the day had begun, means that day and not the one six days before."""
    published = _published(report, paragraph)
    if when is None or published is None or len(published) < len("2020-01-01"):
        return False
    day, said = _day(published), when.value
    alone = said.day is None and said.offset is None and said.nth is None and said.side == "back"
    return alone and said.weekday == (day.weekday() + 1) % 7


def _published(report: Report, paragraph: Paragraph) -> str | None:
    published = report.document.parts[paragraph.part].published if report.document.parts else None
    return published.value if published is not None else None


def leading_date(paragraph: Paragraph, found: Found, saying: Attribution) -> DateMention | None:
    """A date right behind the cue, before a clause that has no "that": "said on Monday it would go", "said on Monday
    attacks had ceased"."""
    start, end = saying.content[0]
    inside = start == saying.head + 2 and paragraph.doc[saying.head + 1].lower_ == "on"
    before = paragraph.doc[start - 1]  # "told reporters Saturday he …"
    told = before.dep_ == "dobj" and before.head.i == saying.head
    if saying.what.frame not in ("clause", "infinitive") or not (start == saying.head + 1 or inside or told):
        return None
    for mention in found.dates.of_paragraph(paragraph.index):
        if start <= mention.at.start <= start + 1 and mention.at.end < end:
            following = paragraph.doc[mention.at.end]
            opens = following.pos_ in ("PRON", "PROPN", "DET", "NOUN", "ADJ", "NUM") or following.tag_ == "TO"
            return mention if opens else None
    return None


def long_ago(paragraph: Paragraph, found: Found, saying: Attribution) -> bool:
    """Whether a saying is given a year and no day, as history told for the background is: "agreed in 2018 to …"."""
    sentence, last = paragraph.doc[saying.head].sent, saying.content[-1][1]
    return any(
        mention.when.value.year is not None and mention.when.value.day is None
        for mention in found.dates.of_paragraph(paragraph.index)
        if sentence.start <= mention.at.start < sentence.end
        and (mention.at.end == last or not covered(paragraph.doc[mention.at.start], saying))
    )


def _outside(mention: DateMention, saying: Attribution) -> bool:
    inside = [piece for piece in saying.content if piece[0] < mention.at.end and mention.at.start < piece[1]]
    own = mention.head == saying.head
    return not inside or (own and (mention.at.end == inside[0][1] or saying.what.frame in THINGS))


def _dates(doc: Doc, mention: DateMention, saying: Attribution) -> bool:
    if _qualifies(doc[mention.at.end - 1]):
        return False
    if any(_one_of_several(above) for above in doc[mention.at.start].ancestors):
        return False
    if mention.head in (saying.head, saying.by.shared) and mention.head >= 0:
        return mention.head == saying.head or mention.at.start < saying.head
    if saying.head < mention.head < mention.at.start and mention.when.value.side == "forward":
        return False  # the date of what is announced
    token = _issued(doc, mention) or doc[mention.at.start]
    if token.sent.start != doc[saying.head].sent.start:
        return False
    for _ in range(NEAR):
        if token.i == saying.head:
            return True
        if token.dep_ in ("relcl", "acl", "ccomp", "conj") or (
            token.pos_ == "VERB" and token.lower_ not in _speaking()
        ):
            return False
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _issued(doc: Doc, mention: DateMention) -> Token | None:
    """The document or recording that a date says when it came out: "a statement released on Monday"."""
    verb = doc[mention.head]
    told = verb.head.lower_ in reporting.words("occasions") | reporting.words("documents")
    out = verb.dep_ == "acl" and verb.lower_ in reporting.verb_forms("issuing")
    return verb.head if mention.head >= 0 and out and told else None


def _qualifies(last: Token) -> bool:
    """Whether a date only says which thing is spoken of: "called the 6 April attacks barbaric", not "a Monday statement
    said"."""
    noun = last.head
    within = last.dep_ in ("compound", "amod", "nummod", "nmod") and noun.i > last.i and noun.pos_ in ("NOUN", "PROPN")
    return within and noun.lower_ not in reporting.words("occasions") | reporting.words("documents")


def _one_of_several(noun: Token) -> bool:
    """Whether a noun opens a sentence on one of several events, which is what is told: "In one incident on Monday"."""
    return (
        noun.dep_ == "pobj"
        and any(child.lower_ in SEVERAL for child in noun.lefts)
        and noun.lower_ not in reporting.words("occasions") | reporting.words("documents")
    )


def _speaking() -> frozenset[str]:
    return reporting.verb_forms("speaking")


def recent(doc: Doc, saying: Attribution) -> bool:
    """Whether the tense places the saying in the report's own news: "said" and "says", not "has said"."""
    token = doc[saying.head]
    if token.tag_[0] != "V" or token.lower_ == "according" or told_in_passing(token, EARLIER):
        return False
    if saying.by.shared >= 0 and token.tag_ in ("VBG", "VB"):
        token = doc[saying.by.shared]
    joined = token.dep_ == "conj" and token.tag_ in ("VBD", "VBN") and saying.by.shared == token.head.i
    if joined and any(child.lower_ in HAVING for child in token.head.lefts):
        return False  # "has accused them of it, and vowed to act"
    children = [child for child in token.children if child.i < token.i]
    occasions = [noun for prep in token.children if prep.dep_ == "prep" for noun in prep.children]
    if any(child.lower_ in reporting.words("earlier") for word in (token, *occasions) for child in word.children):
        return False
    if any(_counted_off(child) for child in token.children):
        return False
    if any(child.dep_ == "aux" and child.lower_ in HAVING for child in children):
        return token.tag_ == "VBG" and not any(child.lower_ == "having" for child in children)
    if token.tag_ == "VBN" and not any(child.dep_ == "auxpass" for child in children):
        return bool(saying.source) and token.dep_ in ("ROOT", "conj", "ccomp")  # a past tense misread
    return True


def _counted_off(time: Token) -> bool:
    """Whether a time is counted from something else: "two days later", "a week after the raid", "the next day"."""
    units = [child for child in time.lefts if child.dep_ == "npadvmod"]
    if time.lower_ in AWAY and units:
        return time.lower_ == "later" or any(unit.lower_ in SPANS for unit in units)
    return time.lower_ in SPANS and any(child.lower_ in OTHER | AWAY for child in time.children)


def told_in_passing(token: Token, telling: Set[str] = PASSING) -> bool:
    """Whether a saying only tells when something else was or by what it was done: "when he told them, they left"."""
    marks = {child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod")}
    return token.dep_ in ("advcl", "relcl") and bool(marks & telling) and not marks & {"even"}


def goes_on_from_the_past(report: Report, paragraph: Paragraph, found: Found, saying: Attribution) -> bool:
    """Whether the sentence gives no day and goes on from one that is set in an earlier year than the report's: "By
    1993, he had softened. He called Clinton a saviour.". So does one that opens with such a year itself."""
    sentence = paragraph.doc[saying.head].sent
    published = _published(report, paragraph)
    if published is None:
        return False
    before_cue = paragraph.doc[sentence.start : saying.cue[0]].text.lower()
    if _opens_in_the_past(paragraph, found, sentence, published) or any(
        phrase in before_cue for phrase in reporting.words("bygone")
    ):
        return True
    pronoun = saying.by.source >= 0 and paragraph.doc[saying.by.source].pos_ == "PRON"
    for back in range(REMEMBERED):
        if found.dates.within(At(paragraph.index, sentence.start, sentence.end)) or _of_now(sentence):
            return False
        before = paragraph if sentence.start else report.paragraphs[paragraph.index - 1] if paragraph.index else None
        if before is None or before.part != paragraph.part:
            return False
        sentence = before.doc[(sentence.start or len(before.doc)) - 1].sent
        paragraph = before
        if _opens_in_the_past(paragraph, found, sentence, published):
            return True
        if pronoun and back == 0 and sentence[0].lower_ == "earlier":
            return True
    return False


def _days_before(when: When, published: str) -> bool:
    """Whether a whole date is some days before the report's, as the stamps of an archived page are."""
    told = resolve(when, None) if when.day is not None else None
    return told is not None and len(published) > len("2020-01") and told.last < _day(published) - dt.timedelta(STALE)


def _day(published: str) -> dt.date:
    return dt.date.fromisoformat(published[:10])


def _opens_in_the_past(paragraph: Paragraph, found: Found, sentence: Span, published: str) -> bool:
    """Whether a sentence is set in an earlier year, or on a whole date before the report: it opens with it, or its main
    verb happened in it."""
    year = int(published[:4])
    for date in found.dates.within(At(paragraph.index, sentence.start, sentence.end)):
        when = date.when.value
        ago = when.unit in ("year", "decade") and when.offset is not None and when.offset < 0
        before = when.year is not None and (when.year < year or _days_before(when, published))
        if when.bound == "since" or not (ago or before):
            continue
        if ago and date.at.start <= sentence.start + LEADING:
            return True
        opening = date.at.start <= sentence.start + (2 if when.day is not None else 1)
        if opening or (date.head == sentence.root.i and sentence.root.tag_ == "VBD"):
            return True
    return False


def chronicled(report: Report) -> dict[int, int]:
    """For each part of a page that says so, the paragraph from which on it tells day by day what happened before:
    "Here is a timeline of events:"."""
    found: dict[int, int] = {}
    for paragraph in report.paragraphs:
        for at, word in enumerate(lowers_of(paragraph.doc)) if paragraph.part not in found else ():
            if word in reporting.words("chronicles") and ":" in paragraph.doc[at + 1 : at + LEADING].text:
                found[paragraph.part] = paragraph.index
    return found


def labelled(paragraph: Paragraph, saying: Attribution) -> bool:
    """Whether a saying stands in a link to another page, under the year of that: "2009: Minister says he will go"."""
    doc = paragraph.doc
    start = min(saying.cue[0], saying.content[0][0])
    return any(
        word.text == ":" and word.i > 0 and YEAR.fullmatch(word.nbor(-1).text)
        for word in doc[max(doc[saying.head].sent.start - 1, 0) : start + 1]
    )


def _of_now(sentence: Span) -> bool:
    """Whether a sentence tells how things are now, with which a story comes back from the past."""
    return sentence.root.tag_ in ("VBZ", "VBP") or any(word.lower_ in ("now", "today") for word in sentence)


def covered(token: Token, saying: Attribution) -> bool:
    """Whether a word is part of what is said, or of the words for who says it ("according to state television")."""
    own = (saying.source,) if saying.source is not None else ()
    return any(start <= token.i < end for start, end in (*saying.content, *own))
