"""What people rule of a record: confirm, reject, edit a field, merge, split.

A ruling names observations by where they stand, never entries: it outlives reading again and reconciling again, and
takes hold of whatever the same words are understood as then.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import RulingError
from onrecord.model.entries import Entry
from onrecord.model.findings import Observation
from onrecord.model.frames import Noted
from onrecord.model.ids import digest

CONFIRM, REJECT, EDIT, MERGE, SPLIT = VERBS = ("confirm", "reject", "edit", "merge", "split")
UNREVIEWED, CONFIRMED, REJECTED, EDITED, CHANGED = "unreviewed", "confirmed", "rejected", "edited", "changed since"
NAMED = frozenset({"actor", "place"})  # kinds of which one key is one entry
KEYED = NAMED | {"agreement"}  # kinds that are merged and split by their keys
DOCUMENT, COPY, DISPUTE = "document", "copy", "dispute"
WHOLE = frozenset({DOCUMENT, COPY})  # kinds whose anchors are words of reports, which no observation carries
VERBS_OF = {DOCUMENT: (CONFIRM, REJECT, EDIT), COPY: (CONFIRM, REJECT), DISPUTE: (CONFIRM, REJECT)}  # of others all
RULED = "ruling"  # the rule of a value that a person set
APART = "~"  # stands in the keys of those who were told apart, and in no other
S = TypeVar("S", bound=Struct)
WHO, NOTE = 80, 2000  # characters
OF_THE_RECORD = frozenset(
    {"id", "cites", "derived", "origins", "first_reported", "last_reported", "review", "links", "accounts", "series"}
)  # fields of an entry that change without its telling anything else


class Anchor(Struct, frozen=True, kw_only=True):
    """An observation, by where it stands.

    `document` is the id of its report, `kind` its own; `text[start:end]` is the passage that carries it, exactly
    `quote`; `at` is where the word that it hangs on starts. `observation` was its id, `beside` those of the others of
    its kind in the passage. Of a kind of WHOLE, words of the report itself: those that open it, or that are a copy.
    """

    document: str
    kind: str
    start: int
    end: int
    quote: str
    at: int
    observation: str
    beside: tuple[str, ...] = ()


class Named(Struct, frozen=True, kw_only=True):
    """An actor or place that a field was set to; `key` where the record has an entry of it."""

    name: str
    key: str | None = None


class Ruling(Struct, frozen=True, kw_only=True):
    """What somebody (`who`) ruled at the time `at` (ISO, UTC) of entries of a `kind`.

    `what`: confirm, reject, edit (`field` is `value`), merge (the anchors are one), split (`anchors` are another thing
    than `apart`). `state` is a hash of how the entry read. `withdrawn`: when it was taken back, by `withdrawn_by`.
    `value` is also what else tells of which entry it is: an `Other` (a split by keys), an `AtOdds` (of a dispute),
    whether a copy is one of the report as a whole.
    """

    id: str
    at: str
    who: str
    what: str
    kind: str
    anchors: tuple[Anchor, ...]
    apart: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    note: str = ""
    state: str = ""
    withdrawn: str | None = None
    withdrawn_by: str | None = None

    @property
    def seal(self) -> str:
        """A hash of all that was ruled; it is the id."""
        plain = msgspec.json.encode(replace(self, id="", withdrawn=None, withdrawn_by=None), order="sorted")
        return digest(plain.decode())


class Other(Struct, frozen=True, kw_only=True):
    """The key under which those of a split go that are another actor, place or agreement, and its name, if one was
    given."""

    key: str
    name: str | None = None


class AtOdds(Struct, frozen=True, kw_only=True):
    """A dispute: its type, and who speaks on each of its sides."""

    type: str
    sides: tuple[tuple[str, ...], ...]


def other_of(value: Any) -> Other | None:
    """What a split by keys keeps of what is another, by its value; None where that is no such thing."""
    return _converted(value, Other)


def at_odds(value: Any) -> AtOdds | None:
    """The dispute that a ruling is on, by its value; None where that tells of none."""
    return _converted(value, AtOdds)


def _converted(value: Any, shape: type[S]) -> S | None:
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return None


class Attached(Struct, frozen=True, kw_only=True):
    """What was ruled, with the ids of the observations or reports that its anchors stand for now, in their order; those
    that stand for nothing any more are not among them. `words` are the anchors of a copy."""

    id: str
    at: str
    what: str
    kind: str
    field: str | None = None
    value: Any = None
    state: str = ""
    held: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    words: tuple[Anchor, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """What is ruled later stands."""
        return self.at, self.id

    @property
    def holds(self) -> bool:
        """Whether it takes hold of anything: a merge of two things at least, a split of both sides, or of those that
        go by another key, a copy of both passages."""
        if self.what == SPLIT:
            return bool(self.apart and (self.held or self.kind in KEYED))
        return len(self.held) >= (2 if self.what == MERGE else 1)


class Standing(Struct, frozen=True, kw_only=True):
    """A ruling as it stands: the ids of the `entries` that it touches now, the anchors that stand for nothing any more,
    and whether it still takes hold."""

    ruling: Ruling
    entries: tuple[str, ...]
    loose: tuple[Anchor, ...]
    holds: bool


def sealed(ruling: Ruling) -> Ruling:
    """The ruling under its id."""
    return replace(ruling, id=ruling.seal)


def anchor_of(noted: Noted, others: Iterable[Observation]) -> Anchor:
    """The anchor of an observation; `others` are those of its report."""
    seen = noted.observation
    passage = next((span for span in seen.evidence if span.holds(seen.trigger)), seen.evidence[0])
    quote = next(each.words for each in noted.quotes if (each.start, each.end) == (passage.start, passage.end))
    beside = {
        each.id
        for each in others
        if each.id != seen.id and each.kind == seen.kind and any(passage.overlaps(span) for span in each.evidence)
    }
    return Anchor(
        document=seen.document,
        kind=seen.kind,
        start=passage.start,
        end=passage.end,
        quote=quote,
        at=seen.trigger.start,
        observation=seen.id,
        beside=tuple(sorted(beside)),
    )


def attached(anchor: Anchor, seen: Iterable[Observation]) -> Observation | None:
    """The observation among those of the anchor's report that it stands for: that of the same id, else one of its kind
    whose passage overlaps, and which did not stand beside it then: first one of the very passage, then the nearest."""
    alike = [each for each in seen if each.kind == anchor.kind]
    same = next((each for each in alike if each.id == anchor.observation), None)
    if same is not None:
        return same
    near = [each for each in alike if each.id not in anchor.beside and _overlaps(anchor, each)]
    return min(near, key=lambda each: (not _same_passage(anchor, each), *_distance(anchor, each)), default=None)


def _overlaps(anchor: Anchor, seen: Observation) -> bool:
    return any(span.start < anchor.end and anchor.start < span.end for span in seen.evidence)


def _same_passage(anchor: Anchor, seen: Observation) -> bool:
    return any((span.start, span.end) == (anchor.start, anchor.end) for span in seen.evidence)


def _distance(anchor: Anchor, seen: Observation) -> tuple[int, int, str]:
    return abs(seen.trigger.start - anchor.at), seen.trigger.start, seen.id


def state_of(entry: Entry) -> str:
    """A hash of what the entry tells, in the form in which it is kept."""
    told = {name: getattr(entry, name) for name in entry.__struct_fields__ if name not in OF_THE_RECORD}
    return digest(msgspec.json.encode(told, order="sorted").decode())


def verbs(kind: str) -> tuple[str, ...]:
    """What can be ruled of entries of the kind."""
    return VERBS_OF.get(kind, VERBS)


def refuse_verb(what: str, kind: str) -> None:
    """Raises RulingError where entries of the kind cannot be ruled on so."""
    if what not in VERBS:
        raise RulingError(f"{what!r} is no ruling: expected one of {', '.join(VERBS)}")
    if what not in (known := verbs(kind)):
        raise RulingError(f"a {kind} cannot be ruled on so ({what}): expected one of {', '.join(known)}")


def refuse_malformed(ruling: Ruling) -> None:
    """Raises RulingError for a ruling that does not say by whom, or what, or of what."""
    refuse_verb(ruling.what, ruling.kind)
    if not ruling.who.strip() or len(ruling.who) > WHO or not ruling.who.isprintable():
        raise RulingError(f"{ruling.who[:WHO]!r} is nobody's name: expected 1 to {WHO} printable characters")
    if len(ruling.note) > NOTE or "\0" in ruling.note or _half(ruling.note):
        raise RulingError(f"the note cannot be kept: expected at most {NOTE} characters of text")
    if not ruling.anchors or (ruling.what == SPLIT and not ruling.apart):
        raise RulingError(f"a ruling to {ruling.what} must name the passages it is about")


def _half(text: str) -> bool:
    """Whether it holds half a character, which no file can."""
    return any("\ud800" <= each <= "\udfff" for each in text)


def in_order(rulings: Iterable[Attached]) -> Sequence[Attached]:
    """The rulings as they were made; what is ruled later stands."""
    return sorted(rulings, key=lambda each: each.order)


class Asking(Struct, frozen=True, kw_only=True):
    """What a person asks to rule of the entry at an address.

    `others`: addresses of the entries that it is one with (merge); `apart`: ids of the observations in it that are
    another thing (split), which is called `value` if that is given; `field` and `value` for an edit, actors and places
    by name, key or id; `seen`: the state of the entry when the person looked at it, as `state_of` gives it, if another
    may have changed it since.
    """

    entry: str
    what: str
    who: str
    note: str = ""
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    field: str | None = None
    value: Any = None
    seen: str = ""
