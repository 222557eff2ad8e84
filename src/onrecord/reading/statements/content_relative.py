"""What is denied in a clause that hangs on the saying itself: "…, which Kigali denies", "…, a charge Iran denies",
"…, a claim denied by the army"."""

from spacy.tokens import Token

from onrecord.vocabulary import reporting
from onrecord.vocabulary.reporting import ReportingVerb

BESIDE = frozenset((",", "-", "–", "—", "--"))
CLAUSES = frozenset(("ccomp", "xcomp"))
ANYTHING = frozenset(("something",))


def denied(token: Token, verb: ReportingVerb) -> tuple[int, int] | None:
    """The words that stand for what was said, where the verb denies it; None where it denies nothing of that."""
    passive = token.dep_ == "acl" and token.tag_ == "VBN"
    if not (passive or token.dep_ == "relcl") or any(child.dep_ in CLAUSES for child in token.rights):
        return None
    noun, acts = token.head, {frame.act for frame in verb.frames if frame.name == "object"}
    claimed = noun.lower_ in reporting.noun_forms("claims")
    if (claimed or noun.lower_ in ANYTHING) and _stands_beside(noun.left_edge):
        denies = "deny" in acts or (claimed and "reject" in acts)
        return (int(noun.left_edge.i), noun.i + 1) if denies else None
    if passive:
        return None
    which = next((child for child in token.lefts if child.dep_ == "dobj" and child.lower_ == "which"), None)
    return (which.i, which.i + 1) if which is not None and _stands_beside(which) and "deny" in acts else None


def _stands_beside(first: Token) -> bool:
    return first.i > first.sent.start and first.nbor(-1).text in BESIDE
