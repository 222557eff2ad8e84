"""Where a sentence speaks of an accord: a name, a noun for one, or a verb by which two sides agree on terms of peace.

What the phrase itself tells is told here: which accord it names, whether it stops fire, whether it is spoken of as
known, and what it is about. Whether the accord was ever made is told by `made`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.agreements.agreed import agreed, core, is_ceasing
from onrecord.reading.deeds.grammar import NOUNS, VERBS, word
from onrecord.reading.report import Paragraph
from onrecord.reading.told_once import lowers_of, text_at
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord
from onrecord.vocabulary.triggers import Phrases

KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "same"})
LONGEST_PHRASE = 10
MOST_TERMS = 15
TRUCE = frozenset({"truce"})


class Words(NamedTuple):
    """Tokens `start` to `end` (excluded) of a paragraph, headed by `token`, that speak of an accord.

    `named` are the accords of that name. `sure`: the words alone tell of an accord of a conflict; `other`: of an accord
    of something else. `known`: spoken of as known ("the deal"). `topics` are the words of peace in the
    phrase, `proper` what it is named for: "Minsk" of "the Minsk truce".
    """

    paragraph: Paragraph
    token: Token
    start: int
    end: int
    named: tuple[Accord, ...] = ()
    sure: bool = False
    other: bool = False
    known: bool = False
    truce: bool = False
    plural: bool = False
    proper: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    @property
    def heads(self) -> tuple[Token, ...]:
        """The tokens on which words about it may hang: its head, and its last noun where parses take that for a verb
        ("signed a ceasefire deal with")."""
        last = self.paragraph.doc[self.end - 1]
        return (self.token, last) if last.i > self.token.i and not self.told else (self.token,)

    @property
    def told(self) -> bool:
        """Whether a verb tells of the accord and no noun does ("agreed to withdraw")."""
        return self.token.pos_ in VERBS and not self.named


def of_sentence(paragraph: Paragraph, sentence: Span) -> Iterator[Words]:
    """The words for accords in a sentence, in order; a word belongs to one at most."""
    behind = sentence.start
    for token in sentence:
        if token.i < behind:
            continue
        found = _name_from(paragraph, sentence, token) or _noun(paragraph, sentence, token) or _verb(paragraph, token)
        if found is not None:
            yield found
            behind = found.end


def _name_from(paragraph: Paragraph, sentence: Span, token: Token) -> Words | None:
    """The longest name of a known accord that starts at the token."""
    begins = token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in accords.common_starts()
    if token.lower_ == "the" or not begins:
        return None
    lowers = lowers_of(token.doc)
    for end in range(min(sentence.end, token.i + accords.LONGEST_NAME), token.i, -1):
        if lowers[end - 1] in accords.last_words():
            found = accords.named(text_at(token.doc, token.i, end))
            if found:
                head = token.doc[token.i : end].root
                return Words(
                    paragraph,
                    head,
                    token.i,
                    end,
                    found,
                    sure=True,
                    known=True,
                    truce=_is_truce(token.doc[token.i : end]),
                    plural=token.doc[end - 1].lower_.endswith("s"),
                    topics=_topics(token.doc[token.i : end]),
                )
    return None


def _noun(paragraph: Paragraph, sentence: Span, token: Token) -> Words | None:
    lowered = token.lower_
    start = _start(token, accords.sure()) if lowered in accords.sure() else None
    unsure = start is None and lowered in accords.unsure()
    if start is None and unsure:
        start = _start(token, accords.unsure())
    if start is None or start < sentence.start or token.pos_ not in NOUNS or token.tag_ == "VBG":
        return None
    head = _head(token)
    if head is None or (unsure and start == token.i and _is_state_of_mind(token)):
        return None
    first = _first(token, sentence.start, start)
    phrase = token.doc[first : token.i + 1]
    topics = _topics(phrase) | _topics(_terms(token))
    other = unsure and _is_other(token, phrase)
    of = any(each.pos_ == "ADP" for each in token.doc[start : token.i])  # "a cessation of hostilities"
    bearer = token.doc[start] if of else token
    return Words(
        paragraph,
        bearer,
        first,
        token.i + 1 + _is_followed(token),
        sure=not unsure or (bool(topics) and not other),
        other=other,
        known=_is_known(bearer, first, sentence.start),
        truce=_is_truce((*token.doc[start : token.i + 1], *_matter(token))),
        plural=bearer.tag_ in ("NNS", "NNPS"),
        proper=(frozenset(each.lower_ for each in token.doc[first:start] if each.text[0].isupper()) - topics)
        | frozenset(_behind_of(token)),
        topics=topics,
    )


def _is_truce(words: Iterable[Token]) -> bool:
    return any(each.lower_ in accords.words("truces") for each in words)


def _matter(noun: Token) -> Iterator[Token]:
    """What it is for or on: "an agreement on the cessation of hostilities"."""
    for prep in noun.children:
        if prep.lower_ in ("on", "for") and prep.i == noun.i + 1:
            yield from (each for term in prep.children for each in core(term))


def _is_followed(token: Token) -> bool:
    """Whether a noun for an accord stands behind the truce, whatever the parse: "deal", taken for a verb."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else token
    return after.lower_ in accords.unsure() and token.dep_ not in ("compound", "nmod") and after.i != token.i


def _is_state_of_mind(token: Token) -> bool:
    """Whether it is what somebody has understood: "with the full understanding of Washington"."""
    alone = token.lower_ == "understanding" and token.dep_ == "pobj" and token.head.lower_ in ("with", "on", "in", "of")
    return alone or (
        token.lower_ == "understanding" and any(child.lower_ in ("full", "clear", "better") for child in token.lefts)
    )


def _verb(paragraph: Paragraph, token: Token) -> Words | None:
    """ "Agreed to set up a buffer zone", "a no-fly zone agreed by", "accepted the offer to cease fire": sides agree on
    terms of peace; no noun says so."""
    if token.lower_ not in accords.words("accepting") or token.pos_ not in VERBS:
        return None
    words = tuple(each for term in agreed(token) for each in core(term) if each.i != token.i)
    nouns = any(_start(each, table) is not None for each in words for table in (accords.sure(), accords.unsure()))
    truce = is_ceasing(words)
    topics = _topics(words) | (TRUCE if truce else frozenset())
    if not topics or nouns:  # the noun tells more
        return None
    return Words(paragraph, token, token.i, token.i + 1, sure=True, known=True, truce=truce, topics=topics)


def _start(token: Token, table: Phrases) -> int | None:
    """Where the longest phrase of the table that ends at the token starts."""
    found = None
    for before in table.get(token.lower_, ()):
        start = token.i - len(before)
        if start >= 0 and all(token.doc[start + at].lower_ in form for at, form in enumerate(before)):
            found = start if found is None else min(found, start)
    return found


def _head(token: Token) -> Token | None:
    """The token itself; None where it only tells what another accord is ("ceasefire deal", "the truce agreement")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.text in ("-", "–") and not following.whitespace_ and not token.whitespace_:
        return None  # "ceasefire-monitoring", "agreement-based"
    if following is not None and following.tag_ == "VBG" and following.lower_ in accords.words("keeping"):
        return None  # "a ceasefire monitoring mechanism"
    if token.dep_ not in ("compound", "nmod", "amod") or token.head.i < token.i:
        return token
    telling = accords.words("wrongs") | accords.words("ideas")
    return token if token.head.lower_ in telling and token.head.lower_ not in accords.unsure() else None


def _first(token: Token, floor: int, start: int) -> int:
    """Where the phrase before the noun starts, without determiners."""
    at = min(start, token.i)
    counted = token.dep_ in ("compound", "nmod")  # "15 flagrant ceasefire violations"
    while at > max(floor, token.i - LONGEST_PHRASE):
        before = token.doc[at - 1]
        if counted and before.dep_ in ("nummod", "amod"):
            break
        inside = before.dep_ in ("compound", "amod", "nmod", "nummod") or before.text in ("-", "–", "“", "‘", '"')
        if not inside or (
            before.pos_ in ("DET", "PRON", "VERB", "AUX", "ADP", "CCONJ") and before.tag_ not in ("VBN", "VBG")
        ):
            break
        if before.dep_ != "punct" and before.text not in ("-", "–") and not token.left_edge.i <= before.i:
            break
        at -= 1
    if at < token.i and token.doc[at].tag_ == "VBN" and at - 2 > floor and token.doc[at - 1].text in HYPHENS:
        at -= 2  # "Egyptian-brokered"
    elif at < token.i and token.doc[at].text in HYPHENS and token.doc[at + 1].tag_ == "VBN" and at - 1 > floor:
        at -= 1
    while at < start and (token.doc[at].text in ("-", "–", "“", "‘", '"') or token.doc[at].lower_ in ("same", "such")):
        at += 1
    return at


def _is_known(token: Token, first: int, floor: int) -> bool:
    before = [child for child in token.children if child.i < token.i]
    if any(child.lower_ in KNOWN or child.dep_ == "poss" for child in before):
        return True
    return first > floor and token.doc[first - 1].lower_ in KNOWN


def _topics(words: Span | tuple[Token, ...]) -> frozenset[str]:
    peace = accords.words("peace")
    return frozenset(word(each) for each in words if each.lower_ in peace)


def _terms(token: Token) -> tuple[Token, ...]:
    """The words right behind the noun that say what it is about: "to end the war", "on a withdrawal", "for a truce"."""
    found: list[Token] = []
    for child in token.children:
        if child.i > token.i and (child.dep_ in ("acl", "relcl") or child.lower_ in ("on", "for", "to")):
            found += list(child.subtree)[:MOST_TERMS]
    for child in _over(token).children:  # "signed a deal to cease hostilities", where the parse hangs it on the verb
        if child.i > token.i and child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB":
            found += core(child)
        elif child.i > token.i and child.tag_ == "TO":
            found += list(child.subtree)[:MOST_TERMS]
    found += (each for term in terms_away(token) for each in core(term))
    return tuple(found)


def _over(noun: Token) -> Token:
    """The verb of which an accord is the object, or that agrees on it; the noun itself where there is none."""
    if noun.dep_ == "dobj":
        return noun.head
    return noun.head.head if noun.dep_ == "pobj" and word(noun.head.head) == "agree" else noun


def terms_away(noun: Token) -> Iterator[Token]:
    """What an accord is for, where the day of its making stands between: "signed a deal on Saturday for a truce"."""
    if noun.dep_ == "dobj":
        for prep in noun.head.children:
            if prep.lower_ == "for" and prep.dep_ == "prep" and prep.i > noun.i:
                yield from (child for child in prep.children if child.dep_ == "pobj")


def _behind_of(noun: Token) -> Iterator[str]:
    """The nouns of "of" behind the noun: "Versailles" of "the Treaty of Versailles"."""
    for child in noun.children:
        if child.lower_ == "of" and child.i == noun.i + 1:
            yield from (below.lower_ for below in child.children if below.pos_ in NOUNS)


def _is_other(token: Token, phrase: Span) -> bool:
    listed = accords.words("other")
    if any(each.lower_ in listed and each.i != token.i for each in phrase):
        return True
    if any(each.like_num and each.nbor(-1).text in ("$", "€", "£") for each in phrase if each.i > 0):
        return True
    return any(each.lower_ in listed for each in _terms(token)) and not _topics(_terms(token))
