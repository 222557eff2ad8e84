"""Who took, lost, besieges or holds what: a sentence, and its claims as "change | area | holder | from | per"."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from onrecord.checking_rules import rule_holds
from onrecord.model.actors import Actor
from onrecord.model.findings import ControlFinding
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reading.control import reader as control
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Read = Callable[[str, str], tuple[Report, Found]]

TOLD = [
    (
        "Both the Sudanese army and the RSF claimed control of Babanusa.",
        [
            "took | Babanusa | Sudanese Armed Forces |  | Sudanese Armed Forces",
            "took | Babanusa | Rapid Support Forces |  | Rapid Support Forces",
        ],
    ),
    (
        "The Azerbaijani army and Armenian forces have both claimed the capture of Hadrut.",
        [
            "took | Hadrut | Azerbaijani armed forces |  | Azerbaijani armed forces",
            "took | Hadrut | Armenian armed forces |  | Armenian armed forces",
        ],
    ),
    (
        "The Saudi-led coalition and the Houthis claimed control of Midi.",
        ["took | Midi | Saudi-led coalition, Houthis |  | Saudi-led coalition, Houthis"],
    ),
    (
        "Both the Sudanese army and the RSF say they control El Obeid.",
        [
            "holds | El Obeid | Sudanese Armed Forces |  | Sudanese Armed Forces",
            "holds | El Obeid | Rapid Support Forces |  | Rapid Support Forces",
        ],
    ),
    (
        "The US pressed Azerbaijan to end its blockade of Karabakh.",
        ["besieged | Karabakh | Azerbaijan |  | "],
    ),
    ("The junta is fully in control of Loikaw.", ["holds | Loikaw | junta |  | "]),
    ("Nearly all of Gezira state is under the army's control.", ["holds | Nearly all of Gezira state | army |  | "]),
    (
        "Puntland forces have captured most of the Cal Miskaad mountains from Islamic State.",
        ["took | most of the Cal Miskaad mountains | Puntland forces |  | "],
    ),
    (
        "Details over areas under Houthi control, including the port of Hodeidah, and the border towns of Haradh, Midi "
        "and Abs, were not made public.",
        [
            "holds | port of Hodeidah | Houthis |  | ",
            "holds | Haradh | Houthis |  | ",
            "holds | Midi | Houthis |  | ",
            "holds | Abs | Houthis |  | ",
        ],
    ),
    (
        "Rebels hold several towns, including Goma, in North Kivu, and Bukavu, the capital of South Kivu.",
        ["holds | Goma | rebels |  | ", "holds | Bukavu | rebels |  | "],
    ),
    (
        "The town of Nasir was captured by rebels on Monday, but the army retook it.",
        ["took | town of Nasir | rebels |  | ", "regained | town of Nasir | army |  | "],
    ),
    ("Amhara special forces took over western Tigray.", ["took | western Tigray | Amhara special forces |  | "]),
    (
        "Hezbollah withdrew its fighters from the area south of the Litani river.",
        ["withdrew from | area south of the Litani river | Hezbollah |  | "],
    ),
    (
        "The Nigerian army announced the recapture of the town of Gwoza.",
        ["regained | town of Gwoza | Nigerian armed forces |  | Nigerian armed forces"],
    ),
    (
        "Malian soldiers recaptured a town seized last week by jihadists after they overran a military base in Gao.",
        ["took | military base in Gao | jihadists |  | "],
    ),
    (
        "The two villages, Nevelske and Vodiane, were captured by Russian troops.",
        [
            "took | two villages | Russian armed forces |  | ",
            "took | Nevelske | Russian armed forces |  | ",
            "took | Vodiane | Russian armed forces |  | ",
        ],
    ),
    (
        "Rebels captured the towns of Kawlin and Khampat.",
        ["took | Kawlin | rebels |  | ", "took | Khampat | rebels |  | "],
    ),
    ("The former rebel stronghold, Avdiivka, fell to Moscow in February.", ["took | Avdiivka | Russia |  | "]),
    ("The soldiers abandoned their bases in Loikaw.", ["withdrew from | bases in Loikaw | soldiers |  | "]),
    ("The army wrested back control of Chibok.", ["regained | Chibok | army |  | "]),
    (
        "Chin state is controlled almost in its entirety by the Arakan Army.",
        ["holds | Chin state | Arakan Army |  | "],
    ),
    (
        "Northern Mali is almost entirely controlled by JNIM.",
        ["holds | Northern Mali | Jama'at Nusrat al-Islam wal-Muslimin |  | "],
    ),
    ("Mekelle fell on Sunday.", ["took | Mekelle |  |  | "]),
    ("The town of Soledar fell in January after months of fighting.", ["took | town of Soledar |  |  | "]),
    ("Avdiivka, a town which fell to Russia in February, lies in ruins.", ["took | Avdiivka | Russia |  | "]),
    ("The two-year siege of Taiz has left thousands hungry.", ["besieged | Taiz |  |  | "]),
    ("JNIM has imposed a blockade on Bamako.", ["besieged | Bamako | Jama'at Nusrat al-Islam wal-Muslimin |  | "]),
    ("Control of the town of Sake is contested.", ["contested | town of Sake |  |  | "]),
    ("The front line runs through the town of Toretsk.", ["contested | town of Toretsk |  |  | "]),
    (
        "Families fled to Houthi-controlled parts of Marib.",
        ["holds | parts of Marib | Houthis |  | "],
    ),
    (
        "The Houthis have 12 out of 22 districts in Taiz under their control.",
        ["holds | 12 out of 22 districts in Taiz | Houthis |  | "],
    ),
    (
        "The army controls three of the five bridges in Khartoum.",
        ["holds | three of the five bridges in Khartoum | army |  | "],
    ),
    ("Azerbaijan now has full control of the Lachin corridor.", ["holds | Lachin corridor | Azerbaijan |  | "]),
    ("Moscow claimed full control of Luhansk region.", ["took | Luhansk region | Russia |  | Russia"]),
    (
        "Ukrainian troops raised their flag in the centre of Kupiansk.",
        ["took | centre of Kupiansk | Armed Forces of Ukraine |  | "],
    ),
    ("Residents found the M23 in control of Goma.", ["holds | Goma | M23 |  | "]),
    (
        "Only the town of Vovchansk remains in Ukrainian hands.",
        ["holds | town of Vovchansk | Ukraine |  | "],
    ),
    (
        "The rebels said they had taken Rubaya, but the army said it still held the town.",
        ["took | Rubaya | rebels |  | rebels", "holds | Rubaya | army |  | army"],
    ),
    (
        "The M23 said it had captured Sake. The Congolese army said its troops still controlled Sake.",
        [
            "took | Sake | M23 |  | M23",
            "holds | Sake | Armed Forces of the Democratic Republic of the Congo |  | "
            "Armed Forces of the Democratic Republic of the Congo",
        ],
    ),
    (
        "Rebels took Sake on Monday. In Masisi, residents fled. The army has retaken the town.",
        ["took | Sake | rebels |  | "],
    ),
    (
        "The Kachin army handed over the town of Mongmit to its Ta'ang allies on Friday.",
        ["lost | town of Mongmit | Kachin army |  | "],
    ),
    (
        "The army has yielded control of Kassala to the paramilitaries.",
        ["lost | Kassala | army | paramilitaries | "],
    ),
    (
        "The capture of Zalingei gives the RSF control of five state capitals in Darfur.",
        ["holds | five state capitals in Darfur | Rapid Support Forces |  | "],
    ),
    (
        "El Fasher, the last stronghold of the army in Darfur, has been bombed for weeks.",
        ["holds | El Fasher | army |  | "],
    ),
    (
        "Abiy's government claims to control Edaga Hamus.",
        ["holds | Edaga Hamus | Ethiopian government |  | Ethiopian government"],
    ),
    ("The M23 still occupies Bunagana.", ["holds | Bunagana | M23 |  | "]),
    (
        'Iraqi forces were still clearing Mosul of mines, but "Mosul is now firmly under their control," US Central '
        "Command said.",
        ["holds | Mosul | Iraqi armed forces |  | US Central Command"],
    ),
    (
        "The Arakan Army has seized all of Chin State's Paletwa Township.",
        ["took | Chin State's Paletwa Township | Arakan Army |  | "],
    ),
    (
        "M23 fighters paraded through Goma after seizing the city from the Congolese army.",
        ["took | Goma | M23 | Armed Forces of the Democratic Republic of the Congo | "],
    ),
    (
        "M23 rebels captured the town of Bunagana on Monday, residents said.",
        ["took | town of Bunagana | M23 |  | residents"],
    ),
    (
        "The Sudanese army said it had recaptured the presidential palace in Khartoum from the Rapid Support Forces.",
        [
            "regained | presidential palace in Khartoum | Sudanese Armed Forces | Rapid Support Forces"
            " | Sudanese Armed Forces"
        ],
    ),
    (
        "The army said it had regained control of a dozen villages, such as Jabal Moya and Sinja.",
        [
            "regained | a dozen villages | army |  | army",
            "regained | Jabal Moya | army |  | army",
            "regained | Sinja | army |  | army",
        ],
    ),
    (
        "Turkish-backed rebels seized Dabiq from ISIS on October 16.",
        ["took | Dabiq | Turkish-backed rebels | Islamic State | "],
    ),
    (
        "Rebels have taken seven towns in Darfur, among them Nyala.",
        ["took | seven towns in Darfur | rebels |  | ", "took | Nyala | rebels |  | "],
    ),
    ("Wad Madani fell to the Rapid Support Forces in December.", ["took | Wad Madani | Rapid Support Forces |  | "]),
    (
        "Taliban fighters were driven out of Kunduz by Afghan special forces.",
        ["took | Kunduz | Afghan armed forces | Taliban | "],
    ),
    (
        "The rebels lost the town of Kobane to Kurdish fighters last week.",
        ["lost | town of Kobane | rebels | Kurdish fighters | "],
    ),
    (
        "Ukrainian troops withdrew from Avdiivka on Saturday.",
        ["withdrew from | Avdiivka | Armed Forces of Ukraine |  | "],
    ),
    ("The village changed hands several times during the fighting.", []),
    ("Half of the city is under the control of the Houthis.", ["holds | Half of the city | Houthis |  | "]),
    (
        "Government troops surrounded the rebel-held town of Marib.",
        ["besieged | town of Marib | government troops |  | ", "holds | town of Marib | rebels |  | "],
    ),
    (
        "The Islamic State group controls most of Raqqa province.",
        ["holds | most of Raqqa province | Islamic State |  | "],
    ),
    (
        "Azerbaijan claimed its troops had seized seven villages in Nagorno-Karabakh.",
        ["took | seven villages in Nagorno-Karabakh | Azerbaijan |  | Azerbaijan"],
    ),
    ("Armenian forces denied that Shusha had been captured.", []),
    ("The gang took control of the port in Port-au-Prince.", ["took | port in Port-au-Prince | gang (unnamed) |  | "]),
    (
        "Rebels advanced on Goma after seizing Sake.",
        ["pushing towards | Goma | rebels |  | ", "took | Sake | rebels |  | "],
    ),
    (
        "The junta's troops recaptured Loikaw from Karenni fighters.",
        ["regained | Loikaw | junta's troops | Karenni fighters | "],
    ),
    (
        "Boko Haram fighters overran a military base in Yobe state, killing 20 soldiers.",
        ["took | military base in Yobe state | Boko Haram |  | "],
    ),
    (
        "The Arakan Army has been besieging the western command headquarters in Ann for two weeks.",
        ["besieged | western command headquarters in Ann | Arakan Army |  | "],
    ),
    (
        "Israeli troops entered Rafah on Tuesday and took over the Palestinian side of the border crossing.",
        [
            "entered | Rafah | Israel Defense Forces |  | ",
            "took | Palestinian side of the border crossing | Israel Defense Forces |  | ",
        ],
    ),
    (
        "Jihadist groups control a highway between Gao and Timbuktu.",
        ["holds | highway between Gao and Timbuktu | jihadist groups |  | "],
    ),
    (
        "Soldiers reopened the road linking Djibo to Ouagadougou.",
        ["reopened | road linking Djibo to Ouagadougou | soldiers |  | "],
    ),
    (
        "Three army bases fell in areas under rebel control, a commander said.",
        ["took | areas around three army bases | rebels |  | commander (unnamed)"],
    ),
    (
        '"They have besieged our positions in El Fasher," the governor said.',
        ["besieged | positions in El Fasher |  |  | governor"],
    ),
    ("Fighting for control of Zawiya continued on Friday.", ["contested | Zawiya |  |  | "]),
    (
        "Pro-government forces pushed into the northern outskirts of Hodeidah.",
        ["entered | northern outskirts of Hodeidah | pro-government forces |  | "],
    ),
    (
        "Ethiopian troops are advancing towards Mekelle.",
        ["pushing towards | Mekelle | Ethiopian National Defence Force |  | "],
    ),
    ("The city of Aleppo is now fully controlled by the government.", ["holds | city of Aleppo | government |  | "]),
    ("Rebel-held Misrata came under heavy shelling on Sunday.", ["holds | Misrata | rebels |  | "]),
    ("The ELN guerrillas plan to seize the town of Tibú, the army said.", []),
    ("If the rebels capture Goma, thousands will flee.", []),
    ("Officials fear that Kherson could fall to Russian troops.", []),
    ("The militants were forced out of Mosul.", ["lost | Mosul | militants |  | "]),
    (
        "The RSF has seized control of the Al-Jaili refinery north of Khartoum, according to witnesses.",
        ["took | Al-Jaili refinery | Rapid Support Forces |  | witnesses"],
    ),
    ("France withdrew its troops from Mali in 2022.", ["withdrew from | Mali | France |  | "]),
    (
        "Peshmerga fighters retook the Mosul Dam with the help of US air strikes.",
        ["regained | Mosul Dam | Peshmerga |  | "],
    ),
    ("Syrian progress towards Saraqeb was slow.", ["pushing towards | Saraqeb | Syria |  | "]),
    ("Hezbollah fighters have taken positions in the village of Arsal.", []),
    ("The town of Palma is back under government control.", ["regained | town of Palma | government |  | "]),
    ("Kidal was recaptured by the army and Wagner fighters.", ["regained | Kidal | army, Wagner Group |  | "]),
    ("The fall of Kabul shocked the world.", []),
    ("Opposition forces broke the siege of Aleppo.", []),
    ("The army lifted the siege of Kadugli.", []),
    ("FARC dissidents left the village after the army arrived.", []),
    ("Rebels abandoned their positions in Brega.", ["withdrew from | positions in Brega | rebels |  | "]),
    (
        "Gaddafi's troops moved into Zawiyah, a witness told AFP.",
        ["entered | Zawiyah | Libyan armed forces |  | witness (unnamed)"],
    ),
    ("Al-Shabaab militants briefly seized control of the town before withdrawing.", []),
    (
        "Turkey-backed fighters entered Ras al-Ain, state news agency Anadolu reported.",
        ["entered | Ras al-Ain | Turkey-backed fighters |  | Anadolu Agency"],
    ),
    (
        "The minister said he would protect the people of Goma, where M23 fighters entered the airport on Monday.",
        ["entered | airport | M23 |  | "],
    ),
    (
        "Three outposts fell into areas held by the separatists, the ministry said.",
        ["took | areas around three outposts | separatists |  | ministry"],
    ),
    (
        '"Some of our checkpoints have fallen into areas controlled by the rebels," the defence minister said.',
        ["took | areas around some of our checkpoints | rebels |  | defence minister"],
    ),
    (
        "Russian forces have been pushing to capture the town of Bakhmut.",
        ["pushing towards | town of Bakhmut | Russian armed forces |  | "],
    ),
    ("M23 launched an offensive to retake Rutshuru.", ["pushing towards | Rutshuru | M23 |  | "]),
    (
        "Ethiopian troops are advancing on a road between Gondar and Humera after regaining control of the road.",
        [
            "pushing towards | road between Gondar and Humera | Ethiopian National Defence Force |  | ",
            "regained | road between Gondar and Humera | Ethiopian National Defence Force |  | ",
        ],
    ),
    (
        "Rebel-held Idlib and the government-held city of Aleppo were calm.",
        ["holds | Idlib | rebels |  | ", "holds | city of Aleppo | government |  | "],
    ),
    (
        "The junta regained control of a dozen towns, such as Loikaw in Kayah state.",
        ["regained | a dozen towns | junta |  | ", "regained | Loikaw | junta |  | "],
    ),
    (
        "The airspace above Idlib, which is controlled by Russia, is closed.",
        ["holds | airspace above Idlib | Russia |  | "],
    ),
    ("The army liberated the last occupied suburbs of Aleppo.", ["took | suburbs of Aleppo | army |  | "]),
    (
        "Rebels have already seized control of much of the rest of eastern Libya.",
        ["took | much of the rest of eastern Libya | rebels |  | "],
    ),
    (
        "Wagner fighters said they had captured the town of Soledar in eastern Ukraine.",
        ["took | town of Soledar in eastern Ukraine | Wagner Group |  | Wagner Group"],
    ),
    (
        "Russian troops have been forced to withdraw from Lyman, the defence ministry said.",
        ["withdrew from | Lyman | Russian armed forces |  | defence ministry"],
    ),
    (
        "Ukraine's army said it had liberated the village of Robotyne.",
        ["took | village of Robotyne | Armed Forces of Ukraine |  | Armed Forces of Ukraine"],
    ),
    (
        "Kyiv says its forces have retaken 20 settlements in Kharkiv region.",
        ["regained | 20 settlements in Kharkiv region | Ukraine |  | Ukraine"],
    ),
    ("Ukrainian forces still hold Chasiv Yar.", ["holds | Chasiv Yar | Armed Forces of Ukraine |  | "]),
    (
        "The Rapid Support Forces seized Nyala, the capital of South Darfur, in October.",
        ["took | Nyala | Rapid Support Forces |  | "],
    ),
    (
        "The RSF claimed to have taken over the army's headquarters in Zalingei.",
        ["took | army's headquarters in Zalingei | Rapid Support Forces |  | Rapid Support Forces"],
    ),
    ("Sudan's army denied that El Fasher had fallen to the RSF.", []),
    ("The army broke the siege of El Obeid, a military source said.", []),
    (
        "Azerbaijani troops entered the city of Shusha on 8 November 2020.",
        ["entered | city of Shusha | Azerbaijani armed forces |  | "],
    ),
    ("Houthi fighters seized the presidential palace in Aden.", ["took | presidential palace in Aden | Houthis |  | "]),
    (
        "Saudi-led coalition forces recaptured the port of Mocha from the Houthis.",
        ["regained | port of Mocha | Saudi-led coalition | Houthis | "],
    ),
    (
        "Government forces were driven out of Marib by the Houthis, tribal sources said.",
        ["took | Marib | Houthis | government forces | tribal sources (unnamed)"],
    ),
    (
        "The Three Brotherhood Alliance captured Laukkai, forcing 2,000 soldiers to surrender.",
        ["took | Laukkai | Three Brotherhood Alliance |  | "],
    ),
    (
        "Junta soldiers abandoned their outpost in Hpasawng township.",
        ["withdrew from | outpost in Hpasawng | junta soldiers |  | "],
    ),
    (
        "ELN guerrillas took control of several villages in the Catatumbo region.",
        ["took | several villages in the Catatumbo region | National Liberation Army |  | "],
    ),
    ("M23 attacked Goma and took the city.", ["took | Goma | M23 |  | "]),
    (
        "The Russian Defence Ministry said its forces had captured Mariupol.",
        ["took | Mariupol | Russia |  | Russian Defence Ministry"],
    ),
    (
        "The RSF captured the town of Sinja and several villages.",
        ["took | town of Sinja | Rapid Support Forces |  | ", "took | several villages | Rapid Support Forces |  | "],
    ),
    (
        "The Syrian army dealt defeats to the militants, liberating three villages near Raqqa.",
        ["took | three villages near Raqqa | Syrian army | militants | "],
    ),
    ("M23 rebels have surrounded Goma from three sides.", ["besieged | Goma | M23 |  | "]),
    (
        "The Congolese army said it had regained control of Walikale.",
        [
            "regained | Walikale | Armed Forces of the Democratic Republic of the Congo | "
            " | Armed Forces of the Democratic Republic of the Congo"
        ],
    ),
    ("Jihadists blockaded the town of Djibo for more than a year.", ["besieged | town of Djibo | jihadists |  | "]),
    (
        "Malian soldiers and Wagner mercenaries entered Kidal on Tuesday.",
        ["entered | Kidal | Malian Armed Forces, Wagner Group |  | "],
    ),
    (
        "Al-Shabaab has recaptured the town of Adan Yabaal in central Somalia.",
        ["regained | town of Adan Yabaal in central Somalia | Al-Shabaab |  | "],
    ),
    (
        "Tigrayan rebels pushed towards Addis Ababa after seizing Dessie and Kombolcha.",
        [
            "pushing towards | Addis Ababa | Tigrayan rebels |  | ",
            "took | Dessie | Tigrayan rebels |  | ",
            "took | Kombolcha | Tigrayan rebels |  | ",
        ],
    ),
    (
        "Israeli tanks advanced to the outskirts of Khan Younis.",
        ["pushing towards | outskirts of Khan Younis | Israel Defense Forces |  | "],
    ),
    (
        "Hezbollah fighters withdrew from the village of Khiam, Lebanese media reported.",
        ["withdrew from | village of Khiam | Hezbollah |  | Lebanese media"],
    ),
    (
        "The Taliban have captured Kunduz, the sixth provincial capital to fall to the group in a week.",
        ["took | Kunduz | Taliban |  | "],
    ),
    ("The city of Ghazni fell to the Taliban on Thursday.", ["took | city of Ghazni | Taliban |  | "]),
    ("Kandahar is now in the hands of the Taliban.", ["holds | Kandahar | Taliban |  | "]),
    (
        "Gangs now control about 80 percent of Port-au-Prince, the UN says.",
        ["holds | about 80 percent of Port-au-Prince | gangs |  | United Nations"],
    ),
    (
        "Gang members seized the main fuel terminal in Port-au-Prince.",
        ["took | fuel terminal in Port-au-Prince | gang members |  | "],
    ),
    (
        "Iraqi forces regained full control of Tikrit from Islamic State on Tuesday.",
        ["regained | Tikrit | Iraqi armed forces | Islamic State | "],
    ),
    ("Islamic State militants overran Ramadi in May.", ["took | Ramadi | Islamic State |  | "]),
    ("Kurdish peshmerga drove Islamic State fighters from Sinjar.", ["took | Sinjar | Peshmerga | Islamic State | "]),
    (
        "Turkish-backed rebels took the town of Tal Abyad from Kurdish forces.",
        ["took | town of Tal Abyad | Turkish-backed rebels | Kurdish forces | "],
    ),
    (
        "Syrian government troops came under attack near the rebel-held town of Saraqeb.",
        ["holds | town of Saraqeb | rebels |  | "],
    ),
    ("Fighting raged for control of Brega between rebels and government forces.", ["contested | Brega |  |  | "]),
    ("The town of Vuhledar has changed hands several times since 2022.", ["contested | town of Vuhledar |  |  | "]),
    ("Rebel forces repelled an attack on Taiz by Houthi fighters.", ["repelled | Taiz | rebel forces | Houthis | "]),
    ("The army pushed rebels out of the centre of Bambari.", ["took | centre of Bambari | army | rebels | "]),
    ("The rebels' capture of Bangui in March toppled the president.", ["took | Bangui | rebels |  | "]),
    ("The fall of Goma to M23 rebels alarmed neighbours.", ["took | Goma | M23 |  | "]),
    ("Rwandan-backed M23 fighters marched into Bukavu on Friday.", ["entered | Bukavu | M23 |  | "]),
    ("The separatists lost control of the airport in Donetsk.", ["lost | airport in Donetsk | separatists |  | "]),
    (
        "Ethiopian troops reopened the road between Gondar and Humera.",
        ["reopened | road between Gondar and Humera | Ethiopian National Defence Force |  | "],
    ),
    (
        "Sievierodonetsk came under the full control of Russian forces in June.",
        ["took | Sievierodonetsk | Russian armed forces |  | "],
    ),
    ("The regime's army was reported to have entered the city of Douma.", []),
    (
        "Loyalist troops lost Zinjibar to al-Qaeda militants in 2011.",
        ["lost | Zinjibar | loyalist troops | Al-Qaeda | "],
    ),
    (
        "Colombian troops took back the hamlet of El Plateado from FARC dissidents.",
        ["regained | hamlet of El Plateado | Colombian Armed Forces | FARC dissidents | "],
    ),
    ("Protesters took control of the city of Benghazi.", ["took | city of Benghazi | protesters |  | "]),
    (
        "Residents said the insurgents had occupied Quissanga for three days.",
        ["took | Quissanga | insurgents |  | residents"],
    ),
    (
        "Mozambican and Rwandan forces retook Mocimboa da Praia.",
        ["regained | Mocimboa da Praia | Mozambican armed forces, Rwanda Defence Force |  | "],
    ),
    (
        "Nigerian soldiers cleared Boko Haram fighters from the town of Gwoza.",
        ["took | town of Gwoza | Nigerian armed forces | Boko Haram | "],
    ),
    (
        "Hundreds of Islamist fighters stormed the town of Palma on Wednesday.",
        ["entered | town of Palma | islamist fighters |  | "],
    ),
    (
        "Sudan's army said it was still in control of El Obeid.",
        ["holds | El Obeid | Sudanese Armed Forces |  | Sudanese Armed Forces"],
    ),
    (
        "The ELN remains in control of rural Tame, the ombudsman said.",
        ["holds | Tame | National Liberation Army |  | ombudsman"],
    ),
    ("Timbuktu has been blockaded since August.", ["besieged | Timbuktu |  |  | "]),
    (
        "El Fasher has been under siege by the Rapid Support Forces since May.",
        ["besieged | El Fasher | Rapid Support Forces |  | "],
    ),
    (
        "An estimated 800,000 people live in 22 localities under blockade by armed groups.",
        ["besieged | 22 localities | armed groups |  | "],
    ),
    ("The besieged city of El Fasher was shelled again on Sunday.", ["besieged | city of El Fasher |  |  | "]),
    (
        "Houthi fighters entered the port city of Hodeidah and captured the airport.",
        ["entered | port city of Hodeidah | Houthis |  | ", "took | airport | Houthis |  | "],
    ),
    ("Rebels of the M23 movement marched into Goma on Monday.", ["entered | Goma | M23 |  | "]),
    (
        "The M23, a mainly Tutsi militia, has seized swathes of North Kivu.",
        ["took | swathes of North Kivu | M23 |  | "],
    ),
    (
        "M23 rebels captured Rubaya on Tuesday and lost it again.",
        ["took | Rubaya | M23 |  | ", "lost | Rubaya | M23 |  | "],
    ),
    ("At dawn the M23 attacked and took Nyabibwe.", ["took | Nyabibwe | M23 |  | "]),
    (
        "Turkish-backed fighters seized Dabiq from the Islamic State group on Sunday.",
        ["took | Dabiq | Turkish-backed fighters | Islamic State | "],
    ),
    (
        "The Wagner Group raised its flag over the town hall in Soledar.",
        ["took | town hall in Soledar | Wagner Group |  | "],
    ),
    ('Volodymyr Zelensky said: "Our forces control Kupiansk."', ["holds | Kupiansk | Ukraine |  | Volodymyr Zelensky"]),
    (
        "Vladimir Putin said his troops had liberated Luhansk region.",
        ["took | Luhansk region | Russia |  | Vladimir Putin"],
    ),
    (
        "Fano militiamen entered Lalibela on Wednesday. By evening they controlled the airport.",
        ["entered | Lalibela | Fano |  | ", "holds | airport | Fano |  | "],
    ),
    (
        "The Tigray People's Liberation Front said its fighters had captured four towns, among them Alamata and Korem.",
        [
            "took | four towns | Tigray People's Liberation Front |  | Tigray People's Liberation Front",
            "took | Alamata | Tigray People's Liberation Front |  | Tigray People's Liberation Front",
            "took | Korem | Tigray People's Liberation Front |  | Tigray People's Liberation Front",
        ],
    ),
    (
        "In Shabwa, the army repelled an advance by the mercenaries of the coalition, the so-called Giants Brigades,"
        " toward Harib.",
        ["repelled | Harib | army | mercenaries | "],
    ),
    (
        "The junta denied the fall of Lashio, but residents said the town was captured by the MNDAA.",
        ["took | Lashio | Myanmar National Democratic Alliance Army |  | residents"],
    ),
    (
        "Some 1,000 square kilometres of Kursk region are under Ukrainian control, Syrskyi said.",
        ["holds | Some 1,000 square kilometres of Kursk region | Ukraine |  | Oleksandr Syrskyi"],
    ),
]

NOTHING = [
    "Gangs had overwhelmed the police but were not yet in control of the airport in Cabaret.",
    "Rebels are no longer in control of Sake.",
    "Neither the army nor the militia is in control of Djibo.",
    "Authorities evacuated 3,000 civilians from Pokrovsk.",
    "Dozens of districts have either fallen to the Taliban or are besieged.",
    "The base was previously occupied by French troops.",
    "The rebels once held the town of Gao.",
    "Prices in Goma fell on Sunday.",
    "Goma fell silent on Sunday.",
    "Kabul fell behind on Sunday.",
    "Kharkiv fell to twelfth place in the table.",
    "Aleppo could fall within days.",
    "The governor denied that Aleppo had fallen.",
    "The army has broken the two-year siege of Taiz.",
    "Houthi fighters have cut off the main road to Taiz.",
    "The accord obliged the foreign fighters to withdraw from Sirte within 90 days.",
    "The army is clearing the town of Trostianets of mines.",
    "The army handed 12 prisoners over to the ELN.",
    "If the offensive succeeds, it would give the RSF control of El Fasher.",
    "The village, cut off by floods, has no power.",
    "Rebel supply lines have been cut off, the army said.",
    "Mercenaries who had fought for Khartoum were flown home.",
    "About 300 soldiers crossed into Chad and were disarmed.",
    "The besieged prime minister resigned.",
    "The government is under siege from critics.",
    "The rebels captured Colonel Musa and three of his men.",
    "Their forces captured Goma.",
    "The Defence Ministry said its forces had captured Goma.",
    "The soldiers fled, leaving behind the town of Malakal.",
    "The rebels could eventually take the capital, Goma.",
    "The refugees include Malians and Sudanese who had entered Libya seeking work.",
    "The company took control of its rival in a 2 billion dollar deal.",
    "The governing party lost the election on Sunday.",
    "Toyota entered the Chinese market in the 1990s.",
    "The two sides will hold talks in Geneva.",
    "Inflation fell to 3 percent in May.",
    "The senate is expected to clear the bill.",
    "Her speech won the town over.",
    "He left the country in 2012.",
    "The parties reached an agreement in Doha.",
    "The president took over the country in a coup in 1999.",
    "The storm battered the coast and cut off several villages.",
    "The government lifted its blockade of the debate.",
    "Police cleared the square of protesters.",
    "Floods cut off the road to Mocoa.",
    "The minister left the capital for talks in Cairo.",
    "Volunteers occupied the parliament building to protest against the law.",
    "The army holds the country together.",
    "The company lost 20 percent of its value.",
    "Messi took the ball and entered the area.",
    "Delegates arrived in Geneva on Monday.",
    "Thousands of refugees entered Chad this week.",
    "Aid convoys reached the town of Duma.",
    "Voters in Kherson went to the polls.",
    "The opposition won the city of Istanbul in the local elections.",
    "Doctors lost control of the outbreak in Beni.",
    "Firefighters brought the blaze under control near Athens.",
    "The rebels hold 12 foreign hostages in the mountains.",
    "The president will hold a summit in Addis Ababa.",
    "Students took part in a march on the capital.",
    "Residents fled the town.",
    "The bank took over the failing lender's branches in Kyiv.",
    "They should take control of Goma.",
    "The rebels did not capture the town.",
    "The army vowed to retake Khartoum.",
    "Militants tried to take the base.",
    "The UN accused the rebels of besieging the town.",
    "The Ukrainian army plans to retake Melitopol before winter.",
    "Officials fear the rebels will seize Bangui.",
    "If the RSF captures El Fasher, millions will be at risk.",
    "The general warned that his troops would storm the city.",
    "The president urged the rebels to withdraw from Goma.",
    "The army has no intention of leaving Tigray.",
    "Washington demanded that Rwanda pull its troops out of eastern Congo.",
    "The junta denied losing control of Lashio.",
    "Rebels threatened to march on the capital.",
    "Azerbaijan could take the Lachin corridor, analysts said.",
    "The army should have held Kunduz, critics said.",
    "Soldiers seized weapons and ammunition in Mopti.",
    "Police seized two tonnes of cocaine in the port of Buenaventura.",
    "Rebels captured two pilots near Saada.",
    "Gunmen took 40 hostages in a school in Kaduna.",
    "The rebels took part in talks in Doha.",
    "The Taliban took responsibility for the attack on Kabul.",
    "The coalition lost three soldiers in Helmand.",
    "The army lost contact with the garrison.",
    "The militia lost its commander near Tripoli.",
    "The striker entered the area and scored.",
    "Tesla opened a factory near Berlin.",
    "The army opened fire on protesters in Yangon.",
    "Troops opened the gates for civilians.",
    "The senator won the state of Ohio.",
    "The guerrillas won support in the countryside.",
    "The rebels gained ground in public opinion.",
    "The virus has been spreading in areas held for quarantine.",
    "The rain cut off roads in the province.",
    "A landslide blocked the highway to Goma.",
    "The rebel leader left the hospital on Friday.",
    "The minister withdrew from the race.",
    "The government withdrew its ambassador from Khartoum.",
    "Investors withdrew 3 billion dollars from the fund.",
    "The company controls 40 percent of the market.",
    "The doctor surrounded himself with books.",
    "The village is surrounded by hills.",
    "Thousands of people fled the city of Nyala.",
    "The refugees reached the town of Adre on foot.",
    "The convoy of the World Food Programme entered Gaza.",
    "The troops held an exercise in the Baltic Sea.",
    "The rebels hold the view that talks are useless.",
    "Russia holds elections in occupied areas.",
    "The army is pushing for reforms in the barracks.",
    "Oil advanced to 90 dollars.",
    "The team advanced to the final in Doha.",
    "Rebels advanced a proposal for talks in Nairobi.",
    "Battle lines are drawn over the budget.",
    "The fight for equality goes on.",
    "Clashes in the town of Tripoli killed three.",
    "The fall of the government surprised Paris.",
    "He took over as commander of the base.",
]

TWICE = [
    (
        "Rebels took Bara on Saturday. The RSF besieges the city, the capital of North Darfur state.",
        ["took | Bara | 1"],
    ),
    ("Officials in Taloqan city fled. In Herat, a man said that the city had fallen to the Taliban.", []),
    (
        "Rebels seize Goma\n\nM23 rebels seized Goma on Monday. The army withdrew from the city.",
        ["took | Goma | 2", "withdrew from | city | 1"],
    ),
    (
        "Shelling hit rebel-held Taiz on Monday. Two people were killed. A clinic in rebel-held Taiz was closed.",
        ["holds | Taiz | 1"],
    ),
    (
        "The army said its troops had captured Goma. The rebels said that the army had captured Goma.",
        ["took | Goma | 1", "took | Goma | 1"],
    ),
]

PLACES = [
    ("Russian troops captured the city of Lysychansk on Sunday.", "Lysychansk"),
    ("Rebels seized parts of Aleppo.", None),
    ("The army captured a dozen villages in Idlib province.", None),
    ("Jihadists control a highway between Gao and Timbuktu.", "Gao-Timbuktu highway"),
    ("Fighters are advancing towards Mekelle.", "Mekelle"),
    ("Rebels captured a military base near Goma.", None),
]


def names(actors: tuple[Said[Actor], ...]) -> str:
    return ", ".join(actor.value.name for actor in actors)


def row(finding: ControlFinding) -> str:
    sides = (names(finding.holder), names(finding.from_), names(finding.per))
    return " | ".join((finding.change.value, finding.area.value, *sides))


def words(report: Report, said: Said[Any]) -> list[str]:
    return [span.of(report.document.text) for span in said.words]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_claims(read_as_far_as: Read, text: str, expected: list[str]) -> None:
    report, found = read_as_far_as(text, "control")
    assert [row(claim.finding) for claim in found.control] == expected
    for observation in control.observations(report, found.control.all):
        for _, said in saids(observation.finding):
            assert rule_holds("control", said, words(report, said)), said


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "control")
    assert [row(claim.finding) for claim in found.control] == []


@pytest.mark.parametrize(("text", "expected"), TWICE)
def test_told_twice(read_as_far_as: Read, text: str, expected: list[str]) -> None:
    _, found = read_as_far_as(text, "control")
    claims = [(claim.finding.change.value, claim.finding.area.value, len(claim.evidence)) for claim in found.control]
    assert [" | ".join(map(str, claim)) for claim in claims] == expected


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_is_only_where_all_of_it_is_meant(read_as_far_as: Read, text: str, place: str | None) -> None:
    _, found = read_as_far_as(text, "control")
    (claim,) = found.control
    assert (claim.finding.place.value.name if claim.finding.place else None) == place


@pytest.mark.parametrize(("text", "expected"), [row for row in TOLD if row[1]][::3])
def test_a_corrupted_change_does_not_hold(read_as_far_as: Read, text: str, expected: list[str]) -> None:
    report, found = read_as_far_as(text, "control")
    for claim in found.control:
        change = claim.finding.change
        wrong = "reopened" if change.value != "reopened" else "took"
        assert holds(control.RULES, change.rule, change.value, words(report, change))
        assert not holds(control.RULES, change.rule, wrong, words(report, change))
        assert not holds(control.RULES, claim.finding.area.rule, "somewhere else", words(report, claim.finding.area))


def test_a_corrupted_side_does_not_hold(read_as_far_as: Read) -> None:
    report, found = read_as_far_as("Shells hit the rebel-held city of Aleppo.", "control")
    (claim,) = found.control
    (holder,) = claim.finding.holder
    wrong = structs.replace(holder.value, name="government")
    assert holds(control.RULES, holder.rule, holder.value, words(report, holder))
    assert not holds(control.RULES, holder.rule, wrong, words(report, holder))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.sampled_from('rebels captured fell to under control of the -held "“” towns Goma , . \n'),
        max_size=60,
    )
)
def test_no_text_raises(read_as_far_as: Read, text: str) -> None:
    read_as_far_as(text, "control")
