"""Where an event happened against annotated sentences: precision and recall over the words of the places.

    python bench/event_places.py --data DIR [--limit N]

DIR is the data set's folder: `train.jsonl`, one sentence a line, with its text and its spans, one VERB and the LOCATION
of what that verb tells (none where the sentence does not say). Prints one line.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.deeds.setting import around, setting_of
from onrecord.reading.language import Parser

NAME = "train.jsonl"
FIRST = 1  # characters: spans may be off by so many


def sentences(data: Path) -> Iterator[dict[str, Any]]:
    """The annotated sentences, those with one verb and whole spans."""
    for line in (data / NAME).read_text("utf-8").splitlines():
        row = json.loads(line)
        verbs = [span for span in row["spans"] if span["label"] == "VERB"]
        if len(verbs) == 1 and all(span["end"] > span["start"] for span in row["spans"]):
            yield row


def told(row: dict[str, Any], parser: Parser) -> list[tuple[int, int]]:
    """The characters of the places that the reading gives for the verb."""
    text = row["text"]
    verb = next(span for span in row["spans"] if span["label"] == "VERB")
    report = parsed(Document(name="row", text=text, parts=(Part(Span(0, len(text))),), language="en"), parser)
    found = find(report, "statements")
    context = around(report, found)
    for paragraph in report.paragraphs:
        for token in paragraph.doc:
            span = paragraph.span(token.i, token.i + 1) if not token.is_space else None
            if span is not None and abs(span.start - verb["start"]) <= FIRST and span.start < verb["end"]:
                setting = setting_of(paragraph, found, token, context)
                places = setting.places if setting is not None else ()
                return [(place.words[0].start, place.words[0].end) for place in places]
    return []


def words(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """The words of the spans, by where they start."""
    starts = [at for at, char in enumerate(text) if char.isalnum() and (at == 0 or not text[at - 1].isalnum())]
    return {at for at in starts if any(start <= at < end for start, end in spans)}


def measure(data: Path, limit: int | None = None) -> dict[str, float]:
    """Token precision, recall and F1, over at most `limit` sentences spread over the whole."""
    parser = Parser()
    rows = list(sentences(data))
    rows = rows[:: max(1, len(rows) // limit)] if limit else rows
    right = found = truth = 0
    for row in rows:
        ours = words(row["text"], told(row, parser))
        theirs = words(row["text"], [(s["start"], s["end"]) for s in row["spans"] if s["label"] == "LOCATION"])
        right, found, truth = right + len(ours & theirs), found + len(ours), truth + len(theirs)
    precision, recall = right / max(found, 1), right / max(truth, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"token precision": precision, "token recall": recall, "F1": f1, "sentences": float(len(rows))}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/event_location"))
    ask.add_argument("--limit", type=int, help="measure only so many sentences")
    args = ask.parse_args()
    if not (args.data / NAME).exists():
        print(f"event_places: not there: {args.data / NAME}; name the folder with --data", file=sys.stderr)
        return 2
    results = measure(args.data, args.limit)
    print("event places: " + ", ".join(f"{name} {value:.3f}" for name, value in results.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
