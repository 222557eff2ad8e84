"""Forms as pages of this server send them: nothing of another site's is read, and every one carries its token."""

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.web.visitors import RefusedError, token

FIELD = 1024 * 1024  # characters of a field
KINDS = ("application/x-www-form-urlencoded", "multipart/form-data")
LETTERS = ("utf-8", "utf8")  # others can spell half characters, which no file can hold


@asynccontextmanager
async def form(request: Request, *, fields: int, files: int = 0, longest: int = FIELD) -> AsyncIterator[FormData]:
    """What a form holds, of at most so many fields and files. Raises RefusedError where it comes from another site,
    before it is read, or lacks its token; HTTPException where it is no form, or too long."""
    _demand_origin(request)
    _demand_kind(request.headers.get("content-type", ""))
    async with request.form(max_fields=fields, max_files=files, max_part_size=longest) as given:
        _demand_token(request, given.get("token"))
        yield given


def _demand_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin not in (None, f"{request.url.scheme}://{request.url.netloc}"):
        raise RefusedError("This form was sent from the page of another site. Open the page here and send it again.")


def _demand_kind(header: str) -> None:
    kind, *options = (part.strip().lower() for part in header.split(";"))
    letters = [each.partition("=")[2].strip(' "') for each in options if each.startswith("charset")]
    if (kind and kind not in KINDS) or any(each not in LETTERS for each in letters):
        raise HTTPException(415, "This is no form in UTF-8: send it from the page of this server.")


def _demand_token(request: Request, given: object) -> None:
    expected = token(request, request.app.state.secret).encode() if "id" in request.session else b""
    if (
        not expected
        or not isinstance(given, str)
        or not hmac.compare_digest(given.encode("utf-8", "replace"), expected)
    ):
        raise RefusedError("This form is out of date. Go back, load the page anew and send it again.")
