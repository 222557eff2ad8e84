"""Places: where."""
