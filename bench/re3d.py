"""Actors: spans of people and organisations in the re3d documents on the war in Syria and Iraq.

A mention is found where it shares a character with one of the other side (relaxed). Pronouns are left out on both
sides, and so are annotations that do not stand at word boundaries. Nationalities alone are no actors of ours. Nor are
people without a name counted, where we only note that they did or suffered something ("a soldier", "villagers").
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.actors.findings import UNRECORDED
from onrecord.reading.language import Parser

TYPES = {"Person": "person", "Organisation": "organisation"}
PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "me",
        "us",
        "him",
        "her",
        "them",
        "my",
        "our",
        "your",
        "his",
        "its",
        "their",
        "ours",
        "theirs",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "himself",
        "itself",
        "themselves",
        "ourselves",
    ]
)


class Mark(NamedTuple):
    """An annotated or found mention: its span and whether it is a person or an organisation."""

    span: Span
    kind: str


def measure(data: Path) -> dict[str, float]:
    """Recall, precision and accuracy of type, by kind and in all. Raises OSError where the files are absent."""
    parser = Parser()
    pairs = [(gold, found(parser, name, text)) for name, text, gold in documents(data)]
    shares = {}
    for kind in ("person", "organisation", ""):
        wanted = [(mark, theirs) for gold, theirs in pairs for mark in gold if kind in ("", mark.kind)]
        got = [(mark, gold) for gold, theirs in pairs for mark in theirs if kind in ("", mark.kind)]
        name = f"{kind} " if kind else ""
        shares[f"{name}recall"] = share([meets(mark, others) for mark, others in wanted])
        shares[f"{name}precision"] = share([meets(mark, others) for mark, others in got])
    met = [(mark, theirs) for gold, theirs in pairs for mark in gold if meets(mark, theirs)]
    shares["type right of those found"] = share([any(same(mark, other) for other in theirs) for mark, theirs in met])
    return shares


def documents(data: Path) -> Iterator[tuple[str, str, list[Mark]]]:
    """Each document's name and text, and its annotated people and organisations, from every folder under `data` that
    holds both files. Raises OSError where there is none."""
    folders = [path.parent for path in data.rglob("documents.json")]
    if not any((folder / "entities.json").is_file() for folder in folders):
        raise OSError(f"{data}: no folder with documents.json and entities.json in it")
    for folder in sorted(folders):
        if not (folder / "entities.json").is_file():
            continue
        marks: dict[str, list[Mark]] = defaultdict(list)
        texts = {each["_id"]: each["text"] for each in lines(folder / "documents.json")}
        for entity in lines(folder / "entities.json"):
            text = texts.get(entity["documentId"], "")
            if entity["type"] in TYPES and whole(text, entity["begin"], entity["end"]):
                mark = Mark(Span(entity["begin"], entity["end"]), TYPES[entity["type"]])
                marks[entity["documentId"]].append(mark)
        for key, text in texts.items():
            yield key, text, marks[key]


def lines(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text("utf-8-sig").splitlines() if line.strip()]


def whole(text: str, start: int, end: int) -> bool:
    """Whether the annotation covers whole words that are no pronoun."""
    cut = (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
    return start < end <= len(text) and not cut and text[start:end].lower().strip() not in PRONOUNS


def found(parser: Parser, name: str, text: str) -> list[Mark]:
    """What the reader finds there, pronouns apart."""
    report = parsed(Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en"), parser)
    mentions = find(report, last="actors").actors
    return [
        Mark(report.span(mention.at), "person" if mention.actor.value.type == "person" else "organisation")
        for mention in mentions
        if mention.form != "pronoun" and mention.actor.rule not in UNRECORDED
    ]


def meets(mark: Mark, others: list[Mark]) -> bool:
    return any(mark.span.overlaps(other.span) for other in others)


def same(mark: Mark, other: Mark) -> bool:
    return mark.kind == other.kind and mark.span.overlaps(other.span)


def share(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 3) if hits else 0.0


def missed(data: Path) -> Iterator[tuple[str, str]]:
    """What one side has and the other has not, with the words around it."""
    parser = Parser()
    for name, text, gold in documents(data):
        theirs = found(parser, name, text)
        for side, ours, others in (("missed", gold, theirs), ("extra", theirs, gold)):
            for mark in ours:
                if not meets(mark, others):
                    around = text[max(0, mark.span.start - 30) : mark.span.end + 30]
                    yield side, f"{mark.kind}: {mark.span.of(text)!r} in …{around!r}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("data", type=Path, help="the folder of the re3d data")
    ask.add_argument("--misses", action="store_true", help="list what is missed and what is extra")
    args = ask.parse_args()
    if args.misses:
        for side, words in missed(args.data):
            print(side, words)
        return
    for name, value in measure(args.data).items():
        print(f"{name:30} {value:.3f}")


if __name__ == "__main__":
    main()
