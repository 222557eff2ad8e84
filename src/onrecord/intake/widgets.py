"""What a page's machinery writes: counts of readers, clocks of a live blog, paths, separators, headers of messages."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span

FURNITURE, CONTACT, STAMP = "page furniture", "contact line", "time stamp"
LONGEST, SENTENCE = 120, 4
STOPS = re.compile(r"[.!?…][\"'”’)\]»\s]{0,6}$")
MESSAGE_TOP = 12
_COUNT = r"\d[\d.,]{0,9}\s?[KkMm]?"
_COUNTED = (
    r"(?:subscribers?|followers?|members?|online|views?|shares?|likes?|reactions?|comments?|replies|retweets|reposts"
    r"|forwarded|seen|readers?)"
)
_CLOCK = r"\d{1,2}[.:]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,5}|GMT[+-]\d{1,2}))?"
_LABELS = (
    r"(?:Format|Theme|Themes|Language|Languages|Primary country|Other countr(?:y|ies)|Disaster type|Vulnerable groups"
    r"|Origin|Content format|Attachments)"
)
KINDS = (
    (re.compile(r"[-_=*#~·•–—+.]{2,80}"), FURNITURE),
    (re.compile(r"\d{1,3}\s?(?:-\s?)?(?:min(?:ute)?s?)(?:\s(?:read|ago))?", re.IGNORECASE), FURNITURE),
    (re.compile(r"\d{1,3}\s(?:hours?|days?|weeks?|months?|years?)\sago", re.IGNORECASE), FURNITURE),
    (
        re.compile(
            rf"(?:[^\w\s]{{0,4}}\s{{0,2}}(?:{_COUNTED}\s)?{_COUNT}(?![\w.,])(?:\s{_COUNTED})?\s{{0,2}}[|·•,]?\s{{0,2}}){{1,5}}"
        ),
        "",
    ),
    (re.compile(rf"(?:(?:last )?updated(?: at)?:?\s|posted(?: at)?:?\s)?{_CLOCK}", re.IGNORECASE), FURNITURE),
    (re.compile(r"@\w{3,40}(?:\s?[|·•].{0,80})?"), FURNITURE),
    (re.compile(r"[A-Z][\w&' -]{1,30}(?:\s?[>›»]\s?[A-Z][\w&' -]{1,40}){1,5}"), FURNITURE),
    (re.compile(r"This article is more than .{3,20} old", re.IGNORECASE), FURNITURE),
    (re.compile(rf"{_LABELS}\s[^.!?]{{2,60}}"), FURNITURE),
    (re.compile(r"(?=[^@]{1,80}@)[^.!?]{0,60}\S{1,40}@\S{1,40}\.[a-z]{2,8}(?:\W[^!?]{0,60})?"), CONTACT),
)
SYMBOLS = re.compile(r"[^\w\s.,;:!?()\"'“”‘’|·•–—/+-]")
NUMBERED = re.compile(_COUNTED, re.IGNORECASE)
HEADER = re.compile(
    r"(From|To|Cc|Bcc|Reply-To|Sent|Date|Subject|List-[\w-]{2,20}|X-[\w-]{2,20}|Message-ID):\s{1,4}(?=\S)"
)
STAMPED = re.compile(
    r"(?<!\w)(?:last )?(?:updated|published|posted)\s?:\s(?:[A-Z][a-z]{2}\s)?"
    r"(?:[A-Z][a-z]{2,8}\s\d{1,2},?|\d{1,2}\s[A-Z][a-z]{2,8})"
    r"\s\d{4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[APap][Mm])?(?:\s(?:GMT|UTC|BST|[ECMP][SD]?T)\b)?"
)
CHAT = re.compile(r"\[(?:\d{1,4}[/.-]){2}\d{2,4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s[AaPp][Mm])?\]\s[^:\n]{1,40}:\s")


def reason(words: str) -> str | None:
    """Why a line of these words is cut; None where it may be somebody's."""
    if len(words) > LONGEST or (stops(words) and len(words.split()) > SENTENCE):
        return None
    for pattern, why in KINDS:
        if pattern.fullmatch(words) and (why or _counts(words)):
            return why or FURNITURE
    return None


def stops(words: str) -> bool:
    """Whether the words end as a sentence does."""
    return STOPS.search(words[-8:]) is not None


def _counts(words: str) -> bool:
    """Whether numbers alone are counts of readers: a word or a symbol says of what."""
    return SYMBOLS.search(words) is not None or NUMBERED.search(words) is not None


def message(lines: Sequence[Line]) -> Iterator[Cut]:
    """The headers of an e-mail at the top, but for its date and the words of its subject; the stamps of a chat and
    those of pieces put into a page ("updated : Fri Mar 04 2022 07:15:00")."""
    above = [(line, found) for line in lines[:MESSAGE_TOP] if (found := HEADER.match(line.text))]
    sent = {found[1] for _, found in above}
    if "Subject" in sent and "From" in sent:
        for line, found in above:
            if found[1] != "Date":
                end = line.start + found.end() if found[1] == "Subject" else line.end
                yield Cut(Span(line.start, end), FURNITURE)
    for line in lines:
        if stamped := CHAT.match(line.text):
            yield Cut(Span(line.start, line.start + stamped.end()), STAMP)
        for found in STAMPED.finditer(line.text):
            if found.start():
                yield Cut(Span(line.start + found.start(), line.start + found.end()), STAMP)
