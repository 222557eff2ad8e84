"""How long pages take over a large record: 50th and 95th percentile, page by page, of answers whole and rendered.

    python bench/pages.py RECORD [--asks N] [--seed N] [--bound MS] [--processor]

RECORD may be one that `bench/generated.py` makes. Every page, as HTML, JSON and CSV, is asked for N times with filters
drawn from what the record holds: none, an actor, a place, a country, a period, words, and two of these at once; lists
also in other orders and from later parts on, pages about one thing for things drawn from it, pickers also for typed
letters. The exit code is 1 where a 95th percentile is over the bound.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import CopyEntry
from onrecord.model.filters import Filter
from onrecord.store import Reader
from onrecord.web.app import application
from onrecord.web.asked import ORDERS
from onrecord.web.pages import PAGES
from onrecord.web.pages.beside import APART
from onrecord.web.pages.lists import LISTS
from onrecord.web.pages.pick import PICKS

DRAWN = 300
OF_ONE = {"entry": "figure", "report": "document", "actor": "actor", "place": "place", "readout": "contact"}
FACETS = ("actor", "place", "country", "says", "outlet", "kind", "type", "measure", "act", "review", "lacks")
WORDS = ("killed", "ceasefire", "hospital", "displaced families", "drone", "talks")
FORMS = ("", ".json", ".csv")
TYPED = ("", "", "a", "ka", "president")

Query = tuple[tuple[str, str], ...]


class Drawn(NamedTuple):
    """What addresses are put together from: parts of filters, and the things that pages are about, by page."""

    facets: Sequence[tuple[str, str]]
    things: dict[str, Sequence[str]]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("record", type=Path)
    ask.add_argument("--asks", type=int, default=40)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--bound", type=float, default=200.0, help="milliseconds")
    ask.add_argument("--processor", action="store_true", help="time of the processor, where others are at work too")
    args = ask.parse_args()
    chance, clock = random.Random(args.seed), time.process_time if args.processor else time.perf_counter
    with Record(args.record, create=False) as record, record.reading() as reader:
        counts = reader.tally(Filter())
        drawn = Drawn(tuple(_facets(reader)), _things(reader))
    print(f"{counts['document']:,} reports, {sum(counts.values()):,} entries; {args.asks} asks of each page, ms")
    slow = []
    with TestClient(application(Record(args.record, create=False)), base_url="http://127.0.0.1") as client:
        client.get("/")
        for name, form in _asked_for(drawn):
            _timed(client, _address(name, form, drawn, chance), clock)  # the first ask readies what all later ones use
            taken = [_timed(client, _address(name, form, drawn, chance), clock) for _ in range(args.asks)]
            cuts = statistics.quantiles(taken, n=20)
            told = ("p50", statistics.median(taken)), ("p95", cuts[18]), ("most", max(taken))
            print(f"{name + form:18}", *(f"{what} {value:7.1f} " for what, value in told), flush=True)
            slow += [name + form] if cuts[18] > args.bound else []
    print(f"over {args.bound:g} ms: {', '.join(slow)}" if slow else f"none over {args.bound:g} ms")
    return 1 if slow else 0


def _asked_for(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """The pages, each in every form."""
    for name, shown in PAGES.items():
        if not shown.of_one or drawn.things.get(name):
            yield from ((name, form) for form in FORMS)


def _timed(client: TestClient, address: str, clock: Callable[[], float]) -> float:
    """Milliseconds until the answer is there, which must be one."""
    began = clock()
    answer = client.get(address)
    taken = (clock() - began) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return taken


def _address(name: str, form: str, drawn: Drawn, chance: random.Random) -> str:
    """An address of the page, for a filter of none, one or two parts."""
    query = list(chance.sample(drawn.facets, chance.choice((0, 0, 1, 1, 2))))
    path = f"/{name}" if form or name != "overview" else "/"
    if PAGES[name].of_one:
        path = f"/{name}/{chance.choice(drawn.things[name])}"
    if name in LISTS:
        query += [("order", chance.choice(ORDERS)), ("page", chance.choice(("1", "1", "2", "9")))]
    if name == "pick":
        query += [("typed", chance.choice(TYPED))]
    return f"{path}{form}?{urlencode(query)}"


def _things(reader: Reader) -> dict[str, Sequence[str]]:
    """The ids that pages about one thing are asked for."""
    found: dict[str, Sequence[str]] = {}
    found |= {page: [each.id for each in reader.browse(kind, Filter(), limit=DRAWN)] for page, kind in OF_ONE.items()}
    series = reader.common("series", limit=DRAWN)
    found["series"] = [offer.key.partition(":")[2] for offer in series if offer.number > 1]
    copies = [each.docs for each in reader.browse("copy", Filter(), limit=DRAWN) if isinstance(each, CopyEntry)]
    heads = reader.heads(doc for docs in copies for doc in docs)
    found["beside"] = [APART.join(heads[doc].id for doc in docs[:2]) for docs in copies if len(docs) > 1]
    return found | {"pick": list(PICKS)}


def _facets(reader: Reader) -> Iterator[tuple[str, str]]:
    """Query parameters, each of one part of a filter."""
    for prefix in FACETS:
        yield from ((prefix, offer.key.partition(":")[2]) for offer in reader.common(prefix, limit=40))
    yield from (("q", words) for words in WORDS)
    newest = reader.newest()
    if newest is not None:
        yield from (("since", f"{newest.year - years}-{newest.month:02}-01") for years in (0, 1, 2))


if __name__ == "__main__":
    sys.exit(main())
