"""What was planned of a contact and became of the plan, told by words about the plan itself.

"Is due in", "was to have met", "has no date", "was put back to 10am", "were supposed to start but were postponed".
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.grammar import VERBS, is_noun, word
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.deeds import deeds, signs
from onrecord.vocabulary.measures import forms

PLAN, DELAY, AHEAD = "awaited contact", "contact put off", "contact that went ahead"
JOURNEY = "contact for which they come"
BE = frozenset({"is", "are", "was", "were"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OFF = "called off"


class Fate(NamedTuple):
    """A status, the rule that gives it, and the words it follows from."""

    status: str
    rule: str
    words: tuple[int, ...]


def fate_of(contact: Token) -> Fate | None:
    """What the words about the plan tell of it; None where there are none."""
    journey = _journey(contact) if word(contact) != "visit" else ()
    if journey:
        return Fate("planned", JOURNEY, journey)
    if not is_noun(contact):
        return _of_verb(contact)
    ahead = went_ahead(contact)
    if ahead is not None:
        return Fate("held", AHEAD, (ahead.i,))
    delay = _delay(contact)
    if delay:
        return Fate(OFF, DELAY, delay)
    undated = _undated(contact)
    return Fate("planned", PLAN, undated) if undated else _of_noun(contact)


def went_ahead(contact: Token) -> Token | None:
    """The verb behind that of a contact which tells that it came about: "was put back, then took place"."""
    if contact.dep_ not in SUBJECTS:
        return None
    for verb in contact.head.children:
        if verb.i < contact.head.i or verb.dep_ not in ("conj", "dep") or verb.tag_ not in ("VBD", "VBN"):
            continue
        if any(child.dep_ in SUBJECTS for child in verb.children) or _is_denied(verb):
            continue
        if any(child.lower_ in contacts().ahead for child in verb.children) and word(verb) in ("take", "go"):
            return verb
    return None


def _journey(contact: Token) -> tuple[int, ...]:
    """ "Flew to Cairo to meet", "have arrived in Juba to hold talks with"."""
    verb = contact if contact.pos_ in VERBS else contact.head
    to = next((child for child in verb.children if child.lower_ == "to" and child.i < verb.i), None)
    held = verb.i == contact.i or (contact.dep_ == "dobj" and word(verb) in contacts().carrying)
    if to is None or not held or verb.dep_ not in ("advcl", "xcomp") or word(verb.head) not in contacts().coming:
        return ()
    told = deed_status.status_of(verb.head)
    return (verb.head.i, to.i) if told is not None and told.status in ("happened", "ongoing", "planned") else ()


def _of_verb(contact: Token) -> Fate | None:
    """ "Is due in", "is expected in", "was to have met", "had been due to meet"."""
    if _is_denied(contact):
        return None
    known = contacts().awaited
    if word(contact) in ("be", "expect"):
        told = [token for token in (contact, *contact.children) if token.lower_ in known]
        off = _called_off_behind(contact) if told else None
        if off is not None:
            return Fate(OFF, DELAY, (off.i,))
        return Fate("planned", PLAN, (told[0].i,)) if told else None
    above = contact.head
    to = next((child for child in contact.children if child.lower_ == "to" and child.i < contact.i), None)
    if contact.dep_ != "xcomp" or to is None or _is_denied(above):
        return None
    if above.pos_ == "AUX" and above.lower_ in BE and to.i == above.i + 1:
        return Fate("planned", PLAN, (above.i, to.i))
    return Fate("planned", PLAN, (above.i,)) if above.lower_ in known else None


def _of_noun(contact: Token) -> Fate | None:
    """ "The meeting, pencilled in for Friday, had not been called off", "would not wait for his visit in August";
    "talks were supposed to start on Friday but were postponed"."""
    known = contacts()
    dropped = OFF in signs().get(contact.head.lower_, ()) and not _is_denied(contact.head)
    for clause in contact.children if not dropped else ():
        own = [child.lower_ for child in clause.children if child.dep_ in SUBJECTS]
        told = clause.dep_ == "acl" or (clause.dep_ == "relcl" and own and own[0] in ("which", "that"))
        if told and clause.lower_ in known.awaited and clause.tag_ == "VBN":
            return Fate("planned", PLAN, (clause.i,))
    verb = contact.head.head if contact.dep_ == "pobj" and contact.head.lower_ == "for" else contact.head
    if word(verb) in known.waiting and contact.dep_ in ("pobj", "dobj"):
        return Fate("planned", PLAN, (verb.i,))
    due = (verb, *(child for child in verb.children if child.dep_ == "acomp"))  # "were due to be held"
    awaited = next((each for each in due if each.lower_ in known.awaited), None)
    if contact.dep_ not in SUBJECTS or awaited is None or _is_denied(verb):
        return None
    off = _called_off_behind(verb)
    return Fate(OFF, DELAY, (off.i,)) if off is not None else Fate("planned", PLAN, (awaited.i,))


def _called_off_behind(verb: Token) -> Token | None:
    """ "Was expected in Berlin but cancelled the trip"."""
    for other in verb.children:
        if other.dep_ == "conj" and OFF in signs().get(other.lower_, ()) and not _is_denied(other):
            return other
    return None


def _delay(contact: Token) -> tuple[int, ...]:
    """ "Was put back to 10am", "put off the meeting"."""
    verb = contact.head
    if contact.dep_ not in ("nsubjpass", "dobj") or _is_denied(verb):
        return ()
    particles = [child.i for child in verb.children if child.lower_ in contacts().delaying.get(word(verb), ())]
    return (verb.i, particles[0]) if particles else ()


def _undated(contact: Token) -> tuple[int, ...]:
    """ "A meeting, which was agreed, has no date", "no date has been set for the talks"."""
    above = contact.head
    if contact.dep_ == "nsubj" and word(above) == "have":
        date = next((child for child in above.children if child.lower_ == "date" and child.dep_ == "dobj"), None)
    else:
        verb = above.head if contact.dep_ == "pobj" and above.lower_ in ("for", "of") else contact
        date = next((each for each in (verb, *verb.children) if each.lower_ == "date" and each.i != contact.i), None)
    if date is None:
        return ()
    no = next((child for child in date.children if child.lower_ == "no"), None)
    return (no.i, date.i) if no is not None else ()


def _is_denied(verb: Token) -> bool:
    return any(child.lower_ in deeds().forms.negative for child in verb.children)


def _is_plan(value: Any, words: Sequence[str]) -> bool:
    low = {each.lower() for each in words}
    known = contacts()
    waited = any(each.startswith(verb) for each in low for verb in known.waiting)
    told = not low.isdisjoint(known.awaited) or waited or low == {"no", "date"}
    return value == "planned" and (told or ("to" in low and bool(low & BE)))


def _is_delay(value: Any, words: Sequence[str]) -> bool:
    low = {each.lower() for each in words}
    particles = {each for all_ in contacts().delaying.values() for each in all_}
    return value == OFF and (bool(low & particles) or deed_status.derived(OFF, list(words)))


def _is_journey(value: Any, words: Sequence[str]) -> bool:
    low = {each.lower() for each in words}
    come = {form for verb in contacts().coming for form in forms(verb)}
    return value == "planned" and "to" in low and bool(low & come)


def _is_ahead(value: Any, words: Sequence[str]) -> bool:
    return value == "held" and any(each.lower() in ("took", "taken", "went", "gone") for each in words)


RULES: dict[str, Rule] = {PLAN: _is_plan, JOURNEY: _is_journey, DELAY: _is_delay, AHEAD: _is_ahead}
