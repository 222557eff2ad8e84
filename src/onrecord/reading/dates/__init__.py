"""Dates: what a report says of when."""
