"""Whom words for two or for all sides stand for: "they", "the two leaders", "neither side", "the warring parties".

They stand for the last two that the paragraph names side by side ("X and Y", "between X and Y"); words for the sides of
a war, where none are named so, for the two powers or armed groups that the report speaks of far more than of others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import Sides, parties
from onrecord.reading.contacts.whose import OF, SENT, is_official
from onrecord.reading.deeds.grammar import NOUNS, behind, direct_objects, joined, word
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.contacts import contacts

STATES = frozenset({"state", "government body"})
ARMED = frozenset({"armed group", "militia"})
POWERS = frozenset({"state", "government body", "armed force", "armed group", "militia"})
PERSONS = frozenset({"person"})
REACH = 2  # sentences before
FEWEST = 3  # mentions of each of the two sides of a war


def with_pair(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Sides:
    """The sides that the heads name; where one stands for two who were named before, those two."""
    both = [side for head in heads for side in pair(paragraph, found, head)]
    return tuple(dict.fromkeys(both)) or parties(paragraph, found, heads)


def both_there(paragraph: Paragraph, found: Found, contact: Token) -> Sides:
    """The sides of a contact that names none, where its sentence tells what both do about it: "talks could be held in
    Jeddah, but neither side had been invited", "both sides said they would attend the meeting"."""
    for noun in contact.sent:
        verb = noun.head
        asked = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and word(verb) in contacts().attending_to
        if asked and noun.pos_ in NOUNS and word(noun) in contacts().opposing and stands_for_two(noun):
            return pair(paragraph, found, noun)
    return ()


def pair(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """The two that the words stand for; nobody where the words stand for no two, or these are not told."""
    home = next((noun for noun in behind(head, SENT) if stands_for_two(noun)), None) if is_official(head) else None
    if home is not None:  # "officials from both countries"
        return _side_by_side(paragraph, found, home, _types(home)) or at_war(paragraph, found, home)
    if not stands_for_two(head):
        return ()
    persons = head.pos_ not in NOUNS or word(head) in contacts().leading
    named = _side_by_side(paragraph, found, head, PERSONS) if persons else ()
    named = named or _side_by_side(paragraph, found, head, _types(head))
    return named or (() if persons else at_war(paragraph, found, head))


def _types(head: Token) -> frozenset[str]:
    """What those may be for whom the noun stands: "both countries" are states, "the groups" no governments."""
    if head.pos_ not in NOUNS:
        return POWERS
    return STATES if word(head) in contacts().of_states else ARMED if word(head) in contacts().of_groups else POWERS


def stands_for_two(head: Token) -> bool:
    """Whether the words stand for two or for all who were named: "the two presidents", "both sides", "they"."""
    if head.pos_ not in NOUNS:
        return head.lower_ in contacts().jointly and not any(child.dep_ in ("prep", "relcl") for child in head.children)
    known = contacts()
    if head.tag_ not in ("NNS", "NNPS", "NN") or word(head) not in known.leading | known.opposing:
        return False
    before = {child.lower_ for child in head.children if child.i < head.i}
    if any(child.pos_ == "PROPN" or child.dep_ in ("appos", "poss") for child in head.children):
        return False
    if any(child.lower_ not in ("state", "government") for child in behind(head, OF)):
        return False
    return bool(before & known.both) or (word(head) in known.opposing and "the" in before and head.tag_ == "NNS")


def at_war(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """The two powers or groups that the report names far more often than any other, as it named them last before."""
    last: dict[str, Said[Actor]] = {}
    named: Counter[str] = Counter()
    here = At(paragraph.index, head.i, head.i + 1)
    for mention in found.actors:
        if mention.actor.value.type in POWERS:
            named[mention.actor.value.key] += 1
            if mention.at < here:
                last[mention.actor.value.key] = mention.actor
    told = named.most_common(3)
    if len(told) < 2 or told[1][1] < FEWEST or (len(told) > 2 and 2 * told[2][1] > told[1][1]):
        return ()
    sides = tuple(last[key] for key, _ in told[:2] if key in last)
    countries = [side.value.country for side in sides if side.value.type != "armed group"]
    fit = all(side.value.type in _types(head) for side in sides)
    return sides if len(sides) == 2 and fit and len(set(countries)) == len(countries) else ()


def _side_by_side(paragraph: Paragraph, found: Found, head: Token, types: frozenset[str]) -> Sides:
    """The last two of these types that stand side by side before the words."""
    for token in _before(head):
        row = joined([token])
        row = row if len(row) > 1 else _facing(token)
        if len(row) != 2 or row[-1].i >= head.i:
            continue
        named = [_named(paragraph, found, each, types) for each in row]
        if all(named) and named[0] and named[1] and named[0].value.key != named[1].value.key:
            return (named[0], named[1])
    return ()


def _facing(subject: Token) -> tuple[Token, ...]:
    """Who speaks to or with whom: "Min told Li that", of whom the next sentence says "the two men"."""
    verb = subject.head
    known = contacts()
    if subject.dep_ != "nsubj" or word(verb) not in {*known.addressing, *known.talking, "meet"}:
        return ()
    told = [*direct_objects(verb), *behind(verb, ("with", "to"))]
    return (subject, *(next((name for name in each.children if name.dep_ == "appos"), each) for each in told))


def _before(head: Token) -> Iterator[Token]:
    """The words before, back to the sentence that is as far off as reaches."""
    starts = 0
    for token in reversed(head.doc[: head.i]):
        yield token
        starts += token.is_sent_start is True
        if starts > REACH:
            return


def _named(paragraph: Paragraph, found: Found, token: Token, types: frozenset[str]) -> Said[Actor] | None:
    mentions: list[ActorMention] = found.actors.covering(paragraph.index, token.i)
    return next((each.actor for each in mentions if each.head == token.i and each.actor.value.type in types), None)
