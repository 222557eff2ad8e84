"""Every vocabulary file has a head, a strict shape and an accessor; none says a thing twice or contradicts another."""

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import onrecord
from onrecord import vocabulary
from onrecord.vocabulary import (
    countries,
    dates,
    forces,
    known_actors,
    measures,
    numbers,
    pages,
    place_words,
    reporting,
    titles,
)
from onrecord.vocabulary.loader import load

SOURCE = Path(onrecord.__file__).parent
FILES = sorted((SOURCE / "vocabulary" / "data").glob("*.toml"), key=lambda path: path.stem)
NAMES = [path.stem for path in FILES]
REPEATED = {"irregular"}  # tables of forms: a verb's past and participle may be one


def shapes() -> dict[str, Any]:
    """The shape into which each file is loaded, as the accessors name it."""
    found = {}
    for module in pkgutil.iter_modules(vocabulary.__path__):
        code = importlib.import_module(f"onrecord.vocabulary.{module.name}")
        for node in ast.walk(ast.parse(inspect.getsource(code))):
            match node:
                case ast.Call(func=ast.Name(id="load"), args=[name, shape]):
                    found[eval(ast.unparse(name), vars(code))] = eval(ast.unparse(shape), vars(code))
    return found


def structs(kind: Any) -> Iterator[msgspec.inspect.StructType]:
    """The structs that a shape is made of."""
    if isinstance(kind, msgspec.inspect.StructType):
        yield kind
        kinds = [field.type for field in kind.fields]
    else:
        kinds = [getattr(kind, name, None) for name in ("item_type", "value_type")]
        kinds += [*getattr(kind, "item_types", ()), *getattr(kind, "types", ())]
    for each in kinds:
        if each is not None:
            yield from structs(each)


def lists(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every list of words of a file, also those written in one string, with the way to it."""
    if isinstance(value, dict):
        for key, kept in value.items():
            yield from lists(kept, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        yield path, value
        for each in value:
            yield from lists(each, path)
    elif isinstance(value, list):
        for number, kept in enumerate(value):
            yield from lists(kept, (*path, str(number)))
    elif isinstance(value, str) and "; " in value:
        yield path, value.split("; ")
    elif isinstance(value, str) and "\n" in value:
        yield path, value.split()


def repeated(words: Any) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_begins_with_what_it_holds(path: Path) -> None:
    head = path.read_text("utf-8").split("\n\n", 1)[0].splitlines()
    assert len(head) >= 2
    assert all(line.startswith("#") for line in head)


def test_every_file_has_an_accessor() -> None:
    assert sorted(shapes()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_misspelt_key_is_an_error(name: str) -> None:
    shape = shapes()[name]
    load(name, shape)
    assert [
        kind.cls.__name__ for kind in structs(msgspec.inspect.type_info(shape)) if not kind.forbid_unknown_fields
    ] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_list_holds_a_word_twice(path: Path) -> None:
    rows = {"persons", "armed_groups", "bodies", "media"}  # rows of cells, of which several may be empty
    for way, words in lists(tomllib.loads(path.read_text("utf-8"))):
        if not REPEATED & set(way) and not (path.stem in rows and "" in words):
            assert repeated(words) == [], way


def test_every_table_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    for shape in shapes().values():
        for kind in structs(msgspec.inspect.type_info(shape)):
            for field in kind.fields:
                assert re.search(rf"\.{field.name}\b|\"{field.name}\"", code), (kind.cls.__name__, field.name)


def test_every_list_of_reporting_is_used_and_every_one_named_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    file = reporting.reporting()
    named = {name for group in file.verbs for name in (group.objects, group.besides) if name}
    assert [name for name in file.lists if f'"{name}"' not in code and name not in named] == []
    assert named <= set(file.lists)


def test_a_name_is_that_of_one_country_whatever_kind_of_name_it_is() -> None:
    tables = (countries.country_names(), countries.demonyms(), countries.capitals(), countries.seats())
    owners = defaultdict(set)
    for table in tables:
        for name, country in table.items():
            owners[name].add(country.name)
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_every_country_has_a_word_for_its_people() -> None:
    namesakes = {"Dominica", "Republic of the Congo"}  # their words are read as those of the greater country
    assert {country.name for country in countries.countries().values() if not country.demonyms} == namesakes


def test_no_region_is_a_country_a_capital_or_an_actor() -> None:
    names = place_words.regions().keys()
    assert not names & {*countries.country_names(), *countries.capitals(), *countries.demonyms()}
    assert [name for name in names if known_actors.actor_named(name)] == []
    listed = load("regions", place_words._Regions).region
    assert repeated(name for region in listed for name in (region.name, *region.names)) == []


def test_no_actor_is_a_seat_of_government_a_month_or_a_weekday() -> None:
    days = {*dates.date_words().months, *dates.date_words().weekdays}
    forms = [form for _, listed in known_actors.rows() for form in listed]
    assert [form for form in forms if countries.seat(form) or form.lower() in days] == []


def test_a_medium_has_one_name_on_pages_and_in_texts() -> None:
    named = defaultdict(set)
    for actor, forms in known_actors.rows():
        for form in forms:
            named[known_actors.fold(form)].add(actor.name)
    for medium in pages.furniture().media:
        for form in (medium.name, *medium.forms):
            assert named.get(known_actors.fold(form), {medium.name}) == {medium.name}, form


def test_no_title_is_listed_twice() -> None:
    for name in ("leaders", "prefixes", "portfolios", "offices", "ranks", "roles", "address"):
        assert repeated(titles.plain(word) for word in getattr(titles.titles(), name)) == [], name


def test_every_noun_for_somebody_can_be_reached() -> None:
    unreached = {noun: kind for noun, kind in forces.classes().items() if forces.class_of(noun) != (noun, kind)}
    assert unreached == {}
    assert forces.forces().kinds <= set(forces.forces().groups)


def test_a_grammar_tells_one_measure_and_a_verb_one_deed() -> None:
    told = defaultdict(set)
    for frame in measures.measures().frames:
        for verb in frame.verbs or ("",):
            for noun in frame.nouns or ("",):
                told[frame.role, frame.things, verb, noun].add(frame.measure)
    for deed in measures.measures().deeds:
        for verb in deed.verbs:
            told["deed", f"{deed.subject} {deed.means}", verb, ""].add(deed.did)
    assert {grammar: said for grammar, said in told.items() if len(said) > 1} == {}


def test_what_is_never_a_figure_is_no_other_thing() -> None:
    things = dict(measures.measures().things)
    never = set(things.pop("never"))
    assert {kind: never & set(words) for kind, words in things.items() if never & set(words)} == {}


def test_every_irregular_form_is_of_a_word_in_use() -> None:
    assert set(measures.measures().irregular) <= set(measures._all_words())


def test_a_word_is_one_kind_of_number() -> None:
    table = numbers.numbers()
    words = (*table.words, *table.scales, *table.magnitudes, *table.fractions)
    assert repeated(words) == []


def test_a_word_of_dates_has_one_meaning() -> None:
    table = dates.date_words()
    names = ("months", "weekdays", "seasons", "numbers", "ordinals", "vague", "units", "plurals", "bounds", "parts")
    words = [word for name in names for word in getattr(table, name)]
    assert repeated(words) == []
    assert [word for word in words if word != word.lower()] == []


def test_a_place_word_neither_moves_nor_is_a_day() -> None:
    words = place_words.place_words()
    assert not set(words.kinds) & (words.lines | words.calendar | words.joiners | words.within | words.towards)
    assert not words.areas & (words.calendar | words.joiners | words.within | words.towards)
    assert words.calendar >= {day for day in (*dates.date_words().weekdays, *dates.date_words().months) if len(day) > 5}


def test_a_column_of_tables_means_one_thing() -> None:
    assert repeated(name for names in pages.furniture().columns.values() for name in names) == []
