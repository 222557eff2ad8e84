"""When and where a deed was done and by whose word: a sentence, the word of the deed, and what is told of it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.reading.deeds.setting import Setting, around, setting_of
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]

WHEN = [
    ("Gunmen carried out an attack on a checkpoint in Mopti on Sunday, killing six soldiers.", "attack", "Sunday"),
    ("Gunmen carried out an attack on a checkpoint in Mopti on Sunday, killing six soldiers.", "carried", "Sunday"),
    ("Gunmen carried out an attack on a checkpoint in Mopti on Sunday, killing six soldiers.", "killing", "Sunday"),
    ("A spokesman reported on Friday that rebels had shot down a helicopter.", "shot", None),
    ("Zelensky thanked Macron during Friday's phone call.", "call", "Friday"),
    ("Both sides have broken a January 12 ceasefire.", "ceasefire", "January 12"),
    ("The 26 February attack killed two engineers.", "attack", "26 February"),
    ("Ethiopian forces captured the town of Mekelle on Saturday, the prime minister said.", "captured", "Saturday"),
    ("On Monday, rebels captured Saraqeb and killed 12 soldiers.", "captured", "Monday"),
    ("On Monday, rebels captured Saraqeb and killed 12 soldiers.", "killed", "Monday"),
    ("An air strike hit a hospital in Taiz, witnesses said on Thursday.", "hit", None),
    ("The army said on Tuesday its troops had entered Bama.", "entered", None),
    ("Police told reporters on Wednesday that gunmen kidnapped a priest.", "kidnapped", None),
    ("Russian troops withdrew from Kherson in November 2022.", "withdrew", "November 2022"),
    ("Heavy fighting erupted on Wednesday around Omdurman, residents said.", "fighting", "Wednesday"),
    ("Fighters have shelled the town since Tuesday.", "shelled", "since Tuesday"),
    ("The two leaders met in Nairobi on Thursday.", "met", "Thursday"),
    ("The blockade has violated the 2018 deal.", "violated", None),
    ("Rebels seized the airport after clashes on Sunday.", "seized", None),
    ("Rebels seized the airport after clashes on Sunday.", "clashes", "Sunday"),
    ("Thirty people died on Monday when a mine exploded under a bus.", "died", "Monday"),
    ("Thirty people died on Monday when a mine exploded under a bus.", "exploded", "Monday"),
    ("An attack on Friday that killed 30 villagers was blamed on militants.", "attack", "Friday"),
    ("An attack on Friday that killed 30 villagers was blamed on militants.", "killed", "Friday"),
    ("Saturday's bombing killed nine police officers in Cauca.", "killed", "Saturday"),
    ("The talks took place on 14 March in Jeddah.", "talks", "14 March"),
    ("The army bombed the camp on Monday and rebels fired rockets on Tuesday.", "bombed", "Monday"),
    ("The army bombed the camp on Monday and rebels fired rockets on Tuesday.", "fired", "Tuesday"),
    ("Troops attacked the village on Monday and have since burned it.", "burned", None),
    ("The president condemned Sunday's massacre.", "condemned", None),
    ("The president condemned Sunday's massacre.", "massacre", "Sunday"),
    ("Azerbaijan launched an offensive on 27 September 2020.", "offensive", "27 September 2020"),
    ("M23 fighters captured Bunagana in June 2022, and the army has not regained it.", "captured", "June 2022"),
    ("Yesterday the junta's jets bombed a school in Sagaing.", "bombed", "Yesterday"),
    ("The junta's jets on Friday bombed a school in Sagaing.", "bombed", "Friday"),
    ("The coalition carried out a series of air strikes on Saada overnight on Tuesday.", "strikes", "Tuesday"),
    ("Gang members stormed a police station on Monday, freeing prisoners.", "freeing", "Monday"),
    ("Officials on Monday said that militants had burned a village.", "burned", None),
    ("The rebels must withdraw by Friday.", "withdraw", None),
    ("Soldiers opened fire before Friday's curfew.", "opened", None),
    ("Fighters seized the capital of Nimroz province, Zaranj, on Friday, the governor told AFP.", "seized", "Friday"),
    ("On Monday rebels seized the airport, officials said.", "seized", "Monday"),
    ("In Niger, 17 soldiers died on 15 August when their convoy was ambushed.", "ambushed", "15 August"),
    ("The commander took part in the Iran-Iraq war of 1980-88.", "took", None),
    ("Shells hit the plant around 6 a.m. on Wednesday (11 p.m. Tuesday ET).", "hit", "around 6 a.m. on Wednesday"),
    ("Shells hit the plant around 6 a.m. (11 p.m. Tuesday ET).", "hit", None),
    ("Police recovered the bodies after Tuesday's massacre in Catatumbo.", "recovered", None),
    ("Azerbaijani forces shelled Stepanakert for a third day on Sunday, officials said.", "shelled", "Sunday"),
    ("Suspected jihadists killed 20 villagers in central Mali over the weekend.", "killed", "over the weekend"),
    ("President Zelensky spoke to his counterpart on Thursday and met Polish officials.", "met", "Thursday"),
    ("Hamas fighters released two hostages on Friday, and envoys met in Doha on Saturday.", "released", "Friday"),
    ("Hamas fighters released two hostages on Friday, and envoys met in Doha on Saturday.", "met", "Saturday"),
    ("Militants had held the city since June 2014.", "held", "since June 2014"),
    ("Fighting pushed crude prices to their highest levels since September 2008.", "pushed", None),
    ("More than 30 civilians were killed in the past two weeks.", "killed", "the past two weeks"),
]

RECENT = [
    ("Early in his rule, Mobutu banned the language. Hutu activists were jailed.", "jailed", False),
    ("Helped by Western jets, rebels had made a charge along the coast and seized the oil ports.", "seized", False),
    ("The doctor said that 40 people had been killed in the siege.", "killed", False),
    ("Residents said the army had been shelling the camp.", "shelling", False),
    ("The ministry said Kenyan troops had entered the town.", "entered", True),
    ("Rebels attacked a convoy near Goma.", "attacked", True),
    ("Rebels have entered Goma.", "entered", True),
    ("The army is shelling Omdurman.", "shelling", True),
    ("The ministry said its forces had destroyed a bridge.", "destroyed", True),
    ("Rebels had taken the town.", "taken", False),
    ("Rebels attacked the town three years ago.", "attacked", False),
    ("The army has repeatedly bombed the town.", "bombed", False),
    ("The army shelled the town on Monday.", "shelled", False),
    ("In 2014 the group seized Mosul.", "seized", False),
    ("An air strike hit a hospital, witnesses said on Thursday.", "hit", True),
    ("The committee regularly meets to review the truce.", "meets", False),
    ("The gunmen who attacked the bus fled.", "attacked", False),
    ("The gunmen who attacked the bus fled.", "fled", True),
    ("The attack came days after the army took the town.", "took", False),
    ("Troops will enter the town.", "enter", False),
    ("In June 2011 the war began. Rebels attacked Misrata.", "attacked", False),
    ("Experts wrote last July that Rwandan soldiers were fighting beside the rebels.", "fighting", False),
    # a clause that only dates or describes something else
    ("Traders returned to stalls built after the camp was bombed.", "bombed", False),
    ("Families sleep in tents put up since the town was shelled.", "shelled", False),
    ("The men who fled when the army shelled the camp returned.", "shelled", False),
    ("Rebels fled after the army shelled the camp.", "shelled", True),
    ("Washington has not recognised the rebels, although it has armed them.", "armed", False),
    ("The army pressed on with a campaign that has forced thousands to flee.", "forced", False),
    ("The group, which abducted 276 girls in Chibok, rejected the offer.", "abducted", False),
    ("The general, whose troops shelled the camp, was promoted.", "shelled", False),
    ("The army shelled the camp, which rebels had entered.", "shelled", True),
]

WHERE = [
    ("Rebels shelled Aleppo.", "shelled", ["Aleppo"]),
    ("Government troops entered Saraqeb.", "entered", ["Saraqeb"]),
    ("An air strike hit a hospital in Taiz, witnesses said.", "hit", ["Taiz"]),
    ("A bomb exploded 20 km east of Maiduguri.", "exploded", ["Maiduguri"]),
    ("A bomb exploded near Maiduguri.", "exploded", ["Maiduguri"]),
    ("Rebels ambushed a convoy on the road between Goma and Sake.", "ambushed", ["road between Goma and Sake"]),
    ("Syria accused Turkey of shelling villages in the Hasakah countryside.", "shelling", ["Hasakah"]),
    ("Fighters attacked army positions around Bakhmut.", "attacked", ["Bakhmut"]),
    ("Erdogan met Putin in Moscow on Thursday, Ankara said.", "met", ["Moscow"]),
    ("In Kabul, officials said 12 people were killed in Ghazni.", "killed", ["Ghazni"]),
    ("Heavy fighting erupted around Omdurman, residents said.", "fighting", ["Omdurman"]),
    ("A suicide bomber struck a bus in Kandahar, killing six people.", "killing", ["Kandahar"]),
    ("Three people died when a mine exploded in Hodeidah.", "died", ["Hodeidah"]),
    ("Militants launched rockets from a base in Gao.", "launched", []),
    ("The army shelled Taiz and Hodeidah.", "shelled", ["Taiz", "Hodeidah"]),
    ("Troops captured the town of Saraqeb in Idlib province.", "captured", ["Saraqeb"]),
    ("In Idlib province, troops captured Saraqeb.", "captured", ["Saraqeb"]),
    ("The rebels seized the airport after clashes in Misrata.", "clashes", ["Misrata"]),
    ("The president flew home after clashes in Misrata.", "flew", []),
    ("Speaking in Geneva, the envoy said rebels had burned a village.", "burned", []),
    ("An attack in Kabul killed eight people.", "killed", ["Kabul"]),
    ("An attack in Kabul killed eight people.", "attack", ["Kabul"]),
    ("The battle for the Ukrainian town of Bakhmut killed thousands.", "battle", ["Bakhmut"]),
    ("Gunmen fled Kandahar. The Kandahar attack killed eight people.", "attack", ["Kandahar"]),
    ("Militia fighters based in Benghazi attacked a convoy.", "attacked", []),
    ("The governor of Kandahar denounced the raid.", "denounced", []),
    ("Aid reached the Somali town of Baidoa, where a car bomb killed ten people.", "killed", ["Baidoa"]),
    ("The Syrian town of Aleppo was shelled overnight.", "shelled", ["Aleppo"]),
    ("Gunmen shot dead a judge in the city of Jalalabad.", "shot", ["Jalalabad"]),
    ("The talks between the two sides took place in Jeddah.", "talks", ["Jeddah"]),
    ("Protesters marched through Khartoum.", "marched", ["Khartoum"]),
    ("Russia's ambassador in Ankara rejected the claim.", "rejected", []),
    ("Moscow denounced the shelling of Donetsk.", "shelling", ["Donetsk"]),
    ("Moscow denounced the shelling of Donetsk.", "denounced", []),
    ("Soldiers withdrew from Kandahar.", "withdrew", ["Kandahar"]),
    ("Fighters moved from Misrata to Tripoli.", "moved", ["Tripoli"]),
    ("A car bomb exploded near the US embassy in Kabul.", "exploded", ["Kabul"]),
    ("Protesters gathered outside the United States consulate in Basra.", "gathered", ["Basra"]),
    ("The rebels entered Sake, 25 km west of Goma.", "entered", ["Sake"]),
    ("GOMA, Congo (Reuters) - Rebels burned a village on Friday.", "burned", []),
    ("In Kandahar, three strikes destroyed a tunnel.", "destroyed", ["Kandahar"]),
    ("A delegation held talks on clashes in Misrata.", "talks", []),
    ("A delegation held talks on clashes in Misrata.", "clashes", ["Misrata"]),
    ("Gunmen killed two soldiers in separate attacks on patrols in Baghdad.", "killed", ["Baghdad"]),
    ("A convoy travelling in Kandahar was ambushed.", "ambushed", ["Kandahar"]),
    ("The rebels have captured the towns of Uvira, Bukavu and Goma.", "captured", ["Uvira", "Bukavu", "Goma"]),
    ("Police seized weapons in Goma Saturday.", "seized", ["Goma"]),
    ("Ten people were killed after a bomb exploded in Jalalabad.", "killed", ["Jalalabad"]),
    ("A bomb went off next to a bus in Baghdad.", "went", ["Baghdad"]),
]

PER = [
    ("The UN said that “we cannot use the airspace” above Goma, which is controlled by Rwanda.", "controlled", []),
    ("She said he would protect the people of Goma, where rebels entered the airport on Monday.", "entered", []),
    (
        "The United Nations said it had sent trucks to Goma, where rebels had entered the airport.",
        "entered",
        ["United Nations"],
    ),
    ("The RSF claimed to have captured the town of Nyala.", "captured", ["Rapid Support Forces"]),
    ("The talks followed claims by the government that warplanes bombed a bakery in Brega.", "bombed", ["government"]),
    ("There were rumours that the general had held talks with the rebels in Goma.", "talks", None),
    ("The minister, who met the rebels in Goma on Tuesday, called for a ceasefire.", "met", []),
    (
        "Ethiopian forces captured the town, the Ethiopian defence ministry said.",
        "captured",
        ["Ethiopian Defence Ministry"],
    ),
    ("Rebels captured the town of Bunagana.", "captured", []),
    ("The United Nations said gunmen had killed nine aid workers.", "killed", ["United Nations"]),
    ("Gunmen killed nine aid workers, according to the United Nations.", "killed", ["United Nations"]),
    ("Syria accused Turkey of shelling villages.", "shelling", ["Syria"]),
    ("Islamic State claimed responsibility for the attack.", "attack", ["Islamic State"]),
    ("Islamic State claimed responsibility for bombing the market.", "bombing", ["Islamic State"]),
    ("The coalition reportedly bombed the port.", "bombed", None),
    ('"They killed my brother in Bucha."', "killed", None),
    ("Rebels are said to have burned the village.", "burned", None),
    ("Witnesses said soldiers burned the village.", "burned", ["witnesses"]),
    ("Rebels seized the town, residents said; the army bombed a bridge.", "bombed", []),
    ("Troops, officials said, shelled the market.", "shelled", ["officials (unnamed)"]),
    ("The army denied shelling the market.", "shelling", ["army"]),
    ("We burned the village.", "burned", None),
    ("Turkey said on Friday that Syria had shelled its post.", "shelled", ["Turkey"]),
    ("Turkey said on Friday that Syria had shelled its post.", "said", []),
    ("The man, who officials said was killed by soldiers, was a farmer.", "killed", ["officials (unnamed)"]),
    (
        "Rebels shot a farmer, said local superintendent of police Charui Sinha.",
        "shot",
        ["local superintendent of police Charui Sinha"],
    ),
    (
        "The army bombed a rally of opponents of the junta, witnesses and local media said.",
        "bombed",
        ["witnesses", "local media"],
    ),
    ("Russia's claim that Ukraine shelled the plant was rejected.", "shelled", ["Russia"]),
    ("Iran and Iraq signed a deal on our borders.", "signed", []),
    ("There were reports of shelling near the port.", "shelling", None),
    ("Armenia rejected the accusation that it had shelled Ganja, where seven people were killed.", "killed", None),
    ("The two sides traded charges over who had attacked the oil field.", "attacked", None),
]


@pytest.fixture
def setting(read_as_far_as: Read) -> Callable[[str, str], tuple[Report, Setting | None]]:
    """The setting of the first word of that form."""

    def told(text: str, word: str) -> tuple[Report, Setting | None]:
        report, found = read_as_far_as(text, "statements")
        deed = next(token for token in report.paragraphs[0].doc if token.text == word)
        return report, setting_of(report.paragraphs[0], found, deed, around(report, found))

    return told


WORDS = (
    *[
        "rebels",
        "shelled",
        "Taiz",
        "on",
        "Monday",
        "said",
        "killed",
        "in",
        "the",
        "attack",
        "when",
        "who",
        "of",
        "after",
        "and",
        "2018",
    ],
    *",.",
)
Told = Callable[[str, str], tuple[Report, Setting | None]]


@pytest.mark.parametrize(("text", "word", "expected"), WHEN)
def test_when(setting: Told, text: str, word: str, expected: str | None) -> None:
    report, told = setting(text, word)
    assert told is not None
    assert (told.on.words[0].of(report.text).removeprefix("The ") if told.on else None) == expected


@pytest.mark.parametrize(("text", "word", "expected"), RECENT)
def test_tense_places_an_undated_deed_in_the_news(setting: Told, text: str, word: str, expected: bool) -> None:
    told = setting(text, word)[1]
    assert told is not None
    assert told.recent is expected


@pytest.mark.parametrize(("text", "word", "expected"), WHERE)
def test_where(setting: Told, text: str, word: str, expected: list[str]) -> None:
    report, told = setting(text, word)
    assert told is not None
    assert [place.words[0].of(report.text) for place in told.places] == expected
    assert (told.place is not None) == (len(expected) == 1)


@pytest.mark.parametrize(("text", "word", "expected"), PER)
def test_by_whose_word(setting: Told, text: str, word: str, expected: list[str] | None) -> None:
    told = setting(text, word)[1]
    assert (None if told is None else [actor.value.name for actor in told.per]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Nyala on Monday. Gunmen attacked Kwapre.",
        "Rebels attacked Nyala on Monday. Gunmen attacked soldiers near Kwapre.",
    ],
)
def test_what_happens_at_an_unlisted_place_has_no_scene(setting: Told, text: str) -> None:
    told = setting(text.replace("attacked Nyala", "entered Nyala"), "attacked")[1]
    assert told is not None
    assert told.scene is None


def test_the_scene_is_kept_apart_from_the_place(read_as_far_as: Read) -> None:
    report, found = read_as_far_as(
        "Rebels attacked a market in Taiz on Monday. They killed eight people.", "statements"
    )
    deed = next(token for token in report.paragraphs[0].doc if token.text == "killed")
    told = setting_of(report.paragraphs[0], found, deed, around(report, found))
    assert told is not None
    assert told.place is None
    assert told.scene is not None
    assert told.scene.value.name == "Taiz"


@pytest.mark.parametrize(
    "text",
    [
        "The deal reached in Jeddah calls for aid. Shells killed eight people.",
        "The envoy arrived in Riyadh on Monday. Four million have been displaced.",
        "Ministers met in Geneva. Rebels killed six soldiers.",
    ],
)
def test_nothing_happens_where_it_was_only_talked_of(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "statements")
    deed = next(token for token in report.paragraphs[0].doc if token.text in ("killed", "displaced"))
    told = setting_of(report.paragraphs[0], found, deed, around(report, found))
    assert told is not None
    assert told.scene is None


def test_a_dated_heading_dates_what_stands_under_it(read_as_far_as: Read) -> None:
    text = "7 March - Rebels seized the port of Ras Lanuf.\n\n8 March - The army bombed a bridge near Brega.\n"
    report, found = read_as_far_as(text, "statements")
    context, told = around(report, found), {}
    for paragraph in report.paragraphs:
        for deed in paragraph.doc:
            if deed.text in ("seized", "bombed"):
                setting = setting_of(paragraph, found, deed, context)
                assert setting is not None
                told[deed.text] = setting.on.words[0].of(text) if setting.on else None
    assert told == {"seized": "7 March", "bombed": "8 March"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*WORDS, "after", "and", "2018", ",", ".", '"'])))
def test_no_text_raises(read_as_far_as: Read, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words), "statements")
    context = around(report, found)
    for paragraph in report.paragraphs:
        for token in paragraph.doc:
            setting_of(paragraph, found, token, context)
