"""What pronouns and descriptions stand for: "he", "it", "the ministry", "the source", "the French leader".

One cautious rule of salience: the nearest subject that fits, in this sentence or just before it, in the same part and
outside quotations. Where two fit equally, nobody is meant as far as we know.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.actors.nouns import Phrase
from onrecord.reading.actors.people import Person
from onrecord.reading.actors.rules import NAMING, PRONOUNS, country_in
from onrecord.reading.actors.words import YEARS, without_country
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary.known_actors import person_named, split
from onrecord.vocabulary.reporting import verbs
from onrecord.vocabulary.titles import is_leader, is_office, is_rank, may_precede, plain

SUBJECTS = ("nsubj", "nsubjpass")
MALE, FEMALE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "herself"))
MANY = ("armed force", "armed group", "militia", "police", "population group")
INDEFINITE = frozenset(("a", "an", "another", "one", "some", "any", "no", "every", "each"))
REMEMBERED = 300  # mentions in which anything said before is looked for
OFFICIALESE = frozenset(("of", "the", "for", "and", "affairs"))  # words of a ministry's name that tell nothing
LINKS = frozenset(("of", "the"))
BACK = 3  # sentences in which a pronoun's antecedent is looked for
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


@dataclass
class Scene:
    """One report while its anaphors are read: the mentions so far by part, and the people with their offices."""

    report: Report
    people: dict[tuple[int, str], Person]
    quoted: Callable[[int, int], bool]
    told: list[ActorMention] = field(default_factory=list)
    at_token: dict[tuple[int, int], ActorMention] = field(default_factory=dict)
    bearers: dict[int, dict[str, ActorMention]] = field(default_factory=dict)
    called: dict[tuple[int, str], str] = field(default_factory=dict)  # the pronouns by which people were resumed: m, f

    def add(self, mention: ActorMention) -> None:
        insort(self.told, mention, key=lambda told: told.at)
        if mention.actor.value.type == "person":
            part = self.bearers.setdefault(self.part(mention.at.paragraph), {})
            part.setdefault(mention.actor.value.key, mention)
        for token in range(mention.at.start, mention.at.end):
            self.at_token.setdefault((mention.at.paragraph, token), mention)

    def part(self, paragraph: int) -> int:
        return self.report.paragraphs[paragraph].part

    def before(self, at: At) -> Iterator[ActorMention]:
        """The mentions of the same part before `at`, the nearest first, outside quotations; at most REMEMBERED."""
        part = self.part(at.paragraph)
        last = bisect_left(self.told, at, key=lambda told: told.at) - 1
        for index in range(last, max(-1, last - REMEMBERED), -1):
            mention = self.told[index]
            if self.part(mention.at.paragraph) != part:
                return
            if not self.quoted(mention.at.paragraph, mention.head):
                yield mention

    def token(self, mention: ActorMention) -> Token:
        return self.report.paragraphs[mention.at.paragraph].doc[mention.head]


def refer(scene: Scene, at: At, head: int, mention: ActorMention, form: str) -> ActorMention:
    """A mention of the same actor by other words, citing them and the words that name it."""
    rule = mention.actor.rule.removeprefix("coreference to ")
    words = mention.actor.words
    if mention.actor.rule.startswith(("coreference to ", "short form of ")):
        rule, words = rule.removeprefix("short form of "), words[1:]
    elif rule.startswith("abbreviation of "):
        rule, words = rule.removeprefix("abbreviation of "), words[2:]
    said = Said(mention.actor.value, f"coreference to {rule}", (scene.report.span(at), *words))
    return ActorMention(at, head, said, form)


def pronoun(scene: Scene, paragraph: int, token: Token) -> ActorMention | None:
    """What a pronoun outside quotations stands for."""
    low = token.lower_
    if scene.quoted(paragraph, token.i) or token.dep_ not in (*SUBJECTS, "poss", "dobj", "pobj"):
        return None
    at = At(paragraph, token.i, token.i + 1)
    if low in PRONOUNS["person"]:
        fits = _fits_person(scene, low)
        if _unknown_subject(scene, paragraph, token):
            return None
        found = _governing_subject(scene, paragraph, token, fits) or _recent(scene, at, fits)
    elif low in PRONOUNS["thing"] and token.dep_ in (*SUBJECTS, "poss"):
        fits = _fits_thing(scene, low)
        if _unknown_doer(scene, paragraph, token):
            return None
        found = _governing_subject(scene, paragraph, token, fits) or _went_on(scene, at, token, fits)
    else:
        return None
    if found is not None and low in MALE | FEMALE:
        key = (scene.part(paragraph), found.actor.value.key)
        scene.called.setdefault(key, "m" if low in MALE else "f")
    return refer(scene, at, token.i, found, "pronoun") if found is not None else None


def _fits_person(scene: Scene, low: str) -> Callable[[ActorMention], bool]:
    def fits(mention: ActorMention) -> bool:
        actor = mention.actor.value
        if actor.type != "person":
            return False
        known = scene.people.get((scene.part(mention.at.paragraph), actor.key))
        row = person_named(actor.key)
        gender = row.gender if row else known.gender if known else ""
        gender = gender or scene.called.get((scene.part(mention.at.paragraph), actor.key), "")
        return not gender or (low in MALE) == (gender == "m")

    return fits


def _fits_thing(scene: Scene, low: str) -> Callable[[ActorMention], bool]:
    many = low.startswith("the")

    def fits(mention: ActorMention) -> bool:
        kind = mention.actor.value.type
        if kind == "person":
            return False
        if many:
            return kind in MANY
        return mention.form != "description" or scene.token(mention).tag_ != "NNS"

    return fits


def _governing_subject(
    scene: Scene, paragraph: int, token: Token, fits: Callable[[ActorMention], bool]
) -> ActorMention | None:
    """The nearest subject of a clause that holds the pronoun: "Ankara said it would", "Turkey kept its posts"."""
    joined = scene.at_token.get((paragraph, token.head.head.i)) if token.head.dep_ == "conj" else None
    if token.dep_ == "poss" and joined is not None and joined.at.end <= token.i and fits(joined):
        return joined
    for verb in token.ancestors:
        claimant = _claimant(verb)
        if claimant is not None:
            mention = scene.at_token.get((paragraph, claimant.i))
            return mention if mention is not None and fits(mention) else None
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < token.i]
        for subject in subjects:
            mention = scene.at_token.get((paragraph, subject.i))
            if mention is not None and fits(mention) and len(list(subject.conjuncts)) == 0:
                return mention
            if mention is None and subject.pos_ in ("NOUN", "PROPN"):
                return None
    return None


def _claimant(verb: Token) -> Token | None:
    """Whose claim a clause is: "the rebels' claim that they had captured the city"."""
    if verb.dep_ != "acl" or not any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ == "poss"), None)


def _unknown_subject(scene: Scene, paragraph: int, token: Token) -> bool:
    """Whether a name that the reading does not know is the subject of a clause that holds the pronoun: "Petrov left
    after he …"."""
    return any(
        child.dep_ in SUBJECTS
        and child.i < token.i
        and child.pos_ == "PROPN"
        and child.text.istitle()
        and (paragraph, child.i) not in scene.at_token
        for verb in token.ancestors
        for child in verb.children
    )


def _unknown_doer(scene: Scene, paragraph: int, token: Token) -> bool:
    """Whether the clause that holds "they" tells what others did whom the reading does not know: "their pilots leaving
    after they said …"."""
    above = [verb for verb in token.ancestors if verb.tag_ == "VBG"] if token.lower_ == "they" else []
    doers = [verb.head for verb in above if verb.dep_ == "acl"]
    doers += [child for verb in above for child in verb.lefts if child.dep_ in SUBJECTS and child.i < token.i]
    return any(noun.tag_ == "NNS" and (paragraph, noun.i) not in scene.at_token for noun in doers)


def _recent(scene: Scene, at: At, fits: Callable[[ActorMention], bool]) -> ActorMention | None:
    """The one fitting subject of the nearest sentence that has any fitting mention; else its one fitting mention."""
    sentence, tried = scene.report.sentence(at), 0
    here: list[ActorMention] = []
    place: At | None = None
    for mention in scene.before(at):
        where = scene.report.sentence(mention.at)
        if where != place:
            if here or tried > BACK or at.paragraph - where.paragraph > 2:
                break
            place, tried = where, tried + (where != sentence)
        if fits(mention):
            here.append(mention)
    subjects = [mention for mention in here if scene.token(mention).dep_ in SUBJECTS]
    main = [mention for mention in subjects if scene.token(mention).head.dep_ == "ROOT"]
    found = _only(main) or _only(subjects) or (_only(here) if here and not _somebody(scene, here[0]) else None)
    return None if found is not None and _together(scene, found, fits) else found


def _somebody(scene: Scene, mention: ActorMention) -> bool:
    """Whether the sentence of a mention has a pronoun for a doer whom the reading has not found, and who may go on:
    "He burned the king's picture"."""
    return any(
        token.dep_ in SUBJECTS
        and token.lower_ in ("he", "she")
        and (mention.at.paragraph, token.i) not in scene.at_token
        and not scene.quoted(mention.at.paragraph, token.i)
        for token in scene.token(mention).sent
    )


def _together(scene: Scene, mention: ActorMention, fits: Callable[[ActorMention], bool]) -> bool:
    """Whether somebody else who fits stands beside the mention: "Putin and Macron"."""
    others = (scene.at_token.get((mention.at.paragraph, other.i)) for other in scene.token(mention).conjuncts)
    return any(other is not None and other.actor.value != mention.actor.value and fits(other) for other in others)


def _only(mentions: Sequence[ActorMention]) -> ActorMention | None:
    return mentions[0] if len({mention.actor.value.key for mention in mentions}) == 1 else None


def _went_on(scene: Scene, at: At, token: Token, fits: Callable[[ActorMention], bool]) -> ActorMention | None:
    """The subject of the sentence before, for "it said" alone: "On Friday it said"."""
    if token.dep_ != "nsubj" or not any(known.saying for known in verbs().get(token.head.lower_, ())):
        return None
    found = _recent(scene, at, fits)
    if found is None or scene.token(found).dep_ not in SUBJECTS or _unknown_between(scene, found, at):
        return None
    return found


def _unknown_between(scene: Scene, mention: ActorMention, at: At) -> bool:
    """Whether somebody or something that the reading does not know is the subject of a sentence between the mention and
    the pronoun, which then may mean that: "The army fled. The president's office has told its side. It says …"."""
    return any(
        token.dep_ in SUBJECTS
        and token.head.dep_ == "ROOT"
        and token.tag_ in ("NN", "NNP")
        and mention.at < At(index, token.i, token.i + 1) < at
        and (index, token.i) not in scene.at_token
        and not scene.quoted(index, token.i)
        for index in range(mention.at.paragraph, at.paragraph + 1)
        for token in scene.report.paragraphs[index].doc
    )


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
    """The one armed group that the part has named by then, for "the rebel group"."""
    named = (m for m in scene.before(at) if m.form == "name" and m.actor.value.type in BODIES["group"])
    found = {mention.actor.value.key: mention for mention in named}
    return refer(scene, at, head, next(iter(found.values())), "description") if len(found) == 1 else None


def post(scene: Scene, at: At, head: int) -> ActorMention | None:
    """The one person of the part whose office is told in just those words, with a body's name before it: "the UN
    secretary-general"."""
    wanted = set(plain(scene.report.words(at)).split())
    bearers = scene.bearers.get(scene.part(at.paragraph), {}).values()
    found = [m for m in bearers if any(set(plain(office).split()) - LINKS == wanted for office in _posts(scene, m))]
    return refer(scene, at, head, found[0], "title") if len(found) == 1 else None


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
