"""The entry that a group comes to: its fields, cites, dates and accounts."""
