"""Work under way, as pages show it."""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from onrecord.model.jobs import Job
from onrecord.store.tables import jobs

SHOWN = 20


class JobReader:
    """Questions about jobs."""

    connection: Connection

    def job(self, id_: str) -> Job | None:
        """The job of that id."""
        row = self.connection.execute(select(jobs).where(jobs.c.id == id_)).first()
        return None if row is None else _job(row)

    def jobs(self) -> list[Job]:
        """The last of them, the newest first."""
        query = select(jobs).order_by(jobs.c.at.desc(), jobs.c.id).limit(SHOWN)
        return [_job(row) for row in self.connection.execute(query)]


def keep_job(connection: Connection, job: Job) -> None:
    """Keeps the job in the place of what was known of it."""
    connection.execute(delete(jobs).where(jobs.c.id == job.id))
    connection.execute(insert(jobs), {field: getattr(job, field) for field in Job.__struct_fields__})


def _job(row: Row[Any]) -> Job:
    return Job(**row._mapping)
