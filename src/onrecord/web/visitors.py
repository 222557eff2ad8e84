"""Who asks: a signed session in a cookie, the token that forms carry, and the password where other machines can ask.

Sessions are signed with a secret of this run, so that nobody stays logged in when the program ends.
"""

import hmac
import secrets
import threading
import time
from collections import deque
from hashlib import sha256
from pathlib import Path

from argon2 import PasswordHasher, extract_parameters
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


class Door:
    """Lets in who knows the password; everybody where there is none. `hashed` is its argon2 hash."""

    def __init__(self, hashed: str | None = None) -> None:
        self._hashed = hashed
        self._wrong: dict[str, deque[float]] = {}
        self._inside: set[str] = set()
        self._turn = threading.Lock()

    @property
    def is_locked(self) -> bool:
        return self._hashed is not None

    def is_in(self, request: Request) -> bool:
        """Whether the visitor may see the record."""
        return not self.is_locked or request.session.get("in") in self._inside

    def let_in(self, request: Request) -> None:
        """Begins a new session for a visitor who gave the password."""
        name = secrets.token_urlsafe(18)
        self._inside.add(name)
        request.session.clear()
        request.session["in"] = name

    def let_out(self, request: Request) -> None:
        """Ends the session, for whoever kept its cookie too."""
        self._inside.discard(request.session.get("in", ""))
        request.session.clear()

    def opens(self, password: str, address: str, now: float | None = None) -> bool:
        """Whether this is the password. Slow by intent. Raises TooManyError after WRONG failures from one address, or
        WRONG_IN_ALL from all, within WINDOW seconds. One is tried at a time: many at once are counted like the rest."""
        with self._turn:
            return self._opens(password, address, time.monotonic() if now is None else now)

    def _opens(self, password: str, address: str, now: float) -> bool:
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
    try:
        if password.startswith("$argon2"):
            extract_parameters(password)
            return password, False
        return hashed(password), True
    except InvalidHashError as error:
        raise SettingsError(f"{path} holds half a hash: make it anew with 'onrecord password {path}'") from error
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error
