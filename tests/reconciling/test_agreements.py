"""Accords told by several reports, claims that they were kept or broken, and who says otherwise."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.entries import AgreementEntry, ComplianceEntry, DisputeEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]


def accords(made: Sequence[Reconciled]) -> list[AgreementEntry]:
    return [each.entry for each in made if isinstance(each.entry, AgreementEntry)]


def claims(made: Sequence[Reconciled]) -> list[ComplianceEntry]:
    return [each.entry for each in made if isinstance(each.entry, ComplianceEntry)]


def disputes(made: Sequence[Reconciled]) -> list[DisputeEntry]:
    return [each.entry for each in made if isinstance(each.entry, DisputeEntry)]


ONE_ACCORD = {
    "a known accord by two of its names": (
        "The Minsk agreements were signed in February 2015 by Ukraine and Russia.",
        "Kyiv says it stands by the Minsk accords.",
    ),
    "its month and sides": (
        "The rebels signed the Jeddah Agreement in May 2023 with the army.",
        "In May 2023 the army signed the Jeddah Agreement with the rebels.",
    ),
    "the day on which it was made": (
        "The ceasefire agreement signed on 3 March 2021 by the government and the rebels has held.",
        "The army and the rebels have kept to the ceasefire of 3 March 2021.",
    ),
}
TWO_ACCORDS = {
    "truces of two weeks": (
        "The ceasefire agreement signed on 3 March 2021 by the government and the rebels has held.",
        "The ceasefire agreement signed on 9 June 2021 by the government and the rebels has held.",
    ),
    "bare words in two reports": (
        "The army and the rebels signed a ceasefire on Monday.",
        "The army and the rebels signed a ceasefire last week.",
    ),
    "two known accords": (
        "The Minsk agreements were signed by Ukraine and Russia.",
        "The Stockholm Agreement was signed by the Yemeni government and the Houthis.",
    ),
}


@pytest.mark.parametrize("texts", ONE_ACCORD.values(), ids=ONE_ACCORD)
def test_one_accord_is_one_entry(texts: Sequence[str], reconciled: Told) -> None:
    (accord,) = accords(reconciled("agreement", [(f"2021-07-0{day}", text) for day, text in enumerate(texts, 1)]))
    assert len({cite.doc for cite in accord.cites}) == 2


@pytest.mark.parametrize("texts", TWO_ACCORDS.values(), ids=TWO_ACCORDS)
def test_two_accords_stay_two(texts: Sequence[str], reconciled: Told) -> None:
    assert len(accords(reconciled("agreement", [("2021-07-01", each) for each in texts]))) == 2


def test_a_join_says_why(reconciled: Told) -> None:
    texts = ONE_ACCORD["the day on which it was made"]
    (made,) = (
        each
        for each in reconciled("agreement", [("2021-07-01", text) for text in texts])
        if isinstance(each.entry, AgreementEntry)
    )
    assert [join.why for join in made.joins] == ["same name, day or sides"]


ONE_CLAIM = {
    "in other words on one day": (
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-02", "Ukraine was accused by Russia of breaching the Minsk agreements."),
    ),
    "in the same words a day later": (
        (
            "2021-06-02",
            "The Houthis have violated the Stockholm Agreement in Hodeidah port, the Yemeni government said.",
        ),
        ("2021-06-03", "The Houthis violated the Stockholm Agreement in Hodeidah port, Yemen's government said."),
    ),
}
TWO_CLAIMS = {
    "of two weeks": (
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-09", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
    ),
    "by two": (
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-02", "Belarus accused Ukraine on Tuesday of violating the Minsk agreements."),
    ),
    "against two": (
        ("2021-06-02", "Germany accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-02", "Germany accused Russia on Tuesday of violating the Minsk agreements in Ukraine."),
    ),
    "kept and broken": (
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-02", "Russia said on Tuesday that Ukraine had complied with the Minsk agreements."),
    ),
    "of two accords": (
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
        ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Budapest Memorandum."),
    ),
    "counted otherwise": (
        ("2021-06-02", "Ukraine recorded 12 violations of the Minsk agreements by Russia on Tuesday."),
        ("2021-06-02", "Ukraine recorded 15 violations of the Minsk agreements by Russia on Tuesday."),
    ),
    "long apart, without a day": (
        ("2021-06-02", "The Houthis have violated the Stockholm Agreement, the Yemeni government said."),
        ("2021-08-03", "The Houthis have violated the Stockholm Agreement, the Yemeni government said."),
    ),
}


@pytest.mark.parametrize("reports", ONE_CLAIM.values(), ids=ONE_CLAIM)
def test_one_claim_is_one_entry(reports: Sequence[tuple[str, str]], reconciled: Told) -> None:
    (claim,) = claims(reconciled("agreement", reports))
    assert len({cite.doc for cite in claim.cites if not cite.supports}) == 2


@pytest.mark.parametrize("reports", TWO_CLAIMS.values(), ids=TWO_CLAIMS)
def test_two_claims_stay_two(reports: Sequence[tuple[str, str]], reconciled: Told) -> None:
    assert len(claims(reconciled("agreement", reports))) == 2


def test_positions_tell_each_side_once_and_point_at_their_words(reconciled: Told) -> None:
    reports = [
        *ONE_CLAIM["in other words on one day"],
        ("2021-06-02", "Ukraine said it had complied with the Minsk agreements."),
    ]
    (accord,) = accords(reconciled("agreement", reports))
    told = [(*each.by, each.says.partition(":")[0]) for each in accord.positions]
    assert sorted(told) == [("Russia", "violated by Ukraine"), ("Ukraine", "kept")]
    assert all("Minsk" in accord.cites[each.cite].quote for each in accord.positions)


DENIED = [
    ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
    ("2021-06-03", "Ukraine said on Thursday it had complied with the Minsk agreements."),
]
RETURNED = [
    ("2021-06-02", "Russia accused Ukraine on Tuesday of violating the Minsk agreements."),
    ("2021-06-03", "Ukraine accused Russia on Wednesday of violating the Minsk agreements."),
]


def test_accused_and_denied(reconciled: Told) -> None:
    (dispute,) = disputes(reconciled("agreement", DENIED))
    assert dispute.type == "accusation and denial"
    assert [side.by for side in dispute.sides] == [("Russia",), ("Ukraine",)]
    assert dispute.about == "whether Ukraine kept the Minsk agreements"


def test_who_accuse_one_another(reconciled: Told) -> None:
    (dispute,) = disputes(reconciled("agreement", RETURNED))
    assert dispute.type == "rival accounts"
    assert dispute.about == "who broke the Minsk agreements"


UNDISPUTED = {
    "an accusation alone": DENIED[:1],
    "an answer of another month": [DENIED[0], ("2021-09-03", DENIED[1][1])],
    "another's denial": [
        DENIED[0],
        ("2021-06-03", "Belarus said on Thursday it had complied with the Minsk agreements."),
    ],
    "of another accord": [
        DENIED[0],
        ("2021-06-03", "Ukraine said on Thursday it had complied with the Budapest Memorandum."),
    ],
}


@pytest.mark.parametrize("reports", UNDISPUTED.values(), ids=UNDISPUTED)
def test_what_is_no_dispute(reports: Sequence[tuple[str, str]], reconciled: Told) -> None:
    assert not disputes(reconciled("agreement", reports))
