"""What is said or done on the occasion of a contact: "called for peace during a visit", "urged Rwanda to pull back its
troops in a call with", where parses hang the call on what is urged."""

from spacy.tokens import Token

from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import VERBS, is_noun, word
from onrecord.vocabulary.contacts import contacts, nouns

LONGEST_WAY = 6
UPWARD = frozenset({"pobj", "prep", "dobj"})
INNER = frozenset({"xcomp", "acl", "advcl", "ccomp"})
ONE = frozenset({"NN"})


def chain(noun: Token) -> tuple[Token, ...]:
    """The noun with those that count or measure it: "a second round of talks"."""
    nouns = [noun]
    while nouns[-1].dep_ == "pobj" and nouns[-1].head.lower_ == "of" and len(nouns) < LONGEST_WAY:
        above = nouns[-1].head.head
        if word(above) not in contacts().rounds:
            break
        nouns.append(above)
    return tuple(nouns)


def occasion_of(contact: Token) -> Token | None:
    """The verb of what is said or done on the occasion of a contact: "called" of "called for peace during a visit"."""
    if not is_noun(contact):
        return None
    noun = chain(contact)[-1]
    if noun.dep_ != "pobj" or noun.head.lower_ not in contacts().occasions:
        return None
    verb = noun.head.head
    while verb.pos_ not in VERBS and verb.dep_ in UPWARD:  # "called for peace during", as parses have it
        verb = verb.head
    return (speech_of(contact, verb) or verb) if verb.pos_ in VERBS else None


def speech_of(contact: Token, verb: Token) -> Token | None:
    """The verb of speech, which `verb` may be, above what somebody is urged to do, on which the parse hangs the call;
    talks may be just that which is urged ("to end the war in talks with the rebels")."""
    known = contacts()
    forms = {trigger.kind for trigger in nouns().get(contact.lower_, ()) if not trigger.others}
    told_of = "phone call" in forms or contact.head.lower_ == "during"
    one = contact.tag_ in ONE and any(child.dep_ in ("det", "poss") for child in contact.children)
    own = verb.tag_ == "VB" and word(verb) in {*known.talking, *known.exchanging}  # "agreed to discuss it in a call"
    if not (told_of and one) or own:
        return None
    for _ in range(LONGEST_WAY):
        if verb.tag_ != "VB" or verb.dep_ not in INNER:
            break
        verb = verb.head
        while verb.pos_ not in VERBS and verb.head.i != verb.i:
            verb = verb.head
    spoken = says(verb) or word(verb) in known.exchanging | {*known.addressing}
    return verb if spoken and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") else None
