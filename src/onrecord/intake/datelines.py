"""Where and by whom a report was filed: "KYIV, Ukraine (AP) —", "GENEVA, 5 May (OCHA) -", "ISTANBUL / ANKARA –"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.intake.stated import DATE
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.countries import country_of_capital
from onrecord.vocabulary.pages import folded, furniture, media_pattern, medium

_WORD = r"[^\W\d_][\w.'’-]{0,24}"
_UPPER = "A-ZÀ-ÖØ-ÞŞĞİČŠŽŁ"
_CAPITALS = rf"(?:[{_UPPER}]['’.]?[{_UPPER}'’.-]{{1,24}}|(?:al|el|ad|as|an|ash)-[{_UPPER}'’-]{{2,24}})"
_NAMED = r"(?:[A-ZÀ-ÖØ-ÞŞĞİČŠŽŁ][\w.'’-]{0,24}|(?:al|el|ad|as|an|ash)-[A-Z][\w'’-]{1,24})"
_COMMA = r"\s?,\s{1,2}"
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]{0,6}\.?"
)
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_DATE = (
    rf"(?P<date>(?:{_WEEKDAY}{_COMMA})?(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:(?:\s?,)?\s(?:\d{{4}}|\d\d))?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\d{{4}}-\d\d-\d\d|{_WEEKDAY})"
)
_OPEN, _CLOSE = r"(?:\(|-LRB-\s)", r"(?:\)|\s-RRB-)"
_BY = rf"{_OPEN}(?P<by>[^()\n]{{2,40}}?){_CLOSE}"
_DASH = r"\s?(?:[–—―]|--?|:)(?=\s|[\"“‘'A-Z\[])\s{0,3}"
_SPACED = r"\s{0,2}(?:[–—―]|--|(?<=\s)-(?=\s))\s{0,3}"


def _places(word: str, most: int) -> str:
    name = rf"{word}(?:\s{word}){{0,{most}}}"
    named = rf"{_NAMED}(?:\s(?:of\s(?:the\s)?|and\s)?{_NAMED}){{0,3}}"  # "Democratic Republic of the Congo"
    country = rf"{_COMMA}(?!{_MONTH}\s\d){named}|\s\({named}\)(?=\s?,)|\s\[{named}\]"
    return rf"(?P<place>{name}(?:\s?(?:\\?/|&)\s?{name}|\sand\s{name}|{country}){{0,2}})"


FILED_BY = re.compile(
    rf"(?:{_places(_NAMED, 3)}(?:(?:{_COMMA}|\s{{1,2}}){_DATE})?\s{{1,2}})?{_BY}{_DASH}(?:-\s{{1,2}})?"
)
DATED = re.compile(rf"{_places(_NAMED, 3)}{_COMMA}{_DATE}{_SPACED}")
BRACKETED = re.compile(rf"{_places(_NAMED, 3)}\s{_OPEN}{_DATE}{_CLOSE}{_SPACED}")
ENCLOSED = re.compile(rf"{_OPEN}{_places(_NAMED, 3)}{_COMMA}{_DATE}{_CLOSE}{_SPACED}")
STOPPED = re.compile(
    rf"{_places(_NAMED, 3)}{_COMMA}(?P<date>\d{{1,2}}\s{_MONTH}\s\d{{4}}|{_MONTH}\s\d{{1,2}},\s\d{{4}})[.:]\s{{1,2}}"
)
DATE_FIRST = re.compile(rf"(?P<date>(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}},?)\s\d{{4}})\s[–—-]\s(?=[A-Z\"“‘])")
CAPITALS = re.compile(rf"{_places(_CAPITALS, 3)}{_SPACED}(?=\S)")
_LONG = rf"[{_UPPER}][{_UPPER}'’-]{{3,24}}"
COLON = re.compile(rf"(?P<place>{_LONG}(?:\s{_CAPITALS}){{0,2}}(?:\s?/\s?{_LONG})?):\s(?=[A-Z\"“‘'])")
PLAIN = re.compile(
    rf"(?P<place>{_NAMED}(?:\s{_NAMED}){{0,2}}(?:{_COMMA}{_NAMED}(?:\s{_NAMED}){{0,1}})?)\s[–—]\s(?=[A-Z\"“‘])"
)
STAMPED = re.compile(
    rf"(?<![\w,|])(?:{_CAPITALS}(?:\s{_CAPITALS}){{0,2}}|{_NAMED})(?:\s?\\?/\s?{_NAMED}(?:\s{_NAMED}){{0,2}})?(?:{_COMMA}(?!{_MONTH}\s\d){_NAMED}(?:\s{_NAMED})?)?(?:(?:{_COMMA}|\s){_DATE})?\s\|\s$"
)
ZONE = re.compile(r"(?:[AP]M\s)?(?:GMT|UTC|BST|IST|MSK|CES?T|EES?T|[ECMP][SD]?T|SAST|EAT|WAT)\s{1,2}(?=\S)")
MOST_STAMPED = 120
CLOCK = re.compile(r"\s{1,2}\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?", re.IGNORECASE)
MARKS = re.compile(r"(?:\[[^\[\]]{1,200}\]\s{0,3}){0,4}\[TEXT\]\s{0,3}", re.IGNORECASE)
OPENING = (FILED_BY, DATED, BRACKETED, ENCLOSED, STOPPED, DATE_FIRST, CAPITALS, COLON, PLAIN)
NEAR = (FILED_BY, DATED, BRACKETED, ENCLOSED, CAPITALS)
LATER = (FILED_BY,)
SECOND_DASH = re.compile(r"\s[–—-]{1,2}\s")
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")
MID_LINE = 2500
LABEL = re.compile(r"(?:source|agency|agencies|text by)\b\s?:?\s?", re.IGNORECASE)
WITH = re.compile(r"\s(?:with|and|/|&)\s|\s?/\s?", re.IGNORECASE)


class Dateline(NamedTuple):
    """Where a dateline stands, and its place, its date and the medium it names; None for what it lacks."""

    span: Span
    place: Span | None = None
    date: Span | None = None
    by: Span | None = None


def dateline(line: Line, forms: Sequence[re.Pattern[str]]) -> Dateline | None:
    """The dateline of one of the `forms` that the line begins with."""
    for form in forms:
        found = form.match(line.text)
        if found and _sound(form, found, line.text):
            return _at(line, found)
    return None


def inner_dateline(line: Line) -> Dateline | None:
    """The dateline of a known medium that stands in the middle of a long line, after a page's highlights or caption."""
    for by in _known().finditer(line.text, 0, MID_LINE):
        found = FILED_BY.match(line.text, _place_before(line.text, by.start()))
        if found and found.end() >= by.end():
            return _at(line, found)
    return None


def _place_before(words: str, at: int) -> int:
    """Where the place that stands before position `at` begins; `at` where none surely does.

    After a headline without a stop "against Gadhafi (CNN) --" looks like a place too: a single name in small letters
    must be a capital.
    """
    before = _before().search(words, max(0, at - 60), at)
    if before is None:
        return at
    zone = ZONE.match(words, before.start())
    start = zone.end() if zone else before.start()
    name = words[start:at].strip()
    sure = name[:2].isupper() or "," in name or "/" in name or country_of_capital(name) is not None
    return start if sure or words[:start].rstrip()[-1:] in ".!?" else at


def stamp(text: str, dated: Dateline, line: Line) -> Cut | None:
    """The "CAIRO | Mon Mar 7, 2011 6:56 pm EST" that stands right before a dateline."""
    start = max(line.start, dated.span.start - MOST_STAMPED)
    for date in DATE.finditer(text, start, dated.span.start):
        clock = CLOCK.match(text, date.end(), dated.span.start)
        end = clock.end() if clock else date.end()
        if not text[end : dated.span.start].strip():
            place = STAMPED.search(text, start, date.start())
            return Cut(Span(place.start() if place else date.start(), end), "date header")
    return None


def slug(line: Line) -> Cut | None:
    """The word before a report's first sentence that tells its kind ("BREAKING:", "UPDATE 1 -")."""
    found = _slug().match(line.text)
    return Cut(Span(line.start, line.start + found.end()), "page furniture") if found else None


def marks(text: str, at: int) -> Cut | None:
    """The bracketed marks that monitoring services set before a report's text ("[REPORT] [TEXT]")."""
    found = MARKS.match(text, at)
    return Cut(Span(at, found.end()), "agency line") if found else None


def agency_line(line: Line) -> Cut | None:
    """A line that holds only a medium's name ("(AFP)", "Reuters", "Source: Xinhua"), or one that ends a paragraph."""
    bare = LABEL.sub("", line.text.strip("() "))
    if len(bare) <= 40 and all(map(medium, WITH.split(bare))):
        return Cut(Span(line.start, line.end), "agency line")
    found = _last().search(line.text)
    return Cut(Span(line.start + found.start(1), line.end), "agency line") if found else None


def site(line: Line) -> Cut | None:
    """The medium that a headline names after a dash or a bar: " - BBC News", " | ReliefWeb"."""
    found = _site().search(line.text)
    return Cut(Span(line.start + found.start(), line.end), "agency line") if found else None


def media(text: str, spans: Iterator[Span]) -> Iterator[tuple[str, Span, bool]]:
    """The media that the words at the spans name: name, words, whether it is an agency."""
    for span in spans:
        for found in _named().finditer(text, span.start, span.end):
            known = medium(found.group())
            if known:
                yield known.name, Span(*found.span()), known.agency


def names_medium(value: object, words: Sequence[str]) -> bool:
    """The rule "agency name": the words are a form of the name of that medium."""
    known = medium(" ".join(words))
    return known is not None and known.name == value


def _sound(form: re.Pattern[str], found: re.Match[str], words: str) -> bool:
    """Whether a match is a dateline: a slug, a label ("BUSTED:", "PUTIN:") and a sentence with a dash are none."""
    place = found.groupdict().get("place")
    if place and folded(place) in furniture().slugs:
        return False
    if form is FILED_BY:
        return medium(found["by"]) is not None or (
            place is not None and found["by"][0].isupper() and ":" not in found.group()
        )
    sentence = words[found.end() : (SENTENCE_END.search(words, found.end()) or found).end() or len(words)]
    if form is COLON and country_of_capital(found["place"].title()) is None:
        return False
    if form in (PLAIN, COLON):
        return len(words) > len(found.group()) + 60 and not SECOND_DASH.search(sentence)
    return True


def _at(line: Line, found: re.Match[str]) -> Dateline:
    def span(name: str) -> Span | None:
        group = found.groupdict().get(name)
        return Span(line.start + found.start(name), line.start + found.end(name)) if group else None

    return Dateline(Span(line.start + found.start(), line.start + found.end()), span("place"), span("date"), span("by"))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{media_pattern()}{_CLOSE}\s?(?:[–—―]|--?)\s")


@cache
def _before() -> re.Pattern[str]:
    capitals = rf"{_CAPITALS}(?:\s{_CAPITALS}){{0,2}}"
    place = rf"(?:{capitals}|{_NAMED})(?:\s?\\?/\s?{_NAMED}(?:\s{_NAMED}){{0,2}})?(?:{_COMMA}{_NAMED}(?:\s{_NAMED})?)?"
    return re.compile(rf"(?<![\w.'’/-]){place}(?:(?:{_COMMA}|\s){_DATE})?\s{{1,2}}$")


@cache
def _slug() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(furniture().slugs, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s?(?:[:|–—]|-(?=\s))\s{{0,2}}", re.IGNORECASE)


@cache
def _last() -> re.Pattern[str]:
    return re.compile(
        rf"[.!?][\"”']?\s{{1,3}}({_OPEN}(?:with )?{media_pattern()}(?:\s?/\s?{media_pattern()})?{_CLOSE})\s?\.?$"
    )


@cache
def _site() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}[-–—|»]\s{{1,2}}{media_pattern()}$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){media_pattern()}(?!\w)")
