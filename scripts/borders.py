"""Makes the borders that the map draws, from Natural Earth's countries at 1:50 million.

    python scripts/borders.py                     # fetches the npm package world-atlas, at the version named here
    python scripts/borders.py countries-50m.json  # or takes the file from there

Natural Earth is in the public domain; world-atlas, which gives it as TopoJSON, is under the ISC licence. The result is
a script that sets one global, so that a page can load it from a folder as well as from a server:

    {"land": MultiPolygon, "borders": MultiLineString}, GeoJSON in WGS 84 degrees, true to about 1 km.

Land is drawn without the borders between countries, which are lines of their own, each once. What crosses the 180th
meridian goes on beyond it, and is there a second time on the other side.
"""

import json
import math
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"
WRITTEN = Path(__file__).parents[1] / "src" / "onrecord" / "web" / "static" / "borders.js"
HEAD = (
    "// Borders: Natural Earth 1:50m (public domain, naturalearthdata.com) by way of world-atlas 2.0.2 (ISC, Michael "
    "Bostock). Made by scripts/borders.py.\n"
)
DECIMALS = 2
TOLERANCE = 0.012  # degrees, about 1 km
CLOSED = 4  # points of the least ring
WHOLE_TURN, HALF_TURN, POLE = 360, 180, 90
SMALLEST = 0.0015  # square degrees, about 20 square kilometres

Point = tuple[float, float]
Line = list[Point]


def fetched() -> dict[str, Any]:
    """The TopoJSON of the package, from npm."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                raise SystemExit(f"{PACKAGE} holds no {MEMBER}")
            return dict(json.load(member))


def arcs(topology: dict[str, Any]) -> list[Line]:
    """The lines of which all shapes are made, in degrees: as stored they are steps on a grid."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * wide + left, y * high + low))
        found.append(line)
    return found


def joined(parts: list[int], known: list[Line]) -> Line:
    """The lines one after the other; ~n is the line n backwards."""
    line: Line = []
    for part in parts:
        piece = known[part] if part >= 0 else known[~part][::-1]
        line += piece[1:] if line else piece
    return line


def unrolled(line: Line) -> Line:
    """The line without leaps from one edge of the map to the other: it goes on beyond the edge."""
    turned, found = 0, line[:1]
    for (before, _), (x, y) in pairwise(line):
        turned += WHOLE_TURN if x - before < -HALF_TURN else -WHOLE_TURN if x - before > HALF_TURN else 0
        found.append((x + turned, y))
    return found


def ring(line: Line) -> Line:
    """A closed line; one that goes round a pole is closed along it."""
    found = unrolled(line)
    if abs(found[0][0] - found[-1][0]) > HALF_TURN:
        pole = -POLE if found[0][1] < 0 else POLE
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def both_sides(line: Line) -> Iterator[Line]:
    """The line and, where it goes beyond an edge of the map, the same at the other edge."""
    yield line
    for shift, beyond in ((-WHOLE_TURN, max(line)[0] > HALF_TURN), (WHOLE_TURN, min(line)[0] < -HALF_TURN)):
        if beyond:
            yield [(x + shift, y) for x, y in line]


def thinned(line: Line) -> Line:
    """Without the points that lie within TOLERANCE of the line through their neighbours (Douglas and Peucker)."""
    keep, open_ends = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        if last - first > 1:
            far, at = max((off(line[at], line[first], line[last]), at) for at in range(first + 1, last))
            if far > TOLERANCE:
                keep.add(at)
                open_ends += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def off(point: Point, one: Point, other: Point) -> float:
    """How far the point lies from the stretch between the two."""
    (x, y), (left, low), (right, high) = point, one, other
    long, tall = right - left, high - low
    length = long * long + tall * tall
    share = min(1.0, max(0.0, ((x - left) * long + (y - low) * tall) / length)) if length else 0.0
    return math.hypot(x - left - share * long, y - low - share * tall)


def rounded(line: Line) -> Line:
    """With DECIMALS, without points that fall on their neighbour."""
    found: Line = []
    for x, y in line:
        point = (round(x, DECIMALS), round(y, DECIMALS))
        if not found or found[-1] != point:
            found.append(point)
    return found


def area(line: Line) -> float:
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairwise(line))) / 2


def borders(topology: dict[str, Any]) -> dict[str, Any]:
    """The outlines of the land, lakes as large as seas among them, and the lines that two countries share."""
    known = [thinned(line) for line in arcs(topology)]
    land = []
    for polygon in polygons(topology, "land"):
        outer, *holes = (ring(joined(parts, known)) for parts in polygon)
        if area(outer) >= SMALLEST:
            land += [[rounded(side), *map(rounded, holes)] for side in both_sides(outer)]
    land = [[line for line in polygon if len(line) >= CLOSED] for polygon in land if len(polygon[0]) >= CLOSED]
    uses = Counter(
        max(part, ~part) for polygon in polygons(topology, "countries") for parts in polygon for part in parts
    )
    shared = [unrolled(known[part]) for part, count in sorted(uses.items()) if count > 1]
    lines = [rounded(side) for line in shared for side in both_sides(line)]
    return {
        "land": {"type": "MultiPolygon", "coordinates": land},
        "borders": {"type": "MultiLineString", "coordinates": lines},
    }


def polygons(topology: dict[str, Any], name: str) -> Iterator[list[list[int]]]:
    """All polygons under the name, each as the numbers of the lines of its rings, the outer ring first."""
    for shape in topology["objects"][name]["geometries"]:
        if shape["type"] == "Polygon":
            yield shape["arcs"]
        elif shape["type"] == "MultiPolygon":
            yield from shape["arcs"]


def main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if len(sys.argv) > 1 else fetched()
    made = json.dumps(borders(given), separators=(",", ":"))
    WRITTEN.write_text(f"{HEAD}window.BORDERS={made};\n", encoding="utf-8", newline="\n")
    print(f"{WRITTEN}: {WRITTEN.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
