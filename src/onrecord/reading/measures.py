"""What a number measures: the frame of the vocabulary that its place in the sentence fills.

A frame is told by the words around the number: the verb it is object or subject of, the noun it follows, the state it
is said to be in. The parse gives the place, the vocabulary the frames; where both speak, the verb goes before the
noun ("12 refugees were killed" counts the killed).
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.counted import Counted, classes_of, phrase_at
from onrecord.reading.lengths import length_of
from onrecord.reading.relations import SUBJECTS, Relation, reads_as_passive, relations_of
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import Frame, by_head, forms, measures, plain, units

BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "got"})
BEEN = frozenset({"was", "were", "is", "are", "be", "been", "being"})
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
PRONOUNS = frozenset({"them", "whom", "those", "which", "these"})
FEWEST_LEAVING = 10
NEAR_TOTAL, FAR_TOTAL = 3, 7  # steps from a number up to what it is the total of


class Told(NamedTuple):
    """A measure and the tokens that tell it; `clause` is the token that the telling hangs on."""

    measure: str
    words: tuple[int, ...]
    clause: int


def told(doc: Doc, number: Counted) -> Told | None:
    """The measure of a number, None where no frame is filled."""
    kinds = classes_of(doc, number.noun)
    if "never" in kinds:
        return _length(doc, number)
    relations = tuple(dict.fromkeys(relations_of(doc, number)))
    found = (
        _by_main_verb(doc, number, kinds, relations)
        or _by_state(doc, number, kinds, _behind(doc, number))
        or _by_relation(doc, number, kinds, relations)
        or _by_verb_before(doc, number, kinds)
        or _by_state(doc, number, kinds, _between(doc, number))
        or _by_toll(doc, number, kinds)
        or _by_noun(doc, number, relations)
        or _among(doc, number, kinds)
        or _by_relation(doc, number, kinds, relations, population=True)
    )
    if found is None or _is_of_few(doc, number, found) or _only_speak(doc, number, found):
        return None
    if number.share and found.measure == "population":  # "a third of Libyans live in poverty"
        return None
    return _both(doc, number, found)


def _is_of_few(doc: Doc, number: Counted, found: Told) -> bool:
    """Whether it tells of some people by name or kin who left rather than of a number: "his wife and two sons fled"."""
    counted = doc[number.noun].lower_ if number.noun is not None else ""
    households = any(noun in units().groups for noun in plain(counted))
    few = (number.amount.high or number.amount.low or 0) < FEWEST_LEAVING
    return found.measure in kinds().leaving and few and not (households or number.share)


def _only_speak(doc: Doc, number: Counted, found: Told) -> bool:
    """Whether people are named by what befell them, and said to speak: "one man wounded in the attack said"."""
    bearer = doc[number.bearer]
    inside = bearer.left_edge.i <= found.words[0] <= bearer.right_edge.i
    return inside and found.clause != bearer.head.i and _speaks(bearer)


def _length(doc: Doc, number: Counted) -> Told | None:
    found = length_of(doc, number)
    return Told(*found) if found else None


@cache
def _relational(population: bool) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The frames told by a relation, by role and form of the word that tells them: a verb, or a noun before "of"."""
    table: dict[tuple[str, str], dict[Frame, None]] = {}
    for frame in measures().frames:
        if frame.role in ("object", "subject", "of") and (frame.measure == "population") == population:
            for phrase in frame.nouns if frame.role == "of" else frame.verbs:
                word = phrase.split()[-1 if frame.role == "of" else 0]
                for form in forms(word):
                    table.setdefault((frame.role, form), {})[frame] = None
    return {key: tuple(frames) for key, frames in table.items()}


def _by_relation(
    doc: Doc, number: Counted, kinds: frozenset[str], relations: tuple[Relation, ...], population: bool = False
) -> Told | None:
    table = _relational(population)
    for role, governor in relations:
        for frame in table.get((role, doc[governor].lower_), ()):
            if frame.things not in kinds:
                continue
            words = _of_words(doc, frame, governor) if role == "of" else _verb_words(doc, number, frame, governor)
            if words:
                return Told(frame.measure, words, governor)
    return None


def _by_main_verb(doc: Doc, number: Counted, kinds: frozenset[str], relations: tuple[Relation, ...]) -> Told | None:
    """What happened to people whom a participle only describes: "five people wounded in the blast died"."""
    state = next((doc[at] for at in _behind(doc, number)), None)
    bearer = doc[number.bearer]
    if state is None or state.dep_ != "acl" or state.head.i != number.noun or bearer.dep_ not in SUBJECTS:
        return None
    return _by_relation(doc, number, kinds, tuple(each for each in relations if each.governor == bearer.head.i))


def _by_verb_before(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """The verb right before the number has it as its object, whatever the parse says: "has displaced 900,000"."""
    at = number.start - 1
    while at > 0 and doc[at].is_quote:  # has "neutralised" 76 soldiers
        at -= 1
    if at < 0 or number.single or doc[at].pos_ != "VERB" or (at and doc[at - 1].lower_ in BEEN):
        return None
    for frame in _relational(False).get(("object", doc[at].lower_), ()):
        if frame.things in kinds and not frame.nouns and any(doc[at].lower_ in forms(verb) for verb in frame.verbs):
            return Told(frame.measure, (at,), at)
    return None


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
            if token.lower_ in wanted and token.i != number.noun and token.i - verb <= 25:
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


@cache
def _states() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases that may follow a number and tell its state, with their measure, by first word."""
    table: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for frame in measures().frames:
        if frame.role == "state":
            for phrase in frame.nouns:
                words = tuple(phrase.split())
                table.setdefault(words[0], {})[(words, frame.measure)] = None
    return {word: tuple(entries) for word, entries in table.items()}


def _by_state(doc: Doc, number: Counted, kinds: frozenset[str], beside: Iterable[int]) -> Told | None:
    """ "15 dead", "30 others wounded", "20 people are missing", "40 wounded soldiers": told beside the number."""
    if "persons" not in kinds:
        return None
    for at in beside:
        if doc[at].dep_ == "amod" and at < doc[at].head.i != number.noun:
            continue  # of another noun: "are captured crew members"
        if (state := _state_at(doc, at)) is not None:
            return Told(*state, at)
        if doc[at].tag_ in PARTICIPLES and (frame := _participle(doc[at].lower_)) and _is_passive_here(doc, at):
            return Told(frame.measure, (at,), at)
    return None


def _state_at(doc: Doc, at: int) -> tuple[str, tuple[int, ...]] | None:
    """The measure of the phrase for a state that starts at a token, and its tokens."""
    for phrase, measure in _states().get(doc[at].lower_, ()):
        if [token.lower_ for token in doc[at : at + len(phrase)]] == list(phrase):
            return measure, tuple(range(at, at + len(phrase)))
    return None


def _behind(doc: Doc, number: Counted) -> tuple[int, ...]:
    """The token behind the counted words, where a state may stand."""
    at = max(number.last, number.end)
    while at < len(doc) and doc[at].lower_ in words().between:
        at += 1
    return (at,) if at < len(doc) else ()


def _between(doc: Doc, number: Counted) -> tuple[int, ...]:
    """Participles and adjectives between number and noun, and the noun: "40 wounded soldiers", "three of the dead"."""
    noun = number.end - 1 if number.noun is None else number.noun
    of = number.end < len(doc) and doc[number.end].lower_ == "of"  # "eight of the dead" counts no dead
    return tuple(i for i in range(number.end, noun + (not of)) if doc[i].tag_ in PARTICIPLES)


@cache
def _participle(form: str) -> Frame | None:
    """The frame that a lone participle tells ("20 wounded"); only of what happens to people."""
    return next(
        (
            frame
            for frame in _relational(False).get(("object", form), ())
            if frame.measure in kinds().states
            and not frame.nouns
            and any(form in forms(v) for v in frame.verbs if " " not in v)
        ),
        None,
    )


def _is_passive_here(doc: Doc, at: int) -> bool:
    if at and doc[at - 1].lower_ in BE:
        return doc[at - 1].lower_ not in ("has", "have", "had") and doc[at].lower_ not in ("released",)
    verb = doc[at]
    return verb.tag_ == "JJ" or reads_as_passive(verb)


def _among(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "Among the dead were six children", "the dead include six children": what befell those they are some of."""
    bearer = doc[number.bearer]
    if "persons" not in kinds or bearer.dep_ not in ("nsubj", "attr", "dobj"):
        return None
    verb, prepositions = bearer.head, ("among",)
    named = [noun for child in verb.children if child.lower_ in prepositions for noun in child.children]
    if verb.lower_ in forms("include"):
        named += [child for child in verb.children if child.dep_ == "nsubj" and child != bearer]
    for noun in named:
        told = next((child for child in noun.children if child.dep_ == "acl"), noun)
        definite = noun.lower_ == "those" or any(child.lower_ in ("the", "these") for child in noun.children)
        measure = _state_of(told.lower_) or (told.lower_ in forms("victim") and "killed")
        if definite and measure:
            return Told(measure, (told.i,), verb.i)
    return None


def _by_toll(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "the death toll rose to 45", "bringing the toll to 45", "the number of displaced people is 3 million"."""
    bearer = doc[number.bearer]
    if "persons" not in kinds or number.single or (bearer.dep_ == "pobj" and bearer.head.lower_ == "from"):
        return None
    for token in (bearer, *_above_total(bearer)):
        for word in (token, *(child for child in token.children if child.i < bearer.i)):
            if word.lower_ in _tolls():
                return Told(_tolls()[word.lower_], (word.i,), token.i)
            if word.lower_ in words().counts and (counted := _number_of(word, number.start)):
                return Told(*counted, token.i)
    return None


def _above_total(bearer: Token) -> list[Token]:
    """The words above a number that may be a total; all of the clause where the verb above it tells of totals."""
    above = list(bearer.ancestors)
    reaches = any(token.lower_ in forms_of("reaching") for token in above[:2])
    reaches = reaches or (bearer.dep_ == "pobj" and bearer.pos_ == "NUM" and bearer.head.lower_ in ("to", "at"))
    return above[: FAR_TOTAL if reaches else NEAR_TOTAL]


@cache
def _tolls() -> dict[str, str]:
    tolls = (frame for frame in measures().frames if frame.role == "toll")
    return {form: frame.measure for frame in tolls for noun in frame.nouns for form in forms(noun)}


def _number_of(count: Token, before: int) -> tuple[str, tuple[int, ...]] | None:
    """What "the number of ..." counts: its measure and the tokens that tell it."""
    of = next((child for child in count.children if child.lower_ == "of"), None)
    for token in of.subtree if of is not None else ():
        if token.i >= before:
            break
        nouns = (frame for frame, table in _noun_frames() if not frame.verbs and phrase_at(token.doc, token.i, table))
        state = _state_at(token.doc, token.i)
        measure = state[0] if state else _state_of(token.lower_) or next((frame.measure for frame in nouns), None)
        if measure in kinds().states or measure in ("refugees", "casualties"):
            return measure, state[1] if state else (token.i,)
    after = of.right_edge.i + 1 if of is not None else before
    return _state_at(count.doc, after) if after < before else None  # "of people on the move"


@cache
def _noun_frames() -> tuple[tuple[Frame, dict[str, tuple[tuple[str, ...], ...]]], ...]:
    return tuple((frame, by_head(frame.nouns)) for frame in measures().frames if frame.role == "noun")


def _by_noun(doc: Doc, number: Counted, relations: tuple[Relation, ...]) -> Told | None:
    """The longest of the vocabulary's nouns that ends at the counted noun: "20 tanks", "12 observation posts"."""
    if number.noun is None or _speaks(doc[number.bearer]):
        return None
    best: Told | None = None
    clause = relations[0].governor if relations else number.bearer
    for frame, table in _noun_frames():
        found = phrase_at(doc, number.noun, table)
        if found is None or (best and len(best.words) >= found[1] - found[0]):
            continue
        verb = _governing_verb(doc, number.bearer, frame.verbs) if frame.verbs else None
        if frame.verbs and verb is None:
            continue
        words = tuple(range(*found))
        best = Told(frame.measure, words if verb is None else (*words, verb), clause)
    return best


def _speaks(people: Token) -> bool:
    """ "Dozens of refugees said ...": they speak, and are not counted."""
    verbs = reporting.verbs().get(people.head.lower_, ())
    return people.dep_ == "nsubj" and people.head.pos_ == "VERB" and any(verb.saying for verb in verbs)


def _both(doc: Doc, number: Counted, found: Told) -> Told | None:
    """ "killed or wounded", "dead and injured": one number for both is casualties, never split.

    One number for any other two ("killed or captured") is no measure of the record: None.
    """
    if found.measure not in kinds().states:
        return found
    for word in found.words:
        for step in (-2, 2):
            join, at = word + step // 2, word + step
            if not (0 <= at < len(doc) and doc[join].lower_ in ("and", "or", "/")):
                continue
            other = _state_of(doc[at].lower_)
            if not _shares_number(doc, number, max(word, at)):
                continue
            if {other, found.measure} == {"killed", "wounded"}:
                return Told("casualties", tuple(sorted((*found.words, at))), found.clause)
            if other is not None and other != found.measure:
                return None
    return found


def _shares_number(doc: Doc, number: Counted, verb: int) -> bool:
    """Whether the second of two joined verbs counts the same; not where it has an object of its own behind it."""
    objects = (child for child in doc[verb].children if child.dep_ in ("dobj", "npadvmod"))
    return number.start > verb or not any(each.left_edge.i == verb + 1 for each in objects)


def _state_of(form: str) -> str | None:
    """The measure that a lone participle or adjective tells."""
    states = _states().get(form, ())
    frame = _participle(form)
    return frame.measure if frame else next((told for words, told in states if len(words) == 1), None)
