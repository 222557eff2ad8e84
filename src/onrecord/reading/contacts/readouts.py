"""Each side's account of a contact: what its own people say of it, in its sentence or right behind it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from onrecord.model.findings import ContactFinding, Readout
from onrecord.reading.contacts.accounts import accounts, is_of_side, is_plan, only_dates, tells_more
from onrecord.reading.contacts.joins import LONG
from onrecord.reading.deeds.clause import mark_of, says
from onrecord.reading.deeds.grammar import VERBS, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.found import DeedMention, Found, StatementMention, said_in
from onrecord.reading.report import At, Report
from onrecord.vocabulary.contacts import contacts, nouns

BEHIND = 3  # sentences
FURTHER = 2  # paragraphs
LONGEST = 80  # tokens
BECAUSE = frozenset({"after", "before", "because", "since", "until", "although"})


def readouts(
    around: Around, contact: DeedMention[ContactFinding], others: Sequence[DeedMention[ContactFinding]]
) -> tuple[Readout, ...]:
    """What the sides say of a contact, in the order of the text: the accounts of those who speak for them, and sayings
    by them in its sentences, as their part of it or to one another right behind. `others` are all of the report."""
    if contact.finding.on is not None and contact.finding.on.value.unit in LONG:
        return ()  # "Putin and Zelensky, who last met in 2019"
    told = list(accounts(around, contact, others))
    report, found, sides = around.report, around.found, contact.finding.between
    for statement, passages in _near(found, contact):
        speakers = statement.finding.speaker
        if not speakers or not all(is_of_side(speaker.value, sides) for speaker in speakers):
            continue
        inside = any(_inside(statement, passage) for passage in passages) and not _is_beside(
            report, found, statement, contact
        )
        if inside or any(_behind(report, statement, passage, contact.finding) for passage in passages):
            at, readout = _readout(report, statement)
            paragraph, held = report.paragraphs[at.paragraph], contact.finding.status.value == "held"
            cue = paragraph.doc[statement.at.start : statement.at.end]
            if only_dates(paragraph, at) or (at.holds(contact.at) and any(map(is_plan, cue))):
                continue
            if held and at.holds(contact.at) and not tells_more(around, paragraph, at, sides):
                continue
            if not any(at.overlaps(other) for other, _ in told):
                told.append((at, readout))
    return tuple(readout for _, readout in sorted(told, key=lambda each: each[0]))


def _near(found: Found, contact: DeedMention[ContactFinding]) -> Iterator[tuple[StatementMention, Sequence[At]]]:
    """The statements in the paragraphs that tell of the contact and in those right behind, with its passages there."""
    passages: dict[int, list[At]] = defaultdict(list)
    for passage in contact.evidence:
        for further in range(FURTHER + 1):
            passages[passage.paragraph + further].append(passage)
    near = {id(each): each for index in sorted(passages) for each in said_in(found.statements).get(index, ())}
    for statement in sorted(near.values(), key=lambda each: each.at):
        where = {at.paragraph for at in (statement.at, *statement.content)}
        yield statement, [passage for index in where for passage in passages.get(index, ())]


def _readout(report: Report, statement: StatementMention) -> tuple[At, Readout]:
    piece = statement.content[0]
    at = piece._replace(end=min(piece.end, piece.start + LONGEST))
    says = in_words(report.paragraphs[piece.paragraph], at.start, at.end)
    return at, Readout(by=statement.finding.speaker, says=says)


def _inside(statement: StatementMention, passage: At) -> bool:
    return any(passage.overlaps(each) for each in (statement.at, *statement.content))


def _is_beside(report: Report, found: Found, statement: StatementMention, contact: DeedMention[ContactFinding]) -> bool:
    """Whether a saying in the contact's sentence has nothing to do with it: the contact only tells who speaks ("X, who
    has visited Rwanda, said"), or is what another saying tells."""
    at = contact.at
    if statement.at.paragraph != at.paragraph:
        return False
    deed, cue = (report.paragraphs[at.paragraph].doc[each.at.start] for each in (contact, statement))
    if deed.sent.start != cue.sent.start or any(piece.overlaps(at) for piece in statement.content):
        return False
    if any(piece.overlaps(at) for each in said_in(found.statements).get(at.paragraph, ()) for piece in each.content):
        return True
    if cue.dep_ == "advcl" and mark_of(cue) in BECAUSE:  # "called off the visit after she suggested"
        return True
    return _clause(deed) is not None and _clause(deed) not in {cue.i, *(each.i for each in cue.ancestors)}


def _clause(deed: Token) -> int | None:
    """The verb of the relative clause in which the deed stands."""
    return next((each.i for each in (deed, *deed.ancestors) if each.dep_ == "relcl"), None)


def _speaks_of(report: Report, statement: StatementMention, form: str) -> bool:
    """Whether what is said speaks of such a contact: "said the patrol had been put off"."""
    for piece in statement.content:
        doc = report.paragraphs[piece.paragraph].doc
        for token in doc[piece.start : piece.end]:
            told = [trigger.kind for trigger in nouns().get(token.lower_, ())]
            if form in told and token.pos_ == "NOUN" and is_definite(token):
                return True
    return False


def _is_own_part(sentence: Span) -> bool:
    """Whether the sentence gives a side's own part: "for his part, Aliyev said"."""
    return any(
        token.lower_ in contacts().own_part
        and token.dep_ == "pobj"
        and token.head.lower_ in ("for", "in")
        and any(child.dep_ == "poss" for child in token.children)
        for token in sentence
    )


def _is_of_himself(report: Report, statement: StatementMention, contact: ContactFinding) -> bool:
    """Whether a side's own person tells what was said to him: "no such warning was given to me"."""
    sides = {side.value.key for side in contact.between}
    if not all(speaker.value.key in sides for speaker in statement.finding.speaker):
        return False
    known = contacts()
    for piece in statement.content:
        for token in report.paragraphs[piece.paragraph].doc[piece.start : piece.end]:
            if token.lower_ in ("me", "us") and token.dep_ in ("dobj", "dative", "pobj"):
                verb = token.head if token.dep_ == "dobj" or token.head.pos_ in VERBS else token.head.head
                if says(verb) or word(verb) in known.exchanging | known.giving:
                    return True
    return False


def _behind(report: Report, statement: StatementMention, passage: At, contact: ContactFinding) -> bool:
    """Whether the saying comes within a few sentences and is told as an account of it, or to another side."""
    told = statement.finding.to
    if _is_of_himself(report, statement, contact) and (
        statement.at.paragraph == passage.paragraph or 0 < statement.at.paragraph - passage.paragraph <= FURTHER
    ):
        return statement.at.start >= passage.end or statement.at.paragraph > passage.paragraph
    to_a_side = told is not None and any(side.value.name.split()[-1] in told.value for side in contact.between)
    if statement.at.paragraph != passage.paragraph:
        return to_a_side and 0 < statement.at.paragraph - passage.paragraph <= FURTHER
    if statement.at.start < passage.end:
        return False
    doc = report.paragraphs[passage.paragraph].doc
    sentence = doc[statement.at.start].sent
    starts = sum(token.is_sent_start is True for token in doc[passage.end : sentence.start + 1])
    if starts > BEHIND:
        return False
    if to_a_side or _is_own_part(sentence) or _speaks_of(report, statement, contact.form.value):
        return True
    return any(token.lower_ in contacts().readouts and token.head.lower_ == "in" for token in sentence)
