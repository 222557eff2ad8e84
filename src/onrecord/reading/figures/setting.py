"""What the figures of a report are told in: its headings and years, the countries it is about, what stands before."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.model.places import countries_of
from onrecord.reading.dates.day_heads import DayHeads, day_heads
from onrecord.reading.deeds.grammar import in_main_clause
from onrecord.reading.figures.clause import PRESENT
from onrecord.reading.figures.spoken_of import Passages, abroad
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import At, Paragraph, Report

HOME_SHARE = 5  # the part of a report's places, one in so many, by which a country is its own
AROUND, MOST_AROUND = 4, 6  # sentences on either side; of these and itself, those in the bare present
PASSING = 2  # times that a country is named which a report only speaks of in passing


class Setting(NamedTuple):
    """A report, with the dated headings that hold in it, the countries that it is about and those it names in passing,
    the years in which its parts were published, as far as they say, and the passages that are of another country."""

    report: Report
    found: Found
    heads: DayHeads
    home: frozenset[str]
    passing: frozenset[str]
    years: Mapping[int, int]
    chronicled: frozenset[int]
    abroad: Passages


def setting_of(report: Report, found: Found) -> Setting:
    """What the figures of a report are told in."""
    countries = Counter(country for place in found.places for country in countries_of(place.place.value))
    total = sum(countries.values())
    home = frozenset(country for country, times in countries.items() if times * HOME_SHARE >= total)
    passing = frozenset(country for country, times in countries.items() if times <= PASSING) - home
    published = {number: part.published.value for number, part in enumerate(report.document.parts) if part.published}
    years = {number: int(day[:4]) for number, day in published.items()}
    main = countries.most_common(1)[0][0] if countries else None
    elsewhere = abroad(report, found, main)
    return Setting(report, found, day_heads(report, found), home, passing, years, _chronicled(report), elsewhere)


def _chronicled(report: Report) -> frozenset[int]:
    """The paragraphs that tell events in the bare present, as chronicles do: their days are not that of the report."""
    sentences = [(paragraph, sentence) for paragraph in report.paragraphs for sentence in paragraph.doc.sents]
    present = [sentence.root.tag_ in PRESENT and _is_event(sentence.root) for _, sentence in sentences]
    return frozenset(
        paragraph.index
        for at, (paragraph, _) in enumerate(sentences)
        if sum(present[max(0, at - AROUND) : at + AROUND + 1]) >= MOST_AROUND
    )


def _is_event(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not any(child.dep_ in ("aux", "neg") for child in verb.children)


def main_dates(setting: Setting, paragraph: Paragraph, sentence: Span) -> list[DateMention]:
    """The dates that the main clause of a sentence is set in, and the decades that it speaks of."""
    dates = setting.found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    return [
        date
        for date in dates
        if date.when.value.unit == "decade" or (date.when.value.bound == "on" and in_main_clause(paragraph.doc, date))
    ]


def sentence_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> tuple[Paragraph, Span] | None:
    """The sentence before in the paragraph, or in the one before where each sentence stands on its own line."""
    if sentence.start > 0:
        return paragraph, paragraph.doc[sentence.start - 1].sent
    if paragraph.index == 0 or sentence.end < len(paragraph.doc):
        return None
    before = setting.report.paragraphs[paragraph.index - 1]
    last = before.doc[len(before.doc) - 1].sent
    return (before, last) if before.part == paragraph.part and last.start == 0 else None
