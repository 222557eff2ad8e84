"""Figures: how many."""
