"""Agreements: accords named or described, their parties, terms and date; one finding for each accord of a report."""

from collections.abc import Sequence

from onrecord.model.findings import AgreementFinding, Observation
from onrecord.reading import deeds
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES}


def find(report: Report, found: Found) -> tuple[DeedMention[AgreementFinding], ...]:
    """The agreements of a report, in the order of its text."""
    return ()


def observations(report: Report, mentions: Sequence[DeedMention[AgreementFinding]]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "agreement", mentions)
