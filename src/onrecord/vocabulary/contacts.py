"""Words by which reports tell that sides are in touch; the head of the file `contacts` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Triggers, of_nouns, of_verbs


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one form of contact."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Proposed(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a contact proposed."""

    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]


class Contacts(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `contacts`."""

    unsure: tuple[str, ...]
    coming: tuple[str, ...]
    purposes: tuple[str, ...]
    readouts: tuple[str, ...]
    involving: tuple[str, ...]
    occasions: tuple[str, ...]
    private: tuple[str, ...]
    proposed: Proposed
    failed: Form
    forms: dict[str, Form]


@cache
def contacts() -> Contacts:
    """The contact vocabulary, loaded once."""
    return load("contacts", Contacts)


@cache
def verbs() -> Triggers[str]:
    """The verbs that tell a contact, with its form."""
    return of_verbs((phrase, form) for form, words in contacts().forms.items() for phrase in words.verbs)


@cache
def nouns() -> Triggers[str]:
    """The nouns that tell a contact, with its form."""
    return of_nouns((phrase, form) for form, words in contacts().forms.items() for phrase in words.nouns)


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the words of one of the lists, or of the verbs or adjectives of one of the tables."""
    held = getattr(contacts(), name)
    listed = held if isinstance(held, tuple) else (*getattr(held, "verbs", ()), *getattr(held, "adjectives", ()))
    return frozenset(form for word in listed for form in forms(word.split()[0]))
