"""Phrases that name somebody by themselves: "Syrian government forces", "Turkish and Syrian state media"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from onrecord.model.spans import Span as Stored
from onrecord.reading.actors.names import HYPHENS, POSSESSIVES, country_words
from onrecord.reading.actors.nouns import Phrase, manner_only
from onrecord.reading.actors.people import said
from onrecord.reading.actors.words import ARMED
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Paragraph, Report

RULE_OF = {
    "force": "force of a country",
    "government": "government of a country",
    "office": "office of a country",
    "media": "media of a country",
    "local": "authority of a place",
    "powers": "countries together",
    "group": "group as described",
    "people": "people as described",
    "source": "unnamed source",
    "holder": "unnamed source",
}
SEATED = frozenset(("for", "of", "from", "at", "with", "in", "to"))
LONGEST = 10  # tokens
# what a group named right before them is
BANDS = frozenset(("group", "movement", "militia", "force", "army", "organisation", "organization"))
ARTICLES = ("a", "an", "one", "another")
DEFINITE = ("the", "this", "that")


def owned(report: Report, paragraph: Paragraph, listed: Sequence[Phrase]) -> Iterator[ActorMention]:
    """Phrases that name somebody by themselves."""
    for phrase in listed:
        at = At(paragraph.index, phrase.start, phrase.end)
        for spans in _words(report, paragraph, phrase, at):
            rule = "office holders" if phrase.kind == "holder" else RULE_OF[phrase.kind]
            actor = said(rule, report, spans)
            if actor is None and phrase.kind == "force":
                actor = said("group as described", report, spans[:1])
            if actor is not None:
                yield ActorMention(_at_joint(report, at, spans), phrase.head, actor, "description")


def described(doc: Doc, mention: ActorMention, listed: Sequence[Phrase]) -> ActorMention:
    """The mention of a group by its name with the words beside it that tell what it is: "the Lebanese armed group
    Hezbollah", "the M23 rebel group"."""
    if mention.actor.value.type not in ARMED:
        return mention
    at = mention.at
    before = next((each for each in listed if each.kind == "group" and each.end == at.start), None)
    if before is not None:
        return mention._replace(at=At(at.paragraph, before.start, at.end), head=before.head)
    behind = next((each for each in listed if each.start == at.start and each.end > at.end), None)
    if behind is not None and behind.kind == "group" and behind.noun.split()[-1] in BANDS:
        return mention._replace(at=At(at.paragraph, at.start, behind.end), head=behind.head)
    band = next((token for token in doc[at.end : at.end + 2] if token.lower_ in BANDS), None)
    if band is not None and doc[mention.head].dep_ == "compound" and doc[mention.head].head == band:
        return mention._replace(at=At(at.paragraph, at.start, band.i + 1), head=band.i)
    return mention


def _at_joint(report: Report, at: At, spans: Sequence[Stored]) -> At:
    """The tokens of a joint phrase's mention: from its own owner on."""
    paragraph = report.paragraphs[at.paragraph]
    first = min(spans, key=lambda span: span.start)
    start = at.start
    while start > 0 and paragraph.span(start - 1, start).start >= first.start:
        start -= 1
    return At(at.paragraph, start, at.end)


def _words(report: Report, paragraph: Paragraph, phrase: Phrase, at: At) -> list[list[Stored]]:
    """The words that the phrase's actor follows from; several lists for a joint phrase, none where it names nobody."""
    span = report.span(at)
    if phrase.kind in ("force", "government", "office", "media"):
        if phrase.kind in ("force", "media") and phrase.owners and not manner_only(paragraph.doc, phrase):
            return []
        if phrase.noun in ("ministry", "department") and _is_only_owned(paragraph, phrase):
            return []  # "the French ministry" is one named before
        owners = [At(paragraph.index, *owner) for owner in phrase.owners] or _owner_behind(paragraph, phrase)
        if not owners:
            sided = any(token.text in HYPHENS for token in paragraph.doc[phrase.start : phrase.head])
            return [[span]] if phrase.kind == "force" and sided else []  # "pro-Russian forces"
        joint = _joined(paragraph, phrase)
        return [
            [span, report.span(owners[-1])],
            *([_bare(report, paragraph, phrase), report.span(other)] for other in joint),
        ]
    acts = paragraph.doc[phrase.head].dep_ == "nsubj"
    if phrase.kind in ("local", "powers"):
        return [[span]] if phrase.speaks or acts else []
    if phrase.kind == "people":
        return [[span]] if phrase.speaks or (phrase.owners and acts) else []
    if phrase.kind == "group" and points_back(phrase):
        return []
    if phrase.kind == "group":
        return [[span]] if report.words(at).lower() != "fighters" else []
    if phrase.kind == "holder":
        return [[span]] if " of " in report.words(at) else []
    token = paragraph.doc[phrase.head]
    if token.dep_ == "appos" or any(child.dep_ == "appos" for child in token.children):
        return []  # it describes somebody who is named beside it
    singular_source = phrase.kind == "source" and phrase.determiner in ARTICLES
    plural = phrase.kind == "source" and phrase.noun.endswith("s") and phrase.determiner not in DEFINITE
    if not (phrase.speaks and (singular_source or plural)):
        return []
    return [[report.span(At(at.paragraph, at.start, _seat_end(paragraph.doc, at.end)))]]


def _seat_end(doc: Doc, end: int) -> int:
    """The end with whom somebody unnamed speaks for or where he is found: "a spokesman [for the Karen National Union]",
    "residents [of Goma]"; at the words themselves where no name follows."""
    if end >= len(doc) or doc[end].lower_ not in SEATED:
        return end
    first = end + 1 + (doc[end + 1 : end + 2].text == "the")
    at = last = _name_end(doc, first)
    while at > first and doc[at : at + 1].text == ",":  # "officials from Egypt, Jordan and Iraq"
        at = _name_end(doc, at + 1)
    joined = _name_end(doc, at + 1) if doc[at : at + 1].text.lower() == "and" else at
    last = joined if joined > at + 1 else last
    return _whole(doc, last) if last > first else end


def _whole(doc: Doc, end: int) -> int:
    """The end with the noun in small letters that the last name only qualifies: "the Yemeni [coast guard]"."""
    last = doc[end - 1]
    rest = doc[end : last.head.i + 1]
    goes_on = last.dep_ in ("amod", "compound", "nmod") and 0 < len(rest) < LONGEST
    return last.head.i + 1 if goes_on and all(token.pos_ in ("NOUN", "ADJ") for token in rest) else end


def _name_end(doc: Doc, first: int) -> int:
    """The end of the run of capitals that starts there, with what stands inside a name."""
    at = first
    while at < len(doc) and at - first < LONGEST and (doc[at].text[0].isupper() or (at > first and _links(doc, at))):
        at += 1
    return at


def _links(doc: Doc, at: int) -> bool:
    """Whether a word stands inside a name: a hyphen, a possessive, "of", a title."""
    following = doc[at + 1].text[0].isupper() if at + 1 < len(doc) else False
    joins = doc[at].text in HYPHENS or doc[at].text in POSSESSIVES or doc[at].lower_ in ("of", "for")
    return following and (joins or doc[at].dep_ == "compound")


def points_back(phrase: Phrase) -> bool:
    """Whether the words may only point at a group named before: "the paramilitary group", "the militia"."""
    alone = phrase.end - phrase.start == len(phrase.noun.split())
    return phrase.kind == "group" and alone and phrase.determiner == "the" and phrase.noun.split()[-1] in BANDS


def _is_only_owned(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether nothing but its country tells which body it is, before the noun or behind it."""
    end = phrase.owners[-1][1] if phrase.owners else phrase.head
    between = paragraph.doc[end : phrase.head]
    return bool(phrase.owners) and phrase.end == phrase.head + 1 and all(each.pos_ == "PART" for each in between)


def _bare(report: Report, paragraph: Paragraph, phrase: Phrase) -> Stored:
    """The phrase without its owner: "state media"."""
    return report.span(At(paragraph.index, phrase.owners[-1][1] if phrase.owners else phrase.start, phrase.end))


def _owner_behind(paragraph: Paragraph, phrase: Phrase) -> list[At]:
    """The owner after "of": "the regime of Syrian President Bashar Assad"."""
    doc, start = paragraph.doc, phrase.end + 1
    if start >= len(doc) or doc[phrase.end].lower_ != "of":
        return []
    start += doc[start].lower_ == "the"
    ends = range(min(len(doc), start + 4), start, -1)
    return [At(paragraph.index, start, end) for end in ends if country_words(doc, start, end)][:1]


def _joined(paragraph: Paragraph, phrase: Phrase) -> list[At]:
    """The other owners of a joint phrase: "Turkish" in "Turkish and Syrian state media"."""
    doc, at = paragraph.doc, phrase.start
    if not phrase.owners or phrase.owners[0][0] != at:
        return []
    found = []
    while (
        at > 1
        and doc[at - 1].lower_ in ("and", ",")
        and country_words(doc, at - 2, at - 1)
        and doc[at - 2].pos_ == "ADJ"
    ):
        at -= 2
        found.append(At(paragraph.index, at, at + 1))
    return found
