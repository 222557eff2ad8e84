"""Who speaks where no name stands at the verb: offices, bodies no list holds, nouns that point back, torn phrases."""

from collections.abc import Callable

import pytest

from onrecord.reading.actors import reader as actors
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import reader as statements

RULES = {**actors.RULES, **statements.RULES}
ReadAsFarAs = Callable[[str, str], tuple[Report, Found]]

TOLD = [
    # whose man somebody is stands behind his noun, and is not the speaker
    (
        "An adviser to Tuareg leader Omar Hassan described the raid as unfortunate.",
        [("adviser to Tuareg leader Omar Hassan (unnamed)", "the raid as unfortunate")],
    ),
    (
        "A spokesman for the Karen National Union said the town had fallen.",
        [("spokesman for the Karen National Union (unnamed)", "the town had fallen")],
    ),
    (
        "A Western diplomat in Bamako said that the talks had failed.",
        [("Western diplomat in Bamako (unnamed)", "the talks had failed")],
    ),
    # an army that has spoken is "the army", not that of the country the report is about
    (
        "The Israeli military said it hit a depot in Lebanon.\n\n“The threat to us was removed,” the military said.\n\n"
        "Lebanon's health ministry said two men died in Lebanon's south, near Tyre and Sidon.",
        [
            ("Israel Defense Forces", "it hit a depot in Lebanon"),
            ("Israel Defense Forces", "The threat to us was removed"),
            ("Lebanese Health Ministry", "two men died in Lebanon's south, near Tyre and Sidon"),
        ],
    ),
    # a dateline says nothing, nor does what is spoken of behind a participle
    (
        "Addis Ababa: A Tigrayan spokesman, Ali Hassan, said on Sunday that the town had fallen.",
        [("Ali Hassan", "the town had fallen")],
    ),
    (
        "Petro urged Washington either to expel the men or hand them over to police, calling the group a threat.",
        [
            ("Gustavo Petro", "Washington either to expel the men or hand them over to police"),
            ("Gustavo Petro", "the group a threat"),
        ],
    ),
    # to threaten troops is to say nothing
    ("The rebels had threatened the Congolese forces for a week.", []),
    # whom somebody speaks for is told in full
    (
        "A spokesman for the Yemeni coast guard said two sailors had drowned.",
        [("spokesman for the Yemeni coast guard (unnamed)", "two sailors had drowned")],
    ),
    # one body by two names that lie in one another, and one that is no person
    (
        "The US State Department said that talks with Iran would go on.",
        [("US Department of State", "talks with Iran would go on")],
    ),
    (
        "South Korea's Joint Chiefs of Staff said the missile flew 500 kilometres.",
        [("South Korean Joint Chiefs of Staff", "the missile flew 500 kilometres")],
    ),
    ("The Joint Chiefs of Staff said the missile flew 500 kilometres.", []),
    # a name that no list holds, behind the body that its bearer leads
    (
        "The director of Médecins du Monde, Yoann Bertin, voiced alarm over the bombing.",
        [("Yoann Bertin", "alarm over the bombing")],
    ),
    (
        "The leader of the opposition party, New Patriotic Front, said the vote was stolen.",
        [("leader of the opposition party", "the vote was stolen")],
    ),
    # bodies that are no state's
    (
        "Kyrgyzstan's border service said that Tajik troops had opened fire.",
        [("Kyrgyzstan's border service", "Tajik troops had opened fire")],
    ),
    ("The shipping company said its tanker was hit near Aden.", [("shipping company", "its tanker was hit near Aden")]),
    # one word that is asked for or feared is enough
    ("The foreign ministry in Addis Ababa urged restraint.", [("foreign ministry in Addis Ababa", "restraint")]),
    ("Fishermen in Mocha reported hearing gunfire.", [("Fishermen in Mocha", "hearing gunfire")]),
    ("The Colombian army admitted its role in the killings.", [("Colombian Armed Forces", "its role in the killings")]),
    ("The hospital in Goma admitted the wounded.", []),
    # an office before a body's name is that of its holder, who is named in the report
    (
        "The UN secretary general said he deeply regrets the raid.\n\nGuterres told reporters that talks would go on.",
        [("Antonio Guterres", "he deeply regrets the raid"), ("Antonio Guterres", "talks would go on")],
    ),
    (
        "The army spokesman, Ali Hassan, denied any raid.\n\nThe UN spokesman said he was worried about it.",
        [("Ali Hassan", "any raid"), ("UN spokesman", "he was worried about it")],
    ),
    (
        "The governor of the Sahel Region, Colonel Ali Hassan, said that the town was calm.",
        [("Ali Hassan", "the town was calm")],
    ),
    (
        "The governor of Kharkiv, Ukraine, said that the town was calm.",
        [("governor of Kharkiv", "the town was calm")],
    ),
    # of two who hold such an office, the one who has just spoken
    (
        "Ghanaian president John Mahama met President Macron of France. Mahama himself said the talks went well. "
        "The president maintains that peace is near.",
        [("John Mahama", "the talks went well"), ("John Mahama", "peace is near")],
    ),
    # an office that is written as a title, and media and documents of nobody named
    (
        "The Foreign Secretary said the embassy in Goma was closed.",
        [("Foreign Secretary", "the embassy in Goma was closed")],
    ),
    (
        "The African Union Commission chairperson urged both sides to stop fighting.",
        [("African Union Commission chairperson", "both sides to stop fighting")],
    ),
    ("The national ombudsman said that 32,000 people had fled.", [("national ombudsman", "32,000 people had fled")]),
    ("State television reported that the governor was killed.", [("State television", "the governor was killed")]),
    ("A statement from the presidency said the talks had failed.", [("presidency", "the talks had failed")]),
    (
        "An article in the state newspaper said the dead in Loikaw were rebels.",
        [("state newspaper", "the dead in Loikaw were rebels")],
    ),
    # a group alone in the report
    (
        "The Arakan Army took Ann.\n\nThe ethnic army said that it held the town.",
        [("Arakan Army", "it held the town")],
    ),
    (
        "M23 fighters entered Bukavu.\n\nThe rebel force denied looting the market.",
        [("M23", "looting the market")],
    ),
    (
        "RSF fighters seized the town.\n\nThe paramilitary group said that it would accept a truce.",
        [("Rapid Support Forces", "it would accept a truce")],
    ),
    (
        "ELN and FARC fighters clashed in Cauca.\n\nThe guerrilla group said that it would fight on.",
        [("guerrilla group", "it would fight on")],
    ),
    (
        "Hezbollah lost a commander.\n\nThe army claimed the raid.\n\n“They bombed us for three days,” the group said.",
        [("Hezbollah", "They bombed us for three days")],
    ),
    ("The JNIM group said that it struck a base.", [("Jama'at Nusrat al-Islam wal-Muslimin", "it struck a base")]),
    (
        "The Qaeda-linked Al-Shabaab extremist movement said that it was at war.",
        [("Al-Shabaab", "it was at war")],
    ),
    (
        "Zabihullah Mujahid, the Taliban spokesperson, said that six died.\n\n"
        "The Taliban spokesperson refuted claims of a raid.",
        [("Zabihullah Mujahid", "six died"), ("Zabihullah Mujahid", "claims of a raid")],
    ),
    # several who speak together
    (
        "Norway, Britain and France called for a truce in Sudan in a joint statement.",
        [("Norway; United Kingdom; France", "a truce in Sudan")],
    ),
    (
        "The foreign ministers of Egypt, Jordan and Iraq said that they rejected the plan.",
        [("foreign ministers of Egypt, Jordan and Iraq", "they rejected the plan")],
    ),
    (
        "Officials from Egypt, Jordan and Iraq said that the talks went on.",
        [("officials from Egypt, Jordan and Iraq (unnamed)", "the talks went on")],
    ),
    (
        "A spokesman for Hamas, Abu Obaida, said that the raid had failed.",
        [("Abu Obaida", "the raid had failed")],
    ),
    # a rank goes back to who bears it
    (
        "Army spokesman Brigadier General Nabil Abdallah said the base was retaken.\n\n"
        "The general added that mines were being cleared.",
        [("Nabil Abdallah", "the base was retaken"), ("Nabil Abdallah", "mines were being cleared")],
    ),
    # colleagues speak for their body
    (
        "Our OCHA colleagues tell us that a further 13,000 people have been displaced in Iraq.",
        [
            (
                "United Nations Office for the Coordination of Humanitarian Affairs",
                "a further 13,000 people have been displaced in Iraq",
            )
        ],
    ),
    (
        "The peacekeeping mission in Mali, MINUSMA, said that the situation in Gao remains tense.",
        [("MINUSMA", "the situation in Gao remains tense")],
    ),
    # "he" is nobody's where a body has spoken last, nor is what somebody denies that another said
    (
        "“Right now it is critical,” said army commander General Luis Cardozo.\n\nThe toll rose to 60, the Ombudsman’s "
        "Office announced on Saturday. The dead were farmers, he added.",
        [("Luis Cardozo", "Right now it is critical"), ("Ombudsman’s Office", "The toll rose to 60")],
    ),
    (
        "Osama Hamdan refuted reports suggesting that Sinwar had described the deaths of civilians as necessary.",
        [("Osama Hamdan", "reports suggesting that Sinwar had described the deaths of civilians as necessary")],
    ),
    # ministries of those who are no country
    (
        "The Georgian Defence Ministry said shells hit the town.\n\n"
        "The Abkhaz Ministry of Defence said the claim was false.",
        [("Georgian Defence Ministry", "shells hit the town"), ("Abkhaz Defence Ministry", "the claim was false")],
    ),
    (
        "The Moldovan Interior Ministry said shots were fired.\n\n"
        "The Ministry of Interior of Transnistria said that nobody had fired.",
        [
            ("Moldovan Interior Ministry", "shots were fired"),
            ("Transnistria Interior Ministry", "nobody had fired"),
        ],
    ),
    (
        "The Georgian Defence Ministry said shells hit the town. The Foreign Ministry said the claim was false.",
        [("Georgian Defence Ministry", "shells hit the town")],
    ),
    # bodies by their own names
    (
        "The Nyala Resistance Committees said a drone killed at least eight people.",
        [("Nyala Resistance Committees", "a drone killed at least eight people")],
    ),
    (
        "The 6th Infantry Division of the Malian army said that its units had ambushed a convoy.",
        [("6th Infantry Division", "its units had ambushed a convoy")],
    ),
    # names that no list holds, alone
    ("“The crew are safe,” UKMTO, which tracks ships, said.", [("UKMTO", "The crew are safe")]),
    (
        "The United Kingdom Maritime Trade Operations (UKMTO), a branch of the navy, said that a blast was heard.",
        [("United Kingdom Maritime Trade Operations", "a blast was heard")],
    ),
    ("Local news portal Actualité said bombs fell on Sake.", [("Actualité", "bombs fell on Sake")]),
    ("Radio Pakistan reported that the camp had been destroyed.", [("Radio Pakistan", "the camp had been destroyed")]),
    ("The KTLA announced it had seized control of Kawkareik.", [("KTLA", "it had seized control of Kawkareik")]),
    ("Warlordov said the bridge had fallen.", []),
    (
        "The Armed Conflict Location & Event Data Project said violence rose in Mali.",
        [("Armed Conflict Location & Event Data Project", "violence rose in Mali")],
    ),
    ("The envoy for Asian Affairs Sun Guoxiang asked the rebels to stop fighting.", []),
    # the source stands behind the quotation, whatever the parse makes of it
    (
        '"Raids on civilian areas continue, as a drone today struck a crowd of civilians in Bara, leaving eight people '
        'dead and several others injured," the Coordination of Neighbourhood Committees in Omdurman said in a note.',
        [
            (
                "Coordination of Neighbourhood Committees",
                "Raids on civilian areas continue, as a drone today struck a crowd of civilians in Bara, leaving eight "
                "people dead and several others injured",
            )
        ],
    ),
    # who he is does not speak beside him, nor does a short form, nor the day
    (
        "Aster Bekele, spokesman for the Oromo Liberation Front (OLF), said on Twitter that the raid killed 56.",
        [("Aster Bekele", "the raid killed 56")],
    ),
    (
        "The military of Democratic Republic of Congo [DRC] has accused Rwanda of planning to attack Bukavu.",
        [("Armed Forces of the Democratic Republic of the Congo", "Rwanda of planning to attack Bukavu")],
    ),
    (
        "Early Monday, M23 rebels, who are allegedly backed by Kigali, claimed they took over Goma while Kinshasa had "
        "claimed the presence of foreign forces in the city.",
        [
            (
                "M23",
                "they took over Goma while Kinshasa had claimed the presence of foreign forces in the city",
            )
        ],
    ),
    # several who speak
    (
        "A jet bombed a village on Tuesday, an official from the Karen National Union, or KNU, and residents told "
        "Reuters.",
        [("official from the Karen National Union (unnamed); residents", "A jet bombed a village on Tuesday")],
    ),
    # the same words are the source of what is added
    (
        "The Malian army said in a statement that the camp was safe. The raid “was repelled,” the statement said, "
        "adding “units of the guard have been sent to back up the camp.”",
        [
            ("Malian Armed Forces", "the camp was safe"),
            ("Malian Armed Forces", "The raid “was repelled"),
            ("Malian Armed Forces", "units of the guard have been sent to back up the camp"),
        ],
    ),
    # a quotation alone in its paragraph goes on with what one person said last, not with what several said, nor with
    # somebody who has done something since
    (
        "The governor, Ali Bongo, said the city was calm.\n\n“Our forces are in control of every district.”",
        [("Ali Bongo", "the city was calm"), ("Ali Bongo", "Our forces are in control of every district")],
    ),
    (
        "Residents said the city was calm.\n\n“They are in control of every district now.”",
        [("residents", "the city was calm")],
    ),
    (
        "The governor, Ali Bongo, said the city was calm. He left for Paris on Monday.\n\n“Our forces are in control.”",
        [("Ali Bongo", "the city was calm")],
    ),
    (
        "The army had taken the town, according to General Ali Bongo.\n\n“Our forces are in control of each street.”",
        [("Ali Bongo", "The army had taken the town")],
    ),
    # a thing calls on nobody; what is denied behind a saying is no part of it
    (
        "Ihor Terekhov said the strike was ‘an act of terror’ and called on allies to send air defences.",
        [("Ihor Terekhov", "the strike was ‘an act of terror’"), ("Ihor Terekhov", "allies to send air defences")],
    ),
    (
        "The M23 said in a statement that it had captured Bunagana, a claim denied by the army.",
        [("M23", "it had captured Bunagana"), ("army", "a claim")],
    ),
    (
        "Residents accused militias allied to the government of looting homes in Taiz.",
        [("residents", "militias allied to the government of looting homes in Taiz")],
    ),
    # a body is spoken of by a word of its name, where one alone is so named
    (
        "The 22nd Division of the Sudanese army said a convoy was hit.\n\n“Many were killed in it,” the division said.",
        [("22nd Division", "a convoy was hit"), ("22nd Division", "Many were killed in it")],
    ),
    (
        "The United States Central Command hit two sites in Yemen.\n\nThe command announced the downing of a drone.",
        [("US Central Command", "the downing of a drone")],
    ),
    (
        "The 4th Brigade and the 7th Brigade fled.\n\nThe brigade said it had lost ten men.",
        [("brigade", "it had lost ten men")],
    ),
    # names behind an office
    (
        "According to the Chief of Staff of the army, General Erick Rodriguez, 19,800 people were displaced.",
        [("Chief of Staff of the army", "19,800 people were displaced")],
    ),
    (
        "A military jet bombed late Wednesday the general hospital of Taung Gyi, aid workers said.",
        [("aid workers", "A military jet bombed late Wednesday the general hospital of Taung Gyi")],
    ),
    (
        "According to a report that a government agency released late Saturday, 60 people were killed.",
        [("government agency", "60 people were killed")],
    ),
    (
        "The army took back Ndele on Sunday, hours after it had been seized by the rebels of the Movement, army "
        "spokesman Ali Osman told the Associated Press.",
        [
            (
                "Ali Osman",
                "The army took back Ndele on Sunday, hours after it had been seized by the rebels of the Movement",
            )
        ],
    ),
    ("Popular war-tracking blog DeepState said that Russia had advanced.", [("DeepState", "Russia had advanced")]),
    (
        "The U.S.-based think tank, the Institute for the Study of War (ISW), which maps the front, said that Russian "
        "troops had advanced.",
        [("Institute for the Study of War", "Russian troops had advanced")],
    ),
    (
        "The Arakan Army reported that heavy fighting continued in Pauktaw, and accused the military of using shields.",
        [
            ("Arakan Army", "heavy fighting continued in Pauktaw"),
            ("Arakan Army", "the military of using shields"),
        ],
    ),
    (
        "The toll stood at 54, according to a list compiled by the local protection office.",
        [("local protection office", "The toll stood at 54")],
    ),
    ("The ELN asked the government for a truce.", [("National Liberation Army", "the government for a truce")]),
    (
        "The Coordination of Resistance Committees in Bara, a volunteer group, confirmed the RSF attack. The group"
        " asked residents to leave.",
        [
            ("Coordination of Resistance Committees", "the RSF attack"),
            ("Coordination of Resistance Committees", "residents to leave"),
        ],
    ),
    # some of several, and those who hand nothing on
    (
        "In a strike on Monday, 17 people lost their lives, said one of the aid workers, citing witness accounts.",
        [("one of the aid workers", "In a strike on Monday, 17 people lost their lives")],
    ),
    ("“Abuse! This is abuse!” cried out one Haitian man.", [("Haitian man (unnamed)", "Abuse! This is abuse!")]),
    (
        "'The government of Chad has caved in to the orders,' the general expressed in a statement posted on X.",
        [("general", "The government of Chad has caved in to the orders")],
    ),
    (
        "“The militia launched drones,” the command of the 6th Infantry Division of the Sudanese Armed Forces (SAF) "
        "said.",
        [("command of the 6th Infantry Division", "The militia launched drones")],
    ),
    # what is added behind a clause that is told is said by the same
    (
        "The Kenyan government said it would hold talks with Rwanda, saying it controls the rebels.",
        [("Kenyan government", "it would hold talks with Rwanda"), ("Kenyan government", "it controls the rebels")],
    ),
    # the country at the head of the sentence is that of the ministry
    ("In Russia, the defence ministry said 91 drones fell.", [("Russian Defence Ministry", "91 drones fell")]),
    (
        "Al-Shabaab claimed responsibility for the attack in a statement carried by a news agency.",
        [("Al-Shabaab", "responsibility for the attack")],
    ),
    # a group is no other one where its name follows
    (
        "Wagner fled. The rebel group, the Permanent Strategic Framework for Peace (CSP-PSD), said it took trucks.",
        [("Permanent Strategic Framework", "it took trucks")],
    ),
    ("The Paris network Vamos por la Paz also said that shots were heard.", []),
    (
        "“They accused us of sheltering rebels,” said another resident, who is adamant the massacre was revenge.",
        [("resident (unnamed)", "They accused us of sheltering rebels")],
    ),
    (
        "Several people, met at the church in the square, were taken hostage by rebels, the local civil society said.",
        [("local civil society", "Several people, met at the church in the square, were taken hostage by rebels")],
    ),
    ("On Friday the Karenni Army said it took over the base.", [("Karenni Army", "it took over the base")]),
    ("The National Army said it took over the base.", []),
    (
        "The gangsters attacked Tuesday evening in the town of Petite-Anse in central Haiti, Mari Louis, a spokeswoman "
        "for a community association in the surrounding Artibonite region, told Reuters.",
        [("Mari Louis", "The gangsters attacked Tuesday evening in the town of Petite-Anse in central Haiti")],
    ),
    (
        "Two were killed in Tyre, according to Amnesty International, with a Lebanese medic saying they were nurses.",
        [
            ("Amnesty International", "Two were killed in Tyre"),
            ("Lebanese medic (unnamed)", "they were nurses"),
        ],
    ),
    # both of two
    (
        "Both the army and the RSF claimed control of the palace in Khartoum.",
        [("Rapid Support Forces; army", "control of the palace in Khartoum")],
    ),
    # the name stands behind the body for whom somebody speaks
    (
        "A spokesperson for the UN mission, Jean-Pierre Lacroix, expressed concern over the raids.",
        [("Jean-Pierre Lacroix", "concern over the raids")],
    ),
    ("A military statement said two drones were shot down.", [("military", "two drones were shot down")]),
    ("Local reports said that two drones were shot down.", []),
    (
        "A shell hit the market just after noon, a person close to the militia told Reuters.",
        [("person close to the militia", "A shell hit the market just after noon")],
    ),
    # "they" are not a body named before others whom the reading does not know
    (
        "The RSF shelled the mosque. The Neighbourhood Committees in Bara issued a statement on Facebook about it. "
        'They called it a "brutal attack".',
        [],
    ),
    # a name that the parse has joined to a list before it
    (
        "Gunmen have killed villagers, displaced people, and Christian worshipers, Human Rights Watch said today.",
        [("Human Rights Watch", "Gunmen have killed villagers, displaced people, and Christian worshipers")],
    ),
    # documents that are quoted
    (
        "“The force looks forward to starting talks on a truce,” the Taliban statement read.",
        [("Taliban", "The force looks forward to starting talks on a truce")],
    ),
    # a man is called by his father's name
    (
        "Foreign Minister Sheikh Abdullah bin Zayed Al Nahyan met envoys.\n\nBin Zayed said that the talks went well.",
        [("Abdullah bin Zayed Al Nahyan", "the talks went well")],
    ),
    (
        "The Saudi-led coalition spokesman Turki al-Maliki spoke.\n\nMaliki said that the drones were downed.",
        [("Turki al-Malki", "the drones were downed")],
    ),
]

NOBODY = [
    "The government has not denied or confirmed the drone attack on Mekelle.",
    "The army neither confirmed nor denied the raid on Goma.",
    "No warring party has claimed responsibility for the attack on Djibo.",
    "A medic, requesting anonymity because health workers have been shot, fled the town.",
    "Authorities disclosed nothing Friday, one day after the raid on Sumy occurred.",
    "Neither side has admitted that it shelled Sumy.",
    "He answered reports from a doctor who treated freed hostages, which indicated they had been beaten.",
    "Raids on people refusing to pay the tolls went on in Port-au-Prince.",
    "A shipping agency that issues warnings about raids has left Aden.",
    'Omar Hassan read "War and peace in our time" aloud.',
]


@pytest.mark.parametrize("text, expected", TOLD)
def test_who_is_told_of(read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str]]) -> None:
    _, found = read_as_far_as(text, "statements")
    told = [mention.finding for mention in found.statements]
    assert [
        ("; ".join(each.value.name for each in one.speaker), " | ".join(s.of(text) for s in one.says).rstrip(",”."))
        for one in told
    ] == expected
    for one in told:
        for speaker in one.speaker:
            assert holds(RULES, speaker.rule, speaker.value, [span.of(text) for span in speaker.words])


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_it(read_as_far_as: ReadAsFarAs, text: str) -> None:
    _, found = read_as_far_as(text, "statements")
    assert not found.statements


@pytest.mark.parametrize(
    "text, content",
    [
        (
            "Kharkiv mayor Ihor Terekhov spoke of “19 wounded”, adding that a baby was among them.",
            "a baby was among them",
        ),
        ("Zelensky called the raid “an unfortunate step,” suggesting it could harm talks.", "it could harm talks"),
        ("The Taliban claimed to have killed 58 troops in Kunar.", "to have killed 58 troops in Kunar"),
        (
            "Human Rights Watch has accused Burkina Faso's government of putting civilians at risk after at least 133 "
            "people were killed in an attack.",
            "Burkina Faso's government of putting civilians at risk",
        ),
        (
            "Kenyan police spokesman Ali Hassan said at the end of a two-day search that the gunmen detonated a bomb.",
            "the gunmen detonated a bomb",
        ),
        (
            "An air strike killed at least 43 people in the town on Tuesday, a medical official told Reuters.",
            "An air strike killed at least 43 people in the town on Tuesday",
        ),
        (
            "Later, the mayor denied the Rwandan reports on moving troops into Goma as fake news.",
            "the Rwandan reports on moving troops into Goma as fake news",
        ),
        ("Kyiv denounced what it called a massacre of prisoners.", "what it called a massacre of prisoners"),
        (
            "The UN condemned what it described as “horrific” crimes in Tigray, following reports of rapes.",
            "what it described as “horrific” crimes in Tigray",
        ),
        (
            "Burhan has confirmed the army’s withdrawal from the city after the paramilitary Rapid Support Forces "
            "(RSF) took control of it.",
            "the army’s withdrawal from the city",
        ),
    ],
)
def test_what_is_said_is_its_own(read_as_far_as: ReadAsFarAs, text: str, content: str) -> None:
    _, found = read_as_far_as(text, "statements")
    assert content in [span.of(text).rstrip(",") for one in found.statements for span in one.finding.says]


@pytest.mark.parametrize(
    "text, act",
    [
        ("The minister of defence, Omar Hassan, assured that the police have worked hard.", "assert"),
        ("President Omar Hassan assured that the troops would leave.", "promise"),
        ("Ombudsman Ana Ruiz said that the burial of the dead has not yet been possible.", "assert"),
        ("Minister Omar Hassan said that a new truce was not possible.", "reject"),
    ],
)
def test_what_was_is_neither_promised_nor_refused(read_as_far_as: ReadAsFarAs, text: str, act: str) -> None:
    _, found = read_as_far_as(text, "statements")
    assert [one.finding.act.value for one in found.statements] == [act]
