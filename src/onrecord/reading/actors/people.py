"""The people whom a report names: full names, titles, and the short forms that come back later in the same part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.actors.evidence import with_evidence
from onrecord.reading.actors.named import alias
from onrecord.reading.actors.names import Chunk, chunk, runs, text_of
from onrecord.reading.actors.roles import counterpart, role_of, title_of
from onrecord.reading.actors.rules import NAMING, bare_surname, short_form
from onrecord.reading.actors.words import country_in, tidy
from onrecord.reading.found import ActorMention, Found, Mentions, PlaceMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.known_actors import actor_named, fold, is_shared, known_actors, person_named, split, words
from onrecord.vocabulary.names import gender_of, listed
from onrecord.vocabulary.titles import gender, is_civil, is_title, plain

SURE = ("title", "named")
NAMESAKES = 1  # paragraphs for which a surname may be that of a namesake


class Named(NamedTuple):
    """A name chunk of a paragraph, its words, and the person whom the vocabulary knows by them."""

    paragraph: Paragraph
    chunk: Chunk
    text: str
    known: Actor | None

    @property
    def at(self) -> At:
        return At(self.paragraph.index, self.chunk.start, self.chunk.end)

    @property
    def whole(self) -> At:
        return At(self.paragraph.index, self.chunk.whole, self.chunk.end)


@dataclass(eq=False)
class Person:
    """Somebody of one part: the actor as it follows from its naming words, and what is known beside."""

    full: str
    actor: Said[Actor]
    gender: str = ""
    full_at: list[At] = field(default_factory=list)
    offices: dict[str, Said[str]] = field(default_factory=dict)


class People:
    """The people of one part, by actor key and by each word of their names."""

    def __init__(self) -> None:
        self.by_key: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)

    def add(self, person: Person | None) -> None:
        if person is not None and person.actor.value.key not in self.by_key:
            self.by_key[person.actor.value.key] = person
            for word in dict.fromkeys(word for name in _names(person) for word in name.split()):
                self._by_word[word].append(person)

    def alike(self, text: str) -> list[Person]:
        """Those whose name the text may be a short form of; where it is the surname of any, those alone."""
        bearers = [each for each in self._by_word.get(surname(text), []) if short_form(text, each.full)]
        return [each for each in bearers if surname(each.full) == surname(text)] or bearers

    def called(self, text: str) -> list[Person]:
        """Those in whose name, as the report or the vocabulary has it, the words stand as they are."""
        wanted = f" {fold(text)} "
        bearers = self._by_word.get(surname(text), [])
        return [each for each in bearers if any(wanted in f" {name} " for name in _names(each))]


def _names(person: Person) -> list[str]:
    """The folded names of a person: in full, and the other forms that the vocabulary knows."""
    row = person_named(person.actor.value.key)
    return [fold(person.full), *(fold(form) for form in (split(row.forms) if row else ()) if " " in form)]


def surname(text: str) -> str:
    return fold(text).rpartition(" ")[2]


def said(rule: str, report: Report, spans: Sequence[Span]) -> Said[Actor] | None:
    """The actor that the rule builds from those spans of the stored text."""
    actor = NAMING[rule]([span.of(report.text) for span in spans])
    return Said(actor, rule, tuple(spans)) if actor is not None else None


def find(report: Report, found: Found) -> tuple[list[ActorMention], dict[tuple[int, str], Person]]:
    """Mentions of named people, and the people by part and actor key."""
    chunks = [named for paragraph in report.paragraphs for named in _chunks(paragraph)]
    mentions: list[ActorMention] = []
    people: dict[tuple[int, str], Person] = {}
    by_part: dict[int, list[Named]] = defaultdict(list)
    for named in chunks:
        guessed = named.known is not None and _is_far(report, found, named.text, named.known)
        by_part[named.paragraph.part].append(named._replace(known=None) if guessed else named)
    for part, listed_ in sorted(by_part.items()):
        persons = _persons(report, found, listed_)
        people |= {(part, key): person for key, person in persons.by_key.items()}
        mentions += _mentions(report, found, listed_, persons)
    return mentions, people


def _chunks(paragraph: Paragraph) -> Iterable[Named]:
    """Every run of capitals as a chunk; of a run that is no person's, the known people inside it."""
    for start, end in runs(paragraph.doc):
        part = with_evidence(paragraph.doc, chunk(paragraph.doc, start, end))
        text = text_of(paragraph.doc, part.start, part.end)
        known = _known(text)
        if known is not None and _namesake(paragraph, part, text, known):
            yield Named(paragraph, part, text, None)
            continue
        if known is not None or (part.evidence and not _of_several(text)):
            yield Named(paragraph, part, text, known)
            continue
        inside = _inside(paragraph, part)
        yield from inside or ([] if _of_several(text) else [Named(paragraph, part, text, None)])


def _is_far(report: Report, found: Found, text: str, known: Actor) -> bool:
    """Whether a lone surname that several known people bear is taken for one whose country the report does not speak
    of."""
    country = country_named(known.country) if known.country and bare_surname(text) and is_shared(text) else None
    if country is None or any(place.place.value.country == country.name for place in found.places):
        return False
    return not any(word in report.text for word in (country.name, *country.demonyms))


def _of_several(text: str) -> bool:
    """Whether the run names several known people: a headline in capitals, "Clinton Jabs Trump Ahead"."""
    return len({hit.actor.key for hit in known_actors(text) if hit.actor.type == "person"}) > 1


def _known(text: str) -> Actor | None:
    actor = alias([text])
    return actor if actor is not None and actor.type == "person" else None


def _namesake(paragraph: Paragraph, part: Chunk, text: str, known: Actor) -> bool:
    """Whether the words beside the name tell of somebody else: "Somali Defence Minister Clinton", "Bill Clinton, a
    farmer"."""
    if part.after is not None and is_civil(paragraph.doc[part.after[1] - 1].text):
        return True
    if not bare_surname(text):
        return False
    before = paragraph.doc[part.start - 1] if part.whole == part.start > 0 else None
    if before is not None and (_follows_a_name(before) or before.lower_ == "old"):  # "28-year-old Bashir"
        return True
    doc, row = paragraph.doc, person_named(known.key)
    country = country_in(text_of(doc, *part.owner)) if part.owner is not None else None
    told = gender(text_of(doc, part.title, part.start)) if part.title >= 0 else ""
    elsewhere = country is not None and known.country is not None and country.name != known.country
    return elsewhere or (row is not None and told not in ("", row.gender))


def _follows_a_name(token: Token) -> bool:
    """Whether the word before a surname is part of a longer name: "Bassel" in "Bassel al-Assad"."""
    written = token.text[0].isupper() and token.text[1:].islower() and not token.is_sent_start
    return written and not (is_title(token.text) or country_of_demonym(token.text) or token.text in listed("things"))


def _inside(paragraph: Paragraph, part: Chunk) -> list[Named]:
    """Known people in a run of capitals of which each is a piece of its own: "Erdogan-Putin", "Friday Obama"."""
    if any(token.text in listed("things") for token in paragraph.doc[part.start + 1 : part.end]):
        return []
    piece = paragraph.doc[part.start : part.end]
    found = []
    for hit in known_actors(piece.text):
        span = piece.char_span(hit.start, hit.end)
        if hit.actor.type == "person" and span is not None and _apart(paragraph, part, span.start, span.end):
            found.append(Named(paragraph, Chunk(span.start, span.end), span.text, hit.actor))
    return found


def _apart(paragraph: Paragraph, part: Chunk, start: int, end: int) -> bool:
    """Whether no other word of a name stands right beside the hit."""
    doc = paragraph.doc
    before = (
        start == part.start or doc[start - 1].text in "-–" or (start - 1 == part.start and doc[start - 1].is_sent_start)
    )
    full = not bare_surname(doc[start:end].text)  # a full name stands for itself whatever stands before it
    return bool((before or full) and (end == part.end or doc[end].text in "-–"))


def _persons(report: Report, found: Found, chunks: Sequence[Named]) -> People:
    """The people of one part, from the fullest names down; a shorter form of just one of them is that one."""
    certain = [named for named in chunks if _is_person(found, named)]
    persons = People()
    alike = defaultdict(list)
    for named in certain:
        alike[fold(named.text)].append(named)
    order = sorted(certain, key=lambda named: (-len(fold(named.text).split()), named.at))
    for named in order:
        person = _match(named, persons)
        alone = not persons.alike(named.text) or _known_alone(named, persons)
        if person is None and alone:
            person = _new(report, named, alike[fold(named.text)])
            persons.add(person)
        if person is not None:
            _learn(report, person, named)
            if len(fold(tidy(named.text)).split()) > 1:
                person.full_at.append(named.at)
    return persons


def _is_person(found: Found, named: Named) -> bool:
    if named.known is not None:
        return named.chunk.evidence != "" or len(named.text) > 2
    if not named.chunk.evidence:
        return False
    if named.chunk.evidence in SURE:
        return True
    if _is_quoted(named):
        return False
    placed = any(
        p.at.start <= named.chunk.start and p.at.end >= named.chunk.end for p in found.places.touching(named.at)
    )
    return len(words(named.text)) > 1 and not placed and not _names_a_site(found, named.text)


def _is_quoted(named: Named) -> bool:
    """Whether the name alone stands between quotation marks, as titles of works do: "his “Green Book,” a pamphlet"."""
    doc, start, end = named.paragraph.doc, named.chunk.start, named.chunk.end
    end += end < len(doc) and doc[end].text == ","
    return start > 0 and end < len(doc) and doc[start - 1].is_quote and doc[end].is_quote


def _names_a_site(found: Found, name: str) -> bool:
    """Whether the report knows a prison, camp or square of that name: "a rising at Abu Salim" beside "Abu Salim
    prison"."""
    return name in _sites(found.places)


@lru_cache(maxsize=1)
def _sites(places: Mentions[PlaceMention]) -> frozenset[str]:
    """What stands before the common words in the names of places: "Abu Salim" of "Abu Salim prison"."""
    names = {place.place.value.name for place in places}
    gaps = ((name, at) for name in names for at, letter in enumerate(name) if letter == " ")
    return frozenset(name[:at] for name, at in gaps if name[at + 1 :].islower())


def _match(named: Named, persons: People) -> Person | None:
    """The one person whom the name is a form of."""
    fits = persons.alike(named.text)
    if named.known is None or not bare_surname(named.text):
        own = persons.by_key.get(named.known.key) if named.known is not None else None
        person = own if named.known is not None else fits[0] if len(fits) == 1 else None
        return person if person is None or own is not None or _after_naming(named, person) else None
    known, others = persons.by_key.get(named.known.key), _namesakes_before(named, persons.called(named.text))
    return _last_named(named, known, others) if others else known


def _known_alone(named: Named, persons: People) -> bool:
    """Whether nobody but the known person can be meant, who is not among the people yet."""
    return named.known is not None and not _namesakes_before(named, persons.called(named.text))


def _namesakes_before(named: Named, fits: Sequence[Person]) -> list[Person]:
    """Those other than the known person whom a bare surname may mean: named in full before, and the title may fit."""
    row = person_named(named.known.key) if named.known is not None else None
    title = title_of(named.paragraph, named.chunk)
    words = text_of(named.paragraph.doc, title.start, title.end) if title is not None else ""
    if row is not None and words and plain(words).split()[-1] in plain(row.offices).split():
        return []
    told = gender(words) if words else ""
    return [
        person
        for person in fits
        if named.known is not None
        and person.actor.value.key != named.known.key
        and any(at < named.at for at in person.full_at)
        and (not told or person.gender == told or row is None or told != row.gender)
    ]


def _after_naming(named: Named, person: Person) -> bool:
    """Whether a first or middle name comes after the full one: anything else in capitals may be a name too."""
    if surname(named.text) == surname(person.full) or not person.full_at:
        return True
    return min(person.full_at) < named.at


def _last_named(named: Named, known: Person | None, others: Sequence[Person]) -> Person | None:
    """Whose surname is meant where namesakes are about: the known person's unless another was named just before."""
    if known is None or not known.full_at:
        return others[0] if len(others) == 1 else None
    recent = [
        at
        for person in others
        for at in person.full_at
        if at < named.at and named.at.paragraph - at.paragraph <= NAMESAKES
    ]
    own = [at for at in known.full_at if at < named.at]
    return known if not recent or (own and max(own) > max(recent)) else None


def _new(report: Report, named: Named, alike: Sequence[Named]) -> Person | None:
    span = report.span(named.at)
    if named.known is not None and (actor := said("alias", report, [span])) is not None:
        row = person_named(actor.value.key)
        return Person(span.of(report.text), actor, row.gender if row else "")
    owners = [report.span(At(n.paragraph.index, *n.chunk.owner)) for n in alike if n.chunk.owner and n.chunk.title >= 0]
    actor = (said("name", report, [span, owners[0]]) if owners else None) or said("name", report, [span])
    return Person(span.of(report.text), actor, gender_of(named.text.split()[0])) if actor is not None else None


def _learn(report: Report, person: Person, named: Named) -> None:
    """Keep what the title says: gender and office."""
    title = title_of(named.paragraph, named.chunk)
    if title is None:
        return
    person.gender = person.gender or gender(report.words(title))
    office = _role(report, named)
    if office is not None and office.rule == "office":
        person.offices.setdefault(office.value, office)


def _role(report: Report, named: Named) -> Said[str] | None:
    known = named.known is not None
    return role_of(report, named.paragraph, named.chunk, report.span(named.at) if known else None)


def _counterpart(report: Report, named: Named, before: Sequence[ActorMention], persons: People) -> Said[str] | None:
    """The office of "his German counterpart": that of the last person in the sentence, in the other country."""
    sentence = report.sentence(named.at)
    for mention in reversed(before):
        if not sentence.holds(mention.at):
            return None
        person = persons.by_key.get(mention.actor.value.key)
        if person is not None and person.offices:
            office = counterpart(report, named.paragraph, named.chunk, next(iter(person.offices.values())))
            return office if office is not None and _may_hold(named.known, office.value) else None
    return None


def _may_hold(known: Actor | None, office: str) -> bool:
    """Whether nothing known of the person speaks against an office: a prime minister is a president's counterpart."""
    row = person_named(known.key) if known is not None else None
    return row is None or plain(office.partition(" of ")[0]) in plain(row.offices)


def _mentions(report: Report, found: Found, chunks: Sequence[Named], persons: People) -> list[ActorMention]:
    mentions: list[ActorMention] = []
    for named in chunks:
        if not (_is_person(found, named) or _bare_surname(found, named)):
            continue
        person = _match(named, persons)
        actor = _said_here(report, named, person) if person is not None else None
        if actor is not None:
            root = named.paragraph.doc[named.chunk.start : named.chunk.end].root.i
            role = _counterpart(report, named, mentions, persons) or _role(report, named)
            if person is not None and role is not None and role.rule == "office":
                person.offices.setdefault(role.value, role)
            mentions.append(ActorMention(named.whole, root, actor, "name", role))
    return mentions


def _bare_surname(found: Found, named: Named) -> bool:
    """Whether a lone capitalised word may be the short form of a name, rather than a place or a body."""
    body = actor_named(named.text)
    if named.chunk.title >= 0 or (body is not None and body.type != "person") or country_of_demonym(named.text):
        return False
    place = any(p.use == "place" and p.place.rule != "text" for p in found.places.touching(named.at))
    return not place or len(named.text.split()) == 1


def _said_here(report: Report, named: Named, person: Person) -> Said[Actor] | None:
    """The actor, cited from this mention's own words and, for a short form, from the full name."""
    span, actor = report.span(named.at), person.actor
    own = said(actor.rule, report, (span, *actor.words[1:]))
    if own is not None and own.value == actor.value:
        return own
    known = said("alias", report, [span])
    if known is not None and known.value == actor.value:
        return known
    if not short_form(tidy(span.of(report.text)), actor.words[0].of(report.text)):
        return None
    return Said(actor.value, f"short form of {actor.rule}", (span, *actor.words))
