"""Whose deed a noun tells: "Russia's bombardment", "Israeli strikes", "a Houthi drone attack", "US-Taliban talks"."""

from spacy.tokens import Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.deeds.grammar import behind, is_noun, joined, word
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.deed_roles import role_words

MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "npadvmod", "conj", "poss", "appos", "dep"})
LONGEST = 8  # tokens before the noun
Tokens = tuple[Token, ...]


def owners(noun: Token) -> Tokens:
    """Heads of the words before the noun that say whose it is: a possessor, an adjective of a country, a name, a rebel.

    A place may be among them where only a name tells ("the Idlib offensive"); nobody acts by that name."""
    possessors = tuple(child for child in noun.children if child.dep_ == "poss")
    if possessors:
        return joined(possessors)
    at = noun.i - 1
    first = noun.sent.start
    while at >= max(first, noun.i - LONGEST):
        token = noun.doc[at]
        if _may_own(token):
            return () if _is_backer(token) else _with_those_before(token)
        if not _is_quality(token):
            return ()
        at -= 1
    return ()


def parties(noun: Token) -> Tokens:
    """Two parties named before what they do with each other: "the Israel-Hamas war", "Turkish-Russian talks"."""
    at = noun.i - 1
    while at > noun.sent.start and _is_quality(noun.doc[at]):
        at -= 1
    if at - 2 < noun.sent.start or noun.doc[at - 1].text not in (*HYPHENS, "/"):
        return ()
    first, second = noun.doc[at - 2], noun.doc[at]
    named = all(token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") for token in (first, second))
    return (first, second) if named else ()


def is_situated(noun: Token) -> bool:
    """Whether an adjective before the noun only says where it was: "the Afghan war"."""
    return word(noun) in role_words().situated and not any(behind(noun, ("of", "on", "against")))


def _may_own(token: Token) -> bool:
    if token.dep_ not in MODIFIERS:
        return False
    if country_of_demonym(token.text) is not None:
        return True
    if token.text[0].isupper() and (token.pos_ == "PROPN" or token.text.isupper()):
        return country_named(token.text) is None and not _is_quality(token)
    return token.pos_ in ("NOUN", "ADJ", "PROPN") and word(token) in role_words().doing


def _is_quality(token: Token) -> bool:
    """Whether the word may stand between the owner and the noun."""
    if token.text in HYPHENS or token.like_num:
        return True
    if word(token) in role_words().qualities:
        return True
    return (
        token.dep_ in ("amod", "advmod")
        and token.tag_ in ("JJ", "JJR", "JJS", "VBN", "VBG", "RB")
        and token.text.islower()
    )


def _is_backer(token: Token) -> bool:
    """Whether the name is only half of an adjective: "Saudi-led", "Turkey-backed"."""
    doc = token.doc
    return token.i + 2 < len(doc) and doc[token.i + 1].text in HYPHENS and doc[token.i + 2].text[0].islower()


def _with_those_before(token: Token) -> Tokens:
    """The owner with the one joined to it: "Russian and Syrian", "Syrian-Russian"."""
    if token.i < 2:
        return (token,)
    link, other = token.nbor(-1), token.nbor(-2)
    linked = link.lower_ == "and" or link.text in HYPHENS or link.text == "/"
    return (other, token) if linked and other.sent == token.sent and _may_own_beside(other) else (token,)


def _may_own_beside(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    return country_of_demonym(token.text) is not None or country_named(token.text) is not None or _may_own(token)


def through(heads: Tokens) -> Tokens:
    """Those behind the means: for "Syrian shells" the word "Syrian", for "an army offensive" the army. Whoever is no
    means, or a means that nobody is said to own, stays."""
    means = role_words().means
    heads = tuple(part for head in heads for part in _parts(head))
    return tuple(
        behind_it
        for head in heads
        for behind_it in ((_behind_means(head) or (head,)) if word(head) in means or _is_doing(head) else (head,))
    )


def _is_doing(head: Token) -> bool:
    """Whether the noun is one for doing something: "their burning of the market killed"."""
    return head.tag_ == "VBG" or (head.lower_.endswith("ing") and any(child.dep_ == "poss" for child in head.children))


def _parts(head: Token) -> Tokens:
    """The means themselves for "a wave of drones"."""
    if word(head) not in role_words().partitive:
        return (head,)
    return tuple(noun for noun in behind(head, ("of",)) if word(noun) in role_words().means) or (head,)


def _behind_means(noun: Token) -> Tokens:
    by = tuple(behind(noun, ("by",)))
    by = by or tuple(each for each in behind(noun, ("from",)) if word(each) in role_words().forces)
    if by or (is_noun(noun) and is_situated(noun)):
        return by
    for child in noun.children:  # "a drone launched by"
        if child.dep_ == "acl" and child.tag_ == "VBN" and word(child) in role_words().loosing | role_words().light:
            return tuple(behind(child, ("by",)))
    return owners(noun)
