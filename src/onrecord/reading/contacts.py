"""Contacts: calls, meetings, delegations, talks, summits, conferences, patrols: who with whom, when, where."""

from collections.abc import Sequence

from onrecord.model.findings import ContactFinding, Observation
from onrecord.reading import deeds
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES}


def find(report: Report, found: Found) -> tuple[DeedMention[ContactFinding], ...]:
    """The contacts of a report, in the order of its text."""
    return ()


def observations(report: Report, mentions: Sequence[DeedMention[ContactFinding]]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "contact", mentions)
