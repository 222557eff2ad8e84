"""Names in a paragraph that may be places, with what the grammar around each says for and against it.

A name is one to five capitalised words, with the small words that names hold ("Deir ez-Zor", "Gulf of Aden"), that the
vocabulary or the gazetteer knows. Nothing is decided here: `choice` picks the place, `reader` what is recorded.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from onrecord.reading.places.grammar import Name, goes_on, judged
from onrecord.reading.places.known import SMALL, UNKNOWN, Known, is_headline, known
from onrecord.reading.places.where import HYPHENS, ends_from, is_capital, name_of
from onrecord.reading.report import At, Paragraph
from onrecord.reading.told_once import text_of, texts_of
from onrecord.vocabulary.countries import country_of_demonym, seats
from onrecord.vocabulary.known_actors import Hit, known_actors
from onrecord.vocabulary.place_words import PlaceWords, place_words, region_named

STATES = frozenset(("state", "population group"))
BANDS = frozenset(("armed group", "militia"))  # bear names of their own: "al-Shabab" is a village too
MISTAKEN = frozenset(("ADV", "VERB", "NUM", "PART", "AUX"))
LINKS = frozenset(("and", "on", "upon", "of", "the", "&", "i", "e", "y", "d", "l"))


def names(paragraph: Paragraph) -> Iterator[Name]:
    """The names of a paragraph from left to right, the longest first where they overlap."""
    doc = paragraph.doc
    words = place_words()
    starts = [i for i, text in enumerate(texts_of(doc)) if text[0].isupper() or text in words.joiners]
    if not starts:
        return
    headline = is_headline(doc)
    actors = [hit for hit in known_actors(text_of(doc)) if hit.actor.type not in STATES]
    done = 0
    for start in starts:
        if start < done or not (is_capital(doc[start]) or _is_article(doc, start, words)):
            continue
        name = _longest(paragraph, start, words)
        if name is not None:
            taken = _of_actor(judged(name, doc, headline), doc, actors)
            if name.known or taken.strength == 2:
                yield taken
                done = name.at.end
            elif taken.strength == 1:
                yield taken  # a town that other words of the report may call one


def _of_actor(name: Name, doc: Doc, actors: Sequence[Hit]) -> Name:
    """The name, marked as another's where it is a person's or stands within the name of a body or medium."""
    last = doc[name.at.end - 1]
    start, end = doc[name.at.start].idx, last.idx + len(last.text)
    for hit in actors:
        another = hit.end - hit.start > end - start or (hit.actor.type in BANDS and name.strength < 2)
        if hit.start < end and start < hit.end and (hit.actor.type == "person" or another):
            return name._replace(strength=-2 if hit.actor.type == "person" else -1)
    return name._replace(strength=-2) if name.text in seats() else name


def _longest(paragraph: Paragraph, start: int, words: PlaceWords) -> Name | None:
    """The longest known name that starts there, or all the capitalised words if no part of them is known."""
    doc = paragraph.doc
    ends = ends_from(doc, start, words)
    for end in ends:
        if end < len(doc) and doc[end].lower_ in words.areas and (region := region_named(doc[start : end + 1].text)):
            return Name(At(paragraph.index, start, end + 1), doc[start : end + 1].text, Known(None, region, ()))
        text = name_of(doc, start, end)
        if end == start + 1 and doc[start].pos_ in SMALL and not _is_within(doc, start, words):
            return None
        found = known(text)
        if (
            found
            and not _is_article(doc, end, words)
            and not ((goes_on(doc, end) or _is_tied(doc, end)) and _is_called(doc, start))
        ):
            return Name(At(paragraph.index, start, end), text, found)
    cut = LINKS | words.calendar
    end = next((i for i in range(start + 1, start + len(ends) * 2) if i == len(doc) or doc[i].lower_ in cut), 0)
    whole = next((each for each in ends if not end or each <= end), None)
    if whole is not None and whole > start + 1 and words.kinds.get(doc[whole - 1].lower_) == "district":
        whole -= doc[whole - 1].lower_ != "district"  # "Paletwa Township"; not "Business District"
    if (
        whole is None
        or doc[start].lower_ in words.never | words.calendar
        or doc[start].pos_ in SMALL
        or _is_people(doc, start, whole)
    ):
        return None
    return Name(At(paragraph.index, start, whole), name_of(doc, start, whole), UNKNOWN)


def _is_within(doc: Doc, start: int, words: PlaceWords) -> bool:
    """Whether a preposition of place makes a name of the word, whatever part of speech it is taken for."""
    return start > 0 and doc[start - 1].text in words.within and doc[start].pos_ in MISTAKEN and len(doc[start]) > 3


def _is_called(doc: Doc, start: int) -> bool:
    """Whether the words before call what follows a town: "the oil town of"."""
    return (
        start > 1 and doc[start - 1].lower_ == "of" and place_words().kinds.get(doc[start - 2].lemma_.lower()) == "city"
    )


def _is_people(doc: Doc, start: int, end: int) -> bool:
    return any(country_of_demonym(doc[i].text) is not None for i in range(start, end))


def _is_article(doc: Doc, i: int, words: PlaceWords) -> bool:
    """A small article tied to a name: "al" of "al-Bab"."""
    return (
        i + 2 < len(doc)
        and doc[i].lower_ in words.joiners
        and doc[i + 1].text in HYPHENS
        and not doc[i].whitespace_
        and doc[i + 2].text[0].isupper()
    )


def _is_tied(doc: Doc, end: int) -> bool:
    """Whether a hyphen ties another name to this one: "Pont" of "Pont-Sonde"."""
    return end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end].whitespace_ and is_capital(doc[end + 1])
