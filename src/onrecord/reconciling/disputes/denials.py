"""Where somebody denies what another said of him, the two sayings next to one another; or two accuse each other."""

from collections.abc import Iterator, Sequence

from onrecord.model.entries import StatementEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.disputes.events import KIND

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
        about = f"{QUESTION.get(charge.act, SO)} {charge.says}"
        told = (*answered, denial)
        yield dispute(about, KIND, [*map(_voice, told)], [each.entry for each in told])


def _voice(told: Reconciled) -> Voice:
    """Who says it, in the words of the passage that tells it: those of a denial may only point back ("denied it")."""
    entry = told.entry
    assert isinstance(entry, StatementEntry)
    cites = evidence(told)
    return Voice(entry.speaker, " ".join(cites[0].cite.quote.split()), cites)
