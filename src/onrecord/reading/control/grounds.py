"""What a change of control is of: the place or the ground that a noun phrase names, and its words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading.control.heads import EXACT, described, examples, first_of, higher, towns
from onrecord.reading.control.phrases import (
    COUNTING,
    LONGEST,
    NEARLY,
    OF,
    counted,
    is_part,
    is_unlisted,
    mentions,
    words_of,
)
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import behind, is_aside, joined, word
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.control import control, forms_of, grounds
from onrecord.vocabulary.numbers import numbers
from onrecord.vocabulary.place_words import place_words

INSIDE = frozenset({"in", "near", "outside"})
DEFINITE = frozenset({"the", "this", "that", "both"})
WHOLE = frozenset({"all", "whole", "entirety", "totality"})
VAGUE = DEFINITE | WHOLE | {"these", "those", "several", "some", "many", "few", "most", "other"}
COUNTRIES = frozenset({"country", "state", "republic", "kingdom", "nation"})
AIMED = frozenset(
    {"on", "against", "into", "towards", "toward", "above", "around", "outside", "of", "through", "inside"}
)
AROUND = "areas around"


class Ground(NamedTuple):
    """The words for it, the place where they name one and all of it is meant, whether they are but a common noun with
    nothing to tell which ("the town"), and the token of that noun."""

    area: Said[str]
    place: Said[Place] | None
    bare: bool = False
    at: int = -1


def grounds_at(
    paragraph: Paragraph, found: Found, heads: Iterable[Token], *, named: bool = False
) -> tuple[Ground, ...]:
    """The grounds that the heads name, with those listed beside them and their examples, in the order of the text.

    `named`: a name that no list holds is a place here ("fell to the rebels", "withdrew from").
    """
    each = {token.i: token for head in joined(heads) for token in towns(paragraph, found, head) if not is_aside(token)}
    for token in tuple(each.values()):
        each |= {example.i: example for example in examples(token)}
    made = [ground_at(paragraph, found, each[at], named=named) for at in sorted(each)]
    told = [ground for ground in made if ground is not None]
    if told and told[0].place is not None:  # what follows only says what it is: "Sirte, his home town and a base"
        return tuple(
            ground._replace(bare=False)
            for ground in told
            if ground.place is not None or ground.area.value.split()[-1][0].isupper() or _is_counted(ground)
        )
    return tuple(told)


def _is_counted(ground: Ground) -> bool:
    """Whether it is so many others: "the town of Sinja and several villages"."""
    first = ground.area.value.split()[0].lower()
    return first in COUNTING or first in numbers().words or first.isdigit()


def ground_at(paragraph: Paragraph, found: Found, head: Token, *, named: bool = False) -> Ground | None:
    """The ground of a noun phrase; None where it is neither a place nor a thing that can be held."""
    if head.lower_ == "it":
        return _it(paragraph, found, head)
    head = described(higher(head))
    if word(head) in WHOLE and not any(child.lower_ in NEARLY for child in head.lefts):
        head = next(behind(head, OF), head)
    place = _place(paragraph, found, head)
    unlisted = (named or _is_somewhere(found, paragraph, head)) and is_unlisted(found, paragraph, head)
    if place is None and not unlisted and not _is_ground(paragraph, found, head):
        return None
    if place is None and (before := _meant(paragraph, found, head)) is not None:
        return before
    whole = head.tag_ not in ("NNS", "NNPS") or _covers(paragraph, found, head)
    area = words_of(paragraph, found, head)
    said = [each for each in area.value.lower().split() if each not in VAGUE and each not in place_words().directions]
    if _is_partial(head) and head.pos_ != "NOUN" and len(area.value.split()) == 1:
        return None
    bare = place is None and not unlisted and len(said) == 1 and head.lower_ in forms_of("wide")
    part = _is_partial(head) or any(is_part(paragraph, each) for each in mentions(found, paragraph, head))
    return Ground(area, place if whole and not part else None, bare, head.i)


def around(paragraph: Paragraph, inside: Token, site: Token) -> Ground:
    """The areas around what has come to stand in them: "three posts falling in areas under their control"."""
    start = site.left_edge.i
    while start < site.i and (paragraph.doc[start].pos_ in ("DET", "PUNCT") and word(paragraph.doc[start]) != "some"):
        start += 1
    end = max((child.right_edge.i for child in site.rights if child.lower_ == "of"), default=site.i) + 1
    cited = (paragraph.span(inside.i, inside.i + 1), paragraph.span(start, min(end, start + LONGEST)))
    words = " ".join(paragraph.doc[start : min(end, start + LONGEST)].text.split())
    words = words if paragraph.doc[start].pos_ == "PROPN" else words[:1].lower() + words[1:]
    return Ground(Said(f"{AROUND} {words}", AROUND, cited), None)


def is_around(value: object, words: Sequence[str]) -> bool:
    """Whether the area is that around the words behind the noun for it, the case of the first letter apart."""
    if len(words) != 2 or words[0].lower() not in forms_of("wide"):
        return False
    site = " ".join(words[1].split())
    return value in (f"{AROUND} {site}", f"{AROUND} {site[:1].lower()}{site[1:]}")


def _place(paragraph: Paragraph, found: Found, head: Token) -> Said[Place] | None:
    """The place that the head names, or that it says what kind of place it is: "the town of Taiz", "Raqqa province"."""
    own = [mention for mention in mentions(found, paragraph, head) if mention.use != "modifier"]
    if own:
        return own[-1].place
    common = head.pos_ == "NOUN"
    beside = [child for child in head.children if common and child.dep_ == "appos" and child.pos_ == "PROPN"]
    of_kind = word(head) in place_words().kinds
    beside += [child for child in head.children if of_kind and child.dep_ in ("compound", "nmod")]
    for token in (*beside, *(behind(head, OF) if of_kind or _is_partial(head) else ())):
        for mention in (*mentions(found, paragraph, token), *_of_kind(found, paragraph, token)):
            if mention.place.value.precision != "country" or word(head) in COUNTRIES:  # not "a region of Libya"
                return mention.place
    return None


def _of_kind(found: Found, paragraph: Paragraph, noun: Token) -> list[PlaceMention]:
    """ "most of Raqqa province"."""
    if word(noun) not in place_words().kinds:
        return []
    return [
        mention for child in noun.lefts if child.dep_ == "compound" for mention in mentions(found, paragraph, child)
    ]


def _covers(paragraph: Paragraph, found: Found, head: Token) -> bool:
    return any(mention.use != "modifier" for mention in mentions(found, paragraph, head))


def _is_ground(paragraph: Paragraph, found: Found, head: Token) -> bool:
    """Whether the noun is one for what can be held, or a part of a place or of such a thing."""
    if any(child.lower_ in control().never for child in head.children if child.dep_ == "compound"):
        return False
    if ends_at(head, grounds()):
        return True
    return (_is_partial(head) or head.tag_ == "CD") and any(
        _covers(paragraph, found, part) or _is_ground(paragraph, found, part) for part in counted(head)
    )


def _is_partial(head: Token) -> bool:
    return head.lower_ in forms_of("partial")


def _is_somewhere(found: Found, paragraph: Paragraph, head: Token) -> bool:
    """Whether the words beside a name tell that it is a place: "Jabal Moya in Sennar state", "Lysychansk, a city"."""
    if any(child.dep_ == "appos" and child.pos_ == "NOUN" and ends_at(child, grounds()) for child in head.children):
        return True
    if any(_covers(paragraph, found, place) for place in behind(head, INSIDE)):
        return True
    first = first_of(head)
    told = first.head.head if first.dep_ == "pobj" and first.head.lower_ in ("of", "including") else first.head
    return told.tag_ == "NNS" and first.dep_ in ("pobj", "appos") and word(told) in control().settlements


def _meant(paragraph: Paragraph, found: Found, head: Token) -> Ground | None:
    """What "the road" or "the town" stands for, where the sentence has named one of its kind before."""
    own = [child for child in head.children if child.dep_ not in ("punct", "relcl") and not _is_no_name(child)]
    own = [child for child in own if child.i < head.i or child.i < head.head.i or head.i > head.head.i]
    if not own or any(child.lower_ not in DEFINITE or child.i > head.i for child in own):
        return None
    alike = [
        token
        for token in head.doc[head.sent.start : head.i]
        if token.pos_ in ("NOUN", "PROPN") and _alike(token, head) and token.dep_ != "compound"
    ]
    known = [mention for token in alike for mention in mentions(found, paragraph, token) if mention.use == "place"]
    places = {mention.place.value.key for mention in known}
    if not alike and word(head) in control().settlements:
        return _attacked(paragraph, found, head)
    if len(alike) != 1 or len(places) > 1:
        return None
    return Ground(words_of(paragraph, found, alike[0]), known[0].place if known else _place(paragraph, found, alike[0]))


def _it(paragraph: Paragraph, found: Found, pronoun: Token) -> Ground | None:
    """What "it" stands for: what the verb before was done to ("took Rubaya and lost it again"), or the only town."""
    verb = pronoun.head
    if pronoun.dep_ != "dobj" or word(verb) == "hold":
        return None
    if verb.dep_ == "conj":
        before = [noun for noun in verb.head.children if noun.dep_ in ("dobj", "nsubjpass") and noun.i < verb.i]
        return ground_at(paragraph, found, before[0], named=True) if before and before[0].lower_ != "it" else None
    return _attacked(paragraph, found, pronoun)


def _is_no_name(child: Token) -> bool:
    """Whether the words only say more of what is meant: "the town itself", "the city of two million"."""
    counted = child.lower_ == "of" and any(noun.like_num or noun.pos_ == "NUM" for noun in child.children)
    return child.lower_ == "itself" or counted


def _attacked(paragraph: Paragraph, found: Found, head: Token) -> Ground | None:
    """The only town named before, where something was done to it or there: "attacked Bunagana and took the town"."""
    before = found.places.within(At(paragraph.index, head.sent.start, head.i))
    named = [each for each in before if each.use == "place" and each.place.value.precision in EXACT]
    if len(named) != 1:
        return None
    name = paragraph.doc[named[0].at.end - 1]
    aimed = name.dep_ == "pobj" and name.head.lower_ in AIMED
    if not (aimed or name.dep_ in ("dobj", "nsubjpass", "nsubj")):
        return None
    return Ground(deeds.words(paragraph, named[0].at.start, named[0].at.end), named[0].place)


def _alike(one: Token, other: Token) -> bool:
    lines = place_words().lines
    return word(one) == word(other) or (word(one) in lines and word(other) in lines)
