"""Sites: posts, bases, crossings, camps, hospitals: how many, whose, in what state."""

from collections.abc import Sequence

from onrecord.model.findings import Observation, SiteFinding
from onrecord.reading import deeds
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES}


def find(report: Report, found: Found) -> tuple[DeedMention[SiteFinding], ...]:
    """The sites of a report, in the order of its text."""
    return ()


def observations(report: Report, mentions: Sequence[DeedMention[SiteFinding]]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "site", mentions)
