"""For whom officials, envoys and delegations without a name stand as sides of a contact."""

from collections.abc import Callable

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]

SIDES = [
    ("Government negotiators sat down with FARC commanders in Havana on Monday.",
     {"government", "Revolutionary Armed Forces of Colombia"}),
    ("Delegations from the government and the rebels held talks in Addis Ababa on Friday.", {"government", "rebels"}),
    ("Negotiators for the rebels and the Philippine government began a meeting in Kuala Lumpur.",
     {"rebels", "Philippine government"}),
    ("A Kremlin envoy met officials from the White House in Miami.", {"Kremlin", "White House"}),
    ("The head of the Houthi delegation met the UN envoy in Muscat.", {"Houthis", "United Nations"}),
    ("The EU's foreign policy chief has spoken with Iran's Abbas Araghchi.", {"European Union", "Abbas Araghchi"}),
    ("Ukraine and Russia swapped prisoners. Officials from both countries met in Istanbul on Friday.",
     {"Ukraine", "Russia"}),
    ("Min Aung Hlaing told Li Qiang that he wanted peace. It was the first meeting between the two men.",
     {"Min Aung Hlaing", "Li Qiang"}),
    ("Antony Blinken spoke by phone with Sudanese Armed Forces (SAF) General Abdel Fattah al-Burhan.",
     {"Antony Blinken", "Abdel Fattah al-Burhan"}),
    ("The African Union welcomed talks between Congo and Rwanda held on Friday in Luanda.",
     {"Democratic Republic of the Congo", "Rwanda"}),
    ("Colombian negotiators went to Caracas to hold talks with the ELN.", {"Colombia", "National Liberation Army"}),
    ("Tigray officials held talks with the African Union's envoy in Mekelle.", {"Tigray", "African Union"}),
    ("A delegation from Puntland met Somali government officials in Mogadishu.", {"Puntland", "Somalia"}),
    ("The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, met in Tbilisi.",
     {"Ararat Mirzoyan", "Jeyhun Bayramov"}),
    ("The heads of operations (DGMOs) from Pakistan and India spoke by hotline.", {"Pakistan", "India"}),
    ("ECOWAS mediator Goodluck Jonathan met religious leaders and Assimi Goita in Bamako.",
     {"Goodluck Jonathan", "Assimi Goita"}),
    # offices of states and bodies
    ("The US Secretary of State met the Jordanian foreign minister in Amman on Monday.",
     {"United States", "Jordanian foreign minister (unnamed)"}),
    ("The Qatari crown prince received the Chadian army chief in Doha.", {"Qatari crown prince (unnamed)", "Chad"}),
    ("The UN Humanitarian Coordinator met South Sudanese officials in Juba.", {"United Nations", "South Sudan"}),
    ("The EU's foreign policy chief called the Georgian prime minister on Sunday.",
     {"European Union", "Georgian prime minister (unnamed)"}),
    ("The African Union's envoy called the Ethiopian president.",
     {"African Union", "Ethiopian president (unnamed)"}),
    ("Volodymyr Zelensky received a phone call from the UN secretary-general on Friday.",
     {"Volodymyr Zelensky", "United Nations"}),
    ("The US president spoke to leaders of the M23 on Monday.", {"US president (unnamed)", "M23"}),
    ("North Korean officials met a Central African delegation in Moscow.", {"North Korea", "Central African Republic"}),
    # who holds the office of a town or province
    ("The UN envoy met the governor of Marib on Thursday.", {"United Nations", "governor of Marib (unnamed)"}),
    ("The mayor of Goma received a Red Cross delegation.",
     {"mayor of Goma (unnamed)", "International Committee of the Red Cross"}),
    ("The Kherson governor met the Polish ambassador.",
     {"Kherson governor (unnamed)", "Polish ambassador (unnamed)"}),
    # nobody speaks for an hour but with another
    ("Emmanuel Macron and Vladimir Putin spoke for two hours on Tuesday.", {"Emmanuel Macron", "Vladimir Putin"}),
    # whom parses and offices hide
    ("Chad's foreign minister, Abderaman Koulamallah, and his Sudanese counterpart met in Cairo.",
     {"Abderaman Koulamallah", "Sudan"}),
    ("Felix Tshisekedi and Paul Kagame held talks hosted by Qatar.", {"Felix Tshisekedi", "Paul Kagame"}),
    ("Talks between Pakistan and Afghanistan's Taliban government in Istanbul have collapsed.",
     {"Pakistan", "Taliban government"}),
    ("No agreement was reached at talks between the Myanmar junta and ethnic armed groups.",
     {"Myanmar government", "ethnic armed groups"}),
    ("Talks between the Myanmar junta and ethnic armed groups from the Three Brotherhood Alliance began.",
     {"Myanmar government", "Three Brotherhood Alliance"}),
    ("Kinshasa and the M23 postponed their talks in Doha.", {"Democratic Republic of the Congo", "M23"}),
    ("A delegation from Africa's regional bloc IGAD met Salva Kiir.",
     {"Intergovernmental Authority on Development", "Salva Kiir"}),
    ("Talks between the Sudanese army and paramilitary commanders of the RSF began in Jeddah.",
     {"Sudanese Armed Forces", "Rapid Support Forces"}),
    ("The talks were between Congo's government and M23 leaders.", {"Congolese government", "M23"}),
    ("Volodymyr Zelensky held a video call with Emmanuel Macron and Olaf Scholz.",
     {"Volodymyr Zelensky", "Emmanuel Macron", "Olaf Scholz"}),
    ("FARC dissidents met government negotiators in Cauca.", {"FARC dissidents", "government"}),
]  # fmt: skip

NONE = [
    "Without presidents Volodymyr Zelensky and Vladimir Putin, delegations met in Istanbul.",
    "Omani officials arrived in Sanaa on Sunday.",
    "Karabakh Armenian representatives met Azerbaijani officials.",
    "No agreement yet on a Serbia-Kosovo meeting in Brussels.",
    "Saudi and Omani delegations have arrived in Sanaa.",
    "The Houthi leader called the Saudi proposal a trap.",
    "The Thai foreign minister was called the prime minister of chaos.",
    "The Kenyan president told Ethiopian officials that the border was closed.",
    "Emmanuel Macron and Vladimir Putin spoke at a forum on Tuesday.",
    "The governor of the Bank of Lebanon met shopkeepers.",
    "Marco Rubio thanked Saudi Arabia for hosting the talks with Ukraine.",
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_for_whom_officials_stand(read_as_far_as: Read, text: str, sides: set[str]) -> None:
    report, found = read_as_far_as(text, "contacts")
    (contact,) = found.contacts
    assert {side.value.name for side in contact.finding.between} == sides
    for _, said in saids(contact.finding):
        assert rule_holds("contact", said, [span.of(report.text) for span in said.words]), said


@pytest.mark.parametrize("text", NONE)
def test_no_contact(read_as_far_as: Read, text: str) -> None:
    assert not read_as_far_as(text, "contacts")[1].contacts


def test_talks_told_of_before_are_not_the_visit_told_of_last(read_as_far_as: Read) -> None:
    text = (
        "Negotiations between Ukraine and Russia in Istanbul ended without a truce. Volodymyr Zelenskiy spoke "
        "during a visit to Lithuania. The negotiations took two hours."
    )
    talks, visit = read_as_far_as(text, "contacts")[1].contacts
    assert (len(talks.evidence), len(visit.evidence)) == (2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The TPLF agreed to hold talks with the Ethiopian government in October.",
        "The UN envoy said Chad and Sudan had agreed to meet again.",
    ],
)
def test_the_plan_of_a_contact_is_no_account_of_it(read_as_far_as: Read, text: str) -> None:
    (contact,) = read_as_far_as(text, "contacts")[1].contacts
    assert contact.finding.status.value == "planned"
    assert not any(readout.says.value.startswith("to ") for readout in contact.finding.readouts)


def test_many_rounds_told_together_are_none_of_them(read_as_far_as: Read) -> None:
    text = (
        "The United States and the Taliban had held nine rounds of talks in Doha. "
        "Zalmay Khalilzad held the first talks with the Taliban since September."
    )
    rounds, talks = read_as_far_as(text, "contacts")[1].contacts
    assert {side.value.name for side in rounds.finding.between} == {"United States", "Taliban"}
    assert talks.finding.on is None


def test_a_group_does_not_stand_for_its_country(read_as_far_as: Read) -> None:
    text = (
        "Zalmay Khalilzad paid a visit to Afghanistan last week. "
        "Khalilzad held on Saturday the first official talks with the Taliban in Qatar."
    )
    visit, talks = read_as_far_as(text, "contacts")[1].contacts
    assert {side.value.name for side in talks.finding.between} == {"Zalmay Khalilzad", "Taliban"}
    assert visit.finding.on != talks.finding.on


def test_his_office_in_short_is_he(read_as_far_as: Read) -> None:
    text = (
        "Hans Grundberg, UN Special Envoy for Yemen, met Mahdi al-Mashat. The UN envoy had visited Riyadh. "
        "He also paid a visit to Oman."
    )
    contacts = read_as_far_as(text, "contacts")[1].contacts
    assert [sorted(side.value.name for side in each.finding.between) for each in contacts][-2:] == [
        ["Hans Grundberg", "Saudi Arabia"],
        ["Hans Grundberg", "Oman"],
    ]


def test_a_day_of_its_own_makes_a_meeting_another_than_talks_without_one(read_as_far_as: Read) -> None:
    text = (
        "Olusegun Obasanjo met Abiy Ahmed in Addis Ababa on Friday. Obasanjo has brokered talks between Ethiopia and "
        "the TPLF. At Friday's meeting, a truce was discussed."
    )
    meeting, talks = read_as_far_as(text, "contacts")[1].contacts
    assert (len(meeting.evidence), talks.finding.on) == (2, None)


def test_two_of_one_country_are_two(read_as_far_as: Read) -> None:
    text = "The UN envoy to Libya held separate meetings with Abdulhamid Dbeibah and Khalifa Haftar."
    contacts = read_as_far_as(text, "contacts")[1].contacts
    assert [sorted(side.value.name for side in each.finding.between) for each in contacts] == [
        ["Abdul Hamid Dbeibah", "United Nations"],
        ["Khalifa Haftar", "United Nations"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No breakthrough was made during the meeting between Aleksandar Vucic and Albin Kurti in Brussels.",
        "No ministers took part in talks between Iran and Oman.",
    ],
)
def test_what_brings_nothing_was_held(read_as_far_as: Read, text: str) -> None:
    (contact,) = read_as_far_as(text, "contacts")[1].contacts
    assert contact.finding.status.value == "held"


def test_what_was_once_to_be_is_not_what_is_to_be(read_as_far_as: Read) -> None:
    text = (
        "An official said Ilham Aliyev has agreed to meet with Nikol Pashinyan in Washington. "
        "Antony Blinken had been scheduled to host the talks on November 20."
    )
    (meeting,) = read_as_far_as(text, "contacts")[1].contacts
    assert meeting.finding.on is None


def test_who_heads_a_delegation_does_not_come_for_its_talks(read_as_far_as: Read) -> None:
    text = "Rustem Umerov, who heads the Ukrainian delegation for direct talks with Russia, spoke on Tuesday."
    assert not read_as_far_as(text, "contacts")[1].contacts
