"""What the name of a place stands for in its sentence: somewhere, a government, or part of another name.

A country or capital is somewhere only where the grammar says so ("in Ankara", "flew to Moscow", "captured Tripoli");
it is its government otherwise ("Ankara said", "talks with Damascus"). Any other place is somewhere unless it only
modifies a noun ("the Sochi deal").
"""

from spacy.tokens import Doc, Token

from onrecord.reading.places.grammar import Name, root
from onrecord.reading.places.where import HYPHENS
from onrecord.vocabulary.countries import country_named
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.gazetteer import candidates
from onrecord.vocabulary.place_words import PlaceWords, place_words

COMPOUND = frozenset(("compound", "nmod", "amod", "nn"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LISTED = 6
SUBJECT = frozenset(("nsubj", "nsubjpass"))


def use_of(name: Name, doc: Doc, governs: bool) -> str:
    """place, government or modifier. `governs` tells that the name is a country's or a capital's."""
    words = place_words()
    ship = name.at.start > 0 and doc[name.at.start - 1].lower_ in words.ships
    if ship or name.strength < 0 or (name.kind is None and _modifies(name, doc, words)):
        return "modifier"
    if (
        name.at.start > 1
        and doc[name.at.start - 1].text in HYPHENS
        and doc[name.at.start - 2].lower_ in forces().bodies
    ):
        return "modifier"  # "Oromo Liberation Army-Shene"
    if not governs or name.kind or name.near or name.part or (name.inside and not name.known.country):
        return "place"
    return "place" if _is_somewhere(root(doc, name.at), words) else "government"


def _modifies(name: Name, doc: Doc, words: PlaceWords) -> bool:
    """Whether it stands before a noun that is no part of a place: "Sochi deal", "Geneva talks", "Turkey-backed"."""
    end = name.at.end
    if end >= len(doc):
        return False
    after = doc[end]
    if after.text in HYPHENS and not doc[end - 1].whitespace_:
        return True
    if after.text in ("'s", "’s", "'", "’"):
        return False
    return (
        after.pos_ in ("NOUN", "PROPN")
        and not after.is_sent_start
        and after.lower_ not in words.calendar
        and (doc[end - 1].dep_ in COMPOUND or after.text[0].isupper())
        and not ({after.lower_, after.lemma_.lower()} & (words.areas | words.lines))
        and after.lemma_.lower() not in words.kinds
    )


def _is_somewhere(token: Token, words: PlaceWords) -> bool:
    """Whether a country's or capital's name is a place in its sentence; names in a list follow the first of them."""
    if _acts(token):
        return False
    if _opens_report(token) or _follows_town(token) or _is_capital(token):
        return True
    if token.i > 1 and token.nbor(-1).text == "," and token.nbor(-2).pos_ == "PROPN" and token.dep_ not in SUBJECT:
        token = token.nbor(-2)
    for _ in range(LISTED):
        if token.dep_ not in ("conj", "appos") or _lead(token).lower_ in words.within:
            break
        token = token.head
    lead, head = _lead(token), token.head
    if lead.lower_ == "capital":
        return True
    if lead.i < token.i and (lead.pos_ in ("ADP", "SCONJ") or lead.lower_ in words.within | words.towards):
        return _after_preposition(lead, words)
    if token.dep_ == "poss" or (token.dep_ in COMPOUND and head.i > token.i):
        return bool({head.lower_, head.lemma_.lower()} & (words.areas | words.directions.keys() | words.kinds.keys()))
    if token.dep_ in ("dobj", "obj"):
        return head.lemma_.lower() in words.takes
    if token.dep_ in SUBJECT:
        return head.lemma_.lower() in words.falls or (token.dep_ == "nsubjpass" and head.lemma_.lower() in words.takes)
    return False


def _opens_report(token: Token) -> bool:
    """Whether it is a dateline: "KABUL (Reuters) -", "GENEVA —"."""
    doc, i = token.doc, token.i + 1
    if token.i > 3 or i >= len(doc) or not all(doc[k].text[0].isupper() or doc[k].is_punct for k in range(token.i)):
        return False
    return doc[i].text in ("(", "—", "–", "--") or (
        doc[i].text in ("-", ",", "/") and doc[0].is_upper and len(doc[0]) > 2
    )


def _is_capital(token: Token) -> bool:
    """Whether it is set apart as the capital that has just been spoken of: "In the capital, Kinshasa, it was calm"."""
    return token.i > 1 and token.nbor(-1).text == "," and token.nbor(-2).lower_ == "capital"


def _follows_town(token: Token) -> bool:
    """Whether a country stands right after one of its towns: "Aden, Yemen"."""
    if token.i < 2 or token.nbor(-1).text != ",":
        return False
    country = country_named(token.text)
    return country is not None and any(e.iso2 == country.iso2 for e in candidates(token.nbor(-2).text))


def _acts(token: Token) -> bool:
    """Whether a finite verb follows at once, whatever the parse: "... in Idlib and Ankara had said"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.tag_ not in FINITE or token.dep_ in SUBJECT:
        return False
    before = _lead(token)
    return before.pos_ != "ADP"


def _lead(token: Token) -> Token:
    """The word before the name, adjectives, articles and other parts of the name apart: its preposition, if any."""
    words = place_words()
    for _ in range(LISTED):
        if token.i == 0:
            break
        token = token.nbor(-1)
        inside = token.nbor().text in HYPHENS  # "Port-au-Prince"
        known = token.pos_ in ("ADJ", "DET", "PROPN", "PUNCT") or token.lower_ in words.directions | words.kinds
        known = known or (token.dep_ == "compound" and token.lower_ in words.areas)  # "through downtown Zagreb"
        if not known and not inside:
            break
        if token.text in ",.;:()–—" or token.is_sent_start:
            break
    return token


def _after_preposition(preposition: Token, words: PlaceWords) -> bool:
    lower = preposition.lower_
    if lower in words.within:
        return True
    head = preposition.head
    if head.pos_ == "ADP":
        head = head.head
    if lower == "with":
        return head.lemma_.lower() in ("border", "frontier", "crossing", "area", "boundary")
    if lower == "of":
        return bool({head.lower_, head.lemma_.lower()} & (words.areas | words.directions.keys() | words.undergone))
    if lower == "for" and head.lemma_.lower() in words.served:
        return head.pos_ == "NOUN"  # "the battle for X"; not "troops fighting for X"
    if lower in ("to", "from", "toward", "towards", "through", "via", "for", "on", "over"):
        return head.lemma_.lower() in words.moves | words.takes or head.lower_ in words.directions
    return False
