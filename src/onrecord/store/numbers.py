"""Sets of entries, by their numbers, as pages combine them: packed in the file, one truth value for each when at hand.

A set is cut into chunks of CHUNK numbers. A chunk of few is kept as their places in it, two bytes each; one of many as
a bit for each place. Which of the two it is shows in its length.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHUNK = 1 << 16
BITS = CHUNK // 8
PLACE = np.dtype("<u2")

Mask = NDArray[np.bool_]


def cut(numbers: Iterable[int]) -> dict[int, list[int]]:
    """The places of the numbers within their chunks, by chunk."""
    found: dict[int, list[int]] = {}
    for number in numbers:
        found.setdefault(number // CHUNK, []).append(number % CHUNK)
    return found


def packed(places: NDArray[Any]) -> bytes:
    """The places of a chunk, in order and each once, as they are kept."""
    if len(places) < BITS // PLACE.itemsize:
        return places.astype(PLACE).tobytes()
    bits = np.zeros(CHUNK, dtype=bool)
    bits[places] = True
    return np.packbits(bits, bitorder="little").tobytes()


def changed(kept: bytes | None, out: Iterable[int], into: Iterable[int]) -> bytes:
    """A chunk without the places `out` and with those `into`."""
    held = np.zeros(CHUNK, dtype=bool)
    if kept:
        mark(held, 0, kept)
    held[list(out)] = False
    held[list(into)] = True
    return packed(np.flatnonzero(held))


def mark(mask: Mask, at: int, kept: bytes) -> None:
    """Sets the truth values of a chunk's numbers in a mask in which the chunk begins at `at`."""
    if len(kept) < BITS:
        mask[np.frombuffer(kept, dtype=PLACE).astype(np.int64) + at] = True
    else:
        mask[at : at + CHUNK] |= _bits(kept)


def shared(mask: Mask, at: int, kept: bytes) -> int:
    """How many of a chunk's numbers are in the mask."""
    if len(kept) < BITS:
        return int(np.count_nonzero(mask[np.frombuffer(kept, dtype=PLACE).astype(np.int64) + at]))
    return int(np.count_nonzero(mask[at : at + CHUNK] & _bits(kept)))


def inside(values: NDArray[Any], at: int, kept: bytes) -> NDArray[Any]:
    """The values of a chunk's numbers, in an array in which the chunk begins at `at`."""
    if len(kept) < BITS:
        return values[np.frombuffer(kept, dtype=PLACE).astype(np.int64) + at]
    return values[at : at + CHUNK][_bits(kept)]


def leading(first: NDArray[Any], then: NDArray[Any], number: int) -> NDArray[np.intp]:
    """Where the least `number` pairs of both arrays stand, least first."""
    if 0 < number < len(first):
        bound = np.partition(first, number - 1)[number - 1]
        among = np.flatnonzero(first <= bound)
    else:
        among = np.arange(len(first))
    return among[np.lexsort((then[among], first[among]))][:number]


def _bits(kept: bytes) -> Mask:
    return np.unpackbits(np.frombuffer(kept, dtype=np.uint8), bitorder="little").view(np.bool_)
