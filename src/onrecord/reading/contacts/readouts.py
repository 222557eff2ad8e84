"""Each side's account of a contact: what its own people say of it, in its sentence or right behind it."""

from collections.abc import Iterator, Sequence

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, Readout
from onrecord.model.said import Said
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary.contacts import contacts, nouns

BEHIND = 3  # sentences
LONGEST = 80  # tokens


def readouts(report: Report, found: Found, passages: Sequence[At], contact: ContactFinding) -> tuple[Readout, ...]:
    """What the sides say of a contact told in `passages`: sayings by them in its sentences, by "readout" or to one
    another in the sentences right behind."""
    told, sides = [], contact.between
    for statement in found.statements:
        if not any(_of_side(speaker.value, sides) for speaker in statement.finding.speaker):
            continue
        if any(_inside(statement, passage) or _behind(report, statement, passage, contact) for passage in passages):
            told.append(statement)
    return tuple(readout for statement in told for readout in _readout(report, statement))


def _readout(report: Report, statement: StatementMention) -> Iterator[Readout]:
    piece = statement.content[0]
    says = in_words(report.paragraphs[piece.paragraph], piece.start, min(piece.end, piece.start + LONGEST))
    yield Readout(by=statement.finding.speaker, says=says)


def _of_side(speaker: Actor, sides: Sequence[Said[Actor]]) -> bool:
    """Whether the speaker is one of the sides, or speaks for the state of one."""
    for side in sides:
        if speaker.key == side.value.key:
            return True
        if speaker.country is not None and speaker.country in (side.value.country, side.value.name):
            return True
    return False


def _inside(statement: StatementMention, passage: At) -> bool:
    return any(passage.overlaps(each) for each in (statement.at, *statement.content))


def _speaks_of(report: Report, statement: StatementMention, form: str) -> bool:
    """Whether what is said speaks of such a contact: "said the patrol had been put off"."""
    for piece in statement.content:
        doc = report.paragraphs[piece.paragraph].doc
        for token in doc[piece.start : piece.end]:
            told = [trigger.kind for trigger in nouns().get(token.lower_, ())]
            if form in told and token.pos_ == "NOUN" and is_definite(token):
                return True
    return False


def _behind(report: Report, statement: StatementMention, passage: At, contact: ContactFinding) -> bool:
    """Whether the saying comes within a few sentences and is told as an account of it, or to another side."""
    if statement.at.paragraph != passage.paragraph or statement.at.start < passage.end:
        return False
    doc = report.paragraphs[passage.paragraph].doc
    sentence = doc[statement.at.start].sent
    starts = sum(token.is_sent_start is True for token in doc[passage.end : sentence.start + 1])
    if starts > BEHIND:
        return False
    told = statement.finding.to
    if _speaks_of(report, statement, contact.form.value):
        return True
    to_a_side = told is not None and any(side.value.name.split()[-1] in told.value for side in contact.between)
    return to_a_side or any(token.lower_ in contacts().readouts for token in sentence)
