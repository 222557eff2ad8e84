"""Groups that a power backs, named with their country in one place and without it in another.

"Turkish-backed Syrian rebels" and "the Turkish-backed rebels" of one report are one group, under the shorter name,
where the report speaks of the country of one such group alone.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.described import group
from onrecord.reading.actors.words import whole_country
from onrecord.reading.found import ActorMention

RULE, DESCRIBED = "group with its country elsewhere", "group as described"
SEVERAL = frozenset({"militias", "groups", "proxies", "factions", "allies"})  # that one power has in many countries


def of_country(words: Sequence[str]) -> Actor | None:
    """The group that the first words name without a country, with the country by which the second name it."""
    if len(words) != 2:
        return None
    short, full = group(words[:1]), group(words[1:])
    if short is None or full is None or short.side_of is None or short.country is not None or full.country is None:
        return None
    alike = (short.side_of, short.type) == (full.side_of, full.type) and short.name.split()[-1] not in SEVERAL
    return replace(short, country=full.country) if alike and _bare(full.name) == _bare(short.name) else None


def united(mentions: Iterable[ActorMention], text: str) -> list[ActorMention]:
    """The mentions; those of a group that stands in the report's `text` under a shorter name too name it by that."""
    made = list(mentions)
    backed = {each.actor.value.key: each.actor for each in reversed(made) if _is_backed(each)}
    for short in [said for said in backed.values() if said.value.country is None]:
        longer = {key: said for key, said in backed.items() if _one(short, said, text) is not None}
        if len(longer) == 1:
            ((key, full),) = longer.items()
            one = _one(short, full, text)
            both = {key, short.value.key}
            made = [each._replace(actor=one) if one and each.actor.value.key in both else each for each in made]
    return made


def _is_backed(mention: ActorMention) -> bool:
    return mention.actor.rule == DESCRIBED and mention.actor.value.side_of is not None


def _one(short: Said[Actor], full: Said[Actor], text: str) -> Said[Actor] | None:
    words = (*short.words[:1], *full.words[:1])
    actor = of_country([span.of(text) for span in words])
    return Said(actor, RULE, words) if actor is not None else None


def _bare(name: str) -> str:
    """The name without its country."""
    return " ".join(word.lower() for word in name.split() if not whole_country(word))
