"""The server before a real socket: who sends the head of a request slowly is not waited for."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from onrecord.web.serving import Hasty, server

PATIENCE = 10.0
HEAD = 0.6


class Hastier(Hasty):
    head = HEAD
    most = 4


async def said(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"heard {len(await request.body())}")


@pytest.fixture
def running() -> Iterator[uvicorn.Server]:
    made = server(Starlette(routes=[Route("/", said, methods=["GET", "POST"])]), "127.0.0.1", 0, Hastier)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not made.started and time.monotonic() < until:
        time.sleep(0.01)
    yield made
    made.should_exit = True
    thread.join(PATIENCE)


def connected(made: uvicorn.Server) -> socket.socket:
    return socket.create_connection(made.servers[0].sockets[0].getsockname()[:2], timeout=PATIENCE)


def heard(line: socket.socket) -> bytes:
    """What comes until the other side closes."""
    found = b""
    try:
        while piece := line.recv(4096):
            found += piece
    except ConnectionError:
        pass
    return found


def seconds_open(line: socket.socket) -> float:
    begun = time.monotonic()
    assert heard(line) == b""
    return time.monotonic() - begun


@pytest.mark.parametrize(
    "said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: "], ids=["nothing", "line", "head"]
)
def test_half_a_head_is_not_waited_for(running: uvicorn.Server, said: bytes) -> None:
    with connected(running) as line:
        line.sendall(said)
        assert HEAD / 2 < seconds_open(line) < PATIENCE


def test_a_trickle_does_not_prolong_the_wait(running: uvicorn.Server) -> None:
    with connected(running) as line:
        begun = time.monotonic()
        line.sendall(b"GET / HTTP/1.1\r\n")
        try:
            while time.monotonic() - begun < PATIENCE:
                line.sendall(b"X-A: b\r\n")
                time.sleep(0.1)
        except ConnectionError:
            pass
        assert time.monotonic() - begun < PATIENCE / 2


def test_a_second_request_is_waited_for_no_longer_than_the_first(running: uvicorn.Server) -> None:
    with connected(running) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = b""
        while b"heard 0" not in answer:
            answer += line.recv(4096)
        line.sendall(b"GET / HTTP/1.1\r\nHost")
        assert seconds_open(line) < PATIENCE / 2


def test_the_rest_of_a_request_may_take_longer_than_its_head(running: uvicorn.Server) -> None:
    with connected(running) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\n")
        time.sleep(2 * HEAD)
        line.sendall(b"abc")
        assert heard(line).endswith(b"heard 3")


def test_more_connections_than_there_is_room_for_are_closed_unheard(running: uvicorn.Server) -> None:
    lines = [connected(running) for _ in range(8)]
    try:
        time.sleep(0.2)
        for line in lines:
            line.setblocking(False)
        assert sum(is_closed(line) for line in lines) == 4
    finally:
        for line in lines:
            line.close()


def is_closed(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
