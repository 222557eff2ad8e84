"""A sentence, its deed in brackets, and whether it came about."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from onrecord.reading.deed_background import is_background
from onrecord.reading.deed_status import RULE, RULES, Status, status_of
from onrecord.reading.language import pipeline
from onrecord.reading.rules import holds
from onrecord.vocabulary.deeds import STATUSES

HAPPENED, ONGOING, ATTEMPTED, PLANNED = "happened", "ongoing", "attempted", "planned"
CALLED_OFF, DENIED, HYPOTHETICAL = "called off", "denied", "hypothetical"

TABLE: list[tuple[str, str | None]] = [
    # the deed's own tense
    ("The army [shelled] the camp near Zamzam on Monday.", HAPPENED),
    ("Russian forces have [captured] the village, the ministry said.", HAPPENED),
    ("Two villages were [captured] overnight.", HAPPENED),
    ("Azerbaijan is [shelling] Stepanakert, the separatist leader said.", ONGOING),
    ("The rebels have been [besieging] the town for weeks.", ONGOING),
    ("Hospitals are being [bombed], doctors said.", ONGOING),
    ("Saudi jets [bomb] Sanaa airport", HAPPENED),
    ("Gunmen [kill] 12 in Burkina Faso village", HAPPENED),
    ("12 [killed] in Burkina Faso attack", HAPPENED),
    ("The soldiers [captured] last week were paraded on television.", HAPPENED),
    ("Troops [entered] Goma, looted shops and left.", HAPPENED),
    ("The army took the bridge and [burned] the market.", HAPPENED),
    ("The president [met] his Kenyan counterpart in Nairobi.", HAPPENED),
    ("Israeli aircraft struck the suburb, [killing] four people.", HAPPENED),
    ("The junta did [bomb] the school, a monitor insisted.", HAPPENED),
    # what is to come
    ("Turkey will [send] more troops to Libya.", PLANNED),
    ("The ministers will meet on Friday and [sign] the accord.", PLANNED),
    ("The envoy said he would [visit] Aden.", PLANNED),
    ("The two leaders are due to [meet] in Sochi.", PLANNED),
    ("The M23 is about to [attack] Bukavu, residents said.", PLANNED),
    ("The generals are set to [meet] in Jeddah.", PLANNED),
    ("The delegation is to [visit] Mekelle.", PLANNED),
    ("The army was going to [storm] the town.", PLANNED),
    ("The government plans to [release] the prisoners.", PLANNED),
    ("The ELN pledged to [free] the hostages.", PLANNED),
    ("The commander vowed to [retake] Bakhmut.", PLANNED),
    ("Army to [withdraw] from Tripoli", PLANNED),
    ("The minister [meets] the rebels tomorrow in Doha.", PLANNED),
    ("The president ordered troops to [attack] the port.", PLANNED),
    ("The sides agreed to [exchange] prisoners.", PLANNED),
    ("The convoy is expected to [leave] Aleppo.", PLANNED),
    ("The summit is scheduled to be [held] in Algiers.", PLANNED),
    # supposed, feared, asked for, threatened
    ("The army could [attack] the city at any moment.", HYPOTHETICAL),
    ("The rebels may have [captured] the base.", HYPOTHETICAL),
    ("Troops must [leave] the capital, the bloc said.", HYPOTHETICAL),
    ("If the army [attacks] the town, thousands will flee.", HYPOTHETICAL),
    ("If the army attacks the town, we will [respond].", HYPOTHETICAL),
    ("Unless they [withdraw], we will strike.", HYPOTHETICAL),
    ("Iran would [retaliate] if its ships were hit.", HYPOTHETICAL),
    ("Had they [attacked], we would have answered.", HYPOTHETICAL),
    ("Should rebels [enter] the city, the airport will close.", HYPOTHETICAL),
    ("Were the army to [attack], the talks would end.", HYPOTHETICAL),
    ("Will the army [attack] the town?", HYPOTHETICAL),
    ("Did Rwanda [send] troops into Congo?", HYPOTHETICAL),
    ("He threatened to [bomb] the dam.", HYPOTHETICAL),
    ("Residents fear the militia will [attack] again.", HYPOTHETICAL),
    ("Aid workers fear that soldiers [killed] the villagers.", HYPOTHETICAL),
    ("The UN urged both sides to [stop] fighting.", HYPOTHETICAL),
    ("France demanded that the gunmen [release] the hostages.", HYPOTHETICAL),
    ("The resolution allows them to [inspect] ships.", HYPOTHETICAL),
    ("The general wants to [capture] Khartoum.", HYPOTHETICAL),
    ("They hope to [meet] the president.", HYPOTHETICAL),
    ("He called on Armenia to [withdraw] its forces.", HYPOTHETICAL),
    ("Drones were used to [attack] the depot.", HYPOTHETICAL),
    ("Troops moved to the border to [prevent] an incursion.", HYPOTHETICAL),
    ("The militia has the ability to [strike] tankers.", HYPOTHETICAL),
    ("The army considered [bombing] the bridge.", HYPOTHETICAL),
    ("The court warned against [shelling] the camp.", HYPOTHETICAL),
    ("The deal prevents Israel from [bombing] Beirut.", HYPOTHETICAL),
    ("[Withdraw] your troops now, he told them.", HYPOTHETICAL),
    ("The troops will leave when the rebels [disarm].", None),
    # tried, denied, not done
    ("Fighters tried to [storm] the prison.", ATTEMPTED),
    ("The army failed to [retake] the town.", ATTEMPTED),
    ("The attackers attempted to [seize] the airport.", ATTEMPTED),
    ("The army did not [attack] the convoy.", DENIED),
    ("The army never [entered] the city, he said.", DENIED),
    ("Ethiopia has not [bombed] the camp, it said.", DENIED),
    ("No soldiers were [killed].", DENIED),
    ("Sudan denied [bombing] the market.", DENIED),
    ("Rwanda denied that its troops [crossed] the border.", DENIED),
    ("Iran denied planning to [attack] the embassy.", DENIED),
    ("Troops passed the town without [firing] a shot.", DENIED),
    ("The rebels refused to [withdraw].", HYPOTHETICAL),
    ("The bloc stopped short of [sending] troops.", HYPOTHETICAL),
    # what others say was done
    ("Kyiv accused Russia of [shelling] the hospital.", HAPPENED),
    ("The group claimed it had [shot] down a drone.", HAPPENED),
    ("He was criticised for [bombing] the village.", HAPPENED),
    ("The ministry said the rebels [attacked] a post.", HAPPENED),
    ("After [seizing] the town, the rebels moved south.", HAPPENED),
    ("The army began [shelling] the suburb at dawn.", HAPPENED),
    ("The jets continued [bombing] the city.", ONGOING),
    ("The army managed to [capture] the hill.", HAPPENED),
    ("Residents were forced to [flee].", HAPPENED),
    # nouns
    ("The [attack] killed six people.", HAPPENED),
    ("An [attack] on a mosque killed 18 people in Burkina Faso.", HAPPENED),
    ("Six people died in the [shelling].", HAPPENED),
    ("Six people were killed in an [attack] on a bus.", HAPPENED),
    ("Six people could die in an [attack] on the dam.", HYPOTHETICAL),
    ("The jihadists carried out an [attack] on the barracks.", HAPPENED),
    ("Israel launched an [offensive] in Gaza.", HAPPENED),
    ("Myanmar's army conducted air [strikes] on the town.", HAPPENED),
    ("The UN condemned the [attack] on the camp.", HAPPENED),
    ("The UN will condemn the [attack] on the camp.", HAPPENED),
    ("Residents reported heavy [shelling].", HAPPENED),
    ("The group claimed responsibility for the [attack].", HAPPENED),
    ("The group denied responsibility for the [attack].", HAPPENED),
    ("People fled after an [attack] on the village.", HAPPENED),
    ("Prices rose amid [fighting] in the capital.", HAPPENED),
    ("A wave of [attacks] hit Kabul.", HAPPENED),
    ("There was an [explosion] in the market.", HAPPENED),
    ("The army is planning an [attack] on Rafah.", PLANNED),
    ("The army is preparing for an [assault] on Hodeidah.", PLANNED),
    ("The [meeting] is due on Monday.", PLANNED),
    ("[Talks] will resume in Cairo.", PLANNED),
    ("The [talks] are planned for Monday.", PLANNED),
    ("A planned [attack] on the town worried aid agencies.", PLANNED),
    ("Residents left ahead of the [assault].", PLANNED),
    ("[Talks] next week will seek a truce.", PLANNED),
    ("The militia threatened an [attack] on the port.", HYPOTHETICAL),
    ("The envoy warned of an [attack] on the city.", HYPOTHETICAL),
    ("The threat of an [attack] remains.", HYPOTHETICAL),
    ("He called for a [withdrawal] of all forces.", HYPOTHETICAL),
    ("They discussed an [attack] on the base.", HYPOTHETICAL),
    ("A possible [attack] on the town is feared.", HYPOTHETICAL),
    ("Any [attack] on our soldiers will be answered.", HYPOTHETICAL),
    ("An [attack] would kill thousands.", HYPOTHETICAL),
    ("Troops were sent to prevent an [attack].", HYPOTHETICAL),
    ("In case of an [attack], the town will be evacuated.", HYPOTHETICAL),
    ("The [patrol] was cancelled.", CALLED_OFF),
    ("The joint [patrol] was called off.", CALLED_OFF),
    ("Turkey postponed the [talks].", CALLED_OFF),
    ("Colombia suspended the [talks] with the ELN.", CALLED_OFF),
    ("Iraq denied the [attack].", DENIED),
    ("No [attack] took place.", DENIED),
    ("The [meeting] did not take place.", DENIED),
    ("The militia denied planning an [attack].", DENIED),
    ("Police foiled an [attack] on the embassy.", ATTEMPTED),
    ("The army repelled an [assault] on the base.", ATTEMPTED),
    ("He called for an end to the [fighting].", ONGOING),
    ("The ceasefire is meant to stop the [bombardment].", ONGOING),
    ("The [fighting] continued on Tuesday.", ONGOING),
    ("[Attacks] on hospitals are war crimes.", None),
    ("An alleged [attack] was discussed.", None),
]
BACKGROUND: list[tuple[str, bool]] = [
    ("The army [massacred] villagers in the 1990s.", True),
    ("The rebels had [attacked] the town in 2013.", True),
    ("The 2003 [invasion] toppled the government.", True),
    ("Rebels [seized] the town ten years ago.", True),
    ("Rebels [seized] the town two days ago.", False),
    ("People marked the anniversary of the [massacre].", True),
    ("Gunmen [attacked] the town on Monday.", False),
    ("The army [attacked] the town, which rebels had seized in 2013.", False),
]


def marked(text: str) -> tuple[Doc, Token]:
    found = re.search(r"\[(.+?)\]", text)
    assert found is not None
    doc = pipeline()(text.replace("[", "").replace("]", ""))
    return doc, next(token for token in doc if token.idx == found.start())


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_whether_it_came_about(text: str, expected: str | None) -> None:
    doc, deed = marked(text)
    status = status_of(deed)
    assert (status.status if status else None) == expected
    if status is not None:
        check(doc, status)


def check(doc: Doc, status: Status) -> None:
    words = [doc[at].text for at in status.words]
    assert holds(RULES, RULE, status.status, words), words
    if status.status not in (HAPPENED, ONGOING):
        assert not holds(RULES, RULE, HAPPENED, words), words


@pytest.mark.parametrize(("text", "expected"), BACKGROUND, ids=[text for text, _ in BACKGROUND])
def test_history(text: str, expected: bool) -> None:
    assert is_background(marked(text)[1]) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([word for text, _ in TABLE[::3] for word in re.findall(r"\w+|[.,?]", text)]), max_size=25)
)
def test_no_text_raises(words: list[str]) -> None:
    doc = pipeline()(" ".join(words))
    for token in doc:
        status = status_of(token)
        is_background(token)
        if status is not None:
            assert status.status in STATUSES
            check(doc, status)
