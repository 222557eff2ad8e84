"""The numbers of the crisis: how many were killed, fled, were sent or hit; where, when, over what time, who says so.

Each number of a paragraph is taken with what it counts (`counted`), its measure is told by the words around it
(`measures`), and the clause gives the rest (`figure_scope`). A number whose measure no vocabulary frame tells is left
out: ages, sums of money, years, article numbers and scores fill none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.model.actors import Actor
from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.counted import Counted, classes_of, counted, phrase_at
from onrecord.reading.figure_places import place_of
from onrecord.reading.figure_rules import RULES
from onrecord.reading.figure_scope import (
    EQUIPMENT,
    Clause,
    clause_of,
    count_of,
    dates_of,
    deed_of,
    is_background,
    statement_over,
    vouching_actor,
    when_of,
)
from onrecord.reading.found import FigureMention, Found
from onrecord.reading.measures import STATE_MEASURES, Told, told
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.scene import Scenes, scenes
from onrecord.vocabulary.measures import heads, measures, plain, units

__all__ = ["RULES", "find", "observations"]

LONGEST_EVIDENCE = 400
TO_ANCHOR = 9  # tokens from a unit of length to the name it leads to
SMALLEST_POPULATION = 100
PRONOUNS = frozenset({"them", "whom", "those", "which", "these"})
NONE_DIED = frozenset({"killed", "wounded", "casualties", "missing"})
ONE_OF_A_KIND = frozenset({"killed", "wounded", "captured", "abducted", "detained", "missing"})
SHARED = frozenset({"persons", "structures", "places"})
PERSONAL = frozenset({*STATE_MEASURES, "casualties", "returned"})
NO_SIDE = frozenset({"person", "population group", "other"})
NOT_COUNTED = frozenset({"more", "other", "further", "additional", "-"})
LAUNCHED = frozenset({"weapons", "aircraft", "artillery"})
LOST = frozenset({"destroyed", "captured", "intercepted"})
RATE = re.compile(
    r"\b(?:(?<!in )an?|per|every|each) (?:day|week|month|hour|year|night)\b(?! (?:after|before|earlier|later|ago|of))"
    r"|\b(?:daily|hourly|weekly|monthly)\b"
)
POSTS_ABOUT = re.compile(
    r"\b(?:observation|military|monitoring|army|border|security|guard) (?:post|point)s?\b", re.IGNORECASE
)


class _Read(NamedTuple):
    """A number whose measure is known; `whole` is the figure that it is a part of, `before` that before it."""

    number: Counted
    told: Told
    clause: Clause
    whole: "_Read | None" = None
    before: "_Read | None" = None


def find(report: Report, found: Found) -> tuple[FigureMention, ...]:
    """The figures of a report, in the order of its text."""
    scene = scenes(report, found)
    has_posts = bool(POSTS_ABOUT.search(report.text))
    return tuple(
        _mention(paragraph, found, scene, each)
        for paragraph in report.paragraphs
        for each in _read(paragraph.doc, has_posts)
    )


def observations(report: Report, mentions: Sequence[FigureMention]) -> tuple[Observation, ...]:
    """One observation for each figure; its trigger is the number."""
    made = []
    for mention in mentions:
        trigger = report.span(mention.at)
        made.append(
            Observation(
                id=observation_id(report.document.id, "figure", trigger.start),
                document=report.document.id,
                part=report.paragraphs[mention.at.paragraph].part,
                trigger=trigger,
                evidence=tuple(report.span(at) for at in mention.evidence),
                finding=mention.finding,
            )
        )
    return tuple(made)


def _read(doc: Doc, has_posts: bool) -> Iterator[_Read]:
    """The numbers that measure something, each with its clause; denied and supposed ones left out."""
    before: _Read | None = None
    for number in counted(doc):
        if before and doc[before.number.start].sent != doc[number.start].sent:
            before = None
        whole = _whole_of(doc, number, before)
        tells = _share(doc, number) if number.share else (whole.told if whole else told(doc, number))
        if tells is None or not _is_figure(doc, number, tells, has_posts):
            continue
        shared = whole or _listed_with(doc, number, tells, before)
        clause = shared.clause if shared else clause_of(doc, number, tells)
        asked = doc[number.start].sent.text.rstrip(" \"”'").endswith("?")
        if clause.standing is None or asked or not _is_used(doc, number, tells, clause):
            continue
        if number.single and not _single(doc, number, tells, clause):
            continue
        each = _Read(number, tells, clause, whole, before)
        yield each
        before = each


def _whole_of(doc: Doc, number: Counted, before: _Read | None) -> _Read | None:
    """The figure just before that this number is a part of: "including three children", "10 of them children"."""
    if before is None or number.single or "persons" not in classes_of(doc, number.noun):
        return None
    lead = [token.lower_ for token in doc[max(0, number.start - 2) : number.start]]
    if lead[-1:] == ["including"] or lead in (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"]):
        return before
    if number.noun is not None and doc[number.noun].lower_ in PRONOUNS:
        return before
    joined = lead[-1:] == ["and"] or lead[-1:] == [","]
    if (
        before.whole
        and joined
        and number.noun is not None
        and doc[number.noun].dep_ == "conj"
        and number.start - before.number.last <= 3
    ):
        return before.whole
    return None


def _listed_with(doc: Doc, number: Counted, tells: Told, before: _Read | None) -> _Read | None:
    """The figure just before in a list of things: "20 tanks, 30 vehicles and 80 guns" share one verb."""
    if before is None or {tells.measure, before.told.measure} - EQUIPMENT or number.start - before.number.last > 2:
        return None
    between = {token.lower_ for token in doc[before.number.last : number.start]}
    return before if between <= {",", "and"} else None


def _share(doc: Doc, number: Counted) -> Told | None:
    """Shares of people, homes and places that something was done to; those of votes and markets are not ours."""
    if number.noun is None:
        return None
    ours = doc[number.noun].lower_ in PRONOUNS or classes_of(doc, number.noun) & SHARED
    tells = told(doc, number) if ours else None
    return tells._replace(measure="share", words=tuple(range(number.start, number.end))) if tells else None


def _is_figure(doc: Doc, number: Counted, tells: Told, has_posts: bool) -> bool:
    if tells.measure == "distance" and not any(
        token.pos_ == "PROPN" for token in doc[number.last : number.last + TO_ANCHOR]
    ):
        return False
    if tells.measure == "population" and (number.amount.high or number.amount.low or 0) < SMALLEST_POPULATION:
        return False
    if RATE.search(doc[number.end : min(number.last + 9, doc[number.start].sent.end)].text):
        return False
    if number.amount.value == 0 and tells.measure not in NONE_DIED:
        return False
    if (
        tells.measure == "observation posts"
        and len(tells.words) == 1
        and doc[tells.words[0]].lower_ in ("post", "posts")
    ):
        return has_posts
    return True


def _is_used(doc: Doc, number: Counted, tells: Told, clause: Clause) -> bool:
    """Aircraft, vehicles and weapons count only where something is done with them, or they go in a convoy."""
    if tells.measure not in ("aircraft", "vehicles", "weapons"):
        return True
    convoy = any(token.lower_ in ("convoy", "convoys", "column", "columns") for token in doc[number.start].sent)
    return (convoy and tells.measure == "vehicles") or deed_of(doc, number, clause) is not None


def _single(doc: Doc, number: Counted, tells: Told, clause: Clause) -> bool:
    """Whether "a" counts: one person killed, wounded or taken, one aircraft or tank lost."""
    if tells.measure in ONE_OF_A_KIND and number.noun is not None:
        tables = [heads(kind, "status") for kind in measures().status] + [heads("persons", "things")]
        return any(phrase_at(doc, number.noun, table) for table in tables)
    deed = deed_of(doc, number, clause) if tells.measure in ("aircraft", "tanks") else None
    return deed is not None and deed[0] in LOST


def _mention(paragraph: Paragraph, found: Found, scene: Scenes, each: _Read) -> FigureMention:
    doc, number, tells = paragraph.doc, each.number, each.told
    statement = statement_over(found, paragraph.index, number)
    own = statement is None or (statement.finding.form == "indirect" and is_background(doc, tells))
    vouching = vouching_actor(doc, found, paragraph.index, each.clause) if statement is None else None
    as_of, period = when_of(
        paragraph, tells, dates_of(doc, found, paragraph.index, each.clause, number), None if own else statement
    )
    standing = each.clause.standing or "reported"
    place = place_of(doc, found, paragraph.index, each.clause, number, tells, scene)
    finding = FigureFinding(
        measure=Said(tells.measure, "measure word", _cited(paragraph, tells.words)),
        amount=Said(number.amount, "number", (paragraph.span(number.start, number.end),)),
        of=_of(paragraph, each),
        unit=_unit(doc, number, tells),
        did=_did(paragraph, each),
        of_side=_of_side(found, paragraph, number),
        of_status=_table_word(paragraph, each, "status"),
        of_group=_table_word(paragraph, each, "groups"),
        part_of=_part_of(paragraph, each),
        count=count_of(doc, number, tells, each.clause, period.value if period else None, each.before is None),
        place=place.place if place else None,
        as_of=as_of,
        period=period,
        recent=as_of is None and (period is None or period.value.bound == "since" or period.value.span is not None),
        standing=standing,
        per=(vouching.actor,) if vouching else () if own or statement is None else statement.finding.speaker,
        via=() if own or statement is None else statement.finding.via,
    )
    return FigureMention(At(paragraph.index, number.start, number.end), (_evidence(paragraph, number),), finding)


def _cited(paragraph: Paragraph, tokens: Sequence[int]) -> tuple[Span, ...]:
    """One span for each run of tokens."""
    spans: list[tuple[int, int]] = []
    for token in sorted(set(tokens)):
        if spans and spans[-1][1] == token:
            spans[-1] = (spans[-1][0], token + 1)
        else:
            spans.append((token, token + 1))
    return tuple(paragraph.span(start, end) for start, end in spans)


def _of(paragraph: Paragraph, each: _Read) -> Said[str]:
    """Who or what is counted, in the words of the report; the word of the measure where nothing is named."""
    start, end = _counted_words(paragraph.doc, each)
    words = paragraph.doc[start:end].text
    return Said(words, "verbatim", (paragraph.span(start, end),))


def _counted_words(doc: Doc, each: _Read) -> tuple[int, int]:
    number = each.number
    if number.noun is None:
        before = each.before
        if before and before.number.noun is not None and {before.told.measure, each.told.measure} <= PERSONAL:
            return _counted_words(doc, before)
        return each.told.words[0], each.told.words[0] + 1
    if doc[number.noun].lower_ in PRONOUNS:
        after = number.noun + 1
        if after < len(doc) and doc[after].tag_ in ("NNS", "NNPS"):
            return after, after + 1
        return number.noun, number.noun + 1
    start, end = number.first, number.last
    if each.told.measure == "distance":
        return start, next(token.i + 1 for token in doc[end : end + TO_ANCHOR] if token.pos_ == "PROPN")
    while start < number.noun and (doc[start].lower_ in NOT_COUNTED or doc[start].is_quote):
        start += 1
    of = doc[end] if end < len(doc) and doc[end].lower_ == "of" and doc[end].head.i == number.noun else None
    complement = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return start, complement.i + 1 if complement is not None and complement.i - end <= 6 else end


def _part_of(paragraph: Paragraph, each: _Read) -> Said[str] | None:
    if each.whole is None:
        return None
    whole = each.whole.number
    start, end = whole.start, max(whole.last, whole.end)
    return Said(paragraph.doc[start:end].text, "verbatim", (paragraph.span(start, end),))


def _unit(doc: Doc, number: Counted, tells: Told) -> str:
    noun = plain(doc[number.noun].lower_) if number.noun is not None else ()
    groups = units().groups
    if tells.measure in ("distance", "area"):
        return _length_unit([doc[at].lower_ for at in tells.words])
    household = next((groups[word] for word in noun if word in groups), None)
    return household or measures().units.get(tells.measure, "persons")


def _length_unit(words: list[str]) -> str:
    """The record's unit for the words of a length or an area, which may stand in the plural."""
    known = {**units().distance, **units().area}
    phrases = (" ".join([*words[:-1], last]) for last in (words[-1], *sorted(plain(words[-1]))))
    return next((known[phrase] for phrase in phrases if phrase in known), words[-1])


def _did(paragraph: Paragraph, each: _Read) -> Said[str] | None:
    if each.told.measure not in EQUIPMENT | {"observation posts"}:
        return None
    deed = deed_of(paragraph.doc, each.number, each.clause)
    if deed is None or (deed[0] == "launched" and each.told.measure not in LAUNCHED):
        return None
    return Said(deed[0], "deed word", _cited(paragraph, deed[1]))


def _of_side(found: Found, paragraph: Paragraph, number: Counted) -> Said[Actor] | None:
    """The actor named in the counted words: "Turkish soldiers"."""
    if number.noun is None:
        return None
    named = found.actors.touching(At(paragraph.index, number.first, number.last))
    sides = (mention.actor for mention in named if mention.form != "pronoun")
    return next((actor for actor in sides if actor.value.type not in NO_SIDE), None)


def _table_word(paragraph: Paragraph, each: _Read, table: str) -> Said[str] | None:
    """The class that a counted word belongs to in a table of the vocabulary, the head noun first."""
    number = each.number
    if number.noun is None or each.told.measure in measures().units:
        return None
    for at in range(number.last - 1, number.first - 1, -1):
        for kind in getattr(measures(), table):
            held = phrase_at(paragraph.doc, at, heads(kind, table))
            if held:
                return Said(kind, f"{table} word", (paragraph.span(*held),))
    return None


def _evidence(paragraph: Paragraph, number: Counted) -> At:
    """The sentence; of one that is too long, the words around the number."""
    sentence = paragraph.doc[number.start].sent
    start, end = sentence.start, sentence.end
    while _length(paragraph, start, end) > LONGEST_EVIDENCE and end - start > 2:
        if number.start - start > end - number.last:
            start += 1
        else:
            end -= 1
    return At(paragraph.index, start, end)


def _length(paragraph: Paragraph, start: int, end: int) -> int:
    span = paragraph.span(start, end)
    return span.end - span.start
