"""Pages as a browser shows them: nothing that axe finds serious in either colour scheme, no scrolling sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from onrecord.web.pages import PAGES

from .conftest import Open

LISTED = tuple("/" if name == "overview" else f"/{name}" for name, shown in PAGES.items() if not shown.of_one)
OF_ONE = {"entry": "figures", "report": "reports", "actor": "actors", "place": "places"}
SERIOUS = ("serious", "critical")
WIDTHS = (360, 820, 1280)
CALM = {"color_scheme": "light", "reduced_motion": "reduce"}  # no colour is looked at on its way to another


def serious(page: Page) -> list[tuple[str, list[object]]]:
    """What axe finds serious on the page: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:4]) for each in found if each["impact"] in SERIOUS]


def looks_well(page: Page) -> None:
    """No serious finding in light and dark, and no scrolling sideways at any width."""
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("address", LISTED)
def test_a_page_looks_well(site: str, opened: Open, address: str) -> None:
    looks_well(opened(site + address, **CALM))


@pytest.mark.parametrize("name", [name for name in OF_ONE if name in PAGES])
def test_the_page_of_one_thing_looks_well(site: str, opened: Open, name: str) -> None:
    page = opened(f"{site}/{OF_ONE[name]}.json?order=most+reports", **CALM)
    rows = page.evaluate("JSON.parse(document.body.innerText).rows")
    page.goto(f"{site}/{name}/{rows[0]['id']}")
    looks_well(page)


def test_an_error_looks_well(site: str, opened: Open) -> None:
    page = opened(f"{site}/add", **CALM)
    page.set_content(page.request.get(f"{site}/nowhere").text())
    assert page.get_by_role("heading", level=1).inner_text().startswith("Not shown")
    looks_well(page)
