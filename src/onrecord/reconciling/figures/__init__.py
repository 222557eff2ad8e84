"""Counts, told as they are; which are one, which are one series."""
