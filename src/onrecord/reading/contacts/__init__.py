"""Contacts: who met or spoke with whom."""
