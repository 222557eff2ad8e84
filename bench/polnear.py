"""Spans of source, cue and content against PolNeAR: exact F1, and F1 over the words they share.

    python bench/polnear.py DATA

DATA is a folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (brat); a text that several people annotated
counts once for each. A span is exact when it holds the same characters,
white space and punctuation at its ends apart.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import attribution, parsed, quotations
from onrecord.reading.language import Parser
from onrecord.reading.report import Report

KINDS = ("source", "cue", "content")
Words = frozenset[int]  # where each word of a span starts
WORD = re.compile(r"\w+")


def annotated(path: Path, text: str) -> dict[str, list[Words]]:
    """The gold spans of one brat file, as the starts of their words."""
    found: dict[str, list[Words]] = {kind: [] for kind in KINDS}
    for line in path.read_text("utf-8").split("\n"):
        columns = line.split("\t")
        if not columns[0].startswith("T"):
            continue
        kind, _, ranges = columns[1].partition(" ")
        if kind.lower() in found:
            spans = [tuple(map(int, each.split())) for each in ranges.split(";")]
            found[kind.lower()].append(starts(text, spans))
    return found


def starts(text: str, spans: list[tuple[int, ...]]) -> Words:
    return frozenset(match.start() for start, end in spans for match in WORD.finditer(text, start, end))


def predicted(report: Report) -> Iterator[tuple[str, Words]]:
    """The spans that the reading finds."""
    text = report.text
    quoted = quotations.find(report)
    for paragraph in report.paragraphs:
        marks = quoted.get(paragraph.index, ())
        found = attribution.find(paragraph.doc, marks)
        more = [(saying, mark.at) for mark, saying in attribution.continued(paragraph.doc, found, marks) if saying]
        for each in found:

            def words(ranges: list[tuple[int, int]], paragraph: object = paragraph) -> Words:
                spans = [paragraph.span(*each) for each in ranges]  # type: ignore[attr-defined]
                return starts(text, [(span.start, span.end) for span in spans])

            yield "cue", words([each.cue])
            going_on = [(at.start, at.end) for saying, at in more if saying is each]
            yield "content", words([*each.content, *going_on])
            if each.source:
                yield "source", words([each.source])


def measure(data: Path) -> dict[str, float]:
    """F1 in percent for each kind: `source`, `cue`, `content` exact, and the same with `_words` over shared words."""
    parser = Parser()
    exact = {kind: [0, 0, 0] for kind in KINDS}
    shared = {kind: [0, 0, 0] for kind in KINDS}
    for path in sorted((data / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        report = parsed(Document(name=path.name, text=text, parts=(Part(Span(0, len(text))),), language="en"), parser)
        got: dict[str, set[Words]] = {kind: set() for kind in KINDS}
        for kind, words in predicted(report):
            got[kind].add(words)
        for annotations in sorted((data / "attributions").glob(f"{path.stem}_*.ann")):
            gold = annotated(annotations, text)
            for kind in KINDS:
                truth, found = set(gold[kind]), got[kind]
                add(exact[kind], len(truth & found), len(found), len(truth))
                ours, theirs = frozenset().union(*found), frozenset().union(*truth)
                add(shared[kind], len(ours & theirs), len(ours), len(theirs))
    return {kind: f1(*exact[kind]) for kind in KINDS} | {f"{kind}_words": f1(*shared[kind]) for kind in KINDS}


def add(totals: list[int], *counts: int) -> None:
    totals[:] = [total + count for total, count in zip(totals, counts, strict=True)]


def f1(right: int, found: int, truth: int) -> float:
    return round(200 * right / (found + truth), 1) if found + truth else 0.0


def main() -> int:
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "text").is_dir():
        print("polnear: expected one folder with text/ and attributions/", file=sys.stderr)
        return 2
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:15} {value:5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
