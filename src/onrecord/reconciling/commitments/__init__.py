"""What was threatened, promised and demanded, and what came of it."""
