"""The numbers in a passage, read again for the situation report, apart from the reader that made the record.

A line of the report may show a number only where this module finds it in the cited words too.
"""

import re
from itertools import pairwise

from msgspec import Struct

TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *TEENS)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: number for number, word in enumerate(UNITS)} | {word: 20 + 10 * n for n, word in enumerate(TENS)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES |= {"k": 1000, "mn": 10**6, "m": 10**6, "bn": 10**9, "tn": 10**12, "lakh": 10**5, "crore": 10**7}
PLAIN: dict[str, float] = {
    "a": 1,
    "an": 1,
    "another": 1,
    "single": 1,
    "no": 0,
    "none": 0,
    "nobody": 0,
    "both": 2,
    "pair": 2,
    "couple": 2,
}
PLAIN |= {"dozen": 12, "half": 0.5, "quarter": 0.25, "third": 1 / 3, "score": 20}
ROUND = {"dozens": (24, 99), "scores": (40, 199), "tens": (20, 99), "hundreds": (200, 999)}
ROUND |= {"thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1)}
SEVERAL = ("several", "many", "few")
NUMERAL = r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3}){1,4}(?![\d])|\d+(?:[.,]\d+)?"
TOKEN = re.compile(rf"(?P<digits>{NUMERAL})|(?P<word>[A-Za-z]+)|(?P<percent>%)", re.ASCII)


class Number(Struct, frozen=True):
    """`value` (or `low` and `high` where only a magnitude is said) at `start:end` of the passage."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None


def numbers(passage: str) -> list[Number]:
    """Every number of `passage` that is written in digits or in English words, in order."""
    tokens = list(TOKEN.finditer(passage))
    found = [number for start in range(len(tokens)) for number in _from(passage, tokens, start)]
    return sorted(found, key=lambda number: (number.start, number.end))


def _from(passage: str, tokens: list[re.Match[str]], start: int) -> list[Number]:
    """The numbers that begin at token `start`: each reading of the longest run of number words from there."""
    run = [tokens[start]]
    for one, two in pairwise(tokens[start : start + 12]):
        if passage[one.end() : two.start()].strip(" -\u00a0\u2010\u2011\n"):
            break
        run.append(two)
    return [number for length in range(len(run), 0, -1) if (number := _number(run[:length]))]


def _number(run: list[re.Match[str]]) -> Number | None:
    """What a run of tokens comes to as a whole; None where it is no number."""
    start, end = run[0].start(), run[-1].end()
    words = [token[0].lower() for token in run]
    if (bounds := _magnitude(words)) is not None:
        return Number(start, end, None, *bounds)
    if words[-1] in ("%", "percent") or words[-2:] == ["per", "cent"]:
        whole = _value(words[: -2 if words[-1] == "cent" else -1])
        return None if whole is None else Number(start, end, whole / 100)
    value = _value(words)
    return None if value is None else Number(start, end, value)


def _magnitude(words: list[str]) -> tuple[float, float] | None:
    """ "hundreds of thousands": 200000 to 999999."""
    if len(words) == 2 and words[0] in SEVERAL and f"{words[1]}s" in ROUND:
        return ROUND[f"{words[1]}s"]
    if not words or words[0] not in ROUND:
        return None
    scales = [word.removesuffix("s") for word in words[1:] if word != "of"]
    if any(scale not in SCALES for scale in scales) or (len(words) > 1 and words[-1] == "of"):
        return None
    low, high = ROUND[words[0]]
    for scale in scales:
        low, high = low * SCALES[scale], (high + 1) * SCALES[scale] - 1
    return low, high


def _value(words: list[str]) -> float | None:
    """`["two", "hundred", "and", "five"]`: 205."""
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    total = current = 0.0
    seen = False
    for word in words:
        if word[0].isdigit():
            if seen:
                return None
            current, seen = _digits(word), True
        elif word in SMALL:
            current, seen = current + SMALL[word], True
        elif word in ("hundred", "dozen"):
            current, seen = (current if seen else 1) * (100 if word == "hundred" else 12), True
        elif word in SCALES:
            total, current, seen = total + (current if seen else 1) * SCALES[word], 0.0, True
        elif word in ("a", "an") and seen:
            continue
        elif word in PLAIN:
            if seen and word not in ("half", "quarter", "third"):
                return None
            current, seen = _with_fraction(current, PLAIN[word], words), True
        elif word not in ("and", "of"):
            return None
    return total + current if seen else None


def _with_fraction(current: float, part: float, words: list[str]) -> float:
    """ "two and a half" is 2.5, "a third" is 1/3."""
    return current + part if "and" in words else part


def _digits(text: str) -> float:
    """`586,000`, `586.000` and `586 000` are 586000; `3.6` and `3,6` are 3.6."""
    parts = re.split(r"[ ,.\u00a0\u202f]", text)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts))
    return float(".".join(parts))
