"""Commitments: what is threatened, promised, demanded."""
