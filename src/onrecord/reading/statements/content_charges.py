"""What is denied or blamed where the claim or deed stands out of its place: "dismissed as baseless the claim that …",
"the attack, which Washington blamed on Tehran"."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.reading.statements import content_ends
from onrecord.reading.statements.content_nouns import Idiom
from onrecord.reading.statements.cues import Cue
from onrecord.reading.statements.sources import speaks
from onrecord.vocabulary import events, reporting

JUDGED = 8  # tokens from "as" to the claim
HUNG = 4  # nouns, each hung on the one before it
WHICH = frozenset(("which", "that"))
DENYING = frozenset(("deny", "reject"))


def find(token: Token, cue: Cue, others: Sequence[Cue]) -> Idiom | None:
    """What the verb says of the claim or deed; None where it has none."""
    if cue.verb is None:
        return None
    if token.dep_ == "relcl":
        return _blamed(token) if cue.verb.frame("charge", "on") else None
    denies = any(frame.name == "object" and frame.act in DENYING for frame in cue.verb.frames)
    claim = _judged(token) if denies else None
    if claim is None:
        return None
    start = next((word.i for word in claim.lefts if word.dep_ == "det"), claim.i)
    return Idiom((start, content_ends.end(token, claim, cue, others)), "deny")


def _judged(token: Token) -> Token | None:
    """The claim behind the words by which the verb calls it untrue: "rejected as false [claims] that …"."""
    link = next((child for child in token.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
    behind = token.doc[link.i + 1 : min(link.i + JUDGED, token.sent.end)] if link is not None else ()
    untrue = next((word.i for word in behind if word.lower_ in reporting.reporting().groups["untrue"]), None)
    claims = reporting.noun_forms("claims")
    return next((word for word in behind if untrue is not None and word.i > untrue and word.lower_ in claims), None)


def _blamed(token: Token) -> Idiom | None:
    """The deed that a clause on it blames on somebody, who is its target."""
    which = next((child for child in token.lefts if child.dep_ == "dobj" and child.lower_ in WHICH), None)
    on = next((child for child in token.rights if child.dep_ == "prep" and child.lower_ == "on"), None)
    whom = next((child for child in on.rights if child.dep_ == "pobj"), None) if on is not None else None
    if which is None or on is None or whom is None or not speaks(whom):
        return None
    deed, end = _deed(token.head), which.i - (which.i > 0 and which.nbor(-1).text == ",")
    piece, more = (int(deed.left_edge.i), int(end)), (on.i, int(whom.right_edge.i) + 1)
    return Idiom(piece, "accuse", int(whom.i), (more,))


def _deed(noun: Token) -> Token:
    """The noun for a deed that the clause tells of, where the parse has hung it on one behind that: "the strike on the
    refinery in Jizan, which …"."""
    above = noun
    for _ in range(HUNG):
        if above.lower_ in events.nouns():
            return above
        above = above.head.head if above.dep_ == "pobj" else above
    return noun
