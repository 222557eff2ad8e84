"""Whether a deed came about: happened, goes on, was tried, is planned, was called off, is denied, or only supposed.

A deed is a verb ("shelled") or a noun ("the shelling of"). Reported speech changes nothing here: what an accuser says
has happened is told as happened, by the accuser. What is negated, feared, asked for, threatened or conditional is never
told as happened; where the words leave it open, nothing is told.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.reading.deeds.governors import REAL, Told, Up
from onrecord.reading.deeds.nouns import of_noun
from onrecord.reading.deeds.verbs import of_verb
from onrecord.reading.rules import Rule
from onrecord.vocabulary import deeds

MOST_WORDS = 12  # of one sentence looked at
NOMINAL = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "pobj", "compound", "poss", "nmod"})
RULE = "deed status"


class Status(NamedTuple):
    """What became of a deed, and the tokens that tell it, in the order of the text, the deed's own among them."""

    status: str
    words: tuple[int, ...]


def status_of(deed: Token) -> Status | None:
    """What became of a deed; None where that cannot be told safely, and nothing must be recorded. Never raises.

    The statuses are those of the record: happened, ongoing, attempted, planned, called off, denied, hypothetical. What
    was threatened, feared, asked for or made conditional is hypothetical; what was announced or pledged is planned.
    """
    told = _teller()(deed)
    if told is None:
        return None
    cited = tuple(sorted({deed.i, *told.signs}))
    if told.status not in REAL and len(cited) == 1:  # "planned" of "the planned attack" tells of itself
        return None
    if told.status == "happened" and not derived("happened", [deed.doc[at].text for at in cited]):
        cited = (deed.i,)
    return Status(told.status, cited) if derived(told.status, [deed.doc[at].text for at in cited]) else None


def derived(value: Any, words: Sequence[str]) -> bool:
    """Whether the words can tell that status. What happened is told by the deed's word alone or with words that each
    tell as much; what goes on, also by its word alone or with a helping verb; all else, by a sign of it."""
    known = [deeds.signs()[word.lower()] for word in words if word.lower() in deeds.signs()]
    if len(words) == 1:
        return value in REAL or any(value in statuses for statuses in known)
    if value == "happened":
        return bool(known) and all(value in statuses for statuses in known)
    return any(value in statuses for statuses in known)


RULES: dict[str, Rule] = {RULE: derived}


def _teller() -> Up:
    """Tells the status of the words of one sentence, each looked at once."""
    known: dict[int, Told | None] = {}

    def tell(token: Token) -> Told | None:
        if token.i not in known and len(known) < MOST_WORDS:
            known[token.i] = None  # while it is looked at: words may hang on each other
            known[token.i] = _told(token, tell)
        return known.get(token.i)

    return tell


def _told(token: Token, up: Up) -> Told | None:
    """The status of a word; `up` tells that of the words it hangs on."""
    nominal = token.dep_ in NOMINAL and token.tag_ not in ("VBN", "VBD")
    nominal = nominal or (token.dep_ == "dobj" and token.tag_ in ("VBZ", "VBP", "VB"))
    if token.pos_ in ("VERB", "AUX") and not nominal:
        return of_verb(token, up)
    if token.pos_ in ("NOUN", "PROPN", "VERB"):
        return of_noun(token, up)
    return up(token.head) if token.pos_ in ("ADJ", "ADV") and token.dep_ in ("acomp", "oprd", "advmod") else None
