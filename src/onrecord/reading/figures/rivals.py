"""Numbers that somebody sets beside another's, whose measure the other tells: "the army said 12 people were killed, but
residents put the figure at 30", "... while the rebels claimed 40"."""

from spacy.tokens import Doc, Token

from onrecord.reading.figures.clause import says
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import Told, state_of
from onrecord.vocabulary.figures import forms_of, kinds, words


def by_rival(doc: Doc, number: Counted, before: Told | None) -> Told | None:
    """The measure of a number alone that a verb of its own subject puts forward; `before` is that of the number before.

    "Put the dead at 12" tells its measure itself."""
    bearer = doc[number.bearer]
    if number.noun is not None or number.share or number.single:
        return None
    verb, total = _put(bearer)
    measure = state_of(total.lower_) if total is not None else None
    if total is not None and measure is not None:
        return Told(measure, (total.i,), verb.i)
    claimed = total is not None or (bearer.dep_ == "dobj" and says(verb))
    if before is None or before.measure not in kinds().harm or not claimed or not _speaks(verb):
        return None
    after = all(at < verb.i for at in (*before.words, before.clause))
    return Told(before.measure, before.words, verb.i) if after else None


def _put(bearer: Token) -> tuple[Token, Token | None]:
    """The verb that puts something at the number, and what: "put the figure at 30"; else the verb above."""
    at = bearer.head
    verb = next((above for above in at.ancestors if above.lower_ in forms_of("putting")), None)
    if bearer.dep_ != "pobj" or at.lower_ != "at" or verb is None or at.i - 1 <= verb.i:
        return at, None
    total = at.nbor(-1)
    known = total.lower_ in words().totals | words().rivalled
    return verb, total if known or state_of(total.lower_) is not None else None


def _speaks(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
