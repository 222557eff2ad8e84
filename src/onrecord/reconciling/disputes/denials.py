"""Where somebody denies what another said of him, or tells the reverse, the two sayings next to one another; or two
accuse each other."""

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.entries import StatementEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.disputes.events import KIND
from onrecord.vocabulary.reporting import reporting

PLAIN = frozenset({"assert", "inform"})
NEGATED = frozenset({"no", "not", "never", "nobody", "none", "nothing"})
VAGUE = frozenset({"to", "it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "those", "this", "that"})
WORD = re.compile(r"[^\W\d_]+")
MUTUAL = "rival accounts"
SO = "whether it is so:"
QUESTION = {"accuse": "accused:"}  # "accused: Rwanda of backing the rebels"; what is denied as a whole is so or not


def disputes(denial: Reconciled, answered: Sequence[Reconciled]) -> Iterator[Reconciled]:
    """The dispute between a denial and the sayings that it denies, if any, or of those who accuse each other."""
    saying = denial.entry
    assert isinstance(saying, StatementEntry)
    if answered and set(saying.speaker_ids) == set(saying.target_ids):
        quote = _voice(denial)
        voices = [quote._replace(by=(name,)) for name in saying.speaker]
        yield dispute(f"{QUESTION['accuse']} {saying.says}", MUTUAL, voices, [saying])
    elif answered:
        charge = answered[0].entry
        assert isinstance(charge, StatementEntry)
        plain = {charge.act, saying.act} <= PLAIN and not _denies(saying.says)
        told = (*answered, denial)
        about = f"{QUESTION.get(charge.act, SO)} {_called(answered[0])}"
        yield dispute(about, MUTUAL if plain else KIND, _once(map(_voice, told)), [each.entry for each in told])


def _once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """What each says, once, with all the cites that hold it."""
    told: dict[tuple[tuple[str, ...], str], Voice] = {}
    for voice in voices:
        known = told.get((voice.by, voice.says))
        told[voice.by, voice.says] = voice._replace(cites=(*known.cites, *voice.cites)) if known else voice
    return tuple(told.values())


def _denies(says: str) -> bool:
    """Whether words say that something is not so, or untrue."""
    words = {word.casefold() for word in WORD.findall(says)}
    return "n’t" in says or "n't" in says or not words.isdisjoint(NEGATED.union(reporting().groups["untrue"]))


def _called(charge: Reconciled) -> str:
    """What is said; with who says it where that alone leaves open of whom ("to have taken it", "it hit a post")."""
    assert isinstance(charge.entry, StatementEntry)
    says = charge.entry.says
    return _voice(charge).says if says.partition(" ")[0].casefold() in VAGUE else says


def _voice(told: Reconciled) -> Voice:
    """Who says it, in the words of the passage that tells it: those of a denial may only point back ("denied it")."""
    entry = told.entry
    assert isinstance(entry, StatementEntry)
    cites = evidence(told)
    return Voice(entry.speaker, " ".join(cites[0].cite.quote.split()), cites)
