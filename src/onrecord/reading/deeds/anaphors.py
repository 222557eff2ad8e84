"""Whom "they", "it", "their" and "its" stand for at the head of a sentence that goes on from the one before it.

"The rebels took the town. They killed six": the pronoun that is the subject of its sentence, or whose the subject is,
stands for the subject of the sentence before, where that is somebody who may act in arms and nobody else in that
sentence could be meant. In quoted words, and behind what somebody only says, nobody is meant as far as we know.
"""

from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import RULES as ACTOR_RULES
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import SUBJECTS, own_subjects
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Paragraph

COREFERENCE = "coreference to "
SEVERAL, ONE = frozenset({"they", "their"}), frozenset({"it", "its"})
PLURAL = frozenset({"NNS", "NNPS"})
ARMED = frozenset({"armed force", "armed group", "militia", "police"})
HOLDING = ARMED | {"government body", "state"}
QUOTES = frozenset('"“”«»„')
BACK = 2  # sentences
TOLD_AGAIN = ("short form of ", "abbreviation of ")


def gone_on(found: Found, paragraph: Paragraph, pronoun: Token) -> list[Said[Actor]]:
    """The actor that the pronoun takes up, citing it and the words that name him; [] where that is unsure."""
    low = pronoun.lower_
    if low not in SEVERAL | ONE or not _opens(pronoun):
        return []
    sentence = pronoun.sent
    for _ in range(BACK):
        if sentence.start == 0 or _is_quoting(sentence):
            return []
        sentence = paragraph.doc[sentence.start - 1].sent
        subjects = own_subjects(sentence.root)
        if not subjects or says(sentence.root) or _is_quoting(sentence):
            return []
        if subjects[0].lower_ != low:
            return _meant(found, paragraph, pronoun, subjects[0])
    return []


def _opens(pronoun: Token) -> bool:
    """Whether the pronoun is the subject of its sentence's main verb, or whose that subject is."""
    head = pronoun.head if pronoun.dep_ == "poss" else pronoun
    return head.dep_ in SUBJECTS and head.head.i == pronoun.sent.root.i and head.i < head.head.i


def _is_quoting(sentence: Span) -> bool:
    return any(token.text in QUOTES or token.tag_ in ("``", "''") for token in sentence)


def _meant(found: Found, paragraph: Paragraph, pronoun: Token, subject: Token) -> list[Said[Actor]]:
    sentence = subject.sent
    fitting = [
        mention
        for mention in found.actors.within(At(paragraph.index, sentence.start, sentence.end))
        if _fits(mention, paragraph, pronoun)
    ]
    meant = [mention for mention in fitting if mention.head == subject.i]
    if len({mention.actor.value.key for mention in fitting}) != 1 or not meant or any(subject.conjuncts):
        return []
    actor = meant[0].actor
    rule, words = actor.rule, actor.words
    if rule.startswith(COREFERENCE):
        rule, words = rule.removeprefix(COREFERENCE), words[1:]
    if rule.startswith(TOLD_AGAIN) or f"{COREFERENCE}{rule}" not in ACTOR_RULES:
        return []
    own = paragraph.span(pronoun.i, pronoun.i + 1)
    return [Said(actor.value, f"{COREFERENCE}{rule}", (own, *words))]


def _fits(mention: ActorMention, paragraph: Paragraph, pronoun: Token) -> bool:
    kind = mention.actor.value.type
    if pronoun.lower_ in ONE:
        return kind in HOLDING and paragraph.doc[mention.head].tag_ not in PLURAL
    return kind in ARMED
