"""Who holds or takes a place: the actors that the words for him name, whoever a pronoun stands for, whose men they are.

"They control the hills", "its forces had retaken the town", "his men are still in the town", "Our forces hold the
airport", "Fighters of the M23 movement entered": a claim of control counts only with a side to it, so a pronoun goes
back to the one armed side that can be meant, and men go back to those whose men they are.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.actors.rules import RULES as ACTOR_RULES
from onrecord.reading.control.frames import FALLS, HYPHENED, UNDER, Reading
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import SUBJECTS, behind, is_noun, is_passive, own_subjects, word
from onrecord.reading.deeds.roles import actors_of, doers
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.control import forms_of
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.known_actors import actor_of, person_named
from onrecord.vocabulary.titles import titles

Actors = tuple[Said[Actor], ...]
FORCES = frozenset({"armed force", "armed group", "militia"})
ARMED = FORCES | {"state", "government body"}
MOVES = frozenset({"entered", "withdrew from", "pushing towards"})
SIDE, COMMANDED = "side before a noun", "commander's men"
COREFERENCE = "coreference to "
STATES = ("country", "metonym")
SELVES = frozenset({"we", "our"})
OTHERS = frozenset({"they", "it", "their", "its"})
PERSONS = frozenset({"his", "her"})
OF = frozenset({"of", "from"})
IN_WORDS = "in words"
EACH = frozenset({"both", "each"})
CLAIMED = frozenset({"xcomp", "ccomp", "dobj"})
HIGHEST = 3  # clauses up
CITED_BEFORE = {"coreference to ": 1, "short form of ": 1, "abbreviation of ": 2}  # words before those that name him


def holder_of(paragraph: Paragraph, found: Found, reading: Reading, per: Actors) -> Actors:
    """Those who hold, take, enter or leave the ground; () where no words tell. `per`: by whose word."""
    moves = reading.change in MOVES and not is_noun(reading.deed)
    heads = [head for head in reading.holders if not (moves and _is_people(head))]
    named = () if reading.rule == HYPHENED else _each(paragraph, found, reading.deed, heads, per)
    if named or len(reading.holders) != 1:
        return named
    head = reading.holders[0]
    cited = (paragraph.span(head.i, head.i + 1),)
    for rule in STATES:
        state = NAMING[rule]([head.text])
        if state is not None:
            return (Said(state, rule, cited),)
    if reading.rule not in (HYPHENED, UNDER, FALLS):
        return ()
    actor = side([head.text])
    if actor is not None:
        return (Said(actor, SIDE, cited),)
    country = country_of_demonym(head.text)
    return (Said(actor_of(country.name, "state", country.name), "demonym", cited),) if country is not None else ()


def is_of_each(deed: Token) -> bool:
    """Whether "both" of those who claim it, or "each", claim it for themselves."""
    claim = deed.head if deed.dep_ in CLAIMED else deed
    return any(child.lower_ in EACH for word in (claim, *own_subjects(claim)) for child in word.children)


def is_armed(actor: Actor) -> bool:
    """Whether somebody can hold a place: a force, a group, a state, or a body whose name tells that it is a force's."""
    return actor.type in ARMED or (
        actor.type == "other" and any(each in forms_of("commands") for each in actor.name.lower().split())
    )


def side(words: Sequence[str]) -> Actor | None:
    """The side that a word before a hyphen or noun names: "rebel-held", "under rebel control"."""
    if len(words) != 1:
        return None
    known = NAMING["alias"](words)
    if known is not None:
        return known if known.type in ARMED else None
    for form in (f"{words[0]}s", words[0]):
        for rule in ("group as described", "unnamed people"):
            actor = NAMING[rule]([form])
            if actor is not None and actor.type in ARMED:
                return actor
    return None


def commanded(words: Sequence[str]) -> Actor | None:
    """The force that a known person commands, or the state that he governs, given "his", "our" and the words that name
    him."""
    if len(words) < 2 or words[0].lower() not in SELVES | PERSONS:
        return None
    person = next(filter(None, (build(words[1:]) for build in (NAMING["alias"], NAMING["name"]))), None)
    return _force_of(person) if person is not None else None


def _each(paragraph: Paragraph, found: Found, deed: Token, heads: Sequence[Token], per: Actors) -> Actors:
    """The actors of the heads, in the order given, each once."""
    actors: dict[str, Said[Actor]] = {}
    for head in heads:
        for actor in _named(paragraph, found, deed, head, per):
            actors.setdefault(actor.value.key, actor)
    return tuple(actors.values())


def _named(paragraph: Paragraph, found: Found, deed: Token, head: Token, per: Actors) -> Actors:
    own = head if head.pos_ == "PRON" else _owner(head)
    if own is not None and own.lower_ in OTHERS and own.head.dep_ == "advcl" and is_passive(own.head.head):
        done_by = doers(own.head.head)
        if done_by:
            return _of_agents(paragraph, found, own, done_by)
    if own is not None and own.lower_ in SELVES | PERSONS | OTHERS:
        told = actors_of(found, paragraph, [head]) if own != head and own.lower_ in OTHERS else ()
        if any(actor.value.name.lower() != head.lower_ for actor in told):  # more than "troops"
            return told
        of_speaker = own.lower_ in SELVES or (own.lower_ in OTHERS and not _is_quoted(own) and _is_of_saying(deed))
        speakers = per if len(per) == 1 or is_of_each(deed) else ()
        meant = tuple(actor for each in speakers for actor in _of_speaker(paragraph, own, each))
        meant = meant if of_speaker else _meant(paragraph, found, own)
        if meant or of_speaker:
            return meant
    if head.dep_ == "appos" and head.i > head.head.i:  # "the M23, a militia that has seized"
        above = [actor for actor in actors_of(found, paragraph, [head.head]) if actor.value.type in FORCES]
        if above:
            return tuple(above)
    return tuple(_whole(paragraph, found, head)) or actors_of(found, paragraph, [head])


def _owner(head: Token) -> Token | None:
    """The pronoun that says whose men they are: "its forces"."""
    if word(head) not in role_words().forces and head.lower_ not in forms_of("men"):
        return None
    return next((child for child in head.children if child.tag_ == "PRP$"), None)


def _whole(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Said[Actor]]:
    """The named group that men are said to be of: "rebels of the M23 movement", "armed men from Boko Haram"."""
    if head.text.isupper():
        return
    for noun in behind(head, OF):
        for mention in found.actors.covering(paragraph.index, noun.i):
            if mention.form == "name" and mention.actor.value.type in FORCES:
                yield mention.actor


def _meant(paragraph: Paragraph, found: Found, pronoun: Token) -> Actors:
    """Whom a pronoun stands for: whom it has been found to, else the one armed side told before it."""
    mentions = [each for each in found.actors.covering(paragraph.index, pronoun.i) if each.head == pronoun.i]
    if mentions:
        return tuple(actor for each in mentions for actor in _of_speaker(paragraph, pronoun, each.actor))
    return tuple(_before(paragraph, found, pronoun)) if pronoun.lower_ in OTHERS else ()


def _of_agents(paragraph: Paragraph, found: Found, pronoun: Token, heads: Sequence[Token]) -> Actors:
    """Those by whom the deed above was done: "a town seized by rebels after they overran the base"."""
    agents = actors_of(found, paragraph, heads)
    return tuple(actor for each in agents[:1] for actor in _of_speaker(paragraph, pronoun, each))


def _is_quoted(pronoun: Token) -> bool:
    """Whether it stands in somebody's own words, in which he does not call himself "they"."""
    marks = [token for token in pronoun.doc[pronoun.sent.start : pronoun.i] if token.is_quote and token.tag_ != "POS"]
    return len(marks) % 2 == 1


def _is_of_saying(deed: Token) -> bool:
    """Whether somebody named says it of himself: "the army claimed that it holds the complex"."""
    above = deed
    for _ in range(HIGHEST):
        if above.dep_ == "ccomp":
            break
        above = above.head
    if above.dep_ != "ccomp" or not says(above.head):
        return False
    speakers = own_subjects(above.head)
    return not speakers or speakers[0].pos_ != "PRON"


def _of_speaker(paragraph: Paragraph, pronoun: Token, said: Said[Actor]) -> Iterator[Said[Actor]]:
    """The side of who speaks: himself, where it is no person; else the force he commands or the state he governs."""
    rule, words = said.rule, said.words
    for again, before in CITED_BEFORE.items():
        if rule.startswith(again):
            rule, words = rule.removeprefix(again), words[before:]
    cited = (paragraph.span(pronoun.i, pronoun.i + 1), *words)
    known = f"{COREFERENCE}{rule}" in ACTOR_RULES or rule == IN_WORDS
    if is_armed(said.value) and known and pronoun.lower_ != "we":
        yield Said(said.value, f"{COREFERENCE}{rule}", cited)
    elif said.value.type == "person" and pronoun.lower_ in SELVES | PERSONS and rule in ("alias", "name"):
        force = _force_of(said.value)
        if force is not None:
            yield Said(force, COMMANDED, cited)


def _force_of(person: Actor) -> Actor | None:
    """The armed group that a known person commands or speaks for; else the state whose office he holds."""
    known = person_named(person.key)
    if known is None:
        return None
    for office in known.offices.split(";"):
        bare = [part for part in office.split() if not part[0].isdigit()]
        if "of" in bare:
            body = " ".join(bare[bare.index("of") + 1 :]).removeprefix("the ")
            group = NAMING["alias"]([body])
            if group is not None and group.type in FORCES:
                return group
    low = known.offices.lower()
    if known.country and any(each in low for each in (*titles().leaders, "minister", "government spokes")):
        return actor_of(known.country, "state", known.country)
    return None


def _before(paragraph: Paragraph, found: Found, pronoun: Token) -> Iterator[Said[Actor]]:
    """The one armed side that the sentence has told before the pronoun; else, where that opens the sentence, the one of
    the sentence before."""
    sentence = pronoun.sent
    armed = _forces(paragraph, found, sentence.start, pronoun.i)
    if not armed and sentence.start > 0 and pronoun.i - sentence.start <= 1:
        before = paragraph.doc[sentence.start - 1].sent
        armed = [
            mention
            for mention in _forces(paragraph, found, before.start, before.end)
            if paragraph.doc[mention.head].dep_ in SUBJECTS
        ]
    if len({mention.actor.value.key for mention in armed}) == 1:
        yield from _of_speaker(paragraph, pronoun, armed[0].actor)


def _forces(paragraph: Paragraph, found: Found, start: int, end: int) -> list[ActorMention]:
    told = found.actors.within(At(paragraph.index, start, end)) if start < end else []
    return [each for each in told if each.actor.value.type in FORCES and each.form != "pronoun"]


def _is_people(head: Token) -> bool:
    """Whether it names people of a country, and so not the state: "Malians and Sudanese had entered"."""
    people = country_of_demonym(head.text) is not None and country_named(head.text) is None
    return people and head.dep_ not in ("amod", "compound", "nmod", "poss")
