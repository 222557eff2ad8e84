"""Which figures of a sentence are an event's own: each belongs to the deed that is nearest to it in the parse."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.reading.found import FigureMention, Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.figures import kinds

FAR = 12
DOWN = 3  # times the cost of a step up


def figures_of(paragraph: Paragraph, found: Found, deeds: Sequence[Token]) -> dict[int, list[FigureMention]]:
    """The figures of a sentence by the number, in `deeds`, of the deed whose toll they are."""
    if not deeds:
        return {}
    sentence = deeds[0].sent
    own: dict[int, list[FigureMention]] = {}
    for figure in found.figures.within(At(paragraph.index, sentence.start, sentence.end)):
        if figure.finding.measure.value not in kinds().harm | kinds().happenings | kinds().equipment | kinds().leaving:
            continue
        number = paragraph.doc[figure.at.start]
        ways = [(_way(number, deed), at) for at, deed in enumerate(deeds)]
        away, nearest = min(ways)
        if away < FAR:
            own.setdefault(nearest, []).append(figure)
    return own


def _way(number: Token, deed: Token) -> int:
    """Steps between a number and a deed in the parse. A number belongs rather to the deed whose argument it is than to
    one that a clause about it tells: "launched five missiles, of which two were shot down"."""
    up = {token.i: steps for steps, token in enumerate((number, *number.ancestors))}
    for steps, token in enumerate((deed, *deed.ancestors)):
        if token.i in up:
            return up[token.i] + steps * DOWN
    return FAR
