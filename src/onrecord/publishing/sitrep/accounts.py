"""On what the tellers of an entry differ, and how that is said of the value itself: "12 or more", "denied by"."""

from typing import Any

from onrecord.model.entries import Account, Entry, FigureEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Claim, Day, Fixed

PLAIN = ("happened", "held", "ongoing")
REFUTING = ("denied", "called off")
LOOSER = {"more than": "or more", "at least": "or more", "nearly": "or less", "up to": "or less", "about": "or so"}
DIFFER = Fixed("accounts differ", tag=True)


def values(entry: Entry, field: str) -> list[Any]:
    """The values that tellers give of a field on which they differ, each once; none where they do not differ."""
    told = (account.value for account in entry.accounts if account.field == field)
    return list(dict.fromkeys(tuple(value) if isinstance(value, list) else value for value in told))


def other_days(entry: Entry, field: str, shown: str) -> list[Claim]:
    """The days that tellers give of the field beside the one that is shown."""
    covered = days(shown)
    told = [(iso, days(iso)) for iso in values(entry, field)]
    apart = [iso for iso, own in told if own and covered and (own[1] < covered[0] or covered[1] < own[0])]
    return [claim for iso in apart for claim in (Fixed("or"), Day(iso))]


def looser(figure: FigureEntry) -> list[Claim]:
    """How much more some leave open of its number: "or more"."""
    words = (LOOSER.get(value) for value in values(figure, "qualifier") if value != figure.qualifier)
    return [Fixed(word) for word in dict.fromkeys(filter(None, words))]


def standing(status: str | tuple[str, ...]) -> list[Claim]:
    """How a deed stands, where it was not plainly done; that accounts differ, where some say that it was not."""
    stages = (status,) if isinstance(status, str) else status
    if len(stages) > 1 and not set(stages).isdisjoint(REFUTING):
        return [DIFFER]
    return [] if set(stages) & set(PLAIN) else [Fixed(", ".join(stages), tag=True)]


def by_standing(entry: Entry) -> dict[str, list[Account]]:
    """The accounts of how a deed stands, what was done first and what is denied last."""
    told: dict[str, list[Account]] = {}
    for account in entry.accounts:
        if account.field == "status":
            told.setdefault(account.value, []).append(account)
    return {stage: told[stage] for stage in sorted(told, key=lambda stage: (stage in REFUTING, stage not in PLAIN))}


def joint(stage: str, *, first: bool) -> list[Claim]:
    """The words of ours between those who tell one stage and those who tell another: "; denied by"."""
    word = "" if stage in PLAIN else "denied by" if stage == "denied" else f"{stage}, per"
    said = word if first else f"; {word or 'per'}"
    return [Fixed(said)] if said else []
