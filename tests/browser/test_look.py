"""Pages as a browser shows them: no scrolling sideways, nothing that axe finds serious, in both colour schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import Open

PAGES = (
    *("/", "/timeline", "/map", "/figures", "/statements", "/events", "/commitments", "/agreements", "/control"),
    *("/contacts", "/sites", "/disputes", "/reports", "/copies", "/actors", "/places", "/review", "/add"),
)
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(site: str, opened: Open, address: str, scheme: str) -> None:
    page = opened(site + address, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    serious = [
        (each["id"], [node["target"] for node in each["nodes"]][:4]) for each in found if each["impact"] in SERIOUS
    ]
    assert serious == []


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(site: str, opened: Open, address: str, width: int) -> None:
    page = opened(site + address, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
