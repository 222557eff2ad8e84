"""Several that have one record open, in this process and others: none takes the log of changes from under another."""

import subprocess
import sys
from pathlib import Path

from onrecord import Record
from onrecord.model.jobs import Job
from onrecord.store import Store

OTHER = """
import sys
from onrecord import Record
with Record(sys.argv[1]) as record, record.reading() as reader:
    reader.jobs()
"""


def test_who_opens_it_anew_leaves_the_locks_of_others(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    with Record(path) as record:
        with record.reading() as reader:
            assert reader.jobs() == []
        for id_ in ("one", "two"):
            with Store(path) as store, store.writing() as writer:
                writer.keep_job(Job(id=id_, at="2023-05-03", sources=()))
            subprocess.run([sys.executable, "-c", OTHER, str(path)], check=True, timeout=60)
            assert path.with_name("a.record-wal").exists()
        with record.reading() as reader:
            assert {job.id for job in reader.jobs()} == {"one", "two"}
