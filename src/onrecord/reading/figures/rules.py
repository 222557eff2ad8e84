"""How the values of a figure follow from the words they cite; `onrecord check` applies these again."""

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from onrecord.reading.dates import reader as dates
from onrecord.reading.figures.amounts import read, scan
from onrecord.reading.figures.crossings import is_over_border
from onrecord.reading.figures.dates import SINCE
from onrecord.reading.rules import Rule, verbatim
from onrecord.vocabulary.figures import forms_of, kinds
from onrecord.vocabulary.measures import measures, plain, said_by


def _is_number(value: Any, words: Sequence[str]) -> bool:
    amount: bool = read(" ".join(words)) == value
    return amount


def _is_measure(value: Any, words: Sequence[str]) -> bool:
    if value == "share":
        return any(number.kind == "share" for number in scan(f"{' '.join(words)} of"))
    return said_by(str(value), words) or (value == "refugees" and is_over_border(words))


def _is_deed(value: Any, words: Sequence[str]) -> bool:
    held = {word for phrase in words for form in phrase.lower().split() for word in (*plain(form), form)}
    return any(
        deed.did == value and any(all(part in held for part in verb.split()) for verb in deed.verbs)
        for deed in measures().deeds
    )


def _is_of(table: str) -> Rule:
    def follows(value: Any, words: Sequence[str]) -> bool:
        known = getattr(measures(), table).get(value, ())
        held = [{*plain(form), form} for form in " ".join(words).lower().split()]
        return any(
            len(phrase.split()) == len(held)
            and all(part in forms for part, forms in zip(phrase.split(), held, strict=True))
            for phrase in known
        )

    return follows


def is_people(value: Any, words: Sequence[str]) -> bool:
    """The word of a measure of people stands for them: "12 dead", "40 lives"."""
    tolled = all(word.lower() in forms_of("tolled") for word in words)
    told = any(said_by(measure, words) for measure in kinds().states | kinds().leaving | kinds().harm)
    return value == PEOPLE and (tolled or told)


def _is_since(value: Any, words: Sequence[str]) -> bool:
    """A clause of "since" turns the date it holds into the start of what was counted."""
    if len(words) < 2 or words[0].lower() != "since" or getattr(value, "bound", None) != "since":
        return False
    return any(rule(structs.replace(value, bound="on"), words[1:]) for rule in dates.RULES.values())


PEOPLE = "people"
PEOPLE_COUNTED = "people counted"
RULES: dict[str, Rule] = {
    SINCE: _is_since,
    "number": _is_number,
    "measure word": _is_measure,
    "verbatim": verbatim,
    PEOPLE_COUNTED: is_people,
    "deed word": _is_deed,
    "status word": _is_of("status"),
    "groups word": _is_of("groups"),
}
