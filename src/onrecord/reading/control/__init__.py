"""Control: who took or holds what."""
