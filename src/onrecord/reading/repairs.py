"""Repairs of a paragraph for reading: mojibake, tokenised text, unseen characters. Each keeps where words stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import ftfy
from ftfy.badness import is_bad

INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
SPACES = re.compile(r"[\s\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
TOKENISED = re.compile(r"-[LR]RB-| (?:n't|'s|,|\.) |``")
ENOUGH_TOKENISED = 200
FEWEST_TOKENISED = 5
MOST_MOJIBAKE = 4000


class Traced(NamedTuple):
    """Text, and for each of its characters where it starts and ends in the stored text."""

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Traced":
        return cls(text[start:end], range(start, end), range(start + 1, end + 1))

    def piece(self, start: int, end: int) -> "Traced":
        """The characters from `start` to `end`."""
        return Traced(self.text[start:end], self.offsets[start:end], self.ends[start:end])

    @classmethod
    def joined(cls, pieces: Sequence["Traced"]) -> "Traced":
        """The pieces, none of them empty, with a space between words that were apart in the stored text."""
        text: list[str] = []
        offsets: list[int] = []
        ends: list[int] = []
        for piece in pieces:
            if text and not (text[-1][-1].isspace() or piece.text[0].isspace()):
                text.append(" ")
                offsets.append(ends[-1])
                ends.append(ends[-1] + 1)
            text.append(piece.text)
            offsets += piece.offsets
            ends += piece.ends
        return cls("".join(text), offsets, ends)


def mended(piece: Traced, tokenised: bool) -> Traced:
    """The piece as it is read."""
    if is_bad(piece.text[:MOST_MOJIBAKE]):
        piece = _unmojibaked(piece)
    piece = _replaced(piece, INVISIBLE, lambda _: "")
    piece = _replaced(piece, SPACES, lambda _: " ")
    if tokenised:
        for pattern, written in UNTOKENISED:
            piece = _replaced(piece, pattern, written)
    return piece


def as_read(words: str) -> str:
    """Stored words as a reader sees them where its report was split into tokens."""
    return mended(Traced.of(words, 0, len(words)), tokenised=True).text.strip() if words else words


def is_tokenised(text: str) -> bool:
    """Whether the text was split into tokens: marks stand apart, brackets and quotation marks are spelled out."""
    found = len(TOKENISED.findall(text))
    return "-LRB-" in text or (found >= FEWEST_TOKENISED and found * ENOUGH_TOKENISED > len(text))


def _by(written: str) -> Callable[[re.Match[str]], str]:
    return lambda found: found.expand(written)


UNTOKENISED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), _by(written))
    for pattern, written in (
        (r"\\(?=[/*])", ""),
        (r"-LRB- ?", "("),
        (r" ?-RRB-", ")"),
        (r"-LSB- ?", "["),
        (r" ?-RSB-", "]"),
        (r"`` ?", '"'),
        (r" ?''(?!\w)", '"'),
        (r"(?<!\w)` (?=\w)", "'"),
        (r" (?=n't\b|'(?:s|re|ve|ll|d|m|S)\b)", ""),
        (r"(?<=[\w.,!?]) (?='(?:\s|$|[.,;:?!)]))", ""),
        (r" (?=[,;:?!%](?:\s|$|[\"')]))", ""),
        (r"(?<=[^\s.]) (?=\.(?:\s|$|[\"')]))", ""),
        (r"(?<=[$£€#]) (?=\d)", ""),
        (r"(?<=\b[Cc]an) (?=not\b)", ""),
        (r"(?<=[A-Za-z]\.) (?=')", ""),
        (r"(?<=[A-Za-z]) (?='s\b)", ""),
    )
)


def _replaced(piece: Traced, pattern: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> Traced:
    """The piece with each match written otherwise; what is put in stands for all that it replaces."""
    matches = [(found.start(), found.end(), written(found)) for found in pattern.finditer(piece.text)]
    changed = [match for match in matches if match[2] != piece.text[match[0] : match[1]]]
    return _rebuilt(piece, iter(changed)) if changed else piece


def _rebuilt(piece: Traced, changes: Iterator[tuple[int, int, str]]) -> Traced:
    text: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, written in changes:
        text += piece.text[at:start], written
        spaced = end > start + 1 and piece.text[start] == " " and written[:1] != " "  # its space stands for nothing
        offsets += [*piece.offsets[at:start], *[piece.offsets[start + spaced]] * len(written)]
        ends += [*piece.ends[at:start], *[piece.ends[end - 1]] * len(written)]
        at = end
    text.append(piece.text[at:])
    return Traced("".join(text), [*offsets, *piece.offsets[at:]], [*ends, *piece.ends[at:]])


def _unmojibaked(piece: Traced) -> Traced:
    """The piece with characters restored that were decoded wrongly somewhere on their way."""
    right = ftfy.fix_encoding(piece.text)
    if right == piece.text:
        return piece
    matcher = SequenceMatcher(None, piece.text, right, autojunk=False) if len(right) <= MOST_MOJIBAKE else None
    if matcher is None:
        return piece
    changes = [(i, k, right[j:m]) for tag, i, k, j, m in matcher.get_opcodes() if tag != "equal" and k > i]
    moved = any(letter.isascii() and letter.isalnum() for *_, written in changes for letter in written)
    return piece if moved else _rebuilt(piece, iter(changes))  # plain letters and digits are never restored ones
