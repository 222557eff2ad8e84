"""Which observations tell one thing, and how like they are."""
