"""Whether a contact was held, is planned or proposed, was called off or is denied."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.contacts import plans, ways
from onrecord.reading.contacts.occasions import chain
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import VERBS, behind, is_noun, word
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import contacts, inflected
from onrecord.vocabulary.deeds import deeds as deed_words
from onrecord.vocabulary.deeds import signs

RULE, PROPOSED, AGREED, OFF = "contact status", "proposed contact", "agreed contact", "not on the agenda"
ACCOUNT = "account of the contact"
STATUS = {  # by what became of the deed; what was only tried or supposed is no contact
    "happened": "held",
    "ongoing": "held",
    "planned": "planned",
    "called off": "called off",
    "denied": "denied",
}
AT_IT = frozenset({"at", "during", "after", "in"})
TOWARDS = frozenset({"for", "to", "into", "on"})
UPWARD = frozenset({"acomp", "oprd", "prep", "dobj", "xcomp", "ccomp", "pcomp", "conj", "acl", "attr"})
LONGEST_WAY = 6
CAUSING = frozenset({"prompt", "force", "lead", "cause", "oblige", "compel"})
BEHIND = frozenset({"after", "following", "during", "since"})
CONDITIONS = frozenset({"if", "unless", "whether", "until"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def status_of(paragraph: Paragraph, contact: Token) -> Said[str] | None:
    """The status of a contact with the words that tell it; None where it is only supposed or cannot be told."""
    off = _off_the_agenda(contact)
    if off:
        return deeds.cited(paragraph, "denied", OFF, off)
    account = _account(contact)
    if account is not None:
        return deeds.cited(paragraph, "held", ACCOUNT, (account.i,))
    governors = list(_governors(contact))
    if any(_is_conditional(verb) for verb in governors):
        return None
    proposal = _proposal(contact, governors)
    if proposal is not None:
        return deeds.cited(paragraph, "proposed", PROPOSED, (proposal.i,))
    agreed = next((verb for verb in governors if _agrees(verb, contact)), None)
    if agreed is not None:
        return deeds.cited(paragraph, "planned", AGREED, (agreed.i,))
    if _is_timetable(contact):
        return None
    dropped = _dropped(contact)
    if dropped is not None:
        return deeds.cited(paragraph, "called off", RULE, (dropped.i,))
    fate = plans.fate_of(contact)
    if fate is not None:
        return deeds.cited(paragraph, fate.status, fate.rule, fate.words)
    fruitless = _fruitless(contact)
    if fruitless is not None:
        return deeds.cited(paragraph, "held", RULE, (fruitless.i,))
    found = ways.status_of(contact)
    value = STATUS.get(found.status) if found is not None else None
    if value == "denied" and found is not None and (_is_only_spurned(contact, found.words) or _is_not_agreed(contact)):
        return None
    return deeds.cited(paragraph, value, RULE, found.words) if found is not None and value is not None else None


def _dropped(contact: Token) -> Token | None:
    """The verb by which something has made somebody drop it: "prompted the army to call off the talks"."""
    verb = contact.head
    made = contact.dep_ == "dobj" and verb.dep_ in ("xcomp", "ccomp") and word(verb.head) in CAUSING
    real = made and verb.head.tag_ in ("VBD", "VBN") and not _is_denied(verb.head)
    return verb if real and "called off" in signs().get(verb.lower_, ()) else None


def is_begun(contact: Token) -> bool:
    """Whether it is told that the contact began, went on or ended: "the talks started"."""
    verb = contact.head
    begun = contact.dep_ in SUBJECTS and verb.tag_ in ("VBD", "VBN") and word(verb) in contacts().begun
    return begun or plans.went_ahead(contact) is not None


def is_past_plan(contact: Token) -> bool:
    """Whether the plan is one of days gone by: "was due to hold"."""
    for verb in _governors(contact):
        helped = any(
            child.lower_ in contacts().past_plans for child in verb.children if child.dep_ in ("aux", "auxpass")
        )
        if helped or verb.lower_ in contacts().past_plans:
            return True
    return False


def _is_only_spurned(contact: Token, words_: Sequence[int]) -> bool:
    """ "A letter dismissed by the ministry" was written."""
    return any(child.i in words_ and child.dep_ in ("acl", "relcl", "amod") for child in contact.children)


def _is_not_agreed(contact: Token) -> bool:
    """ "No agreement on a meeting" denies no meeting."""
    return contact.dep_ == "pobj" and word(contact.head.head) in contacts().unsettled


def _fruitless(contact: Token) -> Token | None:
    """ "Reached" of "no agreement was reached at the talks", which were held."""
    noun = chain(contact)[-1] if is_noun(contact) else contact
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in AT_IT or verb.tag_ not in ("VBD", "VBN"):
        return None
    none = any(each.lower_ == "no" for child in verb.children if child.dep_ in SUBJECTS for each in child.children)
    return verb if none else None


def _is_timetable(contact: Token) -> bool:
    """ "The visit begins on Wednesday": to come, or begun."""
    verb = contact.head
    return contact.dep_ in SUBJECTS and verb.tag_ in ("VBZ", "VBP") and any(behind(verb, ("on",)))


def _off_the_agenda(contact: Token) -> tuple[int, ...]:
    """ "The meeting is not on the agenda"."""
    verb = contact.head
    if contact.dep_ not in SUBJECTS or word(verb) != "be":
        return ()
    denied = [child.i for child in verb.children if child.lower_ in deed_words().forms.negative]
    agenda = [noun.i for noun in behind(verb, ("on", "in")) if noun.lower_ in contacts().agenda]
    return (denied[0], agenda[0]) if denied and agenda else ()


def _account(contact: Token) -> Token | None:
    """ "The readout of the call"."""
    above = contact.head.head
    told = contact.dep_ == "pobj" and contact.head.lower_ == "of" and word(above) in contacts().readouts
    return above if told else None


def _governors(contact: Token) -> Iterator[Token]:
    """The contact, where it is a verb, and the verbs and adjectives on which it depends, as their object or purpose."""
    if not is_noun(contact):
        yield contact
    elif contact.dep_ in SUBJECTS:
        yield contact.head
        return
    token = contact
    for _ in range(LONGEST_WAY):
        above = _above(token)
        if above is None:
            return
        if above.pos_ in VERBS or above.pos_ == "ADJ":
            yield above
        token = above


def _above(token: Token) -> Token | None:
    """What a word depends on as its object or purpose; None where it only stands beside it, or is only said."""
    above = token.head
    if above.i == token.i:
        return None
    if token.dep_ == "nsubjpass":
        return above
    if token.dep_ == "pobj":
        measured = above.lower_ == "of" and above.head.pos_ == "NOUN"
        return above.head if measured else (above if above.lower_ in TOWARDS else None)
    if token.dep_ not in UPWARD or (
        token.dep_ == "ccomp" and word(above) not in {*contacts().proposed.verbs, *contacts().agreeing.verbs}
    ):
        return None
    return above


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


def _proposal(contact: Token, governors: Sequence[Token]) -> Token | None:
    """What makes it proposed: "a possible summit", "called for talks", "offered to meet", "a summit could be held"."""
    signs = contacts().proposed
    for child in contact.children:
        if child.dep_ == "amod" and child.lower_ in signs.adjectives and child.i < contact.i:
            return child
    for verb in governors:
        if _is_denied(verb) or word(verb) in contacts().refusing:
            return None
    for child in governors[0].children if governors else ():
        if child.dep_ == "aux" and child.lower_ in signs.auxiliaries:
            return child
    for verb in governors:
        if verb.i == contact.i:
            continue
        if verb.pos_ == "ADJ" and verb.lower_ in signs.adjectives:
            return verb
        if word(verb) in signs.verbs and verb.pos_ in VERBS and _asks(verb, contact):
            return verb
    return None


def _asks(verb: Token, contact: Token) -> bool:
    """Whether "call" and "appeal" are followed by what is asked for, not by somebody called."""
    if word(verb) not in ("call", "appeal"):
        return contact.dep_ not in SUBJECTS or contact.head.i != verb.i or contact.dep_ == "nsubjpass"
    if any(child.lower_ == "off" and child.dep_ in ("prt", "advmod", "prep") for child in verb.children):
        return False
    return any(child.lower_ in ("for", "on", "to") or child.dep_ == "xcomp" for child in verb.children)


def _agrees(verb: Token, contact: Token) -> bool:
    """ "Agreed to intensify consultations", "plans to meet": what is to be done is behind "to"."""
    if verb.i == contact.i or word(verb) not in contacts().agreeing.verbs or _is_denied(verb):
        return False
    if contact.dep_ in ("pobj", "dobj") and contact.head.lower_ in BEHIND:  # "agreed to stop it following a call with"
        return False
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl")
        and any(each.lower_ == "to" for each in child.children)
        and any(each.i == contact.i for each in child.subtree)
        for child in verb.children
    )


def _is_denied(verb: Token) -> bool:
    return any(child.lower_ in deed_words().forms.negative for child in verb.children)


def _follows(value: Any, words_: Sequence[str]) -> bool:
    return any(value == made and deed_status.derived(status, words_) for status, made in STATUS.items())


def _is_proposed(value: Any, words_: Sequence[str]) -> bool:
    return value == "proposed" and any(word_.lower() in inflected("proposed") for word_ in words_)


def _is_agreed(value: Any, words_: Sequence[str]) -> bool:
    return value == "planned" and any(word_.lower() in inflected("agreeing") for word_ in words_)


def _is_off(value: Any, words_: Sequence[str]) -> bool:
    low = [word_.lower() for word_ in words_]
    return (
        value == "denied" and not deed_words().forms.negative.isdisjoint(low) and not contacts().agenda.isdisjoint(low)
    )


def _is_account(value: Any, words_: Sequence[str]) -> bool:
    return value == "held" and any(word_.lower().removesuffix("s") in contacts().readouts for word_ in words_)


RULES: dict[str, Rule] = {
    **plans.RULES,
    RULE: _follows,
    PROPOSED: _is_proposed,
    AGREED: _is_agreed,
    OFF: _is_off,
    ACCOUNT: _is_account,
}
