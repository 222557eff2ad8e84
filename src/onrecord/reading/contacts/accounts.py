"""What those who speak for a side tell of a contact: "the two leaders discussed the border, the presidency said".

Such an account is told by an office, a spokesman or the state of a side, or by a document of theirs; what it tells is
what the sides said or did at the contact. "The readout" and "the directorate", by themselves, are those of the teller
before.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, Readout
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import Sides, sent_by, state_at
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, VERBS, is_noun, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import DeedMention
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements.attribution import Attribution
from onrecord.vocabulary.contacts import contacts, nouns, verbs

BEHIND = 3  # sentences of the contact's own paragraph
FURTHER = 2  # paragraphs
LONGEST = 80  # tokens
FEWEST = 2  # words of an account beside the sides and the word for the contact
POWERS = frozenset({"state", "government body"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
TITLES = frozenset({"compound", "amod", "nmod", "poss"})
TO_COME = frozenset({"will", "would", "wo", "'ll", "’ll"})
OFTEN = frozenset({"talks", "meeting", "conference", "summit", "delegation visit"})


class Told(NamedTuple):
    """One account: whose it is, the saying, and whether it names itself one ("the readout says")."""

    by: tuple[Said[Actor], ...]
    saying: Attribution
    named: bool


def accounts(
    around: Around, contact: DeedMention[ContactFinding], others: Sequence[DeedMention[ContactFinding]]
) -> Iterator[tuple[At, Readout]]:
    """The accounts of a contact, each with where its words stand; `others` are all contacts of the report."""
    teller: tuple[Said[Actor], ...] = ()
    told_in = {passage.paragraph for passage in contact.evidence}
    reach = sorted({index + further for index in told_in for further in range(FURTHER + 1)})
    for paragraph in (around.report.paragraphs[index] for index in reach if index < len(around.report.paragraphs)):
        for saying in around.sayings(paragraph):
            told = _told(around, paragraph, saying, teller)
            if told is None or not all(is_of_side(each.value, contact.finding.between) for each in told.by):
                continue
            piece = _piece(paragraph, saying)
            if piece is None or not _is_of(around, paragraph, told, piece, contact, others):
                continue
            teller = told.by
            at = At(paragraph.index, *piece)
            if contact.finding.status.value != "held" or tells_more(around, paragraph, at, contact.finding.between):
                yield at, Readout(by=told.by, says=in_words(paragraph, *piece))


def is_of_side(speaker: Actor, sides: Sequence[Said[Actor]]) -> bool:
    """Whether the speaker is one of the sides, or speaks for the state of one; the media of a country do not."""
    for side in sides:
        if speaker.key == side.value.key:
            return True
        country = speaker.country if speaker.type != "media" else None
        if country is not None and country in (side.value.country, side.value.name):
            return True
    return False


def _told(around: Around, paragraph: Paragraph, saying: Attribution, teller: Sides) -> Told | None:
    """Who tells what is said, where it is not a side's own person."""
    if saying.by.source < 0:
        return None
    source = paragraph.doc[saying.by.source]
    if word(source) in contacts().readouts | contacts().papers:
        by = _owners(around, paragraph, source) or (teller if is_definite(source) else ())
        return Told(by, saying, named=True) if by else None
    if is_noun(source) and not around.found.actors.covering(paragraph.index, source.i):
        by = _of_capital(around, paragraph, source)
        if by:
            return Told(by, saying, named=True)
    statement = next(
        (
            each
            for each in around.found.statements.of_paragraph(paragraph.index)
            if each.at.start <= saying.head < each.at.end
        ),
        None,
    )
    by = statement.finding.speaker if statement is not None else ()
    if not by or all(each.value.type == "other" for each in by):
        by = _of_office(around, paragraph, source, teller) or by
    return Told(by, saying, named=False) if by else None


def _owners(around: Around, paragraph: Paragraph, account: Token) -> Sides:
    """Whose account it is: "the Kremlin readout", "Kyiv's version of the call", "a note from Ankara"."""
    found = around.found
    before = [child for child in account.children if child.dep_ in ("poss", "compound")]
    named = [each.actor for child in before for each in found.actors.covering(paragraph.index, child.i)]
    if named:
        return tuple(actor for actor in named if actor.value.type in POWERS)
    return _of_capital(around, paragraph, account) or tuple(sent_by(paragraph, found, account))


def _of_capital(around: Around, paragraph: Paragraph, source: Token) -> Sides:
    """The state whatever speaks for it: "Ankara's telling"."""
    owners = [child for child in source.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
    named = tuple(each.actor for child in owners for each in around.found.actors.covering(paragraph.index, child.i))
    if named:
        return named if all(each.value.type in POWERS for each in named) else ()
    states = (state_at(paragraph, around.found, child) for child in owners)
    return tuple(state for state in states if state is not None)


def _of_office(around: Around, paragraph: Paragraph, source: Token, teller: Sides) -> Sides:
    """For whom an office speaks that is not known by name: "the Kremlin press service"; "the directorate" told of
    before."""
    if source.pos_ not in NOUNS or word(source) not in contacts().offices:
        return ()
    at = At(paragraph.index, source.left_edge.i, source.i)
    owners = tuple(each.actor for each in around.found.actors.within(at) if each.actor.value.type in POWERS)
    owners = owners or tuple(each for each in sent_by(paragraph, around.found, source) if each.value.type in POWERS)
    if owners:
        return owners[:1]
    again = is_definite(source) and all(source.lower_ in each.value.name.casefold().split() for each in teller)
    return teller if again else ()


def _piece(paragraph: Paragraph, saying: Attribution) -> tuple[int, int] | None:
    """The words of what is said, without the word that leads to them."""
    if len(saying.content) != 1:
        return None
    start, end = saying.content[0]
    start += paragraph.doc[start].lower_ == "that"
    return (start, min(end, start + LONGEST)) if start < end else None


def _is_of(
    around: Around,
    paragraph: Paragraph,
    told: Told,
    piece: tuple[int, int],
    contact: DeedMention[ContactFinding],
    others: Sequence[DeedMention[ContactFinding]],
) -> bool:
    """Whether the account is one of this contact: it tells it, or comes right behind it and tells what was said."""
    at, cue = At(paragraph.index, *piece), At(paragraph.index, told.saying.head, told.saying.head + 1)
    if at.holds(contact.at):
        return not only_dates(paragraph, at)
    if cue < contact.at or any(_is_nearer(other, contact, cue, told.by) for other in others):
        return False
    if contact.finding.status.value != "held":
        return False
    if told.named:
        return True
    own = {each.value.key for each in told.by}.isdisjoint(each.value.key for each in contact.finding.between)
    passages = [each for each in contact.evidence if each.paragraph == paragraph.index and each.start < cue.start]
    near = any(_sentences(paragraph, each.start, cue.start) <= BEHIND for each in passages)
    return own and _is_told_there(around, paragraph, piece, contact.finding, near)


def _is_nearer(
    other: DeedMention[ContactFinding], contact: DeedMention[ContactFinding], cue: At, by: Sequence[Said[Actor]]
) -> bool:
    """Whether another contact of theirs is told of after this one, before the account."""
    if not contact.at < other.at < cue or other.finding.status.value != "held":
        return False
    return all(is_of_side(each.value, other.finding.between) for each in by)


def _sentences(paragraph: Paragraph, start: int, end: int) -> int:
    return sum(token.is_sent_start is True for token in paragraph.doc[start + 1 : end + 1])


def _is_told_there(
    around: Around, paragraph: Paragraph, piece: tuple[int, int], contact: ContactFinding, near: bool
) -> bool:
    """Whether what is told is what the sides said or did there: `near` it, that one of them spoke of something will do;
    further on, they must be told of together, or the contact named."""
    verb = _main(paragraph, piece)
    if verb is None or any(child.lower_ in TO_COME for child in verb.children if child.dep_ == "aux"):
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or not piece[0] <= subject.i < piece[1]:
        return False
    if _is_it(subject, contact.form.value):
        return word(verb) in contacts().covering
    exchanged = word(verb) in contacts().exchanging
    if not exchanged and not says(verb):
        return False
    if (_are_all(subject) and (near or exchanged)) or any(
        _is_it(token, contact.form.value) for token in paragraph.doc[piece[0] : piece[1]]
    ):
        return True
    to_another = any(child.dep_ in ("dobj", "dative") and _is_side(around, paragraph, child, contact) for child in
                     verb.children)  # fmt: skip
    return (near or to_another) and _is_side(around, paragraph, subject, contact)


def _main(paragraph: Paragraph, piece: tuple[int, int]) -> Token | None:
    """The main verb of the words."""
    for token in paragraph.doc[piece[0] : piece[1]]:
        outside = not piece[0] <= token.head.i < piece[1] or token.head.i == token.i
        if token.pos_ in VERBS and outside:
            return token
    return None


def _are_all(subject: Token) -> bool:
    """Whether the words stand for all sides together: "the two leaders", "both sides", "they"."""
    if subject.lower_ in contacts().jointly:
        return True
    return subject.tag_ == "NNS" and is_noun(subject) and is_definite(subject) and word(subject) in contacts().officials


def _is_it(token: Token, form: str) -> bool:
    """Whether the noun speaks of the contact: "the meeting touched on", "in the call"."""
    if token.pos_ not in NOUNS or not is_definite(token):
        return False
    forms = {trigger.kind for trigger in nouns().get(token.lower_, ()) if not trigger.others}
    return form in forms or (form in OFTEN and not OFTEN.isdisjoint(forms))


def _is_side(around: Around, paragraph: Paragraph, name: Token, contact: ContactFinding) -> bool:
    """Whether the word names a side or its leader, or the state of one."""
    named = around.found.actors.covering(paragraph.index, name.i)
    if not named and name.pos_ == "PROPN":  # "Xi", behind "Xi Jinping"
        return any(each.value.type == "person" and name.text in each.value.name.split() for each in contact.between)
    return any(
        each.actor.value.type in ("person", *POWERS) and is_of_side(each.actor.value, contact.between)
        for each in named
        if each.head == name.i
    )


def only_dates(paragraph: Paragraph, piece: At) -> bool:
    """Whether what is said tells of a contact only when it was: "the call came a day after two soldiers were
    killed"."""
    verb = _main(paragraph, (piece.start, piece.end))
    return (
        verb is not None
        and word(verb) in {"come", *contacts().following}
        and any(
            child.dep_ == "nsubj" and any(True for _ in at_token(child, verbs(), nouns())) for child in verb.children
        )
    )


def tells_more(around: Around, paragraph: Paragraph, at: At, sides: Sides) -> bool:
    """Whether the words tell more than that the sides were in touch, and on what day."""
    actors = around.found.actors.touching(at)
    named = [each.at for each in actors if each.actor.value.type == "person" or is_of_side(each.actor.value, sides)]
    passed = {token for each in (*named, *(date.at for date in around.found.dates.touching(at)))
              for token in range(each.start, each.end)}  # fmt: skip
    told = [token for token in paragraph.doc[at.start : at.end] if token.pos_ in CONTENT and token.i not in passed]
    return sum(not _is_of_contact(token, passed) for token in told) >= FEWEST


def _is_of_contact(token: Token, sides: Collection[int]) -> bool:
    """Whether the word only tells the contact, or the office of a side: "held a telephone call", "Prime Minister"."""
    known = contacts()
    if word(token) in {*known.carrying, *known.talking, *known.kept, *known.officials, *known.call}:
        return True
    if any(True for _ in at_token(token, verbs(), nouns())):
        return True
    return token.dep_ in TITLES and (token.head.i in sides or word(token.head) in {*known.officials, *known.call})
