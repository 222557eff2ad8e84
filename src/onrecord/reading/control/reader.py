"""Control of places: who took, entered, lost, besieges or holds what, from whom, by whose word.

Each claim is one finding, with its claimant; entering is not taking, and what somebody tries or fights to take is
pushed towards. What is planned, feared or denied is no change of control. A claim told again in the same report with
the same place, change and claimant is one, cited twice.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from onrecord.model.findings import ControlFinding, Observation
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.control.changes import TAKING, TRIED, change_of
from onrecord.reading.control.doing import announcers
from onrecord.reading.control.frames import BASTION, DRIVEN, FALLS, HANDS, HYPHENED, SIEGE, UNDER, WORD, Reading
from onrecord.reading.control.grounds import AROUND, Ground, is_around
from onrecord.reading.control.holders import (
    ARMED,
    COMMANDED,
    SIDE,
    Actors,
    commanded,
    holder_of,
    is_armed,
    is_of_each,
    side,
)
from onrecord.reading.control.once import once, taken_from
from onrecord.reading.control.readings import readings
from onrecord.reading.control.spoken_of import AGAIN, FEATURE, is_again, is_feature, is_last_named, placed
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import is_noun, is_passive, word
from onrecord.reading.deeds.roles import actors_of
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.statements.speakers import demonym
from onrecord.reading.told_once import among
from onrecord.vocabulary import reporting
from onrecord.vocabulary.control import control, forms_of, nouns, sure, telling, verbs, whoever
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.triggers import tells

__all__ = ["RULES", "find", "observations"]

Claim = DeedMention[ControlFinding]
CROWDS = frozenset({"person", "population group", "police", "international organisation"})
NEAR = 2  # paragraphs


def find(report: Report, found: Found) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    claims: list[Claim] = []
    for paragraph, sentence in deeds.sentences(around):
        claims += _of_sentence(paragraph, sentence, found, around, claims)
    return once(report, claims)


def observations(report: Report, mentions: Sequence[Claim]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "control", mentions)


def _of_sentence(
    paragraph: Paragraph, sentence: Span, found: Found, around: Around, before: Sequence[Claim]
) -> list[Claim]:
    taken: set[int] = set()
    claims: list[Claim] = []
    for token in among(sentence, telling()):
        for reading in readings(paragraph, found, token):
            topic = _topic((*before[-1:], *claims), paragraph, token, found)
            made = [] if reading.deed.i in taken else list(_claims(paragraph, found, around, reading, topic))
            if made:
                taken.update((reading.deed.i, *reading.phrase))
                claims += made
                break
    return list(taken_from(claims))


def _claims(
    paragraph: Paragraph, found: Found, around: Around, reading: Reading, topic: Ground | None
) -> Iterator[Claim]:
    deed, said = change_of(paragraph, reading)
    setting = deed_setting.setting_of(paragraph, found, deed, around) if said is not None else None
    if said is None or setting is None:
        return
    holder = holder_of(paragraph, found, reading, setting.per)
    from_ = actors_of(found, paragraph, reading.others)
    if not _may_hold(reading, holder, from_):
        return
    at = reading.deed.i if reading.deed.i in reading.phrase else reading.phrase[0]
    for named in reading.grounds:
        ground = placed(paragraph, found, around, named, setting.scene, topic)
        place = ground.place
        if (ground.bare and place is None) or (reading.change == "contested" and not _is_local(place)):
            continue
        if reading.change == "besieged" and not _may_be_besieged(paragraph, ground):
            continue
        told = deeds.told(setting, on_the_ground=False)
        for who, claimant in _sides(reading, holder, setting.per):
            keys = {actor.value.key for actor in who}
            yield DeedMention(
                At(paragraph.index, at, at + 1),
                (keeping.evidence(paragraph, reading.deed.i, reading.deed.i + 1),),
                ControlFinding(
                    change=said,
                    area=ground.area,
                    holder=who,
                    from_=tuple(actor for actor in from_ if actor.value.key not in keys),
                    **{**told, "place": place, "per": claimant},
                ),
            )


def _sides(reading: Reading, holder: Actors, per: Actors) -> Iterator[tuple[Actors, Actors]]:
    """Who holds it, by whose word: what "both" claim, or "each" does, is a claim of each for itself."""
    claimed = word(reading.deed) == "claim" or bool(announcers(reading.deed))
    tellers = {actor.value.key for actor in per or holder}
    if len(holder) > 1 and is_of_each(reading.deed) and {actor.value.key for actor in holder} <= tellers:
        yield from (((actor,), (actor,)) for actor in holder)
    else:
        yield holder, per or (holder if claimed else ())


def _topic(claims: Sequence[Claim], paragraph: Paragraph, token: Token, found: Found) -> Ground | None:
    """The town whose fate was told last, where none has been named since: "the city" goes back to it."""
    last = claims[-1] if claims else None
    if last is None or paragraph.index - last.at.paragraph > NEAR:
        return None
    area, town = last.finding.area, last.finding.place
    exact = town is not None and town.value.precision == "exact"
    if not exact and not (town is None and area.value.replace(" ", "").isalpha() and area.value.istitle()):
        return None
    own = town.value.key if town is not None else None
    return Ground(area, town) if is_last_named(found, own, last.at, paragraph, token.i) else None


def _may_be_besieged(paragraph: Paragraph, ground: Ground) -> bool:
    """Whether it is ground that somebody can be shut up in: no "supply lines", no road to a town."""
    noun = paragraph.doc[ground.at].lower_ if ground.at >= 0 else ground.area.value.lower().split()[-1]
    return noun not in place_words().lines | forms_of("ways")


def _is_local(place: Said[Place] | None) -> bool:
    return place is not None and place.value.precision != "country"


def _is_flight(deed: Token) -> bool:
    """Whether those who crossed a border were taken in: "crossed into Rwanda and were disarmed"."""
    beside = [*deed.children, *([deed.head, *deed.head.children] if deed.head.sent == deed.sent else [])]
    verbs = [each for each in beside if each.i > deed.i and each.pos_ == "VERB" and each.dep_ in ("conj", "ROOT")]
    return word(deed) == "cross" and any(is_passive(verb) for verb in verbs)


def _may_hold(reading: Reading, holder: Actors, from_: Actors) -> bool:
    """Whether those who are said to do it can: armed or a state, or a crowd where the words leave no doubt; somebody
    unnamed only where the phrase tells of nothing else."""
    if reading.change == "entered" and not is_noun(reading.deed) and _is_flight(reading.deed):
        return False
    if any(is_armed(actor.value) for actor in holder):
        return reading.rule != DRIVEN or reading.change == "lost" or any(a.value.type in ARMED for a in from_)
    if reading.rule != WORD:
        return reading.rule in (HANDS, SIEGE) or (reading.rule == FALLS and not reading.holders)
    if reading.change == "contested" or (reading.change == "besieged" and _is_lasting_siege(reading.deed)):
        return True
    if reading.holders and not holder and all(head.lower_ in forms_of("units") for head in reading.holders):
        return reading.change not in ("holds", "withdrew from")  # "tanks rolled into Grozny"
    if reading.change == "holds":
        return False
    if holder:
        crowd = any(actor.value.type in CROWDS for actor in holder)
        return crowd and next(at_token(reading.deed, whoever(), {}), None) is not None
    if next(at_token(reading.deed, sure(), {}), None) is None:
        return False
    return all(head.pos_ == "PRON" or head.lower_ in _people() for head in reading.holders)


def _is_lasting_siege(deed: Token) -> bool:
    """Whether a siege is told of without who lays it, and not how it was broken: "the siege of Sarajevo"."""
    above = deed.head if deed.dep_ in ("dobj", "nsubjpass", "nsubj") else deed
    return is_noun(deed) and above.lower_ not in forms_of("breaks")


def _people() -> frozenset[str]:
    return reporting.noun_forms("people") | forms_of("anybody")


def _held(words: Sequence[str], name: str) -> bool:
    return any(word.lower() in forms_of(name) for word in words)


def _tells(value: object, words: Sequence[str]) -> bool:
    return value in (*tells(verbs(), words), *tells(nouns(), words))


def _tells_of_trying(value: object, words: Sequence[str]) -> bool:
    tried = any(_tells(change, words) for change in TAKING)
    return value == "pushing towards" and tried and (_held(words, "tries") or deed_status.derived("attempted", words))


def _under(value: object, words: Sequence[str]) -> bool:
    """Under whose control: it came, came back or is there."""
    if not _held(words, "sway"):
        return False
    back = "back" in [word.lower() for word in words]
    if _held(words, "returns") or back:
        return value == "regained"
    return value == ("took" if _held(words, "comes") else "holds")


RULES: dict[str, Rule] = {
    **deeds.RULES,
    WORD: _tells,
    TRIED: _tells_of_trying,
    FALLS: lambda value, words: value == "took" and (_held(words, "yields") or _held(words, "falls")),
    DRIVEN: lambda value, words: value in ("took", "lost") and _held(words, "driving"),
    UNDER: _under,
    HYPHENED: lambda value, words: value == "holds" and any(word.lower() in control().hyphened for word in words),
    BASTION: lambda value, words: value == "holds" and _held(words, "bastions"),
    HANDS: lambda value, words: value == "contested" and {"hands"} < {word.lower() for word in words},
    AROUND: is_around,
    AGAIN: is_again,
    FEATURE: is_feature,
    SIDE: lambda value, words: side(words) == value,
    COMMANDED: lambda value, words: commanded(words) == value,
    SIEGE: lambda value, words: value == "besieged" and (_held(words, "sieges") or _held(words, "ringed")),
    "demonym": demonym,
}
