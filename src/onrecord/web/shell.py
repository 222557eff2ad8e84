"""What is on the screen as a command for a terminal."""

import shlex
from collections import Counter
from collections.abc import Mapping

from onrecord.model.facets import prefix_of
from onrecord.web.asked import Asked
from onrecord.web.links import query_of

FOLDER = "site/"
OPTIONS = {
    "place": "--place",
    "country": "--country",
    "actor": "--by",
    "says": "--per",
    "outlet": "--outlet",
    "measure": "--measure",
}  # of `onrecord publish`, by the facets that they pick by a name


def publishing(asked: Asked, names: Mapping[str, str], record: str) -> str:
    """The command that writes the filter as a folder of pages. `names` are those of the facets that have one; what no
    option tells by a name stands in it as in an address."""
    prefixes = Counter(map(prefix_of, asked.keys))
    told = [key for key in asked.keys if prefix_of(key) in OPTIONS and prefixes[prefix_of(key)] == 1]
    words = ["onrecord", "publish", record, FOLDER]
    for key in told:
        words += [OPTIONS[prefix_of(key)], names.get(key, key.partition(":")[2])]
    rest = Asked(keys=tuple(key for key in asked.keys if key not in told))
    words += ["--filter", query_of(rest)] if rest.keys else []
    plain = {"--since": asked.since, "--until": asked.until, "--as-of": asked.as_of}
    words += [part for option, value in plain.items() if value for part in (option, value)]
    words += [part for phrase in asked.words for part in ("--words", phrase)]
    return shlex.join(words)
