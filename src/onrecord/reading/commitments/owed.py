"""What a deal, or a duty, has a side do: "under the deal, Israel must withdraw", "the truce requires Hezbollah to move
its fighters", "the army is to leave by 3 May"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.commitments.triggers import Gate, Gates, Told, infinitive, is_real
from onrecord.reading.commitments.voiced import APART, BINDING, is_bound, is_modal, made, modal
from onrecord.reading.deeds.grammar import VERBS, behind, is_passive, joined, own_subjects
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import subjects
from onrecord.vocabulary.commitments import words

BEING = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'m", "’m", "'re", "’re"})


def _by_duty(token: Token) -> Told | None:
    """ "Hezbollah is to move its fighters", "WFP will be forced to halve rations"."""
    deed = infinitive(token)
    if deed is None or token.dep_ in APART or is_passive(deed):
        return None
    heads = joined(own_subjects(token))
    if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP") and deed.dep_ == "xcomp" and token.i + 3 >= deed.i:
        held = any(child.dep_ in ("attr", "acomp") for child in token.children)
        return None if held else made(token, "plan", deed, (token.i, deed.i - 1), heads)
    sign = modal(token)
    if sign is not None and token.lower_ in words("forcing") and is_passive(token):
        return made(token, "plan", deed, (sign.i, token.i), heads)
    deal = next((noun for noun in _deals(token) if noun.i < deed.i), None)
    owed = token.lemma_ == "be" or token.lower_ in words("owed")
    return made(token, "pledge", deed, (deal.i, token.i), heads) if deal is not None and owed else None


def _by_terms(token: Token) -> Told | None:
    """ "under the deal, Israel must withdraw": what an agreement has its parties do."""
    verb = token.head
    if verb.pos_ not in VERBS or verb.dep_ in APART or is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    deal = next((noun for noun in _deals(verb) if noun.i < token.i), None)
    heads = doers(verb)
    return made(verb, "pledge", verb, (deal.i, token.i), heads) if deal is not None and heads else None


def _deals(verb: Token) -> Iterator[Token]:
    """The agreements under which a deed is told to be done."""
    for noun in _under(verb):
        if noun.lower_ in words("deals"):
            yield noun


def _under(verb: Token) -> Iterator[Token]:
    """The nouns behind "under" and the like, wherever they stand."""
    for child in verb.children:
        if child.lower_ in ("under", "per", "according"):
            yield from (noun for noun in child.subtree if noun.dep_ == "pobj")


def _by_binding(token: Token) -> Told | None:
    """ "the deal requires Hezbollah to withdraw", "the truce stipulates that the army is to deploy"."""
    heads = subjects(token)
    clause = next((child for child in token.rights if child.dep_ == "ccomp" and child.pos_ in VERBS), None)
    if clause is not None and heads and heads[0].lower_ in words("deals") and token.lower_ in words("stipulating"):
        bound = own_subjects(clause)
        told = is_bound(clause) or (clause.lemma_ == "be" and infinitive(clause) is not None)
        deed = infinitive(clause) if clause.lemma_ == "be" else clause
        return made(token, "pledge", deed, (heads[0].i,), tuple(bound[:1])) if told and deed and bound else None
    deed = infinitive(token)
    if deed is None or not heads or heads[0].lower_ not in words("deals") or is_passive(token) or not is_real(token):
        return None
    bound = [
        child for child in (*token.children, *deed.children) if child.dep_ in ("dobj", "nsubj") and child.i > token.i
    ]
    bound = [child for child in bound if child.i < deed.i]
    bound += [noun for noun in behind(token, ("for",)) if noun.i < deed.i]
    return made(token, "pledge", deed, (heads[0].i,), tuple(bound[:1])) if bound else None


GATES: Gates = (
    Gate(lambda: BINDING, (_by_terms,), is_modal),
    Gate(lambda: words("binding") | words("stipulating"), (_by_binding,)),
    Gate(lambda: BEING, (_by_duty,), lambda token: token.lemma_ == "be"),
    Gate(lambda: words("forcing") | words("owed"), (_by_duty,)),
)
