"""Agreements: accords named or described."""
