"""Those who are told something, where the parse has drawn them into what they are told, or that into them.

"Told a Senate hearing Washington would pay", "told a parliamentary committee Ukraine needed shells", "told a news
conference the army had left". Grammar alone.
"""

from spacy.tokens import Token

from onrecord.reading.statements.sources import RELATIVES
from onrecord.vocabulary import reporting
from onrecord.vocabulary.dates import date_words

NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
DOERS = frozenset(("PROPN", "PRON", "DET", "NUM"))  # what a clause begins with, where it begins without "that"
WHOLE = frozenset(("dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass"))  # what a clause with a gap in it lacks
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
LONGEST = 8  # tokens of a phrase for those who are told


def past(verb: Token, start: int) -> int:
    """Where what is told begins, behind those who are told; `start` where they do not stand right behind the verb."""
    hearer = _hearer(verb) if start == verb.i + 1 else None
    return _behind(hearer) if hearer is not None else start


def before(verb: Token, start: int) -> Token | None:
    """The noun for those who are told, where what is told begins behind it at `start`."""
    hearer = _hearer(verb) if start > verb.i + 1 else None
    return hearer if hearer is not None and _behind(hearer) == start else None


def clause_of(thing: Token) -> Token | None:
    """The verb of what is told, where the parse has made it a clause that describes those who are told."""
    verb = thing.head
    if _hearer(verb) != thing:
        return None
    for clause in thing.rights:
        if clause.dep_ == "relcl" and clause.left_edge.i == thing.i + 1 and _is_whole(clause):
            return clause
    return None


def _hearer(verb: Token) -> Token | None:
    """The noun for an audience right behind a verb that takes one, with the doer of a clause right behind that."""
    if verb.lower_ not in reporting.verb_forms("audiences"):
        return None
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.i + 1 + LONGEST]:
        if token.pos_ not in NOMINAL or token.i + 1 >= len(doc):
            return None
        following = doc[token.i + 1]
        if token.lower_ in reporting.words("hearers") and following.pos_ in DOERS:
            return token
    return None


def _behind(hearer: Token) -> int:
    """Where a clause begins behind the audience and the day: "told the council Friday the truce had held"."""
    following = hearer.nbor()
    return int(following.i) + _is_day(following)


def _is_day(token: Token) -> bool:
    return token.lower_ in date_words().weekdays or token.lower_ in date_words().months


def _is_whole(clause: Token) -> bool:
    """Whether nothing is missing in a clause: "the army had left", not "he held on Monday"."""
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or any(child.lower_ in RELATIVES for child in clause.lefts):
        return False
    return subject.pos_ != "PRON" and any(child.dep_ in WHOLE or child.dep_ == "aux" for child in clause.children)
