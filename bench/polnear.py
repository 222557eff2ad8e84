"""Spans of source, cue and content against PolNeAR: exact F1, F1 over the words they share, and wrong sources.

    python bench/polnear.py DATA

DATA is a folder of the data set: one with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (brat), or one that
holds such folders; where one of them is called `dev`, it alone is measured. A text that several people annotated
counts once for each. A span is exact when it holds the same characters, white space and punctuation at its ends
apart. `wrong_source` is the share, in percent, of the sayings found under a cue that is annotated too, with a source
that shares no word with the annotated one: words put into another's mouth. A relative pronoun is no other, since the
reading names the noun it stands for.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import parsed
from onrecord.reading.language import Parser
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.statements import attribution, quotations

KINDS = ("source", "cue", "content")
NOTHING: frozenset[int] = frozenset()
Words = frozenset[int]  # where each word of a span starts
WORD = re.compile(r"\w+")
RELATIVE = frozenset(("who", "which", "that"))


class Told(NamedTuple):
    """One attribution as the words of its three spans, an empty set where it has none."""

    source: Words
    cue: Words
    content: Words
    relative: bool = False


def folders(data: Path) -> list[Path]:
    """The folders under `data` that hold texts with their annotations; empty where there are none."""
    inner = [data / "dev"] if _complete(data / "dev") else sorted(each for each in data.glob("*") if _complete(each))
    return [data] if _complete(data) else inner


def _complete(folder: Path) -> bool:
    return (folder / "text").is_dir() and (folder / "attributions").is_dir()


def annotated(path: Path, text: str) -> list[Told]:
    """The annotated attributions of one brat file."""
    spans: dict[str, tuple[str, Words]] = {}
    links: list[dict[str, str]] = []
    for line in path.read_text("utf-8").split("\n"):
        columns = line.split("\t")
        if columns[0].startswith("T"):
            kind, _, ranges = columns[1].partition(" ")
            spans[columns[0]] = (
                kind.lower(),
                starts(text, [tuple(map(int, each.split())) for each in ranges.split(";")]),
            )
        elif columns[0].startswith("E"):
            links.append({role: name for role, _, name in (each.partition(":") for each in columns[1].split())})
    return [_joined(text, spans, link) for link in links]


def _joined(text: str, spans: dict[str, tuple[str, Words]], link: dict[str, str]) -> Told:
    found = dict.fromkeys(KINDS, NOTHING)
    for name in link.values():
        kind, words = spans.get(name, ("", NOTHING))
        if kind in found:
            found[kind] |= words
    source = found["source"]
    relative = len(source) == 1 and WORD.match(text, min(source)).group().lower() in RELATIVE  # type: ignore[union-attr]
    return Told(**found, relative=relative)


def starts(text: str, spans: list[tuple[int, ...]]) -> Words:
    return frozenset(match.start() for start, end in spans for match in WORD.finditer(text, start, end))


def predicted(report: Report) -> Iterator[Told]:
    """The attributions that the reading finds."""
    quoted = quotations.find(report)
    for paragraph in report.paragraphs:
        marks = quoted.get(paragraph.index, ())
        found = attribution.find(paragraph.doc, marks)
        more = [(saying, mark.at) for mark, saying in attribution.continued(paragraph.doc, found, marks) if saying]
        for each in found:
            going_on = [(at.start, at.end) for saying, at in more if saying is each]
            yield Told(
                source=_words(report, paragraph, [each.source] if each.source else []),
                cue=_words(report, paragraph, [each.cue]),
                content=_words(report, paragraph, [*each.content, *going_on]),
            )


def _words(report: Report, paragraph: Paragraph, ranges: list[tuple[int, int]]) -> Words:
    spans = [paragraph.span(*each) for each in ranges]
    return starts(report.text, [(span.start, span.end) for span in spans])


class Tally:
    """Counts over many files: right, found and annotated spans of each kind; sources right and wrong."""

    def __init__(self) -> None:
        self.exact = {kind: [0, 0, 0] for kind in KINDS}
        self.shared = {kind: [0, 0, 0] for kind in KINDS}
        self.sources = [0, 0]  # compared, wrong

    def add(self, found: list[Told], gold: list[Told]) -> None:
        for kind in KINDS:
            ours = {words for told in found if (words := getattr(told, kind))}
            theirs = {words for told in gold if (words := getattr(told, kind))}
            _count(self.exact[kind], len(ours & theirs), len(ours), len(theirs))
            words, truth = NOTHING.union(*ours), NOTHING.union(*theirs)
            _count(self.shared[kind], len(words & truth), len(words), len(truth))
        by_cue = {word: told.source for told in gold if told.source and not told.relative for word in told.cue}
        for told in found:
            same = [by_cue[word] for word in told.cue if word in by_cue]
            if told.source and same:
                _count(self.sources, 1, not any(told.source & source for source in same))

    def results(self) -> dict[str, float]:
        """F1 in percent for each kind, exact and (`_words`) over shared words, and `wrong_source` in percent."""
        compared, wrong = self.sources
        return (
            {kind: _f1(*self.exact[kind]) for kind in KINDS}
            | {f"{kind}_words": _f1(*self.shared[kind]) for kind in KINDS}
            | {"wrong_source": round(100 * wrong / compared, 1) if compared else 0.0}
        )


def measure(data: Path) -> dict[str, float]:
    """The results over all texts of `data`, see `Tally.results`."""
    parser, tally = Parser(), Tally()
    for folder in folders(data):
        for path in sorted((folder / "text").glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            document = Document(name=path.name, text=text, parts=(Part(Span(0, len(text))),), language="en")
            found = list(predicted(parsed(document, parser)))
            for annotations in sorted((folder / "attributions").glob(f"{path.stem}_*.ann")):
                tally.add(found, annotated(annotations, text))
    return tally.results()


def _count(totals: list[int], *counts: int) -> None:
    totals[:] = [total + count for total, count in zip(totals, counts, strict=True)]


def _f1(right: int, found: int, truth: int) -> float:
    return round(200 * right / (found + truth), 1) if found + truth else 0.0


def main() -> int:
    if len(sys.argv) != 2 or not folders(Path(sys.argv[1])):
        print(
            "polnear: expected one folder with text/ and attributions/, or one that holds such folders", file=sys.stderr
        )
        return 2
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:15} {value:5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
