"""The numbers of the crisis: how many were killed, fled, were sent or hit; where, when, over what time, who says so.

Each number of a paragraph is taken with what it counts (`counted`), its measure is told by the words around it
(`measures`), and it is a figure if it stands (`choice`). The clause and the sentence give the rest, a file each:
who tells it, when, where, what kind of count, whom it counts. A number whose measure no vocabulary frame tells is left
out: ages, sums of money, years, article numbers and scores fill none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.deeds.terms import terms_of
from onrecord.reading.figures import words as figure_words
from onrecord.reading.figures.abroad import is_of_elsewhere, place_abroad
from onrecord.reading.figures.called import in_full, is_namesake
from onrecord.reading.figures.choice import Chosen, chosen
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.countrywide import country_of
from onrecord.reading.figures.counts import count_of
from onrecord.reading.figures.dates import YEARS
from onrecord.reading.figures.occasions import is_of_one_event
from onrecord.reading.figures.places import place_of
from onrecord.reading.figures.rules import RULES
from onrecord.reading.figures.setting import Setting, setting_of
from onrecord.reading.figures.tellers import Teller, teller_of
from onrecord.reading.figures.times import Times, times_of
from onrecord.reading.figures.totals import is_total
from onrecord.reading.found import FigureMention, Found, PlaceMention
from onrecord.reading.places.scene import Scenes, scenes
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.statements import quotations
from onrecord.reading.statements.quotations import Quotation
from onrecord.vocabulary.figures import kinds

__all__ = ["RULES", "find", "observations"]

LONGEST_HEADLINE = 20  # tokens
BULLETS = frozenset({"•", "·", "▪", "●", "*", "-", "–", "—"})
NOTED = re.compile(r"\.[\d¹²³⁴-⁹\])]+$")  # the mark of a footnote behind a full stop
POSTS_ABOUT = re.compile(
    r"\b(?:observation|military|monitoring|army|border|security|guard) (?:post|point)s?\b", re.IGNORECASE
)


class _Around(NamedTuple):
    """What a report holds beside its numbers; `terms` are the paragraphs of what is agreed and still to come."""

    found: Found
    setting: Setting
    scene: Scenes
    quoted: dict[int, tuple[Quotation, ...]]
    terms: frozenset[int]


def find(report: Report, found: Found) -> tuple[FigureMention, ...]:
    """The figures of a report, in the order of its text; those that somebody unknown tells are left out."""
    around = _Around(found, setting_of(report, found), scenes(report, found), quotations.find(report), terms_of(report))
    has_posts = bool(POSTS_ABOUT.search(report.text))
    mentions = (
        _mention(paragraph, around, each)
        for paragraph in report.paragraphs
        if paragraph.role != "caption"
        for each in chosen(paragraph.doc, has_posts)
    )
    return _once(report, tuple(mention for mention in mentions if mention is not None))


def _once(report: Report, mentions: tuple[FigureMention, ...]) -> tuple[FigureMention, ...]:
    """Without the figures of titles and headings that the same part tells in its body."""
    body = {_telling(report, mention) for mention in mentions if _role(report, mention) == "body"}
    return tuple(each for each in mentions if _role(report, each) == "body" or _telling(report, each) not in body)


def _role(report: Report, mention: FigureMention) -> str:
    return report.paragraphs[mention.at.paragraph].role


def _telling(report: Report, mention: FigureMention) -> tuple[int, str, float | None, float | None]:
    amount = mention.finding.amount.value
    return report.paragraphs[mention.at.paragraph].part, mention.finding.measure.value, amount.low, amount.high


def _is_day(found: Found, paragraph: Paragraph, number: Counted) -> bool:
    """Whether the number is one of a date: "July 28 - ..."."""
    at = At(paragraph.index, number.start, number.end)
    return any(date.at.holds(at) and date.at != at for date in found.dates.touching(at))


def _runs_on(paragraph: Paragraph, number: Counted) -> bool:
    """Whether the sentence has no end, like headlines that a page has run together: who says what is not to be told."""
    sentence = paragraph.doc[number.start].sent
    last = next((token for token in reversed(sentence) if not (token.is_space or token.is_quote)), sentence[-1])
    ends = last.is_punct or NOTED.search(last.text) or (sentence.start == 0 and sentence[0].text in BULLETS)
    return len(sentence) > LONGEST_HEADLINE and not ends


def _planner(paragraph: Paragraph, found: Found, each: Chosen) -> bool:
    """Whether somebody with a name is the subject of the verb that plans: "Turkey will send 600 troops"."""
    if each.clause.standing != "planned" or each.clause.vouched is None:
        return False
    verb = paragraph.doc[each.clause.vouched]
    subjects = (child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
    named = (actor for subject in subjects for actor in found.actors.covering(paragraph.index, subject))
    return any(actor.form in ("name", "metonym") for actor in named)


def observations(report: Report, mentions: Sequence[FigureMention]) -> tuple[Observation, ...]:
    """One observation for each figure; its trigger is the number."""
    return keeping.observations(report, "figure", mentions)


def _mention(paragraph: Paragraph, around: _Around, each: Chosen) -> FigureMention | None:
    quoted = around.quoted.get(paragraph.index, ())
    teller = teller_of(paragraph, around.found, each, quoted)
    number = each.number
    end = paragraph.doc[number.start].sent.end
    if teller is None or is_namesake(around.setting.report, paragraph, around.found, end, teller.per):
        return None
    if _is_day(around.found, paragraph, number) or _runs_on(paragraph, number):
        return None
    if each.clause.standing in ("projected", "planned") and not (teller.per or _planner(paragraph, around.found, each)):
        return None
    times = times_of(around.setting, paragraph, each, teller)
    if times is None:
        return None
    finding = _finding(paragraph, around, each, teller, times)
    if finding.place is None and is_of_elsewhere(around.setting, paragraph, each):
        return None
    if each.told.measure == "distance" and finding.place is None:  # from nowhere
        return None
    evidence = (keeping.evidence(paragraph, number.start, number.last),)
    return FigureMention(At(paragraph.index, number.start, number.end), evidence, finding)


def _standing(paragraph: Paragraph, around: _Around, each: Chosen, teller: Teller) -> str:
    """The standing that the clause gives, else who tells it; what an accord provides is planned."""
    own = each.clause.standing or "reported"
    if own == "reported" and paragraph.index in around.terms and each.told.measure in kinds().equipment:
        return "planned"
    return teller.standing if teller.standing and own == "reported" else own


def _is_of_years(times: Times) -> bool:
    """Whether the figure is of years ago: where the report goes on is then not where it was."""
    day = times.period or times.as_of
    return day is not None and day.value.unit in YEARS and day.value.offset != 0


def _is_summed(times: Times) -> bool:
    """Whether it sums up what happened since a day, which hardly was where the sentences before are."""
    return times.summed or (times.period is not None and times.period.value.bound == "since")


def _count(doc: Doc, each: Chosen, times: Times, place: PlaceMention | None) -> str | None:
    """The kind of count, for a part that of the whole; what stands beside a total so far is no one incident's."""
    kind = count_of(doc, (each.whole or each).number, each.told, each.clause, times, _is_alone(doc, each), place)
    before = each.before
    beside = kind == "incident" and before is not None and is_total(doc, before.number, before.told)
    return None if beside and before is not None and not is_of_one_event(doc, before.told) else kind


def _is_alone(doc: Doc, each: Chosen) -> bool:
    """Whether no figure of the same attack stands before it in the sentence, beside the toll so far."""
    return each.before is None or is_total(doc, each.before.number, each.before.told)


def _is_in_teller(paragraph: Paragraph, place: PlaceMention, teller: Teller) -> bool:
    """Whether the name is but a part of what the teller is called."""
    if place.at.paragraph != paragraph.index:
        return False
    name = paragraph.span(place.at.start, place.at.end)
    return any(words.start <= name.start and name.end <= words.end for said in teller.per for words in said.words)


def _finding(paragraph: Paragraph, around: _Around, each: Chosen, teller: Teller, times: Times) -> FigureFinding:
    doc, number, told, clause = paragraph.doc, each.number, each.told, each.clause
    found, index = around.found, paragraph.index
    scene = {} if _is_of_years(times) or _is_summed(times) else around.scene
    place = place_of(doc, found, index, clause, number, told, teller.statement, scene)
    if place is not None and _is_in_teller(paragraph, place, teller):
        place = None
    if place is None and (times.recent or times.as_of):  # what has its own day is not of the passage
        place = place_abroad(around.setting, paragraph, each)
    place = place or country_of(around.setting, paragraph, each)
    return FigureFinding(
        measure=Said(told.measure, "measure word", figure_words.cited(paragraph, told.words)),
        amount=Said(number.amount, "number", (paragraph.span(number.start, number.end),)),
        of=figure_words.of(paragraph, each),
        unit=figure_words.unit(doc, number, told),
        did=figure_words.did(paragraph, each),
        of_side=figure_words.of_side(found, paragraph, each),
        of_status=figure_words.table_word(paragraph, each, "status"),
        of_group=figure_words.table_word(paragraph, each, "groups"),
        part_of=figure_words.part_of(paragraph, each),
        count=_count(doc, each, times, place),
        place=place.place if place else None,
        as_of=times.as_of,
        period=None if times.vague else times.period,
        recent=times.recent,
        standing=_standing(paragraph, around, each, teller),
        per=tuple(in_full(around.setting.report, said) for said in teller.per),
        via=teller.via,
    )
