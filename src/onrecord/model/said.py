"""A value and the words that it was understood from."""

from typing import Generic, TypeVar

from msgspec import Struct

from onrecord.model.spans import Span

T = TypeVar("T")


class Said(Struct, Generic[T], frozen=True, gc=False):
    """`value`, re-derivable by the rule named `rule` from the stored text at `words`, in that order.

    A value that no single passage spells out cites each passage it rests on: "he" and the name it stands for.
    The rules are listed in the RULES of the reader that made it, or of intake; `onrecord check` applies them again.
    """

    value: T
    rule: str
    words: tuple[Span, ...]
