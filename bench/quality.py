"""How well onrecord reads: the seeds' facts and the field's annotated public data, in one table.

    python bench/quality.py --seeds DIR --data DIR [--gold FILE] [--scorer FILE] [--write]

`--seeds` holds the reports, `--gold` the facts an analyst would record of them (default: gold/seeds.jsonl beside the
seeds), `--scorer` the program that compares an export with them (default: tools/score.py beside the seeds). `--data`
holds one folder for each public data set, named as in MEASURES. With `--write` the table goes into docs/accuracy.md,
between its marks. Exits with 2 and a message where a folder is not there.
"""

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import copies
import event_places
import muc
import polnear
import re3d
import timelines
import toponyms
import wikiwars
from onrecord import Record
from onrecord.publishing import jsonl

DOCS = Path(__file__).parent.parent / "docs" / "accuracy.md"
MARKS = ("<!-- measured: begin -->", "<!-- measured: end -->")
SETTING = ("on", "place")
SENTENCES = 1000  # of those with the places of events
MEASURES: tuple[tuple[str, str, Callable[[Path], dict[str, float]]], ...] = (
    ("polnear", "statements", polnear.measure),
    ("toponyms", "places", toponyms.measure),
    ("wikiwars", "dates", wikiwars.measure),
    ("re3d", "actors", re3d.measure),
    ("muc34", "events", muc.measure),
    ("libya2011", "days that matter", timelines.measure),
    ("syndication", "copies", copies.measure),
    ("event_location", "places of events", lambda data: event_places.measure(data, SENTENCES)),
)
KINDS = (
    *("document", "figure", "statement", "event", "contact", "commitment", "control"),
    *("agreement", "site", "dispute", "copy", "actor", "place"),
)

Row = tuple[str, str, str]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--gold", type=Path)
    ask.add_argument("--scorer", type=Path)
    ask.add_argument(
        "--only", default="", help="a comma-separated choice of: seeds, " + ", ".join(m[0] for m in MEASURES)
    )
    ask.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    args = ask.parse_args()
    gold = args.gold or args.seeds.parent / "gold" / "seeds.jsonl"
    scorer = args.scorer or args.seeds.parent / "tools" / "score.py"
    wanted = set(filter(None, args.only.split(","))) or {"seeds", *(name for name, _, _ in MEASURES)}
    needed = [args.seeds, gold, scorer] if "seeds" in wanted else []
    needed += [args.data / name for name, _, _ in MEASURES if name in wanted]
    absent = [str(path) for path in needed if not path.exists()]
    if absent:
        print(f"quality: not there: {', '.join(absent)}; name the folders with --seeds and --data", file=sys.stderr)
        return 2
    rows: list[Row] = []
    if "seeds" in wanted:
        rows += of_seeds(args.seeds, gold, scorer)
    for name, what, measure in MEASURES:
        if name in wanted:
            rows += [(f"{name} ({what})", key, shown(value)) for key, value in measure(args.data / name).items()]
    show(rows)
    if args.write:
        write(rows, "python bench/quality.py --seeds DIR --data DIR --write")
    return 0


def of_seeds(seeds: Path, gold: Path, scorer: Path) -> list[Row]:
    """What the scorer says of a record made of the seeds: recall, right in every field, unlisted, for each kind; and
    of the events how many are right but for day and place."""
    with tempfile.TemporaryDirectory() as folder:
        export, trimmed = Path(folder) / "seeds.jsonl", Path(folder) / "gold.jsonl"
        with Record(Path(folder) / "seeds.record") as record:
            record.add([seeds])
            problems = len(record.check())
            export.write_text("\n".join(jsonl.lines(record.entries())) + "\n", encoding="utf-8")
        facts = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        for fact in facts:
            for field in SETTING if fact["kind"] == "event" else ():
                fact.pop(field, None)
        trimmed.write_text("\n".join(map(json.dumps, facts)) + "\n", encoding="utf-8")
        result = scored(scorer, gold, export, seeds, KINDS)
        events = scored(scorer, trimmed, export, seeds, ("event",))["kinds"]["event"]
    rows = [
        ("seeds", "cites that do not hold", str(result["broken_cites"])),
        ("seeds", "check: problems", str(problems)),
    ]
    for kind in KINDS:
        score = result["kinds"][kind]
        must, fields = score["must"], " ".join(f"{field} {value}" for field, value in score["fields"].items())
        right = f"{score['right']}/{score['found']}"
        found = f"{score['found']}/{must} = {shown(score['found'] / must)}" if must else "-"
        rows.append((f"seeds ({kind})", "must facts found; right in every field", f"{found}; {right}"))
        if kind == "event":
            whole = f"{events['right']}/{must} = {shown(events['right'] / must)}"
            rows.append((f"seeds ({kind})", "must facts with type, actors and status right", whole))
        rows.append((f"seeds ({kind})", "entries, unlisted", f"{score['entries']}, {score['unlisted']}"))
        if score["several_reports"]:
            whole = f"{score['whole']}/{score['several_reports']}"
            rows.append((f"seeds ({kind})", "facts that several reports tell, in one entry", whole))
        rows.append((f"seeds ({kind})", "right by field", fields))
    return rows


def scored(scorer: Path, gold: Path, export: Path, seeds: Path, kinds: Sequence[str]) -> dict[str, Any]:
    """What the scorer writes of an export, as JSON."""
    command = [sys.executable, str(scorer), str(gold), str(export), "--texts", str(seeds), "--json"]
    done = subprocess.run([*command, "--kinds", ",".join(kinds)], capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def shown(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def show(rows: list[Row]) -> None:
    table = Table("data", "measure", "value")
    for row in rows:
        table.add_row(*row)
    Console(width=160).print(table)


def write(rows: list[Row], command: str, page: Path = DOCS) -> None:
    """Replace what stands between the page's marks by the table, the command and the day."""
    before, rest = page.read_text(encoding="utf-8").split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    lines = ["| data | measure | value |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    note = f"Measured on {dt.date.today().isoformat()} with `{command}`.\n"
    page.write_text(f"{before}{MARKS[0]}\n{note}\n" + "\n".join(lines) + f"\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
