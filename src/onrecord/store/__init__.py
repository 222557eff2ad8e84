"""The record on disk."""

from onrecord.store.copying import copy, duplicate
from onrecord.store.reader import Head, Reader
from onrecord.store.searching import Match, Matches
from onrecord.store.store import Store
from onrecord.store.writer import Filed, Made, Writer

__all__ = ["Filed", "Head", "Made", "Match", "Matches", "Reader", "Store", "Writer", "copy", "duplicate"]
