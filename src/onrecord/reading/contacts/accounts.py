"""What those who speak for a side tell of a contact: "the two leaders discussed the border, the presidency said".

Such an account tells what the sides said or did at the contact, or is named as one: "the readout of Kyiv".
"""

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, Readout
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import Sides
from onrecord.reading.contacts.versions import POWERS, Pieces, Told, Version, told_by, versions
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, VERBS, is_noun, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.telling import words as in_words
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import DeedMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.contacts import contacts, nouns, verbs

BEHIND = 3  # sentences of the contact's own paragraph
FURTHER = 2  # paragraphs
LONGEST = 80  # tokens
FEWEST = 2  # words of an account beside the sides and the word for the contact
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
TITLES = frozenset({"compound", "amod", "nmod", "poss"})
TO_COME = frozenset({"will", "would", "wo", "'ll", "’ll"})
OFTEN = frozenset({"talks", "meeting", "conference", "summit", "delegation visit"})


def accounts(
    around: Around, contact: DeedMention[ContactFinding], others: Sequence[DeedMention[ContactFinding]]
) -> Iterator[tuple[At, Readout]]:
    """The accounts of a contact, each with where its words stand; `others` are all contacts of the report."""
    teller: tuple[Said[Actor], ...] = ()
    told_in = {passage.paragraph for passage in contact.evidence}
    reach = sorted({index + further for index in told_in for further in range(FURTHER + 1)})
    for paragraph in (around.report.paragraphs[index] for index in reach if index < len(around.report.paragraphs)):
        for version in versions(around, paragraph):
            told = told_by(around, paragraph, version, teller, contact)
            if told is None or not all(is_of_side(each.value, contact.finding.between) for each in told.by):
                continue
            piece = _piece(paragraph, version)
            if piece is None or not _is_of(around, paragraph, told, contact, others):
                continue
            teller = told.by
            at = At(paragraph.index, *piece)
            own = version.tells or contact.finding.status.value != "held"
            if own or tells_more(around, paragraph, at, contact.finding.between):
                yield at, Readout(by=told.by, says=in_words(paragraph, *piece))


def _piece(paragraph: Paragraph, version: Version) -> tuple[int, int] | None:
    """The words of what is said, without the word that leads to them; of what is said in two pieces, the longer."""
    if len(version.pieces) > 2:
        return None
    start, end = max(version.pieces, key=lambda piece: piece[1] - piece[0])
    start += paragraph.doc[start].lower_ == "that"
    return (start, min(end, start + LONGEST)) if start < end else None


def is_of_side(speaker: Actor, sides: Sequence[Said[Actor]]) -> bool:
    """Whether the speaker is one of the sides, or speaks for the state of one; the media of a country do not."""
    for side in sides:
        if speaker.key == side.value.key:
            return True
        country = speaker.country if speaker.type != "media" else None
        if country is not None and country in (side.value.country, side.value.name):
            return True
    return False


def _is_of(
    around: Around,
    paragraph: Paragraph,
    told: Told,
    contact: DeedMention[ContactFinding],
    others: Sequence[DeedMention[ContactFinding]],
) -> bool:
    """Whether the account is one of this contact: it tells it, or comes right behind it and tells what was said."""
    said, head = told.version.pieces, told.version.head
    cue = At(paragraph.index, head, head + 1)
    holding = next((piece for piece in said if At(paragraph.index, *piece).holds(contact.at)), None)
    if holding is not None:
        return not is_plan(paragraph.doc[head]) and not only_dates(paragraph, At(paragraph.index, *holding))
    if cue < contact.at or any(_is_nearer(other, contact, cue, told.by) for other in others):
        return False
    if contact.finding.status.value != "held":
        return False
    if told.named:
        return True
    own = {each.value.key for each in told.by}.isdisjoint(each.value.key for each in contact.finding.between)
    passages = [each for each in contact.evidence if each.paragraph == paragraph.index and each.start < cue.start]
    near = any(_sentences(paragraph, each.start, cue.start) <= BEHIND for each in passages)
    return own and _is_told_there(around, paragraph, said, contact.finding, near)


def _is_nearer(
    other: DeedMention[ContactFinding], contact: DeedMention[ContactFinding], cue: At, by: Sequence[Said[Actor]]
) -> bool:
    """Whether another contact of theirs is told of after this one, before the account."""
    if not contact.at < other.at < cue or other.finding.status.value != "held":
        return False
    return all(is_of_side(each.value, other.finding.between) for each in by)


def _sentences(paragraph: Paragraph, start: int, end: int) -> int:
    return sum(token.is_sent_start is True for token in paragraph.doc[start + 1 : end + 1])


def _is_told_there(around: Around, paragraph: Paragraph, said: Pieces, contact: ContactFinding, near: bool) -> bool:
    """Whether what is told is what the sides said or did there: `near` it, that one of them spoke of something will do;
    further on, they must be told of together, or the contact named."""
    verb = _main(paragraph, said)
    if verb is None or any(child.lower_ in TO_COME for child in verb.children if child.dep_ == "aux"):
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if len(said) > 1 and verb.i >= said[1][0]:  # "the two leaders, a spokesman said, affirmed"
        first = range(*said[0])
        subject = next(
            (token for token in paragraph.doc[said[0][0] : said[0][1]] if token.head.i not in first), subject
        )
    if subject is None or not any(start <= subject.i < end for start, end in said):
        return False
    if _is_it(subject, contact.form.value):
        return word(verb) in contacts().covering
    exchanged = word(verb) in contacts().exchanging
    if not exchanged and not says(verb):
        return False
    if (_are_all(subject) and (near or exchanged)) or any(
        _is_it(token, contact.form.value) for start, end in said for token in paragraph.doc[start:end]
    ):
        return True
    to_another = any(child.dep_ in ("dobj", "dative") and _is_side(around, paragraph, child, contact) for child in
                     verb.children)  # fmt: skip
    return (near or to_another) and _is_side(around, paragraph, subject, contact)


def _main(paragraph: Paragraph, said: Pieces) -> Token | None:
    """The main verb of the words."""
    inside = {at for start, end in said for at in range(start, end)}
    for start, end in said:
        for token in paragraph.doc[start:end]:
            if token.pos_ in VERBS and (token.head.i not in inside or token.head.i == token.i):
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


def is_plan(cue: Token) -> bool:
    """Whether what is said of a contact is that it will be: "agreed to meet"."""
    return word(cue) in contacts().agreeing.verbs


def only_dates(paragraph: Paragraph, piece: At) -> bool:
    """Whether what is said tells of a contact only when it was: "the call came a day after two soldiers were
    killed"."""
    verb = _main(paragraph, ((piece.start, piece.end),))
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
    verb = _main(paragraph, ((at.start, at.end),))
    done = verb is not None and word(verb) in contacts().exchanging - {*contacts().talking, *contacts().call}
    if done and verb is not None and any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return True
    shared = verb is not None and word(verb) in contacts().exchanging - {"speak", "talk", "call"}
    return sum(not _is_of_contact(token, passed) for token in told) >= (1 if shared else FEWEST)


def _is_of_contact(token: Token, sides: Collection[int]) -> bool:
    """Whether the word only tells the contact, or the office of a side: "held a telephone call", "Prime Minister"."""
    known = contacts()
    if word(token) in {*known.carrying, *known.talking, *known.kept, *known.officials, *known.call}:
        return True
    if any(True for _ in at_token(token, verbs(), nouns())):
        return True
    return token.dep_ in TITLES and (token.head.i in sides or word(token.head) in {*known.officials, *known.call})
