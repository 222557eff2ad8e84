"""How reading is spread: in this process, or over several."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from onrecord.model.documents import Document
from onrecord.model.findings import Observation

READ_LANGUAGE = "en"


class Reading(NamedTuple):
    """A document with what was read in it; `trouble` says why where it could not be read, `trace` where in the code."""

    document: Document
    observations: tuple[Observation, ...] = ()
    trouble: str | None = None
    trace: str = ""


class Engine(Protocol):
    """Reads documents, in the order in which they come."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]: ...


def engine(pipeline: str, workers: int = 1) -> Engine:
    """An engine with so many processes; one reads in this process itself."""
    if workers == 1:
        from onrecord.engines.in_process import InProcess

        return InProcess(pipeline)
    from onrecord.engines.processes import Processes

    return Processes(pipeline, workers)
