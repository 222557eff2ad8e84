"""What the findings about one accord have in common, in one report and across reports.

An accord of the vocabulary goes by its id. Another goes by a key that every report gives it that tells as much of it,
if that much can be of one accord alone:

    accord:KIND:PLACE[:YEAR]      an agreement, accord, treaty, pact, protocol or memorandum named for a town
    accord:KIND:DAY               the full day on which it was made
    accord:KIND:MONTH:SIDES       its month, or for what is no truce its year, and two sides at least, by their keys

KIND is `truce`, the words of its name for its matter ("prisoner-swap"), or `accord`. Truces are named for where they
hold, one after the other, so that a town alone is none of their own; nor is a "deal" for it. All else ("the agreement",
"a ceasefire") goes by the id of its own observation.
"""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.findings import AgreementFinding
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord
from onrecord.vocabulary.known_actors import fold

TRUCE, ACCORD, START = "truce", "accord", "accord:"
FORMAL = frozenset({"agreement", "accord", "treaty", "pact", "protocol", "memorandum"})
GENERAL = (
    frozenset({"peace", "of", "cease", "war", "violence", "fighting", "understanding", "deal", "settlement"}) | FORMAL
)
PARTS = {"year": 1, "month": 2, "day": 3}  # numbers of an ISO date
_WORD = re.compile(r"\w+")


def shared(name: str, made: When | None, parties: Iterable[Actor], town: str | None) -> str | None:
    """The key of an accord of that name, day and sides in every report; None where they leave it open which it is.

    `town`: the words in the name that are a town's."""
    kind, day = kind_of(name), _iso(made)
    if town is not None and kind != TRUCE and _is_formal(name):
        return ":".join((START + kind, fold(town), *([day[:4]] if day else [])))
    if len(day) == len("2020-03-05"):
        return f"{START}{kind}:{day}"
    sides = sorted({actor.key for actor in parties})
    if len(sides) > 1 and day and (kind != TRUCE or len(day) > len("2020")):
        return f"{START}{kind}:{day}:{'+'.join(sides)}"
    return None


def follows(finding: AgreementFinding) -> bool:
    """Whether the key is an id of the vocabulary or of an observation, or follows from the name, day and sides."""
    if not finding.key.startswith(START):
        return True
    made = finding.made.value if finding.made is not None else None
    parties = [actor.value for actor in finding.parties]
    words = _WORD.findall(finding.name.value)
    towns = [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    return any(finding.key == shared(finding.name.value, made, parties, town) for town in (None, *towns))


def may_be(accord: Accord, name: str, made: When) -> bool:
    """Whether words of that name and day may mean the known accord, made in the same year: no ceasefire is meant by the
    name of a declaration, no prisoner swap by that of a deal on grain, no accord of May by one of July."""
    kind, kinds = kind_of(name), {kind_of(each) for each in accord.names}
    day, theirs = _iso(made), accord.made or ""
    same_day = day.startswith(theirs) or theirs.startswith(day)
    return same_day and kind in kinds and (kind != ACCORD or kinds <= {ACCORD, TRUCE} or len(accord.parties) > 2)


def kind_of(name: str) -> str:
    """`truce`, the words of the name for what the accord is about, or `accord`."""
    words = {word.lower() for word in _WORD.findall(name)}
    if words & accords.words("truces"):
        return TRUCE
    return "-".join(sorted(words & _matters())) or ACCORD


@cache
def _matters() -> frozenset[str]:
    """The words that tell what an accord is about, each apart: "power", "sharing"."""
    known = accords.accords()
    words = {word for phrase in (*known.nouns, *known.peace) for word in _WORD.findall(phrase)}
    return frozenset(words) - GENERAL - accords.words("truces")


def _is_formal(name: str) -> bool:
    words = [word.lower().removesuffix("s") for word in _WORD.findall(name)]
    return bool(FORMAL.intersection(words))


def _iso(made: When | None) -> str:
    """The day, month or year, as far as it is given in full; empty for one counted from the report's own day."""
    if made is None or made.year is None or made.unit not in PARTS:
        return ""
    if made.bound != "on" or any(
        each is not None for each in (made.offset, made.span, made.until, made.nth, made.part)
    ):
        return ""
    given = [made.year, made.month, made.day][: PARTS[made.unit]]
    if None in given:
        return ""
    return "-".join(f"{number:0{4 if at == 0 else 2}d}" for at, number in enumerate(given) if number is not None)
