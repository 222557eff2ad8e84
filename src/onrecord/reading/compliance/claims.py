"""Words that say an accord was kept or broken: the verb, noun or phrase on which its words hang.

"Violated the ceasefire", "28 breaches of the truce", "failed to honour its obligations under the deal", "in line with
the agreement", "regardless of the deal". Who says so is told elsewhere.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.agreements.words import Words
from onrecord.reading.compliance.charges import OBJECTS, REAL, accused, accusers, charge_over, first_of, is_real
from onrecord.reading.compliance.judged import judged
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import VERBS, behind, direct_objects, is_passive
from onrecord.vocabulary import compliance

RECIPROCAL = {"other": ("each", "the"), "another": ("one",), "one": ("another",)}  # the word with the one on it
ABOUT = frozenset({"about", "of", "over", "against"})
KEPT, VIOLATED, SUSPENDS, DISREGARDS = "kept", "violated", "suspends", "disregards"


class Claim(NamedTuple):
    """`stance` as the words have it, told at `token` by `words`; `heads` are those of whom it is said.

    `denied`: the words deny it. `own`: only he who does it can say so. `by` are the
    heads of those who say so, where no saying does: "recorded 12 violations". `apart`: the accord is spoken of outside
    its clause.
    """

    token: Token
    stance: str
    words: tuple[int, ...]
    heads: tuple[Token, ...]
    denied: bool = False
    own: bool = False
    by: tuple[Token, ...] = ()
    apart: bool = False


def claims(accord: Words) -> Iterator[Claim]:
    """The claims that the words on which an accord hangs make of it: one at most."""
    head = first_of(accord.token)
    phrase = _phrase(head)
    if phrase is not None:
        yield phrase
        return
    wrong = wrong_of(head)
    if wrong is not None:
        yield from _of_noun(wrong)
        return
    verb = verb_of(head)
    holding = _holding(head) if verb is None else None
    if holding is not None:
        yield holding
    elif verb is None:
        yield from _undone(accord)
    elif (claim := of_verb(*verb)) is not None:
        yield claim


def is_mutual(claim: Claim) -> bool:
    """Whether it is said of "each other" or "one another", or by each of "the other"."""
    return any(child.lower_ in RECIPROCAL.get(head.lower_, ()) for head in claim.heads for child in head.children)


def _phrase(head: Token) -> Claim | None:
    """ "In line with", "in violation of", "regardless of" before the accord."""
    doc, start = head.doc, head.left_edge.i
    for phrase, stance in compliance.phrases().items():
        at = start - len(phrase)
        if at >= head.sent.start and all(doc[at + n].lower_ == part for n, part in enumerate(phrase)):
            verb = next((each for each in doc[at].ancestors if each.pos_ in VERBS), None)
            if verb is None:
                return None
            words = tuple(range(at, start))
            own = stance == DISREGARDS
            if not is_real(verb) and not own:
                broken = stance == KEPT and verb.lemma_ == "be"  # "is not in compliance with"
                return _negated_verb(verb, stance, words, doers(verb), denied=True) if broken else None
            return Claim(verb, stance, words, doers(verb), own=own)
    return None


def wrong_of(head: Token) -> Token | None:
    """The noun for a wrong that is of the accord: "violations of the truce", "ceasefire violations"."""
    wrongs = compliance.words("wrongs")
    if head.dep_ in ("compound", "nmod", "amod") and head.head.lower_ in wrongs:
        return head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "to") and head.head.head.lower_ in wrongs:
        return head.head.head
    return None


def _of_noun(wrong: Token) -> Iterator[Claim]:
    if charge_over(wrong) is not None:
        yield Claim(wrong, VIOLATED, (wrong.i,), _those_of(wrong))
        return
    charged = accused(wrong)
    if charged:
        yield Claim(wrong, VIOLATED, (wrong.i,), charged, by=accusers(wrong))
        return
    judgement = judged(wrong)
    if judgement is not None and is_real(judgement.verb):
        yield Claim(wrong, VIOLATED, (wrong.i,), judgement.heads, by=doers(judgement.verb))
        return
    verb = recorder(wrong)
    called = wrong.head if wrong.dep_ == "attr" else wrong  # "the shelling is a violation"
    status = deed_status.status_of(verb if verb is not None else called)
    if _is_none(wrong):
        return
    if status is not None and status.status in (*REAL, "denied"):
        heads = tuple(head for head in _those_of(wrong) if head.lower_ not in compliance.words("wrongs"))
        by = doers(verb) if verb is not None else ()
        heads = tuple(head for head in heads if head not in by)
        yield Claim(wrong, VIOLATED, (wrong.i,), heads, denied=status.status == "denied", by=by)


def _holding(head: Token) -> Claim | None:
    """ "The truce is holding", "did not hold"."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lower_ not in compliance.words("holding") or direct_objects(verb):
        return None
    status = deed_status.status_of(verb)
    if status is not None and status.status in REAL:
        return Claim(verb, KEPT, (verb.i,), ())
    denied = status is not None and status.status == "denied"
    return _negated_verb(verb, KEPT, (verb.i,), (), denied=denied) if denied and not _refusing(verb) else None


def _is_none(wrong: Token) -> bool:
    """ "Reported no violations"."""
    phrase = wrong.doc[wrong.left_edge.i : wrong.i]
    return any(token.lower_ in ("no", "zero", "any") for token in phrase) or wrong.head.lower_ == "without"


def recorder(wrong: Token) -> Token | None:
    """The verb of those who say that there was such a wrong: "recorded 12 violations", "complained about a breach"."""
    above = wrong.head
    if wrong.dep_ in OBJECTS and above.lower_ in compliance.words("recording"):
        return above
    complained = wrong.dep_ == "pobj" and above.head.lower_ in compliance.words("complaining")
    return above.head if complained and above.lower_ in ABOUT else None


def _those_of(wrong: Token) -> tuple[Token, ...]:
    """Those who did it, even where the parse hangs them on the accord: "a violation of the truce by the rebels"."""
    below = (token for noun in (wrong, *behind(wrong, ("of",))) for token in behind(noun, ("by",)))
    return doers(wrong) or tuple(below)


def verb_of(head: Token) -> tuple[Token, str, tuple[int, ...]] | None:
    """The verb whose object the accord is, or a share in it, with its stance and words."""
    if head.dep_ == "pobj" and head.head.head.lower_ in compliance.words("shares"):
        head = head.head.head
        if head.dep_ == "pobj" and head.head.head.lower_ in compliance.words("partial"):
            head = head.head.head
    over = _cut_off(head)
    if over is not None:
        stance = compliance.verbs().get((over.lower_, ""))
        return (over, stance, (over.i,)) if stance else None
    if head.dep_ in OBJECTS and head.head.pos_ in VERBS:
        if head.dep_ == "nsubjpass" and not is_passive(head.head):
            return None
        stance = compliance.verbs().get((head.head.lower_, ""))
        return (head.head, stance, (head.head.i,)) if stance else None
    if head.dep_ == "pobj":
        prep = head.head
        above = prep.head.head if prep.head.dep_ in ("prep", "advmod", "prt") else prep.head
        stance = compliance.verbs().get((above.lower_, prep.lower_)) if above.pos_ in VERBS else None
        if stance is None and prep.lower_ == "under" and _has_share(above):
            stance = compliance.verbs().get((above.lower_, ""))
        return (above, stance, tuple(sorted((above.i, prep.i)))) if stance else None
    return None


def _cut_off(accord: Token) -> Token | None:
    """The verb before an accord that parses take for the subject of its participle: "respected the truce agreed"."""
    agreed = accord.head
    over, first = agreed.head, accord.left_edge.i
    cut = (
        accord.dep_ == "nsubj" and agreed.dep_ == "ccomp" and agreed.tag_ in ("VBD", "VBN") and agreed.i == accord.i + 1
    )
    return over if cut and over.i == first - 1 and over.pos_ in VERBS else None


def _has_share(verb: Token) -> bool:
    """Whether what the verb is done to is a share in an accord: "fulfilled some of its obligations"."""
    below = [child for child in verb.children if child.dep_ in OBJECTS]
    below += [noun for child in below if child.lower_ in compliance.words("partial") for noun in behind(child, ("of",))]
    return any(noun.lower_ in compliance.words("shares") for noun in below)


def of_verb(verb: Token, stance: str, words: tuple[int, ...]) -> Claim | None:
    heads = doers(verb)
    if stance == VIOLATED and charge_over(verb) is not None:
        return Claim(verb, stance, words, heads)
    if _is_restrictive(verb):
        return None
    if verb.dep_ == "xcomp" and verb.head.lower_ in compliance.words("failing"):
        return _failed(verb, words, heads) if stance == KEPT else None
    if stance == KEPT and _is_undone(verb):
        return None
    charged = accused(verb)
    if charged and stance == KEPT:  # "accused the rebels of not honouring the truce"
        no = next((child.i for child in verb.children if child.dep_ == "neg"), None)
        words = tuple(sorted((no, *words))) if no is not None else ()
        return Claim(verb, VIOLATED, words, charged, by=accusers(verb)) if words else None
    if charged:
        return Claim(verb, stance, words, heads or charged, by=accusers(verb)) if stance == VIOLATED else None
    status = deed_status.status_of(verb)
    if status is None:
        return None
    if status.status in REAL:
        return Claim(verb, stance, words, heads, own=stance == SUSPENDS) if stance != DISREGARDS else None
    if stance == VIOLATED:
        return Claim(verb, stance, words, heads, denied=True) if status.status == "denied" else None
    return _negated_verb(verb, stance, words, heads, denied=status.status == "denied")


def _failed(verb: Token, words: tuple[int, ...], heads: tuple[Token, ...]) -> Claim | None:
    """ "Failed to honour the truce", "accused them of failing to honour it"."""
    above, charged = verb.head, accused(verb.head)
    words = tuple(sorted((above.i, *words)))
    if charged:
        return Claim(above, VIOLATED, words, charged, by=accusers(above))
    return Claim(above, VIOLATED, words, doers(above) or heads) if is_real(above) else None


def _is_undone(verb: Token) -> bool:
    """ "Would stop complying", "has yet to comply"."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return False
    yet = any(child.lower_ == "yet" for each in (verb, above) for child in each.children if child.i < verb.i)
    return above.lower_ in compliance.words("ceasing") or (yet and verb.tag_ == "VB")


def _negated_verb(
    verb: Token, stance: str, words: tuple[int, ...], heads: tuple[Token, ...], *, denied: bool
) -> Claim | None:
    """ "Has not observed", "will not honour", "does not recognise"."""
    no = next((child.i for child in verb.children if child.dep_ == "neg"), None)
    if no is None or stance == SUSPENDS:
        return None
    refusing = _refusing(verb)
    if refusing or (stance == DISREGARDS and denied):
        return Claim(verb, DISREGARDS, tuple(sorted({no, *refusing, *words})), heads, own=True)
    return Claim(verb, VIOLATED, tuple(sorted((no, *words))), heads) if stance == KEPT and denied else None


def _refusing(verb: Token) -> tuple[int, ...]:
    """The words "will not" or "would no longer" of a verb, where no condition stands with it."""
    below = list(verb.children)
    if any(
        child.dep_ == "advcl" and any(each.lower_ in ("if", "unless", "until") for each in child.children)
        for child in below
    ):
        return ()
    will = next((child.i for child in below if child.lower_ in ("will", "would", "wo") and child.dep_ == "aux"), None)
    no = next((child.i for child in below if child.dep_ == "neg"), None)
    return (will, no) if will is not None and no is not None else ()


def _is_restrictive(verb: Token) -> bool:
    """Whether the verb only says which ones are meant: "rebels violating the truce", "those who broke it"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return True
    return verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text != ","


def _undone(accord: Words) -> Iterator[Claim]:
    """ "The deal required Ankara to separate the rebels, which never happened"."""
    noun = accord.token
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ in compliance.words("duties") and (token.head.i == noun.i or noun.head.i == token.i):
            doers_ = tuple(child for child in token.children if child.dep_ in ("dobj", "nsubj") and child.i > token.i)
            negated = _negated(token)
            if doers_ and negated is not None:
                yield Claim(token, VIOLATED, (token.i, *negated), doers_)
            return


def _negated(duty: Token) -> tuple[int, int] | None:
    """The words ", which never happened" behind a duty."""
    for token in duty.doc[duty.i + 1 : duty.sent.end]:
        if token.lower_ in compliance.words("undone") and token.head.i != token.i:
            no = next((child.i for child in token.children if child.dep_ == "neg" or child.lower_ == "never"), None)
            which = any(child.lower_ in ("which", "this", "that") for child in token.children)
            if no is not None and which:
                return (no, token.i)
    return None
