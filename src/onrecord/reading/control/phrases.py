"""The report's words for what is held: which words around the noun tell which ground it is."""

from functools import cache

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import behind, word
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control
from onrecord.vocabulary.place_words import place_words

LONGEST = 14  # tokens
OF = frozenset({"of"})
LOCATING = frozenset({"in", "near", "outside", "around", "along", "between", "of", "at", "above", "over"})
NEARBY = frozenset({"in", "of", "near", "outside", "above", "over"})
NEARLY = frozenset({"almost", "nearly", "practically", "virtually"})
ENDING = frozenset({"under", "from"})  # "most of the hills from the rebels"
CLAUSES = frozenset({"relcl", "acl", "appos", "advcl"})
WAYS = frozenset({"from", "to"})
COUNTING = frozenset({"dozen", "dozens", "several", "some", "many", "few", "most", "half", "all", "hundreds", "scores"})


def mentions(found: Found, paragraph: Paragraph, token: Token) -> list[PlaceMention]:
    """The places named at the token."""
    return found.places.covering(paragraph.index, token.i)


def is_unlisted(found: Found, paragraph: Paragraph, head: Token) -> bool:
    """Whether it is a name that stands for nobody and no day."""
    known = found.actors.covering(paragraph.index, head.i) or found.dates.covering(paragraph.index, head.i)
    return head.pos_ == "PROPN" and head.text[0].isupper() and not head.text.isupper() and not known


def is_part(paragraph: Paragraph, mention: PlaceMention) -> bool:
    """Whether the word before a place makes it a part of that: "western Tigray"."""
    before = paragraph.doc[mention.at.start - 1].lower_ if mention.at.start > 0 else ""
    return before in place_words().directions


def counted(number: Token) -> list[Token]:
    """What so many of are meant: "six of the ten towns", "six out of the ten towns"."""
    ways = [number, *(child for child in number.rights if child.lower_ == "out")]
    return [noun for way in ways for noun in behind(way, OF)]


def words_of(paragraph: Paragraph, found: Found, head: Token) -> Said[str]:
    """The words of the phrase from its number or its first name, without articles, judgements, clauses and dates."""
    for mention in mentions(found, paragraph, head):
        if mention.use != "modifier" and (head.pos_ == "PROPN" or word(head) in place_words().lines):
            return deeds.words(paragraph, mention.at.start - is_part(paragraph, mention), mention.at.end)
    before = [token for token in head.lefts if head.i - token.left_edge.i < LONGEST and _tells_which(token)]
    start = head.i if not before else _owner_start(before[0]) if before[0].dep_ == "poss" else before[0].left_edge.i
    end = head.i + 1
    links = LOCATING | WAYS if word(head) in place_words().lines else LOCATING
    links = links | {"out"} if head.tag_ == "CD" else links
    for child in head.rights:
        peopled = child.lower_ == "of" and word(head) in control().settlements and any(map(_is_number, child.children))
        locates = child.dep_ == "prep" and child.lower_ in links and not peopled  # "the town of 60,000"
        locates = locates or (
            child.lower_ in place_words().directions and any(behind(child, OF))
        )  # "south of the river"
        if (locates or child.dep_ in ("compound", "nummod")) and child.right_edge.i - head.i < LONGEST:
            end = max(end, _last(child) + 1)
        elif not locates:
            break
    if start > head.sent.start and head.doc[start].lower_ in ("dozen", "couple", "number"):
        start -= head.doc[start - 1].lower_ == "a"
    last = _with_place(paragraph, found, end, NEARBY | WAYS if links != LOCATING else NEARBY)
    if last == head.i + 1 and head.pos_ == "NOUN" and (shared := _shared(paragraph, found, head)) is not None:
        span = (paragraph.span(start, end), paragraph.span(*shared))
        text = f"{paragraph.doc[start:end].text} {paragraph.doc[shared[0] : shared[1]].text}"
        return Said(" ".join(text.split()), "verbatim", span)
    if last > end and paragraph.doc[end].is_quote:
        cited = (paragraph.span(start, end), paragraph.span(end + 1, last))
        return Said(" ".join(paragraph.doc[at].text for at in range(start, last) if at != end), "verbatim", cited)
    return deeds.words(paragraph, start, last)


def _is_number(token: Token) -> bool:
    return token.like_num or token.tag_ == "CD"


def _owner_start(owner: Token) -> int:
    """Where the name of who owns it begins, without its article: "Chin State's"."""
    start = owner.i
    while start > owner.left_edge.i and owner.doc[start - 1].pos_ == "PROPN" and owner.pos_ == "PROPN":
        start -= 1
    return start


def _shared(paragraph: Paragraph, found: Found, head: Token) -> tuple[int, int] | None:
    """ "of Es Sider", which "the port and airport of Es Sider" share."""
    for other in head.conjuncts:
        if other.i > head.i and other.pos_ == "NOUN":
            last = _with_place(paragraph, found, other.i + 1, NEARBY)
            return (other.i + 1, last) if last > other.i + 1 else None
    return None


def _with_place(paragraph: Paragraph, found: Found, end: int, links: frozenset[str]) -> int:
    """The end of the phrase with the place that stands behind it, whatever the parse: "the palace in Khartoum"."""
    doc = paragraph.doc
    link = end + 1 if end < len(doc) and doc[end].is_quote else end
    if link + 1 < len(doc) and doc[link].lower_ in links:
        for mention in found.places.covering(paragraph.index, link + 1):
            if mention.at.start == link + 1 and mention.use == "place":
                return mention.at.end
        last = link + 1
        while last < len(doc) and doc[last].pos_ == "PROPN" and is_unlisted(found, paragraph, doc[last]):
            last += 1
        return last if last > link + 1 else end
    return end


def _tells_which(token: Token) -> bool:
    if token.lower_ in NEARLY:
        return True
    if token.dep_ in ("det", "punct") or token.tag_ in ("PRP$", "VBN", "VBG", "VBD"):
        return False
    if token.dep_ == "amod" and token.lower_ in _kinds():
        return True
    named = token.pos_ == "PROPN" or (token.text[0].isupper() and token.dep_ != "advmod")
    kind = token.dep_ == "compound" and token.pos_ == "NOUN"
    kind = kind or (token.dep_ == "poss" and token.pos_ == "NOUN")  # "the city's airport"
    counts = kind or token.dep_ == "nummod" or token.lower_ in COUNTING or token.like_num
    return named or counts or token.lower_ in place_words().directions


@cache
def _kinds() -> frozenset[str]:
    """The words that make of a noun the name of another ground: "military base", "presidential palace"."""
    return frozenset(first for phrase in control().grounds for first in phrase.split()[:-1])


def _last(child: Token) -> int:
    """The end of a phrase behind the noun, before the clauses that hang on it."""
    if child.dep_ != "prep":
        return int(child.right_edge.i)
    end = child.i
    for noun in child.children:
        below = [each for each in noun.subtree if each.dep_ in CLAUSES or each.lower_ in ENDING]
        end = max(end, min((each.left_edge.i for each in below), default=noun.right_edge.i + 1) - 1)
    while end > child.i and child.doc[end].is_punct:
        end -= 1
    return int(end)
