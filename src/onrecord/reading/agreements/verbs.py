"""The verbs that tell what became of an accord: "signed a truce", "the deal took effect", "a ceasefire brokered by",
"agreed to extend the truce", "accepted the proposal for a ceasefire"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.grammar import is_passive, word
from onrecord.reading.deeds.triggers import at_token
from onrecord.vocabulary import accords
from onrecord.vocabulary.triggers import Triggers

NONE: Triggers[str] = {}
LOOSE = frozenset({"advcl", "acl", "conj", "dep", "amod"})  # where parses hang a participle
AGREED, COLLAPSED = "agreed", "collapsed"
OVER = frozenset({"dead", "void", "over"})
OBJECTS = frozenset({"dobj", "nsubjpass", "obj"})
Told = tuple[Token, str, tuple[int, ...]]


def told_by(noun: Token) -> Iterator[Told]:
    """The verbs that tell a state of the accord, with the state and its words."""
    yield from _done_to(noun)
    subject = first_of(noun)
    below = [subject.head] if subject.dep_ in ("nsubj", "nsubjpass") else []
    below += [child for child in noun.children if child.dep_ == "relcl" and _is_of_subject(child)]
    misread = [child for child in noun.children if noun.dep_ == "ROOT" and _is_misread(child)]
    for verb in (*(verb for verb in below if not is_passive(verb)), *misread):
        done = any(child.dep_ in ("dobj", "obj") for child in verb.children)
        for state, words in at_token(verb, accords.done_by(), NONE):
            if len(words) > 1 or not done:  # a deal that "ended two years of war" has not ended
                yield verb, state, words
                break


def _done_to(noun: Token) -> Iterator[Told]:
    for verb in _over(noun):
        if (
            word(verb) in ("declare", "pronounce") and noun.right_edge.lower_ in OVER
        ):  # "declared the truce with them void"
            yield verb, COLLAPSED, (verb.i, noun.right_edge.i)
            continue
        for state, words in at_token(verb, accords.done_to(), NONE):
            yield verb, state, words
            break
        yield from _agreed_to(verb)


def _agreed_to(verb: Token) -> Iterator[Told]:
    """ "Agreed to enter a truce", "to begin a ceasefire"."""
    above = verb.head
    if verb.dep_ == "xcomp" and word(above) == "agree" and verb.lower_ in accords.words("entering"):
        yield above, AGREED, (above.i,)


def _is_misread(verb: Token) -> bool:
    """Whether it is the verb of a sentence which the parse takes for no more than its first noun: "A truce between the
    army and the rebels held for a second day"."""
    return verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN") and all(child.dep_ != "agent" for child in verb.children)


def _is_of_subject(clause: Token) -> bool:
    """ "A truce that took effect": the clause tells what it did."""
    return any(child.dep_ == "nsubj" and child.lower_ in ("that", "which") for child in clause.children)


def _over(noun: Token) -> Iterator[Token]:
    """The verbs whose object the noun is, or an offer of it that they accept, or whose participle stands beside it ("a
    truce brokered by", "signed in Doha, the truce")."""
    head = first_of(noun)
    offer = offer_of(head)
    if offer is not None:
        yield from (verb for verb in _governing(offer) if verb.lower_ in accords.words("accepting"))
        return
    yield from _governing(head)
    if head.dep_ in ("nsubj", "nsubjpass"):
        yield from (child for child in head.head.children if child.i < head.i and _is_opening(child))
    for child in noun.children:
        if child.i > noun.i and (
            (child.dep_ == "acl" and child.tag_ in ("VBN", "VBD")) or (child.dep_ == "relcl" and _is_of_object(child))
        ):
            yield child
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.tag_ in ("VBN", "VBD") and behind.dep_ in LOOSE and not _is_own(noun, behind):
        yield behind


def offer_of(noun: Token) -> Token | None:
    """The offer of an accord: "a ceasefire proposal", "a proposal for a truce", "the terms of a ceasefire"."""
    if noun.dep_ in ("compound", "nmod") and noun.head.lower_ in accords.words("offers"):
        return noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "of", "on"):
        return None
    above = noun.head.head  # or the verb, where the parse hangs "for" on that
    near = (above, *(child for child in above.children if child.dep_ == "dobj" and child.i < noun.i))
    return next((each for each in near if each.lower_ in accords.words("offers")), None)


def _is_opening(verb: Token) -> bool:
    """Whether a participle opens the sentence: "Signed on Friday by both sides, the truce"."""
    bare = all(child.dep_ not in ("nsubj", "nsubjpass", "mark", "dobj") for child in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBN" and bare


def _is_of_object(clause: Token) -> bool:
    """ "A truce that was signed", "a ceasefire that Angola had brokered"."""
    told = any(child.dep_ == "dobj" and child.lower_ in ("that", "which") for child in clause.children)
    return told or is_passive(clause)


def _governing(head: Token) -> Iterator[Token]:
    """The verbs whose object the noun is."""
    if head.dep_ in OBJECTS and (head.dep_ != "nsubjpass" or is_passive(head.head)):
        yield head.head
    if head.dep_ == "pobj" and head.head.dep_ == "prt":  # "called off the truce"
        yield head.head.head
    if head.dep_ == "nsubj" and is_passive(head.head):
        yield head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("to", "on", "upon") and word(head.head.head) == "agree":
        yield head.head.head


def _is_own(noun: Token, behind: Token) -> bool:
    """Whether the participle is looked at with the noun already, or has a subject."""
    return behind.head.i == noun.i or any(child.dep_ in ("nsubj", "nsubjpass") for child in behind.children)


def first_of(noun: Token) -> Token:
    """The first of nouns joined by "and"."""
    for _ in range(4):
        if noun.dep_ not in ("conj", "appos"):
            break
        noun = noun.head
    return noun
