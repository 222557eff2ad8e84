"""Who gives which version of what was said at a contact: sayings, readouts that tell it themselves, what each heard.

A version is given by an office, a spokesman or the state of a side, or by a document of theirs. "The readout", "it" and
"the directorate", by themselves, are those of the teller before, or of the account that the sentence before speaks of.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding
from onrecord.model.said import Said
from onrecord.reading.contacts.parties import Sides, state_of
from onrecord.reading.contacts.whose import sent_by, state_at
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, is_noun, own_subjects, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.setting import Around
from onrecord.reading.found import DeedMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.contacts import contacts, nouns

POWERS = frozenset({"state", "government body"})
SUBJECTS = frozenset({"nsubj"})
HELPING = frozenset({"aux", "neg"})
BEFORE_COMMA = 12  # tokens of a subject that a saying parts from its verb
PARTED = 10  # tokens of such a saying
Pieces = tuple[tuple[int, int], ...]


class Version(NamedTuple):
    """Words by which a version is given: the token that tells it, that of the source, what is told, and whether it is
    the source's own telling ("the readout makes no mention of")."""

    head: int
    source: int
    pieces: Pieces
    tells: bool = False


class Told(NamedTuple):
    """One version: whose it is, and whether it names itself one ("the readout says")."""

    by: tuple[Said[Actor], ...]
    version: Version
    named: bool


def versions(around: Around, paragraph: Paragraph) -> list[Version]:
    """All versions that a paragraph gives of anything, in the order of the text."""
    found = [each for sentence in paragraph.doc.sents for each in _parted(sentence)]
    parted = {paragraph.doc[each.head].sent.start for each in found}
    found += [
        Version(saying.head, saying.by.source, saying.content)
        for saying in around.sayings(paragraph)
        if saying.by.source >= 0
        and paragraph.doc[saying.head].sent.start not in parted
        and word(paragraph.doc[saying.head]) != "hear"
    ]
    told = {each.head for each in found}
    for token in paragraph.doc:
        if token.pos_ == "VERB" and token.i not in told and word(token) in contacts().versions:
            found += _own_telling(token)
    return sorted(found)


def told_by(
    around: Around, paragraph: Paragraph, version: Version, teller: Sides, contact: DeedMention[ContactFinding]
) -> Told | None:
    """Who gives the version, where it is not a side's own person; `teller` gave the one before."""
    source = paragraph.doc[version.source]
    if _is_account(source) or source.lower_ == "it":
        account = source if source.lower_ != "it" else _account_before(source)
        by = _owners(around, paragraph, account) if account is not None else ()
        by = by or (teller if is_definite(source) and source.lower_ != "it" else ())
        return Told(by, version, named=True) if by else None
    if version.tells and word(paragraph.doc[version.head]) != "hear":
        return None
    if is_noun(source) and not around.found.actors.covering(paragraph.index, source.i):
        by = _of_capital(around, paragraph, source)
        if by:
            return Told(by, version, named=True)
    by = _speakers(around, paragraph, version)
    if not by or all(each.value.type == "other" for each in by):
        own = _of_office(around, paragraph, source, teller) or _of_first(paragraph, source, version, contact)
        by = own or by
    if by and all(each.value.type == "person" and each.value.country is None for each in by):
        by = _of_body(source, teller or contact.finding.per) or by
    return Told(by, version, named=version.tells) if by else None


def _speakers(around: Around, paragraph: Paragraph, version: Version) -> Sides:
    statements = around.found.statements.of_paragraph(paragraph.index)
    statement = next((each for each in statements if each.at.start <= version.head < each.at.end), None)
    if statement is not None and statement.finding.speaker:
        return statement.finding.speaker
    named = around.found.actors.covering(paragraph.index, version.source)
    return tuple(each.actor for each in named if each.head == version.source)[:1]


def _is_account(noun: Token) -> bool:
    """Whether the noun is one for a side's account: "the readout", "his side of the conversation"."""
    if word(noun) in contacts().readouts | contacts().papers:
        return True
    told = (each for each in behind(noun, ("of",)) if word(noun) == "side")
    return any(not trigger.others for each in told for trigger in nouns().get(each.lower_, ()))


def _account_before(pronoun: Token) -> Token | None:
    """The account that "it" speaks of, or of him whose account it is: in its own sentence or the one before."""
    start = pronoun.sent.start
    first = pronoun.doc[start - 1].sent.start if start > 0 else start
    return next((token for token in reversed(pronoun.doc[first : pronoun.i]) if _is_account(token)), None)


def _owners(around: Around, paragraph: Paragraph, account: Token) -> Sides:
    """Whose account it is: "the Kremlin readout", "Kyiv's version of the call", "a note from Ankara", "the presidency
    has put out its account", "the readout issued in Kigali"."""
    found = around.found
    before = [child for child in account.children if child.dep_ in ("poss", "compound") and child.pos_ != "PRON"]
    named = [each.actor for child in before for each in found.actors.covering(paragraph.index, child.i)]
    if named:
        return tuple(actor for actor in named if actor.value.type in POWERS)
    told = _of_capital(around, paragraph, account) or tuple(sent_by(paragraph, found, account))
    return told or _issued(around, paragraph, account) or _giver(around, paragraph, account)


def _issued(around: Around, paragraph: Paragraph, account: Token) -> Sides:
    """The state in whose capital it came out."""
    clauses = (child for child in account.children if child.dep_ == "acl")
    places = (noun for clause in clauses for noun in behind(clause, ("in", "by", "from")))
    states = (state_at(paragraph, around.found, noun) for noun in places)
    return tuple(state for state in states if state is not None)[:1]


def _giver(around: Around, paragraph: Paragraph, account: Token) -> Sides:
    """Who gives it: "Tshisekedi's office gave a milder version"."""
    verb = account.head
    if account.dep_ != "dobj" or verb.pos_ not in VERBS or word(verb) not in contacts().giving:
        return ()
    for subject in own_subjects(verb):
        owners = [child for child in subject.children if child.dep_ == "poss"] + list(behind(subject, ("of",)))
        for noun in (subject, *owners):
            named = around.found.actors.covering(paragraph.index, noun.i)
            sides = tuple(each.actor for each in named if each.actor.value.type in ("person", *POWERS))
            if sides:
                return sides[:1]
    return ()


def _of_capital(around: Around, paragraph: Paragraph, source: Token) -> Sides:
    """The state whatever speaks for it: "Ankara's telling"."""
    owners = [child for child in source.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
    named = tuple(each.actor for child in owners for each in around.found.actors.covering(paragraph.index, child.i))
    if named:
        return named if all(each.value.type in POWERS for each in named) else ()
    states = (state_at(paragraph, around.found, child) for child in owners)
    return tuple(state for state in states if state is not None)


def _of_office(around: Around, paragraph: Paragraph, source: Token, teller: Sides) -> Sides:
    """For whom an office speaks that is not known by name: "the Kremlin press service", "the Presidency in Pretoria";
    "the directorate" told of before."""
    if source.pos_ not in NOUNS or word(source) not in contacts().offices:
        return ()
    at = At(paragraph.index, source.left_edge.i, source.i)
    owners = tuple(each.actor for each in around.found.actors.within(at) if each.actor.value.type in POWERS)
    owners = owners or tuple(each for each in sent_by(paragraph, around.found, source) if each.value.type in POWERS)
    seats = (state_at(paragraph, around.found, noun) for noun in behind(source, ("in",)))
    owners = owners or tuple(state for state in seats if state is not None)
    if owners:
        return owners[:1]
    again = is_definite(source) and all(source.lower_ in each.value.name.casefold().split() for each in teller)
    return teller if again else ()


def _of_body(source: Token, before: Sides) -> Sides:
    """The body told of before for which somebody speaks: "presidency spokesman", behind "the Egyptian presidency"."""
    words = {token.lower_ for token in source.doc[source.left_edge.i : source.i]} & contacts().offices
    return before if any(words & set(each.value.name.casefold().split()) for each in before) else ()


def _of_first(paragraph: Paragraph, source: Token, version: Version, contact: DeedMention[ContactFinding]) -> Sides:
    """The state of the side that is named first, where an office by itself tells of the contact: "Petro telephoned his
    counterpart, the presidency said"."""
    bare = all(child.dep_ in ("det", "punct") for child in source.children)
    if word(source) not in contacts().offices or not bare or not is_definite(source):
        return ()
    if not any(At(paragraph.index, *piece).holds(contact.at) for piece in version.pieces):
        return ()
    state = state_of(contact.finding.between[0])
    return (state,) if state is not None else ()


def _parted(sentence: Span) -> Iterator[Version]:
    """A saying that parts a subject from its verb: "The two leaders, a spokesman said, affirmed their rejection"."""
    commas = [token.i - sentence.start for token in sentence if token.text == ","]
    for opens, closes in pairwise(commas):
        cue = sentence[closes - 1]
        inside = sentence[opens + 1 : closes - 1]
        if not 0 < opens <= BEFORE_COMMA or not 1 < closes - opens <= PARTED or not says(cue) or not len(inside):
            continue
        parts = closes + 1 < len(sentence) and sentence[closes + 1].tag_ in ("VBD", "VBZ", "VBP")
        if parts and not any(token.pos_ in VERBS for token in (*sentence[:opens], *inside)):
            end = sentence.end - (sentence[-1].text in ".!?")
            yield Version(
                cue.i, inside[-1].i, ((sentence.start, sentence.start + opens), (sentence.start + closes + 1, end))
            )
            return


def _own_telling(verb: Token) -> Iterator[Version]:
    """What an account tells by itself, or a capital heard: "Cairo's account made no mention of a mission"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) != 1 or any(child.dep_ == "auxpass" for child in verb.children):
        return
    source = subjects[0]
    if not (_is_account(source) or source.lower_ == "it" or word(verb) == "hear"):
        return
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in HELPING and child.i > source.i)])
    end = int(verb.right_edge.i) + 1
    for token in verb.doc[verb.i : end]:
        if token.text in (";", ".", "—", "–"):
            end = token.i
            break
    if word(verb) == "hear":
        first = verb.i + 1
    if first < end:
        yield Version(verb.i, source.i, ((first, end),), tells=True)
