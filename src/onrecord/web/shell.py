"""What is on the screen as a command for a terminal."""

import shlex
from collections import Counter
from collections.abc import Mapping

from onrecord.model.facets import prefix_of
from onrecord.web.asked import Asked

FOLDER = "site/"
OPTIONS = {
    "place": "--place",
    "country": "--country",
    "actor": "--by",
    "says": "--per",
    "outlet": "--outlet",
    "measure": "--measure",
}  # of `onrecord publish`, by the facets that they pick by a name


def publishing(asked: Asked, names: Mapping[str, str], record: str) -> str | None:
    """The command that writes the filter as a folder of pages; None where its options cannot tell the filter. `names`
    are those of the facets that have one."""
    prefixes = Counter(map(prefix_of, asked.keys))
    if any(each not in OPTIONS or number > 1 for each, number in prefixes.items()):
        return None
    words = ["onrecord", "publish", record, FOLDER]
    for key in asked.keys:
        words += [OPTIONS[prefix_of(key)], names.get(key, key.partition(":")[2])]
    plain = {"--since": asked.since, "--until": asked.until, "--as-of": asked.as_of}
    words += [part for option, value in plain.items() if value for part in (option, value)]
    words += [part for phrase in asked.words for part in ("--words", phrase)]
    return shlex.join(words)
