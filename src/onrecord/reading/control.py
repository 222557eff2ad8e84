"""Control of places: who took, entered, lost, besieges or holds what, from whom, by whose word."""

from collections.abc import Sequence

from onrecord.model.findings import ControlFinding, Observation
from onrecord.reading import deeds
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES}


def find(report: Report, found: Found) -> tuple[DeedMention[ControlFinding], ...]:
    """The claims of a report, in the order of its text."""
    return ()


def observations(report: Report, mentions: Sequence[DeedMention[ControlFinding]]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "control", mentions)
