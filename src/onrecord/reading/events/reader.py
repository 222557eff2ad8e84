"""Events: who did what to whom, when and where, by whose word, coded in PLOVER.

A sentence's words for deeds are found first (`triggers`); who did it to whom, whether it came about and when,
where and by whose word are answered as for all deeds. A deed that harms people is one event with its harm. What the
record holds as a contact, a change of control or a statement is told as an event too (`derived`), as the same
occurrence. What was only feared, asked for or supposed is no event.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import structs
from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ContactFinding, EventFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.contacts import reader as contacts
from onrecord.reading.control import reader as control
from onrecord.reading.deeds import roles as deed_roles
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.doers import claimers
from onrecord.reading.deeds.grammar import behind
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.deeds.terms import terms_of
from onrecord.reading.events import beside
from onrecord.reading.events import codes as event_codes
from onrecord.reading.events import derived as event_derived
from onrecord.reading.events import same as event_same
from onrecord.reading.events import sides as event_sides
from onrecord.reading.events.fate import fate_of, is_history
from onrecord.reading.events.figures import figures_of
from onrecord.reading.events.no_event import TOTAL, is_no_event
from onrecord.reading.events.sides import DISPLACEMENT
from onrecord.reading.events.triggers import Told, is_at_arms, is_other, of_conflict, told
from onrecord.reading.events.whose import Here
from onrecord.reading.events.words import One, ones, what
from onrecord.reading.found import DeedMention, FigureMention, Found, Mentions
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.countries import country_named
from onrecord.vocabulary.events import Kind
from onrecord.vocabulary.events import events as vocabulary
from onrecord.vocabulary.figures import kinds
from onrecord.vocabulary.place_words import place_words

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {
    **contacts.RULES,  # of the sides that derived events take over
    **commitments.RULES,
    **control.RULES,
    **deeds.RULES,
    **deed_status.RULES,
    **event_codes.RULES,
    **event_sides.RULES,
    **event_derived.RULES,
}
Event = DeedMention[EventFinding]


def find(report: Report, found: Found) -> tuple[Event, ...]:
    """The events of a report, in the order of its text, each occurrence once where that is certain."""
    around = deed_setting.around(report, found)
    terms = terms_of(report)
    derived = tuple(event for event in event_derived.derived(around, found) if event.at.paragraph not in terms)
    attacks = beside.attacks_among(report, derived)
    taken = {(event.at.paragraph, at) for event in derived for at in range(event.at.start, event.at.end)} - set(attacks)
    taken |= {(each.at.paragraph, at) for each in found.statements for at in range(each.at.start, each.at.end)}
    made = [
        event._replace(finding=structs.replace(event.finding, same=attacks.get(beside.at(event), ())))
        for paragraph, sentence in deeds.sentences(around)
        if paragraph.index not in terms
        for event in _of_sentence(paragraph, found, around, sentence, taken)
    ]
    every = beside.each_by_one(report, made, derived)
    return event_same.each_once(report, tuple(sorted(every, key=lambda event: event.at)))


def observations(report: Report, mentions: Sequence[Event]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "event", mentions)


def _of_sentence(
    paragraph: Paragraph, found: Found, around: Around, sentence: Span, taken: set[tuple[int, int]]
) -> list[Event]:
    """The deeds of a sentence; figures go to the nearest."""
    deeds_told = ones(
        [deed for deed in told(sentence) if _is_rule(deed) or (paragraph.index, deed.token.i) not in taken]
    )
    if not deeds_told:
        return []
    figures = figures_of(paragraph, found, [deed.told.token for deed in deeds_told])
    made = (_event(paragraph, found, around, deed, figures.get(at, [])) for at, deed in enumerate(deeds_told))
    return [event for event in made if event is not None]


def _event(
    paragraph: Paragraph, found: Found, around: Around, deed: One, figures: Sequence[FigureMention]
) -> Event | None:
    token, kind = deed.told.token, deed.told.kind
    if is_other(deed.told):
        return None
    by, to = event_sides.sides(Here(around.report, paragraph, found), token, kind, deed.also)
    by = tuple(actor for actor in by if not _is_in(paragraph, token, actor))
    harmed = deed.harmed or any(each.finding.measure.value in kinds().harm for each in figures)
    thing = event_codes.object_of(paragraph, kind, token, deed.also)
    ground, hit = _is_ground(found, paragraph, token), thing is not None or is_at_arms(token)
    if not of_conflict(deed.told, by, to, harmed=harmed, ground=ground, hit=hit) or not (
        by or to or figures or hit or _is_new(token)
    ):
        return None
    status = next((each for word in (token, *deed.also) if (each := fate_of(word, kind)) is not None), None)
    setting = deed_setting.setting_of(paragraph, found, token, around) if status is not None else None
    if status is None or setting is None or not (by or to or figures or thing or setting.place):
        return None
    if is_no_event(deed.told, by, to, setting, figures):
        return None
    if _is_finite(token) or (token.pos_ == "NOUN" and not (_has_subject(token.head) or claimers(token))):
        tellers = {actor.words for actor in setting.per}  # whoever only tells of it has not done it
        by = tuple(actor for actor in by if actor.words not in tellers)
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (keeping.evidence(paragraph, token.i, token.i + 1),),
        EventFinding(
            what=what(paragraph, token, token.i + 1, deed.told.kind.to, deed.also),
            status=deeds.cited(paragraph, status.status, deed_status.RULE, status.words),
            **event_codes.codes(paragraph, deed.told),
            context=event_codes.context(paragraph, deed.told),
            by=by,
            to=to,
            mutual=kind.mutual and bool(by and to),
            object=thing,
            background=is_history(token),
            figures=tuple(keeping.id_of(around.report, "figure", each) for each in figures),
            **deeds.told(
                setting._replace(place=None) if _is_of_no_place(paragraph, found, kind, setting, figures) else setting,
                on_the_ground=_is_on_the_ground(token, kind)
                and not (_is_of_talks(found, setting) or _is_elsewhere(setting, figures)),
            ),
        ),
    )


def _is_rule(deed: Told) -> bool:
    """Whether what is declared is done by declaring it: a curfew, martial law."""
    return deed.kind.plover == "COERCE" and deed.kind.object in ("curfews", "emergencies")


def _is_in(paragraph: Paragraph, token: Token, actor: Said[Actor]) -> bool:
    """Whether the deed's own word has been taken for a part of a name: "Rebel Commander Killed"."""
    own = paragraph.span(token.i, token.i + 1)
    return any(words.start <= own.start and own.end <= words.end for words in actor.words)


def _is_on_the_ground(token: Token, kind: Kind) -> bool:
    """Whether deeds of the kind happen where the sentences before were: no sanctions, gifts of arms or resignations,
    nothing that is aimed at a country."""
    if any(country_named(noun.text) is not None for noun in behind(token, kind.to)):
        return False
    at_the_top = kind.mode == "resign" or (kind.mode == "seize" and kind.sub_event is None)  # "ousted the president"
    return (kind.plover in vocabulary().grounded and not at_the_top) or kind.sub_event == DISPLACEMENT


def _is_beyond(paragraph: Paragraph, found: Found, kind: Kind, setting: Setting) -> bool:
    """Whether the place is where people fled to, not where they fled, or one of several: "in Kutum and Kabkabiya"."""
    if setting.place is None:
        return False
    named = [each for each in found.places.of_paragraph(paragraph.index) if each.place.words == setting.place.words]
    names = [paragraph.doc[each.at.end - 1] for each in named]
    if any(other.dep_ == "conj" and _is_ground_too(other) for name in names for other in name.children):
        return True
    if any(name.dep_ == "compound" and name.head.tag_ == "NNS" and _is_ground_too(name.head) for name in names):
        return True  # "the Taw and Gyi Kone villages"
    return kind.sub_event == DISPLACEMENT and any(
        paragraph.doc[each.at.start].head.lower_ in ("to", "into") for each in named
    )


def _is_ground_too(other: Token) -> bool:
    """Whether it is a name beside that of a place, or tells of further ones: "in Kyiv and other cities"."""
    return other.pos_ == "PROPN" or (other.tag_ == "NNS" and other.lemma_.lower() in place_words().kinds)


def _is_elsewhere(setting: Setting, figures: Sequence[FigureMention]) -> bool:
    """Whether the numbers of the deed are none of where the sentences before were: "millions have been displaced"."""
    scene = setting.scene.value.key if setting.scene is not None else None
    if any(each.finding.place is not None and each.finding.place.value.key != scene for each in figures):
        return True
    return bool(figures) and all(each.finding.place is None or each.finding.count == TOTAL for each in figures)


def _is_of_no_place(
    paragraph: Paragraph, found: Found, kind: Kind, setting: Setting, figures: Sequence[FigureMention]
) -> bool:
    """Whether the place is that of one of its numbers alone, one of several, or only where people fled to: "two were
    killed in Bunia and five in Goma"."""
    places = {each.finding.place.value.key for each in figures if each.finding.place is not None}
    return len(places) > 1 or _is_beyond(paragraph, found, kind, setting)


def _is_of_talks(found: Found, setting: Setting) -> bool:
    """Whether the place that the sentences before speak of is only where sides met."""
    return setting.scene is not None and setting.scene.value.key in _met_at(found.contacts)


@lru_cache(maxsize=1)
def _met_at(contacts: Mentions[DeedMention[ContactFinding]]) -> frozenset[str]:
    """The keys of the places where sides met."""
    return frozenset(each.finding.place.value.key for each in contacts if each.finding.place is not None)


def _is_ground(found: Found, paragraph: Paragraph, token: Token) -> bool:
    """Whether what it was done to is a place by its name: "attacked Kyiv", "strikes on Aden"."""
    hit = deed_roles.object_of(token)
    return hit is not None and any(place.use == "place" for place in found.places.covering(paragraph.index, hit.i))


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in token.children
    )


def _is_new(deed: Token) -> bool:
    """Whether the words bring the deed in: a verb, or a noun that is not spoken of as known ("the attack")."""
    known = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "another") for child in deed.children)
    known = known and not any(child.lower_ in event_same.OTHERS for child in deed.children)  # "the second attack"
    return deed.pos_ not in ("NOUN", "PROPN") or not known
