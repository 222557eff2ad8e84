"""The sides of contacts that a sentence does not name beside them, how they are in touch, and what came of a plan."""

from collections.abc import Callable

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]
Told = tuple[str, str, set[str]]
HELD, PLANNED, PROPOSED, OFF, DENIED = "held", "planned", "proposed", "called off", "denied"


def told_in(read_as_far_as: Read, text: str) -> list[Told]:
    _, found = read_as_far_as(text, "contacts")
    return [
        (
            contact.finding.form.value,
            contact.finding.status.value,
            {side.value.name for side in contact.finding.between},
        )
        for contact in found.contacts
    ]


ONE = [
    # how they are in touch is nobody's deed
    ("Antonov, Russia's envoy, was silent. Hakan Fidan spoke by phone with Sergei Lavrov on Sunday.",
     "phone call", HELD, {"Hakan Fidan", "Sergei Lavrov"}),
    ("The defence ministers of Mali, Niger and Burkina Faso met by video link on Friday.",
     "meeting", HELD, {"Mali", "Niger", "Burkina Faso"}),
    ("Abiy Ahmed spoke by telephone with Egyptian President Abdel Fattah el-Sisi on Wednesday.",
     "phone call", HELD, {"Abiy Ahmed", "Abdel Fattah el-Sisi"}),
    # rows of names that a parse cuts
    ("Angela Merkel, Francois Hollande and Petro Poroshenko will discuss the truce in Minsk on Friday.",
     "talks", PLANNED, {"Angela Merkel", "Francois Hollande", "Petro Poroshenko"}),
    ("John Kerry and Sergei Lavrov met in Vienna with their counterparts from six states, including Iran and Egypt.",
     "meeting", HELD, {"John Kerry", "Sergei Lavrov", "Iran", "Egypt"}),
    ("Emmanuel Macron brought together Libyan rivals Fayez al-Sarraj and Khalifa Haftar near Paris.",
     "meeting", HELD, {"Emmanuel Macron", "Fayez al-Sarraj", "Khalifa Haftar"}),
    ("Joao Lourenco brought together his counterparts from Congo, Felix Tshisekedi, and Rwanda, Paul Kagame.",
     "meeting", HELD, {"Joao Lourenco", "Felix Tshisekedi", "Paul Kagame"}),
    # both are somewhere for it, or brought together at it; who brought it about is no side
    ("Envoys from the Taliban and the Afghan government were in Doha for talks on prisoners.",
     "talks", HELD, {"Taliban", "Afghan government"}),
    ("Friday's summit in Luanda brought together Felix Tshisekedi and Paul Kagame.",
     "summit", HELD, {"Felix Tshisekedi", "Paul Kagame"}),
    ("Talks mediated by Oman between the Houthis and the Yemeni government resumed on Sunday.",
     "talks", HELD, {"Houthis", "Yemeni government"}),
    ("Talks in Nairobi between Kinshasa and the M23, sponsored by Kenya, were postponed.",
     "talks", OFF, {"Democratic Republic of the Congo", "M23"}),
    ("Thursday's meeting in Beijing gathered officials from Iran and Saudi Arabia.",
     "meeting", HELD, {"Iran", "Saudi Arabia"}),
    ("Indian and Pakistani military commanders spoke by phone on Tuesday.",
     "phone call", HELD, {"India", "Pakistan"}),
    ("Volodymyr Zelensky hosted Emmanuel Macron and Keir Starmer in Kyiv on Saturday.",
     "meeting", HELD, {"Volodymyr Zelensky", "Emmanuel Macron", "Keir Starmer"}),
    # several who do something during a meeting meet one another; both come back to the table
    ("William Ruto and Hassan Sheikh Mohamud condemned the raid during a meeting in Nairobi on Friday.",
     "meeting", HELD, {"William Ruto", "Hassan Sheikh Mohamud"}),
    ("Negotiators of the Colombian government and the National Liberation Army (ELN) guerrillas returned to talks on "
     "Monday.", "talks", HELD, {"Colombian government", "National Liberation Army"}),
    ("Cairo agreed to open the crossing after a call between Joe Biden and Abdel Fattah el-Sisi.",
     "phone call", HELD, {"Joe Biden", "Abdel Fattah el-Sisi"}),
    # those of one body, those of two armies, a counterpart with his name
    ("Leaders of the Arab League held an emergency summit on Gaza in Cairo on Tuesday.",
     "summit", HELD, {"Arab League"}),
    ("Commanders of the Indian and Pakistani armies met at Wagah on Monday.",
     "meeting", HELD, {"India", "Pakistan"}),
    ("Lloyd Austin called his Israeli counterpart Yoav Gallant on Sunday.",
     "phone call", HELD, {"Lloyd Austin", "Yoav Gallant"}),
    # a part of a country is not its state; two may come together
    ("Officials from eastern Libya met Russian officers in Moscow on Tuesday.",
     "meeting", HELD, {"eastern Libya", "Russia"}),
    ("A delegation from South Sudan met Kenyan officials in Nairobi on Monday.",
     "meeting", HELD, {"South Sudan", "Kenya"}),
    ("A joint delegation of Mali and Burkina Faso is expected to arrive in Niamey on Monday.",
     "delegation visit", PLANNED, {"Mali", "Burkina Faso", "Niger"}),
    ("The National Liberation Army (ELN) rebel group and the Colombian government held talks in Havana on Monday.",
     "talks", HELD, {"National Liberation Army", "Colombian government"}),
    # plans
    ("Peace talks between Sudan and Chad were due to be held in Doha on Sunday but were cancelled.",
     "talks", OFF, {"Sudan", "Chad"}),
    ("Talks between Kyiv and Moscow were scheduled to be held in Istanbul in May.",
     "talks", PLANNED, {"Ukraine", "Russia"}),
    ("William Ruto and Abiy Ahmed will attend a crisis summit in Djibouti on Wednesday.",
     "summit", PLANNED, {"William Ruto", "Abiy Ahmed"}),
    # whose office speaks of him
    ("William Ruto's office said late on Monday he had spoken to Abiy Ahmed about the border.",
     "talks", HELD, {"William Ruto", "Abiy Ahmed"}),
    # words for both
    ("Aliyev and Pashinyan spoke by phone on Friday. The call between the two heads of state was the first.",
     "phone call", HELD, {"Ilham Aliyev", "Nikol Pashinyan"}),
    ("Iran and Saudi Arabia restored ties in March. The two foreign ministers met in Beijing on Thursday.",
     "meeting", HELD, {"Iran", "Saudi Arabia"}),
    ("A truce between Armenia and Azerbaijan took effect on Monday. Talks between the two presidents in Sochi were "
     "called off on Friday.", "talks", OFF, {"Armenia", "Azerbaijan"}),
    ("Abiy Ahmed and Hassan Sheikh Mohamud are both expected in Ankara, and they could meet for the first time.",
     "meeting", PROPOSED, {"Abiy Ahmed", "Hassan Sheikh Mohamud"}),
    # letters
    ("Volodymyr Zelensky said he had written to Antonio Guterres proposing a convoy.",
     "letter", HELD, {"Volodymyr Zelensky", "Antonio Guterres"}),
    ("A letter Antonio Guterres sent to Vladimir Putin last week has gone unanswered.",
     "letter", HELD, {"Antonio Guterres", "Vladimir Putin"}),
    ("Cyril Ramaphosa sent a letter to Benjamin Netanyahu on Sunday.",
     "letter", HELD, {"Cyril Ramaphosa", "Benjamin Netanyahu"}),
    # journeys to a capital
    ("Amos Hochstein, the U.S. envoy, is due back in Beirut next week.",
     "delegation visit", PLANNED, {"Amos Hochstein", "Lebanon"}),
    ("Colombian Foreign Minister Luis Gilberto Murillo is expected in Caracas on Thursday.",
     "delegation visit", PLANNED, {"Luis Gilberto Murillo", "Venezuela"}),
    ("Somali President Hassan Sheikh Mohamud arrived in Asmara on Thursday.",
     "delegation visit", HELD, {"Hassan Sheikh Mohamud", "Eritrea"}),
    ("Volodymyr Zelensky was expected in Berlin but cancelled the trip.",
     "delegation visit", OFF, {"Volodymyr Zelensky", "Germany"}),
    # officials without a name who are received
    ("Mali's foreign minister Abdoulaye Diop received the Algerian ambassador on Tuesday.",
     "meeting", HELD, {"Abdoulaye Diop", "Algerian ambassador (unnamed)"}),
    # one body of several states
    ("The leaders of ECOWAS met in Abuja on Sunday and imposed sanctions on Niger.",
     "meeting", HELD, {"Economic Community of West African States"}),
    ("Presidents of the East African Community and of the southern African bloc SADC will hold a joint summit in "
     "Nairobi.", "summit", PLANNED, {"East African Community", "Southern African Development Community"}),
    # what came of a plan
    ("Nikol Pashinyan was to have met Ilham Aliyev in Granada.",
     "meeting", PLANNED, {"Nikol Pashinyan", "Ilham Aliyev"}),
    ("Nikol Pashinyan was to have met Ilham Aliyev in Granada. The meeting was put off.",
     "meeting", OFF, {"Nikol Pashinyan", "Ilham Aliyev"}),
    ("Nikol Pashinyan was to have met Ilham Aliyev at noon. The meeting was put back to three, then took place in "
     "Granada.", "meeting", HELD, {"Nikol Pashinyan", "Ilham Aliyev"}),
    ("Talks between the Taliban and the Afghan government were supposed to begin on March 10 but were delayed.",
     "talks", OFF, {"Taliban", "Afghan government"}),
    ("No date has been set for talks between Baku and Yerevan.", "talks", PLANNED, {"Azerbaijan", "Armenia"}),
    ("Vladimir Putin, who expects to see Narendra Modi, would not wait for the Indian leader's visit in July.",
     "delegation visit", PLANNED, {"Vladimir Putin", "Narendra Modi"}),
    ("In the Doha talks with the Taliban, the United States vowed to withdraw its troops.",
     "talks", HELD, {"United States", "Taliban"}),
    # whose account it is
    ("Paul Kagame has set out his side of the conversation of January 27 with Cyril Ramaphosa.",
     "talks", HELD, {"Paul Kagame", "Cyril Ramaphosa"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "status", "between"), ONE)
def test_told(read_as_far_as: Read, text: str, form: str, status: str, between: set[str]) -> None:
    assert told_in(read_as_far_as, text) == [(form, status, between)]


@pytest.mark.parametrize(
    "text",
    [
        "Neither side has agreed to attend the talks in Geneva, diplomats said.",
        "The two sides exchanged fire near Tal Afar on Wednesday.",
        "The two presidents met in Sochi.",
        "Sudanese refugees arrived in Cairo on Thursday.",
        "Troops arrived in Kyiv on Monday.",
        "The prime minister is due in court on Monday.",
        "The minister wrote to his wife from prison.",
        "The war brought together rebels and soldiers.",
        "The mayor was expected in Berlin on Monday, where his daughter lives.",
        "Delegates from African nations, as well as NATO, met at a summit in Qatar on Wednesday.",
        "Moussa Koussa resigned before he flew to Britain.",
        "A convoy is expected in Djibo next week.",
        "In response to the call by the African Union, Salva Kiir will travel to Khartoum, his office said.",
        "Burhan spoke to a joint media delegation from Egypt.",
    ],
)
def test_nothing(read_as_far_as: Read, text: str) -> None:
    assert told_in(read_as_far_as, text) == []


@pytest.mark.parametrize("text", [row[0] for row in ONE])
def test_values_hold(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "contacts")
    for contact in found.contacts:
        for _, said in saids(contact.finding):
            assert rule_holds("contact", said, [span.of(report.document.text) for span in said.words])


@pytest.mark.parametrize("wrong", [HELD, PROPOSED, DENIED])
@pytest.mark.parametrize("text", [row[0] for row in ONE if row[2] in (PLANNED, OFF)])
def test_a_corrupted_status_does_not_hold(read_as_far_as: Read, text: str, wrong: str) -> None:
    report, found = read_as_far_as(text, "contacts")
    said = found.contacts.all[0].finding.status
    held = Said(wrong, said.rule, said.words)
    assert not rule_holds("contact", held, [span.of(report.document.text) for span in said.words])


def test_the_two_leaders_of_the_sentence_before(read_as_far_as: Read) -> None:
    text = "Volodymyr Zelensky and Andrzej Duda met in Lviv. The two leaders spoke again by phone on Saturday."
    sides = {"Volodymyr Zelensky", "Andrzej Duda"}
    assert told_in(read_as_far_as, text) == [("meeting", HELD, sides), ("phone call", HELD, sides)]


def test_the_two_who_spoke_with_one_another(read_as_far_as: Read) -> None:
    text = "Antony Blinken met Wang Yi in Bali. The two men will meet again on Friday."
    both = {"Antony Blinken", "Wang Yi"}
    assert told_in(read_as_far_as, text) == [("meeting", HELD, both), ("meeting", PLANNED, both)]


def test_the_latest_talks_are_not_those_of_the_round_before(read_as_far_as: Read) -> None:
    text = (
        "The Houthis and Saudi Arabia held the previous round of talks in January. The latest talks in Muscat focused "
        "on prisoners."
    )
    assert told_in(read_as_far_as, text) == [("talks", HELD, {"Houthis", "Saudi Arabia"})] * 2


def test_talks_that_somebody_was_made_to_drop(read_as_far_as: Read) -> None:
    text = (
        "Manila and the Moro Islamic Liberation Front had been scheduled to hold talks in Oslo on Friday. The raid "
        "prompted Manila to shelve the planned discussions."
    )
    ((_, status, _),) = told_in(read_as_far_as, text)
    assert status == OFF


def test_the_day_of_what_is_talked_about_is_not_its_own(read_as_far_as: Read) -> None:
    text = "Abiy Ahmed held a call with Antony Blinken and discussed his talks last week in Nairobi."
    _, found = read_as_far_as(text, "contacts")
    assert [(contact.finding.on, contact.finding.place) for contact in found.contacts] == [(None, None)]


def test_what_is_talked_about_is_not_where(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Antony Blinken and Sergei Lavrov discussed the shelling of Mariupol.", "contacts")
    assert [contact.finding.place for contact in found.contacts] == [None]


def test_nobody_gives_an_account_of_a_meeting_of_years_ago(read_as_far_as: Read) -> None:
    text = "Ankara said there was no plan for Erdogan to see Assad, who last met Erdogan in 2011."
    _, found = read_as_far_as(text, "contacts")
    assert [contact.finding.readouts for contact in found.contacts] == [()]


def test_each_who_is_told_something_by_telephone(read_as_far_as: Read) -> None:
    text = "Donald Trump warned Narendra Modi and Shehbaz Sharif in phone calls on Saturday that he would end the deal."
    told = told_in(read_as_far_as, text)
    assert {form for form, _, _ in told} == {"phone call"}
    assert sorted(map(sorted, (between for _, _, between in told))) == [
        ["Donald Trump", "Narendra Modi"],
        ["Donald Trump", "Shehbaz Sharif"],
    ]


def test_another_call_is_his_who_made_the_one_before(read_as_far_as: Read) -> None:
    text = (
        "Antony Blinken spoke by telephone on Tuesday with Abdel Fattah al-Burhan. "
        "A call with Mohamed Hamdan Dagalo was planned for later in the day."
    )
    _, found = read_as_far_as(text, "contacts")
    called, to_come = found.contacts
    assert {side.value.name for side in to_come.finding.between} == {"Antony Blinken", "Mohamed Hamdan Dagalo"}
    assert to_come.finding.status.value == PLANNED
    assert to_come.finding.on == called.finding.on


def test_a_follow_up_is_between_the_sides_of_the_one_before(read_as_far_as: Read) -> None:
    text = "Felix Tshisekedi met Paul Kagame on Friday. A follow-up meeting in Luanda, which both agreed, has no date."
    sides = {"Felix Tshisekedi", "Paul Kagame"}
    assert told_in(read_as_far_as, text)[:2] == [("meeting", HELD, sides), ("meeting", PLANNED, sides)]


def test_the_parties_of_a_war(read_as_far_as: Read) -> None:
    text = (
        "The Sudanese army and the Rapid Support Forces broke the truce, witnesses said. The Sudanese army shelled "
        "Bahri and the Rapid Support Forces looted it. The Rapid Support Forces deny it.\n\n"
        "The Sudanese army is short of men.\n\nNo meeting between the parties has been held."
    )
    assert told_in(read_as_far_as, text) == [("meeting", DENIED, {"Sudanese Armed Forces", "Rapid Support Forces"})]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The joint EAC-SADC summit in Dar es Salaam on 8 February demanded a ceasefire.", "8 February"),
        ("It has put out its account of the call between Abiy Ahmed and William Ruto on Wednesday.", "Wednesday"),
        ("During Wednesday's call between William Ruto and Abiy Ahmed, the two agreed on a truce.", "Wednesday"),
        ("A letter Antonio Guterres sent to Vladimir Putin last week, about grain, was read.", "last week"),
        ("Abdel Fattah al-Burhan and Mohamed Hamdan Dagalo had been expected to meet in Djibouti this month. Officials "
         "said the meeting, pencilled in for Dec. 28, had not been called off.", "Dec. 28"),
    ],
)  # fmt: skip
def test_the_day_that_stands_with_the_contact(read_as_far_as: Read, text: str, day: str) -> None:
    report, found = read_as_far_as(text, "contacts")
    (contact,) = found.contacts
    assert contact.finding.on is not None
    assert contact.finding.on.words[0].of(report.document.text) == day


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Macron urged Rwanda to pull back its troops in a phone call Sunday with President Paul Kagame.",
         {"Emmanuel Macron", "Paul Kagame"}),
        ("Antony Blinken pressed Ethiopia to end the siege in a call with Prime Minister Abiy Ahmed.",
         {"Antony Blinken", "Abiy Ahmed"}),
        ("Guterres warned against escalation during a phone call with Sudanese army chief Abdel Fattah al-Burhan.",
         {"Antonio Guterres", "Abdel Fattah al-Burhan"}),
    ],
)  # fmt: skip
def test_a_call_in_which_something_is_urged_was_held(read_as_far_as: Read, text: str, sides: set[str]) -> None:
    assert told_in(read_as_far_as, text) == [("phone call", HELD, sides)]


@pytest.mark.parametrize(
    "text",
    ["Blinken urged Kyiv to make concessions during talks with Russia.",
     "Macron urged Congo to end the war in talks with the M23."],
)  # fmt: skip
def test_talks_that_are_urged_were_not_held_by_him_who_urges_them(read_as_far_as: Read, text: str) -> None:
    assert not told_in(read_as_far_as, text)


def test_a_round_of_talks_is_not_between_the_two_who_met_before(read_as_far_as: Read) -> None:
    text = "Gustavo Petro met Antonio Garcia in Havana. A new round of talks will be held in Mexico City in May."
    assert [told[:2] for told in told_in(read_as_far_as, text)] == [("meeting", HELD)]
    text = "Sudan and Chad held talks in Juba. A new round of talks will be held in Cairo in May."
    assert told_in(read_as_far_as, text) == [
        ("talks", HELD, {"Sudan", "Chad"}),
        ("talks", PLANNED, {"Sudan", "Chad"}),
    ]
