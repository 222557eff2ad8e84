import pytest

from onrecord.model import terms
from onrecord.vocabulary import reporting


@pytest.mark.parametrize(
    "lemma, forms",
    [
        ("say", {"say", "says", "saying", "said"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("admit", {"admit", "admits", "admitting", "admitted"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("urge", {"urge", "urges", "urging", "urged"}),
        ("write", {"write", "writes", "writing", "wrote", "written"}),
        ("express", {"express", "expresses", "expressing", "expressed"}),
        ("point out", {"point", "points", "pointing", "pointed"}),
        ("go on", {"go", "goes", "going", "went", "gone"}),
    ],
)
def test_forms(lemma: str, forms: set[str]) -> None:
    assert set(reporting.forms(lemma)) == forms


@pytest.mark.parametrize(
    "form, frame, link, act",
    [
        ("said", "clause", "", "assert"),
        ("announced", "clause", "", "inform"),
        ("vowed", "infinitive", "", "promise"),
        ("threatened", "infinitive", "", "threaten"),
        ("warned", "topic", "of", "warn"),
        ("urged", "order", "", "appeal"),
        ("accused", "charge", "of", "accuse"),
        ("rejected", "object", "", "reject"),
        ("denies", "clause", "", "deny"),
        ("called", "topic", "for", "appeal"),
        ("praised", "charge", "for", "praise"),
    ],
)
def test_frames(form: str, frame: str, link: str, act: str) -> None:
    found = [verb.frame(frame, link) for verb in reporting.verbs()[form]]
    assert act in {each.act for each in found if each}


def test_every_act_and_frame_is_known() -> None:
    file = reporting.reporting()
    acts = {each.act for each in (*file.verbs, *file.idioms, *file.nouns, *file.contents)}
    assert acts <= set(terms.ACTS)
    assert {frame for group in file.verbs for frame in group.frames} <= set(reporting.FRAMES)


def test_groups_with_prepositions_are_charges_and_topics() -> None:
    for group in reporting.reporting().verbs:
        assert bool(group.links) == bool({"charge", "topic"} & set(group.frames)), group


def test_no_lemma_stands_twice_in_one_grammar() -> None:
    seen: set[tuple[str, str, str, str]] = set()
    for group in reporting.reporting().verbs:
        for lemma in group.lemmas:
            for frame in group.frames:
                for link in group.links or ("",):
                    assert (lemma, frame, link, group.objects) not in seen
                    seen.add((lemma, frame, link, group.objects))


def test_no_list_holds_a_word_twice() -> None:
    file = reporting.reporting()
    for name, each in (*file.lists.items(), *file.groups.items()):
        assert len(each) == len(set(each)), name


def test_every_group_is_used_and_every_pattern_known() -> None:
    file = reporting.reporting()
    used = {name for content in file.contents for pattern in content.patterns for name in pattern}
    assert used | {content.unless for content in file.contents if content.unless} == set(file.groups)


def test_every_irregular_verb_is_in_use() -> None:
    file = reporting.reporting()
    lemmas = {lemma for group in file.verbs for lemma in group.lemmas}
    lemmas |= {verb for idiom in file.idioms for verb in idiom.verbs}
    lemmas |= {
        word for name in ("thoughts", "carriers", "quoting", "speaking", "audiences") for word in file.lists[name]
    }
    assert set(file.irregular) <= lemmas
    assert set(file.lists["doubling"]) <= lemmas
    assert set(file.media) <= lemmas


def test_thoughts_are_no_sayings() -> None:
    assert not any(verb.saying for verb in reporting.verbs()["hopes"])
    assert reporting.acts_of("hopes") == frozenset()


def test_acts_of_a_word() -> None:
    assert reporting.acts_of("allegations") == {"accuse"}
    assert "express concern" in reporting.acts_of("voiced")
    assert reporting.acts_of("walked") == frozenset()
