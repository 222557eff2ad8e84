"""Commitments to a thing and not to a deed of one's own: "promised an inquiry", "offered them an amnesty", "is
committed to the truce", "declared a ceasefire", "ruled out talks"."""

from spacy.tokens import Token

from onrecord.reading.commitments.matters import is_named
from onrecord.reading.commitments.triggers import Gate, Gates, Told, addressed, depends, infinitive, is_over, is_real
from onrecord.reading.deeds.grammar import NOUNS, behind, direct_objects, is_passive, joined, tells_who
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import Tokens, subjects
from onrecord.vocabulary.commitments import governing, words

GIVEN = frozenset({"offer", "pledge"})
ALONE = frozenset({"unilateral", "own"})
BY_ONESELF = frozenset({"declare", "proclaim"})
ROUNDS = frozenset({"round", "rounds", "session", "sessions"})


def _by_giving(token: Token) -> Told | None:
    """ "has offered amnesty to the rebels", "promised an inquiry", "families were promised safe passage by"."""
    type_ = governing("verbs").get(token.lower_)
    if token.pos_ != "VERB" or type_ not in GIVEN or not is_real(token) or is_over(token) or tells_who(token):
        return None
    if infinitive(token) is not None:
        return None  # "committed his fighters to leaving"
    held = [child for child in token.children if child.dep_ == "nsubjpass"]
    things = [*direct_objects(token), *held] if type_ == "pledge" else direct_objects(token)
    thing = next((noun for noun in things if _fits(noun, type_)), None)
    if thing is None or (is_passive(token) and type_ == "offer"):
        return None
    by = doers(token) or (tuple(behind(thing, ("by",))) if is_passive(token) else ())
    return Told(token, type_, thing, (token.i,), by, addressed([token], thing))


def _fits(noun: Token, type_: str) -> bool:
    """Whether it is what is offered or promised in a conflict."""
    if type_ == "offer":
        told = behind(noun, ("of",)) if noun.lower_ in ROUNDS else (noun,)
        return any(each.lower_ in words("offering") for each in told)
    helps = noun.lower_ in words("help") and any(is_named(each) for each in noun.subtree)
    return noun.pos_ in NOUNS and (is_named(noun) or noun.lower_ in words("promised") or helps)


def _by_standing(token: Token) -> Told | None:
    """ "would be ready for a ceasefire", "is open to talks", "remains committed to the truce"."""
    type_ = governing("adjectives").get(token.lower_)
    if type_ not in GIVEN or token.dep_ not in ("acomp", "oprd", "ROOT", "ccomp") or infinitive(token) is not None:
        return None
    verb = token.head if token.dep_ in ("acomp", "oprd") else token
    held = [noun for noun in behind(token, ("for", "to")) if noun.pos_ in NOUNS]
    thing = next((noun for noun in held if type_ == "pledge" or _fits(noun, type_)), None)
    unsure = any(child.dep_ == "neg" for child in verb.children) or (type_ == "pledge" and not is_real(token))
    return None if thing is None or unsure else Told(token, type_, thing, (token.i,), joined(subjects(verb)))


def _by_declaring(token: Token) -> Told | None:
    """ "Declared a truce", "announced a unilateral one", "the suspension of its raids": not what others have agreed
    on ("between")."""
    verb = token.head
    if token.dep_ != "dobj" or verb.pos_ != "VERB" or not is_real(verb) or any(behind(token, ("between",))):
        return None
    ended = any(is_named(noun) for noun in behind(token, ("of", "to", "in")))
    if verb.lower_ not in words("declaring") or (token.lower_ in words("ceased") and not ended):
        return None
    own = any(child.lower_ in ALONE or child.dep_ == "poss" for child in token.children) or any(
        behind(token, ("with",))
    )
    return Told(token, "pledge", token, (verb.i, token.i), doers(verb), armed=not own and verb.lemma_ not in BY_ONESELF)


def _by_refusing(token: Token) -> Told | None:
    """ "ruled out talks", "refused to attend unless the prisoners were freed"."""
    if token.pos_ != "VERB" or is_passive(token) or not is_real(token) or is_over(token):
        return None
    if infinitive(token) is not None:
        until = depends(token)
        return Told(token, "demand", token, (token.i, until.i), doers(token)) if until is not None else None
    out = next((child.i for child in token.children if child.dep_ == "prt" and child.lower_ == "out"), None)
    things = [noun for noun in direct_objects(token) if noun.lower_ in words("withheld")]
    things += [child for child in token.children if child.dep_ in ("xcomp", "pcomp") and child.tag_ == "VBG"]
    if out is None or not things:
        return None
    return Told(token, "pledge", token, (token.i, out), doers(token))


def _by_noun(token: Token) -> Told | None:
    """ "announced plans to send", "its pledge to withdraw", "a promise by the army to leave"."""
    type_ = governing("nouns")[token.lower_]
    deed = infinitive(token) or (_to_thing(token) if token.lemma_ == "commitment" else None)
    if deed is None or deed.dep_ not in ("acl", "relcl", "pcomp", "pobj") or not is_real(token):
        return None
    above, by = token.head, owners(token) or _from(token)
    if not by and token.dep_ == "dobj" and above.lower_ in words("announcing") and is_real(above):
        by = doers(above)
    return Told(token, type_, deed, (token.i,), by) if by else None


def _to_thing(noun: Token) -> Token | None:
    """ "Its commitment to the ceasefire"."""
    return next((thing for thing in behind(noun, ("to",)) if thing.pos_ in NOUNS and is_named(thing)), None)


def _from(noun: Token) -> Tokens:
    return tuple(behind(noun, ("by", "from")))


def _giving(part: str) -> frozenset[str]:
    return frozenset(word for word, type_ in governing(part).items() if type_ in GIVEN)


GATES: Gates = (
    Gate(lambda: governing("nouns"), (_by_noun,), lambda token: token.pos_ in NOUNS),
    Gate(lambda: _giving("verbs"), (_by_giving, _by_standing), lambda token: token.dep_ != "acomp"),
    Gate(lambda: _giving("adjectives"), (_by_standing,)),
    Gate(lambda: words("declared") | words("ceased"), (_by_declaring,)),
    Gate(lambda: words("refusing"), (_by_refusing,)),
)
