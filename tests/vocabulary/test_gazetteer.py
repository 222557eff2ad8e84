"""The gazetteer: spellings of one name fall together, the index is compiled whole or not at all."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.vocabulary import gazetteer, gazetteer_build
from onrecord.vocabulary.gazetteer import candidates, similar
from onrecord.vocabulary.spelling import bare, full, rough, tokens


@pytest.mark.parametrize(
    "one, other",
    [
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Al-Hasakah", "al Hasakah"),
        ("Sana'a", "Sana’a"),
        ("Sana'a", "Sanaa"),
        ("El Fasher", "al-Fasher"),
        ("Maarrat an Nu‘mān", "Maarrat al-Numan"),
        ("Medellín", "Medellin"),
        ("St. Louis", "Saint Louis"),
    ],
)
def test_articles_marks_and_case_do_not_matter(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize("one, other", [("Kharkiv", "Kharkov"), ("Misrata", "Misurata"), ("Kafranbel", "Kafr Nabl")])
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert rough(bare(one)) == rough(bare(other))


@given(st.text(max_size=60))
def test_any_text_has_keys(text: str) -> None:
    assert bare(text) == "" or full(text) != ""
    assert isinstance(rough(bare(text)), str)
    assert all(tokens(text))


@pytest.mark.parametrize(
    "spellings, country",
    [
        (("Saraqeb", "Saraqib"), "SY"),
        (("Kafranbel", "Kafr Nabl"), "SY"),
        (("Kharkiv", "Kharkov"), "UA"),
        (("Misrata", "Misurata"), "LY"),
        (("El Fasher", "Al-Fashir"), "SD"),
        (("Deir ez-Zor", "Deir Ezzor"), "SY"),
        (("Khan Younis", "Khan Yunis"), "PS"),
    ],
)
def test_spellings_of_one_town(spellings: tuple[str, ...], country: str) -> None:
    found = [{e.key for e in candidates(name) if e.kind == "city" and e.iso2 == country} for name in spellings]
    assert set.intersection(*found)


def test_a_spelling_that_is_not_listed_is_found_in_its_country() -> None:
    assert candidates("Maarat al-Numan") == ()
    assert "Idlib" in {entry.admin1 for entry in similar("Maarat al-Numan", "SY")}
    assert similar("Maarat al-Numan", "CO") == ()


@pytest.mark.parametrize("short, key", [("Ky.", "iso:US-KY"), ("W. Va.", "iso:US-WV"), ("NSW", "iso:AU-NSW")])
def test_abbreviated_provinces(short: str, key: str) -> None:
    assert candidates(short)[0].key == key


def test_province_and_town_of_one_name() -> None:
    assert {entry.kind for entry in candidates("Idlib")} == {"province", "city"}
    assert {entry.key for entry in candidates("Idlib")} == {"iso:SY-ID", "geonames:169389"}


@pytest.mark.parametrize("name", ["", " ", "-", "'", "qzxqzx", "Al", "شيء"])
def test_what_no_place_bears(name: str) -> None:
    assert candidates(name) == ()


@pytest.mark.parametrize(
    "written, plain",
    [
        ("Idlib Governorate", "Idlib"),
        ("Donetska oblast", "Donetska"),
        ("State of Washington", "Washington"),
        ("Province", "Province"),
    ],
)
def test_words_for_rank_are_taken_off(written: str, plain: str) -> None:
    assert gazetteer_build.plain(written) == plain


CELLS = (
    "1",
    "New Camp",
    "New Camp",
    "Camp Nou,Al-Nu Camp",
    "35.5",
    "36.5",
    "P",
    "PPL",
    "SY",
    "",
    "12",
    "",
    "",
    "",
    "900",
)
DUMP = "\t".join((*CELLS, "", "", "Asia/Damascus", "2020-01-01")) + "\nbroken\n"


def test_a_users_dump_is_compiled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dump = tmp_path / "dump.txt"
    dump.write_text(DUMP, encoding="utf-8")
    rows = list(gazetteer_build._dumped(dump, {"SY.12": "Idlib"}))
    assert [(row.key, row.kind, row.admin1, row.population) for row in rows] == [("geonames:1", "city", "Idlib", 900)]
    plain = gazetteer.index_path()
    monkeypatch.setenv(gazetteer.DUMP, str(dump))
    assert gazetteer.index_path() != plain


def test_a_dump_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(gazetteer.DUMP, "/nowhere/dump.txt")
    with pytest.raises(SettingsError, match=r"/nowhere/dump\.txt"):
        gazetteer.index_path()


def test_the_index_lies_elsewhere_where_the_cache_folder_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")  # no folder can be made below it, not even by the superuser
    monkeypatch.delenv(gazetteer.CACHE, raising=False)
    monkeypatch.setattr(gazetteer.platformdirs, "user_cache_path", lambda _: blocked / "onrecord")
    monkeypatch.setattr(gazetteer.tempfile, "gettempdir", lambda: str(tmp_path))
    folder = gazetteer.index_path().parent
    assert folder.parent == tmp_path
    assert folder.name.startswith("onrecord-")
    (blocked.parent / "free").mkdir()
    monkeypatch.setattr(gazetteer.platformdirs, "user_cache_path", lambda _: tmp_path / "free" / "onrecord")
    assert gazetteer.index_path().parent == tmp_path / "free" / "onrecord"


def test_a_named_folder_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(gazetteer.CACHE, str(tmp_path / "file" / "cache"))
    with pytest.raises(SettingsError, match="name a folder that can be in ONRECORD_CACHE"):
        gazetteer.prepare()


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(gazetteer_build, "_insert", stop)
    with pytest.raises(KeyboardInterrupt):
        gazetteer_build.build(tmp_path / "cache" / "index.sqlite")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    "town, iso2, province",
    [
        ("Kandahar", "AF", "Kandahar"),
        ("Jalalabad", "AF", "Nangarhar"),
        ("Ganja", "AZ", "Ganja"),
        ("Mekelle", "ET", "Tigray"),
        ("Belgorod", "RU", "Belgorod"),
        ("Hodeidah", "YE", "Hodeidah"),
        ("Manila", "PH", "Metro Manila"),
        ("Bogota", "CO", "Bogota"),
        ("Erbil", "IQ", "Kurdistan Region"),
    ],
)
def test_provinces_have_their_english_names_in_plain_letters(town: str, iso2: str, province: str) -> None:
    assert province in {entry.admin1 for entry in candidates(town) if entry.iso2 == iso2 and entry.kind == "city"}


def test_no_province_bears_marks() -> None:
    assert all(
        (entry.admin1 or "").isascii()
        for name in ("Kandahar", "Sanliurfa", "Tillaberi", "Petén", "Arakan")
        for entry in candidates(name)
    )


@pytest.mark.parametrize("spellings", [("Zawiya", "Zawiyah", "Zawia", "Az Zawiyah"), ("Stepanakert", "Khankendi")])
def test_spellings_of_one_town_are_one_place(spellings: tuple[str, ...]) -> None:
    towns = [next(entry.key for entry in candidates(each) if entry.kind == "city") for each in spellings]
    assert len(set(towns)) == 1


def _row(key: str, name: str, lat: float, population: int) -> gazetteer_build.Row:
    return gazetteer_build.Row(key, name, "city", "LY", "Here", lat, 12.7, population, None, frozenset((name,)))


def test_a_small_town_beside_a_greater_one_that_sounds_alike_is_the_greater() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(gazetteer_build.SCHEMA)
    near, far = _row("near", "Zaltan", 32.96, 500), _row("far", "Zaltan", 33.9, 600)
    told: list[float] = []
    gazetteer_build._insert(connection, [_row("great", "Zalten", 32.95, 90_000), near, far], told.append)
    gazetteer_build._join_twins(connection)
    spelled = "select p.key from spelled s join place p on p.id = s.place where spelling = 'zaltan' order by 1"
    assert [key for (key,) in connection.execute(spelled)] == ["far", "great"]
    assert told == [0.0]


def test_the_index_is_prepared_once_and_old_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(path: Path, _dump: Path | None, progress: gazetteer_build.Progress) -> None:
        path.touch()
        progress(1.0)

    monkeypatch.setenv(gazetteer.CACHE, str(tmp_path))
    monkeypatch.setattr(gazetteer, "build", build)
    (tmp_path / "gazetteer-1-abc.sqlite").touch()
    told: list[float] = []
    assert not gazetteer.ready()
    gazetteer.prepare(told.append)
    gazetteer.prepare(told.append)
    assert gazetteer.ready()
    assert told == [1.0]
    assert [path.name for path in tmp_path.iterdir()] == [gazetteer.index_path().name]
