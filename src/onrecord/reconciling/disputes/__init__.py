"""Where accounts differ: what stands against what, for each kind of entry."""
