"""Contacts: calls, meetings, delegations, talks, summits, conferences, patrols: who with whom, when, where.

A contact is told by a verb or a noun between sides that the words name. "The talks" that go on with one told before are
the same contact, and cite it further; "similar talks" are another one between the same sides.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from msgspec import structs
from spacy.tokens import Span, Token

from onrecord.model.findings import ContactFinding, Observation
from onrecord.reading import keeping
from onrecord.reading.contacts import parties as contact_parties
from onrecord.reading.contacts import settings
from onrecord.reading.contacts import status as contact_status
from onrecord.reading.contacts.joins import Contact, Telling, joined
from onrecord.reading.contacts.occasions import chain
from onrecord.reading.contacts.parties import Between
from onrecord.reading.contacts.readouts import readouts
from onrecord.reading.contacts.sides import between, called, is_by_means, separately
from onrecord.reading.contacts.visits import is_delegation, of_delegation
from onrecord.reading.contacts.whose import is_official
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, is_noun, own_subjects, word
from onrecord.reading.deeds.nouns import is_definite
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.told_once import among
from onrecord.vocabulary.contacts import contacts, nouns, verbs
from onrecord.vocabulary.triggers import tells

__all__ = ["RULES", "find", "observations"]

BEHIND = frozenset({"prep", "prt", "advmod"})
REACHING = frozenset({"to", "with", "between"})
PERSONAL = frozenset({"person"})
BEHIND_A_CALL = frozenset(
    {"to", "on", ",", ".", "in", "after", "by", "and", "from", "late", "early", "over", "for", "last"}
)


def _is_form(value: object, cited: Sequence[str]) -> bool:
    return value in (*tells(verbs(), cited), *tells(nouns(), cited))


RULES: dict[str, Rule] = {**deeds.RULES, **contact_status.RULES, **contact_parties.RULES, "contact word": _is_form}


def find(report: Report, found: Found) -> tuple[Contact, ...]:
    """The contacts of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    told = (
        telling
        for paragraph, sentence in deeds.sentences(around)
        for telling in _of_sentence(paragraph, sentence, found, around)
    )
    all_told = joined(told)
    return tuple(_with_readouts(around, contact, all_told) for contact in all_told)


def observations(report: Report, mentions: Sequence[Contact]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "contact", mentions)


@cache
def _words() -> frozenset[str]:
    return frozenset((*verbs(), *nouns()))


def _of_sentence(paragraph: Paragraph, sentence: Span, found: Found, around: Around) -> Iterator[Telling]:
    for token in among(sentence, _words()):
        for form, phrase in at_token(token, verbs(), nouns(), _means(token)):
            if _may_tell(token):
                yield from _tellings(paragraph, found, around, token, form, phrase)
            break


def _means(verb: Token) -> tuple[Token, ...]:
    """By what they are in touch, where the parse takes it for who does it: "spoke by telephone"."""
    return tuple(behind(verb, ("by",))) if verb.pos_ in VERBS and is_by_means(verb) else ()


def _may_tell(token: Token) -> bool:
    """Whether the word may tell a contact at all: no news conference, no call for peace, no delegation that stays."""
    children = list(token.children)
    before = {child.lower_ for child in children if child.i < token.i}
    if not before.isdisjoint(contacts().no_kind):
        return False
    if word(token) in contacts().call:
        behind = {child.lower_ for child in children if child.i > token.i}
        if not before.isdisjoint(contacts().no_call) or (is_noun(token) and "by" in behind and not behind & REACHING):
            return False  # "in response to the call by the mission"
        no_way = {"for"} if is_noun(token) else contacts().no_way
        led = (child for child in children if child.i > token.i and child.dep_ in BEHIND)
        if any(child.lower_ in no_way and not _is_setting(child) for child in led):
            return False
    if is_delegation(token):
        return _errand(token) is not None
    return not (token.pos_ in VERBS and word(token) in contacts().call) or _is_call(token)


def _is_setting(prep: Token) -> bool:
    """Whether the preposition tells when or where somebody was called, behind him: "called Putin on Sunday"."""
    called = prep.head.pos_ in VERBS and prep.i > prep.head.i + 1
    return called and prep.lower_ in ("on", "in") and any(child.pos_ == "PROPN" for child in prep.children)


def _is_call(verb: Token) -> bool:
    """Whether somebody is called on the telephone, and called nothing: "called Putin to discuss"."""
    objects = called(verb)
    if len(objects) != 1:
        return False
    purposes = [child for child in verb.children if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB"]
    if any(word(purpose) not in contacts().purposes for purpose in purposes):
        return False
    end = objects[0].right_edge.i + 1
    return end >= len(verb.doc) or verb.doc[end].lower_ in BEHIND_A_CALL or verb.doc[end].tag_ == "NNP"


def _errand(delegation: Token) -> Token | None:
    """The verb by which a delegation comes, goes or attends, or by which it is sent."""
    verb = delegation.head
    if delegation.dep_ in ("nsubj", "nsubjpass") and word(verb) not in contacts().coming:
        awaited = [verb, *(child for child in verb.children if child.dep_ == "acomp")]  # "is due to arrive"
        verb = next((each for above in awaited if above.lower_ in contacts().awaited for each in above.children
                     if each.dep_ == "xcomp"), verb)  # fmt: skip
    if delegation.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in VERBS and word(verb) in contacts().coming:
        return verb
    sent = delegation.dep_ in ("dobj", "nsubjpass") and word(verb) in ("send", "dispatch")
    return verb if sent and verb.pos_ in VERBS else None


def _tellings(
    paragraph: Paragraph, found: Found, around: Around, token: Token, form: str, phrase: tuple[int, ...]
) -> Iterator[Telling]:
    """What the word tells: a contact, or one with each of several."""
    errand = _errand(token) if is_delegation(token) else None
    sides = of_delegation(paragraph, found, token, errand) if errand else between(paragraph, found, token)
    if errand is None and not _may_be_between(token, form, sides):
        return
    if not sides.are_apart or (not sides.all and _is_of_others(token)):
        return
    status = contact_status.status_of(paragraph, errand or token)
    if status is None:
        return
    told = settings.Word(paragraph, found, around, token, errand or token, form, sides, status.value)
    setting = settings.setting_of(told)
    if setting is None:
        return
    for number, named in enumerate(separately(token, form, sides)):
        at = token.i if number == 0 else _first_token(paragraph, named[-1].words[0].start, token)
        finding = ContactFinding(
            form=deeds.cited(paragraph, form, "contact word", phrase),
            status=status,
            between=named,
            **deeds.told(setting, on_the_ground=False),
        )
        evidence = (keeping.evidence(paragraph, token.i, token.i + 1),)
        yield _telling(told, DeedMention(At(paragraph.index, at, at + 1), evidence, finding), len(phrase) == 1)


def _telling(told: settings.Word, mention: Contact, alone: bool) -> Telling:
    """The contact as the word tells it; `alone`: without another word that it needs for that."""
    token, sides = told.token, told.sides
    return Telling(
        mention,
        known=is_noun(token) and any(is_definite(each) for each in chain(token)),
        kept=token.pos_ in VERBS and word(token) in contacts().kept and alone,
        again=is_noun(token) and _is_again(token, contacts().again),
        three=any(child.lower_ in contacts().three for child in token.children),
        past_plan=contact_status.is_past_plan(told.deed),
        begun=contact_status.is_begun(told.deed),
        ordinal=_ordinal(token),
        repeated=settings.is_repeated(told.deed),
        sentence=token.sent.start,
        caller=sides.one[0] if len(sides.one) == 1 else None,
        with_one=_is_with_one(token, sides),
        same_day=settings.is_same_day(token),
        of_members=_is_of_members(token, sides),
        former=is_noun(token) and _is_again(token, contacts().former),
    )


def _is_with_one(noun: Token, sides: Between) -> bool:
    """ "A call with Dagalo", of which it is told later or before who has it."""
    if not is_noun(noun) or sides.one or len(sides.other) != 1 or sides.other[0].value.type != "person":
        return False
    return any(behind(noun, ("with", "to"))) and not is_definite(noun)


def _is_of_members(verb: Token, sides: Between) -> bool:
    """Whether those of one body met: "the leaders of the East African Community met"."""
    bodies = [each for each in sides.all if each.value.type == "international organisation"]
    held_by = own_subjects(verb) if verb.pos_ in VERBS else [*doers(verb), *behind(verb, ("of",))]
    heads = [noun for noun in held_by if noun.tag_ in ("NNS", "NNPS")]
    whole = not any(child.lower_ in ("from", "as") for noun in heads for child in noun.children)
    return len(sides.all) == len(bodies) == 1 and whole and any(is_official(noun) for noun in heads)


def _is_of_others(verb: Token) -> bool:
    """Whether a verb has a subject of its own that is neither known nor spoken of before: "foreign ministers met"."""
    own = own_subjects(verb) if verb.pos_ in VERBS else ()
    return any(noun.pos_ in NOUNS and not is_definite(noun) for noun in own)


def _may_be_between(token: Token, form: str, sides: Between) -> bool:
    """Whether sides like these are in touch by such a verb: persons are received, and spoken to."""
    if is_noun(token):
        return True
    if word(token) in contacts().travelling or word(token) in ("write", "bring"):
        return bool(sides.one) and bool(sides.other)
    if form == "talks" and word(token) in contacts().alone and not sides.other and not _has_length(token):
        return False
    direct = [child for child in token.children if child.lower_ == "to" and child.dep_ in ("prep", "dative")]
    spoken_to = word(token) in ("speak", "talk") and bool(direct)
    if not spoken_to and word(token) not in {*contacts().addressing, *contacts().call, "receive", "host"}:
        return True
    named = [*called(token), *direct_objects(token), *(noun for prep in direct for noun in prep.children)]
    if any(is_delegation(each) or is_official(each) for each in named):
        return bool(sides.other)
    return bool(sides.other) and all(actor.value.type in PERSONAL for actor in sides.other)


def _has_length(verb: Token) -> bool:
    """ "Both leaders spoke for two hours", as nobody does but with one another."""
    return any(noun.lemma_ in contacts().hours for noun in behind(verb, ("for",)))


def _is_again(noun: Token, told: AbstractSet[str]) -> bool:
    return any(child.lower_ in told for each in chain(noun) for child in each.children if child.i < each.i)


def _ordinal(noun: Token) -> str | None:
    """ "Second" of "his second visit"."""
    return next((child.lower_ for child in noun.children if child.lower_ in contacts().ordinals), None)


def _first_token(paragraph: Paragraph, start: int, token: Token) -> int:
    """The token of the sentence at a place of the stored text, for the trigger of a further contact of one word."""
    return next((each.i for each in token.sent if paragraph.span(each.i, each.i + 1).start >= start), token.i)


def _with_readouts(around: Around, contact: Contact, others: Sequence[Contact]) -> Contact:
    told = readouts(around, contact, others)
    return contact._replace(finding=structs.replace(contact.finding, readouts=told))
