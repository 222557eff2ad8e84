"""Whom the words for a teller really name: not a namesake by his given name alone, and not less than the words say."""

from collections.abc import Sequence

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.statements import speakers
from onrecord.vocabulary.figures import words
from onrecord.vocabulary.names import is_given

RESUMED = ("short form of ", "coreference to ")
FAR = 6  # paragraphs
DESCRIBED = "people as described"


def is_namesake(report: Report, paragraph: Paragraph, found: Found, token: int, actors: Sequence[Said[Actor]]) -> bool:
    """Whether the one who tells is called by a given name alone before `token`, which another in the report shares:
    "Mohammed said" is not for certain the Mohammed Ali Abdallah of before."""
    resumed = [said for said in actors if said.rule.startswith(RESUMED) and said.value.type == "person"]
    named = ((said.value.name, _last_named(report, found, At(paragraph.index, token, token), said)) for said in resumed)
    return any(_is_given_alone(called, name) for name, called in named)


def _last_named(report: Report, found: Found, at: At, said: Said[Actor]) -> str:
    """The words, no pronoun, by which an actor was last named up to there; empty where that is far off."""
    for index in range(at.paragraph, max(-1, at.paragraph - FAR), -1):
        named = [
            mention.at
            for mention in found.actors.of_paragraph(index)
            if mention.actor.value.key == said.value.key and mention.form != "pronoun"
        ]
        if near := [each for each in named if index < at.paragraph or each.start <= at.start]:
            return report.words(max(near, key=lambda each: each.start))
    return ""


def _is_given_alone(called: str, name: str) -> bool:
    first, *others = name.split()
    return bool(others) and called == first and is_given(called) and called != others[-1]


def in_full(report: Report, said: Said[Actor]) -> Said[Actor]:
    """A description whose noun alone says too little, with the words before it: "medical workers", not "workers"."""
    if said.rule != DESCRIBED or len(said.words) != 1 or said.value.name not in words().undescribed:
        return said
    called = said.words[0].of(report.text)
    whole = called.casefold() != said.value.name and called.casefold().endswith(said.value.name)
    return Said(speakers.unnamed(called), "in words", said.words) if whole else said
