"""Places: which names are places, which place each is, and what it stands for in its sentence."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.model.places import Place
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.places import reader as places
from onrecord.reading.places.rules import told_apart
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.vocabulary.gazetteer import candidates

Parse = Callable[[str], Report]
AZE = "Azerbaijan"
SLV = "El Salvador"
ARM_AZE = "Armenia/Azerbaijan"
COD = "Democratic Republic of the Congo"


def read(parse: Parse, text: str) -> tuple[Report, tuple[PlaceMention, ...]]:
    report = parse(text)
    found = places.find(report, Found())
    for mention in found:
        said = mention.place
        words = [span.of(text) for span in said.words]
        assert holds(places.RULES, said.rule, said.value, words), said
        assert not holds(places.RULES, said.rule, replace(said.value, name=said.value.name + "x"), words)
        assert not holds(places.RULES, said.rule, replace(said.value, lat=1.25), words)
        assert not holds(places.RULES, said.rule, said.value, ["Nowhere", *words[1:]])
    return report, found


def named(parse: Parse, text: str) -> dict[str, Place]:
    return {mention.place.value.name: mention.place.value for mention in read(parse, text)[1] if mention.use == "place"}


def uses(parse: Parse, text: str) -> dict[str, str]:
    return {report_words(text, mention): mention.use for mention in read(parse, text)[1]}


def report_words(text: str, mention: PlaceMention) -> str:
    return mention.place.words[0].of(text)


@pytest.mark.parametrize(
    "text, name, key",
    [
        ("The militia shelled El Fasher, the capital of North Darfur.", "North Darfur", "iso:SD-DN"),
        ("Sudanese troops shelled El Fasher overnight.", "El Fasher", "geonames:379555"),
        ("Russian forces struck Odesa, and Ukrainian troops left Avdiivka.", "Avdiivka", "geonames:713122"),
        ("Azeri troops took Shusha in Nagorno-Karabakh.", "Nagorno-Karabakh", "region:nagorno-karabakh"),
        ("Yemeni officials said 30 fighters were killed in Taiz.", "Taiz", "geonames:70225"),
        ("Myanmar's military said Lashio in northern Shan state had fallen.", "Shan", "iso:MM-17"),
        ("Colombian dissidents attacked a police station in Toribio, Cauca.", "Toribio", "geonames:3666887"),
        ("Israeli tanks pushed into Khan Younis in Gaza.", "Khan Younis (city)", "geonames:281124"),
        ("Israeli tanks pushed into Khan Younis in Gaza.", "Gaza Strip", "geonames:281132"),
        ("Congolese rebels advanced toward Goma.", "Goma", "geonames:216281"),
        ("Israeli troops raided Jenin and Nablus in the West Bank.", "Jenin (city)", "geonames:283506"),
        ("Ethiopian troops entered Mekelle.", "Mekelle", "geonames:331180"),
        ("Afghan officials said Lashkar Gah, capital of Helmand province, had fallen.", "Helmand", "iso:AF-HEL"),
        ("Jihadists killed 30 soldiers in Inates, Niger.", "Niger", "iso:NER"),
        ("Malian troops left Timbuktu.", "Timbuktu (city)", "geonames:2449067"),
        ("Fighting went on in the Donbas.", "Donbas", "region:donbas"),
        ("Ships were hit in the Red Sea.", "Red Sea", "region:red-sea"),
        ("The Lachin corridor stayed closed.", "Lachin corridor", "region:lachin-corridor"),
    ],
)
def test_places_of_many_wars(parse: Parse, text: str, name: str, key: str) -> None:
    assert named(parse, text)[name].key == key


@pytest.mark.parametrize(
    "text, name, precision",
    [
        ("Sudanese refugees reached the Adre crossing in Chad.", "Adre crossing", "near"),
        ("Rohingya refugees in the Kutupalong camp were counted.", "Kutupalong camp", "near"),
        ("Ukraine said the Kakhovka dam was blown up.", "Kakhovka dam", "near"),
        ("Congolese rebels advanced toward Lake Kivu.", "Lake Kivu", "district"),
        ("Troops crossed the Dnipro River at night.", "Dnipro River", "line"),
        ("Gaza City's Shifa hospital was encircled.", "Shifa hospital", "near"),
        ("Yazidis fled to Mount Sinjar in northern Iraq.", "Mount Sinjar", "near"),
        ("Syrian jets bombed the Bab al-Hawa border crossing.", "Bab al-Hawa border crossing", "near"),
        ("The regime shelled north-west Syria.", "Northwestern Syria", "province"),
        ("Aid reached north-eastern Nigeria.", "Northeastern Nigeria", "province"),
        ("They arrived in Goris, in the south of Armenia.", "Southern Armenia", "province"),
        ("Iran said shells had landed in its province of East Azerbaijan.", "East Azerbaijan", "province"),
        ("Ethiopian gunmen killed 54 people in Guliso woreda.", "Guliso", "district"),
    ],
)
def test_features_and_parts_of_countries(parse: Parse, text: str, name: str, precision: str) -> None:
    assert named(parse, text)[name].precision == precision


def test_a_site_is_not_the_town_it_is_called_after(parse: Parse) -> None:
    found = named(parse, "Ukrainian troops left Kakhovka. Ukraine said the Kakhovka dam was blown up.")
    town, dam = found["Kakhovka"], found["Kakhovka dam"]
    assert (town.key, dam.key) == ("geonames:707244", "text:kakhovka-dam")
    assert (dam.country, dam.lat) == ("Ukraine", town.lat)
    assert dam.geonameid is None


def test_a_group_is_no_village_of_its_name(parse: Parse) -> None:
    text = (
        "Members of the al-Shabab group bombed Mogadishu in Somalia. Al-Shabab said it struck. Azov in Russia was hit."
    )
    assert named(parse, text).keys() == {"Mogadishu", "Somalia", "Azov", "Russia"}


def test_a_small_place_elsewhere_is_not_meant_in_a_list_of_one_country(parse: Parse) -> None:
    text = "People in Sudan fled to Kebkabiya, Mellit and Tawila. Aid reached Tawila on Monday."
    assert {"Kebkabiya", "Mellit"} <= named(parse, text).keys()
    assert "Tawila" not in named(parse, text)


@pytest.mark.parametrize(
    "text, key",
    [
        ("Sudanese officials said people fled Kassala and Gedaref states.", "iso:SD-KA"),
        ("Iraq said Nineveh, Anbar and Diyala provinces were hit.", "iso:IQ-NI"),
        ("Mali's army left. Timbuktu, Gao and Kidal were cut off.", "geonames:2457163"),
        ("Colombia's army said Armenia, in Quindio, was calm.", "geonames:3689560"),
        ("Two US soldiers from Lebanon, Tennessee, died.", "geonames:4636045"),
        ("US-led jets struck. US officials met in Geneva.", "geonames:2660646"),
        ("The US and the UK met in Paris, the US said.", "geonames:2988507"),
        ("TERRORIST ORGANIZATIONS SUCH AS SHINING PATH IN PERU WERE NAMED.", "iso:PER"),
        ("Yemeni rebels fired a missile from Hodeidah.", "geonames:79415"),
        ("Azerbaijan shelled Stepanakert.", "geonames:146970"),
    ],
)
def test_lists_namesakes_and_capitals(parse: Parse, text: str, key: str) -> None:
    assert key in {place.key for place in named(parse, text).values()}


@pytest.mark.parametrize(
    "text, key",
    [
        ("Syrian shells fell on Idlib province.", "iso:SY-ID"),
        ("Syrian shells fell on the province of Idlib.", "iso:SY-ID"),
        ("Syrian shells fell on the city of Idlib.", "geonames:169389"),
        ("Syrian shells fell on Idlib city.", "geonames:169389"),
        ("Syrian jets struck towns in the south of Idlib.", "iso:SY-ID"),
        ("Syrian troops entered Idlib province. Rebels in Idlib fled.", "iso:SY-ID"),
        ("Ukraine said the Kharkiv region was shelled. Two died in Kharkiv.", "geonames:706483"),
        ("Two people died in Tripoli, Lebanon.", "geonames:266826"),
        ("Libyan rebels held Tripoli.", "geonames:2210247"),
        ("Turkey sent tanks to Hatay, Turkish media said.", "iso:TR-31"),
    ],
)
def test_province_or_town_and_which(parse: Parse, text: str, key: str) -> None:
    assert read(parse, text)[1][-1].place.value.key == key or key in {p.key for p in named(parse, text).values()}


@pytest.mark.parametrize(
    "text, names",
    [
        ("Syrian shells fell on Idlib province.", {"Idlib province"}),
        ("Syrian shells fell on the city of Idlib.", {"Idlib (city)"}),
        (
            "Ukraine said the Kharkiv region was shelled. Two Ukrainian soldiers died in Kharkiv.",
            {"Kharkiv region", "Kharkiv"},
        ),
        ("Sudanese officials said people fled Kassala state.", {"Kassala state"}),
        ("Colombian guerrillas left Arauca department.", {"Arauca department"}),
        ("Congolese troops left Goma.", {"Goma"}),
        ("Two US soldiers from Woodbridge, Virginia, died in Iraq.", {"Woodbridge", "Virginia", "Iraq"}),
        ("Officials arrived in Ankara for talks.", {"Ankara"}),
        ("Yemeni rebels shelled Marib province. They did not enter Marib city.", {"Marib province", "Marib (city)"}),
    ],
)
def test_a_town_and_its_province_are_told_apart(parse: Parse, text: str, names: set[str]) -> None:
    assert set(named(parse, text)) == names


@pytest.mark.parametrize(
    "name",
    ["Idlib", "Kassala", "Raqqa", "Kunduz", "Kherson", "Donetsk", "Homs", "Arauca", "Gao", "Mopti", "Herat", "Sennar"],
)
def test_no_town_is_shown_under_the_name_of_its_province(name: str) -> None:
    shown = {(entry.iso2, entry.kind, told_apart(entry, name)) for entry in candidates(name)}
    towns = {(iso2, called) for iso2, kind, called in shown if kind == "city"}
    assert towns.isdisjoint((iso2, called) for iso2, kind, called in shown if kind == "province")


@pytest.mark.parametrize(
    "text, name, use",
    [
        ("Ankara said it would act.", "Ankara", "government"),
        ("Mourners marched through downtown Tripoli.", "Tripoli", "place"),
        ("The commander was caught in the jungles of Colombia.", "Colombia", "place"),
        ("Rebels hold 60 percent of Myanmar.", "Myanmar", "place"),
        ("Thousands of police will patrol Nairobi.", "Nairobi", "place"),
        ("They asked for the support of Colombia.", "Colombia", "government"),
        ("Officials arrived in Ankara for talks.", "Ankara", "place"),
        ("The meeting between Ankara and Moscow failed.", "Moscow", "government"),
        ("A delegation would travel to Moscow on Monday.", "Moscow", "place"),
        ("They accused Kyiv of stalling.", "Kyiv", "government"),
        ("Missiles hit Kyiv at dawn.", "Kyiv", "place"),
        ("Khartoum's forces shelled the town.", "Khartoum", "government"),
        ("The outskirts of Khartoum were shelled.", "Khartoum", "place"),
        ("Relations with Damascus are frozen.", "Damascus", "government"),
        ("Russia and Turkey agreed to a truce.", "Turkey", "government"),
        ("The war in Syria goes on.", "Syria", "place"),
        ("Thousands fled to Chad.", "Chad", "place"),
        ("Talks with Russia failed.", "Russia", "government"),
        ("Fighting was reported in Kabul, Afghanistan.", "Kabul", "place"),
        ("France, Germany and Spain called for a truce.", "France", "government"),
        ("Russia broke the Sochi deal.", "Sochi", "modifier"),
        ("Officials met in Istanbul for Istanbul-format talks.", "Istanbul", "modifier"),
        ("The Minsk agreements failed.", "Minsk", "modifier"),
        ("Clashes erupted in Myanmar's border town of Myawaddy.", "Myanmar's border", "modifier"),
        ("Shells fell in the Thai-Myanmar border area.", "Thai-Myanmar border", "place"),
        ("Troops fighting for Moscow shelled Avdiivka.", "Moscow", "government"),
        ("The rebels fought for Kinshasa.", "Kinshasa", "government"),
        ("The battle for Khartoum went on.", "Khartoum", "place"),
        ("In the capital, Kinshasa, the situation is calm.", "Kinshasa", "place"),
        ("The ministry refuted the shelling of Baku by artillery.", "Baku", "place"),
        ("The siege of Sanaa began in autumn.", "Sanaa", "place"),
        ("The command ship USS Mount Whitney left port.", "Mount Whitney", "modifier"),
        ("The Stockholm Agreement covered the port.", "Stockholm", "modifier"),
        ("Troops took reporters to Goma Monday.", "Goma", "place"),
        ("KABUL (Reuters) - The Taliban entered Kunduz.", "KABUL", "place"),
        ("ADEN, Yemen - Fighting went on.", "Yemen", "place"),
        ("They reached the border crossing with Pakistan.", "Pakistan", "place"),
        ("Cameroon's Far North region was hit.", "Cameroon", "place"),
        ("Moscow-backed fighters fled.", "Moscow", "modifier"),
        ("The Damascus suburbs were shelled.", "Damascus", "place"),
        ("Tunisian border guards fired into the air.", "Tunisian border", "modifier"),
        ("Two soldiers from Paris, Tennessee, died.", "Paris", "place"),
    ],
)
def test_what_a_name_stands_for(parse: Parse, text: str, name: str, use: str) -> None:
    assert uses(parse, text)[name] == use


@pytest.mark.parametrize(
    "text",
    [
        "Most of them left. Of course the police came.",
        "Mr Paris said he would stay.",
        "General Aden spoke to reporters.",
        "Independence was declared on Monday.",
        "Man is mortal. Reading is nice.",
        "President George W. Bush spoke in person.",
        "The spokesman said nothing. She did.",
        "Dartmouth and Columbia universities condemned it.",
        "It is an amazing cycle of TIME for the allies.",
        "Brent crude rose after the reports.",
        "The US senator Kevin de Leon spoke.",
        "The US Senate met. Lincoln, Nelson and Warner voted for it.",
        "Myanmar's people are many: the Shan, the Mon.",
        "Workers left the Coke plant.",
    ],
)
def test_words_and_people_are_no_places(parse: Parse, text: str) -> None:
    assert named(parse, text) == {}


@pytest.mark.parametrize(
    "text, name, precision, country",
    [
        ("They drove to the Turkish-Syrian border.", "Turkish-Syrian border", "line", "Turkey/Syria"),
        ("Shells fell near the border with Ukraine.", "border with Ukraine", "line", "Ukraine"),
        ("M23 held towns on the Uganda-Rwanda border.", "Uganda-Rwanda border", "line", "Uganda/Rwanda"),
        ("Refugees in Idlib live along the Turkish border.", "Turkish-Syrian border", "line", "Turkey/Syria"),
        ("They fled to Sudan's border from Gambella in Ethiopia.", "Sudan-Ethiopia border", "line", "Sudan/Ethiopia"),
        ("Lachin in Azerbaijan lies near the Armenian border.", "Armenian-Azerbaijani border", "line", ARM_AZE),
        ("They crossed the Tunisian border and went to Lampedusa in Italy.", "Tunisian border", "line", "Tunisia"),
        ("Guns were heard in Beirut and Amman near the Syrian border.", "Syrian border", "line", "Syria"),
        ("He said in Washington that the Ukrainian border was closed.", "Ukrainian border", "line", "Ukraine"),
        ("A patrol in northern Syria was called off.", "Northern Syria", "province", "Syria"),
        ("Ukraine's east was shelled.", "Eastern Ukraine", "province", "Ukraine"),
        ("Rockets were fired from southern Lebanon.", "Southern Lebanon", "province", "Lebanon"),
        ("Troops reopened the M5 highway.", "M5 highway", "line", None),
        ("They cleared the Damascus-Aleppo highway in Syria.", "Damascus-Aleppo highway", "line", "Syria"),
        ("The Armenian village of Qwertavan was hit.", "Qwertavan", "exact", "Armenia"),
        ("The village of Qwertavan was hit.", "Qwertavan", "exact", None),
        ("Syrian rebels shot down a helicopter west of Aleppo.", "Aleppo", "near", "Syria"),
        ("Strikes hit Sana'a airport in Yemen.", "Sana'a airport", "near", "Yemen"),
    ],
)
def test_lines_areas_and_unlisted_villages(
    parse: Parse, text: str, name: str, precision: str, country: str | None
) -> None:
    place = named(parse, text)[name]
    assert (place.precision, place.country) == (precision, country)


@pytest.mark.parametrize(
    "text, name, key, country",
    [
        ("Raiders burned the village of Solhan in northern Burkina Faso.", "Solhan", "text:solhan", "Burkina Faso"),
        (
            "Burkina Faso declared mourning. The raid on the village of Solhan was the worst in years.",
            "Solhan",
            "text:solhan",
            "Burkina Faso",
        ),
        ("Rebels took the eastern Congolese town of Bunagana.", "Bunagana", "text:bunagana", COD),
        ("Troops in the village of Moura in Mali's Mopti region killed 300.", "Moura", "text:mura", "Mali"),
        ("Boko Haram raided the village of Kalari in Borno State.", "Kalari", "text:kalari", "Nigeria"),
        ("The army bombed the village of Tabarat in South Darfur.", "Tabarat", "text:tabarat", "Sudan"),
        ("Shells hit Ukraine's frontline village of Qwertivka.", "Qwertivka", "text:qwertivka", "Ukraine"),
        ("Houthi fighters in Yemen shelled the village of Victoria near Taiz.", "Victoria", "text:victoria", "Yemen"),
        ("The Turkish-held town of Qwertyab was hit.", "Qwertyab", "text:qwertyab", None),
        ("Gangs in Haiti attacked the town of Pont-Sonde.", "Pont-Sonde", "text:pontsonde", "Haiti"),
        ("Shells hit the village of Alkhanli in Azerbaijan's Fizuli district.", "Alkhanli", "text:alkhanli", AZE),
        ("TROOPS ENTERED THE TOWN OF ANAMOROS IN THE DEPARTMENT OF LA UNION.", "Anamoros", "geonames:3587372", SLV),
        ("A raid on the Fulani village of Qwertyab was reported.", "Qwertyab", "text:qwertyab", None),
        (
            "Shells hit the Yarmouk district of southern Khartoum.",
            "Yarmouk, Khartoum",
            "text:yarmukhartum",
            "Sudan",
        ),
    ],
)
def test_a_namesake_far_away_gives_way_to_where_the_words_put_a_town(
    parse: Parse, text: str, name: str, key: str, country: str | None
) -> None:
    place = named(parse, text)[name]
    assert (place.key, place.country) == (key, country)


def test_a_township_that_no_list_holds(parse: Parse) -> None:
    report = parse("The rebels have complete control of Paletwa Township in Chin State, Myanmar.")
    named = [mention.place.value for mention in places.find(report, Found())]
    assert ("Paletwa", "district", "Myanmar") in {(place.name, place.precision, place.country) for place in named}


def test_what_is_taken_is_no_small_namesake_in_a_country_of_which_nothing_is_said(parse: Parse) -> None:
    report = parse("Congolese rebels seized Katana, near Bukavu, on Friday. Congo's army left the town.")
    assert "Syria" not in {mention.place.value.country for mention in places.find(report, Found())}


def test_an_unlisted_town_has_one_key_and_country_in_a_report(parse: Parse) -> None:
    text = "Rebels took the town of Bunagana. The eastern Congolese town of Bunagana was calm. They left Bunagana."
    found = [mention.place.value for mention in read(parse, text)[1]]
    assert {(place.key, place.country) for place in found} == {("text:bunagana", COD)}
    assert len(found) == 3


@pytest.mark.parametrize(
    "text, keys",
    [
        (
            "Syrian shells fell on Idlib province. A view of Taftanaz, northeast of the city of Idlib.",
            {"iso:SY-ID", "geonames:169389"},
        ),
        ("Russian missiles hit the Saltivka district of Kharkiv.", {"geonames:706483"}),
        ("Sudanese jets struck the Yarmouk district of southern Khartoum.", {"geonames:379252"}),
        ("Ukraine's troops repelled assaults near Bakhmut and destroyed two depots.", {"geonames:713174"}),
        ("Ukraine's troops left Artemivsk.", {"geonames:713174"}),
        ("Two people died in Dnipro, Ukraine. Dnipropetrovsk region was shelled.", {"geonames:709930", "iso:UA-12"}),
        ("Ukraine said Kropyvnytskyi was hit.", {"geonames:705812"}),
        ("Azerbaijan's army entered Khankendi.", {"geonames:146970"}),
        ("Myanmar's generals met in Naypyidaw.", {"geonames:6611854"}),
        ("Syria talks were held in Nur-Sultan, Kazakhstan.", {"geonames:1526273"}),
        ("Gunmen burned homes in Port-au-Prince, Haiti.", {"geonames:3718426"}),
    ],
)
def test_towns_with_several_names_and_parts(parse: Parse, text: str, keys: set[str]) -> None:
    assert keys <= {mention.place.value.key for mention in read(parse, text)[1] if mention.use == "place"}


@pytest.mark.parametrize(
    "text, name",
    [
        ("Libyan rebels held the road between Benghazi and Ajdabiyah March 20, 2011.", "Benghazi-Ajdabiyah road"),
        ("Afghan troops cleared the highway between Kabul and Kandahar Monday.", "Kabul-Kandahar highway"),
        ("Somali fighters cut the road linking Mogadishu and Baidoa Friday.", "Mogadishu-Baidoa road"),
    ],
)
def test_a_day_or_month_is_no_part_of_a_road(parse: Parse, text: str, name: str) -> None:
    assert named(parse, text)[name].precision == "line"


def test_the_north_lies_north_of_the_middle(parse: Parse) -> None:
    area = named(parse, "A patrol in northern Syria was called off.")["Northern Syria"]
    middle = named(parse, "The war in Syria goes on.")["Syria"]
    assert area.lat is not None
    assert middle.lat is not None
    assert area.lat > middle.lat


def test_one_observation_a_place_with_its_other_spellings(parse: Parse) -> None:
    text = "Syrian troops entered Saraqeb. Rebels then left Saraqib. Ankara said nothing."
    report, found = read(parse, text)
    (seen,) = places.observations(report, found)
    assert seen.finding.place.value.name == "Saraqeb"
    assert [alias.value for alias in seen.finding.aliases] == ["Saraqib"]
    assert seen.trigger.of(text) == "Saraqeb"
    assert [span.of(text) for span in seen.evidence] == ["Syrian troops entered Saraqeb.", "Rebels then left Saraqib."]
    assert all(
        holds(places.RULES, alias.rule, alias.value, [alias.words[0].of(text)]) for alias in seen.finding.aliases
    )


def test_evidence_is_short(parse: Parse) -> None:
    text = "Syrian troops entered Saraqeb, " + "and then they did many other things that day, " * 20 + "he said."
    report, found = read(parse, text)
    (seen,) = places.observations(report, found)
    assert len(seen.evidence[0].of(text)) <= places.LONGEST
    assert "Saraqeb" in seen.evidence[0].of(text)


WORDS = st.sampled_from(
    [
        "in",
        "the",
        "Aleppo",
        "Syria",
        "'s",
        "-",
        "northern",
        "of",
        "town",
        "Mr",
        "Paris",
        "border",
        "Turkish border",
        ",",
        ".",
        "al",
        "U.S.",
        "É",
        "\u200f",
        "7",
        "M5 highway",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_is_read_and_cites_itself(parse: Parse, text: str) -> None:
    report = parse(text)
    found = places.find(report, Found())
    for mention in found:
        words = [span.of(text) for span in mention.place.words]
        assert holds(places.RULES, mention.place.rule, mention.place.value, words)
    for seen in places.observations(report, found):
        assert seen.trigger.of(text)
