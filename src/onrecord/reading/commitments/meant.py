"""What type of commitment words make: a threat, a demand, an ultimatum, a pledge; and the rules that tell it again.

The act of a statement or a word of its own gives the type; a condition with a day, or what follows "or", makes an
ultimatum of a demand, and force that is promised on a condition a threat of a pledge.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.commitments import matters as commitment_matters
from onrecord.reading.commitments import said as commitment_said
from onrecord.reading.commitments import triggers as commitment_triggers
from onrecord.reading.commitments import voiced as commitment_voiced
from onrecord.reading.commitments.terms import Terms
from onrecord.reading.commitments.triggers import Told
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.reading.statements import reader as statements
from onrecord.vocabulary.commitments import commitments, reckonings, words
from onrecord.vocabulary.measures import forms

ULTIMATUM = "ultimatum"
READY = "ready for force"
FORCED = "force on a condition"
URGENT = ("threat", "demand")
WIDE = 8  # tokens behind "or"


def told_type(paragraph: Paragraph, told: Told, terms: Terms) -> Said[str]:
    return sharpened(paragraph, deeds.cited(paragraph, told.type_, told.rule, told.words), terms, told.deed)


def sharpened(paragraph: Paragraph, type_: Said[str], terms: Terms, deed: Token) -> Said[str]:
    """A threat or a demand with a condition and a day to it is an ultimatum."""
    clause = terms.clause
    threatened = _or_else(paragraph, deed, terms) if type_.value == "demand" else None
    if threatened is not None:
        mark = paragraph.span(threatened.i, threatened.i + 1)
        return Said("ultimatum", f"{ULTIMATUM}: {type_.rule}", (*type_.words, mark))
    force = commitment_matters.force_of(deed)
    if type_.value == "offer" and force is not None and type_.rule == commitment_triggers.WORD:
        return Said("threat", READY, (*type_.words, paragraph.span(force.i, force.i + 1)))
    regarded = next(at_token(deed, reckonings(), {}), None) if deed.lower_ in words("regarding") else None
    if type_.value == "pledge" and regarded is not None:  # "it would treat any deployment as a hostile act"
        type_ = deeds.cited(paragraph, "threat", commitment_voiced.VOICED, regarded[1])
    if (
        type_.value in ("pledge", "plan")
        and force is not None
        and clause is not None
        and clause.mark in words("urgent")
    ):
        type_ = Said("threat", FORCED, tuple(paragraph.span(i, i + 1) for i in (force.i, clause.start)))
    if type_.value not in URGENT or clause is None or terms.due is None or clause.mark not in words("urgent"):
        return type_
    inside = paragraph.span(clause.start, clause.end).holds(terms.due.words[0])
    if type_.value == "threat" and not inside:
        return type_
    mark = paragraph.span(clause.start, clause.start + 1)
    return Said("ultimatum", f"{ULTIMATUM}: {type_.rule}", (*type_.words, mark))


def _or_else(paragraph: Paragraph, deed: Token, terms: Terms) -> Token | None:
    """The "or" behind what is demanded that opens what will follow: "lay down their arms or face the consequences"."""
    doc = paragraph.doc
    for at in range(deed.i + 1, deed.sent.end - 1):
        if doc[at].lower_ != "or":
            continue
        behind = doc[at + 1 : min(at + WIDE, deed.sent.end)]
        if behind[0].lower_ in ("else", "otherwise"):
            return doc[at]
        verb = next((token for token in behind if token.pos_ == "VERB"), None)
        if verb is None or verb.head.i < terms.start:
            continue
        follows = next(at_token(verb, reckonings(), {}), None) is not None
        voiced = any(child.tag_ == "MD" and child.lower_ in ("will", "would") for child in verb.children)
        if follows or voiced or commitment_matters.is_of_force(verb):
            return doc[at]
    return None


def _by_act(rule: Rule) -> Rule:
    return lambda value, cited: any(value == type_ and rule(act, cited) for act, type_ in commitments().acts.items())


def _warned(rule: Rule) -> Rule:
    """A demand: a warning, and behind it the "to" of what somebody is warned to do."""
    return lambda value, cited: value == "demand" and cited[-1].lower() == "to" and rule("warn", cited[:-1])


def _refused(rule: Rule) -> Rule:
    return lambda value, cited: value == "demand" and rule("reject", cited)


def _urgent(rule: Rule) -> Rule:
    """An ultimatum: a threat or demand by that rule, and behind it the word that opens its condition."""

    def holds(value: object, cited: Sequence[str]) -> bool:
        *told, mark = cited
        return value == "ultimatum" and mark.lower() in words("urgent") and any(rule(each, told) for each in URGENT)

    return holds


@cache
def _forceful() -> frozenset[str]:
    """The forms of the words that make a deed one of violence."""
    known = (phrase.split()[0] for phrase in commitments().conflict.force)
    return words("begun") | frozenset(form for word in known for form in forms(word))


def _is_forced(value: object, cited: Sequence[str]) -> bool:
    """Whether the words are a deed of violence and what opens its condition."""
    known = len(cited) == 2 and cited[0].lower() in _forceful() and cited[1].lower() in words("urgent")
    return value == "threat" and known


def _is_ready(value: object, cited: Sequence[str]) -> bool:
    """Whether somebody is ready for a deed of violence."""
    low = {each.lower() for each in cited}
    ready = any(commitment_triggers.is_type("offer", [each]) for each in low)
    return value == "threat" and ready and not low.isdisjoint(_forceful())


_PLAIN: dict[str, Rule] = {
    **{f"act: {name}": _by_act(rule) for name, rule in statements.RULES.items()},
    **{f"{commitment_said.ORDERED}: {name}": _warned(rule) for name, rule in statements.RULES.items()},
    **{f"{commitment_said.REFUSED}: {name}": _refused(rule) for name, rule in statements.RULES.items()},
    commitment_triggers.WORD: commitment_triggers.is_type,
    commitment_voiced.VOICED: commitment_voiced.is_type,
    READY: _is_ready,
    FORCED: _is_forced,
}
_URGENT: dict[str, Rule] = {f"{ULTIMATUM}: {name}": _urgent(rule) for name, rule in _PLAIN.items()}
RULES: dict[str, Rule] = {**_PLAIN, **_URGENT}
