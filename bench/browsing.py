"""How long pages wait for what they list and count, over a large record and filters drawn at random.

    python bench/browsing.py RECORD [--filters N] [--seed N]

The filters are of several sorts: nothing, an actor, a country, a period, common and rare words, and several at once;
actors and places are drawn among the commonest and among all. Every call is asked of a reader of its own, which has
seen nothing yet; `page` is tally, undated, a list and the timeline of one reader. Times in milliseconds.
"""

import argparse
import datetime as dt
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import text

from onrecord.model.filters import Filter
from onrecord.store import Reader, Store

Call = Callable[[Reader, Filter], object]
HAPPENED = ("event", "contact", "control", "statement", "figure", "commitment")
COMMON, RARE = ("killed", "soldiers", "said", "the"), ("hospital", "ultimatum", "bridge", "general")
CALLS: dict[str, Call] = {
    "tally": lambda view, wanted: view.tally(wanted),
    "dateless": lambda view, wanted: view.dateless(wanted),
    "placeless": lambda view, wanted: view.placeless(wanted),
    "browse newest": lambda view, wanted: view.browse(HAPPENED, wanted),
    "browse page 100": lambda view, wanted: view.browse(HAPPENED, wanted, order="oldest", offset=5000),
    "browse reports": lambda view, wanted: view.browse("figure", wanted, order="most reports"),
    "browse name": lambda view, wanted: view.browse("actor", wanted, order="name"),
    "days": lambda view, wanted: view.days(HAPPENED, wanted),
    "spots": lambda view, wanted: view.spots(wanted, 200),
    "common actors": lambda view, wanted: view.common("actor", wanted),
    "common typed": lambda view, wanted: view.common("place", wanted, "ka"),
}
PAGE = ("tally", "dateless", "browse newest", "days")


def main() -> int:
    """Measures and prints a line for each call and each sort of filter."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("record", type=Path)
    ask.add_argument("--filters", type=int, default=12, help="of each sort")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--processor", action="store_true", help="time of the processor, where others are at work too")
    args = ask.parse_args()
    clock = time.process_time if args.processor else time.perf_counter
    with Store(args.record) as store:
        with store.reading() as view:
            print(f"{len(view.document_ids()):,} reports, {sum(view.tally(Filter()).values()):,} entries")
            drawn = list(filters(view, random.Random(args.seed), args.filters))
        by_call: dict[str, list[float]] = defaultdict(list)
        by_sort: dict[str, list[float]] = defaultdict(list)
        for sort, wanted in drawn:
            for name, call in CALLS.items():
                by_call[name].append(timed(store, wanted, call, clock))
            by_sort[sort].append(timed(store, wanted, page, clock))
        tell("call", by_call)
        tell("page", by_sort)
    return 0


def filters(view: Reader, drawn: random.Random, number: int) -> Iterator[tuple[str, Filter]]:
    """So many filters of each sort."""
    keys = {
        prefix: [offer.key for offer in view.common(prefix, limit=5000)] for prefix in ("actor", "country", "place")
    }
    published = view.connection.execute(text("SELECT DISTINCT published FROM documents WHERE length(published) = 10"))
    days = sorted(published.scalars())

    def of(prefix: str) -> str:
        return drawn.choice(drawn.choice((keys[prefix][:20], keys[prefix])))

    def period(wanted: Filter) -> Filter:
        since = dt.date.fromisoformat(drawn.choice(days))
        until = since + dt.timedelta(drawn.choice((1, 30, 365)))
        return replace(wanted, since=since.isoformat(), until=until.isoformat())

    for _ in range(number):
        yield "nothing", Filter()
        yield "actor", Filter(keys=(of("actor"),))
        yield "country", Filter(keys=(of("country"),))
        yield "period", period(Filter())
        yield "common word", Filter(words=(drawn.choice(COMMON),))
        yield "rare word", Filter(words=(drawn.choice(RARE),))
        yield "actor, country", Filter(keys=(of("actor"), of("country")))
        yield "country, period", period(Filter(keys=(of("country"),)))
        yield "place, word", Filter(keys=(of("place"),), words=(drawn.choice((*COMMON, *RARE)),))
        yield "all at once", period(Filter(keys=(of("actor"), of("country")), words=(drawn.choice(COMMON),)))


def page(view: Reader, wanted: Filter) -> None:
    """What a page asks for."""
    for name in PAGE:
        CALLS[name](view, wanted)


def timed(store: Store, wanted: Filter, call: Call, clock: Callable[[], float]) -> float:
    """How long the call takes on a reader of its own."""
    with store.reading() as view:
        began = clock()
        call(view, wanted)
        return (clock() - began) * 1000


def tell(what: str, times: dict[str, list[float]]) -> None:
    """A table of medians and 95th percentiles."""
    print(f"\n{what:<20}{'p50':>8}{'p95':>8}{'max':>8}")
    for name, found in times.items():
        found.sort()
        high = found[min(len(found) - 1, len(found) * 95 // 100)]
        print(f"{name:<20}{statistics.median(found):>8.1f}{high:>8.1f}{found[-1]:>8.1f}")
    every = sorted(each for found in times.values() for each in found)
    print(f"{'all':<20}{statistics.median(every):>8.1f}{every[len(every) * 95 // 100]:>8.1f}{every[-1]:>8.1f}")


if __name__ == "__main__":
    sys.exit(main())
