"""Forms by which people rule on entries: each becomes a ruling in the record, and can be taken back."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.api import Record
from onrecord.errors import AddressError, RulingError
from onrecord.model.rulings import EDIT, KEYED, MERGE, SPLIT
from onrecord.web.forms import form
from onrecord.web.ruled import typed

FIELDS = 120  # of a form
REVIEW = "/review"


async def rule(request: Request) -> Response:
    """Keeps what the form rules of the entry, and goes back to the page it came from."""
    return await _done(request, lambda record, given: _rule(record, request.path_params["id"], given))


async def withdraw(request: Request) -> Response:
    """Takes a ruling back."""
    return await _done(
        request, lambda record, given: record.withdraw(request.path_params["id"], _text(given, "who", 80)) and None
    )


ROUTES = [
    Route("/entry/{id:str}/rule", rule, methods=["POST"]),
    Route("/ruling/{id:str}/withdraw", withdraw, methods=["POST"]),
]


async def _done(request: Request, verb: Callable[[Record, FormData], Any]) -> Response:
    async with form(request, fields=FIELDS) as given:
        request.session["who"] = _text(given, "who", 80)
        await run_in_threadpool(verb, request.app.state.record, given)
        return RedirectResponse(_back(_text(given, "back", 2000)), 303)


def _rule(record: Record, id_: str, given: FormData) -> None:
    what, note = _text(given, "what", 20), _text(given, "note", 2000)
    with record.reading() as reader:
        entry = reader.entry(id_)
    if entry is None:
        raise AddressError("The entry that this form is about is not in the record.")
    field = _text(given, "field", 40) if what == EDIT else None
    name = _text(given, "name", 500) if what == SPLIT and entry.kind in KEYED else ""
    others = [str(each).strip() for each in given.getlist("others") if str(each).strip()] if what == MERGE else []
    if what == MERGE and not others:
        raise RulingError("Choose an entry that this one is one with.")
    record.rule(
        entry.id,
        what,
        who=_text(given, "who", 80),
        note=note,
        field=field,
        value=typed(entry.kind, field, _text(given, f"value-{field}", 2000)) if field else name or None,
        others=others,
        apart=[str(each) for each in given.getlist("apart")] if what == SPLIT else (),
        seen=_text(given, "seen", 64),
    )


def _text(given: FormData, name: str, longest: int) -> str:
    return str(given.get(name) or "").strip()[:longest]


def _back(address: str) -> str:
    """The page to go back to: of this server, else the review."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if plain else REVIEW
