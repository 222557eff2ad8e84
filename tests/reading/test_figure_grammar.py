"""Figures in the wordings by which reports of many wars count: by the time, by second verbs, of tolls, of parts."""

from collections.abc import Callable

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import FigureFinding
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Reader = Callable[[str, str], tuple[Report, Found]]


def shown(finding: FigureFinding) -> str:
    amount = finding.amount.value
    number = f"{amount.low:g}-{amount.high:g}" if amount.value is None else f"{amount.value:.10g}"
    return f"{finding.measure.value} {number} {finding.of.value}"


READ = [
    # counted by the time
    ("The mission recorded 387 instances of shelling in the Donbas.", "strikes 387 instances of shelling"),
    ("Ukraine reported 41 cases of artillery fire on Sumy.", "strikes 41 cases of artillery fire"),
    ("The town of Lachin was attacked 59 times on Sunday.", "strikes 59 times attacked"),
    ("Armenian forces opened fire 23 times near Lachin.", "strikes 23 times opened fire"),
    ("The junta violated the truce 12 times, the rebels said.", "violations 12 times violated truce"),
    ("Monitors counted 185 verified attacks on clinics in Sudan.", "strikes 185 verified attacks"),
    ("There were 40 attacks on schools in Mali last year.", "strikes 40 attacks"),
    (
        "Rebels had targeted army positions 44 times and conducted 90 drone strikes.",
        "strikes 44 times targeted; strikes 90 drone strikes",
    ),
    ("The mission recorded 38 Russian shellings.", "strikes 38 Russian shellings"),
    # forces and aid
    ("The garrison in Lashio was reinforced by 400 men.", "troops 400 men"),
    ("About 200 fighters fled Goma.", "troops 200 fighters"),
    ("France withdrew 1,500 men from Niger.", "troops 1500 men"),
    ("The Arakan Army has seized 12 townships.", "places taken 12 townships"),
    ("The army took control of 60 positions near Agdam.", "places taken 60 positions"),
    ("The convoy delivered 28 tons of aid to Kadugli.", "other 28 tons of aid"),
    # a second verb, whatever the parse says
    ("The fighting has killed thousands of people and displaced millions, the UN said.", None),
    ("The army freed 41 soldiers captured near Gao.", "released 41 soldiers"),
    ("Around 6,000 Rohingya were driven out of Buthidaung.", "displaced 6000 Rohingya"),
    ("Hospitals in Cali treated 64 people for gunshot wounds.", "wounded 64 people"),
    ("More than 230,000 people are living in schools in Gedeo.", "displaced 230000 people"),
    # what rose is what it came to
    ("The number of displaced people in Gao rose from 10,000 to 15,000.", "displaced 15000 displaced people"),
    ("Sudanese refugees in Chad now number 1.1 million.", "refugees 1100000 people"),
    # harm in one breath
    ("The blasts led to 11 deaths and numerous injuries in Bukavu.", "killed 11 people"),
    ("The war caused some 154 civilian injuries and deaths in Yemen.", "casualties 154 civilian injuries"),
    # who is counted
    ("The fighting brings to 9,400 the number of families uprooted in Goma.", "displaced 9400 families"),
    ("A family of six was killed in Nabatieh.", "killed 6 people"),
    ("Bandits freed 19 of 45 abducted pupils.", "released 19 abducted pupils"),
    ("Boko Haram seized 110 girls in Dapchi, five of whom died.", "abducted 110 girls; killed 5 girls"),
    ("A boy was among the 13 killed in Kherson.", "killed 1 boy; killed 13 people"),
    ("The toll from two gun attacks in Kabul rose to 80.", "killed 80 people"),
    ("Gunmen took shelter, and five of them were killed.", "killed 5 people"),
    ("They were among 51 farmers abducted in a raid that left two dead.", "abducted 51 farmers; killed 2 people"),
    ("Over 6,300 South Sudanese refugees returned in October.", "returned 6300 South Sudanese refugees"),
]


@pytest.mark.parametrize("sentence, expected", READ)
def test_reads_the_number_and_what_it_counts(read_as_far_as: Reader, sentence: str, expected: str | None) -> None:
    report, found = read_as_far_as(sentence, "figures")
    findings = [mention.finding for mention in found.figures]
    if expected is None:
        assert [finding.measure.value for finding in findings] == ["killed", "displaced"]
    else:
        assert "; ".join(map(shown, findings)) == expected
    for finding in findings:
        for said in (finding.measure, finding.amount, finding.of):
            assert rule_holds("figure", said, [span.of(report.text) for span in said.words])


NOTHING = [
    "Four in five Yemenis need help.",
    "One in three children in Gedaref is malnourished.",
    "The men, aged 27, 29 and 32, died.",
    "Two of the injured were taken to hospital in Kursk.",
    "Seven of the victims were killed in one house.",
    "The other nine were killed at once.",
    "Hundreds of people sought shelter in underground stations.",
    "The Red Cross helped repatriate 1,056 detainees.",
    "The peacekeepers are to leave and 9,000 troops are to follow by May.",
    "At dawn 20 shells a minute fell on Avdiivka.",
    "The casualties may be five times as high.",
    "The rebels attacked one of its bases near Kidal.",
    "A 12-member committee met for three hours in Juba.",
    "The 10th Front and the 4th Division obeyed Resolution 2254 and Article 5.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_leaves_out_what_is_no_number_of_its_own(read_as_far_as: Reader, sentence: str) -> None:
    _, found = read_as_far_as(sentence, "figures")
    assert [shown(mention.finding) for mention in found.figures] == []


def test_a_part_is_of_those_who_stand_nearest(read_as_far_as: Reader) -> None:
    text = "The raid killed two civilians, and nine monks including five women prayed."
    _, found = read_as_far_as(text, "figures")
    assert [shown(mention.finding) for mention in found.figures] == ["killed 2 civilians"]


def test_numbers_that_add_up_to_the_one_before_are_parts_of_it(read_as_far_as: Reader) -> None:
    text = "Hezbollah said that seven people, two civilians and five fighters, had been killed."
    _, found = read_as_far_as(text, "figures")
    parts = [mention.finding.part_of.value if mention.finding.part_of else None for mention in found.figures]
    assert parts == [None, "seven people", "seven people"]


COUNTS = [
    # the toll of one event is that event's
    ("The death toll from the bombing in Mogadishu climbed to 37.", 0, "incident"),
    ("The death toll in Gaza climbed to 37,000.", 0, "running total"),
    ("Officials in Kabul put the death toll at 30.", 0, None),
    ("The toll from the blast in Bamako rose to 37 after five more people died.", 1, "new in period"),
    ("The number of dead stands at 104, with 82 injured.", 1, None),
    ("The ministry recorded 14 deaths among displaced children in Marib.", 0, None),
    ("Four deaths were reported in Kherson and three more deaths in Sumy on Monday.", 1, None),
    ("The attack that killed 130 people in Kabul in 2015 is not forgotten.", 0, "incident"),
    ("Beirut was rebuilt after the war that killed 1,200 people in Lebanon in 2006.", 0, "running total"),
    # several attacks are no incident
    ("Five people were injured in attacks on two towns near Gao.", 0, None),
    ("At least 11 people were killed and five wounded in two airstrikes near Pale.", 0, None),
    # "with" beside what has gone on
    ("The region has endured heavy fighting, with at least 80 people killed.", 0, None),
    ("Shelling hit the town of Malakal, with 12 people killed.", 0, "incident"),
    # a day's sum, and that of a time of a war
    ("Overall, Russia launched 108 drones overnight.", 0, None),
    ("The war has displaced 261 families in the past two days.", 0, "new in period"),
    ("The war has displaced 261 families since May.", 0, "running total"),
    ("Some 230,000 people fled between June and August, bringing the total to a million.", 0, "new in period"),
    # where the wounded come to, and those of them who are children
    ("The hospital in Sumy received 22 wounded, four of them children.", 1, None),
    # what has gone on since a beginning, told of two at once; raids are several
    ("At least 320 people have been killed and 740 wounded since the army began its offensive.", 0, "running total"),
    ("Gunmen kidnapped at least 60 people and killed two during raids on villages overnight.", 0, "new in period"),
]


@pytest.mark.parametrize("sentence, which, count", COUNTS)
def test_tells_what_kind_of_count_it_is(read_as_far_as: Reader, sentence: str, which: int, count: str | None) -> None:
    _, found = read_as_far_as(sentence, "figures")
    assert found.figures.all[which].finding.count == count


WHEN = [
    ("The death toll stood at 43 on Monday.", "Monday", None),
    ("Rescuers found bodies on Tuesday, bringing the number of dead to 57.", "Tuesday", None),
    ("The toll from Friday's bombing rose to 43.", None, "Friday"),
    ("The junta killed 838 civilians this year, up from 640 in 2023.", None, "this year"),
    ("The militia burned 40 houses on Friday, twice as many as in May.", None, "Friday"),
    ("The findings of a report on 18 January are grim: 60 violent deaths were recorded in Tibu.", None, None),
]


@pytest.mark.parametrize("sentence, as_of, period", WHEN)
def test_tells_when_a_total_stood(read_as_far_as: Reader, sentence: str, as_of: str | None, period: str | None) -> None:
    report, found = read_as_far_as(sentence, "figures")
    finding = found.figures.all[0].finding
    told = [
        " ".join(span.of(report.text) for span in each.words) if each else None
        for each in (finding.as_of, finding.period)
    ]
    assert told == [as_of, period]


WHERE = [
    ("At least 438 people were kidnapped across the wider West Department and the farming Artibonite region.", None),
    ("The Darfur region has endured a siege, with at least 80 people killed.", "Darfur"),
    ("In Russia, three people were wounded in a strike near Kursk.", "Kursk"),
    ("In Sudan, three people were wounded in strikes on Kadugli and Dilling.", None),
    ("Two men died in Jenin, bringing to 210 the number killed in the West Bank.", "West Bank"),
    ("Three workers were killed, reported Ukraine's Defence Forces.", None),
    ("More than 5,000 people have been killed in the war that followed an attack on Israel.", None),
    ("In Mykolaiv, a market was hit. Kharkiv regional authorities reported three injuries.", None),
]


@pytest.mark.parametrize("text, place", WHERE)
def test_tells_where_it_was(read_as_far_as: Reader, text: str, place: str | None) -> None:
    _, found = read_as_far_as(text, "figures")
    where = found.figures.all[-1].finding.place
    assert (where.value.name if where else None) == place


TELLERS = [
    ("Hundreds of thousands have been displaced by gangs, the U.N. estimates.", "United Nations"),
    ("We can confirm there are 31 deaths, the doctor said.", "doctor"),
    ("The El Fasher Resistance Committees said a strike on a gathering killed eight people.", "Resistance Committees"),
    ("At least 38 people were killed in Darfur, local activists reported on Sunday, revising tolls.", "activists"),
    ("Three workers there were killed, reported Ukraine's Defence Forces South.", "Defence Forces"),
    ("A raid killed nine people and hurt others, Lebanon's National News Agency (NNA) reported.", "news agency"),
    ("Nine people were killed, according to a security report seen by a British newspaper.", "security report"),
    ("Nine people were killed, a soldier wounded on Sunday said.", "soldier"),
    ("Nine people were killed in the camp, officers captured on Sunday among them.", None),
]


@pytest.mark.parametrize("text, teller", TELLERS)
def test_tells_who_says_so(read_as_far_as: Reader, text: str, teller: str | None) -> None:
    _, found = read_as_far_as(text, "figures")
    names = [said.value.name for said in found.figures.all[0].finding.per]
    assert any(teller in name for name in names) if teller else names == []
