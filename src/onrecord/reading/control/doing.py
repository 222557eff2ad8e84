"""Verbs and nouns of taking, holding and leaving: "captured X", "the capture of X by Y", "regained control of X"."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from onrecord.reading.control.frames import BY, FROM, IN, OF, TO, WORD, Heads, Reading
from onrecord.reading.control.grounds import WHOLE, Ground, grounds_at
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import SUBJECTS, behind, direct_objects, is_noun, is_passive, word
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token, ends_at
from onrecord.reading.found import ActorMention, Found, Mentions
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control, forms_of, nouns, verbs
from onrecord.vocabulary.events import things

TAKEN = frozenset({"took", "regained"})
NEXT = 2  # tokens between verbs joined by "and"
WERE = frozenset({"was", "were"})
AT = frozenset({"in", "at", "above"})
PRESENT = frozenset({"VBZ", "VBP"})


def done(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "captured Goma from the army", "regained control of the road", "the capture of Goma by M23"."""
    if token.dep_ == "amod" and token.i < token.head.i:  # "the occupied suburbs"
        return
    if _is_left_behind(token) or _is_service(token) or _is_rescue(token) or _is_of_things(paragraph, found, token):
        return
    for change, phrase in at_token(token, verbs(), nouns()):
        heads = list(_ground_heads(token, change, phrase))
        named = (
            is_noun(token) or len(phrase) > 1 or token.lower_ not in forms_of("persons") or _takes_ground(found, token)
        )
        named = named or (change == "lost" and any(behind(token, TO)) and token.lower_ not in forms_of("hands"))
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
            holders = tuple(behind(token, TO)) if token.lower_ in forms_of("falls") else announcers(token)
        elif change in TAKEN and not others and token.dep_ == "advcl":
            others = list(_beaten(token.head))
        elif change == "repelled":
            others = [head for noun in undergoers(token) for head in (noun, *doers(noun))]
        yield Reading(change, WORD, token, phrase, holders, others, grounds)


def announcers(deed: Token) -> Heads:
    """Whose own deed an announcement tells: "the army announced the recapture of the town"."""
    told = is_noun(deed) and deed.dep_ == "dobj" and deed.head.lower_ in forms_of("announces")
    return subjects(deed.head) if told and deed.lower_ not in forms_of("falls") else ()


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


def _is_of_things(paragraph: Paragraph, found: Found, token: Token) -> bool:
    """Whether a place is only rid of things: "clearing the old city of mines"."""
    if token.lower_ not in forms_of("driving"):
        return False
    rid = [head for noun in (token, *direct_objects(token)) for head in behind(noun, OF)]
    rid += [head for noun in rid for head in behind(noun, OF)]
    bare = (head for head in rid if head.tag_ == "NNS" and not any(child.dep_ == "det" for child in head.children))
    return any(not found.actors.covering(paragraph.index, head.i) for head in bare)


def _is_service(token: Token) -> bool:
    """Whether it only tells for whom somebody once fought, or what those were doing whom others caught: "mercenaries
    who had fought for Kinshasa", "captured four men who were heading for the town"."""
    if token.dep_ != "relcl":
        return False
    was = token.tag_ == "VBG" and any(child.lower_ in WERE for child in token.children)
    return (was and token.head.dep_ in ("dobj", "nsubjpass")) or (
        word(token) == "fight" and any(child.lower_ == "had" for child in token.children)
    )


def _is_rescue(token: Token) -> bool:
    """ "evacuated 3,000 civilians from the town": those who brought them out have not left it."""
    return word(token) == "evacuate" and any(ends_at(noun, things("people")) for noun in direct_objects(token))


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
    """ "the area occupied by rebels", "still occupies the town", "have occupied the plant since March"."""
    if token.tag_ in PRESENT or (token.dep_ == "acl" and (is_passive(token) or token.tag_ == "VBG")):
        return True
    return any(child.lower_ == "since" for child in token.rights)


def _agreeing(token: Token) -> Heads:
    """Who does it; nobody where the parse gives a clause of "which controls" to several."""
    found = doers(token) or tuple(_behind_whole(token))
    relative = any(child.dep_ == "nsubj" and child.lower_ in ("which", "that", "who") for child in token.children)
    return () if relative and token.tag_ == "VBZ" and any(head.tag_ == "NNS" for head in found) else found


def _behind_whole(verb: Token) -> Iterator[Token]:
    """ "is controlled in its entirety by the rebels": who does it, hung on the words for the whole."""
    for whole in behind(verb, IN) if is_passive(verb) else ():
        if word(whole) in WHOLE:
            yield from behind(whole, BY)


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
        yield from (ground for head in objects for ground in _swayed(head))
    for at in phrase:
        inner = token.doc[at]
        if inner.i != token.i or not objects or change in ("withdrew from", "repelled"):
            for head in behind(inner, told.behind):
                yield head
                if word(head) in forms_of("sway"):  # "fighting for control of"
                    yield from behind(head, OF)
        if inner.lower_ in forms_of("flags"):  # "raised its flag in the centre of Kupiansk"
            over = [head for noun in (token, inner) for head in behind(noun, told.behind)]
            yield from over or (head for noun in (token, inner) for head in behind(noun, AT))
        if change == "contested" and inner.dep_ == "nsubj":  # "fighting raged for control of"
            yield from (ground for head in behind(inner.head, told.behind) for ground in _swayed(head))
        if inner.dep_ == "dobj" and word(inner) in forms_of("sway"):  # "wrest its control from"
            yield from (child for child in inner.children if child.dep_ == "poss" and child.pos_ == "PROPN")


def _swayed(noun: Token) -> Iterator[Token]:
    """The noun, or what the control that it tells of is over."""
    yield from behind(noun, OF) if word(noun) in forms_of("sway") else (noun,)


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
