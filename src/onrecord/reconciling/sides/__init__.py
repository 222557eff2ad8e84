"""Whether two names stand for one side."""
