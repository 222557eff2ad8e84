"""Dates against WikiWars, histories of wars with annotated time expressions.

    python bench/wikiwars.py DATA [--faults]

DATA holds `.tml` files, in folders of any depth, each with TIMEX3 elements in its text. `strict` and `relaxed` are the
F1 of spans that hold the same characters or share some; the first two count all that is annotated, durations ("nine
years"), habits and "now", "former", "218 BC" too, which are never recorded and so count as missed. `dates` are the
annotated ones with a value on the calendar (`1944`, `1944-06`, `1944-06-06`, a season, a decade). `value` is the share
of those found (relaxed) whose value is right; the strict value F1 counts a date that has both the right span and the
right value.
Of a range each end counts. A preposition ("by", "since") is no part of an annotated date and is taken off.
"""

import argparse
import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model.dates import When
from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import parsed
from onrecord.reading.dates import reader as dates
from onrecord.reading.found import Found
from onrecord.reading.language import Parser

TIMEX = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>")
VALUE = re.compile(r'\bvalue="([^"]*)"')
CALENDAR = re.compile(r"\d{3,4}(-(\d\d|SP|SU|FA|WI|[QH]\d)(-\d\d)?)?(T.*)?")
PREPOSITION = re.compile(
    r"(since|until|till|by|before|after|from|between|during|throughout|over|within|through|following)\s+", re.IGNORECASE
)
BETWEEN = re.compile(r"\s*(?:\b(?:to|and|until|till|through)\b|[-–])\s*")
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Dated(NamedTuple):
    """A date in a text: its characters, and its value as TIMEX writes it."""

    span: Span
    value: str


class Page(NamedTuple):
    """A text with what was annotated in it and what was found."""

    text: str
    gold: list[Dated]
    found: list[Dated]


def annotated(source: str) -> tuple[str, list[Dated]]:
    """The plain text between the TEXT tags, or the whole where there are none, and its annotated dates."""
    start, end = source.find("<TEXT>"), source.rfind("</TEXT>")
    body = source[start + len("<TEXT>") if start >= 0 else 0 : end if end >= 0 else len(source)]
    text, gold, position, start, value = "", [], 0, 0, ""
    for tag in TIMEX.finditer(body):
        text += html.unescape(body[position : tag.start()])
        position = tag.end()
        if tag[1] is not None:
            given = VALUE.search(tag[1])
            start, value = len(text), given[1] if given else ""
        elif start < len(text):
            gold.append(Dated(Span(start, len(text)), value))
    return text + html.unescape(body[position:]), gold


def read(path: Path, parser: Parser) -> Page:
    text, gold = annotated(path.read_text("utf-8"))
    document = Document(name=path.name, text=text, parts=(Part(Span(0, len(text))),), language="en")
    found = [
        each
        for mention in dates.find(parsed(document, parser), Found())
        for each in ends(text, mention.when.words[0], mention.when.value)
    ]
    return Page(text, gold, found)


def ends(text: str, span: Span, when: When) -> Iterator[Dated]:
    """A date as it is annotated: without its preposition, a range as its two ends."""
    preposition = PREPOSITION.match(text, span.start, span.end)
    start = preposition.end() if preposition else span.start
    between = BETWEEN.search(text, start + 1, span.end) if when.until is not None else None
    if between is None or when.until is None:
        yield Dated(Span(start, span.end), timex(when))
        return
    yield Dated(Span(start, between.start()), timex(when))
    yield Dated(Span(between.end(), span.end), timex(when.until))


def timex(when: When) -> str:
    """The value in TIMEX's form; empty where the year is not known."""
    if when.year is None:
        return ""
    if when.unit == "decade":
        return f"{when.year // 10:03}"
    if when.unit == "season" and when.month is not None:
        return f"{when.year:04}-{SEASONS[when.month]}"
    if when.unit in ("half", "quarter"):
        return f"{when.year:04}-{when.unit[0].upper()}{when.nth}"
    parts = [f"{when.year:04}", *(f"{part:02}" for part in (when.month, when.day) if part is not None)]
    return "-".join(parts)


def measure(data: Path) -> dict[str, float]:
    """The figures described above, in per cent, over all texts under `data`."""
    return scores(pages(data))


def pages(data: Path) -> list[Page]:
    parser = Parser()
    return [read(path, parser) for path in texts(data)]


def texts(data: Path) -> list[Path]:
    """The annotated texts in the folder and those below it, whatever they are called."""
    return sorted(path for path in data.rglob("*") if path.suffix.lower() == ".tml" and path.is_file())


def scores(read_pages: list[Page]) -> dict[str, float]:
    strict = relaxed = dates_found = dated = dated_strict = dated_relaxed = valued = both = found = gold = extra = 0
    for page in read_pages:
        found += len(page.found)
        gold += len(page.gold)
        spans = {each.span: each for each in page.found}
        beside = {each.span for each in page.gold if not CALENDAR.fullmatch(each.value)}
        extra += sum(any(each.span.overlaps(other) for other in beside) for each in page.found)
        for truth in page.gold:
            same = truth.span in spans
            touching = [each for each in page.found if each.span.overlaps(truth.span)]
            strict += same
            relaxed += bool(touching)
            if CALENDAR.fullmatch(truth.value):
                right = any(each.value == truth.value.partition("T")[0] for each in touching)
                dated += 1
                dated_strict += same
                dated_relaxed += bool(touching)
                valued += right
                both += same and right
    dates_found = found - extra
    return {
        "strict": f1(strict, found, gold),
        "relaxed": f1(relaxed, found, gold),
        "dates_strict": f1(dated_strict, dates_found, dated),
        "dates_relaxed": f1(dated_relaxed, dates_found, dated),
        "value": round(100 * valued / dated_relaxed, 1) if dated_relaxed else 0.0,
        "value_strict_f1": f1(both, dates_found, dated),
    }


def f1(right: int, found: int, truth: int) -> float:
    return round(200 * right / (found + truth), 1) if found + truth else 0.0


def faults(read_pages: list[Page]) -> Iterator[str]:
    """What was missed, found in excess, cut otherwise or understood otherwise, each with its words."""
    for page in read_pages:
        for truth in page.gold:
            if not CALENDAR.fullmatch(truth.value):
                continue
            touching = [each for each in page.found if each.span.overlaps(truth.span)]
            context = page.text[max(0, truth.span.start - 40) : truth.span.end + 30].replace("\n", " ")
            words = truth.span.of(page.text)
            if not touching:
                yield f"missed\t{words}\t{truth.value}\t{context}"
            elif truth.span not in [each.span for each in touching]:
                yield f"cut\t{words}\t{[each.span.of(page.text) for each in touching]}\t{context}"
            if touching and truth.value.partition("T")[0] not in [each.value for each in touching]:
                yield f"value\t{words}\t{truth.value}\t{[each.value for each in touching]}\t{context}"
        for each in page.found:
            if not any(each.span.overlaps(truth.span) for truth in page.gold):
                context = page.text[max(0, each.span.start - 40) : each.span.end + 30].replace("\n", " ")
                yield f"excess\t{each.span.of(page.text)}\t{context}"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--faults", action="store_true", help="list what was missed, cut or understood otherwise")
    args = ask.parse_args()
    if not args.data.is_dir():
        print(f"wikiwars: {args.data} is not a folder; expected one with .tml files", file=sys.stderr)
        return 2
    if not texts(args.data):
        print(f"wikiwars: no .tml file in {args.data} or below it", file=sys.stderr)
        return 2
    read_pages = pages(args.data)
    for line in faults(read_pages) if args.faults else ():
        print(line)
    for name, value in scores(read_pages).items():
        print(f"{name:15} {value:5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
