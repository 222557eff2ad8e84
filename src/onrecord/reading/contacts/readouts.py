"""Each side's account of a contact: what its own people say of it, in its sentence or right behind it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, Readout
from onrecord.model.said import Said
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.contacts import contacts, nouns

BEHIND = 3  # sentences
LONGEST = 80  # tokens


def readouts(report: Report, found: Found, contact: DeedMention[ContactFinding]) -> tuple[Readout, ...]:
    """What the sides say of a contact: sayings by them in its sentences, by "readout" or to one another in the
    sentences right behind."""
    told, sides, passages = [], contact.finding.between, contact.evidence
    for statement in found.statements:
        if not any(_of_side(speaker.value, sides) for speaker in statement.finding.speaker):
            continue
        inside = any(_inside(statement, passage) for passage in passages) and not _is_beside(
            report, found, statement, contact
        )
        if inside or any(_behind(report, statement, passage, contact.finding) for passage in passages):
            told.append(statement)
    made = (readout for statement in told for readout in _readout(report, found, statement))
    return tuple({readout.says.words: readout for readout in made}.values())


def _readout(report: Report, found: Found, statement: StatementMention) -> Iterator[Readout]:
    piece = statement.content[0]
    paragraph = report.paragraphs[piece.paragraph]
    account = _account(paragraph, found, statement)
    if account is not None:
        yield account
        return
    says_ = in_words(paragraph, piece.start, min(piece.end, piece.start + LONGEST))
    yield Readout(by=statement.finding.speaker, says=says_)


def _account(paragraph: Paragraph, found: Found, statement: StatementMention) -> Readout | None:
    """What a side's account says, though it tells what another said: "the Kremlin readout said Putin had blamed"."""
    doc = paragraph.doc
    for token in doc[statement.at.start].sent if statement.at.paragraph == paragraph.index else ():
        verb = token.head
        if word(token) in contacts().readouts and token.dep_ == "nsubj" and says(verb) and verb.i < statement.at.start:
            whose = [child for child in token.children if child.dep_ in ("compound", "poss")]
            by = tuple(each.actor for child in whose for each in found.actors.covering(paragraph.index, child.i))
            start, end = verb.i + 1, min(verb.sent.end, verb.i + 1 + LONGEST)
            start += doc[start].lower_ == "that"
            end -= doc[end - 1].is_punct
            return Readout(by=by, says=in_words(paragraph, start, end)) if by and start < end else None
    return None


def _of_side(speaker: Actor, sides: Sequence[Said[Actor]]) -> bool:
    """Whether the speaker is one of the sides, or speaks for the state of one; the media of a country do not."""
    for side in sides:
        if speaker.key == side.value.key:
            return True
        if (
            speaker.country is not None
            and speaker.type != "media"
            and speaker.country in (side.value.country, side.value.name)
        ):
            return True
    return False


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
    if any(piece.overlaps(at) for each in found.statements for piece in each.content):
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
