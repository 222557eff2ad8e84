"""Makes the README's pictures in docs/images from the sample reports: the situation report and the main pages.

    .venv/bin/python scripts/pictures.py

Needs onrecord with what its tests need (`make install-dev`) and a Chromium or Chrome (Debian: `apt-get install
chromium`), which it runs headless on files alone.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parents[1]
IMAGES = HERE / "docs" / "images"
SAMPLES = HERE / "samples" / "idlib-2020"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}


class Picture(NamedTuple):
    """A file of the published samples, or a link on one that leads to it, and how it is looked at."""

    name: str
    page: str
    height: int
    link: str = ""
    options: dict[str, Any] = {}  # noqa: RUF012 - read only


PICTURES = (
    Picture("overview", "index.html", 1060),
    Picture("entry", "disputes.html", 1000, link="a.whole[href*='entry/']"),
    Picture("report", "reports.html", 900, link="a[href*='report/']"),
    Picture("map", "map.html", 760),
    Picture("timeline", "timeline.html", 900, options={"color_scheme": "dark"}),
    Picture("phone", "figures.html", 844, options=PHONE),
)


def main() -> None:
    if CHROMIUM is None:
        sys.exit("No Chromium found: install one (Debian: apt-get install chromium).")
    IMAGES.mkdir(parents=True, exist_ok=True)
    onrecord = Path(sys.executable).with_name("onrecord")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record, site, sitrep = (Path(folder) / name for name in ("samples.record", "site", "sitrep.html"))
        subprocess.run([onrecord, "add", record, SAMPLES], check=True)
        subprocess.run([onrecord, "sitrep", record, "--output", sitrep], check=True)
        subprocess.run([onrecord, "publish", record, site], check=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        take(browser, Picture("sitrep", "", 1560), sitrep)
        for picture in PICTURES:
            take(browser, picture, site / picture.page)
        browser.close()


def take(browser: Browser, picture: Picture, file: Path) -> None:
    """Opens the file, follows the link if there is one, and keeps what a screen of that height shows."""
    shown = {"viewport": {"width": 1240, "height": picture.height}, "color_scheme": "light", **picture.options}
    context = browser.new_context(**{"device_scale_factor": 1, **shown})
    page = context.new_page()
    page.goto(file.as_uri())
    if picture.link:
        page.locator(picture.link).first.click()
        page.wait_for_url(re.compile(r"/(entry|report)/"))
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()
    print(f"wrote docs/images/{picture.name}.png")


if __name__ == "__main__":
    main()
