"""A piece of work that goes on while others look at the record: reading reports that somebody handed in."""

from msgspec import Struct

WAITING, READING, DONE, STOPPED = "waiting", "reading", "done", "stopped"


class Failure(Struct, frozen=True):
    """A report that could not be read: its name, why, and what to do."""

    name: str
    why: str
    advice: str


class Job(Struct, frozen=True, kw_only=True):
    """`at`: when it was handed in, as ISO in UTC; `sources`: the names of what was; `state`: one of the four above.

    `read`, `already_there` and `other_language` count reports; `trouble` says why all of it came to a stop."""

    id: str
    at: str
    sources: tuple[str, ...]
    state: str = WAITING
    read: int = 0
    already_there: int = 0
    other_language: int = 0
    failures: tuple[Failure, ...] = ()
    trouble: str | None = None

    @property
    def is_over(self) -> bool:
        return self.state in (DONE, STOPPED)
