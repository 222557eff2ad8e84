"""Words that say what came of a commitment: a noun for it with what was done about it, or a deed done "as promised".

"Rejected the ultimatum", "failed to comply with its demand", "carried out its threat", "broke a promise to withdraw",
"the deadline passed without a response", "released the hostages as promised". Whose it was is told elsewhere.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, is_aside, is_passive
from onrecord.reading.deeds.status import status_of
from onrecord.reading.told_once import among
from onrecord.vocabulary import commitments, outcomes
from onrecord.vocabulary.outcomes import ACT, CONDITION, MET, UNMET, Result

REAL = frozenset({"happened", "ongoing"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
OPEN = frozenset({"no", "any"})
NOT = frozenset({"not", "n't", "n’t", "never"})
LINKS = frozenset({"prep", "prt", "advmod", "dative", "agent"})
TIME = frozenset({"ultimatum", "offer"})  # what can run out
BARE = frozenset({"word", "words"})  # a word of honour is somebody's own
UP = 4  # words from a noun to its verb at most


class Told(NamedTuple):
    """What came `of` the condition or the act (`came`: met, not met), told by the tokens `words` with the verb `deed`.

    The words for it end before the token `end`. `noun` is the one for the commitment, of that `type_`; None for a deed
    done "as promised": `asking` are those who asked for it.
    """

    deed: Token
    of: str
    came: str
    words: tuple[int, ...]
    end: int
    noun: Token | None = None
    type_: str | None = None
    asking: tuple[Token, ...] = ()


@cache
def _telling() -> frozenset[str]:
    return frozenset((*outcomes.nouns(), "as"))


def told(sentence: Span) -> Iterator[Told]:
    """What the sentence says came of commitments, in the order of its words."""
    for token in among(sentence, _telling()):
        found = None
        if token.pos_ in NOUNS and token.lower_ in outcomes.nouns():
            found = _ended(token) or _answered(token)
        elif token.lower_ == "as":
            found = _as_announced(token)
        if found is not None:
            yield found


def is_of_outcome(noun: Token) -> bool:
    """Whether the words tell what came of the commitment that the noun names, which was voiced some time before."""
    return noun.lower_ in outcomes.nouns() and (_ended(noun) or _answered(noun)) is not None


def _answered(noun: Token) -> Told | None:
    """What was done about the commitment that the noun names."""
    type_, of = outcomes.nouns()[noun.lower_]
    verb = _verb(noun)
    if verb is None or any(child.lower_ in OPEN for child in noun.children) or not _is_one(noun):
        return None
    for each in outcomes.verbs().get(verb.lower_, ()):
        tail = _tail(verb, noun, each.tail)
        if each.result.of == of and tail is not None:
            turned = _turned(verb, each.result)
            if turned is not None:
                deed, came, signs = turned
                words = tuple(sorted({verb.i, noun.i, *tail, *signs}))
                return Told(deed, of, came, words, max(_end(noun), deed.i + 1), noun, type_)
    return None


def _end(noun: Token) -> int:
    """Where the words for the noun end, before a comma, behind which may stand who says it, and before the day on which
    it was done: "backed down from its threat on Monday"."""
    last = noun.right_edge.i + 1
    days = [each.head.i for each in behind(noun, ("on", "in")) if is_aside(each) and each.head.i == noun.i + 1]
    return next((token.i for token in noun.doc[noun.i + 1 : last] if token.text == "," or token.i in days), last)


def _is_one(noun: Token) -> bool:
    """Whether a commitment is meant, and not the word for something else: "met demand", "in other words"."""
    own = [child for child in noun.children if child.i < noun.i]
    if noun.lower_ in BARE:
        return any(child.dep_ == "poss" for child in own)
    return bool(own) or noun.tag_ == "NNS"


def _verb(noun: Token) -> Token | None:
    """The verb whose object the noun is, or what stands behind its preposition."""
    token = noun
    if token.dep_ in OBJECTS:
        return (
            token.head if token.head.pos_ in VERBS and (token.dep_ != "nsubjpass" or is_passive(token.head)) else None
        )
    for _ in range(UP):
        if token.dep_ not in (*LINKS, "pobj"):
            return None
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def _tail(verb: Token, noun: Token, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the words `wanted` stand, which must be all between the verb and the noun, or follow a passive verb."""
    doc = verb.doc
    end = verb.i + 1 + len(wanted) if noun.i < verb.i else noun.left_edge.i
    held = [at for at in range(verb.i + 1, end) if at < len(doc) and not _is_aside(doc[at])]
    return tuple(held) if tuple(doc[at].lower_ for at in held) == wanted else None


def _is_aside(token: Token) -> bool:
    """Whether the word only says how: "complied fully with"."""
    return token.pos_ == "ADV" and token.lower_.endswith("ly")


def _turned(verb: Token, result: Result) -> tuple[Token, str, tuple[int, ...]] | None:
    """The verb that bears the clause, what came of it, and the words that turned it; None where it is not told so."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in outcomes.words("failing"):
        status = status_of(verb.head)
        if result.came != MET or status is None or status.status not in REAL:
            return None
        return verb.head, UNMET, (verb.head.i,)
    status = status_of(verb)
    if status is None or _is_purpose(verb):
        return None
    no = next((child.i for child in verb.children if child.dep_ == "neg" and child.lower_ in NOT), None)
    if no is not None:  # "accused them of not keeping their promise" too
        return (verb, UNMET, (no,)) if result.came == MET and status.status in (*REAL, "denied") else None
    return (verb, result.came, ()) if status.status in REAL else None


def _is_purpose(verb: Token) -> bool:
    """ "Left the town to fulfil its promise": why, and not that it did."""
    helping = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    return verb.tag_ == "VB" and helping in ([], ["to"])


def _ended(noun: Token) -> Told | None:
    """ "The deadline passed without a response"."""
    type_, of = outcomes.nouns()[noun.lower_]
    verb = noun.head
    if type_ not in TIME or noun.dep_ != "nsubj" or verb.lower_ not in outcomes.words("ending"):
        return None
    status = status_of(verb)
    if status is None or status.status not in REAL:
        return None
    for link in ("without", "with"):
        for answer in behind(verb, (link,)):
            prep = answer.head.i
            nothing = [child.i for child in answer.children if child.lower_ == "no"]
            if (link == "with" and not nothing) or answer.lower_ not in outcomes.words("answers"):
                continue
            words = tuple(sorted({noun.i, verb.i, prep, *nothing, answer.i}))
            return Told(verb, of, UNMET, words, _end(answer), noun, type_)
    return None


def _only_speaks(deed: Token) -> bool:
    """Whether the deed is to announce something in its turn: "signalled its determination to", "said"."""
    nouns = {child.lower_ for child in deed.children if child.dep_ in OBJECTS}
    clauses = any(child.dep_ in ("ccomp", "xcomp") for child in deed.children)
    return clauses or not nouns.isdisjoint(commitments.governing("nouns"))


def _as_announced(as_: Token) -> Told | None:
    """ "Released the hostages as promised", "withdrew, as Turkey had demanded"."""
    part = as_.head if as_.dep_ in ("mark", "advmod") and as_.head.i > as_.i else None
    if part is None or part.dep_ != "advcl" or part.head.pos_ not in VERBS:
        return None
    announced = part.lower_ in outcomes.words("promised")
    if not announced and part.lower_ not in outcomes.words("demanded"):
        return None
    if any(child.dep_ in ("dobj", "ccomp", "xcomp", "neg") for child in part.children):
        return None
    turned = _turned(part.head, Result(ACT if announced else CONDITION, MET))
    if turned is None or _only_speaks(part.head):
        return None
    deed, came, signs = turned
    asking = tuple(child for child in part.children if child.dep_ == "nsubj") or tuple(behind(part, ("by",)))
    words = tuple(sorted({as_.i, part.i, *signs}))
    return Told(deed, ACT if announced else CONDITION, came, words, part.i + 1, asking=asking)
