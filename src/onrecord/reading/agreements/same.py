"""Which accord of those told before words mean.

"The Sochi deal", "the 2018 agreement", "a zone agreed by Turkey and Russia in 2018" and "the same deal" are one where
name, date, parties or plain reference say so; where they leave it open, two are kept.
"""

from collections.abc import Sequence, Set

from onrecord.model.dates import When
from onrecord.reading.agreements import words as agreement_words
from onrecord.reading.agreements.group import Group
from onrecord.reading.agreements.made import IN_FORCE
from onrecord.reading.agreements.mentions import MAKING, Mention
from onrecord.reading.deeds.grammar import behind
from onrecord.reading.report import At
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord

ORDINALS = frozenset({"second", "third", "fourth", "fifth"})
NEAR = 6  # paragraphs within which "the deal" is the one spoken of before


def same(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The group of the same accord, the latest first."""
    latest = sorted(groups, key=last, reverse=True)
    if mention.words.other:
        return None
    whole = next((group for group in latest if _is_part_of(mention, group.mentions[-1])), None)
    if whole is not None:
        return whole
    if mention.known is not None:
        return next((group for group in latest if group.known == mention.known or _is_described(mention, group)), None)
    if mention.specific:
        same = next((group for group in latest if _agree(mention, group)), None)
        if same is not None or not mention.words.known or _is_limited(mention):
            return same or _retold(mention, latest)
    elif not mention.words.known:
        return _retold(mention, latest)
    candidates = [
        group
        for group in latest
        if _may_mean(mention, group) and _may_agree(mention, group) and not _are_both_made(mention, group.mentions[-1])
    ]
    if not candidates:
        return None
    if mention.made.sure:  # what is broken or kept is one that was made, not the last that was talked of
        candidates = [group for group in candidates if group.sure] or candidates
    gap = mention.words.paragraph.index - candidates[0].mentions[-1].words.paragraph.index
    if mention.on is not None and candidates[0].when is None:  # one whose making is told here, and that may be another
        told = candidates[0].sure if mention.words.known else any(each.made.fates for each in candidates[0].mentions)
        return candidates[0] if gap <= 1 and told else None
    return candidates[0] if gap <= NEAR or len(candidates) == 1 else None


def last(group: Group) -> At:
    """Where it is told last."""
    return group.mentions[-1].at


def _is_part_of(mention: Mention, other: Mention) -> bool:
    """Whether the mention tells a term of an accord of its sentence: "signed a deal on Saturday for a truce", "under
    the accord they agreed to a truce"."""
    token, noun = mention.words.token, other.words.token
    if token.i in (term.i for term in agreement_words.terms_away(noun)):
        return token.doc is noun.doc
    making = [fate.verb for fate in mention.made.fates if fate.state in MAKING and token.i > noun.i]
    under = noun.head.lower_ == "under" and noun.dep_ == "pobj"
    return under and mention.words.paragraph.index == other.words.paragraph.index and noun.head.head in making


def _are_both_made(mention: Mention, other: Mention) -> bool:
    """Whether a sentence tells how each was made: "having accepted a truce, they reached the accord"."""
    made, before = ([fate.verb for fate in each.made.fates if fate.state in MAKING] for each in (mention, other))
    return any(one.sent == two.sent and one.i != two.i for one in made for two in before)


def _is_described(mention: Mention, group: Group) -> bool:
    """Whether the group tells of a known accord by its parties, without a date: "its deals with Russia and Iran"."""
    accord = mention.known
    if accord is None or group.known is not None or group.when is not None or len(accord.parties) < 2:
        return False
    return group.parties.issuperset(accord.parties) and _share(mention.words.topics, group.topics)


def _agree(mention: Mention, group: Group) -> bool:
    """Whether date, parties and topics of both are at one, and at least one of these says that they are the same."""
    if group.other:
        return False
    mine, theirs = mention.on.value if mention.on else None, group.when
    named = mention.powers
    dated = mine is not None and theirs is not None
    if mine is not None and theirs is not None and not _dates_agree(mine, theirs):
        return False
    if named and group.parties and len(named & group.parties) < min(2, len(named), len(group.parties)):
        return False
    if mention.words.truce != group.truce and group.known is None:
        return False
    if dated:
        return True
    if group.known is not None and _is_brokered_alike(mention, group.known):
        return True
    if mine is not None and group.known is not None:
        return mine.year is not None and bool(group.known.made) and str(group.known.made).startswith(str(mine.year))
    if len(named & group.parties) > 1 or (_is_with_one(mention) and named < group.parties):
        return mine is None or theirs is None or _share(mention.words.topics, group.topics)
    return False


def _is_with_one(mention: Mention) -> bool:
    """ "The truce with the Taliban", which leaves the other side to what was told before."""
    token = mention.words.token
    return mention.words.known and len(mention.parties) == 1 and any(True for _ in behind(token, ("with",)))


def _is_brokered_alike(mention: Mention, accord: Accord) -> bool:
    """Whether "the deal, brokered by the UN and Turkey" is told of by several who brought that accord about."""
    brokers = frozenset(actor.value.name for actor in mention.guarantors)
    return mention.words.known and len(brokers) > 1 and brokers <= frozenset(accord.guarantors)


def _is_limited(mention: Mention) -> bool:
    """Whether the phrase itself says with whom or of when the accord is, and not only its verb, nor a clause that tells
    more of one that is known: "the truce, which was signed on June 9"."""
    noun = mention.words.token
    phrase = noun.doc[noun.i : noun.right_edge.i + 1]
    end = next((token.i for token in phrase if token.text == ","), int(noun.right_edge.i) + 1)
    inside = mention.words.paragraph.span(noun.left_edge.i, end)
    told = [*(mention.on.words if mention.on else ()), *(span for actor in mention.parties for span in actor.words)]
    return any(inside.start <= span.start < inside.end for span in told)


def _may_agree(mention: Mention, group: Group) -> bool:
    """Whether neither date nor parties set the mention apart from the group."""
    if mention.on is not None and group.when is not None and not _dates_agree(mention.on.value, group.when):
        return False
    named = mention.powers
    return not named or not group.parties or bool(named & group.parties)


def _dates_agree(one: When, other: When) -> bool:
    fields = (
        (one.year, other.year),
        (one.month, other.month),
        (one.day, other.day),
        (one.weekday, other.weekday),
        (one.offset, other.offset),
    )
    given = [pair for pair in fields if None not in pair]
    return bool(given) and all(mine == theirs for mine, theirs in given)


def _retold(mention: Mention, latest: Sequence[Group]) -> Group | None:
    """The accord told before that words bring in anew, as its title or the one truce of the report."""
    if mention.on is not None and mention.on.value.year is not None:
        return None
    return next((group for group in latest if _is_retold(mention, group)), None) or _only_truce(mention, latest)


def _is_retold(mention: Mention, group: Group) -> bool:
    """Whether an accord brought in anew is one told before: "agreed a ceasefire", in the title and in the body."""
    first = group.mentions[0]
    return (
        mention.made.sure
        and group.sure
        and first.words.paragraph.role != "body"
        and mention.words.truce == group.truce
        and (group.truce or bool(mention.words.topics & group.topics))
        and not _is_another(mention)
        and (not group.parties.isdisjoint(mention.powers) or len(group.parties) < 2 or not mention.parties)
    )


def _is_another(mention: Mention) -> bool:
    """Whether words make it another than the one spoken of: "a new truce", "earlier ceasefires"."""
    phrase = mention.words.paragraph.doc[max(0, mention.words.start - 1) : mention.words.end]
    return mention.words.plural or any(each.lower_ in accords.words("another") for each in phrase)


def _only_truce(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The one truce of the report, of which "agreed to an unconditional ceasefire" tells again."""
    truces = [group for group in groups if group.truce and group.stands and not _is_older(group.mentions[0])]
    made = any(fate.state in (*MAKING, IN_FORCE) for fate in mention.made.fates)  # not "a truce was broken"
    if len(truces) != 1 or _is_another(mention) or not (mention.words.truce and made):
        return None
    return truces[0] if _may_agree(mention, truces[0]) and not mention.words.proper and not mention.one_sided else None


def _may_mean(mention: Mention, group: Group) -> bool:
    """Whether "the deal", "the truce", "the same agreement" may mean that accord."""
    if mention.words.truce and not group.truce:
        return False
    if mention.words.plural and not mention.words.truce and not group.plural:
        return False
    if group.vague or _is_older(mention) != _is_older(group.mentions[0]) or _is_further(mention, group):
        return False
    if group.known is not None and any(fate.verb.dep_ == "acl" for fate in mention.made.fates):
        return False  # "the agreements signed in Tela" are others
    if not mention.words.proper <= group.proper:
        return False
    own = mention.words.topics
    return not own or _share(own, group.topics) or (mention.words.truce and group.truce)


def _is_older(mention: Mention) -> bool:
    """Whether it is told as one of days gone by: "a previous deal", which "the new agreement" is not."""
    words = mention.words
    return any(each.lower_ in accords.words("older") for each in words.paragraph.doc[words.start : words.end])


def _is_further(mention: Mention, group: Group) -> bool:
    """Whether it is counted as one behind those told so far: "the second truce"."""
    told = {each.lower_ for each in mention.words.paragraph.doc[mention.words.start : mention.words.end]} & ORDINALS
    return bool(told) and not any(
        told & {each.lower_ for each in one.words.paragraph.doc[one.words.start : one.words.end]}
        for one in group.mentions
    )


def _share(one: Set[str], other: Set[str]) -> bool:
    return bool(one & other)
