"""See docs/decisions.md; filled in below."""
