"""Words for an accord with what their sentence tells of it: who made it, when, and what became of it."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs
from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.agreements import keys
from onrecord.reading.agreements import made as agreement_made
from onrecord.reading.agreements import sides as agreement_sides
from onrecord.reading.agreements import words as agreement_words
from onrecord.reading.agreements.made import Made
from onrecord.reading.agreements.sides import Actors
from onrecord.reading.agreements.words import Words
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.setting import Around
from onrecord.reading.found import Found
from onrecord.reading.report import At
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord

ACTS = frozenset({"cessation", "hostilities", "pause"})  # "the cessation of hostilities" may be no more than the act
BEHIND = frozenset({"acl", "relcl", "advcl"})
MAKING = frozenset({"agreed", "signed"})


class Mention(NamedTuple):
    """Words for an accord with what their sentence tells of it; `on` is the day on which it was made, `opens` that from
    which it is said to hold."""

    words: Words
    made: Made
    known: Accord | None
    on: Said[When] | None
    parties: Actors
    guarantors: Actors
    one_sided: bool = False
    opens: Said[When] | None = None

    @property
    def at(self) -> At:
        return At(self.words.paragraph.index, self.words.start, self.words.end)

    @property
    def specific(self) -> bool:
        """Whether the words say which accord they mean."""
        return bool(self.on or self.parties or self.words.named)

    @property
    def powers(self) -> frozenset[str]:
        """The powers that made it, by name, with a state for its government; persons stand for one or the other."""
        return frozenset(power_of(actor.value) for actor in self.parties if actor.value.type != "person")

    @property
    def vague(self) -> bool:
        """Whether it speaks of several accords that it does not tell apart: "previous truces"."""
        return self.words.plural and self.words.token.lower_ not in ACTS and not (self.words.known or self.specific)


def power_of(actor: Actor) -> str:
    """The name of an actor; for a government, that of its state."""
    government = actor.type == "government body" and actor.name.endswith(" government")
    return actor.country if government and actor.country is not None else actor.name


def mentions(around: Around, found: Found) -> Iterator[Mention]:
    """The words for accords of a report, in the order of its text."""
    where = where_of(found)
    for paragraph, sentence in deeds.sentences(around):
        for words in agreement_words.of_sentence(paragraph, sentence):
            yield _mention(around, found, words, where)


def _mention(around: Around, found: Found, words: Words, where: frozenset[str]) -> Mention:
    on = _own_date(words, found)
    made = _told_by_somebody(around, found, words, agreement_made.made(words, dated=on is not None))
    parties = agreement_sides.parties(words, made.fates, found)
    opens = _opening_day(words, made, found)
    on = on or _fate_date(around, found, words, made, opens)
    named = [accord for accord in words.named if accord.where & where]
    known = named[0] if len(named) == 1 else None
    if not words.named and on is not None and on.value.year is not None and words.sure:
        described = accords.described(on.value.year, frozenset(power_of(actor.value) for actor in parties))
        known = described if described is not None and (words.told or _may_be(described, words, on)) else None
    if words.named and known is None:
        words = words._replace(named=(), sure=bool(words.topics) or words.truce)
    guarantors = agreement_sides.guarantors(words, made.fates, found)
    one_sided = words.truce and agreement_sides.is_one_sided(words, made.fates, found)
    return Mention(words, made, known, on, parties, guarantors, one_sided, opens)


def _may_be(accord: Accord, words: Words, on: Said[When]) -> bool:
    return keys.may_be(accord, words.paragraph.doc[words.start : words.end].text, on.value)


def _told_by_somebody(around: Around, found: Found, words: Words, made: Made) -> Made:
    """Without what is only rumoured: "denied reports that both had signed a truce"."""
    fates = tuple(
        fate for fate in made.fates if deed_setting.setting_of(words.paragraph, found, fate.verb, around) is not None
    )
    if len(fates) == len(made.fates):
        return made
    return made._replace(sure=bool(fates or words.named), fates=fates)


def where_of(found: Found) -> frozenset[str]:
    """Countries, provinces and towns of which the report speaks."""
    named = {
        name
        for each in found.places
        for name in (each.place.value.name, each.place.value.country, each.place.value.admin1)
    }
    named |= {name for each in found.actors for name in (each.actor.value.name, each.actor.value.country)}
    return frozenset(name.removesuffix(" (city)").removesuffix(" province") for name in named if name)


def _own_date(words: Words, found: Found) -> Said[When] | None:
    """The date in the phrase itself, or right behind it: "the 2018 agreement", "the ceasefire of 12 January"."""
    if words.told:
        return None
    index = words.paragraph.index
    within = found.dates.within(At(index, words.start, words.end))
    within += [
        date
        for child in words.token.children
        if child.lower_ == "of" and child.i > words.token.i
        for below in child.children
        for date in found.dates.covering(index, below.i)
    ]
    return within[0].when if within else None


def _opening_day(words: Words, made: Made, found: Found) -> Said[When] | None:
    """The day from which a truce holds, as words behind it tell: "effective from Monday", "starting on 3 August"."""
    index, token = words.paragraph.index, words.token
    behind = [*token.children, *(child for fate in made.fates for child in fate.verb.children if child.pos_ == "VERB")]
    openings = [each for each in behind if each.i > token.i and each.lower_ in accords.words("opening")]
    for opening in openings if words.truce else ():
        for date in found.dates.within(At(index, opening.i, opening.right_edge.i + 1)):
            return date.when
    return None


def _fate_date(around: Around, found: Found, words: Words, made: Made, opens: Said[When] | None) -> Said[When] | None:
    """The day on which it was agreed or signed, as the sentence gives it."""
    for fate in made.fates:
        if fate.state not in MAKING:
            continue
        setting = deed_setting.setting_of(words.paragraph, found, fate.verb, around)
        on = setting.on if setting is not None and setting.on != opens else None
        on = None if on is not None and _is_of_start(words, made, on) else on
        if on is not None and on.value.until is None and (fate.verb.dep_ not in BEHIND or _holds(words, fate.verb, on)):
            return _gone_by(on)
        # "agreed to a truce on Monday", where the parse hangs the day on the truce; "a truce brokered there in 2022"
        for prep in (*words.token.children, *fate.verb.children):
            if prep.lower_ in ("on", "in") and prep.i > words.token.i:
                for noun in prep.children:
                    for date in found.dates.covering(words.paragraph.index, noun.i):
                        return _gone_by(date.when)
    return None


def _is_of_start(words: Words, made: Made, on: Said[When]) -> bool:
    """Whether the day is that on which it took effect: "signed a truce that took effect on Monday"."""
    clauses = [words.paragraph.span(verb.i, verb.right_edge.i + 1) for verb in made.starts]
    return any(each.start <= span.start < each.end for span in on.words for each in clauses)


def _gone_by(on: Said[When]) -> Said[When]:
    """The day before the report on which what is told came about, though the verb may lead to days ahead: "agreed to a
    truce on Monday"."""
    if on.value.side != "forward" or len(on.words) < 2:
        return on
    return Said(structs.replace(on.value, side="back"), on.rule, on.words[:1])


def _holds(words: Words, verb: Token, on: Said[When]) -> bool:
    """Whether the date stands among the words of a participle, and is not that of the clause around it."""
    edges = words.paragraph.span(verb.left_edge.i, verb.right_edge.i + 1)
    return any(edges.start <= span.start < edges.end for span in on.words)
