"""How a place passes to a side: "Mosul fell to the militants", "drove them out of Mosul"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.control.frames import BY, DRIVEN, FALLS, FROM, OF, TO, Heads, Reading
from onrecord.reading.control.grounds import Ground, around, grounds_at
from onrecord.reading.control.standing import swayers
from onrecord.reading.deeds.grammar import behind, is_passive, word
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control, forms_of

INTO = frozenset({"in", "into", "inside", "within"})


def fallen(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "Mosul fell to the militants", "fell into the hands of", "posts fell into areas controlled by"."""
    lost = token.lower_ in forms_of("yields") and token.pos_ == "VERB" and is_passive(token)
    if token.pos_ != "VERB" or not (lost or token.lower_ in forms_of("falls")):
        return
    heads = _fallen_heads(token)
    grounds = grounds_at(paragraph, found, heads, named=True)
    if not lost and _is_all(paragraph, found, token):
        settled = tuple(each for each in grounds if each.place is not None or _is_settlement(paragraph, each))
        yield Reading("took", FALLS, token, (token.i,), (), (), settled)
    for holder in behind(token, TO):
        yield Reading("took", FALLS, token, (token.i,), (holder,), (), grounds)
    for noun in behind(token, INTO | {"under"}):
        if word(noun) in control().sway:
            yield Reading("took", FALLS, token, (token.i, noun.i), swayers(noun), (), grounds)
        elif noun.lower_ in forms_of("wide"):
            inside, holders = _controlled(noun)
            if holders and inside is not None:
                near = tuple(around(paragraph, noun, head) for head in heads)
                yield Reading("took", FALLS, token, (token.i, inside.i), holders, (), near)


def _is_all(paragraph: Paragraph, found: Found, verb: Token) -> bool:
    """Whether nothing but the time stands behind the verb: "fell on Sunday", no "fell silent", "fell to 9 percent"."""
    further = (child for child in verb.rights if not child.is_punct and child.dep_ not in ("cc", "conj", "advcl"))
    return word(verb) == "fall" and all(
        child.lower_ in control().meanwhile or any(found.dates.covering(paragraph.index, at.i) for at in child.subtree)
        for child in further
    )


def _is_settlement(paragraph: Paragraph, ground: Ground) -> bool:
    return ground.at >= 0 and word(paragraph.doc[ground.at]) in control().settlements | forms_of("bastions")


def _fallen_heads(token: Token) -> Heads:
    """What falls: the subject, or the noun that "falling" hangs on."""
    if token.dep_ == "acl":
        return (token.head,)
    return subjects(token)


def _controlled(noun: Token) -> tuple[Token | None, Heads]:
    """By whom an area is held: "controlled by", "under the control of", "rebel-held"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "amod") and child.lower_ in forms_of("hyphened") | _held():
            held = doers(child)
            if held:
                return child, held
        if child.lower_ == "under":
            for sway in child.children:
                if word(sway) in control().sway:
                    return sway, swayers(sway)
    return None, ()


def _held() -> frozenset[str]:
    return frozenset({"controlled", "held", "run", "dominated"})


def driven(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "drove the militants out of Mosul", "were forced from the town": taken by whom, or lost by whom."""
    if token.pos_ != "VERB" or token.lower_ not in forms_of("driving"):
        return
    driven = undergoers(token, frozenset())
    heads = [*behind(token, FROM | OF), *(head for noun in driven for head in behind(noun, FROM))]
    grounds = grounds_at(paragraph, found, heads, named=True)
    if not driven or not grounds:
        return
    by = tuple(behind(token, BY)) if is_passive(token) else doers(token)
    if by:
        yield Reading("took", DRIVEN, token, (token.i,), by, driven, grounds)
    elif is_passive(token):
        yield Reading("lost", DRIVEN, token, (token.i,), driven, (), grounds)
