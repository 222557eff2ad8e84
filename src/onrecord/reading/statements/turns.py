"""Turns: who speaks in a saying, given who has spoken before it: "he added", "the monitor said", "the statement said".

A pronoun goes on with the last speaker who fits, and is nobody's where that is not certain: a wrong speaker is worse
than a missing one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.statements import bare_nouns, speakers, unlisted
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.statements.descriptions import BODIES, is_called
from onrecord.reading.statements.speakers import Speakers
from onrecord.vocabulary import reporting
from onrecord.vocabulary.forces import forces

BESIDE = 6  # steps from the noun right before a name to the one that it stands beside
REMEMBERED = 3  # paragraphs after which "he" is no longer the last speaker
OWNERS = frozenset(("poss", "nmod", "compound"))  # whose a document is: "the Kremlin statement"
PEOPLE = frozenset(("he", "she"))
PAST = {"VBD", "VBN"}


@dataclass(frozen=True)
class Speech:
    """A saying on the way to its finding; later quotations of the same speech are made from it."""

    saying: Attribution | None
    paragraph: Paragraph
    head: int
    who: Speakers
    content: tuple[tuple[int, int], ...]
    act: Said[str]
    form: str
    to: Said[str] | None = None
    on: Said[When] | None = None
    recent: bool = False
    via: tuple[Said[Actor], ...] = ()
    target: tuple[Said[Actor], ...] = ()

    @property
    def cue(self) -> tuple[int, int]:
        return self.saying.cue if self.saying else (self.head, self.head + 1)


def near(last: Speech, paragraph: Paragraph, found: Found) -> bool:
    """Whether "he" may still be the last speaker: the same report, and nobody else acts in the paragraphs between."""
    first, second = last.paragraph.index, paragraph.index
    return (
        last.paragraph.part == paragraph.part
        and second - first <= REMEMBERED
        and not any(
            mention.form in ("name", "title") and mention.actor.value.type == "person"
            for between in range(first + 1, second)
            for mention in found.actors.of_paragraph(between)
        )
    )


def speaker(
    report: Report,
    paragraph: Paragraph,
    found: Found,
    saying: Attribution,
    speeches: Sequence[Speech],
    last: Speech | None,
) -> Speakers:
    """Who speaks. `speeches` are those of the paragraph so far, `last` the one before them that may still go on."""
    before = _before(paragraph, saying, speeches, last)
    who = _same(saying, speeches) or _who(report, paragraph, found, saying, before)
    guessed = (
        _spoken_of(paragraph, saying, who, speeches)
        or _told_before(paragraph, saying, who, speeches)
        or _names(paragraph, found, saying, who)
    )
    return speakers.NOBODY if guessed else who


def _same(saying: Attribution, speeches: Sequence[Speech]) -> Speakers | None:
    """Who speaks in an earlier saying of the paragraph with the very same words for its source: "the statement said,
    adding …"."""
    source = saying.by.source
    told = (each for each in speeches if each.saying is not None and each.saying.by.source == source >= 0)
    return next((each.who for each in told if each.who.actors), None)


def resumed(
    paragraph: Paragraph,
    found: Found,
    saying: Attribution,
    speeches: Sequence[Speech],
    last: Speech | None,
    who: Speakers,
) -> Speech | None:
    """The speech that a saying of "he", "it" or "the army" goes on with, on whose day it is: no other day is told
    between them, and the tense is the same."""
    before, doc = _before(paragraph, saying, speeches, last), paragraph.doc
    if before is None or before.saying is None or not all(a.rule.startswith("coreference") for a in who.actors):
        return None
    start, end = saying.content[0]
    first = before.paragraph.index
    told = [
        *(date for between in range(first + 1, paragraph.index) for date in found.dates.of_paragraph(between)),
        *found.dates.within(At(paragraph.index, _end(before, paragraph), max(start, saying.cue[1]))),
    ]
    apart = any(date.when is not before.on and not start <= date.at.start < end for date in told)
    tags = {doc[saying.head].tag_, before.paragraph.doc[before.head].tag_}
    return before if _keys(before.who) == _keys(who) and (len(tags) == 1 or tags == PAST) and not apart else None


def unknown(paragraph: Paragraph, saying: Attribution) -> bool:
    """Whether a source that is nobody known may be a person, whom the next "he" would mean."""
    head = saying.by.source
    if head < 0 or saying.what.frame == "according":
        return False
    token = paragraph.doc[head]
    if token.pos_ == "NOUN":
        return token.tag_ == "NN" and token.lower_ in reporting.noun_forms("people")
    return token.pos_ == "PROPN" or token.lower_ in PEOPLE


def _before(
    paragraph: Paragraph, saying: Attribution, speeches: Sequence[Speech], previous: Speech | None
) -> Speech | None:
    """The speech whose speaker "he" or "it" may be: the last one, of a person for "he" where any has spoken, but for
    sources that are only referred to, and for those of whose speaking this saying tells."""
    direct = [
        each
        for each in speeches
        if (each.saying is None or each.saying.what.frame not in ("according", "noun"))
        and not any(start <= each.head < end for start, end in saying.content)
    ]
    person = saying.by.source >= 0 and paragraph.doc[saying.by.source].lower_ in PEOPLE
    people = [each for each in direct if one_person(each.who)] if person else []
    return (people or direct)[-1] if direct else previous


def one_person(who: Speakers) -> bool:
    """Whether one person may have spoken: one who is named or described, or one whom the reading does not know."""
    if not who.actors or [actor.value.type for actor in who.actors] == ["person"]:
        return True
    last = who.actors[0].value.name.split()[-1].lower()
    return who.actors[0].rule == "in words" and not who.many and last not in (*BODIES, *forces().bodies)


def _who(report: Report, paragraph: Paragraph, found: Found, saying: Attribution, before: Speech | None) -> Speakers:
    """The actors of the source. A pronoun goes on with the speaker before it, unless a name stands as a subject between
    them."""
    head = saying.by.source
    if saying.what.frame == "noun" and head >= 0 and paragraph.doc[head].pos_ == "ADJ":
        return speakers.of_adjective(paragraph, head)
    who = speakers.find(paragraph, found, head, alone=saying.what.frame != "noun")
    if _foreshadowed(paragraph, found, saying, who):
        return speakers.NOBODY
    if head >= 0 and (not who.actors or who.actors[0].rule == "in words"):
        called = bare_nouns.called(report, paragraph, found, head)
        who = called if called.actors else who
    if not who.actors and paragraph.doc[saying.head].is_lower:  # no headline
        who = unlisted.named(paragraph, found, head)
    word = paragraph.doc[head].lower_ if head >= 0 else ""
    if head >= 0 and [actor.rule for actor in who.actors] == ["in words"]:
        who = bare_nouns.described(report, paragraph, head) or who
    if before is None or not _goes_on(paragraph, head, word, before, who):
        return who
    between = _named_between(paragraph, found, before, saying) or (
        word == "it" and _unknown_between(paragraph, found, before, saying)
    )
    if word not in reporting.noun_forms("documents") and between:
        return who
    person = word not in PEOPLE or one_person(before.who)
    again = speakers.again(report, paragraph, head, before.who) if person else speakers.NOBODY
    if not again.actors and (word in PEOPLE or not before.who.actors):
        return speakers.NOBODY  # others have just spoken, and nobody has been named since
    return again if again.actors else who


def _foreshadowed(paragraph: Paragraph, found: Found, saying: Attribution, who: Speakers) -> bool:
    """Whether "he" stands in a clause before the main one, whose doer is a person named there, or somebody of his, who
    may be meant: "Even as he called for calm, Omar's grip was weakening"."""
    head = saying.by.source
    if head < 0 or paragraph.doc[head].lower_ not in PEOPLE:
        return False
    token = paragraph.doc[saying.head]
    clause = next((word for word in (token, *token.ancestors) if word.dep_ == "advcl"), None)
    if clause is None or clause.head.i < clause.i:
        return False
    doer = next((child for child in clause.head.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if doer is None or doer.i < token.i:
        return False
    named = found.actors.within(At(paragraph.index, int(doer.left_edge.i), doer.i + 1))
    speaking = {actor.value.key for actor in who.actors}
    return any(
        each.form == "name" and each.actor.value.type == "person" and each.actor.value.key not in speaking
        for each in named
    )


def _goes_on(paragraph: Paragraph, head: int, word: str, before: Speech, who: Speakers) -> bool:
    """Whether the source may be the last speaker: "he", "it" for a body, "the monitor", "the statement" of theirs."""
    body = all(actor.value.type != "person" for actor in before.who.actors)
    source = before.saying.by.source if before.saying is not None else -1
    if word in speakers.SINGULAR and source >= 0 and before.paragraph.doc[source].tag_ == "NNS":
        return False
    if word == "it":
        return body
    if word in speakers.SINGULAR:
        return True
    bare = speakers.bare(paragraph.doc[head])
    if bare and len(before.who.actors) == 1 and speakers.repeats(word, before.who.actors[0].value):
        return True
    if not bare or (who.actors and who.actors[0].rule != "in words"):
        return False
    if word in reporting.noun_forms("documents"):
        told = before.paragraph.doc[before.head].sent
        here = paragraph.doc[head]
        return any(
            token.lower_ == word and token != here and all(c.dep_ not in OWNERS for c in token.lefts) for token in told
        )
    return any(is_called(word, actor.value) for actor in before.who.actors)


def _named_between(paragraph: Paragraph, found: Found, before: Speech, saying: Attribution) -> bool:
    """Whether somebody is the subject of the report's own words between a speech and the source of the next saying."""
    start = _end(before, paragraph)
    person = paragraph.doc[saying.by.source].lower_ in PEOPLE
    named = ("name", "title") if person else ("name", "title", "metonym", "description")
    return any(
        start <= mention.head < saying.by.source
        and mention.form in named
        and _named(paragraph.doc[mention.head]).dep_ in ("nsubj", "nsubjpass")
        and (person or paragraph.doc[mention.head].head.dep_ in ("ROOT", "conj", "ccomp"))
        and not any(first <= mention.head < last for first, last in saying.content)
        for mention in found.actors.of_paragraph(paragraph.index)
    )


def _end(before: Speech, paragraph: Paragraph) -> int:
    """Where a speech ends in the paragraph; at its start where it stands in another."""
    return max([end for _, end in before.content] + [before.cue[1]]) if before.paragraph is paragraph else 0


def _unknown_between(paragraph: Paragraph, found: Found, before: Speech, saying: Attribution) -> bool:
    """Whether something that the reading does not know is the subject of a sentence between a speech and "it"."""
    return any(
        token.dep_ in ("nsubj", "nsubjpass")
        and token.head.dep_ == "ROOT"
        and token.tag_ in ("NN", "NNP")
        and not found.actors.covering(paragraph.index, token.i)
        and not any(first <= token.i < last for first, last in saying.content)
        for token in paragraph.doc[_end(before, paragraph) : max(0, saying.by.source)]
    )


def _named(name: Token) -> Token:
    """The noun that a name stands beside: "the spokesman of the army, Colonel Getnet Adane"; the name where it is
    alone."""
    noun = name.head if name.dep_ == "appos" else name
    for _ in range(BESIDE if noun is not name else 0):
        if noun.dep_ not in ("pobj", "prep") or noun.head.i >= noun.i:
            break
        noun = noun.head
    return noun


def _spoken_of(paragraph: Paragraph, saying: Attribution, who: Speakers, speeches: Sequence[Speech]) -> bool:
    """Whether a pronoun inside what somebody says is taken for another than that speaker, which would be a guess."""
    source = saying.by.source
    if source < 0 or paragraph.doc[source].pos_ != "PRON":
        return False
    outer = [each for each in speeches if any(start <= source < end for start, end in each.content)]
    return bool(outer) and _keys(outer[-1].who) != _keys(who)


def _told_before(paragraph: Paragraph, saying: Attribution, who: Speakers, speeches: Sequence[Speech]) -> bool:
    """Whether the words before "he said" tell what somebody else says, who may be meant: "the general said on Monday
    that it was over, he said"."""
    source = saying.by.source
    if source < 0 or paragraph.doc[source].lower_ not in PEOPLE:
        return False
    inner = [each for each in speeches if any(start <= each.head < end <= source for start, end in saying.content)]
    return any(one_person(each.who) and _keys(each.who) != _keys(who) for each in inner)


def _keys(who: Speakers) -> set[str]:
    return {actor.value.key for actor in who.actors}


def _names(paragraph: Paragraph, found: Found, saying: Attribution, who: Speakers) -> bool:
    """Whether "he" is taken for somebody whom his own words call by name, which no pronoun before a name can be: "he
    said that Younis had been killed"."""
    source = saying.by.source
    if source < 0 or paragraph.doc[source].pos_ != "PRON" or source > saying.content[0][0]:
        return False
    speaking = {actor.value.key for actor in who.actors}
    return any(
        mention.form == "name" and mention.actor.value.key in speaking
        for start, end in saying.content
        for mention in found.actors.within(At(paragraph.index, start, end))
    )
