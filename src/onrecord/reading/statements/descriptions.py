"""Whom a description stands for: a noun for a body, an office or somebody known, who was named before in the report."""

from collections.abc import Iterable, Iterator, Sequence, Set

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.actors.nouns import Phrase, speaks
from onrecord.reading.actors.rules import NAMING, country_in
from onrecord.reading.actors.words import YEARS, without_country
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At
from onrecord.reading.statements.coreference import SUBJECTS, Scene, refer
from onrecord.vocabulary.known_actors import person_named, split
from onrecord.vocabulary.titles import is_leader, is_office, is_rank, may_precede, plain

INDEFINITE = frozenset(("a", "an", "another", "one", "some", "any", "no", "every", "each"))
OFFICIALESE = frozenset(("of", "the", "for", "and", "affairs"))  # words of a ministry's name that tell nothing
LINKS = frozenset(("of", "the"))
ARMIES = frozenset(("army", "military"))
NEAR = 3  # paragraphs from what an army said to "the army" once more
HIGH = frozenset(("special", "personal", "senior"))
BODIES = {
    "group": ("armed group", "militia"),
    "movement": ("armed group",),
    "agency": ("media", "international organisation"),
    "organisation": ("international organisation", "other"),
    "organization": ("international organisation", "other"),
    "monitor": ("other",),
    "observatory": ("other",),
    "newspaper": ("media",),
    "broadcaster": ("media",),
    "channel": ("media",),
    "alliance": ("armed group", "international organisation"),
    "bloc": ("international organisation",),
    "coalition": ("armed force", "armed group", "international organisation", "other"),
    "council": ("armed group", "government body", "international organisation", "other"),
    "mission": ("armed force", "international organisation"),
    "militia": ("militia", "armed group"),
    "ministry": ("government body",),
    "embassy": ("government body",),
    "court": ("government body", "international organisation"),
}

TOLD_BY_NAME = ("ministry", "embassy", "court", "coalition", "council", "mission")


def description(scene: Scene, at: At, phrase: Phrase) -> ActorMention | None:
    """What "the source", "the ministry", "the Turkish foreign minister", "the French leader" stand for."""
    text = scene.report.words(at)
    if phrase.noun == "leader" or phrase.kind == "holder" or is_office(plain(text).split()[-1]):
        holder = _holder(scene, at, text) if phrase.determiner not in INDEFINITE else None
        if holder is not None:
            return refer(scene, at, phrase.head, holder, "title")
    if phrase.kind in ("source", "holder"):
        found = _described_person(scene, at, phrase, text)
    else:
        country = country_in(text)
        told = set(plain(without_country(text)).replace("defense", "defence").split()) - {phrase.noun, *OFFICIALESE}
        bodies = (m for m in scene.before(at) if _is_spoken_of(phrase.noun, told, m.actor.value))
        found = next((m for m in bodies if country is None or m.actor.value.country == country.name), None)
    return refer(scene, at, phrase.head, found, "description") if found is not None else None


def _is_spoken_of(noun: str, told: Set[str], actor: Actor) -> bool:
    """Whether a body may be spoken of by that noun with those other words: "the Foreign Ministry" is no other one."""
    return is_called(noun, actor) and (noun not in TOLD_BY_NAME or told <= set(plain(actor.name).split()))


def is_called(noun: str, actor: Actor) -> bool:
    """Whether a body may be spoken of by that noun: a ministry is a ministry; others are told by their type alone."""
    return actor.type in BODIES.get(noun, ()) and (noun not in TOLD_BY_NAME or noun in actor.name.lower())


def _holder(scene: Scene, at: At, text: str) -> ActorMention | None:
    """The one person of the part who has the office, of that country where one is named."""
    country = country_in(text)
    wanted = plain(text).split()
    doc = scene.report.paragraphs[at.paragraph].doc
    state = not any(token.pos_ == "NOUN" for token in doc[at.start : at.end - 1])  # no "opposition leader"
    found = {}
    for mention in scene.bearers.get(scene.part(at.paragraph), {}).values():
        if len(wanted) == 1 and country is None and mention.at > at:
            continue  # "the minister" is not one who is named only later
        for office in _offices(scene, mention):
            title, _, of = office.partition(" of ")
            if country is not None and of.removeprefix("the ") != country.name:
                continue
            if wanted[-1] == "leader" and (not state or (country is not None and is_leader(title))):
                same = state
            else:
                same = _same_office(wanted, title)
            if same:
                found[mention.actor.value.key] = mention
    return next(iter(found.values())) if len(found) == 1 else None


def only_group(scene: Scene, at: At, head: int) -> ActorMention | None:
    """The one armed group that the part has named by then, for "the rebel group"; nobody where its name follows."""
    noun = scene.report.paragraphs[at.paragraph].doc[head]
    if any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights):
        return None
    named = (m for m in scene.before(at) if m.form == "name" and m.actor.value.type in BODIES["group"])
    found = {mention.actor.value.key: mention for mention in named}
    return refer(scene, at, head, next(iter(found.values())), "description") if len(found) == 1 else None


def speaking_force(scene: Scene, at: At, phrase: Phrase) -> ActorMention | None:
    """The country's force that spoke last, for "the military" behind "the Israeli military said"; whoever else's army
    is named in between may be meant too."""
    if phrase.noun not in ARMIES or phrase.determiner != "the" or phrase.end - phrase.start > 1:
        return None
    for mention in scene.before(at):
        if at.paragraph - mention.at.paragraph > NEAR:
            return None
        if mention.form == "description" and scene.token(mention).lower_ in ARMIES:
            spoke = speaks(scene.token(mention)) and mention.actor.value.type == "armed force"
            return refer(scene, at, phrase.head, mention, "description") if spoke else None
    return None


def post(scene: Scene, at: At, head: int) -> ActorMention | None:
    """The one person of the part whose office is told in just those words, with a body's name before it: "the UN
    secretary-general"."""
    wanted = set(plain(scene.report.words(at)).split())
    bearers = scene.bearers.get(scene.part(at.paragraph), {}).values()
    found = [m for m in bearers if any(_is_post(wanted, plain(office).split()) for office in _posts(scene, m))]
    return refer(scene, at, head, found[0], "title") if len(found) == 1 else None


def _is_post(wanted: Set[str], office: Sequence[str]) -> bool:
    """Whether the words are that office, be it without its field and rank: "the UN envoy", the "UN Special Envoy for
    Yemen"."""
    field = next((at for at, word in enumerate(office) if word in ("for", "to")), len(office))
    return wanted in (set(office) - LINKS, set(office[:field]) - LINKS - HIGH)


def _posts(scene: Scene, mention: ActorMention) -> Iterator[str]:
    """The offices that the report and the vocabulary give somebody."""
    row = person_named(mention.actor.value.key)
    yield from _offices(scene, mention)
    yield from (mention.role.value,) if mention.role is not None else ()
    yield from (office.rstrip(YEARS) for office in split(row.offices)) if row is not None else ()


def _offices(scene: Scene, mention: ActorMention) -> Iterable[str]:
    actor = mention.actor.value
    person = scene.people.get((scene.part(mention.at.paragraph), actor.key))
    told = list(person.offices) if person else []
    row = person_named(actor.key)
    if row is None or told:
        return told
    return [f"{office.rstrip(YEARS)} of {row.country}" for office in split(row.offices)]


def _same_office(wanted: Sequence[str], title: str) -> bool:
    """Whether the words are the office, or its last word alone; no other's whose name it ends: "deputy minister"."""
    held = plain(title).split()
    size = len(held)
    if wanted[-size:] == held:
        return not _another(wanted, held)
    return len(wanted) == 1 and held[-1:] == list(wanted)


def _another(wanted: Sequence[str], held: Sequence[str]) -> bool:
    """Whether a word of an office makes it another than the one held: "deputy minister" beside "minister", "government
    spokesman" beside "rebel spokesman"."""
    pairs = zip(reversed(wanted), reversed(held), strict=False)
    shared = next((size for size, (one, other) in enumerate(pairs) if one != other), min(len(wanted), len(held)))
    if shared in (0, len(wanted)):
        return False
    longer, word = " ".join(wanted[-shared - 1 :]), wanted[-shared - 1]
    return is_office(longer) or (shared < len(held) and may_precede(word) and word not in held)


def _described_person(scene: Scene, at: At, phrase: Phrase, text: str) -> ActorMention | None:
    """The last unnamed speaker, or person with such a role, whom the words may describe."""
    generic = phrase.noun in ("source", "official")
    country = country_in(text)
    holders: dict[str, ActorMention] = {}
    for mention in scene.before(at):
        if mention.actor.value.type != "person" or at.paragraph - mention.at.paragraph > 12:
            continue
        if country is not None and mention.actor.value.country not in (None, country.name):  # another state's envoy
            continue
        name = mention.actor.value.name.lower()
        office = mention.role.value.lower().partition(" of ")[0] if mention.role is not None else ""
        unnamed = name.endswith("(unnamed)") and not holders
        if unnamed and (generic or phrase.noun in name) and _compatible(text, name):
            return mention
        titled = scene.report.words(mention.at).lower().split() if mention.form == "name" else ()
        if phrase.noun in titled and is_rank(phrase.noun):
            holders.setdefault(mention.actor.value.key, mention)
        if phrase.noun in office.split() and not _another(plain(text).split(), plain(office).split()):
            holders.setdefault(mention.actor.value.key, mention)
    if len(holders) < 2:
        return next(iter(holders.values()), None)
    doers = (m for m in scene.before(at) if m.actor.value.key in holders and scene.token(m).dep_ in SUBJECTS)
    return next((holders[mention.actor.value.key] for mention in doers), None)


def _compatible(text: str, name: str) -> bool:
    """Whether the words add nothing that the first description did not say."""
    said = set(plain(name).replace("(unnamed)", "").split()) | {"the", "source", "official", "same", "unnamed"}
    return set(plain(text).split()) <= said


def built(scene: Scene, rule: str, at: At, phrase: Phrase, owner: Sequence[Span]) -> ActorMention | None:
    """The phrase with an owner named elsewhere, by the rule of its class."""
    spans = (scene.report.span(at), *owner)
    actor = NAMING[rule]([span.of(scene.report.text) for span in spans])
    return ActorMention(at, phrase.head, Said(actor, rule, spans), "description") if actor is not None else None
