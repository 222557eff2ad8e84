"""The application: addresses to pages, errors to one page and one JSON shape."""

import datetime as dt
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.api import Record
from onrecord.errors import AddressError, BusyRecordError, OnrecordError, RecordError
from onrecord.settings import TILES
from onrecord.web import adding, login, rendering, reviewing
from onrecord.web.adding import Desk, FullDeskError, NothingError
from onrecord.web.asked import AskedError, asked
from onrecord.web.bounds import LARGEST, Bounded
from onrecord.web.links import ServerLinks
from onrecord.web.login import Gate
from onrecord.web.page import Page
from onrecord.web.pages import PAGES
from onrecord.web.security import HEADERS, LOOPBACK, Guarded
from onrecord.web.sight import Sight
from onrecord.web.surroundings import around
from onrecord.web.views import BeingMade, Views
from onrecord.web.visitors import COOKIE, HOURS, Door, RefusedError, TooManyError, token
from onrecord.web.visits import COOKIE as SEEN
from onrecord.web.visits import KEPT, visit

log = logging.getLogger(__name__)

STATUS = {
    AskedError: 400,
    NothingError: 400,
    AddressError: 404,
    BusyRecordError: 503,
    RecordError: 500,
    BeingMade: 202,
    RefusedError: 403,
    TooManyError: 429,
    FullDeskError: 503,
}
UNKNOWN = "Something went wrong on this side. It was written to the log of the program that serves these pages."
MISSING = "There is no page at this address."
LEAFLET = ("js_lib_leaflet", "static/js_lib_leaflet")


def application(record: Record, hosts: tuple[str, ...] = LOOPBACK, password: str | None = None) -> Starlette:
    """The pages of the record as an ASGI application, which closes it when it ends. Only requests to one of the `hosts`
    are answered, and, where the argon2 hash of a `password` is given, only who knows it sees more than the log-in."""
    views, desk, door = Views(record), Desk(record), Door(password)
    secret = secrets.token_urlsafe(32)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(desk.begin)
        yield
        await run_in_threadpool(desk.close)
        await run_in_threadpool(views.close)
        record.close()

    made = Starlette(routes=routes(), lifespan=lifespan, exception_handlers={Exception: failed, HTTPException: failed})
    made.add_middleware(Bounded, largest={"/add": LARGEST})
    made.add_middleware(Gate, door=door)
    made.add_middleware(
        SessionMiddleware, secret_key=secret, session_cookie=COOKIE, max_age=HOURS * 3600, same_site="strict"
    )
    served = TILES.match(record.settings.tiles)
    made.add_middleware(Guarded, hosts=hosts, tiles=served[1] if served else "", is_locked=door.is_locked)
    for kind in (OnrecordError, BeingMade):
        made.add_exception_handler(kind, failed)
    made.state.record, made.state.views, made.state.desk = record, views, desk
    made.state.door, made.state.secret = door, secret
    return made


def routes() -> list[BaseRoute]:
    """One address for each page, the same with `.json` and `.csv`; the files beside them."""
    package, folder = LEAFLET
    found: list[BaseRoute] = [
        Mount("/static/leaflet", StaticFiles(directory=Path(str(files(package))) / folder)),
        Mount("/static", StaticFiles(directory=Path(str(files(__package__))) / "static")),
    ]
    found.append(Route("/favicon.ico", lambda _: RedirectResponse("/static/icon.svg")))
    found += [*login.ROUTES, *adding.ROUTES, *reviewing.ROUTES]
    for name, shown in PAGES.items():
        path = f"/{name}/{{id:str}}" if shown.of_one else f"/{name}"
        for form in ("json", "csv"):
            found.append(Route(f"{path}.{form}", _answer(name, form)))
        found.append(Route("/" if name == "overview" else path, _answer(name, "")))
    return found


def respond(page: Page, form: str, request: Request, name: str, sight: Sight) -> Response:
    """The page in the form that the address asks for."""
    if form == "json":
        return Response(rendering.json(page), page.status, media_type="application/json")
    if form == "csv":
        head = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return Response(rendering.table(page), page.status, head, "text/csv; charset=utf-8")
    wanted = asked(request.query_params.multi_items())
    visitor = {
        "token": token(request, request.app.state.secret),
        "who": request.session.get("who", ""),
        "is_locked": request.app.state.door.is_locked,
        "record": request.app.state.record.path.name,
    }
    chosen = request.app.state.record.settings
    shown = around(sight, wanted, ServerLinks(wanted), name, visitor)
    shown |= {"tiles": chosen.tiles, "tiles_by": chosen.tiles_by}
    return HTMLResponse(rendering.html(page, shown), page.status)


async def failed(request: Request, error: Exception) -> Response:
    """The one error page, or `{"error": {"status", "message"}}` where JSON was asked for. What the program did not
    expect is logged, and no word of it is shown."""
    status, words = _told(error)
    headers = {**HEADERS, **(getattr(error, "headers", None) or {})}  # what nobody expected passes by `Guarded`
    if status == 500:
        log.error("%r %r failed", request.method, request.url.path, exc_info=error)
    if request.url.path.endswith(".json"):
        body = msgspec.json.encode({"error": {"status": status, "message": words}})
        return Response(body, status, headers, media_type="application/json")
    shown = {"words": words, "status": status, "again": status == STATUS[BeingMade]}
    page = Page(title="Under way" if shown["again"] else "Not shown", template="error.html", shown=shown)
    links = ServerLinks(asked(()))
    return HTMLResponse(rendering.html(page, {"link": links}), status, headers)


def _told(error: Exception) -> tuple[int, str]:
    for kind, status in STATUS.items():
        if isinstance(error, kind):
            return status, str(error)
    if isinstance(error, OnrecordError):
        return 400, str(error)
    if isinstance(error, HTTPException):
        return error.status_code, MISSING if error.status_code == 404 else error.detail
    return 500, UNKNOWN


def _answer(name: str, form: str) -> Callable[[Request], Response]:
    """What answers at the address of a page; it runs in a thread, as asking the record blocks."""
    build = PAGES[name].build

    def answer(request: Request) -> Response:
        present = visit(request.cookies.get(SEEN), dt.datetime.now(dt.UTC))
        wanted = replace(asked(request.query_params.multi_items()), visited=present.before)
        views: Views = request.app.state.views
        with views.at(wanted.as_of) as sight:
            page = build(sight, wanted, request.path_params.get("id", ""))
            response = respond(page, form, request, name, sight)
        if not form:
            response.set_cookie(SEEN, present.kept, max_age=KEPT, httponly=True, samesite="strict")
        return response

    return answer
