"""A run that is killed or stopped leaves a record that opens, with whole reports in it."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord import checking, pipeline
from onrecord.errors import BusyRecordError, OnrecordError
from onrecord.store import Store

HERE = Path(__file__).parent
MANY = 400  # reports: seconds of work
ENGLISH = "The ministry gave no further details of the attack on the town. "
ADDING = """
    import importlib.util, signal, sys, time
    from pathlib import Path

    signal.signal(signal.SIGINT, signal.default_int_handler)  # it is ignored where the tests run in the background

    spec = importlib.util.spec_from_file_location("plain", sys.argv[2])
    plain = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(plain)

    from onrecord import engines, pipeline
    from onrecord.intake import Columns
    from onrecord.settings import Settings

    class Slow(plain.PlainEngine):
        def read(self, documents):
            for reading in super().read(documents):
                print(reading.document.name, flush=True)
                time.sleep(0.01)
                yield reading

    pipeline.AT_ONCE = 3
    engines.engine = lambda *_: Slow()
"""
THROUGH_THE_PIPELINE = """
    from onrecord.store import Store
    texts = list(plain.REPORTS.values())
    with Store(sys.argv[1], create=True) as store:
        reports = (plain.document(f"{n}.txt", texts[n % len(texts)]) for n in range(10_000))
        pipeline.add(store, reports, Slow(), "reader one")
"""
THROUGH_THE_COMMAND = """
    from onrecord.commands.add import add
    sys.exit(add(Path(sys.argv[1]), [Path(sys.argv[3])], Columns(), Settings()))
"""


def started(script: str, *arguments: str | Path) -> subprocess.Popen[str]:
    code = textwrap.dedent(ADDING) + textwrap.dedent(script)
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_for(process: subprocess.Popen[str], reports: int) -> None:
    assert process.stdout is not None
    for _ in range(reports):
        assert process.stdout.readline()


@pytest.mark.parametrize("reports", [1, 4, 11, 20])
def test_a_run_that_is_killed_leaves_whole_reports(tmp_path: Path, plain: SimpleNamespace, reports: int) -> None:
    path = tmp_path / "a.record"
    process = started(THROUGH_THE_PIPELINE, path, HERE / "conftest.py")
    wait_for(process, reports)
    process.kill()
    process.communicate()
    with Store(path, create=True) as store:
        with store.reading() as view:
            kept = len(view.document_ids())
        assert kept % 3 == 0
        assert kept >= reports - 3
        assert checking.check(store) == []
        assert pipeline.add(store, plain.reports, plain.engine, "reader one").read == 5


def test_ctrl_c_tells_what_was_kept(tmp_path: Path, plain: SimpleNamespace) -> None:
    path, folder = tmp_path / "a.record", tmp_path / "reports"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:04}.txt").write_text(
            f"date 2020-02-07\n{ENGLISH}{number} soldiers were killed in Sarmin.\n"
        )
    process = started(THROUGH_THE_COMMAND, path, HERE / "conftest.py", folder)
    wait_for(process, 7)
    process.send_signal(signal.SIGINT)
    out, told = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in told
    assert f"is kept in {path}; the same command goes on from there" in told
    with Store(path) as store:
        with store.reading() as view:
            kept = len(view.document_ids())
        assert checking.check(store) == []
    assert f"{path}: {kept} read, 0 already there, 0 unreadable." in out
    assert 0 < kept < MANY


def test_another_process_that_writes_is_named_as_the_reason(tmp_path: Path, plain: SimpleNamespace) -> None:
    path = tmp_path / "a.record"
    with (
        Store(path, create=True) as store,
        Store(path, wait=0.05) as other,
        store.writing(),
        pytest.raises(BusyRecordError, match=r"a\.record is being written to by another process"),
    ):
        pipeline.add(other, plain.reports, plain.engine, "reader one")


def test_a_damaged_record_is_told(filled, tmp_path: Path) -> None:
    path = filled()
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 200] = os.urandom(200)
    path.write_bytes(content)

    def use() -> None:
        with Store(path) as store:
            list(checking.check(store))

    with pytest.raises(OnrecordError, match=r"plain\.record"):
        use()
