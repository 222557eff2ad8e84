"""The mentions of one accord of a report, and what they tell of it together."""

from dataclasses import dataclass, field

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.agreements.mentions import ACTS, MAKING, Mention
from onrecord.reading.deeds.grammar import word
from onrecord.vocabulary.accords import Accord

ARMED = frozenset({"armed force", "armed group", "militia"})


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
        self.parties |= mention.powers
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
        sides = max(len(self.parties), *(len(each.parties) for each in self.mentions))
        if all(each.words.told for each in self.mentions) and sides < 2 - self._accepted:
            return False
        if self.sure:
            return True
        first = self.mentions[0]
        lasting = first.words.truce and first.words.token.lower_ not in ACTS
        return first.words.known and lasting and not any(each.made.idea for each in self.mentions)

    @property
    def _accepted(self) -> bool:
        """Whether one side has taken up an offer that others made."""
        return any(word(each.words.token) == "accept" for each in self.mentions)

    def _of_sides(self) -> bool:
        """Whether several made it, some of them armed, and no word makes it one of trade or the like."""
        armed = any(actor.value.type in ARMED for each in self.mentions for actor in each.parties)
        return not self.other and armed and len(self.parties) > 1 and self.sure
