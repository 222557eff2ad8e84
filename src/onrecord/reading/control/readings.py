"""The phrases by which a sentence tells of control: "captured X", "X fell to", "drove them out of X", "X is under".

Each reading names the change, the tokens that tell it, the heads of those who do it and of the other side, and what it
is of. Whether it came about, when and by whose word is asked of its deed afterwards.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.control.grounds import Ground, around, ground_at, grounds_at
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import SUBJECTS, behind, direct_objects, is_noun, is_passive, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import ActorMention, Found, Mentions
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control, forms_of, nouns, telling, verbs

WORD, FALLS, DRIVEN, UNDER, HYPHENED, HANDS, SIEGE = (
    "control word",
    "control falls",
    "control driven out",
    "control under",
    "control hyphened",
    "control changes hands",
    "control under siege",
)
FROM, TO, OF, BY = frozenset({"from"}), frozenset({"to"}), frozenset({"of"}), frozenset({"by"})
TAKEN = frozenset({"took", "regained"})
NEXT = 2  # tokens between verbs joined by "and"
INTO = frozenset({"in", "into", "inside", "within"})
Heads = Sequence[Token]


class Reading(NamedTuple):
    """A change that the words tell, by the rule of that name. `deed` is the token whose status and setting count."""

    change: str
    rule: str
    deed: Token
    phrase: tuple[int, ...]
    holders: Heads
    others: Heads
    grounds: tuple[Ground, ...]


def readings(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """What the phrases that hang on the token tell, the surest first; those that name no ground tell nothing."""
    if token.lower_ not in telling():
        return
    for frame in FRAMES:
        for reading in frame(paragraph, found, token):
            if reading.grounds:
                yield reading


def _done(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "captured Goma from the army", "regained control of the road", "the capture of Goma by M23"."""
    if token.dep_ == "amod" and token.i < token.head.i:  # "the occupied suburbs"
        return
    if _is_left_behind(token) or _is_service(token):
        return
    for change, phrase in at_token(token, verbs(), nouns()):
        heads = list(_ground_heads(token, change, phrase))
        named = (
            is_noun(token) or len(phrase) > 1 or token.lower_ not in forms_of("persons") or _takes_ground(found, token)
        )
        named = named or (change == "lost" and any(behind(token, TO)))
        named = named or (change in TAKEN and not is_noun(token) and any(behind(token, FROM)))  # "seized X from Y"
        grounds = grounds_at(paragraph, found, heads, named=named) or _right_behind(paragraph, found, token, phrase)
        others = [head for at in (*phrase, *(head.i for head in heads)) for head in behind(paragraph.doc[at], FROM)]
        holders: Heads = _agreeing(token)
        if token.lower_ in forms_of("lasting") and _lasts(token):
            change = "holds"
        if change == "lost" and not is_noun(token) and not is_passive(token):
            holders = subjects(token)
            others = [head for at in phrase for head in behind(paragraph.doc[at], TO)]
        elif is_noun(token) and not holders:
            holders = tuple(behind(token, TO)) if token.lower_ in forms_of("falls") else ()
        elif change in TAKEN and not others and token.dep_ == "advcl":
            others = list(_beaten(token.head))
        elif change == "repelled":
            others = [head for noun in undergoers(token) for head in (noun, *doers(noun))]
        yield Reading(change, WORD, token, phrase, holders, others, grounds)


def _takes_ground(found: Found, token: Token) -> bool:
    """Whether a name behind the verb is a place rather than somebody: "seized Dabiq from", "attacked and took", or a
    single name that nobody in the report bears."""
    if any(noun.pos_ in ("NOUN", "PROPN") for noun in behind(token, FROM)):
        return True
    if token.dep_ == "conj" and token.head.lower_ in forms_of("assaults") and token.i - token.head.i <= NEXT:
        return True
    names = [noun for noun in undergoers(token) if noun.pos_ == "PROPN" and not any(noun.children)]
    return len(names) == 1 and names[0].tag_ == "NNP" and not _is_of_somebody(found, names[0])


def _is_of_somebody(found: Found, name: Token) -> bool:
    """Whether the word is part of the name of somebody in the report."""
    return name.lower_ in _words_of_names(found.actors)


@lru_cache(maxsize=1)
def _words_of_names(actors: Mentions[ActorMention]) -> frozenset[str]:
    """The words of the names of all in the report."""
    return frozenset(word for mention in actors for word in mention.actor.value.name.lower().split())


def _is_left_behind(token: Token) -> bool:
    """ "leaving behind a ghost town"."""
    if any(child.lower_ == "behind" for child in token.rights):
        return True
    return word(token) == "leave" and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "behind"


def _is_service(token: Token) -> bool:
    """Whether it only tells for whom somebody once fought: "mercenaries who had fought for Kinshasa"."""
    return word(token) == "fight" and token.dep_ == "relcl" and any(child.lower_ == "had" for child in token.children)


def _beaten(verb: Token) -> Iterator[Token]:
    """Whom the clause above tells to be beaten: "defeated the militants, liberating X", "dealt a defeat to them"."""
    if is_passive(verb):
        return
    for thing in direct_objects(verb):
        if verb.lower_ in forms_of("beating"):
            yield thing
        blows = [thing, *behind(thing, OF)]
        if any(noun.lower_ in forms_of("blows") for noun in blows):
            yield from (head for each in (verb, *blows) for head in behind(each, TO | {"on"}))


def _lasts(token: Token) -> bool:
    """ "the area occupied by rebels", "have occupied the plant since March"."""
    return (token.dep_ == "acl" and (is_passive(token) or token.tag_ == "VBG")) or any(
        child.lower_ == "since" for child in token.rights
    )


def _agreeing(token: Token) -> Heads:
    """Who does it; nobody where the parse gives a clause of "which controls" to several."""
    found = doers(token)
    relative = any(child.dep_ == "nsubj" and child.lower_ in ("which", "that", "who") for child in token.children)
    return () if relative and token.tag_ == "VBZ" and any(head.tag_ == "NNS" for head in found) else found


def _ground_heads(token: Token, change: str, phrase: tuple[int, ...]) -> Iterator[Token]:
    """The object, or what stands behind the prepositions of the change: those of the verb, where it has no object of
    its own, and of the nouns of the phrase."""
    told = control().changes[change]
    own = direct_objects(token) if change == "lost" and not is_noun(token) else undergoers(token, frozenset())
    objects = [head for head in own if head.i not in phrase]
    if change == "repelled":
        for noun in objects:
            if word(noun) in control().assaults:
                yield from tuple(behind(noun, control().onto)) or _further(noun)
    if told.objects or word(token) in told.direct:
        yield from objects
    for at in phrase:
        inner = token.doc[at]
        if inner.i != token.i or not objects or change in ("withdrew from", "repelled"):
            for head in behind(inner, told.behind):
                yield head
                if word(head) in forms_of("sway"):  # "fighting for control of"
                    yield from behind(head, OF)
        if change == "contested" and inner.dep_ == "nsubj":  # "fighting raged for control of"
            for head in behind(inner.head, told.behind):
                yield from behind(head, OF) if word(head) in forms_of("sway") else (head,)
        if inner.dep_ == "dobj" and word(inner) in forms_of("sway"):  # "wrest its control from"
            yield from (child for child in inner.children if child.dep_ == "poss" and child.pos_ == "PROPN")


def _further(noun: Token) -> Iterator[Token]:
    """Where an attack went, behind who made it, wherever the parse hangs that: "an advance by rebels toward Harib"."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return
        if token.lower_ in control().onto and token.lower_ not in ("at", "on"):
            yield from (each for each in token.children if each.dep_ == "pobj")
            return


def _right_behind(paragraph: Paragraph, found: Found, token: Token, phrase: tuple[int, ...]) -> tuple[Ground, ...]:
    """The place or the ground that follows the verb at once, whatever the parse: "captured Shali"."""
    after = token.i + 1
    if len(phrase) > 1 or is_noun(token) or is_passive(token) or direct_objects(token) or after >= token.sent.end:
        return ()
    noun = paragraph.doc[after]
    while (
        noun.i + 1 < token.sent.end
        and noun.dep_ in ("det", "poss", "amod", "compound", "nummod")
        and noun.head.i > noun.i
    ):
        noun = noun.nbor(1)
    if noun.i > after and noun.dep_ in SUBJECTS:
        return grounds_at(paragraph, found, (noun,))
    for mention in found.places.covering(paragraph.index, after):
        last = paragraph.doc[mention.at.end - 1]
        goes_on = mention.at.end < len(paragraph.doc) and paragraph.doc[mention.at.end].tag_ in (
            "POS",
            "NN",
            "NNS",
            "HYPH",
        )
        if mention.at.start == after and mention.use == "place" and not goes_on and last.head.i != token.i:
            return (Ground(deeds.words(paragraph, mention.at.start, mention.at.end), mention.place),)
    return ()


def _fallen(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "Mosul fell to the militants", "fell into the hands of", "posts fell into areas controlled by"."""
    lost = token.lower_ in forms_of("yields") and token.pos_ == "VERB" and is_passive(token)
    if token.pos_ != "VERB" or not (lost or token.lower_ in forms_of("falls")):
        return
    heads = _fallen_heads(token)
    grounds = grounds_at(paragraph, found, heads, named=True)
    for holder in behind(token, TO):
        yield Reading("took", FALLS, token, (token.i,), (holder,), (), grounds)
    for noun in behind(token, INTO | {"under"}):
        if word(noun) in control().sway:
            yield Reading("took", FALLS, token, (token.i, noun.i), _swayers(noun), (), grounds)
        elif noun.lower_ in forms_of("wide"):
            inside, holders = _controlled(noun)
            if holders and inside is not None:
                near = tuple(around(paragraph, noun, head) for head in heads)
                yield Reading("took", FALLS, token, (token.i, inside.i), holders, (), near)


def _fallen_heads(token: Token) -> Heads:
    """What falls: the subject, or the noun that "falling" hangs on."""
    if token.dep_ == "acl":
        return (token.head,)
    return subjects(token)


def _controlled(noun: Token) -> tuple[Token | None, Heads]:
    """By whom an area is held: "controlled by", "under the control of", "rebel-held"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "amod") and child.lower_ in forms_of("hyphened") | _held():
            held = doers(child)
            if held:
                return child, held
        if child.lower_ == "under":
            for sway in child.children:
                if word(sway) in control().sway:
                    return sway, _swayers(sway)
    return None, ()


def _held() -> frozenset[str]:
    return frozenset({"controlled", "held", "run", "dominated"})


def _swayers(noun: Token) -> Heads:
    """Those under whose control, or in whose hands, something is."""
    return tuple(behind(noun, OF)) or owners(noun) or doers(noun)


def _under(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "is under the control of", "came under rebel control", "areas in rebel hands"; "are in control of"."""
    link = token.head
    if word(token) not in control().sway or token.dep_ != "pobj" or link.lower_ not in ("under", "in"):
        return
    above = link.head if link.head.lower_ != "back" else link.head.head
    if link.lower_ == "in" and word(token) == "control":
        holders = subjects(above) if above.lower_ in forms_of("stays") else (above,)
        grounds = grounds_at(paragraph, found, behind(token, OF), named=True)
        yield Reading("holds", UNDER, token, (token.i,), holders, (), grounds)
        return
    for name, change in (("comes", "took"), ("returns", "regained"), ("stays", "holds")):
        if above.lower_ in forms_of(name):
            back = next((child.i for child in above.children if child.lower_ == "back"), None)
            change, signs = ("regained", (back,)) if back is not None else (change, ())
            heads = undergoers(above) if name == "comes" and not subjects(above) else subjects(above)
            if name == "comes" and word(above) != "come" and not is_passive(above):
                heads = undergoers(above)
            grounds = grounds_at(paragraph, found, heads, named=True)
            yield Reading(change, UNDER, above, (above.i, *signs, token.i), _swayers(token), (), grounds)
    if above.pos_ in ("NOUN", "PROPN"):
        yield Reading("holds", UNDER, token, (token.i,), _swayers(token), (), grounds_at(paragraph, found, (above,)))


def _quoted(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "has “regained control” of the town", where the parse takes the verb for an adjective."""
    noun = token.head
    opened = token.i > token.sent.start and token.nbor(-1).is_quote
    if not opened or token.dep_ != "amod" or noun.dep_ != "dobj" or word(noun) not in control().sway:
        return
    for change, phrase in at_token(token, verbs(), {}, beside=(noun,)):
        grounds = grounds_at(paragraph, found, behind(noun, OF), named=True)
        yield Reading(change, WORD, noun.head, phrase, subjects(noun.head), (), grounds)


def _driven(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "drove the militants out of Mosul", "were forced from the town": taken by whom, or lost by whom."""
    if token.pos_ != "VERB" or token.lower_ not in forms_of("driving"):
        return
    driven = undergoers(token, frozenset())
    heads = [*behind(token, FROM | OF), *(head for noun in driven for head in behind(noun, FROM))]
    grounds = grounds_at(paragraph, found, heads, named=True)
    if not driven or not grounds:
        return
    by = tuple(behind(token, BY)) if is_passive(token) else doers(token)
    if by:
        yield Reading("took", DRIVEN, token, (token.i,), by, driven, grounds)
    elif is_passive(token):
        yield Reading("lost", DRIVEN, token, (token.i,), driven, (), grounds)


def _sieged(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "has been under siege by", "22 localities under blockade"; "the besieged city of Mariupol"."""
    if token.lower_ in forms_of("ringed") and token.dep_ == "amod" and token.i < token.head.i:
        ground = ground_at(paragraph, found, token.head)
        if ground is not None and ground.place is not None:
            yield Reading("besieged", SIEGE, token, (token.i,), (), (), (ground,))
        return
    link = token.head
    if token.lower_ not in forms_of("sieges") or token.dep_ != "pobj" or link.lower_ != "under":
        return
    before = paragraph.doc[link.i - 1] if link.i > token.sent.start else link
    verb = link.head
    stays = verb.lower_ in forms_of("stays") | forms_of("comes")
    heads = subjects(verb) if stays else (before,) if before.pos_ in ("NOUN", "PROPN") else ()
    holders = doers(token) or tuple(behind(token, BY | FROM)) or tuple(behind(verb, BY))
    grounds = grounds_at(paragraph, found, heads, named=True)
    yield Reading("besieged", SIEGE, verb if stays else token, (token.i,), holders, (), grounds)


def _hyphened(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "rebel-held Misrata": only where a place is named."""
    joins = token.dep_ == "amod" and token.i - token.sent.start > 1 and token.nbor(-1).text in HYPHENS
    if not joins or token.lower_ not in control().hyphened:
        return
    ground = ground_at(paragraph, found, token.head, named=True)
    if ground is not None and (ground.place is not None or token.head.pos_ == "PROPN"):
        yield Reading("holds", HYPHENED, token, (token.i,), (token.nbor(-2),), (), (ground,))


def _changed_hands(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "the town has changed hands several times"."""
    hands = next((child for child in token.rights if child.lower_ == "hands"), None)
    if token.pos_ == "VERB" and word(token) == "change" and hands is not None:
        grounds = grounds_at(paragraph, found, subjects(token), named=True)
        yield Reading("contested", HANDS, token, (token.i, hands.i), (), (), grounds)


Frame = Callable[[Paragraph, Found, Token], Iterator[Reading]]
FRAMES: tuple[Frame, ...] = (_fallen, _driven, _under, _sieged, _hyphened, _changed_hands, _quoted, _done)
