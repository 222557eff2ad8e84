"""Each side's account of a contact: what its own people say of it, in its sentence or right behind it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, Readout
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import sent_by, state_at
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import is_noun, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.contacts import contacts, nouns

BEHIND = 3  # sentences
FURTHER = 2  # paragraphs
POWERS = frozenset({"state", "government body"})
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
    """What a side's account says, though it tells what another said: "the Kremlin readout said Putin had blamed",
    "Putin had blamed Kyiv, the Kremlin readout said"."""
    doc = paragraph.doc
    for token in doc[statement.at.start].sent if statement.at.paragraph == paragraph.index else ():
        if token.dep_ != "nsubj" or not says(token.head):
            continue
        by = _whose(paragraph, found, token)
        told = _told(token, statement.at.start)
        if by and told is not None:
            return Readout(by=by, says=in_words(paragraph, *told))
    return None


def _whose(paragraph: Paragraph, found: Found, account: Token) -> tuple[Said[Actor], ...]:
    """Whose account the word names: "the Kremlin readout", or of a state whatever speaks for it ("Ankara's note")."""
    named = word(account) in contacts().readouts
    if not named and (not is_noun(account) or found.actors.covering(paragraph.index, account.i)):
        return ()
    owners = [child for child in account.children if child.dep_ == "poss" or (named and child.dep_ == "compound")]
    told = tuple(each.actor for child in owners for each in found.actors.covering(paragraph.index, child.i))
    if named:
        return told or tuple(sent_by(paragraph, found, account))
    states = (state_at(paragraph, found, child) for child in owners)
    by = told or tuple(state for state in states if state is not None)
    return by if all(actor.value.type in POWERS for actor in by) else ()


def _told(account: Token, at: int) -> tuple[int, int] | None:
    """From where to where what an account says goes, if the word at `at` is part of it."""
    verb = account.head
    before = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < account.i), None)
    if before is not None and before.left_edge.i <= at <= before.right_edge.i:
        start, end = before.left_edge.i, min(before.right_edge.i + 1, account.left_edge.i)
    elif verb.i < at:
        start, end = verb.i + 1, min(verb.sent.end, verb.i + 1 + LONGEST)
        start += account.doc[start].lower_ == "that"
    else:
        return None
    while start < end and account.doc[end - 1].is_punct and not account.doc[end - 1].is_quote:
        end -= 1
    return (start, min(end, start + LONGEST)) if start < end else None


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
    told = statement.finding.to
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
    if to_a_side or _speaks_of(report, statement, contact.form.value):
        return True
    return any(token.lower_ in contacts().readouts for token in sentence)
