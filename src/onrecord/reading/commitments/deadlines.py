"""Ultimatums and the time they leave: "set them a deadline of Friday to", "have until Sunday to",
"an ultimatum: give up the town or"."""

from spacy.tokens import Token

from onrecord.reading.commitments.matters import is_named
from onrecord.reading.commitments.triggers import GIVEN, HAVING, Gate, Gates, Told, addressed, infinitive, is_real
from onrecord.reading.deeds.grammar import NOUNS, behind
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import subjects
from onrecord.vocabulary.commitments import hours, words

SELF = ("self", "selves")


def _by_deadline(token: Token) -> Told | None:
    """ "issued an ultimatum to", "set the rebels a deadline of Friday to leave"."""
    if token.pos_ not in NOUNS or not is_real(token):
        return None
    verb = token.head if token.dep_ in GIVEN and token.head.lower_ in words("giving") else None
    if verb is not None and not is_real(verb):
        return None
    set_by = next((child for child in token.children if child.dep_ == "acl" and child.lower_ in words("giving")), None)
    verb = verb or (set_by if set_by is not None and set_by.tag_ == "VBN" else None)
    by = doers(verb) if verb is not None else owners(token)
    held = [token, *([verb] if verb is not None else [])]
    things = (noun for each in held for noun in behind(each, ("for",)) if is_named(noun))
    deed = next(filter(None, (*(infinitive(each) for each in held), _behind_colon(token), *things)), token)
    to = addressed(held, token)
    if any(head.tag_ == "PRP" and head.lower_.endswith(SELF) for head in to):
        return None  # "gave itself a deadline"
    return Told(token, "ultimatum", deed, (token.i,), by, to) if by else None


def _by_time(token: Token) -> Told | None:
    """ "gave the garrison 48 hours to surrender"."""
    verb = token.head
    if token.dep_ not in GIVEN or verb.lower_ not in words("giving"):
        return None
    deed = infinitive(token) or infinitive(verb)
    if deed is None or not is_real(verb):
        return None
    cited = tuple(sorted((verb.i, token.i)))
    return Told(verb, "ultimatum", deed, cited, doers(verb), addressed([token, verb], token))


def _by_limit(token: Token) -> Told | None:
    """ "gave the garrison until Sunday to surrender"."""
    verb = token.head.head if token.dep_ == "mark" else token.head
    if verb.lower_ not in words("giving"):
        return None
    deed = next(filter(None, map(infinitive, (verb, token.head, *token.children))), None)
    if deed is None or not is_real(verb):
        return None
    return Told(verb, "ultimatum", deed, (verb.i, token.i), doers(verb), addressed([verb], token))


def _by_having(token: Token) -> Told | None:
    """ "the rebels have until Friday to leave", "you have 48 hours to surrender": by whose word they have is told
    elsewhere."""
    given = token.lower_ == "until" or token.dep_ == "dobj"
    verb = token.head.head if token.dep_ == "mark" else token.head
    if not given or verb.lower_ not in HAVING or not is_real(verb):
        return None
    deed = next(filter(None, map(infinitive, (verb, token, *token.children))), None)
    if deed is None:
        return None
    return Told(verb, "ultimatum", deed, tuple(sorted((verb.i, token.i))), (), subjects(verb), voiced=True)


def _behind_colon(token: Token) -> Token | None:
    """What an ultimatum says in its own words: "an ultimatum: leave the town by Friday or"."""
    behind_it = list(token.doc[token.i + 1 : token.sent.end])
    colon = next((each for each in behind_it if each.text == ":"), None)
    after = (each for each in behind_it if colon is not None and each.i > colon.i)
    first = next((each for each in after if each.is_alpha), None)
    return first if first is not None and first.tag_ in ("VB", "VBP") and first.pos_ == "VERB" else None


GATES: Gates = (
    Gate(lambda: words("deadlines"), (_by_deadline,)),
    Gate(lambda: ("until",), (_by_limit, _by_having)),
    Gate(hours, (_by_time, _by_having)),
)
