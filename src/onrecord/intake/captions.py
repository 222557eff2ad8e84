"""Credits of photographs: "Jane Doe / AFP", "(AP Photo/Jane Doe)", "Photo: Jane Doe/Reuters", "FILE PHOTO:".

Only the credit is cut. What a caption tells stays in the text and is read as a caption.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import folded, furniture, media_pattern, medium

BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{2,160})[)\]]")
LABELLED = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]))(?:photo(?:graph)?|image|picture|pic|credit|photo credit|image credit"
    r"|(?:photo|image|photograph) by|(?:photo|image) courtesy of)"
    r"(?:\s?[:©]|(?<=by)|(?<=of))\s{0,3}\S[^.!?\n]{1,100}$"
    r"|(?<=[.!?] )©\s?[^.!?\n©]{2,80}$",
    re.IGNORECASE,
)
SLIDE = re.compile(r"\d{1,3} of \d{1,3} ?[|–—] ?")
FILE = re.compile(r"(?:\(?FILE(?: PHOTO| IMAGE| PIC)?\)?|File photo|File picture)\s?(?:[:–—]|--?(?=\s))\s{0,2}")
CAPTION_CREDITS = re.compile(r"\s?(?:/|\\/|,|\bvia\b|\bfor\b)\s?")
NAME = re.compile(r"(?:[^\W\d_]['’.]?[\w.'’-]{0,24})$")
GLUED = re.compile(r"(?<=[a-z0-9])[.!?](?=[A-Z][a-z])")
NAME_WORDS = 5


def captions(lines: Sequence[Line]) -> Iterator[Cut]:
    """The credits of photographs in the lines, and the words that open a file picture's caption."""
    for line in lines:
        for found in BRACKETED.finditer(line.text):
            if is_credit(found[1]):
                yield _cut(line, *found.span())
        labelled = LABELLED.search(line.text)
        if labelled:
            yield _cut(line, *labelled.span())
        filed = FILE.match(line.text) or SLIDE.match(line.text)
        if filed:
            yield _cut(line, *filed.span())
        start = None if labelled else ending_credit(line.text)
        if start is not None:
            yield _cut(line, start, len(line.text))


def is_credit(words: str) -> bool:
    """Whether the words in brackets are a photograph's credit: a slash and a source of pictures, or the word photo."""
    pieces = [piece for piece in CAPTION_CREDITS.split(words) if piece]
    sourced = any(_is_source(piece) for piece in pieces)
    photo = re.search(r"\bphotos?\b|\bpool\b|\bhandout\b|\bfile\b", words, re.IGNORECASE) is not None
    return (sourced and len(pieces) > 1 and "," not in words) or (photo and (sourced or ":" in words or "/" in words))


def ending_credit(words: str) -> int | None:
    """Where a credit like "Jane Doe / AFP" at the end of a line starts, None where there is none."""
    found = _ending().search(words)
    if found is None or len(words) - found.start() > 120:
        return None
    names = list(re.finditer(r"\S+", words[: found.start()]))[-NAME_WORDS:]
    start = found.start()
    for token in reversed(names):
        glued = GLUED.search(token.group())
        if glued:
            return token.start() + glued.start() + 1
        if not NAME.match(token.group()) or not token.group()[0].isupper() or _ends_sentence(token.group()):
            break
        start = token.start()
    return start if start < found.start() or found.group().lstrip()[0] not in "/\\" else None


def _ends_sentence(token: str) -> bool:
    return token[-1] in ".!?" and len(token) > 2


def _is_source(piece: str) -> bool:
    return (
        medium(piece.strip(" .")) is not None
        or folded(piece) in furniture().photo
        or bool(_photo_of().fullmatch(piece.strip(" .")))
    )


def _cut(line: Line, start: int, end: int) -> Cut:
    return Cut(Span(line.start + start, line.start + end), "caption")


@cache
def _sources() -> str:
    agencies = sorted(furniture().picture_agencies, key=len, reverse=True)
    return "(?:" + "|".join([media_pattern(), *map(re.escape, agencies)]) + ")"


@cache
def _ending() -> re.Pattern[str]:
    joint = r"\s?(?:\\?/|\bvia\b)\s?"
    further = rf"(?:\s?(?:\\?/|\bvia\b|,)\s?{_sources()}){{0,3}}"
    marked = r"(?:REUTERS|AP Photo|AFP PHOTO|AFP Photo)\s?\\?/\s?[^.!?:\n]{2,40}"
    return re.compile(rf"(?:{joint}{_sources()}{further}|{marked})\s?\.?$")


@cache
def _photo_of() -> re.Pattern[str]:
    return re.compile(rf"{_sources()}\s(?:photo|images?|file|pool|handout)", re.IGNORECASE)
