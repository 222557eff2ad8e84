"""A saying at the end of the sentence that the parse has hung elsewhere: "killed 114, the news site Y reported"."""

import itertools

from spacy.tokens import Doc, Span, Token

from onrecord.reading.figures.clause import says, standing_by
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.sources import RELATIVE, Saying, child_of, cited, may_tell

AROUND_SAYING = frozenset({"nsubj", "punct", "prep", "npadvmod", "advmod", "dative"})
MISREAD = frozenset({"det", "compound", "amod"})  # what its subject is to a verb taken for a noun
FINITE = frozenset({"VBD", "VBZ"})
ON = frozenset({"on", "in", "at", "late"})  # before a day or where it was said
TO_END = 5  # tokens from a verb of saying to the end of the sentence


def saying_behind(doc: Doc, number: Counted) -> Saying | None:
    """A saying at the end of the sentence that the parse has hung elsewhere: "killed 114, the news site Y reported"."""
    sentence = doc[number.start].sent
    for token in doc[number.last : sentence.end]:
        if token.tag_ not in ("VBD", "VBZ") or not (_is_behind(token) or cited(doc, token.i)):
            continue
        start = next((at for at in range(token.i - 1, number.last - 1, -1) if doc[at].text == ","), -1)
        source = next((own.i for own in token.children if own.dep_ == "nsubj" and own.i > start), None)
        if start >= 0 and source is not None and doc[source].lower_ not in RELATIVE:
            return Saying(token.i, source)
    return _turned_round(doc, number) or _taken_for_aside(doc, number) or _loose(doc, sentence)


def _turned_round(doc: Doc, number: Counted) -> Saying | None:
    """A saying whose subject ends the sentence: "three were killed, reported the Defence Forces"."""
    for token in doc[number.last : doc[number.start].sent.end]:
        subject = child_of(token, {"dobj"})
        behind = says(token) and token.tag_ in FINITE and token.nbor(-1).text == "," and child_of(token, {"nsubj"}) < 0
        if behind and subject >= 0 and may_tell(doc[subject]) and not _is_followed(doc[subject].right_edge):
            return Saying(token.i, subject)
    return None


def _taken_for_aside(doc: Doc, number: Counted) -> Saying | None:
    """A saying behind a comma that the parse takes for a participle: ", local activists reported on Sunday, revising
    ..."."""
    for token in doc[number.last : doc[number.start].sent.end]:
        source = token.head
        aside = token.dep_ == "acl" and source.dep_ in ("appos", "conj", "npadvmod") and token.i == source.i + 1
        if not (aside and says(token) and may_tell(source) and source.left_edge.nbor(-1).text == ","):
            continue
        if all(child.dep_ in AROUND_SAYING | {"advcl"} for child in token.children) and _is_at_end(token):
            return Saying(token.i, source.i)
    return None


def _is_at_end(verb: Token) -> bool:
    """Whether no more than a day stands between a verb of saying and the end of its clause."""
    return not any(child.dep_ == "prep" and child.lower_ not in ON for child in verb.children)


def _is_followed(token: Token) -> bool:
    """Whether the sentence goes on behind a token."""
    return any(not (each.is_punct or each.is_space) for each in token.doc[token.i + 1 : token.sent.end])


def _loose(doc: Doc, sentence: Span) -> Saying | None:
    """A saying that ends the sentence, which the parse has not seen to be one: "since the fighting resumed, the
    governor of the province said Sunday"."""
    told = next((token for token in reversed(sentence) if token.pos_ in ("VERB", "AUX")), None)
    if (
        told is None
        or told.tag_ not in FINITE
        or not _is_behind(told, AROUND_SAYING | MISREAD)
        or sentence.end - told.i > TO_END
    ):
        return None
    comma = next((at for at in range(told.i - 1, sentence.start, -1) if doc[at].text == ","), told.i)
    named = itertools.takewhile(lambda token: token.pos_ != "ADP", doc[comma + 1 : told.i])
    head = next((token for token in reversed(list(named)) if token.pos_ in ("NOUN", "PROPN")), None)
    return Saying(told.i, head.i) if head is not None and may_tell(head) else None


def _is_behind(verb: Token, around: frozenset[str] = AROUND_SAYING) -> bool:
    """Whether the word is a verb of saying that nothing that is said follows."""
    return (says(verb) or standing_by(verb) is not None) and all(child.dep_ in around for child in verb.children)
