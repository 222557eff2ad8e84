"""Who tells a figure: the innermost saying that holds it, and those through whom that came."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.actors import rules as actor_rules
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import Clause, says, standing_by
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.dates import LONG
from onrecord.reading.figures.measures import Told
from onrecord.reading.figures.sayings import saying_of
from onrecord.reading.figures.sources import COMMAS, Saying, cited, may_tell, source_of
from onrecord.reading.found import ActorMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements import speakers
from onrecord.reading.statements.attribution import phrase
from onrecord.reading.statements.quotations import Quotation
from onrecord.vocabulary import settings
from onrecord.vocabulary.figures import forms_of, kinds, words

SPEAKERS = frozenset({"we", "i"})
SHORTEST_QUOTATION = 4
LONGEST_PHRASE = 12
SIDES = frozenset({"armed force", "armed group", "militia"})
DEFINITE = frozenset({"the", "this", "that"})
UPON = frozenset({"after", "when", "as", "while"})
ASSERTING = frozenset({"assert", "inform"})


class Teller(NamedTuple):
    """To whom the report attributes a figure; nobody where it asserts it itself. `statement` is the saying that holds
    the number, where the statements' reader found one; `on` is when it was said; `standing` is what the word of saying
    gives the number, if it is one of estimating or fearing."""

    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()
    on: Said[When] | None = None
    statement: StatementMention | None = None
    standing: str | None = None


REPORT = Teller()


def teller_of(paragraph: Paragraph, found: Found, each: Chosen, quoted: Sequence[Quotation]) -> Teller | None:
    """Who tells the number; None where somebody does but it cannot be told who."""
    clause, number, told = each.clause, each.number, each.told
    doc = paragraph.doc
    statement = statement_over(doc, found, paragraph.index, number)
    own = statement is not None and (
        is_background(doc, told, statement)
        or _is_of_object(doc, number, statement)
        or _is_of_occasion(doc, number, statement)
    )
    if own:
        return REPORT._replace(statement=statement)
    saying = saying_of(doc, each, statement is not None)
    if saying is not None and statement is not None and doc[saying.source].lower_ in SPEAKERS:
        saying = None  # "we can confirm 31 deaths, the doctor said"
    if saying is not None and told.words[-1] < told.clause == saying.verb:  # one set beside what another says
        return _told_by(paragraph, found, saying, None)
    if saying is not None and (
        statement is None or (saying.source >= 0 and _inside(statement, paragraph.index, saying.verb))
    ):
        return _told_by(paragraph, found, saying, statement)
    if statement is not None:
        if saying is not None and _is_of_another(doc, saying, statement):
            return _told_by(paragraph, found, saying, None)
        return _told_in(paragraph, found, statement)
    vouching = vouching_actor(doc, found, paragraph.index, clause)
    if vouching is not None:
        return Teller((vouching.actor,))
    if each.whole is not None:
        return teller_of(paragraph, found, each.whole, quoted)
    if _is_quoted(number, quoted) or _speaks_to_readers(doc, number, quoted):
        return None
    return None if _goes_on_claiming(doc, found, paragraph.index, number) else REPORT


def _is_of_another(doc: Doc, saying: Saying, statement: StatementMention) -> bool:
    """Whether the verb of a statement is joined to what somebody is said to have done, and so is that one's: "she said
    gunmen had come and insisted that no one was killed"."""
    verb = doc[saying.verb]
    own = statement.at.start <= verb.i < statement.at.end
    return own and verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and says(verb.head.head) and saying.source >= 0


def _told_in(paragraph: Paragraph, found: Found, statement: StatementMention) -> Teller:
    """The speaker of a statement; whom a medium cites, where the statement's reader saw only the medium."""
    finding = statement.finding
    cues = (token.i for token in paragraph.doc[statement.at.start : statement.at.end] if token.pos_ == "VERB")
    quoted = cited(paragraph.doc, next(cues, -1)) if statement.at.paragraph == paragraph.index else None
    per = _people(paragraph, found, quoted.source) if quoted is not None and not finding.via else ()
    standing = _standing(paragraph.doc, statement.at.start) if statement.at.paragraph == paragraph.index else None
    if quoted is None or not per:
        return Teller(finding.speaker, finding.via, finding.on, statement, standing)
    return Teller(per, _without(_people(paragraph, found, quoted.medium), per), finding.on, statement, standing)


def _standing(doc: Doc, saying: int) -> str | None:
    """The standing that a word of saying gives: a verb of estimating, or the estimate that "according to" cites."""
    said = doc[saying]
    if said.lower_ != "according":
        return standing_by(said)
    cited_words = (noun for to in said.children for noun in to.children if noun.dep_ == "pobj")
    return next((standing_by(noun) for noun in cited_words), None)


def _told_by(paragraph: Paragraph, found: Found, saying: Saying, outer: StatementMention | None) -> Teller | None:
    """The speaker of a saying that is known by its syntax alone, through the one who reports it if anybody does."""
    who = _people(paragraph, found, saying.source)
    if not who:
        return None
    days = (date.when for date in found.dates.of_paragraph(paragraph.index) if date.head == saying.verb)
    on = next((day for day in days if day.value.bound == "on" and day.value.unit not in LONG), None)
    via = (*outer.finding.via, *outer.finding.speaker) if outer is not None else ()
    via = _without((*_people(paragraph, found, saying.medium), *via), who)
    return Teller(who, via, on, outer, _standing(paragraph.doc, saying.verb))


def _people(paragraph: Paragraph, found: Found, source: int) -> tuple[Said[Actor], ...]:
    """The actors that the words headed by a token stand for."""
    if source < 0:
        return ()
    return speakers.find(paragraph, found, source, alone=True).actors or _in_words(paragraph, source)


def _without(actors: Sequence[Said[Actor]], named: Sequence[Said[Actor]]) -> tuple[Said[Actor], ...]:
    """The actors that are none of those named already, each once."""
    seen = {actor.value.key for actor in named}
    return tuple({actor.value.key: actor for actor in actors if actor.value.key not in seen}.values())


def _in_words(paragraph: Paragraph, source: int) -> tuple[Said[Actor], ...]:
    """A source in the report's words alone: "state radio", "hospital records"."""
    span = phrase(paragraph.doc, source)
    if span is None or not may_tell(paragraph.doc[source]):
        return ()
    start, end = span
    while start < source and (paragraph.doc[start].dep_ in ("det", "predet", "cc") or paragraph.doc[start].is_punct):
        start += 1
    if end - start > LONGEST_PHRASE:
        end = source + 1
    while end > source + 1 and paragraph.doc[end - 1].tag_ == "POS":
        end -= 1
    name = paragraph.doc[start:end].text
    known = actor_rules.alias([name])
    if known is not None:
        return (Said(known, "alias", (paragraph.span(start, end),)),)
    return (Said(speakers.unnamed(name), "in words", (paragraph.span(start, end),)),)


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


def _goes_on_claiming(doc: Doc, found: Found, paragraph: int, number: Counted) -> bool:
    """Whether the sentence before is what one side claims, and this one goes on about that: "The group said it had
    raided a base. Twelve soldiers died in the attack." Then it is not clear who tells the number."""
    sentence = doc[number.start].sent
    if sentence.start == 0:
        return False
    before = doc[sentence.start - 1].sent
    sayings = (each for each in found.statements.of_paragraph(paragraph) if each.finding.form == "indirect")
    claimed = any(
        before.start <= each.at.start < before.end and any(said.value.type in SIDES for said in each.finding.speaker)
        for each in sayings
    )
    happened = (token for token in sentence if token.pos_ == "NOUN" and token.lower_ in forms_of("happened"))
    return claimed and any(child.lower_ in DEFINITE for token in happened for child in token.lefts)


def _is_quoted(number: Counted, quoted: Sequence[Quotation]) -> bool:
    """Whether the number stands in the quoted words of somebody who is not known."""
    return any(
        mark.at.start <= number.start < mark.at.end and mark.at.end - mark.at.start >= SHORTEST_QUOTATION
        for mark in quoted
    )


def _speaks_to_readers(doc: Doc, number: Counted, quoted: Sequence[Quotation]) -> bool:
    """Whether the sentence is in somebody's own voice ("believe me"), or the paragraph somebody's comment."""
    if any(token.lower_ in words().selves and token.pos_ == "PRON" for token in doc[number.start].sent):
        return True
    own = (token.i for token in doc if token.lower_ in words().speaking and token.pos_ == "PRON")
    return any(not any(mark.at.start <= at < mark.at.end for mark in quoted) for at in own)


def _is_of_object(doc: Doc, number: Counted, statement: StatementMention) -> bool:
    """Whether the number only tells what somebody judged: "condemned an attack that killed three people"."""
    token, described = doc[number.bearer], False
    if statement.finding.act.value in ASSERTING or statement.finding.form != "indirect":
        return _is_of_admission(token)
    while token.head.i != token.i and not statement.at.start <= token.head.i < statement.at.end:
        described = described or token.dep_ in ("relcl", "acl")
        token = token.head
    return described and token.dep_ == "dobj"


def _is_of_admission(token: Token) -> bool:
    """Whether the number is of a deed that somebody only takes upon himself: "claimed responsibility for the attack,
    which killed nine"."""
    for above in token.ancestors:
        if above.lower_ == "for":
            return any(word.lower_ in settings.words().blame for word in (above.head, *above.head.children))
    return False


def _is_of_occasion(doc: Doc, number: Counted, statement: StatementMention) -> bool:
    """Whether the number only tells upon what somebody threatened, demanded or promised: "vowed to fight on after
    scores of protesters were killed"."""
    token = doc[number.bearer]
    if statement.finding.act.value in ASSERTING or statement.finding.form == "direct":
        return False
    while token.head.i != token.i and not statement.at.start <= token.i < statement.at.end:
        if token.dep_ == "advcl" and any(child.lower_ in UPON and child.dep_ == "mark" for child in token.children):
            return True
        token = token.head
    return False


def is_background(doc: Doc, told: Told, statement: StatementMention) -> bool:
    """Whether a level stands in a clause or phrase set off by commas: "Turkey, which hosts 3.6 million refugees, ..."

    Such an aside is the report's own even inside what somebody is reported to have said.
    """
    if told.measure not in kinds().levels or statement.finding.form != "indirect":
        return False
    token = doc[told.clause]
    if is_aside_home(token):
        return True
    for _ in range(4):
        if statement.at.start <= token.i < statement.at.end:
            return False  # what is said inside the aside: "the UN, which said that 200,000 had fled"
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
    subject = source_of(doc[clause.vouched])
    if subject < 0 or doc[subject].dep_ == "nsubjpass":  # "3,000 people are estimated to have fled"
        return None
    return next(iter(found.actors.covering(paragraph, subject)), None)
