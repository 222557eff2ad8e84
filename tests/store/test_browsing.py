"""What pages list and count, against a plain look at every entry of the samples' record."""

import datetime as dt
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import select, text

from onrecord import Record, checking, pipeline
from onrecord.errors import RecordError
from onrecord.model import outlook
from onrecord.model.entries import AnyEntry
from onrecord.model.facets import covered, found_under, prefix_of, words
from onrecord.model.filters import Filter
from onrecord.model.kinds import KINDS
from onrecord.model.periods import of_unit
from onrecord.settings import Settings
from onrecord.settling import forget
from onrecord.store import Reader, Store
from onrecord.store.browsing import BARS, ORDERS, PLACED, strip
from onrecord.store.tables import cites, documents, entries, members, observations

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020"
VERSION_5 = Path(__file__).parent / "version_5.sql"
PREFIXES = ("actor", "says", "place", "country", "measure", "act", "type", "review", "differs", "kind", "lacks", "to")


class Held(NamedTuple):
    """An entry as it is kept, with what it is found by."""

    entry: AnyEntry
    facets: dict[str, str]
    days: tuple[dt.date, dt.date] | None
    text: str


def held(view: Reader) -> list[Held]:
    """Every entry of the record, with its facets made again, block by block, from all rows."""
    findings: dict[str, list[Any]] = defaultdict(list)
    run = view.connection.execute
    for entry, finding in run(select(members.c.entry, observations.c.finding).join(observations)):
        findings[entry].append(finding)
    for document, finding in run(select(observations.c.document, observations.c.finding)):
        findings[document].append(finding)
    outlets = {
        row.id: {part.publisher.value for part in row.parts if part.publisher}
        for row in run(select(documents.c.id, documents.c.parts))
    }
    cited: dict[str, set[str]] = defaultdict(set)
    for entry, document in run(select(cites.c.entry, cites.c.document)):
        cited[entry] |= outlets[document]
    texts = {row.id: row.text for row in run(select(documents.c.id, documents.c.text))}
    blocks: dict[str, list[Any]] = defaultdict(list)
    for body, block in run(select(entries.c.body, entries.c.block)):
        blocks[block].append(body)
    bodies = [body for together in blocks.values() for body in together]
    under: dict[str, Any] = {}
    for together in blocks.values():
        under |= found_under((body, findings[body.id], cited[body.id]) for body in together)
    return [Held(body, under[body.id], covered(body), f"{words(body)}\n{texts.get(body.id, '')}") for body in bodies]


@cache
def tokens(said: str) -> list[str]:
    """The words as a search sees them: no case, accents or punctuation."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", said) if not unicodedata.combining(each))
    return re.findall(r"[^\W_]+", plain.casefold())


def says(said: str, phrase: str) -> bool:
    """Whether the words of the phrase stand there, one after the other."""
    wanted = tokens(phrase)
    return bool(wanted) and f" {' '.join(wanted)} " in f" {' '.join(tokens(said))} "


def fitting(all_: Sequence[Held], wanted: Filter) -> list[Held]:
    return [
        each
        for each in all_
        if wanted.holds(each.facets, each.days) and all(says(each.text, phrase) for phrase in wanted.words)
    ]


def tallied(found: Sequence[Held]) -> dict[str, int]:
    counted = Counter(each.entry.kind for each in found)
    return {kind: counted[kind] for kind in KINDS}


def rank(each: Held, order: str) -> tuple[Any, ...]:
    first, last = each.days or (dt.date.max, dt.date.min)
    reports = each.entry.origins.reports if order == "most reports" and each.entry.origins else 0
    day = first.toordinal() if order == "oldest" else -last.toordinal()
    return -reports, each.days is None, day, each.entry.id


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "samples.record"
    with Record(path, options=Settings()) as made:
        assert made.add(SAMPLES).read >= 14
    return path


@pytest.fixture(scope="module")
def view(record: Path) -> Iterator[Reader]:
    with Store(record) as store, store.reading() as view:
        yield view


@pytest.fixture(scope="module")
def everything(view: Reader) -> list[Held]:
    return held(view)


@pytest.fixture(scope="module")
def asked(everything: list[Held]) -> st.SearchStrategy[Filter]:
    """Filters made of what the record holds, and of what it does not."""
    keys = sorted({key for each in everything for key in each.facets if prefix_of(key) in PREFIXES})
    days = [day.isoformat() for each in everything if each.days for day in each.days]
    heard = sorted({word for each in everything for word in each.text.split()})
    phrases = st.one_of(
        st.sampled_from(["soldiers", "Turkey", "ceasefire", "killed in", "the", "Idlib province"]),
        st.sampled_from(heard),
    )
    return st.builds(
        Filter,
        keys=st.lists(st.one_of(st.sampled_from(keys), st.just("actor:nobody")), max_size=3).map(tuple),
        since=st.one_of(st.none(), st.sampled_from(days), st.just("2031-01-01")),
        until=st.one_of(st.none(), st.sampled_from(days), st.just("1900-01-01")),
        words=st.one_of(st.just(()), st.lists(phrases, max_size=2).map(tuple)),
    )


def test_a_filter_lets_through_what_a_look_at_every_entry_does(
    view: Reader, everything: list[Held], asked: st.SearchStrategy[Filter]
) -> None:
    @settings(max_examples=120)
    @given(asked, st.sampled_from(ORDERS[:3]), st.sampled_from([*KINDS, None]))
    def holds(wanted: Filter, order: str, kind: str | None) -> None:
        found = fitting(everything, wanted)
        kinds = tuple(KINDS) if kind is None else (kind,)
        assert view.tally(wanted) == tallied(found)
        of_kinds = sorted((each for each in found if each.entry.kind in kinds), key=lambda each: rank(each, order))
        listed = view.browse(kinds, wanted, order=order, limit=7, offset=2)
        assert [entry.id for entry in listed] == [each.entry.id for each in of_kinds[2:9]]

    holds()


def test_what_has_no_day_or_place_is_counted(
    view: Reader, everything: list[Held], asked: st.SearchStrategy[Filter]
) -> None:
    @settings(max_examples=60)
    @given(asked)
    def holds(wanted: Filter) -> None:
        anyday = Filter(keys=wanted.keys, words=wanted.words)
        assert view.dateless(wanted) == tallied([each for each in fitting(everything, anyday) if each.days is None])
        keys = tuple(key for key in wanted.keys if prefix_of(key) not in ("place", "country"))
        anywhere = Filter(keys=keys, since=wanted.since, until=wanted.until, words=wanted.words)
        lost = [each for each in fitting(everything, anywhere) if not any(prefix_of(k) == "place" for k in each.facets)]
        assert view.placeless(wanted) == tallied(lost)

    holds()


def test_days_spots_and_offers_are_counted_exactly(
    view: Reader, everything: list[Held], asked: st.SearchStrategy[Filter]
) -> None:
    @settings(max_examples=60)
    @given(asked, st.sampled_from(["actor", "says", "place", "country", "measure", "type"]))
    def holds(wanted: Filter, prefix: str) -> None:
        found = fitting(everything, wanted)
        dated = Counter(each.entry.kind for each in found if each.days)
        drawn = view.days(tuple(KINDS), wanted)
        shown = Counter(drawn.earlier) + Counter(drawn.later)
        shown.update(dict.fromkeys(dated, 0))
        for bar in drawn.bars:
            shown[bar.kind] += bar.number
        assert shown == dated
        placed = [e for e in found if e.entry.kind in PLACED and any(prefix_of(key) == "place" for key in e.facets)]
        assert sum(spot.number for spot in view.spots(wanted)) == len(placed)
        offered = view.common(prefix, wanted, limit=500)
        counted = Counter(key for each in found for key in each.facets if prefix_of(key) == prefix)
        assert {offer.key: offer.number for offer in offered} == counted
        assert [offer.number for offer in offered] == sorted(counted.values(), reverse=True)

    holds()


@pytest.mark.parametrize("prefix", ["type", "measure", "act"])
@pytest.mark.parametrize("wanted", [Filter(), Filter(keys=("country:Syria",)), Filter(since="2020-02-20")])
def test_offers_by_kind_are_those_of_each_kind(view: Reader, prefix: str, wanted: Filter) -> None:
    found = view.common_by_kind(prefix, wanted, limit=5)
    for kind in KINDS:
        narrowed = replace(wanted, keys=(*wanted.keys, f"kind:{kind}"))
        assert found[kind] == view.common(prefix, narrowed, limit=5)


def test_an_entry_under_another_id_is_told(filled: Callable[..., Path], tmp_path: Path) -> None:
    path = tmp_path / "damaged.record"
    path.write_bytes(filled().read_bytes())
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE entries SET id = '0123456789abcdef' WHERE id = (SELECT max(id) FROM entries)")
    with Store(path) as store, store.reading() as view, pytest.raises(RecordError, match="onrecord check"):
        view.browse(tuple(KINDS), Filter(), limit=10_000)


def test_pages_of_a_list_follow_one_another(view: Reader) -> None:
    for order in ORDERS:
        whole = [entry.id for entry in view.browse(tuple(KINDS), Filter(), order=order, limit=10_000)]
        parts = [view.browse(tuple(KINDS), Filter(), order=order, limit=40, offset=at) for at in range(0, 10_000, 40)]
        assert [entry.id for part in parts for entry in part] == whole
        assert len(whole) == sum(view.tally(Filter()).values())


def test_names_are_in_the_order_of_the_alphabet(view: Reader) -> None:
    names = [entry.name.lower() for entry in view.browse("actor", Filter(), order="name", limit=1000)]
    assert names == sorted(names)
    assert len(names) > 20


def test_an_order_that_is_none_is_refused(view: Reader) -> None:
    with pytest.raises(ValueError, match=r"no order 'best'.*newest"):
        view.browse("figure", Filter(), order="best")


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        '"" OR 1',
        "a* NOT b",
        "text : soldiers",
        "NEAR(a b)",
        "x\0y",
        "\ud800",
        "-",
        "'); DROP TABLE words; --",
        "^a",
    ],
)
def test_no_sign_of_a_search_is_an_operator(view: Reader, everything: list[Held], hostile: str) -> None:
    wanted = Filter(words=(hostile,))
    assert sum(view.tally(wanted).values()) <= len(everything)
    assert (
        view.tally(Filter(words=("soldiers", hostile)))["figure"] <= view.tally(Filter(words=("soldiers",)))["figure"]
    )


def test_words_without_letters_hold_nothing(view: Reader) -> None:
    assert sum(view.tally(Filter(words=("!!!",))).values()) == 0
    assert sum(view.tally(Filter(words=("soldiers", "…"))).values()) == 0


@given(st.text(max_size=30))
def test_any_words_can_be_searched(view: Reader, said: str) -> None:
    view.tally(Filter(words=(said,)))
    view.common("actor", None, said)


def test_a_report_is_found_by_its_text_and_by_what_was_read_in_it(view: Reader) -> None:
    (whole,) = {each.id for each in view.browse("document", Filter(words=("Kremlin spokesman",)), limit=1)}
    told = view.tally(Filter(keys=(f"report:{whole}",)))
    assert told["document"] == 1
    assert sum(told.values()) > 5


def test_typed_letters_find_a_name_and_other_names(view: Reader) -> None:
    every = {offer.key: offer.name for offer in view.common("actor", limit=500)}
    assert any("erdogan" in key for key in every)
    assert {offer.key for offer in view.common("actor", words="ERDO", limit=500)} <= set(every)
    assert all(offer.name for offer in view.common("says", limit=500))
    assert view.common("actor", words="zzzz") == []


def test_what_some_reports_brought(view: Reader) -> None:
    for document in view.document_ids()[:5]:
        fresh = view.fresh([document])
        evidence = defaultdict(set)
        for row in view.connection.execute(select(cites.c.entry, cites.c.document, cites.c.supports)):
            if not row.supports:
                evidence[row.entry].add(row.document)
        touched = {id_: cited for id_, cited in evidence.items() if document in cited and id_ != document}
        assert set(fresh.new) == {id_ for id_, cited in touched.items() if cited == {document}}
        assert set(fresh.changed) == touched.keys() - set(fresh.new)
    assert len(view.fresh(view.document_ids(), limit=3).new) == 3


def test_commitments_of_which_another_sets_the_day_anew(view: Reader) -> None:
    commitments = list(view.entries("commitment"))
    assert view.corrected([each.id for each in commitments]) == outlook.replaced(commitments)


def test_the_bars_of_a_long_time_are_few() -> None:
    days = [(dt.date(2011, 1, 1).toordinal() + number, 3) for number in range(0, 4000, 5)]
    for part in (days[:20], days[:100], days[:300], days):
        drawn = strip({"event": part})
        assert len(drawn.bars) <= BARS + 1
        left_out = sum(drawn.earlier.values()) + sum(drawn.later.values())
        assert sum(bar.number for bar in drawn.bars) + left_out == 3 * len(part)
        for bar in drawn.bars:
            layout = of_unit(drawn.unit)
            period = layout.at(dt.date.fromisoformat(bar.since), 0) if layout else None
            assert period is not None
            assert (period.first.isoformat(), period.last.isoformat()) == (bar.since, bar.until)


def index(path: Path) -> dict[str, set[str]]:
    """The facets under which the index finds each entry."""
    with Store(path) as store, store.reading() as view:
        assert checking.problems(view) == []
        return {
            each.entry.id: {key for key in each.facets if view.tally(Filter(keys=(key,)))[each.entry.kind]}
            for each in held(view)
        }


def test_the_index_does_not_depend_on_the_order(
    filled: Callable[..., Path], plain: SimpleNamespace, tmp_path: Path
) -> None:
    at_once = index(filled())
    path = tmp_path / "one-by-one.record"
    with Store(path, create=True) as store:
        for report in reversed(plain.reports):
            pipeline.add(store, [report], plain.engine, "reader one")
    assert index(path) == at_once


def test_what_is_taken_out_leaves_no_trace(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    path, fewer = filled(), filled(plain.reports[:3], "fewer.record")
    with Store(path) as store:
        with store.writing() as writer:
            forget(writer, [report.id for report in plain.reports[3:]])
        with store.reading() as view:
            assert view.connection.execute(text("SELECT count(*) FROM facets WHERE entries < 1")).scalar() == 0
    assert index(path) == index(fewer)


def test_a_record_of_version_5_is_indexed(plain: SimpleNamespace, tmp_path: Path) -> None:
    path = tmp_path / "old.record"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_5.read_text("utf-8"))
    connection.close()
    with Store(path) as store, store.reading() as view:
        assert tallied(held(view)) == view.tally(Filter())
        assert view.tally(Filter(words=("soldiers",)))["figure"] == 3
        assert checking.problems(view) == []
