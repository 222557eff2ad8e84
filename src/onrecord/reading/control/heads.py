"""Which nouns name what is held: the place behind its description, the towns of a list, the examples of "towns"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.control.phrases import LOCATING, LONGEST, OF, WAYS, mentions
from onrecord.reading.deeds.grammar import behind, joined, word
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import aloft, control, grounds
from onrecord.vocabulary.place_words import place_words

BESIDE = frozenset({"near", "outside", "around", "round"})
EXACT = frozenset({"exact", "near"})
GOING_ON = frozenset({",", "and", "("})
LONGEST_LIST = 60  # tokens
EXAMPLES = (("such", "as"), ("including",), ("among", "them"), ("notably",), ("namely",))


def higher(head: Token) -> Token:
    """What is held, where a clause hangs on the place by which it lies: "the airspace above Idlib, which", "a town west
    of Tripoli held by"."""
    if head.dep_ != "pobj" or head.head.lower_ not in LOCATING | WAYS:
        return head
    above = head.head.head
    if ends_at(above, aloft()) or (head.head.lower_ in BESIDE and ends_at(above, grounds())):
        return above
    if above.lower_ not in place_words().directions:
        return head
    for noun in above.ancestors:
        if noun.pos_ in ("NOUN", "PROPN") and ends_at(noun, grounds()):
            return noun.head if noun.dep_ == "appos" else noun
    return head


def described(head: Token) -> Token:
    """What a noun beside a name describes: "Avdiivka, a town which fell to"."""
    if head.pos_ != "NOUN" or not ends_at(head, grounds()):
        return head
    if head.dep_ == "attr":  # "Marib is the last city held by the government"
        return next(iter(subjects(head.head)), head)
    names = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if names and head.tag_ == "NN":  # "the rebel stronghold, Kidal"
        return names[0]
    return head.head if head.dep_ == "appos" and head.head.pos_ == "PROPN" and head.i > head.head.i else head


def towns(paragraph: Paragraph, found: Found, head: Token) -> tuple[Token, ...]:
    """The towns that a plural only introduces: "the cities of Goma and Bukavu"."""
    names = joined(behind(head, OF)) if head.tag_ == "NNS" and word(head) in control().settlements else ()
    placed = (each for name in names for each in mentions(found, paragraph, name))
    return names if len(names) > 1 and any(each.place.value.precision in EXACT for each in placed) else (head,)


def first_of(name: Token) -> Token:
    """The first of the names that "and" joins to this one."""
    for _ in range(LONGEST):
        if name.dep_ != "conj":
            break
        name = name.head
    return name


def examples(head: Token) -> Iterator[Token]:
    """ "a dozen villages, such as Jabal Moya and Sinja", "two villages, Tell and Korem", "among them Korem", wherever
    the parse has hung the words."""
    if head.tag_ != "NNS":
        return
    if word(head) in control().settlements:
        yield from joined(child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN")
    doc = head.doc
    for at in range(head.i + 1, min(head.i + LONGEST, head.sent.end - 1)):
        opened = next((phrase for phrase in EXAMPLES if _stands(doc, at, phrase)), None)
        if opened is not None:
            first = doc[at + len(opened)]
            while first.dep_ in ("det", "compound", "amod", "nummod", "poss") and first.head.i > first.i:
                first = first.head
            yield from joined((first,) if first.pos_ in ("NOUN", "PROPN") else ())
            yield from _listed(doc, at + len(opened), head.sent.end)
            return


def _listed(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The names that a list gives up to the next verb, however the parse hangs them: "the towns of Harad, Midi and"."""
    for token in doc[start : min(end, start + LONGEST_LIST) - 1]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("compound", "amod"):
            return
        first = token
        while first.i > start and first.nbor(-1).pos_ == "PROPN":
            first = first.nbor(-1)
        before = first.nbor(-1)
        introduced = before.lower_ == "of" and word(before.nbor(-1)) in control().settlements
        goes_on = token.nbor(1).text in GOING_ON and (introduced or before.text in GOING_ON)
        if token.pos_ == "PROPN" and goes_on and before.text != "(":
            yield token


def _stands(doc: Doc, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands there, with a word behind it."""
    return at + len(phrase) < len(doc) and all(doc[at + i].lower_ == part for i, part in enumerate(phrase))
