"""Events: who did what to whom, when and where, by whose word, coded in PLOVER.

A sentence's words for deeds are found first (`event_triggers`); who did it to whom, whether it came about and when,
where and by whose word are answered as for all deeds. A deed that harms people is one event with its harm. What the
record holds as a contact, a change of control or a statement is told as an event too (`event_derived`), as the same
occurrence. What was only feared, asked for or supposed is no event.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.findings import EventFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import deed_background, deed_setting, deed_status, deeds, event_codes, event_derived
from onrecord.reading.deed_roles import actors_of, doers, partners, undergoers
from onrecord.reading.deed_setting import Around
from onrecord.reading.event_figures import figures_of
from onrecord.reading.event_triggers import Told, of_conflict, told
from onrecord.reading.found import DeedMention, FigureMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.figures import kinds

__all__ = ["RULES", "find", "observations"]

RULES: dict[str, Rule] = {**deeds.RULES, **deed_status.RULES, **event_codes.RULES, **event_derived.RULES}
LONGEST_WORDS = 25  # tokens
Event = DeedMention[EventFinding]
Actors = tuple[Said[Actor], ...]
SHARED = frozenset({"advcl", "conj", "xcomp", "acl", "ccomp"})


class _Deed(NamedTuple):
    """A deed with the harm that it did, and its figures."""

    told: Told
    harm: tuple[Token, ...]
    figures: tuple[FigureMention, ...]


def find(report: Report, found: Found) -> tuple[Event, ...]:
    """The events of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    derived = tuple(event_derived.derived(around, found))
    taken = {(event.at.paragraph, at) for event in derived for at in range(event.at.start, event.at.end)}
    made = [
        event
        for paragraph, sentence in deeds.sentences(around)
        for deed in _deeds(paragraph, found, sentence, taken)
        if (event := _event(paragraph, found, around, deed)) is not None
    ]
    return _once(report, tuple(sorted((*derived, *made), key=lambda event: event.at)))


def observations(report: Report, mentions: Sequence[Event]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "event", mentions)


def _once(report: Report, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Without those of titles and headings that the same part tells in its body."""

    def telling(event: Event) -> tuple[int, str | None, frozenset[str]]:
        by = frozenset(actor.value.key for actor in event.finding.by)
        return _paragraph(report, event).part, event.finding.plover.value if event.finding.plover else None, by

    body = {telling(event) for event in events if _paragraph(report, event).role == "body"}
    return tuple(event for event in events if _paragraph(report, event).role == "body" or telling(event) not in body)


def _paragraph(report: Report, event: Event) -> Paragraph:
    return report.paragraphs[event.at.paragraph]


def _deeds(paragraph: Paragraph, found: Found, sentence: Span, taken: set[tuple[int, int]]) -> list[_Deed]:
    """The deeds of a sentence; harm goes to the deed that did it, figures to the nearest."""
    all_told = [deed for deed in told(sentence) if (paragraph.index, deed.token.i) not in taken]
    carriers = [deed for deed in all_told if not deed.kind.harm]
    done: dict[int, list[Token]] = {}
    alone = []
    for deed in all_told:
        if deed.kind.harm:
            carrier = next((each for each in carriers if _did(each.token, deed.token)), None)
            if carrier is None:
                alone.append(deed)
            else:
                done.setdefault(carrier.token.i, []).append(deed.token)
    kept = sorted((*carriers, *alone), key=lambda deed: deed.token.i)
    figures = figures_of(paragraph, found, [deed.token for deed in kept])
    return [
        _Deed(deed, tuple(done.get(deed.token.i, ())), tuple(figures.get(number, ())))
        for number, deed in enumerate(kept)
    ]


def _did(deed: Token, harm: Token) -> bool:
    """Whether the deed is what did the harm: its subject or means, or what its doer did with it."""
    above = deed.head if deed.dep_ in ("pobj", "nsubj", "nsubjpass") else None
    if above is not None and (above.i == harm.i or (above.dep_ in ("agent", "prep") and above.head.i == harm.i)):
        return True
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in harm.children)
    carrying = (deed, deed.head) if deed.dep_ in ("dobj", "nsubjpass") else (deed,)
    return harm.dep_ in SHARED and not own and any(harm.head.i == each.i for each in carrying)


def _event(paragraph: Paragraph, found: Found, around: Around, deed: _Deed) -> Event | None:
    token, kind = deed.told.token, deed.told.kind
    status = deed_status.status_of(token)
    if status is None or status.status == "hypothetical":
        return None
    by, to = _sides(paragraph, found, deed)
    harmed = bool(deed.harm) or any(each.finding.measure.value in kinds().harm for each in deed.figures)
    if not of_conflict(deed.told, by, to, harmed):
        return None
    setting = deed_setting.setting_of(paragraph, found, token, around)
    if setting is None:
        return None
    thing = event_codes.object_of(paragraph, token)
    if not (by or to or deed.figures or (thing and _is_new(token)) or (setting.place and _is_new(token))):
        return None
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (deeds.evidence(paragraph, token),),
        EventFinding(
            what=_words(paragraph, deed),
            status=deeds.cited(paragraph, status.status, deed_status.RULE, status.words),
            **event_codes.codes(paragraph, deed.told),
            context=event_codes.context(paragraph, deed.told),
            by=by,
            to=to,
            mutual=kind.mutual and bool(by and to),
            object=thing,
            background=deed_background.is_background(token),
            figures=tuple(deeds.id_of(around.report, "figure", each) for each in deed.figures),
            **deeds.told(setting, on_the_ground=True),
        ),
    )


def _sides(paragraph: Paragraph, found: Found, deed: _Deed) -> tuple[Actors, Actors]:
    """Who did it to whom; of a mutual deed the first side and the others."""
    token, kind = deed.told.token, deed.told.kind
    by = actors_of(found, paragraph, doers(token))
    heads = [*undergoers(token, frozenset(kind.to)), *(head for harm in deed.harm for head in undergoers(harm))]
    to = actors_of(found, paragraph, heads)
    if not by and deed.harm:
        by = actors_of(found, paragraph, [head for harm in deed.harm for head in doers(harm) if head.i != token.i])
    if kind.turned:
        return (), by
    if kind.mutual:
        sides = _each_once((*by, *actors_of(found, paragraph, partners(token)), *to))
        return sides[:1], sides[1:]
    keys = {actor.value.key for actor in by}
    return by, tuple(actor for actor in to if actor.value.key not in keys)


def _each_once(actors: Actors) -> Actors:
    return tuple({actor.value.key: actor for actor in reversed(actors)}.values())[::-1]


def _is_new(deed: Token) -> bool:
    """Whether the words bring the deed in: a verb, or a noun that is not spoken of as known ("the attack")."""
    known = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "another") for child in deed.children)
    return deed.pos_ not in ("NOUN", "PROPN") or not known


def _words(paragraph: Paragraph, deed: _Deed) -> Said[str]:
    """The report's words for it: from its first doer to the end of what it was done to."""
    token = deed.told.token
    heads = [*doers(token), token, *undergoers(token, frozenset(deed.told.kind.to)), *deed.harm]
    parts = [at for head in heads for at in (_first(head), head.i, _last(head, deed))]
    start, end = max(min(parts), token.i - LONGEST_WORDS), min(max(parts) + 1, token.i + LONGEST_WORDS)
    return deeds.words(paragraph, start, end)


def _first(head: Token) -> int:
    return min([head.i, *(child.left_edge.i for child in head.lefts if child.pos_ != "VERB" and child.dep_ != "punct")])


def _last(head: Token, deed: _Deed) -> int:
    """The end of a phrase, without the clauses and dates that hang on it."""
    if head.i == deed.told.token.i and head.pos_ == "VERB":
        return int(head.i)
    ends = [child.right_edge.i for child in head.rights if child.dep_ in ("prep", "compound", "nummod", "amod", "dobj")]
    return max([head.i, *(end for end in ends if end - head.i < LONGEST_WORDS // 2)])
