"""Actors: who is named in a report, by whatever words, each mention resolved within the report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from onrecord.model.spans import Span as Stored
from onrecord.reading.actors import abbreviations as actor_abbreviations
from onrecord.reading.actors import backed as actor_backed
from onrecord.reading.actors import bodies as actor_bodies
from onrecord.reading.actors import countries as actor_countries
from onrecord.reading.actors import known as actor_known
from onrecord.reading.actors import people as actor_people
from onrecord.reading.actors import phrases as actor_phrases
from onrecord.reading.actors import unnamed as actor_unnamed
from onrecord.reading.actors.findings import observations as observations
from onrecord.reading.actors.known import is_free
from onrecord.reading.actors.nouns import Phrase, manner_only, phrases
from onrecord.reading.actors.phrases import DEFINITE, RULE_OF, points_back
from onrecord.reading.actors.rules import PRONOUNS
from onrecord.reading.actors.rules import RULES as RULES
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Report
from onrecord.reading.statements import quotations
from onrecord.reading.statements.coreference import Scene, pronoun
from onrecord.reading.statements.descriptions import built, description, only_group, post, speaking_force
from onrecord.vocabulary.titles import is_office, may_precede

Taken = dict[int, set[int]]  # the tokens of each paragraph that somebody is named by
LONGEST_POST = 4  # words
DOING = ("nsubj", "dobj")
BY_ROLE = ("source", "holder", "people", "group")  # may be the role of somebody who is named


def find(report: Report, found: Found) -> tuple[ActorMention, ...]:
    """Everybody named in the report, in the order of the text."""
    people, persons = actor_people.find(report, found)
    taken: Taken = defaultdict(set)
    kept: list[ActorMention] = []
    nouns = {paragraph.index: _outermost(phrases(paragraph)) for paragraph in report.paragraphs}
    _keep(kept, taken, (person for person in people if not _leads(person, nouns[person.at.paragraph])))
    listed_names = (m for p in report.paragraphs for m in actor_known.known(report, p, taken[p.index]))
    paired = ((report.paragraphs[m.at.paragraph].doc, m, nouns[m.at.paragraph]) for m in listed_names)
    _keep(kept, taken, (actor_phrases.described(doc, mention, near) for doc, mention, near in paired))
    roles = {
        at for person in people if person.role for at in range(person.role.words[0].start, person.role.words[0].end)
    }
    listed = {
        index: [
            phrase
            for phrase in each
            if is_free(taken[index], At(index, phrase.start, phrase.end))
            and not (phrase.kind in BY_ROLE and report.paragraphs[index].span(phrase.head, phrase.end).start in roles)
        ]
        for index, each in nouns.items()
    }
    _keep(kept, taken, (m for p in report.paragraphs for m in actor_phrases.owned(report, p, listed[p.index])))
    states = actor_countries.states(report, found, actor_countries.regimes(report, kept))
    _keep(kept, taken, (state for state in states if not _holds_office(state, nouns[state.at.paragraph])))
    kept = actor_abbreviations.find(report, kept)
    taken = defaultdict(set)
    for mention in kept:
        taken[mention.at.paragraph].update(range(mention.at.start, mention.at.end))
    _keep(kept, taken, (m for p in report.paragraphs for m in actor_bodies.find(report, p)))
    posts = {index: [phrase for phrase in each if _is_post(taken[index], phrase)] for index, each in nouns.items()}
    scene = Scene(report, persons, _quoted(report))
    for mention in sorted(kept, key=lambda mention: mention.at):
        scene.add(mention)
    for index, each in posts.items():
        held = [holder for phrase in each if (holder := _of_post(scene, index, phrase, taken[index])) is not None]
        for holder in held:
            scene.add(holder)
        kept += held
    kept += _anaphors(scene, listed, taken, kept, found)
    named = actor_backed.united((*kept, *actor_unnamed.find(scene, kept)), report.text)
    return tuple(sorted(named, key=lambda mention: mention.at))


def _outermost(found: Iterable[Phrase]) -> list[Phrase]:
    """The phrases that lie in no other: "Syrian government forces", not "Syrian government"."""
    listed = list(found)
    return [
        phrase
        for at, phrase in enumerate(listed)
        if not any(other.start <= phrase.start and phrase.end < other.end for other in listed[at + 1 : at + 4])
    ]


def _is_post(taken: set[int], phrase: Phrase) -> bool:
    """Whether the phrase is an office with the name of a body before it: "the UN secretary-general"."""
    return phrase.kind in ("holder", "source") and phrase.start in taken and phrase.head not in taken


def _of_post(scene: Scene, paragraph: int, phrase: Phrase, taken: set[int]) -> ActorMention | None:
    """The holder of such an office, at the words behind the body's name."""
    found = post(scene, At(paragraph, phrase.start, phrase.end), phrase.head)
    start = next(at for at in range(phrase.start, phrase.end) if at not in taken)
    return found._replace(at=At(paragraph, start, phrase.end)) if found is not None else None


def _keep(kept: list[ActorMention], taken: Taken, mentions: Iterable[ActorMention]) -> None:
    """Add the mentions that share no token with those already kept; joint ones come together."""
    fresh = [mention for mention in mentions if is_free(taken[mention.at.paragraph], mention.at)]
    kept += fresh
    for mention in fresh:
        taken[mention.at.paragraph].update(range(mention.at.start, mention.at.end))


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
            if phrase is not None and is_free(taken[paragraph.index], At(paragraph.index, phrase.start, phrase.end)):
                at = At(paragraph.index, phrase.start, phrase.end)
                country = governed[paragraph.part]
                near = country if country is not None and actor_countries.near(country, at, spoken_of) else None
                named = near.actor.words if near is not None else None
                home = actor_countries.home(desks[paragraph.part], homes.get(paragraph.part), named, phrase)
                owner = actor_countries.fronted(scene.report, found, at) or home
                mention = _unowned(scene, at, phrase, owner)
            elif token.lower_ in PRONOUNS["person"] or token.lower_ in PRONOUNS["thing"]:
                mention = pronoun(scene, paragraph.index, token)
            if mention is not None:
                scene.add(mention)
                yield mention


def _unowned(scene: Scene, at: At, phrase: Phrase, governed: Sequence[Stored] | None) -> ActorMention | None:
    """A phrase whose owner or bearer is named elsewhere in the part."""
    doc = scene.report.paragraphs[at.paragraph].doc
    if phrase.kind in ("force", "government", "office") and _of_another(doc, phrase):
        return None
    if phrase.kind in ("force", "government") and not phrase.owners:
        if (spoke := speaking_force(scene, at, phrase)) is not None:
            return spoke
        if governed is None or not _of_the_country(phrase) or not manner_only(doc, phrase):
            return None
        return built(scene, RULE_OF[phrase.kind], at, phrase, governed)
    if points_back(phrase):
        return only_group(scene, at, phrase.head) or built(scene, RULE_OF["group"], at, phrase, [])
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
    if phrase.kind == "holder" and phrase.owners and (phrase.speaks or doc[phrase.head].dep_ in DOING):
        return built(scene, "unnamed source", _with_post(scene, at), phrase, [])
    return None


def _of_another(doc: Doc, phrase: Phrase) -> bool:
    """Whether a name that is no country tells whose it is, or it has a name of its own: "the army of Karabakh", "the
    Abkhaz health ministry", "the Defense Army"."""
    after = [token for token in doc[phrase.end : phrase.end + 3] if token.lower_ != "the"][:2]
    if len(after) == 2 and after[0].lower_ == "of" and after[1].text[0].isupper():
        return True
    before = doc[phrase.start : phrase.head + 1 - len(phrase.noun.split())]
    capitals = [token for token in before if token.is_title and not token.is_sent_start]
    whole = phrase.kind == "force" and doc[phrase.head].is_title
    return not phrase.owners and any(whole or not may_precede(token.text) for token in capitals)


def _with_post(scene: Scene, at: At) -> At:
    """The words for one who holds an office, with where he is posted: "Sudan's ambassador to the United Nations"."""
    doc, start = scene.report.paragraphs[at.paragraph].doc, at.end + 1
    if start >= len(doc) or doc[at.end].lower_ != "to":
        return at
    start += doc[start].lower_ == "the"
    end = start
    while end < min(len(doc), start + LONGEST_POST) and doc[end].pos_ == "PROPN":
        end += 1
    return At(at.paragraph, at.start, end) if end > start else at


def _somebody_else(scene: Scene, at: At) -> bool:
    """Whether the words go on to say who it is: "the leader of the tribe", "the governor, Ali Hassan"."""
    doc = scene.report.paragraphs[at.paragraph].doc
    after = doc[at.end].lower_ if at.end < len(doc) else ""
    if after == "of" and is_office(doc[at.start : at.end + 2].text):
        return False  # "the secretary of state"
    if after == ",":
        named = scene.at_token.get((at.paragraph, at.end + 1))
        return (named is not None and named.form == "name") or _is_name(doc, at.end + 1)
    return after in ("of", "for", "in", "at")


def _is_name(doc: Doc, start: int) -> bool:
    """Whether a name of several words stands between commas from token `start` on, be it nobody known."""
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle():
        end += 1
    return end > start + 1 and end < len(doc) and doc[end].text == ","


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
