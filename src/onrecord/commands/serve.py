"""`onrecord serve`: the record's pages for a browser, until it is stopped; `onrecord password`: what lets others in."""

from getpass import getpass
from pathlib import Path

from onrecord.commands.opening import whole
from onrecord.commands.progress import say
from onrecord.errors import OnrecordError
from onrecord.settings import Settings

OPEN_TO_ALL = "{} can be reached from other machines: give --password-file FILE, which 'onrecord password FILE' makes"


def serve(path: Path, options: Settings, *, host: str, port: int, password_file: Path | None = None) -> int:
    """Answers on host and port; without a password on this machine alone. Makes the record where there is none. Raises
    OnrecordError where a password is wanted, SettingsError where its file holds none."""
    from onrecord.web.app import application
    from onrecord.web.security import answered, is_loopback
    from onrecord.web.serving import server
    from onrecord.web.visitors import read_hash

    if not is_loopback(host) and password_file is None:
        raise OnrecordError(OPEN_TO_ALL.format(host))
    password = None
    if password_file is not None:
        password, in_clear = read_hash(password_file)
        if in_clear:
            say(f"{password_file} holds the password in clear text: 'onrecord password {password_file}' hides it.")
    made = application(whole(path, options, create=True), answered(host, is_locked=password is not None), password)
    serving = server(made, host, port)
    say(f"{path} is at http://{f'[{host}]' if ':' in host else host}:{port}/ until you press Ctrl-C.")
    serving.run()
    return 0 if serving.started else 1


def password(path: Path) -> int:
    """Asks for a password twice and writes its hash to a file that only its owner may read."""
    from onrecord.web.visitors import hashed

    first = getpass("Password: ")
    if first != getpass("The same again: "):
        raise OnrecordError("The two passwords differ: nothing was written")
    words = hashed(first)
    try:
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(f"{words}\n", encoding="utf-8")
    except OSError as error:
        raise OnrecordError(f"{path} cannot be written ({error.strerror}): expected a path you may write to") from error
    say(f"Written to {path}: serve with --password-file {path}.")
    return 0
