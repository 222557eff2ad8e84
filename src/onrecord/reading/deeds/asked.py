"""What somebody was asked about and said was not so: "Asked if troops had withdrawn, he said this was false"."""

from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.deeds.clause import mark_of, says
from onrecord.reading.deeds.grammar import own_subjects
from onrecord.vocabulary import deeds

ASKED = frozenset({"asked", "questioned", "pressed"})
WHETHER = frozenset({"if", "whether"})
LONGEST = 12  # words of an answer in which it denies


class Answer(NamedTuple):
    """Who answers, and the tokens by which he denies it."""

    source: Token
    denial: tuple[int, ...]


def denial_of(deed: Token) -> Answer | None:
    """The answer that denies the deed; None where nobody was asked about it, or said anything else."""
    asked = deed.head
    if deed.dep_ not in ("ccomp", "advcl") or asked.lower_ not in ASKED or mark_of(deed) not in WHETHER:
        return None
    answer = asked.head
    if asked.dep_ != "advcl" or asked.i > answer.i or not (says(answer) or answer.lower_ in deeds.deeds().denials):
        return None
    sources = own_subjects(answer)
    first = max(answer.i, deed.right_edge.i)
    denial = _denial(answer, first)
    return Answer(sources[0], denial) if sources and denial else None


def _denial(answer: Token, first: int) -> tuple[int, ...]:
    """The first words behind those asked that deny: "out of the question", "not true"."""
    doc = answer.doc
    for start in range(first, min(answer.sent.end, answer.i + LONGEST)):
        for phrase in deeds.deeds().denials:
            words = phrase.split()
            if [token.lower_ for token in doc[start : start + len(words)]] == words:
                return tuple(range(start, start + len(words)))
    return ()
