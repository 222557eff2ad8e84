"""Commitments: threats, ultimatums, pledges, plans, demands, offers: by whom, to whom, on what condition, due when."""

from collections.abc import Sequence

from onrecord.model.findings import CommitmentFinding, Observation
from onrecord.reading import deeds
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES}


def find(report: Report, found: Found) -> tuple[DeedMention[CommitmentFinding], ...]:
    """The commitments of a report, in the order of its text."""
    return ()


def observations(report: Report, mentions: Sequence[DeedMention[CommitmentFinding]]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "commitment", mentions)
