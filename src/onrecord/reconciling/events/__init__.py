"""What happened, told as it is; which tellings are of one event."""
