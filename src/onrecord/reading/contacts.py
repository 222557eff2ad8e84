"""Contacts: calls, meetings, delegations, talks, summits, conferences, patrols: who with whom, when, where.

A contact is told by a verb or a noun between sides that the words name; a word that may mean much else ("call", "meet")
tells one only between two. "The talks" that go on with one told before are the same contact, and cite it further.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Span, Token

from onrecord.model.findings import ContactFinding, Observation
from onrecord.reading import contact_status, deed_background, deed_setting, deeds
from onrecord.reading.contact_readouts import readouts
from onrecord.reading.contact_sides import Sides, sides
from onrecord.reading.deed_setting import Around
from onrecord.reading.deed_triggers import NOUNS, at_token
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import nouns, verbs, words
from onrecord.vocabulary.triggers import tells

__all__ = ["RULES", "find", "observations"]

Contact = DeedMention[ContactFinding]
ALIKE = frozenset({"talks", "meeting", "delegation visit", "summit", "conference"})


def _is_form(value: object, cited: Sequence[str]) -> bool:
    return value in (*tells(verbs(), cited), *tells(nouns(), cited))


RULES: dict[str, Rule] = {**deeds.RULES, **contact_status.RULES, "contact word": _is_form}


def find(report: Report, found: Found) -> tuple[Contact, ...]:
    """The contacts of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    told: list[Contact] = []
    for paragraph, sentence in deeds.sentences(around):
        for contact, known in _of_sentence(paragraph, sentence, found, around):
            before = next((at for at in reversed(range(len(told))) if _goes_on(told[at], contact, known)), None)
            if before is None:
                told.append(contact)
            else:
                told[before] = _joined(told[before], contact)
    kept = (contact for contact in told if len(contact.finding.between) > 1)
    return tuple(_with_readouts(report, found, contact) for contact in kept)


def observations(report: Report, mentions: Sequence[Contact]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "contact", mentions)


def _of_sentence(paragraph: Paragraph, sentence: Span, found: Found, around: Around) -> Iterator[tuple[Contact, bool]]:
    """The contacts of a sentence, each with whether it is spoken of as known ("the talks")."""
    for token in sentence:
        for form, phrase in at_token(token, verbs(), nouns()):
            contact = _contact(paragraph, found, around, token, form, phrase)
            if contact is not None:
                yield contact, _is_known(token)
            break


def _contact(
    paragraph: Paragraph, found: Found, around: Around, token: Token, form: str, phrase: tuple[int, ...]
) -> Contact | None:
    between = sides(paragraph, found, token)
    sure = token.lower_ not in words("unsure")
    if len(between) < 2 and not (sure and _is_known(token)):
        return None
    if any(child.lower_ in words("private") for child in token.children) or deed_background.is_background(token):
        return None
    status = contact_status.status_of(paragraph, token)
    setting = deed_setting.setting_of(paragraph, found, token, around)
    if status is None or setting is None:
        return None
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (deeds.evidence(paragraph, token),),
        ContactFinding(
            form=deeds.cited(paragraph, form, "contact word", phrase),
            status=status,
            between=between,
            **deeds.told(setting, on_the_ground=False),
        ),
    )


def _is_known(token: Token) -> bool:
    return token.pos_ in NOUNS and any(child.lower_ in ("the", "these", "those") for child in token.children)


def _goes_on(before: Contact, contact: Contact, known: bool) -> bool:
    """Whether a contact is the one told before: of a like form, between the same sides or some of them."""
    one, other = before.finding, contact.finding
    forms = {one.form.value, other.form.value}
    if len(forms) > 1 and not forms <= ALIKE:
        return False
    keys, others = _keys(one.between), _keys(other.between)
    if not others <= keys or (not known and others != keys):
        return False
    days = {finding.on.value for finding in (one, other) if finding.on is not None}
    return len(days) < 2 and {one.status.value, other.status.value} not in ({"planned", "held"}, {"proposed", "held"})


def _keys(between: Sides) -> set[str]:
    return {actor.value.key for actor in between}


def _joined(before: Contact, contact: Contact) -> Contact:
    """The contact with what its later telling adds."""
    one, other = before.finding, contact.finding
    finding = structs.replace(
        one,
        on=one.on or other.on,
        recent=one.recent and other.on is None,
        place=one.place or other.place,
    )
    return before._replace(evidence=tuple(dict.fromkeys((*before.evidence, *contact.evidence))), finding=finding)


def _with_readouts(report: Report, found: Found, contact: Contact) -> Contact:
    told = readouts(report, found, contact.evidence, contact.finding.between)
    return contact._replace(finding=structs.replace(contact.finding, readouts=told))
