"""Phrases of a vocabulary found at a token: a verb with what hangs on it, a noun with the words before it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from spacy.tokens import Token

from onrecord.vocabulary.triggers import Phrases, Trigger, Triggers

T = TypeVar("T")
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
HANGING = frozenset({"prt", "dobj", "advmod", "prep", "pobj", "oprd", "acomp", "xcomp", "ccomp", "attr", "dep", "nmod"})
PHRASE = 3  # words before a noun that may belong to its phrase


def at_token(
    token: Token, verbs: Triggers[T], nouns: Triggers[T], beside: Sequence[Token] = ()
) -> Iterator[tuple[T, tuple[int, ...]]]:
    """What the phrases that hang on the token tell, each with its tokens in order; the longest first.

    `beside`: further words that complete a verb."""
    as_verb, as_noun = verbs.get(token.lower_, ()), nouns.get(token.lower_, ())
    if as_verb and (token.pos_ in VERBS or (token.pos_ == "ADJ" and token.tag_ == "VBN")):
        yield from _of(token, as_verb, [*hanging(token), *beside])
    elif as_noun and token.pos_ in NOUNS:
        before = list(token.doc[max(token.sent.start, token.i - PHRASE) : token.i])
        yield from _of(token, as_noun, before)


def ends_at(token: Token, phrases: Phrases) -> bool:
    """Whether one of the noun phrases ends at the token, its words standing side by side."""
    for before in phrases.get(token.lower_, ()):
        start = token.i - len(before)
        if start >= 0 and all(token.doc[start + at].lower_ in form for at, form in enumerate(before)):
            return True
    return False


def hanging(verb: Token) -> list[Token]:
    """The words behind a verb that complete it, one step down, and what it says of its passive subject."""
    words = [child for child in verb.rights if child.dep_ in HANGING]
    words += [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    near = (word for word in words if word.dep_ != "ccomp")  # what a clause tells is its own: "claimed it took control"
    return words + [below for word in near for below in word.children if below.dep_ in HANGING]


def _of(token: Token, triggers: Sequence[Trigger[T]], around: Sequence[Token]) -> Iterator[tuple[T, tuple[int, ...]]]:
    for trigger in triggers:
        found = [next((word.i for word in around if word.lower_ in other), None) for other in trigger.others]
        held = {at for at in found if at is not None}
        if len(held) == len(found):
            yield trigger.kind, tuple(sorted({token.i, *held}))
