"""Which tellings of a report are of one contact: the same sides once more, or "the talks" of the sentence before."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.findings import ContactFinding
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import Sides, state_of
from onrecord.reading.found import DeedMention
from onrecord.vocabulary.contacts import contacts

Contact = DeedMention[ContactFinding]
ALIKE = frozenset({"talks", "meeting", "delegation visit", "summit", "conference"})
VISIT = "delegation visit"
NEAR = 2  # paragraphs
LONG = frozenset({"year", "decade"})
WIDER = frozenset({"week", "month", "weekend"})


class Telling(NamedTuple):
    """A contact as one word tells it.

    `known`: as one spoken of before; `kept`: only as such; `again`: as one more of its kind; `past_plan`: as what was
    planned once; `three`: between three; `begun`: as begun or ended; `sentence`: where its sentence starts;
    `ordinal`: the which of several it is ("second"); `repeated`: as many that it does not tell apart; `caller`: the one
    who is in touch with the others; `with_one`: as somebody's with one person; `same_day`: of the day of what was told
    before; `of_members`: of those of one body; `former`: as one gone by ("the previous round").
    """

    mention: Contact
    known: bool = False
    kept: bool = False
    again: bool = False
    past_plan: bool = False
    three: bool = False
    begun: bool = False
    sentence: int = 0
    ordinal: str | None = None
    repeated: bool = False
    caller: Said[Actor] | None = None
    with_one: bool = False
    same_day: bool = False
    of_members: bool = False
    former: bool = False

    @property
    def finding(self) -> ContactFinding:
        return self.mention.finding

    @property
    def paragraph(self) -> int:
        return self.mention.at.paragraph


def joined(tellings: Iterable[Telling]) -> list[Contact]:
    """The contacts that the tellings tell, each once, in the order of the text; those without two sides are none."""
    kept: list[Telling] = []
    for telling in tellings:
        telling = _with_sides_before(kept, telling)
        at = next((at for at in _latest(kept, telling) if _is_same(kept[at], telling)), None)
        if at is not None:
            kept[at] = _both(kept[at], telling)
        elif (len(telling.finding.between) > 1 or telling.of_members) and not telling.kept:
            kept.append(telling)
    return [telling.mention for telling in kept]


def _latest(told: Sequence[Telling], telling: Telling) -> list[int]:
    """The tellings before, the latest first. A visit comes behind all else for words of talks, and is not meant at all
    by those without sides where talks have been told of ("the negotiations ended")."""
    visit = telling.finding.form.value == VISIT
    other = [(told[at].finding.form.value == VISIT) != visit for at in range(len(told))]
    talks = (
        not visit and not telling.finding.between and any(each.finding.form.value in ALIKE - {VISIT} for each in told)
    )
    on = telling.finding.on
    apart = [on is None or each.finding.on is None or each.finding.on.value != on.value for each in told]
    latest = (at for at in range(len(told)) if not (talks and other[at]))
    return sorted(latest, key=lambda at: (other[at], apart[at], -at))  # "Friday's meeting" is that of Friday


def _with_sides_before(told: Sequence[Telling], telling: Telling) -> Telling:
    """ "Similar contacts last week" are between the sides of those told just before; "a tripartite summit with Iran",
    between those of the sentence and Iran."""
    if telling.with_one:
        return _with_caller_before(told, telling)
    if telling.three and len(telling.finding.between) == 1:
        return _with_two_before(told, telling)
    if not telling.again or len(telling.finding.between) > 1:
        return telling
    before = next((each for each in reversed(told) if each.finding.form.value in ALIKE), None)
    if before is None or telling.paragraph - before.paragraph > NEAR or telling.finding.form.value not in ALIKE:
        return telling
    if not _keys(telling.finding.between) <= _keys(before.finding.between):
        return telling
    if before.finding.form.value != telling.finding.form.value and _are_persons(before.finding.between):
        return telling  # "A met B. A new round of talks will be held" is hardly between these two alone
    finding = structs.replace(telling.finding, between=before.finding.between)
    return telling._replace(mention=telling.mention._replace(finding=finding))


def _are_persons(sides: Sides) -> bool:
    return all(side.value.type == "person" for side in sides)


def _with_caller_before(told: Sequence[Telling], telling: Telling) -> Telling:
    """ "Blinken spoke with Burhan. A call with Dagalo was planned": his who had the one before, on its day where it is
    told to be later on that."""
    before = told[-1] if told else None
    if before is None or before.caller is None or not 0 <= telling.paragraph - before.paragraph <= 1:
        return telling
    other = telling.finding.between[0]
    if other.value.key in _keys(before.finding.between) or other.value.country == before.caller.value.country:
        return telling
    if {before.finding.form.value, telling.finding.form.value} - ALIKE and not _alike(
        before.finding.form.value, telling.finding.form.value, True
    ):
        return telling
    finding = structs.replace(
        telling.finding,
        between=(before.caller, other),
        on=telling.finding.on or (before.finding.on if telling.same_day else None),
    )
    return telling._replace(mention=telling.mention._replace(finding=finding))


def _with_two_before(told: Sequence[Telling], telling: Telling) -> Telling:
    before = told[-1] if told else None
    if before is None or (before.paragraph, before.sentence) != (telling.paragraph, telling.sentence):
        return telling
    sides = [state_of(side) for side in (*before.finding.between, *telling.finding.between)]
    named = {side.value.key: side for side in sides if side is not None}
    if len(sides) != 3 or len(named) != 3:
        return telling
    finding = structs.replace(telling.finding, between=tuple(named.values()))
    return telling._replace(mention=telling.mention._replace(finding=finding))


def _is_same(before: Telling, telling: Telling) -> bool:
    """Whether a telling is of the contact told before."""
    one, other = before.finding, telling.finding
    together = before.paragraph == telling.paragraph and before.sentence == telling.sentence
    if not _alike(one.form.value, other.form.value, together or telling.kept or _is_of_before(before, telling)):
        return False
    if telling.repeated or before.repeated:
        return False
    if telling.ordinal and before.ordinal and telling.ordinal != before.ordinal:
        return False
    if telling.again and not before.again and (one.on is None or one.on != other.on):
        return False
    if telling.again and before.again and telling.former != before.former:
        return False  # "the latest talks", beside "the previous round"
    if not _sides_agree(one.between, other.between, telling, together):
        return False
    if not other.between and telling.paragraph - before.paragraph > NEAR:
        return False
    if not _days_agree(one, other) or not _places_agree(one.place, other.place):
        return False
    if not other.between and other.on is not None and one.on is None and one.form.value != other.form.value:
        return False  # "has brokered talks between both. At Friday's meeting"
    return _status_agrees(before, telling)


def _is_of_before(before: Telling, telling: Telling) -> bool:
    """Whether a form is named of talks just told of, at no place: "spoke with her. In the call, he stressed"; or those
    of a call just told of talked about something, of no other day or place: "both also discussed"."""
    near = 0 <= telling.paragraph - before.paragraph <= 1
    if near and telling.known and not telling.finding.between and before.finding.place is None:
        return True
    one, other = before.finding, telling.finding
    bare = other.on is None and other.place is None and other.form.value == "talks" and not telling.known
    return near and bare and one.place is None and _keys(one.between) == _keys(other.between)


def _alike(one: str, other: str, together: bool) -> bool:
    return one == other or {one, other} <= ALIKE or (together and "talks" in (one, other))


def _sides_agree(one: Sides, other: Sides, telling: Telling, together: bool) -> bool:
    keys, others = _keys(one), _keys(other)
    if keys == others:
        return True
    if telling.known or telling.kept:
        return others <= keys or _stand_for(one, other)
    return together and (others <= keys or _stand_for(one, other))


def _stand_for(one: Sides, other: Sides) -> bool:
    """Whether the sides are the same powers, told as persons here and as states there; two persons of one power are
    two."""
    persons, others_ = _persons(one), _persons(other)
    if any(others_.get(power, key) != key for power, key in persons.items()):
        return False
    powers, others = {_power(actor.value) for actor in one}, {_power(actor.value) for actor in other}
    return None not in powers | others and powers == others and len(powers) > 1


def _persons(sides: Sides) -> dict[str | None, str]:
    """The key of each person, by the power that he stands for."""
    return {_power(side.value): side.value.key for side in sides if side.value.type == "person"}


def _power(actor: Actor) -> str | None:
    """The power that a side is or stands for; an armed group stands for itself, not for its country."""
    return actor.country if actor.type in ("person", "government body", "armed force") else actor.name


def _days_agree(one: ContactFinding, other: ContactFinding) -> bool:
    if one.on is None or other.on is None:
        dated = one.on or other.on
        return dated is None or dated.value.unit not in LONG  # "led one in 1994 and is there now"
    return one.on.value == other.on.value or _is_wider(one.on.value) != _is_wider(other.on.value)


def _is_wider(when: When) -> bool:
    return when.unit in WIDER


def _places_agree(one: Said[Place] | None, other: Said[Place] | None) -> bool:
    if one is None or other is None:
        return True
    here, there = one.value, other.value
    return here.key == there.key or (here.country == there.country and "country" in (here.precision, there.precision))


def _narrower(one: Said[Place] | None, other: Said[Place] | None) -> Said[Place] | None:
    if one is None or other is None:
        return one or other
    return other if one.value.precision == "country" else one


def _status_agrees(before: Telling, telling: Telling) -> bool:
    one, other = before.finding, telling.finding
    if one.status.value == other.status.value:
        gone_by = telling.past_plan and not before.past_plan and other.on is not None  # another, once planned
        return one.status.value != "planned" or not gone_by
    if one.status.value == "planned" and other.status.value == "held":  # "arrived for talks. The talks began"
        return telling.known and telling.begun and telling.paragraph - before.paragraph <= 1 and not other.between
    if one.status.value == "planned" and other.status.value == "called off":  # "was to meet. The meeting was put off"
        return telling.known and telling.paragraph - before.paragraph <= 1 and not other.between
    if one.status.value == "held" and other.status.value == "planned":  # "was due to hold talks there"
        return telling.past_plan and one.place is not None and other.place is not None
    return telling.kept and one.status.value == "held"


def _keys(between: Sides) -> set[str]:
    return {actor.value.key for actor in between}


def _both(before: Telling, telling: Telling) -> Telling:
    """The contact with what its later telling adds."""
    one, other = before.finding, telling.finding
    began = one.status.value == "planned" and other.status.value in ("held", "called off")
    precise = other.on is not None and (one.on is None or (_is_wider(one.on.value) and not _is_wider(other.on.value)))
    form = other.form if one.form.value == "talks" and other.form.value not in ALIKE else one.form
    finding = structs.replace(
        one,
        form=form,
        status=other.status if began else one.status,
        on=other.on if precise else one.on,
        recent=(one.recent or (began and other.recent)) and not precise,
        place=_narrower(one.place, other.place) if form.value not in contacts().placeless else None,
    )
    evidence = tuple(dict.fromkeys((*before.mention.evidence, *telling.mention.evidence)))
    return before._replace(mention=before.mention._replace(evidence=evidence, finding=finding))
