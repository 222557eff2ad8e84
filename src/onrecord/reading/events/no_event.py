"""What is told as a deed and yet is no event: a number, a sum of many deeds, a habit, what one says in general."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.deeds.setting import Setting
from onrecord.reading.events.triggers import Told
from onrecord.reading.found import FigureMention

TOTAL = "running total"
WHOEVER = frozenset({"any", "every", "anyone", "anybody", "everyone", "everybody", "whoever"})
GENERAL = frozenset({"those", "anyone", "anybody", "everyone", "people"})
ANY = frozenset({"a", "an", "any", "every"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})


def is_no_event(
    deed: Told, by: Sequence[Said[Actor]], to: Sequence[Said[Actor]], setting: Setting, figures: Sequence[FigureMention]
) -> bool:
    """Whether the deed, given who did it to whom and its setting and figures, is none that happened once."""
    token, kind = deed.token, deed.kind
    settled = setting.place is not None or setting.on is not None
    if kind.harm and not (by or to or settled) and token.i and token.nbor(-1).like_num:
        return True  # but a number: "three killed and six wounded"
    if kind.harm and not by and figures and all(each.finding.count == TOTAL for each in figures):
        return True  # a sum: "12,000 people have been killed since the war began"
    if kind.plover == "COOPERATE" and not by:
        return True  # "a joint operation with the navy"
    if kind.mutual and token.tag_ in ("VBP", "VBZ") and not (to or settled):
        return True  # "the troops fight within cities"
    if _is_of_anybody(token):
        return True
    return _is_general(token) and not (by or figures or settled)


def _is_of_anybody(token: Token) -> bool:
    """Whether the present tells what is done to whoever comes: "anyone who protests is arrested"."""
    if token.tag_ not in ("VBZ", "VBP", "VBN"):
        return False
    present = token.tag_ != "VBN" or any(child.lower_ in ("is", "are") for child in token.children)
    subjects = (child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
    return present and any(
        child.lower_ in WHOEVER or any(each.lower_ in WHOEVER for each in child.lefts) for child in subjects
    )


def _is_general(token: Token) -> bool:
    """Whether it only says of whom one speaks: "women who have been raped", "a woman who has been raped", "those
    delivering medicines"."""
    if token.dep_ not in ("relcl", "acl"):
        return False
    whom = token.head
    if token.dep_ == "acl":
        return token.tag_ == "VBG" and whom.lower_ in GENERAL
    told = any(child.dep_ in ("det", "nummod") and child.lower_ not in ANY for child in whom.children)
    perfect = any(child.lower_ in PERFECT for child in token.children if child.dep_ == "aux")
    return not told and (perfect or not any(child.lower_ in ANY for child in whom.children))
