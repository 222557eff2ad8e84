"""States told beside a number: "15 dead", "30 others wounded", "40 wounded soldiers", "killed or wounded"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from onrecord.reading.deeds.grammar import reads_as_passive
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import Told, harm_of, participle, state_at, state_of
from onrecord.vocabulary.figures import kinds, words

BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "got"})
JOINS = frozenset({"and", "or", "/"})
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})


def by_state(doc: Doc, number: Counted, kinds: frozenset[str], beside: Iterable[int]) -> Told | None:
    """ "15 dead", "30 others wounded", "20 people are missing", "40 wounded soldiers": told beside the number."""
    if "persons" not in kinds:
        return None
    for at in beside:
        head = doc[at].head
        if doc[at].dep_ == "amod" and at < head.i != number.noun and head.lower_ not in words().countrywide:
            continue  # of another noun: "are captured crew members"
        if (state := state_at(doc, at)) is not None:
            return Told(*state, state[1][-1] if doc[at].dep_ == "advmod" else at)  # "severely malnourished"
        if doc[at].tag_ in PARTICIPLES and (frame := participle(doc[at].lower_)) and _is_passive_here(doc, at):
            return Told(frame.measure, (at,), at)
    return None


def behind(doc: Doc, number: Counted) -> tuple[int, ...]:
    """The tokens behind the counted words, and behind the verb whose subject they are, where a state may stand: "40
    people in Yemen are missing"."""
    bearer, start = doc[number.bearer], max(number.last, number.end)
    verb = bearer.head.i + 1 if bearer.dep_ == "nsubj" and bearer.head.lower_ in BE else start
    found = []
    for at in sorted({start, max(start, verb)}):
        while at < len(doc) and (doc[at].lower_ in words().between or doc[at].is_quote):
            at += 1
        found.append(at)
    return tuple(at for at in found if at < len(doc))


def behind_next(doc: Doc, number: Counted) -> tuple[int, ...]:
    """The token behind the next counted words, which "and" joins to these: "14 civilians and 15 soldiers dead"."""
    at = max(number.last, number.end)
    if number.noun is None or at + 1 >= len(doc) or doc[at].lower_ != "and" or doc[at + 1].pos_ != "NUM":
        return ()
    noun = doc[at + 1].head
    after = noun.i + 1
    joined = doc[at + 1].dep_ == "nummod" and noun.i > at + 1 and after < len(doc)
    return (after,) if joined and state_of(doc[after].lower_) is not None else ()


def between(doc: Doc, number: Counted) -> tuple[int, ...]:
    """Participles and adjectives between number and noun, and the noun: "40 wounded soldiers", "three of the dead"."""
    noun = number.end - 1 if number.noun is None else number.noun
    of = number.end < len(doc) and doc[number.end].lower_ == "of"  # "eight of the dead" counts no dead
    return tuple(i for i in range(number.end, noun + (not of)) if doc[i].tag_ in PARTICIPLES)


def _is_passive_here(doc: Doc, at: int) -> bool:
    if at and doc[at - 1].lower_ in BE:
        return doc[at - 1].lower_ not in ("has", "have", "had") and doc[at].lower_ not in ("released",)
    verb = doc[at]
    return verb.tag_ == "JJ" or reads_as_passive(verb)


def both(doc: Doc, number: Counted, found: Told) -> Told | None:
    """ "killed or wounded", "dead and injured": one number for both is casualties, never split.

    One number for any other two ("killed or captured") is no measure of the record: None.
    """
    if found.measure not in kinds().states:
        return found
    joined = [(word, other) for word in found.words for other in _joined_states(doc, word)]
    shared = {at: measure for word, (at, measure) in joined if _shares_number(doc, number, max(word, at))}
    measures = {found.measure, *shared.values()}
    if len(measures) == 1:
        return found
    if measures == {"killed", "wounded"}:
        return Told("casualties", tuple(sorted({*found.words, *shared})), found.clause)
    return None


def _joined_states(doc: Doc, word: int) -> Iterator[tuple[int, str]]:
    """The states told in one list with that of a token, with their tokens: "killed, wounded or missing"."""
    for step in (-1, 1):
        at, listed, closed = word, [], False
        while 0 <= at + 2 * step < len(doc) and (join := doc[at + step].lower_) in JOINS | {","}:
            state = state_at(doc, at + 2 * step)
            measure = state[0] if state else state_of(doc[at + 2 * step].lower_) or harm_of(doc, at + 2 * step)
            if measure is None:
                break
            at, closed = at + 2 * step, closed or join in JOINS
            listed.append((at, measure))
        yield from listed if closed else ()


def _shares_number(doc: Doc, number: Counted, verb: int) -> bool:
    """Whether the second of two joined verbs counts the same; not where it has an object of its own behind it."""
    objects = (child for child in doc[verb].children if child.dep_ in ("dobj", "npadvmod"))
    return number.start > verb or not any(each.left_edge.i == verb + 1 for each in objects)
