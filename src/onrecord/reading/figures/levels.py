"""Whether a number of people is told of the day on which they are so, rather than of what befell them in a time."""

from spacy.tokens import Doc, Token

from onrecord.reading.figures.clause import HAVE, auxiliaries
from onrecord.reading.figures.frames import Told
from onrecord.vocabulary.figures import kinds

REMAIN = frozenset({"is", "are", "remain", "remains"})
PAST = frozenset({"was", "were", "remained"})


def is_held(doc: Doc, told: Told, verb: Token | None, summed: bool) -> bool:
    """Whether it is told of those who are missing or held by now, or were as of a day (`summed`): "17 journalists are
    missing", "as of Monday 300 were missing". `verb` is the nearest verb of the clause."""
    if told.measure not in kinds().held:
        return False
    now = REMAIN | PAST if summed else REMAIN
    word = doc[told.words[0]]  # "400 people missing"
    over = next((above for above in word.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return any(
        _is_now(each, now)
        for each in (verb, over if word.dep_ in ("acl", "amod", "acomp") else None)
        if each is not None
    )


def _is_now(verb: Token, now: frozenset[str]) -> bool:
    helping = auxiliaries(verb)
    return helping.isdisjoint(HAVE) and (verb.lower_ in now or not helping.isdisjoint(now))
