"""The server of the pages: uvicorn's, but nobody holds a connection open by sending the head of a request slowly, and
no more of them are open at once than a record has readers."""

import asyncio

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD = 10.0  # seconds from the first word of a connection, or of its next request, to the end of the head
IDLE = 5  # seconds between two requests of one connection
OPEN = 256  # connections at once; more are closed unheard
LEAVING = 10  # seconds that requests under way have to end when the server is stopped


class Hasty(H11Protocol):
    """HTTP that closes a connection whose request has no whole head after `head` seconds. How slowly the rest of it may
    come is for `bounds` to say."""

    head: float = HEAD
    most: int = OPEN
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.abort()
        else:
            self._wait()

    def data_received(self, data: bytes) -> None:
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._wait_no_longer()
        elif before is None or before.response_complete:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_longer()
        super().connection_lost(exc)

    def _wait(self) -> None:
        """Begins to wait for a head; what comes of it in between prolongs nothing."""
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.head, self.transport.abort)

    def _wait_no_longer(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def server(app: ASGIApp, host: str, port: int, protocol: type[Hasty] = Hasty) -> uvicorn.Server:
    """A server of the application, not yet running; `protocol` tells how long it waits for whom."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            http=protocol,
            ws="none",
            log_level="warning",
            server_header=False,
            timeout_keep_alive=IDLE,
            timeout_graceful_shutdown=LEAVING,
        )
    )
