"""The command `onrecord`: the app with all its commands, run so that an error is one line."""

import os
import sys
from typing import NoReturn

from onrecord.commands import asked, given
from onrecord.commands.app import app
from onrecord.errors import OnrecordError

__all__ = ["app", "asked", "given", "main"]

FAILED = 1


def main() -> None:
    """Runs the command. Errors that a user can mend are one line; their exit code is 1, that of a wrong call 2."""
    try:
        app()
    except OnrecordError as error:
        _fail(str(error))
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever read our output has heard enough
            sys.exit(FAILED)
        _fail(
            f"{error.filename or 'the output'} cannot be {'used' if error.filename else 'written'} ({error.strerror})"
        )


def _fail(why: str) -> NoReturn:
    from onrecord.commands.progress import say

    say(f"onrecord: {why}")
    sys.exit(FAILED)


if __name__ == "__main__":
    main()
