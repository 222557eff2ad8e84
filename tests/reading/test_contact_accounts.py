"""What those who speak for a side tell of a contact, and what is no account of it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.findings import ContactFinding
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import verbatim

Read = Callable[[str, str], tuple[Report, Found]]
CALL = "Emmanuel Macron spoke by phone with Vladimir Putin on Thursday. "


def first_told(read_as_far_as: Read, text: str) -> ContactFinding:
    _, found = read_as_far_as(text, "contacts")
    return found.contacts.all[0].finding


def told_by(contact: ContactFinding) -> list[tuple[str, str]]:
    return [(" and ".join(by.value.name for by in each.by), each.says.value) for each in contact.readouts]


ACCOUNTS = [
    (  # Ukraine
        "French President Emmanuel Macron spoke by phone with Russian President Vladimir Putin on Thursday. The "
        "Kremlin "
        "said in a readout that the two leaders discussed the evacuation of Mariupol. The Elysee said Macron demanded "
        "an "
        "immediate ceasefire.",
        [
            ("Kremlin", "the two leaders discussed the evacuation of Mariupol"),
            ("Elysee", "Macron demanded an immediate ceasefire"),
        ],
    ),
    (
        "President Volodymyr Zelensky held a phone call with Chinese President Xi Jinping on Wednesday. Kyiv's "
        "version of "
        "the call said that Zelensky had insisted on the return of all territory. China's foreign ministry said Xi "
        "told "
        "Zelensky that talks were the only way out.",
        [
            ("Ukraine", "Zelensky had insisted on the return of all territory"),
            ("Chinese Foreign Ministry", "Xi told Zelensky that talks were the only way out"),
        ],
    ),
    (  # Sudan
        "U.S. Secretary of State Antony Blinken spoke by telephone with Sudan's army chief, Abdel Fattah al-Burhan, on "
        "Monday. Blinken stressed the need to extend the ceasefire, the State Department said.",
        [("US Department of State", "Blinken stressed the need to extend the ceasefire")],
    ),
    (
        "Antony Blinken spoke with Abdel Fattah al-Burhan on Monday, the State Department said. For its part, the "
        "Sudanese army said Burhan raised the shelling of hospitals.",
        [("Sudanese Armed Forces", "Burhan raised the shelling of hospitals")],
    ),
    (  # Yemen
        "The UAE's crown prince, Mohammed bin Zayed, and Saudi Foreign Minister Prince Faisal bin Farhan discussed "
        "Yemen "
        "by phone on Sunday. According to Abu Dhabi's account of the call, the two sides stressed the need for a "
        "truce.",
        [("United Arab Emirates", "the two sides stressed the need for a truce")],
    ),
    (  # Karabakh
        "Russian President Vladimir Putin discussed the fighting in Karabakh with Armenian Prime Minister Nikol "
        "Pashinyan "
        "in a telephone call on Monday, the Kremlin press service said.\n\nThe readout said that Putin expressed "
        "concern "
        "over the growing number of casualties.",
        [
            (
                "Kremlin",
                "Russian President Vladimir Putin discussed the fighting in Karabakh with Armenian Prime Minister "
                "Nikol "
                "Pashinyan in a telephone call on Monday",
            ),
            ("Kremlin", "Putin expressed concern over the growing number of casualties"),
        ],
    ),
    (
        "Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev met in Sochi on Monday. Both "
        "sides agreed to begin delimitation of the border, the Armenian government said. For his part, Aliyev said "
        "that "
        "the corridor must be opened.",
        [
            ("Armenian government", "Both sides agreed to begin delimitation of the border"),
            ("Ilham Aliyev", "the corridor must be opened"),
        ],
    ),
    (  # Colombia
        "Colombian President Gustavo Petro met Venezuelan President Nicolas Maduro in Caracas on Tuesday. The two "
        "leaders "
        "discussed the reopening of the border, the Colombian presidency said in a communique. Venezuela's government "
        "said that Maduro had raised the return of a company.",
        [
            ("Colombian Presidency", "The two leaders discussed the reopening of the border"),
            ("Venezuelan government", "Maduro had raised the return of a company"),
        ],
    ),
    (  # Congo
        "Rwandan President Paul Kagame spoke by phone with Congolese President Felix Tshisekedi on Sunday. Kigali said "
        "both leaders had agreed to a ceasefire in North Kivu, while Kinshasa said Tshisekedi had demanded the "
        "withdrawal of Rwandan troops.",
        [
            ("Rwanda", "both leaders had agreed to a ceasefire in North Kivu"),
            ("Democratic Republic of the Congo", "Tshisekedi had demanded the withdrawal of Rwandan troops"),
        ],
    ),
    (  # the teller once more: "the statement", "the ministry"
        "Mevlut Cavusoglu and Jeyhun Bayramov discussed the truce near Shusha in a telephone call, the Turkish "
        "foreign ministry said "
        "in a statement. Bayramov warned of new attacks, the statement added. The two ministers reviewed the truce, "
        "according to the ministry.",
        [
            (
                "Turkish Foreign Ministry",
                "Mevlut Cavusoglu and Jeyhun Bayramov discussed the truce near Shusha in a telephone call",
            ),
            ("Turkish Foreign Ministry", "Bayramov warned of new attacks"),
            ("Turkish Foreign Ministry", "The two ministers reviewed the truce"),
        ],
    ),
]


@pytest.mark.parametrize("text, told", ACCOUNTS)
def test_accounts_of_the_sides(read_as_far_as: Read, text: str, told: list[tuple[str, str]]) -> None:
    contact = first_told(read_as_far_as, text)
    assert told_by(contact) == told


@pytest.mark.parametrize(
    "text",
    [
        # that they were in touch is no account of what was said
        "Antony Blinken spoke with Abdel Fattah al-Burhan on Monday, the State Department said.",
        # whose, nobody says
        CALL + "According to the readout, the two leaders discussed Mariupol.",
        # of another side, or of none
        CALL + "The German government said Macron had demanded a ceasefire.",
        CALL + "French newspapers said Macron had demanded a ceasefire.",
        # of something else, or of what is to come
        CALL + "The Kremlin said Russian troops had left Kherson.",
        CALL + "The Kremlin said Putin would demand guarantees.",
        CALL + "The call came a day after two soldiers were killed, the Kremlin said.",
        CALL + "The Kremlin said that it was waiting for a readout from Kyiv.",
        # long after it
        CALL + "\n\nShells fell.\n\nIt rained.\n\nThe Kremlin said the two leaders had discussed Mariupol.",
        CALL + "\n\nThe Kremlin said Putin had demanded more of his generals.",
    ],
)
def test_no_account_of_it(read_as_far_as: Read, text: str) -> None:
    assert told_by(first_told(read_as_far_as, text)) == []


def test_an_account_is_of_the_last_of_two_calls(read_as_far_as: Read) -> None:
    text = CALL + "Olaf Scholz spoke by phone with Vladimir Putin on Friday. The Kremlin said Putin had blamed Kyiv."
    _, found = read_as_far_as(text, "contacts")
    assert [len(each.finding.readouts) for each in found.contacts.all] == [0, 1]


def test_a_call_earlier_in_the_day_is_of_the_report(read_as_far_as: Read) -> None:
    text = "Volodymyr Zelensky said he had told Joe Biden so in a telephone call earlier in the day."
    contact = first_told(read_as_far_as, text)
    assert contact.recent
    assert contact.on is None


@pytest.mark.parametrize("text, told", ACCOUNTS)
def test_the_words_are_those_of_the_report(read_as_far_as: Read, text: str, told: list[tuple[str, str]]) -> None:
    report, found = read_as_far_as(text, "contacts")
    for contact in found.contacts:
        for readout in contact.finding.readouts:
            words = [span.of(report.document.text) for span in readout.says.words]
            assert verbatim(readout.says.value, words)
            assert not verbatim(readout.says.value + " x", words)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(" ".join(text for text, _ in ACCOUNTS).split()), max_size=40))
def test_any_words_are_read(read_as_far_as: Read, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words) or "x", "contacts")
    for contact in found.contacts:
        for readout in contact.finding.readouts:
            assert verbatim(readout.says.value, [span.of(report.document.text) for span in readout.says.words])


@pytest.mark.parametrize(
    "text, form, between",
    [
        (
            "Egypt's President Abdel Fattah al-Sisi received a phone call from Donald Trump on Tuesday.",
            "phone call",
            {"Abdel Fattah el-Sisi", "Donald Trump"},
        ),
        (
            "Nikol Pashinyan received a letter from Ilham Aliyev on Tuesday.",
            "letter",
            {"Nikol Pashinyan", "Ilham Aliyev"},
        ),
        (
            "Antony Blinken spoke with Abdel Fattah al-Burhan on Tuesday. In the call, Blinken stressed the need for a "
            "truce in Khartoum, the State Department said.",
            "phone call",
            {"Antony Blinken", "Abdel Fattah al-Burhan"},
        ),
    ],
)
def test_calls_and_letters_between_two(read_as_far_as: Read, text: str, form: str, between: set[str]) -> None:
    contact = first_told(read_as_far_as, text)
    assert contact.form.value == form
    assert {side.value.name for side in contact.between} == between
    assert contact.on is not None


def test_a_call_from_nobody_known_is_none(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("The minister received a phone call from a resident of Kharkiv on Monday.", "contacts")
    assert not found.contacts.all
