"""How much anybody may send, and how slowly: more is refused while it comes in, before it fills memory or disk."""

import asyncio
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
SMALL = MEGABYTE // 4
SILENCE, WHOLE = 30.0, 1200.0  # seconds between two pieces of a body, and for all of it
CLOSING = {"Connection": "close"}  # what was not read must not be taken for another request


class Bounded:
    """Refuses a request whose body is longer than `largest` allows for its path, else SMALL, or of which nothing comes
    for `silence` seconds, or not all within WHOLE."""

    def __init__(self, app: ASGIApp, largest: Mapping[str, int], silence: float = SILENCE) -> None:
        self.app = app
        self.largest = dict(largest)
        self.silence = silence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.largest.get(scope["path"], SMALL)
        said = Headers(scope=scope).get("content-length", "0")
        told = int(said) if said.isdecimal() else most + 1
        came, is_whole, until = 0, False, asyncio.get_running_loop().time() + WHOLE

        async def counted() -> Message:
            nonlocal came, is_whole
            if is_whole:
                return await receive()
            try:
                async with asyncio.timeout_at(min(until, asyncio.get_running_loop().time() + self.silence)):
                    message = await receive()
            except TimeoutError as error:
                raise HTTPException(408, "The rest of it did not come in time: send it again.", CLOSING) from error
            came += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if max(told, came) > most:
                raise HTTPException(413, f"That is more than {most // 1024:,} KB: send less at once.", CLOSING)
            return message

        await self.app(scope, counted, send)
