"""Somebody who acts or speaks: a person, a government, a force, a body, a medium, a population."""

from msgspec import Struct

TYPES = (
    "person",
    "state",
    "government body",
    "armed force",
    "armed group",
    "militia",
    "police",
    "international organisation",
    "media",
    "population group",
    "other",
)

UNNAMED = "(unnamed)"  # ends the name of one whom the words do not name


class Actor(Struct, frozen=True, kw_only=True):
    """An actor as one report identifies it.

    `key` is stable across reports: `<type>:<folded name>`, or the id of the vocabulary's entry. `name` is the fullest
    form known ("Recep Tayyip Erdogan", "Syrian army", "Turkish security source (unnamed)"). `country`: short English
    name of the country it belongs to. `side_of`: the key or name of the power it acts for, where the words say so.
    """

    key: str
    name: str
    type: str
    country: str | None = None
    side_of: str | None = None

    @property
    def unnamed(self) -> bool:
        """Whether the words give an office or a description, and no name."""
        return self.name.endswith(UNNAMED)
