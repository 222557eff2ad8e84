"""`onrecord publish`: the record's pages as a folder of files that open with no server."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.commands.opening import opened
from onrecord.commands.progress import bar, say
from onrecord.errors import OnrecordError
from onrecord.settings import Settings
from onrecord.store import Reader
from onrecord.web.asked import MOST, Asked
from onrecord.web.links import asked_in
from onrecord.web.sight import Sight
from onrecord.web.site import publish


def publish_site(
    path: Path,
    folder: Path,
    options: Settings,
    *,
    since: dt.date | None,
    until: dt.date | None,
    as_of: dt.date | None,
    names: Mapping[str, str | None],
    words: Sequence[str] = (),
    query: str = "",
) -> int:
    """Writes the site of what the options ask for. `names` are, by the prefix of a facet, parts of the names that are
    wanted, in any case; `query` is a filter as it stands in the address of a page."""
    shown = asked_in(query.removeprefix("?"))
    as_of = as_of or (dt.date.fromisoformat(shown.as_of) if shown.as_of else None)
    with opened(path, options, as_of) as record, record.reading() as reader:
        named = (key for prefix, name in names.items() if name for key in _keys(reader, prefix, name))
        wanted = Asked(
            keys=(*named, *shown.keys),
            since=since.isoformat() if since else shown.since,
            until=until.isoformat() if until else shown.until,
            words=(*words, *shown.words),
        )
        sight = Sight(reader, as_of, len(getattr(record, "undated", ())))
        with bar("Writing", of="pages") as moved:
            number = publish(sight, wanted, folder, moved)
    say(f"{number:,} pages in {folder}: open {folder / 'index.html'} in a browser.")
    return 0


def _keys(reader: Reader, prefix: str, name: str) -> Iterator[str]:
    """The facets of exactly that name, else those whose words hold it. Raises OnrecordError where there are none."""
    found = reader.common(prefix, words=name, limit=MOST)
    if not found:
        raise OnrecordError(
            f"Nothing in this record has {name!r} for its {prefix}: 'onrecord show' prints what it holds"
        )
    exact = [offer for offer in found if offer.name.casefold() == name.casefold()]
    yield from (offer.key for offer in exact or found)
