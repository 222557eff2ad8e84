"""Contacts told by several reports: one entry from plan to readout, two where anything keeps them apart."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.actors import Actor
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.contacts import entries as contacts
from onrecord.reconciling.joining.groups import Verdict
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.sides.parties import leading, matched

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]
ONE = [
    pytest.param(
        (
            "2021-03-01",
            "Ethiopian Prime Minister Abiy Ahmed will meet Sudanese Prime Minister Abdalla Hamdok in Khartoum on "
            "Wednesday, the Ethiopian Foreign Ministry said.",
        ),
        ("2021-03-04", "Abiy Ahmed met Sudanese Prime Minister Abdalla Hamdok in Khartoum on Wednesday."),
        ("planned", "held"),
        id="a plan and its meeting",
    ),
    pytest.param(
        ("2018-11-05", "Turkey and Russia will hold a joint patrol near Manbij on Wednesday."),
        ("2018-11-07", "Turkey and Russia postponed a joint patrol near Manbij on Wednesday."),
        ("planned", "called off"),
        id="a plan put off",
    ),
    pytest.param(
        (
            "2020-10-10",
            "Armenian Foreign Minister Zohrab Mnatsakanyan met Azerbaijani Foreign Minister Jeyhun Bayramov in Moscow "
            "on Friday.",
        ),
        ("2020-10-10", "Armenia and Azerbaijan held talks in Moscow on Friday."),
        "held",
        id="ministers stand for their states",
    ),
    pytest.param(
        ("2022-03-04", "French President Emmanuel Macron called Russian President Vladimir Putin on Thursday."),
        ("2022-03-05", "The Kremlin said Putin had spoken by phone with Macron on Thursday."),
        "held",
        id="a call by two tellers",
    ),
    pytest.param(
        (
            "2022-03-05",
            "Russian President Vladimir Putin spoke of attacks on Donetsk during a telephone call with his French "
            "counterpart, the Kremlin press service said.",
        ),
        (
            "2022-03-06",
            "Emmanuel Macron told Vladimir Putin by telephone on Saturday that the siege of Mariupol must end, the "
            "Elysee said.",
        ),
        "held",
        id="a call as each side tells it, a day apart",
    ),
    pytest.param(
        (
            "2024-02-14",
            "Rwandan President Paul Kagame spoke by phone with his Congolese counterpart on Tuesday, Kigali said.",
        ),
        ("2024-02-14", "Felix Tshisekedi and Paul Kagame spoke by phone on Tuesday, the Congolese presidency said."),
        "held",
        id="a counterpart without a name",
    ),
    pytest.param(
        (
            "2023-04-20",
            "Egyptian President Abdel Fattah el-Sisi spoke by phone with Ethiopian Prime Minister Abiy Ahmed on "
            "Wednesday, the Egyptian presidency said.",
        ),
        ("2023-04-28", "Abdel Fattah el-Sisi spoke by phone with Ethiopia's prime minister on 19 April."),
        "held",
        id="offices without a name",
    ),
    pytest.param(
        ("2021-05-05", "Yemeni government officials will hold talks with the Houthis in Muscat on Saturday."),
        ("2021-05-09", "Yemeni government officials held talks with the Houthis in Muscat on Saturday."),
        ("planned", "held"),
        id="talks planned and held",
    ),
]
TWO = [
    pytest.param(
        ("2023-05-02", "Antony Blinken spoke by phone with Abdel Fattah al-Burhan on Monday."),
        ("2023-05-02", "Antony Blinken met Abdel Fattah al-Burhan on Monday."),
        id="a call is no meeting",
    ),
    pytest.param(
        (
            "2020-10-10",
            "Armenian Foreign Minister Zohrab Mnatsakanyan met Azerbaijani Foreign Minister Jeyhun Bayramov in Moscow "
            "on Friday.",
        ),
        (
            "2020-10-10",
            "Armenian President Armen Sarkissian met Azerbaijani President Ilham Aliyev in Moscow on Friday.",
        ),
        id="presidents are no ministers",
    ),
    pytest.param(
        ("2022-03-05", "Emmanuel Macron spoke by phone with Vladimir Putin on Thursday."),
        ("2022-03-05", "Olaf Scholz spoke by phone with Vladimir Putin on Thursday."),
        id="two callers",
    ),
    pytest.param(
        ("2022-03-05", "Emmanuel Macron spoke by phone with Vladimir Putin on Thursday."),
        ("2022-03-07", "Emmanuel Macron spoke by phone with Vladimir Putin on Sunday."),
        id="two days",
    ),
    pytest.param(
        ("2022-03-05", "Vladimir Putin spoke by phone with his French counterpart on Friday."),
        ("2022-03-05", "Emmanuel Macron spoke by phone with Vladimir Putin on Saturday."),
        id="a counterpart, two days",
    ),
    pytest.param(
        ("2022-03-05", "Vladimir Putin spoke by phone with his French counterpart."),
        ("2022-03-05", "Emmanuel Macron met Vladimir Putin on Friday."),
        id="a counterpart, two forms",
    ),
    pytest.param(
        ("2022-03-05", "Vladimir Putin spoke by phone with his French counterpart."),
        ("2022-03-05", "Vladimir Putin spoke by phone with Olaf Scholz on Friday."),
        id="a counterpart of another state",
    ),
    pytest.param(
        ("2023-04-20", "Abdel Fattah el-Sisi spoke by phone with Abiy Ahmed on Wednesday."),
        ("2023-04-20", "Abdel Fattah el-Sisi spoke by phone with Ethiopia's deputy prime minister on Wednesday."),
        id="an office that he does not hold",
    ),
    pytest.param(
        ("2021-05-09", "Russian and Turkish officials met."),
        ("2021-05-09", "Sergei Lavrov met Mevlut Cavusoglu on Saturday."),
        id="officials of a day that is not told",
    ),
    pytest.param(
        ("2021-05-09", "Yemeni government officials held talks with the Houthis in Muscat on Saturday."),
        ("2021-05-09", "Yemeni government officials held talks with the Houthis in Riyadh on Saturday."),
        id="two places",
    ),
    pytest.param(
        ("2022-03-20", "Ukrainian officials said that Volodymyr Zelensky and Vladimir Putin have agreed to meet."),
        ("2022-03-29", "The Kremlin said a meeting between Putin and Zelensky was not on the agenda."),
        id="plans without a day, of other weeks",
    ),
]


@pytest.mark.parametrize("one, other, status", ONE)
def test_one_contact(entries_told: Told, one: tuple[str, str], other: tuple[str, str], status: object) -> None:
    (made,) = entries_told("contact", [one, other])
    assert len(made.members) == 2
    assert made.joins[0].why
    assert made.entry.status == status
    assert len(made.entry.between) == 2


@pytest.mark.parametrize("one, other", TWO)
def test_two_contacts(entries_told: Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    made = entries_told("contact", [one, other])
    assert [len(each.members) for each in made] == [1, 1]


def test_one_passage_tells_calls_with_two(entries_told: Told) -> None:
    text = "Joe Biden spoke in separate phone calls with Benjamin Netanyahu and Mahmoud Abbas on Saturday."
    made = entries_told("contact", [("2021-05-16", text), ("2021-05-16", text)])
    assert sorted(each.entry.between[1] for each in made) == ["Benjamin Netanyahu", "Mahmoud Abbas"]
    assert [len(each.members) for each in made] == [2, 2]


def test_how_the_plan_went_is_told_per_teller(entries_told: Told) -> None:
    (made,) = entries_told("contact", [ONE[0].values[0], ONE[0].values[1]])
    accounts = {account.per: account.value for account in made.entry.accounts if account.field == "status"}
    assert accounts == {"Ethiopian Foreign Ministry": "planned", "unattributed": "held"}


def test_of_one_day_the_plan_comes_first(entries_told: Told) -> None:
    held = "Volodymyr Zelensky met Emmanuel Macron in Kyiv on Wednesday."
    plan = "Volodymyr Zelensky will meet Emmanuel Macron in Kyiv on Wednesday."
    (made,) = entries_told("contact", [("2022-06-15", held), ("2022-06-15", plan)])
    assert made.entry.status == ("planned", "held")


def test_a_plan_of_a_day_gone_by_is_no_plan_of_these_days(entries_told: Told) -> None:
    gone = "Volodymyr Zelensky was due to meet Emmanuel Macron on 3 June."
    made = entries_told(
        "contact", [("2022-06-15", gone), ("2022-06-15", "Volodymyr Zelensky will meet Emmanuel Macron.")]
    )
    assert [len(each.members) for each in made] == [1, 1]


def test_the_persons_are_named_where_another_report_names_their_states(entries_told: Told) -> None:
    (made,) = entries_told("contact", [ONE[2].values[0], ONE[2].values[1]])
    assert set(made.entry.between) == {"Zohrab Mnatsakanyan", "Jeyhun Bayramov"}


def test_readouts_keep_their_cites(entries_told: Told) -> None:
    (made,) = entries_told("contact", [ONE[0].values[0], ONE[0].values[1]])
    for readout in made.entry.readouts:
        assert readout.says in made.entry.cites[readout.cite].quote


def person(name: str, country: str | None = None) -> Actor:
    return Actor(key=f"person:{name.casefold()}", name=name, type="person", country=country)


def state(name: str) -> Actor:
    return Actor(key=f"state:{name.casefold()}", name=name, type="state", country=name)


MINISTER, PRESIDENT = person("Yohannes Abraha", "Eritrea"), person("Isaias Afwerki", "Eritrea")
ERITREA, SUDAN = state("Eritrea"), state("Sudan")


@pytest.mark.parametrize(
    "one, other, named, standing, left",
    [
        ([MINISTER, SUDAN], [MINISTER, SUDAN], 2, 0, 0),
        ([MINISTER, SUDAN], [ERITREA, SUDAN], 1, 1, 0),
        ([MINISTER, SUDAN], [SUDAN], 1, 0, 1),
        ([person("Mahmoud Jibril", "Libya"), SUDAN], [person("Mahmud Jabril"), SUDAN], 2, 0, 0),
        ([person("Dmitry Medvedev"), SUDAN], [person("Dimitri Medvedev"), SUDAN], 2, 0, 0),
        ([person("Medvedev"), SUDAN], [person("Dimitri Medvedev"), SUDAN], 1, 1, 0),
    ],
)
def test_the_same_sides(one: list[Actor], other: list[Actor], named: int, standing: int, left: int) -> None:
    assert matched(tuple(one), tuple(other)) == matched(tuple(other), tuple(one)) == (named, standing, left)


@pytest.mark.parametrize(
    "one, other",
    [
        ([MINISTER, SUDAN], [PRESIDENT, SUDAN]),
        ([ERITREA, SUDAN], [ERITREA, state("Chad")]),
        ([person("Saif Gaddafi", "Libya"), SUDAN], [person("Saadi Gaddafi", "Libya"), SUDAN]),
        ([person("Ali Saleh", "Yemen"), SUDAN], [person("Aly Salih", "Chad"), SUDAN]),
    ],
)
def test_other_sides(one: list[Actor], other: list[Actor]) -> None:
    assert matched(tuple(one), tuple(other)) is None
    assert matched(tuple(other), tuple(one)) is None


def test_a_state_goes_where_a_report_names_its_person() -> None:
    assert leading([[ERITREA, SUDAN], [MINISTER, SUDAN]]) == (SUDAN, MINISTER)
    assert leading([[ERITREA, MINISTER]]) == (ERITREA, MINISTER)


def test_which_of_two_comes_first_does_not_matter(reconciled: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = contacts.compare

    def both_ways(one: Seen, other: Seen) -> Verdict:
        found = compare(one, other)
        assert compare(other, one) == found
        return found

    monkeypatch.setattr(contacts, "compare", both_ways)
    assert reconciled("contact", [report for row in (*ONE, *TWO) for report in row.values[:2]])
