"""Compliance: who says that whom kept or broke an accord."""
