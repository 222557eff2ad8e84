"""Speakers: the actors that the words for a source stand for."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span, Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import RULES as ACTOR_RULES
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import named_at
from onrecord.reading.statements.attribution import phrase
from onrecord.reading.statements.descriptions import BODIES, TOLD_BY_NAME
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.known_actors import actor_of
from onrecord.vocabulary.names import listed
from onrecord.vocabulary.titles import is_office

SINGULAR = frozenset(("he", "she", "it"))
PRONOUNS = SINGULAR | {"they", "we", "his", "her", "its", "their", "our"}
ANAPHORIC = ("coreference to ", "short form of ")
DESCRIBING = frozenset(("appos", "relcl", "nummod", "acl"))
DEFINITE, BOTH = frozenset(("the", "these", "those", "all")), frozenset(("both", "neither", "each", "either"))
RECIPROCAL = frozenset(("each other", "one another"))
UNNAMED = "unnamed source"
NAMES = 4  # words of a private person's name
OF_ONE = frozenset(("det", "poss", "nummod"))
JOINT, PARTIES = 12, frozenset(("state", "international organisation", "government body"))  # of a joint statement
MOST, MANY = 2, 2  # speakers of a joint statement, countries of joint speakers
SOME = frozenset(("one", "two", "three", "some", "several"))  # "one of the workers said"
LONGEST = 12  # tokens of a speaker who is given in words alone


class Speakers(NamedTuple):
    """Who a source stands for. `medium` is true where the words name a document of theirs rather than themselves,
    `many` where they name several people at once."""

    actors: tuple[Said[Actor], ...] = ()
    role: Said[str] | None = None
    medium: bool = False
    many: bool = False


NOBODY = Speakers()


def in_words(value: Any, words: Sequence[str]) -> bool:
    """A speaker given in words alone, or a phrase: its name is those words, white space apart."""
    name = value.name if isinstance(value, Actor) else str(value)
    if isinstance(value, Actor) and value != unnamed(name):
        return False
    return "".join(name.split()) == "".join("".join(words).split())


def unnamed(name: str) -> Actor:
    """The actor of whom only the words are known."""
    name = " ".join(name.split())
    return Actor(key=f"other:{name.casefold()}", name=name, type="other")


def demonym(value: Any, words: Sequence[str]) -> bool:
    """The state whose adjective stands before what it says: "Russian allegations"."""
    country = country_of_demonym(words[0]) if len(words) == 1 else None
    return country is not None and value == actor_of(country.name, "state", country.name)


def of_adjective(paragraph: Paragraph, head: int) -> Speakers:
    """The state that an adjective names."""
    country = country_of_demonym(paragraph.doc[head].text) if head >= 0 else None
    if country is None:
        return NOBODY
    words = (paragraph.span(head, head + 1),)
    return Speakers((Said(actor_of(country.name, "state", country.name), "demonym", words),))


def in_words_again(value: Any, words: Sequence[str]) -> bool:
    """A pronoun, or the noun once more, for a speaker given in words alone."""
    if len(words) != 2 or not in_words(value, words[1:]):
        return False
    word = words[0].lower()
    return word in (*PRONOUNS, *BODIES, *reporting.noun_forms("documents")) or repeats(word, value)


def repeats(word: str, speaker: Actor) -> bool:
    """Whether a noun is a word of what a speaker without a name is called: "the spokesman"."""
    return speaker.key.startswith("other:") and word in speaker.name.lower().split()


def again(report: Report, paragraph: Paragraph, head: int, before: Speakers) -> Speakers:
    """The speaker before, where "he", "she" or "it" goes on speaking; nobody where the pronoun does not fit."""
    document = paragraph.doc[head].lower_ in reporting.noun_forms("documents")
    if len(before.actors) != 1 or (before.many and not document):
        return NOBODY
    said = before.actors[0]
    resumed = said.words[0].of(report.text).lower() if said.rule.startswith("coreference") else ""
    if {resumed, paragraph.doc[head].lower_} == {"he", "she"}:
        return NOBODY
    pronoun = paragraph.span(head, head + 1)
    names = said.words[1:] if said.rule.startswith(ANAPHORIC) else said.words
    rule = f"coreference to {said.rule.split(' to ')[-1] if said.rule.startswith('coreference') else said.rule}"
    rule = rule.replace("coreference to short form of", "coreference to")
    taken = Said(said.value, rule, (pronoun, *names))
    words = [span.of(report.text) for span in taken.words]
    rules = {"coreference to in words": in_words_again} | ACTOR_RULES
    return Speakers((taken,), None) if holds(rules, rule, said.value, words) else NOBODY


def bare(token: Token) -> bool:
    """Whether a noun stands with "the" alone, so that it can only point back: "the monitor", "the statement"."""
    left = [child.lower_ for child in token.lefts]
    return token.pos_ in ("NOUN", "PROPN") and left == ["the"] and not any(c.dep_ in DESCRIBING for c in token.rights)


def _writes_here(token: Token) -> bool:
    """Whether it is one of those who make the page, whose words are its own: "our correspondent, Ana Ruiz, writes"."""
    role = token.head if token.dep_ == "appos" else token
    ours = any(child.dep_ == "poss" and child.lower_ in ("our", "my") for child in role.lefts)
    return ours and role.lower_ in reporting.noun_forms("writers")


def find(paragraph: Paragraph, found: Found, head: int, alone: bool = False) -> Speakers:
    """The actors at the source's head and those joined to it; with `alone`, words for people that name nobody too."""
    if head < 0:
        return NOBODY
    token = paragraph.doc[head]
    if token.lower_ == named_at.COLLEAGUES:
        return _of([each for owner in named_at.owners(token) for each in named_at.mentions(paragraph, found, owner)])
    if _writes_here(token):
        return NOBODY
    joined = {each: named_at.mentions(paragraph, found, each) for each in named_at.joined(token)}
    mentions = [mention for each in joined.values() for mention in each]
    if mentions:
        who = _of(mentions)
        return _with_others(paragraph, token, _beside(paragraph, joined, who)) if alone else who
    if token.lower_ in reporting.noun_forms("documents"):
        owners = named_at.owners(token)
        who = _of([mention for owner in owners for mention in named_at.mentions(paragraph, found, owner)])
        if alone and not who.actors and len(owners) == 1:
            who = without_name(paragraph, owners[0])
        return who._replace(medium=True, role=None)
    if not alone:
        return NOBODY
    if token.lower_ in forms_of("records"):
        owners = named_at.owners(token)
        issuers = [mention for owner in owners for mention in named_at.mentions(paragraph, found, owner)]
        if issuers or (len(owners) == 1 and owners[0].i > token.i):  # not "hospital records"
            return (_of(issuers) if issuers else without_name(paragraph, owners[0]))._replace(role=None)
    return _private(paragraph, found, token) or without_name(paragraph, token)


def _beside(paragraph: Paragraph, joined: Mapping[Token, Sequence[ActorMention]], who: Speakers) -> Speakers:
    """Those who speak, with those joined to them who have no name: "human rights groups and protesters"."""
    nameless = [
        without_name(paragraph, each, alone=False)
        for each, mentions in joined.items()
        if not mentions and (each.tag_ != "NN" or any(child.dep_ in OF_ONE for child in each.lefts))
    ]  # "former leader and prize winner Ali Hassan" is one
    others = [actor for each in nameless for actor in each.actors]
    actors = (*who.actors, *others)
    return who._replace(actors=actors, many=True) if who.actors and others and len(actors) <= MOST else who


def _with_others(paragraph: Paragraph, token: Token, who: Speakers) -> Speakers:
    """Those who speak with somebody whose adjective the parse has joined to them: "medics and military sources",
    "Libyan and U.S. officials"."""
    if len(who.actors) == 1 and who.actors[0].rule == UNNAMED and token.tag_ == "NNS":
        return _of_each_country(paragraph, token, who)
    for child in token.lefts:
        joined = (
            child.dep_ in ("nmod", "compound") and child.tag_ == "NNS" and any(c.dep_ == "cc" for c in child.rights)
        )
        if joined and child.lower_ in reporting.noun_forms("people") and len(who.actors) < MOST:
            words = paragraph.span(child.i, child.i + 1)
            name = paragraph.doc[child.i : child.i + 1].text
            return who._replace(actors=(Said(unnamed(name), "in words", (words,)), *who.actors), many=True)
    return who


def _of_each_country(paragraph: Paragraph, token: Token, who: Speakers) -> Speakers:
    """Those whom one noun names for several countries, together and in the words of the report."""
    described = [child for child in token.lefts if child.dep_ in named_at.OWNERS]
    joined = [word for child in described for word in (child, *child.conjuncts)]
    countries = {country.name for word in joined if (country := country_of_demonym(word.text)) is not None}
    if len(countries) < MANY:
        return who
    start = min(word.i for word in joined)
    while start > 1 and paragraph.doc[start - 1].text == "," and country_of_demonym(paragraph.doc[start - 2].text):
        start -= 2
    name, words = paragraph.doc[start : token.i + 1].text, (paragraph.span(start, token.i + 1),)
    return Speakers((Said(unnamed(name), "in words", words),), many=True)


def _private(paragraph: Paragraph, found: Found, token: Token) -> Speakers | None:
    """Somebody who is known by name and description only in this report: "Fatima, who fled the town", "a nurse,
    Haftom", "farmer Jose Abril"."""
    described = token
    if token.pos_ == "NOUN" and token.lower_ in reporting.noun_forms("people"):
        named = _explained(token)
        if named is None:
            return None
        token = named
    elif token.pos_ != "PROPN" or not any(child.dep_ in DESCRIBING and child.i > token.i for child in token.children):
        return None
    start = token.i
    while start > 0 and paragraph.doc[start - 1].pos_ == "PROPN" and paragraph.doc[start - 1].head == token:
        start -= 1
    name = paragraph.doc[start : token.i + 1]
    whole = At(paragraph.index, start, token.i + 1)
    known = found.places.touching(whole) or found.actors.touching(whole)
    if known or len(name) > NAMES or not all(word.is_title or "-" in word.text for word in name):
        return None
    words = (paragraph.span(start, token.i + 1),)
    role = None
    if described is not token:
        role = Said(described.text, "in words", (paragraph.span(described.i, described.i + 1),))
    return Speakers((Said(unnamed(name.text), "in words", words),), role)


def _explained(noun: Token) -> Token | None:
    """The name beside a noun, or between commas behind whom or what he stands for: "the director of Terre des Hommes,
    [Ana Ruiz], said"."""
    for word in noun.subtree:
        if word.dep_ != "appos" or word.pos_ != "PROPN" or not word.text.istitle() or word.i < noun.i:
            continue
        if word.head == noun:
            return word
        name = word.doc[word.left_edge.i : word.i + 1]
        commas = word.doc[name.start - 1].text == "," == word.doc[name.end : name.end + 1].text
        own = word.head.pos_ == "PROPN" and len(name) > 1 and not any(each.text in listed("things") for each in name)
        if own and commas:
            return word
    return None


def _of(mentions: Sequence[ActorMention]) -> Speakers:
    distinct: dict[str, Said[Actor]] = {}
    for mention in mentions:
        distinct.setdefault(mention.actor.value.key, mention.actor)
    if not 0 < len(distinct) <= (JOINT if all(m.actor.value.type in PARTIES for m in mentions) else MOST):
        return NOBODY
    role = next((mention.role for mention in mentions if mention.role is not None), None)
    return Speakers(tuple(distinct.values()), role)


def counted(token: Token) -> bool:
    """Whether a noun only counts people named before: "the two leaders", "both ministers"."""
    left = {child.lower_: child.dep_ for child in token.lefts if child.dep_ != "preconj"}  # "both the army and …"
    return bool(left.keys() & BOTH) or (bool(left.keys() & DEFINITE) and "nummod" in left.values())


def _unresolved(token: Token) -> bool:
    """Whether a noun for a body only points at one that the reading has not found: "the group", "his government"."""
    owned = any(
        child.dep_ == "poss" and (child.pos_ == "PRON" or child.lower_ in ("nation", "country"))
        for child in token.lefts
    )
    body = token.tag_ == "NN" and token.lower_ in (*BODIES, *forces().bodies)
    return body and (owned or (bare(token) and token.lower_ not in TOLD_BY_NAME and token.lower_ in BODIES))


def _within(paragraph: Paragraph, at: int) -> bool:
    """Whether an adverb behind an article belongs to the adjective that follows: "a formerly neutral newspaper"."""
    return at > 0 and paragraph.doc[at - 1].dep_ == "det" and paragraph.doc[at + 1].pos_ == "ADJ"


def _is_nameless(token: Token) -> bool:
    """Whether it is a noun for people or bodies that may speak unnamed, or the title of an office: "the Secretary of
    State"."""
    title = token.pos_ == "PROPN" and is_office(token.lower_) and any(child.lower_ == "the" for child in token.lefts)
    among = _among(token) if token.lower_ in SOME else token
    military = among.pos_ == "ADJ" and among.lower_ == "military"  # "a military statement", not "local reports"
    return title or military or (among.pos_ == "NOUN" and among.lower_ in reporting.noun_forms("people"))


def _among(token: Token) -> Token:
    """Those of whom some speak: "one of the [workers]"; the token itself where it names none."""
    nouns = (noun for link in token.rights if link.lower_ == "of" for noun in link.rights if noun.dep_ == "pobj")
    return next(nouns, token)


def without_name(paragraph: Paragraph, token: Token, alone: bool = True) -> Speakers:
    """A speaker without a name: "residents", "two doctors in the town"; unless `alone`, without those joined to it."""
    span = phrase(paragraph.doc, token.i)
    if span is None or not _is_nameless(token) or counted(token):
        return NOBODY
    if _unresolved(token):
        return NOBODY
    start, end = span
    while start < token.i and (
        paragraph.doc[start].dep_ in ("det", "predet", "preconj", "cc")
        or (
            paragraph.doc[start].dep_ == "advmod"
            and paragraph.doc[start].head == token
            and not _within(paragraph, start)
        )
        or paragraph.doc[start].is_punct
    ):
        start += 1
    comma = next((word.i for word in paragraph.doc[token.i + 1 : end] if word.text == ","), end)
    comma = end if _is_list(paragraph.doc[token.i + 1 : end]) else comma
    if alone:
        comma = end if any(child.dep_ == "conj" for child in token.rights) else comma
        end = comma
    else:
        end = min(
            [end, *(word.i for word in paragraph.doc[token.i + 1 : end] if word.dep_ == "cc" or word.text == ",")]
        )
    while end > token.i + 1 and paragraph.doc[end - 1].pos_ == "ADV":
        end -= 1
    if end - start > LONGEST:
        links = (word.i for word in paragraph.doc[token.i + 1 : start + LONGEST] if word.dep_ == "prep")
        end = max(links, default=token.i + 1)
    words = paragraph.span(start, end)
    name = paragraph.doc[start:end].text
    return Speakers((Said(unnamed(name), "in words", (words,)),), many=token.tag_ == "NNS")


def _is_list(words: Span) -> bool:
    """Whether the words behind a noun list whose it is: "ministers [of Egypt, Jordan and Iraq]"."""
    behind = [word for word in words if word.text != ","][1:]
    listed = all(word.pos_ == "PROPN" or word.lower_ in ("and", "the", "of") for word in behind)
    return len(words) > 1 and words[0].lower_ == "of" and listed and any(word.lower_ == "and" for word in behind)


def target(paragraph: Paragraph, found: Found, head: int) -> tuple[Said[Actor], ...]:
    """The actors at whom something said is aimed."""
    return find(paragraph, found, head).actors


def reciprocal(doc: Doc, head: int) -> bool:
    """Whether an object is "each other" or "one another"."""
    return head > 0 and any(doc[first : first + 2].text.lower() in RECIPROCAL for first in (head - 1, head))
