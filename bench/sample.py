"""A seeded sample of a record's entries beside the text they stand in, to be read and judged by a person.

    python bench/sample.py SOURCE... [--reports N] [--entries N] [--seed N] [--kinds figure,statement] [--output FILE]

Reads the first N reports of the sources, draws the same number of entries of each kind, and writes for each its fields,
its evidence marked «so» in the text around it, and an empty verdict to fill in: right, or the class of the error.
"""

import argparse
import itertools
import json
import random
import sys
import tempfile
from pathlib import Path

from onrecord import Record
from onrecord.intake import sources
from onrecord.model.documents import Document
from onrecord.model.entries import AnyEntry, export

KINDS = ("figure", "statement", "actor", "place")
AROUND = 220
HIDDEN = ("cites", "origins", "review", "id", "kind", "first_reported", "last_reported")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("sources", nargs="+", type=Path)
    ask.add_argument("--reports", type=int, default=100)
    ask.add_argument("--entries", type=int, default=200)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--kinds", default=",".join(KINDS))
    ask.add_argument("--output", type=Path)
    args = ask.parse_args()
    kinds = args.kinds.split(",")
    documents = list(itertools.islice((d for d in sources(args.sources) if isinstance(d, Document)), args.reports))
    texts = {document.name: document.text for document in documents}
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "sample.record") as record:
        record.add(documents)
        entries = sorted(record.entries(), key=lambda entry: entry.id)
    drawn = random.Random(args.seed)
    blocks = []
    for kind in kinds:
        of_kind = [entry for entry in entries if entry.kind == kind]
        chosen = drawn.sample(of_kind, min(len(of_kind), args.entries // len(kinds)))
        blocks += [page(number, entry, texts) for number, entry in enumerate(chosen, 1)]
    text = "\n".join(blocks)
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def page(number: int, entry: AnyEntry, texts: dict[str, str]) -> str:
    """One entry to judge: its fields, and its first evidence marked in the words around it."""
    plain = {key: value for key, value in export(entry).items() if key not in HIDDEN}
    evidence = [cite for cite in entry.cites if not cite.supports]
    lines = [f"## {entry.kind} {number} {entry.id}", json.dumps(plain, ensure_ascii=False)]
    for cite in evidence[:3]:
        text = texts[cite.doc]
        before, after = text[max(0, cite.start - AROUND) : cite.start], text[cite.end : cite.end + AROUND // 2]
        lines.append(f"{cite.doc} @{cite.start}: …{before}«{cite.quote}»{after}…")
    return "\n".join([*lines, "verdict:", ""])


if __name__ == "__main__":
    sys.exit(main())
