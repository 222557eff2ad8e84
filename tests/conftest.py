"""A small record without a language model: reports of a few plain sentences, and an engine that reads just those."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings

from onrecord import checking_rules, engines
from onrecord.engines import Reading
from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.documents import Document, Part
from onrecord.model.findings import (
    ActorFinding,
    DateFinding,
    FigureFinding,
    Finding,
    Observation,
    PlaceFinding,
    StatementFinding,
)
from onrecord.model.ids import observation_id
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading import READERS
from onrecord.reading.rules import verbatim

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)  # the same examples in every run
settings.load_profile("ci" if os.environ.get("CI") else "here")

HEADER = re.compile(r"^date (\d{4}-\d\d-\d\d)\n")
FIGURE = re.compile(r"(\d+) (\w+) were (killed|wounded) in ([A-Z]\w+)")
SAYING = re.compile(r"([A-Z]\w+) said on (Monday|Friday)(?: that)? ([^.]*)\.")
DAYS = {"Monday": 0, "Friday": 4}
RULES = {
    "verbatim": verbatim,
    "a name": lambda value, words: value.name == words[0],
    "a weekday": lambda value, words: value == When(unit="day", weekday=DAYS.get(words[0], 9)),
    "a number": lambda value, words: value == Amount(value=float(words[0]), low=float(words[0]), high=float(words[0])),
    "date header": lambda value, words: words[0] == value,
}


def document(name: str, text: str, language: str = "en") -> Document:
    found = HEADER.match(text)
    dated = Said(found[1], "date header", (Span(*found.span(1)),)) if found else None
    return Document(name=name, text=text, parts=(Part(Span(0, len(text)), published=dated),), language=language)


def findings(text: str) -> Iterator[tuple[Span, Span, Finding]]:
    """Trigger, evidence and finding of everything that the plain sentences say."""

    def said(value: object, rule: str, found: re.Match[str], group: int) -> Said:
        return Said(value, rule, (Span(*found.span(group)),))

    def actor(name: str) -> Actor:
        return Actor(key=f"state:{name.casefold()}", name=name, type="state")

    for found in SAYING.finditer(text):
        evidence = Span(*found.span())
        speaker = said(actor(found[1]), "a name", found, 1)
        day = said(When(unit="day", weekday=DAYS[found[2]]), "a weekday", found, 2)
        act = Said("assert", "verbatim", ())
        yield Span(*found.span(1)), Span(*found.span(1)), ActorFinding(speaker, (said(found[1], "verbatim", found, 1),))
        yield Span(*found.span(2)), Span(*found.span(2)), DateFinding(day, of_report=True)
        act = said("said", "verbatim", re.compile("(said)").search(text, found.start()), 1)
        content = (Span(*found.span(3)),)
        yield (
            act.words[0],
            evidence,
            StatementFinding(speaker=(speaker,), act=act, form="indirect", says=content, on=day),
        )
    for found in FIGURE.finditer(text):
        number = float(found[1])
        place = said(Place(key=f"text:{found[4].casefold()}", name=found[4], precision="exact"), "a name", found, 4)
        teller = next((each for each in SAYING.finditer(text) if each.start() < found.start() < each.end()), None)
        yield Span(*found.span(4)), Span(*found.span(4)), PlaceFinding(place)
        yield (
            Span(*found.span(1)),
            Span(*found.span()),
            FigureFinding(
                measure=said(found[3], "verbatim", found, 3),
                amount=said(Amount(value=number, low=number, high=number), "a number", found, 1),
                of=said(found[2], "verbatim", found, 2),
                place=place,
                recent=teller is None,
                per=(said(actor(teller[1]), "a name", teller, 1),) if teller else (),
            ),
        )


class PlainEngine:
    """Reads the plain sentences of HEADER, SAYING and FIGURE."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for each in documents:
            yield Reading(each, tuple(self.observations(each)) if each.language == "en" else ())

    def observations(self, document: Document) -> Iterator[Observation]:
        seen = set()
        for trigger, evidence, finding in findings(document.text):
            kind = str(finding.__struct_config__.tag)
            if kind in ("actor", "place"):
                value = finding.actor.value if kind == "actor" else finding.place.value
                if value.key in seen:
                    continue
                seen.add(value.key)
            yield Observation(
                id=observation_id(document.id, kind, trigger.start),
                document=document.id,
                part=0,
                trigger=trigger,
                evidence=(evidence,),
                finding=finding,
            )


REPORTS = {
    "one.txt": "date 2020-02-07\nTurkey said on Monday that 8 soldiers were killed in Sarmin. Aid is needed.",
    "two.txt": "date 2020-02-08\n13 soldiers were killed in Sarmin. Russia said on Friday that talks go on.",
    "three.txt": "Turkey said on Friday that 20 soldiers were wounded in Hama.",
    "four.txt": "date 2020-02-11\nTurkey said on Monday it will answer. 5 children were killed in Hama.",
    "five.txt": "date 2020-02-01\nTurkey said on Friday that nothing happened in Hama.",
}


def take_up(store: Any, deeds: Iterable[Any], engine: Any, *, together: bool) -> None:
    """Adds the documents and makes the rulings in this order; documents that follow one another in one batch or each
    in its own."""
    from onrecord import pipeline

    for is_report, run in groupby(deeds, lambda deed: isinstance(deed, Document)):
        if not is_report:
            for ruling in run:
                pipeline.rule(store, ruling)
            continue
        reports = list(run)
        for batch in [reports] if together else [[each] for each in reports]:
            pipeline.add(store, batch, engine, "reader one")


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """`reports` (documents), `engine`, `document(name, text)` and `take_up`; check applies the engine's own rules."""
    monkeypatch.setattr(checking_rules, "all_rules", lambda: dict.fromkeys(("intake", *READERS), RULES))
    return SimpleNamespace(
        reports=[document(name, text) for name, text in REPORTS.items()],
        engine=PlainEngine(),
        document=document,
        take_up=take_up,
        rules=RULES,
    )


@pytest.fixture
def filled(plain: SimpleNamespace, tmp_path: Path) -> Callable[..., Path]:
    """Makes a record of the plain reports, or of those given; its path."""
    from onrecord import pipeline
    from onrecord.store import Store

    def fill(reports: list[Document] | None = None, name: str = "plain.record") -> Path:
        path = tmp_path / name
        with Store(path, create=True) as store:
            pipeline.add(store, plain.reports if reports is None else reports, plain.engine, "reader one")
        return path

    return fill


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plain: SimpleNamespace
) -> Callable[..., SimpleNamespace]:
    """Runs the command in this process; `code`, `out` and `err`."""
    from onrecord import cli

    monkeypatch.setattr(engines, "engine", lambda *_: plain.engine)

    def run(*arguments: str | Path) -> SimpleNamespace:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        captured = capsys.readouterr()
        return SimpleNamespace(code=end.value.code or 0, out=captured.out, err=captured.err)

    return run
