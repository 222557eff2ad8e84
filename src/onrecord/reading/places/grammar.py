"""What the grammar round a name says for and against a place: its rank, the country named beside it, its verb."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.places.known import SMALL, Known, known, starts_name
from onrecord.reading.places.people import is_person
from onrecord.reading.places.where import HYPHENS, LONGEST, Bound, ends_from, is_capital, name_of, where
from onrecord.reading.report import At
from onrecord.vocabulary import settings
from onrecord.vocabulary.countries import country_named, country_of_demonym, seats
from onrecord.vocabulary.gazetteer import candidates
from onrecord.vocabulary.names import is_given, listed
from onrecord.vocabulary.place_words import PlaceWords, place_words

LISTED = 12
JOINED = frozenset(("al", "el", "-", "of"))
PAST = frozenset(("VBD", "VBN", "VBG"))
PARTIES = frozenset(("R-", "D-", "I-"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


class Name(NamedTuple):
    """A name in the text. `strength`: how surely the grammar makes a place of it: 2 surely, 1 perhaps, 0 nothing says
    so, -1 it belongs to another name or a person. `kind`: city, province or district as a noun beside it says; `lead`
    are the tokens with that noun. `inside`: the alpha-2 code of the country that the words beside it name. `near` is
    true where the words tell a direction from it or put something beside it (`lead` shows it); `part` where they mean a
    part of it. `stated` are the tokens that call it a town or district, `over` is the name after a comma. `proper` is
    true where its form alone makes it a name, `loud` where it is written in capitals."""

    at: At
    text: str
    known: Known
    strength: int = 0
    kind: str | None = None
    lead: At | None = None
    inside: str | None = None
    near: bool = False
    part: bool = False
    stated: At | None = None
    over: str | None = None
    bound: Bound | None = None
    proper: bool = True
    loud: bool = False


def root(doc: Doc, at: At) -> Token:
    """The token by which the words hang in their sentence: the first whose head lies outside of them."""
    return next((doc[i] for i in range(at.start, at.end) if not at.start <= doc[i].head.i < at.end), doc[at.start])


def judged(name: Name, doc: Doc, headline: bool) -> Name:
    """The name with what stands around it taken in."""
    name = _with_kind(name, doc)
    name = _with_country(name, doc)
    strength = _strength(name, doc, headline)
    at = name.at
    before = doc[at.start - 1] if at.start else None
    proper = root(doc, at).pos_ == "PROPN" and not headline
    if before is not None and before.lower_ == "of" and at.start > 1:
        if doc[at.start - 2].lower_ in place_words().directions:
            part = at.start > 2 and doc[at.start - 3].lower_ == "the"
            name = name._replace(part=part, near=not part, lead=At(at.paragraph, at.start - 2, at.end))
    elif before is not None and before.lower_ in place_words().directions:
        name = name._replace(part=before.lower_ != "central")
    called = _called_from(name, doc)
    if called is not None and (beside := _beside(doc, called)):
        name = name._replace(near=True, lead=At(at.paragraph, beside, at.end))
    elif not name.near and at.end < len(doc) and _is_surroundings(doc[at.end]):
        name = name._replace(near=True, lead=At(at.paragraph, at.start, at.end + 1))
    return name._replace(strength=strength, proper=proper, loud=doc[at.start : at.end].text.isupper())


def _called_from(name: Name, doc: Doc) -> int | None:
    """Where the words begin that name a place: at the name, or at what calls it a town: "the northern city of X"."""
    if name.kind is None:
        return _site_of(doc, name.at.start)
    if name.kind != "city" or name.lead is None or name.lead.start >= name.at.start:
        return None
    first = name.lead.start
    while first and doc[first - 1].pos_ in ("DET", "ADJ") and doc[first - 1].lower_ not in place_words().beside:
        first -= 1
    return first


def _site_of(doc: Doc, start: int) -> int:
    """Where the words begin that name what stands at a place: "the contested port of X"; else the name."""
    if start < 3 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in settings.words().sites:
        return start
    first = start - 2
    while (
        first
        and doc[first - 1].dep_ in ("det", "amod", "compound")
        and doc[first - 1].lower_ not in place_words().beside
    ):
        first -= 1
    return first if doc[first - 1].lower_ in place_words().beside else start


def _is_surroundings(after: Token) -> bool:
    """ "The X area", "X's outskirts": what lies around the place."""
    return after.pos_ == "NOUN" and after.lower_ in place_words().beside


def _beside(doc: Doc, start: int) -> int | None:
    """The first of the words that put something beside the name: "outside X", "on the outskirts of X", "close to X",
    and of a town also "north of the town of X"."""
    first = start - 2 if start > 1 and doc[start - 1].lower_ in ("of", "to") else start - 1
    if first < 0 or doc[first].pos_ == "VERB":
        return None
    of_town = doc[first + 1].lower_ == "of" and doc[first + 2].pos_ != "PROPN"
    bearing = of_town and doc[first].lower_ in place_words().directions
    return first if bearing or doc[first].lower_ in place_words().beside else None


def _with_kind(name: Name, doc: Doc) -> Name:
    """The rank that a noun beside the name shows: "Idlib province", "city of Idlib", "Kassala and Gedaref states"."""
    at = name.at
    end = _kind_after(doc, at.end)
    if end is not None:
        kind = place_words().kinds[doc[end].lemma_.lower()]
        own = (
            end == at.end
            and kind == "district"
            and (doc[end - 1].pos_ == "PROPN" or name.known)
            and (doc[end : end + 2][-1].lower_ != "of" or where(doc, at.paragraph, at.start, end + 1))
        )
        stated = At(at.paragraph, at.start, end + 1) if own else None
        return name._replace(kind=kind, lead=At(at.paragraph, at.start, end + 1), stated=stated)
    kinds = place_words().kinds
    first = at.start - 1
    while first >= 0 and doc[first].lower_ in ("of", "the", ",") and at.start - first < 3:
        first -= 1
    if doc[at.start - 1].lower_ == "of" and _is_quarter(doc, first):
        return name
    if first >= 0 and doc[first].lemma_.lower() in kinds and doc[at.start - 1].text != ",":
        kind = kinds[doc[first].lemma_.lower()]
        if kind != "province" or doc[at.start - 1].lower_ == "of":
            begun = first - 1 if first and country_of_demonym(doc[first - 1].text) else first
            said = kind == "city" and doc[at.start - 1].lower_ == "of" and "." not in name.text
            stated = At(at.paragraph, begun, at.end) if said else None
            return name._replace(kind=kind, lead=At(at.paragraph, first, at.end), stated=stated)
    return name


def _is_quarter(doc: Doc, noun: int) -> bool:
    """Whether the noun for a district has a name of its own: "the Saltivka district of Kharkiv"."""
    if noun < 1 or place_words().kinds.get(doc[noun].lemma_.lower()) != "district":
        return False
    owner = doc[noun - 1]
    named = is_capital(owner) and owner.pos_ == "PROPN" and owner.lower_ not in place_words().directions
    return named and not country_of_demonym(owner.text)


def _kind_after(doc: Doc, end: int) -> int | None:
    """The noun for a rank after a name, or after the list that the name opens if that noun stands in the plural."""
    kinds = place_words().kinds
    i, listed = end, False
    while i < len(doc) and i < end + LISTED:
        token = doc[i]
        if token.lemma_.lower() in kinds and token.tag_ not in PAST and not starts_name(doc, i):
            plural = token.lower_ != token.lemma_.lower()
            return i if not listed or (plural and doc[i - 1].text[0].isupper()) else None
        if i == end and token.text != "," and token.lower_ != "and":
            return None
        if not (token.text == "," or token.lower_ == "and" or token.text[0].isupper() or token.lower_ in JOINED):
            return None
        listed = True
        i += 1
    return None


def _with_country(name: Name, doc: Doc) -> Name:
    """The country that the words give: "Idlib, Syria", "the Syrian town of X", "Syria's Idlib", "X in Syria"."""
    end = (name.lead or name.at).end
    start = (name.lead or name.at).start
    if end + 1 < len(doc) and doc[end].lower_ in (",", "(", "in"):
        for last in (end + 4, end + 3, end + 2):
            country = country_named(name_of(doc, end + 1, min(last, len(doc))))
            if doc[end + 1].lower_ == "the" and last < len(doc) and not doc[last].is_punct:
                continue  # "in Paris, the US said"
            if country and (doc[end].lower_ == "in" or any(e.iso2 == country.iso2 for e in name.known.entries)):
                bound = Bound(At(name.at.paragraph, end + 1, min(last, len(doc))), country.iso2, None)
                return name._replace(inside=country.iso2, bound=bound)
    after = end + 1 + (end + 2 < len(doc) and doc[end + 1].lower_ == "in")
    if after < len(doc) and doc[end].text == "," and doc[after].text[0].isupper():
        ends = ends_from(doc, after, place_words())
        last = next((each for each in ends if known(name_of(doc, after, each))), after)
        over = name_of(doc, after, last) if last > after and not _is_listed(doc, last) else None
        name = name._replace(over=over, known=_in_province(name, over) or name.known)
    if name.stated:
        name = name._replace(bound=where(doc, name.at.paragraph, start, end))
        if name.bound and name.bound.iso2:
            return name._replace(inside=name.bound.iso2)
    first = start - 1
    if first > 0 and doc[first].text in ("'s", "’s"):
        first -= 1
    steps = 0
    while (
        first > 0
        and steps < 3
        and doc[first].pos_ in ("ADJ", "NOUN", "ADV")
        and not country_of_demonym(doc[first].text)
    ):
        first, steps = first - 1, steps + 1
    if first >= 0 and name.known.country is None:
        country = country_of_demonym(doc[first].text) or (country_named(doc[first].text) if steps == 0 else None)
        if country and any(entry.iso2 == country.iso2 for entry in name.known.entries):
            return name._replace(inside=country.iso2)
    return name


def _is_listed(doc: Doc, end: int) -> bool:
    """Whether a list of names goes on: "Taiz, Marib and Ibb"."""
    if end >= len(doc):
        return False
    following = doc[end + 1] if end + 1 < len(doc) else None
    more = following is not None and is_capital(following) and following.lower_ not in place_words().calendar
    return doc[end].lower_ in ("and", "or") or (doc[end].text == "," and more)


def _in_province(name: Name, over: str | None) -> Known | None:
    """The towns of a country's name in the province named after it: "Lebanon, Tennessee"."""
    if over is None or name.known.country is None:
        return None
    provinces = {(entry.iso2, entry.admin1) for entry in candidates(over) if entry.kind == "province"}
    towns = tuple(e for e in candidates(name.text) if e.kind == "city" and (e.iso2, e.admin1) in provinces)
    return Known(None, None, towns) if towns else None


def _strength(name: Name, doc: Doc, headline: bool) -> int:
    words = place_words()
    start, end = name.at.start, name.at.end
    if not headline and (is_person(doc, start) or (is_given(doc[start].text) and goes_on(doc, end) and not name.kind)):
        return -2
    if name.kind:
        return 2
    if _is_anothers(name, doc) or (not headline and (goes_on(doc, end) or _comes_from(doc, start))):
        return -1
    if name.inside:
        return 2
    before = doc[start - 1] if start else None
    while (
        before is not None
        and before.i
        and (before.lower_ in words.directions or before.lower_ in ("the", "city", "nearby") or before.text in HYPHENS)
    ):
        before = doc[before.i - 1]
    if before is not None and before.lower_ in words.within:
        return 2
    if before is not None and (before.lower_ in words.towards | words.held or _is_taken(root(doc, name.at), words)):
        return 1
    return int(_is_held(root(doc, name.at), words))


def _is_anothers(name: Name, doc: Doc) -> bool:
    """Whether a school, club or paper is called so ("Columbia University"), or a people ("the Shan")."""
    start, end = name.at.start, name.at.end
    after = doc[end] if end < len(doc) else None
    i = end
    if after is not None and after.lower_ == "and":
        i += 1
        while i < len(doc) and i < end + LISTED and doc[i].text[0].isupper():
            i += 1
    if i < len(doc) and doc[i].lemma_.lower() in place_words().bodies and (i == end or i > end + 1):
        return True
    if name.known.country or name.known.region or not start or doc[start - 1].lower_ != "the":
        return False
    return after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ") and after.text not in HYPHENS | POSSESSIVE)


def _is_taken(token: Token, words: PlaceWords) -> bool:
    """Whether the name, or the first of its list, is what somebody captures, shells or enters."""
    for _ in range(LONGEST):
        if token.dep_ != "conj":
            break
        token = token.head
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in words.takes


def _is_held(token: Token, words: PlaceWords) -> bool:
    """Whether it is said to fall, or to be under siege or in somebody's hands."""
    verb = token.head
    under = (noun for link in verb.children if link.lower_ in ("under", "in") for noun in link.children)
    held = verb.lemma_.lower() == "fall" or any(noun.lower_ in words.undergone | {"control", "hands"} for noun in under)
    return held and token.dep_ == "nsubj"


def goes_on(doc: Doc, end: int) -> bool:
    """Whether another capitalised word or a hyphenated one follows, so that a longer name or adjective is meant."""
    if end >= len(doc):
        return False
    token = doc[end]
    if token.text in HYPHENS and not doc[end - 1].whitespace_ and end + 1 < len(doc):
        return not doc[end + 1].text[0].isupper()
    return (
        token.text[0].isupper()
        and token.is_alpha
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
        and not token.is_sent_start
        and token.lower_ not in place_words().calendar
    )


def _comes_from(doc: Doc, start: int) -> bool:
    """Whether a capitalised word or "Bank of" stands before, so that a longer name is meant."""
    if not start:
        return False
    token = doc[start - 1]
    if start > 1 and token.text in listed("particles"):
        return doc[start - 2].text[0].isupper()
    if token.text in HYPHENS or token.text in PARTIES:
        return token.text in PARTIES or (start > 1 and doc[start - 2].text in ("R", "D", "I") and not token.whitespace_)
    if token.lower_ == "of" and start > 1:
        owner = doc[start - 2]
        return owner.text[0].isupper() and owner.pos_ in ("PROPN", "NOUN") and owner.lower_ not in place_words().kinds
    if not token.text[0].isupper() or not token.is_alpha or token.pos_ in SMALL:
        return False
    if token.lower_ in place_words().directions:
        return not token.is_sent_start and not token.lower_.endswith(("ern", "central"))
    return not country_of_demonym(token.text) and not seats().get(token.text)
