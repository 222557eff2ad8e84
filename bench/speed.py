"""How fast onrecord reads: the time of reading against the bare spaCy pass over the same text, in one run.

    python bench/speed.py --data DIR [--reports N] [--rounds N] [--record N] [--write]

Takes the first reports of `--data`/libya2011/reports.csv. The bare pass is the pipeline as it is installed, with all
its default components, over the same paragraphs in batches of 32; reading is paragraphs to observations without the
store. The two are run in turn, and their ratio is taken round by round. Then one report is added to records of
`--record` reports; see adding.py. With `--write` the figures go into docs/speed.md, between its marks. Exits with 2
and a message where the data folder is not there.
"""

import argparse
import platform
import resource
import statistics
import sys
import time
from pathlib import Path

import spacy

import adding
from onrecord.intake import sources
from onrecord.model.documents import Document
from onrecord.reading import read
from onrecord.reading.language import BATCH, PIPELINE, Parser
from onrecord.reading.view import paragraphs
from quality import show, write

PAGE = Path(__file__).parent.parent / "docs" / "speed.md"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--reports", type=int, default=60)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--record", type=int, default=10_000, help="reports in the record that one is added to")
    ask.add_argument("--write", action="store_true", help="put the table into docs/speed.md")
    args = ask.parse_args()
    table = args.data / "libya2011" / "reports.csv"
    if not table.exists():
        print(f"speed: not there: {table}; name the folder that holds libya2011 with --data", file=sys.stderr)
        return 2
    documents = [d for d in sources([table]) if isinstance(d, Document)]
    rows = [*measured(documents[: args.reports], args.rounds), *adding.measured(documents, args.record)]
    show(rows)
    if args.write:
        command = f"python bench/speed.py --data DIR --reports {args.reports} --rounds {args.rounds}"
        write(rows, f"{command} --record {args.record} --write", PAGE)
    return 0


def measured(documents: list[Document], rounds: int) -> list[tuple[str, str, str]]:
    bare = spacy.load(PIPELINE)
    texts = [view.text for document in documents for view in paragraphs(document)]
    tokens = sum(len(doc) for doc in bare.pipe(texts, batch_size=BATCH))
    for document in documents[:3]:
        read(document, Parser())
    times = [(timed_bare(bare, texts), timed_reading(documents)) for _ in range(rounds)]
    ratios = [reading / passed for passed, reading in times]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    where = f"{platform.machine()}, Python {platform.python_version()}, {len(documents)} reports, {tokens} tokens"
    return [
        ("reading", "on", where),
        ("reading", "bare spaCy pass, seconds (median)", f"{statistics.median(t[0] for t in times):.2f}"),
        ("reading", "reading, seconds (median)", f"{statistics.median(t[1] for t in times):.2f}"),
        (
            "reading",
            "reading / bare pass (median, min, max)",
            f"{statistics.median(ratios):.2f}, {min(ratios):.2f}, {max(ratios):.2f}",
        ),
        ("reading", "tokens a second", f"{tokens / statistics.median(t[1] for t in times):.0f}"),
        ("reading", "peak memory of the process, both models loaded, MB", f"{memory:.0f}"),
    ]


def timed_bare(bare: spacy.Language, texts: list[str]) -> float:
    began = time.perf_counter()
    for _ in bare.pipe(texts, batch_size=BATCH):
        pass
    return time.perf_counter() - began


def timed_reading(documents: list[Document]) -> float:
    parser = Parser()  # a fresh one: nothing is remembered from the round before
    began = time.perf_counter()
    for document in documents:
        read(document, parser)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
