"""Words by which reports tell that sides are in touch; the head of the file `contacts` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Triggers, of_nouns, of_verbs

Words = frozenset[str]


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one form of contact."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    means: tuple[str, ...] = ()


class Signs(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a contact proposed or planned."""

    verbs: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()


class Contacts(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `contacts`."""

    talking: tuple[str, ...]
    kept: Words
    call: Words
    no_kind: Words
    no_call: Words
    no_way: Words
    unmet: Words
    telling: Words
    rounds: Words
    carrying: Words
    moving: Words
    hosting: Words
    receiving: Words
    staging: Words
    coming: Words
    occasions: Words
    addressing: tuple[str, ...]
    private: Words
    gathering: Words
    margins: Words
    alone: Words
    hours: Words
    excepting: Words
    begun: Words
    by_means: Words
    together: Words
    purposes: Words
    factions: Words
    shared: Words
    attended: Words
    attending: Words
    apart: Words
    again: Words
    former: Words
    ordinals: Words
    repeated: Words
    following: Words
    earlier: Words
    neutral: Words
    involving: Words
    delegation: Words
    officials: Words
    seated: Words
    parted: Words
    held_by_others: Words
    standing_for: Words
    three: Words
    topics: Words
    readouts: Words
    versions: Words
    giving: Words
    papers: Words
    offices: Words
    both: Words
    leading: Words
    opposing: Words
    of_states: Words
    of_groups: Words
    attending_to: Words
    travelling: Words
    jointly: Words
    exchanging: Words
    covering: Words
    own_part: tuple[str, ...]
    placeless: Words
    awaited: Words
    waiting: Words
    ahead: Words
    delaying: dict[str, Words]
    unsettled: Words
    refusing: Words
    agenda: Words
    past_plans: Words
    agreeing: Signs
    proposed: Signs
    forms: dict[str, Form]


@cache
def contacts() -> Contacts:
    """The contact vocabulary, loaded once."""
    return load("contacts", Contacts)


@cache
def verbs() -> Triggers[str]:
    """The verbs that tell a contact, with its form; verbs of talking tell talks, or the form of their means."""
    talking = contacts().talking
    told = [(phrase, form) for form, words in contacts().forms.items() for phrase in words.verbs]
    means = [(f"{verb} {mean}", form) for form, words in contacts().forms.items() for mean in words.means
             for verb in (*talking, *contacts().kept, *contacts().addressing)]  # fmt: skip
    return of_verbs((*told, *means, *((verb, "talks") for verb in (*talking, *contacts().kept))))


@cache
def nouns() -> Triggers[str]:
    """The nouns that tell a contact, with its form."""
    return of_nouns((phrase, form) for form, words in contacts().forms.items() for phrase in words.nouns)


@cache
def inflected(name: str) -> frozenset[str]:
    """All forms of the verbs, with the adjectives and auxiliaries, of one of the tables of signs."""
    signs: Signs = getattr(contacts(), name)
    return frozenset(form for verb in signs.verbs for form in forms(verb)) | {*signs.adjectives, *signs.auxiliaries}
