"""What each kind of date says: the fields of its symbolic form, from its words.

One builder for each shape of `date_grammar.CORES`; each takes the words that fit the shape and gives the fields of a
`When`, or None where the words fit but name no date ("the next day", "an hour ago").
"""

from collections.abc import Callable, Sequence
from typing import Any

from onrecord.model.dates import When
from onrecord.reading.dates.words import Word, figures_of

Fields = dict[str, Any]


def _value(words: Sequence[Word], classes: str) -> Any:
    """The value of the last word of those classes; None where there is none."""
    return next((word.value for word in reversed(words) if word.letter in classes), None)


def _given(**fields: Any) -> Fields:
    return {key: value for key, value in fields.items() if value is not None}


def _larger(words: Sequence[Word], unit: str) -> Fields | None:
    """The year that is named, or the offset that "of this year" gives; None where that is another unit.

    "of that year" adds nothing here: `anaphoric` dates take their year from the context.
    """
    relative, named = _value(words, "R"), _value(words, "U")
    if named is None or _value(words, "A") is not None:
        return _given(year=_value(words, "Y")) if named in (None, unit) else None
    return {"offset": relative or 0} if named == unit else None


def _figures(words: Sequence[Word]) -> Fields | None:
    return {"unit": "day", **dict(zip(("year", "month", "day"), figures_of(words[0]), strict=True))}


def _calendar(words: Sequence[Word]) -> Fields | None:
    larger = _larger(words, "year")
    weekday = words[0].value if words[0].letter in "Ww" else None
    fixed = _given(unit="day", month=_value(words, "Mm"), day=_value(words, "DO"), weekday=weekday)
    return None if larger is None else fixed | larger


def _ordinal(words: Sequence[Word]) -> Fields | None:
    larger = _larger(words, "month")
    return None if larger is None else {"unit": "day", "day": words[1].value} | larger


def _month(words: Sequence[Word]) -> Fields | None:
    if words[0].letter == "R":  # "last August"
        return {"unit": "month", "month": words[1].value, "side": SIDES[_value(words, "R")]}
    larger = _larger(words, "year")
    return None if larger is None else {"unit": "month", "month": words[0].value} | larger


def _season(words: Sequence[Word]) -> Fields | None:
    fields = {"unit": "season", "month": _value(words, "S")}
    if words[-1].letter == "S":
        return fields | {"side": SIDES[_value(words, "RK")]}
    larger = _larger(words, "year")
    return None if larger is None else fields | larger


def _counted(words: Sequence[Word]) -> Fields | None:
    nth, unit, rest = words[1].value, str(words[2].value), words[4:]
    if words[1].letter == "R" and nth != -1:
        return None
    larger = {"offset": _value(rest, "R") or 0} if _value(rest, "U") else _given(year=_value(rest, "Y"))
    if unit not in COUNTED.get(str(_value(rest, "U") or ("month" if _value(rest, "Mm") else "year")), ()):
        return None
    return _given(unit=unit, nth=nth, month=_value(rest, "Mm")) | larger


def _months(words: Sequence[Word]) -> Fields | None:
    """The first or last months of a year: "the first three months of 2024"."""
    count, year = _value(words[2:3], "ND"), _larger(words[4:], "year")
    first = {1: 1, -1: 13 - count}.get(_value(words[1:2], "oR"))
    if words[3].value != "month" or not year or first is None or not 1 < count < 12:
        return None
    until = When(unit="month", month=first + count - 1, **year)
    return {"unit": "month", "month": first, "until": until, **year}


def _decade(words: Sequence[Word]) -> Fields | None:
    return {"unit": "decade", "year": words[-1].value}


def _ago(words: Sequence[Word]) -> Fields | None:
    unit = words[-2].value
    count = _value(words, "NDq") or 1
    vague = {"bound": "about"} if _value(words, "q") else {}
    if unit == "decade":
        unit, count, vague = "year", 10 * count, {"bound": "about"}
    return None if unit == "hour" else {"unit": unit, "offset": -count} | vague


def _span(words: Sequence[Word]) -> Fields | None:
    unit, sign = words[-1].value, _value(words, "RK")
    counted = _value(words, "ND")
    if words[-1].letter == "U":
        if sign == 0:
            return None if unit == "day" else {"unit": unit, "offset": 0}
        return None if unit == "day" or sign is None else {"unit": unit, "span": sign}
    if not sign:
        return None
    count = counted or _value(words, "q") or 3
    vague = {} if counted else {"bound": "about"}
    if unit == "hour":
        if not counted or counted % 24:
            return None
        unit, count = "day", counted // 24
    return {"unit": unit, "span": sign * count} | vague


def _weekday(words: Sequence[Word]) -> Fields | None:
    fields = {"unit": "day", "weekday": _value(words, "W")}
    if words[-1].letter == "U":
        return fields | {"offset": _value(words, "RK")} if words[-1].value == "week" else None
    relative = _value(words, "RK")
    return fields if relative is None else fields | {"side": SIDES[relative]}


def _relative(words: Sequence[Word]) -> Fields | None:
    unit = words[-1].value
    return None if unit in ("day", "half") else {"unit": unit, "offset": words[-2].value}


def _daytime(words: Sequence[Word]) -> Fields | None:
    offset = words[0].value
    return None if offset == 1 else {"unit": "day", "offset": offset, "time": words[1].value}


def _deictic(words: Sequence[Word]) -> Fields | None:
    tonight = {"time": "night"} if words[0].end - words[0].start == len("tonight") else {}
    return {"unit": "day", "offset": words[0].value} | tonight


def _year(words: Sequence[Word]) -> Fields | None:
    return {"unit": "year", "year": words[0].value}


def _this(words: Sequence[Word]) -> Fields | None:
    unit = words[1].value
    if unit == "weekend":  # the one just gone, or just ahead
        return {"unit": unit}
    return None if unit == "half" else {"unit": unit, "offset": 0}


def _that(words: Sequence[Word]) -> Fields | None:
    return {"unit": "year"} if words[-1].value == "year" else None


SIDES = {-1: "before", 0: "near", 1: "after"}
COUNTED = {"month": ("day", "week", "half"), "year": ("day", "week", "quarter", "half")}
BUILDERS: dict[str, Callable[[Sequence[Word]], Fields | None]] = {
    "figures": _figures,
    "calendar": _calendar,
    "ordinal": _ordinal,
    "month": _month,
    "season": _season,
    "counted": _counted,
    "months": _months,
    "decade": _decade,
    "ago": _ago,
    "span": _span,
    "weekday": _weekday,
    "relative": _relative,
    "daytime": _daytime,
    "deictic": _deictic,
    "year": _year,
    "this": _this,
    "that": _that,
}
