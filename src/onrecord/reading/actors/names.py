"""Name chunks: runs of capitalised words, parted into owner, title and name."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.told_once import text_at
from onrecord.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from onrecord.vocabulary.names import is_given, listed
from onrecord.vocabulary.titles import is_office, is_rank, is_title, may_precede, singular

FUNCTION_WORDS = frozenset(
    ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "NUM", "INTJ", "PART", "PUNCT", "SYM")
)
HYPHENS = frozenset("-–‑")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
LONGEST_TITLE = 6


class Chunk(NamedTuple):
    """Tokens `start` to `end` are a name; its title starts at `title` and the words of its owner ("Turkish",
    "Turkey") are `owner`, a pair of tokens. `evidence` says why it is a person's name, if it is."""

    start: int
    end: int
    title: int = -1
    owner: tuple[int, int] | None = None
    evidence: str = ""
    after: tuple[int, int] | None = None

    @property
    def whole(self) -> int:
        """Where the mention starts, title and owner included."""
        return min([at for at in (self.start, self.title, self.owner[0] if self.owner else -1) if at >= 0])


def text_of(doc: Doc, start: int, end: int) -> str:
    return " ".join(text_at(doc, start, end).split())


def capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ not in FUNCTION_WORDS


def _glued(doc: Doc, at: int) -> bool:
    """Whether the token is a hyphen with no space on either side."""
    return doc[at].text in HYPHENS and 0 < at < len(doc) - 1 and not doc[at - 1].whitespace_ and not doc[at].whitespace_


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the particles and hyphens between them."""
    at, size = 0, len(doc)
    while at < size:
        token = doc[at]
        particle = (
            token.text in listed("particles")
            and at + 2 < size
            and _glued(doc, at + 1)
            and doc[at + 2].text[0].isupper()
        )
        if not (capital(token) or particle):
            at += 1
            continue
        end = _run_end(doc, at)
        yield at, end
        at = end


def _run_end(doc: Doc, at: int) -> int:
    size, end = len(doc), at + 1
    while end < size:
        token = doc[end]
        if _name_word(token) or (token.text == "." and is_rank(doc[end - 1].text)):
            end += 1
        elif _glued(doc, end) and (
            doc[end + 1].text[0].isupper() or doc[end + 1].text in listed("particles") | listed("syllables")
        ):
            end += 2
        elif token.text in listed("particles") and end + 1 < size:
            joined = _glued(doc, end + 1)
            further = end + (2 if joined else 1)
            if not joined and token.text in listed("hyphened"):
                break
            if further >= size or not doc[further].text[0].isupper():
                break
            end = further + 1
        else:
            break
    return end


def _name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ not in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PUNCT")


def country_words(doc: Doc, start: int, end: int) -> bool:
    text = text_of(doc, start, end)
    return bool(country_of_demonym(text) or country_named(text))


def chunk(doc: Doc, start: int, end: int) -> Chunk:
    """The run, parted into owner, title and name."""
    owner, title, at = None, *_portfolio(doc, start, end)
    end = _without_next(doc, at, _without_dateline(doc, at, end))
    at = _without_portfolio(doc, _without_heading(doc, at, end), end) if title < 0 else at
    title_inside = _title_inside(doc, at, end) if title < 0 else -1
    at = title_inside if title_inside > at else at
    while at < end - 1:
        step = _owner_length(doc, at, end) if title < 0 else 0
        if step:
            owner, at = (at, at + step), at + step
            continue
        step = _title_length(doc, at, end)
        if not step or (title >= 0 and doc[at + step].text.lower() in listed("particles")):
            break  # "Sheikh Sultan al-Aradah": what stands before a lone surname is a name
        title = at if title < 0 else title
        at += step
    found = Chunk(at, end, title, owner if title >= 0 else None)
    if title < 0:
        found = _title_before(doc, found)
    elif owner is None:
        found = found._replace(owner=_owner_before(doc, title))
    return found


def _portfolio(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Where title and name start when the run begins inside an office: "Secretary of [Defense Robert Gates]"."""
    at = start
    if start > 1 and doc[start - 1].lower_ in ("of", "for") and doc[start - 2].lower_ in ("secretary", "minister"):
        while at < end - 1 and (may_precede(doc[at].text) or doc[at].lower_ == "affairs"):
            at += 1
    return (start - 2, at) if at > start else (-1, start)


def _without_heading(doc: Doc, at: int, end: int) -> int:
    """The start of the run without a heading in capitals before it: "CHAOS FEARED Ali Hassan"."""
    first = at
    while end - first > 1 and len(doc[first].text) > 3 and doc[first].text.isupper():
        first += 1
    return at if doc[end - 1].text.isupper() else first


def _without_portfolio(doc: Doc, at: int, end: int) -> int:
    """The start of the name behind what an office is for: "Under Secretary for Management [Patrick Kennedy]"."""
    if at == 0 or doc[at - 1].lower_ not in ("of", "for", "and") or is_given(doc[at].text):
        return at
    return next((given for given in range(at + 1, end - 1) if is_given(doc[given].text)), at)


def _title_inside(doc: Doc, start: int, end: int) -> int:
    """Where an office or rank stands behind a place or body in the run: "Belgorod Gov. Ivan Petrov"; -1 if nowhere."""
    if _title_length(doc, start, end) or _owner_length(doc, start, end) or is_given(doc[start].text):
        return -1
    leads = may_precede(doc[start].text)  # "Emergency Relief Coordinator Ana Ruiz": a given name has to follow
    for at in range(start + 1, end - 1):
        step = _title_length(doc, at, end)
        words = text_of(doc, at, at + step)
        if step and (is_office(singular(words)) or is_rank(words)) and not is_given(doc[at].text):
            return at if not leads or is_given(doc[at + step].text) else -1
    return -1


def _without_dateline(doc: Doc, at: int, end: int) -> int:
    """The end of the run without a place in capitals that a dateline left behind it: "Ali Hassan TRIPOLI"."""
    while end - at > 1 and doc[end - 1].text.isupper() and not doc[at].text.isupper():
        place = doc[end - 1].text.title()
        if not (country_of_capital(place) or country_named(place)):
            break
        end -= 1
    return end


def _without_next(doc: Doc, at: int, end: int) -> int:
    """The end of the run without a people's name that begins the next words: "Ali Hassan [British diplomats]"."""
    goes_on = end < len(doc) and doc[end].text.islower() and doc[end].pos_ in ("NOUN", "ADJ")
    return end - 1 if goes_on and end - at > 2 and country_of_demonym(doc[end - 1].text) else end


def _owner_length(doc: Doc, at: int, end: int) -> int:
    return next((n for n in range(min(4, end - at - 1), 0, -1) if country_words(doc, at, at + n)), 0)


def _title_length(doc: Doc, at: int, end: int) -> int:
    """How many words from `at` on are a title; the name behind them keeps one word at least."""
    for count in range(min(LONGEST_TITLE, end - at - 1), 0, -1):
        words = text_of(doc, at, at + count)
        if is_title(words) or is_office(singular(words)):
            return count
    follows = at + 1 < end - 1 and may_precede(doc[at].text) and _title_length(doc, at + 1, end)
    return 1 + follows if follows else 0


def _title_before(doc: Doc, found: Chunk) -> Chunk:
    """The title in lower case right before the name: "army spokesman", "his Russian counterpart,"."""
    last = found.start - 1
    if found.owner is not None:
        return found
    if last > 0 and doc[last].text == "," and (doc[last - 1].lower_ == "counterpart" or _closed(doc, found.end)):
        last -= 1
    if last < 0 or doc[last].text[0].isupper() or not _title_word(doc, last):
        return found
    start = last
    while start > 0 and last - start < LONGEST_TITLE and _goes_with_title(doc[start - 1]):
        start -= 1
    apart = last == found.start - 2 and doc[last].lower_ != "counterpart"
    if apart and not (is_office(singular(text_of(doc, start, last + 1))) or _speaks_for(doc, last, found)):
        return found
    while start < last and doc[start].pos_ == "CCONJ":
        start += 1
    return found._replace(title=start, owner=_owner_before(doc, start))


def of_office(doc: Doc, found: Chunk) -> Chunk:
    """The chunk as the office before a comma and a rank has it: "the navy chief, [Adm. Viktor Sokolov]"."""
    if found.title < 1 or doc[found.title - 1].text != "," or not is_rank(text_of(doc, found.title, found.start)):
        return found
    held = _title_before(doc, Chunk(found.title, found.end))
    return held if held.title >= 0 else found


def _speaks_for(doc: Doc, role: int, found: Chunk) -> bool:
    """Whether the role before the comma is that of a spokesman, which a name of several words can only explain: "its
    spokesman, Artem Dekhtyarenko, said"."""
    return doc[role].lower_.startswith("spokes") and found.end - found.start > 1


def _closed(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].text == ","


def _title_word(doc: Doc, at: int) -> bool:
    return (is_title(doc[at].text) or is_office(singular(doc[at].text))) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ")


def _goes_with_title(token: Token) -> bool:
    if token.text in HYPHENS:
        return True
    return token.pos_ in ("NOUN", "ADJ", "PROPN", "VERB", "CCONJ") and (
        may_precede(token.text)
        or token.lower_ == "and"
        or (token.dep_ in ("compound", "amod") and not token.text[0].isupper())
    )


def _owner_before(doc: Doc, start: int) -> tuple[int, int] | None:
    """The country right before token `start`, its possessive between them or not."""
    end = start - 1 if start > 0 and doc[start - 1].text in POSSESSIVES else start
    return next((((end - n), end) for n in range(min(4, end), 0, -1) if country_words(doc, end - n, end)), None)
