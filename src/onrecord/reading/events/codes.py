"""How a deed is coded: PLOVER's type, mode and context, ACLED's sub-event, and what was hit; each from cited words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import behind, each_of, word
from onrecord.reading.deeds.roles import undergoers
from onrecord.reading.deeds.triggers import VERBS, ends_at
from onrecord.reading.events.triggers import Told, means_of
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.events import Kind, contexts, events, means, nouns, objects, verbs
from onrecord.vocabulary.triggers import phrases, tells

ASSAULT, FIRED, HURLED = "ASSAULT", "projectiles", "hurled"
WHERE_FALLEN = frozenset({"on", "in", "into", "at", "through"})
UNSETTLED = (None, "firearms", "explosives")  # modes that the means may settle otherwise
CODES = ("plover", "mode", "sub_event")
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis", "conj", "csubj", "appos"})


def codes(paragraph: Paragraph, deed: Told) -> dict[str, Any]:
    """The PLOVER type and mode and the ACLED sub-event of a deed; those that its words do not settle are None."""
    made: dict[str, Any] = {}
    for code in CODES:
        value = getattr(deed.kind, code)
        made[code] = deeds.cited(paragraph, value, "deed word", deed.words) if value else None
    tools = (
        means_of(deed) if deed.kind.plover == ASSAULT and deed.kind.mode in UNSETTLED and not deed.kind.thing else ()
    )
    if tools:
        tool = min(tools, key=lambda at: events().means.index(means()[paragraph.doc[at].lower_]))
        found = means()[paragraph.doc[tool].lower_]
        for code, value in (("mode", found.mode), ("sub_event", found.sub_event)):
            made[code] = deeds.cited(paragraph, value, "means word", (tool,))
    return made


def context(paragraph: Paragraph, deed: Told) -> Said[str] | None:
    """The PLOVER context that a word of the deed's own clause tells."""
    words = [token for token in _own(deed.token) if token.lower_ in _context_words()]
    for name in events().contexts:
        for token in words:
            if ends_at(token, contexts(name)):
                return deeds.cited(paragraph, name, "context word", (token.i,))
    return None


def _own(deed: Token) -> Iterator[Token]:
    """The words of the deed's clause, without the clauses that hang on it or tell it."""
    top = deed
    while top.pos_ not in VERBS and top.head.i != top.i and top.dep_ not in CLAUSES:
        top = top.head
    waiting = [top]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [child for child in token.children if child.dep_ not in CLAUSES]


@cache
def _context_words() -> frozenset[str]:
    return frozenset(form for name in events().contexts for form in contexts(name))


def object_of(paragraph: Paragraph, kind: Kind, deed: Token, also: Sequence[Token]) -> Said[str] | None:
    """What was hit or taken, where it is one of the classes of objects; the words of `also` tell the deed too."""
    hits = (*_hit(kind, deed), *(hit for each in also for hit in undergoers(each)))
    for thing in (each for hit in hits for each in _within(hit)):
        for name in events().objects:
            if ends_at(thing, objects(name)):
                return deeds.cited(paragraph, name, "object word", (thing.i,))
    return None


def _hit(kind: Kind, deed: Token) -> Sequence[Token]:
    """What the deed's own word was done to, not what was launched; where shells fell."""
    if kind.turned and kind.object == HURLED:
        return tuple(behind(deed, WHERE_FALLEN))
    return () if kind.object == FIRED and kind.thing is None else undergoers(deed)


def _within(hit: Token) -> Iterator[Token]:
    """What was hit, the things themselves of "a series of positions", and what an area is of: "the market area"."""
    yield from each_of(hit)
    if word(hit) in events().stretches:
        yield from (child for child in hit.children if child.dep_ == "compound")


def _by_word(value: Any, words: Sequence[str]) -> bool:
    kinds = (*tells(verbs(), words), *tells(nouns(), words))
    return any(value in (kind.plover, kind.mode, kind.sub_event) for kind in kinds)


def _by_means(value: Any, words: Sequence[str]) -> bool:
    found = means().get(words[0].lower()) if len(words) == 1 else None
    return found is not None and value in (found.mode, found.sub_event)


def _by_last_word(table: Mapping[str, tuple[str, ...]]) -> Rule:
    """The word cited is the last of a phrase that the table lists for the value."""
    return lambda value, words: len(words) == 1 and words[0].lower() in phrases(table.get(value, ()))


RULES: dict[str, Rule] = {
    "deed word": _by_word,
    "means word": _by_means,
    "context word": _by_last_word(events().contexts),
    "object word": _by_last_word(events().objects),
}
