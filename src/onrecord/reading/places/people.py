"""People whose names are also places: told by titles, given names and initials."""

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.reading.places.known import is_headline, known, starts_name
from onrecord.reading.report import Report
from onrecord.reading.told_once import texts_of
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.titles import titles

_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def is_person(doc: Doc, start: int) -> bool:
    """Whether a title, a given name or an initial stands before: "Mr Paris", "George Washington", "John F. Kennedy"."""
    if not start:
        return False
    before = doc[start - 1]
    if _INITIALS.fullmatch(before.text) or (
        before.text == "." and start > 1 and _INITIALS.fullmatch(doc[start - 2].text)
    ):
        return True
    return before.lower_.rstrip(".") in person_words() or (
        _is_given(before) and before.lower_ not in place_words().areas
    )


@lru_cache(maxsize=1)
def person_words() -> frozenset[str]:
    """The last words of offices, ranks, roles and forms of address: what stands right before a person's name."""
    lists = titles()
    named = (*lists.offices, *lists.ranks, *lists.address)
    return frozenset(title.split()[-1].rstrip(".") for title in named)


def surnames(report: Report) -> frozenset[str]:
    """The last words of what must be people's names: after a title, or after a capitalised word that names no place.

    "General Haftar", "Kim Philby"; such a word alone elsewhere in the report is that person.
    """
    found = set()
    for paragraph in report.paragraphs:
        doc = paragraph.doc
        if is_headline(doc):
            continue
        for i, text in enumerate(texts_of(doc)):
            if not text[0].isupper():
                continue
            token = doc[i]
            if i and token.pos_ == "PROPN" and not starts_name(doc, token.i):
                before = doc[token.i - 1]
                if before.lower_.rstrip(".") in person_words() or _is_given(before):
                    found.add(token.text)
    return frozenset(found)


def _is_given(token: Token) -> bool:
    """Whether a word looks like a given name: a proper noun that is no place, people, direction or kind of place."""
    words = place_words()
    return (
        token.text[0].isupper()
        and token.pos_ == "PROPN"
        and token.is_alpha
        and not token.is_upper
        and not known(token.text)
        and token.lower_ not in words.never | words.directions.keys() | words.kinds.keys() | words.within
        and not country_of_demonym(token.text)
    )
