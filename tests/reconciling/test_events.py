"""Which reports tell of one event, and which of two that are alike."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.reconciling.blocks import Reconciled

Reports = Sequence[tuple[str, str]]
Told = Callable[[str, Reports], list[Reconciled]]


def of_type(made: list[Reconciled], plover: str) -> list[Reconciled]:
    return [each for each in made if each.entry.plover == plover]


ONE: list[tuple[str, Reports]] = [
    (
        "ASSAULT",  # told on three days
        [
            ("2022-04-08", "Russian forces shelled Kramatorsk on Friday, killing 50 people."),
            ("2022-04-09", "The shelling of Kramatorsk by Russian forces on Friday killed 50 people."),
            ("2022-04-11", "Russian forces shelled Kramatorsk last Friday, killing 50 people."),
        ],
    ),
    (
        "ASSAULT",  # the day is told once, and inferred once
        [
            ("2023-10-31", "Israeli warplanes bombed Jabalia on Tuesday."),
            ("2023-10-31", "Israeli warplanes have bombed Jabalia, residents said."),
        ],
    ),
    (
        "RETREAT",
        [
            ("2020-11-20", "Armenian forces withdrew from Aghdam on Friday."),
            ("2020-11-21", "On Friday Armenian troops pulled out of Aghdam."),
        ],
    ),
    (
        "THREATEN",  # abridged
        [
            ("2023-08-04", "ECOWAS threatened to use force in Niger unless the generals freed President Bazoum."),
            ("2023-08-04", "The bloc ECOWAS threatened to use force in Niger unless the generals freed Bazoum."),
        ],
    ),
    (
        "THREATEN",  # a leader's ultimatum, told of his state in other words
        [
            (
                "2022-03-12",
                "Russian President Vladimir Putin threatened to storm Mariupol if Ukrainian forces did not leave the "
                "city by 20 March 2022.",
            ),
            (
                "2022-03-18",
                "Moscow has said it will take the city by force unless Ukrainian troops leave Mariupol by 20 March "
                "2022.",
            ),
        ],
    ),
    (
        "SANCTION",  # what goes on since one day grows
        [
            ("2023-05-20", "The fighting in Sudan has displaced more than 800,000 people since 15 April 2023."),
            ("2023-06-12", "The fighting in Sudan has displaced about 2 million people since 15 April 2023."),
        ],
    ),
    (
        "COERCE",
        [
            ("2021-02-01", "Myanmar's army arrested Aung San Suu Kyi on Monday."),
            ("2021-02-02", "The army of Myanmar arrested Aung San Suu Kyi on Monday."),
        ],
    ),
    (
        "ASSAULT",  # each teller has his own toll of what was hit
        [
            ("2021-06-23", "An air strike on the market in Mekelle on Tuesday killed 51 people, a nurse said."),
            (
                "2021-06-24",
                "Ethiopian jets bombed a busy market in Mekelle on Tuesday, killing 64 people, rebels said.",
            ),
        ],
    ),
    (
        "ASSAULT",  # a report of the next day does not say when
        [
            ("2015-10-03", "An air strike on a hospital in Kunduz killed 19 people on Saturday, doctors said."),
            ("2015-10-04", "The air strike on the hospital in Kunduz had killed 19 people."),
        ],
    ),
    (
        "AGREE",  # a truce by two names for it
        [
            ("2023-11-21", "Hamas agreed on Tuesday to a four-day truce that Qatar had worked out."),
            ("2023-11-22", "Hamas has agreed to a ceasefire in Gaza after weeks of bombing."),
        ],
    ),
    (
        "COERCE",  # reworded, where nothing is dated
        [
            (
                "",
                "Police in Mandalay detained 17 student leaders who had called for a general strike, among them Ko Min "
                "Thein, who heads the union of the technical university.",
            ),
            (
                "",
                "Those 17 leaders of students whom police arrested in Mandalay include Ko Min Thein, the head of the "
                "technical university's union, who called for a strike.",
            ),
        ],
    ),
]
TWO: list[tuple[str, Reports]] = [
    (
        "ASSAULT",  # two towns on one day
        [
            ("2023-04-15", "The RSF attacked Khartoum on Saturday, killing 20 people."),
            ("2023-04-15", "The RSF attacked Merowe on Saturday, killing 20 people."),
        ],
    ),
    (
        "THREATEN",  # an ultimatum and another, each with its own day
        [
            (
                "2022-03-12",
                "Russian President Vladimir Putin threatened to storm Mariupol if Ukrainian forces did not leave the "
                "city by 15 March 2022.",
            ),
            (
                "2022-03-18",
                "Moscow has said it will take the city by force unless Ukrainian troops leave Mariupol by 20 March "
                "2022.",
            ),
        ],
    ),
    (
        "ASSAULT",  # two deeds of one side in one report, whose day is inferred
        [
            (
                "2023-05-02",
                "The M23 rebels attacked Congolese troops near Rutshuru, a spokesman said. Residents said the M23 "
                "rebels had ambushed Congolese troops.",
            ),
        ],
    ),
    (
        "ASSAULT",  # one town on two days
        [
            ("2022-04-09", "Russian forces shelled Kharkiv on Friday."),
            ("2022-04-09", "Russian forces shelled Kharkiv on Saturday."),
        ],
    ),
    (
        "ASSAULT",  # two sides
        [
            ("2015-04-02", "The Houthis shelled Aden on Thursday."),
            ("2015-04-02", "Saudi warplanes bombed Aden on Thursday."),
        ],
    ),
    (
        "ASSAULT",  # two tolls
        [
            ("2019-01-18", "The ELN bombed a police academy in Bogota on Thursday, killing 21 people."),
            ("2019-01-18", "The ELN bombed a bus in Bogota on Thursday, killing four people."),
        ],
    ),
    (
        "ASSAULT",  # what was hit on two days
        [
            ("2019-08-01", "An air strike on the market in Maarat al-Numan on Monday killed 39 people."),
            ("2019-08-01", "An air strike on the market in Maarat al-Numan on Wednesday killed 11 people."),
        ],
    ),
    (
        "ASSAULT",  # what was hit in two towns
        [
            ("2023-09-11", "A drone strike on the market in Khartoum on Sunday killed 43 people."),
            ("2023-09-11", "A drone strike on the market in Omdurman on Sunday killed 43 people."),
        ],
    ),
    (
        "ASSAULT",  # a report of a week later does not say when
        [
            ("2022-03-10", "An air strike on a hospital in Mariupol killed three people on Wednesday."),
            ("2022-03-17", "The air strike on the hospital in Mariupol had killed 17 people."),
        ],
    ),
    (
        "ASSAULT",  # a report that does not say when cannot tell what is still to come
        [
            ("2022-03-08", "Shells had hit a hospital in Mariupol, the city council said."),
            ("2022-03-10", "An air strike on a hospital in Mariupol killed 17 people on Wednesday."),
        ],
    ),
    (
        "ASSAULT",  # a toll of which a town sees many
        [
            ("2014-08-12", "Shells fell on Donetsk on Monday and killed three people."),
            ("2014-08-13", "Three people had been killed by army artillery in Donetsk, the council said."),
        ],
    ),
    (
        "AGREE",  # a truce and something else
        [
            ("2023-11-21", "Hamas agreed on Tuesday to a four-day truce that Qatar had worked out."),
            ("2023-11-22", "Hamas has agreed to a list of candidates for the new council."),
        ],
    ),
    (
        "AGREE",  # two sides of a truce
        [
            ("2023-11-21", "Hamas agreed on Tuesday to a four-day truce that Qatar had worked out."),
            ("2023-11-22", "Islamic Jihad has agreed to a ceasefire in Gaza after weeks of bombing."),
        ],
    ),
    (
        "THREATEN",
        [
            ("2022-09-21", "Russia threatened to use nuclear weapons."),
            ("2022-09-21", "Russia threatened to cut off gas to Europe this winter."),
        ],
    ),
    (
        "ASSAULT",  # no day, no common words
        [
            ("2021-08-12", "The Taliban attacked Herat."),
            ("2021-08-28", "The Taliban attacked Herat with suicide bombers for the second time this year."),
        ],
    ),
]


@pytest.mark.parametrize(("plover", "reports"), ONE)
def test_one_event(entries_told: Told, plover: str, reports: Reports) -> None:
    (made,) = of_type(entries_told("event", reports), plover)
    assert len(made.members) == len(reports) == made.entry.origins.reports
    assert len(made.joins) == len(reports) - 1


@pytest.mark.parametrize(("plover", "reports"), TWO)
def test_two_events(entries_told: Told, plover: str, reports: Reports) -> None:
    assert len(of_type(entries_told("event", reports), plover)) == 2


def test_the_day_that_is_told_stands(entries_told: Told) -> None:
    (made,) = of_type(entries_told("event", ONE[1][1]), "ASSAULT")
    assert (made.entry.on, made.entry.on_is, made.entry.accounts) == ("2023-10-31", None, ())


@pytest.mark.parametrize("turn", [1, 3, 6])
def test_the_order_of_the_reports_does_not_matter(entries_told: Told, turn: int) -> None:
    reports = [*ONE[0][1], *TWO[0][1], *ONE[2][1]]

    def quoted(told: Reports) -> set[frozenset[str]]:
        return {frozenset(cite.quote for cite in made.entry.cites) for made in entries_told("event", told)}

    assert quoted(reports) == quoted([*reports[turn:], *reports[:turn]])
