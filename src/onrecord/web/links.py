"""Addresses of pages, in one place: as the server answers them, and as a static site names its files.

A page is asked for by its name and, where it is about one thing, by that thing's id: `to("figures")`,
`to("entry", "9f3c…")`.
"""

from typing import Protocol
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from onrecord.web.asked import Asked
from onrecord.web.stretches import number_at

FORMS = ("", "json", "csv")


class Links(Protocol):
    """How a page is linked from the one that is being written."""

    is_static: bool

    def to(self, page: str, id_: str = "", *, asked: Asked | None = None, form: str = "", at: str = "") -> str:
        """The address of a page; `asked` is the filter it should have, that of the present page if not given; `form`
        one of FORMS; `at` the place on it."""

    def words(self, report: str, start: int, end: int) -> str:
        """The address of words in the report of that id: of the part of it that shows them, and their place there."""

    def file(self, name: str) -> str:
        """The address of a style, script or picture."""


class ServerLinks:
    """Addresses from the root of the server, with the present filter in them."""

    is_static = False

    def __init__(self, present: Asked) -> None:
        self._present = present

    def to(self, page: str, id_: str = "", *, asked: Asked | None = None, form: str = "", at: str = "") -> str:
        path = "/" + "/".join(quote(part, safe="") for part in ("" if page == "overview" else page, id_) if part)
        if form:
            path = f"/{page}.{form}" if path == "/" else f"{path}.{form}"
        query = urlencode((self._carried() if asked is None else asked).query())
        return f"{path}{'?' if query else ''}{query}{'#' if at else ''}{quote(at)}"

    def words(self, report: str, start: int, end: int) -> str:
        shown = replace(self._carried(), number=number_at(start))
        return self.to("report", report, asked=shown, at=f"c{start}-{end}")

    def file(self, name: str) -> str:
        return f"/static/{quote(name)}"

    def _carried(self) -> Asked:
        """What goes along from page to page: the filter and the day, not the part of a list."""
        mine = self._present
        return Asked(keys=mine.keys, since=mine.since, until=mine.until, words=mine.words, as_of=mine.as_of)


class SiteLinks:
    """Relative addresses between the files of a static site, which has one filter; `depth`: folders below its root."""

    is_static = True

    def __init__(self, depth: int) -> None:
        self._root = "../" * depth

    def to(self, page: str, id_: str = "", *, asked: Asked | None = None, form: str = "", at: str = "") -> str:
        number = asked.number if asked is not None else 1
        return f"{self._root}{file_of(page, id_, number, form)}{'#' if at else ''}{quote(at)}"

    def file(self, name: str) -> str:
        return f"{self._root}static/{quote(name)}"


def file_of(page: str, id_: str = "", number: int = 1, form: str = "") -> str:
    """The file of a page within a static site."""
    name = f"{page}/{quote(id_, safe='')}" if id_ else "index" if page == "overview" and not form else page
    return f"{name}{f'-{number}' if number > 1 else ''}.{form or 'html'}"
