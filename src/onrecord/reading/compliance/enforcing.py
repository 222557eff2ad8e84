"""Words that say an accord will be enforced on those who break it.

"Would use force against groups violating it", "will respond to any breach of it", "will not tolerate violations".

They say of nobody that he broke it, and are a position on the accord as much as a threat.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.reading.agreements.words import Words
from onrecord.reading.compliance.charges import OBJECTS, first_of
from onrecord.reading.compliance.claims import VIOLATED, Claim, verb_of, wrong_of
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import VERBS, is_passive
from onrecord.reading.rules import Rule
from onrecord.vocabulary import compliance

ENFORCES, RULE = "will enforce", "compliance enforced"
WILL = frozenset({"will", "would", "'ll", "’ll", "wo"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no"})
OPEN = frozenset(
    {"if", "unless", "could", "might", "may", "should", "have", "whether"}
)  # what leaves open that it will


def claims(accord: Words) -> Iterator[Claim]:
    """The claim that the words on which an accord hangs make of it: one at most."""
    found = _against(first_of(accord.token))
    if found is None:
        return
    verb, link = found
    future = _future(verb)
    negated = tuple(child.i for child in verb.children if child.dep_ == "neg")
    listed = compliance.phrase_of(
        "tolerating" if negated else "enforcing", verb.lower_, link[-1].lower_ if link else ""
    )
    broken = _breaking(first_of(accord.token))
    if listed and future is not None and broken is not None and not _is_open(verb):
        nouns = tuple(child.i for child in verb.children if child.dep_ in ("dobj", "obj") and link)
        words = sorted({future.i, verb.i, *negated, *nouns, *(token.i for token in link), *broken})
        yield Claim(verb, ENFORCES, tuple(words), doers(verb), own=True)


def _breaking(head: Token) -> tuple[int, ...] | None:
    """The words that say what is done to the accord."""
    wrong = wrong_of(head)
    if wrong is not None:
        return (wrong.i,)
    verb = verb_of(head)
    return verb[2] if verb is not None and verb[1] == VIOLATED else None


def _against(head: Token) -> tuple[Token, tuple[Token, ...]] | None:
    """The verb that says what is done to those who break the accord, or about its breach, with the word between."""
    broken = verb_of(head)
    target = wrong_of(head)
    if target is None and broken is not None and broken[1] == VIOLATED and broken[0].dep_ in ("acl", "relcl"):
        target = broken[0].head
    if target is None:
        return None
    if target.dep_ in OBJECTS and target.head.pos_ in VERBS and (target.dep_ != "nsubjpass" or is_passive(target.head)):
        return target.head, ()
    if target.dep_ != "pobj":
        return None
    above = target.head.head
    above = above.head if above.dep_ == "dobj" else above  # "take action against"
    return (above, (target.head,)) if above.pos_ in VERBS else None


def _future(verb: Token) -> Token | None:
    """The word that says that it will be done: "will", "vowed to"."""
    aux = next((child for child in verb.children if child.lower_ in WILL and child.dep_ == "aux"), None)
    vowed = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ in compliance.words("vowing") else None
    return aux or vowed


def _is_open(verb: Token) -> bool:
    """Whether it hangs on a condition or is no more than possible."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    conditions = (below for clause in clauses for below in clause.children)
    return any(each.lower_ in OPEN for each in (*verb.children, *conditions))


def _enforces(value: object, words: Sequence[str]) -> bool:
    return value == ENFORCES and tells(words)


def tells(words: Sequence[str]) -> bool:
    """Whether the words say that it will be enforced."""
    held = tuple(word for phrase in words for word in phrase.lower().split())
    negated = any(word in NEGATIVE for word in held)
    listed = compliance.tells_phrase("tolerating" if negated else "enforcing", held)
    will = any(word in WILL or word in compliance.words("vowing") for word in held)
    return listed and will and VIOLATED in compliance.stances_told(held)


RULES: dict[str, Rule] = {RULE: _enforces}
