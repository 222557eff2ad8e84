"""Sentences, and the events they tell: PLOVER type and mode, status, who did it, and to whom."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.checking_rules import rule_holds
from onrecord.model.documents import Document, Part
from onrecord.model.findings import EventFinding, Observation
from onrecord.model.saids import saids
from onrecord.model.spans import Span
from onrecord.reading import find, keeping, parsed
from onrecord.reading.events import reader as events
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.language import Parser
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]

COUNCIL = "United Nations Security Council"
RED_CROSS = "International Committee of the Red Cross"
TABLE: list[tuple[str, list[str]]] = [
    # what came after another's deed is not its harm; a loss in a raid is not the raid's aim
    (
        "The ambush in Soum came a day after jihadists raided a village, killing ten people.",
        ["ASSAULT happened: jihadists > people"],
    ),
    (
        "Two soldiers who were abducted during an operation against the ELN have been freed.",
        ["ASSAULT/abduct happened:  > soldiers", "RETREAT/release happened:  > soldiers"],
    ),
    ("Four soldiers were killed in an operation against Boko Haram in Borno.", ["ASSAULT happened:  > soldiers"]),
    ("Eleven soldiers were wounded in a raid on Al-Shabaab near Jowhar.", ["ASSAULT happened:  > Al-Shabaab"]),
    # what sums up deeds at something else is not the one told before it
    (
        "The Houthis also fired missiles toward Israel. The assaults on ships have raised prices.",
        ["ASSAULT/heavy-weapons happened: Houthis > Israel", "ASSAULT happened:  > "],
    ),
    # which of two has done it is unsure
    (
        "The country has been ravaged by violence linked to the Islamic State group that has displaced 90,000 people.",
        ["SANCTION/expel happened:  > people"],
    ),
    # whoever is made to end it does it
    (
        "The Houthis said they hoped to force Israel to end its offensive in Gaza.",
        ["ASSAULT ongoing: Israel > "],
    ),
    # what could be heard was heard; what was hit, though nobody says by whom
    ("Gunfire could be heard in Juba on Sunday.", ["ASSAULT/firearms happened:  > "]),
    ("Six locations were targeted in Homs province.", ["ASSAULT happened:  > "]),
    ("A clinic was hit in Kharkiv on Friday.", ["ASSAULT happened:  > "]),
    ("Pirates hijacked a dhow off Eyl on Thursday.", ["COERCE/seize happened: pirates > "]),
    ("Police used tear gas to disperse a march in Dakar.", ["ASSAULT/crowd-control happened: police > "]),
    # captives, castaways, those hacked to death, those cracked down upon
    (
        "Gunmen have freed dozens of schoolchildren kidnapped in Zamfara.",
        ["RETREAT/release happened: gunmen > schoolchildren", "ASSAULT/abduct happened:  > schoolchildren"],
    ),
    ("A total of 1,200 prisoners have been exchanged since May.", ["RETREAT/release happened:  > prisoners"]),
    ("A total of 75 hostages were released in Kaya on Sunday.", ["RETREAT/release happened:  > hostages"]),
    ("Guerrillas released three engineers in Tibu on Sunday.", ["RETREAT/release happened: guerrillas > engineers"]),
    ("The army says it has lifted the siege of Kadugli.", ["RETREAT/access happened:  > "]),
    ("Seventy students were snatched in Kaya on Monday.", ["ASSAULT/abduct happened:  > students"]),
    ("The Indian navy rescued 21 crew members from a burning tanker.", ["AID happened: Indian navy > "]),
    ("Militants hacked 20 farmers to death near Eringeti.", ["ASSAULT happened: militants > farmers"]),
    ("The army began a crackdown on criminal gangs in Zamfara.", ["COERCE happened: army > criminal gangs"]),
    ("Fighting started in Khartoum on 15 April.", ["ASSAULT happened:  > "]),
    (
        "The US navy has many ships. Rebels downed a US drone near Hodeidah.",
        ["ASSAULT happened: rebels > United States"],
    ),
    # a noun that the parse takes for a verb; fighting of which no side is named
    ("Shelling hit a school in Stepanakert.", ["ASSAULT/heavy-weapons happened:  > "]),
    ("Looting continued in Wad Madani on Monday.", ["ASSAULT/destroy ongoing:  > "]),
    ("Fighting raged in Omdurman on Sunday.", ["ASSAULT ongoing:  > "]),
    ("Heavy fighting broke out in Sake late on Monday.", ["ASSAULT happened:  > "]),
    ("Fierce fighting is going on in Vovchansk.", ["ASSAULT ongoing:  > "]),
    ("Clashes were reported in Goma on Monday.", ["ASSAULT happened:  > "]),
    ("Gunfire was heard in Port Sudan early on Saturday.", ["ASSAULT/firearms happened:  > "]),
    ("Violence erupted in Sweida on Sunday.", ["ASSAULT happened:  > "]),
    # talks broken off: one deed, by whoever does it, that happened
    (
        "Colombia suspended peace talks with the ELN.",
        ["SANCTION/discontinue happened: Colombia > National Liberation Army"],
    ),
    ("The government halted peace talks with the rebels.", ["SANCTION/discontinue happened: government > rebels"]),
    ("Azerbaijan withdrew from peace talks with Armenia.", ["SANCTION/discontinue happened: Azerbaijan > Armenia"]),
    ("The junta walked out of talks with the rebels.", ["SANCTION/discontinue happened: junta > rebels"]),
    ("The junta called off negotiations with the rebels.", ["SANCTION/discontinue happened: junta > rebels"]),
    ("Talks between Rwanda and the M23 have been suspended.", ["SANCTION/discontinue happened:  > Rwanda + M23"]),
    # borders, curfews, aid withheld and brought
    ("Rwanda closed its border with Burundi on Thursday.", ["COERCE/restrict happened: Rwanda > Burundi"]),
    ("Niger shut its airspace on Monday.", ["COERCE/restrict happened: Niger > "]),
    ("The junta imposed martial law in Lashio.", ["COERCE/martial-law happened: junta > "]),
    ("Israel prevented aid trucks from entering Gaza.", ["COERCE/withhold happened: Israel > "]),
    ("Soldiers turned back an aid convoy in Kachin state.", ["COERCE/withhold happened: soldiers > "]),
    ("Aid trucks entered Gaza on Sunday.", ["AID happened:  > "]),
    ("A convoy carrying medical supplies reached Mekelle on Wednesday.", ["AID happened:  > "]),
    ("The Red Cross evacuated 84 wounded people from Mariupol.", [f"AID happened: {RED_CROSS} > people"]),
    # prisoners swapped, children recruited, mutinies and coups, attacks on computers
    ("Russia and Ukraine exchanged 200 prisoners on Friday.", ["RETREAT/release happened: Russia > Ukraine"]),
    ("Armed groups recruited 120 children in Cauca.", ["MOBILIZE happened: armed groups > children"]),
    ("Soldiers mutinied at a base in Bouake.", ["PROTEST happened: soldiers > "]),
    ("Army officers seized power in a coup in Gabon.", ["COERCE/seize happened: army officers > "]),
    ("Hackers attacked government websites in Kyiv on Monday.", ["COERCE/cyber happened:  > government"]),
    # whoever claims or is blamed for a deed is told to have done it, by his word or by the accuser's
    ("The Taliban claimed responsibility for a bombing in Kabul.", ["ASSAULT happened: Taliban > "]),
    ("The attack on the barracks in Gao was claimed by Al-Shabaab.", ["ASSAULT happened: Al-Shabaab > "]),
    ("The rebels did not claim the attack on the barracks in Gao.", ["ASSAULT happened:  > "]),
    (
        "The government blamed Fano for an ambush in Gondar.",
        ["ACCUSE happened: government > Fano", "ASSAULT/firearms happened: Fano > "],
    ),
    # those of whom a word before the weapon tells
    ("A rebel drone struck a market in Goma on Sunday.", ["ASSAULT/drone happened: rebels > "]),
    ("On Monday, junta jets bombed a village in Sagaing.", ["ASSAULT/aerial happened: junta > "]),
    # one attack, whichever words tell it; a weapon settles how
    ("The town of Bara was bombarded by planes on Tuesday.", ["ASSAULT/aerial happened:  > "]),
    ("The army bombarded the town of Bara on Tuesday.", ["ASSAULT happened: army > "]),
    (
        "Ten civilians were killed in Goma on Monday when a rebel drone struck a market.",
        ["ASSAULT/drone happened: rebels > civilians"],
    ),
    ("A drone strike destroyed a hospital in Derna.", ["ASSAULT/drone happened:  > "]),
    ("Two peacekeepers died when their vehicle hit a landmine near Gao.", ["ASSAULT/explosives happened:  > "]),
    (
        "Police used live ammunition against demonstrators in Dakar.",
        ["ASSAULT/firearms happened: police > demonstrators"],
    ),
    (
        "Cambodian forces shelled and bombed several villages.",
        ["ASSAULT/heavy-weapons happened: Cambodian armed forces > "],
    ),
    (
        "Ten people were killed when shells fired by the army landed on a market in Sennar.",
        ["ASSAULT/heavy-weapons happened: army > people"],
    ),
    (
        "A convoy came under attack in Bentiu, with one peacekeeper wounded.",
        ["ASSAULT happened:  > peacekeeper (unnamed)"],
    ),
    # who fights whom, where one side is the subject of the clause; who is behind the fire
    (
        "M23 rebels captured Walikale after days of fighting with the army.",
        ["COERCE/seize happened: M23 > ", "ASSAULT happened: M23 > army"],
    ),
    (
        "Two civilians were killed by fire from Azerbaijani forces in Stepanakert.",
        ["ASSAULT happened: Azerbaijani armed forces > civilians"],
    ),
    ("Thailand and Cambodia exchanged heavy artillery fire on Friday.", ["ASSAULT happened: Thailand > Cambodia"]),
    # nobody is fired; a title tells news with "as"
    (
        "Armed attackers from the hills fired from rifles and threw bombs in Imphal on Sunday.",
        ["ASSAULT/explosives happened: armed attackers > "],
    ),
    ("Dozens dead as rebels attack Goma", ["ASSAULT happened: rebels > "]),
    # people attacked, buildings burned, homes left, mines laid, embargoes, captures, by whomever
    ("Aid workers were attacked in Renk on Monday.", ["ASSAULT happened:  > aid workers"]),
    ("Rioters burned a police station in Honiara.", ["ASSAULT/destroy happened: rioters > "]),
    (
        "The offensive has forced 80,000 people from their homes around Kupiansk.",
        ["SANCTION/expel happened:  > people"],
    ),
    ("The rebels laid mines on the road to Goma.", ["MOBILIZE/weapons happened: rebels > "]),
    (
        "The army commander was captured by rebels in Wau.",
        ["COERCE/arrest happened: rebels > army commander (unnamed)"],
    ),
    (
        "The UN Security Council extended an arms embargo on South Sudan.",
        [f"SANCTION/discontinue happened: {COUNCIL} > South Sudan"],
    ),
    # a clause that says whose the deed was, or who claims it
    (
        "The attack, which was carried out by fighters of Islamic State, killed 20 people in Kirkuk.",
        ["ASSAULT happened: Islamic State > people"],
    ),
    (
        "An attack that was claimed by the Taliban killed four soldiers in Kunduz.",
        ["ASSAULT happened: Taliban > soldiers"],
    ),
    ("At least 12 people were burned alive in Djugu.", ["ASSAULT happened:  > people"]),
    # what is launched and what is aimed at; one word for a person and a plane
    ("A fighter jet was brought down near Mekelle.", ["ASSAULT happened:  > "]),
    ("Houthis fired a missile at a US destroyer.", ["ASSAULT/heavy-weapons happened: Houthis > United States"]),
    ("A bomber blew up a bus in Kabul.", ["ASSAULT/explosives happened: bomber (unnamed) > "]),
    ("Troops exchanged gunfire with militants in Kashmir.", ["ASSAULT happened: troops > militants"]),
    ("Police dispersed protesters in Nairobi with tear gas.", ["ASSAULT/crowd-control happened: police > protesters"]),
    ("Kidnappings surged in Port-au-Prince in March.", ["ASSAULT/abduct happened:  > "]),
    ("Azerbaijan handed over ten prisoners to Armenia.", ["RETREAT/release happened: Azerbaijan > Armenia"]),
    # what something is named after is not what was done
    ("The company closed its airport office in Goma.", []),
    ("The company launched a drone service in Goma.", []),
    ("The bank provides food vouchers in Goma.", []),
    ("The team struck twice and beat the other side in Goma.", []),
    # a state of siege; people brought out
    ("Congo declared a state of siege in Ituri.", ["COERCE/martial-law happened: Democratic Republic of the Congo > "]),
    ("About 5,000 civilians have been evacuated to a base of the army.", ["AID happened:  > civilians"]),
    # a second attack is not the first one told again
    (
        "Rebels attacked a convoy near Gao. The second attack targeted a base in Kidal.",
        ["ASSAULT happened: rebels > ", "ASSAULT happened:  > "],
    ),
    # the words that say whose a weapon was, at whom it went, or that a strike was launched, tell no deed of their own
    (
        "A drone launched by the Houthis struck a tanker off Hodeidah on Tuesday.",
        ["ASSAULT/drone happened: Houthis > "],
    ),
    (
        "A car bomb targeting soldiers exploded in Kabul, killing 14 people.",
        ["ASSAULT/explosives happened:  > soldiers + people"],
    ),
    (
        "The rebels launched a drone and artillery strike on a shelter in El Fasher.",
        ["ASSAULT/drone happened: rebels > "],
    ),
    (
        "An air raid on a school in Yangon that killed seven children was condemned.",
        ["ASSAULT/aerial happened:  > children"],
    ),
    # who kills himself to kill others is no accident
    (
        "A suicide bomber killed 14 people at a checkpoint in Mogadishu.",
        ["ASSAULT/suicide-attack happened: suicide bomber (unnamed) > people"],
    ),
    ("Hostilities resumed in Stepanakert.", ["ASSAULT happened:  > "]),
    # an outbreak of fighting is none of a disease
    ("Three rebels were killed in an outbreak of fighting near Goma.", ["ASSAULT happened:  > rebels"]),
    # "the battle" takes up no abduction
    (
        "Rebels kidnapped two priests in Goma. Eight fighters were killed in the battle on Monday.",
        ["ASSAULT/abduct happened: rebels > priests", "ASSAULT happened:  > fighters"],
    ),
    # what somebody is engaged in
    (
        "The ELN is engaged in an armed confrontation with the army in Catatumbo.",
        ["ASSAULT happened: National Liberation Army > army"],
    ),
    ("Rebels engaged in a battle with the army near Goma.", ["ASSAULT happened: rebels > army"]),
    ("The army engaged Fano fighters near Gondar on Monday.", ["ASSAULT happened: army > Fano"]),
    # whose a series of things is, and who did what others tell of in an aside
    ("Jets bombed a series of rebel positions in Taiz on Monday.", ["ASSAULT/aerial happened:  > rebels"]),
    ("The army, witnesses told reporters, shelled the market.", ["ASSAULT/heavy-weapons happened: army > "]),
    ("A missile slammed into a block of flats in Kharkiv.", ["ASSAULT/heavy-weapons happened:  > "]),
    ("Gunmen incinerated four lorries in Cauca.", ["ASSAULT/destroy happened: gunmen > "]),
    (
        "Russian forces shelled Kherson overnight, wounding three residents.",
        ["ASSAULT/heavy-weapons happened: Russian armed forces > residents"],
    ),
    (
        "The RSF attacked Zamzam camp on Friday, killing more than 100 civilians.",
        ["ASSAULT happened: Rapid Support Forces > civilians"],
    ),
    ("Israeli air strikes on Gaza killed 12 people on Tuesday.", ["ASSAULT/aerial happened: Israel > people"]),
    (
        "A RSF drone attack on a mosque in El Fasher killed at least 70 worshippers on Friday.",
        ["ASSAULT/drone happened: Rapid Support Forces > worshippers"],
    ),
    ("Gunmen killed 12 villagers in Plateau state on Sunday.", ["ASSAULT/firearms happened: gunmen > villagers"]),
    ("Ukrainian drones hit an oil refinery in Saratov, the governor said.", ["ASSAULT/drone happened: Ukraine > "]),
    (
        "The Colombian army said ELN rebels ambushed a patrol in Arauca, killing nine soldiers.",
        ["ASSAULT/firearms happened: National Liberation Army > soldiers"],
    ),
    (
        "Azerbaijani troops shelled Armenian positions near Vardenis. Armenian forces returned fire.",
        [
            "ASSAULT/heavy-weapons happened: Azerbaijani armed forces > Armenian armed forces",
            "ASSAULT happened: Armenian armed forces > ",
        ],
    ),
    (
        "Turkish artillery struck Syrian positions near Saraqeb. Syrian troops withdrew.",
        [
            "ASSAULT/heavy-weapons happened: Turkish Armed Forces > Syrian army",
            "RETREAT/withdraw happened: Syrian army > ",
        ],
    ),
    ("One battle in Bakhmut killed 200 people.", ["ASSAULT happened:  > people"]),
    ("Rebels sank a ferry near Goma, killing 12 people.", ["ASSAULT/destroy happened: rebels > people"]),
    ("Fire from tanks killed six people in Rafah.", ["ASSAULT happened:  > people"]),
    ("A patrol came under fire from jihadists near Tessalit.", ["ASSAULT happened: jihadists > "]),
    ("Rockets landed in Haifa on Friday, the army said.", ["ASSAULT/heavy-weapons happened:  > "]),
    ("Russian warplanes halted air strikes against Aleppo.", ["RETREAT/ceasefire happened: Russian Air Force > "]),
    ("The rebels cut the last road into Goma.", ["COERCE/restrict happened: rebels > "]),
    ("The militia drove hundreds of families out of Robles.", ["SANCTION/expel happened: militia > families"]),
    ("Houthi fighters shot down a US drone over Marib on Monday.", ["ASSAULT happened: Houthis > United States"]),
    (
        "Two protesters were shot dead by police in Nairobi on Tuesday.",
        ["ASSAULT/firearms happened: police > protesters"],
    ),
    (
        "The junta's jets dropped bombs on a school in Sagaing, killing nine children.",
        ["ASSAULT/aerial happened: junta > children"],
    ),
    ("Russia fired 20 missiles at Kyiv early on Friday.", ["ASSAULT/heavy-weapons happened: Russia > "]),
    ("Hezbollah launched dozens of rockets at Haifa.", ["ASSAULT happened: Hezbollah > "]),
    ("Kidnappers abducted 30 students in Kaduna.", ["ASSAULT/abduct happened: kidnappers > students"]),
    (
        "Clashes between Sudanese and Ethiopian troops killed six soldiers in al-Fashaga.",
        ["ASSAULT happened: Sudanese Armed Forces > Ethiopian National Defence Force"],
    ),
    (
        "M23 rebels clashed with Congolese troops near Goma on Thursday.",
        ["ASSAULT happened: M23 > Armed Forces of the Democratic Republic of the Congo"],
    ),
    (
        "Eight soldiers were killed in an ambush by jihadists in northern Burkina Faso.",
        ["ASSAULT/firearms happened: jihadists > soldiers"],
    ),
    (
        "The killing of six aid workers by shelling in Khan Younis was condemned.",
        ["ASSAULT/heavy-weapons happened:  > aid workers"],
    ),
    (
        "Taliban fighters launched an offensive to capture Kunduz from government forces.",
        ["ASSAULT happened: Taliban > government forces"],
    ),
    (
        "Rebels launched an offensive to recapture villages that they had lost to Syrian forces near Hama.",
        ["ASSAULT happened: rebels > Syrian army"],
    ),
    (
        "Government troops shelled rebel-held Douma, killing two children.",
        ["ASSAULT/heavy-weapons happened: government troops > children + rebels"],
    ),
    (
        "The army bombed villages held by the SPLA in Blue Nile.",
        ["ASSAULT happened: army > Sudan People's Liberation Army"],
    ),
    ("An explosion at a weapons depot in Latakia wounded three people.", ["ASSAULT/explosives happened:  > people"]),
    (
        "Police fired tear gas at demonstrators in Port-au-Prince.",
        ["ASSAULT/crowd-control happened: police > demonstrators"],
    ),
    (
        "Rebel fighters in Marib received anti-tank missiles from Iran, a diplomat said.",
        ["AID happened: Iran > rebel fighters"],
    ),
    ("The United States supplied Ukraine with artillery shells.", ["AID happened: United States > Ukraine"]),
    ("Russia sent 2,000 troops to the border with Ukraine.", ["MOBILIZE/troops happened: Russia > "]),
    ("Eritrea has massed tanks near Zalambessa, residents said.", ["MOBILIZE/weapons happened: Eritrea > "]),
    (
        "Turkish troops were setting up a new military post south of Idlib.",
        ["MOBILIZE/troops ongoing: Turkish Armed Forces > "],
    ),
    (
        "Ethiopian troops withdrew from Mekelle on Monday.",
        ["RETREAT/withdraw happened: Ethiopian National Defence Force > "],
    ),
    ("Armenia released eight prisoners of war.", ["RETREAT/release happened: Armenia > prisoners"]),
    ("Police arrested 40 demonstrators in Khartoum.", ["COERCE/arrest happened: police > demonstrators"]),
    ("The army imposed a curfew in Bamako.", ["COERCE/curfew happened: army > "]),
    (
        "Thousands of civilians fled El Fasher after the RSF attack.",
        ["SANCTION/expel happened:  > civilians", "ASSAULT happened: Rapid Support Forces > "],
    ),
    ("The offensive has displaced 300,000 people.", ["SANCTION/expel happened:  > people"]),
    ("Fighting forced thousands of people to flee their homes in Tigray.", ["SANCTION/expel happened:  > people"]),
    ("Thousands rallied in Tbilisi against the government.", ["PROTEST/demo happened:  > government"]),
    ("Hamas accused Israel of violating the truce.", ["ACCUSE happened: Hamas > Israel"]),
    (
        "Armenia rejected Azerbaijani allegations that its troops had opened fire.",
        ["REJECT happened: Armenia > Azerbaijan"],
    ),
    ("Kyiv rejected a Russian proposal for a truce.", ["REJECT happened: Ukraine > Russia"]),
    ("President Biden called on Israel to protect civilians.", ["REQUEST happened: Joe Biden > Israel"]),
    (
        "Macron said he and Scholz were calling on both sides to respect the ceasefire.",
        ["REQUEST happened: Emmanuel Macron > sides"],
    ),
    ("Sudan demanded that Ethiopia withdraw its troops from al-Fashaga.", ["REQUEST happened: Sudan > Ethiopia"]),
    (
        "The United States imposed sanctions on the RSF.",
        ["SANCTION/discontinue happened: United States > Rapid Support Forces"],
    ),
    (
        "Turkey and Russia cancelled a joint patrol in northern Syria.",
        ["SANCTION/discontinue called off: Turkey > Russia"],
    ),
    ("Israel plans to attack Rafah, an official said.", ["ASSAULT planned: Israel > "]),
    ("Islamic State fighters are attacking Kobani, residents said.", ["ASSAULT ongoing: Islamic State > "]),
    ("Rwandan soldiers are shelling the camp at Kibumba.", ["ASSAULT/heavy-weapons ongoing: Rwanda Defence Force > "]),
    (
        "The UN said Sudanese army jets bombed a market in Tora, killing hundreds.",
        ["ASSAULT/aerial happened: Sudanese Air Force > "],
    ),
    (
        "Gunmen attacked a village in Benue. The attack killed 20 people.",
        ["ASSAULT/firearms happened: gunmen > people"],
    ),
    ("Azerbaijan shot down an Armenian warplane in 2016.", ["ASSAULT happened: Azerbaijan > Armenia"]),
    (
        "Pakistani air strikes in Paktika killed 46 people, the Taliban government said.",
        ["ASSAULT/aerial happened: Pakistan > people"],
    ),
    ("A car bomb in Damascus killed two people.", ["ASSAULT/explosives happened:  > people"]),
    ("Mortar fire hit a bus in Donetsk, killing four civilians.", ["ASSAULT/heavy-weapons happened:  > civilians"]),
    (
        "A Ukrainian sniper shot a Russian officer near Bakhmut.",
        ["ASSAULT/firearms happened: Ukrainian sniper (unnamed) > Russian officer (unnamed)"],
    ),
    ("Iran attacked Israel with ballistic missiles.", ["ASSAULT/heavy-weapons happened: Iran > Israel"]),
    (
        "Boko Haram militants beheaded 10 fishermen near Lake Chad.",
        ["ASSAULT/targeted happened: Boko Haram > fishermen"],
    ),
    ("Militiamen raped dozens of women in Tawila, survivors said.", ["ASSAULT/sexual happened: militiamen > women"]),
    ("Gang members burned a police station in Croix-des-Bouquets.", ["ASSAULT/destroy happened: gang members > "]),
    ("Azerbaijan has blockaded the Lachin corridor.", ["COERCE/restrict happened: Azerbaijan > "]),
    ("The rebels surrendered to the army in Kananga.", ["RETREAT/disarm happened: rebels > army"]),
    ("Marib was attacked by Houthi forces on Sunday.", ["ASSAULT happened: Houthis > "]),
    ("Myanmar's army denied shelling the hospital in Sittwe.", ["ASSAULT/heavy-weapons denied: Myanmar military > "]),
    ("Russia invaded Ukraine.", ["ASSAULT happened: Russia > Ukraine"]),
    ("Fano militiamen stormed a police station in Gondar.", ["ASSAULT happened: Fano > "]),
    ("Two children were killed when a mine exploded in Donetsk.", ["ASSAULT/explosives happened:  > children"]),
    (
        "Israel struck Hezbollah positions in southern Lebanon on Monday. The strike destroyed a rocket launcher.",
        ["ASSAULT happened: Israel > Hezbollah"],
    ),
    (
        "Sudanese forces have pulled back. Sudanese shelling killed nine people in Bahri.",
        [
            "RETREAT/withdraw happened: Sudanese Armed Forces > ",
            "ASSAULT/heavy-weapons happened: Sudanese Armed Forces > people",
        ],
    ),
    (
        "Houthi fighters attacked government positions in Marib. Yemeni government forces repelled them.",
        ["ASSAULT happened: Houthis > Yemeni armed forces"],
    ),
    ("Three soldiers died when gunmen ambushed their convoy near Gao.", ["ASSAULT/firearms happened: gunmen > "]),
    (
        "The rebels said their forces had shot down a government jet over Misrata.",
        ["ASSAULT happened: rebels > government"],
    ),
    (
        "Syrian forces have been pushing to capture Idlib, the last rebel stronghold in the country.",
        ["ASSAULT happened: Syrian army > rebels"],
    ),
    (
        "The Ethiopian army launched an operation against Fano militants in Amhara.",
        ["ASSAULT happened: Ethiopian National Defence Force > Fano"],
    ),
    (
        "Burkinabe soldiers executed 223 villagers in Soro, Human Rights Watch said.",
        ["ASSAULT/targeted happened: Burkinabe armed forces > villagers"],
    ),
    (
        "The junta extended its offensive in Kayin, displacing 10,000 people.",
        ["SANCTION/expel happened: junta > people"],
    ),
    ("Air strikes and shelling killed 18 people in Khartoum.", ["ASSAULT/aerial happened:  > people"]),
    (
        "Ukrainian forces fired rockets at a Russian base near Melitopol.",
        ["ASSAULT/heavy-weapons happened: Armed Forces of Ukraine > Russia"],
    ),
    ("Azerbaijan's attack on Stepanakert killed a child.", ["ASSAULT happened: Azerbaijan > child (unnamed)"]),
    ("Chadian soldiers freed 20 hostages near Bol.", ["RETREAT/release happened: Chadian armed forces > hostages"]),
    ("Russia withdrew its forces from Kherson.", ["RETREAT/withdraw happened: Russia > "]),
    (
        "Somali troops and al-Shabaab fighters exchanged fire in Kismayo.",
        ["ASSAULT happened: Somali armed forces > Al-Shabaab"],
    ),
    ("Iran supplied the Houthis with drones.", ["AID happened: Iran > Houthis"]),
    (
        "The ELN declared a truce. Guerrillas of the ELN blew up a pipeline in Arauca.",
        ["ASSAULT/explosives happened: guerrillas > "],
    ),
    ("Kenyan police opened fire on protesters in Nairobi.", ["ASSAULT/firearms happened: Kenyan police > protesters"]),
    ("Turkey condemned Israel for bombing Gaza.", ["ACCUSE happened: Turkey > Israel", "ASSAULT happened: Israel > "]),
    ("Niger expelled the French ambassador.", ["SANCTION/expel happened: Niger > French ambassador (unnamed)"]),
    ("Gangs besieged the main hospital in Port-au-Prince.", ["COERCE/restrict happened: gangs > "]),
    ("Armenia and Azerbaijan signed an agreement on transit.", ["AGREE happened: Armenia > Azerbaijan"]),
    (
        "The gunmen attacked the post and the soldiers returned fire.",
        ["ASSAULT/firearms happened: gunmen > ", "ASSAULT happened: soldiers > "],
    ),
    ("Protesters stormed the parliament in Baghdad on Saturday.", ["ASSAULT happened: protesters > "]),
    (
        "MSF suspended its activities in Zamzam camp after shelling.",
        ["SANCTION/discontinue happened: Médecins Sans Frontières > "],
    ),
    (
        "The World Food Programme suspended its operations in Gezira.",
        ["SANCTION/discontinue happened: World Food Programme > "],
    ),
    (
        "Tigrayan fighters hit a government convoy. The Ethiopian government denied it.",
        ["ASSAULT happened: Tigray Defence Forces > Ethiopian government"],
    ),
    (
        "Somali militants attacked a government base in Galkayo. The Kenyan government condemned it.",
        ["ASSAULT happened: Somali militants > government"],
    ),
    ("The RSF said its fighters shelled El Fasher.", ["ASSAULT/heavy-weapons happened: Rapid Support Forces > "]),
    ("The Russian defence ministry said its forces shelled Kharkiv.", ["ASSAULT/heavy-weapons happened: Russia > "]),
    ("Turkey said it would not accept the proposal.", ["REJECT happened: Turkey > "]),
    ("Israel and Hamas agreed to a truce.", ["AGREE happened: Israel + Hamas > "]),
    (
        "Ukraine's president spoke by phone with Emmanuel Macron on Tuesday.",
        ["CONSULT/phone happened: Ukraine's president (unnamed) > Emmanuel Macron"],
    ),
    ("Haitian gang leaders threatened to attack the airport.", ["THREATEN happened: Haitian gang leaders > "]),
    ("Cambodia downgraded diplomatic ties with Thailand.", ["SANCTION/withdraw happened: Cambodia > Thailand"]),
    ("South Sudan recalled its ambassador from Khartoum.", ["SANCTION/withdraw happened: South Sudan > "]),
    ("The army did not attack the village.", ["ASSAULT denied: army > "]),
    (
        "France promised it would intensify air strikes on Gaddafi's forces as fighting raged in Benghazi.",
        ["ASSAULT/aerial ongoing: France > Libyan armed forces", "ASSAULT ongoing:  > "],
    ),
    (
        'In Misrata, Gadhafi "is bombing his way into the city," witness Mohamed Ali said.',
        ["ASSAULT ongoing: Muammar Gaddafi > "],
    ),
    (
        "Libyan demonstrations spread to Tobruk, where police shot a protester.",
        ["ASSAULT/firearms happened: police > protester (unnamed)"],
    ),
    ("The Russians shelled Kharkiv.", ["ASSAULT/heavy-weapons happened: Russia > "]),
    (
        "Turkish-backed Syrian rebels shot down a government helicopter near Aleppo. Syrian troops and the Turkish "
        "government were silent.",
        ["ASSAULT happened: Turkish-backed Syrian rebels > Syrian army"],
    ),
]

ANSWERS: list[tuple[str, list[str]]] = [
    (
        "Houthi forces have pushed towards Marib since May. Their shelling on Monday killed eight Saudi soldiers, "
        "triggering a retaliation.",
        [
            "ASSAULT happened: Houthis > ",
            "ASSAULT/heavy-weapons happened: Houthis > Saudi armed forces",
            "ASSAULT happened: Saudi armed forces > Houthis",
        ],
    ),
    (
        "The M23 rebels advanced on Goma. They killed nine Congolese soldiers on Monday.",
        [
            "ASSAULT happened: M23 > ",
            "ASSAULT happened: M23 > Armed Forces of the Democratic Republic of the Congo",
        ],
    ),
    (
        "The Arakan Army launched an offensive on Sittwe. Its fighters shelled a police station on Friday.",
        ["ASSAULT happened: Arakan Army > ", "ASSAULT/heavy-weapons happened: Arakan Army > "],
    ),
    (  # behind what the minister says nobody is sure
        "The minister said rebels had attacked the town. They killed eight people.",
        ["ASSAULT happened: rebels > ", "ASSAULT happened:  > people"],
    ),
    (
        "Hezbollah fired rockets at Israeli soldiers on Monday, triggering Israeli retaliation.",
        [
            "ASSAULT/heavy-weapons happened: Hezbollah > Israel Defense Forces",
            "ASSAULT happened: Israel Defense Forces > Hezbollah",
        ],
    ),
    ("A bombing killed two civilians in Mosul, prompting retaliation.", ["ASSAULT happened:  > civilians"]),
    (
        "Jihadists launched an assault on Djibo at dawn. Burkinabe soldiers managed to repel the attack.",
        ["ASSAULT happened: jihadists > ", "ASSAULT happened: Burkinabe armed forces > jihadists"],
    ),
    (
        "Armenian forces said they repulsed an Azerbaijani attack.",
        ["ASSAULT happened: Armenian armed forces > Azerbaijan"],
    ),
    ("The soldiers repelled the attack in Kidal.", ["ASSAULT happened: soldiers > "]),
    (
        "The Ukrainian army beat back Russian troops near Izium.",
        ["ASSAULT happened: Armed Forces of Ukraine > Russian armed forces"],
    ),
    (  # the parse takes what describes the army for the main verb
        "The Ethiopian army backed by Eritrea also managed to capture Adwa.",
        ["COERCE/seize happened: Ethiopian National Defence Force > "],
    ),
    (
        "Asked whether Russian forces had shelled the plant, the ambassador said it was not true.",
        ["ASSAULT/heavy-weapons denied: Russian armed forces > "],
    ),
    ("Asked whether the army had shelled the camp, the minister said an inquiry had begun.", []),
    (
        "Kenya set up five checkpoints near Gedo last year. Al-Shabaab fighters attacked three checkpoints on Friday.",
        ["MOBILIZE/troops happened: Kenya > ", "ASSAULT happened: Al-Shabaab > Kenya"],
    ),
    ("Nobody was hurt in the shelling of Kharkiv on Monday.", ["ASSAULT/heavy-weapons happened:  > "]),
    (
        "Seven people were killed when Saudi jets bombed a market in Saada on Monday.",
        ["ASSAULT/aerial happened: Saudi Air Force > people"],
    ),
    (
        "The militiamen handed over their weapons to the police in Taiz.",
        [],
    ),
    ("France handed weapons to the militia in Gao.", ["AID happened: France > militia"]),
    (
        "The medics found the bodies of 15 snipers shot on Sunday in Aleppo.",
        ["ASSAULT/firearms happened:  > snipers"],
    ),
    (
        "The ministry said nine people were killed and six wounded when a Russian missile hit a school in Sumy.",
        ["ASSAULT/heavy-weapons happened: Russia > people"],
    ),
    (
        "Rebel fighters faced sustained artillery bombardment by government forces in Taiz.",
        ["ASSAULT/heavy-weapons happened: government forces > rebel fighters"],
    ),
    ("Rebel forces trying to march on Bangui have made gains.", []),
    (
        "A series of Kenyan air strikes killed 20 militants and destroyed eight vehicles near Afmadow.",
        ["ASSAULT/aerial happened: Kenya > militants"],
    ),
    (
        "More than 60 civilians were killed and injured in bombings that targeted bus stations in Tartus.",
        ["ASSAULT happened:  > civilians"],
    ),
    (
        "The camp, which has been fighting Houthi forces since May, was shelled.",
        ["ASSAULT ongoing:  > Houthis", "ASSAULT/heavy-weapons happened:  > "],
    ),
]

NOTHING = [
    "The troops were surrounded and forcibly transferred to a reservation in Choco.",
    "Police captured four insurgents who were heading for Palma.",
    "Gunfire could not be heard in Juba on Sunday.",
    "The market in Juba was hit hard by inflation.",
    "The district was targeted for investment.",
    "The mayor put the dead at 60 and the wounded at 200.",
    "The ombudsman put at 58 the number of social leaders killed in the first half of the year.",
    "A plane landed in Goma on Friday.",
    "Planes dropped leaflets over Rafah on Monday.",
    "Any injured person who tries to enter the hospital in Yefren is detained.",
    "Anyone who protests in Minsk is arrested by the police.",
    "An Egyptian official said that Cairo had agreed to no such thing.",
    "The Health Ministry has recorded 413 people killed since April.",
    "More than 12,000 people have been killed in Sudan since April.",
    "What is in the deal?\n\n- Israeli forces withdraw over 60 days.\n\n- Hezbollah moves its fighters north.",
    "Residents greeted the fighters with celebratory gunfire in Goma.",
    "A fire at a nightclub killed 59 people in Skopje.",
    "A ferry sank on the Congo river, killing at least 148 people.",
    "It was a joint operation with the navy, sources in Kyiv said.",
    "The minister came under fire for his remarks in Khartoum.",
    "The ministry put the civilian toll at 41 with 207 injured since late September.",
    'NATO was aware of "unconfirmed media reports" that members of the family had been killed in an airstrike.',
    "The president blasted the rebels as unethical.",
    "A woman who has been raped is shunned.",
    "The exceptions are flights by those delivering weapons to the rebels.",
    "These troops fight within the cities.",
    "The rebels vowed not to attack Goma.",
    "Egypt said it will not accept any violation of the ceasefire.",
    "Apple and Google signed an agreement on patents.",
    "The airline suspended its operations in Sudan.",
    "The customer returned the fire extinguisher.",
    "Tourists stormed the beach.",
    "Cameron said Britain had started preparations to deploy aircraft.",
    "All Londoners quizzed agreed they would like to see Gaddafi removed.",
    "Rebel fighters in Ajdabiya were beating a hasty retreat.",
    "The shelter helps women who have been raped.",
    "Carney said it would be premature to send weapons to Libya.",
    "The rebels will have to play catch-up, an analyst said.",
    "Some 55 wounded were treated in Ajdabiya hospital.",
    "A reporter protested and left the room in Ankara.",
    "The ICRC has set up a base in rebel-held Benghazi.",
    "THE DRUG BARONS HAVE PUBLICLY THREATENED TO MURDER 10 JUDGES.",
    "Air raid sirens sounded in Kyiv but no attack followed.",
    "Messi scored with a shot from outside the box as Barcelona attacked Madrid's defence.",
    "A price war broke out between the airlines and shares were hit.",
    "The prime minister's attack on the budget was fierce.",
    "The government launched an operation to vaccinate children.",
    "He rejected the offer.",
    "The champion fought well and struck in the first half.",
    "The company fired 300 workers and was hit by losses.",
    "The minister's push for reform has made progress.",
    "The storm hit Beira and killed 20 people.",
    "Kyiv has failed to neutralise the threat.",
    "Civil war has killed 400,000 people since 2011.",
    "If the rebels attack Goma, the army will respond.",
    "Residents fear that the army could bomb the town.",
    "The UN urged restraint.",
    "Displaced people live in camps around Goma.",
    "The besieged city has no bread.",
    "Soldiers fired in the air.",
    "Militiamen have been accused of looting clinics in Afar.",
    "The talks were a success.",
    "She was killed in a car accident in Lagos.",
    "The museum shows paintings of the battle of Adwa.",
    "The team deployed a new striker and the coach defended his strategy.",
    "The central bank targeted inflation.",
    "No one attacked the convoy in Marib.",
    "The bank froze rates as markets came under fire.",
    "The UN agency sent two medical convoys to Benghazi.",
    "The army set up refugee camps near the border.",
    "The troops would fight if they were attacked.",
    "The operation on his knee went well.",
    "The law strikes a balance between the sides.",
    "The minister called for the killing of the bill.",
    "The film tells of the bombing of Dresden.",
    "Analysts expect clashes if the talks fail.",
    "They called for an end to the shelling.",
    "A cholera outbreak killed 30 people in Goma.",
    "Shares tumbled after the raid on the currency.",
    "An attack would be a mistake.",
    "The striker hit the post twice.",
    "Five miners were killed in an accident in Kolwezi.",
]

AGAIN = [
    ("Gunmen attacked a village in Benue on Sunday.\n\nThe attack killed 20 people.", 1),
    ("Israel struck Hezbollah positions in Lebanon. The strike killed two fighters.", 1),
    ("Air strikes and shelling killed 18 people in Khartoum.", 1),
    ("A bombing attack wounded nine people in Quetta.", 1),
    ("The army attacked the camp, killing 12 people and wounding 30.", 1),
    ("The killing of six aid workers by shelling in Khan Younis was condemned.", 1),
    ("Gunmen attacked a village in Benue. Soldiers attacked a camp in Borno.", 2),
    ("A roadside bomb struck a bus in Kabul, killing two and wounding 14.", 1),
    ("Rebels shelled the airport in Tripoli, damaging a plane.", 1),
    ("At least 22 people were killed and 40 wounded in Misrata.", 1),
    ("Russian forces shelled Kherson. Ukrainian forces shelled Donetsk.", 2),
    ("Hezbollah fired rockets into Israel in retaliation for the killing of its commander.", 2),
]

Rows = list[str]


def line(event: DeedMention[EventFinding]) -> str:
    """The event as the table writes it."""
    finding = event.finding
    code = finding.plover.value if finding.plover else ""
    mode = f"/{finding.mode.value}" if finding.mode else ""
    by, to = (" + ".join(actor.value.name for actor in side) for side in (finding.by, finding.to))
    return f"{code}{mode} {finding.status.value}: {by} > {to}"


def broken(observation: Observation, document: Document) -> list[str]:
    """The fields of which a value does not follow from its words."""
    return [
        field
        for field, said in saids(observation.finding)
        if not rule_holds("event", said, [span.of(document.text) for span in said.words])
    ]


@pytest.mark.parametrize(("text", "expected"), TABLE + ANSWERS)
def test_tells_who_did_what_to_whom(read_as_far_as: Read, text: str, expected: Rows) -> None:
    _, found = read_as_far_as(text, "events")
    assert [line(event) for event in found.events] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_tells_no_event(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "events")
    assert not [event for event in found.events if event.finding.status.value != "denied"]


@pytest.mark.parametrize(("text", "count"), AGAIN)
def test_one_occurrence_is_one_event(read_as_far_as: Read, text: str, count: int) -> None:
    _, found = read_as_far_as(text, "events")
    assert len(found.events) == count


def test_an_occurrence_told_again_has_further_evidence(read_as_far_as: Read) -> None:
    report, found = read_as_far_as("Gunmen attacked a village in Benue. The attack killed 20 people.", "events")
    (event,) = found.events
    assert [report.words(at) for at in event.evidence] == [
        "Gunmen attacked a village in Benue.",
        "The attack killed 20 people.",
    ]
    assert len(event.finding.figures) == 1


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Israeli jets bombed a hospital in Nabatieh.", "object", "hospital"),
        ("Gunmen raided the market area in Goma, killing two people.", "object", "market"),
        ("Jets bombed dozens of rebel positions in Taiz.", "object", "base"),
        ("An air strike tore through a market in Togoga.", "object", "market"),
        ("A shell landed in a camp near Sake on Wednesday.", "object", "base"),
        ("Two bombs dropped by drones hit the airport in Goma overnight.", "object", "airport"),
        ("A drone hit a power plant in Odesa.", "object", "energy site"),
        ("Gunmen attacked an aid convoy in Darfur.", "object", "convoy"),
        ("Rebels shelled the airport in Goma.", "object", "airport"),
        ("Russian troops shelled Sumy.", "sub_event", "Shelling/artillery/missile attack"),
        ("Fighters kidnapped a priest in Kaduna.", "sub_event", "Abduction/forced disappearance"),
        ("Thousands of people fled Bentiu after the attack.", "sub_event", "displacement"),
        ("Gunmen attacked peacekeepers in Beni, killing three.", "context", "peacekeeping"),
    ],
)
def test_codes_come_from_the_words(read_as_far_as: Read, text: str, field: str, expected: str) -> None:
    _, found = read_as_far_as(text, "events")
    values = [getattr(event.finding, field) for event in found.events]
    assert expected in [said.value for said in values if said is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qatar accused the RSF of storming the Qatari embassy.", "storming the Qatari embassy"),
        ("Kyiv accused Russian forces of shelling the plant.", "shelling the plant"),
        ("Rwanda accused the Congolese army of bombing the camp.", "bombing the camp"),
    ],
)
def test_what_somebody_is_accused_of_is_told_without_him(read_as_far_as: Read, text: str, expected: str) -> None:
    _, found = read_as_far_as(text, "events")
    assert [event.finding.what.value for event in found.events] == [expected, expected]


def test_a_planned_meeting_names_its_contact_and_its_plan(read_as_far_as: Read) -> None:
    text = "Aliyev and Pashinyan will meet in Vienna on Friday to discuss border security."
    report, found = read_as_far_as(text, "events")
    (event,) = found.events
    contact, plan = (
        keeping.id_of(report, "contact", found.contacts.all[0]),
        keeping.id_of(report, "commitment", found.commitments.all[0]),
    )
    assert event.finding.same == (contact, plan)


def test_a_context_comes_from_the_deeds_own_clause(read_as_far_as: Read) -> None:
    text = "The hospital said that gunmen attacked a market in Beni, killing 12."
    _, found = read_as_far_as(text, "events")
    assert [event.finding.context for event in found.events] == [None]


def test_where_people_fled_to_is_not_where_they_fled(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Some 2,600 households fled to Goma on Friday.", "events")
    assert [event.finding.place for event in found.events] == [None]


def test_what_stands_below_a_list_of_terms_is_done(read_as_far_as: Read) -> None:
    text = (
        "Terms of the truce:\n\n1. Rebels withdraw from Goma.\n\nRebels shelled Goma on Friday.\n\n- Rebels fled Sake."
    )
    _, found = read_as_far_as(text, "events")
    assert [event.finding.status.value for event in found.events] == ["happened", "happened"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # what borders on a place, or is of a whole country, is not there
        ("Twelve people were killed in an attack on the region bordering Chad.", None),
        ("Shells hit a market in El Fasher on Monday. Millions of people have been displaced.", None),
        ("A car bomb exploded in Kabul on Monday.", "Kabul"),
        ("A drone hit a ship off Aden. Rebels also fired missiles toward Israel.", None),
        ("Fighting raged in Goma on Monday. Soldiers ousted the president.", None),
        ("The army shelled the Kutum and Tawila villages on Thursday.", None),
        # of several places none is where it was, also where one is not known
        ("Gunmen killed 18 villagers in Bokkos and Mangu on Sunday.", None),
        ("Fighting displaced 4,000 people in Kutum and Ghoufrabad.", None),
        ("A drone attack on Kyiv and other Ukrainian cities killed 12 people.", None),
        ("Two people were killed in Donetsk region, five in Kherson region and one in Kharkiv.", None),
        ("A bomb targeting police detonated outside a bank in Quetta.", "Quetta"),
    ],
)
def test_tells_where_it_was(read_as_far_as: Read, text: str, place: str | None) -> None:
    _, found = read_as_far_as(text, "events")
    event = list(found.events)[-1]
    assert (event.finding.place.value.name if event.finding.place else None) == place


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The base in Gao has been targeted many times, with the worst attack in December 2016.", False),
        ("US forces carried out strikes in Somalia, including one in January and two others in February.", False),
        ("The base in Gao was targeted in December 2016.", True),
    ],
)
def test_the_day_of_one_of_many_is_not_that_of_all(read_as_far_as: Read, text: str, on: bool) -> None:
    _, found = read_as_far_as(text, "events")
    assert [event.finding.on is not None for event in found.events] == [on]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The RSF advanced towards El Obeid, the army said.", None),
        ("Russian forces were pushing towards Pokrovsk on Friday.", None),
        ("Syrian forces have been fighting to capture Idlib.", "Idlib"),
    ],
)
def test_where_somebody_goes_is_not_where_he_is(read_as_far_as: Read, text: str, place: str | None) -> None:
    _, found = read_as_far_as(text, "events")
    event = next(event for event in found.events if event.finding.same)
    assert (event.finding.place.value.name.split()[0] if event.finding.place else None) == place


def test_an_event_that_is_a_statement_or_a_contact_names_it(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Hamas accused Israel of violating the truce.", "events")
    (event,) = found.events
    assert len(event.finding.same) == 1


@pytest.mark.parametrize("text", [row[0] for row in TABLE + ANSWERS])
def test_values_hold(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "events")
    for observation in events.observations(report, found.events.all):
        assert not broken(observation, report.document)


@pytest.mark.parametrize(
    ("text", "field", "wrong"),
    [
        ("Russian forces shelled Kherson.", "plover", "AID"),
        ("Russian forces shelled Kherson.", "mode", "firearms"),
        ("Russian forces shelled Kherson.", "sub_event", "Arrests"),
        ("Russian forces shelled Kherson.", "status", "denied"),
        ("A drone hit a hospital in Odesa.", "object", "school"),
        ("Gunmen attacked peacekeepers in Beni, killing three.", "context", "health"),
        ("Hamas accused Israel of violating the truce.", "plover", "ASSAULT"),
        ("Turkey and Russia cancelled a joint patrol in northern Syria.", "plover", "CONSULT"),
    ],
)
def test_a_corrupted_value_does_not_hold(read_as_far_as: Read, text: str, field: str, wrong: str) -> None:
    report, found = read_as_far_as(text, "events")
    event = found.events.all[0]
    said = getattr(event.finding, field)
    finding = msgspec.structs.replace(event.finding, **{field: msgspec.structs.replace(said, value=wrong)})
    (observation,) = events.observations(report, [event._replace(finding=finding)])
    assert broken(observation, report.document)


@pytest.mark.parametrize(
    ("text", "side", "wrong"),
    [
        (
            "Turkish artillery struck Syrian positions near Saraqeb. Syrian troops withdrew.",
            "to",
            "Turkish Armed Forces",
        ),
        ("Government troops shelled rebel-held Douma.", "to", "gangs"),
        ("Macron said he and Scholz were calling on both sides to respect the ceasefire.", "to", "Israel"),
    ],
)
def test_a_corrupted_side_does_not_hold(read_as_far_as: Read, text: str, side: str, wrong: str) -> None:
    report, found = read_as_far_as(text, "events")
    event = found.events.all[0]
    (said,) = getattr(event.finding, side)
    actor = msgspec.structs.replace(said.value, name=wrong)
    finding = msgspec.structs.replace(event.finding, **{side: (msgspec.structs.replace(said, value=actor),)})
    (observation,) = events.observations(report, [event._replace(finding=finding)])
    assert broken(observation, report.document)


WORDS = (
    *(
        "troops",
        "rebels",
        "shelled",
        "attacked",
        "the",
        "of",
        "by",
        "in",
        "on",
        "Goma",
        "Kyiv",
        "an",
        "attack",
        "killing",
    ),
    *(
        "12",
        "people",
        "that",
        "was",
        "were",
        ",",
        ".",
        "and",
        "fled",
        "government",
        "positions",
        "held",
        "from",
        "Israel",
    ),
    *(
        "called",
        "to",
        "withdraw",
        "clashes",
        "between",
        "with",
        "air",
        "strikes",
        "killed",
        "when",
        "sanctions",
        "forces",
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_text_raises(parser: Parser, words: list[str]) -> None:
    text = " ".join(words) or "."
    report = parsed(Document(name="t", text=text, parts=(Part(Span(0, len(text))),), language="en"), parser)
    for observation in events.observations(report, find(report).events.all):
        assert not broken(observation, report.document)


def test_where_sides_met_is_no_place_of_war(read_as_far_as: Read) -> None:
    text = (
        "Turkish and Russian officials held talks in Ankara on Monday. The rebels launched an offensive, Erdogan said."
    )
    _, found = read_as_far_as(text, "events")
    offensive = next(
        event for event in found.events if event.finding.plover and event.finding.plover.value == "ASSAULT"
    )
    assert offensive.finding.place is None


def test_sanctions_are_not_imposed_where_the_rebels_fight(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Rebels seized Goma on Monday. The United States imposed sanctions on M23.", "events")
    seized, imposed = found.events
    assert seized.finding.place is not None
    assert imposed.finding.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked the centre of Goma on Monday.", "Goma"),
        ("Fighting is raging in the center of Bakhmut and five soldiers were wounded in Sloviansk.", "Bakhmut"),
        ("A drone struck the clinic of Mekelle on Monday.", "Mekelle"),
    ],
)
def test_the_town_whose_centre_it_is(read_as_far_as: Read, text: str, place: str) -> None:
    _, found = read_as_far_as(text, "events")
    said = found.events.all[0].finding.place
    assert said is not None
    assert said.value.name == place


def test_deeds_that_and_joins_with_articles_of_their_own_are_two(read_as_far_as: Read) -> None:
    text = "The shelling of markets and the killing of three doctors have angered residents of Nyala."
    _, found = read_as_far_as(text, "events")
    assert [event.finding.what.value for event in found.events.all] == [
        "The shelling of markets",
        "the killing of three doctors",
    ]
    assert not found.events.all[0].finding.to
