"""The grammar of quantities: text in, amounts with their character offsets out. No parse is needed.

A quantity is digits ("586,000", "3.6 million", "20k"), number words ("twenty-three", "half a million", "two dozen"),
a magnitude ("hundreds of thousands"), a range ("10 to 15"), or a share ("50 percent", "a third of"), with the phrases
that qualify it ("at least", "close to"). Shares are given as fractions of one. A range has bounds and no value.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.model.amounts import Amount
from onrecord.vocabulary.numbers import numbers, qualifiers

PIECE = re.compile(
    r"[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])|[0-9]+(?:\.[0-9]+)?"
    r"|[A-Za-z]+|[^\sA-Za-z0-9]"
)
JOINS = {"to", "-", "\u2013", "\u2014", "and", "or"}
PERCENT = (("percent",), ("per", "cent"), ("%",), ("percentage", "points"))
LONGEST = 12  # pieces in the longest quantity with its qualifiers


class Piece(NamedTuple):
    """A word, a written number or a sign of the text, in lower case, with its offsets."""

    text: str
    start: int
    end: int


class Number(NamedTuple):
    """A quantity of the text: `text[start:end]` is all of it, `text[core:end]` without the qualifier before it.

    `kind`: count, or share. `bare` is true for one plain numeral that no word or sign qualifies.
    """

    start: int
    core: int
    end: int
    amount: Amount
    kind: str = "count"


class _Value(NamedTuple):
    """What pieces `i` up to `end` come to. `unit` is the scale that it ended with, 1 if none."""

    low: float
    high: float
    end: int
    unit: float = 1
    magnitude: str | None = None
    share: bool = False


def scan(text: str) -> Iterator[Number]:
    """Every quantity of `text`, in order and without overlaps. Years, ages and names are for the caller to sort out."""
    pieces = _pieces(text)
    at = 0
    while at < len(pieces):
        found = _quantity(pieces, at) if _may_start(pieces[at].text) else None
        if found is None:
            at += 1
            continue
        number, at = found
        if not _inside_word(text, number):
            yield number


def read(words: str) -> Amount | None:
    """The amount that `words`, all of them, spell out; None where they do not. "a" is one, "no" and "none" are zero."""
    folded = words.strip().lower()
    if folded in ("a", "an", "another", "a further", "an additional"):
        return Amount(value=1, low=1, high=1)
    if folded in ("no", "none", "nobody", "no one"):
        return Amount(value=0, low=0, high=0)
    for text in (words, f"{words} of"):  # a fraction is one only before what it is a part of
        for number in scan(text):
            if not words[: number.start].strip() and not words[number.end :].strip():
                return number.amount
    return None


def _pieces(text: str) -> list[Piece]:
    return [Piece(match.group().lower(), match.start(), match.end()) for match in PIECE.finditer(text)]


@cache
def _starters() -> frozenset[str]:
    table = numbers()
    first = {name.split()[0] for name in (*table.magnitudes, *table.vague)}
    return frozenset({*table.words, *table.scales, *table.fractions, *first, "a", "an", "between", "half"})


def _is_written(piece: str) -> bool:
    return "0" <= piece[0] <= "9"


def _may_start(piece: str) -> bool:
    return _is_written(piece) or piece in _starters()


def _inside_word(text: str, number: Number) -> bool:
    """Whether the digits are part of a name or sign ("F-16", "M5", "S-400", "COVID-19", "#3", "2:1", "12/30")."""
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    if re.search(r"[\w#/:][-–]?$|[.,][^\s]?$", before) and not re.search(r"[a-z]\. ?$|,$|\s$", before):
        return True
    return bool(re.match(r"[:/]\d|[A-Za-z]|\.\d|'|’(?!s)|(?:st|nd|rd|th)\b", after))


def _quantity(pieces: Sequence[Piece], at: int) -> tuple[Number, int] | None:
    """The quantity whose core starts at piece `at`, with its qualifiers, and the piece after it."""
    between = pieces[at].text == "between"
    if between:
        value = _range(pieces, at + 1, between)
    else:
        value = _fraction_of_scale(pieces, at) or _share(pieces, at) or _range(pieces, at) or _value(pieces, at)
    if value is None:
        return None
    low, high, end, _, magnitude, share = value
    first, qualifier = _qualifier_before(pieces, at)
    if qualifier is None:
        end, qualifier = _qualifier_after(pieces, end)
    amount = _amount(low, high, qualifier, magnitude)
    number = Number(pieces[first].start, pieces[at].start, pieces[end - 1].end, amount, "share" if share else "count")
    return number, end


def _amount(low: float, high: float, qualifier: str | None, magnitude: str | None) -> Amount:
    if magnitude and qualifier in ("at least", "more than"):
        return Amount(low=low, qualifier=qualifier)
    if magnitude and qualifier == "up to":
        return Amount(high=high, qualifier=qualifier)
    if magnitude:
        return Amount(low=low, high=high, qualifier=magnitude)
    if low != high:
        return Amount(low=low, high=high, qualifier="about")
    open_above, open_below = qualifier in ("at least", "more than"), qualifier in ("nearly", "up to")
    return Amount(
        value=low,
        low=None if open_below else low,
        high=None if open_above else high,
        qualifier=qualifier or "exact",
    )


def _value(pieces: Sequence[Piece], at: int) -> _Value | None:
    """A magnitude, written digits with a scale, or number words."""
    return _magnitude(pieces, at) or _digits(pieces, at) or _words(pieces, at)


def _magnitude(pieces: Sequence[Piece], at: int) -> _Value | None:
    """ "hundreds of thousands", "dozens", "several hundred"."""
    table = numbers().magnitudes
    for length in (3, 1):
        words = _texts(pieces, at, length)
        if " ".join(words) in table:
            phrase = " ".join(words)
            low, high = table[phrase]
            return _Value(low, high, at + len(words), magnitude=phrase)
    for vague in numbers().vague:
        words = vague.split()
        if _texts(pieces, at, len(words)) == words:
            after = at + len(words)
            plural = "".join(_texts(pieces, after, 1)).rstrip("s") + "s"
            if plural in table and plural != "scores":
                low, high = table[plural]
                return _Value(low, high, after + 1, magnitude=plural)
    return None


def _digits(pieces: Sequence[Piece], at: int) -> _Value | None:
    """ "586,000", "3.6 million", "20k"."""
    if at >= len(pieces) or not _is_written(pieces[at].text):
        return None
    value = float(re.sub(r"[,\s\u00a0\u202f]", "", pieces[at].text))
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None:
        return _Value(value, value, at + 1)
    if after.start == pieces[at].end and after.text in numbers().suffixes:
        unit = numbers().suffixes[after.text]
        return _Value(value * unit, value * unit, at + 2, unit)
    scaled = at + 1 + (after.text == "-")
    unit = numbers().scales.get("".join(_texts(pieces, scaled, 1)), 1)
    if unit == 1:
        return _Value(value, value, at + 1)
    return _Value(round(value * unit, 3), round(value * unit, 3), scaled + 1, unit)


def _fraction_of_scale(pieces: Sequence[Piece], at: int) -> _Value | None:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    words = _texts(pieces, at, 5)
    skip = 1 if words[:1] == ["a"] else 0
    share = numbers().fractions.get(words[skip]) if len(words) > skip else None
    if share is None:
        return None
    rest = words[skip + 1 :]
    of = 1 if rest[:1] in (["of"], ["-"]) else 0
    article = 1 if rest[of : of + 1] == ["a"] else 0
    scale = numbers().scales.get(rest[of + article]) if len(rest) > of + article else None
    if scale is None or not (article or of):
        return None
    return _Value(share * scale, share * scale, at + skip + 1 + of + article + 1, scale)


def _words(pieces: Sequence[Piece], at: int) -> _Value | None:
    """ "eight", "twenty-three", "one hundred and five", "two and a half million", "a hundred"."""
    known, scales = numbers().words, numbers().scales
    total = current = 0.0
    end, unit, i = at, 1.0, at
    last = ""
    while i < len(pieces) and i - at < LONGEST:
        word = pieces[i].text
        if word in known and _may_add(known[word], current):
            current += known[word]
            end, unit = i + 1, 1.0
        elif word in scales and (end > at or last in ("a", "an")):
            current = (current or 1) * scales[word]
            end, unit = i + 1, scales[word]
            if unit >= 1000:
                total, current = total + current, 0.0
        elif _texts(pieces, i, 3) == ["and", "a", "half"] and end > at:
            current += 0.5
            i += 2
        elif not ((word in ("a", "an") and i == at) or (word in ("-", "and") and end == i > at)):
            break
        last = word
        i += 1
    if end == at:
        return None
    return _Value(total + current, total + current, end, unit)


def _may_add(word: int, current: float) -> bool:
    """Whether a number word may follow what is already read: "twenty three", "hundred five", not "two three"."""
    if current == 0:
        return True
    return (current % 100 == 0 and current >= 100) or (word < 10 and current % 10 == 0 and current % 100 >= 20)


def _range(pieces: Sequence[Piece], at: int, between: bool = False) -> _Value | None:
    """ "10 to 15", "10-15", "two or three", "between 10 and 15 million"; "from 10 to 15" tells of a change."""
    first = _digits(pieces, at) or _words(pieces, at)
    if first is None or (not between and at and pieces[at - 1].text == "from"):
        return None
    join = "".join(_texts(pieces, first.end, 1))
    if join not in JOINS or (join == "and") != between:
        return None
    second = _digits(pieces, first.end + 1) or _words(pieces, first.end + 1)
    if second is None:
        return None
    low = first.low * second.unit if first.unit == 1 and first.low * second.unit < second.low else first.low
    if first.unit == 1 and second.low >= 1000 and low * 1000 < second.low <= low * 3000:
        low *= 1000  # "10-12,000"
    if not low < second.high or second.high > low * 10:
        return None
    return _Value(low, second.high, second.end, second.unit)


def _share(pieces: Sequence[Piece], at: int) -> _Value | None:
    """ "50 percent", "50%", "two-thirds of", "half of the"."""
    number = _range(pieces, at) or _digits(pieces, at) or _words(pieces, at)
    for sign in PERCENT:
        if number and tuple(_texts(pieces, number.end, len(sign))) == sign:
            return _Value(number.low / 100, number.high / 100, number.end + len(sign), share=True)
    after = number.end if number else at + (pieces[at].text in ("a", "an"))
    after += _texts(pieces, after, 1) == ["-"]
    part = numbers().fractions.get("".join(_texts(pieces, after, 1)))
    alone = number is None and after == at and pieces[at].text != "half"
    if part is None or alone or _texts(pieces, after + 1, 1) not in (["of"], ["the"], ["its"], ["their"]):
        return None
    value = round((number.low if number else 1) * part, 2)
    return _Value(value, value, after + 1, share=True)


def _qualifier_before(pieces: Sequence[Piece], at: int) -> tuple[int, str | None]:
    """Where the qualifying phrase before piece `at` starts, and what it means."""
    table = qualifiers("before")
    for length in range(min(LONGEST // 2, at), 0, -1):
        phrase = tuple(piece.text for piece in pieces[at - length : at])
        if phrase in table:
            return at - length, table[phrase]
    return at, None


def _qualifier_after(pieces: Sequence[Piece], end: int) -> tuple[int, str | None]:
    table = qualifiers("after")
    for length in (2, 1):
        phrase = tuple(_texts(pieces, end, length))
        if phrase in table:
            return end + len(phrase), table[phrase]
    return end, None


def _texts(pieces: Sequence[Piece], at: int, length: int) -> list[str]:
    return [piece.text for piece in pieces[at : at + length]]
