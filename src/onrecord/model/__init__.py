"""What a record is made of. Imports nothing of ours; does no I/O."""
