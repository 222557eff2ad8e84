"""What adding one report does to the dates of the others: the same as if all had come at once, and no more work."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import checking, pipeline, settling
from onrecord.model.entries import DocumentEntry
from onrecord.model.traces import SHINGLE, traces_of, words_of
from onrecord.store import Store

QUOTED = (
    "“We will not leave the eastern bank until every prisoner has been handed over to the commission,” he added. Two "
    "convoys with flour and fuel had reached the besieged quarter over the old railway bridge by then."
)
OTHER = (
    "“Nobody told us which road was mined, and when the first lorry burned we turned the others round and walked "
    "with the children through the reeds until the boats came for us at dawn,” she said before the hearing."
)
REPORTS = {
    "dated.txt": f"date 2020-02-07\nTurkey said on Friday that talks go on. {QUOTED}",
    "later.txt": f"date 2020-02-10\nTurkey said on Monday that talks go on. {OTHER}",
    "far.txt": f"date 2020-03-30\nRussia said on Monday that talks go on. {QUOTED}",
    "twin.txt": f"Russia said on Friday that talks go on. {QUOTED}",
    "second.txt": f"Russia said on Monday that talks are over. {OTHER}",
    "both.txt": f"Turkey said on Friday that it had heard. {OTHER} {QUOTED}",
    "alone.txt": "Turkey said on Friday that grain is dear. It has been dear since the port was closed to all ships.",
}


def published(path: Path) -> dict[str, tuple[str | None, str | None]]:
    with Store(path) as store, store.reading() as view:
        found = [entry for entry in view.entries("document") if isinstance(entry, DocumentEntry)]
    return {entry.doc: (entry.published, entry.window) for entry in found}


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_dates_that_hang_on_other_reports_do_not_depend_on_the_order(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from(list(REPORTS)), unique=True, min_size=2))
    chosen = [plain.document(name, REPORTS[name]) for name in names]
    path = tmp_path_factory.mktemp("one by one") / "x.record"
    with Store(path, create=True) as store:
        for report in chosen:
            pipeline.add(store, [report], plain.engine, "reader one")
        assert checking.check(store) == []
    whole = tmp_path_factory.mktemp("whole") / "x.record"
    with Store(whole, create=True) as store:
        pipeline.add(store, sorted(chosen, key=lambda each: each.name), plain.engine, "reader one")
    assert published(path) == published(whole)


def test_a_report_that_comes_later_dates_an_earlier_one(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    twin, dated, far = (plain.document(name, REPORTS[name]) for name in ("twin.txt", "dated.txt", "far.txt"))
    assert published(filled([twin], "1.record"))["twin.txt"] == (None, None)
    assert published(filled([twin, dated], "2.record"))["twin.txt"][0] == "2020-02-07"
    path = filled([twin, dated], "3.record")
    with Store(path) as store:
        pipeline.add(store, [far], plain.engine, "reader one")
    assert published(path)["twin.txt"] == (None, None), "words of many times are no sign any more"


def test_texts_of_reports_that_share_nothing_are_not_opened(
    filled: Callable[..., Path], plain: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled([plain.document(name, REPORTS[name]) for name in ("twin.txt", "alone.txt", "later.txt")])
    opened: list[str] = []
    whole = settling.dates_of

    def dates_of(documents, *others):
        opened.extend(document.name for document in documents)
        return whole(documents, *others)

    monkeypatch.setattr(settling, "dates_of", dates_of)
    with Store(path) as store:
        pipeline.add(store, [plain.document("dated.txt", REPORTS["dated.txt"])], plain.engine, "reader one")
    assert sorted(opened) == ["dated.txt", "twin.txt"]


def test_a_trace_holds_a_key_for_each_run_of_words(plain: SimpleNamespace) -> None:
    text = "One two three four five six SEVEN — one two three four five six."
    (trace,) = traces_of(plain.document("a.txt", text))
    assert len(trace.keys) == len(words_of(text, plain.document("a.txt", text).parts[0].span)) - SHINGLE + 1 == 8
    assert trace.keys[0] == trace.keys[7]
    assert len(set(trace.keys)) == 7
    assert [len(each.keys) for each in traces_of(plain.document("b.txt", "Too short."))] == [0]
    assert trace.day is None
