"""The words that bear a deed's setting: what hangs on one of them, a date or a place, is the deed's own.

"Rebels carried out an attack on Monday": the verb bears the noun. "Shelling hit a bus in Taiz, killing six": the six
died where the bus was hit. "captured Saraqeb on Monday and shelled Idlib": the two share what stands before them, and
what follows the first where the second has none of its own. A verb of saying bears nothing of what is said.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.vocabulary import reporting
from onrecord.vocabulary.settings import words

FAR = 100
LONGEST_WAY = 8
HIGHEST_CLIMB = 8
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "csubj", "pcomp", "xcomp"})
RELATIVE = frozenset({"who", "which", "that"})
AT_ONCE = frozenset({"when", "as", "while"})


class Bearer(NamedTuple):
    """How far a word is from the deed that it bears. `early`: only what stands at the front of it is shared."""

    cost: int
    early: bool = False


Bearers = Mapping[int, Bearer]


def bearers(deed: Token) -> dict[int, Bearer]:
    """The deed itself and the words around it that bear its setting too, by their tokens."""
    found = {deed.i: Bearer(0)}
    token, cost, early = deed, 0, False
    for _ in range(LONGEST_WAY):
        step = _above(token)
        if step is None or step[0].i in found:
            break
        token, more, only_early = step
        cost, early = cost + more, early or only_early
        found[token.i] = Bearer(cost, early)
    for below, more in _below(deed):
        found.setdefault(below.i, Bearer(more))
    return found


def says(token: Token) -> bool:
    """Whether the word is a verb of saying."""
    return token.pos_ == "VERB" and any(known.saying for known in reporting.verbs().get(token.lower_, ()))


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_happening(token: Token) -> bool:
    """Whether the noun is one for what happens at a time and a place."""
    return token.pos_ in ("NOUN", "PROPN") and bool({token.lower_, token.lemma_.lower()} & words().happenings)


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def mark_of(clause: Token) -> str:
    """The word that joins a clause to what it hangs on, in lower case; empty where there is none."""
    for child in clause.children:
        if child.i < clause.i and (child.dep_ == "mark" or child.tag_ == "WRB"):
            return str(child.lower_)
    return ""


def steps(token: Token, over: Bearers) -> int:
    """The steps up from a token to the nearest bearer within its clause; FAR where it hangs on something else."""
    for climbed in range(HIGHEST_CLIMB):
        if token.i in over:
            return climbed
        if not goes_on(token, over):
            return FAR
        token = token.head
    return FAR


def goes_on(token: Token, over: Bearers) -> bool:
    """Whether what hangs on a word hangs on the word above it too."""
    head = token.head
    if token.dep_ in ("relcl", "acl") and is_happening(head) and _came_about(token):
        return True
    if head.i == token.i or token.dep_ in CLAUSES or (token.dep_ == "conj" and is_verb(token)):
        return False
    if token.lower_ in words().apart and token.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "ADJ"):
        return False
    return not is_happening(token) or _is_part_of(token, over)


def _is_part_of(happening: Token, over: Bearers) -> bool:
    """Whether a happening is what the deed was done in or by: "killed in clashes", "the attack killed eight"."""
    head = happening.head
    for _ in range(LONGEST_WAY):
        if happening.dep_ != "conj" or is_verb(head):
            break
        happening, head = head, head.head
    if happening.dep_ in ("pobj", "agent"):
        return head.lower_ in words().along
    if happening.dep_ in ("nsubj", "nsubjpass"):
        return head.i in over and not says(head)
    return happening.dep_ == "dobj" and head.i in over and not says(head)


def _above(token: Token) -> tuple[Token, int, bool] | None:
    """The word over a bearer that bears the deed too, its cost, and whether only its front does."""
    if token.head.i == token.i:
        return None
    return _above_verb(token) if is_verb(token) else _above_noun(token)


def _above_verb(verb: Token) -> tuple[Token, int, bool] | None:
    head = verb.head
    spoken = says(head)
    if verb.dep_ == "conj" and is_verb(head):
        return head, 2, has_subject(verb) or spoken
    if verb.dep_ == "xcomp" and is_verb(head) and not spoken:
        return head, 1, False
    if verb.dep_ == "ccomp" and head.lemma_.lower() in ("cause", "see", "leave", "make", "force"):
        return head, 1, False
    if verb.dep_ == "pcomp" and head.lower_ in ("by", "in", "with", "through") and not says(head.head):
        return head.head, 1, False
    if verb.dep_ == "advcl" and not spoken and is_verb(head):
        if mark_of(verb) in AT_ONCE:
            return head, 3, False
        return (head, 2, False) if _is_participle(verb) else None
    if verb.dep_ == "relcl" and mark_of(verb) == "when":  # "died on 15 August when their convoy was hit"
        over = next((above for above in verb.ancestors if is_verb(above)), None)
        return None if over is None or says(over) else (over, 3, False)
    if verb.dep_ in ("relcl", "acl"):
        return _above_relative(verb)
    return None


def _above_relative(verb: Token) -> tuple[Token, int, bool] | None:
    """The noun of a relative clause, where it is the happening itself or the place where the deed was done."""
    noun = verb.head
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    own = verb.dep_ == "acl" or (subject is not None and subject.lower_ in RELATIVE)
    if own and subject is not None and subject.dep_ == "nsubjpass":
        return noun, 2, False
    if own:
        return (noun, 1, False) if is_happening(noun) else None
    return noun, 2, False


def _is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not has_subject(verb) and not mark_of(verb)


def _above_noun(noun: Token) -> tuple[Token, int, bool] | None:
    head = noun.head
    lemma = head.lemma_.lower()
    if noun.dep_ == "conj" and not is_verb(head):
        return head, 1, False
    if noun.dep_ in ("nsubj", "nsubjpass") and lemma in words().carrying | words().resulting:
        return head, 1, False
    if noun.dep_ == "nsubjpass" and lemma in words().noting:
        return head, 1, False
    if noun.dep_ in ("dobj", "attr") and (lemma in words().carrying or lemma == "be"):
        return head, 1, False
    if noun.dep_ == "pobj" and head.lower_ in words().along:
        over = head.head
        return (over, 1, False) if (is_verb(over) and not says(over)) or is_happening(over) else None
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in words().groups:
        return head.head, 1, False
    return None


def _below(deed: Token) -> Iterator[tuple[Token, int]]:
    """The words under the deed that bear it: what it was done by doing, what a happening did."""
    yield from ((clause, 3) for clause in _when_clauses(deed))
    for child in deed.children:
        if child.dep_ == "advcl" and child.i > deed.i and (_is_participle(child) or mark_of(child) in AT_ONCE):
            yield child, 3
        elif child.dep_ == "advcl" and mark_of(child) == "after" and has_subject(child) and _is_harm(deed):
            yield child, 4
        elif child.dep_ in ("acl", "relcl") and _came_about(child):
            yield child, 1
        elif child.dep_ == "conj" and not is_verb(deed) and is_happening(child):
            yield child, 2
        elif child.dep_ == "conj" and is_verb(child) and _shares(deed, child):
            yield child, 3
            yield from ((below, 4) for below in child.children if below.dep_ == "advcl" and mark_of(below) in AT_ONCE)


def _when_clauses(deed: Token) -> Iterator[Token]:
    """Clauses of "when" that the parse has hung on the day before them."""
    for child in deed.children if is_verb(deed) else ():
        for noun in (child, *child.children):
            if noun.pos_ in ("NOUN", "PROPN") and noun.i > deed.i:
                yield from (clause for clause in noun.children if clause.dep_ == "relcl" and mark_of(clause) == "when")


def _shares(verb: Token, following: Token) -> bool:
    """Whether what stands behind a second verb is the first one's too: "attacked and captured the town in May", "killed
    two people and wounded five in Taiz"."""
    if _is_harm(following) and (_is_harm(verb) or not has_subject(following)):
        return True
    return not has_subject(following) and not _has_own(verb)


def _came_about(verb: Token) -> bool:
    """Whether a verb only says that a happening came about, or what it did."""
    return verb.lemma_.lower() in words().carrying | words().resulting


def _is_harm(verb: Token) -> bool:
    return verb.lemma_.lower() in words().harming


def _has_own(verb: Token) -> bool:
    """Whether an object or another complement stands right of a verb, so that it shares none with the next one."""
    return any(
        child.dep_ in ("dobj", "prep", "npadvmod", "ccomp", "xcomp") and child.i > verb.i for child in verb.children
    )
