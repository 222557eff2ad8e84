"""What pronouns stand for: "he", "it", "they"; for "the ministry", "the French leader" see descriptions.py.

One cautious rule of salience: the nearest subject that fits, in this sentence or just before it, in the same part and
outside quotations. Where two fit equally, nobody is meant as far as we know.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.actors.people import Person
from onrecord.reading.actors.rules import PRONOUNS
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary.known_actors import person_named
from onrecord.vocabulary.reporting import verbs

SUBJECTS = ("nsubj", "nsubjpass")
MALE, FEMALE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "herself"))
NAMED = ("other", "international organisation", "government body")  # bodies that are rarely "they"
MANY = ("armed force", "armed group", "militia", "police", "population group")
REMEMBERED = 300  # mentions in which anything said before is looked for
BACK = 3  # sentences in which a pronoun's antecedent is looked for


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
                return _with_office(scene, paragraph, subject, fits)
    return None


def _with_office(
    scene: Scene, paragraph: int, noun: Token, fits: Callable[[ActorMention], bool]
) -> ActorMention | None:
    """Whose office speaks of him: "Cyril Ramaphosa's office said he"."""
    owner = next((child for child in noun.children if child.dep_ == "poss" and noun.lower_ == "office"), None)
    mention = scene.at_token.get((paragraph, owner.i)) if owner is not None else None
    return mention if mention is not None and fits(mention) else None


def _claimant(verb: Token) -> Token | None:
    """Whose claim a clause is: "the rebels' claim that they had captured the city"."""
    if verb.dep_ != "acl" or not any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ == "poss"), None)


def _unknown_subject(scene: Scene, paragraph: int, token: Token) -> bool:
    """Whether a name that the reading does not know is the subject of a clause that holds the pronoun, or stands before
    it: "Petrov left after he …", "While Petrov stayed, he …"."""
    above = list(token.ancestors)
    clauses = [*above, *(child for verb in above for child in verb.children if child.dep_ == "advcl")]
    subjects = (child for verb in clauses for child in verb.children if child.dep_ in SUBJECTS and child.i < token.i)
    return any(_is_unknown(scene, paragraph, subject) for subject in subjects)


def _is_unknown(scene: Scene, paragraph: int, noun: Token) -> bool:
    """Whether it is a name that the reading does not know."""
    return noun.pos_ == "PROPN" and noun.text.istitle() and (paragraph, noun.i) not in scene.at_token


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
    """Whether the sentence of a mention has a pronoun or name for a doer whom the reading has not found, and who may go
    on: "He burned the king's picture"."""
    return any(
        token.dep_ in SUBJECTS
        and (token.lower_ in ("he", "she") or _is_unknown(scene, mention.at.paragraph, token))
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
    if found is None or scene.token(found).dep_ not in SUBJECTS or _unknown_between(scene, found, at, token.lower_):
        return None
    return found


def _unknown_between(scene: Scene, mention: ActorMention, at: At, word: str) -> bool:
    """Whether somebody or something that the reading does not know, or, for "they", a body that it knows by name alone,
    is the subject of a sentence between the mention and the pronoun, which then may mean that: "The army fled. The
    president's office has told its side. It says …"."""
    many = word == "they"
    return any(
        token.dep_ in SUBJECTS
        and token.head.dep_ == "ROOT"
        and (_is_plural(token) if many else token.tag_ in ("NN", "NNP"))
        and mention.at < At(index, token.i, token.i + 1) < at
        and ((known := scene.at_token.get((index, token.i))) is None or (many and known.actor.value.type in NAMED))
        and not scene.quoted(index, token.i)
        for index in range(mention.at.paragraph, at.paragraph + 1)
        for token in scene.report.paragraphs[index].doc
    )


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.text[-1] == "s")
