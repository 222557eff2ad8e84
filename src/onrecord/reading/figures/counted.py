"""Numbers at their tokens, each with the noun it counts and the word by which it stands in its sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.model.amounts import Amount
from onrecord.reading.figures.amounts import Number, read, scan
from onrecord.reading.told_once import among, text_of
from onrecord.vocabulary.figures import words
from onrecord.vocabulary.measures import heads, plain

ARTICLES = frozenset({"a", "an", "another"})
NOTHING = frozenset({"no", "none", "nobody"})
UNCOUNTED = ARTICLES | NOTHING
ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "ism", "ship")  # ends of nouns for no person
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM"})
INSIDE_NOUN_PHRASE = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "advmod", "det", "poss", "npadvmod"})
BEFORE_NOUN = frozenset({"JJ", "JJR", "HYPH"})
CURRENCY = re.compile(
    r"(?:[$£€¥₽₴]|\b(?:USD?|EUR|GBP|Rs|No|Nos|number|aged?|Article|Resolution|Chapter|Section)\.?)\s?$"
)
ONE_OF = re.compile(
    r"\s+(?:of|day|another|that|who|which|he|she|it|they)\b|-|[-–]\s?(?:year|month|week|day|hour)"
    r"|\s+in (?:\d|two|three|four|five|six|seven|eight|nine|ten|every)\b"
)
LISTING = frozenset({",", "and"})
AGED = frozenset({"aged", "ages"})
BEFORE_RATIO = frozenset({"quantmod", "nsubj", "nsubjpass", "nummod"})
SMALLEST_NUMBERED = 100
HANDED = frozenset({"hand", "turn"})  # over
OWN_MAN = re.compile(r"\s+of (?:our|their|its)\b")  # "one of our soldiers was killed"
NOBODY = Amount(value=0, low=0, high=0)
CLASSES = ("never", "places", "targets", "positions", "structures", "fixtures", "equipment", "persons")


class Counted(NamedTuple):
    """A number and what it counts, in tokens of one paragraph.

    `start` to `end`: the number with its qualifier. `bearer`: the token whose place in the sentence is the number's.
    `noun`: the head of what is counted, None where nothing is named ("killed eight"). `first` to `last` (excluded): the
    counted words, those of the number where nothing is named. `single`: told by an article ("a soldier").
    """

    start: int
    end: int
    amount: Amount
    bearer: int
    noun: int | None
    first: int
    last: int
    share: bool = False
    single: bool = False


def counted(doc: Doc) -> Iterator[Counted]:
    """The numbers of a paragraph in the order of its text, with articles and "no" before a noun that can be counted."""
    text = text_of(doc)
    taken = 0
    for number in scan(text):
        if _is_labelled(text, number) or _no_count(text, number.core, number.end):
            continue
        span = doc.char_span(number.start, number.end, alignment_mode="expand")
        if span is None or _is_year(text[number.start : number.end], doc, span.end):
            continue
        if len(span.text) != number.end - number.start and read(span.text) != number.amount:
            continue  # part of a word: "1,1,1,0"
        yield from _articles(doc, taken, span.start)
        whole = taken and taken == span.start - 1 and doc[taken].lower_ == "of"  # "33 of 36 drones" counts 33
        taken = span.end
        if whole:
            continue
        if _is_age(doc, span.start, span.end) or _is_ratio(doc, span.start, span.end):
            continue
        bare = read(text[number.core : number.end]) if _is_particle(doc[span.start]) else None
        start = span.start if bare is None else span.start + 1
        yield _with_noun(doc, start, span.end, bare or number.amount, number.kind == "share")
    yield from _articles(doc, taken, len(doc))


def _is_labelled(text: str, number: Number) -> bool:
    """ "$40", "Article 5", "number 7": money and names; but "refugees number 8,000" counts."""
    label = CURRENCY.search(text[max(0, number.start - 12) : number.core])
    counts = label is not None and label.group().strip() == "number" and (number.amount.low or 0) >= SMALLEST_NUMBERED
    return label is not None and not counts


def _is_particle(word: Token) -> bool:
    """Whether "over" belongs to the verb before it, not to the number behind: "handing over two armoured cars"."""
    if word.lower_ != "over" or word.i == word.sent.start:
        return False
    return word.dep_ == "prt" or word.nbor(-1).lemma_.lower() in HANDED


def classes_of(doc: Doc, noun: int | None) -> frozenset[str]:
    """The classes of things that a counted noun belongs to; persons where it is named by none, or not named."""
    held = frozenset(kind for kind in CLASSES if noun is not None and phrase_at(doc, noun, heads(kind, "things")))
    if held or noun is None:
        return held or frozenset({"persons"})
    return frozenset(
        {"never"} if any(form.endswith(ABSTRACT) for form in _plain_or_same(doc[noun].lower_)) else {"persons"}
    )


def _plain_or_same(form: str) -> frozenset[str]:
    return _nouns_of(form) or frozenset({form})


def phrase_at(doc: Doc, noun: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> tuple[int, int] | None:
    """The tokens of the vocabulary's phrase that ends at token `noun`, if one does."""
    for last in sorted({doc[noun].lower_, *_nouns_of(doc[noun].lower_)}):
        for phrase in table.get(last, ()):
            start = noun - len(phrase) + 1
            if start >= 0 and all(_is_form(doc[start + i], word) for i, word in enumerate(phrase)):
                return start, noun + 1
    return None


def _is_form(token: Token, word: str) -> bool:
    return token.lower_ == word or word in _nouns_of(token.lower_)


@lru_cache(maxsize=20_000)
def _nouns_of(form: str) -> frozenset[str]:
    """The plain forms that a noun's form may be of; "bombing" is no form of the noun bomb."""
    return frozenset() if form.endswith(("ing", "ed")) else plain(form)


def _no_count(text: str, start: int, end: int) -> bool:
    """ "one of the", "one day", "a 34-year-old": numerals that count nothing."""
    if text[:start].lower().endswith("all but "):
        return True
    if (
        text[start:end].lower() == "one"
        and not OWN_MAN.match(text[end : end + 12])
        and (ONE_OF.match(text[end : end + 12]) or text[:start].lower().endswith("no "))
    ):
        return True
    return bool(re.match(r"[-–\s](?:year|month|week|day|hour|minute)s?\b", text[end : end + 10]))


def _is_age(doc: Doc, start: int, end: int) -> bool:
    """ "Ahmed Salim, 42, died", "a woman, 32, and her son": the age of the one named before."""
    if start < 2 or end - start > 1 or end >= len(doc) or not doc[start].is_digit:
        return False
    first = start - 1
    while first > 0 and (doc[first].is_digit or doc[first].text in LISTING):  # "aged 7, 9 and 12"
        first -= 1
    if doc[first].lower_ in AGED:
        return True
    named = doc[start - 2]
    one = named.pos_ == "PROPN" or (named.tag_ == "NN" and named.lower_ not in words().totals)
    return one and doc[start - 1].text == doc[end].text == ","


def _is_ratio(doc: Doc, start: int, end: int) -> bool:
    """ "Four in five Yemenis need help": a share, neither number of which counts."""
    for first, second in ((start, end + 1), (start - 2, start)):
        joined = first >= 0 and second < len(doc) and doc[second - 1].lower_ == "in"
        if joined and doc[first].like_num and doc[second].like_num and doc[first].dep_ in BEFORE_RATIO:
            return True
    return False


def _is_year(words: str, doc: Doc, end: int) -> bool:
    """Four bare digits from 1800 to 2099 are a year unless a plural noun follows."""
    if not re.fullmatch(r"(?:18|19|20)\d\d", words):
        return False
    return end >= len(doc) or doc[end].tag_ not in ("NNS", "NNPS", "JJ")


def _articles(doc: Doc, start: int, end: int) -> Iterator[Counted]:
    """ "a soldier", "another soldier", "no casualties", "none": one or nothing, said without a number."""
    for token in among(doc[start:end], UNCOUNTED):
        word = token.lower_
        if token.i and token.nbor(-1).pos_ == "NUM":  # "one a civilian"
            continue
        if word in NOTHING or (word in ARTICLES and token.dep_ == "det"):
            noun = token.head.i if token.dep_ == "det" and token.head.i > token.i else None
            if word == "no" and token.i + 1 < end and token.nbor().lower_ == "one":  # nobody
                yield Counted(token.i, token.i + 2, NOBODY, token.i + 1, None, token.i, token.i + 2)
                continue
            if noun is None and word not in ("none", "nobody"):
                continue
            if noun is not None and _is_counted_itself(doc, noun):
                continue
            if noun is not None and (noun - token.i > 6 or (word in ARTICLES and doc[noun].tag_ not in ("NN", "NNP"))):
                continue
            amount = read(word)
            if amount is not None:
                bearer = token.i if noun is None else noun
                first, last = (token.i, token.i + 1) if noun is None else (token.i + 1, noun + 1)
                yield Counted(token.i, token.i + 1, amount, bearer, noun, first, last, single=word in ARTICLES)


def _is_counted_itself(doc: Doc, noun: int) -> bool:
    """Whether it is said how many it is of: "a family of six", "a convoy of 40 trucks"."""
    return noun + 2 < len(doc) and doc[noun + 1].lower_ == "of" and doc[noun + 2].like_num


def _with_noun(doc: Doc, start: int, end: int, amount: Amount, share: bool) -> Counted:
    bearer = _top(doc, start, end)
    after = end + (end < len(doc) and doc[end].lower_ == "-")
    if after > end and after < len(doc) and doc[after].tag_ in ("NN", "NNP", "NNS"):
        bearer = doc[after].head.i if doc[after].dep_ == "compound" else after
        return Counted(start, end, amount, bearer, after, after, after + 1)
    head = doc[bearer].head
    if head.i >= end and head.dep_ in ("amod", "compound") and head.head.i > head.i:
        head = head.head  # "forty wounded soldiers", "900 drone strikes"
    if not share and end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].pos_ == "NUM":
        noun = _next_noun(doc, end + 2, BEFORE_NOUN | {"VBN"})
        if noun is not None:
            return Counted(start, end, amount, noun, noun, end + 2, noun + 1)
    wounded = end < len(doc) and doc[end].tag_ == "VBN"
    wide = wounded and head.lower_ in words().countrywide  # "246 wounded countrywide"
    inside = doc[bearer].dep_ in INSIDE_NOUN_PHRASE and not wide
    if not share and head.i >= end and inside and _same_phrase(doc, end, head.i):
        return Counted(start, end, amount, head.i, head.i, end, head.i + 1)
    noun = _noun_after_of(doc, end, share)
    if noun is not None:
        return Counted(start, end, amount, bearer, noun, _first_of(doc, end, noun), noun + 1, share)
    noun = _next_noun(doc, end)
    if noun is not None and not share and doc[noun].lower_ not in words().countrywide:
        return Counted(start, end, amount, noun, noun, end, noun + 1)
    return Counted(start, end, amount, bearer, None, start, end, share)


def _top(doc: Doc, start: int, end: int) -> int:
    """The token of the number that hangs on a word outside it; the last such one."""
    tops = [token.i for token in doc[start:end] if not start <= token.head.i < end or token.head.i == token.i]
    nominal = [i for i in tops if doc[i].pos_ in ("NUM", "NOUN", "SYM")]
    return (nominal or tops or [end - 1])[-1]


def _same_phrase(doc: Doc, start: int, head: int) -> bool:
    """Whether tokens `start` to `head` are one noun phrase: short, with no verb, comma clause or preposition."""
    if head - start > 8 or doc[head].pos_ not in NOMINAL:
        return False
    return not any(token.pos_ in ("ADP", "AUX", "SCONJ") or token.text in ";:()" for token in doc[start:head])


def _noun_after_of(doc: Doc, end: int, share: bool) -> int | None:
    """The noun that "of" after the number leads to: "dozens of people", "half of the town's residents"."""
    if end >= len(doc):
        return None
    of = doc[end] if doc[end].lower_ == "of" else doc[end - 1] if share and doc[end - 1].lower_ == "of" else None
    if of is None:
        return None
    return next((child.i for child in of.children if child.dep_ == "pobj" and child.i > of.i), None)


def _first_of(doc: Doc, end: int, noun: int) -> int:
    """Where the counted words start, after "of" and the article."""
    start = end
    while start < noun and doc[start].lower_ in ("of", "the"):
        start += 1
    return start


def _next_noun(doc: Doc, end: int, between: frozenset[str] = BEFORE_NOUN) -> int | None:
    """The noun that follows the number, adjectives and nouns between, whatever the parse says."""
    last = None
    for token in doc[end : end + 6]:
        if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
            last = token.i
        elif token.tag_ not in between or last is not None:
            break
    return last
