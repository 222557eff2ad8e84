"""Rival sayings: the second of two tells the reverse of the first without a word of denial.

Each of two sides says that the other began; the one says that an attack hit civilians, the other that it hit those who
fight; the one says that it has taken a town, the other that it has not fallen. The second must follow the first and
speak of what that told; what else two sides say is side by side in the record, and no dispute.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.reading.deeds.grammar import own_subjects
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import Report
from onrecord.reading.statements import opposing
from onrecord.vocabulary.rivals import words

Test = Callable[[Report, Found, StatementMention, StatementMention], bool]

FEW = 3  # sayings before it that one may be the reverse of
PLAIN = frozenset(("assert", "inform", "accuse"))
DEFINITE = frozenset(("the", "that", "this"))
OBJECTS = frozenset(("dobj", "nsubjpass", "pobj", "attr", "conj", "compound", "appos"))


def told(
    report: Report, found: Found, before: Sequence[StatementMention], mention: StatementMention
) -> StatementMention | None:
    """The saying right before this one, if any, of which it tells the reverse."""
    near = (each for each in reversed(before) if opposing.adjoin(report, each, mention))
    apart = (each for each in near if each.finding.act.value in PLAIN and not opposing.by_one_side(each, mention))
    there = (each for each in apart if _of_one_place(found, each, mention))
    return next((each for each in there if any(test(report, found, each, mention) for test in TESTS)), None)


def _of_one_place(found: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether the second names no place that the first did not."""
    first, second = (
        {place.place.value.key for at in each.content for place in found.places.within(at)} for each in (one, other)
    )
    return second <= first


def _each_began(report: Report, found: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether each says that those of the other began: "opened fire first", "started the clash"; or one tells an attack
    of the other, who says so of him."""
    if other.finding.act.value not in PLAIN or not _blames(report, found, other, one):
        return False
    attacked = "ASSAULT" in opposing.deeds(report, one) and opposing.charges(report, found, one, other)
    return attacked or _blames(report, found, one, other)


def _blames(report: Report, found: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether the one says that those who speak in the other began."""
    sides = [said.value for said in other.finding.speaker]
    return any(opposing.one_side(each, side) for each in _beginners(report, found, one) for side in sides)


def _beginners(report: Report, found: Found, mention: StatementMention) -> Iterator[Actor]:
    for at in mention.content:
        doc = report.paragraphs[at.paragraph].doc
        for verb in filter(_begins, doc[at.start : at.end]):
            for doer in own_subjects(verb):
                yield from (each.actor.value for each in found.actors.covering(at.paragraph, doer.i))


def _begins(verb: Token) -> bool:
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lower_ in words("fired"):
        return any(word.lower_ == "first" for each in (verb, *things) for word in each.children)
    return verb.lower_ in words("began") and any(thing.lower_ in words("fights") for thing in things)


def _whom_it_hit(report: Report, _: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether the one tells of an attack that it hit civilians, and the other of that attack that it hit fighters."""
    first, second = (_hit(report, each) for each in (one, other))
    return {first, second} == {"spared", "struck"} and _means_it(report, other)


def _hit(report: Report, mention: StatementMention) -> str | None:
    """Who was hit by the words of a saying: those whom nobody owns to have hit, or those who fight; None where it tells
    neither, or both."""
    if not _tells(report, mention, "harm") and not _tells(report, mention, "dead"):
        return None
    kinds = {
        kind
        for token in opposing.content(report, mention)
        for kind in ("spared", "struck")
        if token.lower_ in words(kind) and token.dep_ in OBJECTS and not _is_denied(token)
    }
    return kinds.pop() if len(kinds) == 1 else None


def _harmed_nobody(report: Report, found: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether those of whom the one tells that they did harm say that no civilians came to any."""
    tokens = list(opposing.content(report, other))
    nobody = any(token.lower_ in words("spared") and _is_denied(token) for token in tokens)
    harm = nobody and all(_tells(report, each, "harm") for each in (one, other))
    return harm and opposing.charges(report, found, one, other)


def _tells(report: Report, mention: StatementMention, name: str) -> bool:
    return any(token.lower_ in words(name) for token in opposing.content(report, mention))


def _is_denied(token: Token) -> bool:
    """Whether a noun is said not to be meant: "no civilians", "were fighters, not civilians"."""
    first = token.left_edge
    return first.lower_ == "no" or (first.i > 0 and first.nbor(-1).lower_ == "not")


def _means_it(report: Report, mention: StatementMention) -> bool:
    """Whether a saying speaks of an attack that was told before: "the strike killed", "those killed were"."""
    for token in opposing.content(report, mention):
        definite = any(child.lower_ in DEFINITE and child.dep_ == "det" for child in token.children)
        if definite and token.lower_ in words("strikes") | words("dead") and token.dep_ in ("nsubj", "nsubjpass"):
            return True
        if token.lower_ == "those" and any(child.lower_ in words("harm") for child in token.children):
            return True
    return False


def _has_not_fallen(report: Report, _: Found, one: StatementMention, other: StatementMention) -> bool:
    """Whether the one tells a change of hands, and the other denies one: "denied that the town had fallen"."""
    if other.finding.act.value != "deny":
        return False
    return all(_tells(report, each, "falls") for each in (one, other))


TESTS: tuple[Test, ...] = (_each_began, _whom_it_hit, _harmed_nobody, _has_not_fallen)
