"""The daily walk: open, filter, read an entry, follow a cite into its report, reject it, see it leave the export."""

import re
from pathlib import Path

from playwright.sync_api import expect

from onrecord import Record

from .conftest import Open


def test_a_day_at_the_desk(own: tuple[str, Path], opened: Open) -> None:
    address, path = own
    page = opened(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=re.compile("^Figures")).click()
    page.wait_for_url(f"{address}/figures")
    page.keyboard.press("/")
    page.keyboard.type("poultry farm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/figures?*q=poultry*")
    expect(page.get_by_role("link", name=re.compile("Take away.*poultry farm"))).to_be_visible()
    line = page.locator("article.line").first
    expect(line).to_contain_text("16")
    entry = (line.get_attribute("id") or "")[1:]
    line.locator("a.whole").click()
    page.wait_for_url(f"**/entry/{entry}*")
    expect(page.locator("mark").first).to_contain_text("Sixteen")
    page.locator("blockquote a, .telling a, cite a").first.click()
    page.wait_for_url("**/report/*")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert target.startswith("c")
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
    page.go_back()
    page.get_by_label("Your name").first.fill("Ana")
    page.get_by_role("button", name=re.compile("^Reject")).click()
    expect(page.locator("main")).to_contain_text("Ana")
    with Record(path, create=False) as record:
        assert entry not in {each.id for each in record.entries("figure")}
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_role("button", name=re.compile("^Reject"))).to_be_visible()
    with Record(path, create=False) as record:
        assert entry in {each.id for each in record.entries("figure")}


def test_the_queue_goes_by_keyboard(own: tuple[str, Path], opened: Open) -> None:
    address, path = own
    page = opened(f"{address}/review")
    page.get_by_label("Your name").first.fill("Ana")
    page.get_by_role("heading", level=1).click()
    first = page.locator(".triage").inner_text()
    with page.expect_navigation():
        page.keyboard.press("c")
    expect(page.locator(".triage")).not_to_have_text(first)
    with page.expect_navigation(url="**page=2**"):
        page.keyboard.press("j")
    second = page.locator(".triage").inner_text()
    with page.expect_navigation():
        page.keyboard.press("x")
    expect(page.locator(".triage")).not_to_have_text(second)
    with Record(path, create=False) as record:
        assert [each.ruling.what for each in record.rulings()] == ["confirm", "reject"]
    page.keyboard.press("e")
    expect(page.get_by_role("button", name="Set it")).to_be_visible()


def test_a_report_is_handed_in(own: tuple[str, Path], opened: Open, tmp_path: Path) -> None:
    address, _ = own
    page = opened(f"{address}/add")
    text = "GOMA, 2 February 2024 - Shelling killed nine people in Sake on Friday, the governor said."
    page.get_by_label("Text of the report").fill(text)
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url("**/job/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Reports were read", timeout=60_000)
    page.goto(f"{address}/figures?q=Sake")
    expect(page.locator("article.line").first).to_contain_text("9")


def test_a_page_known_on_a_day(site: str, opened: Open) -> None:
    page = opened(f"{site}/figures")
    page.locator("details.asof-pick summary").click()
    page.get_by_label("Show what was known on").fill("2020-02-20")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**as_of=2020-02-20**")
    expect(page.locator(".asof")).to_contain_text("20 Feb 2020", timeout=30_000)


def test_a_part_of_the_filter_is_picked_in_a_dialog(site: str, opened: Open) -> None:
    page = opened(f"{site}/figures")
    chip = page.get_by_role("link", name="+ place")
    chip.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_label("Letters of the name")).to_be_focused()
    page.keyboard.type("idlib prov")
    expect(dialog.locator(".offered a")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    chip.click()
    dialog.get_by_role("link", name="Type").click()
    dialog.get_by_role("link", name=re.compile("^killed")).click()
    page.wait_for_url("**/figures?measure=killed")
    expect(page.get_by_role("link", name="Take away: killed")).to_be_visible()
