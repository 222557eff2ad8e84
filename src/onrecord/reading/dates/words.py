"""The words of a text that can be part of a date, each with a letter for its class: what the grammar is written in.

M month, m month that is another word too ("May"), W weekday, w its abbreviation, D 1 to 31, O 1st to 31st, Y year,
E decade ("1990s"), X date in figures, T clock time, N number, o ordinal word, a a or an, q few or several, U unit,
V units, H quarter or half, S season, s time of day, d today or yesterday, R this, last or next, K past, recent or
coming, A that or same, g ago, p early, mid or late, P start, end or middle, l earlier or later, t the, f of, i on, in,
at or for, b since, by, before and their like, u until or through, e from, z between, j to, & and, h dash, c comma; a
full stop for every other word.
"""

import re
from functools import cache
from typing import NamedTuple

from onrecord.vocabulary.dates import date_words


class Word(NamedTuple):
    """Characters `start` to `end` of the text; `letter` is its class (see above), `value` what it stands for."""

    start: int
    end: int
    letter: str
    value: int | str | tuple[int, int, int] = 0


SCAN = re.compile(
    r"(?P<iso>(?<![\d/-])(?:\d{4}-\d\d-\d\d|\d{4}/\d\d?/\d\d?)(?![\d/-]))"
    r"|(?P<figures>(?<![\d/.])\d\d?(?:/\d\d?/|\.\d\d?\.)(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<clock>\b(?:\d\d?[:.]\d\d\s?[ap]\.?m\b\.?|\d\d?\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d\b))"
    r"|(?P<other>[$€£]\s?\d[\d,.]*|\d[\d,.]{0,20}\s?%|\d{1,3}(?:,\d{3})+|\d+\.\d+)"
    r"|(?P<ordinal>\b\d\d?(?:st|nd|rd|th)\b)"
    r"|(?P<decade>\b\d{3}0['’]?s\b)"
    r"|(?P<digits>\b\d+\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
MARKS = {",": "c", "-": "h", "–": "h"}
EARLIEST, LATEST = 1500, 2199


def scanned(text: str) -> list[Word]:
    """Every word, number and mark of the text, in order, with its class."""
    table, short = _table()
    found = []
    for match in SCAN.finditer(text):
        start, end = match.span()
        kind, words = match.lastgroup, match.group()
        if kind == "word":
            letter, value = table.get(words) or table.get(words.lower(), (".", 0))
            if letter in "MmWw":
                if not words[0].isupper():
                    letter = "."
                elif words.lower() in short and text[end : end + 1] == ".":
                    end += 1
            found.append(Word(start, end, letter, value))
        elif kind == "mark":
            if not found or start >= found[-1].end:  # not the full stop of an abbreviation
                found.append(Word(start, end, MARKS.get(words, "."), 0))
        else:
            found.append(Word(start, end, *_figure(kind or "", words)))
    return found


def _figure(kind: str, words: str) -> tuple[str, int | str | tuple[int, int, int]]:
    """The class and value of a word made of digits."""
    if kind == "digits":
        number = int(words) if len(words) < 5 else 0
        if 1 <= number <= 31 and len(words) < 3:
            return "D", number
        return ("Y" if EARLIEST <= number <= LATEST else "N" if number else "."), number
    if kind == "ordinal":
        return ("O", int(words[:-2])) if 1 <= int(words[:-2]) <= 31 else (".", 0)
    if kind == "decade":
        return ("E", int(words[:4])) if EARLIEST <= int(words[:4]) <= LATEST else (".", 0)
    if kind == "clock":
        return ("T", _clock(words)) if int(re.split(r"\D", words)[0]) < 24 else (".", 0)
    if kind in ("iso", "figures"):
        parts = _calendar_figures(kind, [int(part) for part in re.split(r"[/.-]", words)], "." in words)
        return ("X", parts) if parts else (".", 0)
    return ".", 0


def _calendar_figures(kind: str, parts: list[int], dotted: bool) -> tuple[int, int, int] | None:
    """Year, month and day. Day first where dotted, or where only that fits; None where either order could be meant, or
    it is no day that a report tells of ("0001-01-01")."""
    if kind == "iso":
        year, month, day = parts
    else:
        day, month, year = parts
        if month > 12 and not dotted:
            day, month = month, day
        elif not dotted and day <= 12 and day != month:
            return None
        if year < 100:
            year += 2000 if year < 70 else 1900
    known = EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= 31
    return (year, month, day) if known else None


def figures_of(word: Word) -> tuple[int, int, int]:
    """Year, month and day of a date in figures."""
    return word.value if isinstance(word.value, tuple) else (0, 0, 0)


def _clock(words: str) -> str:
    """`HH:MM` of "14:00", "2 p.m." or "2.30pm"."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if "p" in words.lower() and hour < 12:
        hour += 12
    elif "a" in words.lower() and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"


@cache
def _table() -> tuple[dict[str, tuple[str, int | str]], frozenset[str]]:
    """The letter and value of every word of dates, and the abbreviations that may carry a full stop."""
    words = date_words()
    table: dict[str, tuple[str, int | str]] = {}
    for letter, entries in (
        ("S", words.seasons), ("N", words.numbers), ("o", words.ordinals), ("q", words.vague), ("U", words.units),
        ("V", words.plurals), ("R", words.relatives),
        ("K", words.adjoining), ("s", words.times), ("d", words.deictics), ("b", words.bounds),
    ):  # fmt: skip
        table |= {word: (letter, value) for word, value in entries.items()}
    nouns = {"start": "P", "end": "P", "earlier": "l", "later": "l"}
    table |= {word: (nouns.get(value, "p"), value) for word, value in words.parts.items()}
    table |= {word: ("H", words.units[word]) for word in ("quarter", "half") if word in words.units}
    table |= {word: ("i", value) for word, value in words.bounds.items() if value == "on"}
    table |= {word: ("u", value) for word, value in words.bounds.items() if value == "until"}
    table |= {"middle": ("P", "mid"), "the": ("t", 0), "of": ("f", 0), "a": ("a", 1), "an": ("a", 1), "ago": ("g", 0)}
    table |= {"to": ("j", 0), "and": ("&", 0), "from": ("e", 0), "between": ("z", 0)}
    table |= {"that": ("A", 0), "same": ("A", 0)}
    shorter = _abbreviations(words.months) | _abbreviations(words.weekdays)
    doubtful = words.names.doubtful
    table |= {word: ("m" if word in doubtful else "M", month) for word, month in words.months.items()}
    table |= {word: ("w" if word in shorter else "W", day) for word, day in words.weekdays.items()}
    return table, shorter


def _abbreviations(names: dict[str, int]) -> frozenset[str]:
    longest = {value: max((n for n in names if names[n] == value), key=len) for value in names.values()}
    return frozenset(name for name, value in names.items() if name != longest[value])
