"""Which pages and passages carry one text."""
