"""Words that tell what a report is about; the head of the file `subjects` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms

SURE = "sure"
ALSO = "also"


class Conflict(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that weigh against every other subject."""

    sure: tuple[str, ...]
    also: tuple[str, ...]


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that mark a kind of writing."""

    opinion: tuple[str, ...]
    comment: tuple[str, ...]
    obituary: tuple[str, ...]


class Subjects(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `subjects`."""

    fiction: frozenset[str]
    subjects: dict[str, tuple[str, ...]]
    conflict: Conflict
    marks: Marks


@cache
def subjects() -> Subjects:
    """The subjects, loaded once."""
    return load("subjects", Subjects)


@cache
def words() -> dict[str, frozenset[tuple[str, str]]]:
    """For each word form, the subjects it belongs to, each with the plain word; phrases by their words with a space.
    The words of conflicts are under SURE and ALSO."""
    table: dict[str, set[tuple[str, str]]] = {}
    conflict = subjects().conflict
    for subject, listed in {**subjects().subjects, SURE: conflict.sure, ALSO: conflict.also}.items():
        for phrase in listed:
            *before, last = phrase.split()
            for form in forms(last):
                table.setdefault(" ".join((*before, form)), set()).add((subject, phrase))
    return {form: frozenset(found) for form, found in table.items()}
