"""Whether a deed told by a verb came about: what its own forms say, and what its clause hangs on."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.asked import denial_of
from onrecord.reading.deeds.forms import (
    auxiliaries,
    first_of,
    helped_by,
    inverted,
    is_condition,
    is_finite,
    is_news_beside,
    is_question,
    of_form,
    qualified,
)
from onrecord.reading.deeds.governors import REAL, Told, Up, effect_of, passed
from onrecord.reading.deeds.nonfinite import of_gerund, of_infinitive, of_participle
from onrecord.vocabulary import deeds
from onrecord.vocabulary.deeds import BE

CLAUSES = frozenset({"ccomp", "acl", "xcomp", "dep"})
ANY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "those"})
LONGEST_CHAIN = 8


def of_verb(verb: Token, up: Up) -> Told | None:
    """The status of a verb; `up` tells that of the words above it."""
    first = first_of(verb)
    helped = helped_by(verb, first)
    answer = denial_of(verb)
    if answer is not None:
        return Told("denied", answer.denial)
    if is_finite(verb, helped):
        supposed = _supposed(first)
        if supposed is not None:
            return Told("hypothetical", (supposed.i,))
    finite = of_form(verb, first, helped)
    if finite is not None:
        return _in_clause(verb, first, finite, up)
    if is_finite(verb, helped):
        return None
    if verb is not first and first.pos_ in ("VERB", "AUX"):
        return up(first)
    if verb.tag_ == "VBN" and not helped:
        return of_participle(verb, up)
    if verb.tag_ == "VBG" or any(word.lower_ in ("being", "having") for word in helped):
        return of_gerund(verb, up)
    return of_infinitive(verb, helped, up)


def _in_clause(verb: Token, first: Token, told: Told, up: Up) -> Told | None:
    """What the clause hangs on may take the status away: "if they attacked", "fears that they attacked"."""
    clause = first
    for clause in _clauses(first):
        if told.status in REAL and _is_timeless(clause):
            return None
    question = is_question(verb) if told.status in (*REAL, "planned") else None
    if question is not None:
        return Told("hypothetical", (question.i,))
    vague = qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague if told.status in REAL else told
    return _content(clause, told, up)


def _supposed(verb: Token) -> Token | None:
    """The word by which the verb's clause is a condition."""
    for clause in _clauses(verb):
        supposed = next((child for child in clause.children if is_condition(child)), None) or inverted(clause)
        if supposed is not None:
            return supposed
    return None


def _clauses(verb: Token) -> Iterator[Token]:
    """The verb and those that it is coordinated with, up to the one whose clause they share."""
    for _ in range(LONGEST_CHAIN):
        yield verb
        if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return
        verb = verb.head


def _is_timeless(verb: Token) -> bool:
    """ "when they attack", "until they withdraw", "anyone who attacks": no deed of any day."""
    if verb.tag_ in ("VBD",) or any(word.lower_ in ("had", "was", "were", "did") for word in auxiliaries(verb)):
        return False
    if verb.dep_ == "advcl" and not is_news_beside(verb):
        return any(child.lower_ in deeds.words().temporal for child in verb.children)
    if verb.dep_ == "relcl":
        head = verb.head
        return head.lower_ in ANY or any(child.lower_ in ANY for child in head.children)
    return False


def _content(clause: Token, told: Told, up: Up) -> Told | None:
    """Content of what is feared, hoped, demanded or denied; in what is merely said the status stands."""
    if clause.dep_ not in CLAUSES or clause.head.i == clause.i:
        return told
    effect, signs = effect_of(clause.head, "clause")
    for child in clause.head.children:  # "it is unclear who fired"
        if effect is None and child.dep_ in ("acomp", "attr", "oprd") and clause.head.lower_ in BE:
            effect, signs = effect_of(child, "clause")
    described = (part for child in clause.head.children for part in (child, *child.lefts))
    if any(deeds.qualifiers().get(part.lower_) == "vague" for part in described):
        return None  # "unconfirmed reports that …"
    if effect is None:
        outer = up(clause.head)
        if outer is None and told.status in REAL and _is_timeless(clause.head):
            return None  # "once the council declares the town liberated"
        if clause.head.pos_ != "VERB":  # "denied a report that …"
            untrue = outer is not None and outer.status in ("denied", "hypothetical") and told.status in REAL
            return outer if untrue else told
        return told if outer is None or outer.status in REAL or told.status not in REAL else None
    if effect == "denied" and told.status == "denied":
        return None
    if effect == "hypothetical" and told.status == "denied":
        return Told("hypothetical", signs)
    return passed(effect, signs, up(clause.head)) if told.status in REAL else Told("hypothetical", signs)
