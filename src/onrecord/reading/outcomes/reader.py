"""Outcomes: what a report says came of somebody's ultimatum, demand, offer, threat or promise, and by whose word.

Nothing is told of a commitment that is nobody's: where the words do not say whose, it is that of the last one of its
type that the report has told before. What the passage does not say is not an outcome: that a day has gone by is none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.findings import CommitmentFinding, Observation, OutcomeFinding
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.actors import actors_of, state_at
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import behind
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.setting import Around
from onrecord.reading.found import DateMention, DeedMention, Found
from onrecord.reading.outcomes import results
from onrecord.reading.outcomes.results import Told
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary import outcomes as vocabulary
from onrecord.vocabulary.outcomes import ACT, CONDITION, MET, UNMET

__all__ = ["RULES", "find", "observations"]

Outcome = DeedMention[OutcomeFinding]
Actors = tuple[Said[Actor], ...]
WORDS, ENDED, ANNOUNCED = "outcome words", "time that ended", "as announced"
TYPE = "commitment noun"
NEGATIVE = frozenset({"not", "n't", "n’t", "never"})
LONGEST = 40  # tokens


def find(report: Report, found: Found) -> tuple[Outcome, ...]:
    """The outcomes of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    made = [
        outcome
        for paragraph, sentence in deeds.sentences(around)
        for each in results.told(sentence)
        for outcome in _outcome(paragraph, found, around, each)
    ]
    return tuple(sorted(made, key=lambda outcome: outcome.at))


def observations(report: Report, mentions: Sequence[Outcome]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "outcome", mentions)


def _outcome(paragraph: Paragraph, found: Found, around: Around, told: Told) -> Iterator[Outcome]:
    """The outcome that the words tell, where it is told whose commitment it was."""
    setting = deed_setting.setting_of(paragraph, found, told.deed, around)
    if setting is None:
        return
    at = At(paragraph.index, told.deed.i, told.deed.i + 1)
    by, to = _sides(paragraph, found, told)
    by = by or _before(found, at, told, to)
    if not by or {actor.value.key for actor in by} & {actor.value.key for actor in to}:
        return
    due = _due(paragraph, found, told)
    dated = setting.on is not None and (due is None or set(setting.on.words).isdisjoint(due.words))
    fields = deeds.told(setting, on_the_ground=False) | {
        "place": None,
        "on": setting.on if dated else None,
        "recent": setting.recent or not dated,
    }
    rule = ANNOUNCED if told.noun is None else ENDED if told.deed.lower_ in vocabulary.words("ending") else WORDS
    yield DeedMention(
        at,
        (keeping.evidence(paragraph, told.deed.i, told.deed.i + 1),),
        OutcomeFinding(
            of=deeds.cited(paragraph, told.of, rule, told.words),
            came=deeds.cited(paragraph, told.came, rule, told.words),
            type_=deeds.cited(paragraph, told.type_, TYPE, (told.noun.i,)) if told.noun and told.type_ else None,
            says=_says(paragraph, told),
            what=_what(paragraph, told),
            due=due,
            by=by,
            to=to,
            **fields,
        ),
    )


def _sides(paragraph: Paragraph, found: Found, told: Told) -> tuple[Actors, Actors]:
    """Whose commitment it was and whom it went at, as far as the words for it tell."""
    doing = actors_of(found, paragraph, doers(told.deed)) if told.noun is None or not _has_ended(told) else ()
    if told.noun is None:
        announcing = actors_of(found, paragraph, told.asking)
        return (announcing or doing, ()) if told.of == ACT else (announcing, doing)
    own = _owners(paragraph, found, told.noun)
    if told.of == ACT:
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in told.noun.children):
            own = doing or own  # "accused Rwanda of not fulfilling its promise"
        return own or doing, actors_of(found, paragraph, tuple(behind(told.noun, ("to", "against"))))
    return own, doing


def _owners(paragraph: Paragraph, found: Found, noun: Token) -> Actors:
    """Whose the noun is: "Israel's ultimatum", "a demand by the army", "the deadline set by ECOWAS"."""
    given = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")
    heads = (
        *owners(noun),
        *behind(noun, ("by", "from", "of")),
        *(head for each in given for head in behind(each, ("by",))),
    )
    return actors_of(found, paragraph, heads) or tuple(state for head in heads for state in state_at(paragraph, head))


def _has_ended(told: Told) -> bool:
    return told.noun is not None and told.noun.dep_ == "nsubj" and told.noun.head.i == told.deed.i


def _before(found: Found, at: At, told: Told, to: Actors) -> Actors:
    """Whose the last commitment of that type was that the report has told, where it may go at those."""
    if told.type_ is None:
        return ()
    made = found.commitments.all
    earlier = (made[number].finding for number in range(bisect_left(made, at, key=lambda each: each.at) - 1, -1, -1))
    fitting = (each for each in earlier if _fits(told.type_, each) and _may_go_at(each, to))
    return next((each.by for each in fitting), ())


def _fits(type_: str, commitment: CommitmentFinding) -> bool:
    own = commitment.type_.value
    return own == type_ or (type_ == "ultimatum" and own in ("demand", "threat") and commitment.due is not None)


def _may_go_at(commitment: CommitmentFinding, to: Actors) -> bool:
    """Whether those may be whom it goes at, and are not those whose it is."""
    own = {actor.value.country or actor.value.key for actor in commitment.by}
    meant = {actor.value.country or actor.value.key for actor in commitment.to}
    asked = {actor.value.country or actor.value.key for actor in to}
    return own.isdisjoint(asked) and (not meant or not asked or bool(meant & asked))


def _due(paragraph: Paragraph, found: Found, told: Told) -> Said[When] | None:
    """The day that the words for the commitment give: "Sunday's deadline", "the deadline of 4 May"."""
    if told.noun is None:
        return None
    end = told.end if told.noun.i > told.deed.i else told.noun.right_edge.i + 1
    phrase = At(paragraph.index, told.noun.left_edge.i, max(end, told.noun.i + 1))
    dates: list[DateMention] = found.dates.within(phrase)
    return dates[0].when if len(dates) == 1 else None


def _says(paragraph: Paragraph, told: Told) -> Said[str]:
    """The words of the outcome: from those who did it to the end of what it was done about."""
    own = told.deed.dep_ not in ("pcomp", "advcl")  # "accused them of ignoring", "ignoring it, they fired"
    heads = [head.left_edge.i for head in doers(told.deed) if own and head.sent == told.deed.sent]
    parts = [at for at in (*heads, *told.words, told.deed.i, told.end - 1) if abs(at - told.deed.i) < LONGEST]
    return deeds.words(paragraph, min(parts), max(parts) + 1)


def _what(paragraph: Paragraph, told: Told) -> Said[str] | None:
    """What was announced or asked for, as the words behind the noun tell it, or the deed that was done so."""
    if told.noun is None:
        return _says(paragraph, told)
    end = min(told.end, told.noun.i + LONGEST)
    relative = any(child.dep_ == "relcl" and child.i < end for child in told.noun.children)
    behind_it = told.noun.i > told.deed.i and end > told.noun.i + 2 and not relative
    return deeds.words(paragraph, told.noun.i + 1, end) if behind_it else None


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _by_words(value: object, words: Sequence[str]) -> bool:
    """Whether a verb and the noun tell it; what is met is not met behind "not" or "failed to"."""
    held = _lowered(words)
    found = vocabulary.results(held)
    turned = any(word in NEGATIVE or word in vocabulary.words("failing") for word in held[:-1])
    came = {(UNMET if turned and each.came == MET and _is_turned(held, each.of) else each.came) for each in found}
    return value in came or value in {each.of for each in found}


def _is_turned(held: Sequence[str], of: str) -> bool:
    """Whether beside the words of failing a verb of meeting stands, which they turn."""
    return any(
        each.result.came == MET and each.result.of == of for word in held for each in vocabulary.verbs().get(word, ())
    )


def _by_ending(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    ended = any(word in vocabulary.words("ending") for word in held)
    unanswered = any(word in vocabulary.words("answers") for word in held) and bool({"without", "no"} & set(held))
    return ended and unanswered and value in (CONDITION, UNMET)


def _by_announcement(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    of = [name for name, list_ in ((ACT, "promised"), (CONDITION, "demanded")) if set(held) & vocabulary.words(list_)]
    turned = any(word in NEGATIVE or word in vocabulary.words("failing") for word in held)
    return "as" in held and len(of) == 1 and value in (of[0], UNMET if turned else MET)


def _is_noun(value: object, words: Sequence[str]) -> bool:
    return len(words) == 1 and vocabulary.nouns().get(words[0].lower(), ("", ""))[0] == value


RULES: dict[str, Rule] = {
    **deeds.RULES,
    WORDS: _by_words,
    ENDED: _by_ending,
    ANNOUNCED: _by_announcement,
    TYPE: _is_noun,
}
