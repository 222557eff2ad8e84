"""What somebody does by saying something, over many wars: the act, and that its words bear it out."""

from collections.abc import Callable

import pytest

from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import reader as statements

ReadAsFarAs = Callable[[str, str], tuple[Report, Found]]
ACTS = {
    "threaten": [
        "“We will enter a bloody war and thousands will die if NATO enters,” Vladimir Putin said.",
        "“We will keep fighting until the last man standing,” Abdel Fattah al-Burhan said.",
        "“We are ready to hand out weapons to a million people,” Abiy Ahmed said.",
        "Abdel Fattah al-Burhan threatened to bomb Nyala if the militia did not leave.",
        "The Rapid Support Forces said they would shoot down any aircraft over El Fasher.",
        "“We will crush anyone who crosses the border,” Abiy Ahmed said.",
        "Vladimir Putin said that any foreign troops in Ukraine would be legitimate targets.",
        "Ilham Aliyev said Azerbaijan would drive Armenian forces out of Karabakh.",
        "The junta said it would respond with force to further protests.",
        "“If they shell our towns again, we will retaliate,” Nikol Pashinyan said.",
        "Benjamin Netanyahu said Hamas would pay a heavy price.",
        "ELN commanders said they would attack oil pipelines unless the talks resumed.",
        "“We will use all means necessary to defend our land,” Min Aung Hlaing said.",
        "The M23 rebels vowed to retaliate for the air strikes.",
        "Hezbollah vowed revenge for the killing of its commander.",
        "Hamas said it would start executing hostages if Israel bombed homes without warning.",
    ],
    "warn": [
        "“Our patience is running out,” Recep Tayyip Erdogan said.",
        "“Time is running out for diplomacy,” Antony Blinken said.",
        "Russia issued an ultimatum to the defenders of Mariupol.",
        "“We cannot remain silent about the siege,” Recep Tayyip Erdogan said.",
        "Martin Griffiths warned of famine in Darfur.",
        "The WFP said Gaza could slide into famine.",
        "“Ukraine cannot cope with another winter like this,” Volodymyr Zelensky said.",
    ],
    "demand": [
        "Abiy Ahmed gave Tigrayan forces 72 hours to surrender.",
        "ECOWAS ordered the junta to release the president within a week.",
        "Ukraine demanded that Russia withdraw its troops.",
        "“They must leave Stepanakert by Friday,” Ilham Aliyev said.",
        "Hamas demanded a full Israeli withdrawal from Gaza.",
        "The Sudanese army said the militia must leave civilian homes.",
        "“You should leave the city now,” the army told residents.",
        "The Security Council demanded an immediate ceasefire in Yemen.",
        "Volodymyr Zelensky said Russia needed to leave the plant.",
        "“Israel has to open the crossings,” Emmanuel Macron said.",
        "M23 gave the garrison of Sake two days to leave.",
        "Ethiopia insisted that Eritrea withdraw.",
        "Emmanuel Macron told Israel to stop the strikes.",
    ],
    "promise": [
        "Emmanuel Macron pledged 100 million euros for Lebanon.",
        "Joe Biden pledged to send Ukraine more shells.",
        "Olaf Scholz said Germany would deliver air defence systems to Kyiv.",
        "Abdulmalik al-Houthi said his group would stop its attacks if the blockade ended.",
        "“We are going to bring every hostage home,” Benjamin Netanyahu said.",
        "“We are planning to withdraw our troops by June,” Felix Tshisekedi said.",
        "“I promise you that nobody will be left behind,” Volodymyr Zelensky told families.",
        "The UAE committed to spend 70 million dollars on aid.",
        "Paul Kagame gave assurances that his troops would leave.",
        "“Our forces will hold the town by any means,” Oleksandr Syrskyi said.",
        "Nikol Pashinyan said Armenia intended to return the bodies.",
        "“I promise you that nobody will be left behind,” Volodymyr Zelensky said.",
        "The Taliban gave guarantees that no fighters would cross the border.",
    ],
    "propose": [
        "Volodymyr Zelensky offered to meet Vladimir Putin.",
        "Abdel Fattah al-Burhan proposed a truce for the holiday.",
        "Qatar offered to mediate between Kinshasa and the rebels.",
        "The Houthis offered a prisoner swap.",
        "“I propose that we meet in Geneva,” Nikol Pashinyan said.",
        "Egypt put forward a plan for a two-week truce in Gaza.",
        "China proposed talks between Myanmar's junta and rebel groups.",
        "“We are ready for talks without conditions,” Gustavo Petro said.",
        "Iran suggested holding talks in Muscat.",
        "The Houthis offered a truce to Riyadh.",
        "France floated the idea of a summit on Lebanon.",
        "Emmanuel Macron said Western powers should consider protecting the enclave.",
        "“We are ready for dialogue,” Gustavo Petro said.",
    ],
    "deny": [
        "Hamas said it had nothing to do with the blast.",
        "The Wagner Group said it had no part in the killing.",
        "The junta said its troops were not involved in the massacre.",
        "The Houthis said they were not behind the raid on the ship.",
        "Sergei Lavrov called the report a lie.",
        "Tehran called the allegations baseless.",
        "Paul Kagame described the accusations as nonsense.",
        "Rwanda denied that its troops were in Goma.",
        "“We do not seek war with Iran,” Joe Biden said.",
        "“We have no intention of occupying Gaza,” Joe Biden said.",
        "The Kremlin said reports of a retreat were untrue.",
    ],
    "reject": [
        "“There can be no talks with terrorists,” Bashar Assad said.",
        "“We will not negotiate with the militia,” Abdel Fattah al-Burhan said.",
        "The RSF turned down the offer of a truce.",
        "Hamas rejected the proposal.",
        "Iran ruled out direct talks.",
        "Israel refused to open the crossing.",
        "“We reject any division of Yemen,” the Houthis said.",
        "Kenya opposed the resolution on Somalia.",
        "The Sudanese army refused to attend the talks in Geneva.",
    ],
    "accuse": [
        "Ukraine accused Russia of shelling a hospital.",
        "The army blamed the RSF for the attack.",
        "Armenia said that Azerbaijan had violated the ceasefire.",
        "Hamas held Israel responsible for the deaths.",
        "“Russia is to blame for the disaster,” Volodymyr Zelensky said.",
        "Russia blamed the explosion on Ukraine.",
        "“We condemn the raid,” Emmanuel Macron said.",
    ],
    "agree": [
        "Israel agreed to a four-day truce.",
        "Colombia's government agreed to extend the ceasefire.",
        "Azerbaijan agreed that its troops would leave the village.",
    ],
    "assert": [
        "“We will see what happens,” Joe Biden said.",
        "Residents of Bakhmut said they feared Russian forces were planning to storm the town.",
        "“You would have to destroy the air defences in order to do so,” General Mark Milley said.",
        "The spokesman said some citizens remain in Sudan and there could be a need to talk to officials.",
        "Pat Ryder said the United States is moving ships to be ready for any option that it may need to use.",
        "Hun Manet said his father would lead the party until the end.",
        "Dmitry Peskov said he knew nothing of it and would likely not learn more for days.",
        "“We will decline to comment on any report,” Jens Stoltenberg said.",
        "Analysts agreed that the strategy in the Sahel had failed.",
        "“The road is closed,” Omar, a driver, said.",
        "Joe Biden said he could not confirm the report.",
        "“We cannot say how many died,” the mayor, Vadym Boichenko, said.",
        "Residents said the army would come at night.",
        "Oxfam said that people had to walk for two days.",
        "“There was no time to get out,” Volodymyr Zelensky said.",
        "Paul Kagame said the plan would work.",
        "“We have to wait,” Antonio Guterres said.",
    ],
    "appeal": [
        "“We urge all sides to spare civilians,” Antonio Guterres said.",
    ],
}
ROWS = [(text, act) for act, texts in ACTS.items() for text in texts]


@pytest.mark.parametrize("text, act", ROWS)
def test_the_act_of_a_saying(read_as_far_as: ReadAsFarAs, text: str, act: str) -> None:
    _, found = read_as_far_as(text, "statements")
    (mention,) = found.statements
    said = mention.finding.act
    words = [span.of(text) for span in said.words]
    assert said.value == act
    assert holds(statements.RULES, said.rule, act, words)
    assert not holds(statements.RULES, said.rule, "praise", words)


@pytest.mark.parametrize(
    "text, cue, content",
    [
        (
            "The Houthis threatened to sink any ship bound for Eilat.",
            "threatened",
            ["to sink any ship bound for Eilat"],
        ),
        ("Joe Biden has pledged to send shells.", "has pledged", ["to send shells"]),
        (
            "“We will leave,” Paul Kagame said, “if the militia disarms.”",
            "said",
            ["We will leave", "if the militia disarms"],
        ),
        ("M23 gave the garrison two days to leave.", "gave", ["two days to leave"]),
        ("Hamas rejected the proposal on Monday.", "rejected", ["the proposal"]),
        (
            "Colombia's government agreed on Friday to extend the ceasefire.",
            "agreed",
            ["to extend the ceasefire"],
        ),
    ],
)
def test_cue_and_content_are_exact(read_as_far_as: ReadAsFarAs, text: str, cue: str, content: list[str]) -> None:
    report, found = read_as_far_as(text, "statements")
    (mention,) = found.statements
    assert report.words(mention.at) == cue
    assert [report.words(each) for each in mention.content] == content


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "“The killing must end,” Hillary Clinton said. “The United States urges the generals to show restraint.”",
            ["demand", "appeal"],
        ),
        ("“We are ready,” Sergei Lavrov said. “Russia condemns the attack on the embassy.”", ["assert", "accuse"]),
        ("“It is late,” Burhan said. “The rebels urge their men to go on.”", ["assert", "assert"]),
    ],
)
def test_a_quotation_that_goes_on_names_its_act(read_as_far_as: ReadAsFarAs, text: str, acts: list[str]) -> None:
    report, found = read_as_far_as(text, "statements")
    assert [mention.finding.act.value for mention in found.statements] == acts
    for mention in found.statements:
        act = mention.finding.act
        assert holds(statements.RULES, act.rule, act.value, [span.of(report.text) for span in act.words])
