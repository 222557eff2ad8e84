"""Which words tell which measure: the frames of the vocabulary by the word that leads to them."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.reading.figures.counted import phrase_at
from onrecord.vocabulary.figures import kinds
from onrecord.vocabulary.measures import Frame, by_head, forms, measures


class Told(NamedTuple):
    """A measure and the tokens that tell it; `clause` is the token that the telling hangs on."""

    measure: str
    words: tuple[int, ...]
    clause: int


def is_level(doc: Doc, told: Told) -> bool:
    """Whether the number stands on a day rather than happens; who "crossed" or "fled" came in a time."""
    moved = told.measure == "refugees" and doc[told.words[0]].pos_ == "VERB"
    return told.measure in kinds().levels and not moved


@cache
def relational(population: bool) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The frames told by a relation, by role and form of the word that tells them: a verb, or a noun before "of"."""
    table: dict[tuple[str, str], dict[Frame, None]] = {}
    for frame in measures().frames:
        if frame.role in ("object", "subject", "of") and (frame.measure == "population") == population:
            for phrase in frame.nouns if frame.role == "of" else frame.verbs:
                word = phrase.split()[-1 if frame.role == "of" else 0]
                for form in forms(word):
                    table.setdefault((frame.role, form), {})[frame] = None
    return {key: tuple(frames) for key, frames in table.items()}


@cache
def _states() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases that may follow a number and tell its state, with their measure, by first word."""
    table: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for frame in measures().frames:
        if frame.role == "state":
            for phrase in frame.nouns:
                words = tuple(phrase.split())
                table.setdefault(words[0], {})[(words, frame.measure)] = None
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def participle(form: str) -> Frame | None:
    """The frame that a lone participle tells ("20 wounded"); only of what happens to people."""
    return next(
        (
            frame
            for frame in relational(False).get(("object", form), ())
            if frame.measure in kinds().states
            and not frame.nouns
            and any(form in forms(v) for v in frame.verbs if " " not in v)
        ),
        None,
    )


def state_at(doc: Doc, at: int) -> tuple[str, tuple[int, ...]] | None:
    """The measure of the phrase for a state that starts at a token, and its tokens."""
    for phrase, measure in _states().get(doc[at].lower_, ()):
        if [token.lower_ for token in doc[at : at + len(phrase)]] == list(phrase):
            return measure, tuple(range(at, at + len(phrase)))
    return None


def state_of(form: str) -> str | None:
    """The measure that a lone participle or adjective tells."""
    states = _states().get(form, ())
    frame = participle(form)
    return frame.measure if frame else next((told for words, told in states if len(words) == 1), None)


def harm_of(doc: Doc, at: int) -> str | None:
    """The harm that a noun names by itself: "deaths", "injuries"."""
    frames = (frame for frame, table in noun_frames() if not frame.verbs and phrase_at(doc, at, table))
    return next((frame.measure for frame in frames if frame.measure in kinds().harm), None)


@cache
def noun_frames() -> tuple[tuple[Frame, dict[str, tuple[tuple[str, ...], ...]]], ...]:
    return tuple((frame, by_head(frame.nouns)) for frame in measures().frames if frame.role == "noun")
