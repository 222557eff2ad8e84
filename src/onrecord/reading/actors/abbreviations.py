"""Abbreviations that a report introduces in brackets: "the Sudanese Armed Forces (SAF)", "the Karenni Army (KA)".

What a report introduces holds for that part of it, whatever the abbreviation means elsewhere. A body that no list holds
is told by its initials; one whose abbreviation is known is the known one, under whatever name the report spells out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.model.said import Said
from onrecord.reading.actors.named import initials, is_abbreviation
from onrecord.reading.actors.names import HYPHENS, POSSESSIVES
from onrecord.reading.actors.people import said
from onrecord.reading.found import ActorMention, Mentions
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.told_once import texts_of
from onrecord.vocabulary.forces import class_of
from onrecord.vocabulary.known_actors import actor_named

LONGEST = 12  # tokens of a name that is spelt out
INSIDE = frozenset(("of", "for", "and", "the", "to", "in"))
BEFORE = "abbreviation of "
GROUPS = frozenset({"armed group", "militia"})


class Introduced(NamedTuple):
    """An abbreviation, the mention that it stands for, and the tokens of both."""

    short: str
    mention: ActorMention
    whole: At


def find(report: Report, kept: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions `kept` with those of the report's own abbreviations, which take the place of others there."""
    ends = {(mention.at.paragraph, mention.at.end): mention for mention in kept if mention.actor.value.type != "person"}
    known: dict[tuple[int, str], Introduced] = {}
    for paragraph in report.paragraphs:
        for introduced in _introduced(report, paragraph, ends):
            known.setdefault((paragraph.part, introduced.short), introduced)
    if not known:
        return list(kept)
    fresh = [mention for each in known.values() for mention in _spelt_out(each, ends)]
    for paragraph in report.paragraphs:
        for token in paragraph.doc:
            meant = known.get((paragraph.part, token.text))
            at = At(paragraph.index, token.i, token.i + 1)
            if meant is not None and not meant.mention.at.holds(at):
                fresh.append(_mention(report, meant, at, token.i))
    fresh += _called_so(report, known.values(), kept)
    instead = Mentions(fresh)
    return [mention for mention in kept if not instead.touching(mention.at)] + fresh


def _spelt_out(introduced: Introduced, ends: dict[tuple[int, int], ActorMention]) -> Iterator[ActorMention]:
    at = introduced.mention.at
    if ends.get((at.paragraph, at.end)) is not introduced.mention:
        yield introduced.mention


def _called_so(report: Report, known: Iterable[Introduced], kept: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The words behind the bracket for what the name is of: "the National Liberation Army (ELN) rebel group"."""
    described = {each.at[:2]: each for each in kept if each.form == "description"}
    for each in known:
        doc, at = report.paragraphs[each.whole.paragraph].doc, each.whole.end + 1
        behind = described.get((each.whole.paragraph, at))
        if behind is None and at < len(doc) and (class_of(doc[at].lower_) or ("", ""))[1] == "group":  # "guerrillas"
            behind = ActorMention(At(each.whole.paragraph, at, at + 1), at, each.mention.actor, "description")
        if behind is not None and {behind.actor.value.type, each.mention.actor.value.type} <= GROUPS:
            yield behind._replace(actor=each.mention.actor)


def _introduced(
    report: Report, paragraph: Paragraph, ends: dict[tuple[int, int], ActorMention]
) -> Iterator[Introduced]:
    doc, texts = paragraph.doc, texts_of(paragraph.doc)
    for opening in range(1, len(doc) - 2):
        short = texts[opening + 1]
        if texts[opening] != "(" or texts[opening + 2] not in (")", ",", ";") or not is_abbreviation(short):
            continue
        mention = ends.get((paragraph.index, opening))
        known = actor_named(short)
        if known is not None and known.type == "media":
            continue
        if mention is not None and (known is None or known == mention.actor.value or _spells(doc, mention, short)):
            yield Introduced(short, mention, At(paragraph.index, mention.at.start, opening + 2))
        elif mention is None or mention.at.end - mention.at.start == 1:
            named = _named_in_full(report, paragraph, opening)
            if named is not None:
                yield Introduced(short, named, At(paragraph.index, named.at.start, opening + 2))


def _spells(doc: Doc, mention: ActorMention, short: str) -> bool:
    return initials(doc[mention.at.start : mention.at.end].text, short)


def _named_in_full(report: Report, paragraph: Paragraph, opening: int) -> ActorMention | None:
    """The body whose name ends at the bracket: the longest run of capitals that the abbreviation stands for."""
    doc, first = paragraph.doc, opening
    while first > 0 and opening - first < LONGEST and _in_name(doc, first - 1):
        first -= 1
    starts = [at for at in range(first, opening - 1) if doc[at].text[0].isupper() and doc[at].lower_ != "the"]
    for start in sorted(starts, key=lambda at: (_missed(doc, at, opening), _is_joined(doc, at, opening))):
        spans = [paragraph.span(start, opening), paragraph.span(opening + 1, opening + 2)]
        actor = said("body spelt out", report, spans)
        if actor is not None:
            return ActorMention(At(paragraph.index, start, opening), doc[start:opening].root.i, actor)
    return None


def _missed(doc: Doc, start: int, opening: int) -> bool:
    """Whether a word of the name is missing from its abbreviation, as that of an owner: "Yale's Research Lab (RL)"."""
    capitals = [token.text[0] for token in doc[start:opening] if token.text[0].isupper()]
    return capitals != [letter for letter in doc[opening + 1].text if letter.isupper()]


def _is_joined(doc: Doc, start: int, opening: int) -> bool:
    """Whether the words are rather two names: "Colombia and the National Liberation Army (ELN)"."""
    return any(doc[at].lower_ == "and" and doc[at + 1].lower_ == "the" for at in range(start, opening - 1))


def _in_name(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.text[0].isupper() or token.lower_ in INSIDE or token.text in HYPHENS or token.text in POSSESSIVES


def _mention(report: Report, introduced: Introduced, at: At, head: int) -> ActorMention:
    """A mention by the abbreviation, citing its introduction and the words that name the actor."""
    actor = introduced.mention.actor
    words = (report.span(at), report.span(introduced.whole), *actor.words)
    return ActorMention(at, head, Said(actor.value, BEFORE + actor.rule.removeprefix(BEFORE), words))
