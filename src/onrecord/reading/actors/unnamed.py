"""People, bands and forces without a name that do or suffer something: "unidentified gunmen", "two UN staff", "police".

They are mentions for the readers that ask who did what to whom. They make no entry of their own: the gunmen of one
report are not those of another. Fighters who are said to be of a named group stand for that group.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.reading.actors.names import HYPHENS, POSSESSIVES
from onrecord.reading.actors.nouns import speaks
from onrecord.reading.actors.people import said
from onrecord.reading.actors.words import ARMED, LOYAL
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements.coreference import Scene, refer
from onrecord.reading.told_once import among
from onrecord.vocabulary.unnamed import kind_of, last_words, unnamed

LONGEST = 8  # words before the noun
QUALIFYING = frozenset(("compound", "amod", "nmod", "poss", "case", "punct", "npadvmod", "advmod"))
USING = frozenset(("use", "employ", "apply", "exert", "threaten"))
NONE = frozenset(("no", "neither", "nor"))


def find(scene: Scene, kept: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The unnamed of the report that no mention of `kept` is of already."""
    headed = {(mention.at.paragraph, mention.head) for mention in kept}
    for paragraph in scene.report.paragraphs:
        for token in among(paragraph.doc, last_words()):
            if (paragraph.index, token.i) not in headed and _counts(token):
                mention = _mention(scene, paragraph, token)
                if mention is not None:
                    yield mention


def _counts(noun: Token) -> bool:
    """Whether the noun is of people who are there, and not spoken for elsewhere: not "civilian casualties", "no
    civilians", nor those who say something, who are read as speakers."""
    if noun.pos_ not in ("NOUN", "PROPN") or speaks(noun):
        return False
    if noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i:
        return False
    if noun.lower_ == "force" and _is_means(noun):
        return False
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is not None and following.text in HYPHENS and not noun.whitespace_:
        return False
    return not any(child.dep_ == "det" and child.lower_ in NONE for child in noun.lefts)


def _is_means(noun: Token) -> bool:
    """Whether it is what is used and nobody: "use military force against", "by force"."""
    if any(child.dep_ in ("det", "poss") or child.pos_ == "PROPN" for child in noun.lefts):
        return False
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in USING
    return noun.dep_ == "pobj" and noun.head.lower_ in ("by", "with", "of", "without")


def _mention(scene: Scene, paragraph: Paragraph, noun: Token) -> ActorMention | None:
    start = _start(noun)
    if noun.is_title and noun.i > start and not paragraph.doc.text.isupper():
        return None  # a body by its name: "the Royal Navy"
    words = At(paragraph.index, start, _end(noun))
    whole = At(paragraph.index, _quantity(noun, start), words.end)
    covering = [scene.at_token.get((paragraph.index, token)) for token in range(start, noun.i + 1)]
    named = [mention for mention in covering if mention is not None]
    if any(mention.at.end > noun.i for mention in named):
        return None
    kind = kind_of(scene.report.words(words).partition(LOYAL)[0])
    if kind is None or (kind.single and _is_named(scene, paragraph, noun)):
        return None
    body = _body(paragraph.doc, named, start, kind.type)
    if body is not None:
        return refer(scene, whole, noun.i, body, "description")
    actor = said("unnamed people", scene.report, [scene.report.span(words)])
    return ActorMention(whole, noun.i, actor, "description") if actor is not None else None


def _start(noun: Token) -> int:
    """Where the words begin that say who they are, without number, determiner and what befell them."""
    doc, start = noun.doc, noun.i
    while start > 0 and noun.i - start < LONGEST and _qualifies(doc, start - 1, noun.i):
        start -= 1
    while start < noun.i and (
        doc[start].tag_ == "VB"
        or (doc[start].tag_ == "VBG" and start > 0 and doc[start - 1].text == ",")
        or doc[start].lower_ in unnamed().passing
        or doc[start].text in HYPHENS
        or doc[start].text in POSSESSIVES
    ):
        start += 1
    glued = start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 2].whitespace_ and start < noun.i
    return start - 2 if glued and doc[start - 2].like_num else start  # "a 13-year-old boy"


def _qualifies(doc: Doc, at: int, noun: int) -> bool:
    token = doc[at]
    if token.pos_ in ("NUM", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX") or token.dep_ not in QUALIFYING:
        return False
    glued = token.text in HYPHENS and at > 0 and not doc[at - 1].whitespace_
    return ((glued or token.dep_ != "punct") and at < token.head.i <= noun) or token.text in POSSESSIVES


def _end(noun: Token) -> int:
    """The end of the words, with the one whom "forces loyal to" names."""
    doc, end = noun.doc, noun.i + 1
    if doc[end : end + 2].text.lower() != LOYAL.strip():
        return end
    last = end + 2
    while last < len(doc) and last - end < LONGEST and doc[last].text[0].isupper():
        last += 1
    return last if last > end + 2 else end


def _quantity(noun: Token, start: int) -> int:
    """Where "dozens of", "a group of" and the like begin before the words; `start` where there is no such."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ != "of" or link.i >= start:
        return start
    many = link.head
    counts = many.lower_ in unnamed().quantities or many.pos_ == "NUM"
    return many.i if counts and many.i < link.i and start - many.i < LONGEST else start


def _is_named(scene: Scene, paragraph: Paragraph, noun: Token) -> bool:
    """Whether a name stands beside the noun: "a journalist, Ali Hassan", "Ali Hassan, a journalist"."""
    beside = [child for child in noun.rights if child.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ == "appos" else []
    tokens = (at for token in beside for at in (token.i, token.i + 1))
    return any((paragraph.index, at) in scene.at_token for at in tokens)


def _body(doc: Doc, named: Iterable[ActorMention], start: int, kind: str) -> ActorMention | None:
    """The armed group or force whose fighters they are: "Hamas militants", unless that is only suspected."""
    if kind not in ARMED or any(token.lower_ in unnamed().doubting for token in doc[max(0, start - 1) : start + 2]):
        return None
    own = [mention for mention in named if mention.actor.value.type in ARMED]
    joined = (mention.at.start > 0 and doc[mention.at.start - 1].text in HYPHENS for mention in own)
    return own[0] if own and not any(joined) else None
