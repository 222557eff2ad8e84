"""Bodies that no list holds: named in full where they speak ("the State Emergency Service said"), or numbered units of
an army ("the 47th Mechanized Brigade")."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.actors.named import ORDINAL
from onrecord.reading.actors.names import HYPHENS, POSSESSIVES, text_of
from onrecord.reading.actors.nouns import speaks
from onrecord.reading.actors.people import said
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.told_once import texts_of
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.place_words import region_named

LONGEST = 10  # tokens of a name on either side of its noun
OWNED = frozenset(("ministry",))  # named by whose it is, whether it speaks or not
LINKS = frozenset(("of", "for"))
JOINED = frozenset(("and", "&", "the"))


def find(report: Report, paragraph: Paragraph) -> Iterator[ActorMention]:
    """The bodies of the paragraph that say something and the numbered units, each by the whole of its name."""
    for token in paragraph.doc:
        first = token.text[0]
        if first.isupper() and token.lower_ in forces().bodies and (name := _speaking(token)) is not None:
            at, rule = At(paragraph.index, *name), "body as named"
        elif first.isalpha() and (start := _region(token)) is not None and speaks(token):
            at, rule = At(paragraph.index, start, token.i + 1), "office of a region"
        else:
            continue
        actor = said(rule, report, [report.span(at)])
        if actor is not None:
            yield ActorMention(at, token.i, actor, "name")


def _speaking(noun: Token) -> tuple[int, int] | None:
    """The name of a body that says something or is a numbered unit; None of another."""
    name = _name(noun)
    unit = ORDINAL.fullmatch(noun.doc[name[0]].text) is not None
    return name if unit or noun.lower_ in OWNED or speaks(noun) else None


def _name(noun: Token) -> tuple[int, int]:
    """The run of capitals round the noun, with "of" and "for" and what they lead up to."""
    doc, start, end = noun.doc, noun.i, noun.i + 1
    while start > 0 and noun.i - start < LONGEST and (_capital(doc, start - 1) or _joins(doc, start - 1)):
        start -= 1
    while end + 1 < len(doc) and end - noun.i < LONGEST and (doc[end].lower_ in LINKS or end > noun.i + 1):
        following = end
        while following < len(doc) and doc[following].lower_ in LINKS | JOINED:
            following += 1
        if following == len(doc) or not _capital(doc, following):
            break
        end = following + 1
    end = _before_common(doc, noun.i, end)
    start -= start > 0 and ORDINAL.fullmatch(doc[start - 1].text) is not None
    return start, end


def _joins(doc: Doc, at: int) -> bool:
    """Whether what stands before a word of a name goes on with it: a possessive, or a hyphen inside "El-Fasher"."""
    glued = doc[at].text in HYPHENS and not doc[at].whitespace_ and at > 0 and not doc[at - 1].whitespace_
    return glued or doc[at].text in POSSESSIVES


def _before_common(doc: Doc, noun: int, end: int) -> int:
    """The end of the name before "of" and an adjective that belongs to a common noun: "the 6th Division [of the Malian
    army]"."""
    last = doc[end - 1]
    if end < len(doc) and last.head.i >= end and last.dep_ in ("amod", "compound") and doc[end].is_lower:
        return next((at for at in range(end - 1, noun, -1) if doc[at].lower_ in LINKS), end)
    return end


def _capital(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.text[0].isupper() and token.pos_ not in ("DET", "ADP", "PRON", "SCONJ", "ADV", "CCONJ")


def _region(noun: Token) -> int | None:
    """Where "Karabakh's defence ministry" begins, None where the noun is no office of a region."""
    doc, texts = noun.doc, texts_of(noun.doc)
    for mark in range(noun.i - 1, max(0, noun.i - 4), -1):
        if texts[mark] in POSSESSIVES:
            starts = range(max(0, mark - 3), mark)
            return next((at for at in starts if region_named(text_of(doc, at, mark)) is not None), None)
    return None
