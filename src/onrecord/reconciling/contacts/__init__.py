"""Calls, meetings and talks, whether they came about, and what each side said of them."""
