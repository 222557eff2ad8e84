"""What a noun holds: "their claim that …", "issued a warning that …", "gave the rebels an order to …"."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.statements import content_ends
from onrecord.reading.statements.cues import Cue
from onrecord.vocabulary import reporting

PRESENT = frozenset(("VBZ", "VBP"))


class Idiom(NamedTuple):
    """What a verb and its noun report: a range of tokens, the act, the head of whom it is aimed at, -1 if nobody, and
    the range of what else is said."""

    piece: tuple[int, int]
    act: str
    target: int = -1
    more: tuple[tuple[int, int], ...] = ()


def of_noun(token: Token) -> tuple[int, int] | None:
    """The clause that a noun of saying holds, with its "that"; None where it holds none."""
    clause = that_clause(token)
    if clause is None:
        return None
    mark = next(word.i for word in clause.lefts if word.lower_ == "that")
    return mark, int(clause.right_edge.i) + 1


def that_clause(noun: Token) -> Token | None:
    """The verb of a noun's that-clause, also where a date stands between them: "allegations on Monday that …"."""
    if noun.lower_ not in reporting.nouns():
        return None
    following: list[Token] = [*noun.rights, *(noun.head.rights if noun.dep_ == "dobj" else ())]
    for child in following:
        marked = any(word.lower_ == "that" and word.dep_ == "mark" for word in child.lefts)
        if marked and child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i:
            return child
    return None


def idiom(token: Token, cue: Cue, others: Sequence[Cue]) -> Idiom | None:
    """What is said by a verb and its noun; None where the verb has no such noun, or it only points back."""
    acts = reporting.idioms().get(token.lower_)
    if acts is None or (token.dep_ == "relcl" and token.tag_ in PRESENT):
        return None  # "an agency that issues warnings to ships"
    told = next((child for child in token.rights if child.dep_ in ("dobj", "dative")), None)
    for child in token.rights:
        if child.lower_ not in acts or child.dep_ not in ("dobj", "npadvmod") or _told_already(child):
            continue
        if child.lower_ in reporting.noun_forms("announced") and not _filled(child):
            continue
        if child.lower_ in reporting.ordering():
            if told is not None and any(word.tag_ == "TO" and word.i > child.i for word in token.subtree):
                piece = (int(child.left_edge.i), content_ends.end(token, child, cue, others))
                return Idiom(piece, acts[child.lower_], int(told.i) if told is not child else -1)
        elif child.dep_ == "dobj":
            return Idiom((int(child.left_edge.i), content_ends.end(token, child, cue, others)), acts[child.lower_])
    return None


def _filled(noun: Token) -> bool:
    """Whether it is told what an appeal or a warning is about: "a warning to the army" tells only of whom."""
    following = [*noun.rights, *(child for child in noun.head.rights if child.i > noun.i)]
    nested = [word for child in following for word in child.subtree]
    about = any(
        child.dep_ == "prep" and child.lower_ not in ("to", "via", "in", "by", "on", "at") for child in following
    )
    return about or any(word.tag_ == "TO" or (word.lower_ == "that" and word.dep_ == "mark") for word in nested)


def _told_already(thing: Token) -> bool:
    """Whether a noun only points back at what was said: "issued the warning in a letter"."""
    definite = any(child.lower_ in ("the", "this", "that") and child.dep_ == "det" for child in thing.lefts)
    told = any(child.lower_ in ("of", "against", "about", "for", "to") for child in thing.rights)
    clauses = any(child.dep_ in ("acl", "relcl", "ccomp") for child in thing.rights)
    return definite and thing.lower_ in reporting.nouns() and not (told or clauses or that_clause(thing))
