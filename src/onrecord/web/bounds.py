"""How much anybody may send: more is refused while it comes in, before it fills memory or disk."""

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
SMALL = MEGABYTE // 4


class Bounded:
    """Refuses a request whose body is longer than `largest` allows for its path, else SMALL."""

    def __init__(self, app: ASGIApp, largest: Mapping[str, int]) -> None:
        self.app = app
        self.largest = dict(largest)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.largest.get(scope["path"], SMALL)
        said = Headers(scope=scope).get("content-length", "0")
        seen = int(said) if said.isdecimal() else most + 1

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            if message["type"] == "http.request":
                came.append(len(message.get("body", b"")))
            if max(seen, sum(came)) > most:
                raise HTTPException(413, f"That is more than {most // 1024:,} KB: send less at once.")
            return message

        came: list[int] = []
        await self.app(scope, counted, send)
