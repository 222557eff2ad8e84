"""A published site: every link leads to a file and a place in it, nothing comes from elsewhere, the same each time."""

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli import app
from onrecord.web.asked import Asked
from onrecord.web.links import ABSENT, SiteLinks, Target, file_of
from onrecord.web.sight import Sight
from onrecord.web.site import MARK, Holds, SiteError, held, publish


class Found(HTMLParser):
    """The addresses and the places of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.places.add(given["id"] or "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"] or "")
        self.loads += [given[name] or "" for name in ("src", "action", "data-tiles") if name in given]
        self.loads += [given["href"] or ""] if tag == "link" else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


@pytest.fixture(scope="module")
def site(read_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    _publish(read_once, folder, Asked())
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Found]:
    return {path: Found(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def _publish(record: Path, folder: Path, asked: Asked) -> int:
    with Record(record, create=False) as opened, opened.reading() as reader:
        return publish(Sight(reader), asked, folder)


def _targets(page: Path, links: list[str]) -> Iterator[tuple[Path, str]]:
    for link in links:
        parts = urlsplit(link)
        assert not parts.scheme, f"{page} refers to {link}"
        assert not parts.netloc, f"{page} refers to {link}"
        assert not link.startswith("/"), f"{page} refers to {link} from the root"
        assert not parts.query, f"{page} asks {link}"
        yield (page.parent / unquote(parts.path)).resolve() if parts.path else page, unquote(parts.fragment)


def test_every_link_leads_to_a_file_and_a_place_in_it(pages: dict[Path, Found]) -> None:
    known = {path.resolve(): found for path, found in pages.items()}
    for page, found in known.items():
        for target, place in _targets(page, found.links):
            assert target.is_file(), f"{page}: {target}"
            assert not place or target.suffix != ".html" or place in known[target].places, f"{page}: {target}#{place}"


def test_what_a_page_loads_is_in_the_folder(pages: dict[Path, Found]) -> None:
    for page, found in pages.items():
        for target, _ in _targets(page.resolve(), found.loads):
            assert target.is_file(), f"{page}: {target}"


def test_no_page_has_style_or_script_of_its_own_or_a_link_to_what_is_not_there(pages: dict[Path, Found]) -> None:
    for page, found in pages.items():
        assert not found.inline, f"{page}: {found.inline}"
        assert ABSENT not in page.read_text(encoding="utf-8")


def test_no_page_asks_for_a_form_to_be_sent(site: Path, pages: dict[Path, Found]) -> None:
    assert not [page for page in pages if "<form" in page.read_text(encoding="utf-8")]
    assert not list(site.glob("review*")), "a folder has nobody to rule"
    assert not list(site.glob("add*"))


def test_every_page_stands_beside_its_plain_rows(site: Path, pages: dict[Path, Found]) -> None:
    for page in pages:
        name = page.with_name("overview.html") if page == site / "index.html" else page
        json.loads(name.with_suffix(".json").read_bytes())
        list(csv.reader(name.with_suffix(".csv").read_text(encoding="utf-8").splitlines()))


def test_it_has_the_lists_the_entries_the_reports_and_the_map(site: Path) -> None:
    for name in ("index", "map", "timeline", "figures", "statements", "reports"):
        assert (site / f"{name}.html").is_file(), name
    assert len(list((site / "report").glob("*.html"))) == 18
    for name in ("style.css", "map.js", "borders.js", "leaflet/leaflet.js", "leaflet/leaflet.css"):
        assert (site / "static" / name).is_file(), name


def test_it_is_the_same_byte_for_byte(site: Path, read_once: Path, tmp_path: Path) -> None:
    _publish(read_once, tmp_path / "again", Asked())
    first, again = (
        {each.relative_to(at): each for at_ in [at] for each in at_.rglob("*") if each.is_file()}
        for at in (site, tmp_path / "again")
    )
    assert sorted(first) == sorted(again)
    assert [name for name, path in first.items() if path.read_bytes() != again[name].read_bytes()] == []


def test_a_filter_leaves_out_what_it_does_not_let_through(read_once: Path, tmp_path: Path) -> None:
    asked = Asked(since="2020-02-27", until="2020-02-28")
    number = _publish(read_once, tmp_path / "few", asked)
    with Record(read_once, create=False) as opened, opened.reading() as reader:
        holds = held(Sight(reader), asked.filter)
        everything = held(Sight(reader), Asked().filter)
    assert holds.entries < everything.entries
    assert 0 < number < len(everything.entries)
    written = {path.stem for path in (tmp_path / "few" / "entry").glob("*.html")}
    assert written <= holds.entries


def test_a_folder_with_something_else_in_it_is_left_alone(read_once: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years of work")
    with pytest.raises(SiteError, match="holds something else"):
        _publish(read_once, tmp_path, Asked(since="2020-03-06"))
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_somebody_put_beside_a_site_is_not_taken_away(read_once: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    _publish(read_once, folder, Asked(keys=("measure:no such",)))
    (folder / ".git").mkdir()
    with pytest.raises(SiteError, match=r"'\.git', which no site has"):
        _publish(read_once, folder, Asked())
    assert (folder / ".git").is_dir()


def test_a_link_to_a_folder_stays_one(read_once: Path, tmp_path: Path) -> None:
    link, folder = tmp_path / "link", tmp_path / "site"
    folder.mkdir()
    link.symlink_to(folder)
    _publish(read_once, link, Asked(keys=("measure:no such",)))
    assert link.is_symlink()
    assert (folder / "index.html").is_file()


def test_a_file_is_no_folder(read_once: Path, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(SiteError, match="holds something else"):
        _publish(read_once, tmp_path / "site", Asked(since="2020-03-06"))


def test_a_site_is_written_anew_over_the_last_one(read_once: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    _publish(read_once, folder, Asked(since="2020-03-06"))
    (folder / "left-over.html").write_text("from before")
    _publish(read_once, folder, Asked(since="2020-03-06"))
    assert (folder / MARK).is_file()
    assert not (folder / "left-over.html").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["site"], "nothing is left beside it"


def test_a_run_that_fails_leaves_what_was_there(read_once: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    _publish(read_once, folder, Asked(since="2020-03-06"))
    before = (folder / "index.html").read_bytes()

    def full(done: int, _: int) -> None:
        if done > 3:
            raise OSError(28, "No space left on device")

    with Record(read_once, create=False) as opened, opened.reading() as reader, pytest.raises(SiteError, match="space"):
        publish(Sight(reader), Asked(), folder, full)
    assert (folder / "index.html").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_the_command_publishes_a_place(read_once: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["publish", str(read_once), str(tmp_path / "site"), "--place", "saraqeb"])
    assert told.exit_code == 0, told.output
    assert "Saraqeb" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_command_says_what_it_does_not_find(read_once: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["publish", str(read_once), str(tmp_path / "site"), "--place", "Atlantis"])
    assert told.exit_code != 0
    assert "Atlantis" in str(told.exception)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "target, form, path",
    [
        (Target("overview"), "", "index.html"),
        (Target("overview"), "json", "overview.json"),
        (Target("figures", number=3), "", "figures.3.html"),
        (Target("entry", "9f3c00112233aabb"), "csv", "entry/9f3c00112233aabb.csv"),
        (Target("beside", "aa~bb"), "", "beside/aa~bb.html"),
    ],
)
def test_files_are_named_so(target: Target, form: str, path: str) -> None:
    assert file_of(target, form) == path


@pytest.mark.parametrize("hostile", ["../../etc/passwd", "a/b", "A", "con.", "über", "x" * 300, "a b", "%2e%2e", "-rf"])
def test_no_id_makes_a_name_that_a_file_cannot_have(hostile: str) -> None:
    folder, _, name = file_of(Target("entry", hostile)).partition("/")
    assert folder == "entry"
    assert name.removesuffix(".html").isalnum()
    assert name.isascii()
    assert len(name) < 40


def test_a_link_with_another_filter_has_no_address() -> None:
    links = SiteLinks(1, Asked(since="2020-02-01"), Holds(frozenset(), frozenset()).has)
    assert links.to("figures") == "../figures.html"
    assert links.to("figures", asked=Asked(since="2020-02-01", number=2)) == "../figures.2.html"
    assert links.to("figures", asked=Asked()) == ABSENT
    assert links.to("entry", "9f3c00112233aabb") == ABSENT
    assert links.to("review") == ABSENT
