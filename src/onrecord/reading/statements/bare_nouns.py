"""Bare nouns: who speaks in "the group said", "the leader said", which only point back at somebody told of before."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import RULES as ACTOR_RULES
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import holds
from onrecord.reading.statements.coreference import SUBJECTS
from onrecord.reading.statements.descriptions import BODIES, TOLD_BY_NAME, is_called
from onrecord.reading.statements.speakers import NOBODY, Speakers, bare, without_name

INDEFINITE = frozenset(("a", "an", "one", "another"))
OF_NAMES = frozenset(("division", "brigade", "battalion", "regiment", "corps", "command", "committee", "network"))
CALLED = (BODIES.keys() - set(TOLD_BY_NAME)) | OF_NAMES
BACK = 3  # paragraphs in which somebody was told of


def called(report: Report, paragraph: Paragraph, found: Found, head: int) -> Speakers:
    """The one body that has just been named as a doer, for "the group" alone: "M23 took the town. The group said …"."""
    token = paragraph.doc[head]
    if not bare(token) or token.lower_ not in CALLED or token.tag_ != "NN":
        return NOBODY
    start = paragraph.doc[max(token.sent.start - 1, 0)].sent.start
    fits = [
        mention
        for mention in found.actors.within(At(paragraph.index, start, token.sent.start))
        if mention.form in ("name", "title") and _is_called(token.lower_, mention.actor.value)
    ]
    doers = [mention for mention in fits if paragraph.doc[mention.head].dep_ in SUBJECTS]
    alone = {mention.actor.value.key: mention for mention in fits}
    told = _told_beside(paragraph, found, token, start)
    if told is not None:
        alone = {mention.actor.value.key: mention for mention in told}
    elif not doers or len(alone) > 1:
        alone = {each.actor.value.key: each for each in _named_so_far(report, paragraph, found, token)}
    if len(alone) != 1:
        return NOBODY
    said = next(iter(alone.values())).actor
    words = (paragraph.span(head, head + 1), *said.words)
    rule = f"coreference to {said.rule}"
    fit = (
        holds(ACTOR_RULES, rule, said.value, [span.of(report.text) for span in words]) if rule in ACTOR_RULES else False
    )
    return Speakers((Said(said.value, rule, words),)) if fit else NOBODY


def _told_beside(paragraph: Paragraph, found: Found, noun: Token, start: int) -> list[ActorMention] | None:
    """The doer of the sentence before who is told by that very noun, between commas: "Emergency Lawyers, a rights
    group, …"; None where nobody is."""
    beside = (word for word in paragraph.doc[start : noun.sent.start] if word.lower_ == noun.lower_)
    word = next((word for word in beside if word.dep_ == "appos"), None)
    if word is None:
        return None
    before = found.actors.within(At(paragraph.index, start, word.i))
    return [each for each in before if each.form == "name" and paragraph.doc[each.head].dep_ in SUBJECTS]


def _is_called(noun: str, actor: Actor) -> bool:
    """Whether a body may be spoken of by that noun: by its kind, or by a word of its name ("the 6th Division")."""
    return noun in actor.name.lower().split() if noun in OF_NAMES else is_called(noun, actor)


def _named_so_far(report: Report, paragraph: Paragraph, found: Found, noun: Token) -> Iterator[ActorMention]:
    """The bodies of the part that are named before a noun by which they may be spoken of."""
    for earlier in report.paragraphs[: paragraph.index + 1]:
        for mention in found.actors.of_paragraph(earlier.index) if earlier.part == paragraph.part else ():
            before = earlier.index < paragraph.index or mention.head < noun.i
            if before and mention.form == "name" and _is_called(noun.lower_, mention.actor.value):
                yield mention


def described(report: Report, paragraph: Paragraph, head: int) -> Speakers | None:
    """The one whom the report has just told of in more words, for the bare noun: "a local leader of the party … the
    leader said"."""
    token = paragraph.doc[head]
    if not bare(token) or token.tag_ != "NN":
        return None
    for index in range(paragraph.index, max(paragraph.index - BACK, -1), -1):
        earlier = report.paragraphs[index]
        if earlier.part != paragraph.part:
            return None
        for word in reversed(earlier.doc[: head if index == paragraph.index else len(earlier.doc)]):
            if word.lower_ == token.lower_ and any(child.lower_ in INDEFINITE for child in word.lefts):
                who = without_name(earlier, word)
                if not who.actors or who.actors[0].value.name.lower() == token.lower_:
                    return None
                said = who.actors[0]
                words = (paragraph.span(head, head + 1), *said.words)
                return Speakers((Said(said.value, "coreference to in words", words),))
    return None
