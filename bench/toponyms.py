"""How well places are found and resolved, on news annotated with coordinates: LGL (local) and GeoVirus (world).

    python bench/toponyms.py [DATA] [--misses N]

DATA is the folder that holds the sets, or parts of them, as lgl*.xml and Geo*.xml. Shares of the given toponyms that
have coordinates: `161 km`: resolved to within 161 km (100 miles) of them; `exact`: to the same GeoNames id, or within
10 km where the set gives none; both with the toponym's place in the text given, as published figures are. `found`:
those of which reading finds a word by itself; `right`: of those that it takes for a place where something is, and whose
point it tells, how many are within 161 km.
"""

import argparse
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

from onrecord.model.documents import Document, Part
from onrecord.model.places import Place
from onrecord.model.spans import Span
from onrecord.reading import parsed
from onrecord.reading.found import Found
from onrecord.reading.language import Parser
from onrecord.reading.places.choice import Context, choose
from onrecord.reading.places.grammar import Name
from onrecord.reading.places.known import known
from onrecord.reading.places.names import names
from onrecord.reading.places.reader import find, is_country, is_province
from onrecord.reading.places.rules import country_place, entry_place, region_place
from onrecord.reading.report import At, Report
from onrecord.vocabulary.countries import country_of_demonym

NEAR = 161.0
SAME = 10.0


class Toponym(NamedTuple):
    """A toponym of the set: where it stands in the text, where it lies on the earth, its GeoNames id if given."""

    span: Span
    lat: float
    lon: float
    geonameid: int | None


def lgl(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Texts of LGL with the toponyms that have coordinates."""
    for article in ET.parse(path).getroot():
        found = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is not None:
                span = Span(int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0")))
                lat, lon = float(tag.findtext("lat", "0")), float(tag.findtext("lon", "0"))
                found.append(Toponym(span, lat, lon, int(tag.get("geonameid", "0"))))
        yield article.findtext("text", ""), found


def geovirus(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Texts of GeoVirus with their toponyms; its offsets count from 1."""
    for article in ET.parse(path).getroot():
        text = article.findtext("text", "")
        found = []
        for location in article.iter("location"):
            span = Span(int(location.findtext("start", "1")) - 1, int(location.findtext("end", "1")) - 1)
            found.append(
                Toponym(span, float(location.findtext("lat", "0")), float(location.findtext("lon", "0")), None)
            )
        yield text, found


SETS = {"LGL": ("lgl*.xml", lgl), "GeoVirus": ("Geo*.xml", geovirus)}


def articles(data: Path, label: str) -> list[tuple[str, list[Toponym]]]:
    """The articles of a set, from every file of its format in the folder. Raises OSError where there is none."""
    pattern, read = SETS[label]
    files = sorted(data.glob(pattern))
    if not files:
        raise FileNotFoundError(f"{data} holds no {pattern}")
    return [article for file in files for article in read(file)]


def distance(place: Place, toponym: Toponym) -> float:
    """Kilometres between the two; far where the place has no point."""
    if place.lat is None or place.lon is None:
        return 20_000.0
    lat1, lon1, lat2, lon2 = map(radians, (place.lat, place.lon, toponym.lat, toponym.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12_742 * asin(sqrt(half))


def resolved(name: Name, context: Context) -> Place | None:
    """What a name that is known to be a place is resolved to, however little speaks for it."""
    people = country_of_demonym(name.text)
    if people or is_country(name, context):
        return country_place(people or name.known.country)  # type: ignore[arg-type]
    choice = choose(name, context)
    if name.known.region and not is_province(choice, name.known.region, name):
        return region_place(name.known.region)
    return entry_place(choice.entry, name.text) if choice else None


def given(report: Report, toponym: Toponym, text: str) -> Name:
    """The toponym as a name of the report, with the grammar around it."""
    words = text[toponym.span.start : toponym.span.end]
    for paragraph in report.paragraphs:
        for name in names(paragraph):
            if report.span(name.at) == toponym.span:
                return name
    return Name(At(0, 0, 1), words, known(words))


def measure(data: Path) -> dict[str, float]:
    """The shares that the table shows, by set and measure. Raises OSError where the files are absent."""
    return {f"{label} {name}": value for label in SETS for name, value in _measure(articles(data, label), 0).items()}


def _measure(texts: list[tuple[str, list[Toponym]]], misses: int) -> dict[str, float]:
    parser = Parser(remembered=0)
    total = near = exact = found = taken = right = 0
    for text, toponyms in texts:
        report = parsed(Document(name="toponyms", text=text, parts=(Part(Span(0, len(text))),), language="en"), parser)
        context = Context(report, [name for paragraph in report.paragraphs for name in names(paragraph)])
        mentions = [(report.span(mention.at), mention) for mention in find(report, Found())]
        for toponym in toponyms:
            total += 1
            place = resolved(given(report, toponym, text), context)
            far = distance(place, toponym) if place else 20_000.0
            near += far <= NEAR
            exact += far <= SAME if toponym.geonameid is None else bool(place and place.geonameid == toponym.geonameid)
            if far > NEAR and misses > 0:
                misses -= 1
                print(round(far), text[toponym.span.start : toponym.span.end], place, sep=" | ")
            over = [mention for span, mention in mentions if span.overlaps(toponym.span)]
            found += bool(over)
            over = [mention for mention in over if mention.place.value.lat is not None]
            taken += bool(over) and over[0].use == "place"
            right += bool(over) and over[0].use == "place" and distance(over[0].place.value, toponym) <= NEAR
    return {"161 km": near / total, "exact": exact / total, "found": found / total, "right": right / max(taken, 1)}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/toponyms"))
    ask.add_argument("--misses", type=int, default=0, help="show so many toponyms that are resolved too far away")
    ask.add_argument("--every", type=int, default=1, help="measure every nth article only")
    args = ask.parse_args()
    if not args.data.is_dir():
        print(f"{args.data} is no folder; expected one that holds lgl*.xml and Geo*.xml", file=sys.stderr)
        return 2
    for label in SETS:
        shares = _measure(articles(args.data, label)[:: args.every], args.misses)
        print(label, "  ".join(f"{name} {value:.1%}" for name, value in shares.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
