"""Identifiers: hashes of content, so that the same reports give the same ids everywhere."""

import hashlib


def digest(*parts: str | int, length: int = 16) -> str:
    """The first `length` hex digits of the SHA-256 of the parts, joined by a separator that no text holds."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def observation_id(document: str, kind: str, start: int, which: int = 0) -> str:
    """The id of an observation: its document, its kind and where its trigger word starts.

    `which` tells apart several findings of one kind at one word ("Turkish and Syrian media"); it is 0 for the first.
    """
    return digest(document, kind, start) if which == 0 else digest(document, kind, start, which)
