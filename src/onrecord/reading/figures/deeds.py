"""What was done to equipment, troops and posts: the verb that has them as its object, or its subject."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from onrecord.reading.deeds.grammar import reads_as_passive
from onrecord.reading.figures.clause import Clause
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.relations import SUBJECTS
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.measures import forms, measures

MOST_JOINED = 3  # "with 12 drones, 5 missiles and 40 shells"
TO_PARTICLE = 8  # tokens from a verb to the word that completes it


def deed_of(doc: Doc, number: Counted, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """What was done to the counted things, with the tokens of the verb."""
    subject = doc[number.bearer].dep_ == "nsubj"
    hurled = _hurled(doc, number)
    if hurled is not None:
        return hurled
    for at in (*_own_clause(doc, clause), *_participles(doc, number)):
        if at == number.bearer and doc[at].pos_ not in ("VERB", "AUX"):
            continue
        for did, particle, of_subject in _deeds().get(doc[at].lower_, ()):
            own = subject and doc[at].i == doc[number.bearer].head.i
            if of_subject != own and not (own and reads_as_passive(doc[at])):  # "three tanks destroyed"
                continue
            if not _is_done_to(doc, at, clause):
                continue
            if not particle:
                return did, (at,)
            after = doc[at + 1 : at + TO_PARTICLE]
            held = next((token.i for token in after if token.lower_ == particle and token.head.i == at), None)
            if held is not None:
                return did, (at, held)
    return None


def _hurled(doc: Doc, number: Counted) -> tuple[str, tuple[int, ...]] | None:
    """What was done with them: "attacked the port with 12 drones", "its largest raid, with 40 missiles"."""
    bearer = doc[number.bearer]
    for _ in range(MOST_JOINED):
        bearer = bearer.head if bearer.dep_ == "conj" else bearer
    if bearer.dep_ != "pobj" or bearer.head.lower_ != "with":
        return None
    deed = bearer.head.head
    things = [deed, *(child for child in deed.children if child.dep_ == "dobj" and child.i < number.start)]
    for word in things:
        for entry in measures().deeds:
            if entry.means and any(word.lower_ in forms(verb) for verb in entry.verbs):
                return entry.did, (word.i,)
    return None


def _own_clause(doc: Doc, clause: Clause) -> Iterator[int]:
    """The path up to a verb that has its own subject beside another's: "They set up posts and we counted 4 guns"."""
    for at in clause.path:
        yield at
        beside = doc[at - 1] if at else None
        taken = (
            beside is not None and beside.dep_ == "conj" and beside.pos_ in ("NOUN", "PROPN")
        )  # for an object before
        if doc[at].dep_ == "conj" and (taken or any(child.dep_ in SUBJECTS for child in doc[at].children)):
            return


def _is_done_to(doc: Doc, verb: int, clause: Clause) -> bool:
    """Whether the counted things are no complement of a preposition below the verb: "lost contact with a drone"."""
    below = clause.path[: clause.path.index(verb)] if verb in clause.path else ()
    if any(doc[at].dep_ == "agent" for at in below):  # "the house was hit by three missiles"
        return False
    return not any(doc[at].dep_ == "prep" and doc[at].lower_ != "of" for at in below)


def _participles(doc: Doc, number: Counted) -> Iterator[int]:
    noun = number.noun if number.noun is not None else number.bearer
    lead = [token.lower_ for token in doc[max(0, number.start - 2) : number.start]]
    if len(lead) == 2 and lead[1] == "of" and lead[0] in forms_of("records"):  # "the figure of 4,000 troops given by"
        return iter(())
    return (child.i for child in doc[noun].children if child.dep_ in ("acl", "relcl"))


@cache
def _deeds() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Deeds by form of their verb: what was done, the verb's particle, whether the subject is what is counted."""
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for deed in measures().deeds:
        for phrase in deed.verbs if not deed.means else ():
            verb, _, particle = phrase.partition(" ")
            for form in forms(verb):
                table.setdefault(form, []).append((deed.did, particle, deed.subject))
    return {form: tuple(sorted(entries, key=lambda entry: not entry[1])) for form, entries in table.items()}
