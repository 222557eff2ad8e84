"""What is threatened, demanded, pledged, planned and offered: by whom, at whom, on what condition, due when."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.dates import When
from onrecord.model.findings import CommitmentFinding
from onrecord.model.said import Said
from onrecord.reading.actors import reader as actors
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.dates import reader as dates
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import reader as statements
from onrecord.vocabulary.commitments import commitments as vocabulary

Read = Callable[[str, str], tuple[Report, Found]]
RULES = {**dates.RULES, **statements.RULES, **actors.RULES, **commitments.RULES}

# sentence; then for each commitment: type, by, what; at whom, condition, due (the words that tell it)
TOLD: list[tuple[str, list[tuple[str, ...]]]] = [
    (
        "The Tamil Tigers said they were willing to respect the truce, but also said they were ready to fight if the "
        "army attacked.",
        [
            ("offer", "Liberation Tigers of Tamil Eelam", "to respect the truce", "", "", ""),
            ("threat", "Liberation Tigers of Tamil Eelam", "to fight", "army", "if the army attacked", ""),
        ],
    ),
    # whom the verb of saying has beside it, and who is to bear it
    (
        "The Taliban vowed revenge for the Pakistani raid on Khost.",
        [("threat", "Taliban", "revenge for the Pakistani raid on Khost", "Pakistan", "", "")],
    ),
    (
        "The ELN said it was open to resuming talks with the Colombian government.",
        [
            (
                "offer",
                "National Liberation Army",
                "resuming talks with the Colombian government",
                "",
                "",
                "",
            )
        ],
    ),
    (
        "Islamabad gave Kabul until the end of March to close the camps.",
        [("ultimatum", "Pakistan", "to close the camps", "Afghanistan", "", "until the end of March")],
    ),
    (
        '"We will answer every Armenian attack," the Azerbaijani army said.',
        [("threat", "Azerbaijani armed forces", "We will answer every Armenian attack", "Armenia", "", "")],
    ),
    (
        "Kinshasa said it was ready to collaborate with the Rwandan government.",
        [
            (
                "offer",
                "Democratic Republic of the Congo",
                "to collaborate with the Rwandan government",
                "Rwandan government",
                "",
                "",
            )
        ],
    ),
    (
        "Washington gave Iran 30 days to stop arming the Houthis.",
        [("ultimatum", "United States", "to stop arming the Houthis", "Iran", "", "30 days")],
    ),
    (
        "The FARC offered the Colombian government a truce over Easter.",
        [("offer", "Revolutionary Armed Forces of Colombia", "a truce over Easter", "Colombian government", "", "")],
    ),
    (
        "The SDF agreed with Ankara to hand over the dam.",
        [("plan", "Syrian Democratic Forces", "to hand over the dam", "Turkey", "", "")],
    ),
    (
        "The African Union threatened Sudan with sanctions unless the army left power.",
        [("threat", "African Union", "sanctions", "Sudan", "unless the army left power", "")],
    ),
    (
        "Hezbollah threatened to hold the Lebanese government responsible for any arrest.",
        [
            (
                "threat",
                "Hezbollah",
                "to hold the Lebanese government responsible for any arrest",
                "Lebanese government",
                "",
                "",
            )
        ],
    ),
    (
        "Yerevan demanded the disarmament of the Azerbaijani army.",
        [("demand", "Armenia", "the disarmament of the Azerbaijani army", "Azerbaijani armed forces", "", "")],
    ),
    (
        "Seleka said it would send a delegation to Gabon.",
        [("pledge", "Seleka", "it would send a delegation to Gabon", "", "", "")],
    ),
    ("Tehran vowed to support Hamas.", [("pledge", "Iran", "to support Hamas", "Hamas", "", "")]),
    # a time given to another side is of the conflict, whatever it is to do
    (
        "ECOWAS gave the junta until Sunday to reinstate the president.",
        [
            (
                "ultimatum",
                "Economic Community of West African States",
                "to reinstate the president",
                "junta",
                "",
                "until Sunday",
            )
        ],
    ),
    (
        "Houthi fighters gave Yemeni soldiers in Taiz until 6 am on Friday to lay down their arms.",
        [("ultimatum", "Houthis", "to lay down their arms", "Yemeni armed forces", "", "until 6 am on Friday")],
    ),
    # what will be taken for war
    (
        "Chad and Niger warned in a joint statement that they would regard any raid as a declaration of war.",
        [("threat", "Chad; Niger", "they would regard any raid as a declaration of war", "", "", "")],
    ),
    (
        "Tehran warned that an attack on Syria would amount to a declaration of war.",
        [("threat", "Iran", "an attack on Syria would amount to a declaration of war", "", "", "")],
    ),
    # as long as; rounds of talks; another saying behind a refusal
    (
        "The PKK refused to disarm as long as Turkey occupies Afrin.",
        [
            (
                "demand",
                "Kurdistan Workers' Party",
                "The PKK refused to disarm",
                "Turkey",
                "as long as Turkey occupies Afrin",
                "",
            )
        ],
    ),
    (
        "Kabul offered the Taliban a new round of talks.",
        [("offer", "Afghanistan", "a new round of talks", "Taliban", "", "")],
    ),
    (
        "Somalia has ruled out talks with al-Shabaab and says the war is nearly won.",
        [("pledge", "Somalia", "Somalia has ruled out talks with al-Shabaab", "", "", "")],
    ),
    # time that somebody has
    (
        "The rebels have until Friday to hand over the hostages, Colombia's defence ministry said.",
        [
            (
                "ultimatum",
                "Colombian Defence Ministry",
                "to hand over the hostages",
                "rebels",
                "",
                "until Friday",
            )
        ],
    ),
    (
        '"You have 48 hours to leave the city or die," the army told the rebels.',
        [("ultimatum", "army", "to leave the city or die", "rebels", "", "48 hours")],
    ),
    (
        "Ethiopia's army issued an ultimatum to the militia: give up Korem by Saturday or face an assault.",
        [
            (
                "ultimatum",
                "Ethiopian National Defence Force",
                "give up Korem by Saturday or face an assault",
                "militia",
                "",
                "by Saturday",
            )
        ],
    ),
    (
        "M23 issued an ultimatum to the Congolese army, giving it 48 hours to lay down its arms.",
        [
            (
                "ultimatum",
                "M23",
                "to lay down its arms",
                "Armed Forces of the Democratic Republic of the Congo",
                "",
                "48 hours",
            )
        ],
    ),
    (
        "The Houthis threatened to besiege Marib earlier on Sunday.",
        [("threat", "Houthis", "to besiege Marib earlier on Sunday", "", "", "")],
    ),
    # what a deal has its sides do
    (
        "The deal, agreed in November, requires Hezbollah to move its fighters north of the river.",
        [("pledge", "Hezbollah", "to move its fighters north of the river", "", "", "")],
    ),
    (
        "The truce stipulates that the Sudanese army is to leave the airport by 3 May.",
        [("pledge", "Sudanese Armed Forces", "to leave the airport by 3 May", "", "", "by 3 May to")],
    ),
    (
        "Under the agreement, M23 was supposed to withdraw from Goma within 60 days.",
        [("pledge", "M23", "to withdraw from Goma within 60 days", "", "", "60 days")],
    ),
    (
        "The rebels are ready for a ceasefire on condition that the army lifts the siege.",
        [("offer", "rebels", "a ceasefire", "army", "on condition that the army lifts the siege", "")],
    ),
    (
        "Burundi's army demanded that the militia vacate the homes of civilians.",
        [("demand", "Burundian armed forces", "the militia vacate the homes of civilians", "militia", "", "")],
    ),
    (
        "FARC dissidents promised they would respect the truce.",
        [("pledge", "FARC dissidents", "they would respect the truce", "", "", "")],
    ),
    # statements that make one
    (
        "NATO said it would enforce the no-fly zone but stopped short of sending troops.",
        [("pledge", "NATO", "it would enforce the no-fly zone", "", "", "")],
    ),
    (
        "Kenya warned the M23 rebels to withdraw from Goma by the end of March.",
        [("demand", "Kenya", "to withdraw from Goma by the end of March", "M23", "", "by the end of March warned")],
    ),
    (
        "The UN warned Sudan's army not to attack the camp.",
        [("demand", "United Nations", "not to attack the camp", "Sudanese Armed Forces", "", "")],
    ),
    (
        "Israel warned Iran it was prepared to strike its nuclear sites.",
        [("threat", "Israel", "to strike its nuclear sites", "Iran", "", "")],
    ),
    ("The rebels vowed to retake the town.", [("pledge", "rebels", "to retake the town", "", "", "")]),
    (
        "Russia will strike Kyiv should Ukraine use the missiles, Dmitry Medvedev said.",
        [("threat", "Dmitry Medvedev", "Russia will strike Kyiv", "Ukraine", "should Ukraine use the missiles", "")],
    ),
    (
        "Saudi Arabia threatened to bomb the port unless the Houthis leave it.",
        [("threat", "Saudi Arabia", "to bomb the port", "Houthis", "unless the Houthis leave it", "")],
    ),
    (  # "withdraws" is a noun to the parse
        "Azerbaijan said it will use force to retake the villages unless the Armenian army withdraws by 31 October.",
        [
            (
                "ultimatum",
                "Azerbaijan",
                "it will use force to retake the villages",
                "Armenian armed forces",
                "unless the Armenian army withdraws by 31 October",
                "by 31 October will",
            )
        ],
    ),
    (
        "Rebels vowed to retake the town and threatened to execute the prisoners unless the army withdrew by Sunday.",
        [
            ("pledge", "rebels", "to retake the town", "", "", ""),
            (
                "ultimatum",
                "rebels",
                "to execute the prisoners",
                "army",
                "unless the army withdrew by Sunday",
                "by Sunday",
            ),
        ],
    ),
    (
        "Congo's army has vowed to retake Bunagana and threatened to bomb rebel bases.",
        [
            ("pledge", "Armed Forces of the Democratic Republic of the Congo", "to retake Bunagana", "", "", ""),
            ("threat", "Armed Forces of the Democratic Republic of the Congo", "to bomb rebel bases", "", "", ""),
        ],
    ),
    (
        "Hamas said it would free ten hostages in exchange for a truce.",
        [("pledge", "Hamas", "it would free ten hostages", "", "in exchange for a truce", "")],
    ),
    (
        "The ELN said it would suspend kidnappings as long as the government kept the ceasefire.",
        [
            (
                "pledge",
                "National Liberation Army",
                "it would suspend kidnappings",
                "government",
                "as long as the government kept the ceasefire",
                "",
            )
        ],
    ),
    (
        "Myanmar's junta warned it would retaliate if the Arakan Army attacked Sittwe.",
        [
            (
                "threat",
                "Myanmar government",
                "it would retaliate",
                "Arakan Army",
                "if the Arakan Army attacked Sittwe",
                "",
            )
        ],
    ),
    (
        "ECOWAS warned it would use force in Niger if the president was not reinstated within a week.",
        [
            (
                "ultimatum",
                "Economic Community of West African States",
                "it would use force in Niger",
                "",
                "if the president was not reinstated within a week",
                "a week",
            )
        ],
    ),
    (
        "President Felix Tshisekedi vowed to crush the M23.",
        [("threat", "Felix Tshisekedi", "to crush the M23", "M23", "", "")],
    ),
    (
        "Netanyahu said Israel would resume the war if Hamas did not release the captives by Saturday.",
        [
            (
                "ultimatum",
                "Benjamin Netanyahu",
                "Israel would resume the war",
                "Hamas",
                "if Hamas did not release the captives by Saturday",
                "by Saturday",
            )
        ],
    ),
    (
        "If Hamas does not disarm, Israel will resume the war, Netanyahu said.",
        [("threat", "Benjamin Netanyahu", "Israel will resume the war", "Hamas", "If Hamas does not disarm", "")],
    ),
    (
        "Kyiv will not withdraw from Bakhmut, President Volodymyr Zelensky said.",
        [("pledge", "Volodymyr Zelensky", "Kyiv will not withdraw from Bakhmut", "", "", "")],
    ),
    (
        "Rebels in Misrata said they would not lay down their arms until Gaddafi left.",
        [("pledge", "rebels", "they would not lay down their arms", "Muammar Gaddafi", "until Gaddafi left", "")],
    ),
    (
        "Putin threatened to strike decision-making centres if the West supplied long-range missiles.",
        [
            (
                "threat",
                "Vladimir Putin",
                "to strike decision-making centres",
                "",
                "if the West supplied long-range missiles",
                "",
            )
        ],
    ),
    (
        "Haitian gang leader Jimmy Cherizier threatened civil war unless Prime Minister Ariel Henry resigned.",
        [
            (
                "threat",
                "Jimmy Cherizier",
                "civil war",
                "Ariel Henry",
                "unless Prime Minister Ariel Henry resigned",
                "",
            )
        ],
    ),
    (
        "Iran's Revolutionary Guards vowed revenge for the killing of their commander.",
        [("threat", "Islamic Revolutionary Guard Corps", "revenge for the killing of their commander", "", "", "")],
    ),
    (
        "Lebanon's Hezbollah said it was ready to respond to any Israeli attack.",
        [("threat", "Hezbollah", "to respond to any Israeli attack", "Israel", "", "")],
    ),
    (
        "Saudi Arabia has promised to lift the blockade before Ramadan.",
        [("pledge", "Saudi Arabia", "to lift the blockade before Ramadan", "", "", "")],
    ),
    (
        "RSF commanders pledged to allow aid convoys into Darfur by the end of the week.",
        [
            (
                "pledge",
                "RSF commanders",
                "to allow aid convoys into Darfur by the end of the week",
                "",
                "",
                "by the end of the week pledged",
            )
        ],
    ),
    (
        "Turkey would use force against rebel groups violating the ceasefire in Idlib, Akar said.",
        [
            (
                "threat",
                "Hulusi Akar",
                "Turkey would use force against rebel groups violating the ceasefire in Idlib",
                "rebel groups",
                "",
                "",
            )
        ],
    ),
    # demands, orders, appeals
    (
        "The Taliban demanded the release of 5,000 prisoners.",
        [("demand", "Taliban", "the release of 5,000 prisoners", "", "", "")],
    ),
    (
        "Azerbaijan demanded that Armenian forces leave Karabakh by Friday.",
        [
            (
                "demand",
                "Azerbaijan",
                "Armenian forces leave Karabakh by Friday",
                "Armenian armed forces",
                "",
                "by Friday leave",
            )
        ],
    ),
    (
        "The African Union urged the Ethiopian government and Tigrayan forces to return to talks.",
        [("demand", "African Union", "to return to talks", "Ethiopian government; Tigray Defence Forces", "", "")],
    ),
    ("Israel ordered residents of Rafah to evacuate.", [("demand", "Israel", "to evacuate", "", "", "")]),
    (
        "UN Secretary-General Antonio Guterres called on Sudan's army to accept a ceasefire.",
        [("demand", "Antonio Guterres", "to accept a ceasefire", "Sudanese Armed Forces", "", "")],
    ),
    (
        "The Security Council demanded that all parties allow humanitarian access.",
        [("demand", "United Nations Security Council", "all parties allow humanitarian access", "", "", "")],
    ),
    (
        "Rebels want the release of all detainees before the talks.",
        [("demand", "rebels", "the release of all detainees before the talks", "", "", "")],
    ),
    (
        "Yahya Saree said there would be no truce unless Saudi Arabia lifted the siege.",
        [
            (
                "demand",
                "Yahya Saree",
                "there would be no truce",
                "Saudi Arabia",
                "unless Saudi Arabia lifted the siege",
                "",
            )
        ],
    ),
    (
        "Rwanda must withdraw its troops from Congo, the Security Council said.",
        [
            (
                "demand",
                "United Nations Security Council",
                "Rwanda must withdraw its troops from Congo",
                "Rwanda",
                "",
                "",
            )
        ],
    ),
    (
        "Kyiv wants NATO to send fighter jets.",
        [("demand", "Ukraine", "NATO to send fighter jets", "NATO", "", "")],
    ),
    (
        "Italy promised not to allow its territory to be used to attack Libya.",
        [("pledge", "Italy", "not to allow its territory to be used to attack Libya", "", "", "")],
    ),
    (
        "The Houthis said they would stop attacking ships once the Gaza war ended.",
        [("pledge", "Houthis", "they would stop attacking ships", "", "once the Gaza war ended", "")],
    ),
    # ultimatums and deadlines
    (
        "Myanmar's Arakan Army set a deadline of 10 March for the junta's troops to surrender Sittwe.",
        [("ultimatum", "Arakan Army", "to surrender Sittwe", "junta's troops", "", "10 March deadline")],
    ),
    (
        "The Philippine government gave Abu Sayyaf until noon on Saturday to free the hostages.",
        [
            (
                "ultimatum",
                "Philippine government",
                "to free the hostages",
                "Abu Sayyaf",
                "",
                "until noon on Saturday",
            )
        ],
    ),
    (
        "Colombia's ELN guerrillas said on Monday they would free a kidnapped soldier within 48 hours.",
        [
            (
                "pledge",
                "National Liberation Army",
                "they would free a kidnapped soldier within 48 hours",
                "",
                "",
                "48 hours",
            )
        ],
    ),
    (
        "Ethiopia's army gave Tigrayan forces 72 hours to surrender.",
        [("ultimatum", "Ethiopian National Defence Force", "to surrender", "Tigray Defence Forces", "", "72 hours")],
    ),
    (
        "The RSF set the garrison in El Fasher a deadline of Friday to leave.",
        [("ultimatum", "Rapid Support Forces", "to leave", "garrison", "", "Friday deadline")],
    ),
    (
        "Russia issued an ultimatum to Ukrainian forces in Mariupol to lay down their arms by 5 a.m. on Monday.",
        [
            (
                "ultimatum",
                "Russia",
                "to lay down their arms by 5 a.m. on Monday",
                "Armed Forces of Ukraine",
                "",
                "by 5 a.m. on Monday ultimatum",
            )
        ],
    ),
    (
        "The army set a 72-hour deadline for the rebels to leave the city.",
        [("ultimatum", "army", "the rebels to leave the city", "rebels", "", "72 hour")],
    ),
    (
        "Burkina Faso's junta gave French troops one month to leave.",
        [("ultimatum", "Burkinabe government", "to leave", "French armed forces", "", "")],
    ),
    (
        "Houthis issued an ultimatum to Saudi Arabia.",
        [("ultimatum", "Houthis", "an ultimatum to Saudi Arabia", "Saudi Arabia", "", "")],
    ),
    (
        "The rebels gave the governor a deadline to resign. The deadline expires on Friday.",
        [("ultimatum", "rebels", "to resign", "", "", "Friday expires")],
    ),
    (
        "Armenian forces gave the garrison until Sunday to surrender.",
        [("ultimatum", "Armenian armed forces", "to surrender", "garrison", "", "until Sunday gave")],
    ),
    # plans
    (
        "Colombia plans to deploy 500 police to Cauca.",
        [("plan", "Colombia", "to deploy 500 police to Cauca", "", "", "")],
    ),
    (
        "Azerbaijan is preparing to reopen the Lachin corridor next week.",
        [("plan", "Azerbaijan", "to reopen the Lachin corridor next week", "", "", "next week")],
    ),
    (
        "The M23 has agreed to withdraw from Goma, the group said.",
        [("plan", "M23", "to withdraw from Goma", "", "", "")],
    ),
    (
        "Khartoum has agreed to reopen the Adre crossing for three months.",
        [("plan", "Sudan", "to reopen the Adre crossing for three months", "", "", "")],
    ),
    (
        "Colombia's government decided to suspend the offensive against the ELN.",
        [
            (
                "plan",
                "Colombian government",
                "to suspend the offensive against the ELN",
                "National Liberation Army",
                "",
                "",
            )
        ],
    ),
    (
        "The government announced plans to send 2,000 soldiers to Cabo Delgado.",
        [("plan", "government", "to send 2,000 soldiers to Cabo Delgado", "", "", "")],
    ),
    (
        "France will withdraw its troops from Mali by the end of the year.",
        [
            (
                "plan",
                "France",
                "France will withdraw its troops from Mali by the end of the year",
                "",
                "",
                "by the end of the year will",
            )
        ],
    ),
    (
        "A Sudanese delegation will travel to Jeddah on Monday for talks, Burhan said.",
        [
            (
                "plan",
                "Sudan",
                "A Sudanese delegation will travel to Jeddah on Monday for talks",
                "",
                "",
                "Monday will",
            )
        ],
    ),
    (
        "South Sudan's army will pull out of Malakal within two weeks, a spokesman said.",
        [
            (
                "plan",
                "South Sudan People's Defence Forces",
                "South Sudan's army will pull out of Malakal within two weeks",
                "",
                "",
                "two weeks",
            )
        ],
    ),
    (
        "Ankara plans to send troops to Libya, the Kremlin said.",
        [("plan", "Turkey", "to send troops to Libya", "", "", "")],
    ),
    (
        "Turkey intends to launch an operation in Tel Rifaat, a Turkish official said.",
        [("plan", "Turkey", "to launch an operation in Tel Rifaat", "", "", "")],
    ),
    (
        "Wagner fighters will hand over Bakhmut to the Russian army by June 1, Yevgeny Prigozhin said.",
        [
            (
                "plan",
                "Wagner Group",
                "Wagner fighters will hand over Bakhmut to the Russian army by June 1",
                "Russian armed forces",
                "",
                "by June 1 will",
            )
        ],
    ),
    (
        "The UN mission will withdraw from Mali by December 31.",
        [
            (
                "plan",
                "United Nations",
                "The UN mission will withdraw from Mali by December 31",
                "",
                "",
                "by December 31 will",
            )
        ],
    ),
    (
        "Germany agreed on Wednesday to supply Leopard tanks to Ukraine.",
        [("plan", "Germany", "to supply Leopard tanks to Ukraine", "Ukraine", "", "")],
    ),
    (
        "Sudan's army agreed to a 72-hour ceasefire.",
        [("plan", "Sudanese Armed Forces", "a 72-hour ceasefire", "", "", "")],
    ),
    # offers
    (
        "Qatar offered to mediate between Hamas and Israel.",
        [("offer", "Qatar", "to mediate between Hamas and Israel", "", "", "")],
    ),
    ("Egypt proposed a two-day truce.", [("offer", "Egypt", "a two-day truce", "", "", "")]),
    (
        "Houthi rebels offered to release 200 prisoners in return for salaries.",
        [("offer", "Houthis", "to release 200 prisoners", "", "in return for salaries", "")],
    ),
    (
        "Hamas is willing to free all hostages on condition that Israel ends the war.",
        [("offer", "Hamas", "to free all hostages", "Israel", "on condition that Israel ends the war", "")],
    ),
    (
        "The government is ready to negotiate with the guerrillas.",
        [("offer", "government", "to negotiate with the guerrillas", "guerrillas", "", "")],
    ),
    (
        "The army is determined to crush the insurgency, General Lamine Toure said.",
        [("pledge", "army", "to crush the insurgency", "insurgency", "", "")],
    ),
    (
        '"Every commander who was negligent will be held accountable,"'
        " Sudan's army chief Abdel Fattah al-Burhan said.",
        [
            (
                "threat",
                "Abdel Fattah al-Burhan",
                '"Every commander who was negligent will be held accountable,"',
                "",
                "",
                "",
            )
        ],
    ),
    (
        "Yemen's Houthis said the crimes of the coalition would not pass without punishment.",
        [("threat", "Houthis", "the crimes of the coalition would not pass without punishment", "", "", "")],
    ),
    (
        "Iran's foreign minister said any attack on Iranian soil would be treated as an act of war.",
        [
            (
                "threat",
                "Iran's foreign minister",
                "any attack on Iranian soil would be treated as an act of war",
                "",
                "",
                "",
            )
        ],
    ),
    (
        'Vladimir Putin said: "There will be a response from Russia."',
        [("threat", "Vladimir Putin", "There will be a response from Russia", "", "", "")],
    ),
    (
        "Donald Trump warned that there would be no deal as long as Thailand and Cambodia fought.",
        [
            (
                "threat",
                "Donald Trump",
                "there would be no deal",
                "Thailand; Cambodia",
                "as long as Thailand and Cambodia fought",
                "",
            )
        ],
    ),
    (
        "The Arakan Army has told soldiers in Ann to lay down their arms or face the consequences.",
        [("ultimatum", "Arakan Army", "to lay down their arms or face the consequences", "soldiers", "", "")],
    ),
    (
        '"We will not negotiate with terrorists until they release the hostages,"'
        " Colombian Defense Minister Ivan Velasquez said.",
        [
            (
                "demand",
                "Ivan Velasquez",
                "We will not negotiate with terrorists",
                "",
                "until they release the hostages",
                "",
            )
        ],
    ),
    (
        "Unless funding is received by the end of May, the World Food Programme will be forced to halve rations.",
        [
            (
                "plan",
                "World Food Programme",
                "to halve rations",
                "",
                "Unless funding is received by the end of May",
                "by the end of May",
            )
        ],
    ),
    (
        "Hezbollah is to move its fighters north of the river.",
        [("plan", "Hezbollah", "to move its fighters north of the river", "", "", "")],
    ),
    (
        "Under the deal, Armenia must hand over the districts by 1 December.",
        [
            (
                "pledge",
                "Armenia",
                "Under the deal, Armenia must hand over the districts by 1 December",
                "",
                "",
                "by 1 December must",
            )
        ],
    ),
    (
        "The agreement requires the M23 to withdraw from Bunagana within 30 days.",
        [("pledge", "M23", "to withdraw from Bunagana within 30 days", "", "", "30 days")],
    ),
    (
        "Egypt and Ethiopia agreed that an African Union mission should travel to Khartoum.",
        [("plan", "Egypt; Ethiopia", "an African Union mission should travel to Khartoum", "", "", "")],
    ),
    (
        "Colombia's defence minister said the armed forces would continue to act against the dissidents.",
        [
            (
                "pledge",
                "Colombia's defence minister",
                "the armed forces would continue to act against the dissidents",
                "",
                "",
                "",
            )
        ],
    ),
    (
        'Lawrence Kanyuka said: "We have no intention of taking Bukavu."',
        [("pledge", "Lawrence Kanyuka", "no intention of taking Bukavu", "", "", "")],
    ),
    (
        '"If the rebels cross the river we will open fire," Sudan\'s army said.',
        [("threat", "Sudanese Armed Forces", "we will open fire", "rebels", "If the rebels cross the river", "")],
    ),
    (
        "The State Department condemned the attack, calling on Kigali to pull out its missile systems.",
        [("demand", "US Department of State", "to pull out its missile systems", "Rwanda", "", "")],
    ),
    (
        "Rwanda is not going to withdraw its troops, Kagame said.",
        [("pledge", "Paul Kagame", "Rwanda is not going to withdraw its troops", "", "", "")],
    ),
    (
        "The Syrian army said it had given rebels in Aleppo until Friday to leave.",
        [("ultimatum", "Syrian army", "to leave", "rebels", "", "until Friday had")],
    ),
    (
        "Ansar Allah demanded an immediate ceasefire and told the army chiefs to meet within five days.",
        [
            ("demand", "Houthis", "an immediate ceasefire", "", "", ""),
            ("demand", "Houthis", "to meet within five days", "", "", "five days"),
        ],
    ),
    (
        "Amnesty International calls on:\n\n• the Ethiopian government to grant the United Nations"
        " access to Togoga;\n\n• all parties to protect medical workers.",
        [
            (
                "demand",
                "Amnesty International",
                "the Ethiopian government to grant the United Nations access to Togoga",
                "Ethiopian government",
                "",
                "",
            )
        ],
    ),
    (
        "What is in the deal?\n\n— Israeli forces withdraw over 60 days."
        "\n\n— The Lebanese army deploys troops in the south.",
        [
            ("pledge", "Israel Defense Forces", "Israeli forces withdraw over 60 days", "", "", "60 days"),
            ("pledge", "Lebanese Armed Forces", "The Lebanese army deploys troops in the south", "", "", ""),
        ],
    ),
]

NONE = [
    "General Ahmed Tijani said it would probably require foreign troops to retake the town.",
    "President Petro said it would mean the end of the talks.",
    '"We will be expecting an answer from the rebels by Sunday," the president said.',
    "Two brigades would be disarmed, a source said.",
    "The UN gave itself a deadline of 31 December for its soldiers to leave Mali.",
    'The minister said: "We are going to see whether the rebels leave the town."',
    "Following the expiration of the Houthi ultimatum, an envoy said the blockade would go on until the port opens.",
    "The army had been due to withdraw on Monday but stayed.",
    "UN Secretary-General Antonio Guterres called for an immediate ceasefire in Sudan.",
    "In 1999 Indonesia promised to withdraw its troops from Dili.",
    "The rebels, who promised to disarm in 2016, have returned to the bush.",
    "Gunmen stormed the depot, planning to seize its weapons.",
    '"They have no intention of leaving the town," President Zelensky said of the Russian soldiers.',
    "Rwanda says its aim is to tackle an armed group.",
    "The rebels' leaders have not answered the general's ultimatum.",
    "Zelensky called for stronger sanctions on Russia if it did not agree to a ceasefire.",
    "The junta's claims are intended to distract from the strike on the hospital.",
    "The junta is not ready for talks.",
    "The rebels have until now refused to leave the town.",
    "The store has until Friday to remove the sign, officials said.",
    "The army had three weeks to train the recruits before they left.",
    "More countries are set to announce that they will arm the rebels, a British official said.",
    "Myanmar will break into pieces if the clashes go on, President Myint Swe said.",
    "- The dissidents' deadline -",
    "Hamas said it was not ready to release the hostages.",
    '"We will win this war," Ukrainian President Volodymyr Zelensky said.',
    "The war will continue, analysts say.",
    "The trial will begin in June, the judge said.",
    "Residents fear the army will attack the camp.",
    "The rebels offered no truce.",
    "The junta has promised no amnesty for the prisoners.",
    "The United Nations said aid should reach the camp.",
    "The company plans to open a factory in Hungary.",
    "Tesla plans to build a plant in Mexico.",
    "He plans to run for office.",
    "The opposition promised to cut taxes if elected.",
    "The president promised to create jobs and raise pensions.",
    "The coach promised a good match.",
    "The poet vowed to write about the war.",
    "They agreed on the need for peace.",
    "Turkey and Russia agreed that the situation was bad.",
    "Putin emphasised the need for respect of sovereignty.",
    "NATO has no plans to send troops to Libya.",
    "The Kremlin denied that Russia plans to attack Ukraine.",
    "Analysts said Russia may launch a new offensive in the spring.",
    "The US could impose sanctions on the generals.",
    "Armenia refused to withdraw its troops.",
    "Libya's rebels rejected an offer to negotiate.",
    "Residents want the army to leave.",
    "Iran does not plan to attack its neighbours.",
    "It is unclear whether the army intends to retake the town.",
    "If the rebels agree to withdraw, aid will follow.",
    "The Taliban had planned to attack the base.",
    "We have done everything in our power to prevent this, and we will continue to do so, Akar said.",
    "The army shelled the town on Sunday.",
    "Rebels withdrew from Goma on Tuesday.",
    "The deadline passed without incident.",
    "The ultimatum was rejected.",
    "Prices will rise next week, traders said.",
    "The war will continue for years, an analyst said.",
    "Israel will attack Lebanon next month, an analyst said.",
    "Officials said 20 soldiers were killed.",
    "Protesters gathered in Khartoum to demand bread.",
    "The witness swore to tell the truth.",
    "The bank agreed to lend the firm $2 billion.",
    "The singer threatened to sue the newspaper.",
    "Eritrea denied it would send more troops to Tigray.",
    "Rebels fear that the army will launch an offensive.",
    "In those years the army would stop any protest.",
    "Will the US arm the rebels?",
    "NATO operations intended to protect civilians continued.",
    "He gave no indication that Gaddafi was prepared to step aside.",
    "The prime minister vowed to fight corruption.",
    "Japan plans to raise interest rates.",
    "Teachers threatened to go on strike unless wages rise.",
    "The team is ready to fight for the title.",
    "The two countries agreed to boost trade.",
    "The general is expected to launch an offensive.",
    "Gaddafi seems ready to destroy the country, experts say.",
    "The president undertook military action to enforce the embargo.",
    "Putin said the resolution resembles a medieval appeal for a crusade.",
    "Obama outlined a plan to expand offshore drilling.",
    "The Red Cross said the regime had developed plans to crush the protests.",
]


BACK = [  # sentences of a piece that looks back: the time given counts from no day that is told
    "General Dagalo then gave the army 24 hours to ground its aircraft.",
    "The paramilitary chief had given the army two days to withdraw.",
]


@pytest.mark.parametrize("sentence", BACK)
def test_a_time_given_long_ago_makes_no_day(read_as_far_as: Read, sentence: str) -> None:
    told = "The truce was kept by neither side.\n\n" * 3
    (finding,) = _found(read_as_far_as, told + sentence)
    assert finding.type_.value == "ultimatum"
    assert finding.due is None


def test_a_day_that_hangs_on_other_words_is_not_that_of_the_deed(read_as_far_as: Read) -> None:
    text = "Recep Tayyip Erdogan said he would talk to Vladimir Putin and would not wait for his visit in August."
    assert [finding.due for finding in _found(read_as_far_as, text)] == [None]


def _found(read: Read, text: str) -> list[CommitmentFinding]:
    _, found = read(text, "commitments")
    return [mention.finding for mention in found.commitments]


def _row(text: str, finding: CommitmentFinding) -> tuple[str, ...]:
    due = " ".join(span.of(text) for span in finding.due.words) if finding.due else ""
    return (
        finding.type_.value,
        "; ".join(actor.value.name for actor in finding.by),
        finding.what.value,
        "; ".join(actor.value.name for actor in finding.to),
        finding.condition.value if finding.condition else "",
        due,
    )


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_commitments_are_told(read_as_far_as: Read, text: str, expected: list[tuple[str, ...]]) -> None:
    assert [_row(text, finding) for finding in _found(read_as_far_as, text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_commitment_of_a_conflict(read_as_far_as: Read, text: str) -> None:
    assert [_row(text, finding) for finding in _found(read_as_far_as, text)] == []


def test_one_occurrence_is_told_once(read_as_far_as: Read) -> None:
    text = "Army vows to retake Goma\n\nThe army vowed to retake Goma. The army vowed to retake Goma."
    _, found = read_as_far_as(text, "commitments")
    (mention,) = found.commitments
    assert len(mention.evidence) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A week ago, the African Union gave the junta an ultimatum to free the president.", "A week ago"),
        ("At a meeting last week, the United States and Qatar gave Hamas a 30-day ultimatum to disarm.", "last week"),
    ],
)
def test_the_day_of_an_ultimatum_gone_by(read_as_far_as: Read, text: str, day: str) -> None:
    report, found = read_as_far_as(text, "commitments")
    (made,) = (commitment.finding for commitment in found.commitments)
    assert [each.words[0].of(report.document.text) for each in (made.on,) if each is not None] == [day]
    assert (made.recent, made.per) == (False, ())


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "Armenia and Azerbaijan exchanged fire on Monday. Paris called on both sides to return to the ceasefire.",
            {"Armenia", "Azerbaijan"},
        ),
        (
            "The Houthis and the Yemeni government met in Muscat. The UN urged the two sides to release the prisoners.",
            {"Houthis", "Yemeni government"},
        ),
        ("Israel struck Beirut. Paris urged the countries of the region to respect the truce.", set()),
    ],
)
def test_whom_words_for_two_stand_for(read_as_far_as: Read, text: str, to: set[str]) -> None:
    assert {side.value.name for made in _found(read_as_far_as, text) for side in made.to} == to


@pytest.mark.parametrize(
    ("text", "recent"),
    [
        ("The EU has threatened to impose sanctions on Rwanda.", True),
        ("Iran has repeatedly threatened to close the strait.", False),
        ("The RSF said on Thursday it has agreed to a truce.", False),
        ("The town is calm. Iran has threatened to close the strait.", False),
    ],
)
def test_what_a_report_opens_with_is_its_news(read_as_far_as: Read, text: str, recent: bool) -> None:
    assert [made.recent for made in _found(read_as_far_as, text)] == [recent]


def test_it_is_the_same_occurrence_as_its_statement(read_as_far_as: Read) -> None:
    report, found = read_as_far_as("The rebels vowed to retake the town.", "commitments")
    (made,) = statements.observations(report, found.statements.all)
    assert found.commitments.all[0].finding.same == (made.id,)


def test_who_tells_of_the_plan_of_another(read_as_far_as: Read) -> None:
    (plan,) = _found(read_as_far_as, "Ankara plans to send troops to Libya, the Kremlin said.")
    assert [actor.value.name for actor in plan.per] == ["Kremlin"]


def _values(mention: DeedMention[CommitmentFinding]) -> list[Said[Any]]:
    finding = mention.finding
    single = [finding.type_, finding.what, finding.condition, finding.due, finding.on]
    return [said for said in (*single, *finding.by, *finding.to, *finding.per, *finding.via) if said is not None]


@pytest.mark.parametrize("text", [text for text, _ in TOLD], ids=[text[:60] for text, _ in TOLD])
def test_every_value_follows_from_its_words(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "commitments")
    for mention in found.commitments:
        for said in _values(mention):
            cited = [span.of(text) for span in said.words]
            assert holds(RULES, said.rule, said.value, cited), said
            assert not holds(RULES, said.rule, _corrupted(said.value), cited), said


def _corrupted(value: Any) -> Any:
    """Another value of the same shape."""
    if isinstance(value, str):
        return "offer" if value == "ultimatum" else "ultimatum"
    if hasattr(value, "unit"):
        return msgspec.structs.replace(value, day=17, weekday=None, offset=None, span=3)
    return msgspec.structs.replace(value, key="person:nobody", name="Nobody")


@pytest.mark.parametrize(
    ("cited", "offset"),
    [(("72", "hours"), 3), (("two", "weeks"), 14), (("24", "hour"), 1), (("a", "week"), 7), (("36", "hours"), 2)],
)
def test_times_given_count_in_days(cited: tuple[str, ...], offset: int) -> None:
    rule = commitments.RULES["time given"]
    assert rule(When(unit="day", offset=offset, bound="by"), cited)
    assert not rule(When(unit="day", offset=offset + 1, bound="by"), cited)


@pytest.mark.parametrize("cited", [("6", "hours"), ("one", "month"), ("some", "days"), ("999", "weeks")])
def test_times_that_come_to_no_day(cited: tuple[str, ...]) -> None:
    assert not any(commitments.RULES["time given"](When(unit="day", offset=n, bound="by"), cited) for n in range(400))


WORDS = sorted(
    {word for words in (vocabulary().conditions, vocabulary().giving, vocabulary().willed) for word in words}
    | {"rebels", "Russia", "ultimatum", "48 hours", "to", "withdraw", "said", "by Friday", ",", ".", "“", "will"}
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_no_text_raises(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "commitments")
    for made in commitments.observations(report, found.commitments.all):
        assert made.trigger.of(text)
