"""Places: the geographic names of a report, each resolved within it, and what each stands for where it is named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from onrecord.model.findings import Observation, PlaceFinding
from onrecord.model.ids import observation_id
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.places.choice import (
    BIG,
    IN_TALK,
    WORLD,
    Choice,
    Context,
    choose,
    home_of,
    lies_over,
    needs_grammar,
    seems_common,
)
from onrecord.reading.places.features import Feature, beside, feature, features_of
from onrecord.reading.places.grammar import Name
from onrecord.reading.places.known import UNKNOWN, shown
from onrecord.reading.places.known import known as what_is_known
from onrecord.reading.places.lines import Line, border_with, lines, qualifies
from onrecord.reading.places.names import names
from onrecord.reading.places.people import surnames
from onrecord.reading.places.rules import RULES as RULES
from onrecord.reading.places.rules import country_place, entry_place, region_place, text_place
from onrecord.reading.places.sense import use_of
from onrecord.reading.report import At, Report
from onrecord.reading.rules import holds
from onrecord.vocabulary.countries import Country, countries, country_of_capital
from onrecord.vocabulary.gazetteer import Entry
from onrecord.vocabulary.names import is_given
from onrecord.vocabulary.place_words import Region, place_words

EVIDENCE = 8
LONGEST = 200
SHORTEST = 4
HOME = 0.2
ACROSS = "border across"


def find(report: Report, found: Found) -> tuple[PlaceMention, ...]:
    """The places named in the report, in the order of the text, with their use."""
    ways = [line for paragraph in report.paragraphs for line in lines(paragraph)]
    taken = [way.at for way in ways if way.rule != "highway"] + [date.at for date in found.dates]
    people = surnames(report)
    sites = [site for site in _sites(report, people) if not any(at.overlaps(site.at) for at in taken)]
    named = _free([n for paragraph in report.paragraphs for n in names(paragraph)], [*taken, *(s.at for s in sites)])
    context = Context(report, named, [way.place for way in ways])
    choices = [None if is_country(name, context) else choose(name, context) for name in named]
    strays = set(_strays(report, named, choices, context))
    choices = [None if name.text in strays else choice for name, choice in zip(named, choices, strict=True)]
    named = beside_each_other(report, named, choices)
    known = {
        name.text for name, choice in zip(named, choices, strict=True) if choice and choice.sure and name.strength > 0
    }
    mentions = [_line_mention(report, way, named, choices) for way in ways]
    mentions += [_site_mention(report, site, context) for site in sites]
    placed = [
        _place(report, name, choice, known, people) or _unlisted(report, name, context)
        for name, choice in zip(named, choices, strict=True)
    ]
    for name, choice, place in zip(named, choices, _as_called(report, named, placed), strict=True):
        if place is not None:
            doc = report.paragraphs[name.at.paragraph].doc
            on_road = any(way.at.holds(name.at) for way in ways)
            mentions.append(PlaceMention(name.at, place, use_of(name, doc, not on_road and _governs(name, choice))))
    return tuple(sorted((each for each in mentions if _stands(report, each)), key=lambda mention: mention.at))


def _governs(name: Name, choice: Choice | None) -> bool:
    """Whether a government may be called by the name: a country's, or that of the capital which it is taken for."""
    capital = country_of_capital(name.text)
    if choice is None:
        return name.known.country is not None
    return capital is not None and capital.iso2 == choice.entry.iso2


def _sites(report: Report, people: frozenset[str]) -> Iterator[Feature]:
    """The named features, but for camps that are called after a person spoken of."""
    for paragraph in report.paragraphs:
        for site in features_of(paragraph):
            if site.base.split()[-1] not in people:
                yield site


def _site_mention(report: Report, site: Feature, context: Context) -> PlaceMention:
    """The feature as it is named, near the town it is called after where the report speaks of that town's country."""
    words = shown(report.words(site.at))
    place = feature(words) or feature(report.words(site.at))
    assert place is not None
    name = Name(site.at, site.base, what_is_known(site.base), 1)
    choice = choose(name, context) if name.known.entries else None
    if choice and choice.sure and not choice.alike and choice.share > IN_TALK:
        place = beside(place, choice.entry)
    use = use_of(name, report.paragraphs[site.at.paragraph].doc, False)
    return PlaceMention(site.at, Said(place, "feature", (report.span(site.at),)), use)


def beside_each_other(report: Report, named: Sequence[Name], choices: Sequence[Choice | None]) -> list[Name]:
    """The names, those of a list taken as surely for places as the surest of it: "Timbuktu, Gao and Kidal".

    Only names for which a place of the same country is sure belong to the list.
    """
    made = list(named)
    for group in _lists(report, named):
        sure = {c.entry.iso2 for i in group if (c := choices[i]) and c.sure and _stands_alone(made[i], c)}
        for i in group:
            choice = choices[i]
            if choice and choice.sure and not choice.alike and choice.entry.iso2 in sure and made[i].strength == 0:
                made[i] = made[i]._replace(strength=1)
    return made


def _strays(report: Report, named: Sequence[Name], choices: Sequence[Choice | None], context: Context) -> Iterator[str]:
    """The names that stand in a list with places of one country, and for which only a small place of another is known,
    of which the report does not speak: they are places of the one country that no list holds."""
    for group in _lists(report, named):
        entries = {i: choice.entry for i in group if (choice := choices[i])}
        homes = Counter(entry.iso2 for i, entry in entries.items() if choices[i].sure)  # type: ignore[union-attr]
        home, count = next(iter(homes.most_common(1)), ("", 0))
        for i, entry in entries.items() if count > 1 else ():
            great = entry.population >= BIG or country_of_capital(named[i].text) is not None
            if entry.iso2 != home and not great and not context.speaks_of(entry.iso2, named[i].text):
                yield named[i].text


def _stands_alone(name: Name, choice: Choice) -> bool:
    """Whether the name is a place whatever stands beside it."""
    return name.strength > 0 or (
        name.strength == 0
        and name.proper
        and choice.entry.iso2 not in place_words().english
        and choice.share > HOME
        and choice.entry.main
        and len(name.text) >= SHORTEST
    )


def _lists(report: Report, named: Sequence[Name]) -> Iterator[list[int]]:
    """The names that only commas and "and" stand between, by their numbers."""
    group: list[int] = []
    for i, name in enumerate(named):
        if group:
            last = named[group[-1]].at
            between = (
                report.paragraphs[name.at.paragraph].doc[last.end : name.at.start]
                if last.paragraph == name.at.paragraph
                else ()
            )
            if not between or len(between) > 3 or any(token.lower_ not in (",", "and", "or") for token in between):
                if len(group) > 1:
                    yield group
                group = []
        group.append(i)
    if len(group) > 1:
        yield group


def _stands(report: Report, mention: PlaceMention) -> bool:
    """Whether the place follows from the stored words too, where the reading view has repaired them."""
    words = [span.of(report.text) for span in mention.place.words]
    return words == [report.words(mention.at)] or holds(RULES, mention.place.rule, mention.place.value, words)


def _free(named: Iterable[Name], taken: Iterable[At]) -> list[Name]:
    """The names that share no token with what is taken."""
    by_paragraph = defaultdict(list)
    for at in taken:
        by_paragraph[at.paragraph].append(at)
    return [name for name in named if not any(at.overlaps(name.at) for at in by_paragraph[name.at.paragraph])]


def is_country(name: Name, context: Context) -> bool:
    """Whether the name is a country's, and not that of a place in a country more spoken of: Georgia, United States."""
    country = name.known.country
    if country is None or any(lies_over(name, entry) for entry in name.known.entries):
        return False
    return not any(context.share(entry.iso2) > context.share(country.iso2) for entry in name.known.entries)


def _line_mention(report: Report, line: Line, named: Sequence[Name], choices: Sequence[Choice | None]) -> PlaceMention:
    """The line as it is named; a road lies in the country of both its ends."""
    place = line.place
    if line.rule == "highway":
        ends = [choice.entry for name, choice in zip(named, choices, strict=True) if choice and line.at.holds(name.at)]
        countries = {end.country for end in ends}
        if len(ends) > 1 and len(countries) == 1 and (country := countries.pop()):
            there = replace(place, country=country.name, iso3=country.iso3)
            place = there if holds(RULES, line.rule, there, [report.words(line.at)]) else place
    name = Name(line.at, place.name, UNKNOWN, 1)
    doc = report.paragraphs[line.at.paragraph].doc
    use = use_of(name, doc, False) if line.rule != "border" or not qualifies(doc, line.at.end) else "modifier"
    shared = _across(report, line, named, choices) if line.rule == "border" and use == "place" else None
    return PlaceMention(line.at, shared or Said(place, line.rule, (report.span(line.at),)), use)


def _across(report: Report, line: Line, named: Sequence[Name], choices: Sequence[Choice | None]) -> Said[Place] | None:
    """The border of one country as one with that of the place which its sentence names across it, where all that it
    names beyond lies in one country."""
    words = report.words(line.at)
    sentence = report.paragraphs[line.at.paragraph].doc[line.at.start].sent
    at = At(line.at.paragraph, sentence.start, sentence.end)
    beyond: dict[str, Said[Place]] = {}
    for name, choice in zip(named, choices, strict=True):
        country = choice.entry.country if choice is not None else name.known.country
        if country is None or not at.holds(name.at) or (choice is not None and not choice.sure):
            continue
        place = border_with(words, country)
        if place is not None:
            beyond.setdefault(country.iso2, Said(place, ACROSS, (report.span(line.at), report.span(name.at))))
    found = list(beyond.values())
    return found[0] if len(found) == 1 and holds(RULES, ACROSS, found[0].value, _texts(report, found[0])) else None


def _texts(report: Report, said: Said[Place]) -> list[str]:
    return [span.of(report.text) for span in said.words]


def _place(
    report: Report, name: Name, choice: Choice | None, known: set[str], people: frozenset[str]
) -> Said[Place] | None:
    """The place that the name is taken for; None where too little speaks for one."""
    words = (report.span(name.at),)
    if name.strength == -2:
        return None
    if name.known.country and choice is None:
        return Said(country_place(name.known.country), "country", words)
    region = name.known.region
    if region and name.kind in (None, "province") and not is_province(choice, region, name):
        return Said(region_place(region), "region", words) if not _doubtful(name, people) else None
    if choice is not None and _holds(name, choice, known, people):
        shown = (*words, report.span(name.lead)) if name.near and name.lead else words
        precision = "near" if len(shown) > 1 else None
        rule = "spelling" if choice.alike else "gazetteer"
        return Said(entry_place(choice.entry, name.text, precision), rule, shown)
    return None


def _unlisted(report: Report, name: Name, context: Context) -> Said[Place] | None:
    """The town or district that the words call so though no list holds it there, in what they put it into."""
    if name.kind not in ("city", "district") or name.stated is None or name.strength == -2 or seems_common(name):
        return None
    where, home = _home(name, context)
    told = where is not None and home is not None
    place = text_place(name.text, report.words(name.stated), home if told else None)
    words = (name.at, name.stated, where) if told and where else (name.at, name.stated)
    return Said(place, "text", tuple(report.span(at) for at in words)) if place else None


def _home(name: Name, context: Context) -> tuple[At | None, Country | Entry | None]:
    """Where the words put a town, and the passage that tells: beside it, or the name of the one country spoken of."""
    if name.bound is None:
        return context.scene(name.text) or (None, None)
    if name.bound.iso2:
        return name.bound.at, countries().get(name.bound.iso2)
    return name.bound.at, home_of(name, context)


def _as_called(
    report: Report, named: Sequence[Name], placed: Sequence[Said[Place] | None]
) -> Iterator[Said[Place] | None]:
    """The places, every mention of a town that no list holds taken for the one that the words tell most of."""
    best: dict[str, Said[Place]] = {}
    for name, place in zip(named, placed, strict=True):
        if place and place.rule == "text" and (name.text not in best or len(place.words) > len(best[name.text].words)):
            best[name.text] = place
    for name, place in zip(named, placed, strict=True):
        called = best.get(name.text)
        if called is None or name.strength < 0 or name.inside or name.over:
            yield place
        else:
            yield Said(called.value, called.rule, (report.span(name.at), *called.words[1:]))


def is_province(choice: Choice | None, region: Region, name: Name) -> bool:
    """Whether a province of the gazetteer, not the region of that name, is meant."""
    if choice is None or not choice.sure or choice.entry.kind != "province":
        return False
    return name.kind == "province" or (choice.entry.iso2 in region.inside and name.text == region.name)


def _doubtful(name: Name, people: frozenset[str]) -> bool:
    return name.strength < 2 and (name.text in people or name.strength < 0)


def _holds(name: Name, choice: Choice, known: set[str], people: frozenset[str]) -> bool:
    """Whether the grammar and the report bear the choice out."""
    if seems_common(name):
        return name.kind is not None and name.stated is not None and choice.sure
    stated = lies_over(name, choice.entry)
    if not choice.sure or (name.strength < 2 and not stated and (name.text in people or is_given(name.text))):
        return False
    if name.loud and choice.share < IN_TALK and not stated:
        return choice.entry.population >= WORLD and name.strength == 2
    if choice.alike or needs_grammar(name, choice.entry):
        return name.strength == 2
    if name.strength > 0 or name.text in known:
        return True
    capital = country_of_capital(name.text) is not None
    if capital or name.strength < 0:
        return capital
    if choice.entry.iso2 in place_words().english and choice.entry.kind == "city" and choice.entry.population < WORLD:
        return False
    if choice.entry.kind == "province" and choice.entry.main and choice.entry.population >= BIG:
        return True
    return name.proper and len(name.text) >= SHORTEST and _is_at_home(choice)


def _is_at_home(choice: Choice) -> bool:
    """Whether the report is about the country of the choice, so that its name alone tells enough."""
    talked = choice.share > (0 if choice.entry.main and choice.entry.iso2 not in place_words().english else IN_TALK)
    return choice.share > HOME or (talked and choice.entry.population >= BIG)


def observations(report: Report, mentions: tuple[PlaceMention, ...]) -> tuple[Observation, ...]:
    """One observation for each place that is named as somewhere, hung on its first mention."""
    grouped: dict[str, list[PlaceMention]] = defaultdict(list)
    for mention in mentions:
        if mention.use == "place":
            grouped[mention.place.value.key].append(mention)
    return tuple(_observation(report, group) for group in grouped.values())


def _observation(report: Report, group: Sequence[PlaceMention]) -> Observation:
    first = group[0]
    plain = next((mention for mention in group if mention.place.value.precision != "near"), first)
    trigger = report.span(first.at)
    return Observation(
        id=observation_id(report.document.id, "place", trigger.start),
        document=report.document.id,
        part=report.paragraphs[first.at.paragraph].part,
        trigger=trigger,
        evidence=tuple(dict.fromkeys(evidence(report, mention.at) for mention in group[:EVIDENCE])),
        finding=PlaceFinding(place=plain.place, aliases=tuple(_aliases(report, group, plain.place.value.name))),
    )


def _aliases(report: Report, group: Iterable[PlaceMention], name: str) -> Iterator[Said[str]]:
    """The other forms that the report uses, each once."""
    told = {name}
    for mention in group:
        words = report.words(mention.at)
        if words not in told:
            told.add(words)
            yield Said(words, "verbatim", (report.span(mention.at),))


def evidence(report: Report, at: At) -> Span:
    """The sentence of the mention, or so much of it around the mention as stays short."""
    doc = report.paragraphs[at.paragraph].doc
    start = max(at.start - LONGEST, doc[at.start].sent.start)
    end = min(at.end + LONGEST, doc[at.end - 1].sent.end)
    while len(doc[start:end].text) > LONGEST and (start < at.start or end > at.end):
        if at.start - start >= end - at.end:
            start += 1
        else:
            end -= 1
    return report.span(At(at.paragraph, start, end))
