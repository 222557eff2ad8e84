"""Who tells of a deed: the innermost saying that holds it, and those through whom that came."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors import rules as actor_rules
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.asked import denial_of
from onrecord.reading.deeds.clause import bearers, is_verb, says
from onrecord.reading.deeds.doers import claimers
from onrecord.reading.deeds.subjects import before_aside
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements import attribution, speakers
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.statements.quotations import Quotation
from onrecord.reading.statements.sources import phrase_before, subject
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.figures import words as figure_words
from onrecord.vocabulary.settings import words

SHORTEST_QUOTATION = 4
LONGEST_PHRASE = 12
COMMAS = frozenset({",", "–", "—", "-", "--", "("})
AROUND_SAYING = frozenset({"nsubj", "punct", "prep", "npadvmod", "advmod", "dative", "aux"})
RELATIVE = frozenset({"who", "which", "that"})
LONGEST_WAY = 15


class Teller(NamedTuple):
    """To whom the report attributes a deed; nobody where it asserts it itself. `statement` is the saying that holds it,
    where the statements' reader found one."""

    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()
    statement: StatementMention | None = None


class _Holding(NamedTuple):
    """A saying that holds a word: how many tokens it says, and the saying as it is known."""

    size: int
    cue: int
    saying: Attribution | None
    statement: StatementMention | None


REPORT = Teller()
DISOWNING = frozenset({"deny", "reject"})


def teller_of(
    paragraph: Paragraph, found: Found, token: Token, sayings: Sequence[Attribution], quoted: Sequence[Quotation]
) -> Teller | None:
    """Who tells what the token tells; None where somebody does but it cannot be told who.

    `sayings` and `quoted` are the attributions and quotations of the paragraph.
    """
    answer = denial_of(token)
    if answer is not None:
        answering = _who(paragraph, found, answer.source.i)
        return Teller(answering) if answering else None
    outside = not any(mark.at.start <= token.i < mark.at.end for mark in quoted)
    if outside and (_is_aside_on_what_is_to_come(token) or _is_gloss(token, quoted)):
        return REPORT
    held = sorted(_holding(paragraph, found, token, sayings), key=lambda each: each.size)
    holding = [each for each in held if not _is_disowned(each, token)]
    if _is_hearsay(token, holding):
        return None
    if holding:
        return _told_by(paragraph, found, holding)
    for source in (_over(token), _aside(token), _behind(token), _admitting(token)):
        if source is not None:
            who = _who(paragraph, found, source)
            return Teller(who) if who else None
    return None if held or _is_quoted(token, quoted) or _speaks_to_readers(token) else REPORT


def _is_disowned(holding: _Holding, token: Token) -> bool:
    """Whether the one who says it denies or rejects what he speaks of, and the word is told in it as having come about:
    "rejected the accusation that it had shelled the town, where seven people were killed"."""
    disowns = holding.statement is not None and holding.statement.finding.act.value in DISOWNING
    status = deed_status.status_of(token) if disowns else None
    return disowns and (status is None or status.status != "denied")


def statement_over(paragraph: Paragraph, found: Found, token: Token) -> StatementMention | None:
    """The innermost statement whose content holds the token."""
    at = At(paragraph.index, token.i, token.i + 1)
    holding = [
        (piece.end - piece.start, i, statement)
        for i, statement in enumerate(found.statements.of_paragraph(paragraph.index))
        for piece in statement.content
        if piece.holds(at)
    ]
    return min(holding)[2] if holding else None


def _holding(paragraph: Paragraph, found: Found, token: Token, sayings: Sequence[Attribution]) -> list[_Holding]:
    """The sayings and statements that hold the token, each saying once."""
    statements = [
        each
        for each in found.statements.of_paragraph(paragraph.index)
        if any(piece.start <= token.i < piece.end for piece in each.content)
    ]
    known = {}
    for statement in statements:
        piece = next(piece for piece in statement.content if piece.start <= token.i < piece.end)
        if not _is_cut_off(paragraph, statement.at.end, piece, token, statement.finding.form):
            known[statement.at.start] = _Holding(piece.end - piece.start, statement.at.start, None, statement)
    for saying in sayings:
        for start, end in saying.content:
            same = [at for at in known if saying.cue[0] <= at < saying.cue[1] or at == saying.head]
            if not start <= token.i < end or same or not saying.saying or saying.head == token.i:
                continue
            if not any(mark.text == ";" for mark in paragraph.doc[max(start, saying.cue[1]) : token.i]):
                known[saying.head] = _Holding(end - start, saying.head, saying, None)
    return [each for each in known.values() if not _is_hung_on(paragraph.doc[each.cue], token)]


def _is_hung_on(cue: Token, token: Token) -> bool:
    """Whether a saying stands in a clause on what the report itself tells: "the attack, which Washington blamed on
    Tehran, killed three"."""
    return cue.dep_ == "relcl" and token.i < cue.left_edge.i


def _is_cut_off(paragraph: Paragraph, cue_end: int, piece: At, token: Token, form: str) -> bool:
    """Whether a semicolon between an indirect saying and the word ends what is said."""
    if form != "indirect" or cue_end > token.i:
        return False
    return any(mark.text == ";" for mark in paragraph.doc[max(cue_end, piece.start) : token.i])


def _is_aside_on_what_is_to_come(token: Token) -> bool:
    """Whether the report itself tells, in a clause of "where" in the plain past, what has happened at a place of which
    somebody says what will be done: "said he would protect the people of Goma, where rebels entered the airport"."""
    clause = next((at for at in (token, *token.ancestors) if at.dep_ == "relcl"), None)
    if clause is None or clause.tag_ != "VBD" or clause.left_edge.i <= token.sent.start:
        return False
    first = clause.left_edge
    if first.lower_ != "where" or first.nbor(-1).text != ",":
        return False
    above = [at for at in clause.ancestors if is_verb(at)]
    return any(child.tag_ in ("MD", "TO") for verb in above for child in verb.children)


def _is_gloss(token: Token, quoted: Sequence[Quotation]) -> bool:
    """Whether the report itself explains, in a clause of "which" behind quoted words, what they speak of: "said that
    “we cannot use the airspace” above the town, which is controlled by Russia"."""
    clause = next((at for at in (token, *token.ancestors) if at.dep_ == "relcl"), None)
    if clause is None or clause.left_edge.lower_ not in ("which", "where", "who") or clause.left_edge.i == 0:
        return False
    first = clause.left_edge
    ended = (mark for mark in quoted if token.sent.start < mark.at.start and mark.at.end <= first.i)
    return first.nbor(-1).text == "," and any(mark.at.end - mark.at.start >= SHORTEST_QUOTATION for mark in ended)


def _told_by(paragraph: Paragraph, found: Found, holding: Sequence[_Holding]) -> Teller | None:
    """The innermost speaker, through those who report him saying it."""
    inner = holding[0]
    who, via = _speakers(paragraph, found, inner)
    if not who:
        return None
    said = {actor.value.key for actor in who}
    for outer in holding[1:]:
        over = any(start <= inner.cue < end for start, end in _content(outer))
        speaking, relaying = _speakers(paragraph, found, outer) if over else ((), ())
        via = (*via, *relaying, *speaking)
    distinct = {actor.value.key: actor for actor in via if actor.value.key not in said}
    statement = next((each.statement for each in holding if each.statement is not None), None)
    return Teller(who, tuple(distinct.values()), statement)


def _content(holding: _Holding) -> Sequence[tuple[int, int]]:
    if holding.statement is not None:
        return [(piece.start, piece.end) for piece in holding.statement.content]
    return holding.saying.content if holding.saying is not None else ()


def _speakers(
    paragraph: Paragraph, found: Found, holding: _Holding
) -> tuple[tuple[Said[Actor], ...], tuple[Said[Actor], ...]]:
    """Who speaks, and through whom."""
    if holding.statement is not None:
        return holding.statement.finding.speaker, holding.statement.finding.via
    by = holding.saying.by if holding.saying is not None else None
    if by is None or by.source < 0:
        return (), ()
    via = tuple(actor for head in by.via for actor in speakers.find(paragraph, found, head).actors)
    return _who(paragraph, found, by.source), via


def _who(paragraph: Paragraph, found: Found, source: int) -> tuple[Said[Actor], ...]:
    """Who the head of a phrase stands for, in the report's words alone where it is not known by name."""
    if source < 0:
        return ()
    return speakers.find(paragraph, found, source, alone=True).actors or _in_words(paragraph, source)


def _in_words(paragraph: Paragraph, source: int) -> tuple[Said[Actor], ...]:
    """A source in the report's words alone: "state radio", "hospital records"."""
    doc = paragraph.doc
    span = attribution.phrase(doc, source)
    if span is None or not _may_tell(doc[source]):
        return ()
    start, end = span
    while start < source and (doc[start].dep_ in ("det", "predet", "cc") or doc[start].is_punct):
        start += 1
    if end - start > LONGEST_PHRASE:
        end = source + 1
    name = doc[start:end].text
    known = actor_rules.alias([name])
    if known is not None:
        return (Said(known, "alias", (paragraph.span(start, end),)),)
    return (Said(speakers.unnamed(name), "in words", (paragraph.span(start, end),)),)


def _may_tell(source: Token) -> bool:
    """Whether a noun is one for people, a document or another source."""
    known = reporting.noun_forms("people") | reporting.noun_forms("documents") | forms_of("sources")
    if source.pos_ == "NOUN" and source.lower_ not in known:  # "said local superintendent of police Charui Sinha"
        return any(word.pos_ == "PROPN" for word in source.subtree)
    return source.pos_ in ("NOUN", "PROPN")


def _over(token: Token) -> int | None:
    """Who says the clause that the token stands in, by syntax alone; -1 where that is not to be seen."""
    for _ in range(LONGEST_WAY):
        head = token.head
        if head.i == token.i or head.sent.start != token.sent.start:
            return None
        if token.dep_ in ("ccomp", "parataxis") and says(head):
            source = subject(head)[0]
            before = phrase_before(head) if source < 0 else None
            return int(before.i) if before is not None and _may_tell(before) else source
        if token.dep_ == "conj" and before_aside(token):
            return subject(head)[0]
        if token.dep_ == "xcomp" and head.lemma_.lower() == "claim":  # "claimed to have captured the town"
            return subject(head)[0]
        if token.dep_ in ("relcl", "advcl") and not token.i > head.i:
            return None
        token = head
    return None


def _aside(token: Token) -> int | None:
    """Who says it in words set off inside the clause: "Troops, officials said, shelled the market"."""
    for at in bearers(token):
        for child in token.doc[at].children:
            if child.dep_ not in ("parataxis", "ccomp", "dep") or not says(child) or child.left_edge.i == 0:
                continue
            set_off = child.left_edge.text in COMMAS or child.left_edge.nbor(-1).text in COMMAS
            if set_off and all(own.dep_ in AROUND_SAYING for own in child.children):
                return next((int(own.i) for own in child.children if own.dep_ == "nsubj"), None)
    return None


def _behind(token: Token) -> int | None:
    """Who says it in words at the end of the sentence or set off inside it, which the parse has hung elsewhere:
    "rebels seized the town, the radio reported"; -1 where that is not to be seen."""
    for word in token.sent[token.i - token.sent.start + 1 :]:
        if not says(word) or word.tag_ not in ("VBD", "VBZ"):
            continue
        if not all(child.dep_ in AROUND_SAYING for child in word.children):
            continue
        start = next((at for at in range(word.i - 1, token.i, -1) if word.doc[at].text == ","), -1)
        sources = [int(child.i) for child in word.children if child.dep_ == "nsubj"]
        source = next((at for at in sources if at > start), -1)
        if sources and source < 0:  # "the minister, who met the envoy, called for"
            continue
        if start >= 0 and word.doc[start + 1].dep_ != "cc" and (source < 0 or word.doc[source].lower_ not in RELATIVE):
            return source
    return None


def _admitting(token: Token) -> int | None:
    """Who takes the deed upon himself: "claimed responsibility for the attack"."""
    for _ in range(LONGEST_WAY):
        head = token.head
        claimed = claimers(token)
        if claimed:
            return int(claimed[0].i)
        if head.i == token.i or (is_verb(token) and token.dep_ not in ("pcomp", "xcomp")):
            return None
        verb = head.head if head.lemma_.lower() in words().blame else head
        if head.lower_ == "for" and any(c.lemma_.lower() in words().blame for c in verb.children):
            token = head
            verb = head.head
        if token.lower_ == "for" and verb.lemma_.lower() in words().admitting:
            return next((int(child.i) for child in verb.children if child.dep_ == "nsubj"), None)
        if token.lower_ == "for" and verb.lemma_.lower() in words().blame and verb.dep_ == "dobj":
            over = verb.head
            if over.lemma_.lower() in words().admitting:
                return next((int(child.i) for child in over.children if child.dep_ == "nsubj"), None)
        token = head
    return None


def _is_hearsay(token: Token, holding: Sequence[_Holding]) -> bool:
    """Whether the report leaves the deed to somebody whom it does not name: "reportedly", "is said to have"."""
    near = [token, *([token.head] if token.dep_ in ("xcomp", "dobj", "nsubj", "nsubjpass", "conj") else [])]
    if not holding and any(child.lower_ in words().hearsay for each in near for child in each.children):
        return True
    if not holding and (_is_of_reports(token) or _is_claimed(token)):
        return True
    above = token.head
    passive = above.lower_ in words().heard and any(child.dep_ == "auxpass" for child in above.children)
    return passive and token.dep_ in ("xcomp", "ccomp") and not any(child.dep_ == "agent" for child in above.children)


def _is_of_reports(token: Token) -> bool:
    """Whether the deed is what reports or charges of nobody in particular tell of: "reports of fighting"."""
    for _ in range(LONGEST_WAY):
        head = token.head
        if head.i == token.i:
            return False
        if is_verb(head) and token.dep_ not in ("pcomp", "conj"):  # "rumours that he had kept contacts"
            return head.dep_ in ("acl", "ccomp") and head.head.lemma_.lower() in words().reports
        if token.dep_ in ("pobj", "pcomp", "acl", "ccomp", "relcl") and head.lemma_.lower() in words().reports:
            return token.dep_ != "relcl"
        if token.dep_ in ("pobj", "pcomp") and head.head.lemma_.lower() in words().reports:
            return head.lower_ in ("of", "about", "over", "on")
        token = head
    return False


def _is_claimed(token: Token) -> bool:
    """Whether a clause of "that" goes on a noun for what is told, from which the parse has cut it: "the meeting
    followed claims by the government that warplanes bombed"."""
    for verb in (token, *token.ancestors):
        mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "that"), None)
        if mark is not None:
            above = verb.head
            said = verb.dep_ == "ccomp" and above.i < mark.i and not says(above)
            return said and any(word.lemma_.lower() in words().reports for word in token.doc[above.i + 1 : mark.i])
    return False


def _is_quoted(token: Token, quoted: Sequence[Quotation]) -> bool:
    """Whether the token stands in the quoted words of somebody who is not known."""
    return any(
        mark.at.start <= token.i < mark.at.end and mark.at.end - mark.at.start >= SHORTEST_QUOTATION for mark in quoted
    )


def _speaks_to_readers(token: Token) -> bool:
    """Whether the sentence is a comment in somebody's own voice: "believe me", "you know"."""
    selves = figure_words().selves
    return any(word.lower_ in selves and word.dep_ == "nsubj" and word.tag_ == "PRP" for word in token.sent)
