"""What one passage of one report says: one typed finding for each kind, inside an observation that cites it."""

from msgspec import Struct

from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span


class DateFinding(Struct, frozen=True, tag="date", gc=False):
    """A date as the text gives it; `of_report` is true where its day is that of the telling ("said on Saturday")."""

    when: Said[When]
    of_report: bool = False


class PlaceFinding(Struct, frozen=True, tag="place", gc=False):
    """A place that a report names; `aliases` are the other forms it uses."""

    place: Said[Place]
    aliases: tuple[Said[str], ...] = ()


class ActorFinding(Struct, frozen=True, tag="actor", gc=False):
    """Somebody whom a report names; `aliases` are the forms it uses, `roles` the offices it gives."""

    actor: Said[Actor]
    aliases: tuple[Said[str], ...] = ()
    roles: tuple[Said[str], ...] = ()


class StatementFinding(Struct, frozen=True, tag="statement", kw_only=True, gc=False):
    """Who said what. `speaker` holds two for a joint statement; `says` are the words of the content, in order.

    `act`: assert, deny, accuse, threaten, warn, promise, demand, propose, reject, agree, appeal, express concern,
    praise, inform. `form`: direct, indirect, mixed. `to`: audience or medium in the report's words. `via`: the media or
    bodies between the speaker and the report, outermost last. `on` is symbolic until the report is dated; `recent` is
    true where no day is given and the verb's tense places the saying in the report's own news ("said", not "has said").
    `answers`: the ids of the observations of the same report that tell what a denial denies.
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
    answers: tuple[str, ...] = ()


class FigureFinding(Struct, frozen=True, tag="figure", kw_only=True, gc=False):
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


class Told(Struct, frozen=True, kw_only=True, gc=False):
    """What every finding about a deed tells beside the deed: when, where, by whose word.

    `on` is symbolic until the report is dated; `recent` is true where no day is given and the tense places the deed in
    the report's own news. `place` is where it came about. `per` is empty where the report asserts it itself; `via` as
    for statements. `same` are the ids of this report's observations of the very same occurrence: the statement that
    makes an ultimatum.
    """

    on: Said[When] | None = None
    recent: bool = False
    place: Said[Place] | None = None
    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()
    same: tuple[str, ...] = ()


class EventFinding(Told, frozen=True, tag="event", kw_only=True):
    """Who did what to whom. `what` are the report's words for it.

    `plover`, `mode`, `context`: PLOVER 2.0 (draft manual); `sub_event`: ACLED's, or "displacement". `by` did it `to`
    those; `mutual` where each did it to the other. `object`: what else was hit or taken (hospital, convoy). `status`:
    happened, ongoing, attempted, planned, called off, denied, hypothetical. `background`: history told in passing.
    `figures`: the ids of the observations of its tolls and numbers.
    """

    what: Said[str]
    status: Said[str]
    plover: Said[str] | None = None
    mode: Said[str] | None = None
    context: Said[str] | None = None
    sub_event: Said[str] | None = None
    by: tuple[Said[Actor], ...] = ()
    to: tuple[Said[Actor], ...] = ()
    mutual: bool = False
    object: Said[str] | None = None
    background: bool = False
    figures: tuple[str, ...] = ()


class Readout(Struct, frozen=True, kw_only=True, gc=False):
    """What one side says was said at a contact: `says` are its words, `topic` what they are about."""

    by: tuple[Said[Actor], ...]
    says: Said[str]
    topic: Said[str] | None = None


class ContactFinding(Told, frozen=True, tag="contact", kw_only=True):
    """Sides in touch.

    `form`: phone call, meeting, talks, delegation visit, summit, conference, patrol, hotline, letter. `status`: held,
    planned, proposed, called off, denied.
    """

    form: Said[str]
    status: Said[str]
    between: tuple[Said[Actor], ...] = ()
    readouts: tuple[Readout, ...] = ()


class CommitmentFinding(Told, frozen=True, tag="commitment", kw_only=True):
    """What somebody says will be done, or must be. `type_`: ultimatum, threat, pledge, plan, demand, offer.

    `what` and `condition` are the report's words; `due` is when it must be done by; `on` is when it was voiced.
    """

    type_: Said[str]
    by: tuple[Said[Actor], ...]
    what: Said[str]
    condition: Said[str] | None = None
    due: Said[When] | None = None
    to: tuple[Said[Actor], ...] = ()


class OutcomeFinding(Told, frozen=True, tag="outcome", kw_only=True):
    """What a passage says came of a commitment.

    `of`: of its condition, or of its act. `came`: met, not met. `says`: the report's words for it.

    `type_` is that of the word for the commitment, `what` the words for what was announced or asked, `due` its day, as
    far as the passage tells them. `by` are those whose commitment it was, `to` those it went at.
    """

    of: Said[str]
    came: Said[str]
    says: Said[str]
    by: tuple[Said[Actor], ...]
    to: tuple[Said[Actor], ...] = ()
    type_: Said[str] | None = None
    what: Said[str] | None = None
    due: Said[When] | None = None


class ControlFinding(Told, frozen=True, tag="control", kw_only=True):
    """Who holds or moves on what, as somebody claims it. `area`: the report's words for it; `place` where it is known.

    `change`: took, regained, entered, lost, besieged, pushing towards, repelled, contested, holds, withdrew from,
    reopened. `holder` is the side that does what `change` says, `from_` the other.
    """

    change: Said[str]
    area: Said[str]
    holder: tuple[Said[Actor], ...] = ()
    from_: tuple[Said[Actor], ...] = ()


class AgreementFinding(Struct, frozen=True, tag="agreement", kw_only=True, gc=False):
    """An accord that the report speaks of, named or described; one for all its words for the same one.

    `key`: the vocabulary's id of a known accord, else what its name, day and sides make of it, as
    `reading/agreements/keys` says, else the id of this observation. `state`: signed, in force, agreed, proposed,
    extended, suspended, collapsed, rejected. `about`: its terms in the report's words.
    """

    key: str
    name: Said[str]
    aliases: tuple[Said[str], ...] = ()
    parties: tuple[Said[Actor], ...] = ()
    guarantors: tuple[Said[Actor], ...] = ()
    made: Said[When] | None = None
    in_force: Said[When] | None = None
    state: Said[str] | None = None
    about: Said[str] | None = None


class ComplianceFinding(Told, frozen=True, tag="compliance", kw_only=True):
    """Who says that whom kept or broke an agreement. `key`: that of the agreement's finding.

    `by` says so of `against`. `stance`: kept, violated, denies violating, suspends, disregards, will enforce.
    `what`: how, in words.
    """

    key: str
    agreement: Said[str]
    stance: Said[str]
    by: tuple[Said[Actor], ...]
    against: tuple[Said[Actor], ...] = ()
    what: Said[str] | None = None
    count: Said[Amount] | None = None


class SiteFinding(Told, frozen=True, tag="site", kw_only=True):
    """Posts, bases, crossings, camps, hospitals: how many, whose, in what state.

    `state`: manned, besieged, behind lines, evacuated, destroyed, damaged, open, closed, being built. `state_words`:
    the report's words for it.
    """

    what: Said[str]
    count: Said[Amount] | None = None
    owner: tuple[Said[Actor], ...] = ()
    state: Said[str] | None = None
    state_words: Said[str] | None = None


Deed = (
    EventFinding
    | ContactFinding
    | CommitmentFinding
    | OutcomeFinding
    | ControlFinding
    | ComplianceFinding
    | SiteFinding
)
Finding = DateFinding | PlaceFinding | ActorFinding | StatementFinding | FigureFinding | AgreementFinding | Deed


class Observation(Struct, frozen=True, kw_only=True, gc=False):
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
        """date, place, actor, statement, figure, event, contact, commitment, outcome, control, agreement, compliance
        or site."""
        return str(self.finding.__struct_config__.tag)
