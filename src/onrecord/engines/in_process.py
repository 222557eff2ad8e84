"""Reading in this process, one document after the other."""

import traceback
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.engines import READ_LANGUAGE, Reading
from onrecord.errors import OnrecordError
from onrecord.model.documents import Document

if TYPE_CHECKING:
    from onrecord.reading.language import Parser


class InProcess:
    """Reads with one parser, loaded when the first document comes that must be read."""

    def __init__(self, pipeline: str) -> None:
        self._pipeline = pipeline

    @cached_property
    def _parser(self) -> "Parser":
        from onrecord.reading.language import Parser

        return Parser(self._pipeline)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Each document with its observations, in order."""
        for document in documents:
            yield self.read_one(document)

    def read_one(self, document: Document) -> Reading:
        """One document's observations: none where it is in another language; its trouble where a reader failed."""
        if document.language != READ_LANGUAGE:
            return Reading(document)
        from onrecord.reading import read

        try:
            return Reading(document, read(document, self._parser))
        except OnrecordError:
            raise
        except Exception as error:  # one bad page must not cost the others
            told = f"a reader failed on it ({type(error).__name__}: {error})"
            return Reading(document, trouble=told, trace=traceback.format_exc())
