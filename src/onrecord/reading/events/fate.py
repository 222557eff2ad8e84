"""What became of an event's deed, and whether it is told as history; None for what is no event at all."""

from spacy.tokens import Token

from onrecord.reading.deeds import background as deed_background
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.grammar import is_passive, word
from onrecord.reading.deeds.status import Status
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.events import Kind, events, verbs
from onrecord.vocabulary.reporting import acts_of


def fate_of(token: Token, kind: Kind) -> Status | None:
    """What became of it; None for what is no event: only supposed, or what somebody is ready to do or failed to do."""
    status = _heard(token) or deed_status.status_of(token)
    if status is None or status.status == "hypothetical":
        return None
    if _is_prepared(token) or _is_hearsay(token) or _is_infinitive(token):
        return None
    if status.status in ("planned", "attempted") and token.dep_ in ("xcomp", "ccomp", "advcl"):
        signs = {token.doc[at].lower_ for at in status.words if at != token.i}
        if signs and signs <= events().unready:
            return None
    if status.status == "denied" and kind.harm and not (_is_negated(token) or _is_disowned(token, status)):
        return None  # "no one was injured" denies no attack
    if status.status == "planned" and (_is_negated(token) or _is_weighed(token)):
        return None
    return status


def is_history(token: Token) -> bool:
    """Whether its clause, or the one that it goes on, is told as history."""
    first = next((above for above in (token, *token.ancestors) if above.dep_ != "conj"), token)
    telling = first.head if first.dep_ == "dobj" else token  # "for decades fought it, carrying out bombings"
    goes_on = telling.dep_ == "advcl" and telling.tag_ == "VBG"
    return deed_background.is_background(token) or (goes_on and deed_background.is_background(telling.head))


def _heard(token: Token) -> Status | None:
    """That it happened, where it "could be heard"."""
    verb = token.head
    if token.dep_ != "nsubjpass" or word(verb) != "hear" or _is_negated(verb):
        return None
    could = any(child.lower_ == "could" for child in verb.children if child.dep_ == "aux")
    return Status("happened", (token.i,)) if could else None


def _is_infinitive(token: Token) -> bool:
    """Whether it is an infinitive that the parse took for a noun: "THREATENED TO MURDER"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return (
        before is not None and before.lower_ == "to" and token.tag_ in ("NN", "NNP", "VBP") and token.lower_ in verbs()
    )


def _is_prepared(token: Token) -> bool:
    """Whether it is only what something else was for: "started preparations to deploy aircraft"."""
    if token.dep_ != "xcomp" or not any(child.tag_ == "TO" for child in token.lefts):
        return False
    return any(child.dep_ == "dobj" and child.tag_ in ("NN", "NNS") for child in token.head.rights if child.i < token.i)


def _is_disowned(token: Token, status: Status) -> bool:
    """Whether somebody denies it: "denied killing civilians"."""
    return any("deny" in acts_of(token.doc[at].lower_) for at in status.words)


def _is_negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _is_weighed(token: Token) -> bool:
    """Whether it is only judged what it would be: "it would be premature to send weapons"."""
    over = (token.head, token.head.head)
    return any(verb.lower_ == "be" and any(child.tag_ == "MD" for child in verb.children) for verb in over)


def _is_hearsay(token: Token) -> bool:
    """Whether somebody is said to be accused of it, and nobody to accuse him: "have been accused of looting"."""
    verb = token.head.head if token.head.lower_ in ("of", "for", "with") else token
    if word(verb) not in role_words().blames or verb.i == token.i:
        return False
    return is_passive(verb) and not any(child.dep_ == "agent" for child in verb.children)
