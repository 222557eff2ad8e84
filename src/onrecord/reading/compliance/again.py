"""Claims that speak of an accord as "it", in the sentence that names it.

"The RSF was keeping the truce and the army broke it", "had signed the ceasefire but the FDLR had violated it".
"""

from collections.abc import Iterator

from onrecord.reading.agreements.words import Words
from onrecord.reading.compliance.claims import Claim, of_verb, verb_of
from onrecord.vocabulary import accords, compliance


def claims(accord: Words) -> Iterator[Claim]:
    """The claims behind an accord's words that are made of "it", up to the next accord of the sentence."""
    for token in accord.token.doc[accord.end : accord.token.sent.end]:
        if token.lower_ in accords.sure() or token.lower_ in accords.unsure():
            return
        verb = verb_of(token) if token.lower_ == "it" else None
        if verb is None or verb[0].lower_ not in compliance.words("of_it"):
            continue
        claim = of_verb(*verb)
        if claim is not None and claim.heads:
            yield claim._replace(apart=True)
