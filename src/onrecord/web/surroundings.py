"""What stands around every page: the navigation with its counts, the filter in words, the day as known on which."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.filters import Filter
from onrecord.model.iso import in_words
from onrecord.web.asked import Asked
from onrecord.web.codes import KINDS, every_act, plain_type
from onrecord.web.links import Links
from onrecord.web.pages import NAVIGATION, PAGES
from onrecord.web.pages.lists import LISTS
from onrecord.web.shell import publishing
from onrecord.web.sight import Sight

SAID = {
    "actor": "with {}",
    "says": "said by {}",
    "place": "in {}",
    "country": "in {}",
    "outlet": "in reports of {}",
    "kind": "{} only",
    "measure": "{}",
    "act": "statements: {}",
    "type": "{}",
    "review": "{}",
    "differs": "accounts differ",
    "lacks": "without a {}",
    "report": "in one report",
}
PLAIN: Mapping[str, Callable[[str], str]] = {
    "kind": lambda name: KINDS.get(name, name).lower(),
    "type": plain_type,
    "act": every_act,
}  # how facets are called in a chip
SEARCHABLE = ("map", *(name for name, shown in PAGES.items() if shown.kinds))  # pages that a filter narrows
RESULTS = "timeline"  # where other pages look for words
PICKERS = (
    *(("period", "days"), ("place", "place"), ("actor", "actor"), ("says", "who says it"), ("outlet", "outlet")),
    *(("kind", "kind"), ("type", "type"), ("review", "review")),
)
OF_ONE_KIND = tuple(LISTS)  # pages on which a kind narrows nothing


class Chip(Struct, frozen=True):
    """One part of the filter, in words, and what is asked without it."""

    text: str
    without: Asked


class Item(Struct, frozen=True):
    """A line of the navigation; `number` is how many entries the present filter lets through, if the page counts."""

    name: str
    heading: str
    number: int | None


def around(sight: Sight, asked: Asked, links: Links, name: str, visitor: Mapping[str, Any]) -> dict[str, Any]:
    """What the layout needs: `visitor` is what the server knows of whom it answers (a token for forms, whether he may
    write)."""
    counts = sight.reader.tally(asked.filter)
    return {
        "link": links,
        "asked": asked,
        "name": name,
        "navigation": [[_item(each, counts) for each in group if each in PAGES] for group in NAVIGATION],
        "chips": chips(sight, replace(asked, typed=None, back=None)),
        "pickers": [each for each in PICKERS if each[0] != "kind" or name not in OF_ONE_KIND],
        "known_on": sight.day.isoformat() if sight.day else None,
        "left_out": sight.left_out,
        "to_publish": publishing(asked, sight.names_of(asked.keys), visitor["record"]) if visitor["record"] else None,
        "is_bare": not counts.get("document") and _is_bare(sight, asked),
        "visitor": visitor,
        "searchable": SEARCHABLE,
        "results": name if name in SEARCHABLE else RESULTS,
        "to_pick": lambda back: replace(asked, back=back, typed=None, number=1, new=None),
        "unfiltered": Asked(as_of=asked.as_of),
        "part": lambda number: replace(asked, number=number),
        "ordered": lambda order: replace(asked, order=order, number=1),
    }


def _is_bare(sight: Sight, asked: Asked) -> bool:
    """Whether the record holds no report at all."""
    return sight.as_of is None and not (asked.is_filtered and sight.reader.tally(Filter()).get("document"))


def chips(sight: Sight, asked: Asked) -> list[Chip]:
    """The filter, part by part."""
    found = []
    if asked.since or asked.until:
        period = replace(asked, since=None, until=None, number=1)
        found.append(Chip(_period(asked.since, asked.until), period))
    names = sight.names_of(asked.keys)
    for key in asked.keys:
        prefix, _, value = key.partition(":")
        found.append(
            Chip(
                SAID[prefix].format(names.get(key) or PLAIN.get(prefix, str)(value)),
                asked.without_key(key),
            )
        )
    for phrase in asked.words:
        rest = tuple(each for each in asked.words if each != phrase)
        found.append(Chip(f"“{phrase}”", replace(asked, words=rest, number=1)))
    return found


def _period(since: str | None, until: str | None) -> str:
    if since and until:
        return in_words(since if since == until else f"{since}/{until}")
    return f"since {in_words(since)}" if since else f"until {in_words(until or '')}"


def _item(name: str, counts: Mapping[str, int]) -> Item:
    shown = PAGES[name]
    return Item(name, shown.heading, sum(counts.get(kind, 0) for kind in shown.kinds) if shown.kinds else None)
