"""Reading in several processes of this machine."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from onrecord.engines import Reading
from onrecord.engines.in_process import InProcess
from onrecord.errors import OnrecordError
from onrecord.model.documents import Document

AHEAD = 4  # documents waiting for each process

_own: InProcess | None = None


def _start(pipeline: str) -> None:
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the first process ends the others
    _own = InProcess(pipeline)


def _read(document: Document) -> Reading:
    if _own is None:
        raise RuntimeError("a reading process was not started by Processes")
    return _own.read_one(document)


class Processes:
    """Reads with `workers` processes, each with a parser of its own; few documents are under way at once."""

    def __init__(self, pipeline: str, workers: int) -> None:
        self._pipeline = pipeline
        self._workers = workers

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Each document with its observations, in the order in which they came."""
        under_way: deque[Future[Reading]] = deque()
        pool = ProcessPoolExecutor(self._workers, get_context("spawn"), _start, (self._pipeline,))
        try:
            for document in documents:
                under_way.append(pool.submit(_read, document))
                if len(under_way) >= AHEAD * self._workers:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise OnrecordError(
                f"a reading process ended by itself, perhaps for want of memory: try fewer than {self._workers} workers"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
