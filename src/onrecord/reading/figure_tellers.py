"""Who tells a figure: the innermost saying that holds it, and those through whom that came."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading import actor_rules, speakers
from onrecord.reading.attribution import phrase
from onrecord.reading.counted import Counted
from onrecord.reading.figure_choice import Chosen
from onrecord.reading.figure_clause import Clause, says
from onrecord.reading.found import ActorMention, Found, StatementMention
from onrecord.reading.measures import Told
from onrecord.reading.quotations import Quotation
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import forms

COMMAS = frozenset({",", "–", "—", "-", "--", "("})
OBJECTS = frozenset({"dobj", "ccomp", "pobj"})
AROUND_SAYING = frozenset({"nsubj", "punct", "prep", "npadvmod", "advmod", "dative"})
ADDING = frozenset({"with", "including", "down", "up"})
RELATIVE = frozenset({"who", "which", "that"})
LONGEST_WAY = 14  # tokens up to a verb of saying
LONGEST_PHRASE = 12
SHORTEST_QUOTATION = 4
TO_JOINED = 5  # tokens between two numbers that one saying tells


class Teller(NamedTuple):
    """To whom the report attributes a figure; nobody where it asserts it itself. `statement` is the saying that holds
    the number, where the statements' reader found one; `on` is when it was said."""

    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()
    on: Said[When] | None = None
    statement: StatementMention | None = None


class _Saying(NamedTuple):
    """A verb of saying, or "according", with the head of the words for who says it."""

    verb: int
    source: int  # -1 where it is not to be seen


REPORT = Teller()


def teller_of(paragraph: Paragraph, found: Found, each: Chosen, quoted: Sequence[Quotation]) -> Teller | None:
    """Who tells the number; None where somebody does but it cannot be told who."""
    clause, number, told = each.clause, each.number, each.told
    doc = paragraph.doc
    statement = statement_over(doc, found, paragraph.index, number)
    if statement is not None and statement.finding.form == "indirect" and is_background(doc, told):
        return REPORT._replace(statement=statement)
    saying = _saying_before(doc, each) or _saying_over(doc, number, told)
    if saying is None and statement is None:
        saying = _saying_behind(doc, number)
    if saying is not None and (
        statement is None or (saying.source >= 0 and _inside(statement, paragraph.index, saying.verb))
    ):
        return _told_by(paragraph, found, saying, statement)
    if statement is not None:
        return Teller(statement.finding.speaker, statement.finding.via, statement.finding.on, statement)
    vouching = vouching_actor(doc, found, paragraph.index, clause)
    if vouching is not None:
        return Teller((vouching.actor,))
    return None if _is_quoted(number, quoted) or _speaks_to_readers(doc, number) else REPORT


def _told_by(paragraph: Paragraph, found: Found, saying: _Saying, outer: StatementMention | None) -> Teller | None:
    """The speaker of a saying that is known by its syntax alone, through the one who reports it if anybody does."""
    who = speakers.find(paragraph, found, saying.source, alone=True).actors
    if not who and saying.source >= 0:
        who = _in_words(paragraph, saying.source)
    if not who:
        return None
    on = next((date.when for date in found.dates.of_paragraph(paragraph.index) if date.head == saying.verb), None)
    said = {actor.value.key for actor in who}
    via = (*outer.finding.via, *outer.finding.speaker) if outer is not None else ()
    return Teller(who, tuple(actor for actor in via if actor.value.key not in said), on, outer)


def _in_words(paragraph: Paragraph, source: int) -> tuple[Said[Actor], ...]:
    """A source in the report's words alone: "state radio", "hospital records"."""
    span = phrase(paragraph.doc, source)
    if span is None or not _may_tell(paragraph.doc[source]):
        return ()
    start, end = span
    while start < source and (paragraph.doc[start].dep_ in ("det", "predet", "cc") or paragraph.doc[start].is_punct):
        start += 1
    if end - start > LONGEST_PHRASE:
        end = source + 1
    name = paragraph.doc[start:end].text
    known = actor_rules.alias([name])
    if known is not None:
        return (Said(known, "alias", (paragraph.span(start, end),)),)
    return (Said(speakers.unnamed(name), "in words", (paragraph.span(start, end),)),)


def _may_tell(source: Token) -> bool:
    """Whether a noun is one for people, a document or another source."""
    known = reporting.noun_forms("people") | reporting.noun_forms("documents") | forms_of("sources")
    return source.pos_ == "PROPN" or (source.pos_ == "NOUN" and source.lower_ in known)


def _saying_over(doc: Doc, number: Counted, told: Told) -> _Saying | None:
    """The nearest verb of saying, or "according to", that the number's clause is the content of."""
    token = doc[number.bearer]
    sentence = token.sent
    for _ in range(LONGEST_WAY):
        according = next((child for child in token.children if child.lower_ == "according"), None)
        if according is not None and token.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and token.i != according.i:
            source = next((noun.i for to in according.children for noun in to.children if noun.dep_ == "pobj"), None)
            if source is not None and not doc[source].left_edge.i <= number.start <= doc[source].right_edge.i:
                return _Saying(according.i, source)
        if _puts_toll(token, told):
            subject = next((child.i for child in token.children if child.dep_ == "nsubj"), None)
            return _Saying(token.i, subject) if subject is not None else None
        known = _aside_saying(token, number) or _tallied(token) or _counted_by(token)
        if known is not None:
            return known
        head = token.head
        if head.i == token.i or head.sent != sentence:
            return None
        if says(head) and _is_told(token, head):
            return _Saying(head.i, _source(head))
        token = head
    return None


def _saying_before(doc: Doc, each: Chosen) -> _Saying | None:
    """The saying over the number just before that this one is joined to: "reported four killed and 54 wounded"."""
    if each.before is None:
        return None
    between = doc[each.before.number.last : each.number.start]
    near = len(between) <= TO_JOINED and any(token.lower_ in ("and", ",") for token in between)
    if each.number.noun is not None or not near or any(says(token) or token.text in ";:" for token in between):
        return None
    return _saying_over(doc, each.before.number, each.before.told)


def _aside_saying(token: Token, number: Counted) -> _Saying | None:
    """A verb of saying set off inside the clause: "who, officials said, were among seven killed"."""
    for child in token.children:
        aside = child.dep_ in ("parataxis", "ccomp", "dep") and says(child) and child.left_edge.i
        set_off = aside and (child.left_edge.text in COMMAS or child.left_edge.nbor(-1).text in COMMAS)
        if set_off and not any(own.dep_ in OBJECTS for own in child.children):
            source = next((own.i for own in child.children if own.dep_ == "nsubj"), None)
            if source is not None and not child.left_edge.i <= number.start <= child.right_edge.i:
                return _Saying(child.i, source)
    return None


def _saying_behind(doc: Doc, number: Counted) -> _Saying | None:
    """A saying at the end of the sentence that the parse has hung elsewhere: "killed 114, the news site Y reported"."""
    sentence = doc[number.start].sent
    for token in doc[number.last : sentence.end]:
        if not says(token) or token.tag_ not in ("VBD", "VBZ") or not _is_behind(token):
            continue
        start = next((at for at in range(token.i - 1, number.last - 1, -1) if doc[at].text == ","), -1)
        source = next((own.i for own in token.children if own.dep_ == "nsubj" and own.i > start), None)
        if start >= 0 and source is not None and doc[source].lower_ not in RELATIVE:
            return _Saying(token.i, source)
    return None


def _is_behind(verb: Token) -> bool:
    """Whether nothing that is said follows a verb of saying."""
    return all(child.dep_ in AROUND_SAYING for child in verb.children)


def _tallied(token: Token) -> _Saying | None:
    """Who counted what is the object of a verb of counting: "the office has recorded 300 deaths"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    if token.dep_ not in OBJECTS or verb.pos_ != "VERB" or verb.lower_ not in forms_of("tallying"):
        return None
    source = _source(verb)
    return _Saying(verb.i, source) if source >= 0 and _may_tell(verb.doc[source]) else None


def _counted_by(token: Token) -> _Saying | None:
    """ "By the ministry's count, 300 people died": whose count it is."""
    for by in token.children:
        for count in by.children if by.lower_ == "by" else ():
            if count.lower_ in words().totals or count.lower_ in ("estimate", "estimates"):
                source = next((own.i for own in count.children if own.dep_ == "poss"), None)
                if source is not None:
                    return _Saying(count.i, source)
    return None


def _is_told(token: Token, saying: Token) -> bool:
    """Whether what hangs on a verb of saying is said: its clause, a second verb of that ("said it had killed three and
    captured four"), what is added to it ("said, with 60 wounded", "said, down from 90")."""
    if token.dep_ == "conj":
        before = (child for child in saying.children if child.dep_ == "ccomp" and child.i < token.i)
        return token.tag_ in ("VBD", "VBN") and not says(token) and any(child.i > saying.i for child in before)
    goes_on = (
        token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > saying.i and token.left_edge.nbor(-1).text == ","
    )
    if goes_on and any(child.dep_ == "ccomp" and child.i < saying.i for child in saying.children):
        return True
    added = token.dep_ in ("prep", "advmod") and token.lower_ in ADDING and token.i > saying.i
    claimed = token.dep_ == "xcomp" and any(child.lower_ == "have" and child.dep_ == "aux" for child in token.children)
    return token.dep_ in ("ccomp", "parataxis") or added or claimed


def _puts_toll(verb: Token, told: Told) -> bool:
    """ "The ministry put the toll at 45"."""
    return verb.lower_ in forms("put") and verb.doc[told.words[0]].left_edge.i > verb.i


def _source(verb: Token) -> int:
    """The subject of a verb of saying: its own, the noun that its clause hangs on, that of the verb it is joined to; -1
    where it is not to be seen."""
    for _ in range(3):
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and verb.dep_ == "relcl" and subject.lower_ in RELATIVE:
            return int(verb.head.i)
        if subject is not None:
            return int(subject.i)
        if verb.dep_ not in ("conj", "advcl", "xcomp"):
            return _phrase_before(verb)
        verb = verb.head
    return -1


def _phrase_before(verb: Token) -> int:
    """The noun phrase between a comma and the verb, which the parse has hung elsewhere: "a doctor in Goma said"."""
    start = verb.i
    while start > verb.sent.start and verb.i - start < LONGEST_PHRASE and verb.doc[start - 1].text != ",":
        start -= 1
    if start == verb.i or verb.doc[start - 1].text != ",":
        return -1
    noun = verb.doc[start : verb.i].root
    return int(noun.i) if _may_tell(noun) else -1


def _inside(statement: StatementMention, paragraph: int, token: int) -> bool:
    return any(piece.holds(At(paragraph, token, token + 1)) for piece in statement.content)


def statement_over(doc: Doc, found: Found, paragraph: int, number: Counted) -> StatementMention | None:
    """The innermost statement whose content holds the number, a semicolon between its verb and the number ending it."""
    at = At(paragraph, number.start, number.end)
    holding = [
        (piece.end - piece.start, i, statement)
        for i, statement in enumerate(found.statements.of_paragraph(paragraph))
        for piece in statement.content
        if piece.overlaps(at) and not _is_cut_off(doc, statement, number)
    ]
    return min(holding)[2] if holding else None


def _is_cut_off(doc: Doc, statement: StatementMention, number: Counted) -> bool:
    if statement.finding.form != "indirect" or statement.at.end > number.start:
        return False
    return any(token.text == ";" for token in doc[statement.at.end : number.start])


def _is_quoted(number: Counted, quoted: Sequence[Quotation]) -> bool:
    """Whether the number stands in the quoted words of somebody who is not known."""
    return any(
        mark.at.start <= number.start < mark.at.end and mark.at.end - mark.at.start >= SHORTEST_QUOTATION
        for mark in quoted
    )


def _speaks_to_readers(doc: Doc, number: Counted) -> bool:
    """Whether the sentence is a comment in somebody's own voice: "believe me", "you know"."""
    return any(token.lower_ in words().selves and token.text != "US" for token in doc[number.start].sent)


def is_background(doc: Doc, told: Told) -> bool:
    """Whether a level stands in a clause or phrase set off by commas: "Turkey, which hosts 3.6 million refugees, ..."

    Such an aside is the report's own even inside what somebody is reported to have said.
    """
    if told.measure not in kinds().levels:
        return False
    token = doc[told.clause]
    if is_aside_home(token):
        return True
    for _ in range(4):
        if (
            token.dep_ in ("relcl", "appos", "amod", "acl")
            and token.left_edge.i
            and token.left_edge.nbor(-1).text in COMMAS
        ):
            return True
        token = token.head
    return False


def is_aside_home(token: Token) -> bool:
    """ "Turkey, home to 3.6 million": an aside on the words before the comma."""
    return token.lower_ == "home" and token.i > 1 and token.nbor(-1).text in COMMAS


def vouching_actor(doc: Doc, found: Found, paragraph: int, clause: Clause) -> ActorMention | None:
    """Who confirms or estimates the number, where the sentence says so without a statement."""
    if clause.vouched is None or clause.standing not in ("verified", "estimated"):
        return None
    subject = next((child for child in doc[clause.vouched].children if child.dep_ == "nsubj"), None)
    return next(iter(found.actors.covering(paragraph, subject.i)), None) if subject is not None else None
