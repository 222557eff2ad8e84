"""The record as a folder of files: the same pages as the server's, for one filter, which open with no server.

What belongs to the site is settled before the first page is written: the lists, the entries that the filter lets
through, the reports that they cite, the people and places that they name. From the overview on, each page that a page
links to is written; a link to anything else loses its address and keeps its words.
"""

import re
import shutil
import tempfile
from collections import deque
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import OnrecordError
from onrecord.model.addresses import addresses
from onrecord.model.filters import Filter
from onrecord.model.kinds import KINDS
from onrecord.web import rendering
from onrecord.web.asked import PAGES as PARTS
from onrecord.web.asked import Asked
from onrecord.web.links import ABSENT, FORMS, SiteLinks, Target, file_of
from onrecord.web.pages import PAGES
from onrecord.web.pages.beside import APART
from onrecord.web.sight import Sight
from onrecord.web.surroundings import around

MARK = ".onrecord-site"  # in a folder that may be written anew
SERVED = ("review", "rulings", "add", "job", "pick")  # pages that only a server has
FOLLOWED = ("series",)  # written wherever a page of the site links to one
AT_ONCE = 2000
LEAFLET = ("js_lib_leaflet", "static/js_lib_leaflet")
OF_LEAFLET = ("leaflet.js", "leaflet.css")
DEAD_END = re.compile(rf' (?:xlink:)?href="{re.escape(ABSENT)}"')
NO_VISITOR = {"token": "", "who": "", "is_locked": False, "record": ""}

Progress = Callable[[int, int], None]


class SiteError(OnrecordError):
    """A folder that a site cannot be written into."""


class Holds(Struct, frozen=True):
    """What a site has pages of: ids of entries, and of reports."""

    entries: frozenset[str]
    reports: frozenset[str]

    def has(self, target: Target) -> bool:
        """Whether the site has the page."""
        page, id_, number = target
        if page not in PAGES or page in SERVED:
            return False
        if page == "report":
            return id_ in self.reports
        if page == "beside":
            return number == 1 and all(each in self.reports for each in id_.split(APART))
        if PAGES[page].of_one:
            return number == 1 and (page in FOLLOWED or id_ in self.entries)
        return not id_ and number <= PARTS


def publish(sight: Sight, asked: Asked, folder: Path, progress: Progress = lambda *_: None) -> int:
    """Writes the site of what is asked for into the folder, whole or not at all; how many pages. `progress` is called
    with the pages written and those known so far. Raises SiteError where the folder holds anything but a site written
    before, or cannot be written."""
    folder = folder.resolve()
    _refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            made = Path(beside) / "site"
            number = _written(sight, replace(asked, number=1), made, progress)
            _put(made, folder, Path(beside) / "old")
    except OSError as error:
        raise SiteError(f"{folder} cannot be written ({error.strerror}): expected a path to a folder") from error
    return number


def held(sight: Sight, wanted: Filter) -> Holds:
    """What the filter lets through, with the reports it cites and the people and places it names."""
    entries, named, cited = set[str](), set[str](), set[str]()
    for kind in KINDS:
        offset = 0
        while group := sight.browse([kind], wanted, order="name", limit=AT_ONCE, offset=offset):
            entries |= {entry.id for entry in group}
            named |= {each for entry in group for each in addresses(entry)}
            cited |= {cite.doc for entry in group if kind not in ("actor", "place") for cite in entry.cites}
            offset += AT_ONCE
    reports = {head.id for head in sight.reader.heads(cited).values()}
    return Holds(frozenset(entries | set(sight.reader.keys(named - entries))), frozenset(reports))


def _written(sight: Sight, asked: Asked, folder: Path, progress: Progress) -> int:
    """The files of the site; how many pages."""
    holds = held(sight, asked.filter)
    frame = around(sight, asked, SiteLinks(0, asked, holds.has), "overview", NO_VISITOR)
    frame["navigation"] = [[item for item in group if holds.has(Target(item.name))] for group in frame["navigation"]]
    _static(folder)
    waiting = deque(Target(item.name) for group in frame["navigation"] for item in group)
    known = set(waiting)

    def linked(target: Target) -> bool:
        if not holds.has(target):
            return False
        if target not in known:
            known.add(target)
            waiting.append(target)
        return True

    done = 0
    while waiting:
        target = waiting.popleft()
        shown = replace(asked, number=target.number)
        page = PAGES[target.page].build(sight, shown, target.id)
        links = SiteLinks(file_of(target).count("/"), asked, linked)
        html = rendering.html(page, {**frame, "link": links, "name": target.page, "asked": shown})
        pieces = (DEAD_END.sub("", html), rendering.json(page).decode(), rendering.table(page))
        for form, text in zip(FORMS, pieces, strict=True):
            path = folder / file_of(target, form)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
        done += 1
        progress(done, done + len(waiting))
    (folder / MARK).write_bytes(msgspec.json.encode(asked.query()))
    return done


def _static(folder: Path) -> None:
    """The styles, scripts and pictures that pages load."""
    shutil.copytree(Path(str(files(__package__))) / "static", folder / "static")
    package, inner = LEAFLET
    source, target = Path(str(files(package))) / inner, folder / "static" / "leaflet"
    shutil.copytree(source / "images", target / "images")
    for name in OF_LEAFLET:
        shutil.copyfile(source / name, target / name)


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    held = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    if not folder.is_dir() or (held and not (folder / MARK).is_file()):
        raise SiteError(f"{folder} holds something else: expected a new folder, an empty one, or one published before")
    own = {MARK, "static", *PAGES}
    foreign = [name for name in held if name not in own and name.rpartition(".")[2] not in ("html", *FORMS[1:])]
    if foreign:
        raise SiteError(f"{folder} holds {foreign[0]!r}, which no site has: move it away, or choose another folder")


def _put(made: Path, folder: Path, old: Path) -> None:
    """Moves the site to its place, and what was there out of the way."""
    if not folder.exists():
        made.rename(folder)
        return
    folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        old.rename(folder)
        raise
