"""What people ruled of entries that no observation makes: reports, copies, and disputes over other entries.

A report is known by itself, a copy by the words that two reports share, a dispute by the tellings of what is at odds in
it and by who stands on its sides. What comes to one of these later was not ruled on.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from onrecord.model.entries import AnyEntry, CopyEntry, DisputeEntry
from onrecord.model.rulings import (
    CHANGED,
    CONFIRM,
    CONFIRMED,
    COPY,
    DISPUTE,
    DOCUMENT,
    EDIT,
    EDITED,
    REJECT,
    REJECTED,
    Attached,
    at_odds,
    state_of,
)
from onrecord.reconciling.blocks import Reconciled


def reports_and_copies(made: Iterable[Reconciled], rulings: Sequence[Attached]) -> list[Reconciled]:
    """The entries of a block of reports or copies, as people ruled on them."""
    return [_judged(each, [ruling for ruling in rulings if _is_on(ruling, each)]) for each in made]


def disputes(made: Iterable[Reconciled], rulings: Iterable[Attached]) -> list[Reconciled]:
    """The entries of a block, the disputes among them as people ruled on them."""
    given, own = list(made), [each for each in rulings if each.kind == DISPUTE]
    if not own:
        return given
    tellings = {each.entry.id: set(each.members) for each in given}
    return [_dispute(each, own, tellings) for each in given]


def is_on_copy(ruling: Attached, documents: Iterable[str], entry: AnyEntry) -> bool:
    """Whether the ruling is on the copy: all that this cites are words of its anchors. `documents` are those of the
    cites."""
    if not isinstance(entry, CopyEntry) or ruling.value is not is_whole(entry):
        return False
    at = [(each.document, each.start, each.end) for each in ruling.words]
    return all(
        any(document == where and start < cite.end and cite.start < end for where, start, end in at)
        for document, cite in zip(documents, entry.cites, strict=True)
    )


def is_whole(entry: CopyEntry) -> bool:
    """Whether the report is a copy as a whole."""
    return entry.share is not None


def _is_on(ruling: Attached, made: Reconciled) -> bool:
    entry = made.entry
    if ruling.kind == DOCUMENT:
        return entry.id in ruling.held
    return ruling.kind == COPY and is_on_copy(ruling, made.cited, entry)


def _judged(made: Reconciled, rulings: Sequence[Attached]) -> Reconciled:
    """The entry under the last that was ruled of it; rejected, whatever was set after."""
    verdicts = [each for each in rulings if each.what in (CONFIRM, REJECT)]
    if verdicts and verdicts[-1].what == REJECT:
        return _reviewed(made, REJECTED)
    last = next((each for each in reversed(rulings) if each.what in (CONFIRM, EDIT)), None)
    if last is None:
        return made
    return _reviewed(made, EDITED if last.what == EDIT else _confirmed(made.entry, last))


def _dispute(made: Reconciled, rulings: Iterable[Attached], tellings: Mapping[str, set[str]]) -> Reconciled:
    entry = made.entry
    if not isinstance(entry, DisputeEntry):
        return made
    over = [tellings.get(id_, {id_}) for id_ in entry.over_ids]  # what stands elsewhere goes by one of its tellings
    own = [each for each in rulings if is_over(each, entry, over, whole=False)]
    if not own:
        return made
    whole = is_over(own[-1], entry, over, whole=True)
    if own[-1].what == REJECT:
        return _reviewed(made, REJECTED) if whole else made
    return _reviewed(made, _confirmed(entry, own[-1]) if whole else CHANGED)


def is_over(ruling: Attached, entry: DisputeEntry, over: Sequence[set[str]], *, whole: bool) -> bool:
    """Whether the ruling is on the dispute over entries of these tellings; `whole`: on all that differs in it now."""
    known = at_odds(ruling.value)
    if known is None or known.type != entry.type:
        return False
    touched = [not each.isdisjoint(ruling.held) for each in over]
    if not whole:
        return sum(touched) >= min(2, len(over)) and bool(over)
    return all(touched) and {frozenset(side.by) for side in entry.sides} <= {frozenset(by) for by in known.sides}


def _confirmed(entry: AnyEntry, ruling: Attached) -> str:
    return CONFIRMED if state_of(entry) == ruling.state else CHANGED


def _reviewed(made: Reconciled, review: str) -> Reconciled:
    return made._replace(entry=structs.replace(made.entry, review=review))
