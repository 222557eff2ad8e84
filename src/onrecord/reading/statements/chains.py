"""Chains of saying: which sayings only hand on another's words, and through whom words came."""

from collections.abc import Mapping, Sequence

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.reading.statements import speakers
from onrecord.reading.statements.attribution import Attribution


def handed_on(
    paragraph: Paragraph, found: Found, sayings: Sequence[Attribution]
) -> tuple[set[int], Mapping[int, tuple[Said[Actor], ...]]]:
    """The cues that only hand on another saying ("he said, according to the paper"; "the readout says that he told …"),
    and for each saying that is handed on, by whom."""
    doc = paragraph.doc
    carried: set[int] = set()
    handed: dict[int, tuple[Said[Actor], ...]] = {}
    heads = {saying.head: saying for saying in sayings}
    for saying in sayings:
        inner = [each for each in sayings if each is not saying and _holds(saying, each) and not _holds(each, saying)]
        if not inner and saying.what.frame == "according":
            inner = [heads[doc[saying.head].head.i]] if doc[saying.head].head.i in heads else []
        if not inner:
            continue
        who = speakers.find(paragraph, found, saying.by.source)
        own = [each for each in inner if each.by.source != saying.by.source and each.what.frame != "noun"]
        for each in own:
            if saying.what.frame == "according" or _mainly(paragraph, saying, [each]):
                handed[each.head] = handed.get(each.head, ()) + who.actors
        mediated = who.medium or any(actor.value.type == "media" for actor in who.actors)
        if own and (saying.what.frame == "according" or mediated) and _mainly(paragraph, saying, own):
            carried.add(saying.head)
    return carried, handed


def _holds(saying: Attribution, inner: Attribution) -> bool:
    """Whether the cue of a saying stands in what another reports."""
    return any(start <= inner.head < end for start, end in saying.content)


def _mainly(paragraph: Paragraph, saying: Attribution, inner: Sequence[Attribution]) -> bool:
    """Whether what is said is itself a saying: its main verb is one."""
    start, end = saying.content[0]
    root = paragraph.doc[start:end].root
    return any(
        each.head == root.i or (paragraph.doc[each.head].head.i == root.i and each.by.shared >= 0) for each in inner
    )


def inner(saying: Attribution, sayings: Sequence[Attribution]) -> bool:
    """Whether somebody else only tells of a saying, which may be of long ago: "the cable says that Ali agreed to …"."""
    return any(
        _holds(other, saying) and other.by.source != saying.by.source and other.by.source >= 0 and not other.what.direct
        for other in sayings
        if other is not saying and other.what.frame in ("clause", "quote")
    )


def buried(saying: Attribution, sayings: Sequence[Attribution]) -> bool:
    """Whether "according to X" stands in the middle of what somebody else says, to whom the whole belongs."""
    return saying.what.frame == "according" and any(_holds(other, saying) for other in sayings if other is not saying)
