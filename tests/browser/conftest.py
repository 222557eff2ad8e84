"""A real browser, the system's Chromium, before a real server of the sample record."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette

from onrecord import Record
from onrecord.web.app import application
from onrecord.web.serving import server

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
PATIENCE = 20.0

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where there is no Chromium, the tests of this folder are skipped, and say so."""
    if CHROMIUM is None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"no browser found: none of {', '.join(NAMES)} is installed"))


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples; tests that change it change a copy."""
    path = tmp_path_factory.mktemp("browser") / "samples.record"
    with Record(path) as record:
        record.add([SAMPLES])
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """The application at an address of its own."""
    made = server(app, "127.0.0.1", 0)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not made.started and time.monotonic() < until:
        time.sleep(0.02)
    port = made.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    made.should_exit = True
    thread.join(PATIENCE)


@pytest.fixture(scope="session")
def site(read_once: Path) -> Iterator[str]:
    """The address of the samples' pages; nothing is changed there."""
    with serving(application(Record(read_once, create=False))) as address:
        yield address


@pytest.fixture
def own(read_once: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of pages of a record of the test's own, and the record."""
    path = tmp_path / "own.record"
    shutil.copy(read_once, path)
    with serving(application(Record(path))) as address:
        yield address, path


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens an address in a fresh window; at the end nothing may stand on its console, and no other host been asked."""
    troubles: list[str] = []
    with ExitStack() as windows:

        def open_(address: str, **options: Any) -> Page:
            context = browser.new_context(**options)
            windows.callback(context.close)
            page = context.new_page()
            here = address.split("/")[2] if address.startswith("http") else ""

            def asked(url: str) -> None:
                other = url.startswith("http") and url.split("/")[2] != here
                if other:
                    troubles.append(f"asked another host: {url}")

            page.on("request", lambda request: asked(request.url))
            page.on("console", lambda line: troubles.append(line.text) if line.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(address)
            return page

        yield open_
    assert troubles == []
