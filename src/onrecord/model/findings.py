"""What one passage of one report says: one typed finding for each kind, inside an observation that cites it."""

from msgspec import Struct

from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span


class DateFinding(Struct, frozen=True, tag="date"):
    """A date as the text gives it; `of_report` is true where its day is that of the telling ("said on Saturday")."""

    when: Said[When]
    of_report: bool = False


class PlaceFinding(Struct, frozen=True, tag="place"):
    """A place that a report names; `aliases` are the other forms it uses."""

    place: Said[Place]
    aliases: tuple[Said[str], ...] = ()


class ActorFinding(Struct, frozen=True, tag="actor"):
    """Somebody whom a report names; `aliases` are the forms it uses, `roles` the offices it gives."""

    actor: Said[Actor]
    aliases: tuple[Said[str], ...] = ()
    roles: tuple[Said[str], ...] = ()


class StatementFinding(Struct, frozen=True, tag="statement", kw_only=True):
    """Who said what. `speaker` holds two for a joint statement; `says` are the words of the content, in order.

    `act`: assert, deny, accuse, threaten, warn, promise, demand, propose, reject, agree, appeal, express concern,
    praise, inform. `form`: direct, indirect, mixed. `to`: audience or medium in the report's words. `via`: the media or
    bodies between the speaker and the report, outermost last. `on` is symbolic until the report is dated; `recent` is
    true where no day is given and the verb's tense places the saying in the report's own news ("said", not "has said").
    """

    speaker: tuple[Said[Actor], ...]
    act: Said[str]
    form: str
    says: tuple[Span, ...]
    role: Said[str] | None = None
    to: Said[str] | None = None
    on: Said[When] | None = None
    recent: bool = False
    via: tuple[Said[Actor], ...] = ()
    target: tuple[Said[Actor], ...] = ()


class FigureFinding(Struct, frozen=True, tag="figure", kw_only=True):
    """A number of the crisis. Fields as in the record's vocabulary; `per` is empty where the report asserts it itself.

    `count`: incident, new in period, running total, level on a day. `as_of` is the day for which the number stands,
    `period` what it was counted over. `recent` as for statements: no day is given, the wording is of the report's day.
    """

    measure: Said[str]
    amount: Said[Amount]
    of: Said[str]
    unit: str = "persons"
    did: Said[str] | None = None
    of_side: Said[Actor] | None = None
    of_status: Said[str] | None = None
    of_group: Said[str] | None = None
    part_of: Said[str] | None = None
    count: str | None = None
    place: Said[Place] | None = None
    as_of: Said[When] | None = None
    period: Said[When] | None = None
    recent: bool = False
    standing: str = "reported"
    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()


Finding = DateFinding | PlaceFinding | ActorFinding | StatementFinding | FigureFinding


class Observation(Struct, frozen=True, kw_only=True):
    """What one passage says. `trigger` is the word it hangs on, `evidence` the passages that carry the whole of it.

    `part` is the index of the document's part it stands in, whose date resolves its dates.
    """

    id: str
    document: str
    part: int
    trigger: Span
    evidence: tuple[Span, ...]
    finding: Finding

    @property
    def kind(self) -> str:
        """date, place, actor, statement or figure."""
        return str(self.finding.__struct_config__.tag)
