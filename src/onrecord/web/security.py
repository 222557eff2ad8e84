"""What every answer carries, and which requests are not answered at all."""

import ipaddress
import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",  # nobody in between keeps what was shown to one
}
NAME = re.compile(r"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")


LOCKED = {"Cache-Control": "no-store"}  # where a password is asked for, nothing outlives the session


class Guarded:
    """Answers with HEADERS, and only requests to one of the `hosts` (names without a port; none: any). Pictures may be
    fetched from the origin `tiles` as well, if one is given; no browser keeps what is shown where it `is_locked`.

    A page of another site that resolves its own name to this machine sends that name as the host, and is refused.
    """

    def __init__(
        self, app: ASGIApp, hosts: Collection[str] = LOOPBACK, tiles: str = "", *, is_locked: bool = False
    ) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.headers = {
            **HEADERS,
            **(LOCKED if is_locked else {}),
            **({"Content-Security-Policy": _with_tiles(tiles)} if tiles else {}),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
            await send(message)

        host = Headers(scope=scope).get("host", "")
        if (self.hosts and _host(host) not in self.hosts) or not NAME.fullmatch(host):
            await _refuse(guarded)
            return
        await self.app(scope, receive, guarded)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address bound to the host."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def answered(host: str, *, is_locked: bool) -> tuple[str, ...]:
    """The names under which a server bound to the host may be asked; none: any. A password makes a name unneeded, which
    a proxy on this machine passes on."""
    return () if is_locked or not is_loopback(host) else (*LOOPBACK, host)


def _with_tiles(origin: str) -> str:
    pictures = {"img-src": f"{POLICY['img-src']} {origin}"}
    return "; ".join(f"{what} {where}" for what, where in {**POLICY, **pictures}.items())


def _host(header: str) -> str:
    name = header.strip().lower()
    return name[: name.index("]") + 1] if name.startswith("[") and "]" in name else name.partition(":")[0]


async def _refuse(send: Send) -> None:
    body = b"This host name is not served here.\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})
