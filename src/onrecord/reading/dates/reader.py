"""Dates of a report, as the text gives them: found by the grammar, judged and placed by their sentence.

Rules. `date`: the first words are one date from end to end; a second passage is the cue that moves it from its usual
side ("will", "scheduled", "ahead"). The usual side is back, and forward for a limit ("by", "until"). `date with year
from context`: as `date`, with the year of the second passage, in histories that leave the year out once it is told;
`date in the year after that of its context`: with the year that follows, where the months told have turned.
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.model.dates import When
from onrecord.model.findings import DateFinding, Observation
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.dates import context as date_context
from onrecord.reading.dates.grammar import Derived, Match, anaphoric, derive, matches, understood
from onrecord.reading.dates.words import Word, scanned
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.told_once import text_of
from onrecord.vocabulary.dates import date_words

RULE, WITH_YEAR = "date", "date with year from context"
WITH_NEXT_YEAR = "date in the year after that of its context"
EVIDENCE = 400
HISTORY = 5  # whole dates that make a history
TURN = 6  # months back at which a history has gone on to the next year
NEAR = 5  # whole dates for each that counts from the day of writing


def find(report: Report, _found: Found) -> tuple[DateMention, ...]:
    """Every date of the report, in the order of the text."""
    mentions = [mention for paragraph in report.paragraphs for mention in _in_paragraph(report, paragraph)]
    return tuple(_with_years(report, mentions))


def _in_paragraph(report: Report, paragraph: Paragraph) -> Iterator[DateMention]:
    text = text_of(paragraph.doc)
    words = scanned(text)
    for match in matches(words):
        mention = _mention(report, paragraph, match, words, text)
        if mention is not None:
            yield mention


def _mention(
    report: Report, paragraph: Paragraph, match: Match, words: Sequence[Word], text: str
) -> DateMention | None:
    """The match as a date of its sentence; None where it is not meant as one, or has no sense there."""
    doc = paragraph.doc
    tokens = doc.char_span(match.words[0].start, match.words[-1].end, alignment_mode="expand")
    if tokens is None or not date_context.is_date(match, words, text, tokens):
        return None
    kept, derived = match.words, match.derived
    if date_context.counted_day(match, tokens):
        kept, tokens = kept[:1], tokens[:-1]
        derived = understood(kept) or derived
    if kept[0].letter in "bu":
        unbound = _premodifier(doc, kept)  # "after Monday's attack" is on Monday
        kept, derived, tokens = unbound or (kept, derived, tokens)
    dated = date_context.head(tokens)
    cue = date_context.side_cue(dated, derived.when.bound) if _open_sided(derived) else None
    when = _sided(derived, cue.lower_ if cue is not None else None)
    if when is None or ((derived.when.span or 0) > 0 and date_context.side_cue(dated, "on") is None):
        return None
    spans = [paragraph.chars(kept[0].start, kept[-1].end)]
    if cue is not None:
        spans.append(paragraph.span(cue.i, cue.i + 1))
    if not _date(when, [span.of(report.text) for span in spans]):
        return None
    at = At(paragraph.index, tokens.start, tokens.end)
    return DateMention(at, Said(when, RULE, tuple(spans)), -1 if dated is None else dated.i)


def _premodifier(doc: Doc, words: tuple[Word, ...]) -> tuple[tuple[Word, ...], Derived, Tokens] | None:
    """The date without its bound, where it stands before the noun that it dates and the bound limits that noun."""
    for kept in (words[1:], words[2:]):
        derived = understood(kept) if kept else None
        rest = doc.char_span(kept[0].start, kept[-1].end, alignment_mode="expand") if derived else None
        if derived is not None and rest is not None:
            return (kept, derived, rest) if date_context.premodifies(rest) else None
    return None


def _open_sided(derived: Derived) -> bool:
    """Whether the sentence has a say in the date's side: it leaves the year open, or lasts on both sides."""
    when = derived.when
    current = when.offset == 0 and when.unit != "day"
    return not derived.sided and when.span is None and (current or (when.year is None and when.offset is None))


def _sided(derived: Derived, cue: str | None) -> When | None:
    """The date on the side that the cue shows, or on its usual side; None where the word is no cue."""
    if not _open_sided(derived):
        return derived.when if cue is None else None
    if cue is None:
        side = "forward" if derived.when.bound in ("by", "until") else "back"
    else:
        side = _side(cue, derived.when.bound)
        if not side:
            return None
    return msgspec.structs.replace(derived.when, side=side)


def _side(cue: str, bound: str) -> str:
    """The side that a word shows; empty where it shows none."""
    sides = date_words().sides
    if cue in sides.nearer:
        return "near"
    if bound in ("by", "until") and date_context.is_back(cue) and cue not in sides.appointed | sides.governors:
        return "back"
    ahead = (sides.modals, sides.abilities, sides.governors, sides.appointed, sides.timetable, sides.proposing)
    return "forward" if any(cue in words for words in ahead) else ""


def _with_years(report: Report, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The mentions, each that leaves its year to another with that year: to the one it is listed with ("April and June
    1955"), to the last one told ("July of that year"), and in a history to the last one told wherever it is partial,
    or to the year after it where the months have turned ("December 1917 ... in January")."""
    history = _is_history([mention.when.value for mention in mentions])
    year: Span | None = None
    last: Span | None = None
    headed = -1  # the part whose last line that is only a year sets that of the dates under it
    month = turns = 0
    for number, mention in enumerate(mentions):
        said = mention.when
        when = said.value
        anaphor = anaphoric(scanned(said.words[0].of(report.text)))
        part = report.paragraphs[mention.at.paragraph].part
        leading = history or part == headed
        if when.year is not None:
            if _is_year_line(report, mention):
                headed, leading = part, True
            last = _year_span(report.text, said.words[0]) or last
            if not leading or _tells(report, mention) or _is_year_line(report, mention):
                year, month, turns = last or year, when.month or 0, 0
            yield mention
            continue
        listed = _listed(report, mention, mentions[number + 1]) if number + 1 < len(mentions) else None
        turned = history and month - (when.month or 0) > TURN
        told = last if anaphor else year if leading and when.month is not None else None
        source = listed or told
        rule = WITH_YEAR if listed or anaphor or turns + turned == 0 else WITH_NEXT_YEAR
        words = (said.words[0], source) if source and turns + turned < 2 else said.words
        dated = _derived_with_year([span.of(report.text) for span in words], rule) if len(words) > 1 else None
        if dated is not None:
            month, turns = dated.month or month, turns + (turned and not listed)
            yield mention._replace(when=Said(dated, rule, words))
        elif not anaphor and not turned:
            yield mention


def _is_year_line(report: Report, mention: DateMention) -> bool:
    """Whether a year is all that stands on its line: the heading of a chronicle."""
    line = report.paragraphs[mention.at.paragraph].doc
    rest = (token for token in line if not mention.at.start <= token.i < mention.at.end)
    return mention.when.value.unit == "year" and not any(token.is_alpha or token.like_num for token in rest)


def _tells(report: Report, mention: DateMention) -> bool:
    """Whether a date leads the account on: not "the May 2007 high", nor a year by the way ("planned for 1976")."""
    tokens = report.paragraphs[mention.at.paragraph].doc[mention.at.start : mention.at.end]
    if mention.when.value.month is not None:
        determined = tokens.start > 0 and tokens.doc[tokens.start - 1].tag_ in ("DT", "PRP$", "POS")
        noun = tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ in ("NN", "NNS", "JJ", "VBG")
        return not (date_context.premodifies(tokens) or (determined and noun))
    first = tokens[0].is_sent_start or (tokens.start > 0 and bool(tokens.doc[tokens.start - 1].is_sent_start))
    return first or report.paragraphs[mention.at.paragraph].role == "heading"


def _listed(report: Report, mention: DateMention, following: DateMention) -> Span | None:
    """The year of the next date, where the two are joined by "and"."""
    at, then = mention.at, following.at
    if mention.when.value.month is None or at.paragraph != then.paragraph or then.start - at.end != 1:
        return None
    joint = report.paragraphs[at.paragraph].doc[at.end].lower_
    return _year_span(report.text, following.when.words[0]) if joint in ("and", "or") else None


def _is_history(told: Sequence[When]) -> bool:
    """Whether the dates are those of a history: most are whole, hardly any counts from the day of writing."""
    whole = sum(when.year is not None and when.month is not None for when in told)
    near = sum(when.year is None and when.month is None for when in told)
    return whole >= HISTORY and near * NEAR <= whole


def _year_span(text: str, words: Span) -> Span | None:
    """Where the last year stands among the words of a date."""
    found = [word for word in scanned(words.of(text)) if word.letter == "Y"]
    return Span(words.start + found[-1].start, words.start + found[-1].end) if found else None


def _derived_with_year(words: Sequence[str], rule: str) -> When | None:
    """The date of the first words in the year of the second, or in the one after it, as the rule has it."""
    if len(words) != 2:
        return None
    derived, year = derive(words[0]), derive(words[1])
    if derived is None or year is None or year.when.unit != "year" or derived.when.year is not None:
        return None
    if derived.when.offset is not None or derived.when.span is not None or derived.when.weekday is not None:
        return None
    number = (year.when.year or 0) + (rule == WITH_NEXT_YEAR)
    until = derived.when.until
    if until is not None:
        until = msgspec.structs.replace(until, year=number)
    return msgspec.structs.replace(derived.when, year=number, until=until, side="back")


def observations(report: Report, mentions: Sequence[DateMention]) -> tuple[Observation, ...]:
    """One observation for each date: its words, and the sentence around it."""
    return tuple(_observation(report, mention) for mention in mentions)


def _observation(report: Report, mention: DateMention) -> Observation:
    paragraph = report.paragraphs[mention.at.paragraph]
    words = mention.when.words[0]
    dated = paragraph.doc[mention.head] if mention.head >= 0 else None
    return Observation(
        id=observation_id(report.document.id, "date", words.start),
        document=report.document.id,
        part=paragraph.part,
        trigger=words,
        evidence=(_around(report.span(report.sentence(mention.at)), words),),
        finding=DateFinding(mention.when, _of_report(mention.when.value) and date_context.is_told(dated)),
    )


def _of_report(when: When) -> bool:
    """Whether the date may be a day of the report's own news: "on Saturday", "yesterday", a whole date."""
    whole = when.year is not None and when.month is not None and when.day is not None
    partial = when.month is None and when.side in ("back", "before")
    return when.unit == "day" and when.until is None and (whole or partial)


def _around(sentence: Span, words: Span) -> Span:
    """The sentence, cut to the bound of evidence around the words."""
    start = max(sentence.start, words.start - EVIDENCE // 2)
    return Span(min(start, words.start), max(min(sentence.end, start + EVIDENCE), words.end))


def _date(value: When, words: Sequence[str]) -> bool:
    """Whether the first words are that date, and the second, if any, a cue of its side."""
    if not words or len(words) > 2:
        return False
    derived = derive(words[0])
    cue = words[1].lower() if len(words) > 1 else None
    return derived is not None and value == _sided(derived, cue)


def _date_with_year(value: When, words: Sequence[str]) -> bool:
    return value is not None and value == _derived_with_year(words, WITH_YEAR)


def _date_with_next_year(value: When, words: Sequence[str]) -> bool:
    return value is not None and value == _derived_with_year(words, WITH_NEXT_YEAR)


RULES: dict[str, Rule] = {RULE: _date, WITH_YEAR: _date_with_year, WITH_NEXT_YEAR: _date_with_next_year}
