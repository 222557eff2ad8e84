"""The map as a browser draws it: names of countries, seas and places, of which none covers another."""

from itertools import combinations
from typing import NamedTuple

from playwright.sync_api import Page

from .conftest import Open

CALM = {"reduced_motion": "reduce"}
SETTLED = 300  # milliseconds


class Named(NamedTuple):
    """A name on the map, and where it stands in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def named(page: Page, selector: str) -> list[Named]:
    """The names on the map that stand in it."""
    page.wait_for_selector(".map .land")
    page.wait_for_timeout(SETTLED)
    rows = page.eval_on_selector_all(
        selector,
        "all => all.map(e => [e.textContent.replace(/\\n/g, ' '), e.getBoundingClientRect()])"
        ".map(([text, r]) => [text, r.left, r.top, r.right, r.bottom])",
    )
    return [Named(*row) for row in rows]


def cover(one: Named, other: Named) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def covered(page: Page) -> list[tuple[str, str]]:
    names = [*named(page, ".named span"), *named(page, ".leaflet-tooltip.label")]
    return [(one.text, other.text) for one, other in combinations(names, 2) if cover(one, other)]


def test_countries_and_seas_are_named_and_no_name_covers_another(site: str, opened: Open) -> None:
    page = opened(f"{site}/map", **CALM)
    assert covered(page) == []
    assert {"Mediterranean Sea", "Turkey"} <= {each.text for each in named(page, ".named span")}
    page.get_by_role("button", name="All places").click()
    assert covered(page) == []
    wide = {each.text for each in named(page, ".named span")}
    assert len(wide) > 12
    assert "Atlantic Ocean" in wide
    page.set_viewport_size({"width": 390, "height": 844})
    assert covered(page) == []


def test_a_country_that_is_a_place_of_the_record_is_named_once(site: str, opened: Open) -> None:
    page = opened(f"{site}/map", **CALM)
    places = {each.text for each in named(page, ".leaflet-tooltip.label")}
    assert "Syria" in places
    assert places.isdisjoint(each.text for each in named(page, ".named span"))


def test_a_place_and_what_happened_there_have_a_map(site: str, opened: Open) -> None:
    page = opened(f"{site}/places.json?order=most+reports", **CALM)
    rows = page.evaluate("JSON.parse(document.body.innerText).rows")
    place = next(row for row in rows if row["precision"] == "exact")
    page.goto(f"{site}/place/{place['id']}")
    assert named(page, ".leaflet-tooltip.label")[0].text == place["name"]
    page.locator(".doing a.whole").first.click()
    page.wait_for_url("**/entry/*")
    assert page.get_by_role("heading", name="Where it was").is_visible()
    assert named(page, ".leaflet-tooltip.label")[0].text == place["name"]


def test_names_are_not_read_aloud_nor_stopped_at(site: str, opened: Open) -> None:
    page = opened(f"{site}/map", **CALM)
    assert named(page, ".named span")
    assert page.locator(".named span:not([aria-hidden=true])").count() == 0
    assert page.locator(".named[tabindex]").count() == 0
