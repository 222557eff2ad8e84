"""What a number measures: the frame of the vocabulary that its place in the sentence fills.

A frame is told by the words around the number: the verb it is object or subject of, the noun it follows, the state it
is said to be in. The parse gives the place, the vocabulary the frames; where both speak, the verb goes before the
noun ("12 refugees were killed" counts the killed).
"""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.reading.figures.aid import by_aid
from onrecord.reading.figures.counted import Counted, classes_of, phrase_at
from onrecord.reading.figures.crossings import crossed
from onrecord.reading.figures.frames import Told, noun_frames, relational
from onrecord.reading.figures.instances import by_instance
from onrecord.reading.figures.lengths import length_of
from onrecord.reading.figures.relations import SUBJECTS, Relation, relations_of
from onrecord.reading.figures.states import behind, behind_next, between, both, by_state
from onrecord.reading.figures.totals import among, by_number_behind, by_numbering, by_toll
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds
from onrecord.vocabulary.measures import Frame, forms, heads, measures, plain, units

__all__ = ["PRONOUNS", "Told", "told"]

BEEN = frozenset({"was", "were", "is", "are", "be", "been", "being"})
PRONOUNS = frozenset({"them", "whom", "those", "which", "these"})
FEWEST_LEAVING = 10
JOINS = frozenset({"and", "or", ","})


def told(doc: Doc, number: Counted) -> Told | None:
    """The measure of a number, None where no frame is filled."""
    kinds = classes_of(doc, number.noun)
    if "never" in kinds:
        return _length(doc, number) or by_instance(doc, number)
    relations = tuple(dict.fromkeys(relations_of(doc, number)))
    found = (
        _by_harm(doc, number, relations)
        or by_aid(doc, number, kinds)
        or _by_second_verb(doc, number, kinds)
        or _by_main_verb(doc, number, kinds, relations)
        or by_state(doc, number, kinds, behind(doc, number))
        or _by_relation(doc, number, kinds, relations)
        or _by_verb_before(doc, number, kinds)
        or _by_agent(doc, number)
        or by_state(doc, number, kinds, between(doc, number))
        or by_number_behind(doc, number, kinds)
        or by_toll(doc, number, kinds)
        or by_numbering(doc, number)
        or _by_noun(doc, number, relations)
        or among(doc, number, kinds)
        or by_state(doc, number, kinds, behind_next(doc, number))
        or _by_relation(doc, number, kinds, relations, population=True)
    )
    if found is not None and _are_forces_leaving(doc, number, found):
        found = _by_noun(doc, number, relations)
    if found is None or _is_of_few(doc, number, found) or _only_speak(doc, number, found) or _is_covered(doc, found):
        return None
    lives = found.measure == "population" and doc[number.bearer].dep_ == "nsubj"
    if number.share and lives:  # "a third of Libyans live in poverty"
        return None
    return both(doc, number, crossed(doc, found))


def _is_of_few(doc: Doc, number: Counted, found: Told) -> bool:
    """Whether it tells of some people by name or kin who left rather than of a number: "his wife and two sons fled"."""
    counted = doc[number.noun].lower_ if number.noun is not None else ""
    households = any(noun in units().groups for noun in plain(counted))
    few = (number.amount.high or number.amount.low or 0) < FEWEST_LEAVING
    return found.measure in kinds().leaving and few and not (households or number.share)


def _are_forces_leaving(doc: Doc, number: Counted, found: Told) -> bool:
    """Whether those who fled or returned are forces: no displaced, but troops."""
    armed = number.noun is not None and phrase_at(doc, number.noun, heads("combatant", "status"))
    return found.measure in kinds().leaving and bool(armed)


def _is_covered(doc: Doc, found: Told) -> bool:
    """Whether people only take cover for a time: "hundreds sought shelter in underground stations"."""
    sought = found.measure == "displaced" and len(found.words) > 1
    links = (link for at in found.words for link in doc[at].children if link.dep_ == "prep")
    return sought and any(noun.lower_ in forms_of("cover") for link in links for noun in link.children)


def _only_speak(doc: Doc, number: Counted, found: Told) -> bool:
    """Whether people are named by what befell them, and said to speak: "one man wounded in the attack said"."""
    bearer = doc[number.bearer]
    inside = bearer.left_edge.i <= found.words[0] <= bearer.right_edge.i
    return inside and found.clause != bearer.head.i and _speaks(bearer)


def _length(doc: Doc, number: Counted) -> Told | None:
    found = length_of(doc, number)
    return Told(*found) if found else None


def _by_relation(
    doc: Doc, number: Counted, kinds: frozenset[str], relations: tuple[Relation, ...], population: bool = False
) -> Told | None:
    table = relational(population)
    for role, governor in relations:
        for frame in table.get((role, doc[governor].lower_), ()):
            if frame.things not in kinds:
                continue
            words = _of_words(doc, frame, governor) if role == "of" else _verb_words(doc, number, frame, governor)
            if words:
                return Told(frame.measure, words, governor)
    return None


def _by_main_verb(doc: Doc, number: Counted, kinds: frozenset[str], relations: tuple[Relation, ...]) -> Told | None:
    """What happened to people whom a participle only describes: "five people wounded in the blast died", "freed 41
    soldiers captured near Aden"."""
    state = next((doc[at] for at in behind(doc, number)), None)
    bearer = doc[number.bearer]
    held = bearer.i if number.noun is None else number.noun
    if state is None or state.dep_ != "acl" or state.head.i != held or bearer.dep_ not in SUBJECTS | {"dobj"}:
        return None
    if number.noun is None and any(other.pos_ == "NUM" for other in bearer.conjuncts):  # "500 injured and 80 detained"
        return None
    return _by_relation(doc, number, kinds, tuple(each for each in relations if each.governor == bearer.head.i))


def _by_verb_before(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """The verb right before the number has it as its object, whatever the parse says: "has displaced 900,000"."""
    at = number.start - 1
    while at > 0 and doc[at].is_quote:  # has "neutralised" 76 soldiers
        at -= 1
    if at < 0 or number.single or doc[at].pos_ != "VERB" or (at and doc[at - 1].lower_ in BEEN):
        return None
    for frame in relational(False).get(("object", doc[at].lower_), ()):
        if frame.things in kinds and not frame.nouns and any(doc[at].lower_ in forms(verb) for verb in frame.verbs):
            return Told(frame.measure, (at,), at)
    return None


def _by_agent(doc: Doc, number: Counted) -> Told | None:
    """ "The garrison was reinforced by 400 men"."""
    link = doc[number.bearer].head
    if doc[number.bearer].dep_ != "pobj" or link.lower_ not in ("by", "with"):
        return None
    verb = link.head
    agents = (frame for frame in measures().frames if frame.role == "agent")
    told = (frame.measure for frame in agents if any(verb.lower_ in forms(each) for each in frame.verbs))
    return next((Told(measure, (verb.i,), verb.i) for measure in told), None)


def _by_second_verb(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """A second verb that the parse takes for an adjective: "has killed thousands and displaced 900,000"."""
    at = number.start - 1
    if at < 1 or doc[at].dep_ != "amod" or doc[at].tag_ not in ("VBN", "VBD") or doc[at - 1].lower_ not in JOINS:
        return None
    told = _by_verb_before(doc, number, kinds)
    verb = next((above for above in doc[number.bearer].ancestors if above.pos_ == "VERB"), None)
    return told._replace(clause=verb.i) if told is not None and verb is not None else told


def _verb_words(doc: Doc, number: Counted, frame: Frame, governor: int) -> tuple[int, ...]:
    """The tokens that tell a frame whose verb is the governor; none where a part of it is missing."""
    verb = next((found for phrase in frame.verbs if (found := _phrase_from(doc, governor, phrase.split()))), ())
    if not verb or not frame.nouns:
        return verb
    noun = _among_arguments(doc, governor, frame.nouns, number)
    return (*verb, noun) if noun is not None else ()


def _phrase_from(doc: Doc, start: int, phrase: list[str]) -> tuple[int, ...]:
    """A verb and its particle: "gunned down", "shot eight people dead"."""
    if doc[start].lower_ not in forms(phrase[0]):
        return ()
    if len(phrase) == 1:
        return (start,)
    for token in doc[start + 1 : start + 8]:
        if token.lower_ == phrase[-1] and (token.head.i == start or token.i - start <= len(phrase)):
            return (start, token.i)
        if token.text in ".;:" or token.sent != doc[start].sent:
            break
    return ()


def _among_arguments(doc: Doc, verb: int, nouns: tuple[str, ...], number: Counted) -> int | None:
    """The token among the verb's objects and complements that is one of `nouns`; not the counted noun itself."""
    wanted = _forms_of(nouns)
    for child in doc[verb].children:
        if child.i < verb or child.dep_ in ("conj", "advcl", "punct"):
            continue
        for token in child.subtree:
            named = token.lower_ in wanted and token.dep_ != "compound"  # not "an aid ship"
            if named and token.i != number.noun and token.i - verb <= 25:
                return token.i
    return None


@cache
def _forms_of(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in forms(noun))


def _of_words(doc: Doc, frame: Frame, noun: int) -> tuple[int, ...]:
    if doc[noun].dep_ == "dobj" and doc[noun].head.lower_ in forms_of("seeking"):
        return ()  # "sought the arrest of two generals"
    if not frame.verbs:
        return (noun,)
    verb = _governing_verb(doc, noun, frame.verbs)
    return (verb, noun) if verb is not None else ()


def _governing_verb(doc: Doc, noun: int, verbs: tuple[str, ...]) -> int | None:
    """The verb among `verbs` that the noun is an argument of, a participle on it included."""
    token = doc[noun]
    for _ in range(4):
        if token.dep_ != "conj":
            break
        token = token.head
    near = [token.head, *(child for child in doc[noun].children if child.dep_ in ("acl", "relcl"))]
    return next((word.i for word in near if any(_phrase_from(doc, word.i, verb.split()) for verb in verbs)), None)


def _by_harm(doc: Doc, number: Counted, relations: tuple[Relation, ...]) -> Told | None:
    """The harm that the counted noun names by itself, whatever verb the parse hangs on it: "40 deaths and 12,000
    displaced"."""
    for frame, table in noun_frames():
        if frame.measure in kinds().harm and not frame.verbs and number.noun is not None:
            found = phrase_at(doc, number.noun, table)
            if found is not None:
                return Told(frame.measure, tuple(range(*found)), relations[0].governor if relations else number.bearer)
    return None


def _by_noun(doc: Doc, number: Counted, relations: tuple[Relation, ...]) -> Told | None:
    """The longest of the vocabulary's nouns that ends at the counted noun: "20 tanks", "12 observation posts"."""
    if number.noun is None or _speaks(doc[number.bearer]):
        return None
    best: Told | None = None
    clause = relations[0].governor if relations else number.bearer
    for frame, table in noun_frames():
        found = phrase_at(doc, number.noun, table)
        if found is None or (best and len(best.words) >= found[1] - found[0]):
            continue
        verb = _governing_verb(doc, number.bearer, frame.verbs) if frame.verbs else None
        if frame.verbs and (verb is None or (frame.measure == "killed" and doc[number.bearer].dep_ == "nsubj")):
            continue  # "a soldier lost his leg"
        words = tuple(range(*found))
        best = Told(frame.measure, words if verb is None else (*words, verb), clause)
    return best


def _speaks(people: Token) -> bool:
    """ "Dozens of refugees said ...": they speak, and are not counted."""
    verbs = reporting.verbs().get(people.head.lower_, ())
    return people.dep_ == "nsubj" and people.head.pos_ == "VERB" and any(verb.saying for verb in verbs)
