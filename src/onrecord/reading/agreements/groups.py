"""Which words of a report speak of the same accord.

"The Sochi deal", "the 2018 agreement", "a zone agreed by Turkey and Russia in 2018" and "the same deal" are one where
name, date, parties or plain reference say so; where they leave it open, two are kept. Words of other accords ("a trade
deal") and of those only talked of are kept apart, so that "the deal" behind them is theirs.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.agreements import keys
from onrecord.reading.agreements import made as agreement_made
from onrecord.reading.agreements import marks as agreement_marks
from onrecord.reading.agreements import sides as agreement_sides
from onrecord.reading.agreements import words as agreement_words
from onrecord.reading.agreements.made import Made
from onrecord.reading.agreements.sides import Actors
from onrecord.reading.agreements.words import Words
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.setting import Around
from onrecord.reading.found import ActorMention, DateMention, Found, Mentions, PlaceMention, StatementMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord

ARMED = frozenset({"armed force", "armed group", "militia"})
ACTS = frozenset({"hostilities", "pause"})  # "the cessation of hostilities" may be no more than the act
LATEST = 300  # accords of a page, those told last, among which words may mean one
NEAR = 6  # paragraphs within which "the deal" is the one spoken of before
BEHIND = frozenset({"acl", "relcl", "advcl"})
MAKING = frozenset({"agreed", "signed"})


class Mention(NamedTuple):
    """Words for an accord with what their sentence tells of it."""

    words: Words
    made: Made
    known: Accord | None
    on: Said[When] | None
    parties: Actors
    guarantors: Actors
    one_sided: bool = False

    @property
    def at(self) -> At:
        return At(self.words.paragraph.index, self.words.start, self.words.end)

    @property
    def specific(self) -> bool:
        """Whether the words say which accord they mean."""
        return bool(self.on or self.parties or self.words.named)

    @property
    def vague(self) -> bool:
        """Whether it speaks of several accords that it does not tell apart: "previous truces"."""
        return self.words.plural and self.words.token.lower_ not in ACTS and not (self.words.known or self.specific)


@dataclass(eq=False)
class Group:
    """The mentions of one accord, in the order of the text, and what they tell of it together: who made it when and on
    what; whether it is a truce, one of `other` kinds, or told only of as several, in words as `vague` or `plural`."""

    mentions: list[Mention] = field(default_factory=list)
    known: Accord | None = None
    made: Said[When] | None = None
    parties: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    truce: bool = False
    other: bool = False
    plural: bool = False
    vague: bool = True
    sure: bool = False

    def add(self, mention: Mention) -> None:
        words = mention.words
        self.mentions.append(mention)
        self.known = self.known or mention.known
        self.made = self.made or mention.on
        self.parties.update(actor.value.name for actor in mention.parties)
        self.topics |= words.topics
        self.proper |= words.proper
        self.truce = self.truce or words.truce
        self.other = self.other or words.other
        self.plural = self.plural or words.plural
        self.vague = self.vague and mention.vague
        self.sure = self.sure or mention.made.sure

    @property
    def when(self) -> When | None:
        return self.made.value if self.made is not None else None

    @property
    def one_sided(self) -> bool:
        """Whether it is told only as what one side declared by itself, which is no accord, though it may be broken."""
        others = any(not each.one_sided and fate.state in MAKING for each in self.mentions for fate in each.made.fates)
        return any(each.one_sided for each in self.mentions) and not others and len(self.parties) < 2

    @property
    def stands(self) -> bool:
        """Whether it is an accord of a conflict that was made."""
        if self.vague:
            return False
        if self.other or not any(each.words.sure for each in self.mentions):
            return self._of_sides()
        if all(each.words.told for each in self.mentions) and len(self.parties) < 2:
            return False
        if self.sure:
            return True
        first = self.mentions[0]
        lasting = first.words.truce and first.words.token.lower_ not in ACTS
        return first.words.known and lasting and not any(each.made.idea for each in self.mentions)

    def _of_sides(self) -> bool:
        """Whether several made it, some of them armed, and no word makes it one of trade or the like."""
        armed = any(actor.value.type in ARMED for each in self.mentions for actor in each.parties)
        return not self.other and armed and len(self.parties) > 1 and self.sure


def groups(report: Report, found: Found) -> tuple[Group, ...]:
    """The accords of a report, in the order of their first words."""
    return _groups(report, found.dates, found.places, found.actors, found.statements)


@lru_cache(maxsize=1)
def _groups(
    report: Report,
    dates: Mentions[DateMention],
    places: Mentions[PlaceMention],
    actors: Mentions[ActorMention],
    statements: Mentions[StatementMention],
) -> tuple[Group, ...]:
    found = Found(dates, places, actors, statements)
    around = deed_setting.around(report, found)
    made: list[Group] = []
    part = -1
    here: list[Group] = []
    for mention in _mentions(around, found):
        if mention.words.paragraph.part != part:
            part, here = mention.words.paragraph.part, []
        group = _same(mention, here)
        if group is None:
            group = Group()
            here.append(group)
            made.append(group)
            if len(here) > LATEST:
                here.remove(min(here[:-1], key=_last))
        group.add(mention)
    standing = tuple(group for group in made if group.stands)
    where = _where(found)
    for group in standing:
        if group.known is None and group.when is None:
            accord = agreement_marks.known((each.words for each in group.mentions), found, where)
            group.known = accord
    return standing


def _mentions(around: Around, found: Found) -> Iterator[Mention]:
    where = _where(found)
    for paragraph, sentence in deeds.sentences(around):
        for words in agreement_words.of_sentence(paragraph, sentence):
            yield _mention(around, found, words, where)


def _mention(around: Around, found: Found, words: Words, where: frozenset[str]) -> Mention:
    on = _own_date(words, found)
    made = _told_by_somebody(around, found, words, agreement_made.made(words, dated=on is not None))
    parties = agreement_sides.parties(words, made.fates, found)
    on = on or _fate_date(around, found, words, made)
    named = [accord for accord in words.named if accord.where & where]
    known = named[0] if len(named) == 1 else None
    if not words.named and on is not None and on.value.year is not None and words.sure:
        described = accords.described(on.value.year, frozenset(actor.value.name for actor in parties))
        known = described if described is not None and (words.told or _may_be(described, words, on)) else None
    if words.named and known is None:
        words = words._replace(named=(), sure=bool(words.topics) or words.truce)
    guarantors = agreement_sides.guarantors(words, made.fates, found)
    one_sided = words.truce and agreement_sides.is_one_sided(words, made.fates, found)
    return Mention(words, made, known, on, parties, guarantors, one_sided)


def _may_be(accord: Accord, words: Words, on: Said[When]) -> bool:
    return keys.may_be(accord, words.paragraph.doc[words.start : words.end].text, on.value)


def _told_by_somebody(around: Around, found: Found, words: Words, made: Made) -> Made:
    """Without what is only rumoured: "denied reports that both had signed a truce"."""
    fates = tuple(
        fate for fate in made.fates if deed_setting.setting_of(words.paragraph, found, fate.verb, around) is not None
    )
    if len(fates) == len(made.fates):
        return made
    return made._replace(sure=bool(fates or words.named), fates=fates)


def _where(found: Found) -> frozenset[str]:
    """Countries, provinces and towns of which the report speaks."""
    named = {
        name
        for each in found.places
        for name in (each.place.value.name, each.place.value.country, each.place.value.admin1)
    }
    named |= {name for each in found.actors for name in (each.actor.value.name, each.actor.value.country)}
    return frozenset(name.removesuffix(" (city)").removesuffix(" province") for name in named if name)


def _own_date(words: Words, found: Found) -> Said[When] | None:
    """The date in the phrase itself, or right behind it: "the 2018 agreement", "the ceasefire of 12 January"."""
    if words.told:
        return None
    index = words.paragraph.index
    within = found.dates.within(At(index, words.start, words.end))
    within += [
        date
        for child in words.token.children
        if child.lower_ == "of" and child.i > words.token.i
        for below in child.children
        for date in found.dates.covering(index, below.i)
    ]
    return within[0].when if within else None


def _fate_date(around: Around, found: Found, words: Words, made: Made) -> Said[When] | None:
    """The day on which it was agreed or signed, as the sentence gives it."""
    for fate in made.fates:
        if fate.state not in MAKING:
            continue
        setting = deed_setting.setting_of(words.paragraph, found, fate.verb, around)
        on = setting.on if setting is not None else None
        if on is not None and on.value.until is None and (fate.verb.dep_ not in BEHIND or _holds(words, fate.verb, on)):
            return on
        # "agreed to a truce on Monday", where the parse hangs the day on the truce; "a truce brokered there in 2022"
        for prep in (*words.token.children, *(fate.verb.children if fate.verb.dep_ in BEHIND else ())):
            if prep.lower_ in ("on", "in") and prep.i > words.token.i:
                for noun in prep.children:
                    for date in found.dates.covering(words.paragraph.index, noun.i):
                        return date.when
    return None


def _holds(words: Words, verb: Token, on: Said[When]) -> bool:
    """Whether the date stands among the words of a participle, and is not that of the clause around it."""
    edges = words.paragraph.span(verb.left_edge.i, verb.right_edge.i + 1)
    return any(edges.start <= span.start < edges.end for span in on.words)


def _same(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The group of the same accord, the latest first."""
    latest = sorted(groups, key=_last, reverse=True)
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
            return same
    elif not mention.words.known:
        return next((group for group in latest if _is_retold(mention, group)), None) or _only_truce(mention, latest)
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


def _last(group: Group) -> At:
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
    named = frozenset(actor.value.name for actor in mention.parties)
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
    if len(named & group.parties) > 1:
        return mine is None or theirs is None or _share(mention.words.topics, group.topics)
    return False


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
    named = frozenset(actor.value.name for actor in mention.parties)
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


def _is_retold(mention: Mention, group: Group) -> bool:
    """Whether an accord brought in anew is one told before: "agreed a ceasefire", in the title and in the body."""
    first = group.mentions[0]
    return (
        mention.made.sure
        and group.sure
        and first.words.paragraph.role != "body"
        and mention.words.truce == group.truce
        and (group.truce or bool(mention.words.topics & group.topics))
    )


def _only_truce(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The one truce of the report, of which "agreed to an unconditional ceasefire" tells again, unless words make it
    another: "a new truce", "earlier ceasefires"."""
    truces = [group for group in groups if group.truce and group.sure]
    phrase = mention.words.paragraph.doc[max(0, mention.words.start - 1) : mention.words.end]
    another = mention.words.plural or any(each.lower_ in accords.words("another") for each in phrase)
    if len(truces) != 1 or another or not (mention.words.truce and mention.made.sure):
        return None
    return truces[0] if not mention.words.proper and not mention.one_sided else None


def _may_mean(mention: Mention, group: Group) -> bool:
    """Whether "the deal", "the truce", "the same agreement" may mean that accord."""
    if mention.words.truce and not group.truce:
        return False
    if mention.words.plural and not mention.words.truce and not group.plural:
        return False
    if group.vague:
        return False
    if group.known is not None and any(fate.verb.dep_ == "acl" for fate in mention.made.fates):
        return False  # "the agreements signed in Tela" are others
    if not mention.words.proper <= group.proper:
        return False
    own = mention.words.topics
    return not own or _share(own, group.topics) or (mention.words.truce and group.truce)


def _share(one: Set[str], other: Set[str]) -> bool:
    return bool(one & other)
