"""When, where and by whose word a contact was: the setting of the word that tells it, in steps.

The day may be that of the words for the contact themselves, of what is done for it or at it, or of what is said of it;
the day of something else is none.
"""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading.contacts import plans
from onrecord.reading.contacts.occasions import chain, occasion_of
from onrecord.reading.contacts.parties import Between
from onrecord.reading.deeds import background as deed_background
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, is_noun, word
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.contacts import contacts, nouns

CLOSING = frozenset({",", ";", ":", "–", "—", "(", ")"})
LONGEST_WAY = 6
COUNTED = frozenset({"round", "session"})
TO_COME = frozenset({"planned", "proposed"})


class Word(NamedTuple):
    """A word that tells a contact: the `deed` is the verb by which it comes about, where that is another ("a delegation
    arrived"), or itself; `status` is what became of it."""

    paragraph: Paragraph
    found: Found
    around: Around
    token: Token
    deed: Token
    form: str
    sides: Between
    status: str

    @property
    def is_to_come(self) -> bool:
        return self.status in TO_COME


Step = Callable[[Word, Setting], Setting]


def setting_of(told: Word) -> Setting | None:
    """The setting of a contact; None where it is only background, or it cannot be told who tells of it."""
    happened = plans.went_ahead(told.token) if is_noun(told.token) else None
    setting = deed_setting.setting_of(told.paragraph, told.found, happened or told.deed, told.around)
    if setting is None and occasion_of(told.deed) is not None:  # it is not what is said there
        setting = Setting()
    if setting is None or deed_background.is_background(told.deed) or _is_beside_saying(told, setting):
        return None
    for step in STEPS:
        setting = step(told, setting)
    return setting


def _is_beside_saying(told: Word, setting: Setting) -> bool:
    """ "Said it was worried and had spoken with her"."""
    cue = _cue(told.paragraph, setting)
    return cue is not None and told.deed.dep_ == "conj" and told.deed.head.i == cue.i


def _cue(paragraph: Paragraph, setting: Setting) -> Token | None:
    """The word of saying of the statement that tells of it, where it stands in this paragraph."""
    statement = setting.statement
    if statement is None or statement.at.paragraph != paragraph.index:
        return None
    return paragraph.doc[statement.at.start]


def _without_teller(told: Word, setting: Setting) -> Setting:
    """The setting, by nobody's word where the contact is not what is said but where: "called for peace during a visit
    to"."""
    cue = _cue(told.paragraph, setting)
    if cue is None or occasion_of(told.deed) != cue:
        return setting
    return setting._replace(per=(), via=(), statement=None)


def _told_by_others(told: Word, setting: Setting) -> Setting:
    """The setting, by the word of those who say that the sides have agreed to it: to agree is no telling."""
    statement = setting.statement
    agreed = statement is not None and statement.finding.act.value == "agree"
    sides = {each.value.key for each in told.sides.all}
    if not agreed or not setting.via or not sides.issuperset(each.value.key for each in setting.per):
        return setting
    return setting._replace(per=setting.via, via=())


def _with_day_of_deed(told: Word, setting: Setting) -> Setting:
    """The setting, on the day and at the place of what is done for the contact or at it where it gives none."""
    verb = told.sides.verb
    if verb is None or setting.on is not None or setting.recent:
        return setting
    other = deed_setting.setting_of(told.paragraph, told.found, verb, told.around)
    if other is not None and setting.place is None and verb.dep_ == "xcomp":
        setting = setting._replace(place=other.place)
    if other is None or (other.on is not None and other.on.value.span is not None):  # "the last seven days"
        return setting
    return setting._replace(on=other.on, recent=told.status == "held" and other.recent)


def _with_own_day(told: Word, setting: Setting) -> Setting:
    """The setting, on the day that stands within the words for the contact: "the summit in Nairobi on 8 February told
    its members"."""
    paragraph, found, contact = told.paragraph, told.found, told.deed
    if setting.on is not None or not is_noun(contact):
        return setting
    for date in found.dates.touching(At(paragraph.index, contact.left_edge.i, contact.i)):
        if date.at.end > contact.i:
            continue
        owner = paragraph.doc[date.at.end - 1].dep_ == "poss" or paragraph.doc[date.at.end].tag_ == "POS"
        if owner and date.when.value.bound == "on":  # "Wednesday's call"
            return setting._replace(on=date.when, recent=False)
    last = int(contact.i)
    for token in contact.doc[contact.i + 1 : contact.sent.end]:
        if token.lower_ in contacts().awaited and token.head.i == contact.i:  # "the meeting, pencilled in for Friday"
            last = int(token.right_edge.i)
            break
        if token.pos_ in VERBS or (token.text in CLOSING and last > contact.i):
            break
        last = int(token.i)
    days = [
        date
        for date in found.dates.within(At(paragraph.index, contact.i + 1, last + 1))
        if paragraph.doc[date.at.start - 1].lower_ in ("on", "of", "for") and date.when.value.bound == "on"
    ]
    if len(days) != 1 or not _hangs_on(paragraph.doc[days[0].at.start - 1], contact):
        return setting
    return setting._replace(on=days[0].when, recent=False)


def _hangs_on(prep: Token, contact: Token) -> bool:
    """Whether the words hang on the contact, or on the place or the last side that it names."""
    above = prep.head
    for _ in range(LONGEST_WAY):
        if above.i == contact.i:
            return True
        if above.lower_ in contacts().awaited and above.head.i == contact.i:
            return True
        if above.pos_ in VERBS:  # "has put out its account of the call on Monday": what "has" come about has no day
            return any(child.lower_ in ("has", "have") for child in above.children if child.dep_ == "aux")
        if above.dep_ not in ("pobj", "conj", "compound", "prep", "poss") or above.i < contact.i:
            return False
        above = above.head
    return False


def _earlier_that_day(told: Word, setting: Setting) -> Setting:
    """The setting, on the day of what is said of it: "said he had called her earlier in the day"."""
    if told.status != "held" or setting.on is not None or setting.recent or not is_same_day(told.deed):
        return setting
    said = setting.statement.finding if setting.statement is not None else None
    on = said.on if said is not None else None
    return setting._replace(on=on, recent=on is None and (said is None or said.recent))


def is_same_day(contact: Token) -> bool:
    """Whether its sentence tells that it was "earlier in the day"."""
    return any(
        token.lower_ in contacts().earlier and any(noun.lower_ == "day" for noun in behind(token, ("in", "on")))
        for token in contact.sent
    )


def _without_that_of_topic(told: Word, setting: Setting) -> Setting:
    """The setting, without a day and a place that may be those of what is talked about: "discussed his talks last week
    in Prague with"."""
    topics = [child for child in told.token.children if child.dep_ == "dobj"] if not is_noun(told.token) else []
    if word(told.token) not in contacts().talking or not any(nouns().get(topic.lower_) for topic in topics):
        return setting
    return setting._replace(on=None, place=None)


def _without_day_of_others(told: Word, setting: Setting) -> Setting:
    """The setting, without a day that is gone by before what is to come, or of what the contact came after."""
    gone = told.is_to_come and setting.on is not None and (setting.on.value.offset or 0) < 0
    following = told.deed.dep_ == "nsubj" and word(told.deed.head) in contacts().following
    since = setting.on is not None and setting.on.value.bound == "since"
    after_long = since and any(child.lower_ == "first" for child in told.deed.children)  # "the first talks since May"
    return setting._replace(on=None) if gone or following or after_long else setting


def _recent_once(told: Word, setting: Setting) -> Setting:
    """The setting, recent only where it is of one contact that has come about."""
    return setting._replace(recent=setting.recent and not told.is_to_come and not is_repeated(told.deed))


def _at_its_place(told: Word, setting: Setting) -> Setting:
    """The setting, where the contact was held, if its form has a place at all."""
    return setting._replace(place=None if told.form in contacts().placeless else _place(told, setting))


def is_repeated(verb: Token) -> bool:
    """Whether it tells of several contacts: "has met them on several occasions", "visited Rwanda twice", "held nine
    rounds of talks"."""
    if is_noun(verb):
        counted = (each for each in chain(verb) if word(each) in COUNTED and each.tag_ == "NNS")
        return any(child.dep_ == "nummod" for each in counted for child in each.children)
    return any(
        token.lower_ in contacts().repeated
        for child in verb.children
        if child.dep_ in ("advmod", "npadvmod", "prep")
        for token in (child, *(each for each in child.children if each.dep_ == "pobj"))
    )


def _place(told: Word, setting: Setting) -> Said[Place] | None:
    """Where it is: not what is talked about ("talks on Idlib", "discussed Idlib"); else where those who come for it go,
    or where that is on whose sidelines it is."""
    paragraph, found, contact, goal = told.paragraph, told.found, told.deed, told.sides.place
    if setting.place is None:
        return goal.place if goal is not None else _beside(paragraph, found, contact)
    for place in found.places.of_paragraph(paragraph.index):
        if place.place.words == setting.place.words:
            name = paragraph.doc[place.at.end - 1]
            if _is_of_another(name, contact) and goal is None:
                return None
            lead = name.head if name.dep_ == "pobj" else None
            led = lead is not None and lead.lower_ in contacts().topics
            if goal is None and (led or _is_of_topic(name)):
                return None
    return setting.place


def _is_of_topic(name: Token) -> bool:
    """Whether the place is part of what is talked about: "discussed the evacuation of Mariupol"."""
    return any(above.dep_ == "dobj" and word(above.head) in contacts().talking for above in (name, *name.ancestors))


def _is_of_another(name: Token, contact: Token) -> bool:
    """Whether the place is that of a clause about others: "met the day that their ministers met in Qatar"."""
    over = {contact.i, *(each.i for each in contact.ancestors)}
    for above in name.ancestors:
        if above.i in over:
            return False
        if above.pos_ in VERBS and any(child.dep_ == "nsubj" and child.pos_ in NOUNS for child in above.children):
            return True
    return False


def _beside(paragraph: Paragraph, found: Found, contact: Token) -> Said[Place] | None:
    """The place of the occasion: "on the sidelines of the Munich Security Conference"."""
    doc = paragraph.doc
    for noun in contact.sent:
        between = doc[min(noun.i, contact.i) + 1 : max(noun.i, contact.i)]
        if noun.lemma_.lower() in contacts().margins and not any(token.pos_ == "VERB" for token in between):
            places = found.places.within(At(paragraph.index, noun.i, noun.right_edge.i + 1))
            return places[0].place if len(places) == 1 else None
    return None


STEPS: tuple[Step, ...] = (
    _without_teller,
    _told_by_others,
    _with_day_of_deed,
    _with_own_day,
    _earlier_that_day,
    _without_day_of_others,
    _recent_once,
    _at_its_place,
    _without_that_of_topic,
)
