"""Actors: who is named in a report, by whatever words, each mention resolved within the report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Span

from onrecord.model.actors import Actor
from onrecord.model.spans import Span as Stored
from onrecord.reading import actor_abbreviations, actor_bodies, actor_countries, actor_people, actor_unnamed, quotations
from onrecord.reading.actor_findings import observations as observations
from onrecord.reading.actor_nouns import Phrase, manner_only, phrases
from onrecord.reading.actor_people import said
from onrecord.reading.actor_rules import PRONOUNS
from onrecord.reading.actor_rules import RULES as RULES
from onrecord.reading.coreference import Scene, built, description, pronoun
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.names import HYPHENS, country_words
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.countries import country_named, seat
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.known_actors import known_actors
from onrecord.vocabulary.names import listed
from onrecord.vocabulary.titles import is_office

Taken = dict[int, set[int]]  # the tokens of each paragraph that somebody is named by
RULE_OF = {
    "force": "force of a country",
    "government": "government of a country",
    "office": "office of a country",
    "media": "media of a country",
    "local": "authority of a place",
    "powers": "countries together",
    "group": "group as described",
    "people": "people as described",
    "source": "unnamed source",
    "holder": "unnamed source",
}
ARTICLES = ("a", "an", "one", "another")
BY_ROLE = ("source", "holder", "people", "group")  # may be the role of somebody who is named
DEFINITE = ("the", "this", "that")


def find(report: Report, found: Found) -> tuple[ActorMention, ...]:
    """Everybody named in the report, in the order of the text."""
    people, persons = actor_people.find(report, found)
    taken: Taken = defaultdict(set)
    kept: list[ActorMention] = []
    nouns = {paragraph.index: _outermost(phrases(paragraph)) for paragraph in report.paragraphs}
    _keep(kept, taken, (person for person in people if not _leads(person, nouns[person.at.paragraph])))
    _keep(kept, taken, (m for p in report.paragraphs for m in _known(report, p, taken[p.index])))
    roles = {
        at for person in people if person.role for at in range(person.role.words[0].start, person.role.words[0].end)
    }
    listed = {
        index: [
            phrase
            for phrase in each
            if _free(taken[index], At(index, phrase.start, phrase.end))
            and not (phrase.kind in BY_ROLE and report.paragraphs[index].span(phrase.head, phrase.end).start in roles)
        ]
        for index, each in nouns.items()
    }
    _keep(kept, taken, (m for p in report.paragraphs for m in _owned(report, p, listed[p.index])))
    states = actor_countries.states(report, found, actor_countries.regimes(report, kept))
    _keep(kept, taken, (state for state in states if not _holds_office(state, nouns[state.at.paragraph])))
    kept = actor_abbreviations.find(report, kept)
    taken = defaultdict(set)
    for mention in kept:
        taken[mention.at.paragraph].update(range(mention.at.start, mention.at.end))
    _keep(kept, taken, (m for p in report.paragraphs for m in actor_bodies.find(report, p)))
    scene = Scene(report, persons, _quoted(report))
    for mention in sorted(kept, key=lambda mention: mention.at):
        scene.add(mention)
    kept += _anaphors(scene, listed, taken, kept, found)
    return tuple(sorted((*kept, *actor_unnamed.find(scene, kept)), key=lambda mention: mention.at))


def _outermost(found: Iterable[Phrase]) -> list[Phrase]:
    """The phrases that lie in no other: "Syrian government forces", not "Syrian government"."""
    listed = list(found)
    return [
        phrase
        for at, phrase in enumerate(listed)
        if not any(other.start <= phrase.start and phrase.end < other.end for other in listed[at + 1 : at + 4])
    ]


def _free(taken: set[int], at: At) -> bool:
    return taken.isdisjoint(range(at.start, at.end))


def _keep(kept: list[ActorMention], taken: Taken, mentions: Iterable[ActorMention]) -> None:
    """Add the mentions that share no token with those already kept; joint ones come together."""
    fresh = [mention for mention in mentions if _free(taken[mention.at.paragraph], mention.at)]
    kept += fresh
    for mention in fresh:
        taken[mention.at.paragraph].update(range(mention.at.start, mention.at.end))


def _known(report: Report, paragraph: Paragraph, taken: set[int]) -> Iterator[ActorMention]:
    """Groups, bodies, media and houses of government that the vocabulary lists."""
    doc = paragraph.doc
    capitals = doc.text.isupper()
    for hit in known_actors(doc.text):
        span = doc.char_span(hit.start, hit.end, alignment_mode="contract")
        if hit.actor.type == "person" or span is None or _qualifies(paragraph, span.end):
            continue
        if _in_longer_name(span, hit.actor) or (capitals and span.text.lower() in forces().words):
            continue
        at = At(paragraph.index, span.start, span.end)
        actor = said("alias", report, [report.span(at)])
        if actor is not None and _free(taken, at):
            yield ActorMention(at, span.root.i, actor)
    for token in doc:
        if token.text[0].isupper() and (at_seat := _seat(paragraph, token.i)) is not None:
            actor = said("seat of government", report, [report.span(at_seat)])
            if actor is not None and _free(taken, at_seat):
                yield ActorMention(at_seat, doc[at_seat.start : at_seat.end].root.i, actor, "metonym")


def _seat(paragraph: Paragraph, start: int) -> At | None:
    doc = paragraph.doc
    ends = range(min(len(doc), start + 4), start, -1)
    end = next((end for end in ends if seat(doc[start:end].text) is not None), None)
    return At(paragraph.index, start, end) if end is not None else None


def _qualifies(paragraph: Paragraph, end: int) -> bool:
    """Whether the name only says something of another: "Taliban-held", "EU-brokered"."""
    doc = paragraph.doc
    if end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_:
        return doc[end + 1].text[0].islower()
    return False


def _in_longer_name(span: Span, actor: Actor) -> bool:
    """Whether other words in capitals make it another name: "Sunday Times", "Uganda People's Defence Force"."""
    doc, before = span.doc, span.start - 1
    if before >= 0 and doc[before].text[0].isupper() and not doc[before].is_sent_start:
        country = country_named(doc[before].text)
        if country is not None and actor.country is not None and country.name != actor.country:
            return len(span) > 1
    if len(span) > 1 or not span.text.istitle():
        return False
    after = doc[span.end] if span.end < len(doc) else None
    joined = span.root.dep_ == "compound" and after is not None and span.root.head.i >= span.end
    follows = joined and after is not None and after.text[0].isupper() and after.text in listed("things")
    leads = before >= 0 and doc[before].text in listed("things") and doc[before].dep_ == "compound"
    return follows or (leads and doc[before].head == span.root)


def _owned(report: Report, paragraph: Paragraph, listed: Sequence[Phrase]) -> Iterator[ActorMention]:
    """Phrases that name somebody by themselves."""
    for phrase in listed:
        at = At(paragraph.index, phrase.start, phrase.end)
        for spans in _words(report, paragraph, phrase, at):
            rule = "office holders" if phrase.kind == "holder" else RULE_OF[phrase.kind]
            actor = said(rule, report, spans)
            if actor is None and phrase.kind == "force":
                actor = said("group as described", report, spans[:1])
            if actor is not None:
                yield ActorMention(_at_joint(report, at, spans), phrase.head, actor, "description")


def _at_joint(report: Report, at: At, spans: Sequence[Stored]) -> At:
    """The tokens of a joint phrase's mention: from its own owner on."""
    paragraph = report.paragraphs[at.paragraph]
    first = min(spans, key=lambda span: span.start)
    start = at.start
    while start > 0 and paragraph.span(start - 1, start).start >= first.start:
        start -= 1
    return At(at.paragraph, start, at.end)


def _words(report: Report, paragraph: Paragraph, phrase: Phrase, at: At) -> list[list[Stored]]:
    """The words that the phrase's actor follows from; several lists for a joint phrase, none where it names nobody."""
    span = report.span(at)
    if phrase.kind in ("force", "government", "office", "media"):
        if phrase.kind in ("force", "media") and phrase.owners and not manner_only(paragraph.doc, phrase):
            return []
        owners = [At(paragraph.index, *owner) for owner in phrase.owners] or _owner_behind(paragraph, phrase)
        if not owners:
            return [[span]] if phrase.kind == "force" else []
        joint = _joined(paragraph, phrase)
        return [
            [span, report.span(owners[-1])],
            *([_bare(report, paragraph, phrase), report.span(other)] for other in joint),
        ]
    acts = paragraph.doc[phrase.head].dep_ == "nsubj"
    if phrase.kind in ("local", "powers"):
        return [[span]] if phrase.speaks or acts else []
    if phrase.kind == "people":
        return [[span]] if phrase.speaks or (phrase.owners and acts) else []
    if phrase.kind == "group":
        return [[span]] if report.words(at).lower() != "fighters" else []
    if phrase.kind == "holder":
        return [[span]] if " of " in report.words(at) else []
    token = paragraph.doc[phrase.head]
    if token.dep_ == "appos" or any(child.dep_ == "appos" for child in token.children):
        return []  # it describes somebody who is named beside it
    singular_source = phrase.kind == "source" and phrase.determiner in ARTICLES
    plural = phrase.kind == "source" and phrase.noun.endswith("s") and phrase.determiner not in DEFINITE
    return [[span]] if phrase.speaks and (singular_source or plural) else []


def _bare(report: Report, paragraph: Paragraph, phrase: Phrase) -> Stored:
    """The phrase without its owner: "state media"."""
    return report.span(At(paragraph.index, phrase.owners[-1][1] if phrase.owners else phrase.start, phrase.end))


def _owner_behind(paragraph: Paragraph, phrase: Phrase) -> list[At]:
    """The owner after "of": "the regime of Syrian President Bashar Assad"."""
    doc, start = paragraph.doc, phrase.end + 1
    if start >= len(doc) or doc[phrase.end].lower_ != "of":
        return []
    start += doc[start].lower_ == "the"
    ends = range(min(len(doc), start + 4), start, -1)
    return [At(paragraph.index, start, end) for end in ends if country_words(doc, start, end)][:1]


def _joined(paragraph: Paragraph, phrase: Phrase) -> list[At]:
    """The other owners of a joint phrase: "Turkish" in "Turkish and Syrian state media"."""
    doc, at = paragraph.doc, phrase.start
    if not phrase.owners or phrase.owners[0][0] != at:
        return []
    found = []
    while (
        at > 1
        and doc[at - 1].lower_ in ("and", ",")
        and country_words(doc, at - 2, at - 1)
        and doc[at - 2].pos_ == "ADJ"
    ):
        at -= 2
        found.append(At(paragraph.index, at, at + 1))
    return found


def _leads(person: ActorMention, nouns: Sequence[Phrase]) -> bool:
    """Whether the name only says whose force or government is meant: "Assad forces"."""
    owned = (phrase for phrase in nouns if phrase.kind in ("force", "government"))
    return any(start <= person.head < end for phrase in owned for start, end in phrase.owners)


def _holds_office(state: ActorMention, nouns: Sequence[Phrase]) -> bool:
    """Whether the country only says whose office is meant: "Turkey's foreign minister"."""
    return any(phrase.kind == "holder" and phrase.start <= state.head < phrase.head for phrase in nouns)


def _quoted(report: Report) -> Callable[[int, int], bool]:
    tokens = {
        paragraph: {token for quote in quotes for token in range(quote.at.start, quote.at.end)}
        for paragraph, quotes in quotations.find(report).items()
    }

    def inside(paragraph: int, token: int) -> bool:
        return token in tokens.get(paragraph, ())

    return inside


def _anaphors(
    scene: Scene,
    listed: dict[int, list[Phrase]],
    taken: Taken,
    kept: Sequence[ActorMention],
    found: Found,
) -> Iterator[ActorMention]:
    """Pronouns and descriptions, in the order of the text, each seeing what the ones before it stand for."""
    governed = {part: actor_countries.governed(scene, kept, part) for part in {p.part for p in scene.report.paragraphs}}
    spoken_of = actor_countries.spoken_of(kept, found)
    homes = {
        part: home
        for part in governed
        if (home := actor_countries.most_spoken_of(scene, kept, found, part)) is not None
    }
    desks = {part: actor_countries.desk(scene.report, part) for part in governed}
    for paragraph in scene.report.paragraphs:
        waiting = {phrase.head: phrase for phrase in listed[paragraph.index]}
        for token in paragraph.doc:
            mention = None
            phrase = waiting.get(token.i)
            if phrase is not None and _free(taken[paragraph.index], At(paragraph.index, phrase.start, phrase.end)):
                at = At(paragraph.index, phrase.start, phrase.end)
                country = governed[paragraph.part]
                near = country if country is not None and actor_countries.near(country, at, spoken_of) else None
                named = near.actor.words if near is not None else None
                owner = actor_countries.home(desks[paragraph.part], homes.get(paragraph.part), named, phrase)
                mention = _unowned(scene, at, phrase, owner)
            elif token.lower_ in PRONOUNS["person"] or token.lower_ in PRONOUNS["thing"]:
                mention = pronoun(scene, paragraph.index, token)
            if mention is not None:
                scene.add(mention)
                yield mention


def _unowned(scene: Scene, at: At, phrase: Phrase, governed: Sequence[Stored] | None) -> ActorMention | None:
    """A phrase whose owner or bearer is named elsewhere in the part."""
    if phrase.kind in ("force", "government") and not phrase.owners:
        doc = scene.report.paragraphs[at.paragraph].doc
        if governed is None or not _of_the_country(phrase) or not manner_only(doc, phrase):
            return None
        return built(scene, RULE_OF[phrase.kind], at, phrase, governed)
    if phrase.kind == "media" and not phrase.owners:
        return _same_media(scene, at, phrase) or (
            built(scene, RULE_OF["media"], at, phrase, governed)
            if governed is not None and phrase.noun.startswith("state ")
            else None
        )
    if phrase.kind in ("source", "holder") and _somebody_else(scene, at):
        return None
    if phrase.noun == "ministry" and phrase.end - phrase.start > 1 and not phrase.owners and governed is not None:
        return description(scene, at, phrase) or built(scene, RULE_OF["office"], at, phrase, governed)
    described = phrase.kind in ("source", "holder") or phrase.noun in ("ministry", "agency", "group", "militia")
    if described and (phrase.determiner in DEFINITE or phrase.owners):
        found = description(scene, at, phrase)
        if found is not None:
            return found
    if phrase.kind == "holder" and phrase.speaks and phrase.owners:
        return built(scene, "unnamed source", at, phrase, [])
    return None


def _somebody_else(scene: Scene, at: At) -> bool:
    """Whether the words go on to say who it is: "the leader of the tribe", "the governor, Ali Hassan"."""
    doc = scene.report.paragraphs[at.paragraph].doc
    after = doc[at.end].lower_ if at.end < len(doc) else ""
    if after == "of" and is_office(doc[at.start : at.end + 2].text):
        return False  # "the secretary of state"
    return after in ("of", "for", "in", "at") or (
        after == "," and (named := scene.at_token.get((at.paragraph, at.end + 1))) is not None and named.form == "name"
    )


def _same_media(scene: Scene, at: At, phrase: Phrase) -> ActorMention | None:
    """ "State media" where the part has named those of one country before."""
    named = [m for m in scene.before(at) if m.actor.rule == "media of a country"]
    alike = [m for m in named if m.actor.value.name.endswith(phrase.noun)]
    if not phrase.noun.startswith("state") or len({m.actor.value.key for m in alike}) != 1:
        return None
    return built(scene, RULE_OF["media"], at, phrase, alike[-1].actor.words)


def _of_the_country(phrase: Phrase) -> bool:
    definite = phrase.determiner in DEFINITE
    return phrase.noun.startswith(("regime", "government ")) or (
        definite
        and phrase.noun
        in (
            "government",
            "army",
            "military",
            "armed forces",
            "air force",
            "authorities",
            "junta",
        )
    )
