"""What a page comes to before it is written as HTML, JSON or CSV."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

Row = Mapping[str, Any]


def no_rows() -> Iterable[Row]:
    return ()


class Page(Struct, frozen=True, kw_only=True):
    """`title` names it, `template` writes it, with `shown` at hand. `rows` makes the same as plain objects, for JSON
    and CSV, in the order of the page, while its state of the record is open. `status` is that of HTTP."""

    title: str
    template: str
    shown: Mapping[str, Any]
    rows: Callable[[], Iterable[Row]] = no_rows
    status: int = 200
