"""How long pages take over a large record: 50th and 95th percentile, page by page, of answers whole and rendered.

    python bench/pages.py RECORD [--asks N] [--seed N] [--bound MS]

RECORD may be one that `bench/generated.py` makes. Every page is asked for N times with filters drawn from what the
record holds: none, an actor, a place, a country, a period, words, and two of these at once; pages about one thing for
things drawn from it. The exit code is 1 where a 95th percentile is over the bound.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web.app import application
from onrecord.web.pages import PAGES

DRAWN = 300
OF_ONE = {"entry": "figure", "report": "document", "actor": "actor", "place": "place", "readout": "contact"}
WORDS = ("killed", "ceasefire", "hospital", "displaced families", "drone", "talks")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("record", type=Path)
    ask.add_argument("--asks", type=int, default=40)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--bound", type=float, default=200.0, help="milliseconds")
    args = ask.parse_args()
    chance = random.Random(args.seed)
    with Record(args.record, create=False) as record, record.reading() as reader:
        number = sum(reader.tally(_no_filter()).values())
        facets = list(_facets(reader))
        things = {
            page: [each.id for each in reader.browse(kind, _no_filter(), limit=DRAWN)] for page, kind in OF_ONE.items()
        }
    print(f"{args.record}: {number:,} entries; {args.asks} asks of each page, milliseconds")
    slow = []
    with TestClient(application(Record(args.record, create=False)), base_url="http://127.0.0.1") as client:
        client.get("/")
        for name, shown in PAGES.items():
            if shown.of_one and not things.get(name):
                continue
            taken = []
            for _ in range(args.asks):
                path = (
                    f"/{name}/{chance.choice(things[name])}"
                    if shown.of_one
                    else "/"
                    if name == "overview"
                    else f"/{name}"
                )
                query = "&".join(chance.sample(facets, chance.choice((0, 0, 1, 1, 2))))
                began = time.perf_counter()
                answer = client.get(f"{path}?{query}")
                taken.append((time.perf_counter() - began) * 1000)
                if answer.status_code != 200:
                    print(f"{path}?{query}: {answer.status_code}")
                    slow.append(name)
            cuts = statistics.quantiles(taken, n=20)
            print(f"{name:12} p50 {statistics.median(taken):7.1f}   p95 {cuts[18]:7.1f}   most {max(taken):7.1f}")
            if cuts[18] > args.bound:
                slow.append(name)
    if slow:
        print(f"over {args.bound:g} ms, or failed: {', '.join(dict.fromkeys(slow))}")
    return 1 if slow else 0


def _no_filter():  # type: ignore[no-untyped-def]
    from onrecord.model.filters import Filter

    return Filter()


def _facets(reader) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Query strings, each of one part of a filter."""
    for prefix in ("actor", "place", "country", "says", "outlet", "type", "measure"):
        for offer in reader.common(prefix, limit=40):
            yield f"{prefix}={offer.key.partition(':')[2]}".replace(" ", "%20").replace("&", "%26")
    for word in WORDS:
        yield f"q={word.replace(' ', '%20')}"
    newest = reader.newest()
    if newest is not None:
        yield from (f"since={newest.replace(year=newest.year - years)}" for years in (1, 2) if newest.day < 29)


if __name__ == "__main__":
    sys.exit(main())
