"""A number as a report gives it, with what it leaves open."""

from msgspec import Struct


class Amount(Struct, frozen=True, kw_only=True):
    """`value` is the number said; `low` and `high` bound it, None where it is open on that side.

    exact and about: low = high = value; "more than", "at least": low only; "nearly", "up to": high only; "dozens" 24 to
    99, "hundreds" 200 to 999, "thousands" 2000 to 9999, "hundreds of thousands" 200000 to 999999: bounds and no value.
    `qualifier`: exact, about, nearly, at least, more than, up to, or the word of magnitude ("dozens").
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
