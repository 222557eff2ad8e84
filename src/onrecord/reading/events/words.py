"""Which words of a sentence tell one and the same deed: an attack with the harm it did, with its own name twice.

"Shelling killed eight", "attacked the village, burning houses", "air strikes and shelling", "a bombing attack".
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.clause import mark_of
from onrecord.reading.deeds.grammar import NOUNS, direct_objects, is_passive, word
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import is_reduced
from onrecord.reading.events.triggers import Told
from onrecord.reading.report import Paragraph
from onrecord.vocabulary import settings
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.deeds import forms_of
from onrecord.vocabulary.place_words import place_words

SHARED = frozenset({"advcl", "conj", "xcomp", "acl", "ccomp", "pcomp"})
WITHIN = frozenset({"in", "during", "by", "with", "from", "as", "through"})
INDEFINITE = frozenset({"a", "an", "another", "some"})
MODIFYING = frozenset({"compound", "amod", "nmod"})
ASSAULT = "ASSAULT"
LONGEST = 25  # words on either side of a deed


class One(NamedTuple):
    """A deed, with the other words of the sentence that tell of the same."""

    told: Told
    also: tuple[Token, ...]
    harmed: bool = False  # whether another word tells more than the same again


def ones(told: Sequence[Told]) -> list[One]:
    """The deeds of a sentence, each once, in the order of the text."""
    if len(told) < 2:
        return [One(each, ()) for each in told]
    into: dict[int, Told] = {}
    for deed in told:
        carrier = next((other for other in told if other is not deed and _is_of(other, deed)), None)
        if carrier is not None and into.get(carrier.token.i) is not deed:
            into[deed.token.i] = carrier
    made = []
    for deed in told:
        also = [each for each in told if _last(into, each) is deed and each is not deed]
        harmed = any(each.kind.harm or each.token.dep_ != "conj" for each in also)
        if deed.token.i not in into:
            made.append(One(deed, tuple(each.token for each in also), harmed))
    return made


def _last(into: dict[int, Told], deed: Told) -> Told:
    for _ in range(len(into)):
        if deed.token.i not in into:
            break
        deed = into[deed.token.i]
    return deed


def _is_of(carrier: Told, deed: Told) -> bool:
    """Whether `deed` is told by words that only go on about `carrier`."""
    one, other = carrier.token, deed.token
    if carrier.kind.plover != deed.kind.plover:
        return False
    if other.i in carrier.words or (other.dep_ in MODIFYING and other.head.i == one.i):
        return True
    if deed.kind.plover == ASSAULT and (_describes(one, other) or _makes(one, other)):
        return True
    if deed.kind.harm and not carrier.kind.harm:
        return _did(one, other) and not (carrier.kind.directed and one.dep_ == "pobj" and not doers(one))
    if deed.kind.mode is not None and deed.kind.mode == carrier.kind.mode and _within(one, other):
        return True  # "seized power in a coup", "dispersed them with tear gas"
    if deed.kind.plover != ASSAULT:
        return False
    if other.dep_ == "conj" or (deed.kind.harm and carrier.kind.harm):
        return other.dep_ == "conj" and other.head.i == one.i and _are_joined(carrier, deed)
    same = deed.kind.mode is None or (deed.kind.mode == carrier.kind.mode and not _is_known(one))
    if (same or deed.kind.mode == "destroy") and one.dep_ == "nsubj" and one.head.i == other.i and one.pos_ == "NOUN":
        return True  # "a bomb struck a bus", "a car bomb exploded"
    if deed.kind.mode == "destroy" and _hangs(one, other) and not _has_subject(other):
        return True  # "burning houses"
    if deed.kind.mode is None or carrier.kind.mode is None:
        return not _has_subject(other) and (_hangs(one, other) or (carrier.kind.mode is None and _within(one, other)))
    return False


def _are_joined(carrier: Told, deed: Told) -> bool:
    """Whether words that "and" joins tell one deed: two harms of it, two nouns for it, one object of both."""
    one, other = carrier.token, deed.token
    if deed.kind.harm and carrier.kind.harm:
        return is_passive(other) or not _has_subject(other)
    if one.pos_ == other.pos_ == "NOUN":
        return is_reduced(one) or deed.kind.mutual == carrier.kind.mutual
    if deed.kind.mode == "destroy" and carrier.kind.harm and not _has_subject(other):
        return True  # "killed nine and destroyed a bridge"
    shared = direct_objects(one)[:1] == direct_objects(other)[:1] != []  # "shelled and bombed the town"
    return shared or is_reduced(one)  # "bombs dropped by drones hit a bus"


def _is_known(noun: Token) -> bool:
    """Whether the words speak of it as told of before: "the two car bombs"."""
    return any(child.dep_ == "det" and child.lower_ not in INDEFINITE for child in noun.children)


def _describes(one: Token, other: Token) -> bool:
    """Whether a participle only says of what the deed was done with whose it was or at whom it went: "a bomb targeting
    soldiers exploded", "a drone launched by rebels struck"."""
    noun = other.head
    return other.dep_ == "acl" and noun.i < other.i and (noun.i == one.i or (noun.dep_ == "nsubj" and noun.head == one))


def _makes(one: Token, other: Token) -> bool:
    """Whether the verb only says that what its object tells was done: "launched a drone strike"."""
    return one.pos_ in NOUNS and one.dep_ == "dobj" and one.head == other and word(other) in role_words().light


def _did(deed: Token, harm: Token) -> bool:
    """Whether the deed is what did the harm: its subject or means, or what its doer did with it."""
    deed = _whole(deed)
    if deed.dep_ in ("pobj", "pcomp"):
        above = deed.head
        if above.head.i == harm.i and (above.dep_ == "agent" or above.lower_ in WITHIN):
            return True
    joined = (harm, *(child for child in harm.children if child.dep_ == "conj"))
    if mark_of(deed) == "when" and _over(deed) in joined and is_passive(_over(deed)):
        return True  # "were killed when a mine exploded", "on Monday when shells hit the market"
    if deed.dep_ in ("nsubj", "nsubjpass") and deed.head.i == harm.i:
        return True
    if harm.dep_ == "relcl" and _resumed(harm).i == deed.i:
        return any(
            child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("that", "which") for child in harm.children
        )
    if harm.dep_ == "conj" and harm.pos_ == "NOUN" and any(child.dep_ == "det" for child in harm.children):
        return False  # "the shelling of the market and the killing of two doctors"
    aside = harm.tag_ == "VBN" and harm.head.lower_ == "with"  # "came under attack, with two soldiers wounded"
    if (_has_subject(harm) and not aside) or is_far(harm) or (harm.dep_ == "pcomp" and harm.head.lower_ not in WITHIN):
        return False
    carrying = (deed, deed.head) if deed.dep_ in ("dobj", "nsubjpass", "nsubj") else (deed,)
    carrying = (deed, deed.head.head) if deed.dep_ == "pobj" and deed.head.lower_ == "under" else carrying
    over = (harm.head,) if _has_subject(harm.head) else (harm.head, harm.head.head)  # not "came after rebels raided"
    return harm.dep_ in SHARED and any(above.i == each.i for above in over for each in carrying)


def _over(clause: Token) -> Token:
    """The verb that a clause hangs on, whatever word of it the parse has hung it on."""
    above = clause.head
    return next((verb for verb in above.ancestors if verb.pos_ == "VERB"), above) if clause.dep_ == "relcl" else above


def _resumed(clause: Token) -> Token:
    """What a relative clause goes on about: not the place that the parse may hang it on, "a raid on a school in Yangon
    that killed seven"."""
    noun = clause.head
    for _ in range(3):
        lies = noun.pos_ == "PROPN" or noun.lemma_.lower() in place_words().kinds.keys() | settings.words().sites
        if not lies or noun.dep_ != "pobj" or noun.head.dep_ != "prep":
            break
        noun = noun.head.head
    return noun


def _whole(deed: Token) -> Token:
    """What a deed is some of, or itself: "a series of strikes killed", "killed in an outbreak of fighting"."""
    above = deed.head.head
    several = deed.dep_ == "pobj" and deed.head.lower_ == "of" and above.lower_ in forms_of("partitive")
    return above if several else deed


def is_far(participle: Token) -> bool:
    """Whether another clause stands between a participle and the verb that the parse hangs it on: what did it is unsure
    in "would go on with the strikes as fighting raged, killing nine"."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "conj") or participle.i < participle.head.i:
        return False
    between = participle.doc[participle.head.i + 1 : participle.i]
    return any(token.tag_ in ("VBD", "VBZ", "VBP") and _has_subject(token) for token in between)


def _hangs(one: Token, other: Token) -> bool:
    """ "retaliated by shelling", "attacked the village, shelling it"."""
    if other.dep_ in ("advcl", "xcomp"):
        return other.head.i == one.i and other.tag_ == "VBG"
    return other.dep_ in ("pcomp", "pobj") and other.head.head.i == one.i and other.head.lower_ in WITHIN


def _within(one: Token, other: Token) -> bool:
    """ "responded with air strikes": the carrier says less than the deed behind it."""
    return other.dep_ == "pobj" and other.head.head.i == one.i and other.head.lower_ in ("with", "by", "in")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def what(
    paragraph: Paragraph, token: Token, end: int, prepositions: Sequence[str] = (), also: Sequence[Token] = ()
) -> Said[str]:
    """The report's words for a deed: from its first doer to the end of what it was done to."""
    doing = () if token.dep_ == "pcomp" else doers(token)  # "accused the army of shelling"
    heads = [*doing, token, *direct_objects(token), *undergoers(token, frozenset(prepositions)), *also]
    parts = [at for head in heads for at in (_first(head), head.i, _end(head, token))]
    start, last = max(min(parts), token.i - LONGEST), min(max(*parts, end - 1), token.i + LONGEST)
    return deeds.words(paragraph, start, last + 1)


def _first(head: Token) -> int:
    return min([head.i, *(child.left_edge.i for child in head.lefts if child.pos_ != "VERB" and child.dep_ != "punct")])


def _end(head: Token, deed: Token) -> int:
    """The end of a phrase, without the clauses and dates that hang on it."""
    if head.i == deed.i and head.pos_ == "VERB":
        return int(head.i)
    ends = [child.right_edge.i for child in head.rights if child.dep_ in ("prep", "compound", "nummod", "amod", "dobj")]
    return max([head.i, *(end for end in ends if end - head.i < LONGEST // 2)])
