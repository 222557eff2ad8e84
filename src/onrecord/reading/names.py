"""Name chunks: runs of capitalised words, their titles before and their appositions after them."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from onrecord.vocabulary.known_actors import actor_named
from onrecord.vocabulary.names import is_given, listed
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.reporting import verbs
from onrecord.vocabulary.titles import is_office, is_rank, is_role, is_title, may_precede, singular, titles

FUNCTION_WORDS = frozenset(
    ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "NUM", "INTJ", "PART", "PUNCT", "SYM")
)
HYPHENS = frozenset("-–‑")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
ONLY_HYPHENED = frozenset(
    ("as", "an", "ad", "at", "ar", "az", "ash", "do", "y", "zu", "mac", "af", "ter", "ul")
)  # words too
# fmt: off
BUILT = frozenset((
    "camp", "street", "hospital", "airport", "school", "mosque", "prison", "area", "neighbourhood", "neighborhood",
    "district", "suburb", "square", "quarter", "crossing", "base", "barracks", "university", "road", "bridge", "dam",
))
# fmt: on
LONGEST_TITLE = 6
LONGEST_OFFICE = 12  # tokens from an office to the name behind it


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
    return " ".join(doc[start:end].text.split())


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
            if not joined and token.text in ONLY_HYPHENED:
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
    """The run, parted into owner, title and name; with the evidence that it is a person's name."""
    owner, title, at = None, *_portfolio(doc, start, end)
    end = _without_dateline(doc, at, end)
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
    return _evidence(doc, found)


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
    if (
        last == found.start - 2
        and doc[last].lower_ != "counterpart"
        and not is_office(singular(text_of(doc, start, last + 1)))
    ):
        return found
    while start < last and doc[start].pos_ == "CCONJ":
        start += 1
    return found._replace(title=start, owner=_owner_before(doc, start))


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


def _evidence(doc: Doc, found: Chunk) -> Chunk:
    """The chunk with why it is a person: title, apposition, naming, given name, speech; nothing where it is none."""
    words = [token.text for token in doc[found.start : found.end] if token.text not in HYPHENS]
    if any(word in listed("things") for word in words) or not 0 < len(words) <= 7 or _not_a_name(doc, found):
        return found
    if found.title < 0 and found.end < len(doc) and doc[found.end].pos_ == "NOUN" and _is_place(doc[found.end].lower_):
        return found
    if found.title >= 0:
        return found._replace(evidence="title" if _strong(text_of(doc, found.title, found.start)) else "role")
    after = _apposition(doc, found.end)
    if after is not None:
        return found._replace(evidence="apposition", after=after if after[1] > after[0] else None)
    holder = doc[found.start : found.end].root
    if holder.dep_ == "appos" and holder.head.i < found.start - 1 and is_office(holder.head.text):
        return found._replace(evidence="apposition", after=(holder.head.i, found.start - 1))
    held = _office_behind(doc, found)
    if held is not None:
        return found._replace(evidence="apposition", after=held)
    if found.start > 1 and doc[found.start - 1].lower_ in ("as", "named") and _naming(doc, found.start):
        return found._replace(evidence="named")
    if len(words) > 1 and is_given(words[0]):
        return found._replace(evidence="given name")
    return found._replace(evidence="speech" if 1 < len(words) <= 4 and _speaks(doc, found) else "")


def _office_behind(doc: Doc, found: Chunk) -> tuple[int, int] | None:
    """The office before the name and a comma: "the governor of North Darfur, Nimir Abdelrahman, said"."""
    comma, end = found.start - 1, found.end
    closed = end < len(doc) and (doc[end].text == "," or doc[end].pos_ in ("VERB", "AUX", "PUNCT"))
    if comma < 3 or doc[comma].text != "," or not closed:
        return None
    at = comma - 1
    while at > 0 and comma - at < LONGEST_OFFICE and _of_office(doc[at]):
        word = singular(doc[at].lower_)
        if (is_office(word) or is_role(word)) and doc[at + 1].lower_ in ("of", "for", "in", "at", "to"):
            return at, comma
        at -= 1
    return None


def _of_office(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET") or token.lower_ in ("of", "for", "in", "at", "to", "'s", "’s")


def _is_place(noun: str) -> bool:
    """Whether the noun makes a name before it that of a place: "Abu Shouk camp"."""
    return noun in place_words().kinds or noun in (
        "camp",
        "street",
        "hospital",
        "airport",
        "school",
        "mosque",
        "prison",
    )


def _strong(title: str) -> bool:
    words = title.rstrip(" ,").split()
    tails = [singular(" ".join(words[start:])) for start in range(len(words))]
    return any(is_office(tail) or is_rank(tail) or _addresses(tail) for tail in tails)


def _addresses(tail: str) -> bool:
    """Whether the word only serves to address: "Mr", not "father"."""
    return tail.lower().rstrip(".") in titles().address and not is_role(tail)


def _not_a_name(doc: Doc, found: Chunk) -> bool:
    text = text_of(doc, found.start, found.end)
    known = actor_named(text)
    if known is not None and known.type != "person":
        return True
    return bool(
        country_named(text)
        or country_of_demonym(text)
        or country_of_capital(text)
        or is_title(text)
        or is_title(singular(text))
    ) or not any(c.islower() for c in text)


def _naming(doc: Doc, start: int) -> bool:
    return doc[start - 1].lower_ == "named" or doc[start - 2].lower_ in ("identified", "named")


def _speaks(doc: Doc, found: Chunk) -> bool:
    head = doc[found.start : found.end].root
    verb = head.head
    return (
        head.dep_ == "nsubj" and any(known.saying for known in verbs().get(verb.lower_, ())) and verb.lower_ != "report"
    )


def _apposition(doc: Doc, end: int) -> tuple[int, int] | None:
    """The words behind a name that tell what the person is: ", a human rights activist", ", 34,", "(34)"."""
    if end + 2 >= len(doc) or doc[end].text not in (",", "("):
        return None
    at = end + 1
    if doc[at].like_num and doc[at].text.isdigit() and 5 < int(doc[at].text) < 110 and doc[at + 1].text in (",", ")"):
        return (at, at)
    for last in range(at, min(at + 10, len(doc))):
        token = doc[last]
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP") and token.text not in HYPHENS and token.dep_ != "amod":
            return None
        introduced = doc[at].pos_ in ("DET", "PRON") or doc[at].text[0].isupper() or last > at
        if token.pos_ in ("NOUN", "PROPN") and introduced and _role_word(doc, at, last) and not _compound(doc, last):
            return (at, last + 1) if _ends_apposition(doc, last + 1) else None
    return None


def _ends_apposition(doc: Doc, at: int) -> bool:
    """Whether what follows belongs to the apposition or closes it, unlike "with Ali, the Turkish leader said"."""
    return (
        at >= len(doc) or doc[at].pos_ in ("PUNCT", "ADP", "CCONJ") or doc[at].lower_ in ("who", "whose", "based", "to")
    )


def _role_word(doc: Doc, at: int, last: int) -> bool:
    words = doc[last].text
    if words[0].isupper() and last > at and not (may_precede(doc[last - 1].text) or country_words(doc, last - 1, last)):
        return False
    return is_office(words) or is_role(words) or is_office(text_of(doc, max(at, last - 1), last + 1))


def _compound(doc: Doc, last: int) -> bool:
    """Whether the noun goes on: "leader" in "leadership council" or "the rebel stronghold"."""
    return last + 1 < len(doc) and doc[last + 1].pos_ in ("NOUN", "PROPN") and doc[last].dep_ == "compound"
