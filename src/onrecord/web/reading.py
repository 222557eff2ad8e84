"""Reads what was handed in, in a process of its own: a report that brings the reader down brings down no page.

    python -m onrecord.web.reading RECORD JOB FOLDER

The job in the record says how far it is. The folder is taken away at the end.
"""

import shutil
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from onrecord.api import Record
from onrecord.errors import OnrecordError
from onrecord.model.jobs import DONE, READING, STOPPED, Failure, Job
from onrecord.pipeline import AddReport
from onrecord.store import Store

OFTEN = 0.5  # seconds between two notes of how far it is
KEPT = 200  # failures that are listed
LOST = "Reading stopped before its end; what was read is kept. Add the same reports again to go on."


def main(path: str, id_: str, folder: str) -> int:
    """Reads the files of the folder into the record."""
    with Store(Path(path)) as store:
        job = _job(store, id_)
        try:
            job = _read(store, Path(path), job, sorted(Path(folder).iterdir()))
        except OnrecordError as error:
            job = replace(job, state=STOPPED, trouble=str(error))
        except BaseException:
            job = replace(_job(store, id_), state=STOPPED, trouble=LOST)
            raise
        finally:
            _keep(store, job)
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def _read(store: Store, path: Path, job: Job, files: list[Path]) -> Job:
    last = time.monotonic()

    def progress(report: AddReport) -> None:
        nonlocal last
        if time.monotonic() - last > OFTEN:
            last = time.monotonic()
            _keep(store, _counted(job, report, READING))

    _keep(store, replace(job, state=READING))
    with Record(path, create=False) as record:
        report = record.add(files, progress=progress)
    return _counted(job, report, DONE)


def _counted(job: Job, report: AddReport, state: str) -> Job:
    failed = tuple(Failure(each.name, each.why, each.advice) for each in report.unreadable[:KEPT])
    read = report.read + report.under_way
    return replace(
        job,
        state=state,
        read=read,
        already_there=report.already_there,
        other_language=report.other_language,
        failures=failed,
    )


def _job(store: Store, id_: str) -> Job:
    with store.reading() as view:
        found = view.job(id_)
    if found is None:
        raise OnrecordError(f"The record holds no job {id_!r}: expected one that the add page made")
    return found


def _keep(store: Store, job: Job) -> None:
    with store.writing() as writer:
        writer.keep_job(job)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
