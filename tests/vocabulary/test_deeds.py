"""The words that govern deeds say one thing in one grammar, and every sign has a status that the record knows."""

from collections import defaultdict

from onrecord.vocabulary.deeds import EFFECTS, FRAMES, STATUSES, deeds, effect, forms, qualifiers, signs


def test_every_effect_is_known() -> None:
    told = {getattr(governor, frame) for governor in deeds().governors for frame in FRAMES} - {""}
    assert told <= EFFECTS
    assert set(deeds().prepositions.values()) <= EFFECTS
    assert set(qualifiers().values()) <= {*STATUSES, "vague"}
    assert {status for statuses in signs().values() for status in statuses} <= set(STATUSES)


def test_a_word_has_one_effect_in_one_grammar() -> None:
    told = defaultdict(set)
    for governor in deeds().governors:
        for word in governor.words:
            for frame in FRAMES:
                told[word, frame].add(getattr(governor, frame))
    assert {grammar: effects for grammar, effects in told.items() if len(effects - {""}) > 1} == {}


def test_a_qualifier_has_one_status() -> None:
    listed = deeds().qualifiers
    assert sum(len(words) for words in listed.values()) == len({word for words in listed.values() for word in words})


def test_every_irregular_verb_is_in_use() -> None:
    used = {word.partition(" ")[0] for governor in deeds().governors for word in governor.words}
    used |= {word for name in ("states", "happenings", "partitive") for word in getattr(deeds().forms, name)}
    assert set(deeds().irregular) <= used


def test_forms_and_particles() -> None:
    assert {"began", "begun", "beginning"} <= forms("begin")
    assert effect("called", "passive", "off") == "called off"
    assert effect("had", "infinitive") == "carried"
    assert effect("has", "infinitive") == "hypothetical"
