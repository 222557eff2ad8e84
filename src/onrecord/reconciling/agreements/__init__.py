"""Accords, and what each side says of keeping them."""
