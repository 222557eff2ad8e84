"""Copies against a day of web articles, much of it agency text under many mastheads.

    python bench/copies.py DATA [--pairs N]

DATA holds `helsinki_articles.csv` (columns id, publisher, text; `###` ends a paragraph) without labels: the agency in
an article's byline, dateline or credits stands for one, and all mentions of agencies are taken out of what is
compared. Two articles are `called copies` where a chain of copies as a whole joins them. `same agency` is the share of
them, of those with two labels, whose labels are one. Two articles of one agency are `near` where the one with fewer
words has NEAR of its runs of three words from the other; `near found` is the share of those that are called copies.
`shared runs` is the mean share of runs that called copies have in common, of the runs of both.
With --pairs N, N of the pairs that are called copies are printed to be judged by hand, and N passages.
"""

import argparse
import csv
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from onrecord import pipeline
from onrecord.engines import Reading
from onrecord.model.documents import Document, Part
from onrecord.model.entries import CopyEntry
from onrecord.model.spans import Span
from onrecord.store import Store

NEAR = 0.6
RUN = 3
HEAD, TAIL, SHORT = 6, 3, 200
AGENCIES = {
    "Reuters": r"Reuters|Thomson Reuters",
    "AP": r"(?:The )?Associated Press|AP",
    "AFP": r"AFP|Agence France-Presse",
    "Bloomberg": r"Bloomberg(?: News)?",
    "TASS": r"TASS|Tass",
    "CNN": r"CNN",
}
NAMED = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in AGENCIES.items()))
DATELINE = re.compile(rf"\((?:{'|'.join(AGENCIES.values())})\)")
CREDIT = re.compile(r"\b(?:Reporting|Writing|Editing) by\b|Associated Press writers?|\bcontributed to this report")
WORD = re.compile(r"\w+")


class Article(NamedTuple):
    """An article without its agency's name, and that name."""

    name: str
    text: str
    agency: str | None

    @property
    def runs(self) -> set[tuple[str, ...]]:
        words = [word.casefold() for word in WORD.findall(self.text)]
        return set(zip(*(words[start:] for start in range(RUN)), strict=False))


class Unread:
    """An engine that finds nothing: copies are sought in the texts."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield Reading(document)


def articles(path: Path) -> list[Article]:
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8", newline="") as file:
        return [blind(f"{row['publisher']}#{row['id']}", row["text"]) for row in csv.DictReader(file)]


def blind(name: str, text: str) -> Article:
    """The article with its label: one agency named in a short paragraph at its head, a dateline or its credits."""
    paragraphs = [each.strip() for each in text.split("###") if each.strip()]
    labels = set()
    for number, paragraph in enumerate(paragraphs):
        byline = number < HEAD and len(paragraph) < SHORT // 2
        credit = number >= len(paragraphs) - TAIL and CREDIT.search(paragraph)
        for found in NAMED.finditer(paragraph if byline or credit else "".join(DATELINE.findall(paragraph[:SHORT]))):
            labels.add(found.lastgroup)
        if credit and not NAMED.search(paragraph):
            labels.add("Reuters")
    told = [each for each in paragraphs if not (len(each) < SHORT and NAMED.search(each)) and not CREDIT.search(each)]
    plain = NAMED.sub("", DATELINE.sub("", "\n\n".join(told)))
    return Article(name, plain, labels.pop() if len(labels) == 1 else None)


def copies_of(found: Iterable[Article]) -> list[CopyEntry]:
    """What onrecord takes for copies."""
    documents = [
        Document(name=each.name, text=each.text, parts=(Part(Span(0, len(each.text))),), language="en")
        for each in found
        if each.text.strip()
    ]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "copies.record", create=True) as store:
        pipeline.add(store, documents, Unread(), "bench")
        with store.reading() as view:
            return [entry for entry in view.entries("copy") if isinstance(entry, CopyEntry)]


def chained(pairs: Iterable[tuple[str, ...]]) -> set[frozenset[str]]:
    """All pairs of names that a chain of pairs joins."""
    groups: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        joined = groups[one] | groups[other] | {one, other}
        groups.update(dict.fromkeys(joined, joined))
    return {frozenset(pair) for group in groups.values() for pair in combinations(sorted(group), 2)}


def compared(folder: Path) -> tuple[dict[str, float], set[frozenset[str]], list[CopyEntry], dict[str, Article]]:
    """The measures, the pairs that are called copies, the entries, and the articles by name."""
    found = {each.name: each for each in articles(folder / "helsinki_articles.csv")}
    entries = copies_of(found.values())
    called = chained(entry.docs for entry in entries if entry.share is not None)
    runs = {name: each.runs for name, each in found.items()}
    labelled = [pair for pair in called if all(found[name].agency for name in pair)]
    same = sum(len({found[name].agency for name in pair}) == 1 for pair in labelled)
    near = [
        frozenset((one.name, other.name))
        for one, other in combinations(found.values(), 2)
        if one.agency and one.agency == other.agency and _contained(runs[one.name], runs[other.name]) >= NEAR
    ]
    alike = [_common(*(runs[name] for name in pair)) for pair in called]
    measures = {
        "articles": float(len(found)),
        "articles with an agency": float(sum(each.agency is not None for each in found.values())),
        "pairs called copies": float(len(called)),
        "of them with two labels": float(len(labelled)),
        "same agency": same / len(labelled) if labelled else 0.0,
        "pairs of one agency that are near": float(len(near)),
        "near found": sum(pair in called for pair in near) / len(near) if near else 0.0,
        "shared runs of called copies": sum(alike) / len(alike) if alike else 0.0,
        "passages": float(sum(entry.share is None for entry in entries)),
    }
    return measures, called, entries, found


def _contained(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _common(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def measure(folder: Path) -> dict[str, float]:
    return compared(folder)[0]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--pairs", type=int, default=0, help="print so many pairs and passages, drawn by a fixed seed")
    args = ask.parse_args()
    if not (args.data / "helsinki_articles.csv").is_file():
        print(f"copies: no helsinki_articles.csv in {args.data}", file=sys.stderr)
        return 2
    measures, called, entries, found = compared(args.data)
    for name, value in measures.items():
        print(f"{name:<40} {value:.3f}" if value < 1 else f"{name:<40} {value:.0f}")
    draw = random.Random(7)
    for pair in draw.sample(sorted(map(sorted, called)), min(args.pairs, len(called))):
        print("\n=== pair", *(f"{name} ({found[name].agency})" for name in pair))
        for name in pair:
            print("   ", repr(found[name].text[:400]))
    passages = [entry for entry in entries if entry.share is None]
    for entry in draw.sample(passages, min(args.pairs, len(passages))):
        print("\n=== passage", entry.type, *entry.docs)
        for cite in entry.cites:
            print("   ", cite.doc, repr(cite.quote))
    return 0


if __name__ == "__main__":
    sys.exit(main())
