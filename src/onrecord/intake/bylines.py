"""Who wrote a report: bylines above it, credit lines under it ("Writing by ...; Editing by ...")."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import furniture, media_pattern, medium

BY = re.compile(r"(?:by|written by|story by|text by|words by)\s{1,3}(?=[^\W\d_])", re.IGNORECASE)
WITH_AGENCIES = re.compile(r"(?=[^.!?]{5,80}\sand agencies$)")
NAME_TOKEN = re.compile(
    r"[A-ZÀ-ÞŞĞİČŠŽŁĆ][\w.'’-]*$|(?:al|el|an|as|ad|ash|bin|ibn|de|da|dos|del|der|van|von|la|le|di|du|ter)$|(?:al|el|an|as|ad|ash)-[A-Z]"
)
JOINT = re.compile(r"\s{0,3}(?:,|;|\band\b|\bAND\b|&|\|)\s{0,3}")
PLACE_OR_ROLE = re.compile(r"\s(?:in|for|at)\s|\s[-–—|]{1,3}\s")
LONGEST = 18
OPEN = r"(?:[(\[]|-LRB-)\s{0,2}"
CLOSE = r"(?:[)\]]|-RRB-)"
WORK = (
    r"(?:(?:additional|with additional|with|further) )?(?:reporting|writing|editing|written|edited|compiled|reported"
    r"|translated|translation|produced|production|research|graphics?|video|photos?)"
)
CREDIT = re.compile(
    rf"{OPEN}(?:{WORK}|with (?:files|inputs?|reporting|agencies))\b"
    rf"(?:\s(?:and|,)\s?{WORK}){{0,3}}\s(?:by|from|in)\b[^()\[\]]{{0,600}}?{CLOSE}",
    re.IGNORECASE,
)
OPEN_CREDIT = re.compile(
    rf"(?:{WORK}(?:(?: and |, ){WORK}){{0,3}} by|Compiled from|With (?:files|inputs?) from|With additional reporting)"
    r"\s[^.]{3,400}\.?$",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r"contributed (?:(?:to )?(?:this|the) (?:report|story|article)\b|reporting\b|to this\b)", re.IGNORECASE
)


def byline(line: Line) -> Cut | None:
    """A line "By Jane Doe", "By X and Y in Z, Agency"; None where more than names stands on it."""
    begun = BY.match(line.text) or _from_medium().match(line.text) or WITH_AGENCIES.match(line.text)
    if begun is None or (begun.group()[:1].islower() and not begun.group().startswith("by ")):
        return None
    words = re.findall(r"[^\s,;|&()•]+", line.text[begun.end() :])
    if not 1 <= len(words) <= LONGEST or not any(NAME_TOKEN.match(word) for word in words):
        return None
    if all(NAME_TOKEN.match(word) or word.casefold() in furniture().roles or word in "-–—/" for word in words):
        return Cut(Span(line.start, line.end), "byline")
    return None


def staff(line: Line) -> Cut | None:
    """The "By the CNN Wire Staff" or "By Jane Doe, CNN" that a line begins with, whatever follows it."""
    found = _staff().match(line.text)
    return Cut(Span(line.start, line.start + found.end()), "byline") if found else None


def authors(text: str, cut: Cut) -> list[Span]:
    """The people whom a byline names, each with at least two names; media and offices are left out."""
    words = cut.span.of(text)
    begun = BY.match(words) or _from_medium().match(words) or WITH_AGENCIES.match(words)
    if begun is None:
        return []
    at = begun.end()
    named = PLACE_OR_ROLE.split(words[at:], maxsplit=1)[0]
    spans = []
    for joint in JOINT.split(named):
        piece = _medium_after().sub("", joint)
        start = words.index(piece, at)
        at = start + len(piece)
        if is_person(piece):
            spans.append(Span(cut.span.start + start, cut.span.start + at))
    return spans


def is_person(words: str) -> bool:
    """Whether the words look like a person's name: two to five names, no office, no medium."""
    tokens, words_of = words.split(), furniture()
    plain = not any(token.casefold() in words_of.roles | words_of.days_and_months for token in tokens)
    return (
        2 <= len(tokens) <= 5 and plain and medium(words) is None and all(NAME_TOKEN.match(token) for token in tokens)
    )


def credit_lines(lines: Sequence[Line]) -> Iterator[Cut]:
    """The credits of writers and editors, in parentheses anywhere, or as the last words of a line."""
    for line in lines:
        for found in CREDIT.finditer(line.text):
            if not _only_names(found.group()):
                continue
            yield Cut(Span(line.start + found.start(), line.start + found.end()), "credit line")
        plain = _open_credit(line.text)
        if plain is not None:
            yield Cut(Span(line.start + plain, line.end), "credit line")
        told = CONTRIBUTED.search(line.text)
        if told:
            yield Cut(Span(line.start + _names_before(line.text, told.start()), line.end), "credit line")


def _open_credit(words: str) -> int | None:
    """Where a credit without parentheses starts: at the start of the line or of its last sentence."""
    whole = OPEN_CREDIT.match(words)
    if whole:
        return 0 if _only_names(words) else None
    last = max(words.rfind(". ", 0, -1), words.rfind("” ", 0, -1), words.rfind('" ', 0, -1))
    found = OPEN_CREDIT.match(words, last + 2) if last > 0 else None
    return last + 2 if found and found.group()[0].isupper() and _only_names(found.group()) else None


def _only_names(words: str) -> bool:
    """Whether a credit holds nothing but kinds of work, names and places."""
    known = furniture().credits | furniture().roles
    tokens = (token.strip("()[].,;:") for token in words.replace("-LRB-", " ").replace("-RRB-", " ").split())
    return all(not token or NAME_TOKEN.match(token) or token.casefold() in known or medium(token) for token in tokens)


def _names_before(words: str, cue: int) -> int:
    """Where the run of names before the cue starts: back to the end of the sentence before, or to a common word."""
    start = cue
    for token in reversed(list(re.finditer(r"\S+", words[:cue]))):
        bare = token.group().strip(",;()").casefold()
        ends_sentence = token.group()[-1] in '.!?”"' and len(bare.rstrip(".")) > 1
        if ends_sentence or not (
            NAME_TOKEN.match(token.group().rstrip(",;")) or bare in furniture().credits or not bare
        ):
            break
        start = token.start()
    return start


@cache
def _staff() -> re.Pattern[str]:
    kind = r"(?:(?:[Ww]ire|[Nn]ews|[Ww]eb) )?[Ss]taff\b(?: (?:[Ww]riters?|[Rr]eporters?)\b)?"
    name = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{0,24}){1,3}"
    named = rf"{name}(?: ?, {name}){{0,3}}(?: ?,? and {name})? ?(?:,|for) {media_pattern()}(?=\s)"
    return re.compile(rf"By (?:(?:the )?{media_pattern()} {kind}|{named})")


@cache
def _from_medium() -> re.Pattern[str]:
    return re.compile(rf"From {media_pattern()}['’]s\s{{1,2}}")


@cache
def _medium_after() -> re.Pattern[str]:
    return re.compile(rf"\s{media_pattern()}(?:\s[A-Z]\w{{1,20}}){{0,4}}$")
