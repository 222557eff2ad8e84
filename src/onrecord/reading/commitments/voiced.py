"""Which words tell a commitment of whoever says them: "we will go further", "traffic would resume by 15 September",
"any attack will be treated as an act of war", "there will be a response", "agreed that a mission should travel".

What is told here is no prediction and no plan of an enemy: it is said in the first person, or of what the speaker's own
side has in hand, or threatens somebody with what will follow.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.reading.commitments.matters import is_of_conflict, is_of_force
from onrecord.reading.commitments.triggers import (
    FUTURE,
    MARKS,
    WITHOUT,
    Gate,
    Gates,
    Told,
    depends,
    doubts,
    infinitive,
    is_real,
)
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import (
    NOUNS,
    SUBJECTS,
    VERBS,
    behind,
    direct_objects,
    is_passive,
    own_subjects,
    word,
)
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import Tokens
from onrecord.reading.deeds.triggers import at_token
from onrecord.vocabulary.commitments import governing, nouns_of_force, reckonings, words
from onrecord.vocabulary.triggers import tells

SELVES = frozenset({"we", "i"})
OWN = frozenset({"our", "my", "its", "their", "his", "her"})
PERSONAL = SELVES | {"he", "she", "it", "they"}
VOICED = "told of oneself"
NOT = frozenset({"not", "n't", "n’t", "never"})
BINDING = FUTURE | {"should", "must"}
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
APART = frozenset({"advcl", "relcl", "pcomp", "acl"})
NONE = frozenset({"no", "any"})
HIGHEST = 4  # clauses up
ASKED = frozenset({"on", "upon"})


def is_type(value: object, cited: Sequence[str]) -> bool:
    """Whether the words tell that type of commitment of whoever says them."""
    low = {each.lower() for each in cited}
    future = bool(low & FUTURE)
    if value == "threat":
        forced = words("answers") | words("withheld") | nouns_of_force()
        return bool(tells(reckonings(), low)) or (future and bool(low & forced))
    if value == "plan" and (low & words("forcing") or {"is", "to"} <= low or {"are", "to"} <= low):
        return True
    if value == "demand":
        return bool(low & words("ordering")) or (bool(low & NOT) and bool(low & (WITHOUT | {"long"})))
    if value == "pledge" and (low & words("intent") or low & words("deals")):
        return True
    told = any(governing(part).get(each) == value for part in ("verbs", "nouns") for each in low)
    return told or (future and value in ("pledge", "plan"))


def made(
    token: Token,
    type_: str,
    deed: Token,
    cited: Sequence[int],
    by: Tokens = (),
    to: Tokens = (),
    *,
    voiced: bool = False,
) -> Told:
    return Told(token, type_, deed, tuple(sorted(cited)), by, to, voiced, VOICED)


def modal(verb: Token) -> Token | None:
    """The "will" or "would" of a verb."""
    return next((child for child in verb.children if child.tag_ == "MD" and child.lower_ in FUTURE), None)


def _clause_of(token: Token) -> Token | None:
    """The verb of which the token is the modal, where its clause is said outright."""
    verb = token.head
    if token.lower_ not in FUTURE or verb.pos_ not in VERBS or verb.dep_ in APART or token.i == token.sent.start:
        return None
    if any(child.lower_ in MARKS and child.dep_ == "mark" for child in verb.children):
        return None
    if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
        return None
    above = verb
    for _ in range(HIGHEST):
        if above.dep_ != "conj":
            break
        above = above.head
    if above.dep_ not in CLAUSES or (above.dep_ == "ccomp" and not (says(above.head) or _stance(above))):
        return None
    said = above.dep_ == "ccomp"
    return (
        verb
        if (said or token.lower_ != "would") and (not said or (is_real(above.head) and not doubts(above.head)))
        else None
    )


def _stance(clause: Token) -> Token | None:
    """The noun for where somebody stands, where the clause tells it: "its position remains that it will not"."""
    if clause.dep_ != "ccomp" or word(clause.head) not in ("be", "remain", "stay"):
        return None
    held = (child for child in clause.head.children if child.dep_ in SUBJECTS and child.lower_ in words("stances"))
    return next(held, None)


def _by_reckoning(token: Token) -> Told | None:
    """ "will be held accountable", "would not pass without punishment", "will be treated as an act of war"."""
    verb = _clause_of(token)
    found = next(at_token(verb, reckonings(), {}), None) if verb is not None else None
    if verb is None or found is None:
        return None
    unpaid, cited = found
    if any(child.dep_ == "neg" for child in verb.children) != unpaid:
        return None
    if is_passive(verb):
        return None if any(behind(verb, ("by",))) else made(verb, "threat", verb, cited, voiced=True)
    if any(head.lower_ in SELVES for head in own_subjects(verb)):
        return None  # "we will pay the price"
    regards = verb.lower_ in words("regarding")
    return made(verb, "threat", verb, cited, doers(verb) if regards else (), voiced=not regards)


def _by_being(token: Token) -> Told | None:
    """ "there will be a response", "there would be no deal as long as they fought"."""
    verb = _clause_of(token)
    if verb is None or verb.lemma_ != "be":
        return None
    if not any(child.dep_ == "expl" for child in (*verb.children, *token.children)):
        return None
    thing = next((child for child in verb.children if child.dep_ in ("attr", "nsubj") and child.pos_ in NOUNS), None)
    if thing is None:
        return None
    refused = any(child.lower_ in NONE for child in thing.children)
    if (thing.lower_ in words("answers")) == refused:
        return None
    if refused and not (thing.lower_ in words("withheld") and _depends(verb)):
        return None
    return made(verb, "threat", verb, (token.i, thing.i), voiced=True)


def _depends(verb: Token) -> bool:
    """Whether a condition hangs on the verb: "unless", "until", "as long as"."""
    marks = {each.lower_ for each in verb.subtree if each.i > verb.i}
    return depends(verb) is not None or {"long", "as"} <= marks


def _is_conditional(verb: Token) -> bool:
    """Whether a clause of "if" or "unless" hangs on the verb."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(each.lower_ in ("if", "unless") for clause in clauses for each in clause.children)


def _by_speaker(token: Token) -> Told | None:
    """ "we will go further", "traffic would resume", "hostages will be released", "it will not talk until"."""
    verb = _clause_of(token)
    if verb is None or verb.tag_ not in ("VB", "VBN"):
        return None
    heads = own_subjects(verb) or (own_subjects(verb.head) if verb.dep_ == "conj" else [])
    if len(heads) != 1:
        return None
    head = heads[0]
    negated = any(child.dep_ == "neg" for child in verb.children)
    stance = _stance(verb)
    if stance is not None:
        return made(verb, "demand" if negated else "pledge", verb, _signs(verb, token), owners(stance))
    if verb.lower_ in words("states") and not (_stays(verb) or (negated and _withholds(verb))):
        return None
    if is_passive(verb):
        forced = is_of_force(verb) and (_is_conditional(verb) or _depends(verb))
        done = verb.lower_ in words("willed") or verb.lower_ in words("granted") or forced
        if negated or not done or any(behind(verb, ("by",))):
            return None
        type_ = "threat" if is_of_force(verb) else "plan"
        return made(verb, type_, verb, (token.i, verb.i), voiced=True)
    return _refused(verb, token, head) if negated else _will(verb, token, head)


def _is_personal(head: Token) -> bool:
    """Whether the subject is whoever speaks, or of his side: "we", "our troops"."""
    return head.lower_ in PERSONAL or any(child.lower_ in OWN and child.dep_ == "poss" for child in head.children)


def _refused(verb: Token, token: Token, head: Token) -> Told | None:
    """ "We will not accept it", "Russia will never allow it", "it will not talk until"."""
    personal = _is_personal(head)
    own = personal or head.pos_ == "PROPN" or head.lower_ in words("ours")
    if own and not _depends(verb) and (verb.lower_ in words("resisted") or _withholds(verb)):
        return made(verb, "pledge", verb, (token.i, verb.i), (head,), voiced=True)
    said = personal and (head.lower_ in SELVES or _is_quoted_or_said(verb))
    return made(verb, "demand", verb, _signs(verb, token), (head,), voiced=True) if said and _depends(verb) else None


def _withholds(verb: Token) -> bool:
    """ "Will not hold talks", "will not go for a ceasefire", "will not take part in the talks"."""
    things = [*direct_objects(verb), *behind(verb, ("for", "to", "into", "in"))]
    things += [noun for thing in things for noun in behind(thing, ("of", "in"))]
    return any(noun.lower_ in words("withheld") for noun in things)


def _will(verb: Token, token: Token, head: Token) -> Told | None:
    """ "We will go further", "our troops will stay", "flights will resume"."""
    cited = (token.i, verb.i)
    if head.lower_ in SELVES or (_is_personal(head) and _is_quoted_or_said(verb)):
        return made(verb, "pledge", verb, cited, (head,), voiced=True)
    if head.pos_ == "PROPN" and _is_conditional(verb) and is_of_conflict(verb):
        return made(verb, "pledge", verb, cited, (head,))
    if head.lower_ in words("ours"):
        return made(verb, "pledge", verb, cited, (head,), voiced=True)
    if head.lower_ in words("carriers") and not any(behind(head, ("from",))) and verb.lower_ in words("willed"):
        return made(verb, "plan", verb, cited, voiced=True)
    return None


def _stays(verb: Token) -> bool:
    """ "Will remain in the zone", "will stay until the prisoners are freed", but not "will remain vigilant"."""
    below = {child.dep_ for child in verb.children}
    told = "prep" in below or _depends(verb)
    return verb.lower_ in words("staying") and told and below.isdisjoint({"attr", "acomp", "oprd"})


def _is_quoted_or_said(verb: Token) -> bool:
    """Whether the clause is what somebody says, so that a pronoun goes back to him."""
    above = verb
    while above.dep_ == "conj":
        above = above.head
    return above.dep_ == "ccomp" and above.head.tag_ != "VB"  # not of whoever is "set to announce that they"


def _signs(verb: Token, token: Token) -> tuple[int, ...]:
    """The words that tell it: the modal and the verb; of a refusal, the "not" and the "until"."""
    negation = next((child.i for child in verb.children if child.dep_ == "neg"), None)
    if negation is None:
        return (token.i, verb.i)
    until = next((each.i for each in verb.subtree if each.lower_ in ("until", "unless", "till", "long")), verb.i)
    return (negation, until)


def _by_clause(token: Token) -> Told | None:
    """ "agreed that a mission should travel", "pledge to the citizens that they will open the road"."""
    type_ = governing("verbs").get(token.lower_) or governing("nouns").get(token.lower_)
    verbal = token.pos_ in VERBS or token.dep_ == "ccomp"
    if type_ is None or not verbal or not is_real(token) or any(c.lower_ == "had" for c in token.children):
        return None
    clause = next((child for child in token.rights if child.dep_ == "ccomp" and is_bound(child)), None)
    if clause is None or infinitive(token) is not None:
        return None
    return made(token, type_, clause, (token.i,), doers(token) if token.pos_ in VERBS else (), voiced=True)


def is_bound(clause: Token) -> bool:
    told = any(child.tag_ == "MD" and child.lower_ in BINDING for child in clause.children)
    return told and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _by_no_intention(token: Token) -> Told | None:
    """ "we have no intention of taking the town"."""
    above = token.head
    if token.pos_ not in NOUNS or token.dep_ != "dobj" or above.lemma_ != "have":
        return None
    denied = next((c for c in (*token.children, *above.children) if c.lower_ == "no" or c.dep_ == "neg"), None)
    deed = next((each for each in behind(token, ("of",)) if each.tag_ == "VBG"), None) or infinitive(token)
    if denied is None or deed is None:
        return None
    held = above if denied.head == above else token  # "we do not have the intention", "no intention of"
    return made(token, "pledge", held, (denied.i, token.i), doers(above), voiced=True)


def _by_order(token: Token) -> Told | None:
    """ "calling on Kigali to pull out", "it orders the forces to leave"."""
    if token.pos_ not in VERBS or token.tag_ == "VB" or is_passive(token) or not is_real(token):
        return None
    deed = infinitive(token)
    if deed is None or deed.dep_ == "advcl" or (token.dep_ == "relcl" and token.tag_ == "VBD"):
        return None
    asked = [child for child in token.children if child.dep_ in ("dobj", "dative") and token.i < child.i < deed.i]
    asked += [noun for child in token.children if child.lower_ in ASKED for noun in child.children if noun.i < deed.i]
    asked += [child for child in deed.children if child.dep_ in SUBJECTS]
    return made(token, "demand", deed, (token.i,), doers(token), tuple(asked[:1])) if asked else None


def is_modal(token: Token) -> bool:
    return token.tag_ == "MD" and token.lower_ in BINDING


GATES: Gates = (
    Gate(lambda: BINDING, (_by_reckoning, _by_being, _by_speaker), is_modal),
    Gate(lambda: words("intent"), (_by_no_intention, _by_clause)),
    Gate(lambda: governing("verbs").keys() | governing("nouns").keys(), (_by_clause,)),
    Gate(lambda: words("ordering") | words("binding"), (_by_order,)),
)
