"""What a page comes to before it is written as HTML, JSON or CSV."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct


class Page(Struct, frozen=True, kw_only=True):
    """`title` names it, `template` writes it, with `shown` at hand. `rows` are the same as plain objects, for JSON and
    CSV, in the order of the page. `status` is that of HTTP."""

    title: str
    template: str
    shown: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]] = ()
    status: int = 200
