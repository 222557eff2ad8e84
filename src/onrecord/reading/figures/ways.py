"""How far a place hangs from the words that tell a figure."""

from itertools import accumulate

from spacy.tokens import Doc, Token

from onrecord.reading.deeds.grammar import same_clause
from onrecord.reading.figures.clause import ARGUMENTS, Clause, is_absolute
from onrecord.reading.figures.not_there import (
    is_left,
)
from onrecord.reading.found import PlaceMention
from onrecord.vocabulary.figures import forms_of

FAR = 100
JOINED = 4  # further steps up from a verb that is joined to another


def path_upwards(doc: Doc, clause: Clause) -> dict[int, int]:
    """The tokens that a place may hang on, with their distance: the clause's path and what it modifies in turn. The
    verb that the figure's own is joined to is farther, for each may have its place: "killed 51 in Mali and twelve in an
    ambush in Niger"."""
    path = list(clause.path)
    token = doc[path[-1]]
    for _ in range(6):
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        caused = token.dep_ == "ccomp" and token.head.lower_ in forms_of("causing")
        shared = token.dep_ in ("advcl", "conj") and not own
        shared = shared or is_absolute(token)
        if token.head.i == token.i or not (caused or shared or token.dep_ in ("relcl", "acl", *ARGUMENTS - {"conj"})):
            break
        token = token.head
        path.append(token.i)
    steps = (2 + JOINED * (doc[at].dep_ in ("conj", "advcl") and doc[at].pos_ == "VERB") for at in path)
    return dict(reversed([*zip(path, accumulate(steps, initial=0), strict=False)]))


def steps_from(doc: Doc, place: PlaceMention, above: dict[int, int], avoided: frozenset[str]) -> int:
    """Steps from a place up to the figure's path and along it; FAR where they do not meet within one clause."""
    return steps_up(doc, place.at.end - 1, above, avoided)


def steps_up(doc: Doc, last: int, above: dict[int, int], avoided: frozenset[str]) -> int:
    possessive = last + 1 < len(doc) and doc[last + 1].tag_ == "POS"
    token, steps = doc[last], 3 * possessive
    beside = token.head.i and doc[token.head.i - 1].lower_ == "close"  # "close to X"
    if token.head.lower_ in avoided and not beside:  # where they go or come from is not where they are counted
        return FAR
    while steps < FAR:
        if token.i in above:
            return steps + above[token.i]
        if token.head.i == token.i or _is_aside(token) or not same_clause(token) or _is_sought(token) or is_left(token):
            return FAR
        token, steps = token.head, steps + 1
    return FAR


def _is_sought(verb: Token) -> bool:
    """Whether the verb tells what is only wanted: "refugees seeking to enter Europe"."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in forms_of("wishing") | forms_of("seeking")


def _is_aside(token: Token) -> bool:
    """Whether the word stands beside another one's name, set off: not "in the capital Kabul" or "in Kano, Nigeria"."""
    if token.dep_ != "appos" or token.pos_ == token.head.pos_ == "PROPN":
        return False
    return any(between.is_punct for between in token.doc[token.head.i : token.i])
