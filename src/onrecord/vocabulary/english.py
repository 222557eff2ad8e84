"""Which words are English: for texts that are too short for their letters to tell."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import plain
from onrecord.vocabulary.reporting import verbs
from onrecord.vocabulary.unnamed import nouns


class English(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of english.toml, in lower case."""

    function: frozenset[str]
    news: frozenset[str]


@cache
def english() -> English:
    return load("english", English)


def is_english(word: str) -> bool:
    """Whether a word in lower case is one of the English words of the vocabulary."""
    return bool(
        word in english().function or word in english().news or plain(word) or word in verbs() or word in nouns()
    )
