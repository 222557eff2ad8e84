"""Words of reports, which anyone may have written: compared without regard to accents, shown without power to harm."""

import re
import unicodedata
from functools import lru_cache

from onrecord.model.spans import Span

WORD = re.compile(r"[^\W_]+")
QUOTES = '"“”„‟«»‹›'
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
LONGEST, BETWEEN = 1200, 30


def harmless(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, with control, direction and private characters named instead of shown, and bounded."""
    shown = named(" ".join(text[: 2 * longest].split()))
    return shown if len(shown) <= longest else shown[: longest - 2].rstrip() + " …"


def named(text: str) -> str:
    """`text` with control, direction and private characters named instead of shown, and spaces for white space."""
    if text.isascii() and text.isprintable():
        return text
    plain = (" " if char.isspace() else char for char in text)
    return "".join(char if unicodedata.category(char) not in UNSAFE else _name(char) for char in plain)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """`text` in lower case without accents: "Erdoğan" and "ERDOGAN" are alike."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def tokens(words: str) -> list[str]:
    """The words of `words`; none where one of its signs would be shown unfound: "㊊" is no letter, and reads as one."""
    found = [word[0] for word in WORD.finditer(words)]
    whole = "".join(WORD.findall(fold(words))) == "".join(WORD.findall(fold(" ".join(found))))
    return found if whole else []


def find(words: str, passage: str) -> Span | None:
    """Where `words` stand in `passage` as whole words, white space, case, accents and punctuation apart."""
    wanted = [fold(word) for word in tokens(words)]
    there = [(fold(word[0]), word.start(), word.end()) for word in WORD.finditer(passage)]
    folded = [word for word, _, _ in there]
    if not wanted:
        return None
    for at in range(len(folded) - len(wanted) + 1):
        if folded[at : at + len(wanted)] == wanted:
            return Span(there[at][1], there[at + len(wanted) - 1][2])
    return None


def find_each(words: str, passage: str) -> tuple[Span, ...]:
    """Where each word of `words` stands in `passage`, in that order; empty where one does not."""
    spans: list[Span] = []
    at = 0
    for word in tokens(words):
        span = find(word, passage[at:])
        if span is None:
            return ()
        spans.append(Span(span.start + at, span.end + at))
        at += span.end
    return tuple(spans)


def find_near(words: str, passage: str) -> tuple[Span, ...]:
    """As `find_each`, with few words between: "Syrian troops" in "Syrian and Turkish troops"."""
    spans = find_each(words, passage)
    return spans if spans and spans[-1].end - spans[0].start <= len(words) + BETWEEN else ()


def bare(text: str) -> str:
    """`text` without its outer quotation marks, white space and the comma that leads on to the speaker."""
    return text.strip().strip(QUOTES).strip().removesuffix(",")


def closed(text: str) -> str:
    """`text` with a quotation that it breaks off closed."""
    return text + "”" * (text.count("“") > text.count("”")) + '"' * (text.count('"') % 2)


def unquoted(text: str) -> str:
    """`text` without any double quotation mark."""
    return "".join(char for char in text if char not in QUOTES)


def _name(char: str) -> str:
    if unicodedata.category(char) == "Cf" and char in "\u00ad\u200c\u200d":
        return char
    return f"[U+{ord(char):04X}]"
