"""Control of places: who took, entered, lost, besieges or holds what, from whom, by whose word.

Each claim is one finding, with its claimant; entering is not taking, and what somebody tries or fights to take is
pushed towards. What is planned, feared or denied is no change of control.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.findings import ControlFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import deed_background, deed_setting, deed_status, deeds
from onrecord.reading.control_grounds import Ground, ground_at, grounds_of
from onrecord.reading.deed_grammar import behind
from onrecord.reading.deed_roles import actors_of, doers
from onrecord.reading.deed_setting import Around
from onrecord.reading.deed_triggers import at_token
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.control import falls, nouns, sure, verbs
from onrecord.vocabulary.triggers import tells

__all__ = ["RULES", "find", "observations"]

Claim = DeedMention[ControlFinding]
Actors = tuple[Said[Actor], ...]
ARMED = frozenset({"armed force", "armed group", "militia", "police", "state", "government body"})
TAKING = frozenset({"took", "regained", "entered"})
TRIED, TOLD = "control tried for", "control word"
FROM, TO = frozenset({"from"}), frozenset({"to"})


def _tells(value: object, words: Sequence[str]) -> bool:
    return value in (*tells(verbs(), words), *tells(nouns(), words), *tells(falls(), words))


def _tells_of_trying(value: object, words: Sequence[str]) -> bool:
    tried = any(_tells(change, words) for change in TAKING)
    return value == "pushing towards" and tried and deed_status.derived("attempted", words)


RULES: dict[str, Rule] = {**deeds.RULES, TOLD: _tells, TRIED: _tells_of_trying}


def find(report: Report, found: Found) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    return tuple(
        claim
        for paragraph, sentence in deeds.sentences(around)
        for claim in _of_sentence(paragraph, sentence, found, around)
    )


def observations(report: Report, mentions: Sequence[Claim]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "control", mentions)


def _of_sentence(paragraph: Paragraph, sentence: Span, found: Found, around: Around) -> Iterator[Claim]:
    for token in sentence:
        fallen = next(at_token(token, falls(), {}), None)
        if fallen is not None and (claim := _fallen(paragraph, found, around, token, *fallen)) is not None:
            yield claim
            continue
        for change, phrase in at_token(token, verbs(), nouns()):
            claims = tuple(_claims(paragraph, found, around, token, change, phrase))
            if claims:
                yield from claims
                break


def _claims(
    paragraph: Paragraph, found: Found, around: Around, token: Token, change: str, phrase: tuple[int, ...]
) -> Iterator[Claim]:
    holder = actors_of(found, paragraph, doers(token))
    if not any(actor.value.type in ARMED for actor in holder) and token.lower_ not in sure():
        return
    from_ = actors_of(found, paragraph, [head for at in phrase for head in behind(paragraph.doc[at], FROM)])
    for ground in grounds_of(paragraph, found, token, change, phrase):
        said = _change(paragraph, token, change, phrase)
        claim = _claim(paragraph, found, around, token, said, ground) if said is not None else None
        if claim is not None:
            yield claim._replace(finding=_with(claim.finding, holder, from_))


def _fallen(
    paragraph: Paragraph, found: Found, around: Around, token: Token, change: str, phrase: tuple[int, ...]
) -> Claim | None:
    """ "Mosul fell to the militants": the subject is the place, the holder stands behind "to"."""
    holder = actors_of(found, paragraph, tuple(behind(token, TO)))
    ground = next((each for head in doers(token) if (each := ground_at(paragraph, found, head)) is not None), None)
    said = _change(paragraph, token, change, phrase)
    if ground is None or said is None or not holder:
        return None
    claim = _claim(paragraph, found, around, token, said, ground)
    return claim._replace(finding=_with(claim.finding, holder, ())) if claim is not None else None


def _change(paragraph: Paragraph, token: Token, change: str, phrase: tuple[int, ...]) -> Said[str] | None:
    """The change with its words; what is only tried is pushed towards; None where it did not come about."""
    status = deed_status.status_of(token)
    if status is None or deed_background.is_background(token):
        return None
    if status.status in ("happened", "ongoing"):
        return deeds.cited(paragraph, change, TOLD, phrase)
    if status.status == "attempted" and change in TAKING:
        return deeds.cited(paragraph, "pushing towards", TRIED, (*phrase, *status.words))
    return None


def _claim(
    paragraph: Paragraph, found: Found, around: Around, token: Token, change: Said[str], ground: Ground
) -> Claim | None:
    setting = deed_setting.setting_of(paragraph, found, token, around)
    if setting is None:
        return None
    told = deeds.told(setting, on_the_ground=False)
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (deeds.evidence(paragraph, token),),
        ControlFinding(change=change, area=ground.area, **{**told, "place": ground.place}),
    )


def _with(finding: ControlFinding, holder: Actors, from_: Actors) -> ControlFinding:
    keys = {actor.value.key for actor in holder}
    return structs.replace(finding, holder=holder, from_=tuple(actor for actor in from_ if actor.value.key not in keys))
