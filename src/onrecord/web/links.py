"""Addresses of pages, in one place: as the server answers them, and as a static site names its files.

A page is asked for by its name and, where it is about one thing, by that thing's id: `to("figures")`,
`to("entry", "9f3c…")`. A place in a report, `to("report", "9f3c…", at="c120-140")`, is on the part of the report that
shows those words.
"""

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, quote, urlencode

from msgspec.structs import replace

from onrecord.model.ids import digest
from onrecord.web.asked import Asked, asked
from onrecord.web.stretches import number_at

FORMS = ("", "json", "csv")
ABSENT = "absent:"  # where a page would be that a static site does not have
PLAIN = re.compile(r"[0-9a-z][0-9a-z_-]{0,79}(?:~[0-9a-z_-]{1,80})?", re.ASCII)  # that is a file's name everywhere
CITED = re.compile(r"c(\d{1,12})-\d{1,12}", re.ASCII)


class Target(NamedTuple):
    """A page of a static site: its name, the id of what it is about, which part of a long one."""

    page: str
    id: str = ""
    number: int = 1


class Links(Protocol):
    """How a page is linked from the one that is being written."""

    is_static: bool

    def to(self, page: str, id_: str = "", *, asked: Asked | None = None, form: str = "", at: str = "") -> str:
        """The address of a page; `asked` is the filter it should have, that of the present page if not given; `form`
        one of FORMS; `at` the place on it."""

    def words(self, report: str, start: int, end: int) -> str:
        """The address of words in the report of that id."""

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
        query = query_of(self._carried(page, at) if asked is None else asked)
        return f"{path}{'?' if query else ''}{query}{'#' if at else ''}{quote(at)}"

    def words(self, report: str, start: int, end: int) -> str:
        return self.to("report", report, at=f"c{start}-{end}")

    def file(self, name: str) -> str:
        return f"/static/{quote(name)}"

    def _carried(self, page: str, at: str) -> Asked:
        """What goes along from page to page: the filter and the day, not the part of a list."""
        mine = self._present
        number = number_of(page, at)
        return Asked(
            keys=mine.keys, since=mine.since, until=mine.until, words=mine.words, as_of=mine.as_of, number=number
        )


class SiteLinks:
    """Relative addresses between the files of a static site, `depth` folders below its root.

    The site has one filter: that of `present`. `has` says whether it has a page; the address of one that it has not, or
    of the same with another filter, is ABSENT.
    """

    is_static = True

    def __init__(self, depth: int, present: Asked, has: Callable[[Target], bool]) -> None:
        self._root = "../" * depth
        self._present = present
        self._has = has

    def to(self, page: str, id_: str = "", *, asked: Asked | None = None, form: str = "", at: str = "") -> str:
        number = number_of(page, at) if asked is None else asked.number
        target = Target(page, id_, number)
        if (asked is not None and replace(asked, number=1) != self._present) or not self._has(target):
            return ABSENT
        return f"{self._root}{file_of(target, form)}{'#' if at else ''}{quote(at)}"

    def words(self, report: str, start: int, end: int) -> str:
        return self.to("report", report, at=f"c{start}-{end}")

    def file(self, name: str) -> str:
        return f"{self._root}static/{quote(name)}"


def query_of(wanted: Asked) -> str:
    """What is asked for, as it stands in an address."""
    return urlencode(wanted.query())


def asked_in(query: str) -> Asked:
    """What stands in an address after the `?`. Raises AskedError for what cannot be."""
    return asked(parse_qsl(query))


def number_of(page: str, at: str) -> int:
    """The part of the page on which the place is: of a report the one that shows the words, else the first."""
    cited = CITED.fullmatch(at) if page == "report" else None
    return number_at(int(cited[1])) if cited else 1


def file_of(target: Target, form: str = "") -> str:
    """The file of a page within a static site, with a slash between folders: letters, digits and "-", "_", "~", "."
    alone, which need no quoting."""
    page, id_, number = target
    if id_:
        name = f"{page}/{id_ if PLAIN.fullmatch(id_) else f'x{digest(id_)}'}"
    else:
        name = "index" if page == "overview" and not form else page
    return f"{name}{f'.{number}' if number > 1 else ''}.{form or 'html'}"
