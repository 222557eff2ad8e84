"""What no writer would write is read without a fault, and nothing is understood that its words do not say."""

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.intake.page import Given, page
from onrecord.model.saids import saids
from onrecord.reading import read
from onrecord.reading.language import Parser

TEXTS = (
    "The army killed 1,1,1,0 people in Goma. 1,1,1,0 died.",
    "The army said <p><div><b>12 people were killed in Khartoum</b></div>.",
    "The rebels went on.[[At least 21 civilians were killed in Kyiv, -1 were wounded in Sanaa.",
    "The advance.$$More than half a million people fled Mekelle.",
    "- Goma: 3 civilians wounded; v: 5",
    "In all, 246 wounded countrywide",
    "The dead nationwide: 246",
    "Some 2,000 sleeping in the camps of Goma, 75$000 displaced; 40',000 dead in Yei, more than 800$000 fled.",
    "3 c il wounded; v: 5",
    "The army killed 999999999999999999999999999999 rebels, 1e309 men and 0.0000001 civilians in Gao.",
    "The army killed hundred thousand hundred thousand hundred thousand people in Yei.",
    "General General General General said General Ahmed said he said that he said.",
    "The army's army's army's army's attack of the army of the army of the army killed 3 people.",
    "“He said “he said “he said “war in Khartoum.”",
    "((((((((( The rebels (the rebels (the rebels attacked Sanaa))",
    "The army said \u202eقتلوا ثلاثة\u202c that 3 soldiers were killed in K\u0301h\u0301artoum.",
    "THE ARMY SAID ON MONDAY THAT 3 SOLDIERS WERE KILLED IN GOMA, GENERAL JEAN MBEKI SAID.",
    "He said It said They said The ministry said The source said.",
    "On 45 March 2020, by 31 February and since 99999 the army killed 3 men on 0001-01-01.",
    "of and or not said killed the , , , . . . ! ? ; : % $ 12",
    "Ahmed Hassan, ², General Jean Mbeki, ³, and the ⁵⁵⁵⁵ Minsk agreement of ² were killed in Goma.",
    "\u00a0\u3000½ ② Ⅻ ١٢ killed in ﬁ İstanbul ǅ ß.",
)


@pytest.mark.parametrize("published", [None, "2022-03-04", "1600-01-01", "2199-12-31"])
@pytest.mark.parametrize("text", [*TEXTS, "\n".join(TEXTS), " ".join(TEXTS)])
def test_every_value_follows_from_its_words(text: str, published: str | None, parser: Parser) -> None:
    document = page("odd.txt", text, Given(language="en", published=published))
    for observation in read(document, parser):
        for field, said in saids(observation.finding):
            words = [span.of(text) for span in said.words]
            kind = str(observation.finding.__struct_config__.tag)
            assert rule_holds(kind, said, words), (kind, field, said.value, words)
