"""A seeded sample of joins, to be read and judged by a person: two passages that the record took for one thing.

    python bench/joins.py SOURCE... [--record FILE] [--joins N] [--seed N] [--kinds event,figure] [--output FILE]

Draws N joins from all that the record of the sources made, each with its reason, the entry it went into, and the words
of both observations marked «so» in the text around them, with an empty verdict to fill in: right, or why it is wrong.
Actors and places are left out: they are joined by their keys and not by comparison. `--record` uses one made before.
"""

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

from onrecord import Record
from onrecord.model.entries import AnyEntry, export
from onrecord.model.frames import Noted
from onrecord.store import Reader, Store

AROUND = 160
HIDDEN = ("cites", "origins", "review", "id", "kind", "derived", "accounts", "links")
NAMED = ("document", "actor", "place", "copy", "dispute")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("sources", nargs="*", type=Path)
    ask.add_argument("--record", type=Path)
    ask.add_argument("--joins", type=int, default=100)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--kinds", default="", help="a comma-separated choice of kinds; all where none is named")
    ask.add_argument("--output", type=Path)
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.record or Path(folder) / "sample.record"
        if args.record is None:
            with Record(path) as record:
                record.add(args.sources)
        with Store(path) as store, store.reading() as view:
            text = "\n".join(drawn(view, args.joins, args.seed, set(filter(None, args.kinds.split(",")))))
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def drawn(view: Reader, number: int, seed: int, kinds: set[str]) -> list[str]:
    """The joins to judge, as text."""
    entries = [entry for entry in view.entries() if entry.kind not in NAMED and (not kinds or entry.kind in kinds)]
    joins = [(entry, join) for entry in sorted(entries, key=lambda each: each.id) for join in view.joins(entry.id)]
    chosen = random.Random(seed).sample(joins, min(number, len(joins)))
    seen = {each.observation.id: each for each in view.noted_of({id_ for _, join in chosen for id_ in join[:2]})}
    frames = {frame.id: frame for frame in view.frames({each.observation.document for each in seen.values()})}
    texts = view.texts({frame.label for frame in frames.values()})
    head = f"{len(chosen)} of {len(joins)} joins in {sum(bool(view.joins(entry.id)) for entry in entries)} entries\n"
    pages = [head]
    for place, (entry, (one, other, why)) in enumerate(chosen, 1):
        words = [marked(seen[id_], texts, frames) for id_ in (one, other)]
        pages.append(page(place, entry, why, words))
    return pages


def marked(noted: Noted, texts: dict[str, str], frames: dict) -> str:
    """The observation's trigger sentence in the text around it, with its report and date."""
    frame = frames[noted.observation.document]
    date, text = frame.dates[noted.observation.part], texts[frame.label]
    start, end = noted.observation.evidence[0].start, noted.observation.evidence[0].end
    around = f"{text[max(0, start - AROUND) : start]}«{text[start:end]}»{text[end : end + AROUND // 2]}"
    return f"{frame.label} {date.published or 'undated'}: …{' '.join(around.split())}…"


def page(number: int, entry: AnyEntry, why: str, words: list[str]) -> str:
    plain = {
        key: value for key, value in export(entry).items() if key not in HIDDEN and not key.endswith(("_id", "_ids"))
    }
    return "\n".join(
        [f"## {number} {entry.kind}: {why}", json.dumps(plain, ensure_ascii=False), *words, "verdict:", ""]
    )


if __name__ == "__main__":
    sys.exit(main())
