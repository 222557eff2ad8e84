"""The way in where other machines can ask: the log-in page, and nothing else for who has not logged in."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web import rendering
from onrecord.web.asked import asked
from onrecord.web.forms import form
from onrecord.web.links import ServerLinks
from onrecord.web.page import Page
from onrecord.web.visitors import Door, TooManyError, token

LOGIN = "/login"
OPEN = (LOGIN, "/static/style.css", "/static/icon.svg")
WRONG = "That is not the password."


class Gate:
    """Sends everybody to the log-in page who has not been let in through the door."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in OPEN or self.door.is_in(Request(scope)):
            await self.app(scope, receive, send)
            return
        refusal: Response = RedirectResponse(LOGIN, 303)
        if scope["path"].endswith((".json", ".csv")):
            refusal = Response('{"error":{"status":401,"message":"Log in first."}}', 401, media_type="application/json")
        await refusal(scope, receive, send)


async def login(request: Request) -> Response:
    """Asks for the password; a right one begins a new session."""
    door: Door = request.app.state.door
    if not door.is_locked or (request.method != "POST" and door.is_in(request)):
        return RedirectResponse("/", 303)
    if request.method != "POST":
        return _form(request, "", 200)
    async with form(request, fields=4) as given:
        password = str(given.get("password", ""))[:1000]
    address = request.client.host if request.client else ""
    try:
        if not await run_in_threadpool(door.opens, password, address):
            return _form(request, WRONG, 403)
    except TooManyError as error:
        return _form(request, str(error), 429)
    door.let_in(request)
    return RedirectResponse("/", 303)


async def logout(request: Request) -> Response:
    """Ends the session."""
    async with form(request, fields=4):
        request.app.state.door.let_out(request)
    return RedirectResponse(LOGIN, 303)


ROUTES = [Route(LOGIN, login, methods=["GET", "POST"]), Route("/logout", logout, methods=["POST"])]


def _form(request: Request, words: str, status: int) -> Response:
    shown = {"words": words, "token": token(request, request.app.state.secret)}
    page = Page(title="Log in", template="login.html", shown=shown, status=status)
    return HTMLResponse(rendering.html(page, {"link": ServerLinks(asked(()))}), status)
