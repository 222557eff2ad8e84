"""Where the words put a place: "the village of X in northern Mali", "the Congolese town of X", "X district of Kyiv".

What is found is the passage that names the country or the place, never a choice of one.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.places.known import known, shown
from onrecord.reading.report import At
from onrecord.reading.told_once import text_at
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.place_words import PlaceWords, place_words

LONGEST = 5
STEPS = 3
HYPHENS = frozenset("-–‐‑")
MARKS = frozenset("&'’")
OWNS = frozenset(("'s", "’s", "'", "’"))
LOOSE = frozenset(("ADJ", "NOUN", "ADV", "VERB"))


class Bound(NamedTuple):
    """The passage `at` puts a place into the country `iso2`, or else into a place of the name `over`."""

    at: At
    iso2: str | None
    over: str | None


def where(doc: Doc, paragraph: int, start: int, end: int) -> Bound | None:
    """What the words before or after the tokens that call a place a town or district put it into."""
    return _before(doc, paragraph, start) or _after(doc, paragraph, end)


def _before(doc: Doc, paragraph: int, start: int) -> Bound | None:
    """A people or an owner: "the eastern Congolese town", "Sudan's besieged town"."""
    words = place_words()
    i = start - 1
    for _ in range(STEPS + 1):
        if i < 0:
            return None
        if country := country_of_demonym(doc[i].text):
            return Bound(At(paragraph, i, i + 1), country.iso2, None)
        if i and doc[i].text in OWNS:
            return _owner(doc, paragraph, i)
        if doc[i].pos_ not in LOOSE and doc[i].lower_ not in words.directions:
            return None
        i -= 1
    return None


def _owner(doc: Doc, paragraph: int, mark: int) -> Bound | None:
    for first in range(max(0, mark - STEPS), mark):
        name = name_of(doc, first, mark)
        country = country_named(name) if is_capital(doc[first]) else None
        if country:
            return Bound(At(paragraph, first, mark), country.iso2, None)
    return None


def _after(doc: Doc, paragraph: int, end: int) -> Bound | None:
    """A country, province or town: "in northern Burkina Faso", "of southern Khartoum", ", Mali"."""
    words = place_words()
    if end + 1 >= len(doc) or doc[end].lower_ not in ("in", "of", ","):
        return None
    comma = doc[end].text == ","
    i = end + 1
    for _ in range(0 if comma else STEPS):
        if i < len(doc) and not is_capital(doc[i]) and _leads(doc, i, words):
            i += 1
    if i < len(doc) and doc[i].lower_ in words.directions and not known(name_of(doc, i, min(i + 2, len(doc)))):
        i += 1
    if i >= len(doc) or not is_capital(doc[i]) or doc[i].lower_ in words.calendar:
        return None
    return _named(doc, paragraph, i, comma, words)


def _leads(doc: Doc, i: int, words: PlaceWords) -> bool:
    token = doc[i]
    return token.lower_ in ("the", "-") or token.lower_ in words.directions or token.pos_ in ("ADJ", "DET")


def _named(doc: Doc, paragraph: int, start: int, comma: bool, words: PlaceWords) -> Bound | None:
    """The country or place whose name starts there; after a comma only what ends there again."""
    for end in ends_from(doc, start, words):
        text = name_of(doc, start, end)
        if comma and end < len(doc) and not doc[end].is_punct:
            continue
        at = At(paragraph, start, end)
        if country := country_named(text):
            return Bound(at, country.iso2, None)
        if not comma and known(text).entries:
            return Bound(at, None, text)
    return None


def name_of(doc: Doc, start: int, end: int) -> str:
    """The name that the tokens show."""
    return shown(text_at(doc, start, end))


def is_capital(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    return token.text[0].isupper()


def ends_from(doc: Doc, start: int, words: PlaceWords) -> list[int]:
    """Where a name that starts there may end, the longest first."""
    ends: list[int] = []
    i, count = start, 0
    while i < len(doc) and count < LONGEST and i < start + 2 * LONGEST:
        token = doc[i]
        if token.text[0].isupper():
            count += 1
            if i == start or not (token.is_upper and token.lower_ in words.joiners):
                ends.append(i + 1)
        elif not (
            token.lower_ in words.joiners or token.text in MARKS or (token.text in HYPHENS and not token.whitespace_)
        ):
            break
        i += 1
    return ends[::-1]
