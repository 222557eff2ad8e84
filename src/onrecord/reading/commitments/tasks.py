"""What a statement says is to be done: the verb or noun of its content for it."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.reading.commitments.triggers import infinitive
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, word
from onrecord.reading.found import StatementMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary.commitments import governing, hours, words

WARNING = frozenset({"warn", "caution"})
LONGEST_WAY = 6
BEARING = frozenset({"aux", "auxpass", "neg", "advmod", "mark", "acomp", "prt", "dobj"})
LINKS = frozenset({"for", "on", "upon", "to"})
SUPPOSING = frozenset({"would", "could", "might", "may"})


def told_at(report: Report, statement: StatementMention) -> tuple[At, list[Token]]:
    """The piece of the content that holds the words by which the act is told, and those words in it."""
    spans = set(statement.finding.act.words[1:])
    for piece in statement.content:
        paragraph = report.paragraphs[piece.paragraph]
        cited = [paragraph.doc[i] for i in range(piece.start, piece.end) if spans and paragraph.span(i, i + 1) in spans]
        if cited:
            return piece, cited
    return statement.content[0], []


def main(report: Report, statement: StatementMention, piece: At, cited: Sequence[Token]) -> Token | None:
    """The verb or noun of what is to be done."""
    doc = report.paragraphs[piece.paragraph].doc
    ordered = (_ordered(report, statement, piece) or _threatened(report, statement, piece)) if not cited else None
    if ordered is not None:
        return ordered
    token = cited[0] if cited else doc[piece.start : piece.end].root
    if cited and token.lower_ in governing("nouns") and token.pos_ in NOUNS and _act_is_of_content(statement):
        return None  # "said the regime had plans to": whose they are is told by the words around
    if token.lower_ in hours() or token.lower_ in governing("nouns"):
        return infinitive(token) or infinitive(token.head)
    if token.lower_ in words("pressing"):
        return None
    if cited and statement.finding.act.value == "appeal" and token.pos_ not in VERBS:
        return None  # "it resembles an appeal for"
    main = _carrying(token, bare=not cited)
    if main is None or not piece.start <= main.i < piece.end:
        return None
    if cited and main == cited[0] and (main.tag_ == "VBG" or statement.finding.act.value in ("appeal", "demand")):
        return _called_for(main) or main
    if any(child.lower_ in ("may", "might", "could") for child in main.children):
        return None
    supposed = cited and any(child.lower_ in SUPPOSING for each in cited for child in (each, *each.children))
    if cited and (not _is_main(main, piece) or (supposed and statement.finding.act.value == "demand")):
        return None
    holding = [child for child in main.children if child.i > main.i and _is_object(child)] if not cited else []
    told = next((infinitive(child) for child in holding), None)
    return told or (main if main.pos_ in VERBS | NOUNS or infinitive(main) is not None else None)


def warned(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """What somebody is warned to do, or not to do: "warned the rebels to leave"."""
    if statement.at.paragraph != piece.paragraph or not statement.finding.speaker:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    cue = doc[statement.at.start : statement.at.end].root
    if word(cue) not in WARNING:
        return None
    for at in range(cue.i + 1, min(piece.end, cue.sent.end)):
        token = doc[at]
        if token.pos_ in VERBS and not (token.tag_ == "VBN" and token.dep_ == "amod"):
            heads = (token.head.i, token.head.head.i)
            ordered = token.tag_ == "VB" and has_to(token) and piece.start <= token.i and cue.i in heads
            return token if ordered and doc[cue.i + 1].tag_ not in ("TO", "IN") else None
    return None


def _carrying(token: Token, *, bare: bool) -> Token | None:
    """The verb or, where the words are `bare`, the noun that a word of the content hangs on."""
    for _ in range(LONGEST_WAY):
        if token.pos_ == "ADP" and bare:
            if token.lower_ not in LINKS:
                return None
            token = next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), token)
        ready = token.lower_ in governing("adjectives") and infinitive(token) is not None
        if ready or (token.pos_ in NOUNS and bare) or (token.pos_ in VERBS | NOUNS and token.dep_ not in BEARING):
            break
        token = token.head
    return token


def _is_main(verb: Token, piece: At) -> bool:
    """Whether the speaker says it outright: no "wanted to ensure that we are ready"."""
    while verb.dep_ != "ROOT" and piece.start <= verb.head.i < piece.end:
        if verb.dep_ in ("advcl", "relcl", "acl", "pcomp") or (verb.dep_ == "ccomp" and verb.head.dep_ == "xcomp"):
            return False
        verb = verb.head
        if says(verb) and any(child.dep_ == "nsubj" and child.pos_ != "PRON" for child in verb.children):
            return False  # what another says
    return True


def _called_for(verb: Token) -> Token | None:
    """What "we are calling on them to" do, or "calling for"."""
    nouns = [*behind(verb, LINKS), *(child for child in verb.children if child.dep_ == "dobj")]
    return next(filter(None, (infinitive(each) for each in (verb, *nouns))), next(iter(nouns), None))


def _ordered(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """What somebody is told to do: "urged the rebels to leave"."""
    if statement.finding.act.value not in ("demand", "appeal") or statement.at.paragraph != piece.paragraph:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    heads = [doc[at] for at in range(statement.at.start, statement.at.end)]
    heads += [child for head in heads for child in head.children if child.dep_ in ("dobj", "dative")]
    heads += [noun for head in heads for noun in behind(head, ("on", "upon", "to"))]
    found = [infinitive(head) for head in heads]
    found = [verb for verb in found if verb is not None and (verb.dep_ != "advcl" or statement.finding.target)]
    if statement.finding.target:
        found += [
            token
            for token in doc[piece.start : piece.end]
            if token.tag_ == "VB" and token.dep_ != "acl" and has_to(token)
        ]
    return next((verb for verb in found if verb is not None and piece.start <= verb.i < piece.end), None)


def _threatened(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """With what somebody is threatened: "threatened Rwanda with sanctions"."""
    if statement.finding.act.value != "threaten" or statement.at.paragraph != piece.paragraph:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    cue = doc[statement.at.start : statement.at.end].root
    return next((noun for noun in behind(cue, ("with",)) if piece.start <= noun.i < piece.end), None)


def has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _act_is_of_content(statement: StatementMention) -> bool:
    return statement.finding.act.rule == "content act"


def _is_object(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.lower_ in governing("nouns")
