"""Sentences of many wars, and the figures that a careful reader would put on record: measure and number, in order."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.findings import FigureFinding
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.figures import reader as figures
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Reader = Callable[[str, str], tuple[Report, Found]]

KILLED_AND_WOUNDED = [
    ("Some 11 people are believed to have died in Goma.", "killed 11"),
    # deaths are deaths, whatever the parse makes of the state behind them
    ("The war in Sudan has led to 40,000 deaths and 12 million displaced.", "killed 40000, displaced 12000000"),
    ("The clashes in Gao caused 12 deaths and 40 wounded.", "killed 12, wounded 40"),
    ("About 5,000 civilians have been evacuated from Khankendi.", "displaced 5000"),
    # out of whom it befell some
    ("Half of Karabakh's 150,000 inhabitants have been displaced.", "share 0.5"),
    ("All 30,000 inhabitants of Robles fled.", "displaced 30000"),
    # hunger and flight
    ("The war has placed over three million people at risk of starvation.", "people in need 3000000"),
    ("The war has pushed 20 million people into hunger in Sudan.", "people in need 20000000"),
    ("Some 19,800 people were in shelters in Ocaña.", "displaced 19800"),
    ("Some 300,000 children are acutely malnourished in Tigray.", "people in need 300000"),
    ("A woman, 32, and her son, 4, were killed in Odesa.", "killed 1"),
    ("The number of dead, 32, is the highest in Kabul this year.", "killed 32"),
    (
        "The UN has documented 934 killings, 684 injuries and 680 kidnappings in Haiti this year.",
        "killed 934, wounded 684, abducted 680",
    ),
    (
        "More than 2,400 people in Haiti were reported killed, more than 950 kidnapped and another 902 injured.",
        "killed 2400, abducted 950, wounded 902",
    ),
    # lists of places
    ("Shelling killed three people in Kherson, two in Nikopol and one in Sumy.", "killed 3, killed 2, killed 1"),
    (
        "Over 300,000 people are displaced: 188,000 in Thailand and some 140,000 in Cambodia.",
        "displaced 300000, displaced 188000, displaced 140000",
    ),
    (
        "Since April the war in Sudan has killed 15,000 and driven 8 million from their homes.",
        "killed 15000, displaced 8000000",
    ),
    # one count beside another's
    ("Kyiv put the dead at 12 while Moscow said none had been killed.", "killed 12, killed 0"),
    ("The mayor put the dead at 60 and the wounded at 200.", "killed 60, wounded 200"),
    ("The coalition said it had killed 12 fighters, while the Houthis put the figure at 30.", "killed 12, killed 30"),
    ("The army said it had lost 14 soldiers, while the rebels claimed 40.", "killed 14, killed 40"),
    ("Rebels said they had killed 30 soldiers; the junta put it at three.", "killed 30, killed 3"),
    ("The army said 12 rebels died, while the rebels claimed 40 square kilometres.", "killed 12"),
    ("The army said 12 rebels died, and the rebels put the price at 40.", "killed 12"),
    ("Some 70 Armenian soldiers and 20 armoured vehicles were destroyed.", "killed 70, armoured vehicles 20"),
    ("The battle in Goma resulted in 770 deaths and 2,880 injuries.", "killed 770, wounded 2880"),
    (
        "Over 170 protesters were killed, including 15 children, 500 injured and 800 detained in Khartoum.",
        "killed 170, killed 15, wounded 500, detained 800",
    ),
    ("The militants seized 276 girls from a school in Borno.", "abducted 276"),
    ("Nine people died in the market. Among the dead were six children.", "killed 9, killed 6"),
    ("Three wounded in Monday's strike on El Obeid have died.", "killed 3"),
    ("The strike in Rafah left 12 martyrs and 40 wounded, medics said.", "killed 12, wounded 40"),
    ("Thailand has reported 14 civilians and 15 soldiers dead.", "killed 14, killed 15"),
    ("The strike brings to 40 the number of journalists killed in Gaza.", "killed 40"),
    ("The ombudsman put at 58 the number of leaders killed in Cauca.", "killed 58"),
    ("One of our soldiers was murdered in Arauca, the general said.", "killed 1"),
    ("Some 187 civilians have been killed and 246 wounded countrywide.", "killed 187, wounded 246"),
    ("The explosion injured 14 people in Quetta, three seriously.", "wounded 14, wounded 3"),
    ("Some 60 people were killed and injured in bombings that targeted bus stations.", "casualties 60"),
    ("The town hosts three million people, half of them displaced.", "population 3000000, share 0.5"),
    ("Five people wounded in the blast died in hospital.", "killed 5"),
    ("Two journalists missing in Syria since Saturday have been released.", "released 2"),
    ("The dead included three women, the hospital in Aden said.", "killed 3"),
    ("The number of civilians killed in Myanmar since the coup stood at 423.", "killed 423"),
    ("The blast brought the number of Turks killed in the province this month to 13.", "killed 13"),
    ('The army had hit 54 targets and "neutralised" 76 rebels.', "targets hit 54, killed 76"),
    ("Hospitals received the bodies of 32 loyalist troops in Marib.", "killed 32"),
    ("At least 12 people, including three children, were killed in Kharkiv.", "killed 12, killed 3"),
    ("13 soldiers killed and 20 wounded in ambush near Goma", "killed 13, wounded 20"),
    ("The attack killed eight and wounded five.", "killed 8, wounded 5"),
    ("The strikes left 15 dead and 40 injured.", "killed 15, wounded 40"),
    ("15 dead, 40 injured in Kabul blast", "killed 15, wounded 40"),
    ("The shelling claimed the lives of nine civilians in Stepanakert.", "killed 9"),
    ("Rescuers recovered the bodies of 14 people from the rubble.", "killed 14"),
    ("Twenty-three soldiers were killed, the Colombian defence ministry said.", "killed 23"),
    ("A Malian soldier was killed by a roadside bomb near Gao.", "killed 1"),
    ("Another peacekeeper died of his wounds on Tuesday.", "killed 1"),
    ("More than 60 people were killed or wounded in the market.", "casualties 60"),
    ("The two armies suffered 300 casualties in a week.", "casualties 300"),
    ("The attack caused no casualties.", "casualties 0"),
    ("No soldiers were killed in the raid.", "killed 0"),
    ("The death toll rose to 45 on Sunday.", "killed 45"),
    ("The death toll rose from 10 to 45.", "killed 45"),
    ("The collapse brought the death toll to at least 31.", "killed 31"),
    ("Dozens of protesters were shot dead in Yangon.", "killed 24-99"),
    ("Scores died when the boat capsized off Libya.", "killed 40-99"),
    ("Hundreds have been killed since the coup.", "killed 200-999"),
    ("Gunmen killed between 10 and 15 villagers in Ituri.", "killed 10-15"),
    ("As many as 40 fighters were slain.", "killed 40"),
    ("Seven people died and two were missing.", "killed 7, missing 2"),
    ("The army said it had eliminated 31 militants.", "killed 31"),
    ("The ministry said its forces neutralised 11 terrorists.", "killed 11"),
    ("Four policemen were gunned down in Cauca.", "killed 4"),
    ("Shelling killed two women and three children in Hodeidah.", "killed 2, killed 3"),
    ("The blast injured 70 others.", "wounded 70"),
    ("Over 100 people sustained injuries.", "wounded 100"),
    ("Three of the wounded died, and 12 people were hurt.", "killed 3, wounded 12"),
    ("The drone strike, in which 7 people died, hit a wedding.", "killed 7"),
    ("It was the attack that killed 19 schoolchildren in Kyiv.", "killed 19"),
    ("The war has cost the lives of nearly 20,000 people.", "killed 20000"),
    ("Some 150,000 people have died in the war in Yemen.", "killed 150000"),
    ("Eight people were confirmed dead.", "killed 8"),
    ("Twelve are feared dead.", "killed 12"),
    ("The raid resulted in the deaths of six hostages.", "killed 6"),
    ("There were 30 deaths in the camp.", "killed 30"),
    ("UN monitors recorded 412 fatalities in June.", "killed 412"),
    ("A further 200 people were wounded in Gaza overnight.", "wounded 200"),
    ("Forty wounded soldiers were taken to hospital.", "wounded 40"),
    ("Rebels said they had killed 20 soldiers, while the army put its losses at nine.", "killed 20"),
    ("Ten people were burned to death in Darfur.", "killed 10"),
    ("Five children drowned.", "killed 5"),
    ("An Israeli air strike killed at least 22 Palestinians.", "killed 22"),
    ("The mayor said three more bodies had been found.", "killed 3"),
    ("Militants beheaded 11 men in Cabo Delgado.", "killed 11"),
    ("6 killed, dozens hurt as rockets strike Sderot", "killed 6, wounded 24-99"),
    (
        "A strike on Pazigyi killed 165 people, among them 27 women and 19 children.",
        "killed 165, killed 27, killed 19",
    ),
    ("Azerbaijan said 192 of its servicemen were killed and 511 wounded.", "killed 192, wounded 511"),
    ("Some 130 villagers were massacred in Ogossagou, Mali.", "killed 130"),
    ("Boko Haram has killed 35,000 people and displaced two million since 2009.", "killed 35000, displaced 2000000"),
    ("The number of dead has risen to 1,400.", "killed 1400"),
    ("A woman and her three children were killed by shelling in Kherson.", "killed 1, killed 3"),
    ("Two soldiers and a civilian died.", "killed 2, killed 1"),
    ("Two hundred wounded arrived at the hospital.", "wounded 200"),
    ("The fighting has cost more than 200 lives.", "killed 200"),
    ("No one was hurt.", "wounded 0"),
    ("About 540 had been killed in Omdurman since the siege began.", "killed 540"),
    (
        "A bomber blew himself up in Kunduz, killing at least 46 people and wounding 143.",
        "killed 46, wounded 143",
    ),
]

HELD_AND_FREED = [
    ("The prison in Saada held more than 2,500 inmates, a guard said.", "detained 2500"),
    ("Police arrested 47 demonstrators in Khartoum.", "detained 47"),
    ("More than 1,000 people have been detained in Myanmar.", "detained 1000"),
    ("Boko Haram abducted 276 schoolgirls in Chibok.", "abducted 276"),
    ("Three aid workers were kidnapped near Maiduguri.", "abducted 3"),
    ("Armenian forces captured 14 soldiers.", "captured 14"),
    ("The rebels released 20 prisoners on Friday.", "released 20"),
    ("About 200 women were freed by the army.", "released 200"),
    ("Forty-two sailors went missing after the cruiser sank.", "missing 42"),
    ("At least 60 people are still missing.", "missing 60"),
    ("The ICRC arranged the release of 869 prisoners.", "released 869"),
    ("Hamas freed 24 hostages, 13 of them Israelis.", "released 24, released 13"),
    ("The army killed 14 gunmen, arrested 32 and freed 9 captives.", "killed 14, detained 32, released 9"),
    ("Some 600 fighters surrendered to government troops.", "captured 600"),
    ("A French journalist was abducted in Gao.", "abducted 1"),
    ("The rights group said 2,428 people were in detention in Myanmar.", "detained 2428"),
    ("Two opposition leaders are behind bars in Kinshasa.", "detained 2"),
]

DISPLACED_AND_NEEDY = [
    ("Some 110,000 people are estimated to have crossed into Chad.", "refugees 110000"),
    ("About 18 million people in Yemen are food insecure.", "people in need 18000000"),
    ("Nearly 1.9 million people were severely food insecure in Tigray.", "people in need 1900000"),
    ("Some 20 people in Goma are missing.", "missing 20"),
    ("Some 54,000 Libyans have fled to neighbouring Tunisia, the envoy said.", "refugees 54000"),
    ("It brings to 1.7 million, by its count, the number uprooted in the conflict.", "displaced 1700000"),
    ("An estimated 275,000 civilians remain under siege in Aleppo.", "population 275000"),
    ("Hundreds of thousands of people have fled their homes in Tigray.", "displaced 200000-999999"),
    ("The floods and fighting have forced around 70,000 people to escape their homes.", "displaced 70000"),
    ("The agency said that 412,000 had been displaced.", "displaced 412000"),
    ("The fighting displaced more than half a million people.", "displaced 500000"),
    ("Fighting in Khartoum has driven 2.2 million people from their homes.", "displaced 2200000"),
    ("The violence has caused tens of thousands of people to leave their homes.", "displaced 20000-99999"),
    ("Some 90,000 Armenians fled Karabakh.", "displaced 90000"),
    ("Chad hosts 400,000 Sudanese refugees.", "refugees 400000"),
    ("Poland, home to 1.5 million Ukrainian refugees, asked for help.", "refugees 1500000"),
    ("The camp shelters 30,000 internally displaced people.", "displaced 30000"),
    ("Up to 12,000 families returned to their villages.", "returned 12000"),
    ("About 24 million Yemenis need humanitarian assistance.", "people in need 24000000"),
    ("Some 18 million people are in need of aid in Sudan.", "people in need 18000000"),
    ("The agency reached 300,000 people with food in August.", "people reached 300000"),
    ("More than 40,000 people received food aid.", "people reached 40000"),
    ("Italy is sending food and medical aid to 10,000 people who have fled violence in Sudan.", "people in need 10000"),
    ("Norway provided shelter to 5,000 people in Tigray.", "people reached 5000"),
    ("Some 40,000 people have fled to Chad.", "refugees 40000"),
    ("Nearly 180,000 people have fled to the neighbouring nations of Chad and Egypt.", "refugees 180000"),
    ("More than two million people have fled Ukraine.", "refugees 2000000"),
    ("Some 3,000 families fled the country.", "refugees 3000"),
    ("Some 40,000 people fled to Port Sudan.", "displaced 40000"),
    ("Some 40,000 people fled to northern Syria.", "displaced 40000"),
    ("Half of the population has been displaced.", "share 0.5"),
    ("About 80 percent of residents have fled the town.", "share 0.8"),
    ("The city is home to more than a million people.", "population 1000000"),
    ("An estimated 24.6 million people face acute hunger.", "people in need 24600000"),
    ("The number of displaced people has risen to 3.1 million.", "displaced 3100000"),
    ("Nearly 90,000 people had crossed Burundi's borders.", "refugees 90000"),
    ("Djibouti has a population of about 980,000.", "population 980000"),
    ("Two million people live in the Gaza Strip.", "population 2000000"),
]

FORCES_AND_THINGS = [
    ("Rebels attacked the airport with five ballistic missiles and 12 drones.", "weapons 5, aircraft 12"),
    ("Russia launched its largest attack on Kyiv, with 80 missiles.", "weapons 80"),
    ("The rebels handed over two armoured cars in Goma.", "armoured vehicles 2"),
    ("Fighters overran 12 bases in Shan state.", "places taken 12"),
    (
        "Moscow had sent more than 70 tanks, around 200 armoured vehicles and 80 artillery pieces to the border.",
        "tanks 70, armoured vehicles 200, artillery 80",
    ),
    ("Supplies reached the base in a 150-vehicle convoy.", "vehicles 150"),
    ("A convoy of 40 trucks crossed into Idlib.", "vehicles 40"),
    ("Rwanda deployed 2,000 troops to Cabo Delgado.", "troops 2000"),
    ("The ministry said 300 soldiers had been sent to the north.", "troops 300"),
    ("Russia launched 36 missiles and 50 drones overnight.", "weapons 36, aircraft 50"),
    ("Air defences shot down 24 drones.", "aircraft 24"),
    ("Rebels shot down a government helicopter near Sanaa.", "aircraft 1"),
    ("Warplanes carried out 20 air strikes on Marib.", "strikes 20"),
    ("The coalition conducted 14 strikes near Mosul.", "strikes 14"),
    ("The navy hit 19 targets.", "targets hit 19"),
    ("Artillery struck nine positions of the group.", "positions hit 9"),
    ("Monitors counted 1,027 ceasefire violations in Donetsk.", "violations 1027"),
    ("Shelling destroyed 30 homes and two schools in Agdam.", "structures damaged 30, structures damaged 2"),
    ("More than 200 houses were burned in Masalit districts.", "structures damaged 200"),
    ("Azerbaijan said it had taken seven villages.", "places taken 7"),
    ("The army regained control of a dozen towns.", "places taken 12"),
    ("The Taliban captured three districts in a day.", "places taken 3"),
    ("Ethiopia has nine observation posts in the province.", "observation posts 9"),
    ("Troops set up five observation posts on the road.", "observation posts 5"),
    ("Rebel forces advanced to within 15 km of Mekelle.", "distance 15"),
    ("Fighters were 20 km from Tripoli.", "distance 20"),
    ("M23 fighters pushed to within 25 km of Bukavu.", "distance 25"),
    (
        "Russia said it had destroyed 11 launchers, 23 tanks and 150 drones since June.",
        "artillery 11, tanks 23, aircraft 150",
    ),
    ("The air force sent two cargo planes to Tunis.", "aircraft 2"),
    ("Houthi forces fired two ballistic missiles at Riyadh.", "weapons 2"),
    ("UNICEF said 500 schools had been damaged.", "structures damaged 500"),
    ("Taliban fighters seized eight provincial capitals in five days.", "places taken 8"),
    ("Ukraine said it had destroyed 12 Russian tanks.", "tanks 12"),
]

NOT_FIGURES = [
    "Some 18 peacekeepers have been evacuated to Goma.",
    "Kyiv received 1,000 bodies of soldiers from Russia on Friday.",
    "Ukraine handed over the bodies of 30 soldiers.",
    "Most of the town's 30,000 people fled.",
    "Of 45 drones, most were shot down.",
    "The toll in Yemen may be five times as high.",
    "Chad built a camp with the capacity to provide relief for up to 20,000.",
    "Journalists saw the house, which had been hit by three missiles.",
    "We saw the number of casualties in Homs and the thousands of lives in danger.",
    "The road was blocked by at least 12 checkpoints.",
    # history of another country, some of those who are dead already
    "Shells hit Tripoli and Misrata in Libya. More than 100,000 Iraqis died before the insurgency was contained.",
    "State TV reported that three of the people killed belonged to the same family.",
    # nobody says that none was hurt
    "No casualties were reported.",
    "There have been no confirmed civilian casualties in Taiz.",
    "Police said there were no known fatalities.",
    # a distance from nowhere
    "The column was 40 miles long.",
    "Fighters retreated about 20 miles to the east.",
    "Front lines are just 3 km away, a commander said.",
    "The 34-year-old was a teacher.",
    "Ahmed Salim, 34, sells bread.",
    "A man aged 52 spoke to reporters.",
    "The EU pledged $3 million.",
    "It costs 20 dollars.",
    "The Council adopted Resolution 2254.",
    "Under Article 5 an attack on one is an attack on all.",
    "In 2011 the uprising began.",
    "The nine-year war goes on.",
    "They have waited two years.",
    "Talks lasted three hours.",
    "The team won 2-1.",
    "At 12:30 sirens sounded.",
    "Turkey bought the S-400 system.",
    "The M5 highway was reopened.",
    "An F-16 flew over the city.",
    "Leaders of the G20 met in Rome.",
    "It is one of the oldest towns in Syria.",
    "One day they will return.",
    "He was the second minister to resign.",
    "The first convoy arrived.",
    "Ministers of 14 countries signed the statement.",
    "The two presidents spoke by phone.",
    "He called twice on Monday.",
    "The party won 60 percent of votes.",
    "Shares fell 3 percent.",
    "Inflation reached 40%.",
    "Call +90 312 555 0000.",
    "The law passed by 52 votes to 40.",
    "Troops did not kill 10 civilians, the army said.",
    "If 10 soldiers were killed, Ankara would respond.",
    "He would resign if another soldier were injured.",
    "The general threatened to kill 100 hostages.",
    "A ceasefire was agreed.",
    "Chapter VII was invoked.",
    "The Su-25 crashed.",
    "There are three reasons for this.",
    "Both sides agreed on four points.",
    "The report has 200 pages.",
    "A soldier told the BBC that he was tired.",
    "The two sides met for the third time.",
    "COVID-19 spread in the camp.",
    "Two rounds of talks failed.",
    "About 3,000 goats died in the drought.",
    "The movie killed two hours.",
    "A new military operation began.",
    "He has two sons.",
    "A tank stood at the gate.",
    "The 2018 deal is dead.",
    "Eight of the dead were children.",
    "Oil accounts for 2 percent of world output.",
    "About 6 percent of them use the internet.",
    "Some 3,000 people crossed the river every day.",
    "Hundreds were killed or captured.",
    "The general would have hundreds of villagers killed if they resisted.",
    "Were there really 70 dead in Bamako?",
    "They fired all but 7 of the rockets.",
    "He took a plane to Geneva.",
    "The plane carried 12 passengers.",
    "Nearly 5 in 10 children are out of school.",
    "The government denied that 40 soldiers had been killed.",
    "If the dam fails, 80 villages could be flooded.",
    "The 15-member Security Council met.",
    "One of the sons was jailed.",
    "The camp lies 7 km from the border.",
    "The village lies 40 miles west of Kharkiv.",
    # some of those whom another number tells, and one number for two states
    "Only two men on a list of suspects were killed in the raids.",
    "Just three of the prisoners from the camp were released.",
    "Some 17 journalists are missing or in detention in Khartoum.",
    "More than 200 soldiers were killed, wounded or captured in Pokrovsk.",
    "Twelve people are dead or missing in Goma.",
    # who is named or speaks is no toll; nor is one who lost something
    "Salim Musa, a fighter wounded in the battle for Omdurman, said the lines had held.",
    "It was revenge, said Ibrahim Ali, a farmer who was injured in the shelling.",
    "A teacher who was wounded in the raid told reporters he could not return to Taiz.",
    "A Thai soldier lost his leg to a mine.",
    "People in Tigray live in fear, and some 350,000 people live in poverty.",
    # a flight is no strike
    "The alliance has flown 1,103 sorties over Yemen since March.",
    "More than 800 people managed to get out of Mariupol on the latest aid ship.",
]


def shown(finding: FigureFinding) -> str:
    amount = finding.amount.value
    number = f"{amount.low:g}-{amount.high:g}" if amount.value is None else f"{amount.value:.10g}"
    return f"{finding.measure.value} {number}"


def said(finding: FigureFinding) -> list[tuple[str, Said[Any]]]:
    values = [(field, getattr(finding, field)) for field in finding.__struct_fields__]
    return [(field, value) for field, value in values if isinstance(value, Said)]


@pytest.mark.parametrize(
    "sentence, expected", [*KILLED_AND_WOUNDED, *HELD_AND_FREED, *DISPLACED_AND_NEEDY, *FORCES_AND_THINGS]
)
def test_reads_figures(read_as_far_as: Reader, sentence: str, expected: str) -> None:
    _, found = read_as_far_as(sentence, "figures")
    assert ", ".join(shown(mention.finding) for mention in found.figures) == expected


@pytest.mark.parametrize("sentence", NOT_FIGURES)
def test_leaves_other_numbers_alone(read_as_far_as: Reader, sentence: str) -> None:
    _, found = read_as_far_as(sentence, "figures")
    assert [shown(mention.finding) for mention in found.figures] == []


FIELDS = [
    ("Over two million people are displaced, one million of these since 2017.", 0, "period", None),
    ("At least 12 people, including three children, were killed.", 1, "of", "children"),
    ("At least 12 people, including three children, were killed.", 1, "part_of", "At least 12 people"),
    ("At least 12 people, including three children, were killed.", 1, "of_group", "children"),
    ("Shelling killed eight Turkish soldiers.", 0, "of", "Turkish soldiers"),
    ("Shelling killed eight Turkish soldiers.", 0, "of_status", "combatant"),
    ("The blast killed 14 worshippers.", 0, "of_status", "civilian"),
    ("Two journalists were killed.", 0, "of_group", "journalists"),
    ("Kyiv received 31 tanks.", 0, "did", "delivered"),
    ("Russia fired 40 missiles.", 0, "did", "launched"),
    ("Gunners shot down two drones.", 0, "did", "destroyed"),
    ("The army seized five vehicles.", 0, "did", "captured"),
    ("Troops destroyed 12 tanks.", 0, "did", "destroyed"),
    ("Air defences intercepted 12 rockets.", 0, "did", "intercepted"),
    ("Up to 12,000 families returned to their villages.", 0, "unit", "households"),
    ("Troops destroyed 12 tanks.", 0, "unit", "items"),
    ("A bomb killed four people.", 0, "unit", "persons"),
    ("The death toll rose to 45.", 0, "count", "running total"),
    ("A bomb killed four people.", 0, "count", "incident"),
    ("A further 200 people were wounded.", 0, "count", "new in period"),
    ("So far 90 people have been killed.", 0, "count", "running total"),
    ("Lebanon hosts 1.5 million refugees.", 0, "count", "level on a day"),
    ("Twelve people are feared dead.", 0, "standing", "feared"),
    ("The UN has verified that 17 soldiers were killed.", 0, "standing", "verified"),
    ("The ministry estimates that 3,000 fighters were killed.", 0, "standing", "estimated"),
    ("France plans to send 2,000 troops.", 0, "standing", "planned"),
    ("Spain will deploy 600 troops.", 0, "standing", "planned"),
    ("Six people were wounded.", 0, "standing", "reported"),
    ("More than 1,000 people died in Mariupol, according to a U.N. estimate.", 0, "standing", "estimated"),
    ("The toll is unknown, but likely to exceed 1,000, officials said.", 0, "standing", "estimated"),
    ("The toll is expected to reach 300, officials said.", 0, "standing", "projected"),
    ("The toll is likely to be over 2,000, Amnesty said.", 0, "standing", "estimated"),
    ("The toll may exceed 2,000, Amnesty said.", 0, "standing", "estimated"),
    ("The death toll probably exceeds 600, doctors said.", 0, "standing", "presumed"),
    ("The toll is feared to exceed 200, rescuers said.", 0, "standing", "feared"),
    ("On paper, the army has 300 tanks.", 0, "standing", "presumed"),
    ("At least 40 people were killed and 90 wounded in an explosion in Yemen on Monday.", 0, "count", "incident"),
    ("Forty people were killed in Ukraine on Monday when a missile hit a market.", 0, "count", "incident"),
    ("The coalition carried out 178 air strikes in the past 24 hours.", 0, "count", "new in period"),
    ("The toll in Misrata rose to 95 in the last seven days.", 0, "count", "running total"),
    ("Another 5,000 are displaced in Beni.", 0, "count", None),
    ("Three weeks ago gunmen killed 20 students in Cauca.", 0, "count", "incident"),
    ("On Wednesday another fighter was killed in Gao.", 0, "count", "incident"),
    ("Twelve rebels were killed from 16 to 18 July.", 0, "count", "new in period"),
    ("Some 55 wounded were treated in Goma hospital this week.", 0, "count", None),
    ("Two dead and 22 wounded had arrived at a hospital in Sumy.", 1, "count", None),
    ("Thousands of people are fleeing across the borders.", 0, "measure", "refugees"),
    ("A freelance journalist was killed this week in Iraq.", 0, "count", "incident"),
    ("A journalist was killed across the border on Tuesday in Mali.", 0, "count", "incident"),
    ("The rebels pushed 200 kilometres toward Tripoli in late March.", 0, "count", None),
    ("Relatives asked about the fate of a photographer now believed to be dead.", 0, "standing", "presumed"),
    ("Some 20,000 people have taken refuge in Chad.", 0, "measure", "refugees"),
    ("About 20,000 people have taken refuge in a church in Bangui.", 0, "measure", "displaced"),
    ("Thousands of families are living in makeshift shelters in Darfur.", 0, "measure", "displaced"),
    ("Thousands of families are living in makeshift shelters in Darfur.", 0, "unit", "households"),
    ("They had set up posts and monitors counted 40 tanks that had been destroyed.", 0, "did", "destroyed"),
    ("The strike has likely killed 12 people, the ministry said.", 0, "standing", "presumed"),
    ("The council condemned the deaths of hundreds of civilians in Myanmar.", 0, "count", None),
    ("More than 300 people were killed in the country.", 0, "count", None),
    ("Five journalists were killed in the conflict.", 0, "count", None),
    # in many places, or over a day and a country, it is no one incident
    ("Dozens of people were reported killed in Sudan overnight.", 0, "count", "new in period"),
    ("Scores of protesters were killed across Myanmar on Saturday.", 0, "count", "new in period"),
    ("At least 40 people were killed in several towns of Darfur on Friday.", 0, "count", "new in period"),
    ("Protesters held Homs after clashes in which dozens of civilians were killed.", 0, "count", None),
    ("The minister made an offer after days of violence in which six people died.", 0, "count", None),
    ("Thirteen drivers were killed in Kano in a rash of violence.", 0, "count", None),
    ("The bodies of 50 people were brought to a hospital in Homs on Sunday.", 0, "count", "new in period"),
    ("The governor said 33 people have been killed in Taiz since the unrest began.", 0, "count", "running total"),
    (
        "Ships no longer sail between two towns after shells hit Odesa on Monday, killing five people.",
        0,
        "count",
        "incident",
    ),
    ("Soldiers killed 12 protesters in Mandalay on Saturday.", 0, "count", "incident"),
    ("A bomb killed 12 people in Mali on Saturday.", 0, "count", "incident"),
    ("Some 4,000 people fled to Chad on Tuesday.", 0, "count", "new in period"),
    ("Some 40,000 people have fled to Chad.", 0, "count", "running total"),
    ("The rebels lost three aircraft.", 0, "did", None),
    ("Syria has 144 towed and 72 self-propelled missiles.", 0, "of", "towed missiles"),
    ("The council expressed regret at the deaths of hundreds of civilians.", 0, "count", None),
    # a day's toll of a town where no attack is named
    ("At least 36 people were killed on Sunday in El Fasher, a doctor said.", 0, "count", "new in period"),
    ("Twenty people were killed and 90 hurt Friday in the northern city of Cali.", 0, "count", "new in period"),
    ("Nineteen people died in Gaza City on Monday.", 0, "count", "new in period"),
    ("Fourteen people were killed in Bakhmut over the past day.", 0, "count", "new in period"),
    ("Two soldiers were killed on Thursday in Cauca.", 0, "count", None),
    ("Fifteen people were killed in a raid near Mopti on Monday.", 0, "count", "incident"),
    ("Fifteen people were killed in Mandalay on Monday as soldiers opened fire.", 0, "count", "incident"),
    ("Gunmen killed 12 people in Goma on Friday.", 0, "count", "incident"),
    ("Troops have been shelling Taiz, resulting in the deaths of 27 people.", 0, "count", None),
    ("The army destroyed 12 houses in Agdam this week.", 0, "count", "new in period"),
    # those who are missing or held
    ("As of Monday, 300 people were missing in Mariupol.", 0, "count", "level on a day"),
    ("About 3,000 people remain in detention in Mandalay.", 0, "count", "level on a day"),
    ("Today there are 400 people missing in Derna.", 0, "count", "level on a day"),
    ("Some 40 people went missing in Derna on Monday.", 0, "count", None),
    # out of whom it befell some
    ("Twelve of the 16 reporters killed this year died in combat.", -1, "measure", "killed"),
    # a total of one attack is that attack's; those worst hurt are some of the wounded
    ("The bodies were among a total of seven people killed in the strike.", 0, "count", "incident"),
    ("The explosion injured 14 people in Quetta, three seriously.", 1, "part_of", "14 people"),
    ("Of the 120 wounded, 15 were seriously wounded, the hospital in Bukavu said.", 1, "part_of", "120"),
    ("A drone wounded a schoolgirl in Kherson.", 0, "of_group", "children"),
    # forces of a mission to come; what somebody only thinks
    ("The mission, featuring 1,000 troops, would protect convoys, the council said.", 0, "standing", "planned"),
    ("The union is ready to deploy 1,500 troops, a spokesman said.", 0, "standing", "planned"),
    ("The force, which has 12,000 troops, would be withdrawn, the minister said.", 0, "standing", "reported"),
    (
        '"I think it is clear there are at least 4,000 loyal troops," an analyst said.',
        0,
        "standing",
        "estimated",
    ),
    ("The army said 1,500 families were to be evacuated from Sweida.", 0, "standing", "planned"),
    ("More than 60 soldiers have been killed and 30 injured in Kayah, a rebel group said.", 1, "count", None),
    ("The army hit three camps in Borno in strikes that killed a total of 24 fighters.", 0, "count", None),
    ("Officials sent buses to evacuate 1,500 people from Sweida, the ministry said.", 0, "standing", "planned"),
    ("The agency is planning for 100,000 new refugees to arrive, the UN said.", 0, "standing", "planned"),
    ("Three policemen, one soldier and two civilians were kidnapped.", 1, "part_of", None),
    ("Seven people, two civilians and five soldiers, were killed.", 1, "part_of", "Seven people"),
    ("Some 110,000 people are estimated to have crossed into Chad.", 0, "standing", "estimated"),
    (
        "The drought is expected to leave 1.9 million people severely food insecure, the UN said.",
        0,
        "standing",
        "projected",
    ),
    ("Relatives told of three men now believed to be dead in Goma.", 0, "standing", "presumed"),
]


@pytest.mark.parametrize("sentence, which, field, expected", FIELDS)
def test_reads_what_a_figure_holds_for(
    read_as_far_as: Reader, sentence: str, which: int, field: str, expected: str
) -> None:
    _, found = read_as_far_as(sentence, "figures")
    value = getattr(found.figures.all[which].finding, field)
    assert (value.value if isinstance(value, Said) else value) == expected


PLACED = [
    ("Shelling in Kharkiv killed four people.", "Kharkiv"),
    ("Four people were killed in Kharkiv, the mayor of Kyiv said.", "Kharkiv"),
    ("An offensive in Darfur that killed 40 people was condemned in Geneva.", "Darfur"),
    ("In Aleppo, rebels killed six soldiers.", "Aleppo"),
    ("Fighting raged in Taiz. Eight people died.", "Taiz"),
    ("The raids in Darfur have caused thousands of families to leave their homes.", "Darfur"),
    ("The unrest has left at least 233 people dead in Libya.", "Libya"),
    # of a list of places none is the figure's, also where one is not known
    ("Fighters killed five civilians in the towns of Goma and Awlijahan.", None),
    ("The attack killed 12 people in Taiz and Ibb on Monday.", None),
    ("The army killed 12 people in the Kutum and Tawila villages.", None),
    ("A ship docked in Sfax with 71 wounded from Misrata.", None),
    ("This year, with war in the Middle East, 16 journalists were killed worldwide.", None),
    ("Clashes broke out in the capital Tripoli and the rest of a nation which is home to six million people.", None),
    ("Poland hosts 1.5 million refugees.", "Poland"),
    ("Chad, home to 400,000 refugees, closed its border.", "Chad"),
    ("Syria's civil war has killed more than 400,000 people.", "Syria"),
    ("Fighting raged in Taiz. The death toll in the country has risen to 150,000.", None),
    ("Fighting raged in Taiz and Aden. Eight people died.", None),
    ("Fighting raged in Taiz. Eight people died in Ghoufrabad.", None),
    ("Eight people died.", None),
    # what tells where another place lies is not where it happened
    ("The city, which is two hours east of Damascus, was shelled. Eight people were killed.", None),
    ("The port, located 30 km south of Sumy, was hit by missiles. Two people died.", None),
    ("Shelling by forces positioned outside Taiz killed 11 civilians.", None),
    ("Ghoufrabad, 60 km north of Taiz, was the site of an attack last month in which a soldier was killed.", None),
    ("Twelve people were killed in an attack on a camp in Gao's restive north.", "Gao (city)"),
    # a distance is from somewhere
    ("Rebels are now 30 km from Goma.", "Goma"),
    ("Armenian forces advanced 3 km into Nagorno-Karabakh.", "Nagorno-Karabakh"),
    ("Shells hit the town of Taiz. Rebels are 20 km outside the city.", "Taiz"),
    # where refugees are is where they came to
    ("Some 40,000 people have fled to Chad.", "Chad"),
    ("More than two million people have fled Ukraine.", None),
    ("Nearly 750,000 people have fled the country, the envoy for Sudan said.", None),
    ("The sons live in Atlanta. An activist disappeared two years ago.", None),
    # another country that the report speaks of in passing
    ("Shells hit Kharkiv and Kyiv in Ukraine. In Yemen, a party met. Six people died in the protests.", "Yemen"),
    ("Fighting raged in Sudan, in Khartoum. Talks were held in Jeddah. At least 20 people died on Monday.", None),
]


@pytest.mark.parametrize("text, expected", PLACED)
def test_places_a_figure(read_as_far_as: Reader, text: str, expected: str | None) -> None:
    _, found = read_as_far_as(text, "figures")
    (mention,) = found.figures
    assert (mention.finding.place.value.name if mention.finding.place else None) == expected


DATED = [
    ("Shelling on Monday killed four people.", None, "Monday", "incident"),
    ("Fighting has displaced 200,000 people since January.", None, "since January", "running total"),
    ("In the past two weeks 13 soldiers were killed.", None, "the past two weeks", "new in period"),
    ("The war has killed 35,000 people since it began in 2009.", None, "since 2009", "running total"),
    ("Kenya sent 20 tanks on Thursday.", "Thursday", None, None),
    ("Four people were killed.", None, None, "incident"),
]


@pytest.mark.parametrize("text, as_of, period, count", DATED)
def test_dates_a_figure(
    read_as_far_as: Reader, text: str, as_of: str | None, period: str | None, count: str | None
) -> None:
    report, found = read_as_far_as(text, "figures")
    (mention,) = found.figures

    def words(date: Said[Any] | None) -> str | None:
        return " ".join(span.of(report.text) for span in date.words) if date else None

    assert (words(mention.finding.as_of), words(mention.finding.period)) == (as_of, period)
    assert mention.finding.count == count


OWN = ("measure", "amount", "of", "did", "of_status", "of_group", "part_of")
ALL = [sentence for sentence, _ in [*KILLED_AND_WOUNDED, *HELD_AND_FREED, *DISPLACED_AND_NEEDY, *FORCES_AND_THINGS]]


@pytest.mark.parametrize("sentence", ALL)
def test_every_value_follows_from_its_words_and_a_changed_one_does_not(read_as_far_as: Reader, sentence: str) -> None:
    report, found = read_as_far_as(sentence, "figures")
    assert found.figures.all
    for observation in figures.observations(report, found.figures.all):
        assert observation.evidence[0].holds(observation.trigger)
        assert isinstance(observation.finding, FigureFinding)
        for field, value in said(observation.finding):
            if field not in OWN:
                continue
            words = [span.of(report.text) for span in value.words]
            assert holds(figures.RULES, value.rule, value.value, words), (field, value, words)
            wrong = value.value + "x" if isinstance(value.value, str) else type(value.value)(value=7_777)
            assert not holds(figures.RULES, value.rule, wrong, words)
            assert not holds(figures.RULES, value.rule, value.value, ["9,999 otherwise"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*" ".join(ALL).split(), *"-,.(%"]), max_size=30))
def test_jumbled_sentences_read_without_fault(read_as_far_as: Reader, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words), "figures")
    for observation in figures.observations(report, found.figures.all):
        assert observation.trigger.of(report.text).strip()


def test_a_long_sentence_is_cited_around_its_number(read_as_far_as: Reader) -> None:
    clause = "the river road was shelled and the bridge was closed and "
    report, found = read_as_far_as(
        f"Witnesses said {clause * 12}a bomb killed four people and {clause * 12}that was all.", "figures"
    )
    (observation,) = figures.observations(report, found.figures.all)
    assert "killed four people" in observation.evidence[0].of(report.text)
    assert observation.evidence[0].end - observation.evidence[0].start <= keeping.LONGEST_EVIDENCE
