"""Outcomes: what a report says came of an ultimatum, a demand, a threat or a promise."""
