"""A small record of an invented crisis, made by hand: entries over three texts."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from onrecord.model.entries import (
    ActorEntry,
    AnyEntry,
    Cite,
    DocumentEntry,
    FigureEntry,
    Origins,
    PlaceEntry,
    StatementEntry,
)

TEXTS = {
    "one.txt": (
        "PORT ARDEN – At least 12 soldiers were killed near Lowmere on Monday, the defence ministry said.\n\n"
        "“We will answer every shell,” President Ada Marsh told reporters. The United Nations said 586,000 people had "
        "been displaced."
    ),
    "two.txt": (
        "Arden warned its neighbour to pull back by Friday. Marsh said close to 1 million people had been displaced, "
        "while eight civilians were wounded in Lowmere.\n"
    ),
    "three.txt": "Some 600,000 people have fled, the United Nations said on 10 March. Nobody was hurt, it added.",
}


def cite(doc: str, quote: str, *supports: str) -> Cite:
    start = TEXTS[doc].index(quote)
    return Cite(doc=doc, start=start, end=start + len(quote), quote=quote, supports=supports)


@pytest.fixture
def texts() -> dict[str, str]:
    return dict(TEXTS)


@pytest.fixture
def entries() -> list[AnyEntry]:
    soldiers = cite("one.txt", "At least 12 soldiers were killed near Lowmere on Monday, the defence ministry said.")
    un = cite("one.txt", "The United Nations said 586,000 people had been displaced.")
    million = cite("two.txt", "Marsh said close to 1 million people had been displaced")
    later = cite("three.txt", "Some 600,000 people have fled, the United Nations said on 10 March.")
    shell = cite("one.txt", "“We will answer every shell,” President Ada Marsh told reporters.")
    warned = cite("two.txt", "Arden warned its neighbour to pull back by Friday.")
    first, second = cite("one.txt", "PORT ARDEN"), cite("two.txt", "Arden")
    return [
        DocumentEntry(id="d1", cites=(first,), doc="one.txt", published="2031-03-04", basis="stated", title="First"),
        DocumentEntry(
            id="d2", cites=(second,), doc="two.txt", published="2031-03-05", basis="inferred", why="shares a quotation"
        ),
        DocumentEntry(id="d3", cites=(), doc="three.txt"),
        ActorEntry(id="a1", cites=(shell,), name="Ada Marsh", type="person", aliases=("Marsh",)),
        ActorEntry(id="a2", cites=(warned,), name="Ardenian government", type="state", aliases=("Arden",)),
        PlaceEntry(id="p1", cites=(soldiers,), name="Lowmere", precision="exact"),
        FigureEntry(
            id="f1", cites=(soldiers,), measure="killed", value=12, low=12, qualifier="at least", unit="persons",
            of="soldiers", place="Lowmere", place_id="p1", as_of="2031-03-03", count="incident",
            per=("defence ministry",), first_reported="2031-03-04", origins=Origins(1, 1, 1),
        ),
        FigureEntry(
            id="f2", cites=(un,), measure="displaced", value=586000, low=586000, high=586000, qualifier="exact",
            unit="persons", of="people", as_of="2031-03-04", per=("United Nations",), series="s1",
        ),
        FigureEntry(
            id="f3", cites=(million,), measure="displaced", value=1e6, high=1e6, qualifier="nearly", unit="persons",
            of="people", as_of="2031-03-05", as_of_basis="inferred", per=("Ada Marsh",), per_ids=("a1",),
        ),
        FigureEntry(
            id="f4", cites=(later,), measure="displaced", value=6e5, low=6e5, high=6e5, qualifier="about",
            unit="persons", of="people", as_of="2031-03-10", per=("United Nations",), series="s1",
        ),
        StatementEntry(
            id="s1", cites=(shell,), speaker=("Ada Marsh",), speaker_ids=("a1",), act="threaten", form="direct",
            to="reporters", on="2031-03-04", says="“We will answer every shell,”",
        ),
        StatementEntry(
            id="s2", cites=(warned,), speaker=("Ardenian government",), speaker_ids=("a2",), act="warn",
            form="indirect", says="to pull back by Friday",
        ),
    ]  # fmt: skip


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 * 7 }} \u202egnorw\u2066 \x00\x1b[31m \ud800 'q\" &amp;"
)


class Tags(HTMLParser):
    """The tags, ids and inner links of a page, and whether every tag that was opened is closed."""

    VOID = ("meta", "br", "img", "link", "input")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action")}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def hostile() -> str:
    """Words that would act as HTML, as a template, as Markdown or on the direction of the text."""
    return HOSTILE


@pytest.fixture
def tags() -> Callable[[str], Tags]:
    """Reads a page."""
    return Tags
