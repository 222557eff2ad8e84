"""What became of a change of control: it came about, is only tried, or is left open."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.control.frames import BASTION, SIEGE, WORD, Reading
from onrecord.reading.deeds import background as deed_background
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.governors import REAL
from onrecord.reading.deeds.grammar import word
from onrecord.reading.report import Paragraph
from onrecord.vocabulary import commitments
from onrecord.vocabulary.control import forms_of

TAKING = frozenset({"took", "regained", "entered"})
CLAUSES = frozenset({"xcomp", "advcl", "acl", "relcl", "ccomp"})
EITHER = frozenset({"either", "neither"})
FORMERLY = frozenset({"formerly", "once", "originally", "previously"})
TRIED = "control tried for"


def change_of(paragraph: Paragraph, reading: Reading) -> tuple[Token, Said[str] | None]:
    """The change with its words, and the deed that tells when; what is only tried is pushed towards; None where it did
    not come about."""
    deed, change = reading.deed, reading.change
    if deed_background.is_background(deed):
        return deed, None
    if _is_either(reading):
        return deed, None
    if (change == "holds" or deed.lower_ in forms_of("lasting")) and any(
        child.lower_ in FORMERLY for child in deed.children
    ):
        return deed, None
    if reading.rule in (SIEGE, BASTION) and deed.pos_ not in ("VERB", "AUX"):
        return deed, deeds.cited(paragraph, change, reading.rule, reading.phrase)
    if deed.tag_ == "VB" and deed.dep_ in CLAUSES and deed.head.lower_ in commitments.words("binding"):
        return deed, None  # "the deal obliges the militia to leave the town"
    trying = _trying(deed)
    if trying is not None:
        tried = change in TAKING and reading.rule == WORD
        said = deeds.cited(paragraph, "pushing towards", TRIED, (*reading.phrase, trying.i)) if tried else None
        return trying, said
    claimed = change == "holds" and deed.dep_ == "xcomp" and word(deed.head) == "claim"  # "claims to control"
    status = deed_status.status_of(deed.head if claimed else deed)
    if status is not None and (status.status in REAL or (change == "holds" and _is_nearly_whole(deed, status.words))):
        return deed, deeds.cited(paragraph, change, reading.rule, reading.phrase)
    if change not in TAKING or reading.rule != WORD:
        return deed, None
    if status is not None and status.status == "attempted":
        return deed, deeds.cited(paragraph, "pushing towards", TRIED, (*reading.phrase, *status.words))
    return deed, None


def _is_either(reading: Reading) -> bool:
    """Whether it is one of two things that may be so, or so of nobody: "have either fallen or are besieged", "neither
    side controls"."""
    deed = reading.deed
    verbs = (deed, deed.head) if deed.dep_ == "conj" else (deed,)
    return any(child.lower_ in EITHER for each in (*verbs, *reading.holders) for child in each.children)


def _is_nearly_whole(deed: Token, signs: Sequence[int]) -> bool:
    """ "is almost entirely controlled": "almost" is said of how much is held, not of the holding."""
    return any(at < deed.i and deed.doc[at + 1].pos_ == "ADV" and at + 1 < deed.i for at in signs)


def _trying(deed: Token) -> Token | None:
    """What they do in order to take the place: "are pushing to capture", "launched an offensive to retake"."""
    if deed.dep_ not in CLAUSES or not any(child.tag_ == "TO" for child in deed.children):
        return None
    above = deed.head
    means = (child for child in above.children if child.dep_ in ("dobj", "nsubjpass") and child.i < deed.i)
    for token in (above, *means):
        if token.lower_ in forms_of("tries"):
            status = deed_status.status_of(token)
            return token if status is not None and status.status in REAL else None
    return None
