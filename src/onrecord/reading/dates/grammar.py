"""The grammar of dates: which words stand together as one, and what they say. Knows words alone, no sentence.

A text is a string of class letters (listed in `words`), and the grammar is regular expressions over them: `DfM` is
"10 of February". All are linear: no part of them repeats without bound.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model.dates import When
from onrecord.reading.dates.fields import BUILDERS, Fields
from onrecord.reading.dates.words import Word, scanned

MONTH = "[Mm]"
NEXT = "(?:R?K|R)"
THAT = "t?AU"
CALENDAR = f"(?:[Ww]c?)?(?:t?[DO]f?{MONTH}|{MONTH}t?[DO])(?:c?f?Y|c?f?RU|f{THAT})?"
CORES = {
    "figures": "X",
    "calendar": CALENDAR,
    "ordinal": "tOf(?:RU|tU)",
    "month": f"R{MONTH}|{MONTH}(?:c?f?Y|f?RU|f{THAT})?",
    "season": f"t?Sf?Y|t?Sf?RU|{NEXT}S",
    "counted": f"t[oOR][UH][fi](?:tU|t?RU|{MONTH}(?:c?Y)?|Y)",
    "months": "t[oR][ND]Vf(?:Y|RU|tU)",
    "decade": "t?E",
    "ago": "(?:[NDa]|a?qf?)[UV]g",
    "span": f"t?{NEXT}(?:[ND]|a?qf?)V|t?R?KV|t{NEXT}U",
    "weekday": f"Wf?RU|{NEXT}?W",
    "relative": f"{NEXT}[UH]",
    "daytime": "Rs",
    "deictic": "d",
    "year": "Y",
    "this": "t[UH]",
    "that": THAT,
}
PART = "(?P<part>t?Pf|t?p[hi]?|li?)"
BEFORE = "(?P<before>(?:pi)?t?p?sV?f|t?pVf|si|Ti?)"
AFTER = "(?P<after>c?s|it?s|c?iT|cT|T)"
NAMED = f"{BEFORE}?{PART}?(?P<core>{'|'.join(CORES.values())}){AFTER}?"
POINT = re.sub(r"\?P<\w+>", "?:", NAMED)
RANGE = (
    f"z(?P<low>{POINT}|[DO])&(?P<high>{POINT}|[DO](?:c?Y)?)"
    f"|e?(?P<first>{POINT})[hju](?P<last>{POINT})"
    f"|(?P<one>{POINT})&(?P<next>{POINT})"
    f"|e?t?(?P<day>[DO])[hj&](?P<to>{CALENDAR})"
    f"|e?(?P<from>{CALENDAR})(?:h|&|(?<=e[Mm][DO])j)(?P<until>[DO](?:c?Y)?)"
    f"|e?(?P<year>Y)h(?P<short>D)"
)
DATE = re.compile(f"{RANGE}|(?:(?P<bound>[bu])t??)?(?P<point>{POINT})")
ENDS = (("low", "high"), ("day", "to"), ("from", "until"), ("year", "short"), ("first", "last"), ("one", "next"))
ANCHOR = re.compile("[MmWEXYSUVHds]")
_NAMED = re.compile(NAMED)
_CORES = [(name, re.compile(pattern)) for name, pattern in CORES.items()]
_DAY = re.compile("[DO](?:c?Y)?")


class Derived(NamedTuple):
    """What words say: `when`, and whether its side follows from them ("last Monday") rather than from the clause."""

    when: When
    sided: bool


class Match(NamedTuple):
    """A date found in a text: its words, the number of words before them, and what they say."""

    words: tuple[Word, ...]
    before: int
    derived: Derived


def letters(words: Sequence[Word]) -> str:
    return "".join([word.letter for word in words])


def matches(words: Sequence[Word]) -> Iterator[Match]:
    """The dates among the words, from left to right."""
    classes = letters(words)
    if not ANCHOR.search(classes):
        return
    for match in DATE.finditer(classes):
        found = tuple(words[match.start() : match.end()])
        derived = understood(found)
        if derived is not None:
            yield Match(found, match.start(), derived)
        else:
            yield from _pieces(found, match.start())


def _pieces(words: tuple[Word, ...], before: int) -> Iterator[Match]:
    """The dates on either side of a word that joins them to no range: "Monday and Friday"."""
    joint = re.search("[&hju]", letters(words)[1:])
    if joint is None:
        return
    for start, end in ((0, joint.start() + 1), (joint.end() + 1, len(words))):
        piece = words[start:end]
        derived = understood(piece) if piece else None
        if derived is not None:
            yield Match(piece, before + start, derived)


def anaphoric(words: Sequence[Word]) -> bool:
    """Whether the date counts from another that the text has told: "July of that year"."""
    return any(word.letter == "A" for word in words)


def derive(text: str) -> Derived | None:
    """What the words say when they are one date from end to end; None otherwise."""
    return understood(scanned(text))


def understood(words: Sequence[Word]) -> Derived | None:
    """What the words say when they are one date from end to end; None otherwise."""
    match = DATE.fullmatch(letters(words))
    if match is None:
        return None
    try:
        for low, high in ENDS:
            if match[low] is not None:
                ends = words[slice(*match.span(low))], words[slice(*match.span(high))]
                listed = words[match.end(low)].letter == "&" and low != "low"
                derived = _range(*ends)
                return derived if derived is None or not listed or _consecutive(derived.when) else None
        fields = _point(words[slice(*match.span("point"))])
        if fields is None:
            return None
        if match["bound"] is not None:
            fields["bound"] = words[0].value
        return _derived(fields)
    except ValueError:
        return None


def _derived(fields: Fields) -> Derived:
    return Derived(When(**fields), "side" in fields)


def _range(first: Sequence[Word], last: Sequence[Word]) -> Derived | None:
    """A range: each end takes from the other what it leaves out."""
    start, end = _end(first), _end(last)
    if start is None or end is None or "span" in start or "span" in end:
        return None
    if "year" in start and "month" not in start and set(end) == {"unit", "day"}:  # 2004-06
        end = {"unit": "year", "year": start["year"] // 100 * 100 + end["day"]}
    for key in ("year", "month"):
        if key in end and key not in start and start["unit"] in ("day", "month") and "weekday" not in start:
            start[key] = end[key]
    if "month" in start and "day" in end and "month" not in end:
        end["month"] = start["month"]
    if "month" not in start and "day" in start:
        return None
    if all(key in fields for fields in (start, end) for key in ("year", "month")) and (
        start["year"],
        start["month"],
    ) > (
        end["year"],
        end["month"],
    ):
        start["year"] -= 1
    if "year" in start and "year" in end and start["year"] > end["year"]:
        return None
    end.pop("side", None)
    return _derived({**start, "until": When(**end)})


def _consecutive(when: When) -> bool:
    """Whether the two dates of "3 and 4 March", "Monday and Tuesday" or "May and June" follow one another."""
    until = when.until
    if until is None or when.unit != until.unit or when.part or until.part:
        return False
    if when.weekday is not None and until.weekday is not None:
        return (until.weekday - when.weekday) % 7 == 1
    if when.day is not None and until.day is not None:
        return when.month == until.month and until.day - when.day == 1
    if when.month is not None and until.month is not None:
        return (until.month - when.month) % 12 == 1
    return when.year is not None and until.year is not None and until.year - when.year == 1


def _end(words: Sequence[Word]) -> Fields | None:
    """One end of a range: a date, or a bare day of the month that the other end names."""
    if _DAY.fullmatch(letters(words)):
        year = {"year": words[-1].value} if words[-1].letter == "Y" else {}
        return {"unit": "day", "day": words[0].value, **year}
    return _point(words)


def _point(words: Sequence[Word]) -> Fields | None:
    """The fields of a single date."""
    match = _NAMED.fullmatch(letters(words))
    if match is None:
        return None
    core = words[slice(*match.span("core"))]
    name = next(name for name, pattern in _CORES if pattern.fullmatch(letters(core)))
    fields = BUILDERS[name](core)
    if fields is None:
        return None
    if match["part"] is not None:
        fields["part"] = next(word.value for word in words[slice(*match.span("part"))] if word.letter in "Ppl")
        if "span" in fields or (name == "this" and fields["unit"] == "day"):
            return None
    elif name == "this" and fields["unit"] != "weekend":
        return None
    if match["before"] is not None or match["after"] is not None:
        timed = [word for side in ("before", "after") for word in words[slice(*match.span(side))]]
        times = [word.value for word in timed if word.letter in "sT"]
        if fields["unit"] != "day" or "span" in fields or len(times) > 1 or "time" in fields:
            return None
        fields["time"] = times[0] if times else "morning"  # "the early hours"
    return fields
