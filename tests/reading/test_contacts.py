"""Contacts: who met, telephoned or visited whom, and what became of what was planned."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import ContactFinding
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reading.contacts import reader as contacts
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Read = Callable[[str, str], tuple[Report, Found]]
HELD, PLANNED, PROPOSED, OFF, DENIED = "held", "planned", "proposed", "called off", "denied"

TOLD = [
    # calls on the telephone, without a word for the telephone
    ("Turkish President Recep Tayyip Erdogan called Russian President Vladimir Putin on Sunday.",
     "phone call", HELD, ("Recep Tayyip Erdogan", "Vladimir Putin")),
    ("Colombian President Gustavo Petro called Venezuelan President Nicolas Maduro on Thursday.",
     "phone call", HELD, ("Gustavo Petro", "Nicolas Maduro")),
    ("Blinken telephoned Sudanese army chief Abdel Fattah al-Burhan on Tuesday.",
     "phone call", HELD, ("Antony Blinken", "Abdel Fattah al-Burhan")),
    ("Ukrainian President Volodymyr Zelensky discussed grain exports in a phone call with Erdogan.",
     "phone call", HELD, ("Volodymyr Zelensky", "Recep Tayyip Erdogan")),
    ("Putin and Aliyev held a phone call on Saturday.", "phone call", HELD, ("Vladimir Putin", "Ilham Aliyev")),
    # rulers, delegations, visits for talks with others than their hosts
    ("Ethiopian Prime Minister Abiy Ahmed spoke with the Emir of Qatar on Monday.",
     "talks", HELD, ("Abiy Ahmed", "Qatar")),
    ("Qatar received a delegation from the Taliban on Sunday.", "meeting", HELD, ("Qatar", "Taliban")),
    ("Iranian Foreign Minister Hossein Amir-Abdollahian received a delegation from Hamas in Tehran.",
     "meeting", HELD, ("Hossein Amir-Abdollahian", "Hamas")),
    ("The UN envoy Hans Grundberg is expected to visit Riyadh next week for talks with Yemeni government officials.",
     "delegation visit", PLANNED, ("Hans Grundberg", "Yemen")),
    ("French Foreign Minister Catherine Colonna and her Belgian counterpart visited Kyiv on Tuesday.",
     "delegation visit", HELD, ("Catherine Colonna", "Ukraine")),
    ("Pashinyan and Aliyev were to meet in Brussels on Friday.",
     "meeting", PLANNED, ("Nikol Pashinyan", "Ilham Aliyev")),
    ("A summit with Ethiopia and Somalia that had been planned for Ankara was postponed.",
     "summit", OFF, ("Ethiopia", "Somalia")),
    # meetings
    ("Sudan's army chief Abdel Fattah al-Burhan met Egyptian President Abdel Fattah al-Sisi in Cairo on Sunday.",
     "meeting", HELD, ("Abdel Fattah al-Burhan", "Abdel Fattah el-Sisi")),
    ("Colombian President Gustavo Petro met with ELN commanders in Havana.",
     "meeting", HELD, ("Gustavo Petro", "National Liberation Army")),
    ("Taliban representatives met Pakistani officials in Kabul last week.", "meeting", HELD, ("Taliban", "Pakistan")),
    ("The defence ministers of Turkey, Russia, Iran and Syria met in Moscow.",
     "meeting", HELD, ("Turkey", "Russia", "Iran", "Syria")),
    ("Delegations from Ukraine and Russia met in Istanbul on Tuesday.", "meeting", HELD, ("Ukraine", "Russia")),
    ("Hezbollah leader Hassan Nasrallah met a Hamas delegation led by Khalil al-Hayya.",
     "meeting", HELD, ("Hassan Nasrallah", "Hamas")),
    ("Libya's rival leaders Fayez al-Sarraj and Khalifa Haftar met in Moscow on Monday.",
     "meeting", HELD, ("Fayez al-Sarraj", "Khalifa Haftar")),
    ("Israeli troops struck Hamas targets while Blinken was meeting Netanyahu in Jerusalem.",
     "meeting", HELD, ("Antony Blinken", "Benjamin Netanyahu")),
    ("General Min Aung Hlaing met Chinese Foreign Minister Wang Yi in Naypyitaw as fighting went on in Shan State.",
     "meeting", HELD, ("Min Aung Hlaing", "Wang Yi")),
    ("Hamas leader Ismail Haniyeh was received by Turkish President Recep Tayyip Erdogan in Istanbul.",
     "meeting", HELD, ("Ismail Haniyeh", "Recep Tayyip Erdogan")),
    ("Niger's junta leader Abdourahamane Tiani received Nigerian envoy Abdulsalami Abubakar in Niamey.",
     "meeting", HELD, ("Abdourahamane Tchiani", "Abdulsalami Abubakar")),
    ("Putin and Erdogan last met in Sochi in 2021.", "meeting", HELD, ("Vladimir Putin", "Recep Tayyip Erdogan")),
    ("Syrian Foreign Minister Asaad al-Shibani said after a meeting with his Jordanian counterpart Ayman Safadi in "
     "Amman that the border would reopen.", "meeting", HELD, ("Asaad al-Shibani", "Ayman Safadi")),
    ("Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev will meet in Brussels on Friday.",
     "meeting", PLANNED, ("Nikol Pashinyan", "Ilham Aliyev")),
    ("Russia's Sergei Lavrov is due to meet Turkey's Hakan Fidan in Antalya on Friday.",
     "meeting", PLANNED, ("Sergei Lavrov", "Hakan Fidan")),
    ("Afghan Taliban officials and US diplomats are expected to meet in Doha this weekend.",
     "meeting", PLANNED, ("Taliban", "United States")),
    ("Putin and Zelensky have agreed to meet, the mediators said.",
     "meeting", PLANNED, ("Vladimir Putin", "Volodymyr Zelensky")),
    ("Rwanda's president Paul Kagame and his Congolese counterpart Felix Tshisekedi could meet in Luanda next week.",
     "meeting", PROPOSED, ("Paul Kagame", "Felix Tshisekedi")),
    ("Zelensky said he was ready to meet Putin.", "meeting", PROPOSED, ("Volodymyr Zelensky", "Vladimir Putin")),
    ("Afghan President Ashraf Ghani cancelled a meeting with Taliban leaders at Camp David.",
     "meeting", OFF, ("Ashraf Ghani", "Taliban")),
    ("A planned meeting between Burhan and Hemedti in Djibouti was postponed.",
     "meeting", OFF, ("Abdel Fattah al-Burhan", "Mohamed Hamdan Dagalo")),
    ("Kyiv said a meeting between Zelensky and Putin was not on the agenda.",
     "meeting", DENIED, ("Volodymyr Zelensky", "Vladimir Putin")),
    ("The Kremlin said there were no plans for a meeting between Putin and Zelensky.",
     "meeting", DENIED, ("Vladimir Putin", "Volodymyr Zelensky")),
    ("The Kremlin said an Aliyev-Pashinyan meeting was not on the cards as Armenian troops withdrew.",
     "meeting", DENIED, ("Ilham Aliyev", "Nikol Pashinyan")),
    ("Sudan's foreign ministry said Burhan would travel to Ankara on Tuesday to meet Erdogan.",
     "meeting", PLANNED, ("Abdel Fattah al-Burhan", "Recep Tayyip Erdogan")),
    ("Foreign Minister Wang Yi, who met Lavrov in Moscow on Tuesday, called for a ceasefire in Ukraine.",
     "meeting", HELD, ("Wang Yi", "Sergei Lavrov")),
    ("A Russian envoy met Libyan rebel leaders in Benghazi.",
     "meeting", HELD, ("Russian envoy (unnamed)", "Libyan rebel leaders")),
    ("US and Iranian negotiators concluded a third round of indirect talks in Muscat on Saturday.",
     "talks", HELD, ("United States", "Iran")),
    # telephone calls, letters, the hotline
    ("Ukrainian President Volodymyr Zelensky spoke by phone with French President Emmanuel Macron on Monday.",
     "phone call", HELD, ("Volodymyr Zelensky", "Emmanuel Macron")),
    ("Biden called Zelensky to express support, the White House said.",
     "phone call", HELD, ("Joe Biden", "Volodymyr Zelensky")),
    ("Lavrov phoned Fidan after Russian air strikes on Idlib.", "phone call", HELD, ("Sergei Lavrov", "Hakan Fidan")),
    ("Erdogan told Putin in a phone call on Wednesday that attacks must stop.",
     "phone call", HELD, ("Recep Tayyip Erdogan", "Vladimir Putin")),
    ("Israeli Defence Minister Yoav Gallant told his US counterpart Lloyd Austin by phone that Israel would respond "
     "to the attack.", "phone call", HELD, ("Yoav Gallant", "Lloyd Austin")),
    ("In a telephone conversation, Lavrov and Blinken discussed Ukraine.",
     "phone call", HELD, ("Sergei Lavrov", "Antony Blinken")),
    ("Secretary Blinken raised the killings in a call with Netanyahu earlier today.",
     "phone call", HELD, ("Antony Blinken", "Benjamin Netanyahu")),
    ("The Russian and Turkish presidents are scheduled to hold a telephone conversation on Thursday.",
     "phone call", PLANNED, ("Russia", "Turkey")),
    ("Moscow contacted Tehran via a military hotline before the air strikes in Syria.",
     "hotline", HELD, ("Russia", "Iran")),
    ("In a letter to the UN Secretary-General, Ethiopia's prime minister Abiy Ahmed rejected the accusations.",
     "letter", HELD, ("United Nations", "Abiy Ahmed")),
    # talks
    ("The foreign ministers of Armenia and Azerbaijan held talks in Geneva on Thursday.",
     "talks", HELD, ("Armenia", "Azerbaijan")),
    ("Indian and Chinese officials held talks in Delhi after the clashes on their border.",
     "talks", HELD, ("India", "China")),
    ("Russian President Vladimir Putin held talks with his Belarusian counterpart Alexander Lukashenko in Minsk.",
     "talks", HELD, ("Vladimir Putin", "Alexander Lukashenko")),
    ("Talks between the Ethiopian government and the Tigray People's Liberation Front began in Pretoria on Tuesday.",
     "talks", HELD, ("Ethiopian government", "Tigray People's Liberation Front")),
    ("Haftar left Moscow without signing the deal after talks with Sarraj.",
     "talks", HELD, ("Khalifa Haftar", "Fayez al-Sarraj")),
    ("The EU's foreign policy chief Josep Borrell spoke with Iranian Foreign Minister Hossein Amir-Abdollahian about "
     "the nuclear deal.", "talks", HELD, ("Josep Borrell", "Hossein Amir-Abdollahian")),
    ("The Israel-Hamas talks in Cairo collapsed.", "talks", HELD, ("Israel", "Hamas")),
    ("M23 rebels took Goma after talks between Rwanda and Congo failed.",
     "talks", HELD, ("Rwanda", "Democratic Republic of the Congo")),
    ("The Syrian Democratic Forces opened talks with Damascus after the Turkish offensive.",
     "talks", HELD, ("Syrian Democratic Forces", "Syria")),
    ("Egypt's foreign minister Sameh Shoukry discussed the crisis with his Ethiopian counterpart Demeke Mekonnen.",
     "talks", HELD, ("Sameh Shoukry", "Demeke Mekonnen")),
    ("Houthi negotiators arrived in Riyadh on Thursday for talks with Saudi officials.",
     "talks", PLANNED, ("Houthis", "Saudi Arabia")),
    ("Israel and Lebanon agreed to hold talks on their border.", "talks", PLANNED, ("Israel", "Lebanon")),
    ("Moscow and Ankara agreed to intensify consultations on Libya.", "talks", PLANNED, ("Russia", "Turkey")),
    ("Qatar will host talks between Congo and M23 next week.",
     "talks", PLANNED, ("Democratic Republic of the Congo", "M23")),
    ("The United Nations called for talks between Sudan's army and the Rapid Support Forces.",
     "talks", PROPOSED, ("Sudanese Armed Forces", "Rapid Support Forces")),
    ("France and Germany want Russia and Ukraine to hold talks.", "talks", PROPOSED, ("Russia", "Ukraine")),
    ("Guterres called for resuming talks, which involve Cyprus, Greece and Turkey.",
     "talks", PROPOSED, ("Cyprus", "Greece", "Turkey")),
    ("The Colombian government and the ELN suspended peace talks.",
     "talks", OFF, ("Colombian government", "National Liberation Army")),
    ("US President Donald Trump called off secret talks with the Taliban.", "talks", OFF, ("Donald Trump", "Taliban")),
    ("Rwanda denied holding talks with M23 rebels.", "talks", DENIED, ("Rwanda", "M23")),
    ("No talks are planned between Israel and Hezbollah.", "talks", DENIED, ("Israel", "Hezbollah")),
    ("Trump said he had not spoken to Putin since February.", "talks", DENIED, ("Donald Trump", "Vladimir Putin")),
    # visits, summits, patrols
    ("US envoy Amos Hochstein visited Beirut on Tuesday.", "delegation visit", HELD, ("Amos Hochstein", "Lebanon")),
    ("After a visit to Bamako, Lavrov said Russia would send more weapons.",
     "delegation visit", HELD, ("Mali", "Sergei Lavrov")),
    ("The Turkish foreign minister Hakan Fidan plans to visit Baghdad next month.",
     "delegation visit", PLANNED, ("Hakan Fidan", "Iraq")),
    ("A Russian delegation will travel to Tripoli on Monday.", "delegation visit", PLANNED, ("Russia", "Libya")),
    ("ECOWAS will send a delegation to Niamey on Saturday.",
     "delegation visit", PLANNED, ("Economic Community of West African States", "Niger")),
    ("A US-Russia summit in Alaska could take place next week, a Kremlin aide said.",
     "summit", PROPOSED, ("United States", "Russia")),
    ("Diplomats spoke of a possible summit including Kenya, Sudan and Ethiopia.",
     "summit", PROPOSED, ("Kenya", "Sudan", "Ethiopia")),
    ("Saudi Crown Prince Mohammed bin Salman has invited Syrian President Bashar al-Assad to a summit in Jeddah.",
     "summit", PROPOSED, ("Mohammed bin Salman", "Bashar al-Assad")),
    ("Turkish and Russian troops conducted a joint patrol along the M4 highway in Syria.",
     "patrol", HELD, ("Russian armed forces", "Turkish Armed Forces")),
    ("Russia and Turkey postponed a joint patrol in northern Syria because of bad weather.",
     "patrol", OFF, ("Russia", "Turkey")),
]  # fmt: skip

NOTHING = [
    "Biden called Putin a war criminal.",
    "Zelensky called on Putin to withdraw.",
    "Putin called Macron out on his lies.",
    "Colombian rebels called Petro on his promises.",
    "The Sudanese army called a ceasefire on Sunday.",
    "Macron and his Belgian counterpart attended the funeral in Kinshasa.",
    "Niger's junta leader received a delegation of clerics.",
    "A summit of Gulf leaders on Yemen planned for Thursday was cancelled.",
    "A meeting with Rwanda and Uganda was cancelled.",
    "Assad talks war and Hezbollah with a reporter in Damascus.",
    "A French presidential source said after Franco-British talks that Paris would arm the Libyan rebels.",
    "Assad called the rebels who rose up against him rats.",
    "Britain, France and Italy are talking about sending advisers to the Libyan rebels.",
    "There were rumours that Haftar had held talks with the Russian government.",
    "A shopkeeper in Tripoli said he had hosted a man in his home.",
    "Lavrov and Fidan will hold separate meetings with several groups in Geneva.",
    "Committee members have met with Gaddafi and opposition leaders over the past three months.",
    "Protesters in Sanaa wanted Obama to call Saleh to leave office.",
    "She received a call from a man who offered her a bribe.",
    "Clinton spoke of the bombing at a meeting of the U.N. Human Rights Council in Geneva.",
    "An analyst could envision Gaddafi's relatives pushing him to negotiate with tribal leaders.",
    "Zelensky spoke to reporters in Kyiv on Monday.",
    "Macron called on Putin to withdraw his troops.",
    "Macron and Merkel were calling on the warring parties in Syria to respect the ceasefire.",
    "Trump called Kim Jong Un a madman.",
    "Netanyahu called the decision of the Palestinian Authority a disgrace.",
    "Police in Port-au-Prince called residents to evacuate.",
    "Haiti's gangs meet little resistance from police.",
    "The army met fierce resistance from rebels in Goma.",
    "Taliban fighters met Afghan troops in a fierce battle outside Kunduz.",
    "He met his death in a shootout with police in Mogadishu.",
    "Zelensky met wounded soldiers in a hospital in Kharkiv.",
    "Putin met with the families of soldiers killed in Ukraine.",
    "If Putin meets Zelensky, the war could end.",
    "Blinken will also meet with senior U.S. military officials.",
    "The rebels visited the village after the battle.",
    "The prime minister of Iraq held a news conference in Baghdad with the Turkish president.",
    "The African Union will hold an emergency meeting on Sudan.",
    "A Hamas delegation arrived in Cairo on Saturday for ceasefire talks.",
    "An Israeli delegation will travel to Doha on Monday for talks on a hostage deal.",
    "Russia and China did not attend a meeting on the conflict in Libya.",
    "During Tuesday's meeting, ambassadors from the United Kingdom and the United States defended the air strikes.",
    "Abiy Ahmed rejected calls for talks with the Tigray People's Liberation Front.",
    "The opposition called a general strike after talks with the junta collapsed.",
    "CNN's John Vause and Don Lemon talk to Libya expert Khalil Matar about the uprising.",
    "The meeting was cancelled after Russia launched missiles at Kyiv.",
    "Thousands of people attended the funeral of the Hezbollah commander.",
    "The rebels met the deadline set by the Colombian government.",
    "The demands of the Karen rebels were met by the junta.",
    "A delegation of tribal elders went to the front near Marib.",
    "The M23 rebels visited hospitals in Goma.",
    "The talks ended without a breakthrough, the Yemeni mediators said.",
    "Kagame refused to meet Tshisekedi.",
    "Fighters in Mali received weapons from Libya.",
    "Wang Yi's visit to Myanmar begins on Wednesday.",
    "The ministers of the Ethiopian government met on Monday.",
]


@pytest.mark.parametrize(("text", "form", "status", "between"), TOLD)
def test_told(read_as_far_as: Read, text: str, form: str, status: str, between: tuple[str, ...]) -> None:
    _, found = read_as_far_as(text, "contacts")
    told = [
        (
            contact.finding.form.value,
            contact.finding.status.value,
            {side.value.name for side in contact.finding.between},
        )
        for contact in found.contacts
    ]
    assert told == [(form, status, set(between))]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "contacts")
    assert [contact.finding for contact in found.contacts] == []


def told_in(read_as_far_as: Read, text: str) -> list[ContactFinding]:
    _, found = read_as_far_as(text, "contacts")
    return [contact.finding for contact in found.contacts]


def words(report: Report, said: Said[str]) -> list[str]:
    return [span.of(report.text) for span in said.words]


def names(finding: ContactFinding) -> set[str]:
    return {side.value.name for side in finding.between}


def test_separate_calls_are_several(read_as_far_as: Read) -> None:
    text = "Scholz discussed the war in Ukraine on Sunday in separate phone calls with Putin and Zelensky."
    assert [names(finding) for finding in told_in(read_as_far_as, text)] == [
        {"Olaf Scholz", "Vladimir Putin"},
        {"Olaf Scholz", "Volodymyr Zelensky"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UN Secretary-General Antonio Guterres spoke with Sudan's rival generals, Burhan and Hemedti, by phone.",
        "Guterres spoke by telephone with Burhan and Hemedti on Sunday.",
    ],
)
def test_a_call_to_two_is_two_calls(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "contacts")
    told = [{side.value.name for side in each.finding.between} for each in found.contacts]
    assert told == [{"Antonio Guterres", "Abdel Fattah al-Burhan"}, {"Antonio Guterres", "Mohamed Hamdan Dagalo"}]


def test_a_joint_call_is_one(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Biden held a joint call with Scholz and Macron on Monday.", "contacts")
    assert len(found.contacts) == 1


def test_separate_meetings_with_officials(read_as_far_as: Read) -> None:
    text = "Iraqi Prime Minister Mohammed Shia al-Sudani held separate meetings with the US and Iranian ambassadors."
    assert [names(finding) for finding in told_in(read_as_far_as, text)] == [
        {"Mohammed Shia al-Sudani", "United States"},
        {"Mohammed Shia al-Sudani", "Iran"},
    ]


def test_the_talks_that_began_are_those_for_which_they_came(read_as_far_as: Read) -> None:
    text = (
        "Armenian diplomats arrived in Moscow for talks with their Azerbaijani counterparts. "
        "The talks started in the afternoon."
    )
    (finding,) = told_in(read_as_far_as, text)
    assert (finding.status.value, finding.place and finding.place.value.name) == (HELD, "Moscow")


def test_reports_that_are_denied_tell_nothing(read_as_far_as: Read) -> None:
    text = (
        "Khatib held talks with the Libyan government in Tripoli. A spokesman denied that anybody was leaving, and "
        "said reports about such talks were part of a media war."
    )
    assert len(told_in(read_as_far_as, text)) <= 1


def test_somebody_excepted_is_no_side(read_as_far_as: Read) -> None:
    text = "Libyan officials but not Gaddafi himself would be willing to hold meetings with the rebels, Ibrahim said."
    assert all("Muammar Gaddafi" not in names(finding) for finding in told_in(read_as_far_as, text))


def test_what_is_planned_is_not_of_the_day_of_the_report(read_as_far_as: Read) -> None:
    (finding,) = told_in(read_as_far_as, "Lavrov was scheduled to meet Blinken in Geneva after the invasion.")
    assert (finding.status.value, finding.recent) == (PLANNED, False)


def test_similar_talks_are_further_talks(read_as_far_as: Read) -> None:
    text = (
        "Armenian and Azerbaijani officials held talks in Moscow on Monday. "
        "Similar talks last month ended without results."
    )
    first, second = told_in(read_as_far_as, text)
    assert names(first) == names(second) == {"Armenia", "Azerbaijan"}
    assert second.on is not None
    assert second.on.value.unit == "month"


def test_told_twice_is_one_with_two_passages(read_as_far_as: Read) -> None:
    text = (
        "The shelling ceased after Moscow contacted Ankara via a military hotline.\n\n"
        "Fighting died down when Moscow contacted Ankara."
    )
    _, found = read_as_far_as(text, "contacts")
    (contact,) = found.contacts
    assert contact.finding.form.value == "hotline"
    assert len(contact.evidence) == 2


def test_a_first_meeting_in_apposition_is_the_same(read_as_far_as: Read) -> None:
    text = (
        "Lavrov held talks with Blinken in New Delhi, the first meeting between Moscow and Washington since the "
        "invasion of Ukraine."
    )
    assert len(told_in(read_as_far_as, text)) == 1


def test_planned_talks_are_another_contact(read_as_far_as: Read) -> None:
    text = "Putin met Erdogan in Sochi on Monday. Erdogan and Putin will meet again in Ankara next month."
    assert [finding.status.value for finding in told_in(read_as_far_as, text)] == [HELD, PLANNED]


def test_was_due_to_be_held_where_it_was_held(read_as_far_as: Read) -> None:
    text = (
        "Armenian and Azerbaijani officials held talks in Moscow. Fighting went on in Karabakh. "
        "An Armenian delegation was due to hold talks with Azerbaijani officials in Moscow on Wednesday."
    )
    assert [finding.status.value for finding in told_in(read_as_far_as, text)] == [HELD]


def test_a_third_side_joins_two(read_as_far_as: Read) -> None:
    text = (
        "The Kremlin said a meeting between Erdogan and Putin was not on the cards, but a trilateral summit with Iran "
        "could be held instead."
    )
    meeting, summit = told_in(read_as_far_as, text)
    assert (meeting.status.value, summit.status.value) == (DENIED, PROPOSED)
    assert names(summit) == {"Turkey", "Russia", "Iran"}


def test_a_visit_to_come_has_its_day(read_as_far_as: Read) -> None:
    text = "Turkish officials will arrive in Libya on Saturday for talks aimed at stopping the offensive."
    (finding,) = told_in(read_as_far_as, text)
    assert (finding.form.value, finding.status.value, names(finding)) == ("talks", PLANNED, {"Turkey", "Libya"})
    assert finding.on is not None
    assert finding.on.value.side == "forward"
    assert finding.place is not None
    assert finding.place.value.name == "Libya"


def test_what_is_talked_about_is_no_place(read_as_far_as: Read) -> None:
    (finding,) = told_in(read_as_far_as, "Russian and Turkish officials held consultations on Idlib.")
    assert finding.place is None


def test_a_telephone_call_has_no_place(read_as_far_as: Read) -> None:
    (finding,) = told_in(read_as_far_as, "Putin spoke by phone with Erdogan as troops fought in Idlib.")
    assert finding.place is None


def test_readouts_of_the_sides(read_as_far_as: Read) -> None:
    text = (
        "Russia and Turkey canceled a joint patrol in northern Syria. "
        "A Turkish security source said the patrol had been put off because of the weather."
    )
    (finding,) = told_in(read_as_far_as, text)
    assert [readout.says.value for readout in finding.readouts] == [
        "the patrol had been put off because of the weather"
    ]


def test_an_account_is_of_whose_it_is(read_as_far_as: Read) -> None:
    text = "Putin spoke with Macron on Saturday. The Kremlin readout said Putin had blamed Ukraine for the failure."
    (contact,) = told_in(read_as_far_as, text)
    (readout,) = contact.readouts
    assert [actor.value.name for actor in readout.by] == ["Kremlin"]
    assert readout.says.value == "Putin had blamed Ukraine for the failure"


@pytest.mark.parametrize(
    ("text", "by", "says"),
    [
        (
            "Putin spoke with Macron on Saturday.\n\nPutin had blamed Ukraine, the Kremlin readout said.",
            ["Kremlin"],
            ["Putin had blamed Ukraine"],
        ),
        (
            "Putin spoke with Macron on Saturday. Putin had blamed Ukraine for the failure, the Kremlin readout said.",
            ["Kremlin"],
            ["Putin had blamed Ukraine for the failure"],
        ),
        (
            "Putin spoke with Macron on Saturday.\n\n"
            "Paris’s note to the press says that Macron told Putin that the war must end.",
            ["France"],
            ["Macron told Putin that the war must end"],
        ),
    ],
)
def test_an_account_may_stand_behind_or_in_the_next_paragraph(
    read_as_far_as: Read, text: str, by: list[str], says: list[str]
) -> None:
    (contact,) = told_in(read_as_far_as, text)
    assert [actor.value.name for readout in contact.readouts for actor in readout.by] == by
    assert [readout.says.value for readout in contact.readouts] == says


@pytest.mark.parametrize(
    ("text", "says"),
    [  # what is said beside a contact is no account of it
        ("South African President Cyril Ramaphosa, who has visited Rwanda twice, said the M23 had gone too far.", []),
        ('"The coup must end," said Cyril Ramaphosa, who led a mission to Niger, where he met Bola Tinubu.', []),
        ("Russian state television said Sergei Lavrov had met Hakan Fidan in Ankara.", []),
        (
            "NATO says it has no contacts with the Taliban, but confirmed that its aircraft had been in action.",
            ["it has no contacts with the Taliban"],
        ),
        ("Sergei Lavrov met Hakan Fidan on Tuesday and said the grain deal was dead.", ["the grain deal was dead"]),
        (
            "Lloyd Austin met Benjamin Netanyahu, who promised that the attack would be answered.",
            ["the attack would be answered"],
        ),
    ],
)
def test_only_what_is_said_of_a_contact_or_at_it_is_its_readout(
    read_as_far_as: Read, text: str, says: list[str]
) -> None:
    (contact,) = told_in(read_as_far_as, text)
    assert [readout.says.value for readout in contact.readouts] == says


def test_the_occasion_of_a_saying_is_not_what_is_said(read_as_far_as: Read) -> None:
    (visit,) = told_in(read_as_far_as, "Pope Francis called for peace during his visit to South Sudan.")
    assert (visit.per, visit.status.value) == ((), HELD)
    (planned,) = told_in(
        read_as_far_as,
        "In Volodymyr Zelenskiy's visit to Washington, the president is scheduled to meet Biden on Friday.",
    )
    assert planned.status.value == PLANNED
    for text in (
        "Russian President Vladimir Putin arrived in Pyongyang on Tuesday to begin a visit to North Korea.",
        "Turkish President Recep Tayyip Erdogan landed in Baghdad for a visit to Iraq.",
    ):
        (begun,) = told_in(read_as_far_as, text)
        assert begun.status.value == HELD


@pytest.mark.parametrize(
    "text",
    [
        "Sudan's finance minister Gibril Ibrahim and army chief Abdel Fattah al-Burhan met experts in Paris on Friday.",
        '"It is a stalemate," said General Mark Milley, addressing U.S. troops during a visit to Baghdad.',
    ],
)
def test_no_contact_with_people_who_are_no_side(read_as_far_as: Read, text: str) -> None:
    assert not told_in(read_as_far_as, text)


def test_each_contact_has_its_own_day_and_place(read_as_far_as: Read) -> None:
    text = (
        "Russian envoy Mikhail Bogdanov met Libyan rebel leaders in Benghazi last week and plans to travel to Tripoli "
        "soon to meet members of the Libyan government."
    )
    met, planned = told_in(read_as_far_as, text)
    assert (met.status.value, planned.status.value) == (HELD, PLANNED)
    assert met.on is not None
    assert planned.on is None
    text = "Emmanuel Macron and Olaf Scholz met for dinner the same day foreign ministers met in Qatar."
    (dinner,) = told_in(read_as_far_as, text)
    assert dinner.place is None
    text = "Putin has met Xi Jinping in Moscow several times. Vladimir Putin met Xi Jinping on Monday in Beijing."
    often, once = told_in(read_as_far_as, text)
    assert (often.on, once.on is not None) == (None, True)
    text = "A meeting in Cairo between Egypt and Turkey followed a spate of attacks this week."
    (after,) = told_in(read_as_far_as, text)
    assert after.on is None
    text = "Antony Blinken's first visit to Israel in October failed. Blinken's second visit to Israel began on Monday."
    first, second = told_in(read_as_far_as, text)
    assert first.on != second.on
    (opened,) = told_in(
        read_as_far_as, "During a visit to Kyiv, Olaf Scholz met Ukrainian President Volodymyr Zelenskiy."
    )
    assert names(opened) == {"Olaf Scholz", "Volodymyr Zelensky"}


@pytest.mark.parametrize("text", [row[0] for row in TOLD])
def test_values_hold(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "contacts")
    for contact in found.contacts:
        for _, said in saids(contact.finding):
            assert rule_holds("contact", said, words(report, said))


@pytest.mark.parametrize(
    ("field", "wrong"), [("form", "summit"), ("status", "denied"), ("status", "called off"), ("form", "letter")]
)
def test_a_corrupted_value_does_not_hold(read_as_far_as: Read, field: str, wrong: str) -> None:
    report, found = read_as_far_as("Lavrov held talks with Fidan in Antalya on Monday.", "contacts")
    (contact,) = found.contacts
    said = getattr(contact.finding, field)
    assert holds(contacts.RULES, said.rule, said.value, words(report, said))
    assert not holds(contacts.RULES, said.rule, wrong, words(report, said))


WORDS = (
    "Putin Erdogan and met talks with for the a delegation to Moscow in Ankara will could call on called visited , . "
    "phone between separate meeting Iran tripartite summit similar officials Turkish hotline contacted"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_no_text_raises(read_as_far_as: Read, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words) or "x", "contacts")
    for contact in found.contacts:
        assert len(contact.finding.between) > 1
        assert contacts.observations(report, [contact])
