"""What people ruled that goes before the words: the day of a report, that it is set aside, whom it names by a key.

It holds for a report from the moment it is in the record, whatever its anchors stand for by then.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Row, Select, select

from onrecord.errors import RulingError
from onrecord.model.apart import NOBODY, Apart, Turn, key_in
from onrecord.model.rulings import CONFIRM, DOCUMENT, EDIT, KEYED, REJECT, SPLIT, other_of
from onrecord.model.settable import checked
from onrecord.store.reader import Reader, groups
from onrecord.store.tables import anchors, observations, rulings

ACTIVE = rulings.c.withdrawn.is_(None)
ORDER = (rulings.c.at, rulings.c.id)
PUBLISHED = "published"


def days_set(view: Reader, documents: Collection[str] | None = None) -> dict[str, str | None]:
    """The day on which a report was published as a person says, None where he says that nobody knows; of these
    documents or all."""
    query = select(anchors.c.document, rulings.c.value).where(rulings.c.what == EDIT, rulings.c.field == PUBLISHED)
    return {row.document: row.value for row in _of_reports(view, query, documents) if _is_day(row.value)}


def set_aside(view: Reader, documents: Collection[str] | None = None) -> frozenset[str]:
    """The reports that a person rejected, among these or all: nothing in the record rests on them."""
    query = select(anchors.c.document, rulings.c.what).where(rulings.c.what.in_((CONFIRM, REJECT)))
    last = {row.document: row.what for row in _of_reports(view, query, documents)}
    return frozenset(id_ for id_, what in last.items() if what == REJECT)


def ever_dated(view: Reader, documents: Collection[str]) -> set[str]:
    """Those of the documents of which a person ever set the day, taken back or not."""
    query = select(anchors.c.document).join(rulings).where(anchors.c.kind == DOCUMENT, rulings.c.field == PUBLISHED)
    found = (anchors.c.document.in_(group) for group in groups(sorted(documents)))
    return {row.document for within in found for row in view.connection.execute(query.where(within))}


def apart(view: Reader) -> Apart:
    """The keys that people told apart."""
    query = select(rulings.c.at, rulings.c.id, rulings.c.value, anchors.c.document, observations.c.finding).select_from(
        anchors.join(rulings).join(observations, observations.c.id == anchors.c.attached)
    )
    query = query.where(ACTIVE, rulings.c.what == SPLIT, rulings.c.kind.in_(KEYED), anchors.c.apart)
    rows: Iterable[Row[Any]] = view.connection.execute(query)
    turns = [turn for row in rows if (turn := _turn(row))]
    return Apart(turns) if turns else NOBODY


def _turn(row: Row[Any]) -> Turn | None:
    """None where the ruling was altered, or stands for words of another kind: a check tells of both."""
    was, other = key_in(row.finding), other_of(row.value)
    return Turn((row.at, row.id), row.document, was, other.key) if was and other else None


def _is_day(value: Any) -> bool:
    try:
        checked(DOCUMENT, PUBLISHED, value)
    except RulingError:
        return False
    return True


def _of_reports(view: Reader, query: Select[Any], documents: Collection[str] | None) -> list[Row[Any]]:
    """The rows of the query that are of rulings on reports, in the order in which these were made."""
    query = query.select_from(anchors.join(rulings)).where(ACTIVE, anchors.c.kind == DOCUMENT).order_by(*ORDER)
    if documents is None:
        return list(view.connection.execute(query))
    found = (anchors.c.document.in_(group) for group in groups(sorted(documents)))
    return [row for within in found for row in view.connection.execute(query.where(within))]
