"""Deeds that answer another of their sentence or paragraph: who strikes back at whom, whose attack is repelled.

"Shelling killed eight soldiers, triggering a retaliation": those who were hit struck back at those who had hit them.
"The army managed to repel the attack": the attack of those whom a sentence before names as attacking.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from onrecord.reading.deeds.grammar import NOUNS, VERBS, is_passive, own_subjects, word
from onrecord.vocabulary.events import events

BACK = 3  # sentences
AGAIN = frozenset({"the", "this", "that"})


def answered(answer: Token) -> Token | None:
    """The word for the deed that a noun for an answer goes on from; None for no answer, or where no word ties them."""
    parts = (answer, *(child for child in answer.children if child.dep_ == "amod"))
    verb = answer.head
    if answer.pos_ not in NOUNS or not any(word(part) in events().answers for part in parts):
        return None
    if answer.dep_ != "dobj" or verb.pos_ not in VERBS or word(verb) not in events().provoking or is_passive(verb):
        return None
    subjects = own_subjects(verb)
    if subjects:
        return subjects[0] if subjects[0].pos_ in NOUNS else None
    goes_on = verb.dep_ in ("advcl", "conj") and verb.head.pos_ in VERBS
    return verb.head if goes_on else None


def attacks_before(attack: Token) -> Iterator[Token]:
    """The nouns for an attack that "the attack" may take up, the nearest first: "launched an offensive"."""
    if not any(child.dep_ == "det" and child.lower_ in AGAIN for child in attack.children):
        return
    sentence: Span = attack.sent
    for _ in range(BACK):
        for token in reversed(sentence):
            if token.i < attack.i and token.pos_ in NOUNS and word(token) in events().repelled:
                yield token
        if sentence.start == 0:
            return
        sentence = attack.doc[sentence.start - 1].sent
