"""Sentences of many wars, and what a figure in them holds for: who tells it, of whom, when and where."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import FigureFinding
from onrecord.model.said import Said
from onrecord.reading.figures import reader as figures
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Reader = Callable[[str, str], tuple[Report, Found]]


def only(read: Reader, text: str, which: int = -1) -> tuple[Report, FigureFinding]:
    report, found = read(text, "figures")
    return report, found.figures.all[which].finding


RED_CROSS = "International Committee of the Red Cross"
TOLD_BY = [
    ("Nearly 3,500 civilians were killed in 2017, a monitor said, down from 4,000.", "monitor (unnamed)", ""),
    ("Rebel spokesmen told a radio that shelling had killed five people.", "Rebel spokesmen", ""),
    ("The general, who said that nearly 5,000 people had been killed, called for talks.", "general (unnamed)", ""),
    ("The governor put the death toll at 115.", "governor (unnamed)", ""),
    ("Eight people were killed, according to hospital records.", "hospital records", ""),
    ("The ministry said the toll was lower, with 60 people wounded.", "ministry", ""),
    ("The army said it had killed three guerrillas and captured four.", "army", ""),
    ("Residents said there was no food; a priest said 800 people had died.", "priest", ""),
    ("Chad, which hosts 400,000 Sudanese refugees, said it was full.", "", ""),
    ("Four people were killed in Taiz.", "", ""),
    (
        "Human Rights Watch, citing hospital sources, reported 84 deaths.",
        "hospital sources (unnamed)",
        "Human Rights Watch",
    ),
    ("Soldiers raided the town, residents said, arresting hundreds of people.", "residents", ""),
    ("Two men who, officials said, were among seven killed in a raid were buried.", "officials (unnamed)", ""),
    ("By the Red Cross's count, 300 people were killed.", "International Committee of the Red Cross", ""),
    ("A ministry official has recorded 5,024 deaths.", "ministry official (unnamed)", ""),
    ("The army killed 114 people on Saturday, the news site Irrawaddy reported.", "The Irrawaddy", ""),
    (
        "Nobody saw it, but a Reuters correspondent counted 30 bodies in the street.",
        "Reuters correspondent (unnamed)",
        "",
    ),
    ("The alliance claimed to have destroyed 94 tanks.", "alliance", ""),
    ("Officials reported four rebels killed and 54 wounded.", "officials (unnamed)", ""),
    ("State TV quoted the defence ministry as saying 60 soldiers had died.", "defence ministry", "State TV"),
    ("The army killed 34 fighters, state media quoted a commander as saying.", "commander (unnamed)", "state media"),
    ("Reuters, quoting police sources, said 12 people died in Haiti.", "police sources (unnamed)", "Reuters"),
    ("Twelve people died in Haiti, Reuters reported, quoting a hospital director.", "hospital director", "Reuters"),
    ("The agency reported, citing officials, that nine people had been killed.", "officials (unnamed)", "agency"),
    ("More than 300 civilians, by the U.N.'s count, were killed.", "United Nations", ""),
    ("Figures from the health ministry show 1,200 people have been killed in Gaza.", "health ministry", ""),
    ("According to figures compiled by the United Nations, 4,000 people died.", "United Nations", ""),
    ("A tally by the AFP news agency shows 4,000 people have died in Haiti.", "Agence France-Presse", ""),
    ("Human Rights Watch charged that rebels are detaining dozens of civilians.", "Human Rights Watch", ""),
    ("A UN report found that 20 villagers had been executed in Moura.", "United Nations", ""),
    ("Two rebels were killed and a dozen were wounded, according to doctors.", "doctors", ""),
    (
        "NATO said it had hit a house in an airstrike that the Libyan government alleges killed 15 people.",
        "Libyan government",
        "NATO",
    ),
    ("It was a raid that the watchdog said had killed 300 people.", "watchdog", ""),
    ("Officials said a bomb had gone off in Quetta. The blast killed 12 people.", "", ""),
    ("The security forces responded with the arrest of at least 26 protesters.", "", ""),
    (
        "Rebels fought battles with troops trying to advance on the town of Goma, killing at least 89 soldiers, a"
        " rebel-affiliated Web site said Thursday.",
        "rebel-affiliated Web site",
        "",
    ),
    (
        "Some 141 people have been injured in the region since hostilities renewed in September, the ombudsman of the"
        " self-proclaimed republic said Sunday.",
        "ombudsman of the self-proclaimed republic",
        "",
    ),
    # one count beside another's, and a deed that somebody only takes upon himself
    ("The coalition said 12 fighters had died, while the Houthis put the figure at 30.", "Houthis", ""),
    ("The army said it had lost 14 soldiers, while the rebels claimed 40.", "rebels", ""),
    ("The Islamic State group claimed responsibility for a bombing in Kabul that killed 19 people.", "", ""),
    ("The president condemned an attack that killed three people.", "", ""),
    ("UN data show that 4,000 people have died in Haiti.", "United Nations", ""),
    ("Sudan's ambassador to India said 300 people died.", "Sudan's ambassador to India (unnamed)", ""),
    (
        "The Ukrainian ambassador to the United Nations said 12 soldiers had died.",
        "Ukrainian ambassador to the United Nations (unnamed)",
        "",
    ),
    ("A million people have fled, the Red Cross said, of whom 530,000 are children.", RED_CROSS, ""),
    ("A soldier died when a convoy hit a mine near Djibo.", "", ""),
    ("More than 1,000 have died, according to an estimate from Ban Ki-moon.", "Ban Ki-moon", ""),
    (
        "Almost 750,000 people have fled the country, and another 58,000 are displaced within Libya, Valerie Amos, the"
        " U.N. undersecretary-general for humanitarian affairs, told the Security Council.",
        "Valerie Amos",
        "",
    ),
    (
        "The figure was less than that of the International Organization for Migration, which has been working with"
        " the agency and estimated that 200,000 people had fled Libya.",
        "International Organization for Migration",
        "",
    ),
    # what is told at second hand is theirs who hold it
    ("It is a ruin, she said, adding that gunmen had come and insisted that no one was killed.", "gunmen", ""),
    # upon what somebody threatens, promises or demands, the report tells itself
    ("The rebels vowed to fight on after scores of protesters were killed in Gondar.", "", ""),
    ("France demanded talks as 2,000 people were killed in Darfur.", "", ""),
    (
        "While Human Rights Watch, citing interviews with staff and doctors, reported 84 deaths, the total is unknown.",
        "Human Rights Watch",
        "",
    ),
    ("Medical workers said 12 people were killed in Aden.", "Medical workers", ""),
    ("More than 12,000 people have been killed, by a count of the United Nations.", "United Nations", ""),
    ("The army acknowledged 45 killed in Marib.", "army", ""),
    ("Strikes have killed 45 people; talks went on, by the United Nations' figures.", "", ""),
    ("Twelve people were killed in Cauca, humanitarian workers said.", "humanitarian workers", ""),
    ("John Mutombo lives in Goma. Six people died there, Mutombo said.", "John Mutombo", ""),
]


@pytest.mark.parametrize("text, per, via", TOLD_BY)
def test_tells_who_tells_a_figure(read_as_far_as: Reader, text: str, per: str, via: str) -> None:
    report, finding = only(read_as_far_as, text)
    assert ", ".join(said.value.name for said in finding.per) == per
    assert ", ".join(said.value.name for said in finding.via) == via
    for said in finding.per:
        assert rule_holds("figure", said, [span.of(report.text) for span in said.words])


LEFT_OUT = [
    "The blast killed 20 people, raising an earlier toll of 10.",  # the second number no longer stands
    "The mayor put the toll at 115, up from 70.",
    # another may bear that given name
    "Nine people died. Mohammed Ali Abdallah spoke in London. Mohammed said 12 were killed in Taiz.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_leaves_out_what_no_longer_stands(read_as_far_as: Reader, text: str) -> None:
    _, found = read_as_far_as(text, "figures")
    assert len(found.figures) == 1


NOBODYS = [
    "They added that there had been threats against Zuwarah to bomb two nearby factories.",
    "The government denied that anyone was killed in Omdurman.",
    "The minister said the army had attacked the base and denied that anyone was killed.",
    "A war could potentially kill thousands of people.",
    "The minister said reports of hundreds killed were an exaggeration.",
    "The minister said reports that 300 people had been killed were false.",
    "Crowds met on the anniversary of a massacre in which 1,200 prisoners were killed.",
    "Thousands of people will die for sure.",
    "Believe me, at least 10,000 people have been killed.",
    "Three of the people killed were brothers.",
    "“We have lost hundreds of men and 40 of our soldiers were killed.” The line went dead.",
    "Zaltan, 140 km west of Tripoli, is quiet.",
    "Poland alone is home to 1.6 million of them.",
    "Unconfirmed reports spoke of 1,000 dead.",
    "NATO will have to send thousands of troops.",
    "The group issued threats to bomb two facilities.",
    "The general wants to send 3,000 troops.",
    "France needs to deploy 500 soldiers.",
    "He called for 2,000 troops to be sent.",
    "There were allegations that a strike killed 85 civilians.",
    "What if the guards killed 20 prisoners?",
    "A raid that kills dozens of civilians, for example, is a crime.",
    "More than 500 soldiers will be sent to the border.",
    "July 28 - Ahmed Salim, a former minister, is killed in a raid.",
    "One wounded man said he had survived.",
    "Rebels captured 28 sq km of land.",
    "The journal listed 28 entities freed from sanctions.",
    "Two of his sons crossed the border.",
    "Our men killed 40 rebels.",
    "Bani denied an assertion that his forces had captured 17 foreigners.",
    "The plant will need thousands of people to return.",
    "The 17 agents allegedly captured in Mali were shown.",
    "Tawila, once home to thousands of people, is deserted.",
    "The phone was found on a slain soldier.",
    "Yes, thousands have died, but by whose hands?",
    "The note listed 40 tanks to be upgraded.",
    "Rebels attacked a depot some 30 kilometres south of Goma.",
    "There were reports that hundreds of people were killed in Aden.",
    "Sixty miles to the south of Goma, rebels attacked a base.",
    "Captain Ahmed Salim, 42, died in Aden.",
    "The military lost contact with a helicopter over Mali.",
    "The court sought the arrest of the president and two relatives.",
    "Reports from Aden suggest that hundreds of protesters have been killed.",
    "Dozens of refugees have said they were robbed at checkpoints in Chad.",
    "Boko Haram said it had raided a base near Maiduguri. Twelve soldiers were killed in the attack.",
    "Three men wounded in the attack said they had seen nothing.",
    "His wife, two sons and a daughter fled to Algeria.",
    "About a third of Libyans live below the poverty line.",
    "Talks go on in Doha US sends two drones for the war Aden is in the hands of rebels Army says it killed three men",
    "About 200 people protesting the arrest of an activist marched in Sanaa.",
    "Death toll estimates ranged from 300 to as many as 450.",
    "Residents said that there were threats against Aden to bomb two facilities.",
    "Militants attacked two military checkpoints in Kidal.",
    "I do not care for it. In all, 4,000 people died in that war.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_records_nothing_that_nobody_reports(read_as_far_as: Reader, text: str) -> None:
    _, found = read_as_far_as(text, "figures")
    assert [mention.finding for mention in found.figures] == []


COUNTED = [
    ("The war in Sudan has killed 15,000 and driven 8 million from their homes.", "people", None),
    ("The ministry reported 40 more deaths of its soldiers.", "soldiers", None),
    ("The UN has documented 934 killings in Haiti this year.", "people", None),
    ("The air force shot down 22 of the 27 Shahed-type drones.", "Shahed-type drones", None),
    # those whom the clause before names, and who did it to nobody
    ("The army repelled the attackers, killing at least 12 of them.", "attackers", None),
    ("Fighting has raged in Bangui, with militia attacks killing at least 90.", "people", None),
    # others are not of the few before them
    ("Police detained ten women and 30 others in Tibú.", "people", None),
    ("The blast left two officers and a civilian dead, in addition to 10 injured.", "people", None),
    ("Two soldiers and three civilians were killed and 10 wounded in Taiz.", "people", None),
    ("Two soldiers were killed and five others were wounded.", "soldiers", None),
    ("The battle in Goma caused 770 deaths and 2,880 injuries.", "people", None),
    ("The army said it had lost 14 soldiers, while the rebels claimed 40.", "soldiers", None),
    ("A bomb killed one gendarme and wounded two others.", "gendarme", None),
    ("Sixteen people were wounded, two of them gang members.", "gang members", None),
    ("The ministry said 22 million of the country's 28 million people need aid.", "people", None),
    ("Gunners shot down seven of the 10 cruise missiles.", "cruise missiles", None),
    (
        "The army killed 15 members of the Tigray People's Liberation Front.",
        "members of the Tigray People's Liberation Front",
        "Tigray People's Liberation Front",
    ),
    ("An agency said 72,000 people had fled their homes, adding that 7,000 had crossed into Uganda.", "people", None),
    ("Fighting killed 12 rebels.", "rebels", None),
    ("One person was killed and 15 injured.", "people", None),
    ("Seven others were wounded.", "people", None),
    (
        "Resources ran out on the arrival of thousands of displaced people and more money is needed.",
        "displaced people",
        None,
    ),
    ("The war has cost 15,000 lives in Yemen.", "people", None),
    ("The ministry recorded 12 deaths in Tigray on Sunday.", "people", None),
    ("The blast caused 30 fatalities in Kabul.", "people", None),
    ("The conflict kills 40.", "people", None),
    ("A field hospital received 20 dead and 87 wounded.", "people", None),
    ("No one was killed in Bamako.", "people", None),
    ("A 17-year-old boy was killed by shelling in Donetsk.", "17-year-old boy", None),
    ("The number of civilians killed since the coup stood at 423.", "civilians", None),
    ('The navy launched four Harrier "jump jets" from a carrier.', "jump jets", None),
    ("Warplanes carried out 149 raids on Wednesday, 55 of them drone strikes.", "drone strikes", None),
    ("Among the dead were six children.", "children", None),
    ("At least 10 people, including two babies, were killed and 20 were injured.", "people", None),
    ("Its jets carried out 127 raids on Monday, 49 of them air strikes to hit targets.", "air strikes", None),
    ("Seven people were killed, six of them soldiers and one a civilian.", "civilian", None),
    ("The number of people on the move stands at one million.", "people", None),
    ("One million are on the move.", "people", None),
    ("Gunmen captured three Navy personnel.", "Navy personnel", None),
    ("Shelling of rebel-held western districts killed at least 82.", "people", None),
    ("The strike in Rafah left 12 martyrs and 40 wounded.", "people", None),
    ("Syrian authorities say armed groups have killed 500 soldiers and police.", "soldiers and police", None),
    ("Shells killed two rebels, bringing the number of dead in Goma to 11.", "people", None),
    ("Doctors saw many casualties, with at least 22 bodies and 40 wounded in Goma.", "people", None),
    ("The army deployed 144 towed and 72 self-propelled guns.", "self-propelled guns", None),
]


@pytest.mark.parametrize("text, of, side", COUNTED)
def test_tells_who_is_counted(read_as_far_as: Reader, text: str, of: str, side: str | None) -> None:
    report, finding = only(read_as_far_as, text)
    assert finding.of.value == of
    assert (finding.of_side.value.name if finding.of_side else None) == side
    assert rule_holds("figure", finding.of, [span.of(report.text) for span in finding.of.words])


STATUS = [
    ("Gunmen killed two security guards at a bank in Kabul.", None),
    ("Ten border guards were killed near Agdam.", "combatant"),
    ("Five medical personnel were killed in Homs.", None),
    ("Shelling killed three farmers.", "civilian"),
    ("Twelve volunteers were killed at the front.", None),
]


@pytest.mark.parametrize("text, status", STATUS)
def test_tells_soldiers_and_civilians_only_where_they_are_called_so(
    read_as_far_as: Reader, text: str, status: str | None
) -> None:
    _, finding = only(read_as_far_as, text)
    assert (finding.of_status.value if finding.of_status else None) == status


NEAR = [
    ("Three people were killed outside Goma on Monday.", "Goma"),
    ("Four farmers were killed on the outskirts of Maiduguri.", "Maiduguri"),
    ("Eight soldiers were killed 20 km east of Zaporizhzhia.", "Zaporizhzhia"),
    ("Six people died north of Mogadishu when a bomb exploded.", "Mogadishu"),
    ("A soldier died when a convoy hit a mine near Djibo.", "Djibo"),
    ("Three soldiers were killed near the town of Mariupol.", "Mariupol"),
    ("Two people died outside the northern city of Homs.", "Homs"),
    ("Nine people were killed in a village north of the town of Djibo.", "Djibo"),
    ("Gunmen killed 12 farmers close to Maiduguri.", "Maiduguri"),
    ("Five fighters were killed when planes bombed a convoy near the contested port of Odesa.", "Odesa"),
    ("Three people were killed in the Goma area on Monday when a bomb went off.", "Goma"),
    ("Three houses burned down in the area of Aleppo.", "Aleppo"),
]


@pytest.mark.parametrize("text, place", NEAR)
def test_tells_what_lies_beside_a_place(read_as_far_as: Reader, text: str, place: str) -> None:
    report, finding = only(read_as_far_as, text)
    assert finding.place is not None
    assert (finding.place.value.name, finding.place.value.precision) == (place, "near")
    assert rule_holds("place", finding.place, [span.of(report.text) for span in finding.place.words])


def words(report: Report, date: Said[Any] | None) -> str | None:
    return " ".join(span.of(report.text) for span in date.words) if date else None


DATED = [
    # background has its own period, or no day at all
    ("The UN has documented 934 killings in Haiti this year.", "this year", False, "running total"),
    (
        "From 1 January until 15 August, 2,400 people were reported killed.",
        "From 1 January until 15 August",
        False,
        "new in period",
    ),
    ("The UN launched a mission in Mali in 2014 and now has 12,000 troops there.", None, True, None),
    (
        "Gunmen stormed a camp in Gao earlier this month and killed three soldiers.",
        "earlier this month",
        False,
        "new in period",
    ),
    ("Clashes have left two soldiers dead after last year's war over the region.", None, True, None),
    ("It was the worst attack since a truck bomb killed 150 people on May 31.", "May 31", False, "incident"),
    ("The assault is the deadliest since the 1973 war, when about 2,600 soldiers were killed.", "1973", False, None),
    ("In the 2003 massacre at Tawila, 67 people died.", "2003", False, "incident"),
    ("The rebels claimed the attack a week after a raid in which 20 people were killed.", None, False, "incident"),
    ("The 1998-2000 war with Eritrea killed some 70,000 people.", "1998-2000", False, "running total"),
    ("An air strike killed 12 policemen in July.", "July", False, "incident"),
    ("It began on Thursday when 14 people were killed.", "Thursday", False, "new in period"),
    ("Jets struck on Friday, destroying three tunnels.", "Friday", False, None),
    # news
    ("A bomb killed four people.", None, True, "incident"),
    ("The ministry said a bomb had killed four people.", None, True, None),
    ("Fighting has displaced 200,000 people since January.", "since January", True, "running total"),
]


@pytest.mark.parametrize("text, period, recent, count", DATED)
def test_tells_history_from_news(
    read_as_far_as: Reader, text: str, period: str | None, recent: bool, count: str | None
) -> None:
    report, finding = only(read_as_far_as, text)
    assert (words(report, finding.period), finding.recent) == (period, recent)
    assert count is None or finding.count == count


PLACED = [
    # of a list each number has its own place, known or not
    ("Shelling killed three people in Kherson and two in Dunqalovo.", None),
    ("Shelling killed three people in Kherson, two in Dunqalovo and one in Sumy.", "Sumy"),
    ("Fighting raged in Taiz. Some 3,100 homes were damaged in 160 villages across the region.", None),
    # nor is it where the sentences before are if the sentence names somewhere else
    ("Fighting raged in Taiz. On Monday, four soldiers were killed in Dunqala sector.", None),
    # what a phrase of "with" goes on to tell has its own place
    ("The UN says 20 million people need food, with Tigray being hit hardest.", None),
    ("Some 139 people have been killed, with the worst strikes falling on Rafah.", None),
    # so has each of two deeds
    ("Gunmen massacred 51 civilians in Mali and killed 12 soldiers in an ambush in Burkina Faso.", "Burkina Faso"),
    ("A bomber killed 95 people in the Afghan capital Kabul.", "Kabul"),
    ("A strike hit a bus carrying children in Yemen's Saada province, killing 50 people.", "Saada province"),
    ("Some 800,000 people have fled to Egypt, Niger and Chad.", None),
    ("Forty people died in Mandalay and at least 27 in Yangon.", "Yangon"),
    ("Residents in Axum said soldiers killed 200 people.", None),
    ("The army killed at least 46 people, with sources at a hospital in Aden saying that most were shot.", None),
    ("Lampedusa has become a destination for thousands of refugees seeking to enter Europe.", None),
    ("Speaking in Kyiv, the minister said 12 people had been killed.", None),
    ("The Kremlin said in Moscow that 20 soldiers had been killed.", None),
    ("At least two rebels were killed, according to a source in Misrata.", None),
    ("The Observatory, a monitor based in Britain, put the number of dead soldiers at 13.", None),
    ("In Goma, doctors said that 20 people had been killed.", "Goma"),
    ("Twelve people died in the town of Tawila, 60 km west of El Fasher, on Friday.", "Tawila"),
    ("Three policemen were wounded in Port-au-Prince.", "Port-au-Prince"),
    ("Six soldiers died when guns shelled a post near the town of Djibo in Soum province.", "Djibo"),
    ("Three rebels were killed in battles in the town of Qarnazeh, east of Misrata.", "Qarnazeh"),
    ("In a march toward Bangui rebels captured dozens of villages.", None),
    ("Hundreds of people fled to Chad.", "Chad"),
    ("Ten rebels died in the fighting, four from Taiz.", None),
    ("Shells hit Goma. The air force carried out 120 air strikes on Monday.", None),
    ("The minister said 150 wounded soldiers would be treated in Germany.", None),
    ("Hundreds of people fleeing the cities of Mekelle and Axum are straining resources.", None),
    ("Bombs hit the port of Mokha and the city of Taiz, where 60 civilians were killed.", None),
    # of a list of things, each somewhere else, none is the figure's place
    ("The Houthis fired four missiles at airports in Riyadh and Abha and a refinery in Yanbu.", None),
    ("Shells hit a market in Kharkiv and a school in Sumy, killing four people.", None),
    ("The army fired 12 rockets at a barracks in Goma and two at a depot in Bukavu.", "Goma"),
    # a capital named as one is where, and its country only says whose
    ("The coalition carried out 12 air strikes on Yemen's capital Sanaa on Monday.", "Sanaa"),
    ("Nine people were killed in Ukraine's second city, Kharkiv.", "Kharkiv"),
    # where the freed go, and where those are who count, is not where it happened
    ("Two Kenyan soldiers held in Mogadishu were freed on Monday and taken to Nairobi.", None),
    ("Doctors at a hospital in Donetsk reported two deaths after fighting in Mariupol.", "Mariupol"),
    ("Rebels took the road to Bangui. Five people were killed.", None),
    ("In Washington, a military spokeswoman said the coalition made 153 air strikes in the past 24 hours.", None),
    ("Rebels seized two towns near Tripoli on Monday.", None),
    ("Rebels seized two towns in Darfur on Monday.", "Darfur"),
    # a road somewhere, what people had fled, and a whole country are not where
    ("The army took seven villages on the road to Goma.", None),
    ("The bodies of 150 refugees fleeing conflict in Sudan were recovered.", None),
    ("Jets carried out raids on Beirut: 42 people were killed across the country on Tuesday.", None),
    ("Fighting raged in Dubai. Six people were wounded in the capital.", None),
    ("Fighting raged in Taiz. Some 207 people have been wounded since March.", None),
    ("The boat was taking some 800 refugees from Libya to Lampedusa.", None),
    ("Some 300 refugees were heading for Greece.", None),
    ("Troops regrouped near Yefren, from where 54,000 Libyans have fled to neighbouring Tunisia.", "Tunisia"),
    # a war's toll is of the country that the report is about
    ("Fighting went on in Sudan. More than 12,000 people have been killed in the war, the UN said.", "Sudan"),
    ("Troops left Yemen. At least 144 civilians have been killed since the fighting began on Friday.", "Yemen"),
    ("Fighting went on in Sudan. At least 220 people were killed since the assault on the city began.", None),
    ("Fighting went on in Sudan. The prison held 2,500 inmates.", None),
    # where only some of them are, where another's deed was, and the second of two names
    ("Some 38,000 people have left their homes, most of them in and around Khartoum.", None),
    ("South Africa has lost 14 soldiers; the last died in hospital in Goma.", None),
    ("More than 400,000 people have been uprooted in North and South Kivu.", None),
    ("Fighting raged in North Kivu. Fewer than 200 people were killed in the battle for the city.", None),
    # each of two numbers has its own place
    ("The army destroyed 11 tanks near Bakhmut and 14 in Kharkiv.", "Kharkiv"),
    ("Ten people died in Mandalay, where troops fired at crowds, and five in Yangon.", "Yangon"),
]


@pytest.mark.parametrize("text, place", PLACED)
def test_tells_where(read_as_far_as: Reader, text: str, place: str | None) -> None:
    _, finding = only(read_as_far_as, text)
    assert (finding.place.value.name if finding.place else None) == place


def test_leaves_out_captions_and_titles_that_the_body_tells_again(parse: Callable[[str], Report]) -> None:
    title, body = "Blast kills 12 in Kabul", "A blast killed 12 people in Kabul on Monday."
    report = parse(f"{title}\n\n{body}\n\nRelatives of 12 people killed on Monday.")
    roles = ("title", "body", "caption")
    seen = replace(report, paragraphs=tuple(replace(p, role=r) for p, r in zip(report.paragraphs, roles, strict=True)))
    assert [mention.at.paragraph for mention in figures.find(seen, Found())] == [1]
    alone = replace(seen, paragraphs=seen.paragraphs[:1])
    assert [mention.at.paragraph for mention in figures.find(alone, Found())] == [0]
