"""Why a chunk of capitals is the name of a person: a title, an apposition, a given name, a verb of saying."""

from spacy.tokens import Doc, Token

from onrecord.reading.actors.names import HYPHENS, Chunk, country_words, text_of
from onrecord.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from onrecord.vocabulary.features import features
from onrecord.vocabulary.known_actors import actor_named
from onrecord.vocabulary.names import is_given, listed
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.reporting import verbs
from onrecord.vocabulary.titles import is_office, is_rank, is_role, is_title, may_precede, singular, titles

WHO = frozenset(("who", "whose"))
LONGEST_OFFICE = 12  # tokens from an office to the name behind it


def with_evidence(doc: Doc, found: Chunk) -> Chunk:
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
    if len(words) > 1 and _is_told_of(doc, found):
        return found._replace(evidence="apposition")
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


def _is_told_of(doc: Doc, found: Chunk) -> bool:
    """Whether a clause with "who" tells of the name alone: "Sai Leng, who taught in Lashio, keeps …"; not of those
    whose town it is: "people of El Fasher, who …"."""
    if doc[found.end : found.end + 1].text != "," or doc[found.end + 1 : found.end + 2].text.lower() not in WHO:
        return False
    name = doc[found.start : found.end].root
    if name.dep_ not in ("nsubj", "nsubjpass", "ROOT", "dobj", "appos"):
        return False
    if found.start and doc[found.start - 1].lower_ == "the":
        return False
    return any(child.dep_ == "relcl" and child.i > found.end for child in name.rights)


def _is_place(noun: str) -> bool:
    """Whether the noun makes a name before it that of a place or a house: "Abu Shouk camp"."""
    return noun in place_words().kinds or noun in features().after or noun in features().houses


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
    if doc[at].like_num and doc[at].text.isdecimal() and 5 < int(doc[at].text) < 110 and doc[at + 1].text in (",", ")"):
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
