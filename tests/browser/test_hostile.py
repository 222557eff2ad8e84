"""Reports that mean harm, shown in a real browser: nothing runs, nothing breaks the page, nothing hides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.web.app import application

from .conftest import Open, serving

SCRIPT = "<script>document.title='taken'</script>"
PICTURE = "<img src=x onerror=\"document.title='taken'\">"
HOSTILE = {
    "script.txt": f"{SCRIPT} Shelling kills 5\n\nKHARTOUM, 3 May 2023 - Shelling killed five people in Omdurman on "
    f"Tuesday, said Ahmed {SCRIPT} Bakri, {PICTURE} a doctor.\n",
    "override.txt": "GOMA, 4 May 2023 - The army said \u202ethat 12 soldiers\u202c were killed near Sake.\n",
    "long.txt": "KYIV, 5 May 2023 - Two people were killed in " + "A" * 2_000_000 + " on Thursday, police said.\n",
    "close.txt": 'YANGON, 6 May 2023 - "</textarea></title><!--" said Aung Min on Friday. \'"><svg onload=alert(1)> '
    "killed 3 people in Loikaw, he said.\n",
    "javascript:alert(1).txt": "BOGOTA, 7 May 2023 - Three soldiers were killed in Arauca, an officer said.\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, "utf-8")
    path = folder / "hostile.record"
    with Record(path) as record:
        record.add([folder / name for name in HOSTILE])
    with serving(application(Record(path))) as address:
        yield address, path


def test_nothing_of_a_report_runs(hostile: tuple[str, Path], opened: Open) -> None:
    address, path = hostile
    page = opened(f"{address}/")
    with Record(path, create=False) as record:
        entries = [(each.kind, each.id) for each in record.entries()]
    places = [
        "/",
        "/figures",
        "/statements",
        "/events",
        "/reports",
        "/actors",
        "/places",
        "/timeline",
        "/map",
        "/review",
    ]
    places += [f"/{'report' if kind == 'document' else 'entry'}/{id_}" for kind, id_ in entries]
    for place in places:
        page.goto(address + place)
        assert page.title().endswith("onrecord"), place
        assert page.locator("main script, main img, main svg[onload]").count() == 0, place
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, place


def test_what_is_shown_keeps_its_direction(hostile: tuple[str, Path], opened: Open) -> None:
    page = opened(f"{hostile[0]}/figures?q=Sake")
    text = page.locator("main").inner_text()
    assert "\u202e" not in text
    assert "[U+202E]" in text
