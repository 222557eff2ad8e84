"""What pages of news carry beside the report: media and their names, and the lines of a page's frame."""

import re
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

SPACE = re.compile(r"\s+")
MARKS = " \t.,:;!|•·*-–—_=>»«<#()[]"


class Medium(Struct, frozen=True, forbid_unknown_fields=True):
    """A medium: its name, the forms in which pages write it, and whether it supplies other media with reports."""

    name: str
    forms: tuple[str, ...]
    agency: bool = False


class Furniture(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary of page frames; see the comment at the head of `furniture.toml`."""

    media: tuple[Medium, ...]
    boxes: frozenset[str]
    closers: tuple[str, ...]
    own_voice: frozenset[str]
    slugs: tuple[str, ...]
    photo: frozenset[str]
    picture_agencies: tuple[str, ...]
    date_words: frozenset[str]
    days_and_months: frozenset[str]
    roles: frozenset[str]
    credits: frozenset[str]
    columns: dict[str, tuple[str, ...]]
    lines: dict[str, frozenset[str]]
    starts: dict[str, tuple[str, ...]]


@cache
def furniture() -> Furniture:
    """The vocabulary, loaded once."""
    return load("furniture", Furniture)


@cache
def whole_lines() -> dict[str, str]:
    """Each line that is cut whole, folded, and the reason."""
    return {line: why for why, lines in furniture().lines.items() for line in lines}


@cache
def beginnings() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of the first words of lines that are cut whole, and the reason for each of them, folded."""
    reasons = {start: why for why, starts in furniture().starts.items() for start in starts}
    longest_first = sorted(reasons, key=len, reverse=True)
    return re.compile("|".join(re.escape(start) for start in longest_first)), reasons


@cache
def _media() -> dict[str, Medium]:
    return {folded(form): medium for medium in furniture().media for form in medium.forms}


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(form for medium in furniture().media for form in medium.forms if form.isupper())


def medium(words: str) -> Medium | None:
    """The medium that the words name, None where they name none. Acronyms must stand in capitals."""
    found = _media().get(folded(words))
    if found is None or words.isupper() or folded(words).upper() not in _acronyms():
        return found
    return found if folded(words) in {form.casefold() for form in found.forms if not form.isupper()} else None


@cache
def media_pattern() -> str:
    """A regular expression of all forms of all media, longest first, each in its own case."""
    forms = {form for medium in furniture().media for form in medium.forms}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


def folded(line: str) -> str:
    """The line in small letters, with plain apostrophes and single spaces, without marks at its ends."""
    return SPACE.sub(" ", line.replace("’", "'").replace(" '", "'")).strip(MARKS).casefold()
