"""The setting of a deed, a verb or a noun of one paragraph: when and where it was done, and by whose word.

`Around` is made once for each report and passed with every deed of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading.dates.day_heads import DayHeads, day_heads
from onrecord.reading.deeds.clause import bearers
from onrecord.reading.deeds.subject import parts_of_conflict
from onrecord.reading.deeds.tellers import teller_of
from onrecord.reading.deeds.when import date_of, is_recent, is_relative
from onrecord.reading.deeds.where import dateline_end, is_of_another_kind, opens, places_of
from onrecord.reading.found import ActorMention, DateMention, Found, Mentions, PlaceMention, StatementMention
from onrecord.reading.places import scene
from onrecord.reading.places.scene import Scenes
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.statements import attribution, quotations
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.statements.quotations import Quotation
from onrecord.vocabulary.settings import words


class Setting(NamedTuple):
    """When, where and by whose word.

    `recent`: no day is given, and the tense places it in the report's own news. `place` is the one place that the
    sentence gives for the deed; `places` are all of a list ("shelled Taiz and Ibb"). `scene` is the place that the
    sentences before speak of, where this one names none: it holds for what happens on the ground, not for who
    telephones whom, and not for history. `per` is empty where the report asserts the deed itself.
    """

    on: Said[When] | None = None
    recent: bool = False
    place: Said[Place] | None = None
    per: tuple[Said[Actor], ...] = ()
    via: tuple[Said[Actor], ...] = ()
    statement: StatementMention | None = None
    places: tuple[Said[Place], ...] = ()
    scene: Said[Place] | None = None


@dataclass
class Around:
    """What the settings of one report's deeds share; `parts` are those that may tell of a conflict. It remembers the
    `settings` of deeds and the sayings of each paragraph once they are asked for."""

    report: Report
    found: Found
    scenes: Scenes
    heads: DayHeads
    quoted: dict[int, tuple[Quotation, ...]]
    parts: frozenset[int]
    settings: dict[tuple[int, int], Setting | None] = field(default_factory=dict)
    _sayings: dict[int, list[Attribution]] = field(default_factory=dict)

    def sayings(self, paragraph: Paragraph) -> list[Attribution]:
        """The attributions of the paragraph."""
        index = paragraph.index
        if index not in self._sayings:
            self._sayings[index] = attribution.find(paragraph.doc, self.quoted.get(index, ()))
        return self._sayings[index]


def around(report: Report, found: Found) -> Around:
    """What the deeds of a report share, made once for all readers of the report."""
    return _around(report, found.dates, found.places, found.actors, found.statements)


@lru_cache(maxsize=1)
def _around(
    report: Report,
    dates: Mentions[DateMention],
    places: Mentions[PlaceMention],
    actors: Mentions[ActorMention],
    statements: Mentions[StatementMention],
) -> Around:
    found, quoted = Found(dates, places, actors, statements), quotations.find(report)
    return Around(
        report,
        found,
        scene.scenes(report, found),
        day_heads(report, found),
        quoted,
        parts_of_conflict(report, found, quoted),
    )


def setting_of(paragraph: Paragraph, found: Found, deed: Token, around: Around) -> Setting | None:
    """The setting of the deed; None where somebody tells of it and it cannot be told who."""
    at = (paragraph.index, int(deed.i))
    if at not in around.settings:
        around.settings[at] = _setting_of(paragraph, found, deed, around)
    return around.settings[at]


def _setting_of(paragraph: Paragraph, found: Found, deed: Token, around: Around) -> Setting | None:
    teller = teller_of(paragraph, found, deed, around.sayings(paragraph), around.quoted.get(paragraph.index, ()))
    if teller is None:
        return None
    own, over = _own_statement(paragraph, found, deed), bearers(deed)
    head = around.heads.get(paragraph.index)
    date = date_of(paragraph, found, deed, over, teller.statement)
    if head is not None and date is not None and (date.at == head.at or is_relative(date)):
        date = None
    on = date.when if date is not None else (own.finding.on if own is not None else None)
    recent = on is None and (
        own.finding.recent
        if own is not None
        else is_recent(paragraph, found, deed, over, teller.statement, told=bool(teller.per), head=head)
    )
    if head is not None and recent:  # of the day that the list gives, not of the report's
        on, recent = head.when, False
    places = places_of(paragraph.doc, found, paragraph.index, deed, over, teller.statement)
    return Setting(
        on=on,
        recent=recent,
        place=places[0].place if len(places) == 1 else None,
        per=teller.per,
        via=teller.via,
        statement=teller.statement,
        places=tuple(place.place for place in places),
        scene=_scene(paragraph, found, deed, around) if recent or _is_of_news(on) else None,
    )


def _is_of_news(on: Said[When] | None) -> bool:
    """Whether the day is one of the report's own time, and nothing is summed up that was so ever since."""
    return on is not None and on.value.year is None and on.value.bound != "since"


def _own_statement(paragraph: Paragraph, found: Found, deed: Token) -> StatementMention | None:
    """The statement that the deed is itself: "accused", "threatened"."""
    return next(iter(found.statements.covering(paragraph.index, deed.i)), None)


def _grounds(deed: Token) -> Iterator[Token]:
    """What the deed was done to, or where, as the parse has it: "attacked Kwapre", "clashes near Kwapre"."""
    for child in deed.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            yield child
        elif child.lower_ in words().locating:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_unlisted(paragraph: Paragraph, found: Found, token: Token) -> bool:
    """Whether the token is a name that nothing has been found in: no actor, no day."""
    if token.tag_ != "NNP" or not token.text[:1].isupper():
        return False
    return not any(each.covering(paragraph.index, token.i) for each in (found.actors, found.places, found.dates))


def _scene(paragraph: Paragraph, found: Found, deed: Token, around: Around) -> Said[Place] | None:
    """The place of the sentences before, where the deed's own sentence names none."""
    sentence = deed.sent
    named: list[PlaceMention] = found.places.within(At(paragraph.index, sentence.start, sentence.end))
    if any(place.use == "place" for place in named):
        return None
    if any(token.pos_ == "PROPN" and opens(paragraph.doc, token.i, deed) for token in sentence):  # somewhere unlisted
        return None
    if any(_is_unlisted(paragraph, found, token) for token in _grounds(deed)):
        return None
    there = around.scenes.get((paragraph.index, sentence.start))
    if there is None or there.at.start < dateline_end(around.report.paragraphs[there.at.paragraph].doc):
        return None
    return None if is_of_another_kind(sentence, there) else there.place
