"""Who or what a figure counts, in the report's own words: their side, status and group, unit, and the larger whole."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.counted import Counted, phrase_at
from onrecord.reading.figures.deeds import deed_of
from onrecord.reading.figures.instances import TIMES
from onrecord.reading.figures.measures import PRONOUNS, Told
from onrecord.reading.figures.rules import PEOPLE, PEOPLE_COUNTED, is_people
from onrecord.reading.figures.wording import counted_words, is_of_persons, joined_end, own_words
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.figures import forms_of, kinds
from onrecord.vocabulary.measures import heads, measures, plain, units

UNTOLD = "lost"  # shot down, captured or flown away: the words do not say
NO_SIDE = frozenset({"person", "population group", "other"})


def cited(paragraph: Paragraph, tokens: Sequence[int]) -> tuple[Span, ...]:
    """One span for each run of tokens."""
    spans: list[tuple[int, int]] = []
    for token in sorted(set(tokens)):
        if spans and spans[-1][1] == token:
            spans[-1] = (spans[-1][0], token + 1)
        else:
            spans.append((token, token + 1))
    return tuple(paragraph.span(start, end) for start, end in spans)


def of(paragraph: Paragraph, each: Chosen) -> Said[str]:
    """Who or what is counted, in the words of the report; "people" by the word of the measure if nothing is named."""
    doc = paragraph.doc
    start, end = counted_words(doc, each)
    cites: tuple[Span, ...] = (paragraph.span(start, end),)
    unnamed = start != each.number.noun or doc[start].lower_ in forms_of("deaths") | forms_of("tolled")
    told = unnamed and {*range(start, end)} <= {*each.told.words} and is_of_persons(each.told)
    telling = each.told.words if doc[start].pos_ == "VERB" else range(start, end)
    if told and is_people(PEOPLE, [doc[at].text for at in telling]):
        return Said(PEOPLE, PEOPLE_COUNTED, cited(paragraph, telling))
    if doc[start].lower_ == TIMES:  # "59 times", of what was done so often
        deed = " ".join(doc[at].text for at in each.told.words)
        return Said(f"{doc[start].text} {deed}", "verbatim", (*cites, *cited(paragraph, each.told.words)))
    if (
        end == start + 1
        and doc[start].lower_ in PRONOUNS
        and is_people(PEOPLE, [doc[at].text for at in each.told.words])
    ):
        return Said(PEOPLE, PEOPLE_COUNTED, cited(paragraph, each.told.words))
    own = own_words(doc, each.number, start)
    if own is not None:
        cites = (paragraph.span(*own), *cites)
        return Said(f"{doc[own[0] : own[1]].text} {doc[start:end].text}", "verbatim", cites)
    return Said(doc[start:end].text, "verbatim", cites)


def part_of(paragraph: Paragraph, each: Chosen) -> Said[str] | None:
    """The words of the figure that this one is a part of."""
    if each.whole is None:
        return None
    whole = each.whole.number
    start, end = whole.start, max(whole.last, whole.end)
    return Said(paragraph.doc[start:end].text, "verbatim", (paragraph.span(start, end),))


def unit(doc: Doc, number: Counted, told: Told) -> str:
    """The record's unit for what is counted."""
    counted = (
        doc[number.noun] if number.noun is not None else doc[told.words[0]].head
    )  # "the number of families uprooted"
    noun = plain(counted.lower_)
    groups = units().groups
    if told.measure in ("distance", "area"):
        return _length_unit([doc[at].lower_ for at in told.words if number.first <= at < number.last])
    household = next((groups[word] for word in noun if word in groups), None)
    return household or measures().units.get(told.measure, "persons")


def _length_unit(words: list[str]) -> str:
    """The record's unit for the words of a length or an area, which may stand in the plural."""
    known = {**units().distance, **units().area}
    phrases = (" ".join([*words[:-1], last]) for last in (words[-1], *sorted(plain(words[-1]))))
    return next((known[phrase] for phrase in phrases if phrase in known), words[-1])


def did(paragraph: Paragraph, each: Chosen) -> Said[str] | None:
    """What was done to equipment, troops or posts."""
    if each.told.measure not in kinds().equipment | {"observation posts"}:
        return None
    deed = deed_of(paragraph.doc, each.number, each.clause)
    if deed is None or deed[0] == UNTOLD or (deed[0] == "launched" and each.told.measure not in kinds().launched):
        return None
    return Said(deed[0], "deed word", cited(paragraph, deed[1]))


def of_side(found: Found, paragraph: Paragraph, each: Chosen) -> Said[Actor] | None:
    """The actor named in the counted words: "Turkish soldiers"; a state only where they are of its forces."""
    number, doc = each.number, paragraph.doc
    if number.noun is None:
        return None
    start, end = counted_words(doc, each)
    armed = each.told.measure in measures().units or phrase_at(doc, number.noun, heads("combatant", "status"))
    spans = dict.fromkeys((At(paragraph.index, start, end), At(paragraph.index, number.first, number.last)))
    for mention in (each for span in spans for each in found.actors.touching(span)):
        actor = mention.actor.value
        described = doc[mention.at.start : mention.at.end].text.islower() and actor.name.islower()
        described = described or actor.name.lower() == doc[start:end].text.lower()
        if mention.form == "pronoun" or actor.type in NO_SIDE or described:
            continue
        if actor.type not in ("state", "government body") or armed:
            return mention.actor
    return None


def table_word(paragraph: Paragraph, each: Chosen, table: str) -> Said[str] | None:
    """The class that a counted word belongs to in a table of the vocabulary, the head noun first."""
    number = each.number
    if number.noun is None or each.told.measure in measures().units:
        return None
    start, end = number.first, number.last
    if joined_end(paragraph.doc, number.noun) > number.noun + 1:  # "12 women and children" are of no one group
        return None
    if paragraph.doc[number.noun].lower_ in PRONOUNS:
        start, end = counted_words(paragraph.doc, each)
    for at in range(end - 1, start - 1, -1):
        for kind in getattr(measures(), table):
            held = phrase_at(paragraph.doc, at, heads(kind, table))
            if held:
                return Said(kind, f"{table} word", (paragraph.span(*held),))
    return None
