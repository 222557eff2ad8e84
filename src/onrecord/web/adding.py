"""Reports that somebody hands in: kept aside as files, and read by a process of their own."""

import datetime as dt
import logging
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.api import Record
from onrecord.errors import OnrecordError
from onrecord.model.jobs import STOPPED, Job
from onrecord.store import Store
from onrecord.web.forms import form
from onrecord.web.reading import LOST

log = logging.getLogger(__name__)

FILES, FIELDS = 500, 12
LONGEST = 8 * 1024 * 1024  # characters of a pasted text
NAME = 120  # characters of a file's name
PASTED = "pasted.jsonl"
BESIDE = ("title", "publisher", "url")
PIECE = 1024 * 1024


class NothingError(OnrecordError):
    """A form with no report in it, or with a day that is none."""


class Desk:
    """Takes reports in and has them read, one piece of work at a time."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._turn = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False

    def take(self, folder: Path, sources: Sequence[str]) -> Job:
        """Has the files of the folder read, which is then the Desk's; the job says how far that is."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        job = Job(id=secrets.token_hex(8), at=now, sources=tuple(sources))
        self._keep(job)
        threading.Thread(target=self._read, args=(job, folder), daemon=True).start()
        return job

    def close(self) -> None:
        """Stops what is being read; the reports that are whole are kept."""
        self._closed = True
        running = self._running
        if running is not None:
            running.terminate()
            running.wait()

    def _read(self, job: Job, folder: Path) -> None:
        with self._turn:
            if not self._closed:
                command = [sys.executable, "-m", "onrecord.web.reading", str(self._record.path), job.id, str(folder)]
                self._running = subprocess.Popen(command, stdin=subprocess.DEVNULL)
                self._running.wait()
            self._end(job)
            shutil.rmtree(folder, ignore_errors=True)

    def _end(self, job: Job) -> None:
        """A process that was killed could not say so itself."""
        try:
            with self._record.reading() as reader:
                last = reader.job(job.id) or job
            if not last.is_over:
                self._keep(replace(last, state=STOPPED, trouble=LOST))
        except OnrecordError:
            log.exception("the end of job %s could not be kept", job.id)

    def _keep(self, job: Job) -> None:
        with Store(self._record.path) as store, store.writing() as writer:
            writer.keep_job(job)


async def add(request: Request) -> Response:
    """Takes the form of the add page: files, or a text with what is known of it."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    try:
        async with form(request, fields=FIELDS, files=FILES, longest=LONGEST * 4) as given:
            sources = [
                await _kept(each, folder)
                for each in given.getlist("files")
                if isinstance(each, UploadFile) and each.filename
            ]
            sources += _pasted({name: str(value) for name, value in given.items() if isinstance(value, str)}, folder)
        if not sources:
            raise NothingError("There was no report in the form: choose files, or paste a text.")
        desk: Desk = request.app.state.desk
        job = await run_in_threadpool(desk.take, folder, sources)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return RedirectResponse(f"/job/{job.id}", 303)


ROUTES = [Route("/add", add, methods=["POST"])]


async def _kept(sent: UploadFile, folder: Path) -> str:
    """Writes the file into the folder, under its own name as far as that is harmless; that name."""
    name = file_name(sent.filename or "")
    path = folder / name
    for number in range(2, FILES + 2):
        if not path.exists():
            break
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    with path.open("xb") as file:
        while piece := await sent.read(PIECE):
            await run_in_threadpool(file.write, piece)
    return path.name


def file_name(given: str) -> str:
    """The last part of a name as a browser gives it, without what could lead elsewhere or hide: letters, digits, space,
    and `._-()`; "report.txt" where nothing is left."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", given))[-1]
    kept = "".join(sign if sign.isalnum() or sign in " ._-()" else "_" for sign in last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: NAME - len(ending[:10]) - 1]}.{ending[:10]}" if dot and stem else f"{kept[:NAME] or 'report'}.txt"


def _pasted(given: dict[str, str], folder: Path) -> list[str]:
    """Writes a pasted text, with what is said of it, as a table of one row; its name, none where nothing was pasted."""
    text = given.get("text", "")
    if not text.strip():
        return []
    if len(text) > LONGEST:
        raise HTTPException(413, f"The text has {len(text):,} characters: expected at most {LONGEST:,}.")
    row: dict[str, Any] = {name: given[name].strip() for name in BESIDE if given.get(name, "").strip()}
    if day := given.get("date", "").strip():
        try:
            row["date"] = dt.date.fromisoformat(day).isoformat()
        except ValueError as error:
            raise NothingError(f"{day!r} is no day: expected one such as 2023-04-15.") from error
    (folder / PASTED).write_bytes(msgspec.json.encode({"text": text, **row}) + b"\n")
    return [PASTED]
