"""What became of a contact by the verb that tells of it: one carries it, comes for it, is said at it, sends it."""

from spacy.tokens import Token

from onrecord.reading.contacts.occasions import occasion_of, speech_of
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import VERBS, word
from onrecord.vocabulary.contacts import contacts

SENDING = frozenset({"send", "write", "address", "deliver", "hand"})


def status_of(contact: Token) -> deed_status.Status | None:
    """What became of it as a deed; None where no verb tells."""
    return (
        _of_arrival(contact)
        or _of_occasion(contact)
        or _of_sending(contact)
        or _of_speech(contact)
        or deed_status.status_of(contact)
        or _of_holding(contact)
        or _of_talking(contact)
        or _of_presence(contact)
    )


def _of_arrival(contact: Token) -> deed_status.Status | None:
    """A visit has begun with those who come for it: "arrived in Kyiv to begin a visit", "arrived on a visit"."""
    above = contact.head if contact.dep_ == "dobj" else contact.head.head
    verb = above.head if contact.dep_ == "dobj" and above.dep_ in ("advcl", "xcomp") else above
    if word(contact) != "visit" or contact.dep_ not in ("dobj", "pobj") or word(verb) not in ("arrive", "land"):
        return None
    return deed_status.status_of(verb)


def _of_occasion(contact: Token) -> deed_status.Status | None:
    """The plan of what will be done at it: "in his first visit to Washington, he is scheduled to meet"."""
    verb = contact.head.head
    if contact.dep_ != "pobj" or contact.head.lower_ not in ("in", "during", "at", "on") or verb.pos_ not in VERBS:
        return None
    if verb.tag_ == "VBD" and (says(verb) or word(verb) in contacts().agreeing.verbs):  # "in the talks, they vowed to"
        return None
    done = (verb, *(child for child in verb.children if child.dep_ == "xcomp"))
    told = (deed_status.status_of(each) for each in done)
    return next((each for each in told if each is not None and each.status == "planned"), None)


def _of_sending(contact: Token) -> deed_status.Status | None:
    """Of a letter, that of its sending: "sent a letter to", "a letter he wrote to"."""
    if word(contact) != "letter":
        return None
    clauses = (child for child in contact.children if child.dep_ == "relcl")
    verb = contact.head if contact.dep_ == "dobj" else next(clauses, contact)
    return deed_status.status_of(verb) if word(verb) in SENDING else None


def _of_presence(contact: Token) -> deed_status.Status | None:
    """Of a contact for which both sides are somewhere: "were in Geneva for talks"; or to which they come back:
    "returned to talks"."""
    above = contact.head
    there = contact.dep_ == "pobj" and (above.lower_, word(above.head)) in (("for", "be"), ("to", "return"))
    return deed_status.status_of(above.head) if there else None


def _of_holding(contact: Token) -> deed_status.Status | None:
    """Of a contact that words behind it say was held: "welcomed talks between Congo and Rwanda held on Friday"."""
    clauses = (child for child in contact.children if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"))
    held = next((clause for clause in clauses if word(clause) in ("hold", "conduct")), None)
    return deed_status.status_of(held) if held is not None else None


def _of_talking(contact: Token) -> deed_status.Status | None:
    """Of a contact at which something is talked about, where the parse hangs it on that: "discussed it in a call"."""
    topic = contact.head.head
    if contact.dep_ != "pobj" or contact.head.lower_ not in ("in", "during") or topic.dep_ != "dobj":
        return None
    return deed_status.status_of(topic.head) if word(topic.head) in contacts().talking else None


def _of_speech(contact: Token) -> deed_status.Status | None:
    """Of a call in which somebody has said something: "warned against escalation during a call with"."""
    verb = occasion_of(contact)
    spoken = speech_of(contact, verb) if verb is not None else None
    told = deed_status.status_of(spoken) if spoken is not None else None
    return told if told is not None and told.status in ("happened", "ongoing") else None
