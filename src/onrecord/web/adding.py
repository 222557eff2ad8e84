"""Reports that somebody hands in: kept aside as files, and read by a process of their own."""

import datetime as dt
import logging
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
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
NAME, BYTES = 120, 180  # characters of a file's name, and bytes of the part before its ending
PASTED = "pasted.jsonl"
BESIDE = ("title", "publisher", "url")
PIECE = 1024 * 1024
WAITING = 20  # pieces of work at once
LOOK, PATIENCE = 2.0, 3600.0  # seconds: how often a process is looked at, and for how long it may come no further
HUNG = (
    "Reading was stopped, since for an hour it came no further. What was read is kept: add the same reports again in "
    "smaller parts to find the one at fault."
)


class NothingError(OnrecordError):
    """A form with no report in it, or with a day that is none."""


class FullDeskError(OnrecordError):
    """More work is waiting than should."""


class Desk:
    """Takes reports in and has them read, one piece of work at a time, each for as long as it comes further within
    `patience` seconds."""

    def __init__(self, record: Record, patience: float = PATIENCE) -> None:
        self._record = record
        self._patience = patience
        self._turn = threading.Lock()
        self._waiting = threading.BoundedSemaphore(WAITING)
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False

    def begin(self) -> None:
        """Says of work that a run before left undone that it was stopped."""
        try:
            with self._record.reading() as reader:
                left = [job for job in reader.jobs() if not job.is_over]
            for job in left:
                self._keep(replace(job, state=STOPPED, trouble=LOST))
        except OnrecordError:
            log.exception("work that was left undone could not be told so")

    def take(self, folder: Path, sources: Sequence[str]) -> Job:
        """Has the files of the folder read, which is then the Desk's; the job says how far that is. Raises
        FullDeskError where WAITING others are not read yet."""
        if not self._waiting.acquire(blocking=False):
            raise FullDeskError(
                "Much was handed in that is not read yet: wait until some of it is, and send this again."
            )
        try:
            return self._taken(folder, sources)
        except BaseException:
            self._waiting.release()
            raise

    def _taken(self, folder: Path, sources: Sequence[str]) -> Job:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        job = Job(id=secrets.token_hex(8), at=now, sources=tuple(sources))
        self._keep(job)
        threading.Thread(target=self._read, args=(job, folder), daemon=True).start()
        return job

    def close(self) -> None:
        """Stops what is being read; the reports that are whole are kept."""
        self._closed = True
        if self._running is not None:
            _stop(self._running)

    def _read(self, job: Job, folder: Path) -> None:
        try:
            with self._turn:
                self._end(job, LOST if self._closed else self._watched(job, folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            self._waiting.release()

    def _watched(self, job: Job, folder: Path) -> str:
        """Has a process read the folder; what to say of it if it does not say so itself."""
        command = [sys.executable, "-m", "onrecord.web.reading", str(self._record.path), job.id, str(folder)]
        self._running = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        last, since = job, time.monotonic()
        while True:
            with suppress(subprocess.TimeoutExpired):
                self._running.wait(min(LOOK, self._patience))
                return LOST
            now = self._told(job) or last
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > self._patience:
                _stop(self._running)
                return HUNG

    def _told(self, job: Job) -> Job | None:
        try:
            with self._record.reading() as reader:
                return reader.job(job.id)
        except OnrecordError:
            return None

    def _end(self, job: Job, trouble: str) -> None:
        """A process that was killed could not say so itself."""
        last = self._told(job) or job
        if not last.is_over:
            try:
                self._keep(replace(last, state=STOPPED, trouble=trouble))
            except OnrecordError:
                log.exception("the end of job %s could not be kept", job.id)

    def _keep(self, job: Job) -> None:
        with Store(self._record.path) as store, store.writing() as writer:
            writer.keep_job(job)


def _stop(running: subprocess.Popen[bytes]) -> None:
    """Ends the process and those that it began."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(running.pid, how)
        with suppress(subprocess.TimeoutExpired):
            running.wait(10)
            return


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
    path = _free(folder, file_name(sent.filename or ""))
    with path.open("xb") as file:
        while piece := await sent.read(PIECE):
            await run_in_threadpool(file.write, piece)
    return path.name


def _free(folder: Path, name: str) -> Path:
    """The file of that name in the folder; where there is one already, of the name with a number."""
    path = folder / name
    for number in range(2, FILES + 2):
        if not path.exists():
            break
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def file_name(given: str) -> str:
    """The last part of a name as a browser gives it, without what could lead elsewhere or hide: letters, digits, space,
    and `._-()`; "report.txt" where nothing is left."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", given))[-1]
    kept = "".join(sign if sign.isalnum() or sign in " ._-()" else "_" for sign in last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if dot and stem:
        return f"{_short(stem, NAME - len(ending[:10]) - 1)}.{ending[:10]}"
    return f"{_short(kept, NAME) or 'report'}.txt"


def _short(name: str, longest: int) -> str:
    return name[:longest].encode()[:BYTES].decode("utf-8", "ignore")


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
    path = _free(folder, PASTED)
    path.write_bytes(msgspec.json.encode({"text": text, **row}) + b"\n")
    return [path.name]
