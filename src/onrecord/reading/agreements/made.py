"""Whether words for an accord speak of one that was made, and what became of it.

What is called for, proposed, discussed or rejected is no accord; one that is signed, took effect, is violated, or bears
its date is. "The ceasefire" alone leaves it open.
"""

from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.agreements.verbs import OBJECTS, first_of, told_by
from onrecord.reading.agreements.words import Words
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.grammar import word
from onrecord.vocabulary import accords

IN_FORCE = "in force"
REAL = frozenset({"happened", "ongoing"})
STRONGEST = ("agreed", "signed", "in force", "extended", "suspended", "collapsed")
LASTING = frozenset({"extended", "suspended", "collapsed"})  # what only an accord that was made can come to
TALKED_OF = frozenset({"about", "toward", "towards"})


class Fate(NamedTuple):
    """What a verb says became of the accord: the state, its words, and the verb."""

    state: str
    words: tuple[int, ...]
    verb: Token


class Made(NamedTuple):
    """`sure`: it was made; `idea`: it is only talked of. Neither where the words leave it open.

    `starts` are the verbs by which it takes effect, or is to.
    """

    sure: bool = False
    idea: bool = False
    fates: tuple[Fate, ...] = ()
    starts: tuple[Token, ...] = ()


def made(accord: Words, dated: bool) -> Made:
    """What the sentence tells of the accord; `dated`: the phrase itself bears its date."""
    token = accord.token
    if accord.told:
        return Made(sure=True, fates=(Fate("agreed", (token.i,), token),)) if _is_real(token) else Made(idea=True)
    fates, open_, starts = [], set(), []
    for verb, state, words in told_by(token):
        if state == IN_FORCE and (len(words) > 1 or word(verb) in ("begin", "start")):
            starts.append(verb)
        if _is_real(verb) and not _is_to_start(verb, state):
            fates.append(Fate(state, words, verb))
        else:
            open_.add(state)
    if fates or accord.named:
        return Made(sure=True, fates=tuple(fates), starts=tuple(starts))
    if open_ & LASTING and accord.known and not _has_open(accord):  # "refused to extend the truce"
        return Made(sure=True, starts=tuple(starts))
    if open_ and not dated:
        return Made(idea=not (starts and accord.known), starts=tuple(starts))
    if _is_used(accord) or dated:
        return Made(sure=True)
    return Made(idea=_is_idea(accord))


def _is_to_start(verb: Token, state: str) -> bool:
    """Whether it only is to take effect: "takes effect on Monday"."""
    starting = word(verb) in ("take", "come", "go", "enter", "begin", "start")
    helped = any(child.dep_ == "aux" for child in verb.children)
    return state == IN_FORCE and starting and verb.tag_ in ("VBZ", "VBP") and not helped


def _is_used(accord: Words) -> bool:
    """Whether the words that the accord hangs on take it for made: "violated a ceasefire", "under the truce"."""
    head = first_of(accord.token)
    if head.dep_ in OBJECTS:
        if head.head.lower_ in accords.words("breaking"):
            return accord.known or _is_real(head.head)
        if head.head.lower_ in accords.words("hailing"):
            return accord.known and _is_real(head.head) and not _has_open(accord)
        return accord.known and head.head.lower_ in accords.words("keeping")
    if head.dep_ in ("compound", "nmod", "amod"):
        return head.head.lower_ in accords.words("wrongs")
    if head.dep_ != "pobj":
        return False
    prep = head.head
    if prep.lower_ in accords.words("under") or prep.head.lower_ in accords.words("under"):
        return not _has_open(accord)
    if word(prep.head) in ("line", "accordance", "compliance", "violation", "breach", "defiance", "keeping"):
        return True
    if prep.head.lower_ in accords.words("wrongs"):
        return not (prep.head.dep_ == "dobj" and word(prep.head.head) in ("prevent", "avoid"))
    return accord.known and prep.lower_ in ("by", "to", "with") and prep.head.lower_ in accords.words("keeping")


def _is_real(verb: Token) -> bool:
    status = deed_status.status_of(verb)
    return status is not None and status.status in REAL


def _has_open(accord: Words) -> bool:
    doc = accord.token.doc
    before = [doc[at] for at in range(max(0, accord.start - 2), accord.end)]
    after = [child for child in accord.token.children if child.i > accord.token.i and child.tag_ == "VBN"]
    return any(each.lower_ in accords.words("open") for each in before) or any(
        each.lower_ in accords.words("ideas") for each in after
    )


def _is_idea(accord: Words) -> bool:
    """Whether it is only talked of: "called for a ceasefire", "talks on a truce", "the proposed deal would"."""
    if _has_open(accord):
        return True
    head = first_of(accord.token)
    if head.dep_ in ("compound", "nmod", "amod") and head.head.lower_ in accords.words("ideas"):
        return True
    if head.dep_ in ("nsubj", "nsubjpass") and any(
        child.lower_ in ("would", "could", "might", "may", "should")
        for child in head.head.children
        if child.dep_ == "aux"
    ):
        return True
    if not accord.known or (head.dep_ == "pobj" and head.head.lower_ in TALKED_OF):
        return True
    above = head.head if head.dep_ in OBJECTS else head.head.head if head.dep_ == "pobj" else None
    if above is None:
        return False
    over = above.head if above.dep_ == "xcomp" else above  # "want to see that ceasefire"
    return above.lower_ in accords.words("ideas") or over.lower_ in accords.words("ideas")
