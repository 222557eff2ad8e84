"""Who asks: a signed session in a cookie, the token that forms carry, and the password where other machines can ask.

Sessions are signed with a secret of this run, so that nobody stays logged in when the program ends.
"""

import hmac
import secrets
import time
from collections import deque
from hashlib import sha256
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from starlette.requests import Request

from onrecord.errors import OnrecordError, SettingsError

COOKIE = "onrecord"
HOURS = 12
SAFE = ("GET", "HEAD")
WRONG, WINDOW = 5, 300.0  # so many wrong passwords in so many seconds from one address
WRONG_IN_ALL = 25
LEAST = 10  # characters of a password


class RefusedError(OnrecordError):
    """A form without its token, or one that comes from the page of another site."""


class TooManyError(OnrecordError):
    """Too many wrong passwords in a short time."""


def token(request: Request, secret: str) -> str:
    """What a form of this visitor must carry; begins a session where there is none."""
    name = request.session.setdefault("id", secrets.token_urlsafe(18))
    return hmac.new(secret.encode(), f"form {name}".encode(), sha256).hexdigest()


def demand_token(request: Request, given: Any, secret: str) -> None:
    """Raises RefusedError unless the form carries the visitor's token and comes from a page of this server."""
    origin = request.headers.get("origin")
    if origin not in (None, f"{request.url.scheme}://{request.url.netloc}"):
        raise RefusedError("This form was sent from the page of another site. Open the page here and send it again.")
    known = "id" in request.session
    if not known or not isinstance(given, str) or not hmac.compare_digest(given, token(request, secret)):
        raise RefusedError("This form is out of date. Go back, load the page anew and send it again.")


class Door:
    """Lets in who knows the password; everybody where there is none. `hashed` is its argon2 hash."""

    def __init__(self, hashed: str | None = None) -> None:
        self._hashed = hashed
        self._wrong: dict[str, deque[float]] = {}

    @property
    def is_locked(self) -> bool:
        return self._hashed is not None

    def is_in(self, request: Request) -> bool:
        """Whether the visitor may see the record."""
        return not self.is_locked or request.session.get("in") is True

    def opens(self, password: str, address: str, now: float | None = None) -> bool:
        """Whether this is the password. Slow by intent. Raises TooManyError after WRONG failures from one address, or
        WRONG_IN_ALL from all, within WINDOW seconds."""
        now = time.monotonic() if now is None else now
        self._forget(now)
        tried = len(self._wrong.get(address, ()))
        if tried >= WRONG or sum(map(len, self._wrong.values())) >= WRONG_IN_ALL:
            raise TooManyError("Too many wrong passwords. Wait five minutes and try again.")
        try:
            return PasswordHasher().verify(self._hashed or "", password)
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            self._wrong.setdefault(address, deque()).append(now)
            return False

    def _forget(self, now: float) -> None:
        for address in list(self._wrong):
            tries = self._wrong[address]
            while tries and now - tries[0] > WINDOW:
                tries.popleft()
            if not tries:
                del self._wrong[address]


def hashed(password: str) -> str:
    """The argon2 hash of a password. Raises SettingsError for one that is too short."""
    if len(password) < LEAST:
        raise SettingsError(f"The password has {len(password)} characters: expected {LEAST} or more.")
    return PasswordHasher().hash(password)


def read_hash(path: Path) -> tuple[str, bool]:
    """The hash that a password file holds, or that of the password it holds in clear text; whether it was in clear.

    Raises SettingsError where the file holds neither."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: expected a file with a password in it") from error
    password = lines[0].strip() if lines else ""
    if password.startswith("$argon2"):
        return password, False
    try:
        return hashed(password), True
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error
