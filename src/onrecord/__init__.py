"""onrecord keeps a sourced record of a crisis from the many reports of it.

    from onrecord import Record

`Record` opens a record; its entries are the classes of `onrecord.model.entries`, its errors those of `onrecord.errors`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import Record

__all__ = ["Record"]


def __getattr__(name: str) -> object:
    """Loads the record's rooms only where they are used, so that the command answers at once."""
    if name == "Record":
        from onrecord.api import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
