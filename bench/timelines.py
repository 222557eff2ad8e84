"""The days on which the record has most going on, against the days that editors chose for their timelines of a war.

    python bench/timelines.py DATA [--record FILE] [--days]

DATA holds `reports.csv` and a folder `timelines`, each file with a date on a line of its own above what happened then.
For each timeline as many days are taken from the record as the editors chose, within the first and the last of theirs:
those of which most reports still tell something on a later day (HINDSIGHT), of equals those of which most tell at all.
Only what is told of that very day counts. The F1 of a timeline is then the share of days that both chose; the figure is
their mean. `--record` uses a record that was made before instead of reading the reports.
"""

import argparse
import datetime as dt
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from onrecord import Record
from onrecord.model.iso import days

KINDS = ("event", "contact", "control", "commitment", "agreement", "statement")
HINDSIGHT = dt.timedelta(days=4)
MANY = 100_000
DAY = len("2011-03-19")
UNTOLD = frozenset({"hypothetical", "planned", "denied", "called off"})


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--record", type=Path)
    ask.add_argument("--days", action="store_true", help="list the days that only one of the two has")
    args = ask.parse_args()
    if not (args.data / "timelines").is_dir():
        print(f"timelines: not there: {args.data / 'timelines'}", file=sys.stderr)
        return 2
    weights = weights_of(args.data, args.record)
    for name, chosen in timelines(args.data).items():
        ours = heaviest(weights, chosen)
        print(f"{name}\t{len(chosen)} days\t{len(ours & chosen) / len(chosen):.3f}")
        if args.days:
            print("  only theirs:", *sorted(map(str, chosen - ours)))
            print("  only ours:", *sorted(map(str, ours - chosen)))
    print(f"mean date F1\t{mean(weights, args.data):.3f}")
    return 0


def measure(data: Path) -> dict[str, float]:
    """The mean F1 of the timelines of DATA."""
    return {f"date F1, mean of {len(timelines(data))} timelines": mean(weights_of(data), data)}


def mean(weights: Counter[dt.date], data: Path) -> float:
    return statistics.mean(len(heaviest(weights, chosen) & chosen) / len(chosen) for chosen in timelines(data).values())


def timelines(data: Path) -> dict[str, set[dt.date]]:
    """The days of each timeline, by its name."""
    files = sorted((data / "timelines").glob("*.txt"))
    return {file.stem: editors(file.read_text(encoding="utf-8", errors="replace")) for file in files}


def weights_of(data: Path, made: Path | None = None) -> Counter[dt.date]:
    """How much the record of the reports of DATA, or one that was made before, has on each day."""
    with tempfile.TemporaryDirectory() as folder:
        path = made or Path(folder) / "war.record"
        with Record(path) as record:
            if made is None:
                record.add(data / "reports.csv")
            return weighed(record)


def weighed(record: Record) -> Counter[dt.date]:
    """How much the record has on each day."""
    published = record.published()
    told: dict[dt.date, set[str]] = defaultdict(set)
    for kind in KINDS:
        for entry in record.entries(kind):
            covered = days(getattr(entry, "on", None) or getattr(entry, "made", None))
            if covered is None or covered[0] != covered[1] or getattr(entry, "status", None) in UNTOLD:
                continue
            told[covered[0]] |= {cite.doc for cite in entry.cites if not cite.supports}
    return Counter(
        {day: weight(day, [days(published.get(report)) for report in reports]) for day, reports in told.items()}
    )


def weight(day: dt.date, published: Sequence[tuple[dt.date, dt.date] | None]) -> int:
    """The reports that tell of the day in hindsight, then all that tell of it, as one number."""
    later = sum(when is not None and when[0] - day >= HINDSIGHT for when in published)
    return later * MANY + len(published)


def editors(text: str) -> set[dt.date]:
    """The days of a timeline."""
    return {dt.date.fromisoformat(line.strip()) for line in text.splitlines() if is_day(line.strip())}


def is_day(line: str) -> bool:
    try:
        return len(line) == DAY and bool(dt.date.fromisoformat(line))
    except ValueError:
        return False


def heaviest(weights: Counter[dt.date], chosen: set[dt.date]) -> set[dt.date]:
    """As many days as were chosen, within the first and the last of these, the heaviest first."""
    first, last = min(chosen), max(chosen)
    within = [day for day in weights if first <= day <= last]
    return set(sorted(within, key=lambda day: (-weights[day], day))[: len(chosen)])


if __name__ == "__main__":
    sys.exit(main())
