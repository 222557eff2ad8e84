"""Actors: who."""
