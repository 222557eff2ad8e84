"""Statements: who says what."""
