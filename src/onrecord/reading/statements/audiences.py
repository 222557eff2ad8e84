"""Audiences: to whom or through what something was said, and the media that hand it on."""

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements import hearers, occasions
from onrecord.reading.statements.attribution import Attribution
from onrecord.vocabulary import reporting
from onrecord.vocabulary.dates import date_words

LONGEST = 14  # tokens of the words for an audience or medium
PREPOSITIONS = frozenset(("in", "at", "on", "to", "with", "via", "during", "through", "before", "over", "by"))
TIMES = frozenset(("time", "moment", "outset", "weekend"))
WORDS = frozenset(("remarks", "comments"))  # not a medium by themselves


def audience(paragraph: Paragraph, found: Found, saying: Attribution) -> Said[str] | None:
    """To whom or through what: "reporters in Ankara", "news conference in Cairo", "Twitter"."""
    doc = paragraph.doc
    token = doc[saying.head]
    medium = reporting.media().get(token.lower_)
    if medium:
        return Said(medium, "verb's medium", (paragraph.span(token.i, token.i + 1),))
    told = _told(token, saying)
    if told is not None:
        return _phrase(paragraph, found, told, saying)
    verbs = [token] + ([doc[saying.by.shared]] if saying.by.shared >= 0 else [])
    for verb in verbs:
        things = [thing for thing in verb.rights if thing.dep_ == "dobj"] if saying.what.frame == "object" else []
        for child in (*verb.children, *(child for thing in things for child in thing.rights)):
            if occasions.covered(child, saying):
                continue
            spoken = child.dep_ == "advcl" and child.lower_ in reporting.verb_forms("speaking")
            for prep in child.children if spoken else (child,):
                noun = _occasion(paragraph, found, prep)
                if noun is None or noun.i in saying.by.via or noun.lower_ in WORDS:
                    continue
                if not occasions.covered(noun, saying):
                    return _phrase(paragraph, found, noun, saying)
    return None


def told_outlet(paragraph: Paragraph, found: Found, saying: Attribution) -> At | None:
    """The medium that somebody told something, where the parse has drawn its name into what was told: "told Al Arabiya
    the army had left"."""
    start, end = saying.content[0]
    token = paragraph.doc[saying.head]
    if token.lower_ not in reporting.verb_forms("audiences") or saying.what.frame != "clause" or start != token.i + 1:
        return None
    for mention in found.actors.covering(paragraph.index, start):
        outlet = mention.actor.value.type == "media" and mention.form == "name"
        if outlet and mention.at.start == start and mention.at.end + 2 < end:
            return mention.at
    return None


def in_words(paragraph: Paragraph, at: At) -> Said[str]:
    """An audience as the text names it."""
    words = paragraph.span(at.start, at.end)
    return Said(" ".join(paragraph.doc[at.start : at.end].text.split()), "in words", (words,))


def relayed(paragraph: Paragraph, found: Found, saying: Attribution) -> tuple[Said[Actor], ...]:
    """The media that hand the words on: "in remarks carried by SANA", "a letter seen by AFP"."""
    doc = paragraph.doc
    sentence = doc[saying.head].sent
    return tuple(
        mention.actor
        for mention in found.actors.of_paragraph(paragraph.index)
        if mention.actor.value.type == "media"
        and sentence.start <= mention.head < sentence.end
        and not occasions.covered(doc[mention.head], saying)
        and doc[mention.head].dep_ == "pobj"
        and doc[mention.head].head.lower_ == "by"
        and doc[mention.head].head.head.tag_ == "VBN"
        and doc[mention.head].head.head.lower_ in reporting.verb_forms("relaying")
    )


def _told(token: Token, saying: Attribution) -> Token | None:
    if token.lower_ not in reporting.verb_forms("audiences") or saying.what.frame not in ("clause", "quote"):
        return None
    for child in token.rights:
        if child.dep_ in ("dobj", "dative") and child.i != saying.by.source and not occasions.covered(child, saying):
            return child if child.pos_ != "PRON" else None
    return hearers.before(token, saying.content[0][0])


def _occasion(paragraph: Paragraph, found: Found, prep: Token) -> Token | None:
    """The noun behind a preposition, where it is an occasion or a medium."""
    if prep.dep_ != "prep" or prep.lower_ not in PREPOSITIONS:
        return None
    for noun in prep.children:
        through = _read_out(noun)
        if through is not None:
            return through
        if noun.dep_ == "pobj" and (
            noun.lower_ in reporting.words("occasions")
            or any(
                mention.actor.value.type == "media"
                for mention in found.actors.covering(paragraph.index, noun.i)
                if mention.head == noun.i
            )
        ):
            return noun
    return None


def _read_out(document: Token) -> Token | None:
    """The medium of a document: "in a statement read on state television"."""
    if document.lower_ not in reporting.words("documents"):
        return None
    for clause in document.rights:
        for prep in clause.rights if clause.dep_ == "acl" else ():
            if prep.dep_ == "prep" and prep.lower_ in ("on", "over", "by"):
                for noun in prep.rights:
                    if noun.lower_ in reporting.words("occasions"):
                        return noun
    return None


def _phrase(paragraph: Paragraph, found: Found, noun: Token, saying: Attribution) -> Said[str] | None:
    """The words of a phrase without its article, its clauses, the dates in it and what is said."""
    doc = paragraph.doc
    start, end = int(noun.left_edge.i), noun.i + 1
    joined = [child for child in noun.rights if child.dep_ == "conj" and child.pos_ == "PROPN" == noun.pos_]
    if joined and joined[0].left_edge.i == end + 1 and doc[end].dep_ == "cc":
        end = joined[0].i + 1  # "told Gates and Mullen"
    for child in noun.rights:
        if child.i == end and child.dep_ == "prep" and not any(word.pos_ == "VERB" for word in child.subtree):
            end = int(child.right_edge.i) + 1
    name = max([each.at.end for each in found.actors.covering(paragraph.index, noun.i)], default=0)
    end = max(_named_on(noun, end), name) if end == noun.i + 1 else end
    if noun.dep_ in ("dobj", "dative", "pobj"):
        end = _extended(noun, end)
    while start < noun.i and doc[start].dep_ in ("det", "poss", "case") and doc[start].pos_ in ("DET", "PRON"):
        start += 1
    for mention in found.dates.of_paragraph(paragraph.index):
        if start < mention.at.end and mention.at.start < end and mention.at.start > noun.i and name <= mention.at.start:
            end = min(end, mention.at.start)
    own = [first for first, _ in (*saying.content, *([saying.source] if saying.source else [])) if first > noun.i]
    end = min([end, *own])
    if end - start > LONGEST:  # whole phrases only
        end = max((word.i for word in doc[noun.i + 1 : start + LONGEST] if word.pos_ == "ADP"), default=noun.i + 1)
    broken = end < len(doc) and end - 2 > noun.i and doc[end].dep_ == "prep" and doc[end].head.i == end - 1
    if broken and doc[end - 2].pos_ == "ADP":
        end -= 2  # "a reporter in front of …"
    while end > noun.i + 1 and (doc[end - 1].is_punct or doc[end - 1].pos_ == "ADP"):
        end -= 1
    if end <= start:
        return None
    return Said(" ".join(doc[start:end].text.split()), "in words", (paragraph.span(start, end),))


def _named_on(noun: Token, end: int) -> int:
    """The phrase with the name behind a noun for a medium, which the parse has torn off: "radio station [Magik 9]"."""
    if noun.lower_ not in reporting.noun_forms("outlets"):
        return end
    doc, first = noun.doc, end
    while end < len(doc) and (doc[end].pos_ == "PROPN" or (end > first and doc[end].is_digit)):
        if doc[end].lower_ in date_words().weekdays:
            break
        end += 1
    return end


def _extended(noun: Token, end: int) -> int:
    """The phrase with the places right behind it that hang on the verb: "told reporters in Ankara"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    for child in verb.rights:
        timed = any(word.lower_ in TIMES for word in child.rights)  # "told AFP at the time"
        if child.i == end and child.dep_ == "prep" and child.lower_ in ("in", "at") and not timed:
            end = int(child.right_edge.i) + 1
    return end
