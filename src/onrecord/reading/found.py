"""What the readers before this one have found in the report: mentions at their tokens.

Readers run in the order of `onrecord.reading.READERS`; each gets the mentions of all before it. A mention lives only
while a report is read; what is kept is the observations made of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, Protocol, TypeVar

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.findings import (
    AgreementFinding,
    CommitmentFinding,
    ComplianceFinding,
    ContactFinding,
    ControlFinding,
    EventFinding,
    FigureFinding,
    OutcomeFinding,
    SiteFinding,
    StatementFinding,
)
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading.report import At


class DateMention(NamedTuple):
    """A date expression. `head` is the token it attaches to the sentence by (the verb or noun it dates), -1 if none."""

    at: At
    when: Said[When]
    head: int = -1


class PlaceMention(NamedTuple):
    """A geographic name. `use`: place (somewhere), government (stands for its government), modifier (part of another
    name or an adjective: "the Sochi deal", "Istanbul-format talks")."""

    at: At
    place: Said[Place]
    use: str = "place"


class ActorMention(NamedTuple):
    """Words that name somebody: a name, a description or a pronoun, resolved within the report.

    `form`: name, title ("the Turkish leader"), metonym, pronoun, description ("a military source").
    `role` are the words of the office or description given with this mention. A joint mention ("Putin and Erdogan",
    "Turkish and Syrian state media") is several mentions, possibly at overlapping tokens.
    """

    at: At
    head: int
    actor: Said[Actor]
    form: str = "name"
    role: Said[str] | None = None


class StatementMention(NamedTuple):
    """A statement: its cue, the tokens of its content (one `At` for each piece), the passage that carries it."""

    at: At
    content: tuple[At, ...]
    evidence: tuple[At, ...]
    finding: StatementFinding


class FigureMention(NamedTuple):
    """A figure: `at` are the tokens of its number, `evidence` the passage that carries it."""

    at: At
    evidence: tuple[At, ...]
    finding: FigureFinding


F = TypeVar("F")


class DeedMention(NamedTuple, Generic[F]):
    """A finding about a deed, an agreement or a site: `at` are the tokens of its trigger, the first of which its
    observation hangs on; `evidence` are the passages that carry it."""

    at: At
    evidence: tuple[At, ...]
    finding: F


class Mention(Protocol):
    """Whatever stands at tokens of the report."""

    @property
    def at(self) -> At: ...


M = TypeVar("M", bound=Mention)


class Mentions(Generic[M]):
    """The mentions of one kind, in the order of the text, found by paragraph or token."""

    def __init__(self, mentions: Iterable[M] = ()) -> None:
        self.all: tuple[M, ...] = tuple(sorted(mentions, key=lambda mention: mention.at))
        self._by_paragraph: dict[int, list[M]] = defaultdict(list)
        for mention in self.all:
            self._by_paragraph[mention.at.paragraph].append(mention)

    def __iter__(self) -> Iterator[M]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def within(self, at: At) -> list[M]:
        """Those that lie wholly inside `at`."""
        return [m for m in self._by_paragraph.get(at.paragraph, ()) if at.holds(m.at)]

    def touching(self, at: At) -> list[M]:
        """Those that share a token with `at`."""
        return [m for m in self._by_paragraph.get(at.paragraph, ()) if at.overlaps(m.at)]

    def covering(self, paragraph: int, token: int) -> list[M]:
        """Those that hold the token."""
        return self.touching(At(paragraph, token, token + 1))

    def of_paragraph(self, paragraph: int) -> list[M]:
        """Those of the paragraph of that number."""
        return list(self._by_paragraph.get(paragraph, ()))


@lru_cache(maxsize=1)
def roles(actors: Mentions[ActorMention]) -> Mapping[str, Sequence[str]]:
    """The words of the offices and descriptions that are given with each actor, by his key."""
    told: dict[str, list[str]] = {}
    for mention in actors:
        if mention.role is not None:
            told.setdefault(mention.actor.value.key, []).append(mention.role.value)
    return told


@lru_cache(maxsize=1)
def said_in(statements: Mentions[StatementMention]) -> Mapping[int, Sequence[StatementMention]]:
    """The statements that have their cue or some of their content in each paragraph."""
    told: dict[int, list[StatementMention]] = {}
    for mention in statements:
        for paragraph in {at.paragraph: None for at in (mention.at, *mention.content)}:
            told.setdefault(paragraph, []).append(mention)
    return told


@dataclass(frozen=True)
class Found:
    """All mentions so far. A kind that has not been read yet is empty."""

    dates: Mentions[DateMention] = field(default_factory=Mentions)
    places: Mentions[PlaceMention] = field(default_factory=Mentions)
    actors: Mentions[ActorMention] = field(default_factory=Mentions)
    statements: Mentions[StatementMention] = field(default_factory=Mentions)
    figures: Mentions[FigureMention] = field(default_factory=Mentions)
    contacts: Mentions[DeedMention[ContactFinding]] = field(default_factory=Mentions)
    commitments: Mentions[DeedMention[CommitmentFinding]] = field(default_factory=Mentions)
    outcomes: Mentions[DeedMention[OutcomeFinding]] = field(default_factory=Mentions)
    control: Mentions[DeedMention[ControlFinding]] = field(default_factory=Mentions)
    agreements: Mentions[DeedMention[AgreementFinding]] = field(default_factory=Mentions)
    compliance: Mentions[DeedMention[ComplianceFinding]] = field(default_factory=Mentions)
    sites: Mentions[DeedMention[SiteFinding]] = field(default_factory=Mentions)
    events: Mentions[DeedMention[EventFinding]] = field(default_factory=Mentions)
