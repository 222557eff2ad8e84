"""Whether a deed is history that a report tells as background to its news."""

from spacy.tokens import Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.vocabulary import deeds

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "conj"})
LONGEST_WAY = 10
YEARS = range(1000, 2100)


def is_background(deed: Token) -> bool:
    """Whether the words of the deed's clause put it far back: "in the 1990s", "years ago", "had … in 2013".

    The report's own date is not known here: a year alone makes nothing background but in the pluperfect, before the
    deed as its name ("the 2003 invasion") or with words of distance. A deed of a past year in the plain past is told
    apart once the report is dated (`onrecord.model.dates.far_back`).
    """
    clause = _clause(deed)
    words = [word for word in clause.subtree if _clause(word).i == clause.i]
    lowered = [word.lower_ for word in words]
    whole = [word.lower_ for word in words if not _is_part(word)]
    if any(word in deeds.deeds().background.distance or _is_decade(word) for word in whole):
        return True
    text = " ".join((*lowered, "."))
    if any(phrase in text for phrase in deeds.deeds().background.phrases):
        return True
    if any(_is_year(child) and child.dep_ in ("nummod", "compound", "amod", "nmod") for child in deed.children):
        return True
    years = any(_is_year(word) for word in words)
    return years and _is_pluperfect(clause)


def _is_part(word: Token) -> bool:
    """Whether the word ends an adjective of time: "his four-decade rule"."""
    return word.i > 0 and word.nbor(-1).text in HYPHENS


def _clause(token: Token) -> Token:
    """The verb of the token's clause, or the last word up to it."""
    for _ in range(LONGEST_WAY):
        if token.head.i == token.i or (token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES):
            break
        token = token.head
    return token


def _is_year(word: Token) -> bool:
    return len(word.text) == 4 and word.text.isascii() and word.text.isdigit() and int(word.text) in YEARS


def _is_decade(word: str) -> bool:
    return len(word) == 5 and word[4] == "s" and word[:4].isascii() and word[:4].isdigit() and int(word[:4]) in YEARS


def _is_pluperfect(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)
