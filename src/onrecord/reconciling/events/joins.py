"""Whether two observations of one type tell of one event.

Nothing that they tell may keep them apart (days, places, sides, tolls), and they must have more than the type in
common: the same words, or the day and place with a side or a toll, the day with both sides, or the day and place with
what was hit, whose toll then may differ from teller to teller. What is told without its day can be of the days just
before its report. Threats and demands that are commitments are one where those are.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.model.actors import Actor
from onrecord.model.findings import FigureFinding
from onrecord.model.iso import days
from onrecord.model.said import Said
from onrecord.reconciling.commitments import entries as commitments
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import WIDE, each_day, power, same_days, same_place, same_sides
from onrecord.reconciling.joining.sayings import content, denies, is_gist, names_truce, same_numbers, same_words
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import retold, sketch, stems
from onrecord.reconciling.merging.fields import length
from onrecord.vocabulary.events import events

WEEKS = 21  # days
TELLING = 10  # a smaller toll is that of many a day
DONE = frozenset({"happened", "ongoing", "attempted", "denied"})
TO_COME = frozenset({"planned", "called off", "denied"})
SAID = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # done by saying it
ANSWERS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REJECT"})  # to a truce
VOICED = frozenset({"THREATEN", "REQUEST"})  # those that commitments are
ANYBODY = frozenset({"population group", "other", "person"})  # words for victims vary: "villagers", "civilians"
SINGLE = frozenset({"hospital", "school", "place of worship", "market", "airport", "energy site", "bridge"})
TODAY, NEXT, NEWS = dt.timedelta(0), dt.timedelta(days=1), dt.timedelta(days=3)
Voiced = Mapping[str, Seen]


def keys(voiced: Voiced, seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: a day with a place, a toll or both sides, a place with a toll or
    what was hit there, words, or what the commitments that they are must share."""
    by, to = ({power(said.value) for said in side} for side in (seen.finding.by, seen.finding.to))
    sides = [f"{doer} {target}" for doer in by for target in to]
    tolls = [f"{measure} {number}" for measure, number in _tolls(seen).items()]
    for day in each_day(seen.entry.on):
        yield from (f"{day} {what}" for what in (seen.entry.place_id, *sides, *tolls) if what)
    if _is_spot(seen):
        yield from (f"{seen.entry.place_id} {what}" for what in (*tolls, seen.entry.object) if what)
    yield from sketch(content(seen.entry.what) if seen.entry.plover in SAID else seen.words)
    if seen.entry.plover in ANSWERS and names_truce(content(seen.entry.what)):
        yield from (f"truce {doer}" for doer in by)
    commitment = _commitment(voiced, seen)
    if commitment is not None:
        yield from (f"commitment {key}" for key in commitments.keys(commitment))


def compare(voiced: Voiced, one: Seen, other: Seen) -> Verdict:
    """How two observations of events of one type stand to one another; `voiced` are the commitments, by their ids, that
    some are."""
    pledged = _commitment(voiced, one), _commitment(voiced, other)
    if pledged[0] is not None and pledged[1] is not None:
        verdict = APART if one.shares_passage(other) else commitments.compare(pledged[0], pledged[1])
        if verdict != OPEN:
            return verdict
    same = _alike(one, other)
    open_ = {"same day", "same toll"} if _is_one_blow(one, other, same) else {"same day"}
    apart = (alike is False for what, alike in same.items() if what not in open_)
    if any(apart) or not _same_ways(one, other) or one.shares_passage(other):
        return APART
    words = _same_words(one, other, same)
    if same["same day"] is False and not (words and one.reprints(other)):
        return APART
    truce = _of_one_truce(one, other, same)
    if not (words or truce) and (one.entry.plover in SAID or not _tied(one, other, same)):
        return OPEN
    return tuple(reason for reason, holds in {"same words": words, "same truce": truce, **same}.items() if holds)


def _commitment(voiced: Voiced, seen: Seen) -> Seen | None:
    """The commitment that the event is."""
    if seen.entry.plover not in VOICED:
        return None
    return next((voiced[id_] for id_ in seen.finding.same if id_ in voiced), None)


def _alike(one: Seen, other: Seen) -> dict[str, bool | None]:
    """In what the two agree: True or False, None where one of them does not tell it."""
    mine, yours = one.finding, other.finding
    grows = _same_start(one.entry.on, other.entry.on)
    return {
        "same day": same_days(one.entry.on, other.entry.on),
        "same place": same_place(one.place, other.place),
        "same doer": same_sides(mine.by, yours.by),
        "same target": _same_victims(mine.to, yours.to),
        "same toll": None if grows else _same_toll(_tolls(one), _tolls(other)),
        "same thing hit": _same_thing(one, other) or None,
    }


def _same_words(one: Seen, other: Seen, same: Mapping[str, bool | None]) -> bool:
    """Whether both tell it in one telling's words, and hang on the same word or agree on who did it; where no report
    is dated, or all have one day, in words of which many are the same, with the same means and somebody in common."""
    if one.entry.plover in SAID:
        return _same_saying(one, other) and (one.trigger == other.trigger or bool(same["same doer"]))
    doer, target = bool(same["same doer"]), bool(same["same target"])
    if retold(one.words, other.words):
        return one.trigger == other.trigger or (doer and target)
    means = one.entry.mode == other.entry.mode and (one.entry.mode is not None or one.trigger == other.trigger)
    return means and (doer or target) and _is_reworded(one, other)


def _is_reworded(one: Seen, other: Seen) -> bool:
    """Whether two reports, which are of one day or have no date, tell it in words of which many are the same."""
    reported = one.entry.first_reported == other.entry.first_reported
    numbers = same_numbers(*(" ".join(cite.quote for cite in seen.entry.cites) for seen in (one, other)))
    return reported and numbers and one.document != other.document and is_gist(one.words, other.words)


def _tied(one: Seen, other: Seen, same: Mapping[str, bool | None]) -> bool:
    """Whether they have enough in common without the words: one day and a place or both sides, with no day inferred
    where nobody is named."""
    place, by, to, toll = (bool(same[f"same {what}"]) for what in ("place", "doer", "target", "toll"))
    thing = bool(same["same thing hit"])
    spot = place and _is_spot(one)
    if not same["same day"]:
        telling = {number for number in _tolls(one).items() if number[1] >= TELLING} & _tolls(other).items()
        return spot and (thing or bool(toll and telling)) and _is_of_one_news(one, other)
    lengths = [length(each.entry.on) for each in (one, other)]
    told = not any(lengths)
    if by and to and one.entry.mode == other.entry.mode:
        days_alike = one.entry.on == other.entry.on and one.document != other.document  # one report infers one day
        return told or not all(lengths) or days_alike or _same_start(one.entry.on, other.entry.on)
    if all(lengths):
        return False
    return (spot and (by or toll or thing or (to and told))) or (toll and (place or by))


def _of_one_truce(one: Seen, other: Seen, same: Mapping[str, bool | None]) -> bool:
    """Whether one side is told to have agreed to, or refused, a truce in reports of one news."""
    if one.entry.plover not in ANSWERS or one.document == other.document or not same["same doer"]:
        return False
    near = same["same day"] or _is_of_one_news(one, other)
    return bool(near) and all(names_truce(content(seen.entry.what)) for seen in (one, other))


def _is_one_blow(one: Seen, other: Seen, same: Mapping[str, bool | None]) -> bool:
    """Whether both tell of one thing hit in one place, each on that day."""
    told = all(length(each.entry.on) == 0 for each in (one, other) if each.entry.on) and bool(same["same day"])
    return told and bool(same["same thing hit"] and same["same place"]) and _is_spot(one)


def _same_thing(one: Seen, other: Seen) -> bool:
    """Whether what was hit is one thing of which a town has few, by a word that both have for it."""
    name = one.entry.object
    if name not in SINGLE or name != other.entry.object:
        return False
    return bool(_called(name) & content(one.entry.what) & content(other.entry.what))


@cache
def _called(name: str) -> frozenset[str]:
    """The stems of the words for an object of that name."""
    return stems(" ".join(events().objects[name]))


def _is_spot(seen: Seen) -> bool:
    """Whether it has a place that no two parts of can be meant."""
    return seen.place is not None and seen.place.precision not in WIDE


def _is_of_one_news(one: Seen, other: Seen) -> bool:
    """Whether what is told without its day, in a report, may be what was done on the other's day, just before it, or
    what a report of the same days tells."""
    told, untold = sorted((one, other), key=lambda seen: seen.entry.on is None)
    on, reported = days(told.entry.on or told.entry.first_reported), days(untold.entry.first_reported)
    if untold.entry.on is not None or on is None or reported is None:
        return False
    sooner, later = (NEXT, NEXT) if told.entry.on is None else (TODAY, NEWS)
    return on[0] <= reported[1] + sooner and reported[0] <= on[1] + later


def _same_start(one: str | None, other: str | None) -> bool:
    """Whether both go on since one day, for longer than a few weeks: their tolls grow."""
    if one is None or other is None or "/" not in one or "/" not in other:
        return False
    return min(length(one), length(other)) > WEEKS and one.partition("/")[0] == other.partition("/")[0]


def _same_saying(one: Seen, other: Seen) -> bool:
    """Whether the words by which somebody did it are one saying."""
    if denies(one.entry.what) != denies(other.entry.what) or not same_numbers(one.entry.what, other.entry.what):
        return False
    mine, yours = content(one.entry.what), content(other.entry.what)
    return same_words(mine, yours) or (one.document != other.document and is_gist(mine, yours))


def _same_ways(one: Seen, other: Seen) -> bool:
    """Whether mode and status can be those of one event."""
    modes = {seen.entry.mode for seen in (one, other)} - {None}
    status = {seen.entry.status for seen in (one, other)}
    return len(modes) < 2 and (len(status) == 1 or status <= DONE or status <= TO_COME)


def _same_victims(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool | None:
    """As `same_sides`; people and groups without a name may be the same under other words."""
    alike = same_sides(one, other)
    vague = any(said.value.type in ANYBODY for said in (*one, *other))
    return None if alike is False and vague else alike


def _tolls(seen: Seen) -> dict[str, float]:
    """The numbers of the event's own figures, by their measures."""
    figures = [each.observation.finding for each in seen.beside]
    told = [figure for figure in figures if isinstance(figure, FigureFinding) and figure.amount.value.value is not None]
    return {figure.measure.value: figure.amount.value.value for figure in told if figure.amount.value.value is not None}


def _same_toll(one: dict[str, float], other: dict[str, float]) -> bool | None:
    """Whether the numbers that both tell are the same; None where they tell none of one measure."""
    both = one.keys() & other.keys()
    return all(one[measure] == other[measure] for measure in both) if both else None
